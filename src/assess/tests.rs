//! The rules, each as a short life of one school.

use super::life::{Life, day};
use super::*;
use crate::calendar::{Period, Term};
use crate::fact::Entry;
use crate::school::SchoolKind;

const DAILY: &str = r#""cadence": "daily""#;
const WEEKLY: &str = r#""cadence": "weekly""#;
const MONTHLY: &str = r#""cadence": "monthly""#;
const TERMLY: &str = r#""cadence": "termly""#;
const EXAM: &str = r#""cadence": {"each": "exam"}, "due": "event - 1 school day""#;

#[test]
fn a_daily_item_is_due_on_each_school_day_and_overdue_the_day_after() {
    let life = Life::of(DAILY, "2022-03-01").done("2022-03-14", "2022-03-14");
    assert_eq!(life.on("2022-03-14"), "done 1/5 late0 over0 waived0");
    assert_eq!(life.on("2022-03-15"), "due 1/5 late0 over0 waived0");
    assert_eq!(life.on("2022-03-16"), "overdue 1/5 late0 over1 waived0");
    assert_eq!(life.on("2022-03-20"), "overdue 1/5 late0 over4 waived0");
}

#[test]
fn missed_days_do_not_follow_into_the_next_week() {
    let life = Life::of(DAILY, "2022-03-01");
    assert_eq!(life.on("2022-03-21"), "due 0/5 late0 over0 waived0");
}

#[test]
fn a_working_weekend_has_its_daily_item_and_a_holiday_has_none() {
    // Saturday 2 April 2022 is worked; 3 to 5 April are off.
    let life = Life::of(DAILY, "2022-03-01");
    assert_eq!(life.on("2022-03-28"), "due 0/6 late0 over0 waived0");
    assert_eq!(life.on("2022-04-04"), "not-due 0/3 late0 over0 waived0");
}

#[test]
fn an_item_adopted_mid_week_counts_from_that_day() {
    assert_eq!(
        Life::of(DAILY, "2022-03-16").on("2022-03-18"),
        "overdue 0/3 late0 over2 waived0"
    );
    assert_eq!(
        Life::of(WEEKLY, "2022-03-16").on("2022-03-18"),
        "due 0/1 late0 over0 waived0"
    );
    assert_eq!(
        Life::of(WEEKLY, "2022-03-19").on("2022-03-19"),
        "not-due 0/0 late0 over0 waived0"
    );
}

#[test]
fn a_checklist_adopted_after_the_fact_takes_late_entries() {
    let life = Life::of(DAILY, "2022-03-14").entered("2022-03-14", "2022-03-14", "2022-03-17");
    let totals = life.judged("2022-W11", "2022-03-17").tally.totals();
    assert_eq!((totals.done, totals.late, totals.late_entered), (1, 0, 1));
}

#[test]
fn nothing_from_before_the_counting_day_is_held_against_the_school() {
    let mut life = Life::of(DAILY, "2022-03-07").done("2022-03-15", "2022-03-15");
    life.adopted[0].adoption.counts_from = Some(day("2022-03-17"));
    assert_eq!(life.on("2022-03-17"), "due 0/2 late0 over0 waived0");
    let assessment = life.judged("2022-W11", "2022-03-17");
    let item = assessment.items().next().expect("an item");
    assert!(
        item.occurrences
            .iter()
            .any(|o| o.is_done() && !o.counted && o.period == Period::Day(day("2022-03-15")))
    );
}

#[test]
fn what_is_done_on_a_sunday_shows_and_does_not_count() {
    let life = Life::of(DAILY, "2022-03-20").done("2022-03-20", "2022-03-20");
    assert_eq!(life.on("2022-03-20"), "done 0/0 late0 over0 waived0");
}

#[test]
fn a_weekly_item_is_due_on_the_last_school_day_of_the_week() {
    let life = Life::of(WEEKLY, "2022-03-01");
    assert_eq!(life.on("2022-03-18"), "due 0/1 late0 over0 waived0");
    assert_eq!(life.on("2022-03-19"), "overdue 0/1 late0 over1 waived0");
    let late = life.done("2022-W11", "2022-03-19");
    assert_eq!(late.on("2022-03-20"), "done 1/1 late1 over0 waived0");
}

#[test]
fn week_53_and_the_days_around_new_year_belong_to_their_iso_week() {
    let life = Life::of(WEEKLY, "2020-09-01").done("2020-W53", "2021-01-01");
    assert_eq!(
        life.says("2020-W53", "2021-01-03"),
        "done 1/1 late1 over0 waived0"
    );
    // 1 January is a holiday: the last school day of the week is Thursday 31 December.
    assert_eq!(life.on("2021-01-04"), "due 0/1 late0 over0 waived0");
}

