//! What a user can order.

use crate::assess::ItemIndex;
use crate::calendar::{Period, Week};
use crate::checklist::ChecklistId;
use crate::fact::{
    ActionId, Concern, Decision, Evidence, FindingId, FindingSource, Sending, Verdict,
};
use crate::review::Matter;
use crate::rollup::Inspected;
use chrono::NaiveDate;

/// How many school days a rectification may take, where nothing else is said: five working days,
/// as directives commonly set (Shandong's opening checks of 2020).
pub const WITHIN: u32 = 5;

/// An order, in the imperative. Every face gives the same ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Tick occurrences of items.
    CompleteItems {
        /// The items.
        items: Vec<ItemIndex>,
        /// The day they were done.
        on: NaiveDate,
        /// A remark on each.
        note: Option<String>,
        /// The event they were done for, where it is not plain.
        event: Option<String>,
    },
    /// Take ticks back.
    ReopenItems {
        /// The items.
        items: Vec<ItemIndex>,
        /// A day of the period.
        on: NaiveDate,
        /// Why.
        reason: Option<String>,
        /// The event, where it is not plain.
        event: Option<String>,
    },
    /// Say that items do not apply.
    WaiveItems {
        /// The items.
        items: Vec<ItemIndex>,
        /// Why not.
        reason: String,
    },
    /// Say that items apply again.
    LiftWaivers {
        /// The items.
        items: Vec<ItemIndex>,
    },
    /// Name who answers for items.
    AssignItems {
        /// The items.
        items: Vec<ItemIndex>,
        /// Who.
        to: String,
        /// Who helps.
        helpers: Vec<String>,
        /// Another last day.
        due: Option<NaiveDate>,
    },
    /// Enter a number.
    MeasureItem {
        /// The item.
        item: ItemIndex,
        /// The number.
        value: u64,
        /// The number to reach.
        of: Option<u64>,
        /// How many can be done on a school day.
        rate: Option<u64>,
        /// The day it was read off.
        on: NaiveDate,
        /// The event, where it is not plain.
        event: Option<String>,
    },
    /// Name evidence.
    AttachEvidence {
        /// The item.
        item: ItemIndex,
        /// The evidence.
        evidence: Evidence,
    },
    /// Remark something.
    NoteItem {
        /// The item.
        item: ItemIndex,
        /// What.
        text: String,
        /// The day it is about.
        on: NaiveDate,
    },
    /// Begin an event.
    OpenEvent {
        /// Its kind.
        kind: String,
        /// What it is called.
        name: String,
        /// The day it happens.
        on: NaiveDate,
    },
    /// End an event.
    CloseEvent {
        /// Its id.
        event: String,
        /// The day it ended.
        on: NaiveDate,
    },
    /// Give occurrences a later last day.
    PostponeItems {
        /// The items.
        items: Vec<ItemIndex>,
        /// The new last day.
        to: NaiveDate,
        /// Why.
        reason: String,
        /// The event, where it is not plain.
        event: Option<String>,
    },
    /// Move a day that due dates are counted from: every unfinished item moves with it.
    MoveAnchor {
        /// Its name, as checklists give it; `term-start` for the term of today.
        anchor: String,
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: Option<String>,
    },
    /// Raise a finding.
    RaiseFinding {
        /// The item.
        item: ItemIndex,
        /// Who found it.
        source: FindingSource,
        /// What is wrong, and what will be done about it.
        finding: FindingText,
        /// The day it was found.
        on: NaiveDate,
    },
    /// Complete what is known of a finding, or move its limit.
    UpdateFinding {
        /// Which one.
        finding: FindingId,
        /// Why it came about.
        cause: Option<String>,
        /// What will be done about it.
        action: Option<String>,
        /// Who answers for it.
        owner: Option<String>,
        /// The new limit; a note must say why.
        due: Option<NaiveDate>,
        /// Why, or how far the work has come.
        note: Option<String>,
    },
    /// Say that what was wrong has been put right.
    FixFinding {
        /// Which one.
        finding: FindingId,
        /// Who put it right; who answers for it, where it is not said.
        fixer: Option<String>,
        /// The day.
        on: NaiveDate,
    },
    /// Say that one has seen that it is right. Not for who fixed it.
    VerifyFinding {
        /// Which one.
        finding: FindingId,
        /// Whether to strike it off in the same stroke.
        close: bool,
    },
    /// Strike a finding off that was verified.
    CloseFinding {
        /// Which one.
        finding: FindingId,
    },
    /// Open a finding again.
    ReopenFinding {
        /// Which one.
        finding: FindingId,
        /// Why.
        reason: String,
    },
    /// Record an inspector's own verdict.
    InspectItem {
        /// The item.
        item: ItemIndex,
        /// The verdict.
        verdict: Verdict,
        /// What was seen.
        note: Option<String>,
        /// The day.
        on: NaiveDate,
    },
    /// Record the verdicts of a visit, all of them or none.
    ImportInspections {
        /// The verdicts.
        verdicts: Vec<Inspected>,
        /// The day of the visit.
        on: NaiveDate,
    },
    /// Decide what the weekly review asks.
    Decide {
        /// The week under review.
        week: Week,
        /// What is decided; all of them alike.
        matters: Vec<MatterRef>,
        /// The decision.
        ruling: Ruling,
    },
    /// Confirm everything in a week that needs no decision.
    ConfirmWeek {
        /// The week.
        week: Week,
    },
    /// Sign a week's review, which locks the week. Who orders it signs it.
    SignWeek {
        /// The week.
        week: Week,
        /// Whether to state that there is nothing to report.
        nothing_to_report: bool,
    },
    /// Open a locked week again.
    UnlockWeek {
        /// The week.
        week: Week,
        /// Why.
        reason: String,
    },
    /// Enter into the ledger that a report was sent.
    RecordSending(Box<Sending>),
    /// Follow the version of a checklist that is on offer now.
    UpgradeChecklist {
        /// Which one.
        checklist: ChecklistId,
    },
    /// Undo the last action.
    Undo,
    /// Do again what was undone last.
    Redo,
    /// Undo that action.
    Revoke {
        /// The action.
        action: ActionId,
    },
}

