//! The mouse in what lies over the screen: a click on a key presses it, one on a field fills it in;
//! the wheel scrolls what is read. A click beside it does nothing.

use super::super::form::Form;
use super::super::message::Effect;
use super::super::model::{Model, Overlay};
use super::super::view;
use ratatui::layout::{Position, Rect};

pub(super) fn click(model: &mut Model, at: Position) -> Vec<Effect> {
    let Some(mut over) = model.overlay.take() else {
        return Vec::new();
    };
    if let Overlay::Form { form, wrong } = &mut over
        && in_form(model, form, wrong.as_deref(), at)
    {
        *wrong = None;
    }
    model.overlay = Some(over);
    Vec::new()
}

/// A click in a dialog; whether something was filled in.
fn in_form(model: &Model, form: &mut Form, wrong: Option<&str>, at: Position) -> bool {
    let parts = view::form_parts(model, form, wrong);
    if let Some(day) = view::day_at(model, form, &parts.calendar, at) {
        return form.choose_day(day, &model.board);
    }
    if !parts.fields.contains(at) {
        return false;
    }
    let field = parts.first + usize::from(at.y - parts.fields.y);
    field < form.fields.len() && in_field(model, form, field, parts.fields, at)
}

/// A click on a field: it is filled in from now on, with the caret where it was clicked; one on a
/// choice chooses it.
fn in_field(model: &Model, form: &mut Form, n: usize, area: Rect, at: Position) -> bool {
    let was_focused = form.focus == n;
    form.focus_on(n);
    let labels = view::labels(model, form);
    let room = view::room(labels, area);
    let column = usize::from(at.x - area.x);
    let (Some(cell), Some(field)) = (column.checked_sub(view::indent(labels)), form.field()) else {
        return false;
    };
    if field.choices().is_empty() {
        field.point(was_focused, room, cell);
        return false;
    }
    let choices = view::choices_in(field, room);
    let hit = choices.into_iter().find(|(_, cells)| cells.contains(&cell));
    let Some((choice, _)) = hit else {
        return false;
    };
    field.choose(choice);
    form.touch();
    true
}

/// Scrolls help or an explanation by so many lines.
pub(super) fn scroll(model: &mut Model, lines: i64) {
    let Some(mut over) = model.overlay.take() else {
        return;
    };
    let most = match &over {
        Overlay::Help { .. } => view::help_beyond(model),
        Overlay::Text { lines, .. } => view::text_beyond(model.surface(), lines),
        _ => 0,
    };
    if let Overlay::Help { top } | Overlay::Text { top, .. } = &mut over {
        let moved = top.saturating_add_signed(isize::try_from(lines).unwrap_or(0));
        *top = moved.min(most);
    }
    model.overlay = Some(over);
}
