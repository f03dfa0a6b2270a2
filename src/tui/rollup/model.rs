//! The state of the roll-up's screen.

use super::super::cursor::Cursor;
use super::super::field::Field;
use super::super::model::{Notice, Told};
use super::super::surface::Surface;
use super::super::theme::{Outfit, Theme};
use super::column::{Column, Placed, placed};
use super::district::District;
use super::layout::{Areas, areas};
use super::rows::{Looked, Order, Row, of_requirement, rows};
use crate::find::Search;
use crate::keymap::RollUpView;
use crate::report::StatusReport;
use crate::text::{Lang, screen as words, to_ascii};
use crate::workspace::gathering::Lost;
use std::sync::Arc;

/// The state of the screen.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) lang: Lang,
    pub(super) size: (u16, u16),
    pub(super) outfit: Outfit,
    pub(super) theme: Theme,
    pub(super) district: Arc<District>,
    /// The list that is shown, or that is below what was opened.
    pub(super) list: RollUpView,
    /// Its lines.
    pub(super) rows: Vec<Row>,
    pub(super) cursor: Cursor,
    /// Where the other lists were left.
    left: Vec<(RollUpView, Cursor)>,
    /// What was opened, one from the other.
    pub(super) opened: Vec<Opened>,
    /// The column under the cursor.
    pub(super) column: Column,
    pub(super) order: Order,
    pub(super) search: Field,
    pub(super) typing: bool,
    pub(super) over: Option<Over>,
    pub(super) notice: Option<Notice>,
}

/// Something that was opened.
#[derive(Debug, Clone)]
pub(super) enum Opened {
    /// A requirement: its place, its lines.
    Requirement {
        at: usize,
        rows: Vec<Row>,
        cursor: Cursor,
    },
    School(Page),
}

/// A school's page.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// The place of the school.
    pub(super) school: usize,
    /// Its report, where there is one: as it was read again, or why it could not be.
    pub(super) found: Option<Result<Arc<StatusReport>, Lost>>,
    /// The first line shown.
    pub(super) top: usize,
}

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Over {
    Help {
        top: usize,
    },
    Text {
        title: String,
        lines: Vec<Told>,
        top: usize,
    },
}

impl Model {
    pub(super) fn new(district: Arc<District>, lang: Lang, outfit: Outfit) -> Self {
        let mut model = Self {
            lang,
            size: (80, 24),
            outfit,
            theme: outfit.theme(),
            district,
            list: RollUpView::Schools,
            rows: Vec::new(),
            cursor: Cursor::default(),
            left: Vec::new(),
            opened: Vec::new(),
            column: Column::Rate,
            order: Order {
                by: Column::Rate,
                reversed: false,
            },
            search: Field::new(words::FIND),
            typing: false,
            over: None,
            notice: None,
        };
        model.rebuild();
        model
    }

    pub(super) fn surface(&self) -> Surface {
        Surface {
            theme: self.theme,
            lang: self.lang,
            size: self.size,
        }
    }

    pub(super) fn areas(&self) -> Areas {
        areas(self.size)
    }

    /// What is shown.
    pub(super) fn view(&self) -> RollUpView {
        match self.opened.last() {
            Some(Opened::Requirement { .. }) => RollUpView::Requirement,
            Some(Opened::School(_)) => RollUpView::School,
            None => self.list,
        }
    }

    /// The columns of the list of schools on this screen.
    pub(super) fn columns(&self) -> Vec<Placed> {
        let has_records = self.district.report.records.is_some();
        placed(self.size.0.into(), has_records, self.lang)
    }

    /// The lines that are shown, and where among them one is.
    pub(super) fn lines(&self) -> (&[Row], Cursor) {
        match self.opened.last() {
            Some(Opened::Requirement { rows, cursor, .. }) => (rows, *cursor),
            Some(Opened::School(_)) => (&[], Cursor::default()),
            None => (&self.rows, self.cursor),
        }
    }

    /// The line that keys act on.
    pub(super) fn chosen(&self) -> Option<Row> {
        let (rows, cursor) = self.lines();
        rows.get(cursor.at).copied()
    }

