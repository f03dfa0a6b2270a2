//! The rules, each as a short life of one school.

use super::life::{Life, day};
use super::*;
use crate::calendar::{Period, Term};
use crate::fact::{Concern, Decision, Entry, FindingSource};
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

/// The occurrences of item `1.1` in that week as of `on`: period, last day, first last day, state.
fn occurrences(life: &Life, week: &str, on: &str) -> Vec<String> {
    let assessment = life.judged(week, on);
    let item = assessment.items().next().expect("an item");
    let say = |o: &Occurrence| {
        let day = |day: Option<NaiveDate>| day.map_or("-".into(), |day| day.to_string());
        let state = match o.state {
            OccurrenceState::Done { late, .. } if late => "late".into(),
            OccurrenceState::Done { .. } => "done".into(),
            state => format!("{state:?}").to_lowercase(),
        };
        let counted = if o.counted { "counted" } else { "not counted" };
        let (due, first) = (day(o.due), day(o.first_due));
        format!("{} due {due} first {first} {state} {counted}", o.period)
    };
    item.occurrences.iter().map(say).collect()
}

fn postponed(life: Life, period: &str, to: &str, recorded: &str) -> Life {
    let entry = Entry::ItemPostponed {
        to: day(to),
        reason: "停水".into(),
    };
    life.record(Some(period), entry, recorded)
}

#[test]
fn a_week_that_is_postponed_counts_in_the_week_of_its_new_last_day() {
    let life = Life::of(WEEKLY, "2022-03-01");
    let life = postponed(life, "2022-W11", "2022-03-23", "2022-03-18");
    let moved = "2022-W11 due 2022-03-23 first 2022-03-18";
    let next = "2022-W12 due 2022-03-25 first - open counted";
    assert_eq!(
        occurrences(&life, "2022-W11", "2022-03-18"),
        [format!("{moved} open not counted")]
    );
    assert_eq!(
        occurrences(&life, "2022-W12", "2022-03-22"),
        [next.to_owned(), format!("{moved} open counted")]
    );
    assert_eq!(
        occurrences(&life, "2022-W12", "2022-03-24"),
        [next.to_owned(), format!("{moved} overdue counted")]
    );
    assert_eq!(
        life.says("2022-W11", "2022-03-24"),
        "overdue 0/0 late0 over0 waived0"
    );
    let done = life.done("2022-W11", "2022-03-22");
    assert_eq!(done.on("2022-03-24"), "due 1/2 late0 over0 waived0");
    assert_eq!(done.on("2022-03-30"), "due 0/1 late0 over0 waived0");
}

#[test]
fn a_month_that_is_postponed_keeps_its_first_last_day() {
    let life = Life::of(MONTHLY, "2022-03-01");
    let life = postponed(life, "2022-03", "2022-04-08", "2022-03-30");
    let life = postponed(life, "2022-03", "2022-04-12", "2022-04-07");
    assert_eq!(
        occurrences(&life, "2022-W15", "2022-04-11"),
        [
            "2022-04 due 2022-04-29 first - open not counted",
            "2022-03 due 2022-04-12 first 2022-03-31 open counted",
        ]
    );
}

fn anchored(life: Life, anchor: &str, on: &str, recorded: &str) -> Life {
    let entry = Entry::AnchorSet {
        anchor: anchor.into(),
        on: day(on),
        profile: false,
        reason: None,
    };
    life.of_school(entry, recorded)
}

#[test]
fn a_moved_anchor_moves_what_is_unfinished_and_not_what_was_done() {
    let item = r#""cadence": "once", "due": "reopening - 7 days""#;
    let life = anchored(
        Life::of(item, "2022-03-01"),
        "reopening",
        "2022-03-23",
        "2022-03-02",
    );
    let moved = |life: Life| anchored(life, "reopening", "2022-03-30", "2022-03-17");
    let open = moved(life);
    assert_eq!(
        occurrences(&open, "2022-W12", "2022-03-22"),
        ["once due 2022-03-23 first 2022-03-16 open counted"]
    );
    assert_eq!(
        open.says("2022-W11", "2022-03-22"),
        "due 0/0 late0 over0 waived0"
    );
    let life = anchored(
        Life::of(item, "2022-03-01"),
        "reopening",
        "2022-03-23",
        "2022-03-02",
    );
    let done = moved(life.done("once", "2022-03-17"));
    assert_eq!(
        occurrences(&done, "2022-W11", "2022-03-22"),
        ["once due 2022-03-16 first - late counted"]
    );
    assert_eq!(done.on("2022-03-22"), "done 0/0 late0 over0 waived0");
}

