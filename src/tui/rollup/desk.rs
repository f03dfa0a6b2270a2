//! What lies behind the roll-up's screen: reads reports again, and rolls other weeks up.

use super::super::driver::ScreenError;
use super::super::frame::Frame;
use super::super::hourglass::Hourglass;
use super::super::keeper::Signals;
use super::super::message as screen;
use super::super::session::{Stage, show};
use super::super::terminal;
use super::super::theme::{Appearance, Outfit};
use super::district::District;
use super::message::{Effect, Message};
use super::model::Model;
use super::{update::update, view::view};
use crate::text::Lang;
use crate::workspace::gathering::RolledUp;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How the roll-up's screen is opened.
#[derive(Debug)]
pub struct RollUpOpening {
    /// What was rolled up.
    pub rolled_up: RolledUp,
    /// The language to begin in.
    pub lang: Lang,
    /// How it is to look, as far as it is said.
    pub appearance: Appearance,
}

/// Opens the roll-up's screen, and returns when the user quits.
///
/// # Errors
/// Where the terminal cannot be used.
pub fn run_rollup(opening: RollUpOpening) -> Result<(), ScreenError> {
    Signals::hold()?.heed(terminal::leave_for_good, || ());
    show(Desk::open(opening), terminal::open()?, OsString::new())
}

/// The model with what was rolled up behind it.
pub(super) struct Desk {
    pub(super) rolled_up: RolledUp,
    pub(super) model: Model,
    said: Appearance,
    on_terminal: Vec<screen::Effect>,
    hourglass: Option<Hourglass>,
    was_long: bool,
    /// Whether nothing is watched yet.
    is_new: bool,
}

impl Desk {
    pub(super) fn open(opening: RollUpOpening) -> Self {
        let RollUpOpening {
            rolled_up,
            lang,
            appearance,
        } = opening;
        let district = Arc::new(District::of(rolled_up.report(None)));
        Self {
            rolled_up,
            model: Model::new(district, lang, Outfit::said(appearance)),
            said: appearance,
            on_terminal: Vec::new(),
            hourglass: None,
            was_long: false,
            is_new: true,
        }
    }

    /// Performs an effect; whether that is the end.
    fn perform(&mut self, effect: Effect) -> bool {
        let message = match effect {
            Effect::Quit => return true,
            Effect::Suspend => {
                self.on_terminal.push(screen::Effect::Suspend);
                return false;
            }
            Effect::Redraw => {
                self.on_terminal.push(screen::Effect::Redraw);
                return false;
            }
            Effect::Read { school, file } => Message::Read {
                school,
                found: self.rolled_up.read_again(&file, self.model.lang),
            },
            Effect::Turn(week) => {
                let report = self.rolled_up.report(Some(week));
                Message::Turned(Arc::new(District::of(report)))
            }
        };
        // What was read orders nothing more.
        update(&mut self.model, message);
        false
    }
}

impl Stage for Desk {
    fn take(&mut self, message: screen::Message) -> bool {
        let effects = update(&mut self.model, Message::Happened(message));
        if effects.is_empty() {
            return false;
        }
        if let Some(hourglass) = &self.hourglass {
            let row = self.model.size.1.saturating_sub(1).max(1);
            hourglass.turn(row, self.model.lang);
        }
        let mut ends = false;
        for effect in effects {
            ends |= self.perform(effect);
        }
        self.was_long |= self.hourglass.as_ref().is_some_and(Hourglass::stop);
        ends
    }

    fn view(&self, frame: &mut Frame<'_>) {
        view(&self.model, frame);
    }

    fn lang(&self) -> Lang {
        self.model.lang
    }

    fn asks_the_terminal(&self) -> bool {
        self.said.scheme.is_none() || self.said.chrome.is_none()
    }

    fn on_terminal(&mut self) -> Option<screen::Effect> {
        self.on_terminal.pop()
    }

    fn is_shown(&mut self, hourglass: Hourglass) {
        self.hourglass = Some(hourglass);
    }

    fn was_told(&mut self) -> bool {
        std::mem::take(&mut self.was_long)
    }

    /// No folder is watched: what was rolled up is shown as it was.
    fn moved_to(&mut self) -> Option<Vec<PathBuf>> {
        std::mem::take(&mut self.is_new).then(Vec::new)
    }

    fn look_up(&mut self) -> bool {
        false
    }

    fn look_at_the_day(&mut self) -> bool {
        false
    }

    fn until_tomorrow(&self) -> Option<Duration> {
        None
    }

    fn remember(&self) {}
}
