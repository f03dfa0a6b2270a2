//! Random inspection: which schools are visited and which of their items are looked at, drawn by
//! chance and by weight, in a way that anybody can repeat.
//!
//! The draw follows from a seed, the roster and the rows of the reports, and from nothing else. All
//! weights are whole numbers, and each is told apart into what it comes from.

mod filled;
mod lot;
#[cfg(test)]
mod made;
mod pick;
mod visit;

pub use filled::{Inspected, PlacedVisitFault, VisitFault};
pub use lot::{Cause, Lot, Points};
pub use pick::{ItemCause, ItemPoints, PickedItem};
pub use visit::{Blank, FillIn, Reported, Visit, VisitDraw, VisitItem, VisitSchema, why};

use super::roster::Roster;
use super::row::Row;
use crate::calendar::Week;
use crate::review::draw;
use pick::Picker;
use std::collections::BTreeSet;

/// How many schools and items are drawn, and from what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How many schools.
    pub schools: usize,
    /// How many items of each.
    pub items: usize,
    /// The seed.
    pub seed: u64,
    /// The week as of which the schools are judged: what is reported of later ones is passed over.
    pub week: Week,
}

/// What was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// What was asked for.
    pub asked: Asked,
    /// The digest of the roster, `sha256:…`.
    pub roster: String,
    /// Every school of the roster with its weight, in the order of the roster.
    pub lots: Vec<Lot>,
    /// The schools that were drawn, in the order drawn.
    pub visits: Vec<Drawn>,
    /// The schools that reported and are not on the roster, by their ids: they are not in the draw.
    pub strangers: BTreeSet<String>,
}

/// A school that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Its place among the lots.
    pub lot: usize,
    /// Its items, in the order of its checklists.
    pub items: Vec<PickedItem>,
}

impl Inspection {
    /// Draws schools of a roster, and items of each.
    ///
    /// Schools are drawn as [`draw`] does from the text of the seed, in the order of the roster;
    /// the items of a school from the text `seed/school`, in the order of its checklists: which
    /// other schools are drawn changes nothing about them.
    #[must_use]
    pub fn draw(roster: &Roster, rows: &[&Row], asked: Asked) -> Self {
        let on_roster = roster.by_id();
        let (known, strange): (Vec<&Row>, Vec<&Row>) = rows
            .iter()
            .partition(|row| on_roster.contains_key(row.school.id.as_str()));
        let strangers = strange.into_iter().map(|row| row.school.id.clone());
        let known = known.into_iter().filter(|row| row.week <= asked.week);
        let known: Vec<&Row> = known.collect();
        let lots = Lot::all(roster, &known, asked.week);
        let weights: Vec<u64> = lots.iter().map(Lot::weight).collect();
        let picker = Picker::new(&known);
        let drawn = draw(&weights, asked.schools, &asked.seed.to_string());
        let visits = drawn.into_iter().filter_map(|lot| {
            let school = &lots.get(lot)?.school;
            let seed = format!("{}/{}", asked.seed, school.id);
            let items = picker.pick(school, asked.items, &seed);
            Some(Drawn { lot, items })
        });
        Self {
            asked,
            roster: roster.digest.clone(),
            visits: visits.collect(),
            strangers: strangers.collect(),
            lots,
        }
    }

    /// What all schools weigh together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.lots.iter().map(Lot::weight).sum()
    }

    /// The schools that were drawn with their lots, in the order drawn.
    pub fn drawn(&self) -> impl Iterator<Item = (&Lot, &Drawn)> {
        let visits = self.visits.iter();
        visits.filter_map(|drawn| Some((self.lots.get(drawn.lot)?, drawn)))
    }
}

/// The newest week of rows that has begun on `current` or before, if there is one.
#[must_use]
pub fn newest_week<'a>(rows: impl Iterator<Item = &'a Row>, current: Week) -> Option<Week> {
    rows.map(|row| row.week)
        .filter(|week| *week <= current)
        .max()
}

#[cfg(test)]
mod tests {
    use super::made::{counts, roster, row, week};
    use super::*;
    use std::collections::BTreeMap;

    const ITEMS: &[&str] = &["1.1", "1.2", "1.3", "1.4"];

    fn asked(schools: usize, items: usize, seed: u64) -> Asked {
        let week = week("2022-W11");
        Asked {
            schools,
            items,
            seed,
            week,
        }
    }

