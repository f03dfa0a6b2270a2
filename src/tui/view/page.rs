//! Lines gathered for a width: texts, and names with what they are.

use super::super::cells::draw_line;
use super::super::model::Model;
use super::super::wrap::wrap;
use crate::text::{Phrase, visible};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Lines gathered for a width.
pub(super) struct Page<'a> {
    pub(super) model: &'a Model,
    pub(super) width: usize,
    pub(super) lines: Vec<Line<'static>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(model: &'a Model, area: Rect) -> Self {
        Self {
            model,
            width: area.width.into(),
            lines: Vec::new(),
        }
    }

    /// Draws it, without its first `top` lines.
    pub(super) fn draw_from(mut self, top: usize, area: Rect, frame: &mut Frame<'_>) {
        let skipped = top.min(self.lines.len());
        self.lines.drain(..skipped);
        self.draw(area, frame);
    }

    pub(super) fn draw(self, area: Rect, frame: &mut Frame<'_>) {
        let lines = self.lines.into_iter().zip(area.rows());
        for (line, row) in lines {
            draw_line(&line, row, frame.buffer_mut());
        }
    }

    pub(super) fn blank(&mut self) {
        self.lines.push(Line::default());
    }

    pub(super) fn text(&mut self, text: &str, style: Style) {
        let lines = wrap(&visible(text), self.width);
        let lines = lines.into_iter().map(|line| Line::styled(line, style));
        self.lines.extend(lines);
    }

    /// A name and what it is, wrapped behind the name.
    pub(super) fn named(&mut self, name: Phrase, text: &str, style: Style) {
        let name = name.of(self.model.lang);
        let indent = name.width() + 2;
        let lines = wrap(&visible(text), self.width.saturating_sub(indent));
        for (n, line) in lines.into_iter().enumerate() {
            let label = if n == 0 { name } else { "" };
            let gap = " ".repeat(indent - label.width());
            self.lines.push(Line::from(vec![
                Span::styled(label, self.model.theme.muted()),
                Span::raw(gap),
                Span::styled(line, style),
            ]));
        }
    }
}
