//! Filters: the list in which they are chosen, and the chips that show them.

use super::super::menu::Menu;
use super::super::message::Effect;
use super::super::model::{Model, Notice, Overlay};
use super::super::tree::found;
use super::super::view;
use super::{go, overlay};
use crate::find::{Choice, Filter, Kind};
use crate::keymap::{self, Action, Context, Key, Layer};
use crate::text::screen::find as words;
use ratatui::layout::Position;

/// Opens the list of filters over the checklist.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let effects = go(model, Context::Checklist);
    let within = found(&model.board, &model.search.field.text(), model.lang);
    let menu = Menu::new(&model.ground(), &within, &model.filters);
    model.overlay = Some(Overlay::Filters(menu));
    effects
}

pub(super) fn press(model: &mut Model, mut menu: Menu, key: Key) -> Vec<Effect> {
    let height = view::menu_list(model).height.into();
    let page = i64::try_from(height).unwrap_or(1).max(2) - 1;
    model.notice = None;
    let mut effects = Vec::new();
    match keymap::action_over(key, Layer::Filters) {
        Some(Action::Cancel) => return effects,
        Some(Action::Up) => menu.move_by(-1, height),
        Some(Action::Down) => menu.move_by(1, height),
        Some(Action::PageUp) => menu.move_by(-page, height),
        Some(Action::PageDown) => menu.move_by(page, height),
        Some(Action::Toggle) => toggle(model, &mut menu),
        other => effects = overlay::over_all(other),
    }
    model.overlay = Some(Overlay::Filters(menu));
    effects
}

/// Chooses the filter of the chosen line, or lets it go; the list behind follows at once.
fn toggle(model: &mut Model, menu: &mut Menu) {
    let Some(Choice { filter, .. }) = menu.chosen().cloned() else {
        return;
    };
    if filter == Filter::Mine && model.board.school.principal().is_none() {
        let text = words::NO_PRINCIPAL.of(model.lang).to_owned();
        model.notice = Some(Notice { text, bad: true });
        return;
    }
    model.filters.toggle(&filter);
    model.rebuild();
    renew(model, menu);
}

fn renew(model: &Model, menu: &mut Menu) {
    let within = found(&model.board, &model.search.field.text(), model.lang);
    menu.renew(&model.ground(), &within, &model.filters);
}

/// Lets all filters go; the chosen line stays chosen.
pub(super) fn clear(model: &mut Model) {
    model.filters.clear();
    if let Some(row) = model.tree.chosen() {
        model.tree.reveal(row);
    }
    model.rebuild();
}

/// Lets go what stands for items of other checklists than before, and counts an open list anew.
pub(super) fn follow(model: &mut Model, checklists_changed: bool) {
    if checklists_changed {
        model.filters.clear_kind(Kind::Requirement);
        model.marks.clear();
    }
    if let Some(Overlay::Filters(mut menu)) = model.overlay.take_if(is_menu) {
        renew(model, &mut menu);
        model.overlay = Some(Overlay::Filters(menu));
    }
}

fn is_menu(overlay: &mut Overlay) -> bool {
    matches!(overlay, Overlay::Filters(_))
}

/// Takes the filter that was clicked, or lets it go. Beside the list it is closed, and a chip can be
/// clicked away.
pub(super) fn click(model: &mut Model, mut menu: Menu, at: Position) {
    let list = view::menu_list(model);
    if !view::menu_area(model).contains(at) {
        click_chip(model, at);
        return;
    }
    if list.contains(at) {
        let mut cursor = menu.cursor;
        cursor.keep_in_sight(menu.lines.len(), list.height.into());
        let line = cursor.top + usize::from(at.y - list.y);
        if menu.go(line, list.height.into()) {
            toggle(model, &mut menu);
        }
    }
    model.overlay = Some(Overlay::Filters(menu));
}

/// Lets the filter go whose chip was clicked; whether one was.
pub(super) fn click_chip(model: &mut Model, at: Position) -> bool {
    let Some(filter) = view::chip_at(model, at) else {
        return false;
    };
    model.filters.toggle(&filter);
    if let Some(row) = model.tree.chosen() {
        model.tree.reveal(row);
    }
    model.rebuild();
    true
}
