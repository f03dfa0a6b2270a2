//! The sheet of responsibilities: who does what by when, and how far it has come.

use super::table::{Cell, Column, Table, Tone};
use crate::format::row::{Row, rows};
use crate::report::StatusReport;
use crate::text::{sheet as words, words as names};

pub(super) fn table(report: &StatusReport) -> Table {
    Table {
        name: words::TASKS,
        columns: vec![
            Column::new(words::CHECKLIST, 13),
            Column::new(words::NUMBER, 7),
            Column::new(words::TASK, 38),
            Column::new(words::CADENCE, 11),
            Column::new(words::LEAD, 10),
            Column::new(words::HELPERS, 12),
            Column::new(words::DUE, 11),
            Column::new(words::REQUIRED, 7),
            Column::new(words::DONE, 7),
            Column::new(words::LATE, 7),
            Column::new(words::OVERDUE, 7),
            Column::new(words::WAIVED, 8),
            Column::new(words::STATUS, 9),
            Column::new(words::PROGRESS, 26),
            Column::new(words::REMARKS, 26),
        ],
        frozen: 2,
        rows: rows(report).map(|row| cells(&row)).collect(),
        none: None,
        pages: 1,
    }
}

fn cells(row: &Row<'_>) -> Vec<Cell> {
    let (item, lang) = (row.item, row.lang());
    vec![
        Cell::word(&row.checklist.id),
        Cell::word(&item.id),
        Cell::Text(item.text.clone()),
        Cell::word(words::cadence(&item.cadence, lang)),
        Cell::word(item.owner.as_deref().unwrap_or_default()),
        Cell::word(words::names(&item.helpers, lang)),
        Cell::Day(item.due),
        Cell::Count(item.required),
        Cell::Count(item.done),
        Cell::Count(item.late),
        Cell::Count(item.overdue),
        Cell::Count(item.waived),
        Cell::Toned(
            Tone::of_status(item.status),
            names::status(item.status, lang).to_owned(),
        ),
        Cell::lines(&row.progress()),
        Cell::lines(&row.remarks()),
    ]
}
