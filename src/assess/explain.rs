//! Explaining a rate: what is in its numerator, what in its denominator, what was left out and why.

use super::{Assessment, ItemAssessment, ItemIndex, Occurrence, OccurrenceState, Premises};
use super::{Tally, Totals};
use crate::calendar::Period;
use crate::checklist::Cadence;
use chrono::NaiveDate;

/// What a rate is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything that the school follows.
    All,
    /// A checklist, by its index.
    Checklist(usize),
    /// A requirement, by the index of the checklist and its own in that.
    Requirement(usize, usize),
    /// An item.
    Item(ItemIndex),
}

impl Scope {
    /// Whether the item at `index` belongs to it.
    #[must_use]
    pub fn contains(self, index: ItemIndex) -> bool {
        match self {
            Self::All => true,
            Self::Checklist(checklist) => index.checklist == checklist,
            Self::Requirement(checklist, requirement) => {
                (index.checklist, index.requirement) == (checklist, requirement)
            }
            Self::Item(item) => index == item,
        }
    }
}

/// How the rate of a week came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What it is about.
    pub scope: Scope,
    /// The rate with its counts.
    pub totals: Totals,
    /// The numerator: what was required and done.
    pub done: Vec<Part>,
    /// The rest of the denominator: what was required and is not done.
    pub missing: Vec<Part>,
    /// What is in neither.
    pub left_out: Vec<LeftOut>,
}

/// An occurrence that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The item.
    pub index: ItemIndex,
    /// The occurrence.
    pub occurrence: Occurrence,
}

/// Something that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The item.
    pub index: ItemIndex,
    /// The occurrence; `None` where it is about the item in the week as a whole.
    pub period: Option<Period>,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why something does not count in the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It does not apply.
    Waived {
        /// Why not.
        reason: String,
    },
    /// It counts in the week of its last day, done or not.
    NotDueYet {
        /// Its last day.
        due: Option<NaiveDate>,
    },
    /// It was done without being required.
    NotRequired {
        /// On which day.
        on: NaiveDate,
    },
    /// It was given a last day in a later week.
    Postponed {
        /// That day.
        to: NaiveDate,
        /// Why.
        reason: String,
    },
    /// It, or a part of the week, was before anything was required.
    BeforeAdoption {
        /// The first day that counts.
        from: NaiveDate,
    },
    /// The item has nothing in this week.
    Nothing,
}

/// How the rate of `scope` in an assessment came about.
#[must_use]
pub fn explain(premises: &Premises<'_>, assessment: &Assessment, scope: Scope) -> Explanation {
    let mut tally = Tally::default();
    let mut explanation = Explanation {
        scope,
        totals: Totals::default(),
        done: Vec::new(),
        missing: Vec::new(),
        left_out: Vec::new(),
    };
    let items = assessment.items().filter(|item| scope.contains(item.index));
    for judged in items {
        tally.add(&judged.tally(premises.item(judged.index).weight));
        explanation.take(premises, assessment, judged);
    }
    explanation.totals = tally.totals();
    explanation
}

impl Explanation {
    fn take(&mut self, premises: &Premises<'_>, assessment: &Assessment, judged: &ItemAssessment) {
        let index = judged.index;
        for occurrence in &judged.occurrences {
            let part = || Part {
                index,
                occurrence: occurrence.clone(),
            };
            match occurrence.state {
                OccurrenceState::Done { .. } if occurrence.counted => self.done.push(part()),
                OccurrenceState::Waived => self.left_out.push(LeftOut {
                    index,
                    period: Some(occurrence.period.clone()),
                    why: waived(premises, assessment, index),
                }),
                _ if occurrence.counted => self.missing.push(part()),
                _ => self.left_out.push(LeftOut {
                    index,
                    period: Some(occurrence.period.clone()),
                    why: uncounted(premises, assessment, index, occurrence),
                }),
            }
        }
        let why = of_week(premises, assessment, judged);
        self.left_out.extend(why.map(|why| LeftOut {
            index,
            period: None,
            why,
        }));
    }
}

fn waived(premises: &Premises<'_>, assessment: &Assessment, index: ItemIndex) -> WhyLeftOut {
    let waivers = premises.item_history(index).map(|h| &h.waivers);
    let waivers = waivers.into_iter().flatten().rev();
    let mut in_time = waivers.filter(|w| w.from <= assessment.week.sunday());
    let reason = in_time.next().map(|waiver| waiver.reason.clone());
    WhyLeftOut::Waived {
        reason: reason.unwrap_or_default(),
    }
}

fn uncounted(
    premises: &Premises<'_>,
    assessment: &Assessment,
    index: ItemIndex,
    occurrence: &Occurrence,
) -> WhyLeftOut {
    let due = occurrence.due;
    let is_later = due.is_some_and(|due| due > assessment.week.sunday());
    let history = premises.item_history(index);
    let postponed = history.and_then(|h| h.postponements.get(&occurrence.period)?.last());
    match (postponed, occurrence.state) {
        (Some(last), _) if is_later && Some(last.to) == due => WhyLeftOut::Postponed {
            to: last.to,
            reason: last.reason.clone(),
        },
        (_, OccurrenceState::Done { on, .. }) if !is_later => WhyLeftOut::NotRequired { on },
        _ => WhyLeftOut::NotDueYet { due },
    }
}

