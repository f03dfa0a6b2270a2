//! What can go wrong with a record, each with its facts.

use super::verify::Fault;
use crate::fact::ActionId;
use crate::text::Lang;
use crate::text::record as words;
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why the record could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// There is no such file.
    #[error("`{path}` is not there")]
    Missing {
        /// The record's file.
        path: PathBuf,
    },
    /// The file cannot be opened.
    #[error("`{path}` cannot be opened")]
    Unreadable {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// The file, its folder or this way of opening it allows no writing.
    #[error("`{path}` cannot be written")]
    ReadOnly {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// Another program has been writing for longer than is worth waiting.
    #[error("`{path}` is in use by another program")]
    Locked {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// The disk is full.
    #[error("no space left for `{path}`")]
    Full {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// The disk failed to read or write.
    #[error("the disk failed on `{path}`")]
    Disk {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// Not a database, or one whose structure is broken.
    #[error("`{path}` is damaged")]
    Damaged {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// `SQLite` refused for a reason that a record has no name for: a fault of this program.
    #[error("SQLite refused an operation on `{path}`")]
    Refused {
        /// The record's file.
        path: PathBuf,
        /// What `SQLite` says.
        #[source]
        cause: rusqlite::Error,
    },
    /// A database of another program.
    #[error("`{path}` belongs to another program (application id {application_id:#010x})")]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The number by which that program marks its files; 0 where it does not.
        application_id: i32,
    },
    /// Written by a newer version of this program.
    #[error("`{path}` is a record of version {found}; this program knows {known}")]
    Newer {
        /// The record's file.
        path: PathBuf,
        /// The version of the record.
        found: i64,
        /// The latest version that this program knows.
        known: i64,
    },
    /// Of an older version, and opened for reading only, so that it cannot be brought up to date.
    #[error("`{path}` is a record of version {found}, to be brought up to {known} by writing")]
    Older {
        /// The record's file.
        path: PathBuf,
        /// The version of the record.
        found: i64,
        /// The version that this program reads.
        known: i64,
    },
    /// Another program added facts since the caller last looked. Nothing was written.
    #[error("the record holds {found} facts, not {expected}: another program added some")]
    Moved {
        /// The facts that the caller knew of.
        expected: u64,
        /// The facts that there are.
        found: u64,
    },
    /// A revocation names an action that is not in the record. Nothing was written.
    #[error("there is no action `{action}` to revoke")]
    NoSuchAction {
        /// The action.
        action: ActionId,
    },
    /// More facts were asked about than there are.
    #[error("asked about {asked} facts of a record of {facts}")]
    Beyond {
        /// The number asked for.
        asked: u64,
        /// The facts that there are.
        facts: u64,
    },
    /// A fact that is not as it was recorded.
    #[error("fact {seq} is damaged: {why}")]
    BadFact {
        /// The fact.
        seq: u64,
        /// What is wrong with it.
        why: FactFault,
    },
    /// A hash of the tree is missing; it can be rebuilt from the facts.
    #[error("hash {at} of the tree is missing")]
    BadNode {
        /// Its number.
        at: u64,
    },
    /// A document is not as it was stored.
    #[error("the document `{digest}` is damaged")]
    BadDocument {
        /// The digest it is filed under.
        digest: String,
    },
    /// An entry that has no JSON.
    #[error("an entry cannot be written as JSON")]
    Entry {
        /// What `serde_json` says.
        #[source]
        cause: serde_json::Error,
    },
    /// A backup is never written over an existing file.
    #[error("`{path}` exists already")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The backup's file could not be written.
    #[error("the backup `{path}` cannot be written")]
    Backup {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
    /// The copy did not pass verification, and was not kept.
    #[error("the backup `{path}` was not kept: {fault}")]
    BadBackup {
        /// The file.
        path: PathBuf,
        /// What verification found.
        fault: Fault,
    },
}

/// What is wrong with a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FactFault {
    /// The database cannot even read it.
    #[error("it cannot be read")]
    Unreadable,
    /// It is not there, though later ones are.
    #[error("it is missing")]
    Missing,
    /// A column does not hold what it should.
    #[error("column `{0}` is not what it should be")]
    Column(&'static str),
    /// Its content does not fit its hash.
    #[error("its content does not fit its hash")]
    Leaf,
    /// Its data does not fit its kind.
    #[error("its data does not fit its kind")]
    Data,
    /// It was recorded by another installation.
    #[error("it is of another writer")]
    Writer,
    /// Its action is neither its own nor that of the fact before.
    #[error("its action does not begin with it or before it")]
    Action,
}

impl RecordError {
    /// What `SQLite` says about the record at `path`, by the kind of what went wrong.
    pub(super) fn of(path: &Path, cause: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match cause.sqlite_error_code() {
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::Unreadable { path, cause }
            }
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path, cause },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Locked { path, cause }
            }
            Some(ErrorCode::DiskFull) => Self::Full { path, cause },
            Some(ErrorCode::SystemIoFailure) => Self::Disk { path, cause },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path, cause }
            }
            _ => Self::Refused { path, cause },
        }
    }

    /// What happened and what to do about it, for a user.
    #[must_use]
    pub fn say(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Missing { path } => words::missing(lang, path),
            Self::Unreadable { path, cause } => words::unreadable(lang, path, cause),
            Self::ReadOnly { path, cause } => words::read_only(lang, path, cause),
            Self::Locked { path, .. } => words::locked(lang, path),
            Self::Full { path, .. } => words::full(lang, path),
            Self::Disk { path, cause } => words::disk(lang, path, cause),
            Self::Damaged { path, cause } => words::damaged(lang, path, cause),
            Self::Refused { path, cause } => words::refused(lang, path, cause),
            Self::Foreign { path, .. } => words::foreign(lang, path),
            Self::Newer { path, found, known } => words::newer(lang, path, *found, *known),
            Self::Older { path, .. } => words::older(lang, path),
            Self::Moved { expected, found } => words::moved(lang, *expected, *found),
            Self::NoSuchAction { action } => words::no_such_action(lang, &action.0),
            Self::Beyond { asked, facts } => words::beyond(lang, *asked, *facts),
            Self::BadFact { seq, why } => words::bad_fact(lang, *seq, &why.say(lang)),
            Self::BadNode { .. } => words::bad_node(lang),
            Self::BadDocument { digest } => words::bad_document(lang, digest),
            Self::Entry { cause } => words::entry(lang, cause),
            Self::Exists { path } => words::exists(lang, path),
            Self::Backup { path, cause } => words::backup(lang, path, cause),
            Self::BadBackup { path, fault } => words::bad_backup(lang, path, &fault.say(lang)),
        }
    }
}

impl FactFault {
    /// What is wrong, for a user; goes on from "fact 12: ".
    #[must_use]
    pub fn say(self, lang: Lang) -> String {
        match self {
            Self::Unreadable => words::UNREADABLE_FACT.of(lang).to_owned(),
            Self::Missing => words::MISSING_FACT.of(lang).to_owned(),
            Self::Column(name) => words::bad_column(lang, name),
            Self::Leaf => words::LEAF.of(lang).to_owned(),
            Self::Data => words::DATA.of(lang).to_owned(),
            Self::Writer => words::WRITER.of(lang).to_owned(),
            Self::Action => words::ACTION.of(lang).to_owned(),
        }
    }
}

/// What goes wrong inside, before it is known which file it went wrong with.
#[derive(Debug)]
pub(super) enum Trouble {
    Sql(rusqlite::Error),
    Known(RecordError),
}

impl Trouble {
    /// The error, for the record at `path`.
    pub(super) fn at(self, path: &Path) -> RecordError {
        match self {
            Self::Sql(cause) => RecordError::of(path, cause),
            Self::Known(error) => error,
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Sql(cause)
    }
}

impl From<RecordError> for Trouble {
    fn from(error: RecordError) -> Self {
        Self::Known(error)
    }
}
