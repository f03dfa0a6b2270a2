//! What was amended after signing, in a report.

use super::build::{Amendment, Change, Writer};
use crate::calendar::Period;
use crate::fact::{Entry, Signature};
use crate::text::{facts, report as words};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A signed week was opened again, and what was changed about it since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendmentReport {
    /// Who opened it.
    pub unlocked_by: String,
    /// The day.
    pub unlocked_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// The signature that was in force before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_before: Option<SignatureReport>,
    /// What was entered, undone or done again about the week, from the signature before until it was
    /// signed again.
    pub changes: Vec<ChangeReport>,
    /// What was entered in that time about other weeks or about none and bears on this one: what is
    /// carried until it is done, what became of findings, owners, anchors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<ChangeReport>,
    /// The signature that was given again; left out while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_again: Option<SignatureReport>,
}

/// A signature under a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureReport {
    /// Who signed.
    pub by: String,
    /// The day as of which.
    pub on: NaiveDate,
    /// Whether it stated that there was nothing to report; left out where not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nothing_to_report: bool,
}

/// One entry of the record that changed a week after it had been signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeReport {
    /// Its number in the record.
    pub entry: u64,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// The item, as `checklist/item`, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// What the item asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_text: Option<String>,
    /// The period, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What was changed, in words.
    pub what: String,
}

impl Writer<'_> {
    pub(super) fn amendments(&self) -> Vec<AmendmentReport> {
        let amendments = self.occasion.amendments.iter();
        amendments.map(|of| self.amendment(of)).collect()
    }

    fn amendment(&self, amendment: &Amendment) -> AmendmentReport {
        let changes = |of_week: bool| {
            let changes = amendment.changes.iter();
            let changes = changes.filter(|change| change.of_week == of_week);
            changes.map(|change| self.change(change)).collect()
        };
        AmendmentReport {
            unlocked_by: amendment.unlocking.by.clone(),
            unlocked_on: amendment.unlocking.on,
            reason: amendment.unlocking.reason.clone(),
            signed_before: amendment.signed_before.as_ref().map(SignatureReport::of),
            changes: changes(true),
            others: changes(false),
            signed_again: amendment.signed_again.as_ref().map(SignatureReport::of),
        }
    }

    fn change(&self, Change { fact, about, .. }: &Change) -> ChangeReport {
        let subject = fact.subject.as_ref();
        ChangeReport {
            entry: fact.seq,
            recorded: fact.recorded.date_naive(),
            by: fact.by.to_string(),
            item: subject.map(|subject| subject.item.to_string()),
            item_text: subject.and_then(|subject| self.text_of(&subject.item)),
            period: subject.and_then(|subject| subject.period.clone()),
            what: match &fact.entry {
                Entry::Revoked { .. } => words::revoked(fact, about, self.lang),
                entry => facts::entry(entry, self.lang),
            },
        }
    }
}

impl SignatureReport {
    fn of(signature: &Signature) -> Self {
        Self {
            by: signature.by.clone(),
            on: signature.on,
            nothing_to_report: signature.nothing_to_report,
        }
    }
}
