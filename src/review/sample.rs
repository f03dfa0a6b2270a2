//! Random samples for an inspection, that anybody can draw again.

use crate::assess::{ItemIndex, Premises};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

/// After how many weeks without an inspection something does not come more often still.
pub const MOST_WEEKS: u64 = 52;

/// An item that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The item.
    pub index: ItemIndex,
    /// What it counted in the draw: its weight, times one more than the weeks since its last
    /// inspection.
    pub weight: u64,
}

/// Draws so many items of those in force on `day`, in the order drawn; all of them where there are
/// not more.
///
/// Items are drawn as [`draw`] does from the text of `seed`, in the order of the checklists, each
/// with a chance in proportion to its weight times (1 + the whole weeks since its last inspection,
/// or since it is asked for, at most 52).
#[must_use]
pub fn sample(premises: &Premises<'_>, day: NaiveDate, items: usize, seed: u64) -> Vec<Drawn> {
    let all: Vec<Drawn> = premises
        .items()
        .filter(|index| !is_waived(premises, *index, day))
        .map(|index| Drawn {
            index,
            weight: weight(premises, index, day),
        })
        .collect();
    let weights: Vec<u64> = all.iter().map(|item| item.weight).collect();
    let places = draw(&weights, items, &seed.to_string()).into_iter();
    places.filter_map(|place| all.get(place).cloned()).collect()
}

/// Draws so many of the things that have those weights, without putting back, and gives their
/// places in the order drawn; all of them where there are not more. What weighs nothing is never
/// drawn.
///
/// Draw `k`, from 1, takes the first 8 bytes of the SHA-256 of the text `seed/k` as a number, its
/// first byte the highest; modulo the weights still in the draw; and walks the things left in order
/// until their weights exceed it. `printf 7/1 | sha256sum` shows the first 16 digits of the first
/// draw with seed 7.
#[must_use]
pub fn draw(weights: &[u64], count: usize, seed: &str) -> Vec<usize> {
    let mut left: Vec<(usize, u64)> = weights.iter().copied().enumerate().collect();
    let mut drawn = Vec::new();
    for k in (1_u64..).take(count) {
        let total: u64 = left.iter().map(|(_, weight)| weight).sum();
        let Some(number) = number(seed, k).checked_rem(total) else {
            break;
        };
        drawn.push(left.remove(position(&left, number)).0);
    }
    drawn
}

fn is_waived(premises: &Premises<'_>, index: ItemIndex, day: NaiveDate) -> bool {
    let history = premises.item_history(index);
    history.is_some_and(|history| history.waiver_on(day).is_some())
}

fn weight(premises: &Premises<'_>, index: ItemIndex, day: NaiveDate) -> u64 {
    let inspections = premises.item_history(index).into_iter();
    let inspected = inspections.flat_map(|h| &h.inspections).map(|i| i.on);
    let last = inspected.filter(|on| *on <= day).max();
    let since = last.unwrap_or_else(|| premises.required_from(index));
    let weeks = u64::try_from((day - since).num_weeks()).unwrap_or(0);
    u64::from(premises.item(index).weight) * (1 + weeks.min(MOST_WEEKS))
}

