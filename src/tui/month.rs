//! The month in which a day is chosen, as data: which days it has, what they are, and which of them
//! cannot be chosen.

use crate::calendar::{DayKind, Month, SchoolCalendar, Week};
use crate::text::calendar::DaySign;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Which days can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Limits {
    /// The first, and the last.
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
    /// The weeks that are signed, and so locked.
    pub(super) locked: Vec<Week>,
    /// The days on which it was done already.
    pub(super) done: Vec<NaiveDate>,
}

impl Limits {
    /// Whether the day is neither too early nor too late.
    pub(super) fn allow(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The day itself, or the nearest that is neither too early nor too late.
    fn nearest(&self, day: NaiveDate) -> NaiveDate {
        let day = self.from.map_or(day, |from| day.max(from));
        self.to.map_or(day, |to| day.min(to))
    }
}

/// How far one goes in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Days(i64),
    Months(i32),
    /// To today.
    Today,
}

/// The day that a step leads to, as near as can be chosen.
pub(super) fn step(day: NaiveDate, step: Step, today: NaiveDate, limits: &Limits) -> NaiveDate {
    let moved = match step {
        Step::Days(days) if days < 0 => day.checked_sub_days(Days::new(days.unsigned_abs())),
        Step::Days(days) => day.checked_add_days(Days::new(days.unsigned_abs())),
        Step::Months(months) if months < 0 => {
            day.checked_sub_months(Months::new(months.unsigned_abs()))
        }
        Step::Months(months) => day.checked_add_months(Months::new(months.unsigned_abs())),
        Step::Today => Some(today),
    };
    let moved = moved.filter(|day| (1900..10_000).contains(&day.year()));
    limits.nearest(moved.unwrap_or(day))
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayCell {
    pub(super) day: NaiveDate,
    /// What it is; `None` for an ordinary school day.
    pub(super) sign: Option<DaySign>,
    /// Whether it is of the month that is shown.
    pub(super) is_of_month: bool,
}

/// The days of a week, Monday first.
pub(super) type Row = [DayCell; 7];

/// The weeks that the month of `day` lies in: six rows, so that the calendar keeps its height from
/// one month to the next.
pub(super) fn month(
    day: NaiveDate,
    calendar: &SchoolCalendar,
    today: NaiveDate,
    limits: &Limits,
) -> Vec<Row> {
    let month = Month::of(day);
    let first = Week::of(month.first());
    let weeks = std::iter::successors(Some(first), |week| Some(week.next()));
    weeks
        .take(6)
        .map(|week| {
            let row = self::week(week.monday(), calendar, today, limits);
            row.map(|cell| DayCell {
                is_of_month: Month::of(cell.day) == month,
                ..cell
            })
        })
        .collect()
}

/// The days of the week of `day`.
pub(super) fn week(
    day: NaiveDate,
    calendar: &SchoolCalendar,
    today: NaiveDate,
    limits: &Limits,
) -> Row {
    let monday = Week::of(day).monday();
    std::array::from_fn(|n| {
        let day = monday
            .checked_add_days(Days::new(n as u64))
            .unwrap_or(monday);
        DayCell {
            day,
            sign: sign(day, calendar, today, limits),
            is_of_month: true,
        }
    })
}

/// What matters most about a day.
fn sign(
    day: NaiveDate,
    calendar: &SchoolCalendar,
    today: NaiveDate,
    limits: &Limits,
) -> Option<DaySign> {
    if !limits.allow(day) {
        return Some(DaySign::Barred);
    }
    if day != today && limits.locked.contains(&Week::of(day)) {
        return Some(DaySign::Locked);
    }
    if limits.done.contains(&day) {
        return Some(DaySign::Done);
    }
    if day == today {
        return Some(DaySign::Today);
    }
    match calendar.day_kind(day) {
        DayKind::SchoolDay => None,
        DayKind::WorkingWeekend => Some(DaySign::Worked),
        DayKind::Weekend => Some(DaySign::Weekend),
        DayKind::Holiday(_) | DayKind::OwnDayOff => Some(DaySign::Off),
        DayKind::OutOfTerm => Some(DaySign::Out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::holidays::Holidays;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    fn calendar() -> SchoolCalendar {
        let own = [day("2022-03-25")];
        SchoolCalendar::new(vec![], Holidays::built_in().clone(), own, [])
    }

    fn until_today() -> Limits {
        Limits {
            from: Some(day("2022-02-14")),
            to: Some(day("2022-03-16")),
            locked: vec![Week::of(day("2022-03-10"))],
            done: vec![day("2022-03-15")],
        }
    }

    /// The month as text: each day with the mark of what it is.
    fn drawn(of: &str, limits: &Limits) -> Vec<String> {
        let cell = |cell: &DayCell| {
            let mark = cell.sign.map_or(' ', DaySign::mark);
            match (cell.is_of_month, cell.sign) {
                (false, _) => "    ".to_owned(),
                (true, Some(DaySign::Barred)) => "   .".to_owned(),
                (true, _) => format!("{:3}{mark}", cell.day.day()),
            }
        };
        let rows = month(day(of), &calendar(), day("2022-03-16"), limits);
        let rows = rows.iter();
        rows.map(|row| {
            row.iter()
                .map(cell)
                .collect::<String>()
                .trim_end()
                .to_owned()
        })
        .collect()
    }

    #[test]
    fn a_month_shows_what_its_days_are() {
        assert_eq!(
            drawn("2022-04-20", &Limits::default()),
            [
                "                  1   2+  3*",
                "  4*  5*  6   7   8   9- 10-",
                " 11  12  13  14  15  16- 17-",
                " 18  19  20  21  22  23- 24+",
                " 25  26  27  28  29  30*",
                "",
            ]
        );
        let march = drawn("2022-03-01", &Limits::default());
        assert_eq!(march[2], " 14  15  16@ 17  18  19- 20-");
        assert_eq!(march[3], " 21  22  23  24  25* 26- 27-");
    }

    #[test]
    fn days_that_cannot_be_chosen_are_barred_and_signed_weeks_locked() {
        assert_eq!(
            drawn("2022-03-16", &until_today()),
            [
                "      1   2   3   4   5-  6-",
                "  7#  8#  9# 10# 11# 12# 13#",
                " 14  15x 16@   .   .   .   .",
                "   .   .   .   .   .   .   .",
                "   .   .   .   .",
                "",
            ]
        );
        let february = drawn("2022-02-20", &until_today());
        assert_eq!(february[1], "   .   .   .   .   .   .   .");
        assert_eq!(february[2], " 14: 15  16  17  18  19- 20-");
    }

    #[test]
    fn a_week_has_days_of_both_months() {
        let row = week(
            day("2022-04-01"),
            &calendar(),
            day("2022-03-16"),
            &Limits::default(),
        );
        let days = row.map(|cell| cell.day.day());
        assert_eq!(days, [28, 29, 30, 31, 1, 2, 3]);
        assert!(row.iter().all(|cell| cell.is_of_month));
    }

    #[test]
    fn steps_stay_within_what_can_be_chosen() {
        let today = day("2022-03-16");
        let go = |from: &str, by| step(day(from), by, today, &until_today()).to_string();
        assert_eq!(go("2022-03-16", Step::Days(-1)), "2022-03-15");
        assert_eq!(go("2022-03-16", Step::Days(1)), "2022-03-16");
        assert_eq!(go("2022-03-12", Step::Days(7)), "2022-03-16");
        assert_eq!(go("2022-03-16", Step::Months(-1)), "2022-02-16");
        assert_eq!(go("2022-02-16", Step::Months(-1)), "2022-02-14");
        assert_eq!(go("2022-02-20", Step::Today), "2022-03-16");
        // What was typed may lie beyond; a step leads back.
        assert_eq!(go("2022-05-01", Step::Days(-1)), "2022-03-16");
        let free = |from: &str, by| step(day(from), by, today, &Limits::default()).to_string();
        assert_eq!(free("2022-01-31", Step::Months(1)), "2022-02-28");
        assert_eq!(free("9999-12-31", Step::Days(1)), "9999-12-31");
    }
}
