//! A table of figures that can be sorted by any of its columns.

use crate::text::rollup::page as words;
use crate::text::{Lang, Phrase};
use askama::Template;

/// So many rows are seen at a glance, and need no sorting.
const FEW: usize = 3;

/// A table.
#[derive(Template)]
#[template(path = "table.html", config = "src/format/rollup_page/askama.toml")]
pub(super) struct Table {
    pub(super) id: &'static str,
    pub(super) caption: String,
    /// Whether the heading above it says what its caption does.
    is_titled: bool,
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Said where it shows only a part.
    pub(super) cut: Option<String>,
    /// What columns mean.
    pub(super) notes: Vec<(&'static str, &'static str)>,
    hint: &'static str,
    notes_title: &'static str,
}

/// The head of a column.
pub(super) struct Head {
    text: &'static str,
    is_text: bool,
    /// Whether the highest number is looked for first.
    is_worst_high: bool,
    is_sorted: bool,
}

/// A cell.
#[derive(Default)]
pub(super) struct Cell {
    text: String,
    /// What it is made of, below it.
    below: String,
    /// By what it is sorted: nothing for its text, an empty string where it is not known.
    value: Option<String>,
    /// Its figure explained.
    title: String,
    class: &'static str,
    /// The class of the mark that the text is in, if it is in one.
    pill: &'static str,
    is_head: bool,
}

/// What a column is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Words.
    Text,
    /// Words that stand for a number.
    Words,
    /// A number of which much is bad.
    Worst,
    /// Another number.
    Number,
    /// A number that the rows are in the order of, the lowest first.
    Sorted,
}

impl Table {
    /// A table without rows; each column with its name, and what it means where that is not plain.
    pub(super) fn new(
        id: &'static str,
        caption: String,
        columns: &[(Phrase, Column, Option<Phrase>)],
        lang: Lang,
    ) -> Self {
        let heads = columns.iter().map(|(name, column, _)| Head {
            text: name.of(lang),
            is_text: matches!(column, Column::Text | Column::Words),
            is_worst_high: *column == Column::Worst,
            is_sorted: *column == Column::Sorted,
        });
        let notes = columns.iter();
        let notes = notes.filter_map(|(name, _, note)| Some((name.of(lang), (*note)?.of(lang))));
        Self {
            id,
            caption,
            is_titled: false,
            heads: heads.collect(),
            rows: Vec::new(),
            cut: None,
            notes: notes.collect(),
            hint: words::SORT.of(lang),
            notes_title: words::NOTES.of(lang),
        }
    }

    /// The table with all rows.
    pub(super) fn with(mut self, rows: impl Iterator<Item = Vec<Cell>>) -> Self {
        self.rows = rows.collect();
        self
    }

    /// The table with so many of the rows that there are; all of them are in some forms.
    pub(super) fn with_first(
        mut self,
        limit: usize,
        rows: impl ExactSizeIterator<Item = Vec<Cell>>,
        forms: &[&str],
        lang: Lang,
    ) -> Self {
        let all = rows.len();
        self.cut = (all > limit).then(|| words::cut(limit, all, forms, lang));
        self.rows = rows.take(limit).collect();
        self
    }

    /// The table under a heading that says what it is.
    pub(super) fn titled(mut self) -> Self {
        self.is_titled = true;
        self
    }

    fn is_sortable(&self) -> bool {
        self.rows.len() > FEW
    }
}

impl Cell {
    /// Words.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            class: "left",
            ..Self::default()
        }
    }

    /// What a row is about.
    pub(super) fn head(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_head: true,
            ..Self::default()
        }
    }

    /// A number.
    pub(super) fn number(number: u64) -> Self {
        Self {
            text: crate::text::facts::grouped(number),
            value: Some(number.to_string()),
            ..Self::default()
        }
    }

    /// Something that is not known.
    pub(super) fn none() -> Self {
        Self {
            text: "–".to_owned(),
            value: Some(String::new()),
            ..Self::default()
        }
    }

    /// A rate in per cent, with what it is made of below it.
    pub(super) fn rate(percent: Option<f64>, below: String) -> Self {
        let Some(percent) = percent else {
            return Self::none();
        };
        Self {
            text: crate::text::page::percent(Some(percent)),
            below,
            value: Some(percent.to_string()),
            ..Self::default()
        }
    }

    /// The cell with something below its text.
    pub(super) fn below(mut self, below: impl Into<String>) -> Self {
        self.below = below.into();
        self
    }

    /// The cell sorted by a number.
    pub(super) fn by(mut self, value: &impl std::fmt::Display) -> Self {
        self.value = Some(value.to_string());
        self
    }

    /// The cell with its figure explained.
    pub(super) fn explained(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The cell in a class of the style sheet.
    pub(super) fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The cell's text in a mark.
    pub(super) fn pill(mut self, class: &'static str) -> Self {
        self.pill = class;
        self
    }

    fn tag(&self) -> &'static str {
        if self.is_head { "th" } else { "td" }
    }
}
