//! Keys in what lies over the screen.

use super::super::form::Form;
use super::super::message::Effect;
use super::super::model::{Model, Overlay};
use super::super::month::Step;
use super::super::view;
use super::{filters, palette};
use crate::keymap::{self, Action, Key, Layer};
use crate::text::screen as words;

pub(super) fn press(model: &mut Model, overlay: Overlay, key: Key) -> Vec<Effect> {
    match overlay {
        Overlay::Help { top } => {
            let top = scrolled(model, top, key, view::help_beyond(model));
            model.overlay = top.map(|top| Overlay::Help { top });
            Vec::new()
        }
        Overlay::Text { title, lines, top } => {
            let top = scrolled(model, top, key, view::text_beyond(model.surface(), &lines));
            model.overlay = top.map(|top| Overlay::Text { title, lines, top });
            Vec::new()
        }
        Overlay::Confirm { question, order } => match keymap::action_over(key, Layer::Question) {
            Some(Action::Accept) => vec![Effect::Execute(order)],
            Some(Action::Cancel) => Vec::new(),
            other => {
                model.overlay = Some(Overlay::Confirm { question, order });
                over_all(other)
            }
        },
        Overlay::Form { form, wrong } => in_form(model, form, wrong, key),
        Overlay::Palette(list) => palette::press(model, list, key),
        Overlay::Filters(menu) => filters::press(model, menu, key),
    }
}

/// Goes on in a field that is a day, or one of a few things; whether that was ordered.
fn fill(form: &mut Form, action: Action, model: &Model) -> bool {
    let step = match action {
        Action::DayBack => Step::Days(-1),
        Action::DayOn => Step::Days(1),
        Action::WeekBack => Step::Days(-7),
        Action::WeekOn => Step::Days(7),
        Action::MonthBack => Step::Months(-1),
        Action::MonthOn => Step::Months(1),
        Action::Today => Step::Today,
        Action::NextChoice | Action::PreviousChoice => {
            let forward = action == Action::NextChoice;
            if let Some(field) = form.field() {
                field.turn(forward);
            }
            form.touch();
            return true;
        }
        _ => return false,
    };
    form.step_day(step, &model.board);
    true
}

/// What is ordered alike over every view.
pub(super) fn over_all(action: Option<Action>) -> Vec<Effect> {
    match action {
        Some(Action::Suspend) => vec![Effect::Suspend],
        _ => Vec::new(),
    }
}

/// The first line shown after a key on a page, `most` at most; `None` where the page is closed.
fn scrolled(model: &Model, top: usize, key: Key, most: usize) -> Option<usize> {
    scrolled_by(key, top, most, model.size.1)
}

/// The same on a screen of so many lines.
pub(in crate::tui) fn scrolled_by(key: Key, top: usize, most: usize, height: u16) -> Option<usize> {
    let page = usize::from(height / 2).max(1);
    let top = match keymap::action_over(key, Layer::Reading) {
        Some(Action::Down) => top + 1,
        Some(Action::PageDown) => top + page,
        Some(Action::Up) => top.saturating_sub(1),
        Some(Action::PageUp) => top.saturating_sub(page),
        Some(Action::Cancel) => return None,
        _ => top,
    };
    Some(top.min(most))
}

fn in_form(model: &mut Model, mut form: Form, mut wrong: Option<String>, key: Key) -> Vec<Effect> {
    let mut effects = Vec::new();
    let action = form
        .layers()
        .find_map(|layer| keymap::action_over(key, layer));
    match action.filter(|action| form.has_place(*action)) {
        Some(Action::Cancel) => return Vec::new(),
        // It stays open until the order is carried out, so that nothing typed is lost.
        Some(Action::Accept) => match form.effect(&model.board, model.lang) {
            Ok(effect) => {
                wrong = None;
                effects.push(effect);
            }
            Err((what, hint)) => {
                form.go_to_wrong(&model.board, model.lang);
                wrong = Some(words::failed(&what, hint.as_deref(), model.lang));
            }
        },
        Some(Action::NextField) => form.turn(true),
        Some(Action::PreviousField) => form.turn(false),
        Some(Action::Editor) => effects.extend(
            form.field()
                .map(|field| Effect::Edit { text: field.text() }),
        ),
        Some(other) if fill(&mut form, other, model) => wrong = None,
        Some(other) => effects = over_all(Some(other)),
        None => {
            if form.field().is_some_and(|field| field.press(key)) {
                form.touch();
                wrong = None;
            }
        }
    }
    model.overlay = Some(Overlay::Form { form, wrong });
    effects
}
