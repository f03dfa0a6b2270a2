//! A school on the terminal: what lies behind its screen, and where it was left.

use super::curtain;
use super::driver::{Desk, Opening, Page, ScreenError};
use super::frame::Frame;
use super::hourglass::Hourglass;
use super::keeper::{Keeper, Signals};
use super::message::{Effect, Message};
use super::scene::Scene;
use super::session::{Stage, show};
use super::shelf::Shelf;
use super::terminal;
use crate::text::Lang;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Opens the screen, and returns when the user quits.
///
/// # Errors
/// Where the home cannot be opened, or the terminal be used.
pub fn run(opening: Opening) -> Result<(), ScreenError> {
    let keeper = Keeper::new(opening.home.place_file());
    let place = keeper.read();
    let editor = opening.editor.clone();
    let (mut desk, signals, screen) = if curtain::is_due(&opening.home) {
        let signals = Signals::hold()?;
        heed(signals, &keeper);
        let screen = curtain::raise(opening.appearance, opening.lang)?;
        let desk = Desk::open(opening).inspect_err(|_| terminal::leave())?;
        (desk, None, screen)
    } else {
        let desk = Desk::open(opening)?;
        // A thread less makes the first frame faster.
        let signals = Signals::hold()?;
        (desk, Some(signals), terminal::open()?)
    };
    desk.go_to(&place);
    desk.has_moved = true;
    let stage = AtSchool {
        desk,
        signals,
        keeper: keeper.clone(),
    };
    let done = show(stage, screen, editor);
    keeper.write();
    done
}

/// Ends the program when it is told to, from anywhere.
fn heed(signals: Signals, keeper: &Keeper) {
    let keeper = keeper.clone();
    signals.heed(terminal::leave_for_good, move || keeper.end());
}

struct AtSchool {
    desk: Desk,
    /// Those that wait for the first frame.
    signals: Option<Signals>,
    keeper: Keeper,
}

impl Stage for AtSchool {
    fn take(&mut self, message: Message) -> bool {
        self.desk.take(message)
    }

    fn scene(&self) -> Option<Scene> {
        self.desk.page.scene()
    }

    fn view(&self, frame: &mut Frame<'_>) {
        self.desk.page.view(frame);
    }

    fn prepare(&self, pages: &mut Shelf) {
        self.desk.page.prepare(pages);
    }

    fn lang(&self) -> Lang {
        Page::lang(&self.desk.page)
    }

    fn asks_the_terminal(&self) -> bool {
        self.desk.asks_the_terminal()
    }

    fn on_terminal(&mut self) -> Option<Effect> {
        self.desk.on_terminal.pop()
    }

    fn is_shown(&mut self, hourglass: Hourglass) {
        if let Some(signals) = self.signals.take() {
            heed(signals, &self.keeper);
        }
        self.desk.hourglass = Some(hourglass);
    }

    fn was_told(&mut self) -> bool {
        std::mem::take(&mut self.desk.was_long)
    }

    fn moved_to(&mut self) -> Option<Vec<PathBuf>> {
        let has_moved = std::mem::take(&mut self.desk.has_moved);
        let folders = || self.desk.folders().map(Path::to_owned).collect();
        has_moved.then(folders)
    }

    fn look_up(&mut self) -> bool {
        self.desk.look_up()
    }

    fn look_at_the_day(&mut self) -> bool {
        self.desk.look_at_the_day()
    }

    fn until_tomorrow(&self) -> Option<Duration> {
        self.desk.until_tomorrow()
    }

    fn remember(&self) {
        self.keeper.keep(self.desk.place(), self.desk.leftover());
    }
}
