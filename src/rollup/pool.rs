//! Rates over many schools: pooled, and how far the schools lie apart.

use super::counts::ItemCounts;
use super::row::{ChecklistRow, Row};
use super::shape::{ItemShape, Shape};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What is pooled over schools.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The requirements, by checklist and in its order.
    pub requirements: Vec<RequirementPool>,
    /// The items that were left out, since their texts differ from those of the others: as
    /// `checklist/item`, each with the schools concerned.
    pub left_out: BTreeMap<String, BTreeSet<String>>,
}

/// A requirement over schools.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementPool {
    /// The checklist's id.
    pub checklist: String,
    /// Its number.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// All schools together.
    pub counts: ItemCounts,
    /// The schools beside each other.
    pub spread: Spread,
    /// Its items.
    pub items: Vec<ItemPool>,
}

/// An item over schools.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemPool {
    /// Its id.
    pub id: String,
    /// What it asks for.
    pub text: String,
    /// All schools together.
    pub counts: ItemCounts,
    /// The schools beside each other.
    pub spread: Spread,
}

/// The rates of schools, from the lowest to the highest; nothing where nothing was required of any.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spread {
    /// How many schools something was required of.
    pub schools: usize,
    /// The lowest rate in per cent.
    pub lowest: Option<f64>,
    /// The rate that a quarter of them do not exceed.
    pub lower_quarter: Option<f64>,
    /// The rate in the middle.
    pub median: Option<f64>,
    /// The highest rate.
    pub highest: Option<f64>,
}

impl Spread {
    fn of(mut rates: Vec<f64>) -> Self {
        rates.sort_by(f64::total_cmp);
        let at = |share: usize| {
            let last = rates.len().checked_sub(1)?;
            rates.get(last * share / 4).copied()
        };
        Self {
            schools: rates.len(),
            lowest: at(0),
            lower_quarter: at(1),
            median: at(2),
            highest: at(4),
        }
    }
}

/// Pools rows. A checklist that schools have in several versions is pooled as the one that most of
/// them have; of the others, items of the same id and text count with it.
#[must_use]
pub fn pool(rows: &[&Row]) -> Pooled {
    let mut pooled = Pooled {
        requirements: Vec::new(),
        left_out: BTreeMap::new(),
    };
    for leading in leading_shapes(rows) {
        let mut gathering = Gathering::new(&leading);
        for row in rows {
            let checklists = row.checklists.iter();
            let same = checklists.filter(|c| c.shape.checklist == leading.checklist);
            for checklist in same {
                gathering.add(row, checklist, &mut pooled.left_out);
            }
        }
        pooled.requirements.extend(gathering.finish());
    }
    pooled
}

/// For each checklist the shape of the file that most rows have; the newest of those that as many
/// have, in the language that most of them are in.
fn leading_shapes(rows: &[&Row]) -> Vec<Arc<Shape>> {
    let mut files: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut shapes: HashMap<&Arc<Shape>, usize> = HashMap::new();
    for ChecklistRow { shape, .. } in rows.iter().flat_map(|row| &row.checklists) {
        *files.entry((&shape.checklist, &shape.digest)).or_default() += 1;
        *shapes.entry(shape).or_default() += 1;
    }
    let rank = |shape: &Arc<Shape>| {
        let of_file = files.get(&(shape.checklist.as_str(), shape.digest.as_str()));
        let of_shape = shapes.get(shape).copied();
        (of_file.copied(), shape.version, of_shape, Arc::clone(shape))
    };
    let mut leading: BTreeMap<&str, Arc<Shape>> = BTreeMap::new();
    for shape in shapes.keys() {
        let best = leading
            .entry(&shape.checklist)
            .or_insert_with(|| Arc::clone(shape));
        if rank(shape) > rank(best) {
            *best = Arc::clone(shape);
        }
    }
    leading.into_values().collect()
}

/// The counts of one checklist on their way.
struct Gathering<'a> {
    leading: &'a Arc<Shape>,
    /// Where each item of the leading shape is.
    places: BTreeMap<&'a str, (usize, usize, &'a ItemShape)>,
    items: Vec<(ItemCounts, Vec<f64>)>,
    requirements: Vec<(ItemCounts, Vec<f64>)>,
}

impl<'a> Gathering<'a> {
    fn new(leading: &'a Arc<Shape>) -> Self {
        let items = leading.items().enumerate();
        let places: BTreeMap<_, _> = items
            .map(|(n, (requirement, item))| (item.id.as_str(), (n, requirement, item)))
            .collect();
        Self {
            leading,
            items: vec![Default::default(); leading.items().count()],
            requirements: vec![Default::default(); leading.requirements.len()],
            places,
        }
    }

    fn add(
        &mut self,
        row: &Row,
        checklist: &ChecklistRow,
        left_out: &mut BTreeMap<String, BTreeSet<String>>,
    ) {
        let shape = &checklist.shape;
        let is_leading = Arc::ptr_eq(shape, self.leading) || shape == self.leading;
        let mut of_requirements = vec![ItemCounts::default(); self.requirements.len()];
        for ((_, item), counts) in shape.items().zip(&checklist.counts.0) {
            let place = self.places.get(item.id.as_str());
            let place =
                place.filter(|(_, _, leading)| is_leading || self.agree(shape, item, leading));
            let Some((n, requirement, _)) = place.copied() else {
                let name = format!("{}/{}", shape.checklist, item.id);
                left_out
                    .entry(name)
                    .or_default()
                    .insert(row.school.id.clone());
                continue;
            };
            if let Some(of) = of_requirements.get_mut(requirement) {
                *of = of.plus(*counts);
            }
            if let Some(item) = self.items.get_mut(n) {
                take(item, *counts);
            }
        }
        for (requirement, counts) in self.requirements.iter_mut().zip(of_requirements) {
            take(requirement, counts);
        }
    }

    /// Whether an item asks the same in two shapes: the same file in any language, or the same text.
    fn agree(&self, shape: &Shape, item: &ItemShape, leading: &ItemShape) -> bool {
        shape.digest == self.leading.digest || item.text == leading.text
    }

    fn finish(self) -> impl Iterator<Item = RequirementPool> + use<> {
        let leading = Arc::clone(self.leading);
        let mut items = self.items.into_iter();
        let requirements = self.requirements.into_iter().enumerate();
        let requirements: Vec<_> = requirements
            .filter_map(|(n, (counts, rates))| {
                let shape = leading.requirements.get(n)?;
                let items = shape.items.iter().zip(items.by_ref());
                Some(RequirementPool {
                    checklist: leading.checklist.clone(),
                    id: shape.id.clone(),
                    title: shape.title.clone(),
                    counts,
                    spread: Spread::of(rates),
                    items: items
                        .map(|(item, (counts, rates))| ItemPool {
                            id: item.id.clone(),
                            text: item.text.clone(),
                            counts,
                            spread: Spread::of(rates),
                        })
                        .collect(),
                })
            })
            .collect();
        requirements.into_iter()
    }
}

fn take((counts, rates): &mut (ItemCounts, Vec<f64>), of_school: ItemCounts) {
    *counts = counts.plus(of_school);
    rates.extend(of_school.percent());
}
