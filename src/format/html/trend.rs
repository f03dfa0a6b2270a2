//! The chart of the last weeks: a bar for each, from 0 to 100 per cent.
//!
//! Lengths are in the units of the drawing; the page scales it to the width there is.

use crate::calendar::Week;
use askama::Template;

/// A bar for each week.
#[derive(Template)]
#[template(path = "trend.html", config = "src/format/html/askama.toml")]
pub(in crate::format) struct Trend {
    name: &'static str,
    about: String,
    width: i32,
    height: i32,
    lines: [Line; 3],
    bars: Vec<Bar>,
}

/// A line across the chart.
struct Line {
    y: i32,
    label: &'static str,
}

/// The bar of a week.
struct Bar {
    x: i32,
    y: f64,
    width: i32,
    height: f64,
    middle: i32,
    value: String,
    value_y: f64,
    label: String,
    title: String,
    /// Whether it is the week of the report.
    current: bool,
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
    pub(in crate::format) const WEEKS: usize = 12;
    /// How wide the drawing is.
    pub(in crate::format) const WIDTH: i32 = Self::LEFT + Self::STEP * 12;

    /// The chart of weeks, each with its rate and what is said of it; `about` says it of all.
    pub(in crate::format) fn of(
        name: &'static str,
        about: String,
        current: Week,
        weeks: impl Iterator<Item = (Week, Option<f64>, String)>,
    ) -> Self {
        let bars = (0..).zip(weeks).map(|(nth, (week, percent, title))| Bar {
            current: week == current,
            title,
            ..Bar::of(nth, week, percent)
        });
        let line = |(label, percent): (&'static str, i32)| Line {
            y: Self::BOTTOM - (Self::BOTTOM - Self::TOP) * percent / 100,
            label,
        };
        Self {
            name,
            about,
            width: Self::WIDTH,
            height: Self::BOTTOM + 18,
            lines: [("100", 100), ("50", 50), ("0", 0)].map(line),
            bars: bars.collect(),
        }
    }
}

impl Bar {
    fn of(nth: i32, week: Week, percent: Option<f64>) -> Self {
        let x = Trend::LEFT + Trend::STEP * nth + (Trend::STEP - Trend::BAR) / 2;
        let full = f64::from(Trend::BOTTOM - Trend::TOP);
        let height = percent.unwrap_or(0.0) * full / 100.0;
        let y = f64::from(Trend::BOTTOM) - height;
        let name = week.to_string();
        let short = name.split_once('-').map(|(_, short)| short.to_owned());
        Self {
            x,
            y,
            width: Trend::BAR,
            height,
            middle: x + Trend::BAR / 2,
            value: percent.map_or_else(|| "–".to_owned(), |p| format!("{p:.1}")),
            value_y: y - 3.0,
            label: short.unwrap_or(name),
            title: String::new(),
            current: false,
        }
    }
}
