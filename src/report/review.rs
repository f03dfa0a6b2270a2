//! The week's review in a report: what was decided, who signed.

use super::build::Writer;
use crate::calendar::Period;
use crate::checklist::ItemRef;
use crate::fact::{Concern, Confirmation, Decision, FindingId, ItemHistory, Review};
use crate::review::{WeekState, queue, week_state};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The weekly review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewReport {
    /// How far the week has come.
    pub state: WeekState,
    /// Who signed, where the signature is in force: the week is locked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_by: Option<String>,
    /// The day as of which it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// The day that was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<NaiveDate>,
    /// The number of facts that the signature covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<u64>,
    /// How many matters were decided.
    pub decided: usize,
    /// How many were passed over.
    pub skipped: usize,
    /// How many are neither decided nor passed over.
    pub undecided: usize,
    /// That what needed no decision was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<ConfirmationReport>,
    /// What was decided, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionReport>,
}

/// What needed no decision was confirmed in one stroke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationReport {
    /// By whom.
    pub by: String,
    /// The day that was recorded.
    pub on: NaiveDate,
    /// How many items it was.
    pub items: u64,
}

/// One decision of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionReport {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for; left out where the checklist has it no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_text: Option<String>,
    /// The periods it is about; left out where it is about the item as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Period>,
    /// Why it called for a decision.
    pub concern: Concern,
    /// The decision.
    pub decision: Decision,
    /// The finding that it was about, or that it raised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
    /// The new last day that it set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// What was said with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Who decided.
    pub by: String,
}

impl Writer<'_> {
    /// The review, where anything of it was recorded.
    pub(super) fn review(&self) -> Option<ReviewReport> {
        let history = &self.occasion.history;
        let decisions = self.decisions();
        let began = !decisions.is_empty()
            || history.confirmed.is_some()
            || !history.signatures.is_empty()
            || !history.unlockings.is_empty();
        let signed = history.lock();
        began.then(|| {
            let queue = queue(self.premises, self.assessment);
            ReviewReport {
                state: match signed {
                    Some(_) => WeekState::Signed,
                    None => week_state(self.premises, self.week(), self.assessment.day),
                },
                signed_by: signed.map(|signature| signature.by.clone()),
                signed_on: signed.map(|signature| signature.on),
                recorded: signed.map(|signature| signature.recorded.date_naive()),
                facts: signed.map(|signature| signature.facts),
                decided: queue.decided,
                skipped: queue.skipped(),
                undecided: queue.undecided(),
                confirmed: history.confirmed.as_ref().map(ConfirmationReport::of),
                decisions,
            }
        })
    }

    /// What the week's review decided, in the order of the record. What was decided alike about
    /// several occurrences of an item in one stroke is one decision.
    fn decisions(&self) -> Vec<DecisionReport> {
        let items = self.premises.history.items();
        let reviews = items.flat_map(|(item, history)| {
            let reviews = history.reviews.iter();
            let of_week = reviews.filter(|review| review.week == self.week());
            of_week.map(move |review| (item.clone(), history, review))
        });
        let mut reviews: Vec<(ItemRef, &ItemHistory, &Review)> = reviews.collect();
        reviews.sort_by_key(|(_, _, review)| review.seq);
        let mut decisions: Vec<DecisionReport> = Vec::new();
        for (item, history, review) in reviews {
            let decision = self.decision(&item, history, review);
            match decisions.last_mut() {
                Some(last) if last.is_like(&decision) => last.periods.extend(decision.periods),
                _ => decisions.push(decision),
            }
        }
        decisions
    }

    fn decision(&self, item: &ItemRef, history: &ItemHistory, review: &Review) -> DecisionReport {
        // A decision is recorded right after what it decides.
        let decided = review.seq.saturating_sub(1);
        let findings = &self.premises.history;
        let raised = Some(FindingId::of_entry(decided)).filter(|id| findings.finding(id).is_some());
        let postponements = history.postponements.values().flatten();
        let mut postponed = postponements.filter(|postponement| postponement.seq == decided);
        DecisionReport {
            item: item.to_string(),
            item_text: self.text_of(item),
            periods: review.period.iter().cloned().collect(),
            concern: review.concern,
            decision: review.decision,
            finding: review.finding.clone().or(raised),
            to: postponed.next().map(|postponement| postponement.to),
            note: review.note.clone(),
            recorded: review.recorded.date_naive(),
            by: review.by.to_string(),
        }
    }
}

impl DecisionReport {
    /// Whether the other says the same about other periods of the item. A finding that several
    /// periods share was raised with the first of them.
    fn is_like(&self, other: &Self) -> bool {
        let same = Self {
            periods: self.periods.clone(),
            finding: other.finding.clone().or_else(|| self.finding.clone()),
            ..other.clone()
        };
        *self == same && !self.periods.is_empty()
    }
}

impl ConfirmationReport {
    fn of(confirmation: &Confirmation) -> Self {
        Self {
            by: confirmation.by.clone(),
            on: confirmation.recorded.date_naive(),
            items: confirmation.items,
        }
    }
}
