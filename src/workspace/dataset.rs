//! A folder of many files, written whole or not at all: into a new one beside it, which then takes
//! its place.

use super::{Doing, WorkspaceError};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::{DirEntry, WalkDir};

/// What new folders are called, until they are whole.
const PREFIX: &str = ".duban-";
/// In it, the new one and what it takes the place of.
const NEW: &str = "new";
const OLD: &str = "old";

/// What stands in the way of a folder that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InTheWay {
    /// Nothing: there is none, or an empty one.
    Nothing,
    /// A folder of the same kind, with nothing else in it.
    Same,
    /// No folder, which may not be replaced.
    NoFolder,
    /// A folder in which there is something else, by its name: it may not be replaced.
    Other(OsString),
}

/// What file managers leave in folders by themselves.
const LEFT_BY_ITSELF: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

impl InTheWay {
    /// Whether a folder may be written there; of the same kind, where that may be replaced.
    #[must_use]
    pub fn lets_pass(&self, may_replace: bool) -> bool {
        match self {
            Self::Nothing => true,
            Self::Same => may_replace,
            Self::NoFolder | Self::Other(_) => false,
        }
    }
}

/// Why a folder was not put in its place.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    /// Something is there that may not be replaced.
    #[error("{0:?} is in the way")]
    InTheWay(InTheWay),
    /// It could not be.
    #[error(transparent)]
    Failed(#[from] WorkspaceError),
}

/// What is in the way at `path` of a folder that holds the folders `kinds`.
///
/// # Errors
/// [`WorkspaceError::Io`] where that cannot be seen.
pub fn in_the_way(path: &Path, kinds: &[&str]) -> Result<InTheWay, WorkspaceError> {
    let failed = |error| WorkspaceError::io(Doing::Reading, path, error);
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(InTheWay::Nothing),
        Err(error) => return Err(failed(error)),
        Ok(of_file) if !of_file.is_dir() => return Ok(InTheWay::NoFolder),
        Ok(_) => {}
    }
    let entries = fs::read_dir(path).map_err(failed)?;
    let entries = entries.map(|entry| {
        let entry = entry?;
        Ok((entry.file_name(), entry.file_type()?.is_dir()))
    });
    let entries: io::Result<Vec<(OsString, bool)>> = entries.collect();
    let mut entries = entries.map_err(failed)?;
    entries.retain(|(name, is_folder)| *is_folder || !LEFT_BY_ITSELF.iter().any(|of| name == of));
    let is_ours =
        |(name, is_folder): &(OsString, bool)| *is_folder && kinds.iter().any(|kind| name == *kind);
    let is_empty = entries.is_empty();
    let mut others = entries.into_iter().filter(|entry| !is_ours(entry));
    Ok(match others.next() {
        Some((name, _)) => InTheWay::Other(name),
        None if is_empty => InTheWay::Nothing,
        None => InTheWay::Same,
    })
}

/// The files of a folder and of those in it; none where it is not there.
#[must_use]
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).into_iter().flatten();
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files.map(DirEntry::into_path).collect()
}

/// A folder on its way. Dropped before it is put in its place, it is gone.
#[derive(Debug)]
pub struct Dataset {
    place: PathBuf,
    staged: TempDir,
}

impl Dataset {
    /// Begins one that belongs to `place`.
    ///
    /// # Errors
    /// [`WorkspaceError::Io`], such as where the folder above it is not there.
    pub fn begin(place: &Path) -> Result<Self, WorkspaceError> {
        // What a link leads to is replaced, and not the link.
        let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let above = place.parent().filter(|above| *above != Path::new(""));
        let staged = tempfile::Builder::new()
            .prefix(PREFIX)
            .tempdir_in(above.unwrap_or(Path::new(".")))
            .and_then(|staged| {
                fs::create_dir(staged.path().join(NEW))?;
                Ok(staged)
            })
            .map_err(|error| WorkspaceError::io(Doing::Writing, &place, error))?;
        Ok(Self { place, staged })
    }

    /// Where it is until it is whole: to be removed by who ends the program before that.
    #[must_use]
    pub fn staged(&self) -> &Path {
        self.staged.path()
    }

    /// Adds a file; `below` has `/` between its parts.
    ///
    /// # Errors
    /// [`WorkspaceError::Io`] with the path that the file was to have.
    pub fn add(&self, below: &str, bytes: &[u8]) -> Result<(), WorkspaceError> {
        let mut path = self.staged.path().join(NEW);
        path.extend(below.split('/'));
        let added = write_new(&path, bytes);
        added.map_err(|error| WorkspaceError::io(Doing::Writing, &self.place.join(below), error))
    }

