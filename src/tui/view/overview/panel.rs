//! What all panels share: the frame or heading, and lines whose ends stand in columns.

use super::super::super::cells::draw_line;
use super::super::super::frame::Frame;
use super::super::super::layout::overview::Placed;
use super::super::super::model::Model;
use super::super::super::overview::Panel;
use super::super::super::wrap::{cut, wrap};
use super::super::{line_of, put};
use crate::text::screen::{self as words, overview as said};
use crate::text::{Phrase, visible};
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What marks the panel that takes the keys, also without colour.
const FOCUSED: &str = "> ";

/// The heading of a panel: its name, and in short what is in it.
pub(super) struct Title {
    pub(super) name: Phrase,
    pub(super) summary: String,
    /// Whether the summary tells something bad.
    pub(super) is_bad: bool,
}

impl Title {
    /// Its text in parts, cut to so many cells.
    fn spans(&self, model: &Model, focused: bool, width: usize) -> Vec<Span<'static>> {
        let mark = if focused { FOCUSED } else { "" };
        let name = if self.summary.is_empty() {
            self.name.of(model.lang).to_owned()
        } else {
            said::introducing(self.name, model.lang)
        };
        let style = if focused {
            model.theme.title()
        } else {
            // Not in the colour of the frame that it stands in.
            Style::reset().patch(model.theme.heading())
        };
        let name = cut(&[mark, &name].concat(), width);
        let room = width.saturating_sub(name.width());
        let summary = cut(&visible(&self.summary), room);
        let of_summary = if self.is_bad {
            model.theme.bad()
        } else {
            Style::new()
        };
        vec![Span::styled(name, style), Span::styled(summary, of_summary)]
    }
}

/// Draws the frame of a panel, or its heading with a line behind it: which panel it is, whether it
/// takes the keys, and how much of its list is shown.
pub(super) fn frame(
    model: &Model,
    placed: &Placed,
    title: &Title,
    framed: bool,
    frame: &mut Frame<'_>,
) {
    if framed {
        border(model, placed, title, frame);
    } else {
        heading(model, placed, title, frame);
    }
}

fn border(model: &Model, placed: &Placed, title: &Title, frame: &mut Frame<'_>) {
    let focused = model.overview.focused == placed.panel;
    let width = usize::from(placed.area.width).saturating_sub(6);
    let mut spans = vec![Span::raw(" ")];
    spans.extend(title.spans(model, focused, width));
    spans.push(Span::raw(" "));
    lines_around(model, focused, placed.area, frame);
    let inside = placed.area.inner(Margin::new(1, 0));
    draw_line(&Line::from(spans), inside, frame.buffer_mut());
    if let Some(place) = place(model, placed) {
        let place = format!(" {place} ");
        let width = u16::try_from(place.width()).unwrap_or(0).min(inside.width);
        let last = Rect::new(
            inside.right() - width,
            inside.bottom().saturating_sub(1),
            width,
            1,
        );
        let place = Line::styled(place, model.theme.muted());
        draw_line(&place, last, frame.buffer_mut());
    }
}

fn lines_around(model: &Model, focused: bool, area: Rect, frame: &mut Frame<'_>) {
    let (set, style) = (model.theme.border(), model.theme.frame(focused));
    let across = usize::from(area.width).saturating_sub(2);
    let line =
        |left: &str, across: &str, right: &str| Line::styled([left, across, right].concat(), style);
    let top = line(
        set.top_left,
        &set.horizontal_top.repeat(across),
        set.top_right,
    );
    let bottom = &set.horizontal_bottom.repeat(across);
    let bottom = line(set.bottom_left, bottom, set.bottom_right);
    let (left, right) = (
        Line::styled(set.vertical_left, style),
        Line::styled(set.vertical_right, style),
    );
    let last = area.rows().count().saturating_sub(1);
    for (n, row) in area.rows().enumerate() {
        let start = Rect { width: 1, ..row };
        let end = Rect::new(row.right().saturating_sub(1), row.y, 1, 1);
        match n {
            0 => draw_line(&top, row, frame.buffer_mut()),
            n if n == last => draw_line(&bottom, row, frame.buffer_mut()),
            _ => {
                draw_line(&left, start, frame.buffer_mut());
                draw_line(&right, end, frame.buffer_mut());
            }
        }
    }
}

