//! A report as a workbook: sheets as school offices know them, to filter, to print, to hand on.
//!
//! The summary has the totals and two charts; then who does what by when, self-check beside
//! inspection, and the findings with their rectification. Every text is a text: nothing that a
//! person entered becomes a formula, a link or a code of the page's foot. The same report gives the
//! same bytes.

mod chart;
mod checks;
mod findings;
mod page;
mod rollup;
mod rows;
mod styles;
mod summary;
mod table;
mod tasks;

pub(super) use rollup::rollup_xlsx;
pub(super) use table::{Cell, Tone};

use crate::report::StatusReport;
use crate::text::{sheet as words, visible};
use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use page::{Cover, Page};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use styles::Styles;
use table::Table;

/// How hard a workbook is compressed, of 9: harder takes a fifth longer and saves a twentieth.
const COMPRESSION: u8 = 3;

/// The report as the bytes of a workbook.
///
/// # Errors
/// None that a report gives; the library's.
pub(super) fn xlsx(report: &StatusReport) -> Result<Vec<u8>, XlsxError> {
    let lang = report.language;
    let cover = Cover {
        owner: &report.school.name,
        subtitle: words::subtitle(report, lang),
        by: &report.generated_by,
        lang,
    };
    let tables: [fn(&StatusReport) -> Table; 3] = [tasks::table, checks::table, findings::table];
    bound(
        &properties(report)?,
        &cover,
        |sheet, styles| summary::write(sheet, report, &cover, styles),
        tables.into_iter().map(|table| table(report)),
    )
}

/// A workbook: first what `summary` writes, then each table on a sheet of its own.
fn bound(
    properties: &DocProperties,
    cover: &Cover<'_>,
    summary: impl FnOnce(&mut Worksheet, &Styles) -> Result<(), XlsxError>,
    tables: impl Iterator<Item = Table>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(properties);
    workbook.set_zip_compression_level(COMPRESSION);
    let styles = Styles::of(cover.lang);
    summary(workbook.add_worksheet(), &styles)?;
    for table in tables {
        let mut page = Page::begin(workbook.add_worksheet(), cover, &styles, table.name)?;
        page.table(&table)?;
    }
    workbook.save_to_buffer()
}

/// What the workbook says about itself: the school, and the moment of the report rather than that of
/// the writing.
fn properties(report: &StatusReport) -> Result<DocProperties, XlsxError> {
    let school = visible(&report.school.name);
    let title = words::title(&school, words::SUMMARY, report.language);
    let at = moment(&report.generated_at)?;
    Ok(DocProperties::new()
        .set_title(format!("{title} {}", report.week))
        .set_company(school)
        .set_author(&report.generated_by)
        .set_creation_datetime(&at))
}

/// A moment as a workbook has it.
fn moment(at: &DateTime<FixedOffset>) -> Result<ExcelDateTime, XlsxError> {
    let at = at.naive_utc();
    ExcelDateTime::from_ymd(year(at.year()), small(at.month()), small(at.day()))?.and_hms(
        u16::from(small(at.hour())),
        small(at.minute()),
        f64::from(at.second()),
    )
}

/// A year as the library wants it; one that does not fit is refused there.
fn year(year: i32) -> u16 {
    u16::try_from(year).unwrap_or_default()
}

/// A month, a day, an hour, a minute.
fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
