//! The sheet of rectification: every finding until it is struck off.

use super::table::{Cell, Column, Table, Tone};
use crate::fact::FindingState;
use crate::report::{FindingReport, StatusReport};
use crate::text::{Lang, sheet as words, words as names};

pub(super) fn table(report: &StatusReport) -> Table {
    let findings = report.findings.iter();
    Table {
        name: words::FINDINGS,
        columns: vec![
            Column::new(words::NUMBER, 8),
            Column::new(words::ITEM, 19),
            Column::new(words::PROBLEM, 26),
            Column::new(words::SOURCE, 10),
            Column::new(words::CAUSE, 18),
            Column::new(words::MEASURE, 24),
            Column::new(words::OWNER, 10),
            Column::new(words::FOUND_ON, 11),
            Column::new(words::LIMIT, 11),
            Column::new(words::RECTIFIED, 12),
            Column::new(words::FIXED_ON, 11),
            Column::new(words::CLOSED, 9),
            Column::new(words::CLOSED_ON, 11),
            Column::new(words::REMARKS, 26),
        ],
        frozen: 1,
        rows: findings
            .map(|finding| cells(finding, report.language))
            .collect(),
        none: Some(words::NONE),
        pages: 1,
    }
}

fn cells(finding: &FindingReport, lang: Lang) -> Vec<Cell> {
    let is_closed = finding.state == FindingState::Closed;
    let closed = if is_closed { words::YES } else { words::NO };
    vec![
        Cell::word(finding.id.to_string()),
        Cell::word(&finding.item),
        Cell::Text(finding.text.clone()),
        Cell::word(names::finding_source(finding.source, lang)),
        Cell::Text(finding.cause.clone().unwrap_or_default()),
        Cell::Text(finding.action.clone().unwrap_or_default()),
        Cell::word(&finding.owner),
        Cell::Day(Some(finding.raised.on)),
        Cell::Day(Some(finding.due)),
        Cell::Toned(
            Tone::of_finding(finding.state, finding.overdue),
            words::rectified(finding, lang),
        ),
        Cell::Day(finding.fixed.as_ref().map(|seen| seen.on)),
        Cell::word(closed.of(lang)),
        Cell::Day(finding.closed.as_ref().map(|seen| seen.on)),
        Cell::lines(&remarks(finding, lang)),
    ]
}

fn remarks(finding: &FindingReport, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(finding.first_due.map(|day| words::first_due(day, lang)));
    let verified = finding.verified.as_ref();
    said.extend(verified.map(|seen| words::verified(seen, lang)));
    let reopened = finding.reopened.iter();
    said.extend(reopened.map(|one| words::reopening(one, lang)));
    let notes = finding.notes.iter();
    said.extend(notes.map(|note| words::dated(note.on, &note.text, lang)));
    said
}
