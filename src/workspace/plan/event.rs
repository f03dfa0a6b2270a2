//! Events: what calls for items each time it happens.

use super::super::refusal::{Field, Refusal};
use super::Plan;
use crate::assess::ItemIndex;
use crate::calendar::Period;
use crate::checklist::Cadence;
use crate::fact::{Entry, Event};
use crate::record::NewFact;
use chrono::NaiveDate;

impl Plan<'_> {
    pub(super) fn open(&mut self, kind: &str, name: &str, on: NaiveDate) -> Result<(), Refusal> {
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
    pub(super) fn new_event_id(&self, kind: &str, on: NaiveDate) -> String {
        let id = format!("{kind}-{}", on.format("%Y%m%d"));
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        std::iter::once(id.clone())
            .chain(numbered)
            .find(|id| self.premises.history.event(id).is_none())
            .unwrap_or(id)
    }

    pub(super) fn event_kinds(&self) -> Vec<String> {
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

    pub(super) fn close(&mut self, id: &str, on: NaiveDate) -> Result<(), Refusal> {
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

    pub(super) fn period_of_event(
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

    pub(super) fn event(&self, id: &str) -> Result<&Event, Refusal> {
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
