//! The school-day calendar: which days are school days, which term a day belongs to, and how to
//! count school days.
//!
//! Pure: a calendar is built from the school's terms and own days and from holiday files that
//! somebody else has read. It knows no clock.

pub mod holidays;
mod period;
mod term;
mod week;

pub use period::{Month, Period, PeriodError};
pub use term::{Season, Term, TermId};
pub use week::{Week, WeekError};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};

use holidays::{HolidayDay, Holidays};

/// How far a search for a school day goes before it gives up: no school is closed for two years.
const SEARCH_DAYS: usize = 730;

/// Whether a day can be written with the four digits of a year. Others are a slip or meant to do
/// harm, and at the ends of what a date can be nothing can be counted on from it.
#[must_use]
pub fn has_year_of_four_digits(day: NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

/// What kind of day a day is, for the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    /// An ordinary school day.
    SchoolDay,
    /// A Saturday or Sunday that is worked to make up for a holiday, or by the school's own choice.
    WorkingWeekend,
    /// A Saturday or Sunday.
    Weekend,
    /// A public holiday, with its name as the holiday file gives it.
    Holiday(String),
    /// A day off of the school's own.
    OwnDayOff,
    /// A day outside every term.
    OutOfTerm,
}

impl DayKind {
    /// Whether daily items are due on such a day.
    #[must_use]
    pub fn is_school_day(&self) -> bool {
        matches!(self, Self::SchoolDay | Self::WorkingWeekend)
    }
}

/// The days of one school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolCalendar {
    terms: Vec<Term>,
    holidays: Holidays,
    days_off: BTreeSet<NaiveDate>,
    working_days: BTreeSet<NaiveDate>,
}

impl SchoolCalendar {
    /// A calendar of the given terms (none: the conventional ones of every year, see
    /// [`Term::conventional`]), public holidays, and the school's own days off and working days.
    #[must_use]
    pub fn new(
        mut terms: Vec<Term>,
        holidays: Holidays,
        days_off: impl IntoIterator<Item = NaiveDate>,
        working_days: impl IntoIterator<Item = NaiveDate>,
    ) -> Self {
        terms.sort_by_key(|term| term.from);
        Self {
            terms,
            holidays,
            days_off: days_off.into_iter().collect(),
            working_days: working_days.into_iter().collect(),
        }
    }

    /// What kind of day `day` is.
    #[must_use]
    pub fn day_kind(&self, day: NaiveDate) -> DayKind {
        self.day_kind_in(day, self.containing_term(day).is_some())
    }

    fn day_kind_in(&self, day: NaiveDate, is_in_term: bool) -> DayKind {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if self.working_days.contains(&day) {
            return if weekend {
                DayKind::WorkingWeekend
            } else {
                DayKind::SchoolDay
            };
        }
        if self.days_off.contains(&day) {
            return DayKind::OwnDayOff;
        }
        if !is_in_term {
            return DayKind::OutOfTerm;
        }
        match self.holidays.day(day) {
            Some(HolidayDay { name, off: true }) => DayKind::Holiday(name.clone()),
            Some(_) if weekend => DayKind::WorkingWeekend,
            None if weekend => DayKind::Weekend,
            _ => DayKind::SchoolDay,
        }
    }

