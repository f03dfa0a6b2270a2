//! The end of a school's week: the review, the signature.

use super::super::command::{Command, FindingText, MatterRef, Ruling};
use super::super::error::WorkspaceError;
use super::Player;
use crate::assess::assess;
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
        Decision::NotApplicable | Decision::Skipped => 1,
    }
}

impl Player<'_> {
    /// Reviews the week and signs it.
    pub(super) fn week(&mut self) -> Result<(), WorkspaceError> {
        let (week, by) = (Week::of(self.today), self.principal());
        let matters = {
            let premises = self.workspace.premises();
            queue(&premises, &assess(&premises, self.today)).matters
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
        let possible = matter.rulings(&self.workspace.premises());
        let often: Vec<Decision> = possible
            .iter()
            .flat_map(|decision| std::iter::repeat_n(*decision, often(*decision)))
            .collect();
        let Some(decision) = self.chance.one_of(&often).copied() else {
            return Ok(());
        };
        let ruling = self.ruling(decision);
        let command = Command::Decide {
            week,
            matters: MatterRef::all_of(matter),
            ruling,
        };
        self.order(&command, by).map(|_| ())
    }

    fn ruling(&mut self, decision: Decision) -> Ruling {
        match decision {
            Decision::Done => Ruling::Done {
                on: None,
                note: None,
            },
            Decision::Partly => Ruling::Partly {
                note: self.remark(&made_up::PROGRESS),
            },
            Decision::NotDone => Ruling::NotDone {
                finding: FindingText {
                    text: self.remark(&made_up::FINDINGS),
                    cause: Some(self.remark(&made_up::CAUSES)),
                    action: Some(self.remark(&made_up::ACTIONS)),
                    owner: None,
                    within: None,
                },
            },
            Decision::Postponed => Ruling::Postponed {
                to: self
                    .today
                    .checked_add_days(Days::new(7))
                    .unwrap_or(self.today),
                reason: self.remark(&made_up::POSTPONED),
            },
            Decision::NotApplicable => Ruling::NotApplicable {
                reason: self.remark(&made_up::WAIVERS),
            },
            Decision::Kept => Ruling::Kept { note: None },
            Decision::Skipped => Ruling::Skipped,
        }
    }
}
