//! The end of a school's week: the review, the signature.

use super::super::command::{Command, MatterRef, Ruling};
use super::super::error::WorkspaceError;
use super::Player;
use crate::assess::{ItemIndex, assess_week};
use crate::calendar::Week;
use crate::fact::Decision;
use crate::review::{Matter, queue};
use crate::text::made_up;
use chrono::Days;

/// How often a decision is made among others.
fn often(decision: Decision) -> usize {
    match decision {
        Decision::Done => 30,
        Decision::Kept => 10,
        Decision::NotDone => 5,
        Decision::Partly | Decision::Postponed => 4,
        Decision::Skipped => 1,
        Decision::NotApplicable => 0,
    }
}

impl Player<'_> {
    /// Signs weeks in which nothing happened.
    pub(super) fn sign(&mut self, weeks: Vec<Week>) -> Result<(), WorkspaceError> {
        weeks.into_iter().try_for_each(|week| self.week(week))
    }

    /// Reviews a week and signs it.
    pub(super) fn week(&mut self, week: Week) -> Result<(), WorkspaceError> {
        let by = self.principal();
        self.workspace.reach_back(week.previous())?;
        let matters = {
            let premises = self.workspace.premises();
            queue(&premises, &assess_week(&premises, week, self.today)).matters
        };
        for matter in &matters {
            self.decide(week, matter, &by)?;
        }
        self.order(&Command::ConfirmWeek { week }, &by)?;
        let quiet = Command::SignWeek {
            week,
            nothing_to_report: true,
        };
        if !self.order(&quiet, &by)? {
            let signed = Command::SignWeek {
                week,
                nothing_to_report: false,
            };
            self.order(&signed, &by)?;
        }
        Ok(())
    }

    fn decide(&mut self, week: Week, matter: &Matter, by: &str) -> Result<(), WorkspaceError> {
        let can = matter.rulings(&self.workspace.premises());
        let Some(ruling) = self.choose(matter.index, can) else {
            return Ok(());
        };
        let command = Command::Decide {
            week,
            matters: MatterRef::all_of(matter),
            ruling,
        };
        self.order(&command, by).map(|_| ())
    }

    /// One of what can be decided, the likelier the more often it is decided elsewhere.
    fn choose(&mut self, item: ItemIndex, can: &[Decision]) -> Option<Ruling> {
        if let Some(ruling) = self.ruling_of_scene(item, can) {
            return Some(ruling);
        }
        let is_calm = self.ago().is_some();
        let may = |decision: &&Decision| !(is_calm && **decision == Decision::NotDone);
        let often: Vec<Decision> = can
            .iter()
            .filter(may)
            .flat_map(|decision| std::iter::repeat_n(*decision, often(*decision)))
            .collect();
        let decision = self.chance.one_of(&often).copied()?;
        Some(self.ruling(item, decision))
    }

    fn ruling(&mut self, item: ItemIndex, decision: Decision) -> Ruling {
        match decision {
            Decision::Done => Ruling::Done {
                on: None,
                note: None,
            },
            Decision::Partly => Ruling::Partly {
                note: self.remark(&made_up::PROGRESS),
            },
            Decision::NotDone => Ruling::NotDone {
                finding: self.finding(item),
            },
            Decision::Postponed => Ruling::Postponed {
                to: self
                    .today
                    .checked_add_days(Days::new(7))
                    .unwrap_or(self.today),
                reason: self.remark(&made_up::POSTPONED),
            },
            Decision::Kept => Ruling::Kept { note: None },
            Decision::NotApplicable | Decision::Skipped => Ruling::Skipped,
        }
    }
}
