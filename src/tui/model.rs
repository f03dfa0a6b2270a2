//! The state of the screen.

use super::board::Board;
use super::cursor::Cursor;
use super::field::Field;
use super::form::Form;
use super::keymap::Context;
use super::layout::{self, Areas};
use super::message::Effect;
use super::theme::Theme;
use super::tree::{Row, Tree};
use crate::assess::ItemIndex;
use crate::fact::Fact;
use crate::text::{Lang, screen as words};
use crate::workspace::Command;
use ratatui::layout::Rect;
use std::sync::Arc;

/// The state of the screen: what is shown, and nothing that is not.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) lang: Lang,
    pub(super) size: (u16, u16),
    pub(super) theme: Theme,
    pub(super) board: Arc<Board>,
    pub(super) context: Context,
    pub(super) overview: Overview,
    pub(super) tree: Tree,
    /// Whether a narrow screen shows the item instead of the tree.
    pub(super) reading: bool,
    /// The first line of the item that is shown.
    pub(super) item_top: usize,
    pub(super) entries: Entries,
    pub(super) search: Search,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
}

/// The two columns of the overview.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Overview {
    pub(super) on_tasks: bool,
    pub(super) requirements: Cursor,
    pub(super) tasks: Cursor,
}

/// The record as far as it has been read, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entries {
    pub(super) facts: Vec<Fact>,
    pub(super) ended: bool,
    pub(super) cursor: Cursor,
}

/// What is looked for.
#[derive(Debug, Clone)]
pub(super) struct Search {
    pub(super) field: Field,
    pub(super) typing: bool,
}

/// What lies over the screen.
#[derive(Debug, Clone)]
pub(super) enum Overlay {
    Help { top: usize },
    Form { form: Form, wrong: Option<String> },
    Confirm { question: String, command: Command },
}

/// A line at the foot of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice {
    pub(super) text: String,
    pub(super) bad: bool,
}

/// How many entries of the record are read at a time.
pub(super) const PAGE: usize = 200;

impl Model {
    pub(super) fn new(board: Arc<Board>, lang: Lang, size: (u16, u16), theme: Theme) -> Self {
        let mut model = Self {
            lang,
            size,
            theme,
            board,
            context: Context::Overview,
            overview: Overview::default(),
            tree: Tree::default(),
            reading: false,
            item_top: 0,
            entries: Entries::default(),
            search: Search {
                field: Field::new(words::FIND),
                typing: false,
            },
            overlay: None,
            notice: None,
        };
        model.overview.on_tasks = true;
        model.rebuild();
        model
    }

    /// Where everything is on the screen.
    pub(super) fn areas(&self) -> Areas {
        layout::areas(Rect::new(0, 0, self.size.0, self.size.1))
    }

    /// How many lines of the chosen list are shown.
    pub(super) fn list_height(&self) -> usize {
        let areas = self.areas();
        usize::from(match self.context {
            Context::Overview if self.overview.on_tasks => areas.tasks.height,
            Context::Overview => areas.requirements.height,
            Context::Checklist => areas.tree.height,
            Context::Record => areas.body.height,
        })
    }

    /// The item that keys act on.
    pub(super) fn chosen_item(&self) -> Option<ItemIndex> {
        match self.context {
            Context::Checklist => match self.tree.chosen()? {
                Row::Item(index) => Some(index),
                _ => None,
            },
            Context::Overview if self.overview.on_tasks => {
                self.board.tasks.items.get(self.overview.tasks.at).copied()
            }
            Context::Overview | Context::Record => None,
        }
    }

    /// Lays everything out anew after the board, the search or the size has changed.
    pub(super) fn rebuild(&mut self) {
        let search = self.search.field.text();
        self.tree.rebuild(&self.board, &search, self.lang);
        let areas = self.areas();
        let (tasks, requirements) = (self.board.tasks.items.len(), self.board.requirements.len());
        let overview = &mut self.overview;
        overview
            .tasks
            .keep_in_sight(tasks, areas.tasks.height.into());
        overview
            .requirements
            .keep_in_sight(requirements, areas.requirements.height.into());
        let (rows, entries) = (self.tree.rows.len(), self.entries.facts.len());
        self.tree
            .cursor
            .keep_in_sight(rows, areas.tree.height.into());
        self.entries
            .cursor
            .keep_in_sight(entries, areas.body.height.into());
    }

    /// The order to read the newest entries of the record again.
    pub(super) fn list_newest() -> Effect {
        Effect::List {
            before: None,
            count: PAGE,
        }
    }
}
