//! What a later version of a checklist asks for that the one before did not.

use super::{Checklist, Item, ItemId};
use serde::Serialize;
use std::collections::HashMap;

/// How two versions of a checklist differ in their items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// The items that are new, in the order of the later version.
    pub added: Vec<ItemId>,
    /// The items that are gone, in the order of the earlier version.
    pub removed: Vec<ItemId>,
    /// The items that ask for something else, with what it is, in the order of the later version.
    pub changed: Vec<(ItemId, Vec<Aspect>)>,
}

/// What an item may ask for otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// What is to be seen when it is done.
    Text,
    /// The clauses it puts to work.
    Clauses,
    /// How often it is due.
    Cadence,
    /// Its last day.
    Due,
    /// Who answers for it.
    Owner,
    /// Who helps.
    Helpers,
    /// The evidence expected.
    Evidence,
    /// What is counted, and up to what.
    Measure,
    /// Whether one "no" means that the school may not open.
    Gate,
    /// What it counts beside others.
    Weight,
    /// The kinds of school it is for.
    Kinds,
    /// On whom the duty lies.
    Duty,
    /// The school days it takes.
    Lead,
    /// What comes first.
    After,
    /// Where it is done.
    Places,
    /// The requirement it belongs to.
    Requirement,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Text,
        Self::Clauses,
        Self::Cadence,
        Self::Due,
        Self::Owner,
        Self::Helpers,
        Self::Evidence,
        Self::Measure,
        Self::Gate,
        Self::Weight,
        Self::Kinds,
        Self::Duty,
        Self::Lead,
        Self::After,
        Self::Places,
        Self::Requirement,
    ];
}

impl Checklist {
    /// What the items of `later` ask for that those of this version do not.
    #[must_use]
    pub fn difference(&self, later: &Self) -> Difference {
        let before: HashMap<_, _> = self
            .items()
            .map(|(r, item)| (&item.id, (r, item)))
            .collect();
        let mut difference = Difference::default();
        for (requirement, item) in later.items() {
            let Some((was_in, was)) = before.get(&item.id) else {
                difference.added.push(item.id.clone());
                continue;
            };
            let mut aspects = was.difference(item);
            if was_in.id != requirement.id {
                aspects.push(Aspect::Requirement);
            }
            if !aspects.is_empty() {
                difference.changed.push((item.id.clone(), aspects));
            }
        }
        let gone = self.items().map(|(_, item)| &item.id);
        let gone = gone.filter(|id| later.item(id).is_none());
        difference.removed = gone.cloned().collect();
        difference
    }
}

impl Item {
    /// What `later`, an item of the same id, asks for otherwise.
    fn difference(&self, later: &Self) -> Vec<Aspect> {
        // Taken apart whole, so that a new field cannot be forgotten here.
        let Self {
            id: _,
            text,
            clauses,
            cadence,
            owner,
            helpers,
            duty,
            evidence,
            measure,
            due,
            after,
            lead,
            places,
            kinds,
            gate,
            weight,
        } = self;
        let differs = [
            (Aspect::Text, *text != later.text),
            (Aspect::Clauses, *clauses != later.clauses),
            (Aspect::Cadence, *cadence != later.cadence),
            (Aspect::Due, *due != later.due),
            (Aspect::Owner, *owner != later.owner),
            (Aspect::Helpers, *helpers != later.helpers),
            (Aspect::Evidence, *evidence != later.evidence),
            (Aspect::Measure, *measure != later.measure),
            (Aspect::Gate, *gate != later.gate),
            (Aspect::Weight, *weight != later.weight),
            (Aspect::Kinds, *kinds != later.kinds),
            (Aspect::Duty, *duty != later.duty),
            (Aspect::Lead, *lead != later.lead),
            (Aspect::After, *after != later.after),
            (Aspect::Places, *places != later.places),
        ];
        let differs = differs.into_iter().filter(|(_, differs)| *differs);
        differs.map(|(aspect, _)| aspect).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A checklist of requirements, each with items as JSON beside their clauses.
    fn checklist(requirements: &[(&str, &[&str])]) -> Checklist {
        let requirement = |(id, items): &(&str, &[&str])| {
            let items: Vec<String> = items.iter().map(|item| format!("{{{item}}}")).collect();
            let items = items.join(",");
            format!(r#"{{"id": "{id}", "title": "t", "items": [{items}]}}"#)
        };
        let requirements: Vec<String> = requirements.iter().map(requirement).collect();
        let json = format!(
            r#"{{"checklist": "c", "version": 1, "title": "t",
                "directive": {{"issuer": "i", "issued": "2020-01-01"}},
                "requirements": [{}]}}"#,
            requirements.join(",")
        );
        serde_json::from_str(&json).expect("a checklist in a test")
    }

