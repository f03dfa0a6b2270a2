//! The review's queue: only what needs a decision, in the order of the review.

use super::Matter;
use super::asking::Asking;
use crate::assess::{Assessment, ItemIndex, Premises};
use crate::calendar::Week;
use chrono::NaiveDate;

/// What a week's review has to decide, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// The week under review.
    pub week: Week,
    /// The day as of which.
    pub day: NaiveDate,
    /// What is to be decided: first what is undecided, in the order of the concerns and of the
    /// checklists, then what was passed over.
    pub matters: Vec<Matter>,
    /// How many matters the week's review has settled.
    pub decided: usize,
    /// The items that need no decision.
    pub quiet: Vec<ItemIndex>,
    /// Whether those were confirmed.
    pub confirmed: bool,
}

impl Queue {
    /// How many matters were neither decided nor passed over.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.matters.iter().filter(|matter| !matter.skipped).count()
    }

    /// How many matters were passed over.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.matters.len() - self.undecided()
    }
}

/// The queue of the week that was judged, as of the day of the judgement.
#[must_use]
pub fn queue(premises: &Premises<'_>, assessment: &Assessment) -> Queue {
    let (week, day) = (assessment.week, assessment.day);
    let history = premises.history.week(week);
    let mut queue = Queue {
        week,
        day,
        matters: Vec::new(),
        decided: 0,
        quiet: Vec::new(),
        confirmed: history.is_some_and(|week| week.confirmed.is_some()),
    };
    for judged in assessment.items() {
        let asking = Asking::new(premises, judged, week, day);
        let (matters, decided) = (asking.matters(), asking.decided());
        if matters.is_empty() && decided == 0 {
            queue.quiet.push(judged.index);
        }
        queue.matters.extend(matters);
        queue.decided += decided;
    }
    // Stable: the order of the checklists is kept.
    let order = |matter: &Matter| (matter.skipped, matter.concern);
    queue.matters.sort_by_key(order);
    queue
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess_week;
    use crate::fact::{Concern, Decision, Entry, Evidence, FindingId, FindingSource};
    use crate::review::life::{Life, day, nth};
    use crate::school::Person;

    const DAILY: &str = r#""cadence": "daily", "owner": "doctor""#;
    const WEEKLY: &str = r#""cadence": "weekly", "owner": "doctor""#;
    const MONTHLY: &str = r#""cadence": "monthly", "owner": "doctor""#;
    const GATE: &str = r#""cadence": "weekly", "owner": "doctor", "gate": true"#;
    const PROVEN: &str = r#""cadence": "weekly", "owner": "doctor", "evidence": "照片""#;
    const NOBODYS: &str = r#""cadence": "monthly""#;

    fn queue_of(life: &Life, week: &str, on: &str) -> Queue {
        life.on(on, |premises, day| {
            let week = week.parse().expect("a week");
            queue(premises, &assess_week(premises, week, day))
        })
    }

    /// Each matter of the day's week: item, concern, periods; `-` before what was passed over.
    fn asked(life: &Life, on: &str) -> Vec<String> {
        asked_of(life, &Week::of(day(on)).to_string(), on)
    }

    fn asked_of(life: &Life, week: &str, on: &str) -> Vec<String> {
        let matters = queue_of(life, week, on).matters.into_iter();
        let say = |matter: Matter| {
            let skipped = if matter.skipped { "-" } else { "" };
            let item = matter.index.item + 1;
            let mut parts = vec![format!("{skipped}1.{item} {:?}", matter.concern)];
            parts.extend(matter.periods.iter().map(ToString::to_string));
            parts.extend(matter.finding.map(|id| id.to_string()));
            parts.join(" ")
        };
        matters.map(say).collect()
    }

    #[test]
    fn the_order_is_that_of_the_concerns_and_then_of_the_checklist() {
        let life = Life::of("2022-03-14", &[NOBODYS, WEEKLY, DAILY, WEEKLY, GATE])
            .done("1.3@2022-03-15", "2022-03-15")
            .done("1.3@2022-03-17", "2022-03-17");
        assert_eq!(
            asked(&life, "2022-03-18"),
            [
                "1.5 Gate 2022-W11",
                "1.3 Overdue 2022-03-14 2022-03-16",
                "1.2 NotDone 2022-W11",
                "1.4 NotDone 2022-W11",
                "1.1 Owner",
            ]
        );
    }

    #[test]
    fn the_due_day_is_the_earliest() {
        let life = Life::of("2022-03-14", &[DAILY]);
        let queue = queue_of(&life, "2022-W11", "2022-03-18");
        assert_eq!(queue.matters[0].due, Some(day("2022-03-14")));
    }

    #[test]
    fn what_needs_no_decision_is_quiet() {
        let life =
            Life::of("2022-03-14", &[WEEKLY, WEEKLY, MONTHLY]).done("1.1@2022-W11", "2022-03-16");
        let queue = queue_of(&life, "2022-W11", "2022-03-18");
        assert_eq!(queue.quiet, [nth(1), nth(3)]);
        assert_eq!((queue.undecided(), queue.decided), (1, 0));
        assert!(!queue.confirmed);
        let confirmed = Entry::WeekConfirmed {
            week: "2022-W11".parse().expect("a week"),
            items: 2,
        };
        let life = life.say(confirmed, "2022-03-18");
        assert!(queue_of(&life, "2022-W11", "2022-03-18").confirmed);
    }

    #[test]
    fn a_decision_settles_what_it_was_about_and_nothing_else() {
        let life = Life::of("2022-03-14", &[DAILY]);
        let life = life.decided(
            "1.1@2022-03-14",
            Concern::Overdue,
            Decision::NotDone,
            "2022-03-16",
        );
        assert_eq!(asked(&life, "2022-03-16"), ["1.1 Overdue 2022-03-15"]);
        let life = life.decided(
            "1.1@2022-03-15",
            Concern::Overdue,
            Decision::NotDone,
            "2022-03-16",
        );
        assert_eq!(asked(&life, "2022-03-16"), ["1.1 NotDone 2022-03-16"]);
        assert_eq!(asked(&life, "2022-03-17"), ["1.1 Overdue 2022-03-16"]);
        let queue = queue_of(&life, "2022-W11", "2022-03-17");
        assert_eq!((queue.decided, queue.quiet.len()), (1, 0));
    }

    #[test]
    fn what_is_carried_is_asked_about_in_each_week() {
        let item = r#""cadence": "once", "due": "2022-03-11", "owner": "doctor""#;
        let life = Life::of("2022-03-01", &[item]);
        let life = life.decided("1.1@once", Concern::Overdue, Decision::Partly, "2022-03-18");
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        assert_eq!(asked(&life, "2022-03-21"), ["1.1 Overdue once"]);
    }

    #[test]
    fn what_was_passed_over_comes_behind_and_again_next_week() {
        let life = Life::of("2022-03-14", &[WEEKLY, WEEKLY, NOBODYS]).decided(
            "1.1@2022-W11",
            Concern::NotDone,
            Decision::Skipped,
            "2022-03-18",
        );
        assert_eq!(
            asked(&life, "2022-03-18"),
            ["1.2 NotDone 2022-W11", "1.3 Owner", "-1.1 NotDone 2022-W11"]
        );
        let queue = queue_of(&life, "2022-W11", "2022-03-18");
        assert_eq!(
            (queue.undecided(), queue.skipped(), queue.decided),
            (2, 1, 0)
        );
        let life = life.decided("1.3", Concern::Owner, Decision::Skipped, "2022-03-18");
        assert!(asked(&life, "2022-03-18").contains(&"-1.3 Owner".into()));
        assert!(asked(&life, "2022-03-25").contains(&"1.3 Owner".into()));
    }

    #[test]
    fn a_last_day_moved_within_the_week_is_not_asked_about_at_once() {
        let item = r#""cadence": "once", "due": "2022-03-14", "owner": "doctor""#;
        let postponed = Entry::ItemPostponed {
            to: day("2022-03-18"),
            reason: "等设备".into(),
        };
        let life = Life::of("2022-03-01", &[item])
            .record("1.1@once", postponed, "2022-03-16")
            .decided(
                "1.1@once",
                Concern::Overdue,
                Decision::Postponed,
                "2022-03-16",
            );
        assert_eq!(asked(&life, "2022-03-16"), Vec::<String>::new());
    }

    #[test]
    fn a_past_week_is_asked_about_as_of_a_later_day() {
        let life = Life::of("2022-03-07", &[DAILY, WEEKLY]).done("1.2@2022-W11", "2022-03-18");
        assert_eq!(
            asked_of(&life, "2022-W10", "2022-03-16"),
            [
                "1.1 Overdue 2022-03-07 2022-03-08 2022-03-09 2022-03-10 2022-03-11",
                "1.2 Overdue 2022-W10",
            ]
        );
    }

    #[test]
    fn what_falls_due_after_a_past_week_is_none_of_its_business() {
        let item = r#""cadence": "once", "due": "2022-03-16", "owner": "doctor""#;
        let life = Life::of("2022-03-07", &[item]).found("1.1", "2022-03-15", "2022-03-10");
        assert_eq!(
            asked_of(&life, "2022-W10", "2022-03-18"),
            Vec::<String>::new()
        );
        assert_eq!(
            asked(&life, "2022-03-18"),
            ["1.1 Overdue once", "1.1 Finding F1"]
        );
    }

    #[test]
    fn a_finding_past_its_limit_is_its_own_matter_until_it_is_struck_off() {
        let life = Life::of("2022-03-01", &[MONTHLY, WEEKLY])
            .done("1.2@2022-W11", "2022-03-16")
            .found("1.1", "2022-03-17", "2022-03-10");
        assert_eq!(asked(&life, "2022-03-17"), Vec::<String>::new());
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Finding F2"]);
        let kept = life.decided_finding("1.1", "F2", Decision::Kept, "2022-03-18");
        assert_eq!(asked(&kept, "2022-03-18"), Vec::<String>::new());
        let kept = kept.done("1.2@2022-W12", "2022-03-22");
        assert_eq!(asked(&kept, "2022-03-22"), ["1.1 Finding F2"]);
        let closed = kept.closed("F2", "2022-03-22");
        assert_eq!(asked(&closed, "2022-03-22"), Vec::<String>::new());
    }

    #[test]
    fn a_finding_stands_for_its_occurrence() {
        let life = Life::of("2022-03-14", &[WEEKLY])
            .done("1.1@2022-W11", "2022-03-15")
            .found("1.1@2022-W11", "2022-03-16", "2022-03-15");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Finding 2022-W11 F2"]);
        // Closed without a tick, the occurrence itself is asked about again.
        let life =
            Life::of("2022-03-14", &[WEEKLY]).found("1.1@2022-W11", "2022-03-25", "2022-03-15");
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        let life = life.closed("F1", "2022-03-17");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 NotDone 2022-W11"]);
    }

    #[test]
    fn every_open_finding_keeps_the_gate_shut() {
        let life = Life::of("2022-03-14", &[GATE])
            .done("1.1@2022-W11", "2022-03-15")
            .found("1.1", "2022-03-25", "2022-03-16");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Gate F2"]);
    }

    #[test]
    fn what_is_found_or_opened_again_after_its_decision_is_asked_about() {
        let life = Life::of("2022-03-14", &[GATE]).decided(
            "1.1@2022-W11",
            Concern::Gate,
            Decision::Partly,
            "2022-03-16",
        );
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        let life = life.found("1.1@2022-W11", "2022-03-25", "2022-03-16");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Gate 2022-W11 F2"]);
        let kept = life.decided_finding("1.1@2022-W11", "F2", Decision::Kept, "2022-03-16");
        assert_eq!(asked(&kept, "2022-03-18"), Vec::<String>::new());
        let reopened = Entry::FindingReopened {
            finding: FindingId("F2".into()),
            reason: "仍缺签名".into(),
            on: day("2022-03-17"),
        };
        let again = kept.closed("F2", "2022-03-17").say(reopened, "2022-03-17");
        assert_eq!(asked(&again, "2022-03-18"), ["1.1 Gate 2022-W11 F2"]);
    }

    #[test]
    fn a_tick_taken_back_or_a_waiver_lifted_after_the_decision_is_asked_about() {
        let life = Life::of("2022-03-14", &[GATE]);
        let of = "1.1@2022-W11";
        let done = life.done(of, "2022-03-16");
        let done = done.decided(of, Concern::Gate, Decision::Done, "2022-03-16");
        assert_eq!(asked(&done, "2022-03-17"), Vec::<String>::new());
        let reopened = Entry::ItemReopened { reason: None };
        let life = done.record(of, reopened, "2022-03-17");
        assert_eq!(asked(&life, "2022-03-17"), ["1.1 Gate 2022-W11"]);
        let waived = life.waived("1.1", "2022-03-17");
        let waived = waived.decided(of, Concern::Gate, Decision::NotApplicable, "2022-03-17");
        assert_eq!(asked(&waived, "2022-03-17"), Vec::<String>::new());
        let lifted = Entry::WaiverLifted {
            from: day("2022-03-18"),
        };
        let life = waived.record("1.1", lifted, "2022-03-18");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Gate 2022-W11"]);
    }

    #[test]
    fn a_finding_that_the_review_raises_is_not_asked_about_in_the_same_review() {
        let raised = Entry::FindingRaised {
            finding: FindingId::of_entry(1),
            source: FindingSource::Review,
            text: "缺签名".into(),
            cause: None,
            action: None,
            owner: "李老师".into(),
            due: day("2022-03-25"),
            on: day("2022-03-18"),
        };
        let period = "1.1@2022-W11";
        let life = Life::of("2022-03-14", &[GATE])
            .record(period, raised, "2022-03-18")
            .decided(period, Concern::Gate, Decision::NotDone, "2022-03-18");
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        // The next week asks how it has come on.
        let asked = asked(&life, "2022-03-21");
        assert!(asked.contains(&"1.1 Gate 2022-W11 F1".into()), "{asked:?}");
    }

    #[test]
    fn a_number_off_its_pace_is_asked_about_and_one_on_it_is_not() {
        let item = r#""cadence": "once", "due": "2022-04-01", "owner": "doctor",
            "measure": {"unit": "x", "target": 100}"#;
        let life = Life::of("2022-03-14", &[item]);
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        // Eleven school days are left, this one among them.
        let slow = life.measured("1.1@once", 10, Some(8), "2022-03-18");
        assert_eq!(asked(&slow, "2022-03-18"), ["1.1 Measure once"]);
        let kept = slow.decided("1.1@once", Concern::Measure, Decision::Kept, "2022-03-18");
        assert_eq!(asked(&kept, "2022-03-18"), Vec::<String>::new());
        assert_eq!(asked(&kept, "2022-03-21"), ["1.1 Measure once"]);
        let fast = kept.measured("1.1@once", 10, Some(9), "2022-03-18");
        assert_eq!(asked(&fast, "2022-03-18"), Vec::<String>::new());
    }

    #[test]
    fn each_number_has_a_pace_of_its_own() {
        let item = r#""cadence": {"each": "exam"}, "owner": "doctor",
            "measure": {"unit": "x", "target": 100}"#;
        let event = |id: &str, on: &str| Entry::EventOpened {
            event: id.into(),
            kind: "exam".into(),
            name: "考试".into(),
            on: day(on),
        };
        let life = Life::of("2022-03-14", &[item])
            .say(event("e1", "2022-04-01"), "2022-03-15")
            .say(event("e2", "2022-04-08"), "2022-03-15")
            .measured("1.1@event-e1", 90, Some(10), "2022-03-18")
            .measured("1.1@event-e2", 10, Some(1), "2022-03-18");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Measure event-e2"]);
    }

    #[test]
    fn a_monthly_tick_lapses_after_a_month() {
        let life = Life::of("2022-02-15", &[MONTHLY]).done("1.1@2022-02", "2022-02-15");
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        assert_eq!(asked(&life, "2022-03-19"), ["1.1 Lapsed 2022-03"]);
        // In its last week it is simply due.
        assert_eq!(asked(&life, "2022-03-30"), ["1.1 NotDone 2022-03"]);
        let kept = life.decided("1.1@2022-03", Concern::Lapsed, Decision::Kept, "2022-03-19");
        assert_eq!(asked(&kept, "2022-03-25"), Vec::<String>::new());
    }

    #[test]
    fn evidence_is_asked_for_until_it_is_named_or_let_be() {
        let life = Life::of("2022-03-07", &[PROVEN])
            .done("1.1@2022-W10", "2022-03-08")
            .done("1.1@2022-W11", "2022-03-15");
        assert_eq!(
            asked(&life, "2022-03-18"),
            ["1.1 Evidence 2022-W10 2022-W11"]
        );
        let evidence = Entry::EvidenceAttached(Evidence {
            source: "a.jpg".into(),
            digest: None,
            bytes: None,
            on: day("2022-03-16"),
        });
        let life = life.record("1.1@2022-W11", evidence, "2022-03-16");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Evidence 2022-W10"]);
        let kept = life.decided(
            "1.1@2022-W10",
            Concern::Evidence,
            Decision::Kept,
            "2022-03-18",
        );
        assert_eq!(asked(&kept, "2022-03-18"), Vec::<String>::new());
    }

    #[test]
    fn what_was_decided_this_week_is_not_asked_for_evidence_before_the_next() {
        let life = Life::of("2022-03-14", &[PROVEN])
            .done("1.1@2022-W11", "2022-03-18")
            .decided(
                "1.1@2022-W11",
                Concern::NotDone,
                Decision::Done,
                "2022-03-18",
            );
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        let life = life.done("1.1@2022-W12", "2022-03-21");
        assert_eq!(
            asked(&life, "2022-03-21"),
            ["1.1 Evidence 2022-W11 2022-W12"]
        );
    }

    #[test]
    fn a_role_that_nobody_fills_is_asked_about_where_people_are_named() {
        let mut life = Life::of("2022-03-01", &[MONTHLY]);
        assert_eq!(asked(&life, "2022-03-18"), Vec::<String>::new());
        life.0.school.people = vec![Person {
            name: "赵敏".into(),
            roles: vec!["head".parse().expect("a role")],
        }];
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Owner"]);
        let kept = life.decided("1.1", Concern::Owner, Decision::Kept, "2022-03-18");
        assert_eq!(asked(&kept, "2022-05-20"), Vec::<String>::new());
        assert_eq!(asked(&kept, "2022-09-09"), ["1.1 Owner"]);
    }

    #[test]
    fn a_waiver_is_asked_about_once_in_each_later_term() {
        let life = Life::of("2022-03-01", &[NOBODYS]).waived("1.1", "2022-03-02");
        assert_eq!(asked(&life, "2022-06-10"), Vec::<String>::new());
        assert_eq!(asked(&life, "2022-09-09"), ["1.1 Waiver"]);
        let kept = life.decided("1.1", Concern::Waiver, Decision::Kept, "2022-09-09");
        assert_eq!(asked(&kept, "2022-12-09"), Vec::<String>::new());
        assert_eq!(asked(&kept, "2023-02-24"), ["1.1 Waiver"]);
    }

    #[test]
    fn what_a_new_version_changed_is_asked_about_until_it_is_decided() {
        let upgraded = |version: u32, on: &str| Entry::ChecklistUpgraded {
            checklist: "c".parse().expect("an id"),
            version,
            from: version - 1,
            digest: "sha256:00".into(),
            changed: vec!["1.1".parse().expect("an id")],
            added: vec![],
            removed: vec![],
            on: day(on),
        };
        let life = Life::of("2022-03-01", &[MONTHLY, MONTHLY])
            .say(upgraded(2, "2022-03-16"), "2022-03-16");
        assert_eq!(asked(&life, "2022-03-18"), ["1.1 Changed"]);
        let kept = life.decided("1.1", Concern::Changed, Decision::Kept, "2022-03-18");
        assert_eq!(asked(&kept, "2022-03-25"), Vec::<String>::new());
        let again = kept.say(upgraded(3, "2022-04-06"), "2022-04-06");
        assert_eq!(asked(&again, "2022-04-08"), ["1.1 Changed"]);
    }
}
