//! Why an order is refused. Nothing is recorded of an order that is refused in any part.

mod on_screen;
mod review;

pub use review::ReviewRefusal;

use crate::calendar::Week;
use crate::checklist::ItemRef;
use crate::fact::History;
use crate::text::Lang;
use crate::text::refusal::{self as words, Voice};
use chrono::NaiveDate;

/// One reason why an order cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No item has that name.
    UnknownItem {
        /// As typed.
        said: String,
        /// Names like it.
        near: Vec<String>,
    },
    /// Several checklists have an item of that name.
    AmbiguousItem {
        /// As typed.
        said: String,
        /// The full names.
        candidates: Vec<String>,
    },
    /// A day that has not come.
    Future {
        /// The day.
        on: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// A day before the checklist was adopted.
    BeforeAdoption {
        /// The item.
        item: ItemRef,
        /// The day.
        on: NaiveDate,
        /// The first day for which anything can be recorded.
        since: NaiveDate,
    },
    /// The occurrence is done already.
    AlreadyDone {
        /// The item.
        item: ItemRef,
        /// The day it was done.
        on: NaiveDate,
    },
    /// The occurrence is not done.
    NotDone {
        /// The item.
        item: ItemRef,
        /// A day of the period looked at.
        on: NaiveDate,
    },
    /// The occurrence is done because its number has reached the target, not by a tick.
    DoneByNumber {
        /// The item.
        item: ItemRef,
        /// The day it was read off.
        on: NaiveDate,
    },
    /// An event was named for an item that is not done for events.
    NotForEvents {
        /// The item.
        item: ItemRef,
    },
    /// An event was named that is of another kind than the item is for.
    OtherKind {
        /// The item.
        item: ItemRef,
        /// The event.
        event: String,
        /// The kind that the item is for.
        kind: String,
    },
    /// No event of the kind is open.
    NoEvent {
        /// The item.
        item: ItemRef,
        /// The kind.
        kind: String,
    },
    /// Several events of the kind are open.
    SeveralEvents {
        /// The item.
        item: ItemRef,
        /// Their ids and names.
        events: Vec<String>,
    },
    /// No event has that id.
    UnknownEvent {
        /// As typed.
        said: String,
        /// The open ones.
        open: Vec<String>,
    },
    /// The event is closed already.
    EventClosed {
        /// The event.
        event: String,
        /// Since when.
        on: NaiveDate,
    },
    /// No item of the adopted checklists is for events of that kind.
    UnknownKind {
        /// As typed.
        said: String,
        /// The kinds there are.
        kinds: Vec<String>,
    },
    /// The item is not a number.
    NoMeasure {
        /// The item.
        item: ItemRef,
    },
    /// A number without anything to reach.
    NoTarget {
        /// The item.
        item: ItemRef,
    },
    /// A number above what there is to reach.
    AboveTarget {
        /// The number.
        value: u64,
        /// The number to reach.
        of: u64,
    },
    /// A number to reach that is zero.
    ZeroTarget,
    /// The item does not apply already.
    AlreadyWaived {
        /// The item.
        item: ItemRef,
        /// Since when.
        from: NaiveDate,
    },
    /// The item applies.
    NotWaived {
        /// The item.
        item: ItemRef,
    },
    /// A text with nothing in it.
    Empty(Field),
    /// A text that is too long.
    TooLong {
        /// Which text.
        field: Field,
        /// Its length in characters.
        length: usize,
        /// The most there may be.
        most: usize,
    },
    /// A last day for an item whose cadence says when.
    DueNotSettable {
        /// The item.
        item: ItemRef,
    },
    /// The review of a week, its findings and its plans do not allow it.
    Review(ReviewRefusal),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// The action is undone already, or cannot be undone.
    NotUndoable,
}

/// A text that a user enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A reason.
    Reason,
    /// A note.
    Note,
    /// A person's name.
    Name,
    /// An event's name.
    EventName,
    /// A file or link.
    Source,
    /// What is wrong.
    Finding,
    /// The cause of a finding.
    Cause,
    /// The rectification of a finding.
    Action,
}

impl Refusal {
    /// What is wrong, and what to do about it.
    #[must_use]
    pub fn say(&self, lang: Lang) -> (String, Option<String>) {
        self.say_as(Voice::of_commands(lang))
    }

    fn say_as(&self, voice: Voice) -> (String, Option<String>) {
        let lang = voice.lang;
        match self {
            Self::UnknownItem { said, near } => words::unknown_item(said, near, lang),
            Self::AmbiguousItem { said, candidates } => {
                words::ambiguous_item(said, candidates, lang)
            }
            Self::Future { on, today } => words::future(*on, *today, voice),
            Self::BeforeAdoption { item, on, since } => {
                words::before_adoption(item, *on, *since, voice)
            }
            Self::AlreadyDone { item, on } => words::already_done(item, *on, voice),
            Self::NotDone { item, on } => words::not_done(item, *on, voice),
            Self::DoneByNumber { item, on } => words::done_by_number(item, *on, voice),
            Self::NotForEvents { item } => words::not_for_events(item, voice),
            Self::OtherKind { item, event, kind } => words::other_kind(item, event, kind, voice),
            Self::NoEvent { item, kind } => words::no_event(item, kind, voice),
            Self::SeveralEvents { item, events } => words::several_events(item, events, voice),
            Self::UnknownEvent { said, open } => words::unknown_event(said, open, lang),
            Self::EventClosed { event, on } => words::event_closed(event, *on, voice),
            Self::UnknownKind { said, kinds } => words::unknown_kind(said, kinds, lang),
            Self::NoMeasure { item } => words::no_measure(item, voice),
            Self::NoTarget { item } => words::no_target(item, voice),
            Self::AboveTarget { value, of } => words::above_target(*value, *of, lang),
            Self::ZeroTarget => words::zero_target(lang),
            Self::AlreadyWaived { item, from } => words::already_waived(item, *from, voice),
            Self::NotWaived { item } => words::not_waived(item, voice),
            Self::Empty(field) => words::empty(field.name(lang), lang),
            Self::TooLong {
                field,
                length,
                most,
            } => words::too_long(field.name(lang), *length, *most, lang),
            Self::DueNotSettable { item } => words::due_not_settable(item, voice),
            Self::NothingToUndo => (words::NOTHING_TO_UNDO.of(lang).to_owned(), None),
            Self::NothingToRedo => (words::NOTHING_TO_REDO.of(lang).to_owned(), None),
            Self::NotUndoable => (words::NOT_UNDOABLE.of(lang).to_owned(), None),
            Self::Review(refusal) => refusal.say_as(voice),
        }
    }

    /// Why nothing may be recorded about a week that is locked.
    pub(super) fn of_lock(history: &History, week: Week) -> Option<Self> {
        let signature = history.week(week)?.lock()?;
        Some(Self::Review(ReviewRefusal::WeekLocked {
            week,
            by: signature.by.clone(),
            on: signature.on,
        }))
    }
}

impl Field {
    /// What the field is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Reason => words::REASON,
            Self::Note => words::NOTE,
            Self::Name => words::NAME,
            Self::EventName => words::EVENT_NAME,
            Self::Source => words::SOURCE,
            Self::Finding => words::FINDING,
            Self::Cause => words::CAUSE,
            Self::Action => words::ACTION,
        }
        .of(lang)
    }
}
