//! Orders: planned, recorded, undone and done again.

use super::command::Command;
use super::error::WorkspaceError;
use super::plan::{Circumstances, plan};
use super::refusal::Refusal;
use super::{Outcome, Revocation, Workspace};
use crate::calendar::Week;
use crate::fact::{ActionId, Entry, Fact, Subject, redo_target, undo_target};
use crate::record::{NewFact, RecordError};
use chrono::NaiveDate;

/// How many facts of the record's end are looked at first to find what to undo.
const TAIL: usize = 64;
/// How often an order is planned anew because another program wrote meanwhile.
const TRIES: usize = 8;

impl Workspace {
    /// Carries an order out: it is on disk when this returns.
    ///
    /// # Errors
    /// [`WorkspaceError::Refused`] with every reason, or where the record cannot be written. Then
    /// nothing of the order is recorded.
    pub fn execute(&mut self, command: &Command, by: &str) -> Result<Outcome, WorkspaceError> {
        if let Some(week) = earliest_week(command) {
            self.reach_back(week)?;
        }
        for _ in 0..TRIES {
            match self.attempt(command, by) {
                Err(WorkspaceError::Record(RecordError::Moved { .. })) => self.reload()?,
                done => return done,
            }
        }
        Err(WorkspaceError::Busy)
    }

    fn attempt(&mut self, command: &Command, by: &str) -> Result<Outcome, WorkspaceError> {
        // Refused before anything is recorded.
        let mut ordered = self.ordered(command, by)?;
        if self.record_profile(by)? {
            ordered = self.ordered(command, by)?;
        }
        let (facts, target) = ordered;
        let recorded = self.append(by, &facts)?;
        let revoked = match &target {
            Some(action) => self.revocation(action)?.into_facts(),
            None => Vec::new(),
        };
        Ok(Outcome { recorded, revoked })
    }

    /// The facts that carry an order out, and the action that they revoke.
    fn ordered(
        &mut self,
        command: &Command,
        by: &str,
    ) -> Result<(Vec<NewFact>, Option<ActionId>), WorkspaceError> {
        let Some(action) = self.target(command)? else {
            return Ok((self.planned(command, by)?, None));
        };
        let revocation = NewFact {
            subject: None,
            entry: Entry::Revoked {
                action: action.clone(),
            },
        };
        Ok((vec![revocation], Some(action)))
    }

    /// The facts that carry an order out that is none to undo or do again.
    fn planned(&mut self, command: &Command, by: &str) -> Result<Vec<NewFact>, WorkspaceError> {
        if let Command::UpgradeChecklist { checklist } = command {
            let today = self.today();
            if let Some(locked) = Refusal::of_lock(&self.view.history, Week::of(today)) {
                return Err(WorkspaceError::Refused(vec![locked]));
            }
            return self.upgrade(checklist, today);
        }
        let mut facts = self.plan(command, by)?;
        let about = facts.iter().map(|f| (f.subject.as_ref(), &f.entry));
        if let Some(first) = self.first_week(about)
            && first.monday() < self.since
        {
            // Whether that week is locked was not at hand.
            self.reach_back(first)?;
            facts = self.plan(command, by)?;
        }
        for fact in &mut facts {
            if let Entry::WeekSigned {
                facts,
                head,
                setting,
                ..
            } = &mut fact.entry
            {
                *head = self.record.head_at(*facts)?.root.to_string();
                *setting = self.keep_setting()?;
            }
        }
        Ok(facts)
    }

    fn plan(&self, command: &Command, by: &str) -> Result<Vec<NewFact>, WorkspaceError> {
        let circumstances = Circumstances {
            today: self.today(),
            by,
            next: self.length + 1,
        };
        plan(&self.premises(), circumstances, command).map_err(WorkspaceError::Refused)
    }

    /// The earliest week that any of those is about.
    fn first_week<'a>(
        &self,
        facts: impl Iterator<Item = (Option<&'a Subject>, &'a Entry)>,
    ) -> Option<Week> {
        let history = &self.view.history;
        let weeks = facts.filter_map(|(subject, entry)| history.week_of(subject, entry));
        weeks.min()
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
    fn target(&mut self, command: &Command) -> Result<Option<ActionId>, WorkspaceError> {
        let refused = |refusal| Err(WorkspaceError::Refused(vec![refusal]));
        let target = match command {
            Command::Undo => match self.last_action(undo_target)? {
                None => return refused(Refusal::NothingToUndo),
                Some(found) => found,
            },
            Command::Redo => match self.last_action(redo_target)? {
                None => return refused(Refusal::NothingToRedo),
                Some(found) => found,
            },
            Command::Revoke { action } => {
                let facts = self.facts_of(action)?;
                let stands = facts.iter().any(|fact| {
                    fact.entry.is_undoable() && !matches!(fact.entry, Entry::Revoked { .. })
                }) && self.record.stands(action)?;
                if !stands {
                    return refused(Refusal::NotUndoable);
                }
                action.clone()
            }
            _ => return Ok(None),
        };
        self.respect_locks(&target)?;
        Ok(Some(target))
    }

    /// Refuses to undo, or do again, what is about a locked week.
    fn respect_locks(&mut self, action: &ActionId) -> Result<(), WorkspaceError> {
        let facts = self.revocation(action)?.into_facts();
        let about = facts.iter().map(|f| (f.subject.as_ref(), &f.entry));
        if let Some(first) = self.first_week(about) {
            self.reach_back(first)?;
        }
        let history = &self.view.history;
        let weeks = facts.iter();
        let weeks = weeks.filter(|fact| !matches!(fact.entry, Entry::ReportSent(_)));
        let weeks = weeks.filter_map(|f| history.week_of(f.subject.as_ref(), &f.entry));
        let mut locks: Vec<Refusal> = weeks
            .filter_map(|week| Refusal::of_lock(history, week))
            .collect();
        locks.dedup();
        if locks.is_empty() {
            Ok(())
        } else {
            Err(WorkspaceError::Refused(locks))
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

    /// Adds facts to the record and takes them in.
    pub(super) fn append(
        &mut self,
        by: &str,
        facts: &[NewFact],
    ) -> Result<Vec<Fact>, WorkspaceError> {
        let recorded = self
            .record
            .append(self.length, self.clock.now(), by, facts)?;
        let revokes = |fact: &Fact| matches!(fact.entry, Entry::Revoked { .. });
        if recorded.iter().any(revokes) {
            self.reload()?;
        } else {
            self.length += recorded.len() as u64;
            self.facts.extend(recorded.iter().cloned());
            self.view = self.view_of(&self.setting, &self.facts, self.today())?;
        }
        Ok(recorded)
    }
}

/// The earliest week that an order is about, where it names one or a day.
fn earliest_week(command: &Command) -> Option<Week> {
    let day: Option<NaiveDate> = match command {
        Command::CompleteItems { on, .. }
        | Command::ReopenItems { on, .. }
        | Command::MeasureItem { on, .. }
        | Command::NoteItem { on, .. }
        | Command::RaiseFinding { on, .. }
        | Command::FixFinding { on, .. }
        | Command::InspectItem { on, .. }
        | Command::ImportInspections { on, .. }
        | Command::OpenEvent { on, .. }
        | Command::CloseEvent { on, .. } => Some(*on),
        Command::AttachEvidence { evidence, .. } => Some(evidence.on),
        _ => None,
    };
    match command {
        Command::Decide { week, .. }
        | Command::ConfirmWeek { week }
        | Command::SignWeek { week, .. }
        | Command::UnlockWeek { week, .. } => Some(week.previous()),
        _ => day.map(Week::of),
    }
}
