//! The record: every fact that was ever entered, in order, in one `SQLite` file.
//!
//! Facts are only added. What an append acknowledged is on disk; several programs may have the
//! record open at once; opening and reading cost the same after ten years as on the first day.
//! The facts form a log in the sense of RFC 6962: a [`Head`] held by somebody else shows later
//! whether what it covered was changed. The record reads no clock: moments are given to it.

mod action;
mod append;
mod backup;
mod document;
mod error;
mod head;
mod journal;
mod leaf;
mod past;
mod read;
mod rebuild;
mod reported;
mod schema;
mod standing;
mod tree;
mod verify;

#[cfg(test)]
mod faults;
#[cfg(test)]
mod flips;
#[cfg(test)]
mod said;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod undone;

pub use append::NewFact;
pub use error::{FactFault, RecordError};
pub use head::{Hash, HashError, Head, ProofFault};
pub use journal::Journal;
pub use reported::proof_holds;
pub use standing::until;
pub use verify::{Fault, Verdict};

use error::Trouble;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, ffi};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a record is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading and appending. Makes the file where there is none.
    ReadWrite,
    /// Reading and appending to what will be thrown away: nothing waits for the disk.
    Throwaway,
    /// Reading only.
    ReadOnly,
}

/// An open record.
#[derive(Debug)]
pub struct Record {
    connection: Connection,
    path: PathBuf,
    journal: Journal,
    writer: String,
    /// What `SQLite`'s `data_version` and the number of facts were when last looked at.
    seen: (i64, u64),
}

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// Facts are read once, in order: a few pages (64 KiB) are enough to hold on to.
const SETTINGS: &str = "
    PRAGMA cache_size = -64;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA recursive_triggers = ON;";

impl Record {
    /// Opens the record in the file `path`, or makes it.
    ///
    /// What is no record, or a newer one, is left as it was.
    pub fn open(path: &Path, access: Access) -> Result<Self, RecordError> {
        let shared = access == Access::ReadWrite && journal::is_shared(path);
        Self::open_on(path, access, shared)
    }

    /// Opens a record that lies on a network share, or does not.
    fn open_on(path: &Path, access: Access, shared: bool) -> Result<Self, RecordError> {
        // Where it cannot be told, SQLite says why not.
        let is_new = path.try_exists().is_ok_and(|exists| !exists);
        if is_new && access == Access::ReadOnly {
            let path = path.to_owned();
            return Err(RecordError::Missing { path });
        }
        let record = Self::begin(path, access, shared).map_err(|trouble| trouble.at(path))?;
        if is_new && access == Access::ReadWrite {
            sync_folder(path);
        }
        Ok(record)
    }

