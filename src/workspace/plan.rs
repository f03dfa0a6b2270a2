//! From an order to the facts that carry it out: pure, all or nothing, every reason at once.

mod decide;
mod event;
mod finding;
mod item;
mod week;

use super::command::Command;
use super::refusal::{Field, Refusal, ReviewRefusal};
use crate::assess::{ItemIndex, Premises, period_on};
use crate::calendar::Period;
use crate::checklist::{Cadence, ItemRef};
use crate::fact::{Entry, Subject};
use crate::record::NewFact;
use chrono::NaiveDate;
use item::Number;

/// The most characters a text may have: a long note is kept, a pasted file is not.
const MOST_CHARACTERS: usize = 10_000;

/// What an order is given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances<'a> {
    /// The day to judge for.
    pub today: NaiveDate,
    /// Who gives it.
    pub by: &'a str,
    /// The number of the next entry of the record.
    pub next: u64,
}

/// The facts that carry `command` out. Undo and redo, and upgrades of checklists, are not planned
/// here: they look at the record and at the checklists on offer, not at the items.
///
/// # Errors
/// Every reason why it cannot be carried out.
pub fn plan(
    premises: &Premises<'_>,
    circumstances: Circumstances<'_>,
    command: &Command,
) -> Result<Vec<NewFact>, Vec<Refusal>> {
    let mut plan = Plan {
        premises,
        today: circumstances.today,
        by: circumstances.by,
        next: circumstances.next,
        facts: Vec::new(),
        refusals: Vec::new(),
    };
    plan.respect_signatures(command);
    plan.command(command);
    plan.respect_locks();
    if plan.refusals.is_empty() {
        Ok(plan.facts)
    } else {
        Err(plan.refusals)
    }
}

struct Plan<'a> {
    premises: &'a Premises<'a>,
    today: NaiveDate,
    by: &'a str,
    next: u64,
    facts: Vec<NewFact>,
    refusals: Vec<Refusal>,
}

