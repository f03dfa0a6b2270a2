use super::*;
use crate::assess::Totals;
use crate::report::{PreviousHead, SchoolHeader};
use crate::rollup::row::{FindingCounts, Signed};
use crate::school::SchoolKind;
use crate::text::Lang;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn week(text: &str) -> Week {
    text.parse().expect("a week")
}

fn today() -> NaiveDate {
    day("2022-04-01")
}

/// The head of that many facts in an honest record.
fn root(facts: u64) -> String {
    format!("sha256:{facts:064x}")
}

fn moment(day: NaiveDate, minute: u64) -> DateTime<FixedOffset> {
    let minutes = chrono::TimeDelta::minutes(i64::try_from(minute).expect("few"));
    (day.and_hms_opt(0, 0, 0).expect("a time") + minutes)
        .and_utc()
        .into()
}

/// A row of week `of`, judged on `on` from so many facts, signed, and carrying on from `before`.
fn row(of: &str, on: &str, facts: u64, before: Option<(&str, u64)>) -> Row {
    let on = day(on);
    Row {
        school: SchoolHeader {
            id: "qingshan".into(),
            name: "青山小学".into(),
            kind: SchoolKind::Primary,
            district: None,
            students: None,
            staff: None,
        },
        week: week(of),
        as_of: on,
        generated_at: moment(on, 0),
        language: Lang::Zh,
        nothing_to_report: false,
        signed: Some(Signed {
            by: "林芳".into(),
            on,
        }),
        signed_first: None,
        totals: Totals::default(),
        checklists: Vec::new(),
        measures: Vec::new(),
        findings: FindingCounts::default(),
        gates_closed: Vec::new(),
        inspections: 0,
        disagreements: 0,
        record: RecordHead {
            writer: "w".into(),
            facts,
            head: root(facts),
            previous: before.map(|(week, facts)| previous(week.parse().expect("a week"), facts)),
        },
    }
}

fn previous(week: Week, facts: u64) -> PreviousHead {
    PreviousHead {
        week,
        facts,
        head: root(facts),
        proof: Vec::new(),
    }
}

fn unsigned(row: Row) -> Row {
    Row {
        signed: None,
        ..row
    }
}

fn enter(heads: &mut Heads, row: &Row) -> Standing {
    let standings = heads.enter([row].into_iter(), &|_| true, today());
    standings.of.into_values().next().expect("a row")
}

/// How the last of some rows stands.
fn last(rows: &[Row]) -> Standing {
    let mut heads = Heads::default();
    let standings = rows.iter().map(|row| enter(&mut heads, row));
    standings.last().expect("a row")
}

fn fault(standing: &Standing) -> Option<BreakFault> {
    match standing {
        Standing::Broken(of) => Some(of.fault),
        _ => None,
    }
}

fn why(standing: &Standing) -> Option<Unproved> {
    match standing {
        Standing::Unproved { why, .. } => Some(*why),
        _ => None,
    }
}

fn tenth() -> Row {
    row("2022-W10", "2022-03-11", 100, None)
}

fn eleventh() -> Row {
    row("2022-W11", "2022-03-18", 150, Some(("2022-W10", 100)))
}

#[test]
fn what_carries_on_from_the_last_head_is_proved_and_the_first_is_not() {
    assert_eq!(why(&last(&[tenth()])), Some(Unproved::First));
    let since = KnownHead::of(&tenth());
    let proved = Standing::Proved { since };
    assert_eq!(last(&[tenth(), eleventh()]), proved);
    // Again, and an old one again.
    let since = KnownHead::of(&eleventh());
    let again = last(&[tenth(), eleventh(), eleventh()]);
    assert_eq!(again, Standing::Proved { since });
    // Seen twice, the first is proved no more than it was.
    let first = last(&[tenth(), eleventh(), tenth()]);
    assert_eq!(why(&first), Some(Unproved::First));
}

#[test]
fn what_was_missed_stays_unproved_until_it_comes() {
    let mut heads = Heads::default();
    let twelfth = row("2022-W12", "2022-03-25", 180, Some(("2022-W11", 150)));
    enter(&mut heads, &tenth());
    for _ in 0..2 {
        assert_eq!(why(&enter(&mut heads, &twelfth)), Some(Unproved::Missed));
    }
    enter(&mut heads, &eleventh());
    let since = KnownHead::of(&eleventh());
    assert_eq!(enter(&mut heads, &twelfth), Standing::Proved { since });
}

