//! A text over the screen: an explanation, to be scrolled.

use super::super::frame::Frame;
use super::super::layout::dialog;
use super::super::model::Told;
use super::super::surface::Surface;
use super::super::wrap::wrap;
use super::dialog::{frame_of, inner};
use super::help::reading_keys;
use super::hints::Hints;
use super::{line_of, put};
use crate::text::visible;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How many lines its frame and its last line take.
const FRAME: usize = 3;
/// How wide it is where there is room.
const WIDTH: u16 = 76;

/// How many of its first lines can be scrolled away.
pub(in crate::tui) fn text_beyond(surface: Surface, lines: &[Told]) -> usize {
    let lines = wrapped(surface, lines).len();
    lines.saturating_sub(usize::from(surface.size.1).saturating_sub(FRAME))
}

fn wrapped(surface: Surface, lines: &[Told]) -> Vec<(String, Style)> {
    let width = usize::from(WIDTH.min(surface.size.0).saturating_sub(4));
    let lines = lines.iter().flat_map(|line| {
        let style = surface.theme.tone(line.tone);
        let lines = wrap(&visible(&line.text), width);
        lines.into_iter().map(move |text| (text, style))
    });
    lines.collect()
}

pub(in crate::tui) fn view(
    surface: Surface,
    title: &str,
    lines: &[Told],
    top: usize,
    frame: &mut Frame<'_>,
) {
    let lines = wrapped(surface, lines);
    let area = area(surface, lines.len());
    frame_of(surface.theme, area, title, frame);
    let inner = inner(area);
    let body = Rect {
        height: inner.height.saturating_sub(1),
        ..inner
    };
    let top = top.min(lines.len().saturating_sub(body.height.into()));
    for (n, (text, style)) in lines.iter().skip(top).take(body.height.into()).enumerate() {
        put(frame, line_of(body, n), text, *style);
    }
    let (keys, last) = reading_keys(surface, area);
    keys.draw(surface.theme, last, frame);
}

fn area(surface: Surface, lines: usize) -> Rect {
    let height = u16::try_from(lines).unwrap_or(u16::MAX);
    dialog(surface.screen(), WIDTH, height.saturating_add(3))
}

/// The keys of the page, and where they stand.
pub(in crate::tui) fn text_keys(surface: Surface, lines: &[Told]) -> (Hints, Rect) {
    let lines = wrapped(surface, lines).len();
    reading_keys(surface, area(surface, lines))
}
