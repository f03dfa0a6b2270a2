//! What the facts add up to: the state of the record as it stands.

use super::{Entry, Fact, Finding, FindingId, ItemHistory, Sent, Subject, WeekHistory, undo};
use crate::calendar::Week;
use crate::checklist::{ChecklistId, ItemId, ItemRef};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The facts that stand, indexed by what they are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    items: HashMap<ChecklistId, HashMap<ItemId, ItemHistory>>,
    events: Vec<Event>,
    findings: Vec<Finding>,
    anchors: BTreeMap<String, Vec<AnchorSetting>>,
    upgrades: Vec<Upgrade>,
    weeks: BTreeMap<Week, WeekHistory>,
    sent: Vec<Sent>,
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
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// The day it was closed.
    pub closed: Option<NaiveDate>,
}

/// A day that due dates are counted from was set, or moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorSetting {
    /// Its place in the record.
    pub seq: u64,
    /// The day.
    pub on: NaiveDate,
    /// Whether the school's profile said so.
    pub profile: bool,
    /// Why it was moved.
    pub reason: Option<String>,
    /// The day that was recorded.
    pub recorded: NaiveDate,
    /// Who recorded it.
    pub by: Arc<str>,
}

/// A later version of a checklist took the place of one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// Its place in the record.
    pub seq: u64,
    /// The checklist.
    pub checklist: ChecklistId,
    /// The new version.
    pub version: u32,
    /// The version before.
    pub from: u32,
    /// The items that ask for something else than before.
    pub changed: Vec<ItemId>,
    /// The items that are new.
    pub added: Vec<ItemId>,
    /// The items that are gone.
    pub removed: Vec<ItemId>,
    /// The day from which it counts.
    pub on: NaiveDate,
}

impl History {
    /// What stands at the end of `facts` (in order), leaving out what is about days after `day`.
    #[must_use]
    pub fn of(facts: &[Fact], day: NaiveDate) -> Self {
        let revoked = undo::revoked(facts);
        let mut history = Self::default();
        for fact in facts {
            let about = match fact.entry {
                // A week that is signed is locked on whatever day it is looked at.
                Entry::WeekSigned { .. } | Entry::WeekUnlocked { .. } => None,
                ref entry => entry.day(),
            };
            if !revoked.contains(&fact.action) && about.is_none_or(|on| on <= day) {
                history.apply(fact);
            }
        }
        history
    }

    /// The same without what is about other items than those that `keep` names.
    #[must_use]
    pub fn of_items(&self, keep: impl Fn(&ChecklistId, &ItemId) -> bool) -> Self {
        let kept = |(checklist, items): (&ChecklistId, &HashMap<ItemId, ItemHistory>)| {
            let items = items.iter().filter(|(item, _)| keep(checklist, item));
            let items = items.map(|(item, history)| (item.clone(), history.clone()));
            (checklist.clone(), items.collect())
        };
        let findings = self.findings.iter();
        let is_kept = |finding: &&Finding| keep(&finding.item.checklist, &finding.item.item);
        Self {
            items: self.items.iter().map(kept).collect(),
            events: self.events.clone(),
            findings: findings.filter(is_kept).cloned().collect(),
            anchors: self.anchors.clone(),
            upgrades: self.upgrades.clone(),
            weeks: self.weeks.clone(),
            sent: self.sent.clone(),
        }
    }

    /// What stands about an item, if anything does.
    #[must_use]
    pub fn item(&self, item: &ItemRef) -> Option<&ItemHistory> {
        self.item_of(&item.checklist, &item.item)
    }

    /// The same, where checklist and item are at hand apart.
    #[must_use]
    pub fn item_of(&self, checklist: &ChecklistId, item: &ItemId) -> Option<&ItemHistory> {
        self.items.get(checklist)?.get(item)
    }

    /// What stands about all items that anything stands about, in no order.
    pub fn items(&self) -> impl Iterator<Item = (ItemRef, &ItemHistory)> {
        self.items.iter().flat_map(|(checklist, items)| {
            items.iter().map(|(item, history)| {
                let (checklist, item) = (checklist.clone(), item.clone());
                (ItemRef { checklist, item }, history)
            })
        })
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

    /// The findings, oldest first.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The finding of that id.
    #[must_use]
    pub fn finding(&self, id: &FindingId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == *id)
    }

    /// The open findings on an item.
    pub fn open_findings<'a>(&'a self, item: &'a ItemRef) -> impl Iterator<Item = &'a Finding> {
        let findings = self.findings.iter();
        findings.filter(move |finding| finding.is_open() && finding.item == *item)
    }

    /// The settings of an anchor, oldest first; none where the record does not know it.
    #[must_use]
    pub fn anchor(&self, name: &str) -> &[AnchorSetting] {
        self.anchors.get(name).map_or(&[], Vec::as_slice)
    }

