//! What a roll-up keeps of one school's week.

use super::counts::{Counts, ItemCounts};
use super::shape::{Shape, Shapes};
use crate::assess::{Status, Totals};
use crate::calendar::Week;
use crate::fact::FindingState;
use crate::report::{ChecklistReport, ItemReport, RecordHead, SchoolHeader, StatusReport};
use crate::text::Lang;
use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A school and a week: what a row is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolWeek {
    /// The school's id.
    pub school: String,
    /// The week.
    pub week: Week,
}

/// A school's week, from its report.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The school.
    pub school: SchoolHeader,
    /// The week.
    pub week: Week,
    /// The day as of which it was judged.
    pub as_of: NaiveDate,
    /// The moment the report was written.
    pub generated_at: DateTime<FixedOffset>,
    /// The language of its texts.
    pub language: Lang,
    /// Whether the school states that there is nothing to report.
    pub nothing_to_report: bool,
    /// The signature that is in force.
    pub signed: Option<Signed>,
    /// The day of the first signature, where the week was opened again after it.
    pub signed_first: Option<NaiveDate>,
    /// Its rates.
    pub totals: Totals,
    /// Its checklists, in the report's order.
    pub checklists: Vec<ChecklistRow>,
    /// Its numbers, as they stand.
    pub measures: Vec<MeasureRow>,
    /// Its findings.
    pub findings: FindingCounts,
    /// The gate items that are not as they should be, as `checklist/item`: the school may not open.
    pub gates_closed: Vec<String>,
    /// How many inspections there were in the week.
    pub inspections: u64,
    /// On how many items inspector and school say different things.
    pub disagreements: u64,
    /// The record it was made from.
    pub record: RecordHead,
}

/// Who signed a week, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// Who.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// A checklist of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistRow {
    /// What it asks.
    pub shape: Arc<Shape>,
    /// What became of that, item by item in the order of the shape.
    pub counts: Counts,
}

/// A number against its target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureRow {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What one of them is.
    pub unit: String,
    /// The number.
    pub value: u64,
    /// The number to reach, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
}

/// The findings of a school.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingCounts {
    /// Not struck off yet.
    pub open: u64,
    /// Those of them that are past their limit.
    pub past_limit: u64,
    /// Struck off in the week or after.
    pub closed: u64,
}

impl Row {
    /// The row of a report.
    #[must_use]
    pub fn of(report: &StatusReport, shapes: &mut Shapes) -> Self {
        let checklists = report.checklists.iter();
        let review = report.review.as_ref();
        let signed = review.and_then(|r| r.signed_by.clone().zip(r.signed_on));
        Self {
            school: report.school.clone(),
            week: report.week,
            as_of: report.as_of,
            generated_at: report.generated_at,
            language: report.language,
            nothing_to_report: report.nothing_to_report,
            signed: signed.map(|(by, on)| Signed { by, on }),
            signed_first: signed_first(report),
            totals: report.totals,
            checklists: checklists
                .map(|checklist| ChecklistRow {
                    shape: shapes.of(checklist, report.language),
                    counts: Counts(checklist.items().map(counts).collect()),
                })
                .collect(),
            measures: report.items().filter_map(measure).collect(),
            findings: findings(report),
            gates_closed: report.items().filter_map(closed_gate).collect(),
            inspections: report.items().map(|(_, i)| len(&i.inspections)).sum(),
            disagreements: len(&report.disagreements),
            record: report.record.clone(),
        }
    }

    /// What it is about.
    #[must_use]
    pub fn key(&self) -> SchoolWeek {
        SchoolWeek {
            school: self.school.id.clone(),
            week: self.week,
        }
    }

    /// The day it was handed in: first signed, or else written. Who amends a report later was not
    /// late.
    #[must_use]
    pub fn handed_in(&self) -> NaiveDate {
        let written = self.generated_at.date_naive();
        let signed = self.signed.as_ref().map(|signed| signed.on);
        self.signed_first.or(signed).unwrap_or(written)
    }
}

fn signed_first(report: &StatusReport) -> Option<NaiveDate> {
    let mut signatures = report
        .amendments
        .iter()
        .filter_map(|a| a.signed_before.as_ref());
    signatures.next().map(|signature| signature.on)
}

fn len<T>(list: &[T]) -> u64 {
    u64::try_from(list.len()).unwrap_or(u64::MAX)
}

/// What an item is called, as `checklist/item`.
fn name(of: &ChecklistReport, item: &ItemReport) -> String {
    format!("{}/{}", of.id, item.id)
}

fn counts(item: &ItemReport) -> ItemCounts {
    ItemCounts {
        required: item.required,
        done: item.done,
        late: item.late,
        overdue: item.overdue,
        waived: item.waived,
    }
}

fn measure((of, item): (&ChecklistReport, &ItemReport)) -> Option<MeasureRow> {
    let measure = item.measure.as_ref()?;
    Some(MeasureRow {
        item: name(of, item),
        unit: measure.unit.clone(),
        value: measure.value,
        of: measure.of,
    })
}

/// A gate is closed where something was not done by its last day, or a finding is open.
fn closed_gate((of, item): (&ChecklistReport, &ItemReport)) -> Option<String> {
    let is_closed = item.status == Status::Overdue || !item.findings.is_empty();
    (item.gate && is_closed).then(|| name(of, item))
}

fn findings(report: &StatusReport) -> FindingCounts {
    let mut counts = FindingCounts::default();
    for finding in &report.findings {
        if finding.state == FindingState::Closed {
            counts.closed += 1;
        } else {
            counts.open += 1;
            counts.past_limit += u64::from(finding.overdue);
        }
    }
    counts
}
