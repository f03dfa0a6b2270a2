//! How the schools' records stand to what a ledger knows of them.

use super::{RollUpReport, SchoolLine};
use crate::rollup::row::SchoolWeek;
use crate::rollup::standing::{BrokenRecord, Records, Standing, Standings};
use std::collections::BTreeSet;

impl RollUpReport {
    /// Enters how the schools' records stand to what a ledger knows of them.
    pub fn enter(&mut self, standings: &Standings) {
        let Standings { of, breaks } = standings;
        let mut records = Records {
            breaks: breaks.clone(),
            ..Records::default()
        };
        for line in &mut self.schools {
            let key = SchoolWeek {
                school: line.id.clone(),
                week: self.week,
            };
            line.record = of.get(&key).cloned();
            match line.record {
                None => {}
                Some(Standing::Proved { .. }) => records.proved += 1,
                Some(Standing::Unproved { .. }) => records.unproved += 1,
                Some(Standing::Broken(_)) => records.broken += 1,
            }
        }
        self.records = Some(records);
    }

    /// The breaks of records that nobody has accepted yet; none where there is no ledger.
    #[must_use]
    pub fn breaks(&self) -> &[BrokenRecord] {
        let records = self.records.as_ref();
        records.map_or(&[], |records| &records.breaks)
    }

    /// The schools with such a break, each by its first.
    #[must_use]
    pub fn broken_schools(&self) -> Vec<&BrokenRecord> {
        let mut seen = BTreeSet::new();
        let breaks = self.breaks().iter();
        breaks.filter(|of| seen.insert(&of.school)).collect()
    }

    /// The breaks of a school.
    #[must_use]
    pub fn breaks_of(&self, school: &str) -> Vec<&BrokenRecord> {
        let breaks = self.breaks().iter();
        breaks.filter(|of| of.school == school).collect()
    }

    /// How a school's record stands at worst: where a report of any week broke it and nobody has
    /// accepted that, it is broken, whatever is proved in the week that is shown.
    #[must_use]
    pub fn worst_standing(&self, school: &SchoolLine) -> Option<Standing> {
        let is_broken = |of: &Standing| matches!(of, Standing::Broken(_));
        let of_week = school.record.as_ref();
        if of_week.is_none_or(|of| !is_broken(of))
            && let Some(of) = self.breaks_of(&school.id).first()
        {
            return Some(Standing::Broken(of.broken.clone()));
        }
        of_week.cloned()
    }

    /// How a school's record stands, with everything that is held against it: in the week that is
    /// shown, and what of other weeks nobody has accepted yet.
    #[must_use]
    pub fn standings_of(&self, school: &SchoolLine) -> Vec<Standing> {
        let breaks = self.breaks_of(&school.id).into_iter();
        let breaks = breaks.map(|of| Standing::Broken(of.broken.clone()));
        let others = breaks.filter(|of| school.record.as_ref() != Some(of));
        school.record.iter().cloned().chain(others).collect()
    }
}
