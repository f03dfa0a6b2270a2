//! Which items of a school are looked at, and why.

use super::super::counts::ItemCounts;
use super::super::leading::Leading;
use super::super::roster::RosterSchool;
use super::super::row::{MeasureRow, Row};
use super::super::shape::Shape;
use crate::calendar::Week;
use crate::review::draw;
use crate::school::SchoolKind;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The most that overdue occurrences count, two each.
const MOST_OVERDUE: u64 = 10;
/// The most that late occurrences count, one each.
const MOST_LATE: u64 = 5;
/// What a closed gate counts.
const GATE: u64 = 5;

/// An item that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickedItem {
    /// Its name, as `checklist/item`.
    pub item: String,
    /// What it asks for.
    pub text: String,
    /// The week of the report that it was drawn from, and what that says of it; nothing where the
    /// school has not reported.
    pub reported: Option<(Week, ItemCounts)>,
    /// Its number against its target, where it has one.
    pub measure: Option<MeasureRow>,
    /// What speaks for looking at it.
    pub points: Vec<ItemPoints>,
}

/// What one cause counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemPoints {
    /// The cause.
    pub cause: ItemCause,
    /// How much it counts.
    pub points: u64,
}

/// What speaks for looking at an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemCause {
    /// Every item may be looked at: 1.
    Every,
    /// So many occurrences are overdue: 2 each, at most 10.
    Overdue(u64),
    /// So many were done after their last day: 1 each, at most 5.
    Late(u64),
    /// It is a gate item that is not as it should be: 5.
    GateClosed,
}

impl ItemCause {
    fn points(self) -> u64 {
        match self {
            Self::Every => 1,
            Self::Overdue(count) => count.saturating_mul(2).min(MOST_OVERDUE),
            Self::Late(count) => count.min(MOST_LATE),
            Self::GateClosed => GATE,
        }
    }
}

impl PickedItem {
    /// What it counts in the draw.
    #[must_use]
    pub fn weight(&self) -> u64 {
        self.points.iter().map(|of| of.points).sum()
    }
}

/// Draws items of schools.
pub(super) struct Picker<'a> {
    /// The newest row of each school.
    newest: BTreeMap<&'a str, &'a Row>,
    /// What is asked of schools of a kind that have not reported.
    of_kind: HashMap<SchoolKind, Vec<Arc<Shape>>>,
    /// What is asked of all others.
    of_all: Vec<Arc<Shape>>,
}

impl<'a> Picker<'a> {
    pub(super) fn new(rows: &[&'a Row]) -> Self {
        let mut newest: BTreeMap<&str, &Row> = BTreeMap::new();
        for row in rows {
            let known = newest.entry(&row.school.id).or_insert(row);
            if row.week > known.week {
                *known = row;
            }
        }
        let all: Vec<&Row> = newest.values().copied().collect();
        let kinds: BTreeSet<SchoolKind> = all.iter().map(|row| row.school.kind).collect();
        let of_kind = kinds.into_iter().map(|kind| {
            let of_kind = all.iter().copied().filter(|row| row.school.kind == kind);
            (kind, most_common(&of_kind.collect::<Vec<_>>()))
        });
        Self {
            of_kind: of_kind.collect(),
            of_all: most_common(&all),
            newest,
        }
    }

    /// Draws items of a school from its newest report, or of what most schools of its kind have, or
    /// most schools at all. They come in the order of the checklists.
    pub(super) fn pick(&self, school: &RosterSchool, count: usize, seed: &str) -> Vec<PickedItem> {
        let all = self.all(school);
        let weights: Vec<u64> = all.iter().map(PickedItem::weight).collect();
        let mut places = draw(&weights, count, seed);
        places.sort_unstable();
        let places = places.into_iter();
        places.filter_map(|place| all.get(place).cloned()).collect()
    }

    /// The items of a school that may be drawn.
    fn all(&self, school: &RosterSchool) -> Vec<PickedItem> {
        if let Some(row) = self.newest.get(school.id.as_str()) {
            return reported(row);
        }
        let shapes = self.of_kind.get(&school.kind).unwrap_or(&self.of_all);
        shapes.iter().flat_map(|shape| asked(shape)).collect()
    }
}

/// The checklist that most of these rows have, or those that as many have, in the form that most of
/// them have it in.
fn most_common(rows: &[&Row]) -> Vec<Arc<Shape>> {
    let having = |shape: &Arc<Shape>| {
        let has = |row: &&&Row| {
            let mut checklists = row.checklists.iter();
            checklists.any(|of| of.shape.checklist == shape.checklist)
        };
        rows.iter().filter(has).count()
    };
    let mut shapes = Leading::of(rows).shapes;
    let most = shapes.iter().map(having).max();
    shapes.retain(|shape| Some(having(shape)) == most);
    shapes
}

/// The items of a row that may be looked at: those that apply.
fn reported(row: &Row) -> Vec<PickedItem> {
    let checklists = row.checklists.iter();
    let items = checklists.flat_map(|of| {
        let shape = &of.shape;
        let items = shape.items().zip(&of.counts.0);
        items.map(move |((_, item), counts)| {
            (format!("{}/{}", shape.checklist, item.id), item, counts)
        })
    });
    let applying = items.filter(|(_, _, counts)| counts.required > 0 || counts.waived == 0);
    applying
        .map(|(name, item, counts)| PickedItem {
            text: item.text.clone(),
            reported: Some((row.week, *counts)),
            measure: row.measures.iter().find(|of| of.item == name).cloned(),
            points: points(counts, row.gates_closed.contains(&name)),
            item: name,
        })
        .collect()
}

fn points(counts: &ItemCounts, is_closed_gate: bool) -> Vec<ItemPoints> {
    let causes = [
        Some(ItemCause::Every),
        Some(ItemCause::Overdue(counts.overdue)),
        Some(ItemCause::Late(counts.late)),
        is_closed_gate.then_some(ItemCause::GateClosed),
    ];
    let points = causes.into_iter().flatten().map(|cause| ItemPoints {
        points: cause.points(),
        cause,
    });
    points.filter(|of| of.points > 0).collect()
}

/// The items of a checklist of which nothing is known.
fn asked(shape: &Shape) -> Vec<PickedItem> {
    let items = shape.items().map(|(_, item)| PickedItem {
        item: format!("{}/{}", shape.checklist, item.id),
        text: item.text.clone(),
        reported: None,
        measure: None,
        points: points(&ItemCounts::default(), false),
    });
    items.collect()
}

#[cfg(test)]
mod tests {
    use super::super::made::{counts, roster, row};
    use super::*;

