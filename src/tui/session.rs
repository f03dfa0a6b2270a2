//! The program's run: waits, takes in what happened, draws what changed, and performs what touches
//! the terminal itself.

use super::driver::{Desk, Opening, ScreenError};
use super::event::Clicks;
use super::events::{Events, Happened};
use super::hourglass::Hourglass;
use super::message::{Effect, Message};
use super::terminal::{self, Probe, Screen};
use super::{editor, keeper::Keeper};
use crate::text::screen as words;
use crossterm::clipboard::CopyToClipboard;
use std::ffi::OsString;
use std::io;
use std::time::{Duration, Instant};

/// How long a terminal is given to answer what it was asked.
const ANSWERING: Duration = Duration::from_secs(2);

/// How long after something was written the record is looked at once more: what makes it count is
/// written to shared memory, of which the system tells nothing.
const SETTLING: Duration = Duration::from_millis(100);

/// Opens the screen, and returns when the user quits.
///
/// # Errors
/// Where the home cannot be opened, or the terminal be used.
pub fn run(opening: Opening) -> Result<(), ScreenError> {
    let keeper = Keeper::new(opening.home.place_file());
    let place = keeper.read();
    let editor = opening.editor.clone();
    let mut desk = Desk::open(opening)?;
    desk.go_to(&place);
    keeper.end_on_signals(terminal::leave_for_good)?;
    let mut events = Events::new()?;
    events.watch(desk.folders());
    let screen = terminal::open()?;
    let mut session = Session {
        desk,
        screen,
        events,
        keeper,
        editor,
        clicks: Clicks::default(),
        probe: None,
        look_again: None,
        is_drawn: false,
    };
    let done = session.work();
    terminal::leave();
    session.keeper.write();
    done
}

struct Session {
    desk: Desk,
    screen: Screen,
    events: Events,
    keeper: Keeper,
    editor: OsString,
    clicks: Clicks,
    /// What was asked of the terminal, until when.
    probe: Option<(Probe, Instant)>,
    /// When to look at the record once more.
    look_again: Option<Instant>,
    /// Whether what is on the screen is what there is to show.
    is_drawn: bool,
}

