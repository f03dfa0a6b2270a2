//! Where an inspector and the school see an item differently.

use crate::assess::{ItemIndex, Premises, events_of, period_on};
use crate::calendar::Period;
use crate::fact::{Entry, Fact, Inspection, Verdict};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An inspector's verdict that the school's own does not bear out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The item.
    pub index: ItemIndex,
    /// The occurrence that the verdict is about.
    pub period: Option<Period>,
    /// The inspector's verdict.
    pub inspection: Inspection,
    /// The school's own.
    pub own: Own,
}

/// The school's own verdict on an occurrence, whatever was found wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Own {
    /// It was done.
    Done,
    /// A number was read off that is below its target, or the review found it partly done.
    Partly,
    /// It was not done.
    NotDone,
}

/// The items whose latest inspection up to `day` differs from the school's own verdict, the newest
/// inspection first. A pass says done, a partial one partly, a fail not done. An occurrence of which
/// nobody asks any more is nothing to disagree about: what the school did for it is not at hand.
#[must_use]
pub fn disagreements(premises: &Premises<'_>, day: NaiveDate) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = premises
        .items()
        .filter_map(|index| disagreement(premises, index, day))
        .collect();
    found.sort_by_key(|found| std::cmp::Reverse(order(&found.inspection)));
    found
}

/// The first day whose ticks [`disagreements`] asks about on `since` or any later day, of what
/// `facts` say of inspections; `None` where it asks about none.
#[must_use]
pub fn first_inspected(facts: &[Fact], since: NaiveDate) -> Option<NaiveDate> {
    let days = facts.iter().filter_map(|fact| {
        let Entry::Inspected { on, .. } = fact.entry else {
            return None;
        };
        let period = fact.subject.as_ref().and_then(|s| s.period.clone());
        match period.unwrap_or(Period::Day(on)) {
            Period::Day(inspected) => Some(inspected),
            _ => None,
        }
    });
    let is_asked = |inspected: &NaiveDate| {
        let until = Period::Day(*inspected).asked_until();
        until.is_none_or(|last| last >= since)
    };
    days.filter(is_asked).min()
}

fn order(inspection: &Inspection) -> (NaiveDate, u64) {
    (inspection.on, inspection.seq)
}

fn disagreement(premises: &Premises<'_>, index: ItemIndex, day: NaiveDate) -> Option<Disagreement> {
    let inspections = premises.item_history(index)?.inspections.iter();
    let inspection = inspections
        .filter(|inspection| inspection.on <= day)
        .max_by_key(|inspection| order(inspection))?;
    let period = inspection
        .period
        .clone()
        .or_else(|| period_of(premises, index, inspection.on));
    let about = period.clone().unwrap_or(Period::Day(inspection.on));
    if about.asked_until().is_some_and(|last| last < day) {
        return None;
    }
    let own = own(premises, index, period.as_ref());
    let theirs = match inspection.verdict {
        Verdict::Pass => Own::Done,
        Verdict::Partial => Own::Partly,
        Verdict::Fail => Own::NotDone,
    };
    (own != theirs).then(|| Disagreement {
        index,
        period,
        inspection: inspection.clone(),
        own,
    })
}

/// The occurrence that was to be seen on `day`: for events that of the last one.
fn period_of(premises: &Premises<'_>, index: ItemIndex, day: NaiveDate) -> Option<Period> {
    let item = premises.item(index);
    period_on(&item.cadence, premises.calendar, day).or_else(|| {
        let event = events_of(premises.history, item).into_iter().next_back()?;
        Some(Period::Event(event.id.clone()))
    })
}

