//! Tests that what stands is what the facts add up to, whatever was undone and redone.

use super::samples::{Place, all, append, day, done, revoke};
use super::{NewFact, Record};
use crate::fact::{ActionId, Entry, Fact, History, redo_target, undo_target};
use chrono::NaiveDate;
use proptest::prelude::*;

/// What a user may do next.
#[derive(Debug, Clone)]
enum Step {
    Append(Vec<(u8, u8)>),
    Undo,
    Redo,
    /// Revokes any earlier action, revocations among them.
    Revoke(prop::sample::Index),
    /// Revokes an action and does something in one stroke.
    Replace(prop::sample::Index),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => prop::collection::vec((0_u8..4, 0_u8..6), 1..4).prop_map(Step::Append),
        2 => Just(Step::Undo),
        2 => Just(Step::Redo),
        2 => any::<prop::sample::Index>().prop_map(Step::Revoke),
        1 => any::<prop::sample::Index>().prop_map(Step::Replace),
    ]
}

const PERIODS: [&str; 6] = [
    "2022-03-14",
    "2022-03-15",
    "2022-W11",
    "2022-03",
    "2022-spring",
    "once",
];

fn new(item: u8, period: u8) -> NewFact {
    done(&format!("{}.1", item / 2 + 1), PERIODS[usize::from(period)])
}

/// The facts of a step; none where it cannot be taken.
fn facts_of(step: &Step, facts: &[Fact]) -> Vec<NewFact> {
    let any =
        |index: &prop::sample::Index| (!facts.is_empty()).then(|| index.get(facts).action.clone());
    let revoked = |action: Option<ActionId>| action.iter().map(revoke).collect::<Vec<_>>();
    match step {
        Step::Append(list) => list
            .iter()
            .map(|(item, period)| match item % 4 {
                3 => NewFact {
                    entry: Entry::ItemReopened { reason: None },
                    ..new(*item, *period)
                },
                _ => new(*item, *period),
            })
            .collect(),
        Step::Undo => revoked(undo_target(facts)),
        Step::Redo => revoked(redo_target(facts)),
        Step::Revoke(index) => revoked(any(index)),
        Step::Replace(index) => [revoked(any(index)), vec![new(0, 0)]].concat(),
    }
}

/// The derived tables, row by row.
fn derived(record: &Record) -> Vec<String> {
    let sql = "SELECT quote(seq) || quote(until) || quote(revokes) || quote(stands) FROM standing
               UNION ALL SELECT quote(at) || quote(hash) FROM node";
    let mut statement = record.connection.prepare(sql).expect("sql");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_stands_is_what_the_facts_add_up_to(steps in prop::collection::vec(step(), 1..14)) {
        let place = Place::new();
        let mut record = place.open();
        // Durability is tested elsewhere.
        record.connection.pragma_update(None, "synchronous", "OFF").expect("a setting");
        let mut facts = Vec::new();
        for step in &steps {
            facts.extend(append(&mut record, &facts_of(step, &facts)));
        }
        prop_assert_eq!(&all(&record), &facts);
        let standing = record.standing(NaiveDate::MIN).expect("standing");
        let end = day("2022-12-31");
        prop_assert_eq!(History::of(&standing, end), History::of(&facts, end));
        prop_assert!(standing.iter().all(|fact| fact.entry.kind() != "revoked"));
        for len in 0..=facts.len() {
            let then = record.standing_at(NaiveDate::MIN, len as u64).expect("the past");
            prop_assert_eq!(History::of(&then, end), History::of(&facts[..len], end));
        }
        let before = derived(&record);
        record.rebuild().expect("rebuilt");
        prop_assert_eq!(derived(&record), before);
        prop_assert_eq!(record.verify().expect("verify").fault, None);
    }
}

#[test]
fn what_no_longer_matters_is_not_read() {
    let place = Place::new();
    let mut record = place.open();
    append(
        &mut record,
        &[
            done("1.1", "2022-03-14"),
            done("1.2", "once"),
            done("1.3", "2022-W11"),
        ],
    );
    let periods = |since: &str| -> Vec<String> {
        let facts = record.standing(day(since)).expect("standing");
        let period = |fact: Fact| {
            fact.subject
                .and_then(|s| s.period)
                .expect("a period")
                .to_string()
        };
        facts.into_iter().map(period).collect()
    };
    assert_eq!(periods("2022-03-14"), ["2022-03-14", "once", "2022-W11"]);
    assert_eq!(periods("2022-03-15"), ["once", "2022-W11"]);
    assert_eq!(periods("2022-06-12"), ["once", "2022-W11"]);
    assert_eq!(periods("2022-06-13"), ["once"]);
    let facts = record.standing(NaiveDate::MAX).expect("standing");
    assert_eq!(facts.len(), 1);
}

#[test]
fn a_record_of_the_first_version_is_brought_up_to_date() {
    let place = Place::new();
    let mut record = place.open();
    let reopened = NewFact {
        entry: Entry::ItemReopened { reason: None },
        ..done("1.1", "2022-03-14")
    };
    append(
        &mut record,
        &[
            done("1.1", "2022-03-14"),
            reopened,
            done("1.2", "once"),
            done("1.3", "2022-W11"),
            done("1.3", "2022-03"),
        ],
    );
    let before = derived(&record);
    // There a tick of a day mattered for four weeks.
    let first = "UPDATE standing SET until = '2022-04-11' WHERE seq <= 2; PRAGMA user_version = 1;";
    record.connection.execute_batch(first).expect("sql");
    assert!(record.verify().expect("verify").fault.is_some());
    drop(record);
    let record = place.open();
    assert_eq!(derived(&record), before);
    assert_eq!(record.verify().expect("verify").fault, None);
}

#[test]
fn reading_what_stands_walks_through_no_table() {
    let place = Place::new();
    let record = place.open();
    let sql = format!("EXPLAIN QUERY PLAN SELECT * {}", super::standing::QUERY);
    let mut statement = record.connection.prepare(&sql).expect("sql");
    let plan = statement
        .query_map(["2022-03-14"], |row| row.get::<_, String>(3))
        .expect("a plan");
    let plan: Vec<String> = plan.map(|line| line.expect("a line")).collect();
    let all = plan.join("\n");
    assert!(
        plan.iter()
            .all(|line| !line.starts_with("SCAN") && !line.contains("TEMP")),
        "{all}"
    );
    assert!(
        all.contains("USING COVERING INDEX standing_until (until>?)"),
        "{all}"
    );
}

#[test]
fn the_facts_of_a_day_are_counted_by_the_day_they_were_recorded() {
    let place = Place::new();
    let mut record = place.open();
    for (len, moment) in [
        "2022-03-14T08:00:00+08:00",
        "2022-03-14T23:59:59+08:00",
        "2022-03-16T00:00:01+08:00",
    ]
    .into_iter()
    .enumerate()
    {
        let moment = moment.parse().expect("a moment");
        let new = [done("1.1", &format!("2022-03-1{}", len + 1))];
        record
            .append(len as u64, moment, "王校长", &new)
            .expect("an append");
    }
    let counted = [
        "2022-03-13",
        "2022-03-14",
        "2022-03-15",
        "2022-03-16",
        "2030-01-01",
    ];
    let counted = counted.map(|on| record.len_on(day(on)).expect("a number"));
    assert_eq!(counted, [0, 2, 2, 3, 3]);
}
