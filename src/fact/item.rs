//! What stands about one item.

use super::{Concern, Decision, Entry, Evidence, Fact, FindingId};
use crate::calendar::{Period, Week};
use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands about one item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemHistory {
    /// Its completions by period.
    pub completions: BTreeMap<Period, Completion>,
    /// The days of the ticks that were taken back, the last one of each period.
    taken_back: BTreeMap<Period, NaiveDate>,
    /// The latest number of each period.
    pub measurements: BTreeMap<Period, Measurement>,
    /// Every number that was read off, oldest first.
    pub readings: Vec<(Period, Measurement)>,
    /// The later last days of its occurrences, by period, oldest first.
    pub postponements: BTreeMap<Period, Vec<Postponement>>,
    /// Its waivers, oldest first.
    pub waivers: Vec<Waiver>,
    /// Who answers for it, where somebody was named.
    pub assignment: Option<Assignment>,
    /// The evidence named, oldest first.
    pub evidence: Vec<(Option<Period>, Evidence)>,
    /// What was remarked, oldest first.
    pub notes: Vec<Noted>,
    /// The verdicts of inspectors, oldest first.
    pub inspections: Vec<Inspection>,
    /// What weekly reviews decided, oldest first.
    pub reviews: Vec<Review>,
}

/// An occurrence was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Its place in the record.
    pub seq: u64,
    /// The day it was done.
    pub on: NaiveDate,
    /// The moment that was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Arc<str>,
}

impl Completion {
    /// Whether it was recorded on a later day than it was done.
    #[must_use]
    pub fn is_late_entry(&self) -> bool {
        self.recorded.date_naive() > self.on
    }
}

/// A number against a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measurement {
    /// Its place in the record.
    pub seq: u64,
    /// The number.
    pub value: u64,
    /// The number to reach, where it was said.
    pub of: Option<u64>,
    /// How many can be done on a school day, where it was said.
    pub rate: Option<u64>,
    /// The day it was read off.
    pub on: NaiveDate,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Arc<str>,
}

/// A time during which an item does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Why not.
    pub reason: String,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it applies again.
    pub until: Option<NaiveDate>,
    /// Who recorded it.
    pub by: Arc<str>,
    /// Who recorded that it applies again.
    pub lifted_by: Option<Arc<str>>,
}

/// Who answers for an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub to: String,
    /// Who helps.
    pub helpers: Vec<String>,
    /// The last day to do it, in place of the checklist's.
    pub due: Option<NaiveDate>,
    /// The place in the record of the entry that set that day.
    pub due_seq: u64,
}

/// An occurrence got a later last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postponement {
    /// Its place in the record.
    pub seq: u64,
    /// The new last day.
    pub to: NaiveDate,
    /// Why.
    pub reason: String,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Arc<str>,
}

/// What an inspector found on an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is as it should be.
    Pass,
    /// It is so in part.
    Partial,
    /// It is not.
    Fail,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pass, Self::Partial, Self::Fail];

    /// The verdict as the command line takes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Partial => "partial",
            Self::Fail => "fail",
        }
    }
}

/// An inspector's own verdict, beside the school's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Its place in the record.
    pub seq: u64,
    /// The occurrence it is about, where there is one.
    pub period: Option<Period>,
    /// The verdict.
    pub verdict: Verdict,
    /// What was seen.
    pub note: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// The inspector.
    pub by: String,
}

/// What a weekly review decided about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its place in the record.
    pub seq: u64,
    /// The week under review.
    pub week: Week,
    /// The occurrence it is about, where there is one.
    pub period: Option<Period>,
    /// Why it called for a decision.
    pub concern: Concern,
    /// The decision.
    pub decision: Decision,
    /// The finding that was decided about, where it was one.
    pub finding: Option<FindingId>,
    /// What was said with it.
    pub note: Option<String>,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who decided.
    pub by: Arc<str>,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The occurrence it is about.
    pub period: Option<Period>,
    /// What.
    pub text: String,
    /// The day it is about.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: Arc<str>,
}

impl ItemHistory {
    /// Takes in a fact about the item.
    pub(super) fn apply(&mut self, period: Option<Period>, fact: &Fact) {
        if let Some(period) = &period {
            self.apply_to_occurrence(period, fact);
        }
        self.apply_to_item(fact);
        self.add_said(period, fact);
    }

