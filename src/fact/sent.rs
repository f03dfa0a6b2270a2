//! What was sent to whom: a report that left the school, with the figures that can be compared.

use super::{Entry, Fact};
use crate::calendar::Week;
use crate::checklist::{ItemRef, RequirementRef};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A report that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// The week it is of.
    pub week: Week,
    /// The day as of which everything in it is judged.
    pub as_of: NaiveDate,
    /// The layout it was written in, where in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<String>,
    /// Who got it.
    pub to: String,
    /// The files it was written to.
    pub files: Vec<SentFile>,
    /// How many entries of the record it rests on.
    pub facts: u64,
    /// Its figures.
    pub figures: SentFigures,
}

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentFile {
    /// Its form, as a file ending: `yaml`.
    pub form: String,
    /// The digest of its bytes, `sha256:…`.
    pub digest: String,
}

/// The figures of a report that another report of the same week may have too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentFigures {
    /// What all its requirements add up to.
    pub totals: SentCounts,
    /// How many findings on them are open.
    pub findings_open: u64,
    /// Requirement by requirement.
    pub requirements: BTreeMap<RequirementRef, SentCounts>,
    /// The numbers that were read off.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub measures: BTreeMap<ItemRef, SentNumber>,
}

/// Numbers of occurrences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentCounts {
    /// Required.
    pub required: u64,
    /// Done, late ones among them.
    pub done: u64,
    /// Done after their last day.
    pub late: u64,
    /// Not done, and their last day is past.
    pub overdue: u64,
    /// Left out because they do not apply.
    pub waived: u64,
}

/// A number that was read off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentNumber {
    /// The number.
    pub value: u64,
    /// The number to reach, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
}

/// One of the figures of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// A count of all requirements that the report shows.
    Total(Count),
    /// The open findings.
    FindingsOpen,
    /// A count of one requirement.
    Requirement(RequirementRef, Count),
    /// The number of an item.
    Number(ItemRef),
    /// The number to reach of an item.
    Target(ItemRef),
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// What is required.
    Required,
    /// What is done.
    Done,
    /// What is done late.
    Late,
    /// What is overdue.
    Overdue,
    /// What does not apply.
    Waived,
}

/// A figure that two reports give differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureDifference {
    /// Which one.
    pub figure: Figure,
    /// In the earlier report; nothing where it did not know.
    pub before: Option<u64>,
    /// In the later one.
    pub now: Option<u64>,
}

impl SentFigures {
    /// The figures that both have and that differ, in the order of the report. The sums of
    /// different requirements are different figures.
    #[must_use]
    pub fn differences(&self, now: &Self) -> Vec<FigureDifference> {
        let mut found = Vec::new();
        if self.requirements.keys().eq(now.requirements.keys()) {
            found.extend(self.totals.differences(now.totals, Figure::Total));
            let (before, now) = (self.findings_open, now.findings_open);
            found.push(FigureDifference::new(Figure::FindingsOpen, before, now));
        }
        for (requirement, before) in &self.requirements {
            if let Some(now) = now.requirements.get(requirement) {
                let figure = |count| Figure::Requirement(requirement.clone(), count);
                found.extend(before.differences(*now, figure));
            }
        }
        for (item, before) in &self.measures {
            if let Some(now) = now.measures.get(item) {
                let number = Figure::Number(item.clone());
                found.push(FigureDifference::new(number, before.value, now.value));
                let target = Figure::Target(item.clone());
                found.push(FigureDifference::new(target, before.of, now.of));
            }
        }
        found.retain(|one| one.before != one.now);
        found
    }
}

impl SentCounts {
    fn differences(self, now: Self, figure: impl Fn(Count) -> Figure) -> [FigureDifference; 5] {
        [
            (Count::Required, self.required, now.required),
            (Count::Done, self.done, now.done),
            (Count::Late, self.late, now.late),
            (Count::Overdue, self.overdue, now.overdue),
            (Count::Waived, self.waived, now.waived),
        ]
        .map(|(count, before, now)| FigureDifference::new(figure(count), before, now))
    }
}

