//! Dialogs about several items at once.

use super::{Board, Filled, Order, Wrong};
use crate::assess::ItemIndex;
use crate::checklist::Cadence;
use crate::fact::Assignment;
use crate::text::Phrase;
use crate::text::screen::{self, find, finding, keys};
use crate::tui::field::Field;
use crate::workspace::Command;

/// What a dialog about several items asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum BatchForm {
    /// The day they were done, and a remark on each.
    Tick,
    /// Why they do not apply.
    Waive,
    /// Who answers for them, who helps, another last day.
    Assign,
    /// A later last day, and why.
    Postpone,
}

impl BatchForm {
    pub(super) fn title(self) -> Phrase {
        match self {
            Self::Tick => keys::KEY_TICK_ON,
            Self::Waive => keys::KEY_WAIVE,
            Self::Assign => keys::KEY_ASSIGN,
            Self::Postpone => keys::KEY_POSTPONE,
        }
    }

    pub(super) fn fields(self, items: &[ItemIndex], board: &Board) -> Vec<Field> {
        match self {
            Self::Tick => vec![
                Field::day(screen::DAY, false).or(screen::TODAY),
                Field::new(screen::NOTE).or(screen::NOTHING),
            ],
            Self::Waive => vec![Field::new(screen::REASON)],
            Self::Assign => assignment(items, board),
            Self::Postpone => vec![
                Field::day(finding::NEW_LIMIT, true),
                Field::new(screen::REASON),
            ],
        }
    }

    pub(super) fn order(self, items: &[ItemIndex], filled: &Filled<'_>) -> Result<Order, Wrong> {
        let items = items.to_vec();
        let command = match self {
            Self::Tick => Command::CompleteItems {
                items,
                on: filled.day(0)?,
                note: filled.optional(1),
                event: None,
            },
            Self::Waive => Command::WaiveItems {
                items,
                reason: filled.text(0),
            },
            Self::Assign => Command::AssignItems {
                items,
                to: filled.text(0),
                helpers: filled.names(1),
                due: filled.coming_day(2)?,
            },
            Self::Postpone => Command::PostponeItems {
                items,
                to: filled.named_day(0)?,
                reason: filled.text(1),
                event: None,
            },
        };
        Ok(command.into())
    }
}

/// The fields of an assignment, with what is the same for all of them filled in.
fn assignment(items: &[ItemIndex], board: &Board) -> Vec<Field> {
    let premises = board.premises();
    let known = items.iter().map(|index| {
        let history = premises.item_history(*index);
        history.and_then(|history| history.assignment.as_ref())
    });
    let known: Vec<Option<&Assignment>> = known.collect();
    let to = same(known.iter().map(|a| a.map_or("", |a| a.to.as_str())));
    let helpers = known
        .iter()
        .map(|a| a.map_or_else(String::new, |a| a.helpers.join(" ")));
    let helpers: Vec<String> = helpers.collect();
    let shared = same(helpers.iter().map(String::as_str));
    let empty = if helpers.iter().all(String::is_empty) {
        screen::NOTHING
    } else {
        find::NO_HELPERS
    };
    let mut fields = vec![
        Field::new(screen::OWNER).with(to),
        Field::new(screen::HELPERS).with(shared).or(empty),
    ];
    let settable = |index: &ItemIndex| {
        let cadence = &board.item(*index).cadence;
        matches!(cadence, Cadence::Once | Cadence::Termly)
    };
    if items.iter().all(settable) {
        fields.push(Field::day(screen::LAST_DAY, true).or(screen::UNCHANGED));
    }
    fields
}

/// What all of them are, or nothing where they differ.
fn same<'a>(mut texts: impl Iterator<Item = &'a str>) -> &'a str {
    let first = texts.next().unwrap_or_default();
    if texts.all(|text| text == first) {
        first
    } else {
        ""
    }
}