/// Why an item has nothing in the week, or nothing on some days of it.
fn of_week(
    premises: &Premises<'_>,
    assessment: &Assessment,
    judged: &ItemAssessment,
) -> Option<WhyLeftOut> {
    let week = assessment.week;
    let from = premises.required_from(judged.index);
    let cadence = &premises.item(judged.index).cadence;
    let is_empty = judged.occurrences.is_empty();
    let before = from.pred_opt().unwrap_or(from).min(week.sunday());
    let days_before = premises.calendar.school_days(week.monday(), before);
    let is_cut = match cadence {
        Cadence::Daily => days_before.count() > 0,
        Cadence::Weekly => is_empty && days_before.count() > 0,
        _ => is_empty && from > week.sunday(),
    };
    match (is_cut, is_empty) {
        (true, _) => Some(WhyLeftOut::BeforeAdoption { from }),
        (false, true) => Some(WhyLeftOut::Nothing),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::*;
    use crate::fact::Entry;

    fn explained(life: &Life, week: &str, on: &str, scope: Scope) -> Explanation {
        let assessment = life.judged(week, on);
        life.ask(on, |premises| explain(premises, &assessment, scope))
    }

    /// Why item `1.n` is left out: one line a reason.
    fn left_out(explanation: &Explanation, n: usize) -> Vec<String> {
        let of_item = explanation.left_out.iter();
        let of_item = of_item.filter(|out| out.index.item == n - 1);
        of_item.map(|out| format!("{:?}", out.why)).collect()
    }

    const ITEMS: [&str; 8] = [
        r#""cadence": "daily""#,
        r#""cadence": "weekly", "weight": 3"#,
        r#""cadence": "monthly""#,
        r#""cadence": "termly""#,
        r#""cadence": "once", "due": "2022-03-16""#,
        r#""cadence": "once""#,
        r#""cadence": {"each": "exam"}"#,
        r#""cadence": "daily""#,
    ];

    fn life() -> Life {
        let postponed = Entry::ItemPostponed {
            to: day("2022-03-24"),
            reason: "later".into(),
        };
        let waived = Entry::ItemWaived {
            reason: "none here".into(),
            from: day("2022-03-16"),
        };
        let completed = Entry::ItemCompleted {
            on: day("2022-03-16"),
        };
        Life::of_items(&ITEMS, "2022-03-01")
            .done("2022-03-14", "2022-03-14")
            .done("2022-03-20", "2022-03-20")
            .record_of("1.2", Some("2022-W11"), postponed, "2022-03-17")
            .record_of("1.3", Some("2022-03"), completed, "2022-03-16")
            .record_of("1.8", None, waived, "2022-03-16")
    }

    #[test]
    fn the_parts_of_every_scope_add_up_to_its_totals_and_leave_no_item_out() {
        let life = life();
        let weeks = ["2022-W09", "2022-W10", "2022-W11", "2022-W12", "2022-W14"];
        let days = [
            "2022-03-02",
            "2022-03-16",
            "2022-03-20",
            "2022-03-25",
            "2022-04-08",
        ];
        for (week, on) in weeks
            .iter()
            .flat_map(|w| days.iter().map(move |d| (*w, *d)))
        {
            let assessment = life.judged(week, on);
            let items = assessment.items().map(|item| Scope::Item(item.index));
            let scopes = [Scope::All, Scope::Checklist(0), Scope::Requirement(0, 0)];
            for scope in scopes.into_iter().chain(items) {
                let explanation = explained(&life, week, on, scope);
                let Explanation {
                    totals,
                    done,
                    missing,
                    left_out,
                    ..
                } = &explanation;
                let waived = left_out.iter();
                let waived = waived.filter(|out| matches!(out.why, WhyLeftOut::Waived { .. }));
                let at = format!("{week} as of {on}, {scope:?}");
                assert_eq!(done.len() as u64, totals.done, "{at}");
                assert_eq!((done.len() + missing.len()) as u64, totals.required, "{at}");
                assert_eq!(waived.count() as u64, totals.waived, "{at}");
                for item in assessment.items().filter(|i| scope.contains(i.index)) {
                    let parts = done.iter().chain(missing).map(|part| part.index);
                    let mut all = parts.chain(left_out.iter().map(|out| out.index));
                    assert!(
                        all.any(|index| index == item.index),
                        "{at}: {:?}",
                        item.index
                    );
                }
            }
            let all = explained(&life, week, on, Scope::All);
            assert_eq!(all.totals, assessment.tally.totals());
        }
    }

    #[test]
    fn every_reason_is_said() {
        let life = life();
        let explanation = explained(&life, "2022-W11", "2022-03-20", Scope::All);
        let of = |n| left_out(&explanation, n);
        assert_eq!(of(1), ["NotRequired { on: 2022-03-20 }"]);
        assert_eq!(of(2), [r#"Postponed { to: 2022-03-24, reason: "later" }"#]);
        assert_eq!(of(3), ["NotDueYet { due: Some(2022-03-31) }"]);
        assert_eq!(of(4), ["NotDueYet { due: Some(2022-07-05) }"]);
        assert_eq!(of(5), Vec::<String>::new());
        assert_eq!(of(6), Vec::<String>::new());
        assert_eq!(of(7), ["Nothing"]);
        assert_eq!(of(8), [r#"Waived { reason: "none here" }"#; 5]);
        assert_eq!((explanation.done.len(), explanation.missing.len()), (1, 6));
    }

    #[test]
    fn days_before_the_adoption_are_left_out() {
        let life = Life::of_items(&ITEMS, "2022-03-16");
        let explanation = explained(&life, "2022-W11", "2022-03-16", Scope::All);
        assert_eq!(
            left_out(&explanation, 1),
            ["BeforeAdoption { from: 2022-03-16 }"]
        );
        assert_eq!(left_out(&explanation, 2), Vec::<String>::new());
        let before = explained(&life, "2022-W10", "2022-03-16", Scope::All);
        assert_eq!(
            left_out(&before, 3),
            ["BeforeAdoption { from: 2022-03-16 }"]
        );
        assert_eq!(before.totals.required, 0);
    }
}
