//! The page with the workspace behind it: performs effects, and feeds their results back.

use super::board::Board;
use super::frame::Frame;
use super::hourglass::Hourglass;
use super::message::{Effect, Message, Order};
use super::model::Model;
use super::place::Place;
use super::scene::Scene;
use super::setup::Setup;
use super::shelf::Shelf;
use super::theme::{Appearance, Outfit};
use super::tour::Tour;
use super::visit::Left;
use super::{update, view};
use crate::calendar::Week;
use crate::clock::Clock;
use crate::fact::{Entry, Fact};
use crate::format::write;
use crate::school::School;
use crate::text::{Lang, screen as words};
use crate::workspace::{
    Command, Home, Workspace, WorkspaceError, catalog, demo::Demo, evidence_at, setup as first_run,
};
use std::ffi::OsString;
use std::io;

/// How the screen is opened.
#[derive(Debug)]
pub struct Opening {
    /// Where the school's files are.
    pub home: Home,
    /// The profile in it, where it was read before.
    pub profile: Option<School>,
    /// The clock.
    pub clock: Clock,
    /// The day to judge for, where it is not today.
    pub today: Option<chrono::NaiveDate>,
    /// The language to begin in.
    pub lang: Lang,
    /// How it is to look, as far as it is said.
    pub appearance: Appearance,
    /// The user's editor, as a shell would start it.
    pub editor: OsString,
    /// The made-up school whose home it is, where it is one: a tour begins then, and nothing is kept.
    pub demo: Option<Demo>,
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

    pub(super) fn scene(&self) -> Option<Scene> {
        match self {
            Self::Setup(_) => None,
            Self::Main(model) => Scene::of(model),
        }
    }

    pub(super) fn view(&self, frame: &mut Frame<'_>) {
        match self {
            Self::Setup(setup) => view::view_setup(setup, frame),
            Self::Main(model) => view::view(model, frame),
        }
    }

    /// Lays out what may be shown next of the scene.
    pub(super) fn prepare(&self, pages: &mut Shelf) {
        if let Self::Main(model) = self {
            view::prepare(model, pages);
        }
    }

    pub(super) fn outfit(&self) -> Outfit {
        match self {
            Self::Setup(setup) => setup.outfit,
            Self::Main(model) => model.outfit,
        }
    }

    pub(super) fn lang(&self) -> Lang {
        match self {
            Self::Setup(setup) => setup.lang,
            Self::Main(model) => model.lang,
        }
    }
}

/// The size of the screen until it is known.
const SIZE: (u16, u16) = (80, 24);

/// The page to begin with: the school, or the first run where none is set up.
pub(super) fn opened(opening: &Opening) -> Result<(Option<Workspace>, Page), WorkspaceError> {
    let (outfit, lang) = (Outfit::said(opening.appearance), opening.lang);
    if !opening.home.is_set_up() {
        let offers = catalog::offers(&opening.home)?;
        let today = opening.today.unwrap_or_else(|| opening.clock.today());
        let setup = Setup::new(offers, lang, SIZE, outfit, today);
        return Ok((None, Page::Setup(Box::new(setup))));
    }
    let (home, clock, today) = (opening.home.clone(), opening.clock, opening.today);
    let workspace = match opening.profile.clone() {
        Some(profile) => {
            let week = Week::of(today.unwrap_or_else(|| clock.today()));
            Workspace::open_of(profile, home, clock, today, week)?
        }
        None => Workspace::open(home, clock, today)?,
    };
    let mut model = Model::new(Board::of(&workspace), lang, SIZE, outfit);
    model.is_demo = opening.demo.is_some();
    model.tour = opening.demo.as_ref().map(|_| Tour::default());
    Ok((Some(workspace), Page::Main(Box::new(model))))
}

/// The page with the workspace behind it.
pub(super) struct Desk {
    pub(super) workspace: Option<Workspace>,
    pub(super) page: Page,
    /// Dropped after the workspace: the files of a made-up school go with it.
    pub(super) opening: Opening,
    /// What was left to see the made-up school.
    pub(super) left: Option<Left>,
    /// Whether another home is shown than before.
    pub(super) has_moved: bool,
    pub(super) size: (u16, u16),
    /// Tells where effects take long.
    pub(super) hourglass: Option<Hourglass>,
    /// Whether it was told, and has to be drawn over.
    pub(super) was_long: bool,
    /// Effects on the terminal itself, for who holds it.
    pub(super) on_terminal: Vec<Effect>,
}

impl Desk {
    pub(super) fn open(opening: Opening) -> Result<Self, ScreenError> {
        let (workspace, page) = opened(&opening)?;
        Ok(Self {
            workspace,
            page,
            opening,
            left: None,
            has_moved: false,
            size: SIZE,
            hourglass: None,
            was_long: false,
            on_terminal: Vec::new(),
        })
    }

    /// The folders in which another program may write something.
    pub(super) fn folders(&self) -> impl Iterator<Item = &std::path::Path> {
        let is_set_up = self.workspace.is_some();
        self.opening.home.folders().filter(move |_| is_set_up)
    }

    /// Whether something about the look of the screen is the terminal's to tell.
    pub(super) fn asks_the_terminal(&self) -> bool {
        let said = self.opening.appearance;
        said.scheme.is_none() || said.chrome.is_none()
    }

    /// The row of the notices, counted from 1.
    fn notice_row(&self) -> u16 {
        self.size.1.saturating_sub(1).max(1)
    }

