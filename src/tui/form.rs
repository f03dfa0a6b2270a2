//! Dialogs: a few fields that become one order, and the words of what it will record.

use super::board::Board;
use super::field::Field;
use super::message::Effect;
use crate::assess::ItemIndex;
use crate::checklist::Cadence;
use crate::fact::Evidence;
use crate::text::punctuation::BETWEEN_NAMES;
use crate::text::{Lang, facts, parse_day, parse_day_ahead, refusal, screen, to_ascii};
use crate::workspace::{Command, plan};
use chrono::NaiveDate;

/// What a dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormKind {
    /// The day an item was done, and a remark.
    Tick,
    /// A remark.
    Note,
    /// Who answers for it, who helps, another last day.
    Assign,
    /// Why it does not apply.
    Waive,
    /// A number and the number to reach.
    Measure,
    /// A file or link.
    Attach,
    /// An event's name and day.
    Event,
}

/// A dialog being filled in.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) kind: FormKind,
    pub(super) item: ItemIndex,
    pub(super) fields: Vec<Field>,
    pub(super) focus: usize,
}

/// What is wrong, and what to do about it.
type Wrong = (String, Option<String>);

impl Form {
    /// An empty dialog of that kind; with what is known already filled in.
    pub(super) fn new(kind: FormKind, item: ItemIndex, board: &Board) -> Self {
        let day = || Field::new(screen::DAY).or(screen::TODAY);
        let fields = match kind {
            FormKind::Tick => vec![day(), Field::new(screen::NOTE).or(screen::NOTHING)],
            FormKind::Note => vec![Field::new(screen::NOTE)],
            FormKind::Assign => assignment(item, board),
            FormKind::Waive => vec![Field::new(screen::REASON)],
            FormKind::Measure => measure(item, board, day()),
            FormKind::Attach => vec![Field::new(screen::FILE_OR_LINK), day()],
            FormKind::Event => vec![Field::new(screen::EVENT_NAME), day()],
        };
        Self {
            kind,
            item,
            fields,
            focus: 0,
        }
    }

    /// The field being typed in.
    pub(super) fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    /// Goes to the next field, or the one before; round at the ends.
    pub(super) fn turn(&mut self, forward: bool) {
        let len = self.fields.len().max(1);
        let step = if forward { 1 } else { len - 1 };
        self.focus = (self.focus + step) % len;
    }

    /// What the order will record, in words; or what is wrong with it.
    pub(super) fn preview(&self, board: &Board, lang: Lang) -> Result<String, Wrong> {
        let command = self.command(board, lang)?;
        let facts = plan(&board.premises(), board.circumstances(""), &command)
            .map_err(|refusals| first(&refusals, lang))?;
        let said = facts.iter().map(|fact| match &fact.subject {
            Some(subject) => {
                format!("{} {}", subject.item.item, facts::entry(&fact.entry, lang))
            }
            None => facts::entry(&fact.entry, lang),
        });
        Ok(said.collect::<Vec<_>>().join("\n"))
    }

    /// The effect of filling it in so; or what is wrong with it.
    pub(super) fn effect(&self, board: &Board, lang: Lang) -> Result<Effect, Wrong> {
        let command = self.command(board, lang)?;
        plan(&board.premises(), board.circumstances(""), &command)
            .map_err(|refusals| first(&refusals, lang))?;
        Ok(match command {
            Command::AttachEvidence { item, evidence } => Effect::Attach {
                item,
                source: evidence.source,
                on: evidence.on,
            },
            command => Effect::Execute(command),
        })
    }

    fn command(&self, board: &Board, lang: Lang) -> Result<Command, Wrong> {
        let item = self.item;
        let items = vec![item];
        Ok(match self.kind {
            FormKind::Tick => Command::CompleteItems {
                items,
                on: self.day(0, board, lang)?,
                note: self.optional(1),
                event: None,
            },
            FormKind::Note => Command::NoteItem {
                item,
                text: self.text(0),
                on: board.today,
            },
            FormKind::Assign => Command::AssignItems {
                items,
                to: self.text(0),
                helpers: names(&self.text(1)),
                due: self.coming_day(2, board, lang)?,
            },
            FormKind::Waive => Command::WaiveItems {
                items,
                reason: self.text(0),
            },
            FormKind::Measure => Command::MeasureItem {
                item,
                value: self.number(0, lang)?,
                of: self.optional(1).map(|_| self.number(1, lang)).transpose()?,
                rate: None,
                on: self.day(2, board, lang)?,
                event: None,
            },
            FormKind::Attach => Command::AttachEvidence {
                item,
                evidence: Evidence {
                    source: self.text(0),
                    digest: None,
                    bytes: None,
                    on: self.day(1, board, lang)?,
                },
            },
            FormKind::Event => Command::OpenEvent {
                kind: event_kind(board, item),
                name: self.text(0),
                on: self.coming_day(1, board, lang)?.unwrap_or(board.today),
            },
        })
    }

    fn text(&self, field: usize) -> String {
        let text = self.fields.get(field).map(Field::text);
        text.unwrap_or_default().trim().to_owned()
    }

    fn optional(&self, field: usize) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    fn day(&self, field: usize, board: &Board, lang: Lang) -> Result<NaiveDate, Wrong> {
        match self.optional(field) {
            None => Ok(board.today),
            Some(text) => parse_day(&text, board.today).map_err(|_| refusal::no_day(&text, lang)),
        }
    }

    fn coming_day(
        &self,
        field: usize,
        board: &Board,
        lang: Lang,
    ) -> Result<Option<NaiveDate>, Wrong> {
        let day = |text: String| {
            parse_day_ahead(&text, board.today).map_err(|_| refusal::no_day(&text, lang))
        };
        self.optional(field).map(day).transpose()
    }

    fn number(&self, field: usize, lang: Lang) -> Result<u64, Wrong> {
        let text = self.text(field);
        let digits = to_ascii(&text).replace([',', ' ', '_'], "");
        digits
            .parse()
            .map_err(|_| crate::text::cli::no_number(&text, lang))
    }
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
        fields.push(Field::new(screen::LAST_DAY).or(screen::UNCHANGED));
    }
    fields
}

fn measure(item: ItemIndex, board: &Board, day: Field) -> Vec<Field> {
    let known = board.premises().measure(item, board.today);
    let number = |number: Option<u64>| number.map_or_else(String::new, |n| n.to_string());
    vec![
        Field::new(screen::VALUE).with(&number(known.as_ref().and_then(|m| m.value))),
        Field::new(screen::TARGET).with(&number(known.as_ref().and_then(|m| m.of))),
        day,
    ]
}

/// Names apart by spaces, commas or the Chinese marks.
fn names(text: &str) -> Vec<String> {
    let names = text.split(BETWEEN_NAMES);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn first(refusals: &[crate::workspace::Refusal], lang: Lang) -> Wrong {
    refusals
        .first()
        .map_or_else(Default::default, |refusal| refusal.say(lang))
}
