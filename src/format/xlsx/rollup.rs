//! A roll-up as a workbook: the figures with the weeks as a chart, the schools, the requirements and
//! their items, the numbers, and what became of every file.

mod summary;
mod tables;

use super::page::{Cover, Page};
use super::styles::Styles;
use super::table::Table;
use super::{COMPRESSION, moment};
use crate::rollup::RollUpReport;
use crate::text::rollup::{page as about, sheet as words};
use crate::text::visible;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

/// The roll-up as the bytes of a workbook.
///
/// # Errors
/// None that a roll-up gives; the library's.
pub(in crate::format) fn rollup_xlsx(report: &RollUpReport) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    workbook.set_zip_compression_level(COMPRESSION);
    let lang = report.language;
    let styles = Styles::of(lang);
    let cover = Cover {
        owner: report.only_district().unwrap_or_default(),
        subtitle: words::subtitle(report, report.to.year(), lang),
        by: &report.generated_by,
        lang,
    };
    summary::write(workbook.add_worksheet(), report, &cover, &styles)?;
    let tables: [fn(&RollUpReport) -> Table; 5] = [
        tables::schools,
        tables::requirements,
        tables::items,
        tables::measures,
        tables::files,
    ];
    for table in tables {
        let table = table(report);
        let mut page = Page::begin(workbook.add_worksheet(), &cover, &styles, table.name)?;
        page.table(&table)?;
    }
    workbook.save_to_buffer()
}

fn properties(report: &RollUpReport) -> Result<DocProperties, XlsxError> {
    let district = visible(report.only_district().unwrap_or_default());
    let title = about::TITLE.of(report.language);
    Ok(DocProperties::new()
        .set_title(format!("{title} {}", report.week))
        .set_company(district)
        .set_author(&report.generated_by)
        .set_creation_datetime(&moment(&report.generated_at)?))
}
