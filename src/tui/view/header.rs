//! The first line: which view this is, whose school, which day.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::model::Model;
use super::super::wrap::cut;
use crate::keymap::Context;
use crate::text::{Lang, Phrase, screen as words, visible, words as names};
use chrono::NaiveDate;
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

/// The names of the views, from the left. Where they do not fit, only the one that is open has its
/// name, and the others their digits.
pub(in crate::tui) fn tabs(model: &Model) -> Vec<Tab> {
    let whole = laid_out(|_, name| Some(name), model.lang);
    let width = whole.last().map_or(0, |tab| tab.cells.end);
    if width <= model.size.0 {
        return whole;
    }
    let open = open(model);
    laid_out(
        |context, name| (context == open).then_some(name),
        model.lang,
    )
}

/// The view that is open: the summary belongs to the week.
fn open(model: &Model) -> Context {
    match model.context {
        Context::Summary => Context::Week,
        context => context,
    }
}

fn laid_out(name_of: impl Fn(Context, Phrase) -> Option<Phrase>, lang: Lang) -> Vec<Tab> {
    let names = [
        (Context::Overview, words::OVERVIEW),
        (Context::Checklist, words::CHECKLIST),
        (Context::Week, words::week::WEEK),
        (Context::Findings, words::finding::FINDINGS),
        (Context::Calendar, words::calendar::CALENDAR),
        (Context::Record, words::RECORD),
    ];
    let mut start = 0;
    let mut tabs = Vec::new();
    for (n, (context, name)) in names.into_iter().enumerate() {
        let text = match name_of(context, name) {
            Some(name) => format!(" {} {} ", n + 1, name.of(lang)),
            None => format!(" {} ", n + 1),
        };
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

/// The school and the day, as far as there is room: the name gives way to the day, and the day to
/// its number.
fn right(name: &str, today: NaiveDate, room: usize, lang: Lang) -> String {
    let day = names::day(today, lang);
    match room.checked_sub(day.width()) {
        None => cut(&today.format("%m-%d").to_string(), room),
        Some(0..6) => day,
        Some(left) => format!("{}  {day}", cut(name, left - 2)),
    }
}

/// The same of the made-up school, which is to be known as one wherever there is room for a word.
fn right_of_demo(name: &str, today: NaiveDate, room: usize, lang: Lang) -> String {
    let (day, short) = (names::day(today, lang), today.format("%m-%d").to_string());
    let mark = words::tour::DEMO.of(lang);
    let all = [(name, day.as_str()), (mark, &day), (mark, &short)];
    let mut said = all.map(|(name, day)| format!("{name}  {day}")).into_iter();
    let fits = said.find(|said| said.width() <= room);
    fits.unwrap_or_else(|| right(name, today, room, lang))
}

pub(super) fn view(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let mut spans = Vec::new();
    let mut used = 0;
    let open = open(model);
    for tab in tabs(model) {
        let style = if tab.context == open {
            model.theme.chosen()
        } else {
            model.theme.heading()
        };
        used = usize::from(tab.cells.end);
        spans.push(Span::styled(tab.text, style));
    }
    let room = usize::from(area.width).saturating_sub(used + 1);
    let name = visible(&model.board.school.name);
    let right = if model.is_demo {
        right_of_demo(&name, model.board.today, room, model.lang)
    } else {
        right(&name, model.board.today, room, model.lang)
    };
    let gap = room.saturating_sub(right.width());
    spans.push(Span::raw(" ".repeat(gap + 1)));
    spans.push(Span::styled(right, model.theme.muted()));
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}
