//! The linear mode: what the screen does, as a numbered dialogue for screen readers, dumb terminals
//! and scripts. Lines of text go out, lines of text come in.
//!
//! It stands on the same model and the same table of keys: an answer becomes the key or message
//! that the screen would have sent, and what the model then shows is read out. Nothing is decided
//! here that is not decided there.

mod answer;
mod console;
mod fill;
mod menu;
mod order;
mod place;
mod reading;
mod several;
mod sheet;
mod start;

use super::driver::{Desk, Opening, Page, ScreenError};
use super::keeper::{Keeper, Signals};
use super::message::{Chosen, Message};
use super::model::{List, Model};
use super::tree::Row;
use crate::calendar::Week;
use crate::find::Choice;
use crate::keymap::{self, Action, Context, Key};
use crate::text::screen::plain as words;
use crate::text::{Lang, Phrase};
use crate::workspace::MatterRef;
use answer::Answer;
use chrono::NaiveDate;
use console::{Console, End};
use place::{Offer, Place};
use several::Several;
use std::io::{self, BufRead, IsTerminal, Write};

/// How many things of a list are read out at a time.
const PAGE: usize = 20;

/// Talks line by line on the standard input and output, until the user quits or the input ends.
///
/// # Errors
/// Where the home cannot be opened, or lines be written.
pub fn run_plain(opening: Opening) -> Result<(), ScreenError> {
    let keeper = Keeper::new(opening.home.place_file());
    let desk = Desk::open(opening)?;
    if let Some(folder) = desk.leftover() {
        keeper.keep(None, Some(folder));
        let at_end = keeper.clone();
        Signals::hold()?.heed(|| (), move || at_end.end());
    }
    let echoes = !io::stdin().is_terminal();
    talk(desk, io::stdin().lock(), io::stdout().lock(), echoes)?;
    Ok(())
}

/// Talks with somebody at a desk until there is an end; `echoes` where nobody sees the input.
pub(super) fn talk(
    desk: Desk,
    input: impl BufRead,
    output: impl Write,
    echoes: bool,
) -> io::Result<()> {
    let mut talk = Talk {
        desk,
        console: Console::new(input, output, echoes),
        stops: vec![Stop::at(Place::Home)],
        offered: Vec::new(),
        several: Several::default(),
    };
    match talk.run() {
        Ok(never) => match never {},
        Err(end) => end.outcome(),
    }
}

/// A dialogue.
struct Talk<R, W> {
    desk: Desk,
    console: Console<R, W>,
    /// Where it stands, after where it came from.
    stops: Vec<Stop>,
    /// What was read out last, in the order of its numbers.
    offered: Vec<Offer>,
    several: Several,
}

/// A place on the way to where the dialogue stands.
#[derive(Debug, Clone)]
struct Stop {
    place: Place,
    /// The first of its list that is read out.
    from: usize,
    /// What was chosen there on the way on: its list then, and the place in that.
    chosen: Option<(Vec<Offer>, usize)>,
}

impl Stop {
    fn at(place: Place) -> Self {
        Self {
            place,
            from: 0,
            chosen: None,
        }
    }
}

/// What can come into sight by itself after an action, and is read out then.
#[derive(PartialEq)]
struct Sight {
    lang: Lang,
    context: Context,
    week: Week,
    matter: Option<MatterRef>,
    day: NaiveDate,
}

impl<R: BufRead, W: Write> Talk<R, W> {
    fn run(&mut self) -> Result<std::convert::Infallible, End> {
        self.set_up()?;
        self.take(Message::Drawn)?;
        self.say(words::HOW)?;
        self.read_out()?;
        loop {
            let lang = self.model()?.lang;
            let prompt = words::prompt(&self.name()?, lang);
            let line = self.console.ask(&prompt, lang)?;
            self.desk.look_up();
            self.desk.look_at_the_day();
            self.answer(&line)?;
        }
    }

    /// The model; there is none before the school is set up, and the dialogue none without it.
    fn model(&self) -> Result<&Model, End> {
        match &self.desk.page {
            Page::Main(model) => Ok(model),
            Page::Setup(_) => Err(End::Quit),
        }
    }

    fn place(&self) -> &Place {
        self.stops.last().map_or(&Place::Home, |stop| &stop.place)
    }

    fn say(&mut self, phrase: Phrase) -> Result<(), End> {
        let lang = self.desk.page.lang();
        self.console.say(phrase.of(lang))
    }

    fn take(&mut self, message: Message) -> Result<(), End> {
        if self.desk.take(message) {
            return Err(End::Quit);
        }
        Ok(())
    }

    /// Gives the model the key of an action.
    fn press(&mut self, action: Action) -> Result<(), End> {
        let mut bindings = keymap::bindings(self.model()?.context);
        let binding = bindings.find(|binding| binding.action == action);
        match binding.and_then(|binding| binding.keys.first()) {
            Some(key) => self.take(Message::Pressed(*key)),
            None => Ok(()),
        }
    }

