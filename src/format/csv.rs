//! A report as CSV: a row for each item, for the spreadsheet or the program that wants to count.
//!
//! UTF-8 with a byte order mark, without which Excel reads no Chinese; lines that end with CR and
//! LF; quoting by RFC 4180. Numbers are plain, dates as `2022-03-18`, and what is not known is
//! empty. Numbers of requirements and items stand behind the checklist's id, as
//! `taijiang-2022/1.10`: a spreadsheet would make 1.1 of a bare `1.10`. Every line bears the school
//! and the week, so that several schools' files can be put below each other.

use super::cell::in_csv;
use super::form::FormError;
use super::row::{Row, rows};
use crate::assess::percent;
use crate::report::StatusReport;
use crate::text::sheet::{self as words, csv as heads};
use crate::text::{Lang, Phrase, words as names};
use chrono::NaiveDate;

/// A column: its heading, and what stands in it.
type Column = (Phrase, fn(&Row<'_>) -> String);

const COLUMNS: [Column; 33] = [
    (heads::SCHOOL_ID, |row| text(&row.report.school.id)),
    (heads::SCHOOL, |row| text(&row.report.school.name)),
    (heads::WEEK, |row| row.report.week.to_string()),
    (heads::AS_OF, |row| row.report.as_of.to_string()),
    (heads::CHECKLIST, |row| text(&row.checklist.title)),
    (heads::REQUIREMENT_ID, |row| named(row, &row.requirement.id)),
    (heads::REQUIREMENT, |row| text(&row.requirement.title)),
    (heads::ITEM_ID, |row| named(row, &row.item.id)),
    (heads::ITEM, |row| text(&row.item.text)),
    (heads::CADENCE, |row| {
        text(&words::cadence(&row.item.cadence, row.lang()))
    }),
    (heads::STATUS, |row| {
        names::status(row.item.status, row.lang()).to_owned()
    }),
    (heads::REQUIRED, |row| row.item.required.to_string()),
    (heads::DONE, |row| row.item.done.to_string()),
    (heads::LATE, |row| row.item.late.to_string()),
    (heads::OVERDUE, |row| row.item.overdue.to_string()),
    (heads::WAIVED, |row| row.item.waived.to_string()),
    (heads::PERCENT, |row| {
        rate(percent(row.item.done, row.item.required))
    }),
    (heads::OWNER, |row| {
        text(row.item.owner.as_deref().unwrap_or_default())
    }),
    (heads::HELPERS, |row| {
        text(&words::names(&row.item.helpers, row.lang()))
    }),
    (heads::DUE, |row| day(row.item.due)),
    (heads::FIRST_DUE, |row| day(row.item.first_due)),
    (heads::LAST_DONE, |row| day(row.last_done())),
    (heads::VALUE, |row| {
        number(row.item.measure.as_ref().map(|m| m.value))
    }),
    (heads::TARGET, |row| {
        number(row.item.measure.as_ref().and_then(|m| m.of))
    }),
    (heads::UNIT, |row| {
        row.item
            .measure
            .as_ref()
            .map_or_else(String::new, |m| text(&m.unit))
    }),
    (heads::REACHED, |row| {
        rate(row.item.measure.as_ref().and_then(|m| m.percent))
    }),
    (heads::FINDINGS, |row| in_a_row(row, &row.problems())),
    (heads::INSPECTION, |row| {
        let verdict = row
            .verdict()
            .map(|verdict| names::verdict(verdict, row.lang()));
        verdict.unwrap_or_default().to_owned()
    }),
    (heads::INSPECTED_ON, |row| {
        day(row.inspection().map(|inspection| inspection.on))
    }),
    (heads::INSPECTOR, |row| {
        row.inspection()
            .map_or_else(String::new, |inspection| text(&inspection.by))
    }),
    (heads::INSPECTIONS, |row| in_a_row(row, &row.inspections())),
    (heads::EVIDENCE, |row| in_a_row(row, &row.evidence())),
    (heads::REMARKS, |row| in_a_row(row, &row.remarks())),
];

/// The report as CSV.
///
/// # Errors
/// None that memory gives.
pub(super) fn csv(report: &StatusReport) -> Result<Vec<u8>, FormError> {
    let lang: Lang = report.language;
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(&mut out);
    writer.write_record(COLUMNS.map(|(heading, _)| heading.of(lang)))?;
    for row in rows(report) {
        writer.write_record(COLUMNS.map(|(_, cell)| cell(&row)))?;
    }
    writer.flush().map_err(::csv::Error::from)?;
    drop(writer);
    Ok(out)
}

fn text(text: &str) -> String {
    in_csv(text)
}

/// The number of a requirement or an item behind the checklist's.
fn named(row: &Row<'_>, id: &str) -> String {
    in_csv(&format!("{}/{id}", row.checklist.id))
}

fn in_a_row(row: &Row<'_>, remarks: &[String]) -> String {
    in_csv(&words::in_a_row(remarks, row.lang()))
}

fn number(number: Option<u64>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

fn rate(percent: Option<f64>) -> String {
    percent.map_or_else(String::new, |percent| format!("{percent:.1}"))
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}
