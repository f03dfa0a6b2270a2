//! Keys in what lies over the screen.

use super::super::form::Form;
use super::super::key::Key;
use super::super::message::Effect;
use super::super::model::{Model, Overlay};
use super::super::view;
use crate::text::screen as words;

pub(super) fn press(model: &mut Model, overlay: Overlay, key: Key) -> Vec<Effect> {
    match overlay {
        Overlay::Help { top } => {
            let top = scrolled(model, top, key, view::help_beyond(model));
            model.overlay = top.map(|top| Overlay::Help { top });
            Vec::new()
        }
        Overlay::Text { title, lines, top } => {
            let top = scrolled(model, top, key, view::text_beyond(model, &lines));
            model.overlay = top.map(|top| Overlay::Text { title, lines, top });
            Vec::new()
        }
        Overlay::Confirm { question, order } => match key.as_command() {
            Key::Enter | Key::Char('y') => vec![Effect::Execute(order)],
            Key::Esc | Key::Char('n' | 'q') | Key::Ctrl('c') => Vec::new(),
            _ => {
                model.overlay = Some(Overlay::Confirm { question, order });
                Vec::new()
            }
        },
        Overlay::Form { form, wrong } => in_form(model, form, wrong, key),
    }
}

/// The first line shown after a key that scrolls, `most` at most; `None` for other keys.
fn scrolled(model: &Model, top: usize, key: Key, most: usize) -> Option<usize> {
    let page = usize::from(model.size.1 / 2).max(1);
    let top = match key {
        Key::Down | Key::Char('j') => top + 1,
        Key::PageDown | Key::Char(' ') => top + page,
        Key::Up | Key::Char('k') => top.saturating_sub(1),
        Key::PageUp => top.saturating_sub(page),
        _ => return None,
    };
    Some(top.min(most))
}

fn in_form(model: &mut Model, mut form: Form, mut wrong: Option<String>, key: Key) -> Vec<Effect> {
    match key {
        Key::Esc | Key::Ctrl('c') => return Vec::new(),
        Key::Enter => match form.effect(&model.board, model.lang) {
            Ok(effect) => {
                // It stays open until the order is carried out, so that nothing typed is lost.
                model.overlay = Some(Overlay::Form { form, wrong: None });
                return vec![effect];
            }
            Err((what, hint)) => {
                wrong = Some(words::failed(&what, hint.as_deref(), model.lang));
            }
        },
        Key::Tab | Key::Down => form.turn(true),
        Key::BackTab | Key::Up => form.turn(false),
        key => {
            if form.field().is_some_and(|field| field.press(key)) {
                wrong = None;
            }
        }
    }
    model.overlay = Some(Overlay::Form { form, wrong });
    Vec::new()
}
