//! What the weekly review decides: the facts of the decision, and that it was decided.

use super::super::command::{FindingText, MatterRef, Ruling};
use super::super::refusal::{Field, Refusal, ReviewRefusal};
use super::Plan;
use crate::assess::ItemIndex;
use crate::calendar::{Period, Week};
use crate::checklist::ItemRef;
use crate::fact::{Decision, Entry, FindingId, FindingSource, FindingState};
use crate::review::Matter;
use chrono::NaiveDate;

impl Plan<'_> {
    pub(super) fn decide(&mut self, week: Week, matters: &[MatterRef], ruling: &Ruling) {
        if week.monday() > self.today {
            self.refuse(ReviewRefusal::WeekNotBegun { week }.into());
            return;
        }
        if !self.is_said(ruling) {
            return;
        }
        let mut raised: Vec<ItemIndex> = Vec::new();
        for matter in self.of_day(matters, ruling) {
            self.wrap(|plan| {
                plan.rule(week, matter, ruling, &mut raised)?;
                let entry = Entry::Reviewed {
                    week,
                    concern: matter.concern,
                    decision: ruling.decision(),
                    finding: matter.finding.clone(),
                    note: said(ruling),
                };
                plan.add(matter.item, matter.period.clone(), entry);
                Ok(())
            });
        }
    }

    /// The matters that a decision with a day is about: of the days that a daily item was missed on,
    /// the one named, or those before it, which were caught up on it.
    fn of_day<'m>(&mut self, matters: &'m [MatterRef], ruling: &Ruling) -> Vec<&'m MatterRef> {
        let Ruling::Done { on: Some(on), .. } = ruling else {
            return matters.iter().collect();
        };
        let is_of = |matter: &MatterRef, other: &MatterRef| {
            other.item == matter.item && other.period == Some(Period::Day(*on))
        };
        let is_meant = |matter: &&MatterRef| match &matter.period {
            Some(Period::Day(day)) if matter.finding.is_none() => {
                day == on || day < on && !matters.iter().any(|other| is_of(matter, other))
            }
            _ => true,
        };
        let meant: Vec<&MatterRef> = matters.iter().filter(is_meant).collect();
        for matter in matters {
            if !meant.iter().any(|of| of.item == matter.item) {
                let item = self.premises.item_ref(matter.item);
                if let Some(Period::Day(day)) = matter.period {
                    self.refuse(ReviewRefusal::BeforeItsDay { item, day, on: *on }.into());
                }
            }
        }
        meant
    }

    /// Whether what the decision needs is said.
    fn is_said(&mut self, ruling: &Ruling) -> bool {
        match ruling {
            Ruling::Postponed { reason, .. } | Ruling::NotApplicable { reason } => {
                self.is_text(Field::Reason, reason)
            }
            Ruling::Partly { note }
            | Ruling::Done {
                note: Some(note), ..
            }
            | Ruling::Kept { note: Some(note) } => self.is_text(Field::Note, note),
            _ => true,
        }
    }

    fn rule(
        &mut self,
        week: Week,
        matter: &MatterRef,
        ruling: &Ruling,
        raised: &mut Vec<ItemIndex>,
    ) -> Result<(), Refusal> {
        let can = self.rulings(matter);
        if !can.contains(&ruling.decision()) {
            return Err(self.not_decidable(matter).into());
        }
        match ruling {
            Ruling::Done { on, note } => self.rule_done(week, matter, *on, note.as_deref()),
            Ruling::Partly { note } => self.rule_partly(matter, note),
            Ruling::NotDone { finding } => self.rule_not_done(week, matter, finding, raised),
            Ruling::Postponed { to, reason } => {
                if let Some(id) = &matter.finding {
                    return self.progress(id, Some(*to), reason);
                }
                let period = self.period_of(matter)?;
                self.postpone(matter.item, &period, *to, reason)
            }
            Ruling::NotApplicable { reason } => {
                self.rule_not_applicable(week, matter, reason);
                Ok(())
            }
            Ruling::Kept { .. } | Ruling::Skipped => Ok(()),
        }
    }

    fn rule_done(
        &mut self,
        week: Week,
        matter: &MatterRef,
        on: Option<NaiveDate>,
        note: Option<&str>,
    ) -> Result<(), Refusal> {
        if let Some(id) = self.finding_to_fix(matter) {
            // It is put right later than on the day that it is about.
            let day = on.unwrap_or_else(|| self.day_done(week, None));
            return self.fix(&id, None, day);
        }
        let day = on.unwrap_or_else(|| self.day_done(week, matter.period.as_ref()));
        let period = self.period_of(matter)?;
        self.complete_period(matter.item, period, day, note)
    }

    /// The day that something was done where nobody said which: that of a daily occurrence, or else
    /// the last school day of the week under review, as far as it has come.
    fn day_done(&self, week: Week, period: Option<&Period>) -> NaiveDate {
        if let Some(Period::Day(day)) = period {
            return *day;
        }
        let last = self.today.min(week.sunday());
        if last == self.today {
            return last;
        }
        let mut days = self.premises.calendar.school_days(week.monday(), last);
        days.next_back().unwrap_or(last)
    }

    /// The finding that is put right where the occurrence itself is done already.
    fn finding_to_fix(&self, matter: &MatterRef) -> Option<FindingId> {
        if matter.finding.is_some() {
            return matter.finding.clone();
        }
        let period = matter.period.as_ref()?;
        self.premises.completion(matter.item, period)?;
        let mut open = self.premises.open_findings(matter.item).into_iter();
        let found = open.find(|finding| finding.period.as_ref() == Some(period))?;
        Some(found.id.clone())
    }

    fn rule_partly(&mut self, matter: &MatterRef, note: &str) -> Result<(), Refusal> {
        match &matter.finding {
            Some(id) => self.progress(id, None, note),
            None => self.period_of(matter).map(|_| ()),
        }
    }

    /// Says how a finding has come on, or moves its limit.
    fn progress(
        &mut self,
        id: &FindingId,
        due: Option<NaiveDate>,
        note: &str,
    ) -> Result<(), Refusal> {
        let entry = Entry::FindingUpdated {
            finding: id.clone(),
            cause: None,
            action: None,
            owner: None,
            due,
            note: Some(note.to_owned()),
            on: self.today,
        };
        self.update(id, entry)
    }

    /// Raises a finding, one for an item however many of its occurrences were missed. Where one has
    /// still to be put right or verified, that one stays, and takes note of what was said.
    fn rule_not_done(
        &mut self,
        week: Week,
        matter: &MatterRef,
        finding: &FindingText,
        raised: &mut Vec<ItemIndex>,
    ) -> Result<(), Refusal> {
        if raised.contains(&matter.item) {
            return Ok(());
        }
        raised.push(matter.item);
        let mut open = self.premises.open_findings(matter.item).into_iter();
        if let Some(open) = open.find(|finding| finding.state() < FindingState::Verified) {
            return self.progress(&open.id, None, &finding.text);
        }
        let on = self.today.min(week.sunday());
        let period = matter.period.clone();
        self.raise(matter.item, period, FindingSource::Review, finding, on)
    }

    /// A waiver that stands already is kept.
    fn rule_not_applicable(&mut self, week: Week, matter: &MatterRef, reason: &str) {
        let from = self.today.min(week.sunday());
        let history = self.premises.item_history(matter.item);
        let waived = history.is_some_and(|history| history.waiver_on(from).is_some());
        let planned = self.is_planned_waiver(&self.premises.item_ref(matter.item));
        if !waived && !planned {
            let reason = reason.to_owned();
            self.add(matter.item, None, Entry::ItemWaived { reason, from });
        }
    }

    fn is_planned_waiver(&self, item: &ItemRef) -> bool {
        self.facts.iter().any(|fact| {
            let same = fact.subject.as_ref().is_some_and(|s| s.item == *item);
            same && matches!(fact.entry, Entry::ItemWaived { .. })
        })
    }

    /// The occurrence that the decision is about.
    fn period_of(&self, matter: &MatterRef) -> Result<Period, Refusal> {
        let period = matter.period.clone();
        Ok(period.ok_or_else(|| self.not_decidable(matter))?)
    }

    fn not_decidable(&self, matter: &MatterRef) -> ReviewRefusal {
        ReviewRefusal::NotDecidable {
            item: self.premises.item_ref(matter.item),
            concern: matter.concern,
            can: self.rulings(matter).to_vec(),
        }
    }

    /// What can be decided about it.
    fn rulings(&self, of: &MatterRef) -> &'static [Decision] {
        let matter = Matter {
            index: of.item,
            concern: of.concern,
            periods: of.period.iter().cloned().collect(),
            finding: of.finding.clone(),
            due: None,
            skipped: false,
        };
        matter.rulings(self.premises)
    }
}

/// What was said with a decision, for its own entry; what another entry says is not said twice.
fn said(ruling: &Ruling) -> Option<String> {
    match ruling {
        Ruling::Partly { note } => Some(note.clone()),
        Ruling::Kept { note } => note.clone(),
        _ => None,
    }
}
