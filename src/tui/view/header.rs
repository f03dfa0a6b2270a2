//! The first line: which view this is, whose school, which day.

use super::super::keymap::Context;
use super::super::model::Model;
use super::super::wrap::cut;
use crate::text::{Lang, screen as words, visible, words as names};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// The name of a view in the first line, and the cells it takes.
pub(in crate::tui) struct Tab {
    pub(in crate::tui) context: Context,
    pub(in crate::tui) cells: Range<u16>,
    text: String,
}

/// The names of the views, from the left.
pub(in crate::tui) fn tabs(lang: Lang) -> Vec<Tab> {
    let names = [
        (Context::Overview, words::OVERVIEW),
        (Context::Checklist, words::CHECKLIST),
        (Context::Record, words::RECORD),
    ];
    let mut start = 0;
    let mut tabs = Vec::new();
    for (n, (context, name)) in names.into_iter().enumerate() {
        let text = format!(" {} {} ", n + 1, name.of(lang));
        let end = start + u16::try_from(text.width()).unwrap_or(0);
        tabs.push(Tab {
            context,
            cells: start..end,
            text,
        });
        start = end;
    }
    tabs
}

pub(super) fn view(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let mut spans = Vec::new();
    let mut used = 0;
    for tab in tabs(model.lang) {
        let style = if tab.context == model.context {
            model.theme.chosen()
        } else {
            model.theme.heading()
        };
        used = usize::from(tab.cells.end);
        spans.push(Span::styled(tab.text, style));
    }
    let day = names::day(model.board.today, model.lang);
    let right = format!("{}  {day}", visible(&model.board.school.name));
    let room = usize::from(area.width).saturating_sub(used + 1);
    let right = cut(&right, room);
    let gap = room.saturating_sub(right.width());
    spans.push(Span::raw(" ".repeat(gap + 1)));
    spans.push(Span::styled(right, model.theme.muted()));
    frame.render_widget(Line::from(spans), area);
}
