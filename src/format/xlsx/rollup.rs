//! A roll-up as a workbook: the figures with the weeks as a chart, the schools, the requirements and
//! their items, the numbers, and what became of every file.

mod summary;
mod tables;

use super::page::Cover;
use super::table::Table;
use super::{bound, moment};
use crate::rollup::RollUpReport;
use crate::text::rollup::{page as about, sheet as words};
use crate::text::visible;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, XlsxError};

/// The roll-up as the bytes of a workbook.
///
/// # Errors
/// None that a roll-up gives; the library's.
pub(in crate::format) fn rollup_xlsx(report: &RollUpReport) -> Result<Vec<u8>, XlsxError> {
    let lang = report.language;
    let cover = Cover {
        owner: report.only_district().unwrap_or_default(),
        subtitle: words::subtitle(report, report.to.year(), lang),
        by: &report.generated_by,
        lang,
    };
    let tables: [fn(&RollUpReport) -> Table; 5] = [
        tables::schools,
        tables::requirements,
        tables::items,
        tables::measures,
        tables::files,
    ];
    bound(
        &properties(report)?,
        &cover,
        |sheet, styles| summary::write(sheet, report, &cover, styles),
        tables.into_iter().map(|table| table(report)),
    )
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
