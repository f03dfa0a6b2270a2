//! A school's home, opened: profile, calendar, checklists and record together, and everything that
//! a user can order.
//!
//! Faces hold a [`Workspace`], ask it for judgements and give it [`Command`]s. What is ordered is
//! on disk before [`Workspace::execute`] returns.

pub mod catalog;
mod command;
mod error;
mod evidence;
mod home;
mod naming;
mod plan;
mod refusal;
pub mod setup;
#[cfg(test)]
mod tests;

pub use command::{Command, FindingText, MatterRef, Ruling, WITHIN};
pub use error::{Doing, WorkspaceError};
pub use evidence::evidence_at;
pub use home::Home;
pub use naming::resolve;
pub use plan::plan;
pub use refusal::{Field, Refusal};

use crate::assess::{Adopted, Assessment, Premises, assess_week};
use crate::calendar::{SchoolCalendar, Week, holidays::Holidays};
use crate::checklist::{Checklist, RoleId};
use crate::clock::Clock;
use crate::fact::{ActionId, Entry, Fact, History, redo_target, undo_target};
use crate::format::{read_holidays, read_school};
use crate::record::{Access, NewFact, Record, RecordError};
use crate::report::{Occasion, RecordHead, StatusReport, status_report};
use crate::school::{Adoption, School};
use crate::text::Lang;
use chrono::{NaiveDate, SubsecRound};
use std::io;
use std::sync::Arc;

/// How many facts of the record's end are looked at first to find what to undo.
const TAIL: usize = 64;
/// How often an order is planned anew because another program wrote meanwhile.
const TRIES: usize = 8;

/// A school's home, opened.
pub struct Workspace {
    home: Home,
    clock: Clock,
    today: Option<NaiveDate>,
    school: Arc<School>,
    calendar: Arc<SchoolCalendar>,
    adopted: Arc<[Adopted]>,
    record: Record,
    length: u64,
    since: NaiveDate,
    facts: Vec<Fact>,
    history: History,
}

