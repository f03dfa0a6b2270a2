//! What of a roll-up can be rolled up again: its rows, and what became of every file.
//!
//! It comes from elsewhere, and may have been altered on the way: rows are taken back only where
//! they agree with themselves.

mod head;
mod plausible;

pub use head::{KeptHead, KeptPrevious};
pub use plausible::{Implausible, Oddity};

use super::counts::{Counts, ItemCounts};
use super::files::Handed;
use super::gather::{Accepted, FileEntry, Reason, RollUp, Superseded};
use super::row::{FindingCounts, MeasureRow, Row, SchoolWeek, Signed};
use super::shape::Shape;
use crate::assess::Totals;
use crate::calendar::{Week, has_year_of_four_digits};
use crate::report::SchoolHeader;
use crate::text::Lang;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Rows and files as plain data. Everything is in an order of its own: the same roll-up is kept in
/// the same way.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// What checklists ask, each version and language once.
    pub shapes: Vec<Shape>,
    /// The files that count, each with its row; by school and week.
    pub rows: Vec<KeptRow>,
    /// The files in whose place others count.
    pub superseded: Vec<KeptSuperseded>,
    /// The files that do not count.
    pub quarantined: Vec<KeptQuarantined>,
}

/// A school's week, and the file that it came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptRow {
    /// The file.
    pub file: FileEntry,
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
    #[serde(default, skip_serializing_if = "is_default")]
    pub nothing_to_report: bool,
    /// The signature that is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signed>,
    /// The day of the first signature, where the week was opened again after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_first: Option<NaiveDate>,
    /// What the counts of all its items come to.
    pub totals: ItemCounts,
    /// How many of those done were recorded on a later day than they were done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub late_entered: u64,
    /// The rate with each occurrence counted by its item's weight, where weights differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighted_percent: Option<f64>,
    /// Its checklists.
    pub checklists: Vec<KeptChecklist>,
    /// Its numbers, as they stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureRow>,
    /// Its findings.
    #[serde(default, skip_serializing_if = "is_default")]
    pub findings: FindingCounts,
    /// The gate items that are not as they should be, as `checklist/item`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates_closed: Vec<String>,
    /// How many inspections there were in the week.
    #[serde(default, skip_serializing_if = "is_default")]
    pub inspections: u64,
    /// On how many items inspector and school say different things.
    #[serde(default, skip_serializing_if = "is_default")]
    pub disagreements: u64,
    /// The record it was made from.
    pub record: KeptHead,
}

/// A checklist of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptChecklist {
    /// What it asks: which of the shapes, from 0.
    pub shape: usize,
    /// What became of that, item by item.
    pub counts: Counts,
}

/// A file in whose place another counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptSuperseded {
    /// The file.
    pub file: FileEntry,
    /// The id of the school that it is of.
    pub school: String,
    /// The week.
    pub week: Week,
    /// The day it was handed in.
    pub handed_in: NaiveDate,
    /// What the school calls itself in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// A file that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptQuarantined {
    /// The file.
    pub file: FileEntry,
    /// Why.
    pub reason: Reason,
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Kept {
    /// What of a roll-up can be rolled up again.
    #[must_use]
    pub fn of(rollup: &RollUp) -> Self {
        let table = ShapeTable::of(rollup.rows());
        let rows = rollup.accepted.values();
        let mut superseded: Vec<_> = rollup.superseded().collect();
        superseded.sort_unstable();
        let mut quarantined: Vec<_> = rollup.quarantined().collect();
        quarantined.sort_unstable();
        Self {
            rows: rows
                .map(|Accepted { file, row }| KeptRow::of(file, row, &table))
                .collect(),
            superseded: superseded
                .into_iter()
                .map(
                    |Superseded {
                         file,
                         of,
                         handed_in,
                         by,
                     }| KeptSuperseded {
                        file: file.clone(),
                        school: of.school.clone(),
                        week: of.week,
                        handed_in,
                        name: by.to_owned(),
                    },
                )
                .collect(),
            quarantined: quarantined
                .into_iter()
                .map(|(file, reason)| KeptQuarantined {
                    file: file.clone(),
                    reason: reason.clone(),
                })
                .collect(),
            shapes: table.into_shapes(),
        }
    }

    /// The roll-up that it was made of.
    ///
    /// # Errors
    /// The first thing in it that cannot be.
    pub fn into_rollup(self) -> Result<RollUp, Implausible> {
        for shape in &self.shapes {
            shape.plausible()?;
        }
        let shapes: Vec<Arc<Shape>> = self.shapes.into_iter().map(Arc::new).collect();
        let mut rollup = RollUp::default();
        for kept in self.rows {
            let (file, row) = kept.into_row(&shapes)?;
            rollup.take(file, row);
        }
        for KeptSuperseded {
            file,
            school,
            week,
            handed_in,
            name,
        } in self.superseded
        {
            let of = SchoolWeek { school, week };
            if rollup.row(&of).is_none() {
                let oddity = Oddity::SupersededByNothing(file.name);
                return Err(Implausible {
                    of: Some(of),
                    oddity,
                });
            }
            if !has_year_of_four_digits(handed_in) {
                return Err(Implausible {
                    of: Some(of),
                    oddity: Oddity::Year(handed_in.year()),
                });
            }
            let handed = Handed {
                of,
                on: handed_in,
                by: name,
            };
            rollup.report(file, handed);
        }
        for KeptQuarantined { file, reason } in self.quarantined {
            rollup.quarantine(file, reason);
        }
        Ok(rollup)
    }
}

