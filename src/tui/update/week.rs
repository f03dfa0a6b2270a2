//! The weekly review: one key for one decision, and the next matter at once.

use super::super::form::{RulingForm, Topic, WeekForm};
use super::super::message::Effect;
use super::super::model::{Model, Overlay};
use super::super::review::{Review, refs};
use super::act;
use crate::calendar::Week;
use crate::fact::{Decision, Entry, Fact};
use crate::keymap::{Action, Context};
use crate::review::{Matter, WeekState, week_state};
use crate::text::Lang;
use crate::text::screen::week as words;
use crate::workspace::{Command, MatterRef, Ruling};

/// Opens the review: of the week before where that can be signed and this one cannot yet, or else
/// where it was left.
pub(super) fn enter(model: &mut Model) {
    if model.context == Context::Summary {
        // From its summary back to the queue, where something is left in that.
        if model.has_queue() {
            model.context = Context::Week;
        }
        return;
    }
    if model.review.page.is_none() && !model.review.is_chosen {
        let week = first_to_sign(model);
        if week != model.review.week {
            model.review = Review::of(week);
        }
    }
    model.context = Context::Week;
    model.look.asked = None;
    opened(model);
}

/// The week that is up for its signature: the last one where it waits for it, or else this one.
fn first_to_sign(model: &Model) -> Week {
    waiting(model).unwrap_or(model.board.assessment.week)
}

/// The week whose review waits for its signature: this one, or the last.
pub(in crate::tui) fn waiting(model: &Model) -> Option<Week> {
    let this = model.board.assessment.week;
    [this, this.previous()]
        .into_iter()
        .find(|week| waits(model, *week))
}

/// Whether a week asked for something and can be signed.
fn waits(model: &Model, week: Week) -> bool {
    let premises = model.board.premises();
    let begun = premises.adopted.iter();
    let from = begun.map(|adopted| adopted.adoption.required_from()).min();
    let asked = from.is_some_and(|from| from <= week.sunday());
    let state = week_state(&premises, week, model.board.today);
    asked && matches!(state, WeekState::Ready | WeekState::Unlocked)
}

/// The week's matters were worked out: where none is left, the summary is what remains.
pub(super) fn opened(model: &mut Model) {
    let height = usize::from(model.week_areas().list.height);
    model.review.settle_cursor(height);
    if let Some((index, concern)) = model.review.wanted.take() {
        let is = |matter: &Matter| matter.index == index && matter.concern == concern;
        let matters = model.review.matters();
        let (at, len) = (matters.iter().position(is), matters.len());
        if let Some(at) = at {
            model.review.cursor.move_to(at, len, height);
        }
    }
    let is_locked = model.review_is_signed();
    let nothing_left = model.review.page.is_some() && model.review.matters().is_empty();
    if model.context == Context::Week && (is_locked || nothing_left) {
        model.context = Context::Summary;
        model.review.top = 0;
    }
}

/// Goes a week back, or on as far as this one.
pub(super) fn turn(model: &mut Model, action: Action) -> Vec<Effect> {
    let week = match action {
        Action::Earlier => model.review.week.previous(),
        _ => model.review.week.next(),
    };
    if week > model.board.assessment.week {
        return act::refuse(model, words::NOT_BEGUN);
    }
    model.review = Review::chosen(week);
    model.context = Context::Week;
    model.look.asked = None;
    Vec::new()
}

/// Something was recorded or undone: what was undone is to be decided again, and is chosen; who has
/// signed sees it.
pub(super) fn went_on(model: &mut Model, recorded: &[Fact], revoked: &[Fact]) {
    if !matches!(model.context, Context::Week | Context::Summary) {
        return;
    }
    let signs = |fact: &Fact| matches!(fact.entry, Entry::WeekSigned { .. });
    if recorded.iter().any(signs) {
        model.review.top = 0;
    }
    let week = model.review.week;
    let undone = revoked.iter().find_map(|fact| match &fact.entry {
        Entry::Reviewed {
            week: of, concern, ..
        } if *of == week => Some((fact.subject.as_ref()?, *concern)),
        _ => None,
    });
    let Some((subject, concern)) = undone else {
        return;
    };
    let item = &subject.item;
    let index = model.board.premises().index(&item.checklist, &item.item);
    model.review.wanted = index.map(|index| (index, concern));
    model.context = Context::Week;
}

