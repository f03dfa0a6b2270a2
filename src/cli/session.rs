//! What every command needs: where the home is, the language, the day, the way out.

use super::args::Global;
use super::failure::{Failure, Kind};
use super::output::Output;
use crate::assess::ItemIndex;
use crate::calendar::Week;
use crate::clock::Clock;
use crate::school::School;
use crate::text::errors::why;
use crate::text::{
    Lang, parse_day, parse_day_ahead, parse_week, refusal, to_ascii, visible, visible_json,
};
use crate::workspace::{Command, Doing, Home, Outcome, Refusal, View, Workspace, WorkspaceError};
use crate::workspace::{profile, resolve};
use chrono::NaiveDate;
use serde::Serialize;
use std::path::Path;

/// What every command needs.
#[derive(Debug)]
pub struct Session {
    home: Option<Home>,
    clock: Clock,
    today: Option<NaiveDate>,
    lang: Lang,
    json: bool,
    /// The school's profile, where it was read for its language.
    profile: Option<School>,
}

impl Session {
    /// A session of these options; `locale` is the language of the user's locale.
    ///
    /// # Errors
    /// Where `--today` names no day; in the language that was asked for, or the locale's.
    pub fn new(global: &Global, clock: Clock, locale: Lang) -> Result<Self, Failure> {
        let said: Option<Lang> = global.lang.as_deref().and_then(|lang| lang.parse().ok());
        let home = match &global.home {
            Some(folder) => Some(Home::at(folder)),
            None => Home::of_platform(),
        };
        let mut session = Self {
            home,
            clock,
            today: None,
            lang: said.unwrap_or(locale),
            json: global.json,
            profile: None,
        };
        session.today = match &global.today {
            Some(text) => Some(session.day(text)?),
            None => None,
        };
        if said.is_none() {
            session.profile = session.home.as_ref().and_then(|home| profile(home).ok());
            let of_school = session.profile.as_ref().and_then(|school| school.language);
            session.lang = of_school.unwrap_or(locale);
        }
        Ok(session)
    }

    /// The language to speak: what was asked for, or the school's, or the locale's.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The profile of the school in the home, where there is a good one.
    #[must_use]
    pub fn profile(&self) -> Option<&School> {
        self.profile.as_ref()
    }

    /// The home.
    ///
    /// # Errors
    /// Where the user has none and named none.
    pub fn home(&self) -> Result<&Home, Failure> {
        let none = || Failure::workspace(&WorkspaceError::NoHome, self.lang);
        self.home.as_ref().ok_or_else(none)
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The day to judge for, where `--today` names one.
    #[must_use]
    pub fn today(&self) -> Option<NaiveDate> {
        self.today
    }

    /// The day to judge for.
    pub(super) fn day_of_judgement(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| self.clock.today())
    }

    pub(super) fn is_json(&self) -> bool {
        self.json
    }

    /// Opens the school's home. Says so where nothing at all is recorded: setting a school up
    /// records something, so the record may have been lost.
    pub(super) fn open(&self) -> Result<Workspace, Failure> {
        self.open_since(Week::of(self.day_of_judgement()))
    }

    /// The same, with everything at hand that matters since a week.
    pub(super) fn open_since(&self, week: Week) -> Result<Workspace, Failure> {
        let workspace = self.opened(self.profile.clone(), week)?;
        let record = workspace.record();
        let is_empty = record.is_empty().map_err(WorkspaceError::from);
        if is_empty.map_err(|error| self.failure(&error))? {
            let hint = crate::text::errors::HINT.of(self.lang);
            let said = crate::text::cli::empty_record(record.path(), self.lang);
            anstream::eprintln!("{hint}{}", visible(&said));
        }
        Ok(workspace)
    }

    /// Opens the home of a school that was set up just now.
    pub(super) fn open_new(&self) -> Result<Workspace, Failure> {
        self.opened(None, Week::of(self.day_of_judgement()))
    }

    /// Opens the home, whose profile may have been read before.
    fn opened(&self, profile: Option<School>, week: Week) -> Result<Workspace, Failure> {
        let (home, clock, today) = (self.home()?.clone(), self.clock, self.today);
        let opened = match profile {
            Some(profile) => Workspace::open_of(profile, home, clock, today, week),
            None => Workspace::open_since(home, clock, today, week),
        };
        opened.map_err(|error| self.failure(&error))
    }

    /// The day that was typed.
    pub(super) fn day(&self, text: &str) -> Result<NaiveDate, Failure> {
        parse_day(text, self.day_of_judgement())
            .map_err(|_| Failure::input(refusal::no_day(text, self.lang)))
    }

    /// The day that was typed, or the day to judge for.
    pub(super) fn day_or_today(&self, text: Option<&str>) -> Result<NaiveDate, Failure> {
        text.map_or_else(|| Ok(self.day_of_judgement()), |text| self.day(text))
    }

    /// The day that was typed, which may lie ahead.
    pub(super) fn day_ahead(&self, text: &str) -> Result<NaiveDate, Failure> {
        parse_day_ahead(text, self.day_of_judgement())
            .map_err(|_| Failure::input(refusal::no_day_ahead(text, self.lang)))
    }

    /// The day as of which to look, where one was typed. Nothing is known of a day to come.
    pub(super) fn as_of(&self, text: Option<&str>) -> Result<Option<NaiveDate>, Failure> {
        let Some(text) = text else {
            return Ok(None);
        };
        let (on, today) = (self.day(text)?, self.day_of_judgement());
        if on > today {
            let refusal = Refusal::Future { on, today };
            return Err(Failure::refused(&[refusal], self.lang));
        }
        Ok(Some(on))
    }

