//! Findings in a report, and where an inspector and the school disagree.

use super::build::Writer;
use super::entry::InspectionReport;
use crate::calendar::Period;
use crate::fact::{Finding, FindingId, FindingSource, FindingState, Reopening, Seen};
use crate::review::{Disagreement, Own, disagreements};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One finding in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingReport {
    /// Its id, which is never given again.
    pub id: FindingId,
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for; left out where the checklist has it no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_text: Option<String>,
    /// The occurrence, where it is about one: while the finding is open, that is not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Who found it.
    pub source: FindingSource,
    /// What is wrong.
    pub text: String,
    /// Why it came about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Who answers for the rectification.
    pub owner: String,
    /// How far the rectification has come.
    pub state: FindingState,
    /// The time limit.
    pub due: NaiveDate,
    /// The limit it had first, where that was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_due: Option<NaiveDate>,
    /// Whether it is open past its limit; left out where not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub overdue: bool,
    /// When it was found, and by whom it was entered.
    pub raised: SeenReport,
    /// When it was put right, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<SeenReport>,
    /// When somebody else saw that it is right, and who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<SeenReport>,
    /// When it was struck off, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<SeenReport>,
    /// The times it was opened again, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<ReopeningReport>,
    /// What was said on the way, the oldest first: why the limit moved, how far the work has come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<FindingNoteReport>,
}

/// When something was done about a finding, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenReport {
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
}

/// A finding was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopeningReport {
    /// The day.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it had been put right before, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<SeenReport>,
    /// When that had been verified, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<SeenReport>,
    /// When it had been struck off, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<SeenReport>,
}

/// What was said about a finding on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingNoteReport {
    /// The day.
    pub on: NaiveDate,
    /// What.
    pub text: String,
}

/// An inspector and the school say different things about an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisagreementReport {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for.
    pub item_text: String,
    /// The occurrence, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What the inspector says.
    pub inspection: InspectionReport,
    /// What the school says.
    pub own: Own,
}

impl Writer<'_> {
    /// The findings raised by the end of the week that are open, or were struck off in it or after.
    pub(super) fn findings(&self) -> Vec<FindingReport> {
        let (from, to) = (self.week().monday(), self.week().sunday());
        let open = |finding: &Finding| {
            let closed = finding.closed.as_ref();
            closed.is_none_or(|closed| closed.on >= from)
        };
        let findings = self.premises.history.findings().iter();
        findings
            .filter(|finding| finding.raised.on <= to && open(finding))
            .map(|finding| self.finding(finding))
            .collect()
    }

    fn finding(&self, finding: &Finding) -> FindingReport {
        let notes = finding.notes.iter();
        FindingReport {
            id: finding.id.clone(),
            item: finding.item.to_string(),
            item_text: self.text_of(&finding.item),
            period: finding.period.clone(),
            source: finding.source,
            text: finding.text.clone(),
            cause: finding.cause.clone(),
            action: finding.action.clone(),
            owner: finding.owner.clone(),
            state: finding.state(),
            due: finding.due,
            first_due: Some(finding.first_due).filter(|first| *first != finding.due),
            overdue: finding.is_overdue(self.assessment.day),
            raised: SeenReport::of(&finding.raised),
            fixed: finding.fixed.as_ref().map(SeenReport::of),
            verified: finding.verified.as_ref().map(SeenReport::of),
            closed: finding.closed.as_ref().map(SeenReport::of),
            reopened: finding.reopened.iter().map(ReopeningReport::of).collect(),
            notes: notes
                .map(|(on, text)| FindingNoteReport {
                    on: *on,
                    text: text.clone(),
                })
                .collect(),
        }
    }

    pub(super) fn disagreements(&self) -> Vec<DisagreementReport> {
        let day = self.assessment.day.min(self.week().sunday());
        let found = disagreements(self.premises, day).into_iter();
        found.map(|found| self.disagreement(found)).collect()
    }

    fn disagreement(&self, found: Disagreement) -> DisagreementReport {
        DisagreementReport {
            item: self.premises.item_ref(found.index).to_string(),
            item_text: self.text_at(found.index),
            inspection: InspectionReport::of(&found.inspection),
            period: found.period,
            own: found.own,
        }
    }
}

impl SeenReport {
    fn of(seen: &Seen) -> Self {
        Self {
            on: seen.on,
            by: seen.by.clone(),
        }
    }
}

impl ReopeningReport {
    fn of(reopening: &Reopening) -> Self {
        Self {
            on: reopening.on,
            by: reopening.by.clone(),
            reason: reopening.reason.clone(),
            fixed: reopening.fixed.as_ref().map(SeenReport::of),
            verified: reopening.verified.as_ref().map(SeenReport::of),
            closed: reopening.closed.as_ref().map(SeenReport::of),
        }
    }
}
