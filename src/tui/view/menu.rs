//! The list of filters, beside the tree that narrows with it.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::menu::{Line as MenuLine, Menu};
use super::super::model::Model;
use super::super::wrap::cut;
use super::dialog::{frame_of, inner};
use super::hints::Hints;
use super::line_of;
use crate::find::Choice;
use crate::keymap::{self, Layer};
use crate::text::{screen::find as words, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Where it lies: over the item, so that the tree is seen, or over the greater part of the tree.
pub(in crate::tui) fn area(model: &Model) -> Rect {
    let areas = model.areas();
    if areas.two_columns {
        return areas.item;
    }
    let width = areas.body.width * 3 / 5;
    Rect {
        x: areas.body.right() - width,
        width,
        ..areas.body
    }
}

/// Where its lines are.
pub(in crate::tui) fn list(model: &Model) -> Rect {
    let inner = inner(area(model));
    Rect {
        height: inner.height.saturating_sub(1),
        ..inner
    }
}

pub(super) fn view(model: &Model, menu: &Menu, frame: &mut Frame<'_>) {
    let area = area(model);
    frame_of(model.theme, area, words::FILTERS.of(model.lang), frame);
    let list = list(model);
    let mut cursor = menu.cursor;
    cursor.keep_in_sight(menu.lines.len(), list.height.into());
    let shown = menu.lines.iter().enumerate().skip(cursor.top);
    for (n, (at, line)) in shown.take(list.height.into()).enumerate() {
        let line = match line {
            MenuLine::Heading(phrase) => Line::styled(phrase.of(model.lang), model.theme.title()),
            MenuLine::Filter(choice) => {
                filter(model, choice, at == menu.cursor.at, list.width.into())
            }
        };
        draw_line(&line, line_of(list, n), frame.buffer_mut());
    }
    let (hints, foot) = keys(model);
    hints.draw(model.theme, foot, frame);
}

/// The keys of the list, and where they stand.
pub(super) fn keys(model: &Model) -> (Hints, Rect) {
    let inner = inner(area(model));
    let foot = line_of(inner, usize::from(inner.height.saturating_sub(1)));
    let bindings = keymap::bindings_over(Layer::Filters);
    (Hints::of(bindings, 1, foot.width, model.lang), foot)
}

/// One filter: whether it is chosen, its name, how many items it leaves.
fn filter(model: &Model, choice: &Choice, chosen: bool, width: usize) -> Line<'static> {
    let name = words::filter(&choice.filter, &model.board.premises(), model.lang);
    let count = choice.count.to_string();
    let mark = if model.filters.has(&choice.filter) {
        "[x] "
    } else {
        "[ ] "
    };
    let room = width.saturating_sub(mark.len() + count.len() + 1);
    let name = cut(&visible(&name), room);
    let gap = " ".repeat(room.saturating_sub(name.width()) + 1);
    let style = match (chosen, choice.count) {
        (true, _) => model.theme.chosen(),
        (false, 0) => model.theme.muted(),
        (false, _) => Style::new(),
    };
    Line::from(vec![
        Span::raw(mark),
        Span::raw(name),
        Span::raw(gap),
        Span::raw(count),
    ])
    .style(style)
}