    fn picked(rows: &[Row], school: &str) -> Vec<(String, u64)> {
        let rows: Vec<&Row> = rows.iter().collect();
        let school = roster(&[school]).schools.remove(0);
        let picked = Picker::new(&rows).pick(&school, 99, "7");
        let weights = picked.into_iter().map(|item| (item.weight(), item.item));
        weights.map(|(weight, item)| (item, weight)).collect()
    }

    fn named(items: &[(&str, u64)]) -> Vec<(String, u64)> {
        let items = items.iter();
        items
            .map(|(item, weight)| ((*item).to_owned(), *weight))
            .collect()
    }

    #[test]
    fn items_are_taken_from_the_newest_report_by_what_it_says_of_them() {
        let old = row("a", "2022-W10", "c", &["1.1", "1.2", "1.3", "1.4", "1.5"]);
        let mut new = row("a", "2022-W11", "c", &["1.1", "1.2", "1.3", "1.4"]);
        new.checklists[0].counts = counts("5/2/0/3/0 9/1/0/8/0 9/9/7/0/0 0/0/0/0/2");
        new.gates_closed = vec!["c/1.1".into()];
        // 1 and 2 for each overdue one and 5 for the gate; at most 10; at most 5; does not apply.
        let wanted = named(&[("c/1.1", 12), ("c/1.2", 11), ("c/1.3", 6)]);
        assert_eq!(picked(&[new, old], "a"), wanted);
    }

    #[test]
    fn a_school_without_a_report_gets_what_most_schools_of_its_kind_have() {
        let mut all = vec![
            row("a", "2022-W11", "c", &["1.1", "1.2"]),
            row("b", "2022-W11", "c", &["1.1", "1.2"]),
            row("d", "2022-W11", "e", &["5.1"]),
        ];
        assert_eq!(picked(&all, "z"), named(&[("c/1.1", 1), ("c/1.2", 1)]));
        for n in 0..3 {
            let mut other = row(&format!("u{n}"), "2022-W11", "u", &["7.1"]);
            other.school.kind = SchoolKind::University;
            all.push(other);
        }
        assert_eq!(picked(&all, "z"), named(&[("c/1.1", 1), ("c/1.2", 1)]));
        let universities: Vec<Row> = all.split_off(3);
        assert_eq!(picked(&universities, "z"), named(&[("u/7.1", 1)]));
        assert_eq!(picked(&[], "z"), []);
    }

    #[test]
    fn several_checklists_that_as_many_schools_have_are_all_drawn_from() {
        let mut both = row("a", "2022-W11", "c", &["1.1"]);
        let other = row("a", "2022-W11", "e", &["5.1"]);
        both.checklists.extend(other.checklists);
        assert_eq!(picked(&[both], "z"), named(&[("c/1.1", 1), ("e/5.1", 1)]));
    }
}
