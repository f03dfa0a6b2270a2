//! What stands against the statement that there is nothing to report.

use super::queue;
use crate::assess::{Assessment, Premises};
use crate::fact::Concern;

/// The kind of event that is an incident, as checklists name it.
const INCIDENT: &str = "incident";

/// Something that has to be reported. Each is a number of them, never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Occurrences of the week that are overdue.
    Overdue(usize),
    /// Findings that are not struck off.
    FindingsOpen(usize),
    /// Findings raised in the week.
    FindingsRaised(usize),
    /// Incidents of the week, and earlier ones that are not over.
    Incidents(usize),
    /// Matters about doing that the week's review has not decided.
    Undecided(usize),
}

/// What stands against stating that there was nothing to report in the week that was judged; empty
/// where it may be stated.
#[must_use]
pub fn can_report_nothing(premises: &Premises<'_>, assessment: &Assessment) -> Vec<Obstacle> {
    let week = assessment.week;
    let overdue = usize::try_from(assessment.tally.totals().overdue).unwrap_or(usize::MAX);
    let findings = premises.history.findings().iter();
    let known = findings.filter(|finding| finding.raised.on <= week.sunday());
    let open = known.clone().filter(|finding| finding.is_open()).count();
    let raised = known.filter(|f| week.contains(f.raised.on)).count();
    let events = premises.history.events().iter();
    let incidents = events
        .filter(|event| event.kind == INCIDENT && event.on <= week.sunday())
        .filter(|event| event.closed.is_none_or(|closed| closed >= week.monday()))
        .count();
    let matters = queue(premises, assessment).matters;
    let undecided = matters.iter().filter(|m| m.concern <= Concern::Measure);
    let undecided = undecided.count();
    let all = [
        (overdue, Obstacle::Overdue(overdue)),
        (open, Obstacle::FindingsOpen(open)),
        (raised, Obstacle::FindingsRaised(raised)),
        (incidents, Obstacle::Incidents(incidents)),
        (undecided, Obstacle::Undecided(undecided)),
    ];
    let there = all.into_iter().filter(|(count, _)| *count > 0);
    there.map(|(_, obstacle)| obstacle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::fact::Entry;
    use crate::review::life::{Life, day};

    fn obstacles(life: &Life, on: &str) -> Vec<Obstacle> {
        life.on(on, |premises, day| {
            can_report_nothing(premises, &assess(premises, day))
        })
    }

    #[test]
    fn a_quiet_week_has_nothing_to_report() {
        let life = Life::of("2022-03-14", &[r#""cadence": "daily", "owner": "doctor""#]);
        assert_eq!(
            obstacles(&life, "2022-03-17"),
            [Obstacle::Overdue(3), Obstacle::Undecided(1)]
        );
        assert_eq!(obstacles(&life, "2022-03-14"), [Obstacle::Undecided(1)]);
        let life = life.done("1.1@2022-03-14", "2022-03-14");
        assert_eq!(obstacles(&life, "2022-03-14"), []);
    }

    #[test]
    fn a_finding_is_reported_in_its_week_and_while_it_is_open() {
        let life = Life::of("2022-03-14", &[r#""cadence": "monthly""#]);
        let life = life.found("1.1", "2022-03-25", "2022-03-14");
        let both = [Obstacle::FindingsOpen(1), Obstacle::FindingsRaised(1)];
        assert_eq!(obstacles(&life, "2022-03-16"), both);
        assert_eq!(obstacles(&life, "2022-03-21"), [Obstacle::FindingsOpen(1)]);
        let life = life.closed("F1", "2022-03-17");
        assert_eq!(
            obstacles(&life, "2022-03-18"),
            [Obstacle::FindingsRaised(1)]
        );
        assert_eq!(obstacles(&life, "2022-03-21"), []);
    }

    #[test]
    fn an_incident_is_reported_until_the_week_in_which_it_is_over() {
        let event = |kind: &str| Entry::EventOpened {
            event: kind.into(),
            kind: kind.into(),
            name: "x".into(),
            on: day("2022-03-16"),
        };
        let item = r#""cadence": "once", "due": "2022-05-20""#;
        let life = Life::of("2022-03-14", &[item]);
        let life = life.say(event("exam"), "2022-03-16");
        assert_eq!(obstacles(&life, "2022-03-16"), []);
        let life = life.say(event("incident"), "2022-03-16");
        assert_eq!(obstacles(&life, "2022-03-25"), [Obstacle::Incidents(1)]);
        let over = Entry::EventClosed {
            event: "incident".into(),
            on: day("2022-03-23"),
        };
        let life = life.say(over, "2022-03-23");
        assert_eq!(obstacles(&life, "2022-03-25"), [Obstacle::Incidents(1)]);
        assert_eq!(obstacles(&life, "2022-03-28"), []);
    }
}