    /// The week that was typed, or the one of the day to judge for. Weeks that have not begun are
    /// refused.
    pub(super) fn week(&self, text: Option<&str>) -> Result<Week, Failure> {
        self.week_as_of(text, self.day_of_judgement())
    }

    /// The week that was typed, or the one of `day`. Weeks that had not begun then are refused.
    pub(super) fn week_as_of(&self, text: Option<&str>, day: NaiveDate) -> Result<Week, Failure> {
        let current = Week::of(day);
        let Some(text) = text else {
            return Ok(current);
        };
        let week = parse_week(text, day)
            .map_err(|error| Failure::input(crate::text::cli::week(&error, self.lang)))?;
        if week > current {
            let words = crate::text::cli::week_not_begun(week, current, self.lang);
            return Err(Failure::input(words));
        }
        Ok(week)
    }

    /// The whole number that was typed, also as `3,891` or in full-width digits.
    pub(super) fn number(&self, said: &str) -> Result<u64, Failure> {
        let digits = to_ascii(said.trim()).replace([',', '_', ' '], "");
        digits
            .parse()
            .map_err(|_| Failure::input(crate::text::cli::no_number(said, self.lang)))
    }

    /// A number of six digits that nobody chose.
    pub(super) fn seed(&self) -> u64 {
        u64::from(self.clock.now().timestamp_subsec_micros())
    }

    /// The school as of today, or as it was known on `as_of`, with all that matters since `week`.
    pub(super) fn view(
        &self,
        workspace: &Workspace,
        as_of: Option<NaiveDate>,
        week: Week,
    ) -> Result<View, Failure> {
        let view = match as_of {
            Some(day) => workspace.view_as_of(day, week),
            None => workspace.view_since(week),
        };
        view.map_err(|error| self.failure(&error))
    }

    /// The items that were typed.
    pub(super) fn items(
        &self,
        workspace: &Workspace,
        names: &[String],
    ) -> Result<Vec<ItemIndex>, Failure> {
        resolve(&workspace.premises(), names)
            .map_err(|refusals| Failure::refused(&refusals, self.lang))
    }

    /// The item that was typed.
    pub(super) fn item(&self, workspace: &Workspace, name: &str) -> Result<ItemIndex, Failure> {
        let found = self.items(workspace, &[name.to_owned()])?;
        found.first().copied().ok_or_else(|| {
            let words = refusal::unknown_item(name, &[], self.lang);
            Failure::input(words)
        })
    }

    /// Carries an order out and says what was recorded, in words or as JSON.
    pub(super) fn execute(
        &self,
        workspace: &mut Workspace,
        command: &Command,
        by: Option<&str>,
    ) -> Result<Outcome, Failure> {
        let by = self.recorder(workspace, by)?;
        workspace
            .execute(command, &by)
            .map_err(|error| Failure::workspace(&error, self.lang))
    }

    /// Who records something: who was named, or the principal.
    pub(super) fn recorder(
        &self,
        workspace: &Workspace,
        by: Option<&str>,
    ) -> Result<String, Failure> {
        let lang = self.lang;
        let by = by.map_or_else(|| workspace.who(lang), str::to_owned);
        if by.trim().is_empty() {
            let name = refusal::NAME.of(lang);
            return Err(Failure::input(refusal::empty(name, lang)));
        }
        Ok(by)
    }

    /// Carries an order out and prints one line for each fact.
    pub(super) fn execute_and_say(
        &self,
        workspace: &mut Workspace,
        command: &Command,
        by: Option<&str>,
    ) -> Result<(), Failure> {
        let outcome = self.execute(workspace, command, by)?;
        let lang = self.lang;
        let mut out = Output::new();
        for fact in &outcome.recorded {
            out.line(&crate::text::facts::fact(fact, lang));
        }
        self.finish(out)
    }

    /// Prints what a command has to say.
    pub(super) fn finish(&self, out: Output) -> Result<(), Failure> {
        out.print().map_err(|error| self.cannot_print(&error))
    }

    /// Prints data as JSON.
    pub(super) fn print_json<T: Serialize>(&self, value: &T) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(value)
            .map_err(|error| Failure::new(Kind::Fault, error.to_string(), None))?;
        text.push('\n');
        Output::raw(visible_json(&text).into_owned())
            .print()
            .map_err(|error| self.cannot_print(&error))
    }

    /// Prints data for a program, as it is. A reader that has gone is no error.
    pub(super) fn print_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        use std::io::{ErrorKind, Write};
        let mut out = std::io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(self.cannot_print(&error)),
            _ => Ok(()),
        }
    }

    pub(super) fn cannot_print(&self, error: &std::io::Error) -> Failure {
        let message = crate::text::cli::cannot_print(&why(error, self.lang), self.lang);
        Failure::new(Kind::Fault, visible(&message).into_owned(), None)
    }

    pub(super) fn cannot_read(&self, path: &Path, error: std::io::Error) -> Failure {
        let (doing, path) = (Doing::Reading, path.to_owned());
        self.failure(&WorkspaceError::Io {
            doing,
            path,
            source: error,
        })
    }

    /// The failure of a workspace, in the session's language.
    pub(super) fn failure(&self, error: &WorkspaceError) -> Failure {
        Failure::workspace(error, self.lang)
    }
}
