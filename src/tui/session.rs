//! The program's run: waits, takes in what happened, draws what changed, and performs what touches
//! the terminal itself.

use super::driver::ScreenError;
use super::editor;
use super::event::Clicks;
use super::events::{Events, Happened};
use super::frame::Frame;
use super::hourglass::Hourglass;
use super::message::{Effect, Message};
use super::scene::Scene;
use super::shelf::Shelf;
use super::terminal::{self, Probe, Screen};
use crate::text::{Lang, screen as words};
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a terminal is given to answer what it was asked.
const ANSWERING: Duration = Duration::from_secs(2);

/// How long after something was written the record is looked at once more: what makes it count is
/// written to shared memory, of which the system tells nothing.
const SETTLING: Duration = Duration::from_millis(100);

/// What a run shows, and what lies behind it.
pub(super) trait Stage {
    /// Takes a message in and performs what follows from it; whether that is the end.
    fn take(&mut self, message: Message) -> bool;

    /// The scene that is drawn in parts; `None` where the screen is drawn as a whole.
    fn scene(&self) -> Option<Scene> {
        None
    }

    fn view(&self, frame: &mut Frame<'_>);

    /// Lays out what may be shown next of the scene, once it is on the screen.
    fn prepare(&self, _: &mut Shelf) {}

    fn lang(&self) -> Lang;

    /// Whether something about the look of the screen is the terminal's to tell.
    fn asks_the_terminal(&self) -> bool;

    /// The next effect on the terminal itself.
    fn on_terminal(&mut self) -> Option<Effect>;

    /// The first frame is on the screen, and waited for no thread; from now on it is told where
    /// effects take long.
    fn is_shown(&mut self, hourglass: Hourglass);

    /// Whether that was told, and has to be drawn over.
    fn was_told(&mut self) -> bool;

    /// Other folders than before in which another program may write something.
    fn moved_to(&mut self) -> Option<Vec<PathBuf>>;

    /// Takes in what another program wrote meanwhile; whether there was anything.
    fn look_up(&mut self) -> bool;

    /// Takes in that a day has passed; whether one has.
    fn look_at_the_day(&mut self) -> bool;

    /// How long this day lasts, where that matters.
    fn until_tomorrow(&self) -> Option<Duration>;

    /// Remembers what is to be known at the next start, whenever that is.
    fn remember(&self);
}

/// Runs a stage on a screen until the user quits, and gives the terminal back.
pub(super) fn show(stage: impl Stage, screen: Screen, editor: OsString) -> Result<(), ScreenError> {
    let done = run(stage, screen, editor);
    terminal::leave();
    done
}

fn run(desk: impl Stage, mut screen: Screen, editor: OsString) -> Result<(), ScreenError> {
    let events = Events::new()?;
    // Nothing told of another size before.
    let size = terminal::size()?;
    if size != screen.size() {
        screen.resize(size);
    }
    let mut session = Session {
        desk,
        screen,
        events,
        editor,
        clicks: Clicks::default(),
        probe: None,
        look_again: None,
        is_drawn: false,
    };
    session.work()
}

struct Session<S> {
    desk: S,
    screen: Screen,
    events: Events,
    editor: OsString,
    clicks: Clicks,
    /// What was asked of the terminal, until when.
    probe: Option<(Probe, Instant)>,
    /// When to look at the record once more.
    look_again: Option<Instant>,
    /// Whether what is on the screen is what there is to show.
    is_drawn: bool,
}

impl<S: Stage> Session<S> {
    fn work(&mut self) -> Result<(), ScreenError> {
        self.watch();
        if self.desk.asks_the_terminal() {
            self.screen.write(terminal::QUESTIONS)?;
            self.probe = Some((Probe::default(), Instant::now() + ANSWERING));
        }
        let size = self.screen.size();
        self.desk.take(Message::Resized(size.width, size.height));
        self.draw()?;
        self.desk.is_shown(Hourglass::on_terminal());
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

    /// Watches the folders in which another program may write something.
    fn watch(&mut self) {
        if let Some(folders) = self.desk.moved_to() {
            self.events.watch(folders.iter().map(PathBuf::as_path));
            // What was written there before.
            self.look_again = Some(Instant::now());
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        self.desk.remember();
        let scene = self.desk.scene();
        self.screen.draw(scene, |frame| self.desk.view(frame))?;
        self.is_drawn = true;
        if let Some(pages) = self.screen.shelf_mut() {
            self.desk.prepare(pages);
        }
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
        // The library is told of another size as well, and takes that in at once: it loses what is
        // typed where it finds both.
        let is_told = happened.resized && self.probe.is_none();
        if happened.typed || is_told {
            return self.read();
        }
        Ok(false)
    }

    /// Reads what was typed, everything that is waiting before anything is drawn.
    fn read(&mut self) -> Result<bool, ScreenError> {
        if self.probe.is_some() {
            return self.read_answers();
        }
        let mut was_resized = false;
        while crossterm::event::poll(Duration::ZERO)? {
            let event = crossterm::event::read()?;
            was_resized |= matches!(event, Event::Resize(..));
            if let Some(message) = self.clicks.message(&event, Instant::now())
                && self.take(message)?
            {
                return Ok(true);
            }
        }
        if was_resized && terminal::is_waiting() {
            return self.read_lost();
        }
        Ok(false)
    }

    /// Reads what the library was told of together with another size, and has forgotten.
    fn read_lost(&mut self) -> Result<bool, ScreenError> {
        let mut keys = Probe::default();
        let typed = keys.take(&terminal::read()?);
        for key in typed.into_iter().chain(keys.end()) {
            if self.take(Message::Pressed(key))? {
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
        self.watch();
        if self.desk.was_told() {
            self.redraw();
        }
        while let Some(effect) = self.desk.on_terminal() {
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
                let lang = self.desk.lang();
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
        let lang = self.desk.lang();
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
