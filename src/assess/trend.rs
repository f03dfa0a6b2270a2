//! The rates of the last weeks, together and for each requirement.

use super::{Premises, Tally, Totals, occurrence};
use crate::calendar::Week;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The last weeks in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The weeks, oldest first.
    pub weeks: Vec<Week>,
    /// Everything, week by week.
    pub all: Vec<Totals>,
    /// The requirements that have items the school answers for, in order.
    pub requirements: Vec<RequirementTrend>,
}

/// A requirement in the last weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementTrend {
    /// The index of its checklist.
    pub checklist: usize,
    /// Its index in that.
    pub requirement: usize,
    /// Its totals, week by week.
    pub totals: Vec<Totals>,
}

/// The `weeks` weeks up to `week`, each as of `day`. Weeks before anything was required are left
/// out.
#[must_use]
pub fn trend(premises: &Premises<'_>, week: Week, day: NaiveDate, weeks: usize) -> Trend {
    let adopted = premises.adopted.iter();
    let from = adopted.map(|a| a.adoption.required_from()).min();
    let back = std::iter::successors(Some(week), |week| Some(week.previous()));
    let mut weeks: Vec<Week> = back
        .take(weeks)
        .take_while(|week| from.is_some_and(|from| from <= week.sunday()))
        .collect();
    weeks.reverse();
    let mut requirements: BTreeMap<(usize, usize), Vec<Totals>> = BTreeMap::new();
    let mut all = Vec::new();
    for week in &weeks {
        let tallies = tallies(premises, *week, day);
        let mut tally = Tally::default();
        for (requirement, of) in &tallies {
            tally.add(of);
            requirements
                .entry(*requirement)
                .or_default()
                .push(of.totals());
        }
        all.push(tally.totals());
    }
    let requirements = requirements.into_iter();
    Trend {
        weeks,
        all,
        requirements: requirements
            .map(|((checklist, requirement), totals)| RequirementTrend {
                checklist,
                requirement,
                totals,
            })
            .collect(),
    }
}

/// The counts of a week by checklist and requirement.
fn tallies(premises: &Premises<'_>, week: Week, day: NaiveDate) -> BTreeMap<(usize, usize), Tally> {
    let window = occurrence::Window::new(premises.calendar, week, day);
    let mut tallies: BTreeMap<(usize, usize), Tally> = BTreeMap::new();
    for index in premises.items() {
        let at = (index.checklist, index.requirement);
        let tally = tallies.entry(at).or_default();
        let history = premises.item_history(index);
        for occurrence in occurrence::occurrences(premises, &window, index, history) {
            tally.count(&occurrence, premises.item(index).weight);
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::*;

    #[test]
    fn each_week_is_as_its_assessment_and_weeks_before_the_adoption_are_left_out() {
        let items = [
            r#""cadence": "daily""#,
            r#""cadence": "weekly", "weight": 3"#,
        ];
        let life = Life::of_items(&items, "2022-03-09")
            .done("2022-03-10", "2022-03-10")
            .done("2022-03-14", "2022-03-14");
        let week = "2022-W12".parse().expect("a week");
        let on = "2022-03-22";
        let trend = life.ask(on, |premises| trend(premises, week, day(on), 12));
        let weeks: Vec<String> = trend.weeks.iter().map(Week::to_string).collect();
        assert_eq!(weeks, ["2022-W10", "2022-W11", "2022-W12"]);
        for (n, week) in weeks.iter().enumerate() {
            let assessment = life.judged(week, on);
            assert_eq!(trend.all[n], assessment.tally.totals());
            let requirement = &assessment.checklists[0].requirements[0];
            assert_eq!(trend.requirements[0].totals[n], requirement.tally.totals());
        }
        assert_eq!(trend.requirements.len(), 1);
        let counts = trend.all.iter().map(|t| (t.done, t.required));
        assert_eq!(counts.collect::<Vec<_>>(), [(1, 4), (1, 6), (0, 6)]);
    }

    #[test]
    fn no_more_weeks_are_shown_than_asked_for() {
        let life = Life::of(r#""cadence": "daily""#, "2021-09-01");
        let week = "2022-W12".parse().expect("a week");
        let trend = life.ask("2022-03-22", |p| trend(p, week, day("2022-03-22"), 2));
        assert_eq!((trend.weeks.len(), trend.all.len()), (2, 2));
        assert_eq!(trend.weeks.last(), Some(&week));
    }
}