fn heading(model: &Model, placed: &Placed, title: &Title, frame: &mut Frame<'_>) {
    let focused = model.overview.focused == placed.panel;
    let place = place(model, placed).map_or_else(String::new, |place| format!(" {place}"));
    let width = usize::from(placed.area.width).saturating_sub(place.width());
    let mut spans = title.spans(model, focused, width);
    let used = width_of(&spans);
    let line = width.saturating_sub(used + 1);
    let style = model.theme.frame(true);
    let [thick, thin] = model.theme.bar(u64::from(focused), 1, line, style);
    spans.extend([Span::raw(" "), thick, thin]);
    spans.push(Span::styled(place, model.theme.muted()));
    let first = Rect {
        height: 1,
        ..placed.area
    };
    draw_line(&Line::from(spans), first, frame.buffer_mut());
}

/// Where the chosen line is in a list of which not all is shown.
fn place(model: &Model, placed: &Placed) -> Option<String> {
    let len = model.lines_of(placed.panel)?;
    let is_cut =
        placed.panel != Panel::Trend && !placed.list.is_empty() && len > placed.list.height.into();
    let at = model.overview.cursor(placed.panel).at;
    is_cut.then(|| words::place(at, len))
}

/// Draws the lines of a panel that are in sight: which line, whether it is chosen, where.
pub(super) fn rows(model: &Model, placed: &Placed, mut draw: impl FnMut(usize, bool, Rect)) {
    let cursor = model.overview.cursor(placed.panel);
    let focused = model.overview.focused == placed.panel;
    let len = model.lines_of(placed.panel).unwrap_or(0);
    let shown = (cursor.top..len).take(placed.list.height.into());
    for (n, at) in shown.enumerate() {
        draw(at, focused && at == cursor.at, line_of(placed.list, n));
    }
}

/// Says what an empty panel means.
pub(super) fn empty(model: &Model, placed: &Placed, why: Phrase, frame: &mut Frame<'_>) {
    let lines = wrap(why.of(model.lang), placed.list.width.into());
    for (n, line) in lines.iter().enumerate() {
        put(frame, line_of(placed.list, n), line, model.theme.muted());
    }
}

/// A line: what stands before its text, the text, as much of it as fits, and what stands at its end.
pub(super) struct Row {
    pub(super) head: Vec<Span<'static>>,
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) tail: Vec<Span<'static>>,
}

impl Row {
    pub(super) fn draw(self, model: &Model, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
        let tail = width_of(&self.tail);
        let used = width_of(&self.head) + tail + usize::from(tail > 0);
        let room = usize::from(area.width).saturating_sub(used);
        let text = left(&visible(&self.text), room);
        let mut spans = self.head;
        spans.push(Span::styled(text, self.style));
        if tail > 0 {
            spans.push(Span::raw(" "));
            spans.extend(self.tail);
        }
        if !chosen {
            draw_line(&Line::from(spans), area, frame.buffer_mut());
            return;
        }
        // Reversed, colours would be patches.
        let plain = spans.iter().map(|span| Span::raw(span.content.as_ref()));
        let line: Line<'_> = plain.collect();
        draw_line(&line.style(model.theme.chosen()), area, frame.buffer_mut());
    }
}

/// How many cells they take side by side.
fn width_of(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| span.content.width()).sum()
}

/// `text` in exactly so many cells, at their left.
pub(super) fn left(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let gap = " ".repeat(width.saturating_sub(text.width()));
    [text, gap].concat()
}

/// `text` in exactly so many cells, at their right.
pub(super) fn right(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let gap = " ".repeat(width.saturating_sub(text.width()));
    [gap, text].concat()
}