    /// How long this day lasts, where the clock runs and nobody has said which day it is.
    pub(super) fn until_tomorrow(&self) -> Option<std::time::Duration> {
        let is_said = self.opening.today.is_some();
        (!is_said).then(|| self.opening.clock.until_tomorrow())?
    }

    /// Where the screen is, to come back to; `None` before a school is set up, and in one that is
    /// gone afterwards.
    pub(super) fn place(&self) -> Option<Place> {
        let page = self.left.as_ref().map_or(&self.page, |left| &left.page);
        match page {
            Page::Main(model) if !model.is_demo => Some(model.place()),
            _ => None,
        }
    }

    /// The folder of the made-up school, where one is shown.
    pub(super) fn leftover(&self) -> Option<&std::path::Path> {
        self.opening.demo.as_ref().map(Demo::folder)
    }

    /// Goes to where the screen was left.
    pub(super) fn go_to(&mut self, place: &Place) {
        if let Page::Main(model) = &mut self.page {
            let effects = update::go_to(model, place);
            self.carry_out(effects);
        }
    }

    /// Takes a message in and performs what follows from it; whether that is the end.
    pub(super) fn take(&mut self, message: Message) -> bool {
        if let Message::Resized(width, height) = message {
            self.size = (width, height);
        }
        let effects = self.page.update(message);
        if effects.is_empty() {
            return false;
        }
        let (row, lang) = (self.notice_row(), self.page.lang());
        if let Some(hourglass) = &self.hourglass {
            hourglass.turn(row, lang);
        }
        let ends = self.carry_out(effects);
        self.was_long |= self.hourglass.as_ref().is_some_and(Hourglass::stop);
        ends
    }

    /// Performs effects and what follows from them; whether that is the end.
    fn carry_out(&mut self, mut open: Vec<Effect>) -> bool {
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

    /// Takes in what another program recorded meanwhile; whether there was anything.
    pub(super) fn look_up(&mut self) -> bool {
        let lang = self.page.lang();
        let Some(workspace) = &mut self.workspace else {
            return false;
        };
        let message = match workspace.refresh() {
            Ok(false) => return false,
            Ok(true) => Message::Changed(Board::of(workspace)),
            Err(error) => failed(&error, lang),
        };
        self.take(message);
        true
    }

    /// Takes in that a day has passed; whether one has.
    pub(super) fn look_at_the_day(&mut self) -> bool {
        let (Some(workspace), Page::Main(model)) = (&self.workspace, &self.page) else {
            return false;
        };
        if workspace.today() == model.board.today {
            return false;
        }
        let board = Board::of(workspace);
        self.take(Message::Changed(board));
        true
    }

    /// Performs an effect; `None` ends the program.
    fn perform(&mut self, effect: Effect) -> Option<Vec<Message>> {
        Some(match effect {
            Effect::Quit => return self.come_home(),
            Effect::Demo => self.visit(),
            Effect::Execute(order) => vec![self.execute_or_ask(&order)],
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
            Effect::CopyReport { week } => self.copy_report(week).into_iter().collect(),
            effect @ (Effect::Copy { .. }
            | Effect::Edit { .. }
            | Effect::Suspend
            | Effect::Redraw) => {
                self.on_terminal.push(effect);
                Vec::new()
            }
            Effect::SetUp { school, lang } => vec![self.set_up(&school, lang)],
        })
    }

    /// Carries out an order; but asks before it undoes what the user may not have in mind.
    fn execute_or_ask(&mut self, order: &Order) -> Message {
        let unexpected = match order.command {
            Command::Undo => self.unexpectedly_undone(),
            _ => None,
        };
        unexpected.unwrap_or_else(|| self.execute(order))
    }

    /// What undo would undo, where that was not recorded here since the screen was opened, or lies
    /// before an unlocking, which is not undone itself.
    fn unexpectedly_undone(&self) -> Option<Message> {
        let (Some(workspace), Page::Main(model)) = (&self.workspace, &self.page) else {
            return None;
        };
        let found = workspace.undoable().and_then(|facts| {
            let last = workspace.record().tail(1)?;
            Ok((facts, last))
        });
        match found {
            Ok((facts, last)) => {
                let is_own = facts.iter().all(|fact| model.own.contains(&fact.action));
                let is_unlocking = |fact: &Fact| matches!(fact.entry, Entry::WeekUnlocked { .. });
                // Where there is nothing, that is said.
                let is_expected = facts.is_empty() || is_own && !last.iter().any(is_unlocking);
                (!is_expected).then_some(Message::AskedToUndo(facts))
            }
            Err(error) => Some(failed(&error, model.lang)),
        }
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

    /// Has the status report of a week copied.
    fn copy_report(&mut self, week: Week) -> Option<Message> {
        let lang = self.page.lang();
        let report = self.workspace.as_ref()?.report(week, None, lang);
        let text = match report.map(|report| write(&report)) {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => return Some(Message::Failed(error.to_string(), None)),
            Err(error) => return Some(failed(&error, lang)),
        };
        let what = words::report_of(week, lang);
        self.on_terminal.push(Effect::Copy { text, what });
        None
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

    fn set_up(&mut self, school: &School, lang: Lang) -> Message {
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
                let outfit = self.page.outfit();
                let model = Model::new(Board::of(&workspace), lang, self.size, outfit);
                self.page = Page::Main(Box::new(model));
                self.workspace = Some(workspace);
                self.has_moved = true;
                Message::Drawn
            }
            Err(error) => failed(&error, lang),
        }
    }
}

pub(super) fn failed(error: &WorkspaceError, lang: Lang) -> Message {
    let (what, hint) = error.say_on_screen(lang);
    Message::Failed(what, hint)
}
