//! Planning backward: when what is unfinished has to be begun, and what can no longer be met.
//!
//! Work of so many school days ends on the last school day up to its last day. What comes first is
//! finished on a school day before the next begins. Forward from today, the same days say when it
//! can be finished at the earliest.

use super::{Assessment, ItemIndex, Occurrence, Premises};
use crate::calendar::{Period, SchoolCalendar};
use crate::checklist::Cadence;
use chrono::{Days, NaiveDate};

/// The plan of one unfinished occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The item.
    pub index: ItemIndex,
    /// The occurrence.
    pub period: Period,
    /// Its own last day; `None` where only what comes after it sets one.
    pub due: Option<NaiveDate>,
    /// The last day it had first, where the school has set another.
    pub first_due: Option<NaiveDate>,
    /// The school day to finish it by, so that what comes after it can be in time.
    pub finish_by: NaiveDate,
    /// The school day to begin on at the latest.
    pub latest_start: NaiveDate,
    /// The school day on which it can be finished, begun now or when what comes first is finished;
    /// `None` where the calendar has not so many.
    pub earliest_finish: Option<NaiveDate>,
    /// Whether it can be in time.
    pub feasibility: Feasibility,
}

/// Whether something can be in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feasibility {
    /// There is time.
    InTime,
    /// It has to be begun today.
    StartNow,
    /// It can no longer be in time.
    TooLate(TooLate),
}

/// Why something can no longer be in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLate {
    /// Its last day is past.
    Past,
    /// The work takes longer than there is time.
    Lead {
        /// The school days it takes.
        needed: u32,
        /// The school days there are, today among them.
        left: u32,
    },
    /// Something comes first that is not finished early enough.
    Waits {
        /// The item that comes first; of several the one that takes longest.
        after: ItemIndex,
        /// The day on which that can be finished.
        until: NaiveDate,
    },
}

/// How far back a start is looked for: no work of a checklist takes two years.
const SEARCH: Days = Days::new(730);

/// The plan of everything unfinished that is done once, once a term or for an event and has a last
/// day, its own or that of something that comes after it. What has to begin first comes first.
#[must_use]
pub fn schedule(premises: &Premises<'_>, assessment: &Assessment) -> Vec<Planned> {
    let works = works(premises, assessment);
    let firsts = firsts(premises, &works);
    let finish_by = backward(premises.calendar, &works, &firsts);
    let earliest = forward(premises.calendar, &works, &firsts, assessment.day);
    let mut planned: Vec<Planned> = Vec::new();
    for (n, work) in works.iter().enumerate() {
        let Some(finish_by) = finish_by[n] else {
            continue;
        };
        let latest_start = start(premises.calendar, finish_by, work.lead);
        let mut plan = Planned {
            index: work.index,
            period: work.occurrence.period.clone(),
            due: work.occurrence.due,
            first_due: work.occurrence.first_due,
            finish_by,
            latest_start,
            earliest_finish: earliest[n],
            feasibility: Feasibility::InTime,
        };
        let last = firsts[n].iter().max_by_key(|first| earliest[**first]);
        let waits = last.and_then(|first| Some((works[*first].index, earliest[*first]?)));
        plan.feasibility = feasibility(premises.calendar, &plan, work.lead, waits, assessment.day);
        planned.push(plan);
    }
    planned.sort_by_key(|plan| (plan.latest_start, plan.index));
    planned
}

/// An unfinished occurrence and the school days it takes.
struct Work<'a> {
    index: ItemIndex,
    occurrence: &'a Occurrence,
    lead: u32,
}

/// What is unfinished. What is done and held up by a finding is no work to plan.
fn works<'a>(premises: &Premises<'_>, assessment: &'a Assessment) -> Vec<Work<'a>> {
    let mut works = Vec::new();
    for judged in assessment.items() {
        let item = premises.item(judged.index);
        if !matches!(
            item.cadence,
            Cadence::Once | Cadence::Termly | Cadence::Each(_)
        ) {
            continue;
        }
        let unfinished = judged.occurrences.iter().filter(|o| {
            o.is_unfinished() && premises.completion(judged.index, &o.period).is_none()
        });
        works.extend(unfinished.map(|occurrence| Work {
            index: judged.index,
            occurrence,
            lead: item.lead.unwrap_or(1).max(1),
        }));
    }
    works
}

