//! Public holidays and worked weekends.
//!
//! The built-in table holds what the State Council's notices announced for some years (国办发明电,
//! published each autumn for the next year); a holiday file in the school's home replaces the year
//! it is for.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// One announced day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayDay {
    /// The holiday it belongs to.
    pub name: String,
    /// `true`: a day off; `false`: a day that is worked to make up for one.
    pub off: bool,
}

/// The announced days of some years.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    days: BTreeMap<NaiveDate, HolidayDay>,
    years: BTreeSet<i32>,
}

/// `name first last`, dates as `MM-DD`; `!` before the name marks worked days.
type Announced = (i32, &'static [(&'static str, &'static str, &'static str)]);

const ANNOUNCED: [Announced; 5] = [
    (
        2020,
        &[
            ("元旦", "01-01", "01-01"),
            ("!春节", "01-19", "01-19"),
            ("春节", "01-24", "02-02"),
            ("!春节", "02-03", "02-03"),
            ("清明节", "04-04", "04-06"),
            ("!劳动节", "04-26", "04-26"),
            ("劳动节", "05-01", "05-05"),
            ("!劳动节", "05-09", "05-09"),
            ("端午节", "06-25", "06-27"),
            ("!端午节", "06-28", "06-28"),
            ("!国庆节、中秋节", "09-27", "09-27"),
            ("国庆节、中秋节", "10-01", "10-08"),
            ("!国庆节、中秋节", "10-10", "10-10"),
        ],
    ),
    (
        2021,
        &[
            ("元旦", "01-01", "01-03"),
            ("!春节", "02-07", "02-07"),
            ("春节", "02-11", "02-17"),
            ("!春节", "02-20", "02-20"),
            ("清明节", "04-03", "04-05"),
            ("!劳动节", "04-25", "04-25"),
            ("劳动节", "05-01", "05-05"),
            ("!劳动节", "05-08", "05-08"),
            ("端午节", "06-12", "06-14"),
            ("!中秋节", "09-18", "09-18"),
            ("中秋节", "09-19", "09-21"),
            ("!国庆节", "09-26", "09-26"),
            ("国庆节", "10-01", "10-07"),
            ("!国庆节", "10-09", "10-09"),
        ],
    ),
    (
        2022,
        &[
            ("元旦", "01-01", "01-03"),
            ("!春节", "01-29", "01-30"),
            ("春节", "01-31", "02-06"),
            ("!清明节", "04-02", "04-02"),
            ("清明节", "04-03", "04-05"),
            ("!劳动节", "04-24", "04-24"),
            ("劳动节", "04-30", "05-04"),
            ("!劳动节", "05-07", "05-07"),
            ("端午节", "06-03", "06-05"),
            ("中秋节", "09-10", "09-12"),
            ("国庆节", "10-01", "10-07"),
            ("!国庆节", "10-08", "10-09"),
        ],
    ),
    (
        2025,
        &[
            ("元旦", "01-01", "01-01"),
            ("!春节", "01-26", "01-26"),
            ("春节", "01-28", "02-04"),
            ("!春节", "02-08", "02-08"),
            ("清明节", "04-04", "04-06"),
            ("!劳动节", "04-27", "04-27"),
            ("劳动节", "05-01", "05-05"),
            ("端午节", "05-31", "06-02"),
            ("!国庆节、中秋节", "09-28", "09-28"),
            ("国庆节、中秋节", "10-01", "10-08"),
            ("!国庆节、中秋节", "10-11", "10-11"),
        ],
    ),
    (
        2026,
        &[
            ("元旦", "01-01", "01-03"),
            ("!元旦", "01-04", "01-04"),
            ("!春节", "02-14", "02-14"),
            ("春节", "02-15", "02-23"),
            ("!春节", "02-28", "02-28"),
            ("清明节", "04-04", "04-06"),
            ("劳动节", "05-01", "05-05"),
            ("!劳动节", "05-09", "05-09"),
            ("端午节", "06-19", "06-21"),
            ("!国庆节", "09-20", "09-20"),
            ("中秋节", "09-25", "09-27"),
            ("国庆节", "10-01", "10-07"),
            ("!国庆节", "10-10", "10-10"),
        ],
    ),
];

static BUILT_IN: LazyLock<Holidays> = LazyLock::new(|| {
    let mut holidays = Holidays::default();
    for (year, runs) in ANNOUNCED {
        holidays.replace_year(year, runs.iter().flat_map(|run| run_days(year, run)));
    }
    holidays
});

fn run_days(
    year: i32,
    (name, first, last): &(&str, &str, &str),
) -> impl Iterator<Item = (NaiveDate, HolidayDay)> {
    let date = |text: &str| {
        let (month, day) = text.split_once('-')?;
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    };
    let announced = HolidayDay {
        name: name.trim_start_matches('!').to_owned(),
        off: !name.starts_with('!'),
    };
    let (first, last) = (date(first), date(last));
    let length = match (first, last) {
        (Some(first), Some(last)) => (last - first).num_days(),
        _ => -1,
    };
    (0..=length).filter_map(move |n| {
        let day = first?.checked_add_days(Days::new(u64::try_from(n).ok()?))?;
        Some((day, announced.clone()))
    })
}

impl Holidays {
    /// The days the program knows without any file: 2020 to 2022, 2025 and 2026.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Takes `days` as what was announced for `year`. Days of other years among them are kept too:
    /// a year's notice may speak of the last days of the year before.
    pub fn replace_year(
        &mut self,
        year: i32,
        days: impl IntoIterator<Item = (NaiveDate, HolidayDay)>,
    ) {
        if self.years.contains(&year) {
            self.days.retain(|day, _| day.year() != year);
        }
        self.years.insert(year);
        self.days.extend(days);
    }

    /// What was announced for `day`; ordinary days and weekends are not announced.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> Option<&HolidayDay> {
        self.days.get(&day)
    }

    /// Whether the notice for `year` is known.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// All announced days, by date.
    #[must_use]
    pub fn days(&self) -> &BTreeMap<NaiveDate, HolidayDay> {
        &self.days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    #[test]
    fn the_built_in_runs_hold_every_day_between_their_ends() {
        let built_in = Holidays::built_in();
        assert_eq!(built_in.days().len(), 37 + 38 + 38 + 33 + 39);
        assert!(built_in.day(day("2022-02-03")).is_some_and(|d| d.off));
        assert!(built_in.day(day("2022-01-30")).is_some_and(|d| !d.off));
    }

    #[test]
    fn a_files_year_replaces_the_built_in_one_and_may_reach_into_december_before() {
        let mut holidays = Holidays::built_in().clone();
        let off = |name: &str| HolidayDay {
            name: name.into(),
            off: true,
        };
        holidays.replace_year(
            2023,
            [
                (day("2022-12-31"), off("元旦")),
                (day("2023-01-01"), off("元旦")),
            ],
        );
        assert!(holidays.day(day("2022-12-31")).is_some());
        assert!(holidays.day(day("2022-02-03")).is_some());
        holidays.replace_year(2022, [(day("2022-01-01"), off("元旦"))]);
        assert!(holidays.day(day("2022-02-03")).is_none());
    }
}
