//! From a message to the next state and the effects to perform: pure.

mod act;
mod calendar;
mod choose;
mod copy;
mod explain;
mod filters;
mod look;
mod mouse;
mod moving;
mod overlay;
mod overview;
mod palette;
mod pointing;
mod search;
mod several;
mod tour;
mod week;

pub(super) use look::WEEKS;
pub(super) use overlay::scrolled_by;
pub(super) use several::has_place as has_place_for_several;
pub(super) use week::waiting;

use super::board::Board;
use super::cursor::Cursor;
use super::message::{Effect, Message};
use super::model::{Entries, List, Model, Notice, Overlay};
use super::place::{Place, Shown};
use super::tour::Before;
use super::tree::Row;
use crate::assess::OccurrenceState;
use crate::checklist::Cadence;
use crate::fact::{Entry, Fact, revoked};
use crate::keymap::Key;
use crate::keymap::{self, Action, Context};
use crate::text::{Lang, facts, screen as words};
use std::sync::Arc;

/// Takes a message in; what is shown then and not at hand yet is looked up.
pub(super) fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let before = Before::of(model, &message);
    let chosen = model.tree.chosen();
    let mut effects = take(model, message);
    if model.tree.chosen() != chosen {
        // Another item is read from its beginning.
        model.item_top = 0;
    }
    if let Some(before) = before {
        before.go_on(model);
    }
    effects.extend(look::look(model));
    effects
}

fn take(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Drawn
        | Message::Resized(..)
        | Message::Seen(_)
        | Message::Edited(_)
        | Message::Failed(..)
        | Message::Copied(_) => {
            told(model, message);
            Vec::new()
        }
        Message::Reached { week, board } => {
            model.look.reach = week.min(model.look.reach);
            renew(model, board)
        }
        Message::SeenAsSigned { week, view } => {
            look::signed(model, week, &view);
            Vec::new()
        }
        Message::LookedBack { since, view } => {
            look::seen(model, since, &view);
            Vec::new()
        }
        Message::Pressed(key) => press(model, key),
        Message::Chose(chosen) => choose::choose(model, chosen),
        Message::Pasted(text) => {
            paste(model, &text);
            Vec::new()
        }
        Message::Clicked(column, row) => mouse::click(model, column, row),
        Message::DoubleClicked(column, row) => mouse::double_click(model, column, row),
        Message::Scrolled(lines, at) => mouse::scroll(model, lines, at),
        Message::Carried {
            recorded,
            revoked,
            board,
        } => carried_out(model, &recorded, &revoked, board),
        Message::Changed(board) => renew(model, board),
        Message::AskedToUndo(facts) => {
            act::ask_to_undo(model, &facts);
            Vec::new()
        }
        Message::Listed {
            before,
            facts,
            ended,
        } => {
            listed(model, before, facts, ended);
            Vec::new()
        }
    }
}

/// An order was carried out.
fn carried_out(
    model: &mut Model,
    recorded: &[Fact],
    revoked: &[Fact],
    board: Arc<Board>,
) -> Vec<Effect> {
    model.overlay = None;
    model
        .own
        .extend(recorded.iter().map(|fact| fact.action.clone()));
    if model.acts_on_marks() && revoked.is_empty() {
        // Whatever is ordered while something is marked is about that.
        model.marks.clear();
    }
    model.notice = Some(Notice {
        text: carried(model, &board, recorded, revoked),
        bad: false,
    });
    let effects = renew(model, board);
    week::went_on(model, recorded, revoked);
    effects
}

/// Takes in what the terminal, the editor or a failure told.
fn told(model: &mut Model, message: Message) {
    match message {
        Message::Resized(width, height) => {
            model.size = (width, height);
            model.rebuild();
        }
        Message::Seen(answer) => {
            model.outfit.terminal = answer;
            model.theme = model.outfit.theme();
        }
        Message::Edited(text) => edited(model, &text),
        Message::Failed(what, hint) => failed(model, &what, hint.as_deref()),
        Message::Copied(what) => {
            let text = words::copied(&what, model.lang);
            model.notice = Some(Notice { text, bad: false });
        }
        _ => model.look.drawn = true,
    }
}

/// Entries of the record were read: the newest, or those that follow what is shown.
fn listed(model: &mut Model, before: Option<u64>, facts: Vec<Fact>, ended: bool) {
    if before.is_none() {
        model.entries.facts.clear();
    }
    model.entries.facts.extend(facts);
    let in_order: Vec<Fact> = model.entries.facts.iter().rev().cloned().collect();
    model.entries.revoked = revoked(&in_order).into_iter().cloned().collect();
    model.entries.ended = ended;
    model.rebuild();
}

/// Says what could not be done: in the dialog that ordered it, so that nothing typed is lost.
fn failed(model: &mut Model, what: &str, hint: Option<&str>) {
    let text = words::failed(what, hint, model.lang);
    match &mut model.overlay {
        Some(Overlay::Form { form, wrong }) => {
            form.go_to_refused();
            *wrong = Some(text);
        }
        _ => model.notice = Some(Notice { text, bad: true }),
    }
}

/// Shows how things stand now. The entries that were read are out of date then.
fn renew(model: &mut Model, board: Arc<Board>) -> Vec<Effect> {
    look::forget(model, &board);
    let changed = board.adopted != model.board.adopted;
    model.board = board;
    filters::follow(model, changed);
    model.rebuild();
    if model.context == Context::Record {
        return vec![Model::list_newest()];
    }
    model.entries = Entries::default();
    Vec::new()
}

