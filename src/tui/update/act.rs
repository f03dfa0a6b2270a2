//! Acting on the chosen item or entry.

use super::super::form::{FindingForm, Form, ItemForm, Topic};
use super::super::message::Effect;
use super::super::model::{Model, Notice, Overlay};
use super::several;
use crate::assess::{ItemIndex, OccurrenceState, period_on};
use crate::calendar::Period;
use crate::checklist::Cadence;
use crate::fact::{Completion, Fact};
use crate::keymap::{Action, Context};
use crate::text::screen::{finding as said, week as review};
use crate::text::{Phrase, facts, screen as words};
use crate::workspace::Command;

pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Undo => return execute(Command::Undo),
        Action::Redo => return execute(Command::Redo),
        Action::Revoke => return revoke(model),
        Action::Fix
        | Action::Verify
        | Action::Close
        | Action::Reopen
        | Action::Limit
        | Action::Complete => return on_finding(model, action),
        _ => {}
    }
    if model.acts_on_marks()
        && let Some(effects) = several::perform(model, action)
    {
        return effects;
    }
    if action == Action::MoveAnchor {
        return move_anchor(model);
    }
    let Some(item) = model.chosen_item() else {
        return refuse(model, words::NO_ITEM);
    };
    match action {
        Action::Tick => tick(model, item),
        Action::TickOn => form(model, ItemForm::Tick, item),
        Action::Note => form(model, ItemForm::Note, item),
        Action::Assign => form(model, ItemForm::Assign, item),
        Action::Postpone => form(model, ItemForm::Postpone, item),
        Action::Attach => form(model, ItemForm::Attach, item),
        Action::Raise => form(model, ItemForm::Raise, item),
        Action::Inspect => form(model, ItemForm::Inspect, item),
        Action::Waive => waive(model, item),
        Action::Measure if model.board.item(item).measure.is_none() => {
            refuse(model, words::NO_MEASURE)
        }
        Action::Measure => form(model, ItemForm::Measure, item),
        Action::Event if !matches!(model.board.item(item).cadence, Cadence::Each(_)) => {
            refuse(model, words::NO_EVENT_ITEM)
        }
        Action::Event => form(model, ItemForm::Event, item),
        _ => Vec::new(),
    }
}

pub(super) fn refuse(model: &mut Model, why: Phrase) -> Vec<Effect> {
    let text = why.of(model.lang).to_owned();
    refuse_with(model, text)
}

pub(super) fn refuse_with(model: &mut Model, text: String) -> Vec<Effect> {
    model.notice = Some(Notice { text, bad: true });
    Vec::new()
}

/// Opens a dialog, unless nothing that is typed in it could be recorded.
pub(super) fn ask(model: &mut Model, topic: Topic) -> Vec<Effect> {
    let form = Form::new(topic, &model.board, model.lang);
    if let Err((what, hint)) = form.obstacle(&model.board, model.lang) {
        let text = words::failed(&what, hint.as_deref(), model.lang);
        return refuse_with(model, text);
    }
    model.overlay = Some(Overlay::Form { form, wrong: None });
    Vec::new()
}

fn form(model: &mut Model, kind: ItemForm, item: ItemIndex) -> Vec<Effect> {
    ask(model, Topic::Item(kind, item))
}

fn on_finding(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(finding) = model.chosen_finding().map(|finding| finding.id.clone()) else {
        return refuse(model, said::NOT_CHOSEN);
    };
    let form = match action {
        Action::Fix => FindingForm::Fix,
        Action::Verify => FindingForm::Verify,
        Action::Reopen => FindingForm::Reopen,
        Action::Limit => FindingForm::Limit,
        Action::Complete => FindingForm::Complete,
        _ => return execute(Command::CloseFinding { finding }),
    };
    ask(model, Topic::Finding(form, finding))
}

