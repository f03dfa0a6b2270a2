//! A school on the terminal: what lies behind its screen, and where it was left.

use super::curtain;
use super::driver::{Desk, Opening, Page, ScreenError};
use super::frame::Frame;
use super::hourglass::Hourglass;
use super::keeper::{self, Keeper};
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
    let at_end = keeper.clone();
    let heed_signals = || keeper::when_told_to_end(terminal::leave_for_good, move || at_end.end());
    let (mut desk, screen) = if curtain::is_due(&opening.home) {
        heed_signals()?;
        let screen = curtain::raise(opening.appearance, opening.lang)?;
        let desk = Desk::open(opening).inspect_err(|_| terminal::leave())?;
        (desk, screen)
    } else {
        // A thread less makes opening faster.
        let desk = Desk::open(opening)?;
        heed_signals()?;
        (desk, terminal::open()?)
    };
    desk.go_to(&place);
    desk.has_moved = true;
    let stage = AtSchool {
        desk,
        keeper: keeper.clone(),
    };
    let done = show(stage, screen, editor);
    keeper.write();
    done
}

struct AtSchool {
    desk: Desk,
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

    fn tell_of_work(&mut self, hourglass: Hourglass) {
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