/// What was recorded, undone (facts were revoked) or done again (an undoing was).
fn carried(model: &Model, board: &Board, recorded: &[Fact], revoked: &[Fact]) -> String {
    let decided = week::decided(recorded, false, model.lang);
    if let Some(decided) = decided.or_else(|| undone_decision(recorded, revoked, model)) {
        return decided;
    }
    if revoked.is_empty() {
        let said = words::recorded(&facts::action(recorded, model.lang), model.lang);
        let missed = missed_still(board, recorded, model.lang);
        return missed.map_or_else(
            || said.clone(),
            |missed| words::sentences(&said, &missed, model.lang),
        );
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

/// How much of an item that was ticked is still missed, so that it stays among what is overdue.
fn missed_still(board: &Board, recorded: &[Fact], lang: Lang) -> Option<String> {
    let is_tick = |fact: &&Fact| matches!(fact.entry, Entry::ItemCompleted { .. });
    let mut ticks = recorded.iter().filter(is_tick);
    let (Some(tick), None) = (ticks.next(), ticks.next()) else {
        return None;
    };
    let item = &tick.subject.as_ref()?.item;
    let index = board.premises().index(&item.checklist, &item.item)?;
    let missed = board.judged(index)?.occurrences.iter();
    let missed = missed.filter(|occurrence| occurrence.state == OccurrenceState::Overdue);
    let missed = missed.count();
    let is_daily = board.item(index).cadence == Cadence::Daily;
    (missed > 0).then(|| words::missed_still(missed, is_daily, lang))
}

/// What was decided and is undone now, in short.
fn undone_decision(recorded: &[Fact], revoked: &[Fact], model: &Model) -> Option<String> {
    let is_undoing = recorded.iter().any(|fact| match &fact.entry {
        Entry::Revoked { action } => revoked.iter().any(|fact| fact.action == *action),
        _ => false,
    });
    let undone = revoked
        .iter()
        .any(|fact| matches!(fact.entry, Entry::Reviewed { .. }));
    (is_undoing && undone)
        .then(|| week::decided(revoked, true, model.lang))
        .flatten()
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(effects) = tour::press(model, key) {
        return effects;
    }
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
                form.touch();
                *wrong = None;
            }
        }
        Some(Overlay::Palette(_)) => palette::paste(model, text),
        None if model.search.typing => {
            model.search.field.type_text(text);
            model.rebuild();
        }
        _ => {}
    }
}

/// A text came back from the editor: it stands in the field now.
fn edited(model: &mut Model, text: &str) {
    if let Some(Overlay::Form { form, wrong }) = &mut model.overlay
        && let Some(field) = form.field()
    {
        field.replace(text);
        form.touch();
        *wrong = None;
    }
}

fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Go(context) => go(model, context),
        Action::NextPane | Action::PreviousPane | Action::Left | Action::Right => {
            overview::go(model, action)
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
        Action::Find => search::begin(model),
        Action::Filter => filters::open(model),
        Action::Palette => palette::open(model),
        Action::Mark => several::mark(model),
        Action::MarkAll => several::mark_all(model),
        Action::Language => {
            model.lang = model.lang.other();
            model.rebuild();
            Vec::new()
        }
        Action::Help => {
            model.overlay = Some(Overlay::Help { top: 0 });
            Vec::new()
        }
        Action::Tour => tour::begin(model),
        Action::Quit => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Theme => {
            next_theme(model);
            Vec::new()
        }
        Action::Copy => copy::perform(model),
        Action::Decide(_)
        | Action::DoneOn
        | Action::Alike
        | Action::Confirm
        | Action::Sign
        | Action::NothingToReport
        | Action::Unlock => week::perform(model, action),
        Action::Earlier | Action::Later if model.context == Context::Calendar => {
            calendar::turn(model, action)
        }
        Action::Earlier | Action::Later => week::turn(model, action),
        Action::Explain => explain::perform(model),
        Action::Notices => list(model, List::Notices),
        Action::Disagreements => list(model, List::Differences),
        _ => act::perform(model, action),
    }
}

fn next_theme(model: &mut Model) {
    let scheme = model.theme.scheme.next();
    model.outfit.chosen = Some(scheme);
    model.theme = model.outfit.theme();
    let text = scheme.name().of(model.lang).to_owned();
    model.notice = Some(Notice { text, bad: false });
}

/// Goes to where the screen was left. What was said when the program was started comes before the
/// colours of the last time.
pub(super) fn go_to(model: &mut Model, place: &Place) -> Vec<Effect> {
    let outfit = &mut model.outfit;
    outfit.terminal = place.terminal;
    outfit.chosen = place.scheme.filter(|_| outfit.said.scheme.is_none());
    model.theme = outfit.theme();
    let item = place.item.as_ref();
    let index = item.and_then(|item| {
        let premises = model.board.premises();
        premises.index(&item.checklist, &item.item)
    });
    if let Some(index) = index {
        model.tree.reveal(Row::Item(index));
        model.rebuild();
        let height = usize::from(model.areas().tree.height);
        model.tree.choose(Row::Item(index), height);
    }
    let view = place.view.map_or(Context::Overview, Shown::context);
    go(model, view)
}

/// Shows another list in the view of the findings, or the findings again.
fn list(model: &mut Model, list: List) -> Vec<Effect> {
    let findings = &mut model.findings;
    findings.list = if findings.list == list {
        List::Findings
    } else {
        list
    };
    (findings.top, findings.other) = (0, Cursor::default());
    model.rebuild();
    Vec::new()
}

fn go(model: &mut Model, context: Context) -> Vec<Effect> {
    if context == Context::Week && model.context != Context::Week {
        week::enter(model);
        return Vec::new();
    }
    model.context = context;
    model.look.asked = None;
    model.reading = false;
    if context == Context::Record && model.entries.facts.is_empty() && !model.entries.ended {
        return vec![Model::list_newest()];
    }
    Vec::new()
}
