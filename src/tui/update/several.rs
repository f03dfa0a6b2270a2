//! Marking items, and acting on those that are marked with one order.

use super::super::batch::batch;
use super::super::form::{BatchForm, Topic};
use super::super::message::Effect;
use super::super::model::{Model, Overlay};
use super::super::tree::Row;
use super::{act, moving};
use crate::assess::ItemIndex;
use crate::find::Filter;
use crate::keymap::{Action, Context};
use crate::text::screen::{self, find as words};
use crate::workspace::Command;

/// Marks what is chosen, or lets it go, and goes on to the next of its kind: a heading is marked
/// only where it was gone to, or the same key pressed again would mark all that is below it.
pub(super) fn mark(model: &mut Model) -> Vec<Effect> {
    let items = chosen_items(model);
    if items.is_empty() {
        return act::refuse(model, screen::NO_ITEM);
    }
    model.marks.toggle(&items);
    marked(model);
    let lines = match model.context {
        Context::Checklist => model.tree.to_next_alike(),
        _ => 1,
    };
    moving::by(model, i64::try_from(lines).unwrap_or(0))
}

/// Marks everything in the list; where everything is, nothing.
pub(super) fn mark_all(model: &mut Model) -> Vec<Effect> {
    let items = model.listed_items().to_vec();
    if items.is_empty() {
        return act::refuse(model, screen::NO_ITEM);
    }
    model.marks.toggle(&items);
    marked(model);
    Vec::new()
}

/// Lets everything go that is marked.
pub(super) fn unmark(model: &mut Model) {
    model.marks.clear();
    marked(model);
}

/// The list follows the marks, where it is narrowed to them.
fn marked(model: &mut Model) {
    if model.filters.has(&Filter::Marked) {
        model.rebuild();
    }
}

/// The items of the chosen line: one, or all in the list of a requirement or a checklist.
fn chosen_items(model: &Model) -> Vec<ItemIndex> {
    if model.context != Context::Checklist {
        return model.chosen_item().into_iter().collect();
    }
    let is_chosen = |index: &&ItemIndex| match model.tree.chosen() {
        Some(Row::Item(chosen)) => **index == chosen,
        Some(Row::Requirement(c, r)) => (index.checklist, index.requirement) == (c, r),
        Some(Row::Checklist(c)) => index.checklist == c,
        None => false,
    };
    let items = model.listed_items().iter();
    items.filter(is_chosen).copied().collect()
}

/// Does for all that is marked what a key orders; `None` where it orders nothing about items.
pub(super) fn perform(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let items = || model.marks.set().iter().copied().collect::<Vec<_>>();
    let form = match action {
        Action::Tick => return Some(tick(model, items())),
        Action::Waive if is_waived(model) => return Some(lift(model, items())),
        Action::TickOn => BatchForm::Tick,
        Action::Waive => BatchForm::Waive,
        Action::Assign => BatchForm::Assign,
        Action::Postpone => BatchForm::Postpone,
        Action::Note
        | Action::Measure
        | Action::Attach
        | Action::Event
        | Action::Raise
        | Action::Inspect
        | Action::MoveAnchor => return Some(act::refuse(model, words::ONE_ONLY)),
        _ => return None,
    };
    let topic = Topic::Items(form, items());
    Some(act::ask(model, topic))
}

/// Whether a key acts on several items that are marked, or has nothing to do with items.
pub(in crate::tui) fn has_place(action: Action) -> bool {
    !matches!(
        action,
        Action::Note
            | Action::Measure
            | Action::Attach
            | Action::Event
            | Action::Raise
            | Action::Inspect
            | Action::MoveAnchor
            | Action::Explain
    )
}

/// Ticks all of them as done today; where all are, asks whether to take that back.
fn tick(model: &mut Model, items: Vec<ItemIndex>) -> Vec<Effect> {
    let on = model.board.today;
    let ticked = |index: &ItemIndex| act::ticked_today(model, *index).is_some();
    if items.iter().all(ticked) {
        let question = words::ask_untick(items.len(), model.lang);
        let order = Command::ReopenItems {
            items,
            on,
            reason: None,
            event: None,
        };
        return confirm(model, &order, Some(&question));
    }
    let order = Command::CompleteItems {
        items,
        on,
        note: None,
        event: None,
    };
    confirm(model, &order, None)
}

/// Whether all that is marked does not apply.
fn is_waived(model: &Model) -> bool {
    let premises = model.board.premises();
    let waived = |index: &ItemIndex| {
        let history = premises.item_history(*index);
        history.is_some_and(|history| history.waiver_on(model.board.today).is_some())
    };
    model.marks.set().iter().all(waived)
}

fn lift(model: &mut Model, items: Vec<ItemIndex>) -> Vec<Effect> {
    let question = words::ask_lift(items.len(), model.lang);
    confirm(model, &Command::LiftWaivers { items }, Some(&question))
}

/// Asks once before an order is carried out for those items for which it can be.
fn confirm(model: &mut Model, order: &Command, question: Option<&str>) -> Vec<Effect> {
    let lang = model.lang;
    match batch(order, question, &model.board, lang) {
        Err((what, hint)) => {
            let text = screen::failed(&what, hint.as_deref(), lang);
            act::refuse_with(model, text)
        }
        Ok(batch) => {
            let said = batch.said.join("\n");
            let question = match question {
                Some(_) => said,
                None => [screen::WILL_RECORD.of(lang), &said].concat(),
            };
            let order = batch.order;
            model.overlay = Some(Overlay::Confirm { question, order });
            Vec::new()
        }
    }
}
