//! Dialogs: a few fields that become one order, and the words of what it will record.

mod batch;
mod days;
mod finding;
mod item;
mod review;
mod wrong;

pub(super) use batch::BatchForm;
pub(super) use finding::FindingForm;
pub(super) use item::ItemForm;
pub(super) use review::{RulingForm, WeekForm};

use super::batch::batch;
use super::board::Board;
use super::field::Field;
use super::message::{Effect, Order};
use crate::assess::ItemIndex;
use crate::calendar::Week;
use crate::fact::FindingId;
use crate::keymap::{Action, Layer};
use crate::text::punctuation::BETWEEN_NAMES;
use crate::text::screen::keys;
use crate::text::{Lang, Phrase, facts, parse_day, parse_day_ahead, refusal, screen};
use crate::workspace::{Command, MatterRef, Refusal, ReviewRefusal, plan};
use chrono::NaiveDate;
use std::collections::HashSet;

/// What a dialog asks for, and what about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Topic {
    Item(ItemForm, ItemIndex),
    /// Something about several items, all alike.
    Items(BatchForm, Vec<ItemIndex>),
    Finding(FindingForm, FindingId),
    /// A decision of the review of a week about matters, all alike.
    Matters(RulingForm, Week, Vec<MatterRef>),
    Week(WeekForm, Week),
    /// Moving one of the days that dates are counted from; to the day written here.
    Anchor(Vec<String>, String),
}

/// A dialog being filled in.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) topic: Topic,
    pub(super) fields: Vec<Field>,
    pub(super) focus: usize,
    /// Whether anything was filled in since it was opened.
    touched: bool,
}

/// What is wrong, and what to do about it.
type Wrong = (String, Option<String>);

impl Topic {
    fn fields(&self, board: &Board, lang: Lang) -> Vec<Field> {
        match self {
            Self::Item(kind, item) => kind.fields(*item, board, lang),
            Self::Items(kind, items) => kind.fields(items, board),
            Self::Finding(kind, finding) => kind.fields(finding, board),
            Self::Matters(kind, week, matters) => kind.fields(*week, matters, board, lang),
            Self::Week(kind, _) => kind.fields(board),
            Self::Anchor(anchors, to) => review::anchor_fields(anchors, to, lang),
        }
    }

    /// What the dialog is for.
    pub(super) fn title(&self) -> Phrase {
        match self {
            Self::Item(kind, _) => kind.title(),
            Self::Items(kind, _) => kind.title(),
            Self::Finding(kind, _) => kind.title(),
            Self::Matters(kind, ..) => kind.title(),
            Self::Week(kind, _) => kind.title(),
            Self::Anchor(..) => keys::KEY_ANCHOR,
        }
    }

    /// What it is about, by its short name.
    pub(super) fn subject(&self, board: &Board, lang: Lang) -> String {
        match self {
            Self::Item(_, item) => board.item(*item).id.to_string(),
            Self::Items(_, items) => screen::find::items(items.len(), lang),
            Self::Finding(_, finding) => finding.to_string(),
            Self::Matters(_, _, matters) => {
                let item = matters.first().map(|matter| board.item(matter.item));
                item.map_or_else(String::new, |item| item.id.to_string())
            }
            Self::Week(_, week) => week.to_string(),
            Self::Anchor(..) => String::new(),
        }
    }
}

impl Form {
    /// A dialog of that kind, with what is known already filled in.
    pub(super) fn new(topic: Topic, board: &Board, lang: Lang) -> Self {
        let fields = topic.fields(board, lang);
        // Where there is one thing to choose from, nothing is to be chosen.
        let chosen = |field: &Field| field.choices().len() == 1;
        Self {
            focus: fields.iter().take_while(|field| chosen(field)).count(),
            fields,
            topic,
            touched: false,
        }
    }

    /// The field being typed in.
    pub(super) fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    /// Takes note of something that was filled in.
    pub(super) fn touch(&mut self) {
        self.touched = true;
    }

    /// Whether anything was filled in since it was opened.
    pub(super) fn is_touched(&self) -> bool {
        self.touched
    }

    /// Whether every field is filled in, or stands for something while it is empty.
    pub(super) fn is_complete(&self) -> bool {
        let mut fields = self.fields.iter();
        fields.all(|field| !field.is_missing())
    }

    /// Goes to that field.
    pub(super) fn focus_on(&mut self, field: usize) {
        self.focus = field.min(self.fields.len().saturating_sub(1));
    }

    /// The layers whose keys work in the field being typed in, those that come first before others.
    pub(super) fn layers(&self) -> impl Iterator<Item = Layer> {
        let of_field = self.fields.get(self.focus).and_then(Field::layer);
        of_field.into_iter().chain([Layer::Form])
    }

    /// Whether an action makes sense in the field being typed in.
    pub(super) fn has_place(&self, action: Action) -> bool {
        match action {
            Action::Editor => self.fields.get(self.focus).is_some_and(Field::is_text),
            Action::NextField | Action::PreviousField => self.fields.len() > 1,
            _ => true,
        }
    }

    /// Goes to the next field, or the one before; round at the ends.
    pub(super) fn turn(&mut self, forward: bool) {
        let len = self.fields.len().max(1);
        let step = if forward { 1 } else { len - 1 };
        self.focus = (self.focus + step) % len;
    }

    /// What the order will record, in words; or what is wrong with it.
    pub(super) fn preview(&self, board: &Board, lang: Lang) -> Result<String, Wrong> {
        let (_, said) = self.planned(board, lang)?;
        Ok(said.join("\n"))
    }

