//! Keys in what lies over the screen.

use super::super::form::Form;
use super::super::key::Key;
use super::super::message::Effect;
use super::super::model::{Model, Overlay};
use crate::text::screen as words;

pub(super) fn press(model: &mut Model, overlay: Overlay, key: Key) -> Vec<Effect> {
    match overlay {
        Overlay::Help { top } => {
            model.overlay = match key {
                Key::Down | Key::PageDown | Key::Char('j' | ' ') => {
                    Some(Overlay::Help { top: top + 1 })
                }
                Key::Up | Key::PageUp | Key::Char('k') => Some(Overlay::Help {
                    top: top.saturating_sub(1),
                }),
                _ => None,
            };
            Vec::new()
        }
        Overlay::Confirm { question, command } => match key.as_command() {
            Key::Enter | Key::Char('y') => vec![Effect::Execute(command)],
            Key::Esc | Key::Char('n' | 'q') | Key::Ctrl('c') => Vec::new(),
            _ => {
                model.overlay = Some(Overlay::Confirm { question, command });
                Vec::new()
            }
        },
        Overlay::Form { form, wrong } => in_form(model, form, wrong, key),
    }
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