    fn answer(&mut self, line: &str) -> Result<(), End> {
        match Answer::of(line) {
            Answer::Again => self.read_out(),
            Answer::Back => self.back(),
            Answer::Number(number) => self.choose(number),
            Answer::More => self.turn(true),
            Answer::Before => self.turn(false),
            Answer::Actions => self.list_actions(),
            Answer::Find(text) => self.find(&text),
            Answer::Said(said) => self.said(&said),
        }
    }

    fn offer(&self, number: usize) -> Option<Offer> {
        self.offered.get(number.checked_sub(1)?).cloned()
    }

    fn choose(&mut self, number: usize) -> Result<(), End> {
        match self.offer(number) {
            None => self.say(words::NO_CHOICE),
            Some(Offer::Action(action)) => self.act(action),
            Some(Offer::Filter(Choice { filter, .. }) | Offer::Drop(filter)) => {
                self.filter(&[filter])
            }
            Some(Offer::Unfiltered) => self.unfilter(),
            Some(Offer::Unmark) => self.unmark(),
            Some(Offer::Place(place)) => {
                if let Some(stop) = self.stops.last_mut() {
                    stop.chosen = Some((self.offered.clone(), number - 1));
                }
                self.go_on(place)
            }
            Some(Offer::Matter(matter)) => {
                self.chose(Chosen::Matter(matter))?;
                if *self.place() == Place::Matters {
                    self.stops.pop();
                }
                self.read_out()
            }
        }
    }

    /// Goes to a place from where the dialogue stands.
    fn go_on(&mut self, place: Place) -> Result<(), End> {
        self.stand(&place)?;
        self.stops.push(Stop::at(place));
        self.read_out()
    }

    /// Goes to a place from the overview.
    fn go(&mut self, place: Place) -> Result<(), End> {
        self.stops.truncate(1);
        if place == Place::Home {
            return self.return_to();
        }
        self.go_on(place)
    }

    fn back(&mut self) -> Result<(), End> {
        let model = self.model()?;
        if *self.place() == Place::Week && model.context == Context::Summary && model.has_queue() {
            self.press(Action::Back)?;
            return self.read_out();
        }
        if self.stops.len() == 1 {
            return self.say(words::AT_THE_TOP);
        }
        self.stops.pop();
        self.return_to()
    }

    /// Reads out the place that the dialogue has come back to.
    fn return_to(&mut self) -> Result<(), End> {
        let place = self.place().clone();
        self.stand(&place)?;
        self.read_out()
    }

    /// Has the model stand at a place; whether that is still there.
    fn stand(&mut self, place: &Place) -> Result<bool, End> {
        self.hold(place)?;
        match place {
            Place::Home | Place::Tasks | Place::Measures => self.view(Context::Overview)?,
            Place::Requirement(c, r) => self.chose(Chosen::Row(Row::Requirement(*c, *r)))?,
            Place::Checklists => self.look_for("")?,
            Place::Found(text) | Place::Filters(text) => self.look_for(text)?,
            Place::Item(item) => {
                let Some(index) = place::index(self.model()?, item) else {
                    return Ok(false);
                };
                self.chose(Chosen::Row(Row::Item(index)))?;
            }
            Place::Week | Place::Matters => {
                let context = self.model()?.context;
                if !matches!(context, Context::Week | Context::Summary) {
                    self.view(Context::Week)?;
                }
            }
            Place::Findings => self.chose(Chosen::List(List::Findings))?,
            Place::Notices => self.chose(Chosen::List(List::Notices))?,
            Place::Differences => self.chose(Chosen::List(List::Differences))?,
            Place::Finding(id) => self.chose(Chosen::Finding(id.clone()))?,
            Place::Calendar => self.view(Context::Calendar)?,
            Place::Day(day) => {
                self.view(Context::Calendar)?;
                self.chose(Chosen::Day(*day))?;
            }
            Place::Record => self.view(Context::Record)?,
            Place::Entry(seq) => {
                self.view(Context::Record)?;
                let facts = &self.model()?.entries.facts;
                let Some(at) = facts.iter().position(|fact| fact.seq == *seq) else {
                    return Ok(false);
                };
                self.chose(Chosen::Entry(at))?;
            }
        }
        Ok(true)
    }

    /// Leaves of the checklists what is looked for.
    fn look_for(&mut self, text: &str) -> Result<(), End> {
        self.press(Action::Find)?;
        self.take(Message::Pasted(text.to_owned()))?;
        self.take(Message::Pressed(Key::Enter))
    }

    fn view(&mut self, context: Context) -> Result<(), End> {
        self.press(Action::Go(context))
    }

    fn chose(&mut self, chosen: Chosen) -> Result<(), End> {
        self.take(Message::Chose(chosen))
    }
}
