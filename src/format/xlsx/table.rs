//! Sheets as data: columns, and rows of cells.

use crate::assess::Status;
use crate::fact::{FindingState, Verdict};
use crate::text::{Lang, Phrase};
use chrono::NaiveDate;

/// A sheet that is one table.
pub(super) struct Table {
    /// The sheet's name.
    pub(super) name: Phrase,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// How many columns stay in sight.
    pub(super) frozen: u16,
    /// Its rows, with a cell for each column.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What it says where there are no rows.
    pub(super) none: Option<Phrase>,
    /// How many pages wide it is printed.
    pub(super) pages: u16,
}

/// A column.
pub(super) struct Column {
    /// Its heading.
    pub(super) head: Head,
    /// Its width, in digits.
    pub(super) width: u16,
}

/// The heading of a column.
pub(super) enum Head {
    /// A word.
    Of(Phrase),
    /// What a checklist calls it.
    Named(String),
}

/// A cell.
pub(in crate::format) enum Cell {
    /// Nothing.
    Empty,
    /// A text of any length.
    Text(String),
    /// An id, a name, a word.
    Word(String),
    /// A word with a colour behind it.
    Toned(Tone, String),
    /// A count.
    Count(u64),
    /// A difference of rates, in points.
    Points(f64),
    /// A difference of counts.
    Added(i64),
    /// A rate in per cent, or a dash.
    Rate(Option<f64>),
    /// A day, where there is one.
    Day(Option<NaiveDate>),
}

/// A colour that repeats what a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Tone {
    /// All is well.
    Good,
    /// Something is left to do.
    Open,
    /// Something is wrong.
    Bad,
    /// It is out of account.
    Aside,
}

impl Column {
    pub(super) fn new(head: Phrase, width: u16) -> Self {
        let head = Head::Of(head);
        Self { head, width }
    }

    pub(super) fn named(head: String, width: u16) -> Self {
        let head = Head::Named(head);
        Self { head, width }
    }
}

impl Head {
    pub(super) fn text(&self, lang: Lang) -> &str {
        match self {
            Self::Of(head) => head.of(lang),
            Self::Named(name) => name,
        }
    }
}

impl Cell {
    pub(super) fn lines(lines: &[String]) -> Self {
        Self::Text(lines.join("\n"))
    }

    /// Its text, if it has one that takes room.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Word(text) | Self::Toned(_, text) => Some(text),
            Self::Empty
            | Self::Count(_)
            | Self::Points(_)
            | Self::Added(_)
            | Self::Rate(_)
            | Self::Day(_) => None,
        }
    }

    pub(in crate::format) fn word(word: impl Into<String>) -> Self {
        Self::Word(word.into())
    }
}

impl Tone {
    pub(super) fn of_status(status: Status) -> Self {
        match status {
            Status::Done => Self::Good,
            Status::Partial | Status::Due => Self::Open,
            Status::Overdue => Self::Bad,
            Status::NotDue | Status::Waived => Self::Aside,
        }
    }

    pub(super) fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Pass => Self::Good,
            Verdict::Partial => Self::Open,
            Verdict::Fail => Self::Bad,
        }
    }

    pub(super) fn of_finding(state: FindingState, overdue: bool) -> Self {
        match state {
            _ if overdue => Self::Bad,
            FindingState::Closed => Self::Good,
            FindingState::Open | FindingState::Fixed | FindingState::Verified => Self::Open,
        }
    }
}