    /// The effect of filling it in so; or what is wrong with it.
    pub(super) fn effect(&self, board: &Board, lang: Lang) -> Result<Effect, Wrong> {
        let (order, _) = self.planned(board, lang)?;
        Ok(match order.command {
            Command::AttachEvidence { item, evidence } => Effect::Attach {
                item,
                source: evidence.source,
                on: evidence.on,
            },
            _ => Effect::Execute(order),
        })
    }

    /// Why the order cannot be carried out even when every empty field is filled in: `Err` where
    /// nothing that is typed helps, `Ok` where a week is locked, which another day may not be in.
    pub(super) fn obstacle(&self, board: &Board, lang: Lang) -> Result<Option<Wrong>, Wrong> {
        if let Topic::Items(..) = self.topic {
            // What cannot be done for some may be done for others.
            return Ok(None);
        }
        let mut filled = self.clone();
        for field in filled.fields.iter_mut().filter(|field| field.is_empty()) {
            // A day, and a text as good as any.
            field.type_text(screen::TODAY.of(lang));
        }
        let Ok(order) = filled.order(board, lang) else {
            return Ok(None);
        };
        let by = order.by.as_deref().unwrap_or_default();
        let planned = plan(&board.premises(), board.circumstances(by), &order.command);
        let Err(refusals) = planned else {
            return Ok(None);
        };
        if refusals.iter().any(Refusal::stands) {
            return Err(Refusal::all_on_screen(&refusals, lang));
        }
        let lock = refusals.iter().find(|refusal| refusal.is_lock());
        Ok(lock.map(|lock| lock.say_on_screen(lang)))
    }

    /// The order, with what it will record in words.
    fn planned(&self, board: &Board, lang: Lang) -> Result<(Order, Vec<String>), Wrong> {
        let order = self.order(board, lang)?;
        if let Topic::Items(..) = self.topic {
            let batch = batch(&order.command, None, board, lang)?;
            return Ok((batch.order, batch.said));
        }
        let by = order.by.as_deref().unwrap_or_default();
        let facts = plan(&board.premises(), board.circumstances(by), &order.command)
            .map_err(|refusals| self.say(&refusals, lang))?;
        let said = facts
            .iter()
            .map(|fact| facts::about(fact.subject.as_ref(), &fact.entry, lang));
        let mut said: Vec<String> = said.collect();
        // One decision about several days says the same of each.
        let mut seen = HashSet::new();
        said.retain(|line| seen.insert(line.clone()));
        if let Command::MoveAnchor { anchor, .. } = &order.command {
            let moved = board.moved_by(anchor);
            said.push(screen::week::moved_items(moved, lang));
        }
        Ok((order, said))
    }

    fn order(&self, board: &Board, lang: Lang) -> Result<Order, Wrong> {
        let filled = Filled {
            fields: &self.fields,
            board,
            lang,
        };
        match &self.topic {
            Topic::Item(kind, item) => kind.order(*item, &filled),
            Topic::Items(kind, items) => kind.order(items, &filled),
            Topic::Finding(kind, finding) => kind.order(finding, &filled),
            Topic::Matters(kind, week, matters) => kind.order(*week, matters, &filled),
            Topic::Week(kind, week) => Ok(kind.order(*week, &filled)),
            Topic::Anchor(anchors, _) => review::anchor_order(anchors, &filled),
        }
    }
}

/// The fields as they are filled in.
struct Filled<'a> {
    fields: &'a [Field],
    board: &'a Board,
    lang: Lang,
}

impl Filled<'_> {
    fn text(&self, field: usize) -> String {
        let text = self.fields.get(field).map(Field::text);
        text.unwrap_or_default().trim().to_owned()
    }

    fn optional(&self, field: usize) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    /// Which of the choices is chosen.
    fn choice(&self, field: usize) -> usize {
        self.fields.get(field).map_or(0, Field::chosen)
    }

    fn day(&self, field: usize) -> Result<NaiveDate, Wrong> {
        Ok(self.optional_day(field)?.unwrap_or(self.board.today))
    }

    fn optional_day(&self, field: usize) -> Result<Option<NaiveDate>, Wrong> {
        let day = |text: String| {
            parse_day(&text, self.board.today).map_err(|_| refusal::no_day(&text, self.lang))
        };
        self.optional(field).map(day).transpose()
    }

    /// A day that may lie ahead.
    fn coming_day(&self, field: usize) -> Result<Option<NaiveDate>, Wrong> {
        let day = |text: String| {
            parse_day_ahead(&text, self.board.today)
                .map_err(|_| refusal::no_day_ahead(&text, self.lang))
        };
        self.optional(field).map(day).transpose()
    }

    /// A day that may lie ahead and has to be named.
    fn named_day(&self, field: usize) -> Result<NaiveDate, Wrong> {
        let day = self.coming_day(field)?;
        day.ok_or_else(|| refusal::day_needed(self.lang))
    }

    fn number(&self, field: usize) -> Result<u64, Wrong> {
        let text = self.text(field);
        let number = self.fields.get(field).and_then(Field::number_typed);
        number.ok_or_else(|| crate::text::cli::no_number(&text, self.lang))
    }

    fn optional_number(&self, field: usize) -> Result<Option<u64>, Wrong> {
        let number = self.optional(field).map(|_| self.number(field));
        number.transpose()
    }

    /// Names apart by spaces, commas or the Chinese marks.
    fn names(&self, field: usize) -> Vec<String> {
        let text = self.text(field);
        let names = text.split(BETWEEN_NAMES);
        names
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect()
    }
}
