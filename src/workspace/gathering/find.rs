//! The files below what was named, each once.

use crate::rollup::Reason;
use crate::text::{Lang, errors::why};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The ending of a signature, which lies beside what it signs.
const SIGNATURE: &str = "sig";

/// Something that was met.
#[derive(Debug)]
pub struct Found {
    /// What it is called: below the folder, where one alone was named; else as it was named.
    pub(super) name: String,
    /// The file to read, or why there is none.
    pub(super) file: Result<PathBuf, Reason>,
}

/// Every file below folders and files, but for those that lie `beside` the reports (a roster, a list
/// of signers) and the signatures of files that are here.
///
/// A link that is named is followed; one that is met in a folder is followed to a file of that
/// folder, which counts beside it as a copy, and not out of it.
#[must_use]
pub fn find(paths: &[PathBuf], beside: &[PathBuf], lang: Lang) -> Vec<Found> {
    let mut search = Search {
        is_one: paths.len() == 1,
        seen: beside
            .iter()
            .filter_map(|p| fs::canonicalize(p).ok())
            .collect(),
        found: Vec::new(),
        lang,
    };
    for path in paths {
        search.named(path);
    }
    let mut found = search.found;
    without_signatures(&mut found);
    found
}

struct Search {
    /// Whether nothing else was named.
    is_one: bool,
    /// What is not to be met, or not again: two of the paths may lead to the same file.
    seen: HashSet<PathBuf>,
    found: Vec<Found>,
    lang: Lang,
}

impl Search {
    /// What was named is followed, wherever it leads.
    fn named(&mut self, path: &Path) {
        let real = fs::canonicalize(path).and_then(|real| {
            let of_file = fs::metadata(&real)?;
            Ok((real, of_file.file_type()))
        });
        match real {
            Ok((real, kind)) if kind.is_dir() => self.folder(path, &real),
            Ok((real, kind)) if self.is_new(&real) => self.add(path, ordinary(real, kind)),
            Ok(_) => {}
            Err(error) => self.unreadable(path, &error),
        }
    }

    fn folder(&mut self, path: &Path, real: &Path) {
        for entry in WalkDir::new(real) {
            match entry {
                Ok(entry) => self.entry(path, real, &entry),
                Err(error) => {
                    let below = error.path().and_then(|met| met.strip_prefix(real).ok());
                    let met = self.name_below(path, below.unwrap_or(Path::new("")));
                    let error = error.into_io_error();
                    self.unreadable(&met, &error.unwrap_or_else(|| io::ErrorKind::Other.into()));
                }
            }
        }
    }

    fn entry(&mut self, path: &Path, root: &Path, entry: &DirEntry) {
        let kind = entry.file_type();
        if kind.is_dir() {
            return;
        }
        let below = entry.path().strip_prefix(root);
        let name = self.name_below(path, below.unwrap_or(entry.path()));
        if kind.is_symlink() {
            match followed(entry.path(), root) {
                Ok(Ok(Some(file))) => self.add(&name, Ok(file)),
                Ok(Ok(None)) => {}
                Ok(Err(reason)) => self.add(&name, Err(reason)),
                Err(error) => self.unreadable(&name, &error),
            }
        } else if self.is_new(entry.path()) {
            self.add(&name, ordinary(entry.path().to_owned(), kind));
        }
    }

    fn name_below(&self, path: &Path, below: &Path) -> PathBuf {
        let is_below = self.is_one && below != Path::new("");
        if is_below {
            below.to_owned()
        } else {
            path.join(below)
        }
    }

    /// Remembers a file by its real path. Where one folder alone was named, nothing in it is met
    /// twice.
    fn is_new(&mut self, real: &Path) -> bool {
        if self.is_one {
            !self.seen.contains(real)
        } else {
            self.seen.insert(real.to_owned())
        }
    }

    fn unreadable(&mut self, name: &Path, error: &io::Error) {
        let why = why(error, self.lang);
        self.add(name, Err(Reason::Unreadable(why)));
    }

    fn add(&mut self, name: &Path, file: Result<PathBuf, Reason>) {
        let name = name.to_string_lossy();
        // Names are the same on every system.
        let name = if cfg!(windows) {
            name.replace('\\', "/")
        } else {
            name.into_owned()
        };
        self.found.push(Found { name, file });
    }
}

/// Only ordinary files are read.
fn ordinary(path: PathBuf, kind: FileType) -> Result<PathBuf, Reason> {
    if kind.is_file() {
        Ok(path)
    } else {
        Err(Reason::NoFile)
    }
}

/// The file that a link in a folder leads to; none for a folder in it, whose files are met where
/// they lie.
fn followed(link: &Path, root: &Path) -> io::Result<Result<Option<PathBuf>, Reason>> {
    let real = fs::canonicalize(link)?;
    if !real.starts_with(root) {
        return Ok(Err(Reason::LeadsOut));
    }
    let kind = fs::metadata(&real)?.file_type();
    Ok(if kind.is_dir() {
        Ok(None)
    } else {
        ordinary(real, kind).map(Some)
    })
}

