//! What is recorded about items: done, not applicable, whose, how many, proved by what.

use super::super::command::Command;
use super::super::refusal::{Field, Refusal, ReviewRefusal};
use super::Plan;
use crate::assess::{ItemIndex, assess};
use crate::calendar::Period;
use crate::checklist::Cadence;
use crate::fact::{Entry, Evidence, Verdict};
use chrono::NaiveDate;

/// A number, what it is to reach, and how many can be done on a school day.
pub(super) struct Number {
    pub(super) value: u64,
    pub(super) of: Option<u64>,
    pub(super) rate: Option<u64>,
}

impl Plan<'_> {
    pub(super) fn complete(
        &mut self,
        index: ItemIndex,
        on: NaiveDate,
        note: Option<&str>,
        event: Option<&str>,
    ) -> Result<(), Refusal> {
        self.dated(index, on)?;
        let period = self.period(index, on, event)?;
        self.complete_period(index, period, on, note)
    }

    /// Ticks an occurrence off.
    pub(super) fn complete_period(
        &mut self,
        index: ItemIndex,
        period: Period,
        on: NaiveDate,
        note: Option<&str>,
    ) -> Result<(), Refusal> {
        let item = self.dated(index, on)?;
        if let Some(done) = self.premises.completion(index, &period) {
            return Err(if self.is_ticked(index, &period) {
                Refusal::AlreadyDone { item, on: done.on }
            } else {
                Refusal::DoneByNumber { item, on: done.on }
            });
        }
        let text = note.filter(|text| self.is_text(Field::Note, text));
        self.add(index, Some(period.clone()), Entry::ItemCompleted { on });
        if let Some(text) = text {
            let text = text.to_owned();
            self.add(index, Some(period), Entry::ItemNoted { text, on });
        }
        Ok(())
    }

    pub(super) fn reopen(
        &mut self,
        index: ItemIndex,
        on: NaiveDate,
        reason: Option<&String>,
        event: Option<&str>,
    ) -> Result<(), Refusal> {
        let item = self.dated(index, on)?;
        let period = match self.period(index, on, event) {
            Err(Refusal::NoEvent { .. }) => self.last_done(index),
            other => Some(other?),
        };
        let not_done = Refusal::NotDone {
            item: item.clone(),
            on,
        };
        let Some(period) = period else {
            return Err(not_done);
        };
        if self.is_ticked(index, &period) {
            let reason = reason.cloned();
            self.add(index, Some(period), Entry::ItemReopened { reason });
            return Ok(());
        }
        Err(match self.premises.completion(index, &period) {
            Some(done) => Refusal::DoneByNumber { item, on: done.on },
            None => not_done,
        })
    }

    /// Whether somebody ticked it; a number that has reached its target makes it done as well.
    pub(super) fn is_ticked(&self, index: ItemIndex, period: &Period) -> bool {
        let history = self.premises.item_history(index);
        history.is_some_and(|h| h.completions.contains_key(period))
    }

    pub(super) fn last_done(&self, index: ItemIndex) -> Option<Period> {
        let history = self.premises.item_history(index)?;
        let done = history.completions.iter();
        done.max_by_key(|(_, completion)| completion.recorded)
            .map(|(period, _)| period.clone())
    }

    pub(super) fn waive(&mut self, index: ItemIndex, reason: &str) -> Result<(), Refusal> {
        if let Some(waiver) = self.waiver(index) {
            let item = self.premises.item_ref(index);
            return Err(Refusal::AlreadyWaived { item, from: waiver });
        }
        if self.is_text(Field::Reason, reason) {
            let entry = Entry::ItemWaived {
                reason: reason.to_owned(),
                from: self.today,
            };
            self.add(index, None, entry);
        }
        Ok(())
    }

    pub(super) fn lift(&mut self, index: ItemIndex) -> Result<(), Refusal> {
        if self.waiver(index).is_none() {
            let item = self.premises.item_ref(index);
            return Err(Refusal::NotWaived { item });
        }
        let from = self.today;
        self.add(index, None, Entry::WaiverLifted { from });
        Ok(())
    }

    pub(super) fn waiver(&self, index: ItemIndex) -> Option<NaiveDate> {
        let history = self.premises.item_history(index)?;
        history.waiver_on(self.today).map(|waiver| waiver.from)
    }

    pub(super) fn assign(
        &mut self,
        index: ItemIndex,
        to: &str,
        helpers: &[String],
        due: Option<NaiveDate>,
    ) -> Result<(), Refusal> {
        let cadence = &self.premises.item(index).cadence;
        if due.is_some() && !matches!(cadence, Cadence::Once | Cadence::Termly) {
            let item = self.premises.item_ref(index);
            return Err(Refusal::DueNotSettable { item });
        }
        let before = self.premises.item_history(index);
        let before = before.and_then(|history| history.assignment.as_ref());
        let entry = Entry::ItemAssigned {
            to: to.to_owned(),
            helpers: helpers.to_vec(),
            due: due.or_else(|| before?.due),
        };
        self.add(index, None, entry);
        Ok(())
    }

    pub(super) fn measure(
        &mut self,
        index: ItemIndex,
        Number { value, of, rate }: Number,
        on: NaiveDate,
        event: Option<&str>,
    ) -> Result<(), Refusal> {
        let item = self.dated(index, on)?;
        let known = self.premises.measure(index, on);
        let Some(known) = known else {
            return Err(Refusal::NoMeasure { item });
        };
        match of.or(known.of) {
            None => return Err(Refusal::NoTarget { item }),
            Some(0) => return Err(Refusal::ZeroTarget),
            Some(of) if value > of => return Err(Refusal::AboveTarget { value, of }),
            Some(_) => {}
        }
        let period = self.period(index, on, event)?;
        let of = of.or(known.of);
        let before = self.premises.item_history(index);
        let before = before.and_then(|history| history.measurements.get(&period));
        let rate = rate.or_else(|| before?.rate);
        self.add(
            index,
            Some(period),
            Entry::ItemMeasured {
                value,
                of,
                rate,
                on,
            },
        );
        Ok(())
    }

    pub(super) fn attach(&mut self, index: ItemIndex, evidence: &Evidence) -> Result<(), Refusal> {
        self.dated(index, evidence.on)?;
        if self.is_text(Field::Source, &evidence.source) {
            let period = self.period(index, evidence.on, None).ok();
            self.add(index, period, Entry::EvidenceAttached(evidence.clone()));
        }
        Ok(())
    }

    pub(super) fn note(
        &mut self,
        index: ItemIndex,
        text: &str,
        on: NaiveDate,
    ) -> Result<(), Refusal> {
        self.dated(index, on)?;
        let period = self.period(index, on, None).ok();
        let text = text.to_owned();
        self.add(index, period, Entry::ItemNoted { text, on });
        Ok(())
    }

    /// Gives an occurrence a later last day. A day cannot be caught up on another.
    pub(super) fn postpone(
        &mut self,
        index: ItemIndex,
        period: &Period,
        to: NaiveDate,
        reason: &str,
    ) -> Result<(), Refusal> {
        let item = self.premises.item_ref(index);
        if matches!(period, Period::Day(_)) {
            return Err(ReviewRefusal::NotPostponable { item }.into());
        }
        if let Some(done) = self.premises.completion(index, period) {
            return Err(Refusal::AlreadyDone { item, on: done.on });
        }
        self.not_before_today(to)?;
        if let Some(due) = self.due(index, period).filter(|due| to <= *due) {
            return Err(ReviewRefusal::NotLater { item, due }.into());
        }
        if self.is_text(Field::Reason, reason) {
            let (period, reason) = (Some(period.clone()), reason.to_owned());
            self.add(index, period, Entry::ItemPostponed { to, reason });
        }
        Ok(())
    }

    /// The last day of an occurrence that matters this week.
    fn due(&self, index: ItemIndex, period: &Period) -> Option<NaiveDate> {
        let assessment = assess(self.premises, self.today);
        let mut occurrences = assessment.item(index)?.occurrences.iter();
        occurrences.find(|o| o.period == *period)?.due
    }

    /// Orders about the verdicts of inspectors; no others.
    pub(super) fn command_of_inspector(&mut self, command: &Command) {
        match command {
            Command::InspectItem {
                item,
                verdict,
                note,
                on,
            } => self.wrap(|plan| plan.inspect(*item, *verdict, note.as_ref(), *on)),
            Command::ImportInspections { verdicts, on } => {
                for one in verdicts {
                    self.wrap(|plan| plan.inspect(one.item, one.verdict, one.note.as_ref(), *on));
                }
            }
            _ => {}
        }
    }

    /// Records an inspector's verdict beside the school's own.
    fn inspect(
        &mut self,
        index: ItemIndex,
        verdict: Verdict,
        note: Option<&String>,
        on: NaiveDate,
    ) -> Result<(), Refusal> {
        self.dated(index, on)?;
        let note = note.filter(|text| self.is_text(Field::Note, text)).cloned();
        let period = self.period(index, on, None).ok();
        self.add(index, period, Entry::Inspected { verdict, note, on });
        Ok(())
    }
}
