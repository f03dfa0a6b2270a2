//! Pages that are laid out already.

use super::laid::Laid;
use crate::assess::ItemIndex;
use std::collections::VecDeque;
use std::rc::Rc;

/// How many pages are kept: those next to the chosen one, and some on the way back.
const MOST: usize = 8;

/// The pages of items that were laid out last in a scene.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The latest last.
    pages: VecDeque<(ItemIndex, Rc<Laid>)>,
}

impl Shelf {
    /// The page of an item, laid out by `lay` where it is not there.
    pub(super) fn page(&mut self, index: ItemIndex, lay: impl FnOnce() -> Laid) -> Rc<Laid> {
        if let Some((_, page)) = self.pages.iter().find(|(of, _)| *of == index) {
            return Rc::clone(page);
        }
        let page = Rc::new(lay());
        if self.pages.len() == MOST {
            self.pages.pop_front();
        }
        self.pages.push_back((index, Rc::clone(&page)));
        page
    }

    /// Forgets all pages: they would show something else now.
    pub(super) fn clear(&mut self) {
        self.pages.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_laid_out_once_as_long_as_few_others_are() {
        let (mut shelf, mut laid) = (Shelf::default(), Vec::new());
        let mut ask = |shelf: &mut Shelf, item: usize| {
            let index = ItemIndex {
                checklist: 0,
                requirement: 0,
                item,
            };
            shelf.page(index, || {
                laid.push(item);
                Laid::default()
            });
        };
        for item in [0, 1, 0, 1, 2] {
            ask(&mut shelf, item);
        }
        for item in 3..=MOST {
            ask(&mut shelf, item);
        }
        ask(&mut shelf, 0);
        shelf.clear();
        ask(&mut shelf, MOST);
        let expected: Vec<usize> = (0..=MOST).chain([0, MOST]).collect();
        assert_eq!(laid, expected);
    }
}
