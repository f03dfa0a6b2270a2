//! The mouse: a click chooses, the wheel scrolls.

use super::super::cursor::Cursor;
use super::super::keymap::Context;
use super::super::message::Effect;
use super::super::model::Model;
use super::super::view::tabs;
use super::{go, moving};
use ratatui::layout::{Position, Rect};

pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    if model.overlay.is_some() {
        return Vec::new();
    }
    let at = Position::new(column, row);
    let areas = model.areas();
    if areas.header.contains(at) {
        let tab = tabs(model.lang)
            .into_iter()
            .find(|tab| tab.cells.contains(&column));
        return tab.map_or_else(Vec::new, |tab| go(model, tab.context));
    }
    match model.context {
        Context::Overview => {
            let (tasks, requirements) = (
                model.board.tasks.items.len(),
                model.board.requirements.len(),
            );
            if choose(&mut model.overview.tasks, areas.tasks, at, tasks) {
                model.overview.on_tasks = true;
            } else if choose(
                &mut model.overview.requirements,
                areas.requirements,
                at,
                requirements,
            ) {
                model.overview.on_tasks = false;
            }
        }
        Context::Checklist if !model.reading => {
            let len = model.tree.rows.len();
            choose(&mut model.tree.cursor, areas.tree, at, len);
        }
        Context::Checklist => {}
        Context::Record => {
            let len = model.entries.facts.len();
            choose(&mut model.entries.cursor, areas.body, at, len);
        }
    }
    Vec::new()
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
