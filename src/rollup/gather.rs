//! What became of every file, and the rows of those that count.

use super::roster::Roster;
use super::row::{Row, SchoolWeek};
use super::signature::SignatureFault;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::btree_map::Entry;
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

/// A file in whose place another of the same school and week counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Superseded {
    pub(super) file: FileEntry,
    pub(super) of: SchoolWeek,
    /// A report that is amended was handed in when the first one was.
    pub(super) handed_in: NaiveDate,
}

/// Reports rolled up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RollUp {
    pub(super) accepted: BTreeMap<SchoolWeek, Accepted>,
    pub(super) superseded: Vec<Superseded>,
    pub(super) quarantined: Vec<(FileEntry, Reason)>,
    pub(super) sources: BTreeSet<FileEntry>,
}

impl RollUp {
    /// Takes a report in. Of several of the same school and week the newest counts.
    pub fn take(&mut self, file: FileEntry, row: Row) {
        let key = row.key();
        let new = Accepted { file, row };
        match self.accepted.entry(key.clone()) {
            Entry::Vacant(place) => {
                place.insert(new);
            }
            Entry::Occupied(mut place) => {
                let older = if new.age(place.get()).is_gt() {
                    place.insert(new)
                } else {
                    new
                };
                self.superseded.push(Superseded {
                    handed_in: older.row.handed_in(),
                    file: older.file,
                    of: key,
                });
            }
        }
    }

    /// Sets a file aside.
    pub fn quarantine(&mut self, file: FileEntry, reason: Reason) {
        self.quarantined.push((file, reason));
    }

    /// Remembers a roll-up that was taken in. It is no file of the count: what it was made of is.
    pub fn source(&mut self, rollup: FileEntry) {
        self.sources.insert(rollup);
    }

    /// Takes in everything that another roll-up holds.
    pub fn merge(&mut self, other: Self) {
        for accepted in other.accepted.into_values() {
            self.take(accepted.file, accepted.row);
        }
        self.superseded.extend(other.superseded);
        self.quarantined.extend(other.quarantined);
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
        let (kept, others) = std::mem::take(&mut self.accepted)
            .into_iter()
            .partition(|(of, _)| is_known(of));
        self.accepted = kept;
        let others = BTreeMap::into_iter(others).map(|(of, a)| (a.file, of));
        let superseded = std::mem::take(&mut self.superseded).into_iter();
        let (kept, superseded) = superseded.partition(|superseded| is_known(&superseded.of));
        self.superseded = kept;
        let superseded = Vec::into_iter(superseded).map(|old: Superseded| (old.file, old.of));
        for (file, of) in others.chain(superseded) {
            self.quarantine(file, Reason::NotOnRoster(of.school));
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
        let superseded = self.superseded.iter().map(|Superseded { file, of, .. }| {
            let by = self.accepted.get(of).map(|a| a.file.name.clone());
            (file, Fate::Superseded(by.unwrap_or_default()))
        });
        let quarantined = self.quarantined.iter();
        let quarantined = quarantined.map(|(file, why)| (file, Fate::Quarantined(why.clone())));
        let mut files: Vec<_> = accepted.chain(superseded).chain(quarantined).collect();
        files.sort_by_key(|(file, _)| *file);
        files
    }
}

impl Accepted {
    /// Which of two reports of the same school and week is newer: judged as of a later day, written
    /// later, from more facts. Where all that is the same, their bytes and names decide, so that the
    /// order in which files are met does not.
    fn age(&self, other: &Self) -> Ordering {
        let of = |a: &Self| (a.row.as_of, a.row.generated_at, a.row.record.facts);
        of(self)
            .cmp(&of(other))
            .then_with(|| self.file.digest.cmp(&other.file.digest))
            .then_with(|| other.file.name.cmp(&self.file.name))
    }
}
