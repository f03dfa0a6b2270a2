//! What lies ahead: the next days that work is counted from or has to be finished by, and what is
//! still to be done for each of them.

use super::anchors::names;
use super::{Feasibility, Planned, Premises, TooLate};
use crate::calendar::{Period, Term};
use crate::checklist::{Anchor, Due};
use chrono::NaiveDate;

/// A day ahead that work is done for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What happens on it.
    pub what: Occasion,
    /// The day.
    pub on: NaiveDate,
    /// What is unfinished for it: what is counted from it, and what can hardly be finished by it. What
    /// has to begin first comes first.
    pub works: Vec<Planned>,
}

/// What happens on a day ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// A term begins.
    TermStart(Term),
    /// A term ends.
    TermEnd(Term),
    /// A day that the school has named, by its name.
    Named(String),
    /// An event that was opened, by its id.
    Event(String),
}

impl Milestone {
    /// How many of its works are late, or have to be begun today.
    #[must_use]
    pub fn at_risk(&self) -> usize {
        let works = self.works.iter();
        works.filter(|work| is_at_risk(work)).count()
    }
}

/// Whether something is late, or has to be begun today.
#[must_use]
pub fn is_at_risk(work: &Planned) -> bool {
    work.feasibility != Feasibility::InTime
}

/// The days ahead as of `day`, the nearest first: the end of the term or the beginning of the next
/// one, the anchors and the open events that are not past, each with what `schedule` plans for it.
#[must_use]
pub fn ahead(premises: &Premises<'_>, schedule: &[Planned], day: NaiveDate) -> Vec<Milestone> {
    let mut ahead: Vec<Milestone> = occasions(premises, day)
        .into_iter()
        .filter(|(on, _)| *on >= day)
        .map(|(on, what)| Milestone {
            what,
            on,
            works: Vec::new(),
        })
        .collect();
    ahead.sort_by_key(|milestone| milestone.on);
    for work in schedule {
        let counted = ahead.iter().position(|of| counts_from(premises, work, of));
        let at = counted.or_else(|| endangered(work, &ahead));
        if let Some(milestone) = at.and_then(|at| ahead.get_mut(at)) {
            milestone.works.push(work.clone());
        }
    }
    ahead
}

fn occasions(premises: &Premises<'_>, day: NaiveDate) -> Vec<(NaiveDate, Occasion)> {
    let calendar = premises.calendar;
    let mut occasions = Vec::new();
    if let Some(term) = calendar.containing_term(day) {
        if term.from == day {
            occasions.push((day, Occasion::TermStart(term.clone())));
        }
        occasions.push((term.to, Occasion::TermEnd(term)));
    } else if let Some(term) = calendar.next_term(day) {
        occasions.push((term.from, Occasion::TermStart(term)));
    }
    let named = names(premises).into_iter();
    let named = named.filter_map(|name| Some((premises.anchor(&name)?, Occasion::Named(name))));
    occasions.extend(named);
    let events = premises.history.events().iter();
    let open = events.filter(|event| event.closed.is_none());
    occasions.extend(open.map(|event| (event.on, Occasion::Event(event.id.clone()))));
    occasions
}

/// Whether the last day of a work is counted from that day, or it is work for that event.
fn counts_from(premises: &Premises<'_>, work: &Planned, milestone: &Milestone) -> bool {
    if let (Period::Event(of), Occasion::Event(id)) = (&work.period, &milestone.what) {
        return of == id;
    }
    let Some(Due::Relative { anchor, .. }) = &premises.item(work.index).due else {
        return false;
    };
    let is_of = |term: &Term| match &work.period {
        Period::Term(id) => *id == term.id(),
        _ => true,
    };
    match (anchor, &milestone.what) {
        (Anchor::TermStart, Occasion::TermStart(term))
        | (Anchor::TermEnd, Occasion::TermEnd(term)) => is_of(term),
        (Anchor::Named(anchor), Occasion::Named(name)) => anchor == name,
        _ => false,
    }
}

/// The day ahead that a work which is late, and not past already, will be missing on.
fn endangered(work: &Planned, ahead: &[Milestone]) -> Option<usize> {
    let is_past = work.feasibility == Feasibility::TooLate(TooLate::Past);
    if is_past || !is_at_risk(work) {
        return None;
    }
    ahead.iter().position(|of| of.on >= work.finish_by)
}

