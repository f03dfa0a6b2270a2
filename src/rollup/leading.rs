//! Which version of a checklist schools are compared by, and what of the others fits it.
//!
//! Schools may have a checklist in several versions, and in two languages. They are compared by the
//! version that most of them have; of the others, what asks the same counts with it.

use super::counts::ItemCounts;
use super::row::{ChecklistRow, Row};
use super::shape::{ItemShape, Shape};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Why an item of a version is not compared.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The item of that id asks for something else.
    OtherText,
    /// It is another version in another language: whether the texts agree cannot be told.
    OtherLanguage,
    /// The version that schools are compared by has no item of that id.
    OnlyHere,
}

/// The shapes that schools are compared by, one for each checklist, and how all others fit them.
pub(super) struct Leading {
    pub(super) shapes: Vec<Arc<Shape>>,
    /// By the shape's place in memory: many rows share one.
    fits: HashMap<*const Shape, Fit>,
}

/// How a shape fits the leading one of its checklist.
pub(super) struct Fit {
    /// Which of the leading shapes that is.
    pub(super) leading: usize,
    /// Where each of its items is in it.
    pub(super) items: Vec<Result<Place, Why>>,
}

/// Where an item is in a shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Which item, from 0.
    pub(super) item: usize,
    /// Which requirement, from 0.
    pub(super) requirement: usize,
}

impl Leading {
    pub(super) fn of(rows: &[&Row]) -> Self {
        let mut counts: HashMap<*const Shape, (&Arc<Shape>, usize)> = HashMap::new();
        for ChecklistRow { shape, .. } in rows.iter().flat_map(|row| &row.checklists) {
            counts.entry(Arc::as_ptr(shape)).or_insert((shape, 0)).1 += 1;
        }
        let shapes = leading_shapes(counts.values().copied());
        let fits = counts.iter().filter_map(|(place, (shape, _))| {
            let leading = shapes.iter().position(|s| s.checklist == shape.checklist)?;
            let fit = Fit {
                leading,
                items: places(shape, shapes.get(leading)?),
            };
            Some((*place, fit))
        });
        let fits = fits.collect();
        Self { shapes, fits }
    }

    /// How a checklist of one of the rows fits.
    pub(super) fn fit(&self, checklist: &ChecklistRow) -> Option<&Fit> {
        self.fits.get(&Arc::as_ptr(&checklist.shape))
    }

    /// The counts of a school by requirement, in the order of the leading shapes.
    pub(super) fn by_requirement(&self, row: &Row) -> Vec<ItemCounts> {
        let mut counts: Vec<Vec<ItemCounts>> = self
            .shapes
            .iter()
            .map(|shape| vec![ItemCounts::default(); shape.requirements.len()])
            .collect();
        for checklist in &row.checklists {
            let Some(fit) = self.fit(checklist) else {
                continue;
            };
            for (place, item) in fit.items.iter().zip(&checklist.counts.0) {
                let of = place
                    .ok()
                    .and_then(|place| counts.get_mut(fit.leading)?.get_mut(place.requirement));
                if let Some(of) = of {
                    *of = of.plus(*item);
                }
            }
        }
        counts.concat()
    }

    /// The item of a row, as `checklist/item`, in the leading shape, where it asks the same there.
    pub(super) fn item(&self, row: &Row, name: &str) -> Option<&ItemShape> {
        let (checklist, item) = name.split_once('/')?;
        let mut checklists = row.checklists.iter();
        let checklist = checklists.find(|c| c.shape.checklist == checklist)?;
        let fit = self.fit(checklist)?;
        let n = checklist.shape.items().position(|(_, i)| i.id == item)?;
        let place = fit.items.get(n)?.ok()?;
        let leading = self.shapes.get(fit.leading)?;
        leading.items().nth(place.item).map(|(_, item)| item)
    }
}

/// For each checklist the shape of the file that most rows have; the newest of those that as many
/// have, in the language that most of them are in. Not every kind of school has every item of a
/// file: the shape has all that any of them has.
fn leading_shapes<'a>(all: impl Iterator<Item = (&'a Arc<Shape>, usize)>) -> Vec<Arc<Shape>> {
    let mut files: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut shapes: BTreeMap<&Arc<Shape>, usize> = BTreeMap::new();
    for (shape, rows) in all {
        *files.entry((&shape.checklist, &shape.digest)).or_default() += rows;
        *shapes.entry(shape).or_default() += rows;
    }
    let all_shapes: Vec<&Arc<Shape>> = shapes.keys().copied().collect();
    let mut leading: BTreeMap<&str, (_, &Arc<Shape>)> = BTreeMap::new();
    for (shape, rows) in shapes {
        let of_file = files.get(&(shape.checklist.as_str(), shape.digest.as_str()));
        let rank = (of_file.copied(), shape.version, shape.items().count(), rows);
        // Shapes come in their own order, so that of equals the last one leads whatever came first.
        let best = leading.entry(&shape.checklist).or_insert((rank, shape));
        if rank >= best.0 {
            *best = (rank, shape);
        }
    }
    let leading = leading.into_values().map(|(_, best)| {
        let is_same = |shape: &&Arc<Shape>| {
            shape.digest == best.digest && shape.language == best.language && **shape != *best
        };
        let others = all_shapes.iter().copied().filter(is_same);
        others.fold(Arc::clone(best), |whole, other| Arc::new(whole.with(other)))
    });
    leading.collect()
}

/// Where the items of a shape are in the leading one.
fn places(shape: &Shape, leading: &Shape) -> Vec<Result<Place, Why>> {
    let in_leading = leading.items().enumerate();
    let in_leading: HashMap<&str, (Place, &ItemShape)> = in_leading
        .map(|(item, (requirement, shape))| {
            (shape.id.as_str(), (Place { item, requirement }, shape))
        })
        .collect();
    let items = shape.items().map(|(_, item)| {
        let (place, other) = in_leading.get(item.id.as_str()).ok_or(Why::OnlyHere)?;
        if shape.digest == leading.digest || item.text == other.text {
            Ok(*place)
        } else if shape.language == leading.language {
            Err(Why::OtherText)
        } else {
            Err(Why::OtherLanguage)
        }
    });
    items.collect()
}