impl FigureDifference {
    fn new(figure: Figure, before: impl Into<Option<u64>>, now: impl Into<Option<u64>>) -> Self {
        Self {
            figure,
            before: before.into(),
            now: now.into(),
        }
    }
}

/// An entry of the ledger of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its place in the record.
    pub seq: u64,
    /// The moment it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Arc<str>,
    /// What was sent.
    pub sending: Sending,
}

impl Sent {
    pub(super) fn of(fact: &Fact) -> Option<Self> {
        let Entry::ReportSent(sending) = &fact.entry else {
            return None;
        };
        Some(Self {
            seq: fact.seq,
            recorded: fact.recorded,
            by: fact.by.clone(),
            sending: (**sending).clone(),
        })
    }

    /// The figures that a report of that week and day gives otherwise than this one did; none where
    /// it is of another week or as of another day.
    #[must_use]
    pub fn differences(
        &self,
        week: Week,
        as_of: NaiveDate,
        now: &SentFigures,
    ) -> Vec<FigureDifference> {
        if (self.sending.week, self.sending.as_of) != (week, as_of) {
            return Vec::new();
        }
        self.sending.figures.differences(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(required: u64, done: u64) -> SentCounts {
        SentCounts {
            required,
            done,
            ..SentCounts::default()
        }
    }

    fn figures(requirements: &[(&str, SentCounts)]) -> SentFigures {
        let mut figures = SentFigures::default();
        for (name, counts) in requirements {
            let name: RequirementRef = name.parse().expect("a name");
            figures.requirements.insert(name, *counts);
            figures.totals.required += counts.required;
            figures.totals.done += counts.done;
        }
        figures
    }

    fn differing(
        before: &SentFigures,
        now: &SentFigures,
    ) -> Vec<(String, Option<u64>, Option<u64>)> {
        let found = before.differences(now).into_iter();
        found
            .map(|one| (format!("{:?}", one.figure), one.before, one.now))
            .collect()
    }

    #[test]
    fn only_what_both_have_is_compared() {
        let before = figures(&[("c/1", counts(5, 4)), ("c/2", counts(3, 3))]);
        assert_eq!(differing(&before, &before), []);
        let excerpt = figures(&[("c/1", counts(5, 5)), ("c/3", counts(9, 9))]);
        let found = before.differences(&excerpt);
        let [only] = &found[..] else {
            panic!("{found:?}")
        };
        let one = "c/1".parse().expect("a name");
        assert_eq!(only.figure, Figure::Requirement(one, Count::Done));
        assert_eq!((only.before, only.now), (Some(4), Some(5)));
    }

    #[test]
    fn sums_are_compared_where_they_are_of_the_same_requirements() {
        let before = figures(&[("c/1", counts(5, 4)), ("c/2", counts(3, 3))]);
        let mut now = figures(&[("c/2", counts(3, 3)), ("c/1", counts(5, 5))]);
        now.findings_open = 2;
        let found = before.differences(&now);
        let found: Vec<&Figure> = found.iter().map(|one| &one.figure).collect();
        let one = "c/1".parse().expect("a name");
        let all = [
            &Figure::Total(Count::Done),
            &Figure::FindingsOpen,
            &Figure::Requirement(one, Count::Done),
        ];
        assert_eq!(found, all);
    }

    #[test]
    fn a_number_and_its_target_are_two_figures() {
        let item: ItemRef = "c/1.1".parse().expect("a name");
        let with = |value, of| {
            let mut figures = SentFigures::default();
            let number = SentNumber { value, of };
            figures.measures.insert(item.clone(), number);
            figures
        };
        let found = with(40, None).differences(&with(55, Some(60)));
        let values: Vec<_> = found.iter().map(|one| (one.before, one.now)).collect();
        assert_eq!(values, [(Some(40), Some(55)), (None, Some(60))]);
        assert_eq!(differing(&with(40, None), &SentFigures::default()), []);
    }
}