    /// The anchors that the record knows.
    #[must_use]
    pub fn anchors(&self) -> &BTreeMap<String, Vec<AnchorSetting>> {
        &self.anchors
    }

    /// The upgrades of checklists, oldest first.
    #[must_use]
    pub fn upgrades(&self) -> &[Upgrade] {
        &self.upgrades
    }

    /// What stands about the review of a week as a whole.
    #[must_use]
    pub fn week(&self, week: Week) -> Option<&WeekHistory> {
        self.weeks.get(&week)
    }

    /// The weeks that the record knows something about the review of.
    #[must_use]
    pub fn weeks(&self) -> &BTreeMap<Week, WeekHistory> {
        &self.weeks
    }

    /// The reports that were sent, the oldest first.
    #[must_use]
    pub fn sent(&self) -> &[Sent] {
        &self.sent
    }

    /// The week that a fact is about, given what stands: what was postponed is about the week in
    /// which it is done, and a tick taken back about the week in which that was.
    #[must_use]
    pub fn week_of(&self, subject: Option<&Subject>, entry: &Entry) -> Option<Week> {
        let about = subject.and_then(|subject| {
            let period = subject.period.as_ref()?;
            Some((self.item(&subject.item)?, period))
        });
        let day = entry.day().or_else(|| {
            let (item, period) = about.filter(|_| matches!(entry, Entry::ItemReopened { .. }))?;
            item.last_done_on(period)
        });
        let postponed = about.is_some_and(|(item, period)| item.postponements.contains_key(period));
        match day {
            Some(day) if postponed => Some(Week::of(day)),
            _ => super::week(subject, entry).or(day.map(Week::of)),
        }
    }

    fn apply(&mut self, fact: &Fact) {
        match (&fact.entry, &fact.subject) {
            (
                Entry::EventOpened {
                    event,
                    kind,
                    name,
                    on,
                },
                _,
            ) => self.events.push(Event {
                id: event.clone(),
                kind: kind.clone(),
                name: name.clone(),
                on: *on,
                recorded: fact.recorded.date_naive(),
                closed: None,
            }),
            (Entry::EventClosed { event, on }, _) => {
                if let Some(open) = self.events.iter_mut().find(|e| e.id == *event) {
                    open.closed = Some(*on);
                }
            }
            (Entry::AnchorSet { anchor, .. }, _) => {
                let settings = self.anchors.entry(anchor.clone()).or_default();
                settings.extend(AnchorSetting::of(fact));
            }
            (Entry::ReportSent(_), _) => self.sent.extend(Sent::of(fact)),
            (Entry::ChecklistUpgraded { .. }, _) => self.upgrades.extend(Upgrade::of(fact)),
            (Entry::FindingRaised { .. }, Some(subject)) => {
                self.findings.extend(Finding::raised(fact, subject));
            }
            (entry, subject) => {
                if let Some(id) = entry.finding() {
                    let found = self.findings.iter_mut().find(|f| f.id == *id);
                    if let Some(finding) = found {
                        finding.apply(fact);
                    }
                } else if let Some(subject) = subject {
                    let ItemRef { checklist, item } = &subject.item;
                    let items = self.items.entry(checklist.clone()).or_default();
                    let item = items.entry(item.clone()).or_default();
                    item.apply(subject.period.clone(), fact);
                } else if let Some(week) = entry.reviewed_week() {
                    self.weeks.entry(week).or_default().apply(fact);
                }
            }
        }
    }
}

impl AnchorSetting {
    fn of(fact: &Fact) -> Option<Self> {
        let Entry::AnchorSet {
            on,
            profile,
            reason,
            ..
        } = &fact.entry
        else {
            return None;
        };
        Some(Self {
            seq: fact.seq,
            on: *on,
            profile: *profile,
            reason: reason.clone(),
            recorded: fact.recorded.date_naive(),
            by: fact.by.clone(),
        })
    }
}

impl Upgrade {
    fn of(fact: &Fact) -> Option<Self> {
        let Entry::ChecklistUpgraded {
            checklist,
            version,
            from,
            changed,
            added,
            removed,
            on,
            ..
        } = &fact.entry
        else {
            return None;
        };
        Some(Self {
            seq: fact.seq,
            checklist: checklist.clone(),
            version: *version,
            from: *from,
            changed: changed.clone(),
            added: added.clone(),
            removed: removed.clone(),
            on: *on,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Period;
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
                id: FactId(format!("f{n}").into()),
                recorded: "2022-03-31T10:00:00+08:00".parse().expect("a moment"),
                by: "王校长".into(),
                action: ActionId(format!("f{n}").into()),
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
