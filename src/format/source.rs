//! A text with its name, and places in it.

use super::problem::{Problem, ProblemKind};

/// Where something stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters it takes on that line, at least 1.
    pub width: usize,
}

impl At {
    /// The very beginning.
    pub const START: Self = Self::point(1, 1);

    /// One character.
    #[must_use]
    pub const fn point(line: usize, column: usize) -> Self {
        Self {
            line,
            column,
            width: 1,
        }
    }

    /// `width` characters.
    #[must_use]
    pub const fn run(line: usize, column: usize, width: usize) -> Self {
        let width = if width == 0 { 1 } else { width };
        Self {
            line,
            column,
            width,
        }
    }
}

/// The line `number` (from 1) of `text`, empty beyond the end.
pub(super) fn line(text: &str, number: usize) -> &str {
    text.lines().nth(number.saturating_sub(1)).unwrap_or("")
}

/// A problem at a place of `text`, with the line quoted.
pub(super) fn problem(text: &str, at: At, what: ProblemKind) -> Problem {
    Problem {
        line: at.line,
        column: at.column,
        width: at.width,
        quoted: line(text, at.line).chars().map(harmless).collect(),
        what,
    }
}

/// Characters that steer a terminal or hide, made visible. One character stays one character, so
/// that columns still count.
fn harmless(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if is_invisible(c) || is_format(c) => '\u{fffd}',
        c => c,
    }
}

/// Control characters and line separators that YAML readers disagree on.
pub(super) fn is_invisible(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Characters that change the direction of the text around them.
fn is_format(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
