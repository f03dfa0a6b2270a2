//! The counts of a checklist's items, item by item, in few characters.

use crate::assess::Totals;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The counts of the items of a checklist, in the order of its items. Written as
/// `5/4/0/1 1/1 0`: required, done, late, overdue and waived occurrences of each, as far as they are
/// not nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Counts(pub Vec<ItemCounts>);

/// The occurrences of an item in a week, or of several items or schools together. Written as
/// `5/4/0/1`.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct ItemCounts {
    /// Required, waived ones not among them.
    pub required: u64,
    /// Done, late ones among them.
    pub done: u64,
    /// Done after their last day.
    pub late: u64,
    /// Not done, and their last day is past.
    pub overdue: u64,
    /// Left out because they do not apply.
    pub waived: u64,
}

impl From<&Totals> for ItemCounts {
    fn from(totals: &Totals) -> Self {
        Self {
            required: totals.required,
            done: totals.done,
            late: totals.late,
            overdue: totals.overdue,
            waived: totals.waived,
        }
    }
}

impl ItemCounts {
    /// Both together. What a file says can be anything: it stops at the largest number there is.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            required: self.required.saturating_add(other.required),
            done: self.done.saturating_add(other.done),
            late: self.late.saturating_add(other.late),
            overdue: self.overdue.saturating_add(other.overdue),
            waived: self.waived.saturating_add(other.waived),
        }
    }

    /// `done / required` in per cent, to one decimal; nothing where nothing was required.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        crate::assess::percent(self.done, self.required)
    }
}

/// Counts with the rate that they make, as a document shows them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Required, waived ones not among them: the denominator.
    pub required: u64,
    /// Done, late ones among them: the numerator.
    pub done: u64,
    /// Done after their last day.
    pub late: u64,
    /// Not done, and their last day is past.
    pub overdue: u64,
    /// Left out because they do not apply.
    pub waived: u64,
    /// `done / required` in per cent, to one decimal; nothing where nothing was required.
    pub percent: Option<f64>,
}

impl From<ItemCounts> for Rate {
    fn from(counts: ItemCounts) -> Self {
        Self {
            required: counts.required,
            done: counts.done,
            late: counts.late,
            overdue: counts.overdue,
            waived: counts.waived,
            percent: counts.percent(),
        }
    }
}

impl fmt::Display for ItemCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            self.required,
            self.done,
            self.late,
            self.overdue,
            self.waived,
        ];
        let told = counts.iter().rposition(|count| *count > 0).unwrap_or(0);
        for (n, count) in counts.iter().take(told + 1).enumerate() {
            let between = if n == 0 { "" } else { "/" };
            write!(f, "{between}{count}")?;
        }
        Ok(())
    }
}

/// A text that is no counts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not required/done/late/overdue/waived")]
pub struct CountsError(String);

impl FromStr for ItemCounts {
    type Err = CountsError;

    fn from_str(text: &str) -> Result<Self, CountsError> {
        let wrong = || CountsError(text.to_owned());
        let mut counts = [0; 5];
        for (n, number) in text.split('/').enumerate() {
            let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
            let number = number.parse().ok().filter(|_| is_number);
            *counts.get_mut(n).ok_or_else(wrong)? = number.ok_or_else(wrong)?;
        }
        let [required, done, late, overdue, waived] = counts;
        Ok(Self {
            required,
            done,
            late,
            overdue,
            waived,
        })
    }
}

impl TryFrom<String> for ItemCounts {
    type Error = CountsError;

    fn try_from(text: String) -> Result<Self, CountsError> {
        text.parse()
    }
}

impl From<ItemCounts> for String {
    fn from(counts: ItemCounts) -> Self {
        counts.to_string()
    }
}

impl TryFrom<String> for Counts {
    type Error = CountsError;

    fn try_from(text: String) -> Result<Self, CountsError> {
        let counts = text.split_whitespace().map(str::parse);
        counts.collect::<Result<_, _>>().map(Self)
    }
}

impl From<Counts> for String {
    fn from(counts: Counts) -> Self {
        let counts = counts.0.iter().map(ToString::to_string);
        counts.collect::<Vec<_>>().join(" ")
    }
}

impl JsonSchema for ItemCounts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ItemCounts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Required, done, late, overdue and waived occurrences; zeros at the end are left out.",
            "pattern": "^[0-9]+(/[0-9]+){0,4}$"
        })
    }
}

impl JsonSchema for Counts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Counts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Required, done, late, overdue and waived occurrences of each; zeros at the end are left out.",
            "pattern": "^([0-9]+(/[0-9]+){0,4}( [0-9]+(/[0-9]+){0,4})*)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_are_read_as_they_were_written(
            all in prop::collection::vec(any::<(u64, u64, u64, u64, u64)>(), 0..6),
        ) {
            let all = all.into_iter().map(|(required, done, late, overdue, waived)| ItemCounts {
                required,
                done,
                late,
                overdue,
                waived,
            });
            let counts = Counts(all.collect());
            let text = String::from(counts.clone());
            prop_assert_eq!(Counts::try_from(text), Ok(counts));
        }
    }

    #[test]
    fn what_is_nothing_takes_no_room() {
        let counts = Counts::try_from("5/4/0/1/0 1/1/0/0/0 0/0/0/0/0".to_owned());
        let text = counts.map(String::from);
        assert_eq!(text.as_deref(), Ok("5/4/0/1 1/1 0"));
    }

    #[test]
    fn what_is_no_counts_is_refused() {
        for text in ["", "1/", "1/2/3/4/x", "1/2/3/4/5/6", "-1", "+1"] {
            assert!(text.parse::<ItemCounts>().is_err(), "{text}");
        }
    }
}