fn own(premises: &Premises<'_>, index: ItemIndex, period: Option<&Period>) -> Own {
    let Some((period, history)) = period.zip(premises.item_history(index)) else {
        return Own::NotDone;
    };
    if premises.completion(index, period).is_some() {
        Own::Done
    } else if history.measurements.contains_key(period) || history.is_partly_done(period) {
        Own::Partly
    } else {
        Own::NotDone
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Concern, Decision};
    use crate::review::life::{Life, day};

    const DAILY: &str = r#""cadence": "daily""#;
    const EXAM: &str = r#""cadence": {"each": "exam"}"#;

    fn inspected(life: Life, item: &str, verdict: Verdict, on: &str) -> Life {
        let entry = Entry::Inspected {
            verdict,
            note: None,
            on: day(on),
        };
        life.record(item, entry, on)
    }

    /// Each disagreement: item, occurrence, the inspector's verdict and the school's.
    fn found(life: &Life, on: &str) -> Vec<String> {
        let say = |found: Disagreement| {
            let period = found.period.map_or("-".into(), |period| period.to_string());
            let (item, verdict) = (found.index.item + 1, found.inspection.verdict);
            format!("1.{item} {period} {verdict:?} {:?}", found.own)
        };
        life.on(on, |premises, day| {
            disagreements(premises, day).into_iter().map(say).collect()
        })
    }

    #[test]
    fn a_pass_agrees_with_done_and_a_fail_with_not_done() {
        let life = Life::of("2022-03-14", &[DAILY, DAILY]).done("1.1@2022-03-16", "2022-03-16");
        let agreed = inspected(life, "1.1@2022-03-16", Verdict::Pass, "2022-03-16");
        let agreed = inspected(agreed, "1.2@2022-03-16", Verdict::Fail, "2022-03-16");
        assert_eq!(found(&agreed, "2022-03-16"), Vec::<String>::new());
        let life = inspected(agreed, "1.1@2022-03-16", Verdict::Partial, "2022-03-16");
        assert_eq!(found(&life, "2022-03-16"), ["1.1 2022-03-16 Partial Done"]);
    }

    #[test]
    fn an_occurrence_of_which_nobody_asks_any_more_is_nothing_to_disagree_about() {
        let life = Life::of("2022-03-14", &[DAILY, r#""cadence": "once""#]);
        let life = inspected(life, "1.1@2022-03-16", Verdict::Pass, "2022-03-16");
        let life = inspected(life, "1.2@once", Verdict::Pass, "2022-03-16");
        let of_once = "1.2 once Pass NotDone";
        assert_eq!(
            found(&life, "2022-04-13"),
            [of_once, "1.1 2022-03-16 Pass NotDone"]
        );
        assert_eq!(found(&life, "2022-04-14"), [of_once]);
    }

    #[test]
    fn only_the_latest_inspection_counts_and_the_newest_comes_first() {
        let life = Life::of("2022-03-14", &[DAILY, DAILY, DAILY]);
        let life = inspected(life, "1.1@2022-03-14", Verdict::Pass, "2022-03-14");
        let life = inspected(life, "1.2@2022-03-15", Verdict::Pass, "2022-03-15");
        let life = inspected(life, "1.3@2022-03-15", Verdict::Pass, "2022-03-15");
        assert_eq!(
            found(&life, "2022-03-16"),
            [
                "1.3 2022-03-15 Pass NotDone",
                "1.2 2022-03-15 Pass NotDone",
                "1.1 2022-03-14 Pass NotDone",
            ]
        );
        let life = inspected(life, "1.3@2022-03-16", Verdict::Fail, "2022-03-16");
        assert_eq!(found(&life, "2022-03-16").len(), 2);
    }

    #[test]
    fn partly_is_by_number_or_by_the_review() {
        let number = r#""cadence": "once", "measure": {"unit": "x", "target": 100}"#;
        let life = Life::of("2022-03-14", &[number, DAILY])
            .measured("1.1@once", 10, None, "2022-03-15")
            .decided(
                "1.2@2022-03-15",
                Concern::Overdue,
                Decision::Partly,
                "2022-03-16",
            );
        let agreed = inspected(life, "1.1@once", Verdict::Partial, "2022-03-16");
        let agreed = inspected(agreed, "1.2@2022-03-15", Verdict::Partial, "2022-03-16");
        assert_eq!(found(&agreed, "2022-03-16"), Vec::<String>::new());
        let life = inspected(agreed, "1.1@once", Verdict::Fail, "2022-03-16");
        assert_eq!(found(&life, "2022-03-16"), ["1.1 once Fail Partly"]);
    }

    #[test]
    fn a_finding_does_not_change_what_the_school_says() {
        let life = Life::of("2022-03-14", &[DAILY])
            .done("1.1@2022-03-16", "2022-03-16")
            .found("1.1@2022-03-16", "2022-03-23", "2022-03-16");
        let life = inspected(life, "1.1@2022-03-16", Verdict::Fail, "2022-03-16");
        assert_eq!(found(&life, "2022-03-16"), ["1.1 2022-03-16 Fail Done"]);
    }

    #[test]
    fn a_verdict_without_an_occurrence_is_about_that_of_its_day() {
        let event = Entry::EventOpened {
            event: "e1".into(),
            kind: "exam".into(),
            name: "期中考试".into(),
            on: day("2022-03-17"),
        };
        let life = Life::of("2022-03-14", &[DAILY, EXAM]).done("1.1@2022-03-15", "2022-03-15");
        let life = inspected(life, "1.1", Verdict::Pass, "2022-03-16");
        let life = inspected(life, "1.2", Verdict::Pass, "2022-03-16");
        assert_eq!(
            found(&life, "2022-03-16"),
            ["1.2 - Pass NotDone", "1.1 2022-03-16 Pass NotDone"]
        );
        let life = life
            .say(event, "2022-03-16")
            .done("1.2@event-e1", "2022-03-16");
        assert_eq!(found(&life, "2022-03-16"), ["1.1 2022-03-16 Pass NotDone"]);
    }
}
