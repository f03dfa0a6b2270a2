//! Setting a school up.

use super::catalog::{self, Offer};
use super::error::{Doing, WorkspaceError};
use super::home::Home;
use crate::checklist::ChecklistId;
use crate::find::pinyin_of;
use crate::format::write_school;
use crate::school::{Adoption, School, SchoolId};
use crate::text::Lang;
use chrono::NaiveDate;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// The short name that a school gets where none is given: its name in ASCII letters, Chinese by
/// pinyin.
#[must_use]
pub fn default_id(name: &str) -> Option<SchoolId> {
    let mut id: String = pinyin_of(name)
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(64)
        .collect();
    while id.contains("--") {
        id = id.replace("--", "-");
    }
    id.trim_matches('-').parse().ok()
}

/// The adoptions of `checklists`: from `since`, or as of today.
///
/// # Errors
/// Where a checklist is not on offer, or not for this kind of school.
pub fn adoptions(
    home: &Home,
    school: &School,
    checklists: &[ChecklistId],
    since: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Vec<Adoption>, WorkspaceError> {
    let offers = catalog::offers(home)?;
    let one = |id: &ChecklistId| {
        let offer = offers.iter().find(|offer| offer.checklist.id == *id);
        let Some(Offer { checklist, .. }) = offer else {
            return Err(WorkspaceError::NoChecklist {
                said: id.to_string(),
                known: offers.iter().map(|o| o.checklist.id.clone()).collect(),
            });
        };
        if !checklist.is_for(school.kind) {
            return Err(WorkspaceError::NotForKind(id.clone()));
        }
        Ok(match since {
            Some(since) => Adoption {
                id: id.clone(),
                since,
                counts_from: None,
            },
            None => Adoption::starting(id.clone(), today),
        })
    };
    checklists.iter().map(one).collect()
}

/// Writes the school's profile into an empty home.
///
/// # Errors
/// [`WorkspaceError::AlreadySetUp`] where there is one.
pub fn create(home: &Home, school: &School, lang: Lang) -> Result<(), WorkspaceError> {
    let path = home.school_file();
    if home.is_set_up() {
        return Err(WorkspaceError::AlreadySetUp(path));
    }
    for folder in home.folders() {
        make_folder(folder)?;
    }
    let text = write_school(school, lang);
    write_whole(&path, text.as_bytes(), false)
}

/// Makes a folder, and those it lies in, where they are not there.
///
/// # Errors
/// [`WorkspaceError::Io`] with the folder's path.
pub fn make_folder(folder: &Path) -> Result<(), WorkspaceError> {
    std::fs::create_dir_all(folder)
        .map_err(|error| WorkspaceError::io(Doing::Writing, folder, error))
}

/// Writes a file whole or not at all; over an existing one only where `replace` says so.
///
/// # Errors
/// [`WorkspaceError::Io`] with the file's path.
pub fn write_whole(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WorkspaceError> {
    write_together(&[(path, bytes)], replace)
}

/// Writes files in their order, all of them or none; over existing ones only where `replace` says
/// so. Where one cannot be put in its place, those that were put before it and are new are taken
/// away again; what was replaced stays replaced.
///
/// # Errors
/// [`WorkspaceError::Io`] with the file's path.
pub fn write_together(files: &[(&Path, &[u8])], replace: bool) -> Result<(), WorkspaceError> {
    let staged = files.iter().map(|(path, bytes)| {
        let file = stage(path, bytes);
        file.map_err(|error| WorkspaceError::io(Doing::Writing, path, error))
    });
    let staged = staged.collect::<Result<Vec<_>, _>>()?;
    let mut new: Vec<&Path> = Vec::new();
    for ((path, _), file) in files.iter().zip(staged) {
        let is_new = !path.exists();
        if let Err(error) = put(file, path, replace) {
            for path in new {
                // It is gone already, or stays: the error that is said is the one that hindered.
                let _ = std::fs::remove_file(path);
            }
            return Err(WorkspaceError::io(Doing::Writing, path, error));
        }
        new.extend(is_new.then_some(*path));
    }
    Ok(())
}

/// Puts a file in its place; over an existing one only where `replace` says so.
pub(super) fn put(file: NamedTempFile, path: &Path, replace: bool) -> io::Result<()> {
    let put = if replace {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    put.map(drop).map_err(|error| error.error)
}

/// A file beside the place that it is for, on disk.
pub(super) fn stage(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut file = tempfile::Builder::new()
        .prefix(".duban-")
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    readable_by_others(file.as_file())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A temporary file is readable by its owner alone; what replaces a document is not.
#[cfg(unix)]
fn readable_by_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_files_that_are_written_together_there_are_all_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let (a, b, c) = (at("a"), at("b"), at("nowhere/c"));
        let files = |last| [(a.as_path(), &b"1"[..]), (last, &b"2"[..])];
        assert!(write_together(&files(&c), false).is_err());
        assert!(!a.exists());
        std::fs::create_dir(&b).expect("a folder in the way");
        assert!(write_together(&files(&b), true).is_err());
        assert!(!a.exists());
        std::fs::remove_dir(&b).expect("out of the way");
        write_together(&files(&b), false).expect("written");
        assert_eq!(std::fs::read(&b).expect("bytes"), b"2");
        assert!(write_together(&files(&b), false).is_err());
        assert!(a.exists() && b.exists());
    }

    #[test]
    fn a_schools_short_name_is_its_name_in_pinyin() {
        let id = |name| default_id(name).map(|id| id.to_string());
        assert_eq!(id("青山小学").as_deref(), Some("qingshanxiaoxue"));
        assert_eq!(id("No. 5 School").as_deref(), Some("no-5-school"));
        assert_eq!(id("！！"), None);
    }
}
