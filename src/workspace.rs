//! A school's home, opened: profile, calendar, checklists and record together, and everything that
//! a user can order.
//!
//! Faces hold a [`Workspace`], ask it for judgements and give it [`Command`]s. What is ordered is
//! on disk before [`Workspace::execute`] returns.

pub mod catalog;
mod command;
pub mod dataset;
pub mod demo;
mod error;
mod evidence;
pub mod gathering;
mod home;
mod layouts;
mod ledger;
mod naming;
mod order;
mod plan;
mod profile;
mod refusal;
mod reporting;
pub mod rollup_ledger;
mod setting;
pub mod setup;
pub mod signature;
pub mod simulation;
#[cfg(test)]
mod tests;
mod view;

pub use command::{Command, FindingText, MatterRef, Ruling, WITHIN};
pub use error::{Doing, WorkspaceError};
pub use evidence::evidence_at;
pub use home::Home;
pub use layouts::{LayoutOffer, layout, layout_for, layouts};
pub use ledger::sent_otherwise;
pub use naming::{finding_id, resolve, scope};
pub use plan::{Circumstances, plan};
pub use refusal::{Field, Refusal, ReviewRefusal};
pub use reporting::{Contents, ReportAsked};
pub use view::View;

use crate::assess::{Adopted, Assessment, Premises, assess_week};
use crate::calendar::{SchoolCalendar, Week, holidays::Holidays};
use crate::clock::Clock;
use crate::fact::Fact;
use crate::format::{read_holidays, read_school};
use crate::record::{Access, Record, RecordError};
use crate::school::School;
use crate::text::Lang;
use chrono::NaiveDate;
use setting::Setting;
use std::io;
use std::sync::Arc;

/// A school's home, opened.
pub struct Workspace {
    home: Home,
    clock: Clock,
    today: Option<NaiveDate>,
    /// The school as its files say.
    setting: Setting,
    record: Record,
    /// How many facts were taken in.
    length: u64,
    /// The day since which everything that matters is at hand.
    since: NaiveDate,
    facts: Vec<Fact>,
    view: View,
}

/// What an order brought about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What was recorded.
    pub recorded: Vec<Fact>,
    /// What was undone or done again, where the order was to undo or redo.
    pub revoked: Vec<Fact>,
}

/// What a revocation means, with the facts that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revocation {
    /// They are undone.
    Undone(Vec<Fact>),
    /// They were undone, and are done again.
    Redone(Vec<Fact>),
}

impl Revocation {
    /// The facts.
    #[must_use]
    pub fn into_facts(self) -> Vec<Fact> {
        match self {
            Self::Undone(facts) | Self::Redone(facts) => facts,
        }
    }
}

impl Workspace {
    /// Opens the home of a school. `today` is the day to judge for, the clock's where it is `None`.
    ///
    /// # Errors
    /// [`WorkspaceError`], with everything that is wrong with a file at once.
    pub fn open(
        home: Home,
        clock: Clock,
        today: Option<NaiveDate>,
    ) -> Result<Self, WorkspaceError> {
        let day = today.unwrap_or_else(|| clock.today());
        Self::open_since(home, clock, today, Week::of(day))
    }