    /// School a is in order, b has overdue items, c has not reported, d was visited last week.
    fn rows() -> Vec<Row> {
        let mut b = row("b", "2022-W11", "c", ITEMS);
        b.totals.overdue = 1;
        b.checklists[0].counts = counts("5/2/0/3/0 1/1/1/0/0 0/0/0/0/1 1/1/0/0/0");
        b.gates_closed = vec!["c/1.1".into()];
        let mut d = row("d", "2022-W10", "c", ITEMS);
        d.inspections = 2;
        let a = row("a", "2022-W11", "c", ITEMS);
        vec![
            a,
            b,
            d,
            row("d", "2022-W11", "c", ITEMS),
            row("x", "2022-W11", "y", &["9.9"]),
        ]
    }

    fn drawn(rows: &[Row], asked: Asked) -> Inspection {
        let rows: Vec<&Row> = rows.iter().collect();
        Inspection::draw(&roster(&["a", "b", "c", "d"]), &rows, asked)
    }

    fn names(of: &Inspection) -> Vec<(String, Vec<String>)> {
        let items = |drawn: &Drawn| drawn.items.iter().map(|item| item.item.clone()).collect();
        let drawn = of.drawn();
        drawn
            .map(|(lot, drawn)| (lot.school.id.clone(), items(drawn)))
            .collect()
    }

    #[test]
    fn the_draw_is_the_one_that_is_written_down_here() {
        let drawn = drawn(&rows(), asked(3, 2, 7));
        // a: 1 × 53; b: (1 + 3 tenths overdue + 5 for its gate) × 53; c: (1 + 20) × 53; d: 1 × 2.
        let weights: Vec<u64> = drawn.lots.iter().map(Lot::weight).collect();
        assert_eq!(weights, [53, 9 * 53, 21 * 53, 2]);
        assert_eq!(drawn.total(), 1645);
        // printf 7/1 | sha256sum: d3d2f5798ea0625e, which is 981 modulo 1645: c, from 530 on.
        // printf 7/c/1 | sha256sum and so on give its items.
        let wanted = [
            ("c", ["c/1.2", "c/1.4"]),
            ("b", ["c/1.1", "c/1.2"]),
            ("a", ["c/1.2", "c/1.3"]),
        ];
        let owned = |items: [&str; 2]| items.map(str::to_owned).to_vec();
        let wanted = wanted.map(|(school, items)| (school.to_owned(), owned(items)));
        assert_eq!(names(&drawn), wanted);
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing() {
        let mut rows = rows();
        let first = drawn(&rows, asked(3, 2, 7));
        for _ in 0..rows.len() {
            rows.rotate_left(1);
            assert_eq!(drawn(&rows, asked(3, 2, 7)), first);
        }
        rows.reverse();
        assert_eq!(drawn(&rows, asked(3, 2, 7)), first);
    }

    #[test]
    fn the_items_of_a_school_are_the_same_whichever_schools_are_drawn_with_it() {
        let rows = rows();
        let all: BTreeMap<_, _> = names(&drawn(&rows, asked(9, 2, 5))).into_iter().collect();
        assert_eq!(all.len(), 4);
        for (school, items) in names(&drawn(&rows, asked(1, 2, 5))) {
            assert_eq!(all.get(&school), Some(&items));
        }
    }

    #[test]
    fn schools_with_more_to_be_seen_come_more_often() {
        let rows = rows();
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for seed in 0..400 {
            let drawn = names(&drawn(&rows, asked(1, 1, seed)));
            *first.entry(drawn[0].0.clone()).or_default() += 1;
        }
        let of = |school: &str| first.get(school).copied().unwrap_or(0);
        let (a, b, c, d) = (of("a"), of("b"), of("c"), of("d"));
        assert!(c > 220 && b > 80 && a < 40 && d < 6, "{a} {b} {c} {d}");
    }

    #[test]
    fn who_is_not_on_the_roster_is_named_and_has_no_say() {
        let with = drawn(&rows(), asked(4, 9, 1));
        assert_eq!(with.strangers.iter().collect::<Vec<_>>(), ["x"]);
        let items = names(&with).into_iter().flat_map(|(_, items)| items);
        assert!(!items.collect::<Vec<_>>().contains(&"y/9.9".to_owned()));
    }

    #[test]
    fn reports_of_later_weeks_are_passed_over() {
        let mut rows = rows();
        let before = drawn(&rows, asked(4, 2, 3));
        rows.push(row("c", "2022-W12", "c", ITEMS));
        assert_eq!(drawn(&rows, asked(4, 2, 3)), before);
        let newest = |current: &str| newest_week(rows.iter(), week(current));
        assert_eq!(newest("2022-W12"), Some(week("2022-W12")));
        assert_eq!(newest("2022-W11"), Some(week("2022-W11")));
        assert_eq!(newest("2022-W09"), None);
    }
}
