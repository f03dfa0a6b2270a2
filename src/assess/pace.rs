//! Pace: whether a number reaches its target by its last day, and what that takes.

use super::{ItemAssessment, ItemIndex, Occurrence, Premises};
use crate::calendar::SchoolCalendar;
use crate::fact::Measurement;
use chrono::NaiveDate;

/// A number on its way to its target. Days are school days, rates are for one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// The number.
    pub value: u64,
    /// The number to reach.
    pub of: u64,
    /// What is left of it.
    pub left: u64,
    /// The last day to reach it.
    pub due: NaiveDate,
    /// The school days to the last day, both it and the day of the judgement among them.
    pub days_left: u32,
    /// What it takes on each of them, rounded up; `None` where none is left.
    pub needed: Option<u64>,
    /// What is done on a school day; `None` where nothing was done yet and nothing was said.
    pub rate: Option<u64>,
    /// Whether the rate was said; otherwise it is what was done on average, rounded down, and one
    /// at least.
    pub said: bool,
    /// The day on which the target is reached at that rate, or was read off as reached.
    pub reached_on: Option<NaiveDate>,
    /// Whether that is in time.
    pub on_pace: bool,
}

impl Premises<'_> {
    /// The pace of an item with a number as of `day`: of its first occurrence that has one.
    #[must_use]
    pub fn pace(&self, judged: &ItemAssessment, day: NaiveDate) -> Option<Pace> {
        let mut occurrences = judged.occurrences.iter();
        occurrences.find_map(|occurrence| self.pace_of(judged.index, occurrence, day))
    }

    /// The pace of an occurrence as of `day`; `None` where it is not open, has no last day, or the
    /// number or its target is not known.
    #[must_use]
    pub fn pace_of(
        &self,
        index: ItemIndex,
        occurrence: &Occurrence,
        day: NaiveDate,
    ) -> Option<Pace> {
        if !occurrence.is_open() {
            return None;
        }
        let spec = self.item(index).measure.as_ref()?;
        let measurements = &self.item_history(index)?.measurements;
        let measured = measurements.get(&occurrence.period)?;
        let due = occurrence.due?;
        let of = self.target(index, Some(measured))?;
        let left = of.saturating_sub(measured.value);
        let days = self.calendar.school_days(day, due).count();
        let days_left = u32::try_from(days).unwrap_or(u32::MAX);
        let said = measured.rate.or(spec.rate.map(u64::from));
        let rate = said.or_else(|| average(self.calendar, occurrence, measured));
        let reached_on = match left {
            0 => Some(measured.on),
            left => rate.and_then(|rate| reached_on(self.calendar, day, left, rate)),
        };
        Some(Pace {
            value: measured.value,
            of,
            left,
            due,
            days_left,
            needed: (days_left > 0).then(|| left.div_ceil(days_left.into())),
            rate,
            said: said.is_some(),
            reached_on,
            on_pace: reached_on.is_some_and(|reached| reached <= due),
        })
    }
}

/// What was done on a school day from the occurrence's opening to the day the number was read off.
fn average(
    calendar: &SchoolCalendar,
    occurrence: &Occurrence,
    measured: &Measurement,
) -> Option<u64> {
    let days = calendar
        .school_days(occurrence.opens, measured.on)
        .count()
        .max(1);
    let average = measured.value / u64::try_from(days).unwrap_or(u64::MAX);
    (measured.value > 0).then_some(average.max(1))
}

