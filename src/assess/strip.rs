//! The last periods of an item in a row: done, late, missed.

use super::{ItemIndex, Premises, events_of};
use crate::calendar::{Month, Period, Week};
use crate::checklist::Cadence;
use chrono::NaiveDate;

/// How a period went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Done in time.
    Done,
    /// Done, and recorded on a later day.
    LateEntry,
    /// Not done, or a finding on it is past its limit.
    Missed,
    /// Still open, or a finding on it is.
    Open,
    /// The item did not apply.
    Waived,
    /// Nothing was required.
    Nothing,
}

/// One period of the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripCell {
    /// The period.
    pub period: Period,
    /// How it went.
    pub mark: Mark,
}

/// How many periods a strip shows at most.
const CELLS: usize = 10;
/// How many weeks back the record is loaded for weekly items, and so can be shown.
const WEEKS: usize = 8;
/// How many months back a strip goes.
const MONTHS: usize = 6;

/// The last periods of the item at `index` up to `day`, oldest first; no days before `since`, the
/// first day whose ticks are at hand.
#[must_use]
pub fn strip(
    premises: &Premises<'_>,
    index: ItemIndex,
    since: NaiveDate,
    day: NaiveDate,
) -> Vec<StripCell> {
    let item = premises.item(index);
    let mut spans = match &item.cadence {
        Cadence::Daily => days(premises, since, day),
        Cadence::Weekly => weeks(premises, day),
        Cadence::Monthly => months(premises, day),
        Cadence::Once => vec![(Period::Once, NaiveDate::MAX)],
        Cadence::Termly => {
            let term = premises.calendar.current_term(day);
            let term = term.map(|term| (Period::Term(term.id()), term.to));
            term.into_iter().collect()
        }
        Cadence::Each(_) => events_of(premises.history, item)
            .into_iter()
            .map(|event| (Period::Event(event.id.clone()), event.on))
            .collect(),
    };
    let skip = spans.len().saturating_sub(CELLS);
    spans.drain(..skip);
    spans
        .into_iter()
        .map(|(period, last)| StripCell {
            mark: mark(premises, index, &period, last, day),
            period,
        })
        .collect()
}

fn days(premises: &Premises<'_>, since: NaiveDate, day: NaiveDate) -> Vec<(Period, NaiveDate)> {
    let from = day.checked_sub_days(chrono::Days::new(20)).unwrap_or(day);
    let days = premises.calendar.school_days(from.max(since), day);
    days.map(|day| (Period::Day(day), day)).collect()
}

fn weeks(premises: &Premises<'_>, day: NaiveDate) -> Vec<(Period, NaiveDate)> {
    let weeks = std::iter::successors(Some(Week::of(day)), |week| Some(week.previous()));
    let mut spans: Vec<_> = weeks
        .take(WEEKS)
        .filter_map(|week| {
            let last = premises
                .calendar
                .school_days(week.monday(), week.sunday())
                .next_back();
            last.map(|last| (Period::Week(week), last))
        })
        .collect();
    spans.reverse();
    spans
}

fn months(premises: &Premises<'_>, day: NaiveDate) -> Vec<(Period, NaiveDate)> {
    let months = std::iter::successors(Some(Month::of(day)), |month| Some(month.previous()));
    let mut spans: Vec<_> = months
        .take(MONTHS)
        .filter_map(|month| {
            let last = premises
                .calendar
                .school_days(month.first(), month.last())
                .next_back();
            last.map(|last| (Period::Month(month), last))
        })
        .collect();
    spans.reverse();
    spans
}

fn mark(
    premises: &Premises<'_>,
    index: ItemIndex,
    period: &Period,
    last: NaiveDate,
    day: NaiveDate,
) -> Mark {
    let history = premises.item_history(index);
    let postponed = history.and_then(|h| h.postponements.get(period)?.last());
    let last = postponed.map_or(last, |postponed| postponed.to);
    let findings = premises.open_findings(index).into_iter();
    let mut findings = findings.filter(|finding| finding.period.as_ref() == Some(period));
    if let Some(finding) = findings.next() {
        return if finding.is_overdue(day) || findings.any(|f| f.is_overdue(day)) {
            Mark::Missed
        } else {
            Mark::Open
        };
    }
    if let Some(done) = premises.completion(index, period) {
        return if done.is_late_entry() {
            Mark::LateEntry
        } else {
            Mark::Done
        };
    }
    let required_from = premises.required_from(index);
    if last < required_from {
        Mark::Nothing
    } else if history.is_some_and(|h| h.waiver_on(last.min(day)).is_some()) {
        Mark::Waived
    } else if last < day {
        Mark::Missed
    } else {
        Mark::Open
    }
}
