//! What became of every file, and the rows of those that count.

use super::files::{Files, Met, What};
use super::roster::Roster;
use super::row::{Row, SchoolWeek};
use super::signature::SignatureFault;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A file that was rolled up.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its name, below the folder that was named.
    pub name: String,
    /// The digest of its bytes, `sha256:…`; nothing where it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// Why a file does not count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "why", content = "detail", rename_all = "kebab-case")]
pub enum Reason {
    /// It cannot be read, in the system's words.
    Unreadable(String),
    /// It is no ordinary file: a pipe, a socket, a device.
    NoFile,
    /// It leads out of the folder.
    LeadsOut,
    /// It is larger than a report can be, in bytes.
    TooLarge(u64),
    /// It is no report, with the first thing that is wrong: line, column, what.
    NoReport(usize, usize, String),
    /// Its numbers contradict each other, with the first contradiction in words.
    Contradicts(String),
    /// It shows only a part of what is rolled up, and is laid out for that receiver.
    Excerpt(String),
    /// Its school is not on the roster.
    NotOnRoster(String),
    /// It is a signature, and the file that it signs is not beside it.
    SignsNothing,
    /// Its signature does not show that it is its school's.
    Signature(SignatureFault),
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Its numbers count.
    Accepted,
    /// Another file of the same school and week counts, by its name.
    Superseded(String),
    /// It does not count.
    Quarantined(Reason),
}

/// A row, and the file that it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// The file.
    pub file: FileEntry,
    /// The row.
    pub row: Row,
}

/// Reports rolled up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RollUp {
    pub(super) accepted: BTreeMap<SchoolWeek, Accepted>,
    /// All of them, those that count among them.
    pub(super) files: Files,
    pub(super) sources: BTreeSet<FileEntry>,
}

/// A file in whose place another of the same school and week counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Superseded<'a> {
    pub(super) file: &'a FileEntry,
    pub(super) of: &'a SchoolWeek,
    pub(super) handed_in: NaiveDate,
}

impl RollUp {
    /// Takes a report in. Of several of the same school and week the newest counts.
    pub fn take(&mut self, file: FileEntry, row: Row) {
        self.report(file.clone(), row.key(), row.handed_in());
        self.newest(Accepted { file, row });
    }

    /// Remembers a file that is a report.
    pub(super) fn report(&mut self, file: FileEntry, of: SchoolWeek, handed_in: NaiveDate) {
        let what = What::Report(of, handed_in);
        self.files.add(Met { file, what });
    }

    fn newest(&mut self, new: Accepted) {
        let key = new.row.key();
        let here = self.accepted.get(&key);
        if here.is_none_or(|here| new.age(here).is_gt()) {
            self.accepted.insert(key, new);
        }
    }

    /// Sets a file aside.
    pub fn quarantine(&mut self, file: FileEntry, reason: Reason) {
        let what = What::SetAside(reason);
        self.files.add(Met { file, what });
    }

    /// Remembers a roll-up that was taken in. It is no file of the count: what it was made of is.
    pub fn source(&mut self, rollup: FileEntry) {
        self.sources.insert(rollup);
    }

    /// Adds what was gathered beside it: other files, even where they are copies of these.
    pub fn add(&mut self, other: Self) {
        self.files.add_all(other.files);
        let others = other.accepted.into_values();
        others.for_each(|new| self.newest(new));
        self.sources.extend(other.sources);
    }

    /// Takes in everything that another roll-up holds. A file that is in both is one: it counts once
    /// where its bytes are the same and its name without its folders.
    pub fn merge(&mut self, other: Self) {
        self.files.merge(other.files);
        for (of, new) in other.accepted {
            self.newest(new);
            // Of a file that is in both, one name was kept.
            if let Some(counts) = self.accepted.get_mut(&of) {
                let digest = counts.file.digest.as_ref();
                let file = self.files.first(digest, &of).cloned();
                counts.file = file.unwrap_or_else(|| counts.file.clone());
            }
        }
        self.sources.extend(other.sources);
    }

