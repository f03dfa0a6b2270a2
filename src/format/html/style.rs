//! What the report puts into the style sheet, and what it takes from there: the lines at the edges
//! of every sheet of paper, the classes of colours.

use super::Page;
use crate::report::NoticeLineReport;
use crate::review::Colour;
use crate::text::{Lang, page, visible};
use std::fmt::Write;

impl Page<'_> {
    /// What stands before, between and behind the numbers of a sheet.
    pub(super) fn page_of(&self, part: usize) -> String {
        page_of(part, self.lang)
    }

    /// What parts a name from what it stands for.
    pub(super) fn colon(&self) -> &'static str {
        self.t(page::COLON)
    }
}

/// What stands before, between and behind the numbers of a sheet, for the style sheet.
pub(super) fn page_of(part: usize, lang: Lang) -> String {
    let parts = page::page_of(lang);
    css(parts.get(part).copied().unwrap_or_default())
}

/// A text for a string of the style sheet: every character as an escape, so that none can mean
/// anything there.
pub(in crate::format) fn css(text: &str) -> String {
    let mut escaped = String::new();
    for c in visible(text).chars() {
        let _ = write!(escaped, "\\{:x} ", u32::from(c));
    }
    escaped
}

/// The class of a notice's colour in the style sheet.
pub(super) fn colour_class(line: &NoticeLineReport) -> &'static str {
    match line.colour {
        Colour::Blue => "blue",
        Colour::Yellow => "yellow",
        Colour::Red => "red",
    }
}
