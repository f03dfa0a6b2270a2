//! Numbers against their targets, over the schools.

use super::View;
use crate::assess::percent;
use crate::calendar::Week;
use crate::rollup::kept::is_default;
use crate::rollup::leading::Leading;
use crate::rollup::row::{MeasureRow, Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number against its target, over the schools that ask the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureSum {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What it asks for.
    pub text: String,
    /// What one of them is.
    pub unit: String,
    /// How many schools gave a number.
    pub schools: u64,
    /// All their numbers together.
    pub value: u64,
    /// How many of them gave a target as well: those that the share is of.
    pub schools_with_target: u64,
    /// The numbers of those together: the numerator of the share.
    pub value_with_target: u64,
    /// Their targets together: the denominator.
    pub of: u64,
    /// `value_with_target / of` in per cent, to one decimal.
    pub percent: Option<f64>,
    /// What is left to reach all targets; what one school has too many is not another's.
    pub left: u64,
    /// How many schools were left out, since the item asks for something else there.
    pub left_out: u64,
    /// How fast it goes; left out where no school gave a number with a target in the week before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<MeasurePace>,
}

/// What was added since the week before, by the schools that gave number and target in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasurePace {
    /// The week before.
    pub since: Week,
    /// How many schools these are.
    pub schools: u64,
    /// Their numbers then.
    pub before: u64,
    /// Their numbers now.
    pub now: u64,
    /// The difference.
    pub added: i64,
    /// What is left of their targets.
    pub left: u64,
    /// Whether the number begins anew each day or each week: then no pace leads to its target.
    #[serde(default, skip_serializing_if = "is_default")]
    pub begins_anew: bool,
    /// In how many weeks that is done, at what was added in the last one; left out where nothing
    /// was, and where the number begins anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks_left: Option<u64>,
}

/// What schools gave for one item.
#[derive(Default)]
struct Given<'a> {
    text: &'a str,
    begins_anew: bool,
    /// Each with that of the week before.
    measures: Vec<(&'a MeasureRow, Option<&'a MeasureRow>)>,
    left_out: u64,
}

pub(super) fn sums(view: &View<'_>, leading: &Leading) -> Vec<MeasureSum> {
    let since = view.week.previous();
    let mut given: BTreeMap<&str, Given> = BTreeMap::new();
    for row in &view.shown {
        let last = view.entry(since, &row.school.id).map(|entry| entry.row);
        for measure in &row.measures {
            let of = given.entry(&measure.item).or_default();
            match leading.item(row, &measure.item) {
                None => of.left_out += 1,
                Some(item) => {
                    of.text = &item.text;
                    of.begins_anew = item.begins_anew();
                    let last = last.and_then(|last| same(last, row, measure));
                    of.measures.push((measure, last));
                }
            }
        }
    }
    let given = given.into_iter().filter(|(_, of)| !of.measures.is_empty());
    given.map(|(item, of)| of.sum(item, since)).collect()
}

/// The same number of another week, where the item asked the same then.
fn same<'a>(last: &'a Row, row: &Row, measure: &MeasureRow) -> Option<&'a MeasureRow> {
    let text = |row: &Row| {
        let (checklist, item) = measure.item.split_once('/')?;
        let mut shapes = row.checklists.iter().map(|c| &c.shape);
        let shape = shapes.find(|shape| shape.checklist == checklist)?;
        let mut items = shape.items();
        let (_, item) = items.find(|(_, i)| i.id == item)?;
        Some((shape.digest.clone(), item.text.clone()))
    };
    let ((digest, words), (digest_now, words_now)) = (text(last)?, text(row)?);
    let is_same = digest == digest_now || words == words_now;
    let mut measures = last.measures.iter();
    measures.find(|other| is_same && other.item == measure.item)
}

impl Given<'_> {
    fn sum(&self, item: &str, since: Week) -> MeasureSum {
        let mut sum = MeasureSum {
            item: item.to_owned(),
            text: self.text.to_owned(),
            unit: self.unit(),
            schools: 0,
            value: 0,
            schools_with_target: 0,
            value_with_target: 0,
            of: 0,
            percent: None,
            left: 0,
            left_out: self.left_out,
            pace: self.pace(since),
        };
        for (measure, _) in &self.measures {
            sum.schools += 1;
            sum.value = sum.value.saturating_add(measure.value);
            if let Some(of) = measure.of {
                sum.schools_with_target += 1;
                sum.value_with_target = sum.value_with_target.saturating_add(measure.value);
                sum.of = sum.of.saturating_add(of);
                sum.left = sum.left.saturating_add(of.saturating_sub(measure.value));
            }
        }
        sum.percent = percent(sum.value_with_target, sum.of);
        sum
    }

    /// The unit that most of them are in: reports are in two languages.
    fn unit(&self) -> String {
        let units = self
            .measures
            .iter()
            .map(|(measure, _)| measure.unit.as_str());
        let units = super::counted(units).into_iter();
        let most = units.max_by_key(|(_, schools)| *schools);
        most.map_or_else(String::new, |(unit, _)| unit.to_owned())
    }

    fn pace(&self, since: Week) -> Option<MeasurePace> {
        let (mut schools, mut before, mut now, mut left) = (0, 0_u64, 0_u64, 0_u64);
        for (measure, last) in &self.measures {
            let last = last.filter(|last| last.of.is_some());
            if let Some((last, of)) = last.zip(measure.of) {
                schools += 1;
                before = before.saturating_add(last.value);
                now = now.saturating_add(measure.value);
                left = left.saturating_add(of.saturating_sub(measure.value));
            }
        }
        let more = now.saturating_sub(before);
        let begins_anew = self.begins_anew;
        (schools > 0).then(|| MeasurePace {
            since,
            schools,
            before,
            now,
            added: difference(now, before),
            left,
            begins_anew,
            weeks_left: (more > 0 && !begins_anew).then(|| left.div_ceil(more)),
        })
    }
}

/// `now - before`; where that is beyond all counting, the end on its side.
fn difference(now: u64, before: u64) -> i64 {
    let size = i64::try_from(now.abs_diff(before)).unwrap_or(i64::MAX);
    if now < before { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn a_difference_keeps_its_sign_however_large_it_is() {
        assert_eq!((difference(7, 3), difference(3, 7)), (4, -4));
        assert_eq!(difference(u64::MAX, 0), i64::MAX);
        assert_eq!(difference(0, u64::MAX), -i64::MAX);
    }
}