    /// The same, with everything at hand that matters since `week`.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_since(
        home: Home,
        clock: Clock,
        today: Option<NaiveDate>,
        week: Week,
    ) -> Result<Self, WorkspaceError> {
        let profile = profile(&home)?;
        Self::open_of(profile, home, clock, today, week)
    }

    /// The same with the profile in `home`, which was read before.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_of(
        profile: School,
        home: Home,
        clock: Clock,
        today: Option<NaiveDate>,
        week: Week,
    ) -> Result<Self, WorkspaceError> {
        let setting = Setting::new(profile, holidays(&home)?);
        let record = open_record(&home)?;
        let day = today.unwrap_or_else(|| clock.today());
        let view = View {
            school: Arc::clone(&setting.profile),
            calendar: Arc::clone(&setting.calendar),
            adopted: Arc::new([]),
            history: Arc::default(),
            day,
        };
        let mut workspace = Self {
            home,
            clock,
            today,
            setting,
            record,
            length: 0,
            // The review looks at the week before as well.
            since: Week::of(day).previous().min(week).monday(),
            facts: Vec::new(),
            view,
        };
        workspace.reload()?;
        Ok(workspace)
    }

    /// Where its files are.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The school.
    #[must_use]
    pub fn school(&self) -> &School {
        &self.view.school
    }

    /// The school, to be kept by a screen.
    #[must_use]
    pub fn school_shared(&self) -> Arc<School> {
        Arc::clone(&self.view.school)
    }

    /// The school days, to be kept by a screen.
    #[must_use]
    pub fn calendar_shared(&self) -> Arc<SchoolCalendar> {
        Arc::clone(&self.view.calendar)
    }

    /// The checklists, to be kept by a screen.
    #[must_use]
    pub fn adopted_shared(&self) -> Arc<[Adopted]> {
        Arc::clone(&self.view.adopted)
    }

    /// The record, for reading.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The day to judge for.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| self.clock.today())
    }

    /// The school as the record shows it, as of today.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What judgements rest on.
    #[must_use]
    pub fn premises(&self) -> Premises<'_> {
        self.view.premises()
    }

    /// The number of the next entry of the record.
    #[must_use]
    pub fn next_entry(&self) -> u64 {
        self.length + 1
    }

    /// The judgement of this week as of today.
    #[must_use]
    pub fn assess(&self) -> Assessment {
        assess_week(&self.premises(), Week::of(self.today()), self.today())
    }

    /// Makes sure that the facts that matter to `week` are at hand.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn reach_back(&mut self, week: Week) -> Result<(), WorkspaceError> {
        if week.monday() < self.since {
            self.since = week.monday();
            self.reload()?;
        }
        Ok(())
    }

    /// Takes in what other programs recorded meanwhile, and says whether there was anything.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn refresh(&mut self) -> Result<bool, WorkspaceError> {
        let changed = self.record.changed()?;
        if changed {
            self.reload()?;
        }
        Ok(changed)
    }

    /// Who enters things where nobody is named: the principal, by name if the profile gives it.
    #[must_use]
    pub fn who(&self, lang: Lang) -> String {
        match self.view.school.principal() {
            Some(person) => person.name.clone(),
            None => crate::text::words::PRINCIPAL.of(lang).to_owned(),
        }
    }

    /// Closes the record as the program ends. What is in memory goes with the process, at once
    /// rather than piece by piece.
    pub fn end(self) {
        let Self {
            record,
            facts,
            view,
            setting,
            ..
        } = self;
        std::mem::forget((facts, view, setting));
        drop(record);
    }

    fn reload(&mut self) -> Result<(), WorkspaceError> {
        self.length = self.record.len()?;
        self.facts = self.standing(self.since)?;
        self.view = self.view_of(&self.setting, &self.facts, self.today())?;
        Ok(())
    }
}

/// The profile of the school in `home`.
///
/// # Errors
/// Where there is none or it cannot be read, or with everything that is wrong with it.
pub fn profile(home: &Home) -> Result<School, WorkspaceError> {
    let path = home.school_file();
    let bytes = match catalog::read(&path) {
        Err(WorkspaceError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            return Err(WorkspaceError::NotSetUp(path));
        }
        read => read?,
    };
    read_school(&path.display().to_string(), &bytes)
        .map_err(|problems| WorkspaceError::Problems(vec![problems]))
}

/// The record, for writing where that is possible.
fn open_record(home: &Home) -> Result<Record, WorkspaceError> {
    let path = home.record_file();
    let access = if home.is_throwaway() {
        Access::Throwaway
    } else {
        Access::ReadWrite
    };
    match Record::open(&path, access) {
        Err(RecordError::ReadOnly { .. }) => Ok(Record::open(&path, Access::ReadOnly)?),
        opened => Ok(opened?),
    }
}

fn holidays(home: &Home) -> Result<Holidays, WorkspaceError> {
    let mut holidays = Holidays::built_in().clone();
    let mut problems = Vec::new();
    for path in catalog::files(&home.holidays(), &["json"])? {
        match read_holidays(&path.display().to_string(), &catalog::read(&path)?) {
            Ok((year, days)) => holidays.replace_year(year, days),
            Err(found) => problems.push(found),
        }
    }
    if problems.is_empty() {
        Ok(holidays)
    } else {
        Err(WorkspaceError::Problems(problems))
    }
}