/// For each work the works that come first.
fn firsts(premises: &Premises<'_>, works: &[Work<'_>]) -> Vec<Vec<usize>> {
    let comes_first = |first: &Work<'_>, then: &Work<'_>| {
        let after = &premises.item(then.index).after;
        first.index.checklist == then.index.checklist
            && after.contains(&premises.item(first.index).id)
            && goes_with(&first.occurrence.period, &then.occurrence.period)
    };
    let of = |then: &Work<'_>| {
        if premises.item(then.index).after.is_empty() {
            return Vec::new();
        }
        let all = works.iter().enumerate();
        all.filter(|(_, first)| comes_first(first, then))
            .map(|(n, _)| n)
            .collect()
    };
    works.iter().map(of).collect()
}

/// Whether occurrences of two items belong together: what is done for one examination, or one term,
/// does not wait for another.
fn goes_with(first: &Period, then: &Period) -> bool {
    match (first, then) {
        (Period::Event(_), Period::Event(_)) | (Period::Term(_), Period::Term(_)) => first == then,
        _ => true,
    }
}

/// The school day to finish each work by. Each round carries the dates one link back, so that there
/// are never more rounds than works.
fn backward(
    calendar: &SchoolCalendar,
    works: &[Work<'_>],
    firsts: &[Vec<usize>],
) -> Vec<Option<NaiveDate>> {
    let own = |work: &Work<'_>| last_school_day(calendar, work.occurrence.due?);
    let mut finish_by: Vec<Option<NaiveDate>> = works.iter().map(own).collect();
    for _ in works {
        let mut changed = false;
        for (n, work) in works.iter().enumerate() {
            let begins = finish_by[n].map(|finish| start(calendar, finish, work.lead));
            let before = begins.and_then(|begins| calendar.add_school_days(begins, -1));
            let Some(before) = before.filter(|_| !firsts[n].is_empty()) else {
                continue;
            };
            for first in &firsts[n] {
                if finish_by[*first].is_none_or(|by| before < by) {
                    finish_by[*first] = Some(before);
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    finish_by
}

/// The school day on which each work can be finished, begun on `day` or when what comes first is
/// finished.
fn forward(
    calendar: &SchoolCalendar,
    works: &[Work<'_>],
    firsts: &[Vec<usize>],
    day: NaiveDate,
) -> Vec<Option<NaiveDate>> {
    let yesterday = day.pred_opt();
    let after = |day: Option<NaiveDate>, lead| calendar.add_school_days(day?, days(lead));
    let own = |work: &Work<'_>| after(yesterday, work.lead);
    let mut earliest: Vec<Option<NaiveDate>> = works.iter().map(own).collect();
    for _ in works {
        let mut changed = false;
        for (n, work) in works.iter().enumerate() {
            for first in &firsts[n] {
                let finish = after(earliest[*first], work.lead);
                // Once there is no day, there stays none.
                if earliest[n].is_some() && (finish.is_none() || finish > earliest[n]) {
                    earliest[n] = finish;
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    earliest
}

fn feasibility(
    calendar: &SchoolCalendar,
    plan: &Planned,
    lead: u32,
    waits: Option<(ItemIndex, NaiveDate)>,
    day: NaiveDate,
) -> Feasibility {
    let is_in_time = |finish: Option<NaiveDate>| finish.is_some_and(|f| f <= plan.finish_by);
    if plan.due.is_some_and(|due| due < day) {
        return Feasibility::TooLate(TooLate::Past);
    }
    if is_in_time(plan.earliest_finish) {
        return if plan.latest_start == day {
            Feasibility::StartNow
        } else {
            Feasibility::InTime
        };
    }
    let left = calendar.school_days(day, plan.finish_by).count();
    let left = u32::try_from(left).unwrap_or(u32::MAX);
    Feasibility::TooLate(match waits {
        Some((after, until)) if lead <= left => TooLate::Waits { after, until },
        _ => TooLate::Lead { needed: lead, left },
    })
}

/// The last school day up to `day`.
fn last_school_day(calendar: &SchoolCalendar, day: NaiveDate) -> Option<NaiveDate> {
    calendar.add_school_days(day.succ_opt()?, -1)
}

/// The first of the `lead` school days that end with `finish`; the earliest that the calendar has
/// where it has not so many.
fn start(calendar: &SchoolCalendar, finish: NaiveDate, lead: u32) -> NaiveDate {
    let from = finish.checked_sub_days(SEARCH).unwrap_or(finish);
    let days = calendar.school_days(from, finish).rev();
    let lead = usize::try_from(lead).unwrap_or(usize::MAX);
    days.take(lead).last().unwrap_or(finish)
}

fn days(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::*;
    use crate::calendar::Week;
    use crate::fact::Entry;

    fn planned(life: &Life, on: &str) -> Vec<Planned> {
        let assessment = life.judged(&Week::of(day(on)).to_string(), on);
        life.ask(on, |premises| schedule(premises, &assessment))
    }

    /// `item: latest start - finish by (earliest finish) feasibility`, days as `03-14`.
    fn says(life: &Life, on: &str) -> Vec<String> {
        let short = |day: NaiveDate| day.format("%m-%d").to_string();
        let say = |plan: &Planned| {
            let feasibility = match plan.feasibility {
                Feasibility::InTime => "in time".to_owned(),
                Feasibility::StartNow => "start now".to_owned(),
                Feasibility::TooLate(TooLate::Past) => "past".to_owned(),
                Feasibility::TooLate(TooLate::Lead { needed, left }) => {
                    format!("needs {needed} of {left}")
                }
                Feasibility::TooLate(TooLate::Waits { after, until }) => {
                    format!("waits for 1.{} until {}", after.item + 1, short(until))
                }
            };
            format!(
                "1.{}: {} - {} ({}) {feasibility}",
                plan.index.item + 1,
                short(plan.latest_start),
                short(plan.finish_by),
                plan.earliest_finish.map(short).unwrap_or_default(),
            )
        };
        planned(life, on).iter().map(say).collect()
    }

    const FIRST: &str = r#""cadence": "once", "lead": 2"#;
    const SECOND: &str = r#""cadence": "once", "lead": 3, "after": ["1.1"]"#;
    const LAST: &str = r#""cadence": "once", "due": "2022-03-25", "after": ["1.2"]"#;

    #[test]
    fn a_chain_is_planned_back_from_its_last_day() {
        let life = Life::of_items(&[FIRST, SECOND, LAST], "2022-03-14");
        assert_eq!(
            says(&life, "2022-03-14"),
            [
                "1.1: 03-18 - 03-21 (03-15) in time",
                "1.2: 03-22 - 03-24 (03-18) in time",
                "1.3: 03-25 - 03-25 (03-21) in time",
            ]
        );
        assert_eq!(
            says(&life, "2022-03-18"),
            [
                "1.1: 03-18 - 03-21 (03-21) start now",
                "1.2: 03-22 - 03-24 (03-24) in time",
                "1.3: 03-25 - 03-25 (03-25) in time",
            ]
        );
    }

    #[test]
    fn a_chain_that_can_no_longer_be_met_says_what_it_waits_for() {
        let life = Life::of_items(&[FIRST, SECOND, LAST], "2022-03-14");
        assert_eq!(
            says(&life, "2022-03-21"),
            [
                "1.1: 03-18 - 03-21 (03-22) needs 2 of 1",
                "1.2: 03-22 - 03-24 (03-25) waits for 1.1 until 03-22",
                "1.3: 03-25 - 03-25 (03-28) waits for 1.2 until 03-25",
            ]
        );
        assert_eq!(
            says(&life, "2022-03-28").last().map(String::as_str),
            Some("1.3: 03-25 - 03-25 (04-02) past")
        );
    }

    #[test]
    fn what_is_done_waived_or_without_a_last_day_is_not_in_the_way() {
        let items = [
            FIRST,
            SECOND,
            LAST,
            r#""cadence": "once""#,
            r#""cadence": "weekly""#,
        ];
        let life = Life::of_items(&items, "2022-03-14").done("once", "2022-03-14");
        let reason = "x".to_owned();
        let waived = Entry::ItemWaived {
            reason,
            from: day("2022-03-15"),
        };
        let life = life.record_of("1.2", None, waived, "2022-03-15");
        assert_eq!(
            says(&life, "2022-03-16"),
            ["1.3: 03-25 - 03-25 (03-16) in time"]
        );
    }

    #[test]
    fn an_own_last_day_counts_where_it_is_the_earlier() {
        let early = r#""cadence": "once", "due": "2022-03-16", "lead": 2"#;
        let life = Life::of_items(
            &[
                early,
                r#""cadence": "once", "due": "2022-03-25", "after": ["1.1"]"#,
            ],
            "2022-03-14",
        );
        assert_eq!(
            says(&life, "2022-03-15").first().map(String::as_str),
            Some("1.1: 03-15 - 03-16 (03-16) start now")
        );
    }

    #[test]
    fn holidays_are_no_days_to_work() {
        // Saturday 2 April 2022 is worked; the 3rd to the 5th are off.
        let item = r#""cadence": "once", "due": "2022-04-05", "lead": 3"#;
        let life = Life::of(item, "2022-03-14");
        assert_eq!(
            says(&life, "2022-03-30"),
            ["1.1: 03-31 - 04-02 (04-01) in time"]
        );
        let after = r#""cadence": "once", "due": "2022-04-06", "after": ["1.1"]"#;
        let life = Life::of_items(&[r#""cadence": "once""#, after], "2022-03-14");
        assert_eq!(
            says(&life, "2022-04-03"),
            [
                "1.1: 04-02 - 04-02 (04-06) needs 1 of 0",
                "1.2: 04-06 - 04-06 (04-07) waits for 1.1 until 04-06",
            ]
        );
    }

    #[test]
    fn a_moved_anchor_moves_the_plan_and_keeps_the_first_day() {
        let item = r#""cadence": "once", "due": "reopening - 1 school day", "lead": 2"#;
        let set = |on: &str| Entry::AnchorSet {
            anchor: "reopening".into(),
            on: day(on),
            profile: false,
            reason: None,
        };
        let life = Life::of(item, "2022-03-14")
            .of_school(set("2022-03-22"), "2022-03-14")
            .of_school(set("2022-03-29"), "2022-03-15");
        let plan = planned(&life, "2022-03-16").pop().expect("a plan");
        assert_eq!(plan.latest_start, day("2022-03-25"));
        assert_eq!(plan.due, Some(day("2022-03-28")));
        assert_eq!(plan.first_due, Some(day("2022-03-21")));
    }

    #[test]
    fn what_is_done_for_an_event_waits_for_what_is_done_for_the_same_one() {
        let prepare = r#""cadence": {"each": "exam"}, "due": "event - 1 school day", "lead": 2"#;
        let hold = r#""cadence": {"each": "exam"}, "after": ["1.1"]"#;
        let second = Entry::EventOpened {
            event: "e2".into(),
            kind: "exam".into(),
            name: "x".into(),
            on: day("2022-05-12"),
        };
        let life = Life::of_items(&[prepare, hold], "2022-03-01")
            .event("2022-04-21")
            .record(None, second, "2022-03-01");
        assert_eq!(
            says(&life, "2022-04-18"),
            [
                "1.1: 04-19 - 04-20 (04-19) in time",
                "1.2: 04-21 - 04-21 (04-20) in time",
                "1.1: 05-10 - 05-11 (04-19) in time",
                "1.2: 05-12 - 05-12 (04-20) in time",
            ]
        );
    }

    #[test]
    fn a_circle_does_not_plan_for_ever() {
        let one = r#""cadence": "once", "due": "2022-03-25", "after": ["1.2"]"#;
        let two = r#""cadence": "once", "after": ["1.1"]"#;
        let life = Life::of_items(&[one, two], "2022-03-14");
        assert_eq!(planned(&life, "2022-03-14").len(), 2);
    }

    #[test]
    fn work_that_takes_longer_than_the_calendar_goes_is_too_late() {
        let item = r#""cadence": "once", "due": "2022-03-25", "lead": 4294967295"#;
        let plan = planned(&Life::of(item, "2022-03-14"), "2022-03-14");
        assert_eq!(plan[0].earliest_finish, None);
        assert_eq!(
            plan[0].feasibility,
            Feasibility::TooLate(TooLate::Lead {
                needed: u32::MAX,
                left: 10
            })
        );
    }
}
