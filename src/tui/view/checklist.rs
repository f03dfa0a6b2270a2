//! The checklist view: the tree, and the item chosen in it.

use super::super::frame::Frame;
use super::super::layout::Areas;
use super::super::model::Model;
use super::super::shelf::Shelf;
use super::super::tree::Row;
use super::overview::item_line;
use super::{chips, item, put};
use crate::text::{Phrase, screen as words, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) fn view(model: &Model, areas: &Areas, frame: &mut Frame<'_>) {
    if model.reading && !areas.two_columns {
        detail(model, areas.item, frame);
        return;
    }
    chips::view(model, areas.chips, frame);
    tree(model, areas.tree, frame);
    if areas.two_columns {
        detail(model, areas.item, frame);
    }
}

/// Lays out the pages of the items below and above the chosen line.
pub(super) fn prepare(model: &Model, areas: &Areas, pages: &mut Shelf) {
    if !areas.two_columns {
        return;
    }
    let (rows, at) = (&model.tree.rows, model.tree.cursor.at);
    let next = [Some(at + 1), at.checked_sub(1)].into_iter().flatten();
    for row in next.filter_map(|at| rows.get(at)) {
        if let Row::Item(index) = *row {
            pages.page(index, || item::laid(model, index, areas.item));
        }
    }
}

fn detail(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    match model.tree.chosen() {
        Some(Row::Item(index)) => item::view(model, index, area, frame),
        Some(Row::Requirement(c, r)) => item::requirement(model, (c, r), area, frame),
        Some(Row::Checklist(c)) => item::checklist(model, c, area, frame),
        None => {}
    }
}

fn tree(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let tree = &model.tree;
    if tree.rows.is_empty() {
        put(
            frame,
            area,
            nothing(model).of(model.lang),
            model.theme.muted(),
        );
        return;
    }
    for (at, line) in (tree.cursor.top..).zip(area.rows()) {
        let row = tree.rows.get(at).copied();
        let chosen = at == tree.cursor.at;
        let is_folded = row.is_some_and(|row| tree.is_folded(row));
        frame.part(line, &(row, chosen, is_folded), |frame| match row {
            Some(Row::Item(index)) => item_line(model, index, 2, chosen, line, frame),
            Some(heading) => self::heading(model, heading, chosen, line, frame),
            None => {}
        });
    }
}

/// What to say where nothing is listed.
fn nothing(model: &Model) -> Phrase {
    if model.search.field.is_empty() {
        words::find::NONE_LEFT
    } else {
        words::NOTHING_FOUND
    }
}

/// A checklist's or requirement's line, with its rate.
fn heading(model: &Model, row: Row, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
    let fold = if model.tree.is_folded(row) { '+' } else { '-' };
    let lang = model.lang;
    let (text, style) = match row {
        Row::Checklist(c) => {
            let title = &model.board.adopted[c].checklist.title;
            (format!("{fold} {}", title.of(lang)), model.theme.title())
        }
        Row::Requirement(c, r) => {
            let requirement = &model.board.adopted[c].checklist.requirements[r];
            let (id, title) = (requirement.id.as_str(), requirement.title.of(lang));
            // What is marked inside is not seen where it is folded away.
            let folded = model.tree.is_folded(row) && model.marks.any_of(c, r);
            let mark = if folded { '*' } else { ' ' };
            (format!("{mark}{fold} {id} {title}"), model.theme.heading())
        }
        Row::Item(_) => (String::new(), Style::new()),
    };
    let style = if chosen {
        style.patch(model.theme.chosen())
    } else {
        style
    };
    put(frame, area, &visible(&text), style);
}
