//! The week as a whole: confirmed, signed, unlocked; and the anchors it is planned from.

use super::super::command::Command;
use super::super::refusal::{Field, Refusal, ReviewRefusal};
use super::Plan;
use crate::assess::{assess_week, term_anchor};
use crate::calendar::{Term, Week};
use crate::checklist::{Anchor, Due};
use crate::fact::{Entry, Sending};
use crate::review::{can_report_nothing, queue, sign_from};
use chrono::NaiveDate;

/// The anchor whose day is the first day of a term.
const TERM_START: &str = "term-start";

impl Plan<'_> {
    /// Orders about a week's review; no others.
    pub(super) fn command_about_week(&mut self, command: &Command) {
        match command {
            Command::Decide {
                week,
                matters,
                ruling,
            } => self.decide(*week, matters, ruling),
            Command::ConfirmWeek { week } => self.wrap(|plan| plan.confirm(*week)),
            Command::SignWeek {
                week,
                nothing_to_report,
            } => self.sign(*week, *nothing_to_report),
            Command::UnlockWeek { week, reason } => {
                self.wrap(|plan| plan.unlock(*week, reason));
            }
            _ => {}
        }
    }

    /// Confirms what needs no decision.
    fn confirm(&mut self, week: Week) -> Result<(), Refusal> {
        self.begun(week)?;
        let assessment = assess_week(self.premises, week, self.today);
        let items = queue(self.premises, &assessment).quiet.len() as u64;
        let history = self.premises.history.week(week);
        let before = history.and_then(|week| week.confirmed.as_ref());
        if before.is_some_and(|before| before.items == items) {
            return Err(ReviewRefusal::ConfirmedAlready { week }.into());
        }
        self.add_general(Entry::WeekConfirmed { week, items });
        Ok(())
    }

    /// Signs. The head that it covers and what it rests on are filled in by whoever knows the record.
    fn sign(&mut self, week: Week, nothing_to_report: bool) {
        self.wrap(|plan| {
            plan.begun(week)?;
            let from = sign_from(plan.premises.calendar, week);
            if plan.today < from {
                return Err(ReviewRefusal::TooEarlyToSign { week, from }.into());
            }
            Ok(())
        });
        if nothing_to_report {
            let assessment = assess_week(self.premises, week, self.today);
            let obstacles = can_report_nothing(self.premises, &assessment);
            if !obstacles.is_empty() {
                self.refuse(ReviewRefusal::SomethingToReport { week, obstacles }.into());
            }
            self.add_general(Entry::NothingReported { week });
        }
        self.add_general(Entry::WeekSigned {
            week,
            on: self.today,
            facts: self.next.saturating_sub(1),
            head: String::new(),
            setting: String::new(),
        });
    }

    fn unlock(&mut self, week: Week, reason: &str) -> Result<(), Refusal> {
        let history = self.premises.history.week(week);
        if history.and_then(|week| week.lock()).is_none() {
            return Err(ReviewRefusal::NotLocked { week }.into());
        }
        if self.is_text(Field::Reason, reason) {
            self.add_general(Entry::WeekUnlocked {
                week,
                reason: reason.to_owned(),
                on: self.today,
            });
        }
        Ok(())
    }

    /// Enters a report into the ledger. It changes nothing about its week.
    pub(super) fn record_sending(&mut self, sending: &Sending) -> Result<(), Refusal> {
        self.not_in_future(sending.as_of)?;
        if self.is_text(Field::Name, &sending.to) {
            self.add_general(Entry::ReportSent(Box::new(sending.clone())));
        }
        Ok(())
    }

    /// Refuses weeks that lie ahead, and those from before any checklist counted.
    fn begun(&self, week: Week) -> Result<(), Refusal> {
        if week.monday() > self.today {
            return Err(ReviewRefusal::WeekNotBegun { week }.into());
        }
        let adopted = self.premises.adopted.iter();
        let from = adopted
            .map(|adopted| adopted.adoption.required_from())
            .min();
        match from.filter(|from| *from > week.sunday()) {
            Some(from) => Err(ReviewRefusal::WeekBeforeAdoption { week, from }.into()),
            None => Ok(()),
        }
    }

    pub(super) fn move_anchor(
        &mut self,
        said: &str,
        to: NaiveDate,
        reason: Option<&String>,
    ) -> Result<(), Refusal> {
        let (anchor, now) = self.anchor_of(said)?;
        if now == Some(to) {
            let anchor = said.to_owned();
            return Err(ReviewRefusal::AnchorThereAlready { anchor, on: to }.into());
        }
        self.add_general(Entry::AnchorSet {
            anchor,
            on: to,
            profile: false,
            reason: reason.cloned(),
        });
        Ok(())
    }

    /// The name that the record keeps an anchor under, and its day now.
    fn anchor_of(&self, said: &str) -> Result<(String, Option<NaiveDate>), Refusal> {
        if said == TERM_START {
            let term = self.term().ok_or(ReviewRefusal::TermsByConvention)?;
            return Ok((term_anchor(&term), Some(term.from)));
        }
        let terms = &self.premises.school.terms;
        if let Some(term) = terms.iter().find(|term| term_anchor(term) == said) {
            return Ok((said.to_owned(), Some(term.from)));
        }
        let known = self.anchors();
        if !known.iter().any(|name| name == said) {
            let said = said.to_owned();
            return Err(ReviewRefusal::UnknownAnchor { said, known }.into());
        }
        Ok((said.to_owned(), self.premises.anchor(said)))
    }

    /// The term of the profile that today lies in, or the next one, or the last one.
    fn term(&self) -> Option<Term> {
        let terms = &self.premises.school.terms;
        let next = terms.iter().filter(|term| term.to >= self.today);
        let last = terms.iter().max_by_key(|term| term.from);
        next.min_by_key(|term| term.from).or(last).cloned()
    }

    /// The anchors that can be moved, by name.
    fn anchors(&self) -> Vec<String> {
        let used = self
            .premises
            .items()
            .filter_map(|index| match &self.premises.item(index).due {
                Some(Due::Relative {
                    anchor: Anchor::Named(name),
                    ..
                }) => Some(name.clone()),
                _ => None,
            });
        let named = self.premises.school.anchors.keys().cloned();
        let mut all: Vec<String> = used.chain(named).collect();
        all.push(TERM_START.to_owned());
        all.sort();
        all.dedup();
        all
    }
}
