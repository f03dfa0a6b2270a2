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
use std::io::Write;
use std::path::Path;

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
        std::fs::create_dir_all(folder)
            .map_err(|error| WorkspaceError::io(Doing::Writing, folder, error))?;
    }
    let text = write_school(school, lang);
    write_whole(&path, text.as_bytes(), false)
}

/// Writes a file whole or not at all; over an existing one only where `replace` says so.
///
/// # Errors
/// [`WorkspaceError::Io`] with the file's path.
pub fn write_whole(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WorkspaceError> {
    let wrong = |error| WorkspaceError::io(Doing::Writing, path, error);
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut file = tempfile::Builder::new()
        .prefix(".duban-")
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(wrong)?;
    file.write_all(bytes).map_err(wrong)?;
    readable_by_others(file.as_file()).map_err(wrong)?;
    file.as_file().sync_all().map_err(wrong)?;
    let written = if replace {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    written.map(drop).map_err(|error| wrong(error.error))
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
    fn a_schools_short_name_is_its_name_in_pinyin() {
        let id = |name| default_id(name).map(|id| id.to_string());
        assert_eq!(id("青山小学").as_deref(), Some("qingshanxiaoxue"));
        assert_eq!(id("No. 5 School").as_deref(), Some("no-5-school"));
        assert_eq!(id("！！"), None);
    }
}
