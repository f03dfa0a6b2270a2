//! A line of text being typed.

use crate::keymap::Key;
use crate::text::Phrase;
use ratatui_textarea::{CursorMove, TextArea};
use unicode_width::UnicodeWidthStr;

/// A labelled line of text with a caret that moves by whole characters.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) label: Phrase,
    /// What an empty field stands for.
    pub(super) empty: Option<Phrase>,
    /// What can be chosen, where nothing is typed but one of a few things chosen.
    pub(super) choices: Vec<String>,
    pub(super) chosen: usize,
    /// Whether the text was there at the beginning and no key has touched it: typing replaces it.
    untouched: bool,
    area: TextArea<'static>,
}

impl Field {
    pub(super) fn new(label: Phrase) -> Self {
        Self {
            label,
            empty: None,
            choices: Vec::new(),
            chosen: 0,
            untouched: false,
            area: TextArea::default(),
        }
    }

    /// A field in which one of a few things is chosen; the first at the beginning.
    pub(super) fn choice(label: Phrase, choices: Vec<String>) -> Self {
        Self {
            choices,
            ..Self::new(label)
        }
    }

    /// The field with what it stands for while it is empty.
    pub(super) fn or(mut self, empty: Phrase) -> Self {
        self.empty = Some(empty);
        self
    }

    /// The field with a text in it, the caret at its end. Typing replaces the text, unless another
    /// key goes into it first.
    pub(super) fn with(mut self, text: &str) -> Self {
        self.type_text(text);
        self.untouched = !text.is_empty();
        self
    }

    /// Whether the next character typed replaces the text.
    pub(super) fn is_untouched(&self) -> bool {
        self.untouched
    }

    pub(super) fn text(&self) -> String {
        self.area.lines().concat()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Types text at the caret, line ends as spaces: a field is one line.
    pub(super) fn type_text(&mut self, text: &str) {
        if !self.choices.is_empty() {
            return;
        }
        let line: String = text
            .replace("\r\n", "\n")
            .chars()
            .filter_map(|c| match c {
                '\n' | '\r' | '\t' => Some(' '),
                c if c.is_control() => None,
                c => Some(c),
            })
            .collect();
        if std::mem::take(&mut self.untouched) {
            self.area = TextArea::default();
        }
        self.area.insert_str(line);
    }

    /// Puts a text in place of what stands there.
    pub(super) fn replace(&mut self, text: &str) {
        self.area = TextArea::default();
        self.untouched = false;
        self.type_text(text);
    }

    /// Takes a key; whether it was one for editing.
    pub(super) fn press(&mut self, key: Key) -> bool {
        if !self.choices.is_empty() {
            return self.choose(key);
        }
        if !matches!(key, Key::Char(_)) {
            self.untouched = false;
        }
        match key {
            Key::Char(c) => self.type_text(&c.to_string()),
            Key::Backspace | Key::Ctrl('h') => drop(self.area.delete_char()),
            Key::Delete => drop(self.area.delete_next_char()),
            Key::Ctrl('u') => drop(self.area.delete_line_by_head()),
            Key::Ctrl('w') => drop(self.area.delete_word()),
            Key::Left => self.area.move_cursor(CursorMove::Back),
            Key::Right => self.area.move_cursor(CursorMove::Forward),
            Key::Home | Key::Ctrl('a') => self.area.move_cursor(CursorMove::Head),
            Key::End | Key::Ctrl('e') => self.area.move_cursor(CursorMove::End),
            _ => return false,
        }
        true
    }

    fn choose(&mut self, key: Key) -> bool {
        let count = self.choices.len();
        self.chosen = match key {
            Key::Right | Key::Char(' ') => (self.chosen + 1) % count,
            Key::Left => (self.chosen + count - 1) % count,
            _ => return false,
        };
        true
    }

    /// The part of the text that fits `width` cells around the caret, and the caret's cell in it.
    pub(super) fn window(&self, width: usize) -> (String, usize) {
        let text = self.text();
        let before: String = text.chars().take(self.area.cursor().1).collect();
        let mut skipped = 0;
        let mut shown: &str = &text;
        // One cell is kept for the caret after the last character.
        while before.width() - skipped >= width.max(1) {
            let Some(first) = shown.chars().next() else {
                break;
            };
            let rest = shown.strip_prefix(first).unwrap_or_default();
            skipped += shown.width() - rest.width();
            shown = rest;
        }
        let mut fitting = String::new();
        for c in shown.chars() {
            fitting.push(c);
            if fitting.width() > width {
                fitting.pop();
                break;
            }
        }
        (fitting, before.width() - skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> Field {
        Field::new(Phrase::new("备注", "note")).with(text)
    }

    #[test]
    fn the_caret_stands_in_cells_and_moves_by_characters() {
        let mut field = field("核酸a");
        assert_eq!(field.window(20), ("核酸a".into(), 5));
        field.press(Key::Left);
        field.press(Key::Left);
        assert_eq!(field.window(20), ("核酸a".into(), 2));
        field.press(Key::Backspace);
        assert_eq!(field.text(), "酸a");
    }

    #[test]
    fn a_long_text_scrolls_with_the_caret() {
        let (shown, caret) = field("一二三四五六七八").window(6);
        assert_eq!(shown, "七八");
        assert_eq!(caret, 4);
    }

    #[test]
    fn typing_replaces_what_stood_there_and_any_other_key_goes_into_it() {
        let mut replaced = field("228");
        assert!(replaced.is_untouched());
        replaced.press(Key::Char('8'));
        replaced.press(Key::Char('7'));
        assert_eq!(replaced.text(), "87");
        let mut amended = field("228");
        amended.press(Key::End);
        amended.press(Key::Char('7'));
        assert_eq!(amended.text(), "2287");
        let mut pasted = field("228");
        pasted.type_text("876");
        assert_eq!(pasted.text(), "876");
    }

    #[test]
    fn one_of_a_few_things_is_chosen_round_and_round() {
        let choices = vec!["pass".to_owned(), "fail".to_owned()];
        let mut field = Field::choice(Phrase::new("结论", "verdict"), choices);
        assert!(field.press(Key::Right));
        assert_eq!(field.chosen, 1);
        assert!(field.press(Key::Char(' ')));
        assert!(field.press(Key::Left));
        assert_eq!(field.chosen, 1);
        assert!(!field.press(Key::Char('x')));
        field.type_text("x");
        assert!(field.is_empty());
    }

    #[test]
    fn pasted_lines_become_one_and_control_codes_are_dropped() {
        let mut field = field("");
        field.type_text("a\r\nb\u{1b}[31m");
        assert_eq!(field.text(), "a b[31m");
    }
}
