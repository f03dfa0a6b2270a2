//! The entries of a calendar: which dates make one, under which name, with which words.

use crate::calendar::Period;
use crate::report::{DateReport, DateState, DatesReport, FindingDateReport, StatusReport};
use crate::text::{Lang, ics as words};
use chrono::NaiveDate;
use std::collections::HashMap;

/// An entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it is called from report to report. Names are joined by a sign that no id has.
    pub(super) uid: String,
    /// Its day.
    pub(super) day: NaiveDate,
    pub(super) title: String,
    /// What is written below the title.
    pub(super) lines: Vec<String>,
    pub(super) outcome: Outcome,
    /// Whether it has alarms.
    pub(super) rings: bool,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Open,
    Begun,
    Done(NaiveDate),
    /// A finding that was struck off: its limit stands no more.
    Closed(NaiveDate),
    Cancelled,
}

/// All entries, day by day: each day's groups first, its findings last.
pub(super) fn entries(report: &StatusReport, dates: &DatesReport) -> Vec<Entry> {
    let making = Making {
        school: &report.school.id,
        as_of: report.as_of,
        lang: report.language,
    };
    let (groups, alone) = grouped(&dates.items);
    let mut entries: Vec<Entry> = groups.iter().map(|group| making.group(group)).collect();
    entries.extend(alone.into_iter().map(|date| making.item(date)));
    entries.extend(dates.findings.iter().map(|finding| making.finding(finding)));
    entries.sort_by_key(|entry| entry.day);
    entries
}

/// What comes round daily, weekly or monthly, together by its period; and everything else. What was
/// given another last day stands alone, and so does what ends on another day than others of its
/// period.
fn grouped(dates: &[DateReport]) -> (Vec<(&Period, Vec<&DateReport>)>, Vec<&DateReport>) {
    let mut groups: Vec<(&Period, Vec<&DateReport>)> = Vec::new();
    let mut alone = Vec::new();
    let mut places: HashMap<&Period, usize> = HashMap::new();
    for date in dates {
        let recurs = matches!(
            date.period,
            Period::Day(_) | Period::Week(_) | Period::Month(_)
        );
        if !recurs || date.first_due.is_some() {
            alone.push(date);
            continue;
        }
        let place = *places.entry(&date.period).or_insert(groups.len());
        match groups.get_mut(place) {
            None => groups.push((&date.period, vec![date])),
            Some((_, group)) if group.iter().all(|other| other.due == date.due) => {
                group.push(date);
            }
            Some(_) => alone.push(date),
        }
    }
    (groups, alone)
}

struct Making<'a> {
    school: &'a str,
    as_of: NaiveDate,
    lang: Lang,
}

impl Making<'_> {
    fn uid(&self, parts: &[&str]) -> String {
        let parts = std::iter::once(self.school).chain(parts.iter().copied());
        parts.collect::<Vec<_>>().join("+")
    }

    fn item(&self, date: &DateReport) -> Entry {
        let id = date.item.rsplit('/').next().unwrap_or(&date.item);
        let mark = words::mark(date.state, self.lang);
        let outcome = outcome(date);
        Entry {
            uid: self.uid(&[&date.item.replace('/', "+"), &date.period.to_string()]),
            day: date.due,
            title: format!("{mark}{id} {}", date.item_text),
            lines: words::about(date, self.lang),
            outcome,
            rings: self.rings(outcome, date.due),
        }
    }

    fn group(&self, (period, dates): &(&Period, Vec<&DateReport>)) -> Entry {
        let of = counted(dates);
        let day = dates.first().map_or(self.as_of, |date| date.due);
        let outcome = outcome_of_group(of, dates, day);
        let mut listed = dates.clone();
        listed.sort_by_key(|date| rank(date.state));
        let lines = listed.iter().map(|date| words::member(date, self.lang));
        Entry {
            uid: self.uid(&["all", &period.to_string()]),
            day,
            title: words::group(period, of, self.lang),
            lines: lines.collect(),
            outcome,
            // An alarm that rings every day is switched off.
            rings: !matches!(period, Period::Day(_)) && self.rings(outcome, day),
        }
    }

    fn finding(&self, finding: &FindingDateReport) -> Entry {
        let outcome = finding.closed_on.map_or(Outcome::Open, Outcome::Closed);
        Entry {
            uid: self.uid(&["finding", &finding.id.to_string()]),
            day: finding.due,
            title: words::finding(finding, self.lang),
            lines: words::about_finding(finding, self.lang),
            outcome,
            rings: self.rings(outcome, finding.due),
        }
    }

    /// Nothing rings that is past, nor what is done.
    fn rings(&self, outcome: Outcome, day: NaiveDate) -> bool {
        day >= self.as_of && matches!(outcome, Outcome::Open | Outcome::Begun)
    }
}

fn counted(dates: &[&DateReport]) -> words::Counted {
    let count = |state| dates.iter().filter(|date| date.state == state).count();
    words::Counted {
        all: dates.len() - count(DateState::Waived) - count(DateState::Withdrawn),
        done: count(DateState::Done),
        overdue: count(DateState::Overdue),
    }
}

fn outcome_of_group(of: words::Counted, dates: &[&DateReport], day: NaiveDate) -> Outcome {
    match of {
        words::Counted { all: 0, .. } => Outcome::Cancelled,
        words::Counted { all, done, .. } if all == done => {
            let last = dates.iter().filter_map(|date| date.done_on).max();
            Outcome::Done(last.unwrap_or(day))
        }
        words::Counted { done: 0, .. } => Outcome::Open,
        _ => Outcome::Begun,
    }
}

fn outcome(date: &DateReport) -> Outcome {
    match date.state {
        DateState::Due | DateState::Overdue => Outcome::Open,
        DateState::Partial => Outcome::Begun,
        DateState::Done => Outcome::Done(date.done_on.unwrap_or(date.due)),
        DateState::Waived | DateState::Withdrawn => Outcome::Cancelled,
    }
}

/// What a group lists first.
fn rank(state: DateState) -> u8 {
    match state {
        DateState::Overdue => 0,
        DateState::Partial => 1,
        DateState::Due => 2,
        DateState::Done => 3,
        DateState::Waived => 4,
        DateState::Withdrawn => 5,
    }
}