fn number(seed: &str, k: u64) -> u64 {
    let hash = Sha256::digest(format!("{seed}/{k}"));
    let first = hash.iter().take(8);
    first.fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The place at which the weights, added up in order, exceed `number`.
fn position(left: &[(usize, u64)], number: u64) -> usize {
    let sums = left.iter().scan(0, |sum, (_, weight)| {
        *sum += weight;
        Some(*sum)
    });
    sums.take_while(|sum| *sum <= number).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Entry, Verdict};
    use crate::review::life::{Life, day, nth};

    const PLAIN: &str = r#""cadence": "weekly""#;
    const HEAVY: &str = r#""cadence": "weekly", "weight": 3"#;

    fn drawn(life: &Life, on: &str, items: usize, seed: u64) -> Vec<Drawn> {
        life.on(on, |premises, day| sample(premises, day, items, seed))
    }

    /// Of 400 seeds, how many draw the item first.
    fn first(life: &Life, on: &str, item: usize) -> usize {
        life.on(on, |premises, day| {
            let firsts = (0..400).map(|seed| sample(premises, day, 1, seed)[0].index);
            firsts.filter(|index| *index == nth(item)).count()
        })
    }

    fn inspected(life: Life, item: &str, on: &str) -> Life {
        let entry = Entry::Inspected {
            verdict: Verdict::Pass,
            note: None,
            on: day(on),
        };
        life.record(item, entry, on)
    }

    #[test]
    fn anybody_can_draw_it_again_with_sha256sum() {
        // printf 7/1 | sha256sum: d3d2f5798ea0625e …, and so on for 7/2 and 7/3.
        assert_eq!(number("7", 1), 0xd3d2_f579_8ea0_625e);
        assert_eq!(number("7", 2), 0x1b8b_6b56_bf9b_f6b7);
        assert_eq!(number("7", 3), 0x653e_83e7_d95b_b7be);
        // One week after it was adopted an item counts its weight twice: 2, 2, 6, 2, 2.
        let life = Life::of("2022-03-14", &[PLAIN, PLAIN, HEAVY, PLAIN, PLAIN]);
        let drawn = drawn(&life, "2022-03-21", 3, 7);
        let drawn: Vec<_> = drawn.into_iter().map(|d| (d.index, d.weight)).collect();
        assert_eq!(drawn, [(nth(3), 6), (nth(5), 2), (nth(1), 2)]);
    }

    #[test]
    fn what_weighs_nothing_is_never_drawn() {
        for seed in 0..50 {
            let mut places = draw(&[0, 2, 0, 1], 4, &seed.to_string());
            places.sort_unstable();
            assert_eq!(places, [1, 3]);
        }
        assert_eq!(draw(&[], 3, "7"), [0; 0]);
    }

    #[test]
    fn no_item_comes_twice_and_more_than_there_are_gives_all() {
        let life = Life::of("2022-03-14", &[PLAIN; 5]);
        for seed in 0..50 {
            let mut items: Vec<_> = drawn(&life, "2022-03-21", 9, seed);
            assert_eq!(items, drawn(&life, "2022-03-21", 9, seed));
            items.sort_by_key(|d| d.index);
            let items: Vec<_> = items.into_iter().map(|d| d.index).collect();
            assert_eq!(items, [nth(1), nth(2), nth(3), nth(4), nth(5)]);
        }
        assert_eq!(drawn(&life, "2022-03-21", 0, 1), []);
    }

    #[test]
    fn waived_items_are_left_out() {
        let life = Life::of("2022-03-14", &[PLAIN; 2]).waived("1.1", "2022-03-16");
        assert_eq!(drawn(&life, "2022-03-21", 9, 1).len(), 1);
    }

    #[test]
    fn heavy_items_come_more_often() {
        let life = Life::of("2022-03-14", &[PLAIN, HEAVY]);
        let heavy = first(&life, "2022-03-14", 2);
        assert!((270..=330).contains(&heavy), "{heavy} of 400, 300 expected");
    }

    #[test]
    fn long_uninspected_items_come_more_often() {
        let life = inspected(Life::of("2022-03-14", &[PLAIN; 2]), "1.1", "2022-03-28");
        // Item 1.1 counts 1, item 1.2 counts 3.
        let other = first(&life, "2022-03-28", 2);
        assert!((270..=330).contains(&other), "{other} of 400, 300 expected");
    }

    #[test]
    fn the_weeks_count_up_to_a_year() {
        let life = Life::of("2020-03-16", &[PLAIN, HEAVY]);
        let weights = drawn(&life, "2022-03-14", 2, 1).into_iter();
        assert_eq!(weights.map(|d| d.weight).sum::<u64>(), 53 + 3 * 53);
    }
}
