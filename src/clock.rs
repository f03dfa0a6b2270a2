//! The only reader of time.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// What time it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock, in its zone.
    #[default]
    System,
    /// A clock that stands still, for tests.
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// The present moment, with the zone of the place.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one reader of time")]
    pub fn now(self) -> DateTime<FixedOffset> {
        match self {
            Self::System => chrono::Local::now().fixed_offset(),
            Self::Fixed(moment) => moment,
        }
    }

    /// A moment in the zone of the place.
    #[must_use]
    pub fn in_its_zone(self, moment: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        match self {
            Self::System => moment.with_timezone(&chrono::Local).fixed_offset(),
            Self::Fixed(now) => moment.with_timezone(now.offset()),
        }
    }

    /// How long the present day lasts still; `None` where time stands still.
    #[must_use]
    pub fn until_tomorrow(self) -> Option<std::time::Duration> {
        if let Self::Fixed(_) = self {
            return None;
        }
        let now = self.now();
        let tomorrow = now
            .date_naive()
            .succ_opt()?
            .and_time(chrono::NaiveTime::MIN);
        // A moment more, so that it is past.
        let left = tomorrow - now.naive_local() + chrono::TimeDelta::try_seconds(1)?;
        left.to_std().ok()
    }

    /// The present day.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.now().date_naive()
    }
}
