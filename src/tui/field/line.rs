//! A line of text with a caret, which stands between two characters as a reader sees them: a letter
//! with its accents, an emoji with its modifiers, a Chinese character of two cells or of four bytes.

use super::super::cells::clusters;
use crate::text::visible;

/// A line of text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    text: String,
    /// How many bytes of the text stand before the caret.
    caret: usize,
    /// Whether the whole text is selected: what is typed or deleted then replaces all of it.
    selected: bool,
}

/// What a character is to whoever deletes a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Spaces and punctuation, which go with the piece before them.
    Between,
    /// Letters and digits.
    Letter,
    /// Chinese characters.
    Wide,
}

impl Line {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_selected(&self) -> bool {
        self.selected
    }

    /// Selects all there is.
    pub(super) fn select(&mut self) {
        self.caret = self.text.len();
        self.selected = !self.text.is_empty();
    }

    /// Types text at the caret, or in place of what is selected.
    pub(super) fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.selected) {
            self.text.clear();
            self.caret = 0;
        }
        let typed = one_line(text);
        self.text.insert_str(self.caret, &typed);
        self.stand(self.caret + typed.len());
    }

    /// Moves the caret a character back or on.
    pub(super) fn step(&mut self, forward: bool) {
        self.selected = false;
        self.caret = if forward {
            self.next()
        } else {
            self.previous()
        };
    }

    /// Moves the caret to the beginning or the end.
    pub(super) fn go(&mut self, to_end: bool) {
        self.selected = false;
        self.caret = if to_end { self.text.len() } else { 0 };
    }

    /// Deletes the character before the caret.
    pub(super) fn delete_back(&mut self) {
        self.delete(self.previous(), self.caret);
    }

    /// Deletes the character at the caret.
    pub(super) fn delete_on(&mut self) {
        self.delete(self.caret, self.next());
    }

    /// Deletes everything before the caret, or from there on.
    pub(super) fn delete_all(&mut self, forward: bool) {
        if forward {
            self.delete(self.caret, self.text.len());
        } else {
            self.delete(0, self.caret);
        }
    }

    /// Deletes the piece before the caret: a word, or Chinese as far as the punctuation before it,
    /// each with what follows it.
    pub(super) fn delete_piece(&mut self) {
        let before = self.text.get(..self.caret).unwrap_or_default();
        let pieces: Vec<(usize, Sort)> = starts(before).collect();
        let back = pieces.iter().rev();
        let mut piece = back.skip_while(|(_, sort)| *sort == Sort::Between);
        let start = match piece.next() {
            None => 0,
            Some((last, sort)) => {
                let same = piece.take_while(|(_, other)| other == sort);
                same.last().map_or(*last, |(first, _)| *first)
            }
        };
        self.delete(start, self.caret);
    }

    /// The part of the text that fits `width` cells with the caret in it, the byte that it begins
    /// with, and the caret's cell. Some of what follows the caret stays in sight.
    pub(super) fn window(&self, width: usize) -> (&str, usize, usize) {
        let (before, after) = self.text.split_at_checked(self.caret).unwrap_or_default();
        let cells = |text| clusters(text).map(|(_, cells)| cells).sum::<usize>();
        let (before, after) = (cells(before), cells(after));
        // A cell is kept for a caret after the last character.
        let kept = after.min(width / 4) + 1;
        let surplus = (before + kept).saturating_sub(width);
        let (start, skipped) = self.past(0, surplus);
        (
            self.fitting(start, width),
            start,
            before - skipped.min(before),
        )
    }

    /// The part of the text that fits `width` cells, from a byte on.
    fn fitting(&self, start: usize, width: usize) -> &str {
        let rest = self.text.get(start..).unwrap_or_default();
        let mut used = 0;
        let fits = clusters(rest).take_while(|(_, cells)| {
            used += cells;
            used <= width
        });
        let bytes = fits.map(|(cluster, _)| cluster.len()).sum();
        rest.get(..bytes).unwrap_or_default()
    }

    /// The place of the first character that begins `cells` or more after the one at byte `start`,
    /// and the cells between them.
    fn past(&self, start: usize, cells: usize) -> (usize, usize) {
        let (mut at, mut used) = (start, 0);
        for (cluster, width) in clusters(self.text.get(start..).unwrap_or_default()) {
            if used >= cells {
                break;
            }
            at += cluster.len();
            used += width;
        }
        (at, used)
    }

    /// Puts the caret before the character at a cell, where the first of all is that of byte
    /// `start`; at the end beyond the last.
    pub(super) fn point(&mut self, start: usize, cell: usize) {
        self.selected = false;
        let (mut at, mut used) = (start, 0);
        for (cluster, width) in clusters(self.text.get(start..).unwrap_or_default()) {
            if used + width > cell {
                break;
            }
            at += cluster.len();
            used += width;
        }
        self.caret = at;
    }

    /// Deletes from one byte to another, or all that is selected.
    fn delete(&mut self, from: usize, to: usize) {
        if std::mem::take(&mut self.selected) {
            self.text.clear();
            self.caret = 0;
            return;
        }
        self.text.replace_range(from..to, "");
        self.stand(from);
    }

    /// Puts the caret at a byte, or after the character that the byte has become a part of.
    fn stand(&mut self, at: usize) {
        let mut place = 0;
        let mut ends = clusters(&self.text).map(|(cluster, _)| {
            place += cluster.len();
            place
        });
        self.caret = if at == 0 {
            0
        } else {
            ends.find(|end| *end >= at).unwrap_or(self.text.len())
        };
    }

    fn previous(&self) -> usize {
        let before = self.text.get(..self.caret).unwrap_or_default();
        starts(before).last().map_or(0, |(start, _)| start)
    }

    fn next(&self) -> usize {
        let after = self.text.get(self.caret..).unwrap_or_default();
        let length = clusters(after)
            .next()
            .map_or(0, |(cluster, _)| cluster.len());
        self.caret + length
    }
}