#[test]
fn a_monthly_item_is_due_on_the_last_school_day_also_on_29_february() {
    let life = Life::of(MONTHLY, "2024-02-01");
    let due = |on| life.judged(&Week::of(day(on)).to_string(), on);
    let of = |assessment: &Assessment| assessment.items().next().and_then(|i| i.due);
    assert_eq!(of(&due("2024-02-20")), Some(day("2024-02-29")));
    assert_eq!(due("2024-02-20").tally.totals().required, 0);
    assert_eq!(due("2024-02-29").tally.totals().required, 1);
    assert_eq!(life.on("2024-03-01"), "overdue 0/1 late0 over1 waived0");
    assert_eq!(life.on("2024-03-05"), "due 0/0 late0 over0 waived0");
}

#[test]
fn a_month_without_school_days_asks_for_nothing() {
    let life = Life::of(MONTHLY, "2022-03-01");
    assert_eq!(life.on("2022-08-10"), "not-due 0/0 late0 over0 waived0");
}

#[test]
fn a_termly_item_runs_over_new_year_and_is_carried_until_the_next_term() {
    let life = Life::of(TERMLY, "2022-09-01");
    assert_eq!(life.on("2022-12-30"), "due 0/0 late0 over0 waived0");
    assert_eq!(life.on("2023-01-20"), "due 0/1 late0 over0 waived0");
    assert_eq!(life.on("2023-02-08"), "overdue 0/1 late0 over1 waived0");
    assert_eq!(life.on("2023-02-22"), "due 0/0 late0 over0 waived0");
    let done = life.done("2022-autumn", "2023-02-08");
    assert_eq!(done.on("2023-02-09"), "done 1/1 late1 over0 waived0");
}

#[test]
fn a_termly_date_that_had_passed_at_adoption_leaves_the_rest_of_the_term() {
    let item = r#""cadence": "termly", "due": "term-start + 10 school days""#;
    let due = |since: &str| {
        let life = Life::of(item, since);
        let assessment = life.judged("2022-W11", "2022-03-16");
        assessment.items().next().and_then(|i| i.due)
    };
    assert_eq!(due("2022-02-15"), Some(day("2022-03-01")));
    assert_eq!(due("2022-03-14"), Some(day("2022-07-05")));
}

#[test]
fn a_once_item_is_counted_from_its_anchor_and_carried_until_done() {
    let item = r#""cadence": "once", "due": "adopted + 3 school days""#;
    let life = Life::of(item, "2022-03-14");
    assert_eq!(life.on("2022-03-17"), "due 0/1 late0 over0 waived0");
    assert_eq!(life.on("2022-03-18"), "overdue 0/1 late0 over1 waived0");
    assert_eq!(life.on("2022-05-09"), "overdue 0/1 late0 over1 waived0");
    let done = life.done("once", "2022-05-10");
    assert_eq!(done.on("2022-05-11"), "done 1/1 late1 over0 waived0");
    assert_eq!(done.on("2022-05-18"), "done 0/0 late0 over0 waived0");
}

