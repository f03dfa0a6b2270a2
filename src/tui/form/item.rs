//! Dialogs about an item.

use super::days::{self, day_or};
use super::{BatchForm, Board, Filled, Order, Wrong, finding};
use crate::assess::ItemIndex;
use crate::checklist::Cadence;
use crate::fact::{Evidence, Verdict};
use crate::text::screen::{finding as said, keys};
use crate::text::{Lang, Phrase, screen};
use crate::tui::field::Field;
use crate::workspace::Command;

/// What a dialog about an item asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum ItemForm {
    /// The day it was done, and a remark.
    Tick,
    /// A remark.
    Note,
    /// Who answers for it, who helps, another last day.
    Assign,
    /// Why it does not apply.
    Waive,
    /// A later last day, and why.
    Postpone,
    /// A number, the number to reach, how many can be done a day.
    Measure,
    /// A file or link.
    Attach,
    /// An event's name and day.
    Event,
    /// Something wrong, and what will be done about it.
    Raise,
    /// An inspector's verdict.
    Inspect,
}

impl ItemForm {
    pub(super) fn title(self) -> Phrase {
        match self {
            Self::Tick => keys::KEY_TICK_ON,
            Self::Note => keys::KEY_NOTE,
            Self::Assign => keys::KEY_ASSIGN,
            Self::Waive => keys::KEY_WAIVE,
            Self::Postpone => keys::KEY_POSTPONE,
            Self::Measure => keys::KEY_MEASURE,
            Self::Attach => keys::KEY_ATTACH,
            Self::Event => keys::KEY_EVENT,
            Self::Raise => said::RAISE,
            Self::Inspect => said::INSPECT,
        }
    }

    pub(super) fn fields(self, item: ItemIndex, board: &Board, lang: Lang) -> Vec<Field> {
        let day = || Field::day(screen::DAY, false).or(screen::TODAY);
        let note = || Field::new(screen::NOTE).or(screen::NOTHING);
        match self {
            Self::Tick => vec![day_or(day(), days::missed_day(item, board)), note()],
            Self::Note => vec![Field::new(screen::NOTE)],
            Self::Assign => assignment(item, board),
            Self::Waive => vec![Field::new(screen::REASON)],
            Self::Postpone => vec![
                Field::day(said::NEW_LIMIT, true),
                Field::new(screen::REASON),
            ],
            Self::Measure => measure(item, board, day()),
            Self::Attach => vec![Field::new(screen::FILE_OR_LINK), day()],
            Self::Event => vec![
                Field::new(screen::EVENT_NAME),
                Field::day(screen::DAY, true).or(screen::TODAY),
            ],
            Self::Raise => {
                let mut fields = finding::text_fields("", item, board, lang);
                fields.push(Field::choice(said::SOURCE, names(said::SOURCES, lang)));
                fields
            }
            Self::Inspect => vec![
                Field::choice(said::VERDICT, names(said::VERDICTS, lang)),
                note(),
                Field::new(said::INSPECTOR),
            ],
        }
    }

    pub(super) fn order(self, item: ItemIndex, filled: &Filled<'_>) -> Result<Order, Wrong> {
        let today = filled.board.today;
        let command = match self {
            Self::Tick => return BatchForm::Tick.order(&[item], filled),
            Self::Assign => return BatchForm::Assign.order(&[item], filled),
            Self::Waive => return BatchForm::Waive.order(&[item], filled),
            Self::Postpone => return BatchForm::Postpone.order(&[item], filled),
            Self::Note => Command::NoteItem {
                item,
                text: filled.text(0),
                on: today,
            },
            Self::Measure => Command::MeasureItem {
                item,
                value: filled.number(0)?,
                of: filled.optional_number(1)?,
                rate: filled.optional_number(2)?,
                on: filled.day(3)?,
                event: None,
            },
            Self::Attach => Command::AttachEvidence {
                item,
                evidence: Evidence {
                    source: filled.text(0),
                    digest: None,
                    bytes: None,
                    on: filled.day(1)?,
                },
            },
            Self::Event => Command::OpenEvent {
                kind: event_kind(filled.board, item),
                name: filled.text(0),
                on: filled.coming_day(1)?.unwrap_or(today),
            },
            Self::Raise => Command::RaiseFinding {
                item,
                source: said::source(filled.choice(5)),
                finding: finding::text(filled)?,
                on: today,
            },
            Self::Inspect => return Ok(inspection(item, filled)),
        };
        Ok(command.into())
    }
}

fn names(phrases: &[Phrase], lang: Lang) -> Vec<String> {
    phrases.iter().map(|p| p.of(lang).to_owned()).collect()
}

/// An inspector's verdict, recorded by that inspector.
fn inspection(item: ItemIndex, filled: &Filled<'_>) -> Order {
    let verdict = Verdict::ALL.get(filled.choice(0));
    let command = Command::InspectItem {
        item,
        verdict: *verdict.unwrap_or(&Verdict::Pass),
        note: filled.optional(1),
        on: filled.board.today,
    };
    Order::by(command, filled.text(2))
}

/// The kind of event that an item is for; empty for other items.
fn event_kind(board: &Board, item: ItemIndex) -> String {
    match &board.item(item).cadence {
        Cadence::Each(kind) => kind.clone(),
        _ => String::new(),
    }
}

fn assignment(item: ItemIndex, board: &Board) -> Vec<Field> {
    let known = board.premises().item_history(item);
    let known = known.and_then(|history| history.assignment.as_ref());
    let to = known.map_or("", |assignment| assignment.to.as_str());
    let helpers = known.map_or_else(String::new, |a| a.helpers.join(" "));
    let mut fields = vec![
        Field::new(screen::OWNER).with(to),
        Field::new(screen::HELPERS)
            .with(&helpers)
            .or(screen::NOTHING),
    ];
    if matches!(board.item(item).cadence, Cadence::Once | Cadence::Termly) {
        fields.push(Field::day(screen::LAST_DAY, true).or(screen::UNCHANGED));
    }
    fields
}

fn measure(item: ItemIndex, board: &Board, day: Field) -> Vec<Field> {
    let premises = board.premises();
    let known = premises.measure(item, board.today);
    let measured = premises.item_history(item).map(|h| &h.measurements);
    let rate = measured.and_then(|all| all.values().rev().find_map(|number| number.rate));
    let number = |number: Option<u64>| number.map_or_else(String::new, |n| n.to_string());
    vec![
        Field::number(screen::VALUE).with(&number(known.as_ref().and_then(|m| m.value))),
        Field::number(screen::TARGET).with(&number(known.as_ref().and_then(|m| m.of))),
        Field::number(screen::RATE)
            .with(&number(rate))
            .or(screen::NOTHING),
        day,
    ]
}
