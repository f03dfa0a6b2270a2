//! Due dates: a day, or so many days before or after an anchor.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The last day to do an item: `2022-03-31`, `term-start - 7 school days`, `adopted + 10 days`,
/// `event - 1 school day`, or an anchor alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Due {
    /// On that day.
    On(NaiveDate),
    /// Counted from an anchor.
    Relative {
        /// The day that is counted from.
        anchor: Anchor,
        /// How many, negative before the anchor.
        offset: i32,
        /// What is counted.
        unit: Unit,
    },
}

/// A day that others are counted from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The day from which the school follows the checklist.
    Adopted,
    /// The first day of the term.
    TermStart,
    /// The last day of the term.
    TermEnd,
    /// The day of the event, for items of `{ each: … }`.
    Event,
    /// A day that the school's profile names: `reopening`.
    Named(String),
}

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// School days.
    SchoolDays,
}

/// A text that is no due date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a due date: write 2022-03-31, or an anchor and days, as `term-start - 7 school days`"
)]
pub struct DueError(pub String);

impl FromStr for Anchor {
    type Err = DueError;

    fn from_str(text: &str) -> Result<Self, DueError> {
        Ok(match text {
            "adopted" => Self::Adopted,
            "term-start" => Self::TermStart,
            "term-end" => Self::TermEnd,
            "event" => Self::Event,
            name if is_anchor_name(name) => Self::Named(name.to_owned()),
            _ => return Err(DueError(text.to_owned())),
        })
    }
}

fn is_anchor_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Adopted => "adopted",
            Self::TermStart => "term-start",
            Self::TermEnd => "term-end",
            Self::Event => "event",
            Self::Named(name) => name,
        })
    }
}

impl FromStr for Due {
    type Err = DueError;

    fn from_str(text: &str) -> Result<Self, DueError> {
        let wrong = || DueError(text.to_owned());
        if let Ok(day) = text.parse() {
            return Ok(Self::On(day));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let (anchor, offset, unit) = match words[..] {
            [anchor] => (anchor, 0, Unit::Days),
            [anchor, sign, count, "day" | "days"] => (anchor, signed(sign, count)?, Unit::Days),
            [anchor, sign, count, "school", "day" | "days"] => {
                (anchor, signed(sign, count)?, Unit::SchoolDays)
            }
            _ => return Err(wrong()),
        };
        Ok(Self::Relative {
            anchor: anchor.parse().map_err(|_| wrong())?,
            offset,
            unit,
        })
    }
}

fn signed(sign: &str, count: &str) -> Result<i32, DueError> {
    let wrong = || DueError(format!("{sign} {count}"));
    let count: u16 = count.parse().map_err(|_| wrong())?;
    match sign {
        "+" => Ok(i32::from(count)),
        "-" => Ok(-i32::from(count)),
        _ => Err(wrong()),
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::Relative {
                anchor, offset: 0, ..
            } => write!(f, "{anchor}"),
            Self::Relative {
                anchor,
                offset,
                unit,
            } => {
                let sign = if *offset < 0 { '-' } else { '+' };
                let count = offset.unsigned_abs();
                let school = match unit {
                    Unit::Days => "",
                    Unit::SchoolDays => "school ",
                };
                let plural = if count == 1 { "" } else { "s" };
                write!(f, "{anchor} {sign} {count} {school}day{plural}")
            }
        }
    }
}

impl TryFrom<String> for Due {
    type Error = DueError;

    fn try_from(text: String) -> Result<Self, DueError> {
        text.parse()
    }
}

impl From<Due> for String {
    fn from(due: Due) -> Self {
        due.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_dates_read_back_from_their_text() {
        for text in [
            "2022-03-31",
            "term-start - 7 school days",
            "adopted + 10 days",
            "event - 1 school day",
            "reopening",
        ] {
            assert_eq!(text.parse::<Due>().expect(text).to_string(), text);
        }
    }

    #[test]
    fn other_texts_are_refused_whole() {
        for text in [
            "",
            "2022-02-30",
            "term-start -7 school days",
            "term-start - seven days",
            "event - 1 week",
            "Term-Start + 1 day",
            "adopted + 99999999 days",
        ] {
            assert!(text.parse::<Due>().is_err(), "{text}");
        }
    }
}
