//! The thin part that touches the world: reads events, performs effects, draws.

use super::board::Board;
use super::event::message;
use super::message::{Effect, Message, Order};
use super::model::Model;
use super::setup::Setup;
use super::theme::Appearance;
use super::{terminal, update, view};
use crate::calendar::Week;
use crate::clock::Clock;
use crate::school::School;
use crate::text::Lang;
use crate::workspace::{
    Command, Home, Workspace, WorkspaceError, catalog, evidence_at, setup as first_run,
};
use ratatui::Frame;
use std::io;
use std::time::Duration;

/// How the screen is opened.
#[derive(Debug)]
pub struct Opening {
    /// Where the school's files are.
    pub home: Home,
    /// The clock.
    pub clock: Clock,
    /// The day to judge for, where it is not today.
    pub today: Option<chrono::NaiveDate>,
    /// The language to begin in.
    pub lang: Lang,
    /// How it is to look, as far as it is said.
    pub appearance: Appearance,
}

/// Why the screen ended badly.
#[derive(Debug, thiserror::Error)]
pub enum ScreenError {
    /// The home or the record.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The terminal.
    #[error(transparent)]
    Terminal(#[from] io::Error),
}

/// Opens the screen, and returns when the user quits.
///
/// # Errors
/// Where the home cannot be opened, or the terminal be used.
pub fn run(opening: Opening) -> Result<(), ScreenError> {
    let mut desk = Desk::open(opening)?;
    terminal::end_on_signals()?;
    let mut screen = terminal::enter()?;
    let done = desk.work(&mut screen);
    terminal::leave();
    done
}

/// What is on the screen: the first run, or the school.
pub(super) enum Page {
    Setup(Box<Setup>),
    Main(Box<Model>),
}

impl Page {
    pub(super) fn update(&mut self, message: Message) -> Vec<Effect> {
        match self {
            Self::Setup(setup) => setup.update(message),
            Self::Main(model) => update::update(model, message),
        }
    }

    pub(super) fn view(&self, frame: &mut Frame<'_>) {
        match self {
            Self::Setup(setup) => view::view_setup(setup, frame),
            Self::Main(model) => view::view(model, frame),
        }
    }

    fn lang(&self) -> Lang {
        match self {
            Self::Setup(setup) => setup.lang,
            Self::Main(model) => model.lang,
        }
    }
}

/// The page with the workspace behind it.
pub(super) struct Desk {
    opening: Opening,
    workspace: Option<Workspace>,
    pub(super) page: Page,
    size: (u16, u16),
}

impl Desk {
    pub(super) fn open(opening: Opening) -> Result<Self, ScreenError> {
        let said = opening.appearance;
        let size = (80, 24);
        let (workspace, page) = if opening.home.is_set_up() {
            let home = opening.home.clone();
            let workspace = Workspace::open(home, opening.clock, opening.today)?;
            let model = Model::new(Board::of(&workspace), opening.lang, size, said);
            (Some(workspace), Page::Main(Box::new(model)))
        } else {
            let offers = catalog::offers(&opening.home)?;
            let lang = opening.lang;
            let today = opening.today.unwrap_or_else(|| opening.clock.today());
            let setup = Setup::new(offers, lang, size, said, today);
            (None, Page::Setup(Box::new(setup)))
        };
        Ok(Self {
            opening,
            workspace,
            page,
            size,
        })
    }

    fn work(&mut self, screen: &mut ratatui::DefaultTerminal) -> Result<(), ScreenError> {
        let size = screen.size()?;
        self.take(Message::Resized(size.width, size.height));
        screen.draw(|frame| self.page.view(frame))?;
        // What looks back takes its time after the first screen is there.
        self.take(Message::Drawn);
        loop {
            screen.draw(|frame| self.page.view(frame))?;
            // Everything that is waiting is taken in before the screen is drawn again.
            loop {
                if let Some(message) = message(&crossterm::event::read()?) {
                    self.look_up();
                    if self.take(message) {
                        return Ok(());
                    }
                }
                if !crossterm::event::poll(Duration::ZERO)? {
                    break;
                }
            }
        }
    }

    /// Takes a message in and performs what follows from it; whether that is the end.
    pub(super) fn take(&mut self, message: Message) -> bool {
        if let Message::Resized(width, height) = message {
            self.size = (width, height);
        }
        let mut open = self.page.update(message);
        while let Some(effect) = open.pop() {
            match self.perform(effect) {
                None => return true,
                Some(messages) => {
                    for message in messages {
                        open.extend(self.page.update(message));
                    }
                }
            }
        }
        false
    }

