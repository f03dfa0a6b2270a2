//! What is known about one item beside how it stands: who answers for it, its number, its evidence.

use super::{ItemIndex, Premises, percent, period_on};
use crate::calendar::{Period, Week};
use crate::checklist::RoleId;
use crate::fact::{Completion, Evidence, ItemHistory, Measurement, Noted, Waiver};
use crate::text::{Bilingual, Lang};
use chrono::NaiveDate;

/// Who answers for an item, or helps with it: a person, a role, or a person in a role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Owner {
    /// The person.
    pub name: Option<String>,
    /// The role, as the checklist calls it.
    pub role: Option<Bilingual>,
}

impl Owner {
    /// The person's name, or else the role's.
    #[must_use]
    pub fn of(&self, lang: Lang) -> String {
        let role = || self.role.as_ref().map(|role| role.of(lang).to_owned());
        self.name.clone().or_else(role).unwrap_or_default()
    }
}

/// A number against its target.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureState {
    /// The number; `None` before the first of the period.
    pub value: Option<u64>,
    /// The number to reach, where it is known.
    pub of: Option<u64>,
    /// `value / of` in per cent, to one decimal.
    pub percent: Option<f64>,
    /// The day it was read off.
    pub on: Option<NaiveDate>,
    /// What one of them is.
    pub unit: Bilingual,
}

/// What is known about one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemDetail<'a> {
    /// Who answers for it, where anybody does.
    pub owner: Option<Owner>,
    /// Who helps.
    pub helpers: Vec<Owner>,
    /// Its number, where it has one.
    pub measure: Option<MeasureState>,
    /// The evidence of the week, or of an item that is done once.
    pub evidence: Vec<&'a Evidence>,
    /// What was remarked in the week, or on an item that is done once.
    pub notes: Vec<&'a Noted>,
    /// The waiver in force.
    pub waiver: Option<&'a Waiver>,
}

impl<'a> Premises<'a> {
    /// What is known about the item at `index` as of `day` in `week`.
    #[must_use]
    pub fn detail(&self, index: ItemIndex, week: Week, day: NaiveDate) -> ItemDetail<'a> {
        let history = self.item_history(index);
        let reference = day.min(week.sunday());
        let of_week = |period: Option<&Period>, on: NaiveDate| {
            week.contains(on) || matches!(period, Some(Period::Once | Period::Event(_)))
        };
        ItemDetail {
            owner: self.owner(index),
            helpers: self.helpers(index),
            measure: self.measure(index, reference),
            evidence: history.map_or_else(Vec::new, |h| {
                let all = h.evidence.iter();
                all.filter(|(period, e)| of_week(period.as_ref(), e.on))
                    .map(|(_, evidence)| evidence)
                    .collect()
            }),
            notes: history.map_or_else(Vec::new, |h| {
                let all = h.notes.iter();
                all.filter(|n| of_week(n.period.as_ref(), n.on)).collect()
            }),
            waiver: history.and_then(|h| h.waiver_on(reference)),
        }
    }

    /// Who answers for the item at `index`: who was named, or else who fills the role.
    #[must_use]
    pub fn owner(&self, index: ItemIndex) -> Option<Owner> {
        let role = self.item(index).owner.as_ref();
        let assignment = self.item_history(index).and_then(|h| h.assignment.as_ref());
        match (assignment, role) {
            (Some(assignment), role) => Some(Owner {
                name: Some(assignment.to.clone()),
                role: role.map(|role| self.role(index, role)),
            }),
            (None, Some(role)) => Some(self.in_role(index, role)),
            (None, None) => None,
        }
    }

    /// Whether nobody answers for the item at `index`: no role does, or one that nobody fills where
    /// the profile names people.
    #[must_use]
    pub fn lacks_owner(&self, index: ItemIndex) -> bool {
        self.owner(index)
            .is_none_or(|owner| owner.name.is_none() && !self.school.people.is_empty())
    }

    fn helpers(&self, index: ItemIndex) -> Vec<Owner> {
        let assignment = self.item_history(index).and_then(|h| h.assignment.as_ref());
        match assignment.filter(|a| !a.helpers.is_empty()) {
            Some(assignment) => assignment
                .helpers
                .iter()
                .map(|name| Owner {
                    name: Some(name.clone()),
                    role: None,
                })
                .collect(),
            None => self
                .item(index)
                .helpers
                .iter()
                .map(|role| self.in_role(index, role))
                .collect(),
        }
    }

    fn in_role(&self, index: ItemIndex, role: &RoleId) -> Owner {
        Owner {
            name: self.school.person(role).map(|person| person.name.clone()),
            role: Some(self.role(index, role)),
        }
    }

    fn role(&self, index: ItemIndex, role: &RoleId) -> Bilingual {
        self.adopted[index.checklist].checklist.role(role)
    }

    /// The completion of a period: recorded as such, or a number that has reached its target.
    #[must_use]
    pub fn completion(&self, index: ItemIndex, period: &Period) -> Option<Completion> {
        self.completion_in(self.item_history(index)?, index, period)
    }

    /// The same, where what has happened to the item was looked up before.
    pub(super) fn completion_in(
        &self,
        history: &ItemHistory,
        index: ItemIndex,
        period: &Period,
    ) -> Option<Completion> {
        if let Some(completion) = history.completions.get(period) {
            return Some(completion.clone());
        }
        let spec = self.item(index).measure.as_ref()?;
        let measured = history.measurements.get(period)?;
        let target = measured.of.or_else(|| self.school.resolve(spec.target?))?;
        (measured.value >= target).then(|| Completion {
            seq: measured.seq,
            on: measured.on,
            recorded: measured.recorded,
            by: measured.by.clone(),
        })
    }

    /// The number to reach: as said with that measurement, or by the checklist, or with one before.
    pub(super) fn target(&self, index: ItemIndex, measured: Option<&Measurement>) -> Option<u64> {
        let said = |h: &ItemHistory| h.measurements.values().rev().find_map(|m| m.of);
        let target = self.item(index).measure.as_ref()?.target;
        measured
            .and_then(|measured| measured.of)
            .or_else(|| self.school.resolve(target?))
            .or_else(|| self.item_history(index).and_then(said))
    }

    /// The number of the item at `index` in the period that `day` counts to.
    #[must_use]
    pub fn measure(&self, index: ItemIndex, day: NaiveDate) -> Option<MeasureState> {
        let item = self.item(index);
        let spec = item.measure.as_ref()?;
        let history = self.item_history(index);
        let period = period_on(&item.cadence, self.calendar, day);
        let latest = history.and_then(|h| latest(h, period.as_ref()));
        let of = self.target(index, latest);
        Some(MeasureState {
            value: latest.map(|m| m.value),
            of,
            percent: latest
                .zip(of)
                .and_then(|(measured, of)| percent(measured.value, of)),
            on: latest.map(|m| m.on),
            unit: spec.unit.clone(),
        })
    }
}

/// The number of `period`; for events the last one read off.
fn latest<'a>(history: &'a ItemHistory, period: Option<&Period>) -> Option<&'a Measurement> {
    match period {
        Some(period) => history.measurements.get(period),
        None => history.measurements.values().max_by_key(|m| m.on),
    }
}
