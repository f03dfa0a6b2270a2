//! A text over the screen: an explanation, to be scrolled.

use super::super::frame::Frame;
use super::super::layout::dialog;
use super::super::model::{Model, Told, Tone};
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
pub(in crate::tui) fn text_beyond(model: &Model, lines: &[Told]) -> usize {
    let lines = wrapped(model, lines, model.size.0).len();
    lines.saturating_sub(usize::from(model.size.1).saturating_sub(FRAME))
}

fn wrapped(model: &Model, lines: &[Told], screen: u16) -> Vec<(String, Style)> {
    let width = usize::from(WIDTH.min(screen).saturating_sub(4));
    let lines = lines.iter().flat_map(|line| {
        let style = style(model, line.tone);
        let lines = wrap(&visible(&line.text), width);
        lines.into_iter().map(move |text| (text, style))
    });
    lines.collect()
}

fn style(model: &Model, tone: Tone) -> Style {
    match tone {
        Tone::Heading => model.theme.heading(),
        Tone::Plain => Style::new(),
        Tone::Good => model.theme.good(),
        Tone::Bad => model.theme.bad(),
        Tone::Muted => model.theme.muted(),
    }
}

pub(super) fn view(model: &Model, title: &str, lines: &[Told], top: usize, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let lines = wrapped(model, lines, screen.width);
    let area = area(model, lines.len());
    frame_of(model, area, title, frame);
    let inner = inner(area);
    let body = Rect {
        height: inner.height.saturating_sub(1),
        ..inner
    };
    let top = top.min(lines.len().saturating_sub(body.height.into()));
    for (n, (text, style)) in lines.iter().skip(top).take(body.height.into()).enumerate() {
        put(frame, line_of(body, n), text, *style);
    }
    let (keys, last) = reading_keys(model, area);
    keys.draw(model.theme, last, frame);
}

fn area(model: &Model, lines: usize) -> Rect {
    let height = u16::try_from(lines).unwrap_or(u16::MAX);
    dialog(model.screen(), WIDTH, height.saturating_add(3))
}

/// The keys of the page, and where they stand.
pub(super) fn text_keys(model: &Model, lines: &[Told]) -> (Hints, Rect) {
    let lines = wrapped(model, lines, model.size.0).len();
    reading_keys(model, area(model, lines))
}
