//! Facts: the entries of the record.
//!
//! A fact says what happened, in the past tense, and is never changed or removed. Undoing appends a
//! fact that revokes others. Facts know no disk: how they are stored and hashed is `record`'s.

mod entry;
mod finding;
mod history;
mod item;
mod review;
mod sent;
mod undo;
mod week;

pub use entry::{Entry, Evidence};
pub use finding::{Finding, FindingId, FindingSource, FindingState, Reopening, Seen};
pub use history::{AnchorSetting, Event, History, Upgrade};
pub use item::{
    Assignment, Completion, Inspection, ItemHistory, Measurement, Noted, Postponement, Review,
    Verdict, Waiver,
};
pub use review::{Concern, Decision};
pub use sent::{
    Count, Figure, FigureDifference, Sending, Sent, SentCounts, SentFigures, SentFile, SentNumber,
};
pub use undo::{redo_target, revoked, undo_target};
pub use week::{Confirmation, Signature, Unlocking, WeekHistory};

use crate::calendar::{Period, Week};
use crate::checklist::ItemRef;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The id of a fact: time-ordered (UUID version 7), unique everywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub Arc<str>);

/// The id of the action that a fact belongs to: that of the action's first fact. What a user did in
/// one stroke is undone in one stroke.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct ActionId(pub Arc<str>);

impl From<String> for ActionId {
    fn from(id: String) -> Self {
        Self(id.into())
    }
}

impl From<ActionId> for String {
    fn from(id: ActionId) -> Self {
        (*id.0).to_owned()
    }
}

/// What a fact is about: an item, and the period of the occurrence where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// The item.
    pub item: ItemRef,
    /// The period; `None` where the fact is about the item as a whole.
    pub period: Option<Period>,
}

/// One entry of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its place in the record, from 1.
    pub seq: u64,
    /// Its id.
    pub id: FactId,
    /// The moment it was recorded, with the zone of the place.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Arc<str>,
    /// The action it belongs to.
    pub action: ActionId,
    /// What it is about; `None` for facts about the school as a whole.
    pub subject: Option<Subject>,
    /// What happened.
    pub entry: Entry,
}

impl Fact {
    /// The week that the fact is about: that of its period, of the review it belongs to, or of the
    /// day it is about. `None` where it is about no week in particular.
    #[must_use]
    pub fn week(&self) -> Option<Week> {
        week(self.subject.as_ref(), &self.entry)
    }
}

/// The week that a fact of that subject and entry is about.
#[must_use]
pub fn week(subject: Option<&Subject>, entry: &Entry) -> Option<Week> {
    if let Entry::ReportSent(sending) = entry {
        return Some(sending.week);
    }
    if let Some(week) = entry.reviewed_week() {
        return Some(week);
    }
    // What becomes of a finding is about the day it does, not about the occurrence it was found on.
    if entry.finding().is_some() {
        return entry.day().map(Week::of);
    }
    match subject.and_then(|subject| subject.period.as_ref()) {
        Some(Period::Day(day)) => Some(Week::of(*day)),
        Some(Period::Week(week)) => Some(*week),
        _ => entry.day().map(Week::of),
    }
}

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
