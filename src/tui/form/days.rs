//! The day that a dialog asks for: which days can be chosen, and going from one to another.

use super::{BatchForm, Board, FindingForm, Form, ItemForm, RulingForm, Topic};
use crate::assess::{ItemIndex, OccurrenceState, period_on};
use crate::calendar::{Period, Week};
use crate::fact::FindingId;
use crate::tui::field::Field;
use crate::tui::month::{self, Limits, Row, Step};
use crate::workspace::MatterRef;
use chrono::NaiveDate;

impl Form {
    /// Whether a day is asked for in any field.
    pub(in crate::tui) fn asks_day(&self) -> bool {
        self.fields.iter().any(Field::is_day)
    }

    /// The field of a day that is being filled in.
    fn day_field(&self) -> Option<&Field> {
        self.fields.get(self.focus).filter(|field| field.is_day())
    }

    /// Whether the calendar is shown.
    pub(in crate::tui) fn shows_calendar(&self) -> bool {
        self.day_field().is_some()
    }

    /// The day that the field being filled in names.
    pub(in crate::tui) fn chosen_day(&self, board: &Board) -> Option<NaiveDate> {
        self.day_field()?.named_day(board.today)
    }

    /// The rows of the calendar: the month of the chosen day, or its week alone.
    pub(in crate::tui) fn calendar(&self, board: &Board, whole_month: bool) -> Vec<Row> {
        let (day, limits) = (self.day_shown(board), self.limits(board));
        let (calendar, today) = (&board.calendar, board.today);
        if whole_month {
            month::month(day, calendar, today, &limits)
        } else {
            vec![month::week(day, calendar, today, &limits)]
        }
    }

    /// The day that the calendar is opened at: the chosen one, or else today.
    pub(in crate::tui) fn day_shown(&self, board: &Board) -> NaiveDate {
        self.chosen_day(board).unwrap_or(board.today)
    }

    /// Goes from the chosen day to another, and writes that into the field.
    pub(in crate::tui) fn step_day(&mut self, step: Step, board: &Board) {
        let limits = self.limits(board);
        let day = month::step(self.day_shown(board), step, board.today, &limits);
        self.put_day(day);
    }

    /// Writes a day into the field, unless it cannot be chosen; whether it could.
    pub(in crate::tui) fn choose_day(&mut self, day: NaiveDate, board: &Board) -> bool {
        let can = self.limits(board).allow(day);
        if can {
            self.put_day(day);
        }
        can
    }

    fn put_day(&mut self, day: NaiveDate) {
        if let Some(field) = self.field().filter(|field| field.is_day()) {
            field.put_day(day);
            self.touch();
        }
    }

    /// Which days can be chosen in the field being filled in, as far as the day alone decides it.
    fn limits(&self, board: &Board) -> Limits {
        let ahead = self.day_field().is_some_and(Field::may_lie_ahead);
        if ahead {
            let from = self.topic.is_limit().then_some(board.today);
            return Limits {
                from,
                ..Limits::default()
            };
        }
        let weeks = board.history.weeks().iter();
        let locked = weeks.filter(|(_, week)| week.lock().is_some());
        Limits {
            from: self.topic.first_day(board),
            to: Some(board.today),
            locked: locked.map(|(week, _)| *week).collect(),
            done: self.topic.days_done(board),
        }
    }
}

impl Topic {
    /// Whether another limit is asked for, which cannot be past.
    fn is_limit(&self) -> bool {
        matches!(
            self,
            Self::Finding(FindingForm::Limit, _)
                | Self::Matters(RulingForm::Postponed, ..)
                | Self::Item(ItemForm::Postpone, _)
                | Self::Items(BatchForm::Postpone, _)
        )
    }

    /// The days on which the item was done already, where its being done is asked about.
    fn days_done(&self, board: &Board) -> Vec<NaiveDate> {
        let item = match self {
            Self::Item(ItemForm::Tick, item) => *item,
            Self::Matters(RulingForm::Done, _, matters) => match &matters[..] {
                [matter, rest @ ..] if rest.iter().all(|other| other.item == matter.item) => {
                    matter.item
                }
                _ => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let history = board.premises().item_history(item);
        let done = history
            .into_iter()
            .flat_map(|history| history.completions.values());
        done.map(|completion| completion.on).collect()
    }

    /// The first day on which what is recorded may have been done.
    fn first_day(&self, board: &Board) -> Option<NaiveDate> {
        match self {
            Self::Item(_, item) => first_day_of(*item, board),
            Self::Items(_, items) => {
                let days = items.iter().map(|item| first_day_of(*item, board));
                days.min().flatten()
            }
            Self::Finding(_, finding) => opened(finding, board),
            Self::Matters(_, _, matters) => {
                let days = matters
                    .iter()
                    .map(|matter| first_day_of_matter(matter, board));
                days.min().flatten()
            }
            Self::Week(..) | Self::Anchor(..) => None,
        }
    }
}

/// The day that a dialog for a day on which an item was done begins with, where it is not today: the
/// oldest that is missed and can still be recorded.
pub(super) fn missed_day(item: ItemIndex, board: &Board) -> Option<NaiveDate> {
    let judged = board.judged(item)?;
    let missed = judged.occurrences.iter();
    let missed = missed.filter(|occurrence| occurrence.state == OccurrenceState::Overdue);
    // What is late and still goes on is done today.
    let current = period_on(&board.item(item).cadence, &board.calendar, board.today);
    let missed = missed.filter(|occurrence| current.as_ref() != Some(&occurrence.period));
    let days = missed.filter_map(|occurrence| match occurrence.period {
        // An event, or something that is done once, is caught up on any day.
        Period::Event(_) | Period::Once => None,
        Period::Day(day) => Some(day),
        _ => occurrence.due.filter(|due| *due < board.today),
    });
    days.filter(|day| !is_locked(*day, board)).min()
}

/// The field with a day in it, where there is one.
pub(super) fn day_or(field: Field, day: Option<NaiveDate>) -> Field {
    match day {
        Some(day) => field.with(&day.to_string()),
        None => field,
    }
}

/// The day that a dialog of the review of a week begins with, where it is not today: the last school
/// day of a week that is past.
pub(super) fn day_of_week(week: Week, board: &Board) -> Option<NaiveDate> {
    let last = board
        .calendar
        .school_days(week.monday(), week.sunday())
        .last();
    let last = last.unwrap_or(week.sunday());
    (week < board.assessment.week).then_some(last)
}

fn is_locked(day: NaiveDate, board: &Board) -> bool {
    let week = board.history.week(Week::of(day));
    week.is_some_and(|week| week.lock().is_some())
}

/// The day from which on the item's checklist is in use.
fn first_day_of(item: ItemIndex, board: &Board) -> Option<NaiveDate> {
    let adopted = board.adopted.get(item.checklist)?;
    Some(adopted.adoption.since)
}

/// What is missed on a day is done on that day or later.
fn first_day_of_matter(matter: &MatterRef, board: &Board) -> Option<NaiveDate> {
    match (&matter.finding, &matter.period) {
        (Some(finding), _) => opened(finding, board),
        (None, Some(Period::Day(day))) => Some(*day),
        _ => first_day_of(matter.item, board),
    }
}

/// The day on which a finding was raised, or opened again.
fn opened(finding: &FindingId, board: &Board) -> Option<NaiveDate> {
    let finding = board.history.finding(finding)?;
    let reopened = finding.reopened.last().map(|reopening| reopening.on);
    Some(reopened.unwrap_or(finding.raised.on))
}
