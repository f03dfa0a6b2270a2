//! What was rolled up, for who shows it: any week of it, and the reports themselves, read again.

use super::open::read;
use crate::calendar::Week;
use crate::format::{digest, read_written};
use crate::report::StatusReport;
use crate::rollup::{FileEntry, Reason, RollUp, RollUpAsked, RollUpReport, Roster, Standings};
use crate::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// Why a report cannot be shown again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// It is not below what was named.
    Gone,
    /// Its bytes are not those that were rolled up.
    Changed,
    /// It cannot be read.
    Unreadable(Reason),
}

/// Reports that were rolled up, with what was asked for.
#[derive(Debug)]
pub struct RolledUp {
    /// The rows, and what became of every file. It holds nothing of schools that are not on the roster.
    pub rollup: RollUp,
    /// Who ought to report, where that is known.
    pub roster: Option<Roster>,
    /// Which week, and in which language.
    pub asked: RollUpAsked,
    /// What was named.
    pub paths: Vec<PathBuf>,
    /// How the schools' records stand to what a ledger knows of them, where there is one.
    pub standings: Option<Standings>,
}

impl RolledUp {
    /// The roll-up of a week; of the one that was asked for, or the newest, where none is named.
    #[must_use]
    pub fn report(&self, week: Option<Week>) -> RollUpReport {
        let asked = RollUpAsked {
            week: week.or(self.asked.week),
            ..self.asked
        };
        let report = RollUpReport::of(&self.rollup, self.roster.as_ref(), &asked);
        self.with_records(report)
    }

    /// The same of the week that was asked for, with nothing that can be rolled up again.
    #[must_use]
    pub fn seen(&self) -> RollUpReport {
        let report = RollUpReport::seen(&self.rollup, self.roster.as_ref(), &self.asked);
        self.with_records(report)
    }

    fn with_records(&self, mut report: RollUpReport) -> RollUpReport {
        if let Some(standings) = &self.standings {
            report.enter(standings);
        }
        report
    }

    /// Reads a report again. A name that comes from a roll-up of others leads nowhere but below what
    /// was named here, and only the bytes that were rolled up are shown.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn read_again(&self, file: &FileEntry, lang: Lang) -> Result<Box<StatusReport>, Lost> {
        let path = place(&self.paths, &file.name).ok_or(Lost::Gone)?;
        let bytes = read(&path, lang).map_err(Lost::Unreadable)?;
        if Some(digest(&bytes)) != file.digest {
            return Err(Lost::Changed);
        }
        let report = read_written("", &bytes).map_err(|_| Lost::Changed)?;
        Ok(Box::new(report))
    }
}

/// Where a file lies: below the folder, where one alone was named; else where its name says, which
/// must be below one of those that were.
fn place(paths: &[PathBuf], name: &str) -> Option<PathBuf> {
    let path = match paths {
        [folder] if folder.is_dir() => folder.join(name),
        _ => Path::new(name).to_owned(),
    };
    let real = fs::canonicalize(path).ok()?;
    let mut roots = paths.iter().filter_map(|path| fs::canonicalize(path).ok());
    roots.any(|root| real.starts_with(root)).then_some(real)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_lies_below_what_was_named_and_nowhere_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |below: &str| folder.path().join(below);
        for below in ["in", "in/sub", "other"] {
            std::fs::create_dir(at(below)).expect("a folder");
        }
        for below in ["in/sub/1.yaml", "other/2.yaml"] {
            std::fs::write(at(below), below).expect("written");
        }
        let real = |below: &str| fs::canonicalize(at(below)).ok();
        let alone = [at("in")];
        assert_eq!(place(&alone, "sub/1.yaml"), real("in/sub/1.yaml"));
        let outside = at("other/2.yaml").display().to_string();
        for name in [
            "../other/2.yaml",
            outside.as_str(),
            "/etc/passwd",
            "gone.yaml",
        ] {
            assert_eq!(place(&alone, name), None, "{name}");
        }
        let several = [at("in"), at("other")];
        assert_eq!(place(&several, &outside), real("other/2.yaml"));
        assert_eq!(place(&several, "/etc/passwd"), None);
        let file = [at("other/2.yaml")];
        assert_eq!(place(&file, &outside), real("other/2.yaml"));
    }
}
