//! The school days of a stretch of time, each with what was due on it and what became of that.

use super::{ItemIndex, Occurrence, OccurrenceState, Premises, Tally, Totals, occurrence};
use crate::calendar::{DayKind, Period, Week};
use chrono::NaiveDate;

/// One day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayHeat {
    /// The day.
    pub day: NaiveDate,
    /// What kind of day it is.
    pub kind: DayKind,
    /// The occurrences whose last day it is, counted.
    pub totals: Totals,
    /// Those of them that are not done.
    pub missing: Vec<(ItemIndex, Period)>,
    /// Those of them that were recorded later than they were done.
    pub late_entered: Vec<(ItemIndex, Period)>,
    /// Those of them that do not apply.
    pub waived: Vec<(ItemIndex, Period)>,
    /// How many occurrences were done on the day, whatever their last day.
    pub done: u64,
}

/// Every day from `from` to `to`, both included, as of `day`. Of later days only the kind is known.
#[must_use]
pub fn heat(
    premises: &Premises<'_>,
    from: NaiveDate,
    to: NaiveDate,
    day: NaiveDate,
) -> Vec<DayHeat> {
    let days = from.iter_days().take_while(|day| *day <= to);
    let mut days: Vec<(DayHeat, Tally)> = days
        .map(|day| {
            (
                DayHeat::new(day, premises.calendar.day_kind(day)),
                Tally::default(),
            )
        })
        .collect();
    let weeks = std::iter::successors(Some(Week::of(from)), |week| Some(week.next()));
    for week in weeks.take_while(|week| week.monday() <= to.min(day)) {
        let window = occurrence::Window::new(premises.calendar, week, day);
        for index in premises.items() {
            let weight = premises.item(index).weight;
            let history = premises.item_history(index);
            for occurrence in occurrence::occurrences(premises, &window, index, history) {
                take(&mut days, &window, (index, weight), &occurrence);
            }
        }
    }
    let with_totals = |(mut heat, tally): (DayHeat, Tally)| {
        heat.totals = tally.totals();
        heat
    };
    days.into_iter().map(with_totals).collect()
}

/// Counts an occurrence that matters in the week of `window` on its last day and on the day it was
/// done, where those are in that week: in other weeks it is met again.
fn take(
    days: &mut [(DayHeat, Tally)],
    window: &occurrence::Window<'_>,
    (index, weight): (ItemIndex, u32),
    occurrence: &Occurrence,
) {
    let first = days.first().map(|(heat, _)| heat.day);
    let at = |day: NaiveDate| {
        let is_known = window.reference() >= day && window.contains(day);
        let ahead = first.filter(|_| is_known).map(|first| day - first)?;
        usize::try_from(ahead.num_days()).ok()
    };
    if let OccurrenceState::Done { on, .. } = occurrence.state
        && let Some((heat, _)) = at(on).and_then(|at| days.get_mut(at))
    {
        heat.done += 1;
    }
    if let Some((heat, tally)) = occurrence.due.and_then(at).and_then(|at| days.get_mut(at))
        && occurrence.counted
    {
        tally.count(occurrence, weight);
        let list = match occurrence.state {
            OccurrenceState::Done { late_entry, .. } => {
                late_entry.then_some(&mut heat.late_entered)
            }
            OccurrenceState::Waived => Some(&mut heat.waived),
            _ => Some(&mut heat.missing),
        };
        if let Some(list) = list {
            list.push((index, occurrence.period.clone()));
        }
    }
}

impl DayHeat {
    fn new(day: NaiveDate, kind: DayKind) -> Self {
        Self {
            day,
            kind,
            totals: Totals::default(),
            missing: Vec::new(),
            late_entered: Vec::new(),
            waived: Vec::new(),
            done: 0,
        }
    }
}

/// How much of what was required is done, for drawing: 0 where nothing was required, 1 below 60 per
/// cent, 2 below 85, 3 below all, 4 all.
#[must_use]
pub fn level(totals: &Totals) -> u8 {
    let (done, required) = (u128::from(totals.done), u128::from(totals.required));
    match done * 100 {
        _ if required == 0 => 0,
        part if part < required * 60 => 1,
        part if part < required * 85 => 2,
        part if part < required * 100 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::*;
    use crate::fact::Entry;

    fn days(life: &Life, from: &str, to: &str, on: &str) -> Vec<DayHeat> {
        life.ask(on, |premises| heat(premises, day(from), day(to), day(on)))
    }

    #[test]
    fn a_day_has_what_was_due_on_it_and_what_became_of_that() {
        let items = [
            r#""cadence": "daily""#,
            r#""cadence": "weekly""#,
            r#""cadence": "once", "due": "2022-03-16""#,
            r#""cadence": "daily""#,
        ];
        let waived = Entry::ItemWaived {
            reason: "x".into(),
            from: day("2022-03-21"),
        };
        let once = Entry::ItemCompleted {
            on: day("2022-03-22"),
        };
        let life = Life::of_items(&items, "2022-03-14")
            .entered("2022-03-16", "2022-03-16", "2022-03-17")
            .record_of("1.3", Some("once"), once, "2022-03-22")
            .record_of("1.4", None, waived, "2022-03-21");
        let days = days(&life, "2022-03-16", "2022-03-24", "2022-03-22");
        assert_eq!(days.len(), 9);
        let of = |on: &str| days.iter().find(|heat| heat.day == day(on)).expect("a day");
        let items = |list: &[(ItemIndex, Period)]| -> Vec<usize> {
            list.iter().map(|(index, _)| index.item + 1).collect()
        };
        let wednesday = of("2022-03-16");
        let totals = &wednesday.totals;
        assert_eq!((totals.done, totals.required, totals.late), (2, 3, 1));
        assert_eq!(items(&wednesday.missing), [4]);
        assert_eq!(items(&wednesday.late_entered), [1]);
        assert_eq!(wednesday.done, 1);
        assert_eq!(items(&of("2022-03-18").missing), [1, 2, 4]);
        assert_eq!(of("2022-03-19").kind, DayKind::Weekend);
        assert_eq!(of("2022-03-19").totals.required, 0);
        assert_eq!(items(&of("2022-03-21").waived), [4]);
        assert_eq!(of("2022-03-22").done, 1);
        assert_eq!(of("2022-03-23").kind, DayKind::SchoolDay);
        assert_eq!(of("2022-03-23").totals, Totals::default());
    }

    #[test]
    fn the_days_of_past_weeks_add_up_to_the_weeks() {
        let items = [
            r#""cadence": "daily""#,
            r#""cadence": "weekly""#,
            r#""cadence": "monthly""#,
        ];
        let life = Life::of_items(&items, "2022-03-01").done("2022-03-30", "2022-03-30");
        let of_week = days(&life, "2022-03-28", "2022-04-03", "2022-05-01");
        let sum = |of: fn(&Totals) -> u64| of_week.iter().map(|heat| of(&heat.totals)).sum::<u64>();
        let week = life.judged("2022-W13", "2022-05-01").tally.totals();
        assert_eq!(sum(|t| t.required), week.required);
        assert_eq!(
            (sum(|t| t.done), sum(|t| t.overdue)),
            (week.done, week.overdue)
        );
    }

    #[test]
    fn levels_follow_the_rate() {
        let of = |done, required| {
            level(&Totals {
                required,
                done,
                ..Totals::default()
            })
        };
        let levels = [
            of(0, 0),
            of(0, 5),
            of(59, 100),
            of(60, 100),
            of(85, 100),
            of(99, 100),
        ];
        assert_eq!(levels, [0, 1, 1, 2, 3, 3]);
        assert_eq!(of(5, 5), 4);
    }
}
