//! What must hold between the parts of a checklist, beyond the form of each.

use super::{Anchor, Cadence, Checklist, ClauseId, Due, Item, ItemId, RequirementId, RoleId};
use crate::text::Bilingual;
use std::collections::{HashMap, HashSet};

/// Something in a checklist that contradicts something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Two requirements share an id.
    RequirementTwice(RequirementId),
    /// Two items share an id.
    ItemTwice(ItemId),
    /// An item names a clause that the checklist does not list.
    ClauseUnknown(ClauseId),
    /// A clause is listed that no item puts to work.
    ClauseUnused(ClauseId),
    /// An item names no clause.
    NoClause,
    /// A role that the checklist gives no name.
    RoleUnknown(RoleId),
    /// `after` names an item that is not there.
    AfterUnknown(ItemId),
    /// Items wait for each other in a circle.
    AfterCircle(ItemId),
    /// The anchor `event` outside `{ each: … }`.
    EventWithoutEvent,
    /// A due date where the cadence already says when.
    DueNotNeeded,
    /// A weight outside 1 to 5.
    WeightRange(u32),
    /// A text with nothing in it.
    EmptyText,
    /// A text with a control character in it.
    ControlCharacter,
    /// Version zero.
    VersionZero,
    /// No requirements, or a requirement without items.
    Empty,
}

/// Where in a checklist a fault is, as keys and indexes from the top: `requirements`, 2, `items`,
/// 0, `after`, 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

/// One step of a [`Place`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// An entry of a list, from zero.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

macro_rules! place {
    ($($step:expr),* $(,)?) => { Place(vec![$(Step::from($step)),*]) };
}

impl Checklist {
    /// All faults of the checklist, in the order of the file.
    #[must_use]
    pub fn faults(&self) -> Vec<(Place, Fault)> {
        let mut faults = Vec::new();
        if self.version == 0 {
            faults.push((place!["version"], Fault::VersionZero));
        }
        if self.requirements.is_empty() {
            faults.push((place!["requirements"], Fault::Empty));
        }
        for (place, text) in self.texts() {
            faults.extend(
                text.texts()
                    .find_map(text_fault)
                    .map(|fault| (place, fault)),
            );
        }
        self.unused_clauses(&mut faults);
        let mut seen = Seen::default();
        for (r, requirement) in self.requirements.iter().enumerate() {
            if !seen.requirements.insert(requirement.id.as_str()) {
                let fault = Fault::RequirementTwice(requirement.id.clone());
                faults.push((place!["requirements", r, "id"], fault));
            }
            if requirement.items.is_empty() {
                faults.push((place!["requirements", r, "items"], Fault::Empty));
            }
            for (i, item) in requirement.items.iter().enumerate() {
                let at = |rest: Place| {
                    let mut place = place!["requirements", r, "items", i];
                    place.0.extend(rest.0);
                    place
                };
                if !seen.items.insert(item.id.as_str()) {
                    faults.push((at(place!["id"]), Fault::ItemTwice(item.id.clone())));
                }
                let found = self.item_faults(item);
                faults.extend(found.into_iter().map(|(rest, fault)| (at(rest), fault)));
            }
        }
        faults
    }

    /// Every text of the checklist, with its place.
    #[must_use]
    pub fn texts(&self) -> Vec<(Place, &Bilingual)> {
        let mut texts = vec![
            (place!["title"], &self.title),
            (place!["directive", "issuer"], &self.directive.issuer),
        ];
        let title = self.directive.title.iter();
        texts.extend(title.map(|text| (place!["directive", "title"], text)));
        let roles = self.roles.iter();
        texts.extend(roles.map(|(id, text)| (place!["roles", id.as_str()], text)));
        let clauses = self.clauses.iter();
        texts.extend(clauses.map(|(id, text)| (place!["clauses", id.as_str()], text)));
        for (r, requirement) in self.requirements.iter().enumerate() {
            texts.push((place!["requirements", r, "title"], &requirement.title));
            for (i, item) in requirement.items.iter().enumerate() {
                let at = |key: &str| place!["requirements", r, "items", i, key];
                texts.push((at("text"), &item.text));
                texts.extend(item.evidence.iter().map(|text| (at("evidence"), text)));
                texts.extend(item.measure.iter().map(|m| (at("measure"), &m.unit)));
            }
        }
        texts
    }

