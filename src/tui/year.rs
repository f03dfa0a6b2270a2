//! The state of the calendar: a school year of days, and the day under the cursor.

use crate::assess::DayHeat;
use crate::calendar::Week;
use chrono::{Datelike, Days, NaiveDate};
use std::sync::Arc;

/// The month with which a school year begins here: that of the summer holidays, so that no term
/// is cut in two.
const AUGUST: u32 = 8;

/// A school year as it is shown.
#[derive(Debug, Clone)]
pub(super) struct Year {
    /// Its first day, and its last.
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// The day under the cursor.
    pub(super) day: NaiveDate,
    /// The first line that is shown of what is said about that day.
    pub(super) top: usize,
    /// Its days; `None` until they are worked out, and after something has changed.
    pub(super) days: Option<Arc<Vec<DayHeat>>>,
}

impl Year {
    /// The school year that `day` lies in, with the cursor on that day.
    pub(super) fn of(day: NaiveDate) -> Self {
        let begun = i32::from(day.month() < AUGUST);
        let first = |year: i32| NaiveDate::from_ymd_opt(year, AUGUST, 1).unwrap_or(day);
        let from = first(day.year() - begun);
        let next = first(day.year() - begun + 1);
        Self {
            from,
            to: next.pred_opt().unwrap_or(next),
            day,
            top: 0,
            days: None,
        }
    }

    /// Moves the cursor by so many days; the year turns with it.
    pub(super) fn move_by(&mut self, days: i64) {
        let by = Days::new(days.unsigned_abs());
        let moved = if days < 0 {
            self.day.checked_sub_days(by)
        } else {
            self.day.checked_add_days(by)
        };
        self.go(moved.unwrap_or(self.day));
    }

    /// Moves the cursor to a day.
    pub(super) fn go(&mut self, day: NaiveDate) {
        let in_year = (1900..10_000).contains(&day.year());
        if !in_year {
            return;
        }
        let turned = Self::of(day);
        if turned.from == self.from {
            self.day = day;
            self.top = 0;
        } else {
            *self = turned;
        }
    }

    /// The Monday of the first column.
    pub(super) fn first_monday(&self) -> NaiveDate {
        Week::of(self.from).monday()
    }

    /// How many weeks, and so columns, it has.
    pub(super) fn columns(&self) -> usize {
        let days = (Week::of(self.to).sunday() - self.first_monday()).num_days() + 1;
        usize::try_from(days / 7).unwrap_or(0)
    }

    /// The day of a column and row, where it lies in the year.
    pub(super) fn at(&self, column: usize, row: usize) -> Option<NaiveDate> {
        let ahead = Days::new((column * 7 + row) as u64);
        let day = self.first_monday().checked_add_days(ahead)?;
        (self.from <= day && day <= self.to).then_some(day)
    }

    /// What is known about a day.
    pub(super) fn heat(&self, day: NaiveDate) -> Option<&DayHeat> {
        let ahead = usize::try_from((day - self.from).num_days()).ok()?;
        self.days.as_ref()?.get(ahead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    #[test]
    fn a_school_year_goes_from_august_to_july_and_turns_with_the_cursor() {
        let mut year = Year::of(day("2022-03-16"));
        assert_eq!((year.from, year.to), (day("2021-08-01"), day("2022-07-31")));
        assert_eq!(year.columns(), 53);
        assert_eq!(year.at(0, 5), None);
        assert_eq!(year.at(0, 6), Some(day("2021-08-01")));
        assert_eq!(year.at(1, 0), Some(day("2021-08-02")));
        year.go(day("2022-07-31"));
        year.move_by(1);
        assert_eq!(
            (year.from, year.day),
            (day("2022-08-01"), day("2022-08-01"))
        );
        year.move_by(-1);
        assert_eq!(year.from, day("2021-08-01"));
    }
}