    /// Whether everything that counts is of schools that are on the roster.
    #[must_use]
    pub fn is_of(&self, roster: &Roster) -> bool {
        let known = roster.by_id();
        let mut schools = self.accepted.keys();
        schools.all(|of| known.contains_key(of.school.as_str()))
    }

    /// Sets aside what is of schools that are not on the roster.
    pub fn keep_to(&mut self, roster: &Roster) {
        let known = roster.by_id();
        let is_known = |of: &SchoolWeek| known.contains_key(of.school.as_str());
        self.accepted.retain(|of, _| is_known(of));
        for met in self.files.iter_mut() {
            if let Some(of) = met.of().filter(|of| !is_known(of)) {
                met.what = What::SetAside(Reason::NotOnRoster(of.school.clone()));
            }
        }
    }

    /// The roll-ups that were taken in.
    pub fn sources(&self) -> impl Iterator<Item = &FileEntry> {
        self.sources.iter()
    }

    /// The rows that count, by school and week.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.accepted.values().map(|accepted| &accepted.row)
    }

    /// What counts for a school's week.
    #[must_use]
    pub fn row(&self, of: &SchoolWeek) -> Option<&Accepted> {
        self.accepted.get(of)
    }

    /// Every file with what became of it, by name.
    #[must_use]
    pub fn files(&self) -> Vec<(&FileEntry, Fate)> {
        let accepted = self.accepted.values().map(|a| (&a.file, Fate::Accepted));
        let superseded = self.superseded().map(|Superseded { file, of, .. }| {
            let by = self.accepted.get(of).map(|a| a.file.name.clone());
            (file, Fate::Superseded(by.unwrap_or_default()))
        });
        let quarantined = self.quarantined();
        let quarantined = quarantined.map(|(file, why)| (file, Fate::Quarantined(why.clone())));
        let mut files: Vec<_> = accepted.chain(superseded).chain(quarantined).collect();
        files.sort_by_key(|(file, _)| *file);
        files
    }

    /// The files in whose place others count.
    pub(super) fn superseded(&self) -> impl Iterator<Item = Superseded<'_>> {
        self.files.same().flat_map(move |same| {
            // Two copies may be called the same, where their names are no text.
            let mut counting = BTreeSet::new();
            same.iter().filter_map(move |Met { file, what }| {
                let What::Report(of, handed_in) = what else {
                    return None;
                };
                let counts = self.accepted.get(of).is_some_and(|a| a.file == *file);
                let counts = counts && counting.insert(of);
                let handed_in = *handed_in;
                (!counts).then_some(Superseded {
                    file,
                    of,
                    handed_in,
                })
            })
        })
    }

    /// The files that do not count, and why.
    pub(super) fn quarantined(&self) -> impl Iterator<Item = (&FileEntry, &Reason)> {
        let files = self.files.iter();
        files.filter_map(|Met { file, what }| match what {
            What::Report(..) => None,
            What::SetAside(reason) => Some((file, reason)),
        })
    }
}

impl Accepted {
    /// Which of two reports of the same school and week is newer: judged as of a later day, written
    /// later, from more facts. Where all that is the same, their bytes and names decide, so that the
    /// order in which files are met does not; and what is said of them, should two roll-ups say
    /// different things of the same file.
    fn age(&self, other: &Self) -> Ordering {
        let of = |a: &Self| (a.row.as_of, a.row.generated_at, a.row.record.facts);
        let words = |a: &Self| format!("{:?}", a.row);
        of(self)
            .cmp(&of(other))
            .then_with(|| self.file.digest.cmp(&other.file.digest))
            .then_with(|| match self.row == other.row {
                true => Ordering::Equal,
                false => words(self).cmp(&words(other)),
            })
            .then_with(|| other.file.name.cmp(&self.file.name))
    }
}
