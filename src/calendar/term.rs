//! School terms and their stable names.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A term: its first and last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The part of the year in which a term begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// Begins in January to May.
    Spring,
    /// Begins in June or July.
    Summer,
    /// Begins in August to December.
    Autumn,
}

impl Season {
    /// All of them, in the order of the year.
    pub const ALL: [Self; 3] = [Self::Spring, Self::Summer, Self::Autumn];

    /// The word used in a term's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
        }
    }
}

/// A term's name, by the year and season it begins in: it stays the same when the school moves
/// the first day by a week. Written `2022-spring`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId {
    /// The year the term begins in.
    pub year: i32,
    /// The season the term begins in.
    pub season: Season,
}

impl Term {
    /// The term's name.
    #[must_use]
    pub fn id(&self) -> TermId {
        TermId {
            year: self.from.year(),
            season: match self.from.month() {
                1..=5 => Season::Spring,
                6 | 7 => Season::Summer,
                _ => Season::Autumn,
            },
        }
    }

    /// The conventional term that `day` counts to, for schools that have given no terms:
    /// 1 September to 20 January, and 15 February to 5 July.
    #[must_use]
    pub fn conventional(day: NaiveDate) -> Self {
        let (year, month_day) = (day.year(), (day.month(), day.day()));
        let id = if month_day >= (9, 1) {
            (year, Season::Autumn)
        } else if month_day >= (2, 15) {
            (year, Season::Spring)
        } else {
            (year - 1, Season::Autumn)
        };
        Self::of_convention(id.0, id.1 == Season::Spring)
    }

    /// The conventional term of that name; there is none in summer.
    #[must_use]
    pub fn conventional_named(id: TermId) -> Option<Self> {
        match id.season {
            Season::Spring => Some(Self::of_convention(id.year, true)),
            Season::Autumn => Some(Self::of_convention(id.year, false)),
            Season::Summer => None,
        }
    }

    fn of_convention(year: i32, spring: bool) -> Self {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or(NaiveDate::MAX);
        if spring {
            Self {
                from: date(year, 2, 15),
                to: date(year, 7, 5),
            }
        } else {
            Self {
                from: date(year, 9, 1),
                to: date(year + 1, 1, 20),
            }
        }
    }
}

impl TermId {
    /// The name of the conventional term that follows.
    pub(super) fn next(self) -> Self {
        match self.season {
            Season::Spring | Season::Summer => Self {
                season: Season::Autumn,
                ..self
            },
            Season::Autumn => Self {
                year: self.year + 1,
                season: Season::Spring,
            },
        }
    }
}

impl fmt::Display for TermId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.season.as_str())
    }
}
