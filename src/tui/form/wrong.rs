//! Which field is wrong, where something is, and what it is called there.

use super::{
    Board, Field, Form, ItemForm, Lang, Refusal, ReviewRefusal, Topic, Wrong, plan, screen,
};
use crate::text::refusal::screen as words;
use crate::text::screen::finding as found;

impl Form {
    /// Goes to the field that is wrong, where one is.
    pub(in crate::tui) fn go_to_wrong(&mut self, board: &Board, lang: Lang) {
        if let Some(field) = self.wrong_field(board, lang) {
            self.focus_on(field);
        }
    }

    /// Goes to the field in which that stands which could not be found when it was to be recorded.
    pub(in crate::tui) fn go_to_refused(&mut self) {
        if matches!(self.topic, Topic::Item(ItemForm::Attach, _)) {
            self.focus_on(0);
        }
    }

    fn wrong_field(&self, board: &Board, lang: Lang) -> Option<usize> {
        let unreadable = self.position(|field| field.is_unreadable(board.today));
        if unreadable.is_some() {
            return unreadable;
        }
        let Ok(order) = self.order(board, lang) else {
            return self.missing().next();
        };
        let by = order.by.as_deref().unwrap_or_default();
        let refused = plan(&board.premises(), board.circumstances(by), &order.command).err()?;
        self.field_of(refused.first()?)
    }

    fn position(&self, is: impl Fn(&Field) -> bool) -> Option<usize> {
        self.fields.iter().position(is)
    }

    /// The fields that are empty and stand for nothing so.
    fn missing(&self) -> impl Iterator<Item = usize> {
        let fields = self.fields.iter().enumerate();
        let missing = fields.filter(|(_, field)| field.is_missing());
        missing.map(|(at, _)| at)
    }

    /// The field that a refusal is about.
    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        let labelled = |label| self.position(|field| field.label == label);
        match refusal {
            Refusal::Empty(_) => self.missing().next(),
            Refusal::TooLong { .. } => {
                let fields = self.fields.iter().enumerate();
                let texts = fields.filter(|(_, field)| field.is_text());
                let longest = texts.max_by_key(|(_, field)| field.text().chars().count());
                longest.map(|(at, _)| at)
            }
            Refusal::AboveTarget { .. } | Refusal::ZeroTarget | Refusal::NoTarget { .. } => {
                labelled(screen::TARGET)
            }
            Refusal::Review(ReviewRefusal::OwnVerification { .. }) => labelled(found::VERIFIER),
            Refusal::Review(ReviewRefusal::OwnerNeeded { .. }) => labelled(found::OWNER),
            Refusal::Review(ReviewRefusal::Limit { .. }) => labelled(found::WITHIN),
            Refusal::Future { .. }
            | Refusal::BeforeAdoption { .. }
            | Refusal::AlreadyDone { .. }
            | Refusal::Review(
                ReviewRefusal::BeforeItsDay { .. }
                | ReviewRefusal::DayIsPast { .. }
                | ReviewRefusal::NotLater { .. }
                | ReviewRefusal::BeforeOpened { .. }
                | ReviewRefusal::AnchorThereAlready { .. }
                | ReviewRefusal::WeekLocked { .. },
            ) => self.position(Field::is_day),
            _ => None,
        }
    }

    /// The refusals in words; what is empty is called as its field is.
    pub(super) fn say(&self, refusals: &[Refusal], lang: Lang) -> Wrong {
        let mut missing = self.missing();
        let said = refusals.iter().map(|refusal| match refusal {
            Refusal::Empty(_) => {
                let field = missing.next().and_then(|at| self.fields.get(at));
                let named = field.map(|field| (words::empty(field.label.of(lang), lang), None));
                named.unwrap_or_else(|| refusal.say_on_screen(lang))
            }
            _ => refusal.say_on_screen(lang),
        });
        let (whats, hints): (Vec<String>, Vec<Option<String>>) = said.unzip();
        let hint = hints.into_iter().next().flatten();
        (screen::reasons(&whats, lang), hint)
    }
}
