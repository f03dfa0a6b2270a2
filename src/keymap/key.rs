//! Keys, apart from the library that reads them, and how an input method may send them.

use crate::text::{Lang, key_twin, screen::keys as words};

/// A key that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Char(char),
    Ctrl(char),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
}

impl Key {
    /// The key that is meant where keys are commands: Chinese punctuation and full-width characters
    /// as the keys that they are typed with, as an input method sends them.
    pub(crate) fn as_command(self) -> Self {
        match self {
            Self::Char(c) => Self::Char(key_twin(c)),
            other => other,
        }
    }

    /// The key's name, as help shows it.
    pub(crate) fn name(self, lang: Lang) -> String {
        match self {
            Self::Char(' ') => words::SPACE.of(lang).to_owned(),
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::Up => words::UP.of(lang).to_owned(),
            Self::Down => words::DOWN.of(lang).to_owned(),
            Self::Left => words::LEFT.of(lang).to_owned(),
            Self::Right => words::RIGHT.of(lang).to_owned(),
            Self::Home => "Home".to_owned(),
            Self::End => "End".to_owned(),
            Self::PageUp => "PgUp".to_owned(),
            Self::PageDown => "PgDn".to_owned(),
            Self::Enter => "Enter".to_owned(),
            Self::Esc => "Esc".to_owned(),
            Self::Tab => "Tab".to_owned(),
            Self::BackTab => "Shift-Tab".to_owned(),
            Self::Backspace => "Backspace".to_owned(),
            Self::Delete => "Del".to_owned(),
        }
    }
}
