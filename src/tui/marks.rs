//! The items that are marked, to act on several at once.

use crate::assess::ItemIndex;
use std::collections::BTreeSet;

/// The items that are marked, in the order of the checklists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks(BTreeSet<ItemIndex>);

impl Marks {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn has(&self, index: ItemIndex) -> bool {
        self.0.contains(&index)
    }

    /// The items, as filters look at them.
    pub(super) fn set(&self) -> &BTreeSet<ItemIndex> {
        &self.0
    }

    /// Whether an item of a requirement is marked.
    pub(super) fn any_of(&self, checklist: usize, requirement: usize) -> bool {
        let first = ItemIndex {
            checklist,
            requirement,
            item: 0,
        };
        let next = self.0.range(first..).next();
        next.is_some_and(|index| (index.checklist, index.requirement) == (checklist, requirement))
    }

    /// Marks all of `items`; where all of them are marked, none of them any more.
    pub(super) fn toggle(&mut self, items: &[ItemIndex]) {
        if items.iter().all(|index| self.has(*index)) {
            for index in items {
                self.0.remove(index);
            }
        } else {
            self.0.extend(items);
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(requirement: usize, item: usize) -> ItemIndex {
        ItemIndex {
            checklist: 0,
            requirement,
            item,
        }
    }

    #[test]
    fn what_is_marked_in_part_is_marked_in_full_and_then_not_at_all() {
        let all = [index(1, 0), index(1, 1)];
        let mut marks = Marks::default();
        marks.toggle(&all[..1]);
        marks.toggle(&all);
        assert_eq!(marks.len(), 2);
        assert!(marks.any_of(0, 1) && !marks.any_of(0, 0) && !marks.any_of(0, 2));
        marks.toggle(&all);
        assert!(marks.is_empty());
    }
}
