//! The checklists as a tree of lines: what is folded away, what a search leaves.

use super::board::Board;
use super::cursor::Cursor;
use super::marks::Marks;
use crate::assess::ItemIndex;
use crate::find::{Filters, Finder, find_items};
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

impl Row {
    /// Where it stands among all lines.
    fn place(self) -> (usize, Option<usize>, Option<usize>) {
        match self {
            Self::Checklist(c) => (c, None, None),
            Self::Requirement(c, r) => (c, Some(r), None),
            Self::Item(i) => (i.checklist, Some(i.requirement), Some(i.item)),
        }
    }
}

/// The tree as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) rows: Vec<Row>,
    /// The items that a search and filters leave, those included that are folded away.
    pub(super) items: Vec<ItemIndex>,
    /// Whether a search or filters narrow it: then nothing is folded away.
    narrowed: bool,
    pub(super) cursor: Cursor,
    folded: HashSet<Row>,
    finder: Finder,
}

impl Tree {
    /// Forgets what was found: what stands about the items has changed.
    pub(super) fn forget_found(&mut self) {
        self.finder = Finder::default();
    }

    /// Lays the lines out anew; the chosen line stays chosen if it is still there, and where a
    /// search or filters took it away, the item nearest to it is.
    pub(super) fn rebuild(
        &mut self,
        board: &Board,
        search: &str,
        lang: Lang,
        (filters, marks): (&Filters, &Marks),
    ) {
        let chosen = self.chosen();
        let premises = board.premises();
        let mut items: Vec<ItemIndex> = if search.trim().is_empty() {
            premises.items().collect()
        } else {
            self.finder.find(&premises, search, lang).to_vec()
        };
        if !filters.is_empty() {
            let ground = board.ground(marks);
            items.retain(|index| filters.leave(&ground, *index));
        }
        self.narrowed = !search.trim().is_empty() || !filters.is_empty();
        self.rows.clear();
        let mut last = (None, None);
        for index in &items {
            self.add(*index, &mut last);
        }
        self.items = items;
        let still = chosen.and_then(|row| self.rows.iter().position(|r| *r == row));
        if let Some(at) = still {
            self.cursor.at = at;
        } else if self.narrowed {
            self.cursor.at = self.nearest_item(chosen);
        }
    }

    /// The line of the item that follows on a line that is gone, or of the last one.
    fn nearest_item(&self, gone: Option<Row>) -> usize {
        let gone = gone.map_or((0, None, None), Row::place);
        let is_item = |row: &Row| matches!(row, Row::Item(_));
        let next = self
            .rows
            .iter()
            .position(|row| is_item(row) && row.place() >= gone);
        next.or_else(|| self.rows.iter().rposition(is_item))
            .unwrap_or(0)
    }

    fn add(&mut self, index: ItemIndex, last: &mut (Option<Row>, Option<Row>)) {
        let checklist = Row::Checklist(index.checklist);
        let requirement = Row::Requirement(index.checklist, index.requirement);
        if last.0 != Some(checklist) {
            self.rows.push(checklist);
            last.0 = Some(checklist);
        }
        let open = |row: &Row| !self.is_folded(*row);
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

    /// How many lines down the next line of the chosen one's kind is; none where there is no other.
    pub(super) fn to_next_alike(&self) -> usize {
        let Some(chosen) = self.chosen() else {
            return 0;
        };
        let kind = std::mem::discriminant(&chosen);
        let below = self.rows.iter().skip(self.cursor.at + 1);
        let mut alike = below.map(|row| std::mem::discriminant(row) == kind);
        alike.position(|alike| alike).map_or(0, |n| n + 1)
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
        !self.narrowed && self.folded.contains(&row)
    }

    /// Folds the chosen line or, where that is an item or folded, goes to the line it belongs to.
    pub(super) fn fold(&mut self, height: usize) {
        match self.chosen() {
            Some(Row::Item(index)) => {
                self.choose(Row::Requirement(index.checklist, index.requirement), height);
            }
            Some(row @ Row::Requirement(c, _)) if self.narrowed || self.is_folded(row) => {
                self.choose(Row::Checklist(c), height);
            }
            Some(row) if !self.narrowed => {
                self.folded.insert(row);
            }
            _ => {}
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
        if self.narrowed {
            return;
        }
        if let Some(row) = self.chosen()
            && !self.folded.remove(&row)
        {
            self.folded.insert(row);
        }
    }
}

/// The items that a search leaves; all where nothing is looked for.
pub(super) fn found(board: &Board, search: &str, lang: Lang) -> Vec<ItemIndex> {
    let premises = board.premises();
    if search.trim().is_empty() {
        premises.items().collect()
    } else {
        find_items(&premises, search, lang)
    }
}