#[test]
fn what_is_done_after_an_anchor_moved_is_held_to_where_it_moved() {
    let item = r#""cadence": "once", "due": "reopening - 7 days""#;
    let life = anchored(
        Life::of(item, "2022-03-01"),
        "reopening",
        "2022-03-23",
        "2022-03-02",
    );
    let life = anchored(life, "reopening", "2022-03-30", "2022-03-17").done("once", "2022-03-18");
    let life = anchored(life, "reopening", "2022-03-10", "2022-03-19");
    assert_eq!(
        occurrences(&life, "2022-W12", "2022-03-22"),
        ["once due 2022-03-23 first 2022-03-16 done counted"]
    );
}

#[test]
fn an_anchor_of_the_profile_counts_until_the_record_knows_another() {
    let item = r#""cadence": "once", "due": "reopening""#;
    let mut life = Life::of(item, "2022-03-01");
    life.school
        .anchors
        .insert("reopening".into(), day("2022-03-16"));
    let of = |life: &Life| occurrences(life, "2022-W11", "2022-03-15");
    assert_eq!(of(&life), ["once due 2022-03-16 first - open counted"]);
    let life = anchored(life, "reopening", "2022-03-18", "2022-03-15");
    assert_eq!(of(&life), ["once due 2022-03-18 first - open counted"]);
}

#[test]
fn a_moved_start_of_term_moves_what_is_counted_from_it() {
    let item = r#""cadence": "termly", "due": "term-start + 10 school days""#;
    let term = |from: &str| Term {
        from: day(from),
        to: day("2022-07-01"),
    };
    let mut life = Life::of(item, "2022-02-01");
    life.school.terms = vec![term("2022-02-28")];
    let name = term_anchor(&life.school.terms[0]);
    let life = anchored(life, &name, "2022-02-14", "2022-02-02");
    let done = life.clone().done("2022-spring", "2022-02-09");
    let done = anchored(done, &name, "2022-02-28", "2022-02-10");
    assert_eq!(
        occurrences(&done, "2022-W09", "2022-03-10"),
        ["2022-spring due 2022-02-28 first - done counted"]
    );
    let life = anchored(life, &name, "2022-02-28", "2022-02-10");
    assert_eq!(
        occurrences(&life, "2022-W10", "2022-03-10"),
        ["2022-spring due 2022-03-14 first 2022-02-28 open not counted"]
    );
}

#[test]
fn a_last_day_that_was_set_for_one_term_is_not_held_against_another() {
    let entry = Entry::ItemAssigned {
        to: "李老师".into(),
        helpers: vec![],
        due: Some(day("2022-04-20")),
    };
    let life = Life::of(TERMLY, "2022-03-01").record(None, entry, "2022-03-17");
    assert_eq!(
        occurrences(&life, "2022-W14", "2022-04-08"),
        ["2022-spring due 2022-04-20 first 2022-07-05 open not counted"]
    );
    assert_eq!(life.on("2022-09-14"), "due 0/0 late0 over0 waived0");
}

#[test]
fn an_undone_waiver_leaves_the_one_before_it_as_it_was() {
    let lifted = |life: Life, from: &str| life.record(None, lift(from), from);
    let life = lifted(
        Life::of(WEEKLY, "2022-03-01").waived("2022-03-01"),
        "2022-03-07",
    );
    let life = lifted(life.waived("2022-03-14"), "2022-03-21");
    assert_eq!(
        life.says("2022-W10", "2022-03-22"),
        "overdue 0/1 late0 over1 waived0"
    );
    let revoked = Entry::Revoked {
        action: life.facts[2].action.clone(),
    };
    let life = life.of_school(revoked, "2022-03-22");
    assert_eq!(
        life.says("2022-W10", "2022-03-22"),
        "overdue 0/1 late0 over1 waived0"
    );
    assert_eq!(
        life.says("2022-W11", "2022-03-22"),
        "overdue 0/1 late0 over1 waived0"
    );
}

fn lift(from: &str) -> Entry {
    Entry::WaiverLifted { from: day(from) }
}