    /// Takes in what another program recorded meanwhile, and a new day.
    pub(super) fn look_up(&mut self) {
        let lang = self.page.lang();
        let (Some(workspace), Page::Main(model)) = (&mut self.workspace, &self.page) else {
            return;
        };
        let new_day = workspace.today() != model.board.today;
        let message = match workspace.refresh() {
            Ok(false) if !new_day => return,
            Ok(_) => Message::Changed(Board::of(workspace)),
            Err(error) => failed(&error, lang),
        };
        self.take(message);
    }

    /// Performs an effect; `None` ends the program.
    fn perform(&mut self, effect: Effect) -> Option<Vec<Message>> {
        Some(match effect {
            Effect::Quit => return None,
            Effect::Execute(order) => vec![self.execute(&order)],
            Effect::Attach { item, source, on } => {
                let message = match evidence_at(&source, on) {
                    Ok(evidence) => {
                        self.execute(&Command::AttachEvidence { item, evidence }.into())
                    }
                    Err(error) => failed(&error, self.page.lang()),
                };
                vec![message]
            }
            Effect::Reach { week } => self.reach(week).into_iter().collect(),
            Effect::LookAsSigned { week } => self.look_as_signed(week).into_iter().collect(),
            Effect::Look { since } => self.look(since).into_iter().collect(),
            Effect::List { before, count } => self.list(before, count).into_iter().collect(),
            Effect::Copy { .. }
            | Effect::CopyReport { .. }
            | Effect::Edit { .. }
            | Effect::Suspend
            | Effect::Redraw => Vec::new(),
            Effect::SetUp { school, lang } => self.set_up(&school, lang).into_iter().collect(),
        })
    }

    fn execute(&mut self, order: &Order) -> Message {
        let lang = self.page.lang();
        let Some(workspace) = &mut self.workspace else {
            return failed(&WorkspaceError::NoHome, lang);
        };
        let by = order.by.clone().unwrap_or_else(|| workspace.who(lang));
        match workspace.execute(&order.command, &by) {
            Ok(outcome) => Message::Carried {
                recorded: outcome.recorded,
                revoked: outcome.revoked,
                board: Board::of(workspace),
            },
            Err(error) => failed(&error, lang),
        }
    }

    /// Has what matters to a week at hand.
    fn reach(&mut self, week: Week) -> Option<Message> {
        let lang = self.page.lang();
        let workspace = self.workspace.as_mut()?;
        Some(match workspace.reach_back(week) {
            Ok(()) => Message::Reached {
                week,
                board: Board::of(workspace),
            },
            Err(error) => failed(&error, lang),
        })
    }

    /// Looks at a signed week as it was signed.
    fn look_as_signed(&self, week: Week) -> Option<Message> {
        let workspace = self.workspace.as_ref()?;
        let history = workspace.view().history.week(week)?;
        Some(
            match workspace.view_signed(history.lock()?, week.previous()) {
                Ok(view) => Message::SeenAsSigned {
                    week,
                    view: Box::new(view),
                },
                Err(error) => failed(&error, self.page.lang()),
            },
        )
    }

    /// Looks back as far as a week.
    fn look(&self, since: Week) -> Option<Message> {
        let view = self.workspace.as_ref()?.view_since(since);
        Some(match view {
            Ok(view) => Message::LookedBack {
                since,
                view: Box::new(view),
            },
            Err(error) => failed(&error, self.page.lang()),
        })
    }

    fn list(&self, before: Option<u64>, count: usize) -> Option<Message> {
        let record = self.workspace.as_ref()?.record();
        let found = match before {
            Some(seq) => record.facts_before(seq, count),
            None => record.tail(count),
        };
        Some(match found {
            Ok(mut facts) => {
                facts.reverse();
                Message::Listed {
                    before,
                    ended: facts.len() < count,
                    facts,
                }
            }
            Err(error) => failed(&error.into(), self.page.lang()),
        })
    }

    fn set_up(&mut self, school: &School, lang: Lang) -> Option<Message> {
        let opening = &self.opening;
        let opened = first_run::create(&opening.home, school, lang)
            .and_then(|()| Workspace::open(opening.home.clone(), opening.clock, opening.today))
            .and_then(|mut workspace| {
                let by = workspace.who(lang);
                workspace.record_profile(&by)?;
                Ok(workspace)
            });
        match opened {
            Ok(workspace) => {
                let said = opening.appearance;
                let mut model = Model::new(Board::of(&workspace), lang, self.size, said);
                model.look.drawn = true;
                self.page = Page::Main(Box::new(model));
                self.workspace = Some(workspace);
                None
            }
            Err(error) => Some(failed(&error, lang)),
        }
    }
}

fn failed(error: &WorkspaceError, lang: Lang) -> Message {
    let (what, hint) = error.say_on_screen(lang);
    Message::Failed(what, hint)
}
