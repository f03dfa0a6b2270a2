//! Lines gathered for a width: texts, and names with what they are.

use super::super::frame::Frame;
use super::super::laid::Laid;
use super::super::model::Model;
use super::super::wrap::wrap;
use crate::text::screen::plain;
use crate::text::{Phrase, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Lines gathered for a width.
pub(super) struct Page<'a> {
    pub(super) model: &'a Model,
    pub(super) width: usize,
    pub(super) lines: Vec<Line<'static>>,
    /// The lines that lead somewhere, in their order: which, from which cell on, and the address.
    links: Vec<(usize, usize, String)>,
    /// Whether it is read out, line by line: whole sentences, and no marks or bars.
    pub(super) aloud: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(model: &'a Model, area: Rect) -> Self {
        Self {
            model,
            width: area.width.into(),
            lines: Vec::new(),
            links: Vec::new(),
            aloud: false,
        }
    }

    /// A page to be read out.
    pub(super) fn aloud(model: &'a Model) -> Self {
        Self {
            model,
            width: usize::MAX,
            lines: Vec::new(),
            links: Vec::new(),
            aloud: true,
        }
    }

    /// The lines, to be drawn.
    pub(super) fn laid(self) -> Laid {
        let mut leading = self.links.into_iter().peekable();
        let lines = self.lines.into_iter().enumerate();
        Laid::of(lines.map(|(n, line)| {
            let link = leading.next_if(|(of, ..)| *of == n);
            (line, link.map(|(_, from, address)| (from, address)))
        }))
    }

    /// Draws it, without its first `top` lines.
    pub(super) fn draw_from(self, top: usize, area: Rect, frame: &mut Frame<'_>) {
        self.laid().draw(top, area, frame);
    }

    pub(super) fn draw(self, area: Rect, frame: &mut Frame<'_>) {
        self.draw_from(0, area, frame);
    }

    pub(super) fn blank(&mut self) {
        self.lines.push(Line::default());
    }

    pub(super) fn text(&mut self, text: &str, style: Style) {
        let lines = wrap(&visible(text), self.width);
        let lines = lines.into_iter().map(|line| Line::styled(line, style));
        self.lines.extend(lines);
    }

    /// A name and what it is, which leads to an address where it has one.
    pub(super) fn linked(&mut self, name: Phrase, text: &str, style: Style, address: Option<&str>) {
        let first = self.lines.len();
        self.named(name, text, style);
        let from = name.of(self.model.lang).width() + 2;
        if let Some(address) = address {
            let all = first..self.lines.len();
            self.links
                .extend(all.map(|n| (n, from, address.to_owned())));
        }
    }

    /// The first line: a mark, what it is about, how that stands. A mark is not read out.
    pub(super) fn head(&mut self, mark: Span<'static>, said: Vec<Span<'static>>) {
        let mark = Some(mark).filter(|_| !self.aloud);
        let spans: Vec<Span<'static>> = mark.into_iter().chain(said).collect();
        self.lines.push(Line::from(spans));
    }

    /// A name and what it is, wrapped behind the name.
    pub(super) fn named(&mut self, name: Phrase, text: &str, style: Style) {
        let name = name.of(self.model.lang);
        if self.aloud {
            let said = plain::named(name, &visible(text), self.model.lang);
            self.lines.push(Line::raw(said));
            return;
        }
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
