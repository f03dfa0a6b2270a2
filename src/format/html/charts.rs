//! The charts of the page as rectangles and labels: the last weeks, and the school days.
//!
//! Lengths are in the units of the drawing; the page scales it to the width there is.

use crate::assess::{Totals, level};
use crate::calendar::Week;
use crate::report::{BackgroundReport, DayKindReport, DayReport};
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
            trend: Trend::of(background, lang)?,
            heat: Heat::of(&background.days, lang)?,
        })
    }
}

/// A bar for each week, from 0 to 100 per cent.
pub(super) struct Trend {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) about: String,
    pub(super) lines: Vec<Line>,
    pub(super) bars: Vec<Bar>,
}

/// A line across the chart.
pub(super) struct Line {
    pub(super) y: i32,
    pub(super) label: &'static str,
}

/// The bar of a week.
pub(super) struct Bar {
    pub(super) x: i32,
    pub(super) y: f64,
    pub(super) width: i32,
    pub(super) height: f64,
    pub(super) middle: i32,
    pub(super) value: String,
    pub(super) value_y: f64,
    pub(super) label: String,
    pub(super) title: String,
    /// Whether it is the week of the report.
    pub(super) current: bool,
}

impl Trend {
    /// Where the chart begins, after the labels of its lines.
    const LEFT: i32 = 28;
    /// From one bar to the next.
    const STEP: i32 = 27;
    const BAR: i32 = 20;
    /// Where 100 and where 0 per cent is.
    const TOP: i32 = 16;
    const BOTTOM: i32 = 136;
    /// As many as there can be, so that a bar is as wide in the first weeks as later.
    const WEEKS: i32 = 12;

    fn of(background: &BackgroundReport, lang: Lang) -> Option<Self> {
        let said =
            |week: &crate::report::WeekReport| page::week_in_words(week.week, &week.totals, lang);
        let weeks = &background.weeks;
        let (first, last) = (weeks.first()?, weeks.last()?);
        let bars = (0..).zip(weeks).map(|(nth, week)| Bar {
            current: week.week == last.week,
            title: said(week),
            ..Bar::of(nth, week.week, &week.totals)
        });
        let line = |(label, percent): (&'static str, i32)| Line {
            y: Self::BOTTOM - (Self::BOTTOM - Self::TOP) * percent / 100,
            label,
        };
        Some(Self {
            width: Self::LEFT + Self::STEP * Self::WEEKS,
            height: Self::BOTTOM + 18,
            about: page::trend(&said(first), &said(last), lang),
            lines: [("100", 100), ("50", 50), ("0", 0)].map(line).into(),
            bars: bars.collect(),
        })
    }
}

impl Bar {
    fn of(nth: i32, week: Week, totals: &Totals) -> Self {
        let x = Trend::LEFT + Trend::STEP * nth + (Trend::STEP - Trend::BAR) / 2;
        let full = f64::from(Trend::BOTTOM - Trend::TOP);
        let height = totals.percent.unwrap_or(0.0) * full / 100.0;
        let y = f64::from(Trend::BOTTOM) - height;
        let name = week.to_string();
        let short = name.split_once('-').map(|(_, short)| short.to_owned());
        Self {
            x,
            y,
            width: Trend::BAR,
            height,
            middle: x + Trend::BAR / 2,
            value: totals
                .percent
                .map_or_else(|| "–".to_owned(), |p| format!("{p:.1}")),
            value_y: y - 3.0,
            label: short.unwrap_or(name),
            title: String::new(),
            current: false,
        }
    }
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
            width: Trend::LEFT + Trend::STEP * Trend::WEEKS,
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