    fn unused_clauses(&self, faults: &mut Vec<(Place, Fault)>) {
        let used: HashSet<&ClauseId> = self.items().flat_map(|(_, i)| &i.clauses).collect();
        for id in self.clauses.keys().filter(|id| !used.contains(id)) {
            let fault = Fault::ClauseUnused(id.clone());
            faults.push((place!["clauses", id.as_str()], fault));
        }
    }

    fn item_faults(&self, item: &Item) -> Vec<(Place, Fault)> {
        let mut faults = Vec::new();
        let mut fault = |place: Place, fault: Fault| faults.push((place, fault));
        if item.clauses.is_empty() {
            fault(place!["clauses"], Fault::NoClause);
        }
        for (n, clause) in item.clauses.iter().enumerate() {
            if !self.clauses.is_empty() && !self.clauses.contains_key(clause) {
                fault(place!["clauses", n], Fault::ClauseUnknown(clause.clone()));
            }
        }
        let unknown = |role: &&RoleId| !self.roles.is_empty() && !self.roles.contains_key(*role);
        if let Some(role) = item.owner.as_ref().filter(unknown) {
            fault(place!["owner"], Fault::RoleUnknown(role.clone()));
        }
        for (n, role) in item.helpers.iter().enumerate() {
            if unknown(&role) {
                fault(place!["helpers", n], Fault::RoleUnknown(role.clone()));
            }
        }
        let due = item.due.as_ref();
        if let Some(found) = due.and_then(|due| due_fault(due, &item.cadence)) {
            fault(place!["due"], found);
        }
        if let Cadence::Each(kind) = &item.cadence
            && let Some(found) = text_fault(kind)
        {
            fault(place!["cadence", "each"], found);
        }
        for (n, first) in item.after.iter().enumerate() {
            if self.item(first).is_none() {
                fault(place!["after", n], Fault::AfterUnknown(first.clone()));
            } else if self.leads_to(first, &item.id) {
                fault(place!["after", n], Fault::AfterCircle(first.clone()));
            }
        }
        if !(1..=5).contains(&item.weight) {
            fault(place!["weight"], Fault::WeightRange(item.weight));
        }
        faults
    }

    /// Whether `from` waits, directly or through others, for `to`, or is `to`.
    fn leads_to(&self, from: &ItemId, to: &ItemId) -> bool {
        let after: HashMap<&ItemId, &[ItemId]> = self
            .items()
            .map(|(_, item)| (&item.id, &*item.after))
            .collect();
        let mut seen = HashSet::new();
        let mut open = vec![from];
        while let Some(id) = open.pop() {
            if id == to {
                return true;
            }
            if seen.insert(id) {
                open.extend(after.get(id).copied().unwrap_or_default());
            }
        }
        false
    }
}

#[derive(Default)]
struct Seen<'a> {
    requirements: HashSet<&'a str>,
    items: HashSet<&'a str>,
}

fn due_fault(due: &Due, cadence: &Cadence) -> Option<Fault> {
    let of_event = matches!(
        due,
        Due::Relative {
            anchor: Anchor::Event,
            ..
        }
    );
    match cadence {
        Cadence::Daily | Cadence::Weekly | Cadence::Monthly => Some(Fault::DueNotNeeded),
        Cadence::Once | Cadence::Termly if of_event => Some(Fault::EventWithoutEvent),
        _ => None,
    }
}

/// What is wrong with a text, whatever it says.
#[must_use]
pub fn text_fault(text: &str) -> Option<Fault> {
    if text.trim().is_empty() {
        Some(Fault::EmptyText)
    } else if text.contains(is_control) {
        Some(Fault::ControlCharacter)
    } else {
        None
    }
}

fn is_control(c: char) -> bool {
    c.is_control() && c != '\n'
}
