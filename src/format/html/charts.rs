//! The charts of the page: the last weeks, and the school days as rectangles and labels.
//!
//! Lengths are in the units of the drawing; the page scales it to the width there is.

use super::trend::Trend;
use crate::assess::level;
use crate::calendar::Week;
use crate::report::{BackgroundReport, DayKindReport, DayReport, WeekReport};
use crate::text::{Lang, calendar, page, words};
use chrono::{Datelike, NaiveDate};

/// Both charts, and the numbers that they show.
pub(super) struct Charts<'a> {
    pub(super) background: &'a BackgroundReport,
    pub(super) trend: Trend,
    pub(super) heat: Heat,
}

impl<'a> Charts<'a> {
    /// The charts of a report; nothing where nothing lies behind it.
    pub(super) fn of(background: &'a BackgroundReport, lang: Lang) -> Option<Self> {
        Some(Self {
            background,
            trend: trend(background, lang)?,
            heat: Heat::of(&background.days, lang)?,
        })
    }
}

fn trend(background: &BackgroundReport, lang: Lang) -> Option<Trend> {
    let said = |week: &WeekReport| page::week_in_words(week.week, &week.totals, lang);
    let weeks = &background.weeks;
    let (first, last) = (weeks.first()?, weeks.last()?);
    let about = page::trend(&said(first), &said(last), lang);
    let weeks = weeks
        .iter()
        .map(|week| (week.week, week.totals.percent, said(week)));
    Some(Trend::of(page::TREND.of(lang), about, last.week, weeks))
}

/// A column for each week, a row for each day of the week.
pub(super) struct Heat {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) about: String,
    pub(super) rows: Vec<Label>,
    pub(super) columns: Vec<Label>,
    pub(super) cells: Vec<Cell>,
}

/// A text beside or above the cells.
pub(super) struct Label {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) text: String,
}

/// A day.
pub(super) struct Cell {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) middle: i32,
    pub(super) text_y: i32,
    pub(super) class: &'static str,
    pub(super) text: String,
    pub(super) title: String,
}

impl Heat {
    const LEFT: i32 = 24;
    const TOP: i32 = 15;
    /// From one week to the next, and from one weekday to the next.
    const STEP: (i32, i32) = (27, 19);

    fn of(days: &[DayReport], lang: Lang) -> Option<Self> {
        let first = Week::of(days.first()?.day);
        let last = Week::of(days.last()?.day);
        let weeks = std::iter::successors(Some(first), |week| Some(week.next()));
        let weeks: Vec<Week> = weeks.take_while(|week| *week <= last).collect();
        let column = |(x, week): (i32, &Week)| Label {
            x,
            y: 0,
            text: week.monday().format("%-m/%-d").to_string(),
        };
        let row = |(y, text): (i32, &str)| Label {
            x: 0,
            y,
            text: text.to_owned(),
        };
        let middle = |nth| Self::LEFT + Self::STEP.0 * nth + Self::STEP.0 / 2;
        let base = |nth| Self::TOP + Self::STEP.1 * nth + 13;
        let weekdays = calendar::weekdays(lang);
        Some(Self {
            width: Trend::WIDTH,
            height: Self::TOP + Self::STEP.1 * 7 + 2,
            about: about(days, lang),
            rows: (0..).map(base).zip(weekdays).map(row).collect(),
            columns: (0..).map(middle).zip(&weeks).map(column).collect(),
            cells: days.iter().map(|day| Cell::of(day, first, lang)).collect(),
        })
    }
}

fn about(days: &[DayReport], lang: Lang) -> String {
    let school_days = days.iter().filter(|day| day.kind.is_school_day()).count();
    let full = days.iter().filter(|day| level(&day.totals) == 4).count();
    page::days(school_days, full, lang)
}

impl Cell {
    fn of(day: &DayReport, first: Week, lang: Lang) -> Self {
        let column = week_number(day.day, first);
        let row = i32::try_from(day.day.weekday().num_days_from_monday()).unwrap_or_default();
        let (wide, high) = Heat::STEP;
        let (x, y) = (Heat::LEFT + wide * column, Heat::TOP + high * row);
        let rate = day.totals.percent;
        let text = rate.map_or_else(
            || page::day_mark(day.kind, lang).to_owned(),
            |rate| words::whole_percent(Some(rate)),
        );
        let (on, kind) = (words::day(day.day, lang), page::day_kind(day, lang));
        Self {
            x: x + 1,
            y: y + 1,
            width: wide - 2,
            height: high - 2,
            middle: x + wide / 2,
            text_y: y + 13,
            class: class(day),
            text,
            title: page::day_in_words(&on, &kind, &day.totals, day.done, lang),
        }
    }
}

fn week_number(day: NaiveDate, first: Week) -> i32 {
    let days = (day - first.monday()).num_days();
    i32::try_from(days / 7).unwrap_or_default()
}

fn class(day: &DayReport) -> &'static str {
    match (level(&day.totals), day.kind) {
        (0, DayKindReport::SchoolDay) => "l0",
        (0, DayKindReport::WorkingWeekend) => "l0 worked",
        (0, DayKindReport::OutOfTerm) => "out",
        (0, _) => "off",
        (1, _) => "l1",
        (2, _) => "l2",
        (3, _) => "l3",
        _ => "l4",
    }
}