impl Command {
    /// The items of an order about several; none of another order.
    #[must_use]
    pub fn items(&self) -> &[ItemIndex] {
        match self {
            Self::CompleteItems { items, .. }
            | Self::ReopenItems { items, .. }
            | Self::WaiveItems { items, .. }
            | Self::LiftWaivers { items }
            | Self::AssignItems { items, .. }
            | Self::PostponeItems { items, .. } => items,
            _ => &[],
        }
    }

    /// The same order about other items; the same where it is not about several.
    #[must_use]
    pub fn for_items(&self, others: Vec<ItemIndex>) -> Self {
        let mut order = self.clone();
        match &mut order {
            Self::CompleteItems { items, .. }
            | Self::ReopenItems { items, .. }
            | Self::WaiveItems { items, .. }
            | Self::LiftWaivers { items }
            | Self::AssignItems { items, .. }
            | Self::PostponeItems { items, .. } => *items = others,
            _ => {}
        }
        order
    }
}

/// What is wrong, why, and what is to be done about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingText {
    /// What is wrong.
    pub text: String,
    /// Why it came about.
    pub cause: Option<String>,
    /// The corrective action.
    pub action: Option<String>,
    /// Who answers for it; who answers for the item, where it is not said.
    pub owner: Option<String>,
    /// The limit in school days from the day it was found; [`WITHIN`] where it is not said.
    pub within: Option<u32>,
}

/// Something that a review has to decide about: an item, and why.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MatterRef {
    /// The item.
    pub item: ItemIndex,
    /// Why it calls for a decision.
    pub concern: Concern,
    /// The occurrence, where it is about one.
    pub period: Option<Period>,
    /// The finding, where it is about one.
    pub finding: Option<FindingId>,
}

impl MatterRef {
    /// What a decision about `matter` is about: each of its occurrences.
    #[must_use]
    pub fn all_of(matter: &Matter) -> Vec<Self> {
        let of = |period| Self {
            item: matter.index,
            concern: matter.concern,
            period,
            finding: matter.finding.clone(),
        };
        if matter.periods.is_empty() {
            return vec![of(None)];
        }
        let periods = matter.periods.iter().cloned();
        periods.map(|period| of(Some(period))).collect()
    }
}

/// A decision, with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// It was done; a finding was put right; a number reached its target.
    Done {
        /// On which day: where it is not said, the day of the occurrence, or today.
        on: Option<NaiveDate>,
        /// A remark.
        note: Option<String>,
    },
    /// It was partly done.
    Partly {
        /// How far.
        note: String,
    },
    /// It was not done: a finding is raised.
    NotDone {
        /// What is wrong, and what will be done about it.
        finding: FindingText,
    },
    /// It gets a later last day, or a finding a later limit.
    Postponed {
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: String,
    },
    /// It does not apply.
    NotApplicable {
        /// Why not.
        reason: String,
    },
    /// It may stay as it is.
    Kept {
        /// Why.
        note: Option<String>,
    },
    /// It is left undecided.
    Skipped,
}

impl Ruling {
    /// The decision, as the record keeps it.
    #[must_use]
    pub fn decision(&self) -> Decision {
        match self {
            Self::Done { .. } => Decision::Done,
            Self::Partly { .. } => Decision::Partly,
            Self::NotDone { .. } => Decision::NotDone,
            Self::Postponed { .. } => Decision::Postponed,
            Self::NotApplicable { .. } => Decision::NotApplicable,
            Self::Kept { .. } => Decision::Kept,
            Self::Skipped => Decision::Skipped,
        }
    }
}
