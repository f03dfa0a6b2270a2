//! Reading out: a place with its list, a page of it at a time, and what can be done there.

use super::super::message::{Chosen, Message};
use super::super::model::Model;
use super::console::End;
use super::place::{Offer, Place};
use super::{PAGE, Talk, menu, sheet};
use crate::keymap::{Action, Context, Key};
use crate::text::screen::plain as words;
use std::io::{BufRead, Write};

impl<R: BufRead, W: Write> Talk<R, W> {
    /// Reads out the place where the dialogue stands.
    pub(super) fn read_out(&mut self) -> Result<(), End> {
        if *self.place() == Place::Matters && self.model()?.context == Context::Summary {
            // The last matter is decided.
            self.stops.pop();
        }
        let place = self.place().clone();
        let from = self.stops.last().map_or(0, |stop| stop.from);
        let (lines, offered) = read(self.model()?, &place, from);
        self.offered = offered;
        for line in lines {
            self.console.say(&line)?;
        }
        Ok(())
    }

    /// Goes on in a list, or to the next matter, week or day; or back.
    pub(super) fn turn(&mut self, forward: bool) -> Result<(), End> {
        let place = self.place().clone();
        match place {
            Place::Week => self.turn_matter(forward),
            Place::Calendar => {
                let key = if forward { Key::PageDown } else { Key::PageUp };
                self.take(Message::Pressed(key))?;
                self.read_out()
            }
            Place::Day(day) => {
                let day = if forward {
                    day.succ_opt()
                } else {
                    day.pred_opt()
                };
                let place = Place::Day(day.unwrap_or_default());
                self.stops.pop();
                self.go_on(place)
            }
            _ if place.is_of_one() => self.turn_thing(forward),
            _ => self.turn_page(forward),
        }
    }

    fn turn_matter(&mut self, forward: bool) -> Result<(), End> {
        let at = self.model()?.review.cursor.at;
        let in_queue = self.model()?.context == Context::Week;
        if in_queue {
            self.press(if forward { Action::Down } else { Action::Up })?;
        }
        if !in_queue || self.model()?.review.cursor.at == at {
            return self.say(words::NO_MORE);
        }
        self.read_out()
    }

    /// Goes to the next thing of the list from which this one was chosen.
    fn turn_thing(&mut self, forward: bool) -> Result<(), End> {
        let came_from = self.stops.iter_mut().rev().nth(1);
        let next = came_from.and_then(|stop| {
            let (list, at) = stop.chosen.as_mut()?;
            let next = if forward { *at + 1 } else { at.checked_sub(1)? };
            match list.get(next)? {
                Offer::Place(place) if place.is_of_one() => {
                    *at = next;
                    Some(place.clone())
                }
                _ => None,
            }
        });
        match next {
            Some(place) => {
                self.stops.pop();
                self.go_on(place)
            }
            None => self.say(words::NO_MORE),
        }
    }

    fn turn_page(&mut self, forward: bool) -> Result<(), End> {
        let place = self.place().clone();
        let from = self.stops.last().map_or(0, |stop| stop.from);
        let next = if forward {
            Some(from + PAGE)
        } else {
            from.checked_sub(PAGE)
        };
        let Some(next) = next else {
            return self.say(words::NO_MORE);
        };
        if place == Place::Record {
            // More of the record is read where its end comes near.
            self.take(Message::Chose(Chosen::Entry(next + PAGE)))?;
        }
        if next >= sheet::sheet(self.model()?, &place).list.len() {
            return self.say(words::NO_MORE);
        }
        if let Some(stop) = self.stops.last_mut() {
            stop.from = next;
        }
        self.read_out()
    }

    /// Reads out everything that can be done here; its numbers are what is chosen from then.
    pub(super) fn list_actions(&mut self) -> Result<(), End> {
        let place = self.place().clone();
        self.stand(&place)?;
        let model = self.model()?;
        let lang = model.lang;
        let (at_once, with_number) = menu::all(model, &place);
        let mut lines = vec![words::ACTIONS.of(lang).to_owned()];
        let texts = at_once.iter().enumerate();
        lines.extend(texts.map(|(at, offer)| {
            let text = sheet::text(model, &place, at, offer);
            words::numbered(at + 1, &text)
        }));
        lines.extend(with_number.iter().filter_map(|binding| {
            let key = binding.keys.first()?.name(lang);
            Some(words::action_on(binding.text.of(lang), &key, lang))
        }));
        lines.push(words::EVERYWHERE.of(lang).to_owned());
        self.offered = at_once;
        for line in lines {
            self.console.say(&line)?;
        }
        Ok(())
    }
}

/// The lines of a place from a part of its list on, and what its numbers choose.
fn read(model: &Model, place: &Place, from: usize) -> (Vec<String>, Vec<Offer>) {
    let sheet = sheet::sheet(model, place);
    let of = sheet.list.len();
    let from = if from < of { from } else { 0 };
    let to = (from + PAGE).min(of);
    let mut lines = if from == 0 { sheet.lines } else { Vec::new() };
    let mut offered = sheet.list;
    for (at, offer) in offered.iter().enumerate().take(to).skip(from) {
        let above = sheet.headings.iter().filter(|(before, _)| *before == at);
        lines.extend(above.map(|(_, heading)| heading.clone()));
        let text = sheet::text(model, place, at, offer);
        lines.push(words::numbered(at + 1, &text));
    }
    if sheet.goes_on {
        lines.push(words::more_of_many(from + 1, to, model.lang));
    } else if to - from < of {
        lines.push(words::more(from + 1, to, of, model.lang));
    }
    for (at, offer) in sheet.menu.iter().enumerate() {
        let text = sheet::text(model, place, of + at, offer);
        lines.push(words::numbered(of + at + 1, &text));
    }
    offered.extend(sheet.menu);
    (lines, offered)
}
