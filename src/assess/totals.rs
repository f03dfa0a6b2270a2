//! Rates: done occurrences of required ones, waived ones left out and counted beside them.

use super::{Occurrence, OccurrenceState};
use serde::{Deserialize, Serialize};

/// How much was required in the week and what became of it. All are numbers of occurrences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Required, waived ones not among them.
    pub required: u64,
    /// Done, late ones among them.
    pub done: u64,
    /// Done after their last day.
    pub late: u64,
    /// Done, and recorded on a later day than they were done.
    pub late_entered: u64,
    /// Not done, and their last day is past.
    pub overdue: u64,
    /// Left out because they do not apply.
    pub waived: u64,
    /// `done / required` in per cent, to one decimal; nothing where nothing was required.
    pub percent: Option<f64>,
    /// The same with each occurrence counted by its item's weight; only where weights differ
    /// from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighted_percent: Option<f64>,
}

impl Totals {
    /// The counts: required, done, late, entered late, overdue, waived.
    #[must_use]
    pub fn counts(&self) -> [u64; 6] {
        let Self {
            required,
            done,
            late,
            late_entered,
            overdue,
            waived,
            ..
        } = *self;
        [required, done, late, late_entered, overdue, waived]
    }
}

/// A running count of occurrences, with their weights.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    required: u64,
    done: u64,
    late: u64,
    late_entered: u64,
    overdue: u64,
    waived: u64,
    weight_required: u64,
    weight_done: u64,
}

impl Tally {
    /// Counts one occurrence of an item of that weight.
    pub(super) fn count(&mut self, occurrence: &Occurrence, weight: u32) {
        if !occurrence.counted {
            return;
        }
        if occurrence.state == OccurrenceState::Waived {
            self.waived += 1;
            return;
        }
        self.required += 1;
        self.weight_required += u64::from(weight);
        match occurrence.state {
            OccurrenceState::Done {
                late, late_entry, ..
            } => {
                self.done += 1;
                self.weight_done += u64::from(weight);
                self.late += u64::from(late);
                self.late_entered += u64::from(late_entry);
            }
            OccurrenceState::Overdue => self.overdue += 1,
            _ => {}
        }
    }

    /// Pools `other` into it.
    pub(super) fn add(&mut self, other: &Self) {
        self.required += other.required;
        self.done += other.done;
        self.late += other.late;
        self.late_entered += other.late_entered;
        self.overdue += other.overdue;
        self.waived += other.waived;
        self.weight_required += other.weight_required;
        self.weight_done += other.weight_done;
    }

    /// The counts with their rates.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let weighted = self.weight_required != self.required;
        Totals {
            required: self.required,
            done: self.done,
            late: self.late,
            late_entered: self.late_entered,
            overdue: self.overdue,
            waived: self.waived,
            percent: percent(self.done, self.required),
            weighted_percent: percent(self.weight_done, self.weight_required).filter(|_| weighted),
        }
    }
}

/// `part` of `whole` in per cent, to one decimal. Never rounded up to 100 nor down to 0; `None` of
/// nothing.
#[must_use]
pub fn percent(part: u64, whole: u64) -> Option<f64> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let tenths = (part * 2000 + whole) / (whole * 2);
    let tenths = match tenths {
        1000.. if part < whole => 999,
        0 if part > 0 => 1,
        tenths => tenths,
    };
    u32::try_from(tenths).ok().map(|t| f64::from(t) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_to_one_decimal_and_honest_at_both_ends() {
        assert_eq!(percent(187, 212), Some(88.2));
        assert_eq!(percent(3891, 5494), Some(70.8));
        assert_eq!(percent(2, 3), Some(66.7));
        assert_eq!(percent(9999, 10000), Some(99.9));
        assert_eq!(percent(1, 10000), Some(0.1));
        assert_eq!(percent(5, 5), Some(100.0));
        assert_eq!(percent(0, 5), Some(0.0));
        assert_eq!(percent(0, 0), None);
    }
}
