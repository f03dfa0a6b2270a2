//! The weeks and days up to the week of a report: what its charts show.

use super::build::Writer;
use crate::assess::{DayHeat, Totals, heat, trend};
use crate::calendar::{DayKind, Week};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many weeks lie behind a report, its own among them.
pub const BACKGROUND_WEEKS: usize = 12;

/// What lies behind a week: the weeks before it, day by day too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BackgroundReport {
    /// Up to twelve weeks, oldest first, this one last; from the first in which anything was
    /// required.
    pub weeks: Vec<WeekReport>,
    /// Every day of those weeks up to the day of the report.
    pub days: Vec<DayReport>,
}

/// The rates of a week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekReport {
    /// The week.
    pub week: Week,
    /// Its rates, as known on the day of the report.
    pub totals: Totals,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayReport {
    /// The day.
    pub day: NaiveDate,
    /// What kind of day it is.
    pub kind: DayKindReport,
    /// The holiday's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday: Option<String>,
    /// The occurrences whose last day it is.
    pub totals: Totals,
    /// How many occurrences were done on it, whatever their last day.
    pub done: u64,
}

/// What kind of day a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayKindReport {
    /// An ordinary school day.
    SchoolDay,
    /// A Saturday or Sunday that is worked.
    WorkingWeekend,
    /// A Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday,
    /// A day off of the school's own.
    OwnDayOff,
    /// A day outside every term.
    OutOfTerm,
}

impl DayKindReport {
    /// Whether daily items are due on such a day.
    #[must_use]
    pub fn is_school_day(self) -> bool {
        matches!(self, Self::SchoolDay | Self::WorkingWeekend)
    }
}

impl Writer<'_> {
    pub(super) fn background(&self) -> BackgroundReport {
        let day = self.assessment.day;
        let trend = trend(self.premises, self.week(), day, BACKGROUND_WEEKS);
        let weeks = trend.weeks.iter().zip(trend.all);
        let days = trend.weeks.first().map_or_else(Vec::new, |first| {
            let last = self.week().sunday().min(day);
            heat(self.premises, first.monday(), last, day)
        });
        BackgroundReport {
            weeks: weeks
                .map(|(week, totals)| WeekReport {
                    week: *week,
                    totals,
                })
                .collect(),
            days: days.into_iter().map(DayReport::of).collect(),
        }
    }
}

impl DayReport {
    fn of(heat: DayHeat) -> Self {
        let (kind, holiday) = match heat.kind {
            DayKind::SchoolDay => (DayKindReport::SchoolDay, None),
            DayKind::WorkingWeekend => (DayKindReport::WorkingWeekend, None),
            DayKind::Weekend => (DayKindReport::Weekend, None),
            DayKind::Holiday(name) => (DayKindReport::Holiday, Some(name)),
            DayKind::OwnDayOff => (DayKindReport::OwnDayOff, None),
            DayKind::OutOfTerm => (DayKindReport::OutOfTerm, None),
        };
        Self {
            day: heat.day,
            kind,
            holiday,
            totals: heat.totals,
            done: heat.done,
        }
    }
}
