//! The search line: the tree narrows with every key.

use super::super::field::Field;
use super::super::message::Effect;
use super::super::model::Model;
use super::super::tree::Row;
use super::moving;
use crate::keymap::{self, Action, Context, Key, Layer};
use crate::text::to_ascii;

/// A new search: what was looked for before is not added to.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    clear(model);
    model.search.typing = true;
    super::go(model, Context::Checklist)
}

pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    match keymap::action_over(key, Layer::Search) {
        Some(Action::Accept) => model.search.typing = false,
        Some(Action::Cancel) => clear(model),
        Some(Action::Down) => return moving::by(model, 1),
        Some(Action::Up) => return moving::by(model, -1),
        Some(Action::Suspend) => return vec![Effect::Suspend],
        _ => {
            if model.search.field.press(key) {
                model.tree.cursor.at = 0;
                model.rebuild();
                choose_first_item(model);
            }
        }
    }
    Vec::new()
}

/// Chooses the item whose id was typed, or else the first.
fn choose_first_item(model: &mut Model) {
    let rows = &model.tree.rows;
    let said = to_ascii(model.search.field.text().trim());
    let is_named = |row: &Row| match row {
        Row::Item(index) => model
            .board
            .item(*index)
            .id
            .as_str()
            .eq_ignore_ascii_case(&said),
        _ => false,
    };
    let named = rows.iter().position(is_named);
    let first = || rows.iter().position(|row| matches!(row, Row::Item(_)));
    let first = named.or_else(first);
    let (len, height) = (rows.len(), model.list_height());
    model.tree.cursor.move_to(first.unwrap_or(0), len, height);
}

/// Ends the search; the chosen line stays chosen.
pub(super) fn clear(model: &mut Model) {
    model.search.typing = false;
    model.search.field = Field::new(model.search.field.label);
    if let Some(row) = model.tree.chosen() {
        model.tree.reveal(row);
    }
    model.rebuild();
}
