//! The list of every action: typing narrows it, Enter does what the key would.

use super::super::message::Effect;
use super::super::model::{Model, Notice, Overlay};
use super::super::palette::{Offer, Palette, remember};
use super::super::tree::Row;
use super::super::view;
use super::{go, look, moving, overlay, perform};
use crate::keymap::{self, Action, Binding, Context, Key, Layer};
use crate::text::screen::find as words;
use ratatui::layout::Position;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let palette = Palette::new(model.context, &model.recent, &model.board, model.lang);
    model.overlay = Some(Overlay::Palette(Box::new(palette)));
    Vec::new()
}

pub(super) fn press(model: &mut Model, mut palette: Box<Palette>, key: Key) -> Vec<Effect> {
    let height: usize = view::palette_list(model).height.into();
    let page = i64::try_from(height).unwrap_or(1).max(2) - 1;
    let len = palette.offers.len();
    let mut effects = Vec::new();
    match keymap::action_over(key, Layer::Palette) {
        Some(Action::Cancel) => return effects,
        Some(Action::Accept) => {
            if let Some(offer) = palette.chosen() {
                return run(model, offer);
            }
        }
        Some(Action::Up) => palette.cursor.move_by(-1, len, height),
        Some(Action::Down) => palette.cursor.move_by(1, len, height),
        Some(Action::PageUp) => palette.cursor.move_by(-page, len, height),
        Some(Action::PageDown) => palette.cursor.move_by(page, len, height),
        None => {
            let before = palette.field.text();
            if palette.field.press(key) && palette.field.text() != before {
                narrow(model, &mut palette);
            }
        }
        other => effects = overlay::over_all(other),
    }
    model.overlay = Some(Overlay::Palette(palette));
    effects
}

/// What is typed has changed.
fn narrow(model: &Model, palette: &mut Palette) {
    palette.narrow(model.context, &model.recent, &model.board, model.lang);
}

pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(Overlay::Palette(mut palette)) = model.overlay.take() {
        palette.field.type_text(text);
        narrow(model, &mut palette);
        model.overlay = Some(Overlay::Palette(palette));
    }
}

/// Chooses the line that was clicked; with two clicks it is run. Beside the list it is closed.
pub(super) fn click(
    model: &mut Model,
    mut palette: Box<Palette>,
    at: Position,
    twice: bool,
) -> Vec<Effect> {
    let list = view::palette_list(model);
    if !view::palette_area(model).contains(at) {
        return Vec::new();
    }
    let (len, height) = (palette.offers.len(), list.height.into());
    palette.cursor.keep_in_sight(len, height);
    if super::mouse::choose(&mut palette.cursor, list, at, len)
        && twice
        && let Some(offer) = palette.chosen()
    {
        return run(model, offer);
    }
    model.overlay = Some(Overlay::Palette(palette));
    Vec::new()
}

fn run(model: &mut Model, offer: Offer) -> Vec<Effect> {
    model.notice = None;
    match offer {
        Offer::Item(index) => {
            moving::reveal(model, Row::Item(index));
            Vec::new()
        }
        Offer::Here(binding) => {
            remember(&mut model.recent, binding.action);
            perform(model, binding.action)
        }
        Offer::Elsewhere(binding, view) => {
            remember(&mut model.recent, binding.action);
            there(model, binding, view)
        }
    }
}

/// Goes to the view of an action, and does there what the key would. What is about something chosen
/// there has to be seen first: its key is said.
fn there(model: &mut Model, binding: &Binding, view: Context) -> Vec<Effect> {
    let mut effects = travel(model, view);
    if is_about_chosen(binding.action) {
        if let Some(key) = binding.keys.first() {
            let (lang, name) = (model.lang, view.name());
            let text = words::arrived(name, &key.name(lang), binding.text.of(lang), lang);
            model.notice = Some(Notice { text, bad: false });
        }
        return effects;
    }
    effects.extend(look::look(model));
    if binding.works_in(model.context) {
        effects.extend(perform(model, binding.action));
    }
    effects
}

/// Goes to a view. The summary is the end of the weekly review.
fn travel(model: &mut Model, view: Context) -> Vec<Effect> {
    if view != Context::Summary {
        return go(model, view);
    }
    let effects = go(model, Context::Week);
    model.context = Context::Summary;
    model.review.top = 0;
    effects
}

/// Whether it does something to what is chosen in its view.
fn is_about_chosen(action: Action) -> bool {
    !matches!(
        action,
        Action::Sign
            | Action::NothingToReport
            | Action::Unlock
            | Action::Earlier
            | Action::Later
            | Action::Notices
            | Action::Disagreements
            | Action::Filter
            | Action::NextPane
            | Action::PreviousPane
    )
}