/// The shapes of some rows, each once, with their numbers.
#[derive(Debug)]
pub struct ShapeTable {
    shapes: Vec<Arc<Shape>>,
    /// By place in memory: many rows share one, and to compare texts takes long.
    numbers: HashMap<*const Shape, usize>,
}

impl ShapeTable {
    /// Those of the rows.
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        let all = rows.flat_map(|row| row.checklists.iter().map(|c| &c.shape));
        let places: HashMap<*const Shape, &Arc<Shape>> =
            all.map(|shape| (Arc::as_ptr(shape), shape)).collect();
        let shapes: BTreeSet<&Arc<Shape>> = places.values().copied().collect();
        let shapes: Vec<Arc<Shape>> = shapes.into_iter().cloned().collect();
        let numbers = places.into_iter().filter_map(|(place, shape)| {
            let number = shapes.binary_search(shape).ok()?;
            Some((place, number))
        });
        Self {
            numbers: numbers.collect(),
            shapes,
        }
    }

    /// Those that are known with their numbers, and after them those of the rows that are not among
    /// them.
    #[must_use]
    pub fn after<'a>(known: &[Arc<Shape>], rows: impl Iterator<Item = &'a Row>) -> Self {
        let mut shapes = known.to_vec();
        let mut by_text: HashMap<Arc<Shape>, usize> = known.iter().cloned().zip(0..).collect();
        let mut numbers = HashMap::new();
        for checklist in rows.flat_map(|row| &row.checklists) {
            let shape = &checklist.shape;
            numbers.entry(Arc::as_ptr(shape)).or_insert_with(|| {
                *by_text.entry(Arc::clone(shape)).or_insert_with(|| {
                    shapes.push(Arc::clone(shape));
                    shapes.len() - 1
                })
            });
        }
        Self { shapes, numbers }
    }

    fn number(&self, shape: &Arc<Shape>) -> usize {
        let number = self.numbers.get(&Arc::as_ptr(shape)).copied();
        number.unwrap_or(usize::MAX)
    }

    /// The shapes in the order of their numbers.
    #[must_use]
    pub fn into_shapes(self) -> Vec<Shape> {
        let shapes = self.shapes.into_iter();
        shapes.map(Arc::unwrap_or_clone).collect()
    }
}

impl KeptRow {
    /// The row of a file; its shapes are in the table.
    #[must_use]
    pub fn of(file: &FileEntry, row: &Row, table: &ShapeTable) -> Self {
        let checklists = row.checklists.iter();
        let row = row.clone();
        Self {
            file: file.clone(),
            checklists: checklists
                .map(|checklist| KeptChecklist {
                    shape: table.number(&checklist.shape),
                    counts: checklist.counts.clone(),
                })
                .collect(),
            school: row.school,
            week: row.week,
            as_of: row.as_of,
            generated_at: row.generated_at,
            language: row.language,
            nothing_to_report: row.nothing_to_report,
            signed: row.signed,
            signed_first: row.signed_first,
            totals: ItemCounts::from(&row.totals),
            late_entered: row.totals.late_entered,
            weighted_percent: row.totals.weighted_percent,
            measures: row.measures,
            findings: row.findings,
            gates_closed: row.gates_closed,
            inspections: row.inspections,
            disagreements: row.disagreements,
            record: KeptHead::of(row.record),
        }
    }

    /// The file and its row.
    ///
    /// # Errors
    /// The first thing in it that cannot be.
    pub fn into_row(self, shapes: &[Arc<Shape>]) -> Result<(FileEntry, Row), Implausible> {
        let of = SchoolWeek {
            school: self.school.id.clone(),
            week: self.week,
        };
        let checklists = self.plausible(shapes).map_err(|oddity| Implausible {
            of: Some(of),
            oddity,
        })?;
        let row = Row {
            school: self.school,
            week: self.week,
            as_of: self.as_of,
            generated_at: self.generated_at,
            language: self.language,
            nothing_to_report: self.nothing_to_report,
            signed: self.signed,
            signed_first: self.signed_first,
            totals: Totals {
                required: self.totals.required,
                done: self.totals.done,
                late: self.totals.late,
                late_entered: self.late_entered,
                overdue: self.totals.overdue,
                waived: self.totals.waived,
                percent: self.totals.percent(),
                weighted_percent: self.weighted_percent,
            },
            checklists,
            measures: self.measures,
            findings: self.findings,
            gates_closed: self.gates_closed,
            inspections: self.inspections,
            disagreements: self.disagreements,
            record: self.record.into_head(),
        };
        Ok((self.file, row))
    }
}
