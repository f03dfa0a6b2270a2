//! Rates over many schools: pooled, and how far the schools lie apart.

use super::counts::{ItemCounts, Rate};
use super::leading::{Leading, Place, Why};
use super::row::Row;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is pooled over schools.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The requirements, by checklist and in its order.
    pub requirements: Vec<RequirementPool>,
    /// What is in no requirement of these, since it is asked otherwise of the others.
    pub left_out: ItemCounts,
}

/// A requirement over schools.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementPool {
    /// The checklist's id.
    pub checklist: String,
    /// Its number.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// All schools together.
    pub rate: Rate,
    /// The schools beside each other.
    pub spread: Spread,
    /// Of how many schools an item under it was left out, since it asks for something else there.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u64,
    /// Its items.
    pub items: Vec<ItemPool>,
}

/// An item over schools.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemPool {
    /// Its id.
    pub id: String,
    /// What it asks for.
    pub text: String,
    /// All schools together.
    pub rate: Rate,
    /// The schools beside each other.
    pub spread: Spread,
    /// Of how many schools the item of this id was left out, since it asks for something else there.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// The rates of schools, from the lowest to the highest; nothing where nothing was required of any.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// How many schools something was required of.
    pub schools: u64,
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
    /// The spread of some rates.
    #[must_use]
    pub fn of(mut rates: Vec<f64>) -> Self {
        rates.sort_unstable_by(f64::total_cmp);
        let at = |share: usize| {
            let last = rates.len().checked_sub(1)?;
            rates.get(last * share / 4).copied()
        };
        Self {
            schools: u64::try_from(rates.len()).unwrap_or(u64::MAX),
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
    pool_by(&Leading::of(rows), rows)
}

/// The same where the leading versions are known.
pub(super) fn pool_by(leading: &Leading, rows: &[&Row]) -> Pooled {
    let mut gatherings: Vec<Gathering> = leading.shapes.iter().map(|s| Gathering::new(s)).collect();
    let mut left_out = ItemCounts::default();
    for row in rows {
        for checklist in &row.checklists {
            let Some(fit) = leading.fit(checklist) else {
                continue;
            };
            let Some(gathering) = gatherings.get_mut(fit.leading) else {
                continue;
            };
            let items = checklist.shape.items().zip(&fit.items);
            for (((requirement, item), place), counts) in items.zip(&checklist.counts.0) {
                match place {
                    Ok(place) => gathering.add(*place, *counts),
                    Err(why) => {
                        left_out = left_out.plus(*counts);
                        let requirement = checklist.shape.requirements.get(requirement);
                        let id = requirement.map_or("", |requirement| &requirement.id);
                        gathering.leave_out(id, &item.id, *why);
                    }
                }
            }
            gathering.end_school();
        }
    }
    Pooled {
        requirements: gatherings.into_iter().flat_map(Gathering::finish).collect(),
        left_out,
    }
}

/// Something over schools on its way.
#[derive(Debug, Clone, Default)]
struct Sum {
    counts: ItemCounts,
    rates: Vec<f64>,
    left_out: u64,
    /// Of the school that is being added.
    of_school: ItemCounts,
    is_left_out: bool,
}

impl Sum {
    fn end_school(&mut self) {
        let of_school = std::mem::take(&mut self.of_school);
        self.counts = self.counts.plus(of_school);
        self.rates.extend(of_school.percent());
        self.left_out += u64::from(std::mem::take(&mut self.is_left_out));
    }
}

/// The counts of one checklist on their way.
struct Gathering<'a> {
    leading: &'a super::shape::Shape,
    items: Vec<Sum>,
    requirements: Vec<Sum>,
}

impl<'a> Gathering<'a> {
    fn new(leading: &'a super::shape::Shape) -> Self {
        Self {
            leading,
            items: vec![Sum::default(); leading.items().count()],
            requirements: vec![Sum::default(); leading.requirements.len()],
        }
    }

    fn add(&mut self, place: Place, counts: ItemCounts) {
        let item = self.items.get_mut(place.item);
        let requirement = self.requirements.get_mut(place.requirement);
        for sum in item.into_iter().chain(requirement) {
            sum.of_school = sum.of_school.plus(counts);
        }
    }

    fn leave_out(&mut self, requirement: &str, item: &str, why: Why) {
        let mut requirements = self.leading.requirements.iter();
        let requirement = requirements.position(|r| r.id == requirement);
        let requirement = requirement.and_then(|n| self.requirements.get_mut(n));
        let has_item = why != Why::OnlyHere;
        let item = self
            .leading
            .items()
            .position(|(_, i)| has_item && i.id == item);
        let item = item.and_then(|n| self.items.get_mut(n));
        for sum in item.into_iter().chain(requirement) {
            sum.is_left_out = true;
        }
    }

    fn end_school(&mut self) {
        let sums = self.items.iter_mut().chain(&mut self.requirements);
        sums.for_each(Sum::end_school);
    }

    fn finish(self) -> Vec<RequirementPool> {
        let mut items = self.items.into_iter();
        let requirements = self.leading.requirements.iter().zip(self.requirements);
        requirements
            .map(|(shape, sum)| RequirementPool {
                checklist: self.leading.checklist.clone(),
                id: shape.id.clone(),
                title: shape.title.clone(),
                rate: sum.counts.into(),
                left_out: sum.left_out,
                spread: Spread::of(sum.rates),
                items: (shape.items.iter().zip(items.by_ref()))
                    .map(|(item, sum)| ItemPool {
                        id: item.id.clone(),
                        text: item.text.clone(),
                        rate: sum.counts.into(),
                        left_out: sum.left_out,
                        spread: Spread::of(sum.rates),
                    })
                    .collect(),
            })
            .collect()
    }
}
