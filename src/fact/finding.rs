//! Findings: what was found wrong on an item, until it is struck off.

use super::{Entry, Fact, Subject};
use crate::calendar::Period;
use crate::checklist::ItemRef;
use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a finding: `F412`, the number of the entry that raised it. It is never given again,
/// whatever is undone.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct FindingId(pub String);

impl FindingId {
    /// The id of a finding that entry `seq` of the record raises.
    #[must_use]
    pub fn of_entry(seq: u64) -> Self {
        Self(format!("F{seq}"))
    }
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FindingSource {
    /// The school itself.
    SelfCheck,
    /// An inspector.
    Inspection,
    /// The weekly review.
    Review,
}

/// How far the rectification has come.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FindingState {
    /// Nothing has been put right yet.
    Open,
    /// It is put right, as its owner says.
    Fixed,
    /// Somebody else has seen that it is.
    Verified,
    /// It is struck off.
    Closed,
}

/// Who did something about a finding, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The day.
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
}

/// A finding was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// Its place in the record.
    pub seq: u64,
    /// The day.
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it had been put right, and by whom.
    pub fixed: Option<Seen>,
    /// When that had been verified, and by whom.
    pub verified: Option<Seen>,
    /// When it had been struck off, and by whom.
    pub closed: Option<Seen>,
}

/// Something wrong, tied to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// The item.
    pub item: ItemRef,
    /// The occurrence, where it is about one.
    pub period: Option<Period>,
    /// Who found it.
    pub source: FindingSource,
    /// What is wrong.
    pub text: String,
    /// Why it came about.
    pub cause: Option<String>,
    /// The corrective action.
    pub action: Option<String>,
    /// Who answers for the rectification.
    pub owner: String,
    /// The time limit.
    pub due: NaiveDate,
    /// The limit it had first.
    pub first_due: NaiveDate,
    /// When it was raised, and by whom.
    pub raised: Seen,
    /// When it was put right, and by whom.
    pub fixed: Option<Seen>,
    /// When that was verified, and by whom.
    pub verified: Option<Seen>,
    /// When it was struck off, and by whom.
    pub closed: Option<Seen>,
    /// The times it was opened again, oldest first.
    pub reopened: Vec<Reopening>,
    /// What was said on the way, oldest first: why a limit moved, how far the work has come.
    pub notes: Vec<(NaiveDate, String)>,
}

impl Finding {
    /// The finding that a fact raises.
    pub(super) fn raised(fact: &Fact, subject: &Subject) -> Option<Self> {
        let Entry::FindingRaised {
            finding,
            source,
            text,
            cause,
            action,
            owner,
            due,
            on,
        } = &fact.entry
        else {
            return None;
        };
        Some(Self {
            id: finding.clone(),
            item: subject.item.clone(),
            period: subject.period.clone(),
            source: *source,
            text: text.clone(),
            cause: cause.clone(),
            action: action.clone(),
            owner: owner.clone(),
            due: *due,
            first_due: *due,
            raised: seen(fact, *on),
            fixed: None,
            verified: None,
            closed: None,
            reopened: Vec::new(),
            notes: Vec::new(),
        })
    }

    /// Takes in what happened to it later.
    pub(super) fn apply(&mut self, fact: &Fact) {
        match &fact.entry {
            Entry::FindingUpdated {
                cause,
                action,
                owner,
                due,
                note,
                on,
                ..
            } => {
                let replace = |old: &mut Option<String>, new: &Option<String>| {
                    if new.is_some() {
                        old.clone_from(new);
                    }
                };
                replace(&mut self.cause, cause);
                replace(&mut self.action, action);
                self.owner = owner.clone().unwrap_or_else(|| self.owner.clone());
                self.due = due.unwrap_or(self.due);
                self.notes.extend(note.clone().map(|note| (*on, note)));
            }
            Entry::FindingFixed { on, fixer, .. } => {
                self.fixed = Some(Seen {
                    by: fixer.clone(),
                    ..seen(fact, *on)
                });
            }
            // What a step rests on may have been undone since.
            Entry::FindingVerified { on, .. } if self.can_be_verified_by(&fact.by) => {
                self.verified = Some(seen(fact, *on));
            }
            Entry::FindingClosed { on, .. } if self.verified.is_some() => {
                self.closed = Some(seen(fact, *on));
            }
            Entry::FindingReopened { reason, on, .. } => {
                self.reopened.push(Reopening {
                    seq: fact.seq,
                    on: *on,
                    by: fact.by.to_string(),
                    reason: reason.clone(),
                    fixed: self.fixed.take(),
                    verified: self.verified.take(),
                    closed: self.closed.take(),
                });
            }
            _ => {}
        }
    }

    /// Whether it is put right, and by somebody else than `name`.
    #[must_use]
    pub fn can_be_verified_by(&self, name: &str) -> bool {
        let plain = |name: &str| name.trim().to_lowercase();
        let mut fixed = self.fixed.iter();
        fixed.any(|fixed| plain(&fixed.by) != plain(name))
    }

    /// How far the rectification has come.
    #[must_use]
    pub fn state(&self) -> FindingState {
        if self.closed.is_some() {
            FindingState::Closed
        } else if self.verified.is_some() {
            FindingState::Verified
        } else if self.fixed.is_some() {
            FindingState::Fixed
        } else {
            FindingState::Open
        }
    }

    /// Whether it is not struck off yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether it is open and its limit is past on `day`.
    #[must_use]
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.is_open() && self.due < day
    }
}

fn seen(fact: &Fact, on: NaiveDate) -> Seen {
    Seen {
        on,
        by: fact.by.to_string(),
        recorded: fact.recorded,
    }
}