    /// Puts it in its place, in that of what is there: of a folder that holds the folders `kinds`,
    /// where that may be replaced. Another may have come there since somebody looked.
    ///
    /// # Errors
    /// What is in the way, or [`WorkspaceError::Io`]; what was there is there still, or where the
    /// error says.
    pub fn put(mut self, kinds: &[&str], may_replace: bool) -> Result<(), PutError> {
        let found = in_the_way(&self.place, kinds)?;
        if !found.lets_pass(may_replace) {
            return Err(PutError::InTheWay(found));
        }
        Ok(self.exchange()?)
    }

    fn exchange(&mut self) -> Result<(), WorkspaceError> {
        let (new, old) = (self.staged.path().join(NEW), self.staged.path().join(OLD));
        let failed = |error| WorkspaceError::io(Doing::Writing, &self.place, error);
        let is_there = self.place.exists();
        if is_there {
            fs::rename(&self.place, &old).map_err(failed)?;
        }
        let Err(error) = fs::rename(&new, &self.place) else {
            return Ok(());
        };
        let error = failed(error);
        if is_there && let Err(error) = fs::rename(&old, &self.place) {
            // It is the only one that there is.
            self.staged.disable_cleanup(true);
            return Err(WorkspaceError::io(Doing::Writing, &old, error));
        }
        Err(error)
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names.map(|n| n.into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_takes_the_place_of_another_when_it_is_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("rows");
        let set = Dataset::begin(&place).expect("begun");
        set.add("items/week=1/part", b"1").expect("added");
        assert!(!place.exists());
        set.put(&["items"], true).expect("put");
        assert_eq!(names(folder.path()), ["rows"]);

        let set = Dataset::begin(&place).expect("begun");
        set.add("schools/part", b"2").expect("added");
        assert_eq!(names(&place), ["items"]);
        set.put(&["items"], true).expect("put");
        assert_eq!(names(&place), ["schools"]);
        assert_eq!(names(folder.path()), ["rows"]);
    }

    #[test]
    fn what_came_there_meanwhile_is_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("rows");
        let refused = |may_replace| {
            let set = Dataset::begin(&place).expect("begun");
            set.add("items/part", b"1").expect("added");
            // Whoever looked before saw nothing here.
            fs::create_dir_all(place.join("items")).expect("a folder");
            if may_replace {
                fs::write(place.join("thesis.odt"), "years").expect("a file");
            }
            match set.put(&["items"], may_replace) {
                Err(PutError::InTheWay(found)) => found,
                put => unreachable!("{put:?}"),
            }
        };
        assert_eq!(refused(false), InTheWay::Same);
        assert_eq!(refused(true), InTheWay::Other("thesis.odt".into()));
        assert_eq!(names(&place), ["items", "thesis.odt"]);
        assert_eq!(names(folder.path()), ["rows"]);
    }

    #[test]
    fn of_a_folder_that_is_given_up_nothing_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let set = Dataset::begin(&folder.path().join("rows")).expect("begun");
        set.add("items/part", b"1").expect("added");
        assert!(set.add("items/part", b"2").is_err(), "no file twice");
        drop(set);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn only_what_is_of_the_same_kind_may_be_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let seen = |name: &str| in_the_way(&at(name), &["items", "files"]).expect("seen");
        assert_eq!(seen("rows"), InTheWay::Nothing);
        fs::create_dir(at("rows")).expect("a folder");
        assert_eq!(seen("rows"), InTheWay::Nothing);
        fs::create_dir(at("rows/items")).expect("a folder");
        assert_eq!(seen("rows"), InTheWay::Same);
        fs::write(at("rows/thesis.odt"), "").expect("a file");
        assert_eq!(seen("rows"), InTheWay::Other("thesis.odt".into()));
        assert_eq!(seen("rows/thesis.odt"), InTheWay::NoFolder);
        fs::remove_file(at("rows/thesis.odt")).expect("removed");
        // What nobody put there.
        fs::write(at("rows/.DS_Store"), "").expect("a file");
        assert_eq!(seen("rows"), InTheWay::Same);
        fs::remove_dir(at("rows/items")).expect("removed");
        assert_eq!(seen("rows"), InTheWay::Nothing);
        fs::write(at("rows/files"), "").expect("a file, not a folder");
        assert_eq!(seen("rows"), InTheWay::Other("files".into()));
    }
}
