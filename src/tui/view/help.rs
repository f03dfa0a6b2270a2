//! Help: every key that works here, from the table that dispatches them.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::layout::dialog;
use super::super::model::Model;
use super::super::surface::Surface;
use super::dialog::{frame_of, inner};
use super::hints::Hints;
use super::line_of;
use crate::keymap::{self, Binding, Layer};
use crate::text::screen as words;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many cells the names of keys take.
const NAMES: usize = 18;
/// How many cells the page takes at least, so that it looks alike everywhere.
const LEAST_WIDTH: u16 = 64;

/// How many of its first lines can be scrolled away.
pub(in crate::tui) fn help_beyond(model: &Model) -> usize {
    beyond(model.surface(), keymap::bindings(model.context))
}

/// The same of a page of these keys.
pub(in crate::tui) fn beyond(
    surface: Surface,
    bindings: impl Iterator<Item = &'static Binding>,
) -> usize {
    let room = usize::from(surface.size.1).saturating_sub(3);
    bindings.count().saturating_sub(room)
}

pub(super) fn view(model: &Model, top: usize, frame: &mut Frame<'_>) {
    let bindings: Vec<_> = keymap::bindings(model.context).collect();
    page(model.surface(), &bindings, top, frame);
}

/// A page of these keys.
pub(in crate::tui) fn page(
    surface: Surface,
    bindings: &[&Binding],
    top: usize,
    frame: &mut Frame<'_>,
) {
    let Surface { theme, lang, .. } = surface;
    let area = area(surface, bindings);
    frame_of(theme, area, words::HELP.of(lang), frame);
    let inner = inner(area);
    let body = Rect {
        height: inner.height.saturating_sub(1),
        ..inner
    };
    let top = top.min(bindings.len().saturating_sub(body.height.into()));
    let shown = bindings.iter().skip(top).take(body.height.into());
    for (n, binding) in shown.enumerate() {
        let names = binding.names(lang);
        let gap = " ".repeat(NAMES.saturating_sub(names.width()));
        let line = Line::from(vec![
            Span::styled(names, theme.key()),
            Span::raw(gap),
            Span::raw(binding.text.of(lang)),
        ]);
        draw_line(&line, line_of(body, n), frame.buffer_mut());
    }
    let (keys, last) = reading_keys(surface, area);
    keys.draw(theme, last, frame);
}

fn area(surface: Surface, bindings: &[&Binding]) -> Rect {
    let height = u16::try_from(bindings.len()).unwrap_or(0) + 3;
    let texts = bindings.iter().map(|b| b.text.of(surface.lang).width());
    let width = NAMES + texts.max().unwrap_or(0) + 4;
    let width = u16::try_from(width).unwrap_or(u16::MAX).max(LEAST_WIDTH);
    dialog(surface.screen(), width, height)
}

/// The keys of help, and where they stand.
pub(super) fn help_keys(model: &Model) -> (Hints, Rect) {
    let bindings: Vec<_> = keymap::bindings(model.context).collect();
    page_keys(model.surface(), &bindings)
}

/// The same of a page of these keys.
pub(in crate::tui) fn page_keys(surface: Surface, bindings: &[&Binding]) -> (Hints, Rect) {
    reading_keys(surface, area(surface, bindings))
}

/// The keys of a page that is read, and where they stand: in the last line of its frame.
pub(super) fn reading_keys(surface: Surface, frame: Rect) -> (Hints, Rect) {
    let inner = inner(frame);
    let last = line_of(inner, usize::from(inner.height.saturating_sub(1)));
    let bindings = keymap::bindings_over(Layer::Reading);
    (Hints::of(bindings, 1, last.width, surface.lang), last)
}
