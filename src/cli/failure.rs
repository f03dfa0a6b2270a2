//! The one error of the command line: what kind it is, what it says, and the code to end with.

use crate::format::{Problems, render};
use crate::record::RecordError;
use crate::text::{Lang, errors as words, rollup::screen as rollup, screen, visible};
use crate::workspace::{Refusal, WorkspaceError};
use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;

/// Why a command ends badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    kind: Kind,
    messages: Vec<Message>,
}

/// What kind of end it is; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something is overdue, or does not verify.
    Negative,
    /// Wrong usage or bad input.
    Input,
    /// The record is damaged.
    Damaged,
    /// A fault of the program or the machine.
    Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Message {
    /// What is wrong, and what to do.
    Said(String, Option<String>),
    /// Problems of a file, laid out with their lines.
    Laid(String),
}

impl Failure {
    /// A failure of one message.
    pub(crate) fn new(kind: Kind, message: String, hint: Option<String>) -> Self {
        Self {
            kind,
            messages: vec![Message::Said(message, hint)],
        }
    }

    /// Several things that are wrong, each by itself.
    pub(crate) fn several(kind: Kind, messages: impl Iterator<Item = String>) -> Self {
        Self {
            kind,
            messages: messages
                .map(|message| Message::Said(message, None))
                .collect(),
        }
    }

    /// Wrong input.
    pub(crate) fn input((message, hint): (String, Option<String>)) -> Self {
        Self::new(Kind::Input, message, hint)
    }

    /// An order that is refused.
    pub(crate) fn refused(refusals: &[Refusal], lang: Lang) -> Self {
        let said = refusals.iter().map(|refusal| refusal.say(lang));
        Self {
            kind: Kind::Input,
            messages: said.map(|(what, hint)| Message::Said(what, hint)).collect(),
        }
    }

    /// Files with problems.
    pub(crate) fn problems(files: &[Problems], lang: Lang) -> Self {
        let laid = files.iter().map(|file| Message::Laid(render(file, lang)));
        Self {
            kind: Kind::Input,
            messages: laid.collect(),
        }
    }

    /// There is no terminal for the roll-up's screen.
    #[must_use]
    pub fn no_rollup_screen(lang: Lang) -> Self {
        let hint = rollup::NO_SCREEN_HINT.of(lang).to_owned();
        Self::new(
            Kind::Input,
            screen::NO_TERMINAL.of(lang).to_owned(),
            Some(hint),
        )
    }

    /// There is no terminal for the screen.
    #[must_use]
    pub fn no_terminal(lang: Lang) -> Self {
        let hint = screen::NO_TERMINAL_HINT.of(lang).to_owned();
        Self::new(
            Kind::Input,
            screen::NO_TERMINAL.of(lang).to_owned(),
            Some(hint),
        )
    }

    /// The terminal cannot be used.
    #[must_use]
    pub fn terminal(error: &std::io::Error, lang: Lang) -> Self {
        let message = screen::terminal(&error.to_string(), lang);
        Self::new(Kind::Fault, message, None)
    }

    /// What went wrong with a home.
    #[must_use]
    pub fn workspace(error: &WorkspaceError, lang: Lang) -> Self {
        match error {
            WorkspaceError::Refused(refusals) => Self::refused(refusals, lang),
            WorkspaceError::Problems(files) => Self::problems(files, lang),
            other => {
                let (message, hint) = other.say(lang);
                Self::new(kind(other), message, hint)
            }
        }
    }

    /// The text for the terminal.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let mut out = String::new();
        let (error, hint_word) = (words::ERROR.of(lang), words::HINT.of(lang));
        for message in &self.messages {
            match message {
                Message::Laid(text) => out.push_str(text),
                Message::Said(what, hint) => {
                    let _ = writeln!(out, "{error}{}", visible(what));
                    if let Some(hint) = hint {
                        let _ = writeln!(out, "{hint_word}{}", visible(hint));
                    }
                }
            }
        }
        out
    }

    /// The code to end with.
    #[must_use]
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self.kind {
            Kind::Negative => 1,
            Kind::Input => 2,
            Kind::Damaged => 3,
            Kind::Fault => 70,
        })
    }
}

fn kind(error: &WorkspaceError) -> Kind {
    match error {
        WorkspaceError::Record(error) => match error {
            RecordError::Damaged { .. }
            | RecordError::BadFact { .. }
            | RecordError::BadNode { .. }
            | RecordError::BadDocument { .. } => Kind::Damaged,
            RecordError::Foreign { .. }
            | RecordError::Newer { .. }
            | RecordError::Exists { .. }
            | RecordError::Missing { .. } => Kind::Input,
            RecordError::Backup { cause, .. } if is_wrong_path(cause) => Kind::Input,
            _ => Kind::Fault,
        },
        WorkspaceError::BadSnapshot(_) => Kind::Damaged,
        WorkspaceError::Io { source, .. } if is_wrong_path(source) => Kind::Input,
        WorkspaceError::Io { .. } | WorkspaceError::Busy => Kind::Fault,
        _ => Kind::Input,
    }
}

/// Whether another path would have been right, rather than another machine.
fn is_wrong_path(error: &io::Error) -> bool {
    use io::ErrorKind as E;
    let kinds = [
        E::NotFound,
        E::NotADirectory,
        E::IsADirectory,
        E::AlreadyExists,
        E::PermissionDenied,
        E::ReadOnlyFilesystem,
    ];
    kinds.contains(&error.kind())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Doing;

    #[test]
    fn a_folder_that_may_not_be_written_is_wrong_input_and_a_full_disk_is_not() {
        let code = |kind: io::ErrorKind| {
            let error = WorkspaceError::Io {
                doing: Doing::Writing,
                path: "x".into(),
                source: kind.into(),
            };
            Failure::workspace(&error, Lang::En).exit_code()
        };
        assert_eq!(code(io::ErrorKind::PermissionDenied), ExitCode::from(2));
        assert_eq!(code(io::ErrorKind::ReadOnlyFilesystem), ExitCode::from(2));
        assert_eq!(code(io::ErrorKind::StorageFull), ExitCode::from(70));
    }
}
