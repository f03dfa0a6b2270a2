//! From an order to the facts that carry it out: pure, all or nothing, every reason at once.

use super::command::Command;
use super::refusal::{Field, Refusal};
use crate::assess::{ItemIndex, Premises, period_on};
use crate::calendar::Period;
use crate::checklist::{Cadence, ItemRef};
use crate::fact::{Entry, Event, Evidence, Subject};
use crate::record::NewFact;
use chrono::NaiveDate;

/// The most characters a text may have: a long note is kept, a pasted file is not.
const MOST_CHARACTERS: usize = 10_000;

/// The facts that carry `command` out, as of `today`. Undo and redo are not planned here: they look
/// at the record, not at the items.
///
/// # Errors
/// Every reason why it cannot be carried out.
pub fn plan(
    premises: &Premises<'_>,
    today: NaiveDate,
    command: &Command,
) -> Result<Vec<NewFact>, Vec<Refusal>> {
    let mut plan = Plan {
        premises,
        today,
        facts: Vec::new(),
        refusals: Vec::new(),
    };
    plan.command(command);
    if plan.refusals.is_empty() {
        Ok(plan.facts)
    } else {
        Err(plan.refusals)
    }
}

struct Plan<'a> {
    premises: &'a Premises<'a>,
    today: NaiveDate,
    facts: Vec<NewFact>,
    refusals: Vec<Refusal>,
}

/// A number, what it is to reach, and how many can be done on a school day.
struct Number {
    value: u64,
    of: Option<u64>,
    rate: Option<u64>,
}