    /// Takes in what happened to an occurrence.
    fn apply_to_occurrence(&mut self, period: &Period, fact: &Fact) {
        let (seq, recorded, by) = (fact.seq, fact.recorded, fact.by.clone());
        match &fact.entry {
            Entry::ItemCompleted { on } => {
                let completion = Completion {
                    seq,
                    on: *on,
                    recorded,
                    by,
                };
                self.completions.insert(period.clone(), completion);
            }
            Entry::ItemReopened { .. } => {
                if let Some(completion) = self.completions.remove(period) {
                    self.taken_back.insert(period.clone(), completion.on);
                }
            }
            Entry::ItemMeasured {
                value,
                of,
                rate,
                on,
            } => {
                let measurement = Measurement {
                    seq,
                    value: *value,
                    of: *of,
                    rate: *rate,
                    on: *on,
                    recorded,
                    by,
                };
                self.readings.push((period.clone(), measurement.clone()));
                self.measurements.insert(period.clone(), measurement);
            }
            Entry::ItemPostponed { to, reason } => {
                let postponements = self.postponements.entry(period.clone()).or_default();
                postponements.push(Postponement {
                    seq,
                    to: *to,
                    reason: reason.clone(),
                    recorded,
                    by,
                });
            }
            _ => {}
        }
    }

    /// Takes in whether the item applies, and who answers for it.
    fn apply_to_item(&mut self, fact: &Fact) {
        match &fact.entry {
            Entry::ItemWaived { reason, from } => self.waivers.push(Waiver {
                reason: reason.clone(),
                from: *from,
                until: None,
                by: fact.by.clone(),
                lifted_by: None,
            }),
            Entry::WaiverLifted { from } => {
                // Where the waiver was undone since, the one before it stays as it was.
                let last = self.waivers.last_mut();
                if let Some(waiver) = last.filter(|waiver| waiver.until.is_none()) {
                    waiver.until = Some(*from);
                    waiver.lifted_by = Some(fact.by.clone());
                }
            }
            Entry::ItemAssigned { to, helpers, due } => self.assign(to, helpers, *due, fact.seq),
            _ => {}
        }
    }

    /// Adds what was said about the item or an occurrence of it.
    fn add_said(&mut self, period: Option<Period>, fact: &Fact) {
        let (seq, recorded, by) = (fact.seq, fact.recorded, fact.by.clone());
        match &fact.entry {
            Entry::EvidenceAttached(evidence) => self.evidence.push((period, evidence.clone())),
            Entry::ItemNoted { text, on } => self.notes.push(Noted {
                period,
                text: text.clone(),
                on: *on,
                by,
            }),
            Entry::Inspected { verdict, note, on } => self.inspections.push(Inspection {
                seq,
                period,
                verdict: *verdict,
                note: note.clone(),
                on: *on,
                recorded,
                by: by.to_string(),
            }),
            Entry::Reviewed {
                week,
                concern,
                decision,
                finding,
                note,
            } => self.reviews.push(Review {
                seq,
                week: *week,
                period,
                concern: *concern,
                decision: *decision,
                finding: finding.clone(),
                note: note.clone(),
                recorded,
                by,
            }),
            _ => {}
        }
    }

    /// A last day that was set before and is only repeated keeps its place in the record.
    fn assign(&mut self, to: &str, helpers: &[String], due: Option<NaiveDate>, seq: u64) {
        let before = self.assignment.as_ref().filter(|before| before.due == due);
        self.assignment = Some(Assignment {
            to: to.to_owned(),
            helpers: helpers.to_vec(),
            due,
            due_seq: before.map_or(seq, |before| before.due_seq),
        });
    }

    /// The day on which an occurrence was ticked off, though the tick was taken back.
    pub(super) fn last_done_on(&self, period: &Period) -> Option<NaiveDate> {
        let done = self.completions.get(period).map(|done| done.on);
        done.or_else(|| self.taken_back.get(period).copied())
    }

    /// Whether the last that a review decided about an occurrence is that it is partly done.
    #[must_use]
    pub fn is_partly_done(&self, period: &Period) -> bool {
        let reviews = self.reviews.iter().rev();
        let mut of_period = reviews.filter(|review| review.period.as_ref() == Some(period));
        let decided = of_period.find(|review| review.decision != Decision::Skipped);
        decided.is_some_and(|review| review.decision == Decision::Partly)
    }

    /// The waiver in force on `day`.
    #[must_use]
    pub fn waiver_on(&self, day: NaiveDate) -> Option<&Waiver> {
        self.waivers
            .iter()
            .rev()
            .find(|w| w.from <= day && w.until.is_none_or(|until| day < until))
    }
}
