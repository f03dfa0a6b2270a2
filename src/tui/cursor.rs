//! A place in a list that is longer than the screen.

/// The line chosen, and the first line shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Cursor {
    pub(super) at: usize,
    pub(super) top: usize,
}

impl Cursor {
    /// Moves by so many lines in a list of `len`, of which `height` are shown.
    pub(super) fn move_by(&mut self, lines: i64, len: usize, height: usize) {
        let at = i64::try_from(self.at)
            .unwrap_or(i64::MAX)
            .saturating_add(lines);
        let at = usize::try_from(at.max(0)).unwrap_or(0);
        self.move_to(at, len, height);
    }

    /// Moves to a line, and shows it.
    pub(super) fn move_to(&mut self, at: usize, len: usize, height: usize) {
        self.at = at.min(len.saturating_sub(1));
        self.keep_in_sight(len, height);
    }

    /// Scrolls by so many lines; the chosen line comes along where it would be out of sight.
    pub(super) fn scroll(&mut self, lines: i64, len: usize, height: usize) {
        let height = height.max(1);
        let lines = isize::try_from(lines).unwrap_or(0);
        let top = self.top.saturating_add_signed(lines);
        self.top = top.min(len.saturating_sub(height));
        self.at = self.at.clamp(self.top, self.top + height - 1);
        self.keep_in_sight(len, height);
    }

    /// Scrolls as little as needed for the chosen line to be shown, and never past the end.
    pub(super) fn keep_in_sight(&mut self, len: usize, height: usize) {
        self.at = self.at.min(len.saturating_sub(1));
        let height = height.max(1);
        if self.at < self.top {
            self.top = self.at;
        }
        if self.at >= self.top + height {
            self.top = self.at + 1 - height;
        }
        self.top = self.top.min(len.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_line_stays_in_the_list_and_in_sight() {
        let mut cursor = Cursor::default();
        cursor.move_by(7, 20, 5);
        assert_eq!((cursor.at, cursor.top), (7, 3));
        cursor.move_by(-2, 20, 5);
        assert_eq!((cursor.at, cursor.top), (5, 3));
        cursor.move_by(100, 20, 5);
        assert_eq!((cursor.at, cursor.top), (19, 15));
        cursor.keep_in_sight(3, 5);
        assert_eq!((cursor.at, cursor.top), (2, 0));
        cursor.move_by(-100, 0, 0);
        assert_eq!((cursor.at, cursor.top), (0, 0));
    }

    #[test]
    fn what_is_scrolled_takes_the_chosen_line_along() {
        let mut cursor = Cursor { at: 4, top: 0 };
        cursor.scroll(3, 20, 5);
        assert_eq!((cursor.at, cursor.top), (4, 3));
        cursor.scroll(3, 20, 5);
        assert_eq!((cursor.at, cursor.top), (6, 6));
        cursor.scroll(-100, 20, 5);
        assert_eq!((cursor.at, cursor.top), (4, 0));
        cursor.scroll(100, 20, 5);
        assert_eq!((cursor.at, cursor.top), (15, 15));
        cursor.scroll(3, 2, 5);
        assert_eq!((cursor.at, cursor.top), (1, 0));
    }
}
