//! School by school.

use super::returns::{Known, Returned};
use super::{Entry, RollUpReport, View, weaker};
use crate::assess::percent;
use crate::calendar::Week;
use crate::rollup::counts::{Counts, ItemCounts, Rate};
use crate::rollup::leading::Leading;
use crate::rollup::row::{FindingCounts, MeasureRow, Row, Signed};
use crate::rollup::standing::Standing;
use crate::school::SchoolKind;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many weeks before the one that is shown stand beside it.
pub const WEEKS_BEFORE: usize = 8;

/// A school in the week that is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolLine {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// Its district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Whom to ask, as the roster says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// How its report came in.
    pub returned: Returned,
    /// What it reported; left out where it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<SchoolFigures>,
    /// Its rates of the weeks before, the oldest first; a week without a report is not among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<RateBefore>,
    /// By how many points its rate is above that of the week before; left out where one of the two
    /// is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// How its record stands to what the ledger knows of it, where there is one and it reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Standing>,
}

/// What a school reported of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolFigures {
    /// The name of the file.
    pub file: String,
    /// The day as of which it was judged.
    pub as_of: NaiveDate,
    /// The day the first report of the week was handed in: signed, or else written.
    pub handed_in: NaiveDate,
    /// How many days after the last one for it; 0 in time.
    pub days_late: u64,
    /// The signature that is in force; left out where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signed>,
    /// Its rate, with everything that it counts.
    pub rate: Rate,
    /// The same with each occurrence counted by its item's weight, where weights differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighted_percent: Option<f64>,
    /// Its counts by requirement, in the order of the columns. What it has in a version that is not
    /// compared is not among them.
    pub requirements: Counts,
    /// Its findings.
    pub findings: FindingCounts,
    /// The gate items that are not as they should be, as `checklist/item`; the gate is open where
    /// there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates_closed: Vec<String>,
    /// Its numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureRow>,
    /// How many inspections there were in the week.
    pub inspections: u64,
    /// On how many items inspector and school say different things.
    pub disagreements: u64,
}

/// The rate of a week before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RateBefore {
    /// The week.
    pub week: Week,
    /// Required occurrences.
    pub required: u64,
    /// Done ones.
    pub done: u64,
    /// `done / required` in per cent, to one decimal; nothing where nothing was required.
    pub percent: Option<f64>,
}

impl RollUpReport {
    /// The district, where all schools are of the same.
    #[must_use]
    pub fn only_district(&self) -> Option<&str> {
        let mut schools = self.schools.iter();
        let first = schools.next()?.district.as_deref()?;
        let is_only = schools.all(|school| school.district.as_deref() == Some(first));
        is_only.then_some(first)
    }
}

impl MeasureRow {
    /// `value / of` in per cent, to one decimal; nothing where the target is not known.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        percent(self.value, self.of?)
    }
}

/// All schools, the weakest first, last those without a report.
pub(super) fn lines(view: &View<'_>, leading: &Leading) -> Vec<SchoolLine> {
    let schools = view.known().into_iter();
    let mut lines: Vec<SchoolLine> = schools.map(|school| line(view, leading, &school)).collect();
    let key = |line: &SchoolLine| line.figures.as_ref().and_then(|f| f.rate.percent);
    lines.sort_by(|a, b| {
        let reported = a.figures.is_none().cmp(&b.figures.is_none());
        reported.then_with(|| weaker(key(a), key(b)))
    });
    lines
}

fn line(view: &View<'_>, leading: &Leading, school: &Known<'_>) -> SchoolLine {
    let entry = view.entry(view.week, school.id);
    let before = before(view, school.id);
    let this = entry.and_then(|entry| entry.row.totals.percent);
    let last = before
        .last()
        .filter(|last| last.week == view.week.previous());
    let last = last.and_then(|last| last.percent);
    SchoolLine {
        id: school.id.to_owned(),
        name: school.name.to_owned(),
        kind: school.kind,
        district: school.district.map(str::to_owned),
        contact: school.contact.map(str::to_owned),
        returned: view.returned(view.week, school.id),
        figures: entry.map(|entry| figures(view, leading, entry)),
        change: this.zip(last).map(|(this, last)| points(this - last)),
        before,
        record: None,
    }
}

/// To one decimal.
pub(super) fn points(difference: f64) -> f64 {
    let tenths = (difference * 10.0).round() / 10.0;
    // No `-0.0`.
    tenths + 0.0
}

fn figures(view: &View<'_>, leading: &Leading, entry: Entry<'_>) -> SchoolFigures {
    let Entry { row, file, .. } = entry;
    let Row { totals, .. } = row;
    SchoolFigures {
        file: file.name.clone(),
        as_of: row.as_of,
        handed_in: entry.handed_in,
        days_late: view.days_late(&entry),
        signed: row.signed.clone(),
        rate: ItemCounts::from(totals).into(),
        weighted_percent: totals.weighted_percent,
        requirements: Counts(leading.by_requirement(row)),
        findings: row.findings,
        gates_closed: row.gates_closed.clone(),
        measures: row.measures.clone(),
        inspections: row.inspections,
        disagreements: row.disagreements,
    }
}

fn before(view: &View<'_>, school: &str) -> Vec<RateBefore> {
    let weeks = std::iter::successors(Some(view.week), |week| Some(week.previous()));
    let weeks = weeks.skip(1).take(WEEKS_BEFORE);
    let rates = weeks.filter_map(|week| {
        let totals = view.entry(week, school)?.row.totals;
        Some(RateBefore {
            week,
            required: totals.required,
            done: totals.done,
            percent: totals.percent,
        })
    });
    let mut rates: Vec<RateBefore> = rates.collect();
    rates.reverse();
    rates
}
