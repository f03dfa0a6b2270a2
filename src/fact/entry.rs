//! The kinds of fact, each with its data.

use super::ActionId;
use crate::checklist::ChecklistId;
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
        /// The day it was read off.
        on: NaiveDate,
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
            Self::ItemCompleted { .. } => "item_completed",
            Self::ItemReopened { .. } => "item_reopened",
            Self::ItemWaived { .. } => "item_waived",
            Self::WaiverLifted { .. } => "waiver_lifted",
            Self::ItemAssigned { .. } => "item_assigned",
            Self::ItemMeasured { .. } => "item_measured",
            Self::EvidenceAttached(_) => "evidence_attached",
            Self::ItemNoted { .. } => "item_noted",
            Self::EventOpened { .. } => "event_opened",
            Self::EventClosed { .. } => "event_closed",
            Self::Revoked { .. } => "revoked",
        }
    }

    /// Whether a user may undo it. Adopting a checklist is set-up, not work.
    #[must_use]
    pub fn is_undoable(&self) -> bool {
        !matches!(self, Self::ChecklistAdopted { .. })
    }
}
