//! What is shown: a week of a district, and what is looked up in it.

use crate::calendar::Week;
use crate::rollup::{Fate, FileEntry, ItemCounts, Kept, Returned, RollUpReport};
use std::collections::HashMap;

/// A week of a district.
#[derive(Debug)]
pub(super) struct District {
    /// Its figures; what is kept to roll it up again is not.
    pub(super) report: RollUpReport,
    /// What became of every file: first those that do not count.
    pub(super) files: Vec<(FileEntry, Fate)>,
    /// The places of the schools by their ids.
    places: HashMap<String, usize>,
    /// The files of the week by the schools' ids.
    of_week: HashMap<String, FileEntry>,
}

impl District {
    pub(super) fn of(mut report: RollUpReport) -> Self {
        let fates = report.fates().into_iter();
        let mut files: Vec<_> = fates.map(|(file, fate)| (file.clone(), fate)).collect();
        files.sort_by_key(|(_, fate)| match fate {
            Fate::Quarantined(_) => 0,
            Fate::Superseded(_) => 1,
            Fate::Accepted => 2,
        });
        let kept = std::mem::take::<Kept>(&mut report.kept);
        let rows = kept.rows.into_iter().filter(|row| row.week == report.week);
        let schools = report.schools.iter().enumerate();
        Self {
            files,
            places: schools.map(|(n, school)| (school.id.clone(), n)).collect(),
            of_week: rows.map(|row| (row.school.id, row.file)).collect(),
            report,
        }
    }

    pub(super) fn week(&self) -> Week {
        self.report.week
    }

    pub(super) fn has_roster(&self) -> bool {
        self.report.roster.is_some()
    }

    /// The place of a school.
    pub(super) fn school(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The file of the week of the school at that place.
    pub(super) fn file(&self, school: usize) -> Option<&FileEntry> {
        self.of_week.get(&self.report.schools.get(school)?.id)
    }

    /// The counts of the school at that place on a requirement, where they are compared.
    pub(super) fn counts(&self, school: usize, requirement: usize) -> Option<ItemCounts> {
        let of = self.report.requirements.get(requirement)?;
        let is_it = |column: &&String| {
            column.split_once('/') == Some((of.checklist.as_str(), of.id.as_str()))
        };
        let column = self.report.columns.iter().position(|c| is_it(&c))?;
        let figures = self.report.schools.get(school)?.figures.as_ref()?;
        figures.requirements.0.get(column).copied()
    }

    /// The places of the schools of which something is required there, the weakest first.
    pub(super) fn weakest(&self, requirement: usize) -> Vec<usize> {
        let schools = 0..self.report.schools.len();
        let rates = schools.filter_map(|school| {
            let rate = self.counts(school, requirement)?.percent()?;
            Some((rate, school))
        });
        let mut rates: Vec<(f64, usize)> = rates.collect();
        rates.sort_by(|a, b| a.0.total_cmp(&b.0));
        rates.into_iter().map(|(_, school)| school).collect()
    }

    /// The places of the schools that reported so.
    pub(super) fn returned(&self, returned: Returned) -> impl Iterator<Item = usize> {
        let schools = self.report.schools.iter().enumerate();
        let those = schools.filter(move |(_, school)| school.returned == returned);
        those.map(|(n, _)| n)
    }
}
