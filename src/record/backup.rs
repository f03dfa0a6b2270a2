//! A copy of the record while it is in use.

use super::error::RecordError;
use super::head::Head;
use super::{Access, Record, folder, refusal, sync_folder};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};
use std::io::ErrorKind;
use std::path::Path;
use tempfile::PersistError;

impl Record {
    /// Copies the record to the new file `to`, and gives the head of the copy. The copy is written
    /// beside it, verified and synced before it gets its name, and is a single file.
    pub fn backup(&self, to: &Path) -> Result<Head, RecordError> {
        let path = || to.to_owned();
        if to.exists() {
            return Err(RecordError::Exists { path: path() });
        }
        let failed = |cause| RecordError::Backup {
            path: path(),
            cause,
        };
        let copy = tempfile::Builder::new()
            .prefix(".duban-")
            .tempfile_in(folder(to))
            .map_err(failed)?;
        let copied = copy_to(&self.connection, copy.path());
        // Damage is the record's, all else the copy's.
        copied.map_err(|cause| match RecordError::of(to, cause) {
            RecordError::Damaged { cause, .. } => RecordError::of(&self.path, cause),
            error => error,
        })?;
        let verdict = Self::open(copy.path(), Access::ReadOnly)?.verify()?;
        if let Some(fault) = verdict.fault {
            return Err(RecordError::BadBackup {
                path: path(),
                fault,
            });
        }
        copy.as_file().sync_all().map_err(failed)?;
        copy.persist_noclobber(to)
            .map_err(|error| not_kept(to, error))?;
        sync_folder(to);
        Ok(verdict.head)
    }
}

/// Copies in one step, so that what other programs add meanwhile neither shows nor starts it over.
fn copy_to(connection: &Connection, path: &Path) -> rusqlite::Result<()> {
    let mut copy = Connection::open(path)?;
    let step = Backup::new(connection, &mut copy)?.step(-1)?;
    if step != StepResult::Done {
        return Err(refusal(ffi::SQLITE_BUSY));
    }
    copy.pragma_update(None, "journal_mode", "DELETE")
}

fn not_kept(to: &Path, error: PersistError<std::fs::File>) -> RecordError {
    let path = to.to_owned();
    match error.error.kind() {
        ErrorKind::AlreadyExists => RecordError::Exists { path },
        _ => RecordError::Backup {
            path,
            cause: error.error,
        },
    }
}
