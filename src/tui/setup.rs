//! The first run: three questions, with the checklists to read beside them.

use super::field::Field;
use super::message::{Effect, Message};
use super::theme::{Outfit, Theme};
use super::view;
use crate::checklist::Checklist;
use crate::keymap::{self, Action, Key, Layer};
use crate::school::{Adoption, School, SchoolKind};
use crate::text::{Lang, screen as words};
use crate::workspace::catalog::Offer;
use crate::workspace::setup::default_id;
use chrono::NaiveDate;
use ratatui::layout::Position;

/// The state of the first run.
#[derive(Debug, Clone)]
pub(super) struct Setup {
    pub(super) lang: Lang,
    pub(super) size: (u16, u16),
    pub(super) outfit: Outfit,
    pub(super) theme: Theme,
    pub(super) name: Field,
    pub(super) kind: SchoolKind,
    pub(super) offers: Vec<Choice>,
    /// The checklist that the arrows stand on.
    pub(super) at: usize,
    pub(super) focus: Focus,
    /// The first line of the checklists that is shown.
    pub(super) top: usize,
    pub(super) wrong: Option<String>,
    today: NaiveDate,
}

/// A checklist on offer, chosen or not.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) checklist: Checklist,
    pub(super) chosen: bool,
}

/// Which question is being answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    Name,
    Kind,
    Checklists,
    Begin,
}

const ORDER: [Focus; 4] = [Focus::Name, Focus::Kind, Focus::Checklists, Focus::Begin];

/// How many lines a page of reading is.
const PAGE: i64 = 8;

impl Setup {
    pub(super) fn new(
        offers: Vec<Offer>,
        lang: Lang,
        size: (u16, u16),
        outfit: Outfit,
        today: NaiveDate,
    ) -> Self {
        let offers = offers.into_iter().map(|offer| Choice {
            checklist: offer.checklist,
            chosen: true,
        });
        Self {
            lang,
            size,
            outfit,
            theme: outfit.theme(),
            name: Field::new(words::ASK_NAME),
            kind: SchoolKind::Primary,
            offers: offers.collect(),
            at: 0,
            focus: Focus::Name,
            top: 0,
            wrong: None,
            today,
        }
    }

    /// Whether the checklist may be adopted by the kind of school that is chosen.
    pub(super) fn fits(&self, choice: &Choice) -> bool {
        choice.checklist.is_for(self.kind)
    }

    /// Takes a message in.
    pub(super) fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Pressed(key) => return self.press(key),
            Message::Clicked(x, y) | Message::DoubleClicked(x, y) => return self.click(x, y),
            Message::Pasted(text) => self.name.type_text(&text),
            Message::Resized(width, height) => self.size = (width, height),
            Message::Seen(answer) => {
                self.outfit.terminal = answer;
                self.theme = self.outfit.theme();
            }
            Message::Scrolled(lines, _) => self.scroll(lines.into()),
            Message::Failed(what, hint) => {
                self.wrong = Some(words::failed(&what, hint.as_deref(), self.lang));
            }
            _ => {}
        }
        Vec::new()
    }

    /// A click on a key presses it.
    fn click(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let (hints, area) = view::setup_hints(self);
        let key = hints.key_at(area, Position::new(x, y));
        key.map_or_else(Vec::new, |key| self.press(key))
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.wrong = None;
        match keymap::action_over(key, Layer::Setup) {
            Some(Action::Quit) => return vec![Effect::Quit],
            Some(Action::Suspend) => return vec![Effect::Suspend],
            Some(Action::Tour) => return vec![Effect::Demo],
            Some(Action::Language) => self.lang = self.lang.other(),
            Some(Action::PageDown) => self.scroll(PAGE),
            Some(Action::PageUp) => self.scroll(-PAGE),
            Some(Action::Accept) if self.focus == Focus::Begin => return self.begin(),
            Some(Action::NextField | Action::Accept) => self.turn(1),
            Some(Action::PreviousField) => self.turn(ORDER.len() - 1),
            _ => self.answer(key),
        }
        Vec::new()
    }

    fn turn(&mut self, by: usize) {
        let at = ORDER.iter().position(|focus| *focus == self.focus);
        self.focus = ORDER[(at.unwrap_or(0) + by) % ORDER.len()];
    }

    fn answer(&mut self, key: Key) {
        match (self.focus, key.as_command()) {
            (Focus::Name, _) => drop(self.name.press(key)),
            (Focus::Kind, Key::Right | Key::Char(' ')) => self.next_kind(1),
            (Focus::Kind, Key::Left) => self.next_kind(SchoolKind::ALL.len() - 1),
            (Focus::Checklists, Key::Right) => {
                self.at = (self.at + 1) % self.offers.len().max(1);
            }
            (Focus::Checklists, Key::Left) => {
                let len = self.offers.len().max(1);
                self.at = (self.at + len - 1) % len;
            }
            (Focus::Checklists, Key::Char(' ')) => {
                if let Some(choice) = self.offers.get_mut(self.at) {
                    choice.chosen = !choice.chosen;
                }
            }
            _ => {}
        }
    }

    fn next_kind(&mut self, by: usize) {
        let at = SchoolKind::ALL.iter().position(|kind| *kind == self.kind);
        self.kind = SchoolKind::ALL[(at.unwrap_or(0) + by) % SchoolKind::ALL.len()];
    }

    fn scroll(&mut self, lines: i64) {
        let last = i64::try_from(self.reading().len()).unwrap_or(0) - 1;
        let top = i64::try_from(self.top).unwrap_or(0) + lines;
        self.top = usize::try_from(top.clamp(0, last.max(0))).unwrap_or(0);
    }

    /// The checklists as lines to read: each line's indent and text.
    pub(super) fn reading(&self) -> Vec<(usize, String)> {
        let lang = self.lang;
        let mut lines = Vec::new();
        for choice in &self.offers {
            let checklist = &choice.checklist;
            lines.push((0, checklist.title.of(lang).to_owned()));
            for requirement in &checklist.requirements {
                let title = requirement.title.of(lang);
                lines.push((1, format!("{} {title}", requirement.id)));
                let items = requirement
                    .items
                    .iter()
                    .filter(|item| item.is_for(self.kind));
                lines.extend(items.map(|i| (2, format!("{}  {}", i.id, i.text.of(lang)))));
            }
        }
        lines
    }

    fn begin(&mut self) -> Vec<Effect> {
        let name = self.name.text().trim().to_owned();
        let chosen: Vec<&Choice> = self
            .offers
            .iter()
            .filter(|choice| choice.chosen && self.fits(choice))
            .collect();
        let missing = match (name.is_empty(), chosen.is_empty()) {
            (true, _) => Some((words::NEEDS_NAME, Focus::Name)),
            (_, true) => Some((words::NEEDS_CHECKLIST, Focus::Checklists)),
            _ => None,
        };
        if let Some((what, focus)) = missing {
            self.wrong = Some(what.of(self.lang).to_owned());
            self.focus = focus;
            return Vec::new();
        }
        let Some(id) = default_id(&name).or_else(|| "school".parse().ok()) else {
            return Vec::new();
        };
        let mut school = School::new(id, name, self.kind);
        school.language = Some(self.lang);
        school.checklists = chosen
            .iter()
            .map(|choice| Adoption::starting(choice.checklist.id.clone(), self.today))
            .collect();
        vec![Effect::SetUp {
            school: Box::new(school),
            lang: self.lang,
        }]
    }
}