/// The byte that each character begins with, and what sort it is.
fn starts(text: &str) -> impl Iterator<Item = (usize, Sort)> {
    let mut at = 0;
    clusters(text).map(move |(cluster, cells)| {
        let start = at;
        at += cluster.len();
        let is_letter = cluster.starts_with(char::is_alphanumeric);
        let sort = match (is_letter, cells) {
            (false, _) => Sort::Between,
            (true, 2..) => Sort::Wide,
            (true, _) => Sort::Letter,
        };
        (start, sort)
    })
}

/// Text as it goes into one line: the ends of its lines as spaces, and nothing that a terminal would
/// act on.
fn one_line(text: &str) -> String {
    let text = text.trim_end_matches(['\n', '\r']).replace("\r\n", "\n");
    visible(&text).replace('\u{fffd}', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn line(text: &str) -> Line {
        let mut line = Line::default();
        line.insert(text);
        line
    }

    /// The text with the caret in it.
    fn shown(line: &Line) -> String {
        let (before, after) = line.text.split_at(line.caret);
        format!("{before}|{after}")
    }

    #[test]
    fn the_caret_moves_and_deletes_by_whole_characters() {
        for character in ["a", "核", "𠮷", "e\u{301}", "👍🏽", "👨‍👩‍👧", "🇨🇳", "한"]
        {
            let mut line = line(&format!("x{character}y"));
            line.step(false);
            line.step(false);
            assert_eq!(shown(&line), format!("x|{character}y"));
            line.step(true);
            assert_eq!(shown(&line), format!("x{character}|y"));
            line.delete_back();
            assert_eq!(shown(&line), "x|y");
            line.insert(character);
            line.step(false);
            line.delete_on();
            assert_eq!(shown(&line), "x|y");
        }
    }

    #[test]
    fn the_ends_are_ends() {
        let mut line = line("核");
        line.step(true);
        line.delete_on();
        assert_eq!(shown(&line), "核|");
        line.go(false);
        line.step(false);
        line.delete_back();
        assert_eq!(shown(&line), "|核");
    }

    #[test]
    fn everything_before_or_after_the_caret_goes_at_once() {
        let mut line = line("今日晨检");
        line.step(false);
        line.delete_all(true);
        assert_eq!(shown(&line), "今日晨|");
        line.step(false);
        line.delete_all(false);
        assert_eq!(shown(&line), "|晨");
    }

    #[test]
    fn a_piece_is_a_word_or_chinese_between_two_marks() {
        let pieces = |text: &str| {
            let mut line = line(text);
            let mut left = Vec::new();
            while !line.text.is_empty() {
                line.delete_piece();
                left.push(line.text.clone());
            }
            left
        };
        assert_eq!(pieces("the gate log "), ["the gate ", "the ", ""]);
        assert_eq!(pieces("晨检已办，缺两人。"), ["晨检已办，", ""]);
        assert_eq!(pieces("王芳、李强"), ["王芳、", ""]);
        assert_eq!(pieces("已检3891人"), ["已检3891", "已检", ""]);
        assert_eq!(pieces("，。"), [""]);
    }

    #[test]
    fn what_is_selected_is_replaced_or_deleted_whole_and_moving_keeps_it() {
        let selected = || {
            let mut line = line("王建国");
            line.select();
            line
        };
        let mut typed = selected();
        typed.insert("李");
        assert_eq!(shown(&typed), "李|");
        let mut deleted = selected();
        deleted.delete_back();
        assert_eq!(shown(&deleted), "|");
        let mut moved = selected();
        moved.step(false);
        moved.insert("小");
        assert_eq!(shown(&moved), "王建小|国");
        let mut empty = Line::default();
        empty.select();
        assert!(!empty.is_selected());
    }

    #[test]
    fn pasted_lines_become_one_and_what_a_terminal_acts_on_is_dropped() {
        assert_eq!(line("a\r\nb\u{1b}[31m\u{202e}\n").text, "a b[31m");
        assert_eq!(line("一\n二\t三").text, "一 二 三");
    }

    #[test]
    fn a_long_text_scrolls_with_the_caret_and_shows_what_follows_it() {
        let mut line = line("一二三四五六七八");
        assert_eq!(line.window(6), ("七八", 18, 4));
        for _ in 0..4 {
            line.step(false);
        }
        assert_eq!(line.window(8), ("三四五六", 6, 4));
        line.go(false);
        assert_eq!(line.window(7), ("一二三", 0, 0));
    }

    #[test]
    fn a_click_puts_the_caret_before_what_it_hits() {
        let mut line = line("a核酸b");
        for (cell, expected) in [
            (0, "|a核酸b"),
            (1, "a|核酸b"),
            (2, "a|核酸b"),
            (3, "a核|酸b"),
            (5, "a核酸|b"),
            (6, "a核酸b|"),
            (40, "a核酸b|"),
        ] {
            line.point(0, cell);
            assert_eq!(shown(&line), expected, "{cell}");
        }
    }

    fn any_edit() -> impl Strategy<Value = (u8, String)> {
        (0_u8..11, "[a核𠮷é\u{301}👍🏽\u{200d}👨 ，]{0,3}")
    }

    proptest! {
        #[test]
        fn the_caret_is_never_within_a_character_and_always_in_sight(
            edits in prop::collection::vec(any_edit(), 1..40),
            width in 3_usize..20,
        ) {
            let mut line = Line::default();
            for (edit, text) in edits {
                match edit {
                    0 => line.step(false),
                    1 => line.step(true),
                    2 => line.go(false),
                    3 => line.go(true),
                    4 => line.delete_back(),
                    5 => line.delete_on(),
                    6 => line.delete_piece(),
                    7 => line.select(),
                    _ => line.insert(&text),
                }
                let whole = line.text.grapheme_indices(true).map(|(start, _)| start);
                let places: Vec<usize> = whole.chain([line.text.len()]).collect();
                prop_assert!(places.contains(&line.caret), "{}", shown(&line));
                let (window, start, caret) = line.window(width);
                let cells: usize = clusters(window).map(|(_, cells)| cells).sum();
                prop_assert!(caret < width && cells <= width, "{window} {caret}");
                prop_assert!(places.contains(&start) && places.contains(&(start + window.len())));
            }
        }
    }
}