/// A finding on the week of 2022-03-14, raised on `on`, with the limit `due`.
fn found(life: Life, on: &str, due: &str) -> Life {
    found_on(life, Some("2022-W11"), on, due)
}

fn found_on(life: Life, period: Option<&str>, on: &str, due: &str) -> Life {
    let entry = Entry::FindingRaised {
        finding: finding(),
        source: FindingSource::SelfCheck,
        text: "无签名".into(),
        cause: None,
        action: None,
        owner: "李老师".into(),
        due: day(due),
        on: day(on),
    };
    life.record(period, entry, on)
}

fn finding() -> FindingId {
    FindingId("F1".into())
}

#[test]
fn while_a_finding_is_open_what_was_ticked_is_not_done() {
    let life = Life::of(WEEKLY, "2022-03-01").done("2022-W11", "2022-03-15");
    assert_eq!(life.on("2022-03-16"), "done 1/1 late0 over0 waived0");
    let life = found(life, "2022-03-16", "2022-03-17");
    assert_eq!(life.on("2022-03-17"), "partial 0/1 late0 over0 waived0");
    assert_eq!(life.on("2022-03-18"), "overdue 0/1 late0 over1 waived0");
    let assessment = life.judged("2022-W11", "2022-03-18");
    let item = assessment.items().next().expect("an item");
    assert_eq!(item.findings, [finding()]);
    let fixed = Entry::FindingFixed {
        finding: finding(),
        fixer: "陈静".into(),
        on: day("2022-03-18"),
    };
    let life = life.record(None, fixed, "2022-03-18");
    assert_eq!(life.on("2022-03-18"), "overdue 0/1 late0 over1 waived0");
    let life = life.closed(&finding(), "2022-03-18");
    assert_eq!(life.on("2022-03-18"), "done 1/1 late0 over0 waived0");
}

#[test]
fn a_finding_of_one_week_leaves_the_next_weeks_occurrence_done_and_the_item_not() {
    let life = Life::of(WEEKLY, "2022-03-01")
        .done("2022-W11", "2022-03-15")
        .done("2022-W12", "2022-03-22");
    let life = found(life, "2022-03-22", "2022-03-25");
    assert_eq!(life.on("2022-03-23"), "partial 1/1 late0 over0 waived0");
    assert_eq!(
        life.says("2022-W11", "2022-03-23"),
        "partial 0/1 late0 over0 waived0"
    );
    assert_eq!(life.on("2022-03-26"), "overdue 1/1 late0 over0 waived0");
}

#[test]
fn a_finding_is_not_held_against_the_weeks_before_it() {
    let life = Life::of(WEEKLY, "2022-03-14").done("2022-W11", "2022-03-15");
    let life = found_on(life, None, "2022-03-22", "2022-03-23");
    let earlier = life.judged("2022-W11", "2022-03-25");
    let earlier = earlier.items().next().expect("an item");
    assert_eq!((earlier.status, earlier.findings.len()), (Status::Done, 0));
    assert_eq!(life.on("2022-03-22"), "partial 0/1 late0 over0 waived0");
}