/// Takes out the signatures of what is there, and says of the others that they sign nothing.
fn without_signatures(found: &mut Vec<Found>) {
    let is_signature = |name: &str| Path::new(name).extension() == Some(OsStr::new(SIGNATURE));
    if !found.iter().any(|one| is_signature(&one.name)) {
        return;
    }
    let names: HashSet<String> = found.iter().map(|one| one.name.clone()).collect();
    found.retain_mut(|one| {
        let signed = one.name.strip_suffix(SIGNATURE);
        match signed.and_then(|name| name.strip_suffix('.')) {
            Some(signed) if is_signature(&one.name) => {
                one.file = Err(Reason::SignsNothing);
                !names.contains(signed)
            }
            _ => true,
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new(files: &[&str]) -> Self {
            let folder = Self(tempfile::tempdir().expect("a folder"));
            for file in files {
                let path = folder.path(file);
                fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
                fs::write(path, file).expect("written");
            }
            folder
        }

        fn path(&self, below: &str) -> PathBuf {
            self.0.path().join(below)
        }

        /// What is found below `paths`, by name: what it leads to, below the folder, or why nothing.
        fn found(&self, paths: &[&str], beside: &[&str]) -> Vec<(String, String)> {
            let paths: Vec<PathBuf> = paths.iter().map(|path| self.path(path)).collect();
            let beside: Vec<PathBuf> = beside.iter().map(|path| self.path(path)).collect();
            let real = fs::canonicalize(self.0.path()).expect("a folder");
            let root = format!("{}/", self.0.path().display());
            let mut found: Vec<_> = find(&paths, &beside, Lang::En)
                .into_iter()
                .map(|one| {
                    let to = one.file.map_or_else(
                        |reason| format!("{reason:?}"),
                        |file| {
                            file.strip_prefix(&real)
                                .expect("below")
                                .display()
                                .to_string()
                        },
                    );
                    (one.name.replace(&root, ""), to)
                })
                .collect();
            found.sort();
            found
        }
    }

    fn same(names: &[&str]) -> Vec<(String, String)> {
        names
            .iter()
            .map(|name| (name.to_string(), name.to_string()))
            .collect()
    }

    #[test]
    fn a_folder_alone_gives_names_below_it_and_several_as_they_were_named() {
        let folder = Folder::new(&["a/1.yaml", "a/b/2.yaml", "c/1.yaml"]);
        assert_eq!(
            folder.found(&[""], &[]),
            same(&["a/1.yaml", "a/b/2.yaml", "c/1.yaml"])
        );
        let of_a = folder.found(&["a"], &[]);
        let names: Vec<&str> = of_a.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["1.yaml", "b/2.yaml"]);
        assert_eq!(
            folder.found(&["a", "c"], &[]),
            same(&["a/1.yaml", "a/b/2.yaml", "c/1.yaml"])
        );
    }

    #[test]
    fn a_file_that_is_named_twice_is_found_once_and_a_roster_not_at_all() {
        let folder = Folder::new(&["a/1.yaml", "a/2.yaml", "a/schools.csv"]);
        assert_eq!(
            folder.found(&["a", "a/1.yaml", "a"], &["a/schools.csv"]),
            same(&["a/1.yaml", "a/2.yaml"])
        );
        assert_eq!(folder.found(&["a"], &["a/schools.csv"]).len(), 2);
    }

    #[test]
    fn a_signature_belongs_to_the_file_beside_it_and_alone_it_signs_nothing() {
        let folder = Folder::new(&["1.yaml", "1.yaml.sig", "2.yaml.sig", ".sig", "sig"]);
        let nothing = |name: &str| (name.to_owned(), "SignsNothing".to_owned());
        let mut wanted = same(&[".sig", "1.yaml", "sig"]);
        wanted.insert(2, nothing("2.yaml.sig"));
        assert_eq!(folder.found(&[""], &[]), wanted);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_files_of_the_folder_and_not_out_of_it() {
        use std::os::unix::fs::symlink;
        let folder = Folder::new(&["in/1.yaml", "in/sub/2.yaml", "out/3.yaml"]);
        for (to, from) in [
            ("sub/2.yaml", "in/copy"),
            ("sub", "in/again"),
            ("../out/3.yaml", "in/leads-out"),
            ("/etc", "in/far"),
            ("nowhere", "in/dangling"),
            ("loop", "in/loop"),
            ("in", "named"),
        ] {
            symlink(to, folder.path(from)).expect("a link");
        }
        let found = folder.found(&["in"], &[]);
        let at = |name: &str| {
            let found = found.iter().find(|(found, _)| found == name);
            found.map(|(_, to)| to.as_str())
        };
        assert_eq!(at("copy"), Some("in/sub/2.yaml"));
        assert_eq!(at("again"), None);
        assert_eq!([at("leads-out"), at("far")], [Some("LeadsOut"); 2]);
        assert!(at("dangling").is_some_and(|to| to.starts_with("Unreadable")));
        assert!(at("loop").is_some_and(|to| to.starts_with("Unreadable")));
        assert_eq!(found.len(), 7);
        assert_eq!(folder.found(&["named"], &[]).len(), 7);
    }
}