impl Session {
    fn work(&mut self) -> Result<(), ScreenError> {
        if self.desk.asks_the_terminal() {
            self.screen.write(terminal::QUESTIONS)?;
            self.probe = Some((Probe::default(), Instant::now() + ANSWERING));
        }
        let size = self.screen.size();
        self.desk.take(Message::Resized(size.width, size.height));
        self.draw()?;
        // The first frame waits for no thread.
        self.desk.hourglass = Some(Hourglass::on_terminal());
        // What looks back takes its time after the first screen is there.
        self.take(Message::Drawn)?;
        loop {
            if !self.is_drawn {
                self.draw()?;
            }
            let happened = self.events.wait(self.patience())?;
            if happened.gone || self.went_on(happened)? {
                return Ok(());
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        self.keeper.keep(self.desk.place(), self.desk.leftover());
        self.screen.draw(|frame| self.desk.page.view(frame))?;
        self.is_drawn = true;
        Ok(())
    }

    /// How long nothing has to be done where nothing happens: until the terminal has had its time to
    /// answer, or the day ends.
    fn patience(&self) -> Option<Duration> {
        let answering = self.probe.as_ref().map(|(_, until)| *until);
        let moments = [answering, self.look_again].into_iter().flatten();
        let left = moments.map(|moment| moment.saturating_duration_since(Instant::now()));
        left.chain(self.desk.until_tomorrow()).min()
    }

    /// Takes in what another program recorded and that a day has passed.
    fn look_up(&mut self, written: bool) {
        let is_due = self
            .look_again
            .is_some_and(|moment| moment <= Instant::now());
        if written {
            self.look_again = Some(Instant::now() + SETTLING);
        } else if is_due {
            self.look_again = None;
        }
        if (written || is_due) && self.desk.look_up() {
            self.is_drawn = false;
        }
        if self.desk.look_at_the_day() {
            self.is_drawn = false;
        }
    }

    /// Takes in what happened; whether that is the end.
    fn went_on(&mut self, happened: Happened) -> Result<bool, ScreenError> {
        if happened.resumed {
            self.come_back()?;
        }
        if happened.resized {
            self.resize()?;
        }
        self.look_up(happened.written);
        let is_late = |(_, until): &(_, Instant)| *until <= Instant::now();
        if self.probe.as_ref().is_some_and(is_late) {
            self.end_probe()?;
        }
        if happened.typed {
            return self.read();
        }
        Ok(false)
    }

    /// Reads what was typed, everything that is waiting before anything is drawn.
    fn read(&mut self) -> Result<bool, ScreenError> {
        if self.probe.is_some() {
            return self.read_answers();
        }
        while crossterm::event::poll(Duration::ZERO)? {
            let event = crossterm::event::read()?;
            if let Some(message) = self.clicks.message(&event, Instant::now())
                && self.take(message)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads what was typed while the terminal answers.
    fn read_answers(&mut self) -> Result<bool, ScreenError> {
        let bytes = terminal::read()?;
        let Some((probe, _)) = &mut self.probe else {
            return Ok(false);
        };
        let keys = probe.take(&bytes);
        let answer = probe.answer();
        for key in keys {
            if self.take(Message::Pressed(key))? {
                return Ok(true);
            }
        }
        if let Some(answer) = answer {
            self.end_probe()?;
            self.take(Message::Seen(answer))?;
        }
        Ok(false)
    }

    /// From now on the library reads what is typed.
    fn end_probe(&mut self) -> Result<(), ScreenError> {
        if let Some(key) = self.probe.take().and_then(|(probe, _)| probe.end()) {
            self.take(Message::Pressed(key))?;
        }
        Ok(())
    }

    /// Takes a message in, telling where that takes long; whether it is the end.
    fn take(&mut self, message: Message) -> Result<bool, ScreenError> {
        self.is_drawn = false;
        let ends = self.desk.take(message);
        if std::mem::take(&mut self.desk.has_moved) {
            self.events.watch(self.desk.folders());
        }
        if std::mem::take(&mut self.desk.was_long) {
            self.redraw();
        }
        while let Some(effect) = self.desk.on_terminal.pop() {
            let message = self.perform(effect)?;
            if let Some(message) = message {
                self.desk.take(message);
            }
        }
        Ok(ends)
    }

    /// Performs what touches the terminal itself.
    fn perform(&mut self, effect: Effect) -> Result<Option<Message>, ScreenError> {
        match effect {
            Effect::Copy { text, what } => {
                let mut sequence = Vec::new();
                let copied = CopyToClipboard::to_clipboard_from(text);
                crossterm::queue!(sequence, copied)?;
                self.screen.write(&sequence)?;
                Ok(Some(Message::Copied(what)))
            }
            Effect::Edit { text } => self.edit(&text).map(Some),
            Effect::Suspend if !terminal::has_shell() => {
                let lang = self.desk.page.lang();
                let what = words::NO_SHELL.of(lang).to_owned();
                Ok(Some(Message::Failed(what, None)))
            }
            Effect::Suspend => {
                terminal::leave();
                terminal::stop()?;
                self.come_back()?;
                Ok(None)
            }
            _ => {
                self.redraw();
                Ok(None)
            }
        }
    }

    fn edit(&mut self, text: &str) -> Result<Message, ScreenError> {
        terminal::leave();
        let edited = editor::edit(&self.editor, text);
        self.come_back()?;
        let lang = self.desk.page.lang();
        Ok(match edited {
            Ok(text) => Message::Edited(text),
            Err(error) => {
                let hint = words::EDITOR_HINT.of(lang).to_owned();
                Message::Failed(words::no_editor(&error.to_string(), lang), Some(hint))
            }
        })
    }

    /// Takes the terminal over again after it was given back, in the size that it has now.
    fn come_back(&mut self) -> Result<(), ScreenError> {
        terminal::enter()?;
        self.resize()?;
        self.redraw();
        Ok(())
    }

    fn resize(&mut self) -> Result<(), ScreenError> {
        let size = terminal::size()?;
        self.screen.resize(size);
        self.desk.take(Message::Resized(size.width, size.height));
        self.is_drawn = false;
        Ok(())
    }

    /// Draws everything anew the next time.
    fn redraw(&mut self) {
        self.screen.clear();
        self.is_drawn = false;
    }
}