impl Plan<'_> {
    fn command(&mut self, command: &Command) {
        match command {
            Command::MeasureItem {
                item,
                value,
                of,
                rate,
                on,
                event,
            } => self.wrap(|plan| {
                let number = Number {
                    value: *value,
                    of: *of,
                    rate: *rate,
                };
                plan.measure(*item, number, *on, event.as_deref())
            }),
            Command::AttachEvidence { item, evidence } => {
                self.wrap(|plan| plan.attach(*item, evidence));
            }
            Command::NoteItem { item, text, on } => {
                if self.is_text(Field::Note, text) {
                    self.wrap(|plan| plan.note(*item, text, *on));
                }
            }
            Command::OpenEvent { kind, name, on } => self.wrap(|plan| plan.open(kind, name, *on)),
            Command::CloseEvent { event, on } => self.wrap(|plan| plan.close(event, *on)),
            Command::MoveAnchor { anchor, to, reason } => {
                self.wrap(|plan| plan.move_anchor(anchor, *to, reason.as_ref()));
            }
            Command::InspectItem { .. } | Command::ImportInspections { .. } => {
                self.command_of_inspector(command);
            }
            Command::Decide { .. }
            | Command::ConfirmWeek { .. }
            | Command::SignWeek { .. }
            | Command::UnlockWeek { .. } => self.command_about_week(command),
            Command::RecordSending(sending) => self.wrap(|plan| plan.record_sending(sending)),
            Command::Undo
            | Command::Redo
            | Command::Revoke { .. }
            | Command::UpgradeChecklist { .. } => {}
            Command::CompleteItems { .. }
            | Command::ReopenItems { .. }
            | Command::WaiveItems { .. }
            | Command::LiftWaivers { .. }
            | Command::AssignItems { .. }
            | Command::PostponeItems { .. } => self.command_of_several(command),
            Command::RaiseFinding { .. }
            | Command::UpdateFinding { .. }
            | Command::FixFinding { .. }
            | Command::VerifyFinding { .. }
            | Command::CloseFinding { .. }
            | Command::ReopenFinding { .. } => self.command_about_finding(command),
        }
    }

    /// Orders about several items; no others.
    fn command_of_several(&mut self, command: &Command) {
        match command {
            Command::CompleteItems {
                items,
                on,
                note,
                event,
            } => self.each(items, |plan, index| {
                plan.complete(index, *on, note.as_deref(), event.as_deref())
            }),
            Command::ReopenItems {
                items,
                on,
                reason,
                event,
            } => self.each(items, |plan, index| {
                plan.reopen(index, *on, reason.as_ref(), event.as_deref())
            }),
            Command::WaiveItems { items, reason } => {
                self.each(items, |plan, index| plan.waive(index, reason));
            }
            Command::LiftWaivers { items } => self.each(items, Self::lift),
            Command::AssignItems {
                items,
                to,
                helpers,
                due,
            } => {
                let names: Vec<&String> = std::iter::once(to).chain(helpers).collect();
                let wrong = names.iter().filter(|name| !self.is_text(Field::Name, name));
                if wrong.count() == 0 {
                    self.each(items, |plan, index| plan.assign(index, to, helpers, *due));
                }
            }
            Command::PostponeItems {
                items,
                to,
                reason,
                event,
            } => self.each(items, |plan, index| {
                let period = plan.period(index, plan.today, event.as_deref())?;
                plan.postpone(index, &period, *to, reason)
            }),
            _ => {}
        }
    }

    fn each(
        &mut self,
        items: &[ItemIndex],
        mut act: impl FnMut(&mut Self, ItemIndex) -> Result<(), Refusal>,
    ) {
        for index in items {
            self.wrap(|plan| act(plan, *index));
        }
    }

    fn wrap(&mut self, act: impl FnOnce(&mut Self) -> Result<(), Refusal>) {
        if let Err(refusal) = act(self) {
            self.refuse(refusal);
        }
    }

    /// Takes note of a reason, once.
    fn refuse(&mut self, refusal: Refusal) {
        if !self.refusals.contains(&refusal) {
            self.refusals.push(refusal);
        }
    }

    /// Refuses what somebody puts a name to, where nobody is named.
    fn respect_signatures(&mut self, command: &Command) {
        if let Command::SignWeek { .. }
        | Command::VerifyFinding { .. }
        | Command::InspectItem { .. }
        | Command::ImportInspections { .. } = command
        {
            self.is_text(Field::Name, self.by);
        }
    }

    /// Refuses what is about a locked week. Unlocking it may be, and sending its report.
    fn respect_locks(&mut self) {
        let history = self.premises.history;
        let weeks = self.facts.iter().filter_map(|fact| match fact.entry {
            Entry::WeekUnlocked { .. } | Entry::ReportSent(_) => None,
            _ => history.week_of(fact.subject.as_ref(), &fact.entry),
        });
        let locked: Vec<Refusal> = weeks
            .filter_map(|week| Refusal::of_lock(history, week))
            .collect();
        for refusal in locked {
            self.refuse(refusal);
        }
    }

    fn is_text(&mut self, field: Field, text: &str) -> bool {
        let length = text.chars().count();
        let refusal = if text.trim().is_empty() {
            Refusal::Empty(field)
        } else if length > MOST_CHARACTERS {
            Refusal::TooLong {
                field,
                length,
                most: MOST_CHARACTERS,
            }
        } else {
            return true;
        };
        self.refuse(refusal);
        false
    }

    fn add(&mut self, index: ItemIndex, period: Option<Period>, entry: Entry) {
        let item = self.premises.item_ref(index);
        self.facts.push(NewFact {
            subject: Some(Subject { item, period }),
            entry,
        });
    }

    /// Adds a fact about the school as a whole.
    fn add_general(&mut self, entry: Entry) {
        self.facts.push(NewFact {
            subject: None,
            entry,
        });
    }

    fn not_in_future(&self, on: NaiveDate) -> Result<(), Refusal> {
        let today = self.today;
        if on > today {
            return Err(Refusal::Future { on, today });
        }
        Ok(())
    }

    fn not_before_today(&self, day: NaiveDate) -> Result<(), Refusal> {
        let today = self.today;
        if day < today {
            return Err(ReviewRefusal::DayIsPast { day, today }.into());
        }
        Ok(())
    }

    /// The full name of the item, if something can be recorded about it for `on`.
    fn dated(&self, index: ItemIndex, on: NaiveDate) -> Result<ItemRef, Refusal> {
        self.not_in_future(on)?;
        let item = self.premises.item_ref(index);
        let since = self.premises.adopted[index.checklist].adoption.since;
        if on < since {
            return Err(Refusal::BeforeAdoption { item, on, since });
        }
        Ok(item)
    }

    /// The period that doing the item on that day stands for.
    fn period(
        &self,
        index: ItemIndex,
        on: NaiveDate,
        event: Option<&str>,
    ) -> Result<Period, Refusal> {
        let cadence = &self.premises.item(index).cadence;
        match cadence {
            Cadence::Each(kind) => self.period_of_event(index, kind, event),
            _ if event.is_some() => Err(Refusal::NotForEvents {
                item: self.premises.item_ref(index),
            }),
            _ => Ok(self
                .postponed_to(index, on)
                .or_else(|| period_on(cadence, self.premises.calendar, on))
                .unwrap_or(Period::Once)),
        }
    }

    /// An earlier occurrence that was postponed to that day or later and is still to be done.
    fn postponed_to(&self, index: ItemIndex, on: NaiveDate) -> Option<Period> {
        let postponements = &self.premises.item_history(index)?.postponements;
        let open = postponements.iter().filter(|(period, all)| {
            let to = all.last().map(|last| last.to);
            to.is_some_and(|to| on <= to) && self.premises.completion(index, period).is_none()
        });
        open.map(|(period, _)| period.clone()).min()
    }
}
