//! What the facts add up to, item by item: the state of the record as it stands.

use super::{Entry, Evidence, Fact, undo};
use crate::calendar::Period;
use crate::checklist::ItemRef;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::{BTreeMap, HashMap};

/// The facts that stand, indexed by what they are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    items: HashMap<ItemRef, ItemHistory>,
    events: Vec<Event>,
}

/// What stands about one item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemHistory {
    /// Its completions by period.
    pub completions: BTreeMap<Period, Completion>,
    /// The latest number of each period.
    pub measurements: BTreeMap<Period, Measurement>,
    /// Its waivers, oldest first.
    pub waivers: Vec<Waiver>,
    /// Who answers for it, where somebody was named.
    pub assignment: Option<Assignment>,
    /// The evidence named, oldest first.
    pub evidence: Vec<(Option<Period>, Evidence)>,
    /// What was remarked, oldest first.
    pub notes: Vec<Noted>,
}

/// An occurrence was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The day it was done.
    pub on: NaiveDate,
    /// The moment that was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: String,
}

impl Completion {
    /// Whether it was recorded on a later day than it was done.
    #[must_use]
    pub fn is_late_entry(&self) -> bool {
        self.recorded.date_naive() > self.on
    }
}

/// A number against a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measurement {
    /// The number.
    pub value: u64,
    /// The number to reach, where it was said.
    pub of: Option<u64>,
    /// The day it was read off.
    pub on: NaiveDate,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: String,
}

/// A time during which an item does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Why not.
    pub reason: String,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which it applies again.
    pub until: Option<NaiveDate>,
    /// Who recorded it.
    pub by: String,
}

/// Who answers for an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub to: String,
    /// Who helps.
    pub helpers: Vec<String>,
    /// The last day to do it, in place of the checklist's.
    pub due: Option<NaiveDate>,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The occurrence it is about.
    pub period: Option<Period>,
    /// What.
    pub text: String,
    /// The day it is about.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: String,
}

/// Something that calls for items each time it happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id: `e1`.
    pub id: String,
    /// Its kind: `exam`.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// The day it happens.
    pub on: NaiveDate,
    /// The day it was closed.
    pub closed: Option<NaiveDate>,
}

impl History {
    /// What stands at the end of `facts` (in order), leaving out what is about days after `day`.
    #[must_use]
    pub fn of(facts: &[Fact], day: NaiveDate) -> Self {
        let revoked = undo::revoked(facts);
        let mut history = Self::default();
        for fact in facts {
            let about = about(&fact.entry);
            if !revoked.contains(&fact.action) && about.is_none_or(|on| on <= day) {
                history.apply(fact);
            }
        }
        history
    }

    /// What stands about an item, if anything does.
    #[must_use]
    pub fn item(&self, item: &ItemRef) -> Option<&ItemHistory> {
        self.items.get(item)
    }

    /// The events, oldest first.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The event of that id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    fn apply(&mut self, fact: &Fact) {
        match &fact.entry {
            Entry::EventOpened {
                event,
                kind,
                name,
                on,
            } => self.events.push(Event {
                id: event.clone(),
                kind: kind.clone(),
                name: name.clone(),
                on: *on,
                closed: None,
            }),
            Entry::EventClosed { event, on } => {
                if let Some(open) = self.events.iter_mut().find(|e| e.id == *event) {
                    open.closed = Some(*on);
                }
            }
            entry => {
                if let Some(subject) = &fact.subject {
                    let item = self.items.entry(subject.item.clone()).or_default();
                    item.apply(entry, subject.period.clone(), fact);
                }
            }
        }
    }
}

/// The day a fact is about, where it is about one.
fn about(entry: &Entry) -> Option<NaiveDate> {
    match entry {
        Entry::ItemCompleted { on }
        | Entry::ItemMeasured { on, .. }
        | Entry::ItemNoted { on, .. }
        | Entry::EvidenceAttached(Evidence { on, .. })
        | Entry::EventClosed { on, .. } => Some(*on),
        Entry::ItemWaived { from, .. } | Entry::WaiverLifted { from } => Some(*from),
        _ => None,
    }
}

