//! The mouse: a click chooses, the wheel scrolls.

use super::super::cursor::Cursor;
use super::super::layout;
use super::super::message::Effect;
use super::super::model::{List, Model, Overlay};
use super::super::view::{self, tabs};
use super::{filters, go, moving, overview, palette, pointing};
use crate::keymap::{Context, Key};
use ratatui::layout::{Position, Rect};

pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let at = Position::new(column, row);
    if model.overlay.is_some() {
        return over(model, at, false);
    }
    let areas = model.areas();
    if let Some(key) = view::footer_hints(model).key_at(areas.footer, at) {
        return super::press(model, key);
    }
    let (of_tour, line) = view::tour_hints(model);
    if let Some(key) = of_tour.key_at(line, at) {
        return super::press(model, key);
    }
    if areas.header.contains(at) {
        let tab = tabs(model)
            .into_iter()
            .find(|tab| tab.cells.contains(&column));
        return tab.map_or_else(Vec::new, |tab| go(model, tab.of));
    }
    if filters::click_chip(model, at) {
        return Vec::new();
    }
    match model.context {
        Context::Overview => return overview::click(model, at),
        Context::Checklist if !model.reading => {
            let len = model.tree.rows.len();
            choose(&mut model.tree.cursor, areas.tree, at, len);
        }
        Context::Checklist | Context::Summary => {}
        Context::Week => {
            if let Some(key) = ruling_key(model, at) {
                return super::press(model, key);
            }
            let (list, len) = (model.week_areas().list, model.review.matters().len());
            choose(&mut model.review.cursor, list, at, len);
        }
        Context::Calendar => in_calendar(model, areas.body, at),
        Context::Findings if model.findings.list != List::Findings => {
            let (list, len) = (model.findings_areas().list, model.findings.others());
            choose(&mut model.findings.other, list, at, len);
        }
        Context::Findings => {
            let (list, len) = (model.findings_areas().list, model.board.findings.len());
            if choose(&mut model.findings.cursor, list, at, len) {
                moving::chose_finding(model);
            }
        }
        Context::Record => {
            let len = model.entries.facts.len();
            choose(&mut model.entries.cursor, areas.body, at, len);
        }
    }
    Vec::new()
}

/// Opens what is under the pointer, which the first click has chosen.
pub(super) fn double_click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let at = Position::new(column, row);
    if model.overlay.is_some() {
        return over(model, at, true);
    }
    if !model.areas().body.contains(at) {
        return click(model, column, row);
    }
    if model.context == Context::Overview && !overview::is_on_line(model, at) {
        return Vec::new();
    }
    super::press(model, Key::Enter)
}

/// A click, or the second of two, while something lies over the view.
fn over(model: &mut Model, at: Position, twice: bool) -> Vec<Effect> {
    let keys = model.overlay.as_ref();
    if let Some(key) = keys.and_then(|overlay| view::key_over(model, overlay, at)) {
        return super::press(model, key);
    }
    match model.overlay.take() {
        Some(Overlay::Palette(list)) => palette::click(model, list, at, twice),
        Some(Overlay::Filters(menu)) => {
            if twice {
                // The first click has taken it already.
                model.overlay = Some(Overlay::Filters(menu));
            } else {
                filters::click(model, menu, at);
            }
            Vec::new()
        }
        other => {
            model.overlay = other;
            pointing::click(model, at)
        }
    }
}

/// The key of the decision that was clicked, if one was.
fn ruling_key(model: &Model, at: Position) -> Option<Key> {
    let hints = view::ruling_hints(model, model.review.matter()?);
    hints.key_at(model.week_areas().keys, at)
}

/// Chooses the day that was clicked, if one was.
fn in_calendar(model: &mut Model, body: Rect, at: Position) {
    let areas = layout::days(body, model.year.columns());
    if !areas.grid.contains(at) {
        return;
    }
    let column = usize::from((at.x - areas.grid.x) / areas.cell);
    let row = usize::from(at.y - areas.grid.y);
    if let Some(day) = model.year.at(column, row) {
        model.year.go(day);
    }
}

/// Chooses the line of a list that was clicked, if one was.
pub(super) fn choose(cursor: &mut Cursor, area: Rect, at: Position, len: usize) -> bool {
    let line = cursor.top + usize::from(at.y.saturating_sub(area.y));
    let hit = area.contains(at) && line < len;
    if hit {
        cursor.move_to(line, len, area.height.into());
    }
    hit
}

/// Turns the wheel over a place.
pub(super) fn scroll(model: &mut Model, lines: i32, (column, row): (u16, u16)) -> Vec<Effect> {
    let (lines, list) = (i64::from(lines), view::palette_list(model).height);
    let menu = view::menu_list(model).height;
    let at = Position::new(column, row);
    let is_over_page = page(model).contains(at);
    match &mut model.overlay {
        Some(Overlay::Palette(palette)) => {
            let len = palette.offers.len();
            palette.cursor.move_by(lines, len, list.into());
        }
        Some(Overlay::Filters(filters)) => filters.move_by(lines, menu.into()),
        Some(_) => pointing::scroll(model, lines),
        None if model.context == Context::Overview => {
            overview::scroll(model, lines, at);
        }
        None if is_over_page => return moving::scroll(model, lines),
        None => return moving::by(model, lines),
    }
    Vec::new()
}

/// Where the page of the chosen item or finding is; empty where none is shown.
fn page(model: &Model) -> Rect {
    let areas = model.areas();
    match model.context {
        Context::Checklist if areas.two_columns || model.reading => areas.item,
        Context::Findings => model.findings_areas().chosen,
        _ => Rect::ZERO,
    }
}