#[test]
fn fewer_facts_on_a_later_day_are_a_break_and_on_an_earlier_day_an_old_report() {
    let fewer = row("2022-W11", "2022-03-18", 90, None);
    assert_eq!(fault(&last(&[tenth(), fewer])), Some(BreakFault::Shrank));
    let older = row("2022-W09", "2022-03-04", 90, None);
    assert_eq!(why(&last(&[tenth(), older])), Some(Unproved::Earlier));
    // An earlier state that is well known is one all the same.
    let cut = row("2022-W12", "2022-03-25", 100, None);
    let cut = last(&[tenth(), eleventh(), cut]);
    assert_eq!(fault(&cut), Some(BreakFault::Shrank));
    // The week before was amended and signed again after this one was signed.
    let amended = row("2022-W10", "2022-03-21", 160, Some(("2022-W11", 150)));
    let rows = [tenth(), amended, eleventh()];
    assert!(matches!(last(&rows), Standing::Proved { .. }));
}

#[test]
fn another_head_of_as_many_facts_is_a_break() {
    let mut other = row("2022-W11", "2022-03-18", 100, None);
    other.record.head = root(7);
    assert_eq!(fault(&last(&[tenth(), other])), Some(BreakFault::OtherHead));
    let mut other = eleventh();
    other.record.previous.as_mut().expect("one").head = root(7);
    assert_eq!(
        fault(&last(&[tenth(), other])),
        Some(BreakFault::OtherBefore)
    );
}

#[test]
fn a_signed_head_may_not_be_passed_over_and_an_unsigned_one_is_unproved() {
    let next = |before| row("2022-W11", "2022-03-18", 150, before);
    for before in [None, Some(("2022-W09", 80))] {
        let passed = last(&[tenth(), next(before)]);
        assert_eq!(fault(&passed), Some(BreakFault::PassesOver));
        let silent = last(&[unsigned(tenth()), next(before)]);
        assert_eq!(why(&silent), Some(Unproved::NotSigned));
    }
    // After a year the school's program does not look back any more.
    let later = row("2023-W30", "2023-07-28", 150, None);
    assert_eq!(why(&last(&[tenth(), later])), Some(Unproved::NotSigned));
}

#[test]
fn what_was_missed_is_unproved_and_counts_from_there() {
    let twelfth = row("2022-W12", "2022-03-25", 180, Some(("2022-W11", 150)));
    let missed = [tenth(), twelfth.clone()];
    assert_eq!(why(&last(&missed)), Some(Unproved::Missed));
    // Come in after all, it is the one that was named.
    let late = last(&[tenth(), twelfth, eleventh()]);
    assert!(matches!(late, Standing::Proved { .. }), "{late:?}");
}

#[test]
fn another_installation_begins_anew_and_says_nothing_of_the_first() {
    let mut anew = eleventh();
    anew.record.writer = "another".into();
    assert_eq!(why(&last(&[tenth(), anew.clone()])), Some(Unproved::Anew));
    let back = last(&[tenth(), anew, eleventh()]);
    assert!(matches!(back, Standing::Proved { .. }));
}

#[test]
fn a_proof_that_does_not_hold_is_a_break_even_of_the_first_report() {
    let mut heads = Heads::default();
    let rows = [eleventh()];
    let standings = heads.enter(rows.iter(), &|_| false, today());
    assert_eq!(standings.breaks.len(), 1);
    assert_eq!(standings.breaks[0].broken.fault, BreakFault::Proof);
}

/// How a row stands whose proof fails.
fn enter_forged(heads: &mut Heads, row: &Row) -> Standing {
    let standings = heads.enter([row].into_iter(), &|_| false, today());
    standings.of.into_values().next().expect("a row")
}

#[test]
fn a_proof_that_fails_is_a_break_where_the_next_report_named_the_head_before() {
    let mut heads = Heads::default();
    let twelfth = row("2022-W12", "2022-03-25", 180, Some(("2022-W11", 150)));
    enter(&mut heads, &twelfth);
    for _ in 0..2 {
        let standing = enter_forged(&mut heads, &eleventh());
        assert_eq!(fault(&standing), Some(BreakFault::Proof));
    }
    assert_eq!(heads.breaks.len(), 1);
    // Accepted, it counts, and what it could not prove stays unknown.
    assert!(heads.accept("qingshan", today()));
    for _ in 0..2 {
        let standing = enter_forged(&mut heads, &eleventh());
        assert!(matches!(standing, Standing::Proved { .. }), "{standing:?}");
    }
    let facts = heads.heads(&twelfth).iter().map(|seen| seen.head.facts);
    assert_eq!(facts.collect::<Vec<_>>(), [150]);
}

