//! Dialogs of the weekly review, and of the days that dates are counted from.

use super::days::{self, day_or};
use super::{Board, Filled, Order, Wrong, finding};
use crate::calendar::Week;
use crate::text::screen::{finding as found, keys, week as words};
use crate::text::{Lang, Phrase, screen};
use crate::tui::field::Field;
use crate::workspace::{Command, MatterRef, Ruling};

/// What a decision of the review needs to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum RulingForm {
    /// The day it was done.
    Done,
    /// How far it was done.
    Partly,
    /// What is wrong, and what will be done about it.
    NotDone,
    /// A later last day, and why.
    Postponed,
    /// Why it does not apply.
    NotApplicable,
}

/// What closing or opening a week needs to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum WeekForm {
    /// Who signs.
    Sign,
    /// Who states that there is nothing to report, and signs.
    SignNothing,
    /// Why it is opened again.
    Unlock,
}

impl RulingForm {
    pub(super) fn title(self) -> Phrase {
        match self {
            Self::Done => keys::KEY_DONE_ON,
            Self::Partly => keys::KEY_PARTLY,
            Self::NotDone => keys::KEY_NOT_DONE,
            Self::Postponed => keys::KEY_POSTPONE,
            Self::NotApplicable => keys::KEY_NOT_APPLICABLE,
        }
    }

    pub(super) fn fields(
        self,
        week: Week,
        matters: &[MatterRef],
        board: &Board,
        lang: Lang,
    ) -> Vec<Field> {
        match (self, matters.first()) {
            (Self::Done, _) => vec![
                day_or(
                    Field::day(screen::DAY, false).or(screen::TODAY),
                    days::day_of_week(week, board),
                ),
                Field::new(screen::NOTE).or(screen::NOTHING),
            ],
            (Self::Partly, _) => vec![Field::new(words::HOW_FAR)],
            (Self::NotDone, Some(matter)) => {
                let text = board.item(matter.item).text.of(lang);
                let text = words::not_done(text, lang);
                finding::text_fields(&text, matter.item, board, lang)
            }
            (Self::Postponed, _) => {
                vec![
                    Field::day(found::NEW_LIMIT, true),
                    Field::new(screen::REASON),
                ]
            }
            (Self::NotApplicable | Self::NotDone, _) => vec![Field::new(screen::REASON)],
        }
    }

    pub(super) fn order(
        self,
        week: Week,
        matters: &[MatterRef],
        filled: &Filled<'_>,
    ) -> Result<Order, Wrong> {
        let ruling = match self {
            Self::Done => Ruling::Done {
                on: Some(filled.day(0)?),
                note: filled.optional(1),
            },
            Self::Partly => Ruling::Partly {
                note: filled.text(0),
            },
            Self::NotDone => Ruling::NotDone {
                finding: finding::text(filled)?,
            },
            Self::Postponed => Ruling::Postponed {
                to: filled.named_day(0)?,
                reason: filled.text(1),
            },
            Self::NotApplicable => Ruling::NotApplicable {
                reason: filled.text(0),
            },
        };
        let matters = matters.to_vec();
        Ok(Command::Decide {
            week,
            matters,
            ruling,
        }
        .into())
    }
}

impl WeekForm {
    pub(super) fn title(self) -> Phrase {
        match self {
            Self::Sign => words::SIGN,
            Self::SignNothing => keys::KEY_NOTHING,
            Self::Unlock => keys::KEY_UNLOCK,
        }
    }

    pub(super) fn fields(self, board: &Board) -> Vec<Field> {
        match self {
            Self::Sign | Self::SignNothing => {
                vec![Field::new(words::SIGNER).with(&principal(board))]
            }
            Self::Unlock => vec![Field::new(screen::REASON)],
        }
    }

    pub(super) fn order(self, week: Week, filled: &Filled<'_>) -> Order {
        let sign = |nothing_to_report| {
            let command = Command::SignWeek {
                week,
                nothing_to_report,
            };
            Order::by(command, filled.text(0))
        };
        match self {
            Self::Sign => sign(false),
            Self::SignNothing => sign(true),
            Self::Unlock => Command::UnlockWeek {
                week,
                reason: filled.text(0),
            }
            .into(),
        }
    }
}

/// The principal's name, where the profile gives it.
fn principal(board: &Board) -> String {
    let person = board.school.principal();
    person.map_or_else(String::new, |person| person.name.clone())
}

/// The fields for moving an anchor: which one where there are several, the new day, the reason.
pub(super) fn anchor_fields(anchors: &[String], to: &str, lang: Lang) -> Vec<Field> {
    let name = |anchor: &String| crate::text::words::anchor(anchor, lang);
    vec![
        Field::choice(words::ANCHOR, anchors.iter().map(name).collect()),
        Field::day(words::NEW_DAY, true).with(to),
        Field::new(screen::REASON),
    ]
}

/// The order to move the chosen anchor.
pub(super) fn anchor_order(anchors: &[String], filled: &Filled<'_>) -> Result<Order, Wrong> {
    let anchor = anchors.get(filled.choice(0)).cloned();
    Ok(Command::MoveAnchor {
        anchor: anchor.unwrap_or_default(),
        to: filled.named_day(1)?,
        reason: filled.optional(2),
    }
    .into())
}
