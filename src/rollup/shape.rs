//! What a checklist asks, as the reports of several schools have it.

use crate::checklist::Cadence;
use crate::report::ChecklistReport;
use crate::text::Lang;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A checklist as a report has it, without what became of it: what many schools share.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Its id.
    pub checklist: String,
    /// Its version.
    pub version: u32,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
    /// The language of its texts.
    pub language: Lang,
    /// What it is called.
    pub title: String,
    /// Its requirements, in order.
    pub requirements: Vec<RequirementShape>,
}

/// A requirement.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct RequirementShape {
    /// Its number.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its items, in order.
    pub items: Vec<ItemShape>,
}

/// An item.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct ItemShape {
    /// Its id.
    pub id: String,
    /// What it asks for.
    pub text: String,
    /// How often: `once`, `daily`, `weekly`, …
    pub cadence: String,
}

impl ItemShape {
    /// Whether its number begins anew each day or each week, and does not grow from week to week.
    #[must_use]
    pub fn begins_anew(&self) -> bool {
        let cadence = Cadence::of_word(&self.cadence);
        matches!(cadence, Some(Cadence::Daily | Cadence::Weekly))
    }
}

impl Shape {
    /// The shape of a checklist in a report.
    #[must_use]
    pub fn of(checklist: &ChecklistReport, language: Lang) -> Self {
        let requirements = checklist.requirements.iter();
        Self {
            checklist: checklist.id.clone(),
            version: checklist.version,
            digest: checklist.digest.clone(),
            language,
            title: checklist.title.clone(),
            requirements: requirements
                .map(|requirement| RequirementShape {
                    id: requirement.id.clone(),
                    title: requirement.title.clone(),
                    items: requirement
                        .items
                        .iter()
                        .map(|item| ItemShape {
                            id: item.id.clone(),
                            text: item.text.clone(),
                            cadence: item.cadence.clone(),
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    /// The same with what another kind of school has of the same file, in its place.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut whole = self.clone();
        insert_missing(&mut whole.requirements, &other.requirements, |of| &of.id);
        for requirement in &other.requirements {
            let mut into = whole.requirements.iter_mut();
            if let Some(into) = into.find(|of| of.id == requirement.id) {
                insert_missing(&mut into.items, &requirement.items, |item| &item.id);
            }
        }
        whole
    }

    /// Whether a checklist in a report has this shape.
    fn is_of(&self, checklist: &ChecklistReport, language: Lang) -> bool {
        self.checklist == checklist.id
            && self.version == checklist.version
            && self.digest == checklist.digest
            && self.language == language
            && self.title == checklist.title
            && is_each(&self.requirements, &checklist.requirements, |kept, of| {
                kept.id == of.id
                    && kept.title == of.title
                    && is_each(&kept.items, &of.items, |kept, of| {
                        kept.id == of.id && kept.text == of.text
                    })
            })
    }

    /// Its items in order, each with the index of its requirement.
    pub fn items(&self) -> impl Iterator<Item = (usize, &ItemShape)> {
        let requirements = self.requirements.iter().enumerate();
        requirements.flat_map(|(n, requirement)| requirement.items.iter().map(move |i| (n, i)))
    }
}

/// Puts what is missing behind what stands before it elsewhere.
fn insert_missing<T: Clone>(into: &mut Vec<T>, from: &[T], id: fn(&T) -> &str) {
    let mut next = 0;
    for one in from {
        let place = into.iter().position(|of| id(of) == id(one));
        if place.is_none() {
            into.insert(next, one.clone());
        }
        next = place.unwrap_or(next) + 1;
    }
}

/// Whether two lists are as long as each other, and their elements alike.
fn is_each<T, U>(ones: &[T], others: &[U], is_alike: impl Fn(&T, &U) -> bool) -> bool {
    ones.len() == others.len()
        && ones
            .iter()
            .zip(others)
            .all(|(one, other)| is_alike(one, other))
}

/// Shapes, each kept once.
#[derive(Debug, Clone, Default)]
pub struct Shapes {
    kept: HashSet<Arc<Shape>>,
    /// By the digest of the checklist, the last that was asked for: most schools have the same.
    last: HashMap<String, Arc<Shape>>,
}

impl Shapes {
    /// The shape, as it is kept.
    pub fn keep(&mut self, shape: Shape) -> Arc<Shape> {
        if let Some(kept) = self.kept.get(&shape) {
            return Arc::clone(kept);
        }
        let shape = Arc::new(shape);
        self.kept.insert(Arc::clone(&shape));
        shape
    }

    /// The shape of a checklist in a report, as it is kept.
    pub fn of(&mut self, checklist: &ChecklistReport, language: Lang) -> Arc<Shape> {
        let last = self.last.get(&checklist.digest);
        if let Some(last) = last.filter(|last| last.is_of(checklist, language)) {
            return Arc::clone(last);
        }
        let shape = self.keep(Shape::of(checklist, language));
        self.last
            .insert(checklist.digest.clone(), Arc::clone(&shape));
        shape
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(items: &[&str]) -> Shape {
        let item = |id: &&str| ItemShape {
            id: (*id).to_owned(),
            text: format!("登记 {id}"),
            cadence: "weekly".to_owned(),
        };
        let requirement = |id: &str| RequirementShape {
            id: id.to_owned(),
            title: "登记".to_owned(),
            items: items
                .iter()
                .filter(|i| i.starts_with(id))
                .map(item)
                .collect(),
        };
        let ids: std::collections::BTreeSet<&str> = items
            .iter()
            .filter_map(|item| item.split('.').next())
            .collect();
        Shape {
            checklist: "district".to_owned(),
            version: 1,
            digest: "sha256:0".to_owned(),
            language: Lang::Zh,
            title: "全区清单".to_owned(),
            requirements: ids.into_iter().map(requirement).collect(),
        }
    }

    #[test]
    fn what_one_kind_of_school_has_comes_where_it_stands_there() {
        let kindergarten = shape(&["1.1", "1.3", "3.1"]);
        let secondary = shape(&["1.2", "1.3", "1.4", "2.1", "3.1"]);
        let whole = kindergarten.with(&secondary);
        let ids: Vec<&str> = whole.items().map(|(_, item)| item.id.as_str()).collect();
        assert_eq!(ids, ["1.2", "1.1", "1.3", "1.4", "2.1", "3.1"]);
        assert_eq!(secondary.with(&secondary), secondary);
    }
}
