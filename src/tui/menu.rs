//! The list of filters over the checklist.

use super::cursor::Cursor;
use crate::assess::ItemIndex;
use crate::find::{Choice, Filters, Ground, choices};
use crate::text::{Phrase, screen::find as words};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// What the filters below it are about.
    Heading(Phrase),
    Filter(Choice),
}

/// The list of filters, with how many items each leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Menu {
    pub(super) lines: Vec<Line>,
    pub(super) cursor: Cursor,
}

impl Menu {
    /// The list for the items `within` which a search left.
    pub(super) fn new(ground: &Ground<'_>, within: &[ItemIndex], filters: &Filters) -> Self {
        let mut menu = Self::default();
        menu.renew(ground, within, filters);
        menu.cursor.at = menu.nearest(0, 1);
        menu
    }

    /// Counts anew; the chosen line stays.
    pub(super) fn renew(&mut self, ground: &Ground<'_>, within: &[ItemIndex], filters: &Filters) {
        self.lines.clear();
        let mut last = None;
        for choice in choices(ground, within, filters) {
            let kind = choice.filter.kind();
            if last != Some(kind) {
                self.lines.extend(words::kind(kind).map(Line::Heading));
                last = Some(kind);
            }
            self.lines.push(Line::Filter(choice));
        }
    }

    /// The chosen filter.
    pub(super) fn chosen(&self) -> Option<&Choice> {
        match self.lines.get(self.cursor.at)? {
            Line::Filter(choice) => Some(choice),
            Line::Heading(_) => None,
        }
    }

    /// Moves by so many lines, over headings.
    pub(super) fn move_by(&mut self, lines: i64, height: usize) {
        let (from, len) = (self.cursor.at, self.lines.len());
        self.cursor.move_by(lines, len, height);
        self.choose(self.cursor.at, lines.signum(), from, height);
    }

    /// Chooses a line, if it is a filter.
    pub(super) fn go(&mut self, at: usize, height: usize) -> bool {
        let is_filter = matches!(self.lines.get(at), Some(Line::Filter(_)));
        if is_filter {
            self.cursor.move_to(at, self.lines.len(), height);
        }
        is_filter
    }

    /// Chooses the filter at `at` or the nearest in that direction; `from` where there is none. The
    /// heading above it is shown with it.
    fn choose(&mut self, at: usize, step: i64, from: usize, height: usize) {
        let nearest = self.nearest(at, step);
        let is_filter = matches!(self.lines.get(nearest), Some(Line::Filter(_)));
        let at = if is_filter { nearest } else { from };
        let above = at.saturating_sub(1);
        if height > 1 && matches!(self.lines.get(above), Some(Line::Heading(_))) {
            self.cursor.move_to(above, self.lines.len(), height);
        }
        self.cursor.move_to(at, self.lines.len(), height);
    }

    /// The line at `at`, or the next one from there that is a filter.
    fn nearest(&self, at: usize, step: i64) -> usize {
        let is_filter = |at: &usize| matches!(self.lines.get(*at), Some(Line::Filter(_)));
        let found = if step < 0 {
            (0..=at).rev().find(is_filter)
        } else {
            (at..self.lines.len()).find(is_filter)
        };
        found.unwrap_or(at)
    }
}