impl Plan<'_> {
    fn command(&mut self, command: &Command) {
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
                if self.is_text(Field::Reason, reason) {
                    self.each(items, |plan, index| plan.waive(index, reason));
                }
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

    fn complete(
        &mut self,
        index: ItemIndex,
        on: NaiveDate,
        note: Option<&str>,
        event: Option<&str>,
    ) -> Result<(), Refusal> {
        let item = self.dated(index, on)?;
        let period = self.period(index, on, event)?;
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

    fn reopen(
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
    fn is_ticked(&self, index: ItemIndex, period: &Period) -> bool {
        let history = self.premises.item_history(index);
        history.is_some_and(|h| h.completions.contains_key(period))
    }

    fn last_done(&self, index: ItemIndex) -> Option<Period> {
        let history = self.premises.item_history(index)?;
        let done = history.completions.iter();
        done.max_by_key(|(_, completion)| completion.recorded)
            .map(|(period, _)| period.clone())
    }

    fn waive(&mut self, index: ItemIndex, reason: &str) -> Result<(), Refusal> {
        if let Some(waiver) = self.waiver(index) {
            let item = self.premises.item_ref(index);
            return Err(Refusal::AlreadyWaived { item, from: waiver });
        }
        let entry = Entry::ItemWaived {
            reason: reason.to_owned(),
            from: self.today,
        };
        self.add(index, None, entry);
        Ok(())
    }

    fn lift(&mut self, index: ItemIndex) -> Result<(), Refusal> {
        if self.waiver(index).is_none() {
            let item = self.premises.item_ref(index);
            return Err(Refusal::NotWaived { item });
        }
        let from = self.today;
        self.add(index, None, Entry::WaiverLifted { from });
        Ok(())
    }

    fn waiver(&self, index: ItemIndex) -> Option<NaiveDate> {
        let history = self.premises.item_history(index)?;
        history.waiver_on(self.today).map(|waiver| waiver.from)
    }

    fn assign(
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

    fn measure(
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

    fn attach(&mut self, index: ItemIndex, evidence: &Evidence) -> Result<(), Refusal> {
        self.dated(index, evidence.on)?;
        if self.is_text(Field::Source, &evidence.source) {
            let period = self.period(index, evidence.on, None).ok();
            self.add(index, period, Entry::EvidenceAttached(evidence.clone()));
        }
        Ok(())
    }

    fn note(&mut self, index: ItemIndex, text: &str, on: NaiveDate) -> Result<(), Refusal> {
        self.dated(index, on)?;
        let period = self.period(index, on, None).ok();
        let text = text.to_owned();
        self.add(index, period, Entry::ItemNoted { text, on });
        Ok(())
    }

    fn open(&mut self, kind: &str, name: &str, on: NaiveDate) -> Result<(), Refusal> {
        let kinds = self.event_kinds();
        if !kinds.iter().any(|known| known == kind) {
            return Err(Refusal::UnknownKind {
                said: kind.to_owned(),
                kinds,
            });
        }
        if self.is_text(Field::EventName, name) {
            let event = self.new_event_id(kind, on);
            self.facts.push(NewFact {
                subject: None,
                entry: Entry::EventOpened {
                    event,
                    kind: kind.to_owned(),
                    name: name.to_owned(),
                    on,
                },
            });
        }
        Ok(())
    }

    /// An id that tells the kind and the day, and that no standing event has.
    fn new_event_id(&self, kind: &str, on: NaiveDate) -> String {
        let id = format!("{kind}-{}", on.format("%Y%m%d"));
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        std::iter::once(id.clone())
            .chain(numbered)
            .find(|id| self.premises.history.event(id).is_none())
            .unwrap_or(id)
    }

    fn event_kinds(&self) -> Vec<String> {
        let mut kinds: Vec<String> = self
            .premises
            .items()
            .filter_map(|index| match &self.premises.item(index).cadence {
                Cadence::Each(kind) => Some(kind.clone()),
                _ => None,
            })
            .collect();
        kinds.sort();
        kinds.dedup();
        kinds
    }

    fn close(&mut self, id: &str, on: NaiveDate) -> Result<(), Refusal> {
        self.not_in_future(on)?;
        let event = self.event(id)?;
        if let Some(on) = event.closed {
            return Err(Refusal::EventClosed {
                event: id.to_owned(),
                on,
            });
        }
        let event = id.to_owned();
        self.facts.push(NewFact {
            subject: None,
            entry: Entry::EventClosed { event, on },
        });
        Ok(())
    }

    fn not_in_future(&self, on: NaiveDate) -> Result<(), Refusal> {
        let today = self.today;
        if on > today {
            return Err(Refusal::Future { on, today });
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
            _ => Ok(period_on(cadence, self.premises.calendar, on).unwrap_or(Period::Once)),
        }
    }

    fn period_of_event(
        &self,
        index: ItemIndex,
        kind: &str,
        said: Option<&str>,
    ) -> Result<Period, Refusal> {
        if let Some(id) = said {
            let event = self.event(id)?;
            if event.kind != kind {
                return Err(Refusal::OtherKind {
                    item: self.premises.item_ref(index),
                    event: id.to_owned(),
                    kind: kind.to_owned(),
                });
            }
            return Ok(Period::Event(event.id.clone()));
        }
        let done = |event: &&Event| {
            let period = Period::Event(event.id.clone());
            self.premises.completion(index, &period).is_none()
        };
        let events = self.premises.history.events().iter();
        let open: Vec<&Event> = events
            .filter(|event| event.kind == kind && event.closed.is_none())
            .filter(done)
            .collect();
        let item = || self.premises.item_ref(index);
        match open[..] {
            [event] => Ok(Period::Event(event.id.clone())),
            [] => Err(Refusal::NoEvent {
                item: item(),
                kind: kind.to_owned(),
            }),
            _ => Err(Refusal::SeveralEvents {
                item: item(),
                events: open
                    .iter()
                    .map(|e| format!("{} {}", e.id, e.name))
                    .collect(),
            }),
        }
    }

    fn event(&self, id: &str) -> Result<&Event, Refusal> {
        let history = self.premises.history;
        history.event(id).ok_or_else(|| Refusal::UnknownEvent {
            said: id.to_owned(),
            open: history
                .events()
                .iter()
                .filter(|event| event.closed.is_none())
                .map(|event| format!("{} {}", event.id, event.name))
                .collect(),
        })
    }
}