    /// Whether daily items are due on `day`.
    #[must_use]
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        self.day_kind(day).is_school_day()
    }

    /// The school days from `from` to `to`, both included, in order.
    #[must_use]
    pub fn school_days(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl DoubleEndedIterator<Item = NaiveDate> + '_ {
        let length = (to - from).num_days().max(-1) + 1;
        (0..u64::try_from(length).unwrap_or(0))
            .filter_map(move |n| from.checked_add_days(Days::new(n)))
            .filter(|day| self.is_school_day(*day))
    }

    /// The day `count` school days after `day` (before it where `count` is negative; `day` itself
    /// for zero). Counting starts on the next day, so that "1 school day after Friday" is Monday.
    /// `None` where there are not so many school days within two years.
    #[must_use]
    pub fn add_school_days(&self, day: NaiveDate, count: i32) -> Option<NaiveDate> {
        count_days(day, count, |day| self.is_school_day(day))
    }

    /// The same, counted from the first day that `term` had before it was moved, by the school days
    /// of then.
    #[must_use]
    pub fn add_school_days_had(
        &self,
        term: &Term,
        first: NaiveDate,
        count: i32,
    ) -> Option<NaiveDate> {
        let was_in_term = |day: NaiveDate| {
            (first..=term.to).contains(&day)
                || self.containing_term(day).is_some_and(|t| t != *term)
        };
        count_days(first, count, |day| {
            self.day_kind_in(day, was_in_term(day)).is_school_day()
        })
    }

    /// The term that contains `day`.
    #[must_use]
    pub fn containing_term(&self, day: NaiveDate) -> Option<Term> {
        self.current_term(day).filter(|term| day <= term.to)
    }

    /// The term that `day` counts to: the one it lies in, or else the last one that began before
    /// it (work of a term may be finished in the holidays that follow).
    #[must_use]
    pub fn current_term(&self, day: NaiveDate) -> Option<Term> {
        if self.terms.is_empty() {
            return Some(Term::conventional(day));
        }
        self.terms.iter().rev().find(|t| t.from <= day).cloned()
    }

    /// The first term that begins after `day`, if the school has one.
    #[must_use]
    pub fn next_term(&self, day: NaiveDate) -> Option<Term> {
        if self.terms.is_empty() {
            return Term::conventional_named(Term::conventional(day).id().next());
        }
        self.terms.iter().find(|term| day < term.from).cloned()
    }

    /// The term named `id`, if the school has it.
    #[must_use]
    pub fn term(&self, id: TermId) -> Option<Term> {
        if self.terms.is_empty() {
            return Term::conventional_named(id);
        }
        self.terms.iter().find(|t| t.id() == id).cloned()
    }

    /// The last day of the last term the profile names, `None` where the conventional terms serve
    /// for ever.
    #[must_use]
    pub fn terms_end(&self) -> Option<NaiveDate> {
        self.terms.iter().map(|term| term.to).max()
    }

    /// The first and the last school day of the school year that `day` lies in, which runs from
    /// August to July; the whole of it where it has none.
    #[must_use]
    pub fn school_year(&self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let year = day.year() - i32::from(day.month() < 8);
        let first = NaiveDate::from_ymd_opt(year, 8, 1).unwrap_or(day);
        let last = NaiveDate::from_ymd_opt(year + 1, 7, 31).unwrap_or(day);
        let mut days = self.school_days(first, last);
        let from = days.next().unwrap_or(first);
        (from, days.next_back().unwrap_or(last))
    }

    /// Whether a holiday file covers the year of `day`.
    #[must_use]
    pub fn knows_holidays_of(&self, year: i32) -> bool {
        self.holidays.covers(year)
    }

    /// The days on which public holidays fall or weekends are worked, by date.
    #[must_use]
    pub fn holidays(&self) -> &BTreeMap<NaiveDate, HolidayDay> {
        self.holidays.days()
    }
}