    /// The place of the school that the chosen line is about.
    pub(super) fn chosen_school(&self) -> Option<usize> {
        school_of(&self.district, self.chosen()?)
    }

    /// How many lines of a list are shown.
    pub(super) fn list_height(&self) -> usize {
        usize::from(self.areas().list.height)
    }

    /// Changes where in the lines that are shown one is.
    pub(super) fn with_cursor(&mut self, change: impl FnOnce(&mut Cursor, usize, usize)) {
        let height = self.list_height();
        let (cursor, len) = match self.opened.last_mut() {
            Some(Opened::Requirement { rows, cursor, .. }) => (cursor, rows.len()),
            Some(Opened::School(_)) => return,
            None => (&mut self.cursor, self.rows.len()),
        };
        change(cursor, len, height);
    }

    /// Lays the lines out anew after the search, the order, the language or the size has changed.
    pub(super) fn rebuild(&mut self) {
        let typed = to_ascii(self.search.text().trim()).to_lowercase();
        let search = (!typed.is_empty()).then(|| Search::new(&typed));
        let looked = Looked {
            search: search.as_ref(),
            lang: self.lang,
        };
        self.rows = rows(&self.district, self.list, self.order, &looked);
        let columns = self.columns();
        if !columns.iter().any(|placed| placed.column == self.column) {
            self.column = Column::Rate;
        }
        let height = self.list_height();
        self.cursor.keep_in_sight(self.rows.len(), height);
        self.with_cursor(Cursor::keep_in_sight);
    }

    /// Goes to a list, where it was left.
    pub(super) fn go(&mut self, list: RollUpView) {
        self.opened.clear();
        if list == self.list {
            return;
        }
        self.left.retain(|(view, _)| *view != self.list);
        self.left.push((self.list, self.cursor));
        let left = self.left.iter().find(|(view, _)| *view == list);
        let left = left.map(|(_, cursor)| *cursor);
        self.list = list;
        self.end_search();
        self.cursor = left.unwrap_or_else(|| first(&self.rows));
        let height = self.list_height();
        self.cursor.keep_in_sight(self.rows.len(), height);
    }

    /// Shows every line again; the chosen one stays chosen.
    pub(super) fn end_search(&mut self) {
        let chosen = self.rows.get(self.cursor.at).copied();
        let was_narrowed = !self.search.is_empty();
        self.typing = false;
        self.search = Field::new(words::FIND);
        self.rebuild();
        if was_narrowed && let Some(row) = chosen {
            self.choose(row);
        }
    }

    /// Chooses a line of the list, where it is there.
    pub(super) fn choose(&mut self, row: Row) {
        if let Some(at) = self.rows.iter().position(|other| *other == row) {
            let (len, height) = (self.rows.len(), self.list_height());
            self.cursor.move_to(at, len, height);
        }
    }

    /// Opens a requirement.
    pub(super) fn open_requirement(&mut self, at: usize) {
        let rows = of_requirement(&self.district, at);
        let cursor = first(&rows);
        self.opened.push(Opened::Requirement { at, rows, cursor });
    }

    /// Shows another week.
    pub(super) fn turn(&mut self, district: Arc<District>) {
        self.district = district;
        self.opened.clear();
        self.left.clear();
        self.cursor = Cursor::default();
        self.list = RollUpView::Schools;
        self.end_search();
    }
}

/// At the first line that is no heading.
pub(super) fn first(rows: &[Row]) -> Cursor {
    let is_line = |row: &Row| !matches!(row, Row::Heading(..));
    let at = rows.iter().position(is_line).unwrap_or(0);
    Cursor { at, top: 0 }
}

/// The place of the school that a line is about.
pub(super) fn school_of(district: &District, row: Row) -> Option<usize> {
    let report = &district.report;
    match row {
        Row::School(at) | Row::On(at, _) => Some(at),
        Row::Missing(n) => district.school(&report.not_reported.get(n)?.id),
        Row::Late(n) => district.school(&report.late.get(n)?.id),
        Row::Shared(n) => district.school(&report.shared_ids.get(n)?.id),
        Row::Broken(n) => district.school(&report.breaks().get(n)?.school),
        _ => None,
    }
}
