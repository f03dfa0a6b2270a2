//! What a user can order.

use crate::assess::ItemIndex;
use crate::fact::{ActionId, Evidence};
use chrono::NaiveDate;

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
