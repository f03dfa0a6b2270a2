//! Ids under which schools of several names reported in a week.

use crate::calendar::Week;
use crate::rollup::gather::{RollUp, Superseded};
use crate::rollup::row::SchoolWeek;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An id under which reports of several names came in: two schools may have taken the same one, and
/// only one of them counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedId {
    /// The id.
    pub id: String,
    /// The name in the report that counts.
    pub name: String,
    /// The file of that.
    pub file: String,
    /// The other reports.
    pub others: Vec<OtherName>,
}

/// A report that another of the same id supersedes, with another name in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherName {
    /// The name.
    pub name: String,
    /// The file.
    pub file: String,
}

/// Those of a week, in the order of the ids.
pub(super) fn ids(rollup: &RollUp, week: Week) -> Vec<SharedId> {
    let mut others: BTreeMap<&SchoolWeek, Vec<OtherName>> = BTreeMap::new();
    for Superseded { file, of, by, .. } in rollup.superseded() {
        let counts = rollup.row(of).map(|counts| counts.row.school.name.as_str());
        if of.week == week && !by.is_empty() && counts != Some(by) {
            others.entry(of).or_default().push(OtherName {
                name: by.to_owned(),
                file: file.name.clone(),
            });
        }
    }
    let shared = others.into_iter().filter_map(|(of, mut others)| {
        let counts = rollup.row(of)?;
        others.sort();
        Some(SharedId {
            id: of.school.clone(),
            name: counts.row.school.name.clone(),
            file: counts.file.name.clone(),
            others,
        })
    });
    shared.collect()
}
