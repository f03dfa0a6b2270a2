//! The page before signing: this week beside the last, and what changed and why.

use super::change::{Change, changes};
use super::{Figures, queue};
use crate::assess::{Premises, assess_week};
use crate::calendar::Week;
use chrono::NaiveDate;

/// What somebody signs.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The week.
    pub week: Week,
    /// The day as of which.
    pub day: NaiveDate,
    /// The week in numbers.
    pub this: Figures,
    /// The week before in numbers, as known on the same day; `None` before any checklist counted.
    pub last: Option<Figures>,
    /// What changed in the week, oldest first.
    pub changes: Vec<Change>,
    /// How many matters nobody has decided.
    pub undecided: usize,
    /// How many were passed over.
    pub skipped: usize,
    /// Whether what needs no decision was confirmed.
    pub confirmed: bool,
}

/// The summary of `week` as of `day`, which lies in it or after it.
#[must_use]
pub fn summary(premises: &Premises<'_>, week: Week, day: NaiveDate) -> Summary {
    let assessment = assess_week(premises, week, day);
    let queue = queue(premises, &assessment);
    Summary {
        week,
        day,
        this: Figures::of(premises, &assessment),
        last: Figures::before(premises, &assessment),
        changes: changes(premises, week, day),
        undecided: queue.undecided(),
        skipped: queue.skipped(),
        confirmed: queue.confirmed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Concern, Decision, Entry, FindingId};
    use crate::review::MeasureFigure;
    use crate::review::life::{Life, day, nth};

    const DAILY: &str = r#""cadence": "daily", "owner": "doctor""#;
    const WEEKLY: &str = r#""cadence": "weekly", "owner": "doctor""#;
    const NUMBER: &str = r#""cadence": "once", "owner": "doctor",
        "measure": {"unit": "x", "target": 100}"#;

    fn week(text: &str) -> Week {
        text.parse().expect("a week")
    }

    fn summed(life: &Life, of: &str, on: &str) -> Summary {
        life.on(on, |premises, day| summary(premises, week(of), day))
    }

    #[test]
    fn this_week_stands_beside_the_last() {
        let life = Life::of("2022-03-14", &[DAILY])
            .done("1.1@2022-03-14", "2022-03-14")
            .done("1.1@2022-03-21", "2022-03-21")
            .done("1.1@2022-03-22", "2022-03-22");
        let first = summed(&life, "2022-W11", "2022-03-18");
        assert_eq!((first.this.totals.done, first.last), (1, None));
        let summary = summed(&life, "2022-W12", "2022-03-25");
        let last = summary.last.expect("the week before");
        assert_eq!(
            (summary.this.totals.done, summary.this.totals.overdue),
            (2, 2)
        );
        assert_eq!((last.totals.done, last.totals.overdue), (1, 4));
        assert_eq!((summary.undecided, summary.skipped), (1, 0));
        assert!(!summary.confirmed);
    }

    #[test]
    fn findings_are_counted_where_they_were_raised_and_struck_off() {
        let life = Life::of("2022-03-14", &[WEEKLY])
            .found("1.1", "2022-03-31", "2022-03-15")
            .found("1.1", "2022-03-31", "2022-03-22")
            .closed("F1", "2022-03-24");
        let summary = summed(&life, "2022-W12", "2022-03-25");
        let counts = |f: &Figures| (f.findings_opened, f.findings_closed, f.findings_open);
        assert_eq!(counts(&summary.this), (1, 1, 1));
        assert_eq!(summary.last.as_ref().map(counts), Some((1, 0, 1)));
        let finding = |id: &str| FindingId(id.into());
        let index = Some(nth(1));
        assert_eq!(
            summary.changes,
            [
                Change::FindingRaised {
                    finding: finding("F2"),
                    index
                },
                Change::FindingClosed {
                    finding: finding("F1"),
                    index
                },
            ]
        );
    }

    #[test]
    fn a_number_stands_as_it_did_at_the_end_of_each_week() {
        let life = Life::of("2022-03-07", &[NUMBER])
            .measured("1.1@once", 40, None, "2022-03-16")
            .measured("1.1@once", 55, None, "2022-03-22");
        let figure = |value: u64, percent: f64| MeasureFigure {
            index: nth(1),
            value: Some(value),
            of: Some(100),
            percent: Some(percent),
        };
        let summary = summed(&life, "2022-W12", "2022-03-25");
        assert_eq!(summary.this.measures, [figure(55, 55.0)]);
        let last = summary.last.expect("the week before");
        assert_eq!(last.measures, [figure(40, 40.0)]);
        let earlier = summed(&life, "2022-W11", "2022-03-25").last;
        let earlier = earlier.expect("the week before").measures;
        assert_eq!((earlier[0].value, earlier[0].of), (None, Some(100)));
    }

    #[test]
    fn waivers_are_changes_of_the_week_in_which_they_begin_and_end() {
        let life = Life::of("2022-03-07", &[WEEKLY]).waived("1.1", "2022-03-15");
        let lifted = Entry::WaiverLifted {
            from: day("2022-03-22"),
        };
        let life = life.record("1.1", lifted, "2022-03-22");
        let waived = Change::Waived {
            index: nth(1),
            reason: "无此场所".into(),
            by: "王校长".into(),
        };
        assert_eq!(summed(&life, "2022-W11", "2022-03-25").changes, [waived]);
        let lifted = Change::Lifted {
            index: nth(1),
            by: "王校长".into(),
        };
        assert_eq!(summed(&life, "2022-W12", "2022-03-25").changes, [lifted]);
    }

    #[test]
    fn a_postponement_belongs_to_the_week_whose_review_decided_it() {
        let entry = Entry::ItemPostponed {
            to: day("2022-03-23"),
            reason: "等设备".into(),
        };
        let reviewed = Entry::Reviewed {
            week: week("2022-W11"),
            concern: Concern::Overdue,
            decision: Decision::Postponed,
            finding: None,
            note: None,
        };
        let life = Life::of("2022-03-14", &[WEEKLY])
            .record("1.1@2022-W11", entry.clone(), "2022-03-21")
            .record("1.1@2022-W11", reviewed, "2022-03-21");
        let postponed = Change::Postponed {
            index: nth(1),
            period: "2022-W11".parse().expect("a period"),
            to: day("2022-03-23"),
            first: Some(day("2022-03-18")),
            reason: "等设备".into(),
            by: "王校长".into(),
        };
        let summary = summed(&life, "2022-W11", "2022-03-21");
        assert_eq!(summary.this.postponed, 1);
        assert_eq!(summary.changes, [postponed]);
        assert_eq!(summed(&life, "2022-W12", "2022-03-21").changes, []);
        let by_itself =
            Life::of("2022-03-14", &[WEEKLY]).record("1.1@2022-W11", entry, "2022-03-21");
        let summary = summed(&by_itself, "2022-W12", "2022-03-21");
        assert_eq!((summary.this.postponed, summary.changes.len()), (1, 1));
    }

    #[test]
    fn an_anchor_moves_from_the_day_it_had() {
        let set = |on: &str, profile| Entry::AnchorSet {
            anchor: "reopening".into(),
            on: day(on),
            profile,
            reason: (!profile).then(|| "疫情".into()),
        };
        let life = Life::of("2022-03-07", &[WEEKLY])
            .say(set("2022-03-28", true), "2022-03-14")
            .say(set("2022-04-11", false), "2022-03-16");
        let moved = Change::AnchorMoved {
            anchor: "reopening".into(),
            from: Some(day("2022-03-28")),
            to: day("2022-04-11"),
            reason: Some("疫情".into()),
            by: "王校长".into(),
        };
        assert_eq!(summed(&life, "2022-W11", "2022-03-18").changes, [moved]);
    }

    #[test]
    fn a_new_version_and_an_unlocking_are_said_in_the_order_of_their_days() {
        let unlocked = Entry::WeekUnlocked {
            week: week("2022-W11"),
            reason: "漏记".into(),
            on: day("2022-03-21"),
        };
        let upgraded = Entry::ChecklistUpgraded {
            checklist: "c".parse().expect("an id"),
            version: 2,
            from: 1,
            digest: "sha256:00".into(),
            changed: vec![],
            added: vec![],
            removed: vec![],
            on: day("2022-03-17"),
        };
        let life = Life::of("2022-03-07", &[WEEKLY])
            .say(upgraded, "2022-03-17")
            .say(unlocked, "2022-03-21");
        let changes = summed(&life, "2022-W11", "2022-03-21").changes;
        assert!(matches!(
            changes[..],
            [
                Change::Upgraded { from: 1, to: 2, .. },
                Change::Unlocked { .. }
            ]
        ));
    }
}
