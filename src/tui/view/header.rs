//! The first line: which view this is, whose school, which day.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::model::Model;
use super::super::surface::Surface;
use super::super::theme::Theme;
use super::super::wrap::cut;
use crate::keymap::Context;
use crate::text::{Lang, Phrase, screen as words, visible, words as names};
use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// The name of a view in the first line, and the cells it takes.
pub(in crate::tui) struct Tab<T> {
    pub(in crate::tui) of: T,
    pub(in crate::tui) cells: Range<u16>,
    text: String,
}

/// The names of the views, from the left.
pub(in crate::tui) fn tabs(model: &Model) -> Vec<Tab<Context>> {
    let names = [
        (Context::Overview, words::OVERVIEW),
        (Context::Checklist, words::CHECKLIST),
        (Context::Week, words::week::WEEK),
        (Context::Findings, words::finding::FINDINGS),
        (Context::Calendar, words::calendar::CALENDAR),
        (Context::Record, words::RECORD),
    ];
    tabs_of(&names, open(model), model.surface())
}

/// Names of views, from the left. Where they do not fit, only the one that is open has its name, and
/// the others their digits.
pub(in crate::tui) fn tabs_of<T: Copy + PartialEq>(
    names: &[(T, Phrase)],
    open: T,
    surface: Surface,
) -> Vec<Tab<T>> {
    let whole = laid_out(names, |_| true, surface.lang);
    let width = whole.last().map_or(0, |tab| tab.cells.end);
    if width <= surface.size.0 {
        return whole;
    }
    laid_out(names, |view| view == open, surface.lang)
}

/// The first line: the names of the views, and at its end as much of what is said as fits.
pub(in crate::tui) fn draw_tabs<T: Copy + PartialEq>(
    tabs: Vec<Tab<T>>,
    open: T,
    theme: Theme,
    right: impl FnOnce(usize) -> String,
    (area, frame): (Rect, &mut Frame<'_>),
) {
    let mut spans = Vec::new();
    let mut used = 0;
    for tab in tabs {
        let style = if tab.of == open {
            theme.chosen()
        } else {
            theme.heading()
        };
        used = usize::from(tab.cells.end);
        spans.push(Span::styled(tab.text, style));
    }
    let room = usize::from(area.width).saturating_sub(used + 1);
    let right = right(room);
    let gap = room.saturating_sub(right.width());
    spans.push(Span::raw(" ".repeat(gap + 1)));
    spans.push(Span::styled(right, theme.muted()));
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}

/// The view that is open: the summary belongs to the week.
fn open(model: &Model) -> Context {
    match model.context {
        Context::Summary => Context::Week,
        context => context,
    }
}

fn laid_out<T: Copy>(
    names: &[(T, Phrase)],
    is_named: impl Fn(T) -> bool,
    lang: Lang,
) -> Vec<Tab<T>> {
    let mut start = 0;
    let mut tabs = Vec::new();
    for (n, (of, name)) in names.iter().enumerate() {
        let text = if is_named(*of) {
            format!(" {} {} ", n + 1, name.of(lang))
        } else {
            format!(" {} ", n + 1)
        };
        let end = start + u16::try_from(text.width()).unwrap_or(0);
        tabs.push(Tab {
            of: *of,
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
    let (today, lang) = (model.board.today, model.lang);
    let name = visible(&model.board.school.name);
    let said = |room| {
        if model.is_demo {
            right_of_demo(&name, today, room, lang)
        } else {
            right(&name, today, room, lang)
        }
    };
    draw_tabs(tabs(model), open(model), model.theme, said, (area, frame));
}
