//! How far a week's review has come as a whole.

use crate::assess::Premises;
use crate::calendar::{SchoolCalendar, Week};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a week has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WeekState {
    /// It has school days to come, or has not begun.
    Running,
    /// It can be signed.
    Ready,
    /// It is signed, and locked.
    Signed,
    /// It was signed, and opened again.
    Unlocked,
}

/// How far `week` has come on `day`.
#[must_use]
pub fn week_state(premises: &Premises<'_>, week: Week, day: NaiveDate) -> WeekState {
    let history = premises.history.week(week);
    if history.is_some_and(|history| history.lock().is_some()) {
        WeekState::Signed
    } else if history.is_some_and(|history| !history.unlockings.is_empty()) {
        WeekState::Unlocked
    } else if sign_from(premises.calendar, week) <= day {
        WeekState::Ready
    } else {
        WeekState::Running
    }
}

/// The first day on which `week` can be signed: its last school day, or its Monday where it has
/// none.
#[must_use]
pub fn sign_from(calendar: &SchoolCalendar, week: Week) -> NaiveDate {
    let mut days = calendar.school_days(week.monday(), week.sunday());
    days.next_back().unwrap_or(week.monday())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Entry;
    use crate::review::life::{Life, day};

    fn week(text: &str) -> Week {
        text.parse().expect("a week")
    }

    fn state(life: &Life, on: &str) -> WeekState {
        life.on(on, |premises, day| {
            week_state(premises, week("2022-W11"), day)
        })
    }

    #[test]
    fn a_week_is_signed_from_its_last_school_day_on() {
        let life = Life::of("2022-03-01", &[]);
        let from = |w: &str| life.on("2022-03-01", |p, _| sign_from(p.calendar, week(w)));
        assert_eq!(from("2022-W11"), day("2022-03-18"));
        // Saturday 2 April 2022 is worked; 3 to 5 April are off.
        assert_eq!(from("2022-W13"), day("2022-04-02"));
        assert_eq!(from("2022-W32"), day("2022-08-08"));
    }

    #[test]
    fn a_week_runs_is_ready_is_signed_and_may_be_unlocked_and_signed_again() {
        let signed = |on: &str| Entry::WeekSigned {
            week: week("2022-W11"),
            on: day(on),
            facts: 0,
            setting: "sha256:02".into(),
            head: String::new(),
        };
        let life = Life::of("2022-03-01", &[]);
        assert_eq!(state(&life, "2022-03-17"), WeekState::Running);
        assert_eq!(state(&life, "2022-03-18"), WeekState::Ready);
        let life = life.say(signed("2022-03-18"), "2022-03-18");
        assert_eq!(state(&life, "2022-03-18"), WeekState::Signed);
        assert_eq!(state(&life, "2022-03-17"), WeekState::Running);
        let unlocked = Entry::WeekUnlocked {
            week: week("2022-W11"),
            reason: "漏记".into(),
            on: day("2022-03-21"),
        };
        let life = life.say(unlocked, "2022-03-21");
        assert_eq!(state(&life, "2022-03-21"), WeekState::Unlocked);
        let life = life.say(signed("2022-03-22"), "2022-03-22");
        assert_eq!(state(&life, "2022-03-22"), WeekState::Signed);
    }
}
