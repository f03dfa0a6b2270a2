//! Copying what is chosen to the clipboard.

use super::super::message::Effect;
use super::super::model::Model;
use super::act;
use crate::keymap::Context;
use crate::text::{facts, screen as words, visible};

pub(super) fn perform(model: &mut Model) -> Vec<Effect> {
    if model.context == Context::Summary {
        let week = model.review.week;
        return vec![Effect::CopyReport { week }];
    }
    let (text, what) = match model.context {
        Context::Findings if model.chosen_finding().is_some() => finding(model),
        Context::Record => entry(model),
        _ => item(model),
    }
    .unwrap_or_default();
    if text.is_empty() {
        return act::refuse(model, words::NOTHING_TO_COPY);
    }
    vec![Effect::Copy {
        text: visible(&text).into_owned(),
        what,
    }]
}

/// An item with how it stands and who answers for it.
fn item(model: &Model) -> Option<(String, String)> {
    let (board, lang) = (&model.board, model.lang);
    let index = model.chosen_item()?;
    let item = board.item(index);
    let standing = words::standing(board.status(index), board.limit(index), lang);
    let owner = board.premises().owner(index).map(|owner| owner.of(lang));
    let id = item.id.to_string();
    let lines = [id.as_str(), item.text.of(lang), &standing];
    let text = lines.into_iter().chain(owner.as_deref());
    Some((text.collect::<Vec<_>>().join("  "), id))
}

fn finding(model: &Model) -> Option<(String, String)> {
    let finding = model.chosen_finding()?;
    let id = finding.id.to_string();
    Some((format!("{id}  {}", finding.text), id))
}

/// An entry of the record in words.
fn entry(model: &Model) -> Option<(String, String)> {
    let fact = model.entries.facts.get(model.entries.cursor.at)?;
    let text = facts::about(fact.subject.as_ref(), &fact.entry, model.lang);
    Some((text, fact.seq.to_string()))
}
