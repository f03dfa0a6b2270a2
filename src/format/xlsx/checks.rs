//! The check sheet: what the school says and what the inspector says, side by side.

use super::table::{Cell, Column, Table, Tone};
use crate::format::row::{Row, rows};
use crate::report::StatusReport;
use crate::text::{sheet as words, words as names};

pub(super) fn table(report: &StatusReport) -> Table {
    Table {
        name: words::CHECKS,
        columns: vec![
            Column::new(words::CHECKLIST, 13),
            Column::new(words::NUMBER, 7),
            Column::new(words::REQUIREMENT, 16),
            Column::new(words::LOOKED_AT, 40),
            Column::new(words::EXPECTED, 18),
            Column::new(words::SELF_CHECK, 9),
            Column::new(words::INSPECTION, 9),
            Column::new(words::INSPECTED_ON, 11),
            Column::new(words::INSPECTOR, 11),
            Column::new(words::PROBLEM, 24),
            Column::new(words::REMARKS, 28),
        ],
        frozen: 2,
        rows: rows(report).map(|row| cells(&row)).collect(),
        none: None,
        pages: 1,
    }
}

fn cells(row: &Row<'_>) -> Vec<Cell> {
    let (item, lang) = (row.item, row.lang());
    let inspection = row.inspection();
    let verdict = row.verdict().map(|verdict| {
        let word = names::verdict(verdict, lang).to_owned();
        Cell::Toned(Tone::of_verdict(verdict), word)
    });
    vec![
        Cell::word(&row.checklist.id),
        Cell::word(&item.id),
        Cell::Text(words::requirement(
            &row.requirement.id,
            &row.requirement.title,
        )),
        Cell::Text(item.text.clone()),
        Cell::Text(item.evidence_expected.clone().unwrap_or_default()),
        Cell::Toned(
            Tone::of_status(item.status),
            names::status(item.status, lang).to_owned(),
        ),
        verdict.unwrap_or(Cell::Empty),
        Cell::Day(inspection.map(|inspection| inspection.on)),
        inspection.map_or(Cell::Empty, |inspection| Cell::word(&inspection.by)),
        Cell::lines(&row.problems()),
        Cell::lines(&row.seen()),
    ]
}