/// The language that the profile in `home` asks for, where it can be read and says so.
#[must_use]
pub fn language(home: &Home) -> Option<Lang> {
    profile(home).ok()?.language
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
        let school = profile(&home)?;
        let calendar = school.calendar(holidays(&home)?);
        let record = open_record(&home)?;
        let since = Week::of(today.unwrap_or_else(|| clock.today())).monday();
        let mut workspace = Self {
            home,
            clock,
            today,
            school: Arc::new(school),
            calendar: Arc::new(calendar),
            adopted: Arc::new([]),
            record,
            length: 0,
            since,
            facts: Vec::new(),
            history: History::default(),
        };
        workspace.reload()?;
        workspace.adopted = workspace.adopt()?.into();
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
        &self.school
    }

    /// The school, to be kept by a screen.
    #[must_use]
    pub fn school_shared(&self) -> Arc<School> {
        Arc::clone(&self.school)
    }

    /// The school days, to be kept by a screen.
    #[must_use]
    pub fn calendar_shared(&self) -> Arc<SchoolCalendar> {
        Arc::clone(&self.calendar)
    }

    /// The checklists, to be kept by a screen.
    #[must_use]
    pub fn adopted_shared(&self) -> Arc<[Adopted]> {
        Arc::clone(&self.adopted)
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

    /// What judgements rest on.
    #[must_use]
    pub fn premises(&self) -> Premises<'_> {
        Premises {
            school: &self.school,
            calendar: &self.calendar,
            adopted: &self.adopted,
            history: &self.history,
        }
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

    /// The status report of `week` as of today.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn report(&mut self, week: Week, lang: Lang) -> Result<StatusReport, WorkspaceError> {
        self.reach_back(week)?;
        let head = self.record.head_at(self.length)?;
        let occasion = Occasion {
            lang,
            generated_at: self.clock.now().trunc_subsecs(0),
            record: RecordHead {
                writer: self.record.writer().to_owned(),
                facts: head.facts,
                head: head.root.to_string(),
            },
        };
        let assessment = assess_week(&self.premises(), week, self.today());
        Ok(status_report(&self.premises(), &assessment, occasion))
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

    /// Carries an order out: it is on disk when this returns.
    ///
    /// # Errors
    /// [`WorkspaceError::Refused`] with every reason, or where the record cannot be written. Then
    /// nothing of the order is recorded.
    pub fn execute(&mut self, command: &Command, by: &str) -> Result<Outcome, WorkspaceError> {
        for _ in 0..TRIES {
            match self.attempt(command, by) {
                Err(WorkspaceError::Record(RecordError::Moved { .. })) => self.reload()?,
                done => return done,
            }
        }
        Err(WorkspaceError::Busy)
    }

    fn attempt(&mut self, command: &Command, by: &str) -> Result<Outcome, WorkspaceError> {
        let revoked = self.target(command)?;
        let facts = match &revoked {
            Some(action) => vec![NewFact {
                subject: None,
                entry: Entry::Revoked {
                    action: action.clone(),
                },
            }],
            None => {
                plan(&self.premises(), self.today(), command).map_err(WorkspaceError::Refused)?
            }
        };
        self.record_adoptions(by)?;
        let recorded = self.append(by, &facts)?;
        let revoked = match &revoked {
            Some(action) => self.revocation(action)?.into_facts(),
            None => Vec::new(),
        };
        Ok(Outcome { recorded, revoked })
    }

    /// Records that the school follows what its profile says, where the record does not say so yet.
    ///
    /// # Errors
    /// Where the record cannot be written.
    pub fn record_adoptions(&mut self, by: &str) -> Result<(), WorkspaceError> {
        let mut facts = Vec::new();
        for adopted in self.adopted.iter() {
            if !is_recorded(&self.facts, adopted) {
                let body = serde_json::to_string(&*adopted.checklist)
                    .map_err(|_| WorkspaceError::BadSnapshot(adopted.checklist.id.clone()))?;
                self.record.put_document(&adopted.digest, &body)?;
                facts.push(adoption_fact(adopted));
            }
        }
        if !facts.is_empty() {
            self.append(by, &facts)?;
        }
        Ok(())
    }

    /// Who enters things where nobody is named: the principal, by name if the profile gives it.
    #[must_use]
    pub fn who(&self, lang: Lang) -> String {
        let role: Result<RoleId, _> = "principal".parse();
        let person = role.ok().and_then(|role| self.school.person(&role));
        match person {
            Some(person) => person.name.clone(),
            None => crate::text::words::PRINCIPAL.of(lang).to_owned(),
        }
    }

    /// What undo would undo, as facts; empty where there is nothing.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn undoable(&self) -> Result<Vec<Fact>, WorkspaceError> {
        match self.last_action(undo_target)? {
            Some(action) => self.facts_of(&action),
            None => Ok(Vec::new()),
        }
    }

    /// The action that an order to undo or redo revokes; `None` for other orders.
    fn target(&self, command: &Command) -> Result<Option<ActionId>, WorkspaceError> {
        let refused = |refusal| Err(WorkspaceError::Refused(vec![refusal]));
        match command {
            Command::Undo => match self.last_action(undo_target)? {
                None => refused(Refusal::NothingToUndo),
                found => Ok(found),
            },
            Command::Redo => match self.last_action(redo_target)? {
                None => refused(Refusal::NothingToRedo),
                found => Ok(found),
            },
            Command::Revoke { action } => {
                let facts = self.facts_of(action)?;
                let stands = facts.iter().any(|fact| {
                    fact.entry.is_undoable() && !matches!(fact.entry, Entry::Revoked { .. })
                }) && self.record.stands(action)?;
                if stands {
                    Ok(Some(action.clone()))
                } else {
                    refused(Refusal::NotUndoable)
                }
            }
            _ => Ok(None),
        }
    }

    fn last_action(
        &self,
        find: fn(&[Fact]) -> Option<ActionId>,
    ) -> Result<Option<ActionId>, WorkspaceError> {
        let mut count = TAIL;
        loop {
            let tail = self.record.tail(count)?;
            let found = find(&tail);
            if found.is_some() || tail.len() < count {
                return Ok(found);
            }
            count *= 4;
        }
    }

    fn facts_of(&self, action: &ActionId) -> Result<Vec<Fact>, WorkspaceError> {
        Ok(self.record.facts_of_action(action)?)
    }

    /// What revoking `action` meant.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn revocation(&self, action: &ActionId) -> Result<Revocation, WorkspaceError> {
        let facts = self.facts_of(action)?;
        match facts.first().map(|fact| &fact.entry) {
            Some(Entry::Revoked { action }) => Ok(Revocation::Redone(self.facts_of(action)?)),
            _ => Ok(Revocation::Undone(facts)),
        }
    }

    fn append(&mut self, by: &str, facts: &[NewFact]) -> Result<Vec<Fact>, WorkspaceError> {
        let recorded = self
            .record
            .append(self.length, self.clock.now(), by, facts)?;
        let revokes = |fact: &Fact| matches!(fact.entry, Entry::Revoked { .. });
        if recorded.iter().any(revokes) {
            self.reload()?;
        } else {
            self.length += recorded.len() as u64;
            self.facts.extend(recorded.iter().cloned());
            self.history = History::of(&self.facts, self.today());
        }
        Ok(recorded)
    }

    fn reload(&mut self) -> Result<(), WorkspaceError> {
        self.length = self.record.len()?;
        self.facts = self.record.standing(self.since)?;
        self.history = History::of(&self.facts, self.today());
        Ok(())
    }

    fn adopt(&self) -> Result<Vec<Adopted>, WorkspaceError> {
        let adoptions = self.school.checklists.iter();
        adoptions.map(|adoption| self.adopt_one(adoption)).collect()
    }

    /// The checklist as it was when adopted, from the record's copy; from the catalog where it has
    /// not been recorded yet.
    fn adopt_one(&self, adoption: &Adoption) -> Result<Adopted, WorkspaceError> {
        let digest = self.facts.iter().rev().find_map(|fact| match &fact.entry {
            Entry::ChecklistAdopted {
                checklist, digest, ..
            } if *checklist == adoption.id => Some(digest.clone()),
            _ => None,
        });
        let (checklist, digest) = if let Some(digest) = digest {
            let body = self.record.document(&digest)?;
            let checklist: Option<Checklist> =
                body.and_then(|body| serde_json::from_str(&body).ok());
            let bad = || WorkspaceError::BadSnapshot(adoption.id.clone());
            (checklist.ok_or_else(bad)?, digest)
        } else {
            let offer = catalog::offer(&self.home, &adoption.id)?;
            (offer.checklist, offer.digest)
        };
        Ok(Adopted {
            checklist: Arc::new(checklist),
            digest,
            adoption: adoption.clone(),
        })
    }
}

fn profile(home: &Home) -> Result<School, WorkspaceError> {
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

fn is_recorded(facts: &[Fact], adopted: &Adopted) -> bool {
    let fact = adoption_fact(adopted);
    let of_checklist = |fact: &&Fact| match &fact.entry {
        Entry::ChecklistAdopted { checklist, .. } => *checklist == adopted.checklist.id,
        _ => false,
    };
    let last = facts.iter().rev().find(of_checklist);
    last.is_some_and(|last| last.entry == fact.entry)
}

fn adoption_fact(adopted: &Adopted) -> NewFact {
    NewFact {
        subject: None,
        entry: Entry::ChecklistAdopted {
            checklist: adopted.checklist.id.clone(),
            version: adopted.checklist.version,
            digest: adopted.digest.clone(),
            since: adopted.adoption.since,
            required_from: adopted.adoption.required_from(),
        },
    }
}

/// The record, for writing where that is possible.
fn open_record(home: &Home) -> Result<Record, WorkspaceError> {
    let path = home.record_file();
    match Record::open(&path, Access::ReadWrite) {
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