#[test]
fn a_report_sent_again_cannot_slip_in_a_head_that_it_does_not_prove() {
    let invented = |facts| {
        let mut row = row("2022-W12", "2022-03-25", 180, Some(("2022-W11", facts)));
        row.record.previous.as_mut().expect("one").head = root(7);
        row
    };
    let mut heads = Heads::default();
    enter(&mut heads, &tenth());
    enter(
        &mut heads,
        &row("2022-W12", "2022-03-25", 180, Some(("2022-W10", 100))),
    );
    let standing = enter_forged(&mut heads, &invented(149));
    assert_eq!(fault(&standing), Some(BreakFault::Proof));
    // So the made-up report of that head is proved by nothing, and an honest one no break.
    let mut made_up = row("2022-W11", "2022-03-18", 149, None);
    made_up.record.head = root(7);
    let standing = enter(&mut heads.clone(), &made_up);
    assert!(!matches!(standing, Standing::Proved { .. }), "{standing:?}");
    let mut honest = eleventh();
    (honest.record.facts, honest.record.head) = (149, root(149));
    let standing = enter(&mut heads, &honest);
    assert_ne!(fault(&standing), Some(BreakFault::OtherHead));
}

#[test]
fn a_proof_is_looked_at_only_where_something_new_is_learned_from_it() {
    let mut heads = Heads::default();
    let twelfth = row("2022-W12", "2022-03-25", 180, Some(("2022-W11", 150)));
    let rows = [tenth(), eleventh(), twelfth];
    let looked = std::cell::Cell::new(0);
    let holds = |_: &RecordHead| {
        looked.set(looked.get() + 1);
        true
    };
    for _ in 0..3 {
        heads.enter(rows.iter(), &holds, today());
        assert_eq!(looked.get(), rows.len());
    }
}

#[test]
fn a_break_stays_until_it_is_accepted_and_the_record_counts_from_there() {
    let mut heads = Heads::default();
    enter(&mut heads, &tenth());
    let forked = row("2022-W11", "2022-03-18", 150, None);
    let next = row("2022-W12", "2022-03-25", 180, Some(("2022-W11", 150)));
    for row in [&forked, &forked, &next] {
        let standing = enter(&mut heads, row);
        assert_eq!(fault(&standing), Some(BreakFault::PassesOver));
    }
    assert_eq!(heads.breaks.len(), 1);
    assert!(!heads.accept("another", today()));
    assert!(heads.accept("qingshan", today()));
    assert_eq!((heads.breaks.len(), heads.accepted.len()), (0, 1));
    // What lies before it is not held against it.
    let before = enter(&mut heads, &tenth());
    assert_eq!(why(&before), Some(Unproved::Accepted));
    for row in [&forked, &next] {
        let standing = enter(&mut heads, row);
        assert!(matches!(standing, Standing::Proved { .. }), "{standing:?}");
    }
    // The old record come back is another break.
    let old = row("2022-W13", "2022-04-01", 170, Some(("2022-W10", 100)));
    assert_eq!(fault(&enter(&mut heads, &old)), Some(BreakFault::Shrank));
}

#[test]
fn the_right_record_is_proved_while_the_break_is_remembered() {
    let mut heads = Heads::default();
    enter(&mut heads, &tenth());
    enter(&mut heads, &row("2022-W11", "2022-03-18", 150, None));
    let mut right = eleventh();
    right.record.facts = 151;
    right.record.head = root(151);
    let standing = enter(&mut heads, &right);
    assert!(matches!(standing, Standing::Proved { .. }));
    assert_eq!(heads.breaks.len(), 1);
}

#[test]
fn few_heads_are_kept_and_none_for_ever() {
    let mut heads = Heads::default();
    for n in 10..40_u32 {
        let facts = u64::from(n) * 10;
        let name = format!("2022-W{n}");
        let row = unsigned(row(&name, "2022-03-11", facts, None));
        enter(&mut heads, &row);
    }
    assert_eq!(heads.schools["qingshan"][0].heads.len(), KEPT);
    heads.forget(day("2026-11-24"));
    assert_eq!(heads.schools.len(), 1);
    let mut other = row("2026-W40", "2026-10-02", 5, None);
    other.school.id = "beiling".into();
    enter(&mut heads, &other);
    heads.forget(day("2026-11-24"));
    assert_eq!(heads.schools.keys().collect::<Vec<_>>(), ["beiling"]);
}