    fn ids(ids: &[ItemId]) -> Vec<&str> {
        ids.iter().map(ItemId::as_str).collect()
    }

    const PLAIN: &str = r#""id": "1.1", "text": "x", "clauses": ["C1"], "cadence": "once""#;

    #[test]
    fn items_are_told_apart_by_their_ids() {
        let other = |id: &str| PLAIN.replace("1.1", id);
        let (second, third) = (other("1.2"), other("1.3"));
        let earlier = checklist(&[("1", &[PLAIN, &second])]);
        let later = checklist(&[("1", &[&third, PLAIN])]);
        let difference = earlier.difference(&later);
        assert_eq!(ids(&difference.added), ["1.3"]);
        assert_eq!(ids(&difference.removed), ["1.2"]);
        assert_eq!(difference.changed, []);
        assert_eq!(earlier.difference(&earlier), Difference::default());
    }

    #[test]
    fn every_aspect_of_an_item_is_compared() {
        let changed = |from: &str, to: &str| PLAIN.replace(from, to);
        let with = |key: &str| format!("{PLAIN}, {key}");
        let variants = [
            (changed(r#""x""#, r#""y""#), Aspect::Text),
            (changed(r#""C1""#, r#""C1", "C2""#), Aspect::Clauses),
            (changed("once", "termly"), Aspect::Cadence),
            (with(r#""due": "2022-03-31""#), Aspect::Due),
            (with(r#""owner": "doctor""#), Aspect::Owner),
            (with(r#""helpers": ["doctor"]"#), Aspect::Helpers),
            (with(r#""evidence": "the log""#), Aspect::Evidence),
            (
                with(r#""measure": {"unit": "x", "rate": 3}"#),
                Aspect::Measure,
            ),
            (with(r#""gate": true"#), Aspect::Gate),
            (with(r#""weight": 2"#), Aspect::Weight),
            (with(r#""kinds": ["primary"]"#), Aspect::Kinds),
            (with(r#""duty": "bureau""#), Aspect::Duty),
            (with(r#""lead": 3"#), Aspect::Lead),
            (with(r#""after": ["1.2"]"#), Aspect::After),
            (with(r#""places": ["gate"]"#), Aspect::Places),
        ];
        let earlier = checklist(&[("1", &[PLAIN])]);
        let mut seen: Vec<Aspect> = Vec::new();
        for (item, aspect) in &variants {
            let later = checklist(&[("1", &[item])]);
            let changed = earlier.difference(&later).changed;
            assert_eq!(changed, [("1.1".parse().expect("an id"), vec![*aspect])]);
            assert_eq!(later.difference(&earlier).changed, changed);
            seen.push(*aspect);
        }
        let moved = checklist(&[("2", &[PLAIN])]);
        let changed = earlier.difference(&moved).changed;
        assert_eq!(changed[0].1, [Aspect::Requirement]);
        seen.push(Aspect::Requirement);
        seen.sort();
        assert_eq!(seen, Aspect::ALL);
    }
}
