//! The last weeks as a chart: a bar for each, as high as its rate.

use super::super::super::cells::draw_line;
use super::super::super::frame::Frame;
use super::super::super::layout::overview::{Chart, Placed, chart};
use super::super::super::model::Model;
use super::super::super::overview::Panel;
use super::super::super::theme::level_mark;
use super::super::{line_of, put};
use super::panel::{self, Title};
use crate::assess::{Totals, level};
use crate::calendar::Week;
use crate::text::screen::overview as said;
use crate::text::words as names;
use chrono::Datelike;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// How many steps of height a cell has.
const STEPS: u64 = 4;
/// The foot of a week in which something was required and nothing is done.
const NOTHING_DONE: char = '_';

pub(super) fn title(model: &Model) -> Title {
    let chosen = model.chosen_week();
    let totals = chosen.and_then(|(at, _)| model.trend()?.all.get(at));
    let week = chosen.zip(totals);
    Title {
        name: said::WEEKS,
        summary: week.map_or_else(String::new, |((_, week), totals)| {
            said::week(week, totals, model.lang)
        }),
        is_bad: false,
    }
}

pub(super) fn view(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    let Some(trend) = model.trend() else {
        panel::empty(model, placed, said::COUNTING, frame);
        return;
    };
    if trend.weeks.len() < 2 {
        panel::empty(model, placed, said::NO_WEEKS, frame);
        return;
    }
    let chart = chart(placed.list);
    axis(model, chart.axis, frame);
    bars(model, &trend.all, &chart, frame);
    for (n, (week, totals)) in trend.weeks.iter().zip(&trend.all).enumerate() {
        let chosen = model.overview.focused == Panel::Trend
            && model.chosen_week().is_some_and(|(at, _)| at == n);
        let style = if chosen {
            model.theme.chosen()
        } else {
            model.theme.muted()
        };
        let name = name(*week, chart.cell);
        let area = chart.of_week(chart.names, n);
        let width = area.width.min(u16::try_from(name.len()).unwrap_or(0));
        put(frame, Rect { width, ..area }, &name, style);
        let rate = names::whole_percent(totals.percent);
        put(frame, chart.of_week(chart.rates, n), &rate, Style::new());
    }
}

/// The name of a week, as much of it as its cells hold with a space behind it.
fn name(week: Week, cells: u16) -> String {
    let number = format!("{:02}", week.monday().iso_week().week());
    match cells {
        0..3 => String::new(),
        3 => number,
        _ => format!("W{number}"),
    }
}

/// What the height means.
fn axis(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let lines = usize::from(area.height);
    let marks = [
        (0, "100%"),
        (lines / 2, " 50%"),
        (lines.saturating_sub(1), "  0%"),
    ];
    for (n, (line, mark)) in marks.into_iter().enumerate() {
        let is_middle = n == 1;
        if !is_middle || lines >= 5 {
            put(frame, line_of(area, line), mark, model.theme.muted());
        }
    }
}

/// The weeks side by side, each in the colour and as high as its rate, with air between them.
fn bars(model: &Model, weeks: &[Totals], chart: &Chart, frame: &mut Frame<'_>) {
    let lines = usize::from(chart.bars.height);
    let wide = usize::from(chart.cell.div_ceil(2));
    let air = " ".repeat(usize::from(chart.cell) - wide);
    for line in 0..lines {
        let spans = weeks.iter().flat_map(|totals| {
            let mark = mark(totals, lines, lines - 1 - line).to_string();
            let style = style(model, level(totals));
            [
                Span::styled(mark.repeat(wide), style),
                Span::raw(air.clone()),
            ]
        });
        let area = line_of(chart.bars, line);
        draw_line(&spans.collect(), area, frame.buffer_mut());
    }
}

/// The colour of a level.
fn style(model: &Model, level: u8) -> Style {
    match level {
        0 => model.theme.muted(),
        1 => model.theme.bad(),
        2 => model.theme.warning(),
        _ => model.theme.good(),
    }
}

/// What a bar that is `lines` high at most shows so many lines above its foot. It is full only where
/// all is done, and never empty where something is.
fn mark(totals: &Totals, lines: usize, above: usize) -> char {
    let (lines, above) = (lines as u64, above as u64);
    let steps = (totals.done * lines * STEPS).checked_div(totals.required);
    let steps = steps.map(|steps| steps.max(u64::from(totals.done > 0)));
    let filled = steps.unwrap_or(0).saturating_sub(above * STEPS).min(STEPS);
    match (filled, above, steps) {
        (0, 0, None) => level_mark(0),
        (0, 0, Some(_)) => NOTHING_DONE,
        (0, ..) => ' ',
        (filled, ..) => level_mark(u8::try_from(filled).unwrap_or(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_where_all_is_done() {
        let bar = |done, required| {
            let totals = Totals {
                required,
                done,
                ..Totals::default()
            };
            (0..3)
                .map(|above| mark(&totals, 3, above))
                .collect::<String>()
        };
        assert_eq!(bar(9, 9), "\u{28ff}\u{28ff}\u{28ff}");
        assert_eq!(bar(99, 100), "\u{28ff}\u{28ff}\u{28f6}");
        assert_eq!(bar(1, 2), "\u{28ff}\u{28e4} ");
        assert_eq!(bar(1, 999), "\u{28c0}  ");
        assert_eq!(bar(0, 9), "_  ");
        assert_eq!(bar(0, 0), ".  ");
    }
}
