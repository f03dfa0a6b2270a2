//! What a school weighs in the draw, and why.

use super::super::roster::{Roster, RosterSchool};
use super::super::row::Row;
use crate::calendar::Week;
use crate::review::MOST_WEEKS;
use std::collections::HashMap;

/// What a school without any report counts: as much as one with much to be seen.
const NEVER_REPORTED: u64 = 20;
/// The most that any other cause counts.
const MOST: u64 = 10;
/// What a closed gate counts.
const GATE: u64 = 5;
/// What each week without a report counts.
const SILENT_WEEK: u64 = 5;

/// A school in the draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// The school.
    pub school: RosterSchool,
    /// The week of its newest report, if there is any.
    pub newest: Option<Week>,
    /// What speaks for a visit.
    pub points: Vec<Points>,
    /// The last week in which its reports show an inspection.
    pub inspected: Option<Week>,
    /// The whole weeks since then, at most 52; 52 where none is seen.
    pub weeks: u64,
}

/// What one cause counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// The cause.
    pub cause: Cause,
    /// How much it counts.
    pub points: u64,
}

/// What speaks for visiting a school. All figures are those of its newest report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Every school may be visited: 1.
    Every,
    /// There is no report of it at all: 20.
    NeverReported,
    /// So many weeks have passed since its newest report: 5 each, at most 10.
    NotReported(u64),
    /// So many of the required occurrences are overdue: 1 for each tenth that is begun.
    Overdue {
        /// Overdue.
        overdue: u64,
        /// Required.
        required: u64,
    },
    /// So many open findings are past their limit: 2 each, at most 10.
    PastLimit(u64),
    /// So many gate items are not as they should be: 5.
    GateClosed(u64),
    /// On so many items inspector and school say different things: 2 each, at most 10.
    Disagreements(u64),
    /// So many weeks in a row, up to its newest report, with nothing to report: 2 for each but the
    /// first, at most 10.
    NothingToReport(u64),
}

impl Cause {
    /// How much it counts; nothing where there is nothing of the kind.
    fn points(self) -> u64 {
        let each = |points: u64, count: u64| points.saturating_mul(count).min(MOST);
        match self {
            Self::Every => 1,
            Self::NeverReported => NEVER_REPORTED,
            Self::NotReported(weeks) => each(SILENT_WEEK, weeks),
            Self::Overdue { overdue, required } => tenths(overdue, required),
            Self::PastLimit(count) | Self::Disagreements(count) => each(2, count),
            Self::GateClosed(count) => each(GATE, count.min(1)),
            Self::NothingToReport(weeks) => each(2, weeks.saturating_sub(1)),
        }
    }
}

/// How many tenths of `whole` `part` has begun, at most ten.
fn tenths(part: u64, whole: u64) -> u64 {
    if whole == 0 {
        return 0;
    }
    part.saturating_mul(10).div_ceil(whole).min(MOST)
}

impl Lot {
    /// Every school of the roster, in its order. No row is of a week after `week`.
    pub(super) fn all(roster: &Roster, rows: &[&Row], week: Week) -> Vec<Self> {
        let mut of: HashMap<&str, Vec<&Row>> = HashMap::new();
        for row in rows {
            of.entry(&row.school.id).or_default().push(row);
        }
        let schools = roster.schools.iter();
        schools
            .map(|school| {
                let mut rows = of.remove(school.id.as_str()).unwrap_or_default();
                rows.sort_by_key(|row| std::cmp::Reverse(row.week));
                Self::of(school, &rows, week)
            })
            .collect()
    }

    /// A school, from its rows, the newest first.
    fn of(school: &RosterSchool, rows: &[&Row], week: Week) -> Self {
        let inspected = rows.iter().find(|row| row.inspections > 0);
        let inspected = inspected.map(|row| row.week);
        let weeks = inspected.map_or(MOST_WEEKS, |last| weeks_between(last, week));
        let points = causes(rows, week).into_iter().filter_map(|cause| {
            let points = cause.points();
            (points > 0).then_some(Points { cause, points })
        });
        Self {
            school: school.clone(),
            newest: rows.first().map(|row| row.week),
            points: points.collect(),
            inspected,
            weeks: weeks.min(MOST_WEEKS),
        }
    }

    /// What speaks for a visit, added up.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.points.iter().map(|of| of.points).sum()
    }

    /// What it counts in the draw: its points times one more than the weeks since the last
    /// inspection.
    #[must_use]
    pub fn weight(&self) -> u64 {
        self.sum() * (1 + self.weeks)
    }
}

/// What speaks for a visit, by the rows of a school, the newest first; also what counts nothing.
fn causes(rows: &[&Row], week: Week) -> Vec<Cause> {
    let Some(newest) = rows.first() else {
        return vec![Cause::Every, Cause::NeverReported];
    };
    let count = |list: &[String]| u64::try_from(list.len()).unwrap_or(u64::MAX);
    vec![
        Cause::Every,
        Cause::NotReported(weeks_between(newest.week, week)),
        Cause::Overdue {
            overdue: newest.totals.overdue,
            required: newest.totals.required,
        },
        Cause::PastLimit(newest.findings.past_limit),
        Cause::GateClosed(count(&newest.gates_closed)),
        Cause::Disagreements(newest.disagreements),
        Cause::NothingToReport(quiet_weeks(rows)),
    ]
}

