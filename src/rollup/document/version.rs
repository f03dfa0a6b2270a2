//! The versions in which schools have a checklist, and what of them is not compared.

use crate::rollup::leading::{Leading, Why};
use crate::rollup::row::Row;
use crate::rollup::shape::Shape;
use crate::text::Lang;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A checklist, and the versions in which schools have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistVersions {
    /// The checklist's id.
    pub checklist: String,
    /// What it is called.
    pub title: String,
    /// The version that schools are compared by, which most of them have.
    pub version: u32,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
    /// How many schools have it, in any language.
    pub schools: u64,
    /// The other versions, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<VersionLine>,
}

/// Another version of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionLine {
    /// The version; it may be the same number, of another file.
    pub version: u32,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
    /// The language of the reports.
    pub language: Lang,
    /// The ids of the schools that have it.
    pub schools: Vec<String>,
    /// How many of its items count with those of the others.
    pub compared: u64,
    /// Those that do not, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<ItemLeftOut>,
    /// The items that it does not have: there these schools are not counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
}

/// An item that is not compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemLeftOut {
    /// Its id.
    pub item: String,
    /// Why.
    pub why: Why,
}

/// The checklists of some rows.
pub(super) fn versions(rows: &[&Row], leading: &Leading) -> Vec<ChecklistVersions> {
    let shapes = leading.shapes.iter().enumerate();
    shapes
        .map(|(n, shape)| of(rows, leading, n, shape))
        .collect()
}

fn of(rows: &[&Row], leading: &Leading, n: usize, shape: &Shape) -> ChecklistVersions {
    let mut schools = 0;
    let mut others: BTreeMap<(u32, &str, Lang), VersionLine> = BTreeMap::new();
    for row in rows {
        for checklist in &row.checklists {
            let Some(fit) = leading.fit(checklist).filter(|fit| fit.leading == n) else {
                continue;
            };
            let other: &Arc<Shape> = &checklist.shape;
            if other.digest == shape.digest {
                schools += 1;
                continue;
            }
            let key = (other.version, other.digest.as_str(), other.language);
            let line = others
                .entry(key)
                .or_insert_with(|| line(other, shape, &fit.items));
            line.schools.push(row.school.id.clone());
        }
    }
    ChecklistVersions {
        checklist: shape.checklist.clone(),
        title: shape.title.clone(),
        version: shape.version,
        digest: shape.digest.clone(),
        schools,
        others: others.into_values().rev().collect(),
    }
}

/// A version that no school was added to yet.
fn line<P>(other: &Shape, leading: &Shape, places: &[Result<P, Why>]) -> VersionLine {
    let items = other.items().zip(places);
    let left_out: Vec<ItemLeftOut> = items
        .filter_map(|((_, item), place)| {
            let why = *place.as_ref().err()?;
            let item = item.id.clone();
            Some(ItemLeftOut { item, why })
        })
        .collect();
    let has = |id: &str| other.items().any(|(_, item)| item.id == id);
    let lacks = leading.items().filter(|(_, item)| !has(&item.id));
    VersionLine {
        version: other.version,
        digest: other.digest.clone(),
        language: other.language,
        schools: Vec::new(),
        compared: super::count(places.len() - left_out.len()),
        left_out,
        lacks: lacks.map(|(_, item)| item.id.clone()).collect(),
    }
}
