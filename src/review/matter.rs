//! One thing that needs a decision, and what can be decided about it.

use crate::assess::{Assessment, ItemIndex, Pace, Premises};
use crate::calendar::Period;
use crate::checklist::Cadence;
use crate::fact::{Concern, Decision, FindingId, FindingState};
use chrono::NaiveDate;

/// One thing that needs a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The item.
    pub index: ItemIndex,
    /// Why it calls for a decision.
    pub concern: Concern,
    /// The occurrences it is about, oldest first: the decision covers all of them. Empty where it
    /// is about the item as a whole.
    pub periods: Vec<Period>,
    /// The finding it is about.
    pub finding: Option<FindingId>,
    /// The earliest last day of the occurrences, or the finding's limit.
    pub due: Option<NaiveDate>,
    /// Whether this week's review has passed it over.
    pub skipped: bool,
}

impl Matter {
    /// The pace of the number that it is about, as of the judgement: of the first of its
    /// occurrences that has one.
    #[must_use]
    pub fn pace(&self, premises: &Premises<'_>, assessment: &Assessment) -> Option<Pace> {
        if self.finding.is_some() || self.concern.is_housekeeping() {
            return None;
        }
        let occurrences = assessment.item(self.index)?.occurrences.iter();
        let mut own = occurrences.filter(|o| self.periods.contains(&o.period));
        own.find_map(|occurrence| premises.pace_of(self.index, occurrence, assessment.day))
    }

    /// The decisions that make sense, in the order of their keys:
    ///
    /// | about | done | partly | not done | postponed | not applicable | kept | skipped |
    /// |---|---|---|---|---|---|---|---|
    /// | an occurrence | yes | yes | yes | yes | yes | | yes |
    /// | … of a daily item | yes | yes | yes | | yes | | yes |
    /// | a number off its pace | yes | yes | yes | yes | yes | yes | yes |
    /// | … of a daily item | yes | yes | yes | | yes | yes | yes |
    /// | a finding | put right | yes | | a later limit | | yes | yes |
    /// | … put right, not verified | | yes | | a later limit | | yes | yes |
    /// | a tick that has lapsed | yes | | | | yes | yes | yes |
    /// | evidence, owner, a changed item | | | | | yes | yes | yes |
    /// | a waiver | | | | | | yes | yes |
    ///
    /// A finding that is struck off, an owner named, evidence attached and a waiver lifted settle
    /// the matter by themselves, since nothing is left to decide.
    #[must_use]
    pub fn rulings(&self, premises: &Premises<'_>) -> &'static [Decision] {
        use Decision::{Done, Kept, NotApplicable, NotDone, Partly, Postponed, Skipped};
        if let Some(finding) = &self.finding {
            let finding = premises.history.finding(finding);
            return match finding.map(crate::fact::Finding::state) {
                Some(FindingState::Open) => &[Done, Partly, Postponed, Kept, Skipped],
                _ => &[Partly, Postponed, Kept, Skipped],
            };
        }
        let daily = premises.item(self.index).cadence == Cadence::Daily;
        match self.concern {
            Concern::Measure if daily => &[Done, Partly, NotDone, NotApplicable, Kept, Skipped],
            Concern::Measure => &[
                Done,
                Partly,
                NotDone,
                Postponed,
                NotApplicable,
                Kept,
                Skipped,
            ],
            Concern::Lapsed => &[Done, NotApplicable, Kept, Skipped],
            Concern::Evidence | Concern::Owner | Concern::Changed => {
                &[NotApplicable, Kept, Skipped]
            }
            Concern::Waiver => &[Kept, Skipped],
            _ if daily => &[Done, Partly, NotDone, NotApplicable, Skipped],
            _ => &[Done, Partly, NotDone, Postponed, NotApplicable, Skipped],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::fact::Entry;
    use crate::review::life::{Life, day};
    use crate::review::queue;

    fn rulings(life: &Life, on: &str) -> Vec<Decision> {
        life.on(on, |premises, day| {
            let queue = queue(premises, &assess(premises, day));
            queue.matters[0].rulings(premises).to_vec()
        })
    }

    #[test]
    fn a_weekly_item_can_be_postponed_and_a_daily_one_cannot() {
        let weekly = Life::of("2022-03-14", &[r#""cadence": "weekly""#]);
        assert!(rulings(&weekly, "2022-03-18").contains(&Decision::Postponed));
        let daily = Life::of("2022-03-14", &[r#""cadence": "daily""#]);
        assert!(!rulings(&daily, "2022-03-18").contains(&Decision::Postponed));
    }

    #[test]
    fn a_finding_that_is_put_right_cannot_be_put_right_again() {
        let life = Life::of("2022-03-01", &[r#""cadence": "once""#]);
        let life = life.found("1.1", "2022-03-10", "2022-03-03");
        assert!(rulings(&life, "2022-03-18").contains(&Decision::Done));
        let fixed = Entry::FindingFixed {
            fixer: "陈静".into(),
            finding: FindingId("F1".into()),
            on: day("2022-03-15"),
        };
        let life = life.say(fixed, "2022-03-15");
        assert!(!rulings(&life, "2022-03-18").contains(&Decision::Done));
        assert!(rulings(&life, "2022-03-18").contains(&Decision::Kept));
    }

    #[test]
    fn every_matter_can_be_passed_over() {
        let life = Life::of("2022-03-14", &[r#""cadence": "once""#]);
        life.on("2022-03-18", |premises, _| {
            for concern in Concern::ALL {
                let matter = Matter {
                    index: crate::review::life::nth(1),
                    concern,
                    periods: vec![],
                    finding: None,
                    due: None,
                    skipped: false,
                };
                assert_eq!(matter.rulings(premises).last(), Some(&Decision::Skipped));
            }
        });
    }
}
