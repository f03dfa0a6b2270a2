//! The list of every action with its key, below the line in which it is looked for.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::layout::dialog;
use super::super::model::Model;
use super::super::palette::{Offer, Palette};
use super::super::theme::status_mark;
use super::super::wrap::cut;
use super::dialog::{frame_of, inner};
use super::hints::Hints;
use super::{line_of, put};
use crate::keymap::{self, Layer};
use crate::text::{screen::find as words, screen::keys, visible};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How wide and how high it is where there is room.
const SIZE: (u16, u16) = (72, 24);

/// Where it lies. It keeps its size while the list gets shorter.
pub(in crate::tui) fn area(model: &Model) -> Rect {
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    let height = SIZE.1.min(screen.height.saturating_sub(2));
    dialog(screen, SIZE.0, height)
}

/// Where its lines are, below the one in which is typed.
pub(in crate::tui) fn list(model: &Model) -> Rect {
    let inner = inner(area(model));
    let field = inner.height.min(1);
    Rect {
        y: inner.y + field,
        height: inner.height.saturating_sub(field + 1),
        ..inner
    }
}

pub(super) fn view(model: &Model, palette: &Palette, frame: &mut Frame<'_>) {
    let area = area(model);
    frame_of(model.theme, area, keys::KEY_PALETTE.of(model.lang), frame);
    let inner = inner(area);
    field(model, palette, line_of(inner, 0), frame);
    let list = list(model);
    if palette.offers.is_empty() {
        let nothing = words::NO_ACTION.of(model.lang);
        put(frame, list, nothing, model.theme.muted());
    }
    let mut cursor = palette.cursor;
    cursor.keep_in_sight(palette.offers.len(), list.height.into());
    let shown = palette.offers.iter().enumerate().skip(cursor.top);
    for (n, (at, offer)) in shown.take(list.height.into()).enumerate() {
        let line = line(model, *offer, list.width.into());
        let style = if at == cursor.at {
            model.theme.chosen()
        } else {
            Style::new()
        };
        draw_line(&line.style(style), line_of(list, n), frame.buffer_mut());
    }
    let (hints, foot) = keys(model);
    hints.draw(model.theme, foot, frame);
}

/// The keys of the list, and where they stand.
pub(super) fn keys(model: &Model) -> (Hints, Rect) {
    let inner = inner(area(model));
    let foot = line_of(inner, usize::from(inner.height.saturating_sub(1)));
    let bindings = keymap::bindings_over(Layer::Palette);
    (Hints::of(bindings, 1, foot.width, model.lang), foot)
}

/// What is typed, with the caret where an input method needs it.
fn field(model: &Model, palette: &Palette, area: Rect, frame: &mut Frame<'_>) {
    if area.is_empty() {
        return;
    }
    let label = palette.field.label.of(model.lang);
    let room = usize::from(area.width).saturating_sub(label.width() + 1);
    let (shown, caret) = palette.field.window(room);
    let spans = vec![Span::styled(label, model.theme.key()), Span::raw(shown)];
    draw_line(&Line::from(spans), area, frame.buffer_mut());
    let x = area.x + u16::try_from(label.width() + caret).unwrap_or(0);
    frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
}

/// One line: what is done, where it is not here the view before it, and its key; or an item.
fn line(model: &Model, offer: Offer, width: usize) -> Line<'static> {
    let lang = model.lang;
    let (binding, text, style) = match offer {
        Offer::Here(binding) => (binding, binding.text.of(lang).to_owned(), Style::new()),
        Offer::Elsewhere(binding, view) => {
            let text = words::elsewhere(view.name(), binding.text.of(lang), lang);
            (binding, text, model.theme.muted())
        }
        Offer::Item(index) => return item(model, index, width),
    };
    let names = binding.names(lang);
    let room = width.saturating_sub(names.width() + 2);
    let text = cut(&text, room);
    let gap = " ".repeat(room.saturating_sub(text.width()) + 2);
    Line::from(vec![
        Span::styled(text, style),
        Span::raw(gap),
        Span::styled(names, model.theme.key()),
    ])
}

fn item(model: &Model, index: crate::assess::ItemIndex, width: usize) -> Line<'static> {
    let item = model.board.item(index);
    let status = model.board.status(index);
    let text = format!(" {:<4} {}", item.id.as_str(), item.text.of(model.lang));
    let mark = status_mark(status);
    let text = cut(&visible(&text), width.saturating_sub(mark.len()));
    Line::from(vec![
        Span::styled(mark, model.theme.status(status)),
        Span::raw(text),
    ])
}
