//! From what was said to what is done: a key or a name, with the number of what it is for.

use super::super::message::{Chosen, Message};
use super::super::update::has_place_for_several;
use super::answer;
use super::console::End;
use super::menu::{self, Kind};
use super::place::{Offer, Place};
use super::{Sight, Stop, Talk};
use crate::fact::FindingId;
use crate::keymap::{Action, Binding};
use crate::text::screen::plain as words;
use crate::text::{key_twin, parse_day_ahead, screen, to_ascii};
use crate::workspace::{MatterRef, Refusal, resolve};
use chrono::NaiveDate;
use std::io::{BufRead, Write};

impl<R: BufRead, W: Write> Talk<R, W> {
    /// Does what a key, a name, an item's number or a date says.
    pub(super) fn said(&mut self, said: &str) -> Result<(), End> {
        let context = self.model()?.context;
        if let Some(binding) = answer::binding(said, context) {
            return self.order(binding);
        }
        if matches!(self.place(), Place::Filters(_)) && answer::are_numbers(said) {
            return self.filter_by(said);
        }
        if let Some(day) = self.day(said)? {
            if matches!(self.place(), Place::Day(_)) {
                self.stops.pop();
            }
            return self.go_on(Place::Day(day));
        }
        let why = match self.named(said)? {
            Ok(place) => return self.go_on(place),
            Err(why) => why,
        };
        match answer::with_numbers(said) {
            Some((word, numbers)) => self.order_on_numbers(word, numbers),
            // It was meant for an item's number.
            None if said.contains(|c: char| key_twin(c).is_ascii_digit()) => self.console.say(&why),
            None => self.say(words::ANSWERS),
        }
    }

    /// The day that is said in the calendar.
    fn day(&self, said: &str) -> Result<Option<NaiveDate>, End> {
        let in_calendar = matches!(self.place(), Place::Calendar | Place::Day(_));
        let day = parse_day_ahead(said, self.model()?.board.today).ok();
        Ok(day.filter(|_| in_calendar))
    }

    /// The item or finding of that number; `Err` says why there is none.
    fn named(&self, said: &str) -> Result<Result<Place, String>, End> {
        let model = self.model()?;
        let finding = FindingId(to_ascii(said).to_uppercase());
        if model.board.history.finding(&finding).is_some() {
            return Ok(Ok(Place::Finding(finding)));
        }
        let premises = model.board.premises();
        Ok(match resolve(&premises, &[said.to_owned()]) {
            Ok(indexes) => {
                let first = indexes.first().map(|index| premises.item_ref(*index));
                first.map(Place::Item).ok_or_else(String::new)
            }
            Err(refusals) => {
                let (what, hint) = Refusal::all_on_screen(&refusals, model.lang);
                Err(screen::failed(&what, hint.as_deref(), model.lang))
            }
        })
    }

    /// Finds items, and goes to the one that is found or to the list of them.
    pub(super) fn find(&mut self, text: &str) -> Result<(), End> {
        let lang = self.model()?.lang;
        let text = match text {
            "" => self.console.ask(words::ASK_FIND.of(lang), lang)?,
            text => text.to_owned(),
        };
        let text = text.trim();
        if text.is_empty() {
            return self.say(words::CANCELLED);
        }
        let place = Place::Found(text.to_owned());
        self.stand(&place)?;
        let found = super::sheet::sheet(self.model()?, &place).list;
        // Filters that leave something out are said with the list.
        let narrowed = !self.model()?.filters.is_empty();
        match &found[..] {
            [] if !narrowed => {
                let nothing = screen::found(0, lang);
                let here = self.place().clone();
                self.stand(&here)?;
                self.console.say(&nothing)
            }
            [Offer::Place(item)] if !narrowed => self.go_on(item.clone()),
            _ => {
                if matches!(self.place(), Place::Found(_)) {
                    self.stops.pop();
                }
                self.go_on(place)
            }
        }
    }

    /// Does an action where the dialogue stands.
    fn order(&mut self, binding: &Binding) -> Result<(), End> {
        match menu::kind(binding.action) {
            Kind::ScreenOnly => self.say(words::SCREEN_ONLY),
            Kind::Mark => self.say(words::WHICH),
            Kind::OnOne if !self.is_of_some(binding.action)? => self.say(words::WHICH),
            _ => self.act(binding.action),
        }
    }

    /// Whether what an action is about is in sight or marked.
    fn is_of_some(&self, action: Action) -> Result<bool, End> {
        let place = self.place();
        let explained = action == Action::Explain && matches!(place, Place::Requirement(..));
        let marked = self.model()?.acts_on_marks() && has_place_for_several(action);
        Ok(explained || place.is_of_one() || marked)
    }

    /// Does an action to what was read out under that number.
    pub(super) fn order_on(&mut self, word: &str, number: usize) -> Result<(), End> {
        let here = self.place().clone();
        let thing = match self.offer(number) {
            None => return self.say(words::NO_CHOICE),
            Some(Offer::Place(place)) if place.is_of_one() => place,
            Some(Offer::Matter(matter)) => {
                self.take(Message::Chose(Chosen::Matter(matter)))?;
                Place::Week
            }
            Some(_) => return self.say(words::NO_ACTION),
        };
        self.stand(&thing)?;
        let binding = answer::binding(word, self.model()?.context);
        let done = match binding {
            None => self.say(words::ANSWERS),
            Some(binding) if menu::kind(binding.action) == Kind::OnOne => {
                self.stops.push(Stop::at(thing));
                let done = self.act(binding.action);
                self.stops.pop();
                done
            }
            Some(_) => self.say(words::NO_ACTION),
        };
        self.stand(&here)?;
        done
    }

    /// Does an action, and says what came of it.
    pub(super) fn act(&mut self, action: Action) -> Result<(), End> {
        match action {
            Action::Go(context) => return self.go(Place::of(context)),
            Action::Find => return self.find(""),
            Action::Help | Action::Palette => return self.list_actions(),
            Action::Back => return self.back(),
            Action::Notices => return self.go_on(Place::Notices),
            Action::Disagreements => return self.go_on(Place::Differences),
            Action::Filter => return self.open_filters(),
            Action::MarkAll => return self.mark_all(),
            _ => {}
        }
        let place = self.place().clone();
        if !self.stand(&place)? {
            return self.say(words::NO_MORE);
        }
        let before = self.sight()?;
        self.press(action)?;
        self.settle()?;
        self.keep_marks(&place)?;
        if self.sight()? != before {
            self.read_out()?;
        }
        Ok(())
    }

    fn sight(&self) -> Result<Sight, End> {
        let model = self.model()?;
        let matter = model.review.matter().map(MatterRef::all_of);
        Ok(Sight {
            lang: model.lang,
            context: model.context,
            week: model.review.week,
            matter: matter.and_then(|matters| matters.into_iter().next()),
            day: model.year.day,
        })
    }
}