/// The `count`-th school day after `day`, or before it.
fn count_days(
    day: NaiveDate,
    count: i32,
    is_school_day: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let mut left = count.unsigned_abs();
    if left == 0 {
        return Some(day);
    }
    let step = |d: NaiveDate| {
        if count > 0 {
            d.succ_opt()
        } else {
            d.pred_opt()
        }
    };
    let mut at = day;
    for _ in 0..SEARCH_DAYS {
        at = step(at)?;
        if is_school_day(at) {
            left -= 1;
            if left == 0 {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    fn calendar() -> SchoolCalendar {
        SchoolCalendar::new(vec![], Holidays::built_in().clone(), [], [])
    }

    #[test]
    fn a_plain_weekday_in_term_is_a_school_day() {
        assert_eq!(calendar().day_kind(day("2022-03-16")), DayKind::SchoolDay);
        assert_eq!(calendar().day_kind(day("2022-03-19")), DayKind::Weekend);
    }

    #[test]
    fn a_working_sunday_is_a_school_day_and_the_holiday_is_not() {
        assert_eq!(
            calendar().day_kind(day("2022-04-02")),
            DayKind::WorkingWeekend
        );
        assert_eq!(
            calendar().day_kind(day("2022-04-05")),
            DayKind::Holiday("清明节".into())
        );
    }

    #[test]
    fn a_school_year_goes_from_its_first_to_its_last_school_day() {
        let year = (day("2021-09-01"), day("2022-07-05"));
        for on in ["2021-08-01", "2022-03-16", "2022-07-31"] {
            assert_eq!(calendar().school_year(day(on)), year, "{on}");
        }
        assert_eq!(
            calendar().school_year(day("2022-08-01")).0,
            day("2022-09-01")
        );
    }

    #[test]
    fn a_monday_marked_as_worked_is_an_ordinary_school_day() {
        let terms = vec![Term {
            from: day("2020-02-01"),
            to: day("2020-07-05"),
        }];
        let calendar = SchoolCalendar::new(terms, Holidays::built_in().clone(), [], []);
        assert_eq!(calendar.day_kind(day("2020-02-03")), DayKind::SchoolDay);
    }

    #[test]
    fn own_days_win_over_everything() {
        let calendar = SchoolCalendar::new(
            vec![],
            Holidays::default(),
            [day("2022-03-16")],
            [day("2022-03-19")],
        );
        assert_eq!(calendar.day_kind(day("2022-03-16")), DayKind::OwnDayOff);
        assert_eq!(
            calendar.day_kind(day("2022-03-19")),
            DayKind::WorkingWeekend
        );
    }

    #[test]
    fn school_days_are_counted_over_weekends_and_holidays() {
        // Friday 1 April 2022; Saturday the 2nd is worked, the 3rd to 5th are off.
        let calendar = calendar();
        assert_eq!(
            calendar.add_school_days(day("2022-04-01"), 1),
            Some(day("2022-04-02"))
        );
        assert_eq!(
            calendar.add_school_days(day("2022-04-01"), 2),
            Some(day("2022-04-06"))
        );
        assert_eq!(
            calendar.add_school_days(day("2022-04-06"), -2),
            Some(day("2022-04-01"))
        );
    }

    #[test]
    fn school_days_are_counted_by_a_term_as_it_was_before_its_start_moved() {
        let term = |from: &str| Term {
            from: day(from),
            to: day("2022-07-01"),
        };
        let now = |from: &str| SchoolCalendar::new(vec![term(from)], Holidays::default(), [], []);
        let had = |now_from: &str, first: &str, count| {
            now(now_from).add_school_days_had(&term(now_from), day(first), count)
        };
        assert_eq!(had("2022-02-28", "2022-02-14", 2), Some(day("2022-02-16")));
        assert_eq!(had("2022-02-14", "2022-02-28", -1), None);
        assert_eq!(had("2022-02-14", "2022-02-28", 1), Some(day("2022-03-01")));
    }

    #[test]
    fn holidays_between_terms_have_no_school_days_but_belong_to_the_term_before() {
        let calendar = calendar();
        assert_eq!(calendar.day_kind(day("2022-08-10")), DayKind::OutOfTerm);
        assert_eq!(
            calendar
                .current_term(day("2022-08-10"))
                .map(|t| t.id().to_string()),
            Some("2022-spring".into())
        );
        assert!(calendar.containing_term(day("2022-08-10")).is_none());
    }

    #[test]
    fn the_next_term_follows_the_one_that_a_day_counts_to() {
        let next = |calendar: &SchoolCalendar, on: &str| {
            let term = calendar.next_term(day(on));
            term.map(|term| term.from.to_string())
        };
        let conventional = SchoolCalendar::default();
        assert_eq!(
            next(&conventional, "2022-03-16").as_deref(),
            Some("2022-09-01")
        );
        assert_eq!(
            next(&conventional, "2022-12-31").as_deref(),
            Some("2023-02-15")
        );
        assert_eq!(
            next(&conventional, "2023-01-25").as_deref(),
            Some("2023-02-15")
        );
        let term = Term {
            from: day("2022-09-05"),
            to: day("2023-01-13"),
        };
        let own = SchoolCalendar::new(vec![term], Holidays::default(), [], []);
        assert_eq!(next(&own, "2022-09-04").as_deref(), Some("2022-09-05"));
        assert_eq!(next(&own, "2022-09-05"), None);
    }

    #[test]
    fn a_term_may_cross_the_year() {
        let term = calendar()
            .containing_term(day("2023-01-05"))
            .expect("in term");
        assert_eq!(term.id().to_string(), "2022-autumn");
        assert_eq!(term.from, day("2022-09-01"));
    }

    #[test]
    fn no_school_days_within_two_years_is_no_answer() {
        let terms = vec![Term {
            from: day("2020-02-01"),
            to: day("2020-02-02"),
        }];
        let calendar = SchoolCalendar::new(terms, Holidays::default(), [], []);
        assert_eq!(calendar.add_school_days(day("2020-03-01"), 1), None);
    }
}
