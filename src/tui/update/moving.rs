//! Going about: up and down, folding, opening, back.

use super::super::message::Effect;
use super::super::model::{List, Model, PAGE};
use super::super::overview::Panel;
use super::super::tree::Row;
use super::super::view;
use super::overview;
use crate::keymap::{Action, Context};

pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    let page = i64::try_from(model.list_height()).unwrap_or(1).max(2) - 1;
    match action {
        Action::Up => by(model, -1),
        Action::Down => by(model, 1),
        Action::PageUp => by(model, -page),
        Action::PageDown => by(model, page),
        Action::First | Action::Last if model.context == Context::Calendar => {
            let (from, to) = (model.year.from, model.year.to);
            model
                .year
                .go(if action == Action::First { from } else { to });
            Vec::new()
        }
        Action::First => by(model, i64::MIN / 2),
        Action::Last => by(model, i64::MAX / 2),
        Action::Fold => fold(model),
        Action::Unfold => unfold(model),
        Action::Open => open(model),
        Action::ScrollDown => scroll(model, 1),
        Action::ScrollUp => scroll(model, -1),
        _ => back(model),
    }
}

/// Moves the chosen line; reads on where the record's end comes near.
pub(super) fn by(model: &mut Model, lines: i64) -> Vec<Effect> {
    let height = model.list_height();
    match model.context {
        Context::Overview => overview::move_by(model, model.overview.focused, lines),
        Context::Checklist => {
            let len = model.tree.rows.len();
            model.tree.cursor.move_by(lines, len, height);
        }
        Context::Week => {
            let len = model.review.matters().len();
            model.review.cursor.move_by(lines, len, height);
        }
        Context::Summary => {
            // Below the line of progress.
            let shown = usize::from(model.areas().body.height).saturating_sub(1);
            let most = view::summary_lines(model).saturating_sub(shown);
            model.review.top = moved(model.review.top, lines, most);
        }
        Context::Calendar => model.year.move_by(lines),
        Context::Findings if model.findings.list != List::Findings => {
            let len = model.findings.others();
            model.findings.other.move_by(lines, len, height);
            model.findings.top = 0;
        }
        Context::Findings => {
            let len = model.board.findings.len();
            model.findings.cursor.move_by(lines, len, height);
            chose_finding(model);
        }
        Context::Record => {
            let len = model.entries.facts.len();
            model.entries.cursor.move_by(lines, len, height);
            return read_on(model, height);
        }
    }
    Vec::new()
}

/// `top` moved by so many lines, to `most` at most.
fn moved(top: usize, lines: i64, most: usize) -> usize {
    let lines = isize::try_from(lines).unwrap_or(0);
    top.saturating_add_signed(lines).min(most)
}

/// Another finding is chosen: it is shown from its beginning.
pub(super) fn chose_finding(model: &mut Model) {
    model.findings.top = 0;
    model.findings.chosen = model.chosen_finding().map(|finding| finding.id.clone());
}

/// Scrolls the item or the finding; the view stops at its end.
pub(super) fn scroll(model: &mut Model, lines: i64) -> Vec<Effect> {
    match model.context {
        Context::Findings => {
            let most = view::finding_lines(model).saturating_sub(1);
            model.findings.top = moved(model.findings.top, lines, most);
        }
        Context::Calendar => {
            let most = view::day_lines(model).saturating_sub(1);
            model.year.top = moved(model.year.top, lines, most);
        }
        _ => {
            let most = view::item_lines(model).saturating_sub(1);
            model.item_top = moved(model.item_top, lines, most);
        }
    }
    Vec::new()
}

fn read_on(model: &Model, height: usize) -> Vec<Effect> {
    let entries = &model.entries;
    let near = entries.cursor.at + height >= entries.facts.len();
    match entries.facts.last() {
        Some(last) if near && !entries.ended => vec![Effect::List {
            before: Some(last.seq),
            count: PAGE,
        }],
        _ => Vec::new(),
    }
}

fn fold(model: &mut Model) -> Vec<Effect> {
    if model.reading {
        model.reading = false;
    } else {
        let height = model.list_height();
        model.tree.fold(height);
        model.rebuild();
    }
    Vec::new()
}

fn unfold(model: &mut Model) -> Vec<Effect> {
    if let Some(Row::Item(_)) = model.tree.chosen() {
        model.reading = !model.areas().two_columns;
    } else {
        model.tree.unfold();
        model.rebuild();
    }
    Vec::new()
}

fn open(model: &mut Model) -> Vec<Effect> {
    match model.context {
        Context::Overview => return overview::open(model),
        Context::Checklist => {
            if let Some(Row::Item(_)) = model.tree.chosen() {
                model.reading = !model.areas().two_columns && !model.reading;
            } else {
                model.tree.toggle();
                model.rebuild();
            }
        }
        Context::Summary if model.has_queue() => {
            model.context = Context::Week;
        }
        Context::Summary => {}
        Context::Week | Context::Findings | Context::Calendar => {
            if let Some(index) = model.chosen_item() {
                reveal(model, Row::Item(index));
            }
        }
        Context::Record => {
            let fact = model.entries.facts.get(model.entries.cursor.at);
            let subject = fact.and_then(|fact| fact.subject.as_ref());
            let index = subject.and_then(|subject| {
                let item = &subject.item;
                model.board.premises().index(&item.checklist, &item.item)
            });
            if let Some(index) = index {
                reveal(model, Row::Item(index));
            }
        }
    }
    Vec::new()
}

/// Shows a line of the tree; filters that leave it out are let go.
pub(super) fn reveal(model: &mut Model, row: Row) {
    model.context = Context::Checklist;
    model.reading = false;
    model.search.typing = false;
    model.search.field = super::super::field::Field::new(model.search.field.label);
    model.tree.reveal(row);
    model.rebuild();
    if !model.tree.rows.contains(&row) {
        model.filters.clear();
        model.rebuild();
    }
    let height = model.list_height();
    model.tree.choose(row, height);
}

fn back(model: &mut Model) -> Vec<Effect> {
    let on_checklist = model.context == Context::Checklist;
    if model.reading {
        model.reading = false;
    } else if model.acts_on_marks() {
        super::several::unmark(model);
    } else if on_checklist && !model.search.field.is_empty() {
        super::search::clear(model);
    } else if on_checklist && !model.filters.is_empty() {
        super::filters::clear(model);
    } else if model.context == Context::Summary && model.has_queue() {
        model.context = Context::Week;
    } else if model.context == Context::Overview {
        overview::focus(model, Panel::default());
    } else {
        model.context = Context::Overview;
    }
    Vec::new()
}
