//! What is due on which day, and what became of it: what a calendar shows.
//!
//! It reaches back over some weeks, so that a calendar that was filled from an earlier report learns
//! what was done, what was struck off and what is no longer asked for.

use super::build::Writer;
use crate::assess::{
    ItemAssessment, ItemIndex, Occurrence, OccurrenceState, Premises, assess_week,
};
use crate::calendar::{Period, Week};
use crate::fact::{Finding, FindingId, FindingState, Upgrade};
use crate::text::Lang;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// How many weeks of dates a report has, its own among them.
pub const DATES_WEEKS: usize = 4;

/// What is due on which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatesReport {
    /// The first day looked at: the Monday of the fourth week, counted back from this one.
    pub from: NaiveDate,
    /// The occurrences with a last day that count in those weeks or are open, and those that a later
    /// version of a checklist asks for no more, by last day.
    pub items: Vec<DateReport>,
    /// The findings that are open or were struck off since, by limit.
    pub findings: Vec<FindingDateReport>,
}

/// The last day of an occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateReport {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for.
    pub item_text: String,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How often the item is due, as with the item.
    pub cadence: String,
    /// The period of the occurrence.
    pub period: Period,
    /// Its last day.
    pub due: NaiveDate,
    /// The last day it had first, where the school has set another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_due: Option<NaiveDate>,
    /// What became of it.
    pub state: DateState,
    /// The day it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
}

/// What became of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateState {
    /// It is to be done, now or later.
    Due,
    /// It is begun.
    Partial,
    /// It was not done by its last day.
    Overdue,
    /// It was done.
    Done,
    /// It does not apply.
    Waived,
    /// A later version of the checklist asks for it no more.
    Withdrawn,
}

/// The limit of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingDateReport {
    /// Its id.
    pub id: FindingId,
    /// The item, as `checklist/item`.
    pub item: String,
    /// What is wrong.
    pub text: String,
    /// Who answers for the rectification.
    pub owner: String,
    /// The time limit.
    pub due: NaiveDate,
    /// How far the rectification has come.
    pub state: FindingState,
    /// Whether it is open past its limit; left out where not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub overdue: bool,
    /// The day it was struck off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<NaiveDate>,
}

impl DateState {
    fn of(state: OccurrenceState) -> Self {
        match state {
            OccurrenceState::Done { .. } => Self::Done,
            OccurrenceState::Waived => Self::Waived,
            OccurrenceState::Open | OccurrenceState::Upcoming => Self::Due,
            OccurrenceState::Partial => Self::Partial,
            OccurrenceState::Overdue => Self::Overdue,
        }
    }
}

impl Writer<'_> {
    pub(super) fn dates(&self) -> DatesReport {
        let first = first_week(self.week());
        let mut items = self.occurrences(first);
        items.extend(self.occasion.withdrawn.iter().cloned());
        let mut named = HashSet::new();
        items.retain(|date| named.insert((date.item.clone(), date.period.clone())));
        items.sort_by_key(|date| date.due);
        let mut findings = self.finding_dates(first.monday());
        findings.sort_by_key(|finding| finding.due);
        DatesReport {
            from: first.monday(),
            items,
            findings,
        }
    }

    /// The occurrences with a last day of the weeks since `first`, each as the last of them shows it.
    fn occurrences(&self, first: Week) -> Vec<DateReport> {
        let (last, day) = (self.week(), self.assessment.day);
        let mut dates: Vec<DateReport> = Vec::new();
        let mut places: HashMap<(ItemIndex, Period), usize> = HashMap::new();
        let mut take = |judged: &ItemAssessment| {
            for occurrence in &judged.occurrences {
                let Some(date) = date(self.premises, judged.index, occurrence, self.lang) else {
                    continue;
                };
                let key = (judged.index, occurrence.period.clone());
                let place = *places.entry(key).or_insert(dates.len());
                match dates.get_mut(place) {
                    Some(known) => *known = date,
                    None => dates.push(date),
                }
            }
        };
        let before = std::iter::successors(Some(first), |week| Some(week.next()));
        for week in before.take_while(|week| *week < last) {
            assess_week(self.premises, week, day)
                .items()
                .for_each(&mut take);
        }
        self.assessment.items().for_each(take);
        dates
    }

    fn finding_dates(&self, from: NaiveDate) -> Vec<FindingDateReport> {
        let until = self.week().sunday();
        let kept = |finding: &Finding| {
            let closed = finding.closed.as_ref();
            finding.raised.on <= until && closed.is_none_or(|closed| closed.on >= from)
        };
        let findings = self.premises.history.findings().iter();
        findings
            .filter(|finding| kept(finding))
            .map(|finding| FindingDateReport {
                id: finding.id.clone(),
                item: finding.item.to_string(),
                text: finding.text.clone(),
                owner: finding.owner.clone(),
                due: finding.due,
                state: finding.state(),
                overdue: finding.is_overdue(self.assessment.day),
                closed_on: finding.closed.as_ref().map(|closed| closed.on),
            })
            .collect()
    }
}

/// The first week whose dates a report of `week` has.
#[must_use]
pub fn first_week(week: Week) -> Week {
    (1..DATES_WEEKS).fold(week, |week, _| week.previous())
}

/// What was still to be done when a version of a checklist took the place of the one before, and is
/// asked for no more by the one that is followed now. `before` has the version before.
#[must_use]
pub fn withdrawn(
    before: &Premises<'_>,
    now: &Premises<'_>,
    upgrade: &Upgrade,
    lang: Lang,
) -> Vec<DateReport> {
    let assessment = assess_week(before, Week::of(upgrade.on), upgrade.on);
    let gone = assessment.items().filter(|judged| {
        let item = before.item_ref(judged.index);
        let is_kept = now
            .index(&item.checklist, &item.item)
            .is_some_and(|index| now.item(index).cadence == before.item(judged.index).cadence);
        item.checklist == upgrade.checklist && !is_kept
    });
    let dates = gone.flat_map(|judged| {
        let occurrences = judged.occurrences.iter();
        occurrences.filter_map(|occurrence| date(before, judged.index, occurrence, lang))
    });
    let unfinished = |date: &DateReport| !matches!(date.state, DateState::Done | DateState::Waived);
    dates
        .filter(unfinished)
        .map(|date| DateReport {
            state: DateState::Withdrawn,
            ..date
        })
        .collect()
}

fn date(
    premises: &Premises<'_>,
    index: ItemIndex,
    occurrence: &Occurrence,
    lang: Lang,
) -> Option<DateReport> {
    let item = premises.item(index);
    Some(DateReport {
        item: premises.item_ref(index).to_string(),
        item_text: item.text.of(lang).to_owned(),
        owner: premises.owner(index).map(|owner| owner.of(lang)),
        cadence: item.cadence.to_string(),
        period: occurrence.period.clone(),
        due: occurrence.due?,
        first_due: occurrence.first_due,
        state: DateState::of(occurrence.state),
        done_on: match occurrence.state {
            OccurrenceState::Done { on, .. } => Some(on),
            _ => None,
        },
    })
}
