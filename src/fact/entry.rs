//! The kinds of fact, each with its data.

use super::review::{Concern, Decision};
use super::{ActionId, FindingId, FindingSource, Sending, Verdict};
use crate::calendar::Week;
use crate::checklist::{ChecklistId, ItemId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What happened. The name of a variant in snake case is the fact's kind in the record; its fields
/// are the fact's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum Entry {
    /// The school follows a checklist from a day on.
    ChecklistAdopted {
        /// The checklist.
        checklist: ChecklistId,
        /// Its version.
        version: u32,
        /// The digest of the file it was read from: `sha256:…`.
        digest: String,
        /// The first day for which anything can be recorded.
        since: NaiveDate,
        /// The first day from which occurrences are required.
        required_from: NaiveDate,
    },
    /// The school follows a later version of a checklist.
    ChecklistUpgraded {
        /// The checklist.
        checklist: ChecklistId,
        /// Its version.
        version: u32,
        /// The version before.
        from: u32,
        /// The digest of the file it was read from: `sha256:…`.
        digest: String,
        /// The items that ask for something else than before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<ItemId>,
        /// The items that are new.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<ItemId>,
        /// The items that are gone.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<ItemId>,
        /// The day from which it counts.
        on: NaiveDate,
    },
    /// A day that due dates are counted from was set, or moved.
    AnchorSet {
        /// Its name, as checklists give it; `2022-spring-start` for the first day of a term.
        anchor: String,
        /// The day.
        on: NaiveDate,
        /// Whether the school's profile said so; otherwise it was moved by an order.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        profile: bool,
        /// Why it was moved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// An occurrence was done.
    ItemCompleted {
        /// The day it was done.
        on: NaiveDate,
    },
    /// A completion was taken back.
    ItemReopened {
        /// Why, if said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The item does not apply.
    ItemWaived {
        /// Why not.
        reason: String,
        /// The day from which it does not.
        from: NaiveDate,
    },
    /// The item applies again.
    WaiverLifted {
        /// The day from which it does.
        from: NaiveDate,
    },
    /// Somebody answers for the item.
    ItemAssigned {
        /// Who.
        to: String,
        /// Who helps.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        helpers: Vec<String>,
        /// The last day to do it, in place of the checklist's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
    },
    /// A number was read off.
    ItemMeasured {
        /// The number.
        value: u64,
        /// The number to reach, where it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<u64>,
        /// How many can be done on a school day, where it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<u64>,
        /// The day it was read off.
        on: NaiveDate,
    },
    /// An occurrence got a later last day; the first one is kept.
    ItemPostponed {
        /// The new last day.
        to: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Evidence was named.
    EvidenceAttached(Evidence),
    /// Something was remarked.
    ItemNoted {
        /// What.
        text: String,
        /// The day it is about.
        on: NaiveDate,
    },
    /// An event began to call for items: an examination, an incident, an arrival.
    EventOpened {
        /// A short id: `e1`.
        event: String,
        /// Its kind, as checklists name it.
        kind: String,
        /// What it is called.
        name: String,
        /// The day it happens.
        on: NaiveDate,
    },
    /// An event is over.
    EventClosed {
        /// The event.
        event: String,
        /// The day it ended.
        on: NaiveDate,
    },
    /// Something wrong was found on the item.
    FindingRaised {
        /// Its id.
        finding: FindingId,
        /// Who found it.
        source: FindingSource,
        /// What is wrong.
        text: String,
        /// Why it came about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
        /// What will be done about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        action: Option<String>,
        /// Who answers for its rectification.
        owner: String,
        /// The time limit.
        due: NaiveDate,
        /// The day it was found.
        on: NaiveDate,
    },
    /// What is known of a finding was completed, or its limit moved. What is absent stays.
    FindingUpdated {
        /// Which finding.
        finding: FindingId,
        /// Why it came about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
        /// What will be done about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        action: Option<String>,
        /// Who answers for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// The new time limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
        /// Why the limit was moved, or how far the work has come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The day.
        on: NaiveDate,
    },
    /// What was wrong has been put right.
    FindingFixed {
        /// Which finding.
        finding: FindingId,
        /// Who put it right; who recorded it may be somebody else.
        fixer: String,
        /// The day.
        on: NaiveDate,
    },
    /// Somebody else than who fixed it has seen that it is right.
    FindingVerified {
        /// Which finding.
        finding: FindingId,
        /// The day.
        on: NaiveDate,
    },
    /// A finding was struck off.
    FindingClosed {
        /// Which finding.
        finding: FindingId,
        /// The day.
        on: NaiveDate,
    },
    /// A finding is open again.
    FindingReopened {
        /// Which finding.
        finding: FindingId,
        /// Why.
        reason: String,
        /// The day.
        on: NaiveDate,
    },
    /// An inspector gave a verdict of their own.
    Inspected {
        /// The verdict.
        verdict: Verdict,
        /// What was seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The day.
        on: NaiveDate,
    },
    /// The weekly review decided something about an item.
    Reviewed {
        /// The week under review.
        week: Week,
        /// Why it called for a decision.
        concern: Concern,
        /// The decision.
        decision: Decision,
        /// The finding that was decided about, where it was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        finding: Option<FindingId>,
        /// What was said with it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// What needed no decision in a week was confirmed in one stroke.
    WeekConfirmed {
        /// The week.
        week: Week,
        /// How many items it was.
        items: u64,
    },
    /// The school states that there is nothing to report.
    NothingReported {
        /// The week.
        week: Week,
    },
    /// The week's review is closed, and the week is locked. Who signed is who recorded it.
    WeekSigned {
        /// The week.
        week: Week,
        /// The day as of which it is signed.
        on: NaiveDate,
        /// The number of facts that the signature covers.
        facts: u64,
        /// The root of their tree, `sha256:…`.
        head: String,
        /// The digest of the profile and holidays that it rests on, which the record keeps.
        setting: String,
    },
    /// A locked week was opened again.
    WeekUnlocked {
        /// The week.
        week: Week,
        /// Why.
        reason: String,
        /// The day.
        on: NaiveDate,
    },
    /// A report left the school.
    ReportSent(Box<Sending>),
    /// An action is undone; or its undoing, which does it again.
    Revoked {
        /// The action.
        action: ActionId,
    },
}

/// A file or link that proves something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The file's path or the link.
    pub source: String,
    /// The digest of the file's bytes, `sha256:…`; `None` for a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The file's length in bytes; `None` for a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// The day it is about.
    pub on: NaiveDate,
}

impl Entry {
    /// The kind's name in the record.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ChecklistAdopted { .. } => "checklist_adopted",
            Self::ChecklistUpgraded { .. } => "checklist_upgraded",
            Self::AnchorSet { .. } => "anchor_set",
            Self::ItemCompleted { .. } => "item_completed",
            Self::ItemReopened { .. } => "item_reopened",
            Self::ItemWaived { .. } => "item_waived",
            Self::WaiverLifted { .. } => "waiver_lifted",
            Self::ItemAssigned { .. } => "item_assigned",
            Self::ItemMeasured { .. } => "item_measured",
            Self::ItemPostponed { .. } => "item_postponed",
            Self::EvidenceAttached(_) => "evidence_attached",
            Self::ItemNoted { .. } => "item_noted",
            Self::EventOpened { .. } => "event_opened",
            Self::EventClosed { .. } => "event_closed",
            Self::FindingRaised { .. } => "finding_raised",
            Self::FindingUpdated { .. } => "finding_updated",
            Self::FindingFixed { .. } => "finding_fixed",
            Self::FindingVerified { .. } => "finding_verified",
            Self::FindingClosed { .. } => "finding_closed",
            Self::FindingReopened { .. } => "finding_reopened",
            Self::Inspected { .. } => "inspected",
            Self::Reviewed { .. } => "reviewed",
            Self::WeekConfirmed { .. } => "week_confirmed",
            Self::NothingReported { .. } => "nothing_reported",
            Self::WeekSigned { .. } => "week_signed",
            Self::WeekUnlocked { .. } => "week_unlocked",
            Self::ReportSent(_) => "report_sent",
            Self::Revoked { .. } => "revoked",
        }
    }

    /// Whether a user may undo it. Adopting a checklist and what the profile says are set-up, not
    /// work; a signature is undone by unlocking the week, which asks for a reason.
    #[must_use]
    pub fn is_undoable(&self) -> bool {
        !matches!(
            self,
            Self::ChecklistAdopted { .. }
                | Self::AnchorSet { profile: true, .. }
                | Self::NothingReported { .. }
                | Self::WeekSigned { .. }
                | Self::WeekUnlocked { .. }
        )
    }

    /// The day it is about, where it is about one.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::ItemCompleted { on }
            | Self::ItemMeasured { on, .. }
            | Self::ItemNoted { on, .. }
            | Self::EvidenceAttached(Evidence { on, .. })
            | Self::EventClosed { on, .. }
            | Self::ItemWaived { from: on, .. }
            | Self::WaiverLifted { from: on }
            | Self::ChecklistUpgraded { on, .. }
            | Self::FindingRaised { on, .. }
            | Self::FindingUpdated { on, .. }
            | Self::FindingFixed { on, .. }
            | Self::FindingVerified { on, .. }
            | Self::FindingClosed { on, .. }
            | Self::FindingReopened { on, .. }
            | Self::Inspected { on, .. }
            | Self::WeekSigned { on, .. }
            | Self::WeekUnlocked { on, .. } => Some(*on),
            _ => None,
        }
    }

    /// The week that it is an entry of the review of, where it is one.
    #[must_use]
    pub fn reviewed_week(&self) -> Option<Week> {
        match self {
            Self::Reviewed { week, .. }
            | Self::WeekConfirmed { week, .. }
            | Self::NothingReported { week }
            | Self::WeekSigned { week, .. }
            | Self::WeekUnlocked { week, .. } => Some(*week),
            _ => None,
        }
    }

    /// The finding that it is about.
    #[must_use]
    pub fn finding(&self) -> Option<&FindingId> {
        match self {
            Self::FindingRaised { finding, .. }
            | Self::FindingUpdated { finding, .. }
            | Self::FindingFixed { finding, .. }
            | Self::FindingVerified { finding, .. }
            | Self::FindingClosed { finding, .. }
            | Self::FindingReopened { finding, .. } => Some(finding),
            _ => None,
        }
    }
}
