//! The checklists as a tree of lines: what is folded away, what a search leaves.

use super::board::Board;
use super::cursor::Cursor;
use crate::assess::ItemIndex;
use crate::find::Finder;
use crate::text::Lang;
use std::collections::HashSet;

/// One line of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Row {
    /// A checklist, by its index.
    Checklist(usize),
    /// A requirement, by the indexes of its checklist and its own.
    Requirement(usize, usize),
    /// An item.
    Item(ItemIndex),
}

/// The tree as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) rows: Vec<Row>,
    pub(super) cursor: Cursor,
    folded: HashSet<Row>,
    finder: Finder,
}

impl Tree {
    /// Forgets what was found: what stands about the items has changed.
    pub(super) fn forget_found(&mut self) {
        self.finder = Finder::default();
    }

    /// Lays the lines out anew; the chosen line stays chosen if it is still there.
    pub(super) fn rebuild(&mut self, board: &Board, search: &str, lang: Lang) {
        let chosen = self.chosen();
        let premises = board.premises();
        let searching = !search.trim().is_empty();
        let items: Vec<ItemIndex> = if searching {
            self.finder.find(&premises, search, lang).to_vec()
        } else {
            premises.items().collect()
        };
        self.rows.clear();
        let mut last = (None, None);
        for index in items {
            self.add(index, searching, &mut last);
        }
        let still = chosen.and_then(|row| self.rows.iter().position(|r| *r == row));
        let first_item = || self.rows.iter().position(|row| matches!(row, Row::Item(_)));
        if let Some(at) = still {
            self.cursor.at = at;
        } else if searching {
            self.cursor.at = first_item().unwrap_or(0);
        }
    }

    fn add(&mut self, index: ItemIndex, searching: bool, last: &mut (Option<Row>, Option<Row>)) {
        let checklist = Row::Checklist(index.checklist);
        let requirement = Row::Requirement(index.checklist, index.requirement);
        if last.0 != Some(checklist) {
            self.rows.push(checklist);
            last.0 = Some(checklist);
        }
        let open = |row: &Row| searching || !self.folded.contains(row);
        let (in_checklist, in_requirement) = (open(&checklist), open(&requirement));
        if in_checklist && last.1 != Some(requirement) {
            self.rows.push(requirement);
            last.1 = Some(requirement);
        }
        if in_checklist && in_requirement {
            self.rows.push(Row::Item(index));
        }
    }

    /// The chosen line.
    pub(super) fn chosen(&self) -> Option<Row> {
        self.rows.get(self.cursor.at).copied()
    }

    /// Chooses the line of an item or requirement, unfolding what hides it. The lines must be laid
    /// out anew after this.
    pub(super) fn reveal(&mut self, row: Row) {
        let (checklist, requirement) = match row {
            Row::Checklist(c) => (c, None),
            Row::Requirement(c, r) => (c, Some(r)),
            Row::Item(index) => (index.checklist, Some(index.requirement)),
        };
        self.folded.remove(&Row::Checklist(checklist));
        if let (Some(r), Row::Item(_)) = (requirement, row) {
            self.folded.remove(&Row::Requirement(checklist, r));
        }
    }

    /// Chooses that line, if there is one, with what stands around it in sight.
    pub(super) fn choose(&mut self, row: Row, height: usize) {
        if let Some(at) = self.rows.iter().position(|r| *r == row) {
            self.cursor.top = at.saturating_sub(height / 3);
            self.cursor.move_to(at, self.rows.len(), height);
        }
    }

    pub(super) fn is_folded(&self, row: Row) -> bool {
        self.folded.contains(&row)
    }

    /// Folds the chosen line or, where that is an item or folded, goes to the line it belongs to.
    pub(super) fn fold(&mut self, height: usize) {
        match self.chosen() {
            Some(Row::Item(index)) => {
                self.choose(Row::Requirement(index.checklist, index.requirement), height);
            }
            Some(row @ Row::Requirement(c, _)) if self.folded.contains(&row) => {
                self.choose(Row::Checklist(c), height);
            }
            Some(row) => {
                self.folded.insert(row);
            }
            None => {}
        }
    }

    /// Unfolds the chosen line.
    pub(super) fn unfold(&mut self) {
        if let Some(row) = self.chosen() {
            self.folded.remove(&row);
        }
    }

    /// Folds or unfolds the chosen line.
    pub(super) fn toggle(&mut self) {
        if let Some(row) = self.chosen()
            && !self.folded.remove(&row)
        {
            self.folded.insert(row);
        }
    }
}
