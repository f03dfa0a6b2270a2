//! The calendar in a dialog: a month or a week, in which a day is chosen.

use super::super::form::Form;
use super::super::frame::Frame;
use super::super::layout::form::{Calendar, DAY};
use super::super::model::Model;
use super::super::month::{DayCell, Row};
use super::super::theme::Theme;
use super::{line_of, put};
use crate::text::calendar::{self as said, DaySign};
use chrono::{Datelike, NaiveDate};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// Draws the calendar of the day that a dialog asks for.
pub(super) fn view(model: &Model, form: &Form, areas: &Calendar, frame: &mut Frame<'_>) {
    let rows = rows(model, form, areas);
    let heading = said::month(form.day_shown(&model.board), model.lang);
    put(frame, areas.heading, &heading, model.theme.heading());
    for (n, name) in said::weekdays(model.lang).into_iter().enumerate() {
        let name = format!(
            " {}{name}",
            " ".repeat(2_usize.saturating_sub(name.width()))
        );
        put(frame, cell(areas.weekdays, n), &name, model.theme.muted());
    }
    let chosen = form.chosen_day(&model.board);
    for (n, row) in rows.iter().enumerate() {
        for (column, day) in row.iter().copied().enumerate() {
            let is_chosen = chosen == Some(day.day);
            let area = cell(line_of(areas.grid, n), column);
            put(
                frame,
                area,
                &text(day, is_chosen),
                style(model.theme, day, is_chosen),
            );
        }
    }
    let legend = legend(&rows, model);
    let area = areas.legend;
    // It begins below the days where it has room there.
    let x = areas.grid.x.min(
        area.right()
            .saturating_sub(u16::try_from(legend.width()).unwrap_or(0)),
    );
    let x = x.max(area.x);
    let area = Rect {
        x,
        width: area.right() - x,
        ..area
    };
    put(frame, area, &legend, model.theme.muted());
}

/// The day at a place on the screen.
pub(in crate::tui) fn day_at(
    model: &Model,
    form: &Form,
    areas: &Calendar,
    at: Position,
) -> Option<NaiveDate> {
    if !areas.grid.contains(at) {
        return None;
    }
    let rows = rows(model, form, areas);
    let row = rows.get(usize::from(at.y - areas.grid.y))?;
    let day = row.get(usize::from((at.x - areas.grid.x) / DAY))?;
    day.is_of_month.then_some(day.day)
}

fn rows(model: &Model, form: &Form, areas: &Calendar) -> Vec<Row> {
    form.calendar(&model.board, areas.grid.height > 1)
}

/// The area of the `n`th day of a line; empty where it has no room.
fn cell(line: Rect, n: usize) -> Rect {
    let x = line.x + DAY * u16::try_from(n).unwrap_or(0);
    if line.is_empty() || x + DAY > line.right() {
        return Rect::ZERO;
    }
    Rect {
        x,
        width: DAY,
        ..line
    }
}

/// A day as it is shown: the chosen one in brackets, its number with the mark of what it is, and no
/// number where it cannot be chosen.
fn text(cell: DayCell, is_chosen: bool) -> String {
    if !cell.is_of_month {
        return String::new();
    }
    let (number, mark) = (cell.day.day(), cell.sign.map_or(' ', DaySign::mark));
    match (is_chosen, cell.sign) {
        (true, _) => format!("[{number:2}{mark}]"),
        (false, Some(DaySign::Barred)) => format!("  {mark}"),
        (false, _) => format!(" {number:2}{mark}"),
    }
}

fn style(theme: Theme, cell: DayCell, is_chosen: bool) -> Style {
    let style = match cell.sign {
        None | Some(DaySign::Worked) => Style::new(),
        Some(DaySign::Today) => theme.title(),
        Some(_) => theme.muted(),
    };
    if is_chosen {
        style.patch(theme.chosen())
    } else {
        style
    }
}

/// What the marks mean, as far as they are shown.
fn legend(rows: &[Row], model: &Model) -> String {
    let shown = |sign: &DaySign| {
        let mut cells = rows.iter().flatten().filter(|cell| cell.is_of_month);
        cells.any(|cell| cell.sign == Some(*sign))
    };
    let signs = DaySign::ALL.into_iter().filter(shown);
    let names = signs.map(|sign| format!("{} {}", sign.mark(), sign.name(model.lang)));
    names.collect::<Vec<_>>().join("  ")
}
