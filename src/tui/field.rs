//! A field of a dialog: a line of text, a number, a day, or one of a few things.

mod line;

use super::wrap::cut;
use crate::keymap::{Key, Layer};
use crate::text::{Phrase, parse_day, parse_day_ahead, screen as words, to_ascii};
use chrono::NaiveDate;
use line::Line;
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// A labelled field.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) label: Phrase,
    /// What an empty field stands for.
    pub(super) empty: Option<Phrase>,
    kind: Kind,
    line: Line,
}

/// What is asked for.
#[derive(Debug, Clone)]
enum Kind {
    Text,
    Number,
    /// A day, which may lie ahead or may not.
    Day {
        ahead: bool,
    },
    /// One of a few things, and which is chosen.
    Choice(Vec<String>, usize),
}

/// What is shown of a field's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown<'a> {
    pub(super) text: Cow<'a, str>,
    /// The caret's cell in it.
    pub(super) caret: usize,
    /// The byte of the text that it begins with.
    start: usize,
}

impl Field {
    /// A field for a text.
    pub(super) fn new(label: Phrase) -> Self {
        Self {
            label,
            empty: None,
            kind: Kind::Text,
            line: Line::default(),
        }
    }

    /// A field for a number.
    pub(super) fn number(label: Phrase) -> Self {
        Self {
            kind: Kind::Number,
            ..Self::new(label)
        }
    }

    /// A field for a day, which may lie ahead or may not.
    pub(super) fn day(label: Phrase, may_lie_ahead: bool) -> Self {
        Self {
            kind: Kind::Day {
                ahead: may_lie_ahead,
            },
            ..Self::new(label)
        }
    }

    /// A field in which one of a few things is chosen; the first at the beginning.
    pub(super) fn choice(label: Phrase, choices: Vec<String>) -> Self {
        Self {
            kind: Kind::Choice(choices, 0),
            ..Self::new(label)
        }
    }

    /// The field with what it stands for while it is empty.
    pub(super) fn or(mut self, empty: Phrase) -> Self {
        self.empty = Some(empty);
        self
    }

    /// The field with a text in it, which is selected: typing replaces it, and moving the caret
    /// keeps it.
    pub(super) fn with(mut self, text: &str) -> Self {
        self.line.insert(text);
        self.line.select();
        self
    }

    /// Whether the whole text is selected, so that the next character typed replaces it.
    pub(super) fn is_selected(&self) -> bool {
        self.line.is_selected()
    }

    pub(super) fn text(&self) -> String {
        self.line.text().to_owned()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.line.text().trim().is_empty()
    }

    /// Whether it is empty and stands for nothing so.
    pub(super) fn is_missing(&self) -> bool {
        self.is_empty() && self.empty.is_none() && self.choices().is_empty()
    }

    /// The number that is typed.
    pub(super) fn number_typed(&self) -> Option<u64> {
        let digits = to_ascii(self.line.text().trim()).replace([',', ' ', '_'], "");
        digits.parse().ok()
    }

    /// Whether something is typed that names no day, or no number, where that is asked for.
    pub(super) fn is_unreadable(&self, today: NaiveDate) -> bool {
        let is_read = match self.kind {
            Kind::Number => self.number_typed().is_some(),
            Kind::Day { .. } => self.named_day(today).is_some(),
            Kind::Text | Kind::Choice(..) => true,
        };
        !self.is_empty() && !is_read
    }

    /// Whether a day is asked for.
    pub(super) fn is_day(&self) -> bool {
        matches!(self.kind, Kind::Day { .. })
    }

