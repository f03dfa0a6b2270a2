//! The mouse: a click chooses, the wheel scrolls.

use super::super::cursor::Cursor;
use super::super::layout::{self, Areas};
use super::super::message::Effect;
use super::super::model::{List, Model};
use super::super::view::{self, tabs};
use super::{go, moving};
use crate::keymap::{Context, Key};
use ratatui::layout::{Position, Rect};

pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    if model.overlay.is_some() {
        return Vec::new();
    }
    let at = Position::new(column, row);
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
        return tab.map_or_else(Vec::new, |tab| go(model, tab.context));
    }
    match model.context {
        Context::Overview => in_overview(model, &areas, at),
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
    let is_in_body = model.areas().body.contains(Position::new(column, row));
    if model.overlay.is_some() || !is_in_body {
        return click(model, column, row);
    }
    super::press(model, Key::Enter)
}

/// The key of the decision that was clicked, if one was.
fn ruling_key(model: &Model, at: Position) -> Option<Key> {
    let hints = view::ruling_hints(model, model.review.matter()?);
    hints.key_at(model.week_areas().keys, at)
}

fn in_overview(model: &mut Model, areas: &Areas, at: Position) {
    let (tasks, requirements) = (
        model.board.tasks.items.len(),
        model.board.requirements.len(),
    );
    let overview = &mut model.overview;
    if choose(&mut overview.tasks, areas.tasks, at, tasks) {
        overview.on_tasks = true;
    } else if choose(
        &mut overview.requirements,
        areas.requirements,
        at,
        requirements,
    ) {
        overview.on_tasks = false;
    }
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
fn choose(cursor: &mut Cursor, area: Rect, at: Position, len: usize) -> bool {
    let line = cursor.top + usize::from(at.y.saturating_sub(area.y));
    let hit = area.contains(at) && line < len;
    if hit {
        cursor.move_to(line, len, area.height.into());
    }
    hit
}

pub(super) fn scroll(model: &mut Model, lines: i32) -> Vec<Effect> {
    if model.overlay.is_some() {
        return Vec::new();
    }
    moving::by(model, lines.into())
}