#[test]
fn the_first_date_is_kept_where_only_the_school_has_set_one() {
    let assigned = |due: Option<&str>| Entry::ItemAssigned {
        to: "李老师".into(),
        helpers: vec![],
        due: due.map(day),
    };
    let postponed = |to: &str| Entry::ItemPostponed {
        to: day(to),
        reason: "等设备".into(),
    };
    let dates = |life: &Life, week: &str, on: &str| {
        let judged = life.judged(week, on);
        let item = judged.items().next().expect("an item");
        let o = &item.occurrences[0];
        (o.due, o.first_due)
    };
    let days = |due: &str, first: &str| (Some(day(due)), Some(day(first)));
    let life = Life::of(r#""cadence": "once""#, "2022-03-14");
    let life = life.record(None, assigned(Some("2022-03-25")), "2022-03-15");
    let twice = life
        .record(Some("once"), postponed("2022-04-01"), "2022-03-16")
        .record(Some("once"), postponed("2022-04-08"), "2022-03-17");
    let expected = days("2022-04-08", "2022-03-25");
    assert_eq!(dates(&twice, "2022-W11", "2022-03-18"), expected);
    // A day set for another term is not meant for this one.
    let life = Life::of(r#""cadence": "termly""#, "2022-03-14")
        .record(Some("2022-spring"), postponed("2022-06-01"), "2022-03-16")
        .record(None, assigned(Some("2022-11-01")), "2022-03-17");
    let (due, _) = dates(&life, "2022-W11", "2022-03-18");
    assert_eq!(due, Some(day("2022-06-01")));
}

#[test]
fn what_the_review_found_partly_done_is_partial_until_it_decides_otherwise() {
    let reviewed = |life: Life, decision, on: &str| {
        let entry = Entry::Reviewed {
            week: "2022-W11".parse().expect("a week"),
            concern: Concern::NotDone,
            decision,
            finding: None,
            note: None,
        };
        life.record(Some("2022-W11"), entry, on)
    };
    let life = reviewed(
        Life::of(WEEKLY, "2022-03-01"),
        Decision::Partly,
        "2022-03-17",
    );
    assert_eq!(life.on("2022-03-17"), "partial 0/1 late0 over0 waived0");
    assert_eq!(life.on("2022-03-19"), "overdue 0/1 late0 over1 waived0");
    let life = reviewed(life, Decision::Skipped, "2022-03-17");
    assert_eq!(life.on("2022-03-17"), "partial 0/1 late0 over0 waived0");
    let kept = reviewed(life, Decision::Kept, "2022-03-17");
    assert_eq!(kept.on("2022-03-17"), "due 0/1 late0 over0 waived0");
    let done = kept.done("2022-W11", "2022-03-18");
    assert_eq!(done.on("2022-03-18"), "done 1/1 late0 over0 waived0");
}

#[test]
fn an_item_that_an_upgrade_added_is_not_required_before_it() {
    let upgrade = |added: &str| Entry::ChecklistUpgraded {
        checklist: "c".parse().expect("an id"),
        version: 2,
        from: 1,
        digest: "sha256:01".into(),
        changed: vec![],
        added: vec![added.parse().expect("an id")],
        removed: vec![],
        on: day("2022-03-16"),
    };
    let added = Life::of(DAILY, "2022-03-01").of_school(upgrade("1.1"), "2022-03-16");
    assert_eq!(added.on("2022-03-18"), "overdue 0/3 late0 over2 waived0");
    assert_eq!(
        added.says("2022-W10", "2022-03-18"),
        "not-due 0/0 late0 over0 waived0"
    );
    let other = Life::of(DAILY, "2022-03-01").of_school(upgrade("1.9"), "2022-03-16");
    assert_eq!(other.on("2022-03-18"), "overdue 0/5 late0 over4 waived0");
    let once = r#""cadence": "once", "due": "adopted + 2 school days""#;
    let once = Life::of(once, "2022-03-01").of_school(upgrade("1.1"), "2022-03-16");
    assert_eq!(
        occurrences(&once, "2022-W11", "2022-03-17"),
        ["once due 2022-03-18 first - open counted"]
    );
}

#[test]
fn the_strip_knows_what_was_postponed_added_late_or_held_up_by_a_finding() {
    let life = Life::of(WEEKLY, "2022-03-07").done("2022-W11", "2022-03-15");
    let life = found(life, "2022-03-16", "2022-03-30");
    let life = postponed(life, "2022-W10", "2022-03-24", "2022-03-11");
    let marks = life.ask("2022-03-22", |premises| {
        let index = premises.items().next().expect("an item");
        let cells = strip(premises, index, NaiveDate::MIN, day("2022-03-22"));
        cells
            .iter()
            .rev()
            .take(4)
            .map(|cell| cell.mark)
            .collect::<Vec<_>>()
    });
    assert_eq!(marks, [Mark::Open, Mark::Open, Mark::Open, Mark::Nothing]);
}

#[test]
fn the_strip_shows_no_day_whose_ticks_are_not_at_hand() {
    let life = Life::of(DAILY, "2022-03-07").done("2022-03-15", "2022-03-15");
    let cells = life.ask("2022-03-16", |premises| {
        let index = premises.items().next().expect("an item");
        strip(premises, index, day("2022-03-14"), day("2022-03-16"))
    });
    let shown = cells
        .iter()
        .map(|cell| (cell.period.to_string(), cell.mark));
    let expected = [
        ("2022-03-14".to_owned(), Mark::Missed),
        ("2022-03-15".to_owned(), Mark::Done),
        ("2022-03-16".to_owned(), Mark::Open),
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}
