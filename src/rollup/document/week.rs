//! The weeks beside each other, and the districts.

use super::returns::Returns;
use super::{View, sum};
use crate::calendar::Week;
use crate::rollup::counts::Rate;
use crate::rollup::row::Row;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All schools in a week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekLine {
    /// The week.
    pub week: Week,
    /// The last day on which a report of it was in time.
    pub due: NaiveDate,
    /// How many schools reported.
    pub returns: Returns,
    /// The rates of those together.
    pub totals: Rate,
}

/// The schools of a district in the week that is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DistrictLine {
    /// What it is called; nothing for the schools of which it is not known.
    pub district: Option<String>,
    /// How many schools reported.
    pub returns: Returns,
    /// The rates of those together.
    pub totals: Rate,
}

/// The weeks beside each other.
pub(super) fn lines(view: &View<'_>) -> Vec<WeekLine> {
    let lines = view.weeks().into_iter().map(|week| {
        let rows = view.rows.get(&week).into_iter().flatten();
        let rows: Vec<&Row> = rows.map(|(_, entry)| entry.row).collect();
        WeekLine {
            week,
            due: view.due(week),
            returns: view.returns(week),
            totals: sum(&rows),
        }
    });
    lines.collect()
}

/// District by district, where there are several.
pub(super) fn districts(view: &View<'_>) -> Vec<DistrictLine> {
    let mut districts: BTreeMap<Option<&str>, (Returns, Vec<&Row>)> = BTreeMap::new();
    for school in view.known() {
        let (returns, rows) = districts.entry(school.district).or_default();
        returns.count(view.returned(view.week, school.id));
        rows.extend(view.entry(view.week, school.id).map(|entry| entry.row));
    }
    if districts.len() < 2 {
        return Vec::new();
    }
    let mut lines: Vec<DistrictLine> = districts
        .into_iter()
        .map(|(district, (returns, rows))| DistrictLine {
            district: district.map(str::to_owned),
            returns,
            totals: sum(&rows),
        })
        .collect();
    lines.sort_by_key(|line| line.district.is_none());
    lines
}