/// The school day on which `left` more are done, where `day` is the first on which some are.
fn reached_on(
    calendar: &SchoolCalendar,
    day: NaiveDate,
    left: u64,
    rate: u64,
) -> Option<NaiveDate> {
    let days = left.checked_div(rate)? + u64::from(!left.is_multiple_of(rate));
    let before = day.pred_opt()?;
    calendar.add_school_days(before, i32::try_from(days).ok()?)
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::*;
    use crate::calendar::Week;
    use crate::fact::Entry;

    /// Adopted on Monday 14 March 2022, to be done by Friday 25 March.
    const TESTED: &str =
        r#""cadence": "once", "due": "2022-03-25", "measure": {"unit": "x", "target": 5494}"#;

    fn measured(item: &str, value: u64, rate: Option<u64>, on: &str) -> Life {
        let entry = Entry::ItemMeasured {
            value,
            of: None,
            rate,
            on: day(on),
        };
        Life::of(item, "2022-03-14").record(Some("once"), entry, on)
    }

    fn pace(life: &Life, on: &str) -> Option<Pace> {
        let assessment = life.judged(&Week::of(day(on)).to_string(), on);
        let item = assessment.items().next().expect("an item");
        life.ask(on, |premises| premises.pace(item, day(on)))
    }

    #[test]
    fn a_number_is_held_against_what_was_done_on_average() {
        let life = measured(TESTED, 1500, None, "2022-03-16");
        let pace = pace(&life, "2022-03-17").expect("a pace");
        assert_eq!((pace.left, pace.days_left), (3994, 7));
        assert_eq!(pace.needed, Some(571));
        assert_eq!((pace.rate, pace.said), (Some(500), false));
        assert_eq!(pace.reached_on, Some(day("2022-03-28")));
        assert!(!pace.on_pace);
    }

    #[test]
    fn a_rate_that_was_said_takes_the_place_of_the_average() {
        let life = measured(TESTED, 1500, Some(600), "2022-03-16");
        let pace = pace(&life, "2022-03-17").expect("a pace");
        assert_eq!((pace.rate, pace.said), (Some(600), true));
        assert_eq!(pace.reached_on, Some(day("2022-03-25")));
        assert!(pace.on_pace);
    }

    #[test]
    fn the_checklist_may_say_the_rate() {
        let item = TESTED.replace("5494", r#"5494, "rate": 5494"#);
        let life = measured(&item, 0, None, "2022-03-16");
        let pace = pace(&life, "2022-03-17").expect("a pace");
        assert_eq!((pace.rate, pace.said), (Some(5494), true));
        assert_eq!(pace.reached_on, Some(day("2022-03-17")));
    }

    #[test]
    fn nothing_done_is_no_rate_and_little_done_is_one() {
        let none = pace(&measured(TESTED, 0, None, "2022-03-16"), "2022-03-17");
        let none = none.expect("a pace");
        assert_eq!(
            (none.rate, none.reached_on, none.on_pace),
            (None, None, false)
        );
        let little = pace(&measured(TESTED, 2, None, "2022-03-16"), "2022-03-17");
        let little = little.expect("a pace");
        assert_eq!((little.rate, little.reached_on), (Some(1), None));
    }

    #[test]
    fn on_a_last_day_without_school_nothing_more_can_be_done() {
        let item = TESTED.replace("2022-03-25", "2022-03-20");
        let life = measured(&item, 5400, None, "2022-03-16");
        let pace = pace(&life, "2022-03-19").expect("a pace");
        assert_eq!((pace.days_left, pace.needed), (0, None));
        assert!(!pace.on_pace);
    }

    #[test]
    fn there_is_no_pace_without_a_number_a_last_day_or_something_open() {
        let unmeasured = Life::of(TESTED, "2022-03-14");
        assert_eq!(pace(&unmeasured, "2022-03-17"), None);
        let dateless = TESTED.replace(r#""due": "2022-03-25","#, "");
        assert_eq!(
            pace(&measured(&dateless, 5, None, "2022-03-16"), "2022-03-17"),
            None
        );
        let reached = measured(TESTED, 5494, None, "2022-03-16");
        assert_eq!(pace(&reached, "2022-03-17"), None);
        let missed = measured(TESTED, 5400, None, "2022-03-16");
        assert_eq!(pace(&missed, "2022-03-28"), None);
    }
}