    fn begin(path: &Path, access: Access, shared: bool) -> Result<Self, Trouble> {
        let mut connection = connect(path, access)?;
        let version = schema::version(&connection, path)?;
        let journal = match access {
            Access::ReadWrite | Access::Throwaway => journal::set(&connection, shared)?,
            Access::ReadOnly => journal::of(&connection)?,
        };
        if version < schema::VERSION {
            if access == Access::ReadOnly {
                return Err(RecordError::Older {
                    path: path.to_owned(),
                    found: version,
                    known: schema::VERSION,
                })?;
            }
            schema::migrate(&mut connection)?;
        }
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        let sql = "SELECT value FROM meta WHERE key = 'writer'";
        let writer = connection.query_row(sql, [], |row| row.get(0))?;
        let seen = (data_version(&connection)?, read::len(&connection)?);
        Ok(Self {
            connection,
            path: path.to_owned(),
            journal,
            writer,
            seen,
        })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of this installation: a UUID, made when the record was.
    #[must_use]
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// How commits are made durable.
    #[must_use]
    pub fn journal(&self) -> Journal {
        self.journal
    }

    /// The number of facts.
    pub fn len(&self) -> Result<u64, RecordError> {
        self.told(read::len(&self.connection))
    }

    /// Whether nothing was ever recorded.
    pub fn is_empty(&self) -> Result<bool, RecordError> {
        Ok(self.len()? == 0)
    }

    /// The head: the number of facts and the root of their tree.
    pub fn head(&self) -> Result<Head, RecordError> {
        self.head_at(self.len()?)
    }

    /// The head that the record had when it held `facts` facts.
    pub fn head_at(&self, facts: u64) -> Result<Head, RecordError> {
        self.covers(facts)?;
        self.told(tree::head(&self.connection, facts))
    }

    /// The proof that fact `seq` stands where it does in the record as it was with `facts` facts;
    /// for [`Head::includes`] on [`Record::head_at`] of `facts`.
    pub fn inclusion_proof(&self, seq: u64, facts: u64) -> Result<Vec<Hash>, RecordError> {
        self.covers(facts)?;
        if seq == 0 || seq > facts {
            return Err(RecordError::Beyond { asked: seq, facts });
        }
        self.told(tree::inclusion(&self.connection, seq, facts))
    }

    /// The proof that the record as it is with `to` facts begins with the `from` facts that it had
    /// before; for [`Head::extends`].
    pub fn consistency_proof(&self, from: u64, to: u64) -> Result<Vec<Hash>, RecordError> {
        self.covers(to)?;
        if from > to {
            let (asked, facts) = (from, to);
            return Err(RecordError::Beyond { asked, facts });
        }
        self.told(tree::consistency(&self.connection, from, to))
    }

    /// Whether facts were added by another program since this was last asked, or since opening.
    /// Costs next to nothing; what this program appended itself does not count.
    pub fn changed(&mut self) -> Result<bool, RecordError> {
        let version = self.told(data_version(&self.connection))?;
        if version == self.seen.0 {
            return Ok(false);
        }
        let facts = self.len()?;
        let before = std::mem::replace(&mut self.seen, (version, facts));
        Ok(before.1 != facts)
    }

    fn covers(&self, asked: u64) -> Result<(), RecordError> {
        let facts = self.len()?;
        if asked > facts {
            return Err(RecordError::Beyond { asked, facts });
        }
        Ok(())
    }

    /// What went wrong inside, with the path it went wrong with.
    fn told<T, E: Into<Trouble>>(&self, result: Result<T, E>) -> Result<T, RecordError> {
        result.map_err(|trouble| trouble.into().at(&self.path))
    }
}

/// Opens the database and sets it up. Nothing is written, not even on closing.
fn connect(path: &Path, access: Access) -> rusqlite::Result<Connection> {
    let how = match access {
        Access::ReadWrite | Access::Throwaway => {
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
        }
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    // Unless it is to be written, SQLite opens a folder, and fails on reading.
    if path.is_dir() {
        return Err(refusal(ffi::SQLITE_CANTOPEN_ISDIR));
    }
    let connection = Connection::open_with_flags(path, how | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch(SETTINGS)?;
    if access == Access::Throwaway {
        connection.execute_batch("PRAGMA synchronous = OFF")?;
    }
    // SQLite falls back to reading without a word.
    if access == Access::ReadWrite && connection.is_readonly("main")? {
        return Err(refusal(ffi::SQLITE_READONLY));
    }
    Ok(connection)
}

/// `SQLite`'s error of that code, where it should have failed and did not.
fn refusal(code: i32) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)
}

/// Changes whenever another connection has written.
fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    schema::pragma(connection, "data_version")
}

/// Makes a new file's name as durable as its content, where the system can. Where it cannot, the
/// file is as safe as the system makes it.
fn sync_folder(path: &Path) {
    if cfg!(unix) {
        let folder = std::fs::File::open(folder(path));
        let _ = folder.and_then(|folder| folder.sync_all());
    }
}

/// The folder that a file is in.
fn folder(path: &Path) -> &Path {
    let named = path.parent().filter(|f| !f.as_os_str().is_empty());
    named.unwrap_or(Path::new("."))
}
