//! What a week adds up to, in numbers.

use crate::assess::{ItemIndex, Premises, Totals, assess_week, percent, period_on};
use crate::calendar::Week;
use crate::fact::{Finding, Measurement};
use chrono::NaiveDate;

/// What a week adds up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Its occurrences, counted.
    pub totals: Totals,
    /// How many findings were raised in it.
    pub findings_opened: usize,
    /// How many were struck off in it.
    pub findings_closed: usize,
    /// How many were open at its end, or are now where it still runs.
    pub findings_open: usize,
    /// How many times a last day was put off in it.
    pub postponed: usize,
    /// The numbers as they stood at its end, or stand now.
    pub measures: Vec<MeasureFigure>,
}

/// A number as it stood at the end of a week.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFigure {
    /// The item.
    pub index: ItemIndex,
    /// The number; `None` where none was read off by then.
    pub value: Option<u64>,
    /// The number to reach, where it is known.
    pub of: Option<u64>,
    /// `value / of` in per cent, to one decimal.
    pub percent: Option<f64>,
}

impl Figures {
    /// What `week` adds up to as of `day`.
    pub(super) fn of(premises: &Premises<'_>, week: Week, day: NaiveDate) -> Self {
        let end = day.min(week.sunday());
        let count = |wanted: &dyn Fn(&Finding) -> bool| {
            let findings = premises.history.findings().iter();
            findings.filter(|finding| wanted(finding)).count()
        };
        let closed_on = |finding: &Finding| finding.closed.as_ref().map(|closed| closed.on);
        Self {
            totals: assess_week(premises, week, day).tally.totals(),
            findings_opened: count(&|finding| week.contains(finding.raised.on)),
            findings_closed: count(&|f| closed_on(f).is_some_and(|on| week.contains(on))),
            findings_open: count(&|f| f.raised.on <= end && closed_on(f).is_none_or(|on| on > end)),
            postponed: super::change::postponed(premises, week).len(),
            measures: premises
                .items()
                .filter_map(|index| measure(premises, index, end))
                .collect(),
        }
    }
}

/// The number of an item that has one and applies, as it stood on `day`.
fn measure(premises: &Premises<'_>, index: ItemIndex, day: NaiveDate) -> Option<MeasureFigure> {
    let state = premises.measure(index, day)?;
    let history = premises.item_history(index);
    if history.is_some_and(|history| history.waiver_on(day).is_some()) {
        return None;
    }
    let period = period_on(&premises.item(index).cadence, premises.calendar, day);
    let readings = history.into_iter().flat_map(|h| h.readings.iter().rev());
    let then = readings
        .filter(|(of, _)| period.as_ref().is_none_or(|period| period == of))
        .map(|(_, reading)| reading)
        .find(|reading: &&Measurement| reading.on <= day);
    let of = then.and_then(|reading| reading.of).or(state.of);
    let value = then.map(|reading| reading.value);
    Some(MeasureFigure {
        index,
        value,
        of,
        percent: value.zip(of).and_then(|(value, of)| percent(value, of)),
    })
}