/// What an honest school may do.
#[derive(Debug, Clone)]
enum Deed {
    /// Enters so many facts.
    Work(u64),
    /// Lets days pass.
    Wait(u64),
    /// Signs a week, so many weeks back.
    Sign(u64),
    /// Opens it again.
    Unlock(u64),
    /// Reports it.
    Report(u64),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (1..6_u64).prop_map(Deed::Work),
        (0..5_u64).prop_map(Deed::Wait),
        (0..3_u64).prop_map(Deed::Sign),
        (0..3_u64).prop_map(Deed::Unlock),
        (0..3_u64).prop_map(Deed::Report),
    ]
}

/// A signature: the fact it is, the week, what it covers, the day, whether it locks the week still.
#[derive(Clone)]
struct Signature {
    seq: u64,
    week: Week,
    facts: u64,
    on: NaiveDate,
    locks: bool,
}

/// The reports of an honest life.
fn lived(deeds: &[Deed]) -> Vec<Row> {
    let (mut facts, mut on) = (3_u64, day("2022-03-07"));
    let mut signatures: Vec<Signature> = Vec::new();
    let mut reports = Vec::new();
    let back = |on: NaiveDate, weeks| (0..weeks).fold(Week::of(on), |week, _| week.previous());
    for (deed, minute) in deeds.iter().zip(0..) {
        match deed {
            Deed::Work(more) => facts += more,
            Deed::Wait(days) => on = on + Days::new(*days),
            Deed::Unlock(weeks) => {
                let of = back(on, *weeks);
                let mut locks = signatures.iter_mut().filter(|s| s.week == of && s.locks);
                if let Some(signature) = locks.next() {
                    signature.locks = false;
                    facts += 1;
                }
            }
            Deed::Sign(weeks) => {
                let week = back(on, *weeks);
                if !signatures.iter().any(|s| s.week == week && s.locks) {
                    let seq = facts + 1;
                    signatures.push(Signature {
                        seq,
                        week,
                        facts,
                        on,
                        locks: true,
                    });
                    facts = seq;
                }
            }
            Deed::Report(weeks) => {
                let of = back(on, *weeks);
                let lock = signatures.iter().find(|s| s.week == of && s.locks);
                let (covered, as_of) = lock.map_or((facts, on), |s| (s.facts, s.on));
                let before = signatures.iter().filter(|s| s.seq <= covered);
                let before = before.max_by_key(|s| s.seq);
                let mut row = row("2022-W10", "2022-03-11", covered, None);
                (row.week, row.as_of) = (of, as_of);
                row.generated_at = moment(on, minute);
                row.signed = row.signed.filter(|_| lock.is_some());
                row.record.previous = before.map(|s| previous(s.week, s.facts));
                reports.push(row);
            }
        }
    }
    reports
}

proptest! {
    #[test]
    fn an_honest_record_is_never_called_broken(
        deeds in prop::collection::vec(deed(), 1..60),
        picks in prop::collection::vec((any::<prop::sample::Index>(), 1..4_usize), 1..30),
    ) {
        let reports = lived(&deeds);
        prop_assume!(!reports.is_empty());
        // They come in by any way: late, twice, some never, several at once.
        let mut heads = Heads::default();
        for (pick, count) in picks {
            let first = pick.index(reports.len());
            let mut some: Vec<&Row> = reports.iter().skip(first).take(count).collect();
            some.sort_by_key(|row| row.week);
            let standings = heads.enter(some.into_iter(), &|_| true, today());
            prop_assert_eq!(standings.breaks, Vec::new());
        }
    }

    #[test]
    fn signed_reports_that_all_come_in_are_all_proved(
        deeds in prop::collection::vec(deed(), 1..60),
    ) {
        let mut heads = Heads::default();
        let mut stood = BTreeMap::new();
        let mut covered = 0;
        for row in lived(&deeds).iter().filter(|row| row.signed.is_some()) {
            // Those that were signed while nothing was reported were not sent.
            let before = row.record.previous.as_ref().map_or(0, |before| before.facts);
            let is_first = stood.is_empty();
            let standing = enter(&mut heads, row);
            let is_proved = matches!(standing, Standing::Proved { .. });
            let was_proved = *stood.entry(row.record.facts).or_insert(is_proved);
            prop_assert!(is_proved || !was_proved, "{:?}", standing);
            if !is_first && before == covered {
                prop_assert!(is_proved, "{:?}", standing);
            }
            covered = covered.max(row.record.facts);
        }
    }
}
