//! ISO 8601 weeks: Monday to Sunday, week 1 is the one with the year's first Thursday.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An ISO week, written `2022-W11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week {
    monday: NaiveDate,
}

/// Why a text is not a week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeekError {
    /// Not of the form `2022-W11`.
    #[error("`{0}` is not a week: write it as 2022-W11")]
    Form(String),
    /// The year has no such week: most years have 52.
    #[error("{year} has no week {week}: its last is {year}-W{last:02}")]
    NoSuchWeek {
        /// The year asked for.
        year: i32,
        /// The week asked for.
        week: u32,
        /// The last week that the year has.
        last: u32,
    },
}

impl Week {
    /// The week that `day` lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let back = u64::from(day.weekday().num_days_from_monday());
        Self {
            monday: day.checked_sub_days(Days::new(back)).unwrap_or(day),
        }
    }

    /// Week `week` of the ISO year `year`.
    ///
    /// # Errors
    /// [`WeekError::NoSuchWeek`] where the year has no such week.
    pub fn new(year: i32, week: u32) -> Result<Self, WeekError> {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
            .map(|monday| Self { monday })
            .ok_or(WeekError::NoSuchWeek {
                year,
                week,
                last: if NaiveDate::from_isoywd_opt(year, 53, Weekday::Mon).is_some() {
                    53
                } else {
                    52
                },
            })
    }

    /// The Monday it begins with.
    #[must_use]
    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    /// The Sunday it ends with.
    #[must_use]
    pub fn sunday(self) -> NaiveDate {
        self.monday
            .checked_add_days(Days::new(6))
            .unwrap_or(NaiveDate::MAX)
    }

    /// Whether `day` lies in it.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            monday: self
                .monday
                .checked_sub_days(Days::new(7))
                .unwrap_or(self.monday),
        }
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            monday: self
                .monday
                .checked_add_days(Days::new(7))
                .unwrap_or(self.monday),
        }
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.iso_week();
        write!(f, "{}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for Week {
    type Err = WeekError;

    fn from_str(text: &str) -> Result<Self, WeekError> {
        let form = || WeekError::Form(text.to_owned());
        let (year, week) = text.trim().split_once("-W").ok_or_else(form)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if year.len() != 4 || week.len() != 2 || !digits(year) || !digits(week) {
            return Err(form());
        }
        let year = year.parse().map_err(|_| form())?;
        let week = week.parse().map_err(|_| form())?;
        Self::new(year, week)
    }
}

impl TryFrom<String> for Week {
    type Error = WeekError;

    fn try_from(text: String) -> Result<Self, WeekError> {
        text.parse()
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

impl schemars::JsonSchema for Week {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Week".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An ISO 8601 week, Monday to Sunday.",
            "pattern": "^[0-9]{4}-W[0-9]{2}$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    #[test]
    fn the_first_days_of_january_may_belong_to_last_years_week_53() {
        assert_eq!(Week::of(day("2021-01-03")).to_string(), "2020-W53");
        assert_eq!(Week::of(day("2021-01-04")).to_string(), "2021-W01");
        assert_eq!(Week::of(day("2024-12-30")).to_string(), "2025-W01");
    }

    #[test]
    fn a_week_that_a_year_does_not_have_is_refused() {
        assert_eq!(
            "2022-W53".parse::<Week>(),
            Err(WeekError::NoSuchWeek {
                year: 2022,
                week: 53,
                last: 52
            })
        );
        assert!("2020-W53".parse::<Week>().is_ok());
        assert!("2022-W00".parse::<Week>().is_err());
    }

    #[test]
    fn other_forms_are_refused() {
        for text in ["2022W11", "22-W11", "2022-W1", "week 11", "2022-W+1"] {
            assert!(text.parse::<Week>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_week_is_monday_to_sunday() {
        let week: Week = "2022-W11".parse().expect("a week");
        assert_eq!(week.monday(), day("2022-03-14"));
        assert_eq!(week.sunday(), day("2022-03-20"));
        assert!(week.contains(day("2022-03-20")));
        assert!(!week.contains(day("2022-03-21")));
        assert_eq!(week.next().previous(), week);
    }
}
