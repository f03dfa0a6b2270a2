//! Every file of a roll-up, and which files of two roll-ups are one.
//!
//! In one gathering every file counts, copies too. What comes in through several roll-ups, or through
//! one and by itself, counts once. Folders are named as it pleased whoever gathered, so files are one
//! where their bytes are the same and what they are called in their folder; and where nobody could
//! read their bytes, where their whole names are the same. Of such files there are as many as in the
//! roll-up that has most of them: a copy stays a copy, and nothing is counted twice.

use super::gather::{FileEntry, Reason};
use super::row::SchoolWeek;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A file, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Met {
    pub(super) file: FileEntry,
    pub(super) what: What,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A school's report, handed in that day. A report that is amended was handed in when the first
    /// one was.
    Report(SchoolWeek, NaiveDate),
    /// It does not count.
    SetAside(Reason),
}

/// All files, those with the same bytes together.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Files {
    /// By their digests; those without one under nothing.
    same: BTreeMap<Option<String>, Vec<Met>>,
}

impl Met {
    /// The school and week, where it is a report.
    pub(super) fn of(&self) -> Option<&SchoolWeek> {
        match &self.what {
            What::Report(of, _) => Some(of),
            What::SetAside(_) => None,
        }
    }

    /// What it is called wherever it lies.
    fn own_name(&self) -> &str {
        let name = self.file.name.as_str();
        let own = name.rsplit('/').next().unwrap_or(name);
        if self.file.digest.is_some() {
            own
        } else {
            name
        }
    }

    /// Of two entries for one file, the one with the longer name says more.
    fn weight(&self) -> (usize, &Self) {
        (self.file.name.len(), self)
    }
}

impl Files {
    /// One more file.
    pub(super) fn add(&mut self, met: Met) {
        match self.same.get_mut(&met.file.digest) {
            Some(same) => same.push(met),
            // With no room for others: most files are alone.
            None => drop(self.same.insert(met.file.digest.clone(), vec![met])),
        }
    }

    /// Other files: none of them is here.
    pub(super) fn add_all(&mut self, others: Self) {
        let others = others.same.into_values().flatten();
        others.for_each(|met| self.add(met));
    }

    /// The files of another roll-up: some of them may be here.
    pub(super) fn merge(&mut self, other: Self) {
        for (digest, others) in other.same {
            let here = self.same.entry(digest).or_default();
            *here = joined(std::mem::take(here), others);
        }
    }

    /// Those with the same bytes, together.
    pub(super) fn same(&self) -> impl Iterator<Item = &[Met]> {
        self.same.values().map(Vec::as_slice)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Met> {
        self.same.values().flatten()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Met> {
        self.same.values_mut().flatten()
    }

    /// The file with those bytes that counts for a school and week: which of several copies does is
    /// told by their names.
    pub(super) fn first(&self, digest: Option<&String>, of: &SchoolWeek) -> Option<&FileEntry> {
        let same = self.same.get(&digest.cloned())?;
        let copies = same.iter().filter(|met| met.of() == Some(of));
        copies.map(|met| &met.file).min()
    }
}

/// The files of two roll-ups that have the same bytes, each once.
fn joined(here: Vec<Met>, others: Vec<Met>) -> Vec<Met> {
    let mut by_name: BTreeMap<String, [Vec<Met>; 2]> = BTreeMap::new();
    for (from, list) in [here, others].into_iter().enumerate() {
        for met in list {
            let lists = by_name.entry(met.own_name().to_owned()).or_default();
            lists.get_mut(from).map(|list| list.push(met));
        }
    }
    by_name.into_values().flat_map(one_by_one).collect()
}

/// The files of two roll-ups that have the same bytes and are called the same: the first of one is
/// the first of the other, and so on. Where one of two is a report and the other set aside, it is a
/// report: what counts in one of the roll-ups counts.
fn one_by_one(lists: [Vec<Met>; 2]) -> impl Iterator<Item = Met> {
    let mut reports: BTreeMap<(SchoolWeek, usize), Met> = BTreeMap::new();
    let mut set_aside: BTreeMap<usize, Met> = BTreeMap::new();
    for mut list in lists {
        list.sort_by(|a, b| {
            let reports_first = |met: &Met| met.of().is_none();
            let heaviest_first = Reverse(a.weight()).cmp(&Reverse(b.weight()));
            reports_first(a).cmp(&reports_first(b)).then(heaviest_first)
        });
        let mut of_week: BTreeMap<SchoolWeek, usize> = BTreeMap::new();
        for (n, met) in list.into_iter().enumerate() {
            match met.of().cloned() {
                Some(of) => {
                    let n = of_week.entry(of.clone()).or_default();
                    heavier(&mut reports, (of, *n), met);
                    *n += 1;
                }
                None => heavier(&mut set_aside, n, met),
            }
        }
    }
    let set_aside = set_aside.split_off(&reports.len());
    reports.into_values().chain(set_aside.into_values())
}

/// Puts an entry in its place, unless one that says more is there.
fn heavier<K: Ord>(places: &mut BTreeMap<K, Met>, place: K, met: Met) {
    let here = places.get(&place);
    if here.is_none_or(|here| here.weight() < met.weight()) {
        places.insert(place, met);
    }
}
