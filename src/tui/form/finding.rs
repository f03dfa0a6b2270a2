//! Dialogs about a finding.

use super::{Board, Filled, Order, Wrong};
use crate::assess::ItemIndex;
use crate::fact::FindingId;
use crate::text::screen::{finding as words, keys};
use crate::text::{Lang, Phrase, screen};
use crate::tui::field::Field;
use crate::workspace::{Command, FindingText, WITHIN};

/// What a dialog about a finding asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum FindingForm {
    /// The day it was put right.
    Fix,
    /// Who verified it.
    Verify,
    /// Why it is open again.
    Reopen,
    /// Another limit, and why.
    Limit,
    /// Why it came about, what will be done about it, who answers for it.
    Complete,
}

impl FindingForm {
    pub(super) fn title(self) -> Phrase {
        match self {
            Self::Fix => keys::KEY_FIX,
            Self::Verify => keys::KEY_VERIFY,
            Self::Reopen => keys::KEY_REOPEN,
            Self::Limit => keys::KEY_LIMIT,
            Self::Complete => keys::KEY_COMPLETE,
        }
    }

    pub(super) fn fields(self, finding: &FindingId, board: &Board) -> Vec<Field> {
        match self {
            Self::Fix => {
                let owner = board.history.finding(finding).map(|f| f.owner.as_str());
                vec![
                    Field::day(screen::DAY, false).or(screen::TODAY),
                    Field::new(words::FIXER).with(owner.unwrap_or_default()),
                ]
            }
            Self::Verify => vec![Field::new(words::VERIFIER)],
            Self::Reopen => vec![Field::new(screen::REASON)],
            Self::Limit => vec![
                Field::day(words::NEW_LIMIT, true),
                Field::new(screen::REASON),
            ],
            Self::Complete => {
                let known = board.history.finding(finding);
                let (cause, action) = known.map_or((None, None), |finding| {
                    (finding.cause.as_deref(), finding.action.as_deref())
                });
                vec![
                    Field::new(words::CAUSE).with(cause.unwrap_or_default()),
                    Field::new(words::ACTION).with(action.unwrap_or_default()),
                    Field::new(words::OWNER).with(known.map_or("", |f| &f.owner)),
                    Field::new(screen::NOTE).or(screen::NOTHING),
                ]
            }
        }
    }

    pub(super) fn order(self, finding: &FindingId, filled: &Filled<'_>) -> Result<Order, Wrong> {
        let finding = finding.clone();
        Ok(match self {
            Self::Fix => Command::FixFinding {
                finding,
                fixer: Some(filled.text(1)),
                on: filled.day(0)?,
            }
            .into(),
            Self::Verify => {
                let close = true;
                Order::by(Command::VerifyFinding { finding, close }, filled.text(0))
            }
            Self::Reopen => Command::ReopenFinding {
                finding,
                reason: filled.text(0),
            }
            .into(),
            Self::Limit => Command::UpdateFinding {
                finding,
                cause: None,
                action: None,
                owner: None,
                due: Some(filled.named_day(0)?),
                note: filled.optional(1),
            }
            .into(),
            Self::Complete => Command::UpdateFinding {
                finding,
                cause: filled.optional(0),
                action: filled.optional(1),
                owner: filled.optional(2),
                due: None,
                note: filled.optional(3),
            }
            .into(),
        })
    }
}

/// The fields of a finding on `item`: what is wrong, why, what will be done, who, how long.
pub(super) fn text_fields(text: &str, item: ItemIndex, board: &Board, lang: Lang) -> Vec<Field> {
    let owner = board.premises().owner(item);
    let owner = owner.map_or_else(String::new, |owner| owner.of(lang));
    vec![
        Field::new(words::TEXT).with(text),
        Field::new(words::CAUSE).or(screen::NOTHING),
        Field::new(words::ACTION).or(screen::NOTHING),
        Field::new(words::OWNER).with(&owner),
        Field::number(words::WITHIN).with(&WITHIN.to_string()),
    ]
}

/// What those fields say.
pub(super) fn text(filled: &Filled<'_>) -> Result<FindingText, Wrong> {
    let within = filled.optional_number(4)?;
    Ok(FindingText {
        text: filled.text(0),
        cause: filled.optional(1),
        action: filled.optional(2),
        owner: filled.optional(3),
        within: within.map(|days| u32::try_from(days).unwrap_or(u32::MAX)),
    })
}
