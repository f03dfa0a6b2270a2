//! The mouse: a click chooses, one on a heading sorts, the wheel scrolls.

use super::super::super::view::header::tabs_of;
use super::super::message::Effect;
use super::super::model::{Model, Over};
use super::super::view;
use super::{by, has_room, key_at, over_beyond, press, sort};
use crate::keymap::{Key, RollUpView};
use ratatui::layout::Position;

pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let at = Position::new(column, row);
    if !has_room(model) {
        return Vec::new();
    }
    if let Some(key) = key_at(model, at) {
        return press(model, key);
    }
    if model.over.is_some() {
        return Vec::new();
    }
    let areas = model.areas();
    if areas.tabs.contains(at) {
        let tabs = tabs_of(&view::names(), model.list, model.surface());
        let tab = tabs.into_iter().find(|tab| tab.cells.contains(&column));
        if let Some(tab) = tab {
            model.notice = None;
            model.go(tab.of);
        }
    } else if areas.head.contains(at) {
        on_heading(model, column.into());
    } else if areas.list.contains(at) {
        let line = usize::from(at.y - areas.list.y);
        model.with_cursor(|cursor, len, height| {
            if cursor.top + line < len {
                cursor.move_to(cursor.top + line, len, height);
            }
        });
    }
    Vec::new()
}

/// Sorts by the column whose heading was clicked.
fn on_heading(model: &mut Model, cell: usize) {
    if model.view() != RollUpView::Schools {
        return;
    }
    let columns = model.columns().into_iter();
    let hit = columns.rev().find(|placed| placed.from <= cell);
    if let Some(placed) = hit.filter(|placed| cell <= placed.from + placed.width) {
        model.column = placed.column;
        sort(model);
    }
}

/// Opens what is under the pointer, which the first click has chosen.
pub(super) fn double_click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let at = Position::new(column, row);
    let on_line = {
        let (rows, cursor) = model.lines();
        let line = cursor.top + usize::from(row.saturating_sub(model.areas().list.y));
        model.areas().list.contains(at) && line < rows.len()
    };
    if model.over.is_some() || !on_line {
        return click(model, column, row);
    }
    model.typing = false;
    press(model, Key::Enter)
}

/// Turns the wheel.
pub(super) fn scroll(model: &mut Model, lines: i32) {
    let lines = i64::from(lines);
    let Some(over) = model.over.take() else {
        return by(model, lines);
    };
    let most = over_beyond(model, &over);
    let moved = isize::try_from(lines).unwrap_or(0);
    let top = over.top().saturating_add_signed(moved).min(most);
    model.over = Some(Over::from(over, top));
}