/// How many weeks in a row, from the newest back, there was nothing to report.
fn quiet_weeks(rows: &[&Row]) -> u64 {
    let mut expected = rows.first().map(|row| row.week);
    let quiet = rows.iter().take_while(|row| {
        let follows = row.nothing_to_report && Some(row.week) == expected;
        expected = Some(row.week.previous());
        follows
    });
    u64::try_from(quiet.count()).unwrap_or(u64::MAX)
}

fn weeks_between(from: Week, to: Week) -> u64 {
    u64::try_from((to.monday() - from.monday()).num_weeks()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::made::{roster, row, week};
    use super::*;

    fn lot(rows: &[Row]) -> Lot {
        let rows: Vec<&Row> = rows.iter().collect();
        let lots = Lot::all(&roster(&["a"]), &rows, week("2022-W11"));
        lots.into_iter().next().expect("a lot")
    }

    fn of(week: &str) -> Row {
        row("a", week, "c", &["1.1"])
    }

    fn points(lot: &Lot) -> Vec<(Cause, u64)> {
        let counted = lot.points.iter().filter(|of| of.cause != Cause::Every);
        counted.map(|of| (of.cause, of.points)).collect()
    }

    #[test]
    fn a_school_in_order_counts_one_times_the_weeks_since_the_last_visit() {
        let mut earlier = of("2022-W08");
        earlier.inspections = 1;
        let visited = lot(&[earlier, of("2022-W11")]);
        assert_eq!((visited.weight(), visited.weeks), (4, 3));
        assert_eq!(visited.inspected, Some(week("2022-W08")));
        let never = lot(&[of("2022-W11")]);
        assert_eq!((never.weight(), never.inspected), (53, None));
        let mut long_ago = of("2020-W11");
        long_ago.inspections = 1;
        assert_eq!(lot(&[long_ago, of("2022-W11")]).weight(), 53);
    }

    #[test]
    fn every_cause_of_the_newest_report_counts_and_those_of_older_ones_do_not() {
        let mut old = of("2022-W10");
        old.findings.past_limit = 9;
        old.disagreements = 9;
        let mut new = of("2022-W11");
        (new.totals.required, new.totals.overdue) = (40, 6);
        new.findings.past_limit = 3;
        new.gates_closed = vec!["c/1.1".into(), "c/1.2".into()];
        new.disagreements = 7;
        let (overdue, required) = (6, 40);
        let lot = lot(&[new, old]);
        assert_eq!(
            points(&lot),
            [
                (Cause::Overdue { overdue, required }, 2),
                (Cause::PastLimit(3), 6),
                (Cause::GateClosed(2), 5),
                (Cause::Disagreements(7), 10),
            ]
        );
        assert_eq!(lot.weight(), 24 * 53);
    }

    #[test]
    fn silence_counts_more_the_longer_it_lasts() {
        assert_eq!(points(&lot(&[])), [(Cause::NeverReported, 20)]);
        let silent = |week| points(&lot(&[of(week)]));
        assert_eq!(silent("2022-W11"), []);
        assert_eq!(silent("2022-W10"), [(Cause::NotReported(1), 5)]);
        assert_eq!(silent("2022-W03"), [(Cause::NotReported(8), 10)]);
    }

    #[test]
    fn nothing_to_report_counts_from_the_second_week_in_a_row() {
        let quiet = |week| Row {
            nothing_to_report: true,
            ..of(week)
        };
        assert_eq!(points(&lot(&[quiet("2022-W11")])), []);
        let three = [quiet("2022-W09"), quiet("2022-W10"), quiet("2022-W11")];
        assert_eq!(points(&lot(&three)), [(Cause::NothingToReport(3), 4)]);
        let broken = [
            quiet("2022-W08"),
            of("2022-W09"),
            quiet("2022-W10"),
            quiet("2022-W11"),
        ];
        assert_eq!(points(&lot(&broken)), [(Cause::NothingToReport(2), 2)]);
        let gap = [quiet("2022-W09"), quiet("2022-W11")];
        assert_eq!(points(&lot(&gap)), []);
    }

    #[test]
    fn tenths_are_counted_once_they_are_begun() {
        let cases = [
            (0, 0, 0),
            (0, 40, 0),
            (1, 40, 1),
            (4, 40, 1),
            (5, 40, 2),
            (40, 40, 10),
        ];
        for (part, whole, wanted) in cases {
            assert_eq!(tenths(part, whole), wanted, "{part}/{whole}");
        }
        assert_eq!(tenths(u64::MAX, 1), 10);
    }
}
