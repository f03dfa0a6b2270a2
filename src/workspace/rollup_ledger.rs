//! The ledger of roll-ups in its file. While a roll-up has it, no other gets it.

use super::error::{Doing, WorkspaceError};
use super::setup::{put, stage};
use crate::format::{LedgerError, read_ledger, write_ledger};
use crate::rollup::RollUpLedger;
use crate::text::{Lang, rollup::ledger as words};
use std::fs::{File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A ledger, and the file that it is in.
#[derive(Debug)]
pub struct LedgerFile {
    /// What it says.
    pub ledger: RollUpLedger,
    path: PathBuf,
    /// The file, locked; nothing where there is none yet.
    held: Option<File>,
}

/// Why a ledger cannot be used. It is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum LedgerFileError {
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] WorkspaceError),
    /// It is none, or damaged, or of a later version.
    #[error("{} cannot be used", .0.display())]
    Unusable(PathBuf, #[source] LedgerError),
    /// Another roll-up has it, or has made it meanwhile.
    #[error("{} is in use", .0.display())]
    InUse(PathBuf),
}

impl LedgerFile {
    /// Opens the ledger in a file, or begins one where there is no file.
    ///
    /// # Errors
    /// Where it cannot be read, is no ledger of this version or damaged, or in use.
    pub fn open(path: &Path) -> Result<Self, LedgerFileError> {
        let wrong = |error| WorkspaceError::io(Doing::Reading, path, error);
        let Some(mut held) = opened(path).map_err(wrong)? else {
            return Ok(Self {
                ledger: RollUpLedger::default(),
                path: path.to_owned(),
                held: None,
            });
        };
        let in_use = || LedgerFileError::InUse(path.to_owned());
        match held.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use()),
            Err(TryLockError::Error(error)) => return Err(wrong(error).into()),
        }
        // Between opening and locking another roll-up may have put a new one in its place.
        if !is_at(&held, path).map_err(wrong)? {
            return Err(in_use());
        }
        // What a link leads to is written anew, and not the link.
        let place = path.canonicalize().map_err(wrong)?;
        let mut bytes = Vec::new();
        held.read_to_end(&mut bytes).map_err(wrong)?;
        let unusable = |error| LedgerFileError::Unusable(path.to_owned(), error);
        Ok(Self {
            ledger: read_ledger(bytes).map_err(unusable)?,
            path: place,
            held: Some(held),
        })
    }

    /// Writes the ledger, whole or not at all, and gives it free.
    ///
    /// # Errors
    /// Where it cannot be written, or another roll-up has begun it meanwhile.
    pub fn save(self) -> Result<(), LedgerFileError> {
        self.staged()?.save()
    }

    /// Writes the ledger beside its file, so that it only has to be put in its place.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn staged(self) -> Result<StagedLedger, LedgerFileError> {
        let Self { ledger, path, held } = self;
        let wrong = |error| WorkspaceError::io(Doing::Writing, &path, error);
        let bytes = write_ledger(&ledger).map_err(|error| wrong(error.into()))?;
        let file = stage(&path, &bytes).map_err(wrong)?;
        Ok(StagedLedger { file, path, held })
    }
}

/// A ledger that is written beside its file. Dropped, it is gone.
#[derive(Debug)]
pub struct StagedLedger {
    file: NamedTempFile,
    path: PathBuf,
    held: Option<File>,
}

impl StagedLedger {
    /// Where it is until it is saved.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Puts the ledger in the place of its file and gives it free.
    ///
    /// # Errors
    /// Where that cannot be done, or another roll-up has begun it meanwhile.
    pub fn save(self) -> Result<(), LedgerFileError> {
        let Self { file, path, held } = self;
        let is_known = held.is_some();
        // Elsewhere an open file cannot be replaced.
        let _held = held.filter(|_| cfg!(unix));
        match put(file, &path, is_known) {
            Err(error) if !is_known && error.kind() == io::ErrorKind::AlreadyExists => {
                Err(LedgerFileError::InUse(path))
            }
            Err(error) => Err(WorkspaceError::io(Doing::Writing, &path, error).into()),
            Ok(()) => Ok(()),
        }
    }
}

/// An ordinary file, opened; nothing where there is none.
fn opened(path: &Path) -> io::Result<Option<File>> {
    let kind = match path.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        of_file => of_file?.file_type(),
    };
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path).map(Some)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let place = |of: std::fs::Metadata| (of.dev(), of.ino());
    Ok(place(file.metadata()?) == place(path.metadata()?))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

impl LedgerFileError {
    /// What is wrong, and what to do about it.
    #[must_use]
    pub fn say(&self, lang: Lang) -> (String, Option<String>) {
        match self {
            Self::Io(error) => error.say(lang),
            Self::Unusable(path, LedgerError::Other) => words::no_ledger(path, lang),
            Self::Unusable(path, LedgerError::Newer) => words::newer(path, lang),
            Self::Unusable(path, LedgerError::Damaged) => words::damaged(path, lang),
            Self::InUse(path) => words::in_use(path, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_roll_ups_at_once_one_gets_the_ledger_and_the_other_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ledger.json");
        let open = || LedgerFile::open(&path);
        let [first, second] = [open().expect("new"), open().expect("new")];
        first.save().expect("saved");
        assert!(matches!(second.save(), Err(LedgerFileError::InUse(_))));

        let held = open().expect("opened");
        assert!(matches!(open(), Err(LedgerFileError::InUse(_))));
        held.save().expect("saved");
        assert!(open().is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_what_it_leads_to_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (
            folder.path().join("ledger.json"),
            folder.path().join("link"),
        );
        LedgerFile::open(&path)
            .and_then(LedgerFile::save)
            .expect("saved");
        std::os::unix::fs::symlink("ledger.json", &link).expect("a link");
        let mut of_link = LedgerFile::open(&link).expect("opened");
        let schools = &mut of_link.ledger.heads.schools;
        schools.insert("qingshan".to_owned(), Vec::new());
        of_link.save().expect("saved");
        assert!(link.is_symlink());
        let ledger = LedgerFile::open(&path).expect("opened").ledger;
        assert_eq!(ledger.heads.schools.len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_ordinary_file_is_no_ledger() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(LedgerFile::open(folder.path()).is_err());
        assert!(LedgerFile::open(Path::new("/dev/null")).is_err());
    }
}
