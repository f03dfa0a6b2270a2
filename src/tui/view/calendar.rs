//! The calendar: a school year as a heat map, and the day under the cursor explained.

use super::super::frame::Frame;
use super::super::layout;
use super::super::model::Model;
use super::super::theme::{DayMark, day_mark};
use super::page::Page;
use super::{line_of, put};
use crate::assess::{DayHeat, ItemIndex, level};
use crate::calendar::{DayKind, Period};
use crate::text::screen::calendar as said;
use crate::text::{Phrase, words as names};
use chrono::{Datelike, Days, NaiveDate};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

pub(super) fn view(model: &Model, body: Rect, frame: &mut Frame<'_>) {
    let areas = layout::days(body, model.year.columns());
    let lang = model.lang;
    let year = said::year(model.year.from, lang);
    put(frame, areas.heading, &year, model.theme.heading());
    months(model, &areas, frame);
    weekdays(model, &areas, frame);
    for column in 0..model.year.columns() {
        for row in 0..7 {
            if let Some(day) = model.year.at(column, row) {
                cell(model, &areas, (column, row), day, frame);
            }
        }
    }
    let marks = DayMark::ALL.map(day_mark);
    let mut legend = said::legend(marks, lang);
    if legend.width() > areas.legend.width.into() {
        legend = said::short_legend(marks, lang);
    }
    put(frame, areas.legend, &legend, model.theme.muted());
    let page = of_chosen(Page::new(model, areas.chosen));
    page.draw_from(model.year.top, areas.chosen, frame);
}

/// How many lines are said about the chosen day.
pub(in crate::tui) fn day_lines(model: &Model) -> usize {
    let areas = layout::days(model.areas().body, model.year.columns());
    of_chosen(Page::new(model, areas.chosen)).lines.len()
}

/// The names of the months above the weeks that they begin in.
fn months(model: &Model, areas: &layout::Days, frame: &mut Frame<'_>) {
    let mut free = areas.months.x;
    for column in 0..model.year.columns() {
        let ahead = Days::new(column as u64 * 7 + 6);
        let sunday = model.year.first_monday().checked_add_days(ahead);
        let Some(sunday) = sunday.filter(|sunday| sunday.day() <= 7) else {
            continue;
        };
        let name = said::month(sunday, areas.cell > 1, model.lang);
        let x = cell_x(areas, column);
        let room = areas.months.right().saturating_sub(x);
        if x >= free && usize::from(room) >= name.width() {
            let area = Rect {
                x,
                width: room,
                ..areas.months
            };
            put(frame, area, &name, model.theme.muted());
            free = x + u16::try_from(name.width()).unwrap_or(0) + 1;
        }
    }
}

fn weekdays(model: &Model, areas: &layout::Days, frame: &mut Frame<'_>) {
    let monday = model.year.first_monday();
    for (row, day) in monday.iter_days().take(7).enumerate() {
        let area = Rect {
            x: areas.grid.x.saturating_sub(layout::WEEKDAYS),
            width: layout::WEEKDAYS,
            ..line_of(areas.grid, row)
        };
        let name = names::weekday(day, model.lang);
        put(frame, area, name, model.theme.muted());
    }
}

fn cell_x(areas: &layout::Days, column: usize) -> u16 {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    areas
        .grid
        .x
        .saturating_add(column.saturating_mul(areas.cell))
}

fn cell(
    model: &Model,
    areas: &layout::Days,
    (column, row): (usize, usize),
    day: NaiveDate,
    frame: &mut Frame<'_>,
) {
    let x = cell_x(areas, column);
    let y = areas.grid.y + u16::try_from(row).unwrap_or(0);
    if !areas.grid.contains(Position::new(x, y)) {
        return;
    }
    let kind = model.year.heat(day).map(mark_of);
    let mark = match kind {
        _ if day == model.board.today => DayMark::Today,
        Some(mark) => mark,
        None => DayMark::Open,
    };
    let mut style = model.theme.day(kind.unwrap_or(DayMark::Open));
    if day == model.year.day {
        style = style.patch(model.theme.chosen());
    }
    let area = Rect::new(x, y, 1, 1);
    frame.render_widget(Span::styled(day_mark(mark).to_string(), style), area);
}

fn mark_of(heat: &DayHeat) -> DayMark {
    match (level(&heat.totals), &heat.kind) {
        (1, _) => DayMark::Low,
        (2, _) => DayMark::Middle,
        (3, _) => DayMark::High,
        (4, _) => DayMark::Full,
        (_, DayKind::SchoolDay | DayKind::WorkingWeekend) => DayMark::Open,
        (_, DayKind::Weekend) => DayMark::Weekend,
        (_, DayKind::Holiday(_) | DayKind::OwnDayOff) => DayMark::Off,
        (_, DayKind::OutOfTerm) => DayMark::Out,
    }
}

/// What is said about the day under the cursor.
pub(super) fn of_chosen(mut page: Page<'_>) -> Page<'_> {
    let model = page.model;
    let Some(heat) = model.year.heat(model.year.day) else {
        return page;
    };
    page.text(&in_short(model, heat).join("  "), model.theme.heading());
    let groups = [
        (said::MISSING, &heat.missing, model.theme.bad()),
        (said::LATE_ENTERED, &heat.late_entered, Style::new()),
        (said::WAIVED, &heat.waived, model.theme.muted()),
    ];
    for (name, items, style) in groups {
        group(&mut page, name, items, style);
    }
    page
}

/// A day in short: which, what kind, what was due on it.
pub(super) fn in_short(model: &Model, heat: &DayHeat) -> [String; 3] {
    let (day, lang) = (heat.day, model.lang);
    [
        names::day(day, lang),
        said::kind(&heat.kind, lang),
        if day > model.board.today {
            said::AHEAD.of(lang).to_owned()
        } else if heat.totals.required == 0 {
            said::NOTHING_DUE.of(lang).to_owned()
        } else {
            said::due(&heat.totals, heat.done, lang)
        },
    ]
}

/// Items of the day, each in a line, with the event where it is done for one.
fn group(page: &mut Page<'_>, name: Phrase, items: &[(ItemIndex, Period)], style: Style) {
    let (model, lang) = (page.model, page.model.lang);
    for (index, period) in items {
        let item = model.board.item(*index);
        let period = match period {
            Period::Event(_) => format!("  {}", names::period(period, lang)),
            _ => String::new(),
        };
        let text = format!("{:<5} {}{period}", item.id.as_str(), item.text.of(lang));
        page.named(name, &text, style);
    }
}