impl ItemHistory {
    fn apply(&mut self, entry: &Entry, period: Option<Period>, fact: &Fact) {
        let by = || fact.by.clone();
        match (entry, period) {
            (Entry::ItemCompleted { on }, Some(period)) => {
                let completion = Completion {
                    on: *on,
                    recorded: fact.recorded,
                    by: by(),
                };
                self.completions.insert(period, completion);
            }
            (Entry::ItemReopened { .. }, Some(period)) => {
                self.completions.remove(&period);
            }
            (Entry::ItemMeasured { value, of, on }, Some(period)) => {
                let measurement = Measurement {
                    value: *value,
                    of: *of,
                    on: *on,
                    recorded: fact.recorded,
                    by: by(),
                };
                self.measurements.insert(period, measurement);
            }
            (Entry::ItemWaived { reason, from }, _) => self.waivers.push(Waiver {
                reason: reason.clone(),
                from: *from,
                until: None,
                by: by(),
            }),
            (Entry::WaiverLifted { from }, _) => {
                if let Some(waiver) = self.waivers.last_mut() {
                    waiver.until = Some(*from);
                }
            }
            (Entry::ItemAssigned { to, helpers, due }, _) => {
                self.assignment = Some(Assignment {
                    to: to.clone(),
                    helpers: helpers.clone(),
                    due: *due,
                });
            }
            (Entry::EvidenceAttached(evidence), period) => {
                self.evidence.push((period, evidence.clone()));
            }
            (Entry::ItemNoted { text, on }, period) => self.notes.push(Noted {
                period,
                text: text.clone(),
                on: *on,
                by: by(),
            }),
            _ => {}
        }
    }

    /// The waiver in force on `day`.
    #[must_use]
    pub fn waiver_on(&self, day: NaiveDate) -> Option<&Waiver> {
        self.waivers
            .iter()
            .rev()
            .find(|w| w.from <= day && w.until.is_none_or(|until| day < until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{ActionId, FactId, Subject, redo_target, undo_target};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    fn item() -> ItemRef {
        ItemRef {
            checklist: "c".parse().expect("an id"),
            item: "1.1".parse().expect("an id"),
        }
    }

    /// A record written as a list of actions: `+N` completes the day 2022-03-N, `-N` reopens it,
    /// `u` undoes and `r` redoes.
    fn record(script: &str) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        for (n, word) in script.split_whitespace().enumerate() {
            let period = |n: &str| Some(Period::Day(day(&format!("2022-03-{n}"))));
            let (period, entry) = match word.split_at(1) {
                ("+", n) => (
                    period(n),
                    Entry::ItemCompleted {
                        on: day(&format!("2022-03-{n}")),
                    },
                ),
                ("-", n) => (period(n), Entry::ItemReopened { reason: None }),
                ("u", _) => (
                    None,
                    Entry::Revoked {
                        action: undo_target(&facts).expect("something to undo"),
                    },
                ),
                _ => (
                    None,
                    Entry::Revoked {
                        action: redo_target(&facts).expect("something to redo"),
                    },
                ),
            };
            facts.push(Fact {
                seq: n as u64 + 1,
                id: FactId(format!("f{n}")),
                recorded: "2022-03-31T10:00:00+08:00".parse().expect("a moment"),
                by: "王校长".into(),
                action: ActionId(format!("f{n}")),
                subject: period.map(|period| Subject {
                    item: item(),
                    period: Some(period),
                }),
                entry,
            });
        }
        facts
    }

    fn done(script: &str) -> Vec<String> {
        let history = History::of(&record(script), day("2022-12-31"));
        history.item(&item()).map_or_else(Vec::new, |item| {
            let days = item.completions.keys();
            days.map(|p| p.to_string().split_off(8)).collect()
        })
    }

    #[test]
    fn undo_and_redo_walk_back_and_forth() {
        assert_eq!(done("+14 +15 +16"), ["14", "15", "16"]);
        assert_eq!(done("+14 +15 +16 u u"), ["14"]);
        assert_eq!(done("+14 +15 +16 u u r"), ["14", "15"]);
        assert_eq!(done("+14 +15 +16 u u r r"), ["14", "15", "16"]);
        assert_eq!(done("+14 +15 u r u"), ["14"]);
    }

    #[test]
    fn a_new_action_ends_redo() {
        let facts = record("+14 +15 u +16");
        assert_eq!(redo_target(&facts), None);
        assert_eq!(done("+14 +15 u +16 u u"), Vec::<String>::new());
        assert_eq!(undo_target(&record("+14 u")), None);
    }

    #[test]
    fn undoing_a_reopening_restores_the_completion() {
        assert_eq!(done("+14 -14"), Vec::<String>::new());
        assert_eq!(done("+14 -14 u"), ["14"]);
    }

    #[test]
    fn what_is_about_later_days_is_left_out() {
        let history = History::of(&record("+14 +16"), day("2022-03-15"));
        assert_eq!(
            history.item(&item()).map(|item| item.completions.len()),
            Some(1)
        );
    }
}
