//! What can go wrong with a home.

use super::refusal::Refusal;
use super::signature::SigningError;
use crate::checklist::ChecklistId;
use crate::format::{Problems, render};
use crate::record::RecordError;
use crate::report::LayoutId;
use crate::text::{Lang, cli::layout as layouts, errors as words, signature};
use std::io;
use std::path::{Path, PathBuf};

/// Why a home cannot be opened, or an order not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The user has no home folder.
    #[error("no home folder is known")]
    NoHome,
    /// No school has been set up.
    #[error("no school is set up at {}", .0.display())]
    NotSetUp(PathBuf),
    /// A school has been set up already.
    #[error("a school is set up at {} already", .0.display())]
    AlreadySetUp(PathBuf),
    /// A file cannot be read or written.
    #[error("{} {}", .doing.verb(), .path.display())]
    Io {
        /// What was tried.
        doing: Doing,
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// Files have problems.
    #[error("{} files have problems", .0.len())]
    Problems(Vec<Problems>),
    /// The record cannot be used.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// No checklist has that id.
    #[error("no checklist `{said}`")]
    NoChecklist {
        /// As typed.
        said: String,
        /// Those there are.
        known: Vec<ChecklistId>,
    },
    /// The checklist is not for schools of that kind.
    #[error("checklist {0} is not for this kind of school")]
    NotForKind(ChecklistId),
    /// No layout has that id.
    #[error("no layout `{said}`")]
    NoLayout {
        /// As typed.
        said: String,
        /// Those there are.
        known: Vec<LayoutId>,
    },
    /// The school follows nothing that the layout chooses.
    #[error("layout {0} chooses nothing that the school follows")]
    NothingChosen(LayoutId),
    /// The order is refused.
    #[error("the order is refused")]
    Refused(Vec<Refusal>),
    /// The snapshot of an adopted checklist cannot be read.
    #[error("the record's copy of checklist {0} cannot be read")]
    BadSnapshot(ChecklistId),
    /// The profile and holidays that a signature rests on cannot be read.
    #[error("what a signature rests on cannot be read: {0}")]
    BadSetting(String),
    /// A report cannot be signed.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// Other programs kept writing to the record.
    #[error("the record is busy")]
    Busy,
}

/// What was tried with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reading it.
    Reading,
    /// Writing it.
    Writing,
}

impl Doing {
    fn verb(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Writing => "writing",
        }
    }
}

impl WorkspaceError {
    pub(super) fn io(doing: Doing, path: &Path, source: io::Error) -> Self {
        Self::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    }
}

impl WorkspaceError {
    /// What is wrong, and what to do about it. Refusals and problems of files say their own; here
    /// the first of them speaks.
    #[must_use]
    pub fn say(&self, lang: Lang) -> (String, Option<String>) {
        match self {
            Self::NoHome => (
                words::NO_HOME.of(lang).to_owned(),
                Some(words::NO_HOME_HINT.of(lang).to_owned()),
            ),
            Self::NotSetUp(path) => words::not_set_up(path, lang),
            Self::AlreadySetUp(path) => words::already_set_up(path, lang),
            Self::Io {
                doing,
                path,
                source,
            } => match doing {
                Doing::Reading => words::unreadable(path, &words::why(source, lang), lang),
                Doing::Writing => words::unwritable(path, &words::why(source, lang), lang),
            },
            Self::Problems(files) => (files.iter().map(|file| render(file, lang)).collect(), None),
            Self::Record(error) => {
                let (message, hint) = error.say(lang);
                (message, Some(hint))
            }
            Self::NoChecklist { said, known } => {
                let known: Vec<&str> = known.iter().map(ChecklistId::as_str).collect();
                words::no_checklist(said, &known, lang)
            }
            Self::NoLayout { said, known } => {
                let known: Vec<&str> = known.iter().map(LayoutId::as_str).collect();
                layouts::no_layout(said, &known, lang)
            }
            Self::NothingChosen(id) => layouts::nothing_chosen(id.as_str(), lang),
            Self::NotForKind(id) => words::not_for_kind(id.as_str(), lang),
            Self::Refused(refusals) => match refusals.first() {
                Some(refusal) => refusal.say(lang),
                None => (String::new(), None),
            },
            Self::BadSnapshot(id) => words::bad_snapshot(id.as_str(), lang),
            Self::BadSetting(digest) => words::bad_setting(digest, lang),
            Self::Signing(error) => say_signing(error, lang),
            Self::Busy => (
                words::BUSY.of(lang).to_owned(),
                Some(words::BUSY_HINT.of(lang).to_owned()),
            ),
        }
    }
}

fn say_signing(error: &SigningError, lang: Lang) -> (String, Option<String>) {
    match error {
        SigningError::NoProgram(error) => signature::no_program(&words::why(error, lang), lang),
        SigningError::KeyMissing(path) => signature::key_missing(path, lang),
        SigningError::NoKey(path) => signature::no_key(path, lang),
        SigningError::Refused(path) => signature::not_signed(path, lang),
    }
}
