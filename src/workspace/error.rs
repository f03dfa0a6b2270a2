//! What can go wrong with a home.

use super::refusal::Refusal;
use crate::checklist::ChecklistId;
use crate::format::Problems;
use crate::record::RecordError;
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
    /// The order is refused.
    #[error("the order is refused")]
    Refused(Vec<Refusal>),
    /// The snapshot of an adopted checklist cannot be read.
    #[error("the record's copy of checklist {0} cannot be read")]
    BadSnapshot(ChecklistId),
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
