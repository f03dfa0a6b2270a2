//! The anchors: the days that due dates are counted from, and what hangs on them.

use super::{Assessment, ItemAssessment, ItemIndex, OccurrenceState, Premises, term_anchor};
use crate::calendar::Period;
use crate::checklist::{Anchor, Due};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// An anchor that can be moved, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorState {
    /// Its name, as checklists and orders give it.
    pub name: String,
    /// Its day; `None` where nobody has set one.
    pub on: Option<NaiveDate>,
    /// The day it had first, where it was moved.
    pub first: Option<NaiveDate>,
    /// How many items that count from it are unfinished.
    pub unfinished: usize,
}

/// The anchors as of the day of a judgement: the first day of the term, then the others by name.
#[must_use]
pub fn anchors(premises: &Premises<'_>, assessment: &Assessment) -> Vec<AnchorState> {
    let hanging = |anchor: &Anchor| {
        let items = assessment.items();
        let hang = |judged: &&ItemAssessment| hangs_on(premises, judged, anchor);
        items.filter(hang).count()
    };
    let term = premises.calendar.current_term(assessment.day);
    let start = term.map(|term| AnchorState {
        name: Anchor::TermStart.to_string(),
        on: Some(term.from),
        first: first(premises, &term_anchor(&term), term.from),
        unfinished: hanging(&Anchor::TermStart),
    });
    let named = names(premises).into_iter().map(|name| {
        let on = premises.anchor(&name);
        AnchorState {
            on,
            first: on.and_then(|on| first(premises, &name, on)),
            unfinished: hanging(&Anchor::Named(name.clone())),
            name,
        }
    });
    start.into_iter().chain(named).collect()
}

/// How many items have an unfinished occurrence whose last day differs between two judgements.
#[must_use]
pub fn moved(before: &Assessment, after: &Assessment) -> usize {
    let dues = |judged: &ItemAssessment| -> HashMap<Period, Option<NaiveDate>> {
        let all = judged.occurrences.iter();
        let unfinished = all.filter(|o| o.is_unfinished() || o.state == OccurrenceState::Upcoming);
        unfinished.map(|o| (o.period.clone(), o.due)).collect()
    };
    let moves = |now: &&ItemAssessment| {
        let Some(then) = before.item(now.index) else {
            return false;
        };
        let then = dues(then);
        let mut now = dues(now).into_iter();
        now.any(|(period, due)| then.get(&period).is_some_and(|before| *before != due))
    };
    after.items().filter(moves).count()
}

/// The anchors by name: those that items count from, and those that the profile gives.
pub(super) fn names(premises: &Premises<'_>) -> BTreeSet<String> {
    let used = premises.items().filter_map(|index| anchor(premises, index));
    let used = used.filter_map(|anchor| match anchor {
        Anchor::Named(name) => Some(name.clone()),
        _ => None,
    });
    used.chain(premises.school.anchors.keys().cloned())
        .collect()
}

fn anchor<'a>(premises: &Premises<'a>, index: ItemIndex) -> Option<&'a Anchor> {
    match &premises.item(index).due {
        Some(Due::Relative { anchor, .. }) => Some(anchor),
        _ => None,
    }
}

/// The first day of an anchor, where it is not its day now.
fn first(premises: &Premises<'_>, name: &str, now: NaiveDate) -> Option<NaiveDate> {
    let first = premises.history.anchor(name).first()?.on;
    (first != now).then_some(first)
}

/// Whether an unfinished occurrence of an item has its last day from the anchor. One that the
/// school has given a last day of its own has not.
fn hangs_on(premises: &Premises<'_>, judged: &ItemAssessment, wanted: &Anchor) -> bool {
    let history = premises.item_history(judged.index);
    let is_set =
        |period| history.is_some_and(|history| !premises.dues_set(history, period).is_empty());
    anchor(premises, judged.index) == Some(wanted)
        && judged.occurrences.iter().any(|o| {
            (o.is_unfinished() || o.state == OccurrenceState::Upcoming) && !is_set(&o.period)
        })
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::*;
    use crate::fact::Entry;

    const ITEMS: [&str; 4] = [
        r#""cadence": "once", "due": "reopening - 3 days""#,
        r#""cadence": "once", "due": "reopening""#,
        r#""cadence": "termly", "due": "term-start + 30 days""#,
        r#""cadence": "daily""#,
    ];

    fn set(on: &str, profile: bool) -> Entry {
        Entry::AnchorSet {
            anchor: "reopening".into(),
            on: day(on),
            profile,
            reason: None,
        }
    }

    fn said(life: &Life, on: &str) -> Vec<String> {
        let assessment = life.judged("2022-W11", on);
        let anchors = life.ask(on, |premises| anchors(premises, &assessment));
        let say = |anchor: AnchorState| {
            let text = |day: Option<NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
            let (on, first) = (text(anchor.on), text(anchor.first));
            format!("{} {on} ({first}) {}", anchor.name, anchor.unfinished)
        };
        anchors.into_iter().map(say).collect()
    }

    #[test]
    fn an_anchor_has_its_day_its_first_day_and_what_hangs_on_it() {
        let life = Life::of_items(&ITEMS, "2022-03-01");
        assert_eq!(
            said(&life, "2022-03-16"),
            ["term-start 2022-02-15 () 1", "reopening  () 2"]
        );
        let life = life
            .of_school(set("2022-03-21", true), "2022-03-14")
            .of_school(set("2022-03-28", false), "2022-03-15")
            .record_of(
                "1.2",
                Some("once"),
                Entry::ItemCompleted {
                    on: day("2022-03-16"),
                },
                "2022-03-16",
            );
        assert_eq!(
            said(&life, "2022-03-16")[1],
            "reopening 2022-03-28 (2022-03-21) 1"
        );
    }

    #[test]
    fn what_the_school_has_given_a_day_of_its_own_does_not_hang_on_the_anchor() {
        let postponed = Entry::ItemPostponed {
            to: day("2022-04-01"),
            reason: "x".into(),
        };
        let life = Life::of_items(&ITEMS, "2022-03-01")
            .of_school(set("2022-03-28", false), "2022-03-15")
            .record_of("1.1", Some("once"), postponed, "2022-03-15");
        assert_eq!(said(&life, "2022-03-16")[1], "reopening 2022-03-28 () 1");
        let before = life.judged("2022-W11", "2022-03-16");
        let life = life.of_school(set("2022-03-30", false), "2022-03-16");
        let after = life.judged("2022-W11", "2022-03-16");
        assert_eq!((moved(&before, &after), moved(&after, &after)), (1, 0));
    }
}
