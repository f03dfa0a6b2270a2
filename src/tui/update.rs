//! From a message to the next state and the effects to perform: pure.

mod act;
mod mouse;
mod moving;
mod overlay;
mod search;

use super::board::Board;
use super::key::Key;
use super::keymap::{self, Action, Context};
use super::message::{Effect, Message};
use super::model::{Entries, Model, Notice, Overlay};
use crate::fact::{Entry, Fact};
use crate::text::{facts, screen as words};
use std::sync::Arc;

/// Takes a message in.
pub(super) fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Pressed(key) => press(model, key),
        Message::Pasted(text) => {
            paste(model, &text);
            Vec::new()
        }
        Message::Resized(width, height) => {
            model.size = (width, height);
            model.rebuild();
            Vec::new()
        }
        Message::Clicked(column, row) => mouse::click(model, column, row),
        Message::Scrolled(lines) => mouse::scroll(model, lines),
        Message::Carried {
            recorded,
            revoked,
            board,
        } => {
            model.overlay = None;
            model.notice = Some(Notice {
                text: carried(model, &recorded, &revoked),
                bad: false,
            });
            renew(model, board)
        }
        Message::Failed(what, hint) => {
            let text = words::failed(&what, hint.as_deref(), model.lang);
            match &mut model.overlay {
                Some(Overlay::Form { wrong, .. }) => *wrong = Some(text),
                _ => model.notice = Some(Notice { text, bad: true }),
            }
            Vec::new()
        }
        Message::Changed(board) => renew(model, board),
        Message::Listed {
            before,
            facts,
            ended,
        } => {
            if before.is_none() {
                model.entries.facts.clear();
            }
            model.entries.facts.extend(facts);
            model.entries.ended = ended;
            model.rebuild();
            Vec::new()
        }
    }
}

/// Shows how things stand now. The entries that were read are out of date then.
fn renew(model: &mut Model, board: Arc<Board>) -> Vec<Effect> {
    model.board = board;
    model.rebuild();
    if model.context == Context::Record {
        return vec![Model::list_newest()];
    }
    model.entries = Entries::default();
    Vec::new()
}

/// What was recorded, undone (facts were revoked) or done again (an undoing was).
fn carried(model: &Model, recorded: &[Fact], revoked: &[Fact]) -> String {
    if revoked.is_empty() {
        return words::recorded(&facts::action(recorded, model.lang), model.lang);
    }
    let what = facts::action(revoked, model.lang);
    let target = recorded.iter().find_map(|fact| match &fact.entry {
        Entry::Revoked { action } => Some(action),
        _ => None,
    });
    if revoked.iter().any(|fact| Some(&fact.action) == target) {
        crate::text::cli::undone(&what, model.lang)
    } else {
        crate::text::cli::redone(&what, model.lang)
    }
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(overlay) = model.overlay.take() {
        return overlay::press(model, overlay, key);
    }
    if model.search.typing {
        return search::press(model, key);
    }
    model.notice = None;
    match keymap::action(key, model.context) {
        Some(action) => perform(model, action),
        None => Vec::new(),
    }
}

fn paste(model: &mut Model, text: &str) {
    match &mut model.overlay {
        Some(Overlay::Form { form, wrong }) => {
            if let Some(field) = form.field() {
                field.type_text(text);
                *wrong = None;
            }
        }
        None if model.search.typing => {
            model.search.field.type_text(text);
            model.rebuild();
        }
        _ => {}
    }
}

fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Overview => go(model, Context::Overview),
        Action::Checklist => go(model, Context::Checklist),
        Action::Record => go(model, Context::Record),
        Action::NextPane => {
            model.overview.on_tasks = !model.overview.on_tasks;
            Vec::new()
        }
        Action::Up
        | Action::Down
        | Action::PageUp
        | Action::PageDown
        | Action::First
        | Action::Last
        | Action::Fold
        | Action::Unfold
        | Action::Open
        | Action::ScrollDown
        | Action::ScrollUp
        | Action::Back => moving::perform(model, action),
        Action::Find => {
            model.search.typing = true;
            go(model, Context::Checklist)
        }
        Action::Language => {
            model.lang = model.lang.other();
            model.rebuild();
            Vec::new()
        }
        Action::Help => {
            model.overlay = Some(Overlay::Help { top: 0 });
            Vec::new()
        }
        Action::Quit => vec![Effect::Quit],
        _ => act::perform(model, action),
    }
}

fn go(model: &mut Model, context: Context) -> Vec<Effect> {
    model.context = context;
    model.reading = false;
    if context == Context::Record && model.entries.facts.is_empty() && !model.entries.ended {
        return vec![Model::list_newest()];
    }
    Vec::new()
}
