//! What was recorded about a week's review as a whole: confirmed, signed, unlocked.

use super::{Entry, Fact};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// A signature under a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Its place in the record.
    pub seq: u64,
    /// Who signed.
    pub by: String,
    /// The day as of which.
    pub on: NaiveDate,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// The number of facts it covers.
    pub facts: u64,
    /// The root of their tree, `sha256:…`.
    pub head: String,
    /// The digest of the profile and holidays that it rests on, which the record keeps.
    pub setting: String,
    /// Whether it states that there is nothing to report.
    pub nothing_to_report: bool,
}

/// A locked week was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlocking {
    /// Its place in the record.
    pub seq: u64,
    /// Who opened it.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Why.
    pub reason: String,
}

/// What needed no decision was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Who confirmed.
    pub by: String,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// How many items it was.
    pub items: u64,
}

/// What stands about a week's review as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekHistory {
    /// The confirmation of what needed no decision, the last one.
    pub confirmed: Option<Confirmation>,
    /// Its signatures, oldest first.
    pub signatures: Vec<Signature>,
    /// The times it was unlocked, oldest first.
    pub unlockings: Vec<Unlocking>,
    nothing_reported: bool,
}

impl WeekHistory {
    /// Takes in a fact about the week.
    pub(super) fn apply(&mut self, fact: &Fact) {
        let (seq, by, recorded) = (fact.seq, fact.by.to_string(), fact.recorded);
        match &fact.entry {
            Entry::WeekConfirmed { items, .. } => {
                let items = *items;
                self.confirmed = Some(Confirmation {
                    by,
                    recorded,
                    items,
                });
            }
            Entry::NothingReported { .. } => self.nothing_reported = true,
            Entry::WeekSigned {
                on,
                facts,
                head,
                setting,
                ..
            } => self.signatures.push(Signature {
                seq,
                by,
                on: *on,
                recorded,
                facts: *facts,
                head: head.clone(),
                setting: setting.clone(),
                nothing_to_report: self.nothing_reported,
            }),
            Entry::WeekUnlocked { reason, on, .. } => {
                // What was stated with a signature goes with it.
                self.nothing_reported = false;
                self.unlockings.push(Unlocking {
                    seq,
                    by,
                    on: *on,
                    recorded,
                    reason: reason.clone(),
                });
            }
            _ => {}
        }
    }

    /// The signature that locks the week, while it does.
    #[must_use]
    pub fn lock(&self) -> Option<&Signature> {
        let unlocked = self.unlockings.last().map_or(0, |unlocking| unlocking.seq);
        let last = self.signatures.last();
        last.filter(|signature| signature.seq > unlocked)
    }
}
