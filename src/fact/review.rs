//! What the weekly review asks about, and what it can decide.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why an item calls for a decision, in the order of the review.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Concern {
    /// A gate item is not fulfilled: the school may not open.
    Gate,
    /// Something was not done by its last day.
    Overdue,
    /// A finding is past its limit.
    Finding,
    /// Required this week, and not done.
    NotDone,
    /// A number is under its target, or off the pace that the target takes.
    Measure,
    /// The last tick has run out, and the next is not due this week.
    Lapsed,
    /// Done, and the evidence expected is not named.
    Evidence,
    /// Nobody answers for it.
    Owner,
    /// It was waived in an earlier term.
    Waiver,
    /// A new version of the checklist asks for something else.
    Changed,
}

impl Concern {
    /// All of them, in the order of the review.
    pub const ALL: [Self; 10] = [
        Self::Gate,
        Self::Overdue,
        Self::Finding,
        Self::NotDone,
        Self::Measure,
        Self::Lapsed,
        Self::Evidence,
        Self::Owner,
        Self::Waiver,
        Self::Changed,
    ];

    /// Whether it is about keeping the checklist in order, and not about what was or was not done.
    #[must_use]
    pub fn is_housekeeping(self) -> bool {
        matches!(
            self,
            Self::Lapsed | Self::Evidence | Self::Owner | Self::Waiver | Self::Changed
        )
    }
}

/// What the review decided about an item.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It was done, on a day.
    Done,
    /// It was partly done; the note says how far.
    Partly,
    /// It was not done: a finding was raised, or stays.
    NotDone,
    /// It has a later last day.
    Postponed,
    /// It does not apply.
    NotApplicable,
    /// It may stay as it is.
    Kept,
    /// It was left undecided.
    Skipped,
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Done,
        Self::Partly,
        Self::NotDone,
        Self::Postponed,
        Self::NotApplicable,
        Self::Kept,
        Self::Skipped,
    ];
}
