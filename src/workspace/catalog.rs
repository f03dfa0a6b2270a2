//! The checklists that a school may adopt: the program's own and those in its folder.

use super::error::{Doing, WorkspaceError};
use super::home::Home;
use crate::checklist::{Checklist, ChecklistId};
use crate::format::{EMBEDDED, Problems, read_checklist};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A checklist on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where it comes from.
    pub source: Source,
    /// The checklist.
    pub checklist: Checklist,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
}

/// Where a checklist comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It ships with the program.
    Program,
    /// A file of the school's.
    File(PathBuf),
}

/// All checklists on offer. A file of the school's with the id of one of the program's takes its
/// place.
///
/// # Errors
/// The problems of every file that cannot be read.
pub fn offers(home: &Home) -> Result<Vec<Offer>, WorkspaceError> {
    let mut offers = Vec::new();
    let mut problems = Vec::new();
    for (name, text) in EMBEDDED {
        take(
            Source::Program,
            name,
            text.as_bytes(),
            &mut offers,
            &mut problems,
        );
    }
    for path in files(&home.checklists(), &["yaml", "yml"])? {
        let bytes = read(&path)?;
        let name = path.display().to_string();
        take(
            Source::File(path),
            &name,
            &bytes,
            &mut offers,
            &mut problems,
        );
    }
    if problems.is_empty() {
        Ok(offers)
    } else {
        Err(WorkspaceError::Problems(problems))
    }
}

fn take(
    source: Source,
    name: &str,
    bytes: &[u8],
    offers: &mut Vec<Offer>,
    problems: &mut Vec<Problems>,
) {
    match read_checklist(name, bytes) {
        Ok((checklist, digest)) => {
            offers.retain(|offer| offer.checklist.id != checklist.id);
            offers.push(Offer {
                source,
                checklist,
                digest,
            });
        }
        Err(found) => problems.push(found),
    }
}

/// The checklist of that id.
///
/// # Errors
/// [`WorkspaceError::NoChecklist`] where none is on offer, and as [`offers`].
pub fn offer(home: &Home, id: &ChecklistId) -> Result<Offer, WorkspaceError> {
    let offers = offers(home)?;
    let known = offers.iter().map(|o| o.checklist.id.clone()).collect();
    offers
        .into_iter()
        .find(|offer| offer.checklist.id == *id)
        .ok_or_else(|| WorkspaceError::NoChecklist {
            said: id.to_string(),
            known,
        })
}

/// The files in `folder` with one of those endings, by name; none where there is no such folder.
pub(super) fn files(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, WorkspaceError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(WorkspaceError::io(Doing::Reading, folder, error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|error| WorkspaceError::io(Doing::Reading, folder, error))?
            .path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(|ending| endings.contains(&ending)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The bytes of a file.
///
/// # Errors
/// [`WorkspaceError::Io`] with the file's path.
pub fn read(path: &Path) -> Result<Vec<u8>, WorkspaceError> {
    fs::read(path).map_err(|error| WorkspaceError::io(Doing::Reading, path, error))
}
