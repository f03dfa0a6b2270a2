//! Asking a terminal what it looks like: its background's colour, and how wide it draws a line.
//!
//! The questions are written before the first frame and the answers are picked out of what is
//! typed, so that nobody waits for a terminal that does not answer.

use super::super::message::Answer;
use crate::keymap::Key;

/// A line, whose width is ambiguous (Unicode Standard Annex 11); then where the cursor is; then the
/// background's colour; then what kind of terminal it is, which every terminal answers, so that
/// its answer is the last.
pub(in crate::tui) const QUESTIONS: &[u8] = b"\r\xe2\x94\x80\x1b[6n\r\x1b[K\x1b]11;?\x1b\\\x1b[c";

/// What was typed and answered so far.
#[derive(Debug, Default)]
pub(in crate::tui) struct Probe {
    bytes: Vec<u8>,
    answer: Answer,
    is_over: bool,
}

/// A piece of what a terminal sends.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// `ESC [ parameters final`.
    Control(&'a str, char),
    /// `ESC O final`: a key of the cursor block in application mode.
    Shift(char),
    /// `ESC ] text`, to its terminator.
    Command(&'a str),
    /// A character, or a control code.
    Char(char),
    /// The escape key by itself, or with a character that follows it.
    Escape,
}

impl Probe {
    /// Takes in what was read. Gives the keys among it.
    pub(in crate::tui) fn take(&mut self, bytes: &[u8]) -> Vec<Key> {
        self.bytes.extend_from_slice(bytes);
        let mut keys = Vec::new();
        let bytes = std::mem::take(&mut self.bytes);
        let mut rest = bytes.as_slice();
        while let Some((piece, length)) = next(rest) {
            match piece {
                Piece::Control(parameters, last) => keys.extend(self.control(parameters, last)),
                Piece::Shift(last) => keys.extend(cursor_key(last)),
                Piece::Command(text) => self.command(text),
                Piece::Char(c) => keys.extend(typed(c)),
                Piece::Escape => keys.push(Key::Esc),
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        self.bytes = rest.to_vec();
        keys
    }

    /// What the terminal has told, once it has answered the last question.
    pub(in crate::tui) fn answer(&self) -> Option<Answer> {
        self.is_over.then_some(self.answer)
    }

    /// The key that is left where nothing more is waited for.
    pub(in crate::tui) fn end(self) -> Option<Key> {
        (self.bytes == [0x1b]).then_some(Key::Esc)
    }

    fn control(&mut self, parameters: &str, last: char) -> Option<Key> {
        match (parameters, last) {
            (at, 'R') => {
                let column = at.split(';').nth(1)?.parse::<u16>().ok()?;
                self.answer.is_wide = Some(column > 2);
                None
            }
            (kind, 'c') if kind.starts_with('?') => {
                self.is_over = true;
                None
            }
            ("5", '~') => Some(Key::PageUp),
            ("6", '~') => Some(Key::PageDown),
            ("3", '~') => Some(Key::Delete),
            ("", 'Z') => Some(Key::BackTab),
            ("", last) => cursor_key(last),
            _ => None,
        }
    }

    fn command(&mut self, text: &str) {
        let colour = text.strip_prefix("11;").and_then(luminance);
        if let Some(colour) = colour {
            self.answer.is_light = Some(colour > 0.5);
        }
    }
}

/// How light a colour is, of 0 to 1: of `rgb:RRRR/GGGG/BBBB`, with one to four digits each
/// (ITU-R BT.601, which is what eyes and other programs go by).
fn luminance(colour: &str) -> Option<f64> {
    let parts = colour.strip_prefix("rgb:")?.split('/');
    let part = |hex: &str| {
        let most = 16_u32.checked_pow(u32::try_from(hex.len()).ok()?)? - 1;
        let value = u32::from_str_radix(hex, 16).ok()?;
        (most > 0).then(|| f64::from(value) / f64::from(most))
    };
    let parts: Option<Vec<f64>> = parts.map(part).collect();
    match parts?.as_slice() {
        [r, g, b] => Some(0.299 * r + 0.587 * g + 0.114 * b),
        _ => None,
    }
}

fn cursor_key(last: char) -> Option<Key> {
    Some(match last {
        'A' => Key::Up,
        'B' => Key::Down,
        'C' => Key::Right,
        'D' => Key::Left,
        'H' => Key::Home,
        'F' => Key::End,
        _ => return None,
    })
}

fn typed(c: char) -> Option<Key> {
    Some(match c {
        '\r' | '\n' => Key::Enter,
        '\t' => Key::Tab,
        '\u{7f}' | '\u{8}' => Key::Backspace,
        '\u{1}'..='\u{1a}' => Key::Ctrl(char::from(b'a' + u8::try_from(u32::from(c)).ok()? - 1)),
        c if c.is_control() => return None,
        c => Key::Char(c),
    })
}

/// The first piece of `bytes` and its length; `None` where it has not come whole.
fn next(bytes: &[u8]) -> Option<(Piece<'_>, usize)> {
    match bytes {
        [] | [0x1b] | [0x1b, b'O'] => None,
        [0x1b, b'[', rest @ ..] => {
            let end = rest.iter().position(|b| (0x40..=0x7e).contains(b))?;
            let parameters = std::str::from_utf8(rest.get(..end)?).unwrap_or_default();
            Some((Piece::Control(parameters, char::from(rest[end])), end + 3))
        }
        [0x1b, b'O', last, ..] => Some((Piece::Shift(char::from(*last)), 3)),
        [0x1b, b']', rest @ ..] => {
            let end = rest.iter().position(|b| matches!(b, 0x07 | 0x1b))?;
            let terminator = if rest[end] == 0x07 { 1 } else { 2 };
            let is_whole = rest.len() >= end + terminator;
            let text = std::str::from_utf8(rest.get(..end)?).unwrap_or_default();
            is_whole.then_some((Piece::Command(text), end + terminator + 2))
        }
        [0x1b, ..] => Some((Piece::Escape, 1)),
        _ => character(bytes),
    }
}

fn character(bytes: &[u8]) -> Option<(Piece<'_>, usize)> {
    let length = bytes.len().min(4);
    let text = match std::str::from_utf8(bytes.get(..length)?) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
        }
        // A character that has not come whole, or none at all.
        Err(error) => return error.error_len().map(|length| (Piece::Char('\0'), length)),
    };
    let c = text.chars().next()?;
    Some((Piece::Char(c), c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_picked_out_of_what_is_typed() {
        let mut probe = Probe::default();
        let keys = probe.take("2核\x1b[1;2R\x1b]11;rgb:ffff/ffff/ffff\x1b\\j".as_bytes());
        assert_eq!(keys, [Key::Char('2'), Key::Char('核'), Key::Char('j')]);
        assert_eq!(probe.answer(), None);
        assert_eq!(probe.take(b"\x1b[?62;22c\x1b[A"), [Key::Up]);
        let answer = Answer {
            is_light: Some(true),
            is_wide: Some(false),
        };
        assert_eq!(probe.answer(), Some(answer));
    }

    #[test]
    fn answers_may_come_in_pieces_byte_by_byte() {
        let mut probe = Probe::default();
        let sent = "\x1b[1;3R\x1b]11;rgb:00/10/20\x07核\x1bOB\x1b[?6c";
        let keys: Vec<Key> = sent.bytes().flat_map(|byte| probe.take(&[byte])).collect();
        assert_eq!(keys, [Key::Char('核'), Key::Down]);
        let answer = Answer {
            is_light: Some(false),
            is_wide: Some(true),
        };
        assert_eq!(probe.answer(), Some(answer));
    }

    #[test]
    fn a_terminal_that_knows_no_colours_leaves_the_question_open() {
        let mut probe = Probe::default();
        assert_eq!(probe.take(b"\x1b]11;black\x07\x1b[?1;2c"), []);
        assert_eq!(probe.answer(), Some(Answer::default()));
    }

    #[test]
    fn bytes_that_are_no_text_are_passed_over() {
        let mut probe = Probe::default();
        assert_eq!(
            probe.take(b"\xff\xfea\x1bq"),
            [Key::Char('a'), Key::Esc, Key::Char('q')]
        );
    }

    #[test]
    fn colours_are_light_or_dark_to_the_eye() {
        let light = |colour| luminance(colour).is_some_and(|l| l > 0.5);
        assert!(light("rgb:fdfd/f6f6/e3e3"));
        assert!(!light("rgb:00/2b/36"));
        assert!(light("rgb:f/f/0"));
        assert_eq!(luminance("rgb:ff/ff"), None);
        assert_eq!(luminance("rgb:gg/ff/ff"), None);
    }
}