#[test]
fn a_once_item_without_a_date_is_open_and_never_overdue() {
    let life = Life::of(r#""cadence": "once""#, "2022-03-14");
    assert_eq!(life.on("2023-03-14"), "due 0/1 late0 over0 waived0");
    let past = Life::of(r#""cadence": "once", "due": "2020-05-31""#, "2022-03-14");
    assert_eq!(past.on("2022-03-16"), "due 0/1 late0 over0 waived0");
}

#[test]
fn an_unknown_anchor_is_said_and_sets_no_date() {
    let life = Life::of(
        r#""cadence": "once", "due": "reopening - 7 school days""#,
        "2022-03-14",
    );
    let caveats = life.judged("2022-W11", "2022-03-16").caveats;
    assert_eq!(
        caveats,
        [Caveat::AnchorUnset {
            anchor: "reopening".into(),
            items: 1
        }]
    );
}

#[test]
fn a_moved_date_keeps_the_first_one() {
    let item = r#""cadence": "once", "due": "2022-03-18""#;
    let entry = Entry::ItemAssigned {
        to: "李老师".into(),
        helpers: vec![],
        due: Some(day("2022-03-25")),
    };
    let life = Life::of(item, "2022-03-14").record(None, entry, "2022-03-17");
    let assessment = life.judged("2022-W12", "2022-03-22");
    let occurrence = &assessment.items().next().expect("an item").occurrences[0];
    assert_eq!(occurrence.due, Some(day("2022-03-25")));
    assert_eq!(occurrence.first_due, Some(day("2022-03-18")));
}

#[test]
fn an_event_calls_for_its_items_before_its_day() {
    let life = Life::of(EXAM, "2022-03-01");
    assert_eq!(life.on("2022-04-20"), "not-due 0/0 late0 over0 waived0");
    let life = life.event("2022-04-21");
    assert_eq!(life.on("2022-04-20"), "due 0/1 late0 over0 waived0");
    assert_eq!(life.on("2022-04-21"), "overdue 0/1 late0 over1 waived0");
    let done = life.done("event-e1", "2022-04-20");
    assert_eq!(done.on("2022-04-22"), "done 1/1 late0 over0 waived0");
}

#[test]
fn an_event_called_off_calls_for_nothing_more() {
    let close = Entry::EventClosed {
        event: "e1".into(),
        on: day("2022-04-18"),
    };
    let life = Life::of(EXAM, "2022-03-01")
        .event("2022-04-21")
        .record(None, close, "2022-04-18");
    assert_eq!(life.on("2022-04-21"), "not-due 0/0 late0 over0 waived0");
}

#[test]
fn a_waiver_takes_the_weeks_open_occurrences_out_and_keeps_what_was_done() {
    let life = Life::of(DAILY, "2022-03-01")
        .done("2022-03-14", "2022-03-14")
        .waived("2022-03-16");
    assert_eq!(life.on("2022-03-18"), "waived 1/1 late0 over0 waived4");
    assert_eq!(
        life.says("2022-W10", "2022-03-18"),
        "overdue 0/5 late0 over5 waived0"
    );
    let lifted = life.record(
        None,
        Entry::WaiverLifted {
            from: day("2022-03-18"),
        },
        "2022-03-18",
    );
    assert_eq!(lifted.on("2022-03-18"), "due 1/2 late0 over0 waived3");
}

#[test]
fn a_waiver_ends_what_was_carried() {
    let item = r#""cadence": "once", "due": "2022-03-10""#;
    let life = Life::of(item, "2022-03-01").waived("2022-03-16");
    assert_eq!(life.on("2022-03-17"), "waived 0/0 late0 over0 waived1");
    assert_eq!(
        life.says("2022-W10", "2022-03-17"),
        "overdue 0/1 late0 over1 waived0"
    );
}

#[test]
fn a_number_below_its_target_is_partly_done_and_at_it_done() {
    let item = r#""cadence": "weekly", "measure": {"unit": "人"}"#;
    let measured = |value, of| Entry::ItemMeasured {
        value,
        of,
        rate: None,
        on: day("2022-03-16"),
    };
    let life = Life::of(item, "2022-03-01").record(
        Some("2022-W11"),
        measured(3891, Some(5494)),
        "2022-03-16",
    );
    assert_eq!(life.on("2022-03-16"), "partial 0/1 late0 over0 waived0");
    let full = life.record(Some("2022-W11"), measured(5494, Some(5494)), "2022-03-16");
    assert_eq!(full.on("2022-03-16"), "done 1/1 late0 over0 waived0");
}

#[test]
fn weights_have_a_rate_of_their_own_beside_the_pooled_one() {
    let mut life = Life::of(DAILY, "2022-03-01").done("2022-03-14", "2022-03-14");
    let checklist = Arc::make_mut(&mut life.adopted[0].checklist);
    let mut heavy = checklist.requirements[0].items[0].clone();
    heavy.id = "1.2".parse().expect("an id");
    heavy.weight = 3;
    checklist.requirements[0].items.push(heavy);
    let totals = life.judged("2022-W11", "2022-03-14").tally.totals();
    assert_eq!(totals.percent, Some(10.0));
    assert_eq!(totals.weighted_percent, Some(5.0));
}

#[test]
fn a_school_sees_its_own_duties_and_a_bureau_its_own() {
    let mut life = Life::of(r#""cadence": "daily", "duty": "bureau""#, "2022-03-01");
    assert_eq!(life.judged("2022-W11", "2022-03-16").items().count(), 0);
    life.school.kind = SchoolKind::Bureau;
    assert_eq!(life.judged("2022-W11", "2022-03-16").items().count(), 1);
}

#[test]
fn terms_that_have_run_out_are_said() {
    let mut life = Life::of(DAILY, "2022-03-01");
    life.school.terms = vec![Term {
        from: day("2022-02-14"),
        to: day("2022-07-01"),
    }];
    let caveats = life.judged("2022-W37", "2022-09-14").caveats;
    assert_eq!(
        caveats,
        [Caveat::TermsEnded {
            on: day("2022-07-01")
        }]
    );
}