    /// Whether it takes a text of any length, which an editor may be wanted for.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text)
    }

    /// The layer whose keys come before those of every dialog.
    pub(super) fn layer(&self) -> Option<Layer> {
        match self.kind {
            Kind::Text | Kind::Number => None,
            Kind::Day { .. } => Some(Layer::Day),
            Kind::Choice(..) => Some(Layer::Choice),
        }
    }

    /// What can be chosen, where nothing is typed.
    pub(super) fn choices(&self) -> &[String] {
        match &self.kind {
            Kind::Choice(choices, _) => choices,
            _ => &[],
        }
    }

    /// Which of the choices is chosen.
    pub(super) fn chosen(&self) -> usize {
        match self.kind {
            Kind::Choice(_, chosen) => chosen,
            _ => 0,
        }
    }

    /// The day that the text names, or that an empty field stands for.
    pub(super) fn named_day(&self, today: NaiveDate) -> Option<NaiveDate> {
        if self.is_empty() {
            let is_today = self.is_day() && self.empty == Some(words::TODAY);
            return is_today.then_some(today);
        }
        match self.kind {
            Kind::Day { ahead: true } => parse_day_ahead(self.line.text(), today).ok(),
            Kind::Day { ahead: false } => parse_day(self.line.text(), today).ok(),
            _ => None,
        }
    }

    /// Whether the day may lie ahead.
    pub(super) fn may_lie_ahead(&self) -> bool {
        matches!(self.kind, Kind::Day { ahead: true })
    }

    /// Types text at the caret, or in place of what is selected. A field is one line.
    pub(super) fn type_text(&mut self, text: &str) {
        if self.choices().is_empty() {
            self.line.insert(text);
        }
    }

    /// Puts a text in place of what stands there.
    pub(super) fn replace(&mut self, text: &str) {
        self.line = Line::default();
        self.type_text(text);
    }

    /// Puts a day in place of what stands there; what is typed next replaces it.
    pub(super) fn put_day(&mut self, day: NaiveDate) {
        self.replace(&day.to_string());
        self.line.select();
    }

    /// Chooses the next of the choices, or the one before; round at the ends.
    pub(super) fn turn(&mut self, forward: bool) {
        if let Kind::Choice(choices, chosen) = &mut self.kind {
            let len = choices.len().max(1);
            let step = if forward { 1 } else { len - 1 };
            *chosen = (*chosen + step) % len;
        }
    }

    /// Chooses the `n`th of the choices.
    pub(super) fn choose(&mut self, n: usize) {
        if let Kind::Choice(choices, chosen) = &mut self.kind {
            *chosen = n.min(choices.len().saturating_sub(1));
        }
    }

    /// Takes a key; whether it was one for editing.
    pub(super) fn press(&mut self, key: Key) -> bool {
        if !self.choices().is_empty() {
            return false;
        }
        match key {
            Key::Char(c) => self.line.insert(c.encode_utf8(&mut [0; 4])),
            Key::Backspace | Key::Ctrl('h') => self.line.delete_back(),
            Key::Delete | Key::Ctrl('d') => self.line.delete_on(),
            Key::Ctrl('u') => self.line.delete_all(false),
            Key::Ctrl('k') => self.line.delete_all(true),
            Key::Ctrl('w') => self.line.delete_piece(),
            Key::Left => self.line.step(false),
            Key::Right => self.line.step(true),
            Key::Home | Key::Ctrl('a') => self.line.go(false),
            Key::End | Key::Ctrl('e') => self.line.go(true),
            _ => return false,
        }
        true
    }

    /// The part of the text that fits `width` cells around the caret, and the caret's cell in it.
    pub(super) fn window(&self, width: usize) -> (String, usize) {
        let (text, _, caret) = self.line.window(width);
        (text.to_owned(), caret)
    }

    /// The part of the text that is shown in `room` cells: a long one that is not being typed from
    /// its beginning.
    pub(super) fn shown(&self, is_focused: bool, room: usize) -> Shown<'_> {
        let text = self.line.text();
        let is_typed = is_focused && !self.is_selected();
        if is_typed || text.width() < room {
            let (text, start, caret) = self.line.window(room);
            return Shown {
                text: text.into(),
                caret,
                start,
            };
        }
        Shown {
            text: cut(text, room).into(),
            caret: 0,
            start: 0,
        }
    }

    /// Puts the caret where the text that is shown so was clicked.
    pub(super) fn point(&mut self, is_focused: bool, room: usize, cell: usize) {
        let start = self.shown(is_focused, room).start;
        self.line.point(start, cell);
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
    fn typing_replaces_what_stood_there_and_moving_keeps_it() {
        let mut replaced = field("228");
        assert!(replaced.is_selected());
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
    fn a_selected_text_is_shown_from_its_beginning_and_a_typed_one_around_its_caret() {
        let mut field = field("一二三四五六七八");
        let shown = |field: &Field, focused| {
            let shown = field.shown(focused, 8);
            (shown.text.into_owned(), shown.caret)
        };
        assert_eq!(shown(&field, true), ("一二三..".into(), 0));
        field.press(Key::End);
        assert_eq!(shown(&field, true), ("六七八".into(), 6));
        assert_eq!(shown(&field, false), ("一二三..".into(), 0));
        field.point(true, 8, 2);
        assert_eq!(field.window(20), ("一二三四五六七八".into(), 12));
    }

    #[test]
    fn one_of_a_few_things_is_chosen_round_and_round() {
        let choices = vec!["pass".to_owned(), "fail".to_owned()];
        let mut field = Field::choice(Phrase::new("结论", "verdict"), choices);
        field.turn(true);
        assert_eq!(field.chosen(), 1);
        field.turn(true);
        field.turn(false);
        assert_eq!(field.chosen(), 1);
        assert!(!field.press(Key::Char('x')));
        field.type_text("x");
        assert!(field.is_empty());
        field.choose(0);
        assert_eq!(field.chosen(), 0);
    }

    #[test]
    fn a_day_is_known_as_soon_as_it_is_typed() {
        let today = "2022-03-16".parse().expect("a date");
        let named = |field: Field, text: &str| {
            let mut field = field;
            field.type_text(text);
            field.named_day(today).map(|day| day.to_string())
        };
        let past = || Field::day(words::DAY, false).or(words::TODAY);
        let ahead = || Field::day(words::DAY, true);
        assert_eq!(named(past(), "").as_deref(), Some("2022-03-16"));
        assert_eq!(named(past(), "３月１４号").as_deref(), Some("2022-03-14"));
        assert_eq!(named(past(), "周一").as_deref(), Some("2022-03-14"));
        assert_eq!(named(past(), "3-"), None);
        assert_eq!(named(ahead(), ""), None);
        assert_eq!(named(ahead(), "周一").as_deref(), Some("2022-03-21"));
        let mut moved = past();
        moved.put_day(today);
        moved.press(Key::Char('5'));
        assert_eq!(moved.text(), "5");
    }
}
