//! The calendar: from day to day, from year to year.

use super::super::message::Effect;
use super::super::model::Model;
use crate::keymap::Action;
use chrono::Months;

/// Goes a school year back or on.
pub(super) fn turn(model: &mut Model, action: Action) -> Vec<Effect> {
    let year = Months::new(12);
    let day = match action {
        Action::Earlier => model.year.day.checked_sub_months(year),
        _ => model.year.day.checked_add_months(year),
    };
    if let Some(day) = day {
        model.year.go(day);
    }
    Vec::new()
}
