//! Periods: the piece of time that one occurrence of an item stands for.

use super::term::{Season, TermId};
use super::week::Week;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A calendar month, written `2022-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month that `day` lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self {
            first: day.with_day(1).unwrap_or(day),
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day: the 29th in February of a leap year.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.next().first.pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        let on = self.first.checked_add_days(Days::new(31));
        Self::of(on.unwrap_or(NaiveDate::MAX))
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.first.pred_opt().unwrap_or(NaiveDate::MIN))
    }
}

/// The period of an occurrence. Its text is the key in the record and in reports: `once`,
/// `2022-03-14`, `2022-W11`, `2022-03`, `2022-spring`, or the event's id after `event-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// The only one there is.
    Once,
    /// A school day.
    Day(NaiveDate),
    /// An ISO week.
    Week(Week),
    /// A calendar month.
    Month(Month),
    /// A school term.
    Term(TermId),
    /// An event, by its id.
    Event(String),
}

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a period: a day 2022-03-14, a week 2022-W11, a month 2022-03, a term 2022-spring, `once` or `event-…`"
)]
pub struct PeriodError(pub String);

/// How long after a day, the Sunday of a week and the end of a month one may still ask about it.
const AFTER_DAY: Days = Days::new(28);
const AFTER_WEEK: Days = Days::new(84);
const AFTER_MONTH: Days = Days::new(366);

impl Period {
    /// The last day on which anybody asks what was done in it: some time after it; of a term, the end
    /// of the next year. `None` where it is not a stretch of time, and may be asked about for ever.
    #[must_use]
    pub fn asked_until(&self) -> Option<NaiveDate> {
        let until = match self {
            Self::Day(day) => day.checked_add_days(AFTER_DAY),
            Self::Week(week) => week.sunday().checked_add_days(AFTER_WEEK),
            Self::Month(month) => month.last().checked_add_days(AFTER_MONTH),
            Self::Term(term) => NaiveDate::from_ymd_opt(term.year.saturating_add(1), 12, 31),
            Self::Once | Self::Event(_) => None,
        };
        until.filter(|day| day.year() <= 9999)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Once => f.write_str("once"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(week) => write!(f, "{week}"),
            Self::Month(month) => write!(f, "{}", month.first.format("%Y-%m")),
            Self::Term(term) => write!(f, "{term}"),
            Self::Event(id) => write!(f, "event-{id}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let wrong = || PeriodError(text.to_owned());
        if text == "once" {
            return Ok(Self::Once);
        }
        if let Some(id) = text.strip_prefix("event-") {
            return Ok(Self::Event(id.to_owned()));
        }
        if let Ok(day) = text.parse() {
            return Ok(Self::Day(day));
        }
        if let Ok(week) = text.parse() {
            return Ok(Self::Week(week));
        }
        if let Ok(first) = format!("{text}-01").parse() {
            return Ok(Self::Month(Month::of(first)));
        }
        let (year, season) = text.split_once('-').ok_or_else(wrong)?;
        let season = Season::ALL.into_iter().find(|s| s.as_str() == season);
        Ok(Self::Term(TermId {
            year: year.parse().map_err(|_| wrong())?,
            season: season.ok_or_else(wrong)?,
        }))
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl schemars::JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "The period of an occurrence: `once`, a day, an ISO week, a month, a term such as 2022-spring, or `event-` and the event's id.",
            "pattern": "^(once|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-W[0-9]{2}|[0-9]{4}-[0-9]{2}|[0-9]{4}-(spring|summer|autumn)|event-.+)$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_period_reads_back_from_its_text() {
        for text in [
            "once",
            "2022-03-14",
            "2020-W53",
            "2024-02",
            "2022-spring",
            "2021-autumn",
            "event-e1",
        ] {
            let period: Period = text.parse().expect(text);
            assert_eq!(period.to_string(), text);
        }
        for text in [
            "",
            "2022",
            "2022-13",
            "2022-W60",
            "2022-winter",
            "2022-02-30",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn february_ends_on_the_29th_in_a_leap_year() {
        let month = |text: &str| Month::of(text.parse().expect("a date"));
        assert_eq!(month("2024-02-10").last().day(), 29);
        assert_eq!(month("2100-02-10").last().day(), 28);
        assert_eq!(month("2022-12-31").next().first().year(), 2023);
        assert_eq!(month("2022-01-31").previous().last().day(), 31);
    }
}