#[cfg(test)]
mod tests {
    use super::super::life::{Life, day};
    use super::super::schedule;
    use super::*;
    use crate::calendar::Week;
    use crate::fact::Entry;

    /// `what day: items`, with `!` before what is at risk.
    fn says(life: &Life, on: &str) -> Vec<String> {
        let assessment = life.judged(&Week::of(day(on)).to_string(), on);
        let ahead = life.ask(on, |premises| {
            ahead(premises, &schedule(premises, &assessment), day(on))
        });
        let say = |milestone: &Milestone| {
            let what = match &milestone.what {
                Occasion::TermStart(_) => "term start",
                Occasion::TermEnd(_) => "term end",
                Occasion::Named(name) => name,
                Occasion::Event(id) => id,
            };
            let works = milestone.works.iter();
            let works: Vec<String> = works
                .map(|work| {
                    let risk = if is_at_risk(work) { "!" } else { "" };
                    format!("{risk}1.{}", work.index.item + 1)
                })
                .collect();
            let said = format!(
                "{what} {}: {}",
                milestone.on.format("%m-%d"),
                works.join(" ")
            );
            said.trim_end().to_owned()
        };
        ahead.iter().map(say).collect()
    }

    fn reopening(on: &str) -> Entry {
        Entry::AnchorSet {
            anchor: "reopening".into(),
            on: day(on),
            profile: false,
            reason: None,
        }
    }

    #[test]
    fn the_nearest_day_comes_first_with_what_is_counted_from_it() {
        let items = [
            r#""cadence": "once", "due": "reopening - 1 school day", "lead": 2"#,
            r#""cadence": "termly", "due": "term-end - 10 school days""#,
            r#""cadence": {"each": "exam"}, "due": "event - 1 school day""#,
            r#""cadence": "daily""#,
        ];
        let life = Life::of_items(&items, "2022-03-14")
            .of_school(reopening("2022-03-28"), "2022-03-14")
            .event("2022-04-21");
        assert_eq!(
            says(&life, "2022-03-16"),
            [
                "reopening 03-28: 1.1",
                "e1 04-21: 1.3",
                "term end 07-05: 1.2"
            ]
        );
        assert_eq!(says(&life, "2022-03-24")[0], "reopening 03-28: !1.1");
        // What is past is no longer ahead.
        assert_eq!(says(&life, "2022-03-29")[0], "e1 04-21: 1.3");
    }

    #[test]
    fn what_can_hardly_be_finished_in_time_endangers_the_next_day_ahead() {
        let item = r#""cadence": "once", "due": "2022-03-25", "lead": 3"#;
        let life = Life::of(item, "2022-03-14");
        assert_eq!(says(&life, "2022-03-21"), ["term end 07-05:"]);
        assert_eq!(says(&life, "2022-03-23"), ["term end 07-05: !1.1"]);
        assert_eq!(says(&life, "2022-03-24"), ["term end 07-05: !1.1"]);
        let counted = r#""cadence": "once", "due": "reopening + 9 school days""#;
        let life = Life::of_items(&[item, counted], "2022-03-14");
        let life = life.of_school(reopening("2022-03-24"), "2022-03-21");
        // The work would be missing only after that day.
        let said = says(&life, "2022-03-24");
        assert_eq!(said, ["reopening 03-24: 1.2", "term end 07-05: !1.1"]);
        let life = life.of_school(reopening("2022-03-28"), "2022-03-21");
        let said = says(&life, "2022-03-24");
        assert_eq!(said, ["reopening 03-28: !1.1 1.2", "term end 07-05:"]);
        // What is past is overdue, and said there.
        let said = says(&life, "2022-03-28");
        assert_eq!(said, ["reopening 03-28: 1.2", "term end 07-05:"]);
    }

    #[test]
    fn in_the_holidays_the_next_term_is_ahead() {
        let life = Life::of(r#""cadence": "daily""#, "2022-03-14");
        assert_eq!(says(&life, "2022-07-05"), ["term end 07-05:"]);
        assert_eq!(says(&life, "2022-07-06"), ["term start 09-01:"]);
        assert_eq!(
            says(&life, "2022-09-01"),
            ["term start 09-01:", "term end 01-20:"]
        );
    }
}