/// Asks where to move the day that the item is counted from; in the calendar, which one to move to
/// the day chosen.
fn move_anchor(model: &mut Model) -> Vec<Effect> {
    let (anchors, to) = if model.context == Context::Calendar {
        (model.board.anchors(), model.year.day.to_string())
    } else {
        let item = model.chosen_item().map(|index| model.board.item(index));
        let anchor = item.and_then(super::super::board::anchor_of);
        let anchor = anchor.or_else(|| model.chosen_anchor());
        (anchor.into_iter().collect(), String::new())
    };
    if anchors.is_empty() {
        return refuse(model, review::NO_ANCHOR);
    }
    ask(model, Topic::Anchor(anchors, to))
}

/// The effect of an order that who keeps the record gives.
pub(super) fn execute(command: Command) -> Vec<Effect> {
    vec![Effect::Execute(command.into())]
}

/// Ticks the item as done today; where it is ticked for today already, asks whether to take that
/// back, so that a slip of the finger costs nothing.
fn tick(model: &mut Model, item: ItemIndex) -> Vec<Effect> {
    let items = vec![item];
    match ticked_today(model, item) {
        Some(done) => {
            let name = model.board.item(item).id.to_string();
            model.overlay = Some(Overlay::Confirm {
                question: words::ask_untick(&name, done.on, model.lang),
                order: Command::ReopenItems {
                    items,
                    on: done.on,
                    reason: None,
                    event: None,
                }
                .into(),
            });
            Vec::new()
        }
        None => execute(Command::CompleteItems {
            items,
            on: model.board.today,
            note: None,
            event: None,
        }),
    }
}

/// The completion of the period that today counts to; of an item for events, that of an event with
/// none left open.
pub(super) fn ticked_today(model: &Model, item: ItemIndex) -> Option<Completion> {
    let board = &model.board;
    let cadence = &board.item(item).cadence;
    if let Some(period) = period_on(cadence, &board.calendar, board.today) {
        return completion(model, item, &period);
    }
    let judged = board.judged(item)?;
    let open = judged
        .occurrences
        .iter()
        .any(|occurrence| occurrence.is_open() || occurrence.state == OccurrenceState::Overdue);
    let done = judged.occurrences.iter().rev().filter(|_| !open);
    let mut done = done.filter(|occurrence| occurrence.is_done());
    completion(model, item, &done.next()?.period)
}

fn completion(model: &Model, item: ItemIndex, period: &Period) -> Option<Completion> {
    let history = model.board.premises().item_history(item)?;
    history.completions.get(period).cloned()
}

fn waive(model: &mut Model, item: ItemIndex) -> Vec<Effect> {
    let history = model.board.premises().item_history(item);
    let waiver = history.and_then(|history| history.waiver_on(model.board.today));
    match waiver {
        Some(waiver) => {
            let name = model.board.item(item).id.to_string();
            let question = words::ask_lift(&name, &waiver.reason, model.lang);
            let order = Command::LiftWaivers { items: vec![item] }.into();
            model.overlay = Some(Overlay::Confirm { question, order });
            Vec::new()
        }
        None => form(model, ItemForm::Waive, item),
    }
}

/// Asks before it undoes what was recorded before the screen was opened, elsewhere, or before a week
/// was unlocked.
pub(super) fn ask_to_undo(model: &mut Model, facts: &[Fact]) {
    let Some(fact) = facts.first() else {
        return;
    };
    let what = facts::action(facts, model.lang);
    let on = fact.recorded.date_naive();
    let question = if model.own.contains(&fact.action) {
        words::ask_undo_before_unlocking(&what, model.lang)
    } else {
        words::ask_undo(&what, &fact.by, on, model.lang)
    };
    model.overlay = Some(Overlay::Confirm {
        question,
        order: Command::Revoke {
            action: fact.action.clone(),
        }
        .into(),
    });
}

fn revoke(model: &mut Model) -> Vec<Effect> {
    let fact = model.entries.facts.get(model.entries.cursor.at);
    if let (Context::Record, Some(fact)) = (model.context, fact) {
        let action = fact.action.clone();
        let of_action = model.entries.facts.iter().filter(|f| f.action == action);
        let mut of_action: Vec<_> = of_action.cloned().collect();
        of_action.reverse();
        let what = facts::action(&of_action, model.lang);
        model.overlay = Some(Overlay::Confirm {
            question: words::ask_revoke(&what, model.lang),
            order: Command::Revoke { action }.into(),
        });
    }
    Vec::new()
}
