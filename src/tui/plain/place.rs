//! Where the dialogue stands, and what can be chosen there.

use super::super::model::Model;
use crate::assess::ItemIndex;
use crate::checklist::ItemRef;
use crate::fact::FindingId;
use crate::find::{Choice, Filter};
use crate::keymap::{Action, Context};
use crate::text::screen::{self, calendar, find, finding, plain as words, week};
use crate::text::words as names;
use crate::workspace::MatterRef;
use chrono::NaiveDate;

/// Where the dialogue stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Home,
    Tasks,
    Measures,
    /// The requirements of every checklist.
    Checklists,
    Requirement(usize, usize),
    /// What a search has found.
    Found(String),
    /// The filters over what a search has found; over the checklists where nothing is looked for.
    Filters(String),
    Item(ItemRef),
    /// A matter of the review, or the summary that closes it.
    Week,
    /// The matters that are left.
    Matters,
    Findings,
    Finding(FindingId),
    Notices,
    Differences,
    Calendar,
    Day(NaiveDate),
    Record,
    /// An entry of the record, by its number.
    Entry(u64),
}

/// What can be chosen by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offer {
    Place(Place),
    Matter(MatterRef),
    Action(Action),
    /// A filter with how many items it leaves, to be chosen or let go.
    Filter(Choice),
    /// A filter to be let go.
    Drop(Filter),
    /// No filter any more.
    Unfiltered,
    /// Nothing marked any more.
    Unmark,
}

impl Place {
    /// The place of a view.
    pub(super) fn of(context: Context) -> Self {
        match context {
            Context::Overview => Self::Home,
            Context::Checklist => Self::Checklists,
            Context::Week | Context::Summary => Self::Week,
            Context::Findings => Self::Findings,
            Context::Calendar => Self::Calendar,
            Context::Record => Self::Record,
        }
    }

    /// Whether one thing is in sight there, that keys act on; else it has to be named.
    pub(super) fn is_of_one(&self) -> bool {
        matches!(
            self,
            Self::Item(_) | Self::Week | Self::Finding(_) | Self::Day(_) | Self::Entry(_)
        )
    }

    /// Whether filters narrow what is listed there.
    pub(super) fn is_narrowed(&self) -> bool {
        matches!(self, Self::Checklists | Self::Found(_) | Self::Filters(_))
    }

    /// What it is called.
    pub(super) fn name(&self, model: &Model) -> String {
        let lang = model.lang;
        match self {
            Self::Home => screen::OVERVIEW.of(lang).to_owned(),
            Self::Tasks => words::TASKS.of(lang).to_owned(),
            Self::Measures => screen::overview::MEASURES.of(lang).to_owned(),
            Self::Checklists => screen::CHECKLIST.of(lang).to_owned(),
            Self::Requirement(c, r) => {
                let adopted = model.board.adopted.get(*c);
                let requirement = adopted.and_then(|a| a.checklist.requirements.get(*r));
                let id = requirement.map_or("", |requirement| requirement.id.as_str());
                words::requirement_name(id, lang)
            }
            Self::Found(text) => [words::FOUND.of(lang), text].join(" "),
            Self::Filters(_) => find::FILTERS.of(lang).to_owned(),
            Self::Item(item) => item.item.to_string(),
            Self::Week if model.context == Context::Summary => words::SUMMARY.of(lang).to_owned(),
            Self::Week => week::WEEK.of(lang).to_owned(),
            Self::Matters => words::MATTERS.of(lang).to_owned(),
            Self::Findings => finding::FINDINGS.of(lang).to_owned(),
            Self::Finding(id) => id.to_string(),
            Self::Notices => words::NOTICES.of(lang).to_owned(),
            Self::Differences => words::DIFFERENCES.of(lang).to_owned(),
            Self::Calendar => calendar::CALENDAR.of(lang).to_owned(),
            Self::Day(day) => names::day(*day, lang),
            Self::Record => screen::RECORD.of(lang).to_owned(),
            Self::Entry(seq) => [screen::RECORD.of(lang), &seq.to_string()].join(" "),
        }
    }
}

/// The item as it stands in the model now, where it is still there.
pub(super) fn index(model: &Model, item: &ItemRef) -> Option<ItemIndex> {
    let premises = model.board.premises();
    premises.index(&item.checklist, &item.item)
}

/// An item as an offer.
pub(super) fn item(model: &Model, index: ItemIndex) -> Offer {
    Offer::Place(Place::Item(model.board.premises().item_ref(index)))
}