/// What the facts of a decision decide, in short; nothing where they are of another kind.
pub(super) fn decided(facts: &[Fact], undone: bool, lang: Lang) -> Option<String> {
    let decisions = facts.iter().filter_map(|fact| match &fact.entry {
        Entry::Reviewed { decision, .. } => Some((fact.subject.as_ref()?, *decision)),
        _ => None,
    });
    let mut items: Vec<String> = decisions
        .clone()
        .map(|(subject, _)| subject.item.item.to_string())
        .collect();
    items.dedup();
    let (_, decision) = decisions.clone().next()?;
    Some(words::decided(&items, decision, undone, lang))
}

pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    let week = model.review.week;
    match action {
        Action::Confirm => act::execute(Command::ConfirmWeek { week }),
        Action::Sign if model.context == Context::Week => {
            model.context = Context::Summary;
            model.review.top = 0;
            Vec::new()
        }
        Action::Sign => act::ask(model, Topic::Week(WeekForm::Sign, week)),
        Action::NothingToReport => act::ask(model, Topic::Week(WeekForm::SignNothing, week)),
        Action::Unlock => act::ask(model, Topic::Week(WeekForm::Unlock, week)),
        Action::Alike => alike(model),
        Action::DoneOn => decide(model, Decision::Done, true),
        Action::Decide(decision) => decide(model, decision, false),
        _ => Vec::new(),
    }
}

/// Decides the current matter: at once where nothing has to be told with it.
fn decide(model: &mut Model, decision: Decision, ask: bool) -> Vec<Effect> {
    let Some(matter) = model.review.matter() else {
        return act::refuse(model, words::NO_MATTER);
    };
    if !matter.rulings(&model.board.premises()).contains(&decision) {
        return act::refuse(model, words::NOT_HERE);
    }
    let (matters, concern) = (refs(matter), matter.concern);
    if matter.skipped && decision == Decision::Skipped {
        return super::moving::by(model, 1);
    }
    if let Some(ruling) = plain(decision).filter(|_| !ask) {
        model.review.last = Some((concern, decision));
        return rule(model, matters, ruling);
    }
    let form = match decision {
        Decision::Partly => RulingForm::Partly,
        Decision::NotDone => RulingForm::NotDone,
        Decision::Postponed => RulingForm::Postponed,
        Decision::NotApplicable => RulingForm::NotApplicable,
        _ => RulingForm::Done,
    };
    act::ask(model, Topic::Matters(form, model.review.week, matters))
}

/// The decisions that need no more words.
fn plain(decision: Decision) -> Option<Ruling> {
    match decision {
        Decision::Done => Some(Ruling::Done {
            on: None,
            note: None,
        }),
        Decision::Kept => Some(Ruling::Kept { note: None }),
        Decision::Skipped => Some(Ruling::Skipped),
        _ => None,
    }
}

fn rule(model: &Model, matters: Vec<MatterRef>, ruling: Ruling) -> Vec<Effect> {
    act::execute(Command::Decide {
        week: model.review.week,
        matters,
        ruling,
    })
}

/// What was decided last, for everything undecided of the same concern; asked before it is done.
fn alike(model: &mut Model) -> Vec<Effect> {
    let Some((concern, decision)) = model.review.last else {
        return act::refuse(model, words::NO_LAST);
    };
    let premises = model.board.premises();
    let same = |matter: &&Matter| {
        matter.concern == concern
            && !matter.skipped
            && matter.rulings(&premises).contains(&decision)
    };
    let matters: Vec<&Matter> = model.review.matters().iter().filter(same).collect();
    let (Some(ruling), false) = (plain(decision), matters.is_empty()) else {
        return act::refuse(model, words::NO_LAST);
    };
    let question = words::alike(decision, concern, matters.len(), model.lang);
    let matters = matters.into_iter().flat_map(refs).collect();
    let order = Command::Decide {
        week: model.review.week,
        matters,
        ruling,
    };
    model.overlay = Some(Overlay::Confirm {
        question,
        order: order.into(),
    });
    Vec::new()
}
