//! Whether rows that were kept agree with themselves.

use super::{KeptChecklist, KeptRow};
use crate::calendar::has_year_of_four_digits;
use crate::rollup::counts::{Counts, ItemCounts};
use crate::rollup::row::{ChecklistRow, SchoolWeek};
use crate::rollup::shape::Shape;
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;
use std::sync::Arc;

/// Why rows that were kept cannot be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implausible {
    /// The school and week of the row, where it is about one.
    pub of: Option<SchoolWeek>,
    /// What does not agree.
    pub oddity: Oddity,
}

/// Something in rows that were kept that contradicts something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// Two items of a checklist, as `checklist/item`, are called the same.
    ItemTwice(String),
    /// Two requirements of a checklist, as `checklist/requirement`, are called the same.
    RequirementTwice(String),
    /// There are two numbers of an item, as `checklist/item`.
    MeasureTwice(String),
    /// A gate item, as `checklist/item`, is named twice.
    GateTwice(String),
    /// There is no such shape.
    NoShape(usize),
    /// A checklist, by its id, is there twice.
    ChecklistTwice(String),
    /// There are more or fewer counts than items.
    Counts {
        /// The checklist's id.
        checklist: String,
        /// How many counts there are.
        counts: usize,
        /// How many items.
        items: usize,
    },
    /// More is done and overdue than is required, or more late than done: of that item.
    TooMuch(String),
    /// The totals are not what the counts come to.
    Totals,
    /// A measure or a gate is of an item, as `checklist/item`, that is in no checklist.
    NoItem(String),
    /// More findings are past their limit than are open.
    Findings,
    /// A date has a year that no report is of.
    Year(i32),
    /// A file, by its name, is superseded by nothing.
    SupersededByNothing(String),
}

impl KeptRow {
    /// Its checklists, where everything in it agrees.
    pub(super) fn plausible(&self, shapes: &[Arc<Shape>]) -> Result<Vec<ChecklistRow>, Oddity> {
        let mut checklists: Vec<ChecklistRow> = Vec::new();
        let mut sum = ItemCounts::default();
        for KeptChecklist { shape, counts } in &self.checklists {
            let shape = shapes.get(*shape).ok_or(Oddity::NoShape(*shape))?;
            if checklists
                .iter()
                .any(|c| c.shape.checklist == shape.checklist)
            {
                return Err(Oddity::ChecklistTwice(shape.checklist.clone()));
            }
            sum = sum.plus(counts.plausible(shape)?);
            checklists.push(ChecklistRow {
                shape: Arc::clone(shape),
                counts: counts.clone(),
            });
        }
        if let Some(day) = self.days().find(|day| !has_year_of_four_digits(*day)) {
            return Err(Oddity::Year(day.year()));
        }
        let is_rate = |percent: f64| (0.0..=100.0).contains(&percent);
        let is_right = self.totals == sum
            && self.late_entered <= sum.done
            && self.weighted_percent.is_none_or(is_rate);
        if !is_right {
            return Err(Oddity::Totals);
        }
        if self.findings.past_limit > self.findings.open {
            return Err(Oddity::Findings);
        }
        let measures = self.measures.iter().map(|measure| &measure.item);
        if let Some(item) = twice(measures.clone()) {
            return Err(Oddity::MeasureTwice(item.clone()));
        }
        if let Some(item) = twice(self.gates_closed.iter()) {
            return Err(Oddity::GateTwice(item.clone()));
        }
        let mut named = measures.chain(&self.gates_closed);
        match named.find(|name| !has(&checklists, name)) {
            Some(name) => Err(Oddity::NoItem(name.clone())),
            None => Ok(checklists),
        }
    }
}

impl KeptRow {
    /// The days that its report was judged, written and signed by.
    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let signed = self.signed.as_ref().map(|signed| signed.on);
        [self.as_of, self.generated_at.date_naive()]
            .into_iter()
            .chain(signed)
            .chain(self.signed_first)
    }
}

/// The first that is there a second time.
fn twice<'a>(mut all: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let mut seen = HashSet::new();
    all.find(|one| !seen.insert(*one))
}

/// Whether one of the checklists has an item, as `checklist/item`.
fn has(checklists: &[ChecklistRow], name: &str) -> bool {
    let mut shapes = checklists.iter().map(|c| &c.shape);
    shapes.any(|shape| {
        let item = name.strip_prefix(&shape.checklist);
        let item = item.and_then(|item| item.strip_prefix('/'));
        item.is_some_and(|item| shape.items().any(|(_, i)| i.id == item))
    })
}

impl Counts {
    /// What they come to, where they can be those of the shape.
    fn plausible(&self, shape: &Shape) -> Result<ItemCounts, Oddity> {
        let items = shape.items().count();
        if self.0.len() != items {
            return Err(Oddity::Counts {
                checklist: shape.checklist.clone(),
                counts: self.0.len(),
                items,
            });
        }
        let mut sum = ItemCounts::default();
        for ((_, item), counts) in shape.items().zip(&self.0) {
            let settled = counts.done.saturating_add(counts.overdue);
            if settled > counts.required || counts.late > counts.done {
                let name = format!("{}/{}", shape.checklist, item.id);
                return Err(Oddity::TooMuch(name));
            }
            sum = sum.plus(*counts);
        }
        Ok(sum)
    }
}

impl Shape {
    /// Whether its items can be told apart.
    pub(super) fn plausible(&self) -> Result<(), Implausible> {
        let implausible = |oddity: fn(String) -> Oddity, id: &str| {
            let oddity = oddity(format!("{}/{id}", self.checklist));
            Err(Implausible { of: None, oddity })
        };
        if let Some(id) = twice(self.requirements.iter().map(|requirement| &requirement.id)) {
            return implausible(Oddity::RequirementTwice, id);
        }
        match twice(self.items().map(|(_, item)| &item.id)) {
            Some(id) => implausible(Oddity::ItemTwice, id),
            None => Ok(()),
        }
    }
}
