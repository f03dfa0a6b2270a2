//! From the state of the roll-up's screen to cells: reads the model, changes nothing.

mod lines;

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::model::Told;
use super::super::view::dress::dress;
use super::super::view::header::{draw_tabs, tabs_of};
use super::super::view::help::{page, page_keys};
use super::super::view::hints::Hints;
use super::super::view::text::{text_keys, view as text};
use super::super::view::{line_of, put, said, search_line};
use super::super::wrap::{cut, wrap};
use super::about::about;
use super::layout::Areas;
use super::model::{Model, Opened, Over};
use super::sheet;
use super::update::has_room;
use crate::keymap::{self, Layer, RollUpView};
use crate::text::rollup::{screen as words, short};
use crate::text::{Phrase, screen as common, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// How many hints at the end of the footer stay longest.
const KEPT: usize = 4;

/// The lists with their names.
pub(super) fn names() -> [(RollUpView, Phrase); 5] {
    RollUpView::LISTS.map(|list| (list, list.name()))
}

/// Draws the screen.
pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    if has_room(model) {
        draw(model, frame);
    } else {
        let screen = frame.area();
        frame.render_widget(common::TOO_SMALL.of(model.lang), screen);
    }
    dress(model.theme, frame);
}

fn draw(model: &Model, frame: &mut Frame<'_>) {
    let areas = model.areas();
    header(model, areas.tabs, frame);
    sentence(model, areas.sentence, frame);
    if let Some(Opened::School(page)) = model.opened.last() {
        let lines = sheet::lines(model, page);
        let shown = lines.iter().skip(page.top).zip(areas.page.rows());
        for (line, row) in shown {
            draw_line(line, row, frame.buffer_mut());
        }
    } else {
        lines::view(model, &areas, frame);
        below(model, areas.about, frame);
    }
    notice(model, &areas, frame);
    if model.over.is_none() {
        let (hints, area) = keys(model);
        hints.draw(model.theme, area, frame);
    }
    match &model.over {
        Some(Over::Help { top }) => {
            let bindings: Vec<_> = keymap::bindings_in_rollup(model.view()).collect();
            page(model.surface(), &bindings, *top, frame);
        }
        Some(Over::Text { title, lines, top }) => {
            text(model.surface(), title, lines, *top, frame);
        }
        None => {}
    }
}

/// The lists by their names, and which week this is.
fn header(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let tabs = tabs_of(&names(), model.list, model.surface());
    let report = &model.district.report;
    let right = |room: usize| {
        let whole = short::heading(report, model.lang);
        let week = report.week.to_string();
        let mut said = [whole, week].into_iter();
        said.find(|said| said.width() <= room).unwrap_or_default()
    };
    draw_tabs(tabs, model.list, model.theme, right, (area, frame));
}

/// The district in a sentence, as much of it as there is room for.
fn sentence(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let mut parts = words::sentence(&model.district.report, model.lang);
    let said = |parts: &[String]| words::joined(parts, model.lang);
    while parts.len() > 1 && said(&parts).width() > area.width.into() {
        parts.pop();
    }
    put(frame, area, &said(&parts), model.theme.heading());
}

/// What the chosen line means; where there is little room, what matters first.
fn below(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let width = usize::from(area.width);
    let lines = about(model).into_iter().flat_map(|Told { text, tone }| {
        let style = model.theme.tone(tone);
        let lines = wrap(&visible(&text), width);
        lines.into_iter().map(move |line| (line, style))
    });
    let lines: Vec<(String, Style)> = lines.collect();
    let room = usize::from(area.height);
    for (n, (line, style)) in lines.iter().take(room).enumerate() {
        let is_last = n + 1 == room && lines.len() > room;
        let line = if is_last {
            let room = width.saturating_sub(2);
            let kept = cut(line, room);
            [kept.trim_end_matches('.'), ".."].concat()
        } else {
            line.clone()
        };
        put(frame, line_of(area, n), &line, *style);
    }
}

/// What happened, or what is looked for.
fn notice(model: &Model, areas: &Areas, frame: &mut Frame<'_>) {
    if model.typing || !model.search.is_empty() && model.opened.is_empty() {
        let lines = model
            .rows
            .iter()
            .filter(|row| lines::is_line(**row))
            .count();
        let count = if lines == 0 {
            common::NOTHING_FOUND.of(model.lang).to_owned()
        } else {
            words::found(lines, model.lang)
        };
        let has_caret = model.typing && model.over.is_none();
        let field = &model.search;
        search_line(
            model.surface(),
            field,
            has_caret,
            &count,
            (areas.notice, frame),
        );
    } else if let Some(notice) = &model.notice {
        let style = if notice.bad {
            model.theme.bad()
        } else {
            model.theme.good()
        };
        said(frame, areas.notice, &notice.text, style);
    }
}

/// The keys that are used most, and where they stand: in the last line, or in what lies over it.
pub(super) fn keys(model: &Model) -> (Hints, Rect) {
    let surface = model.surface();
    match &model.over {
        Some(Over::Help { .. }) => {
            let bindings: Vec<_> = keymap::bindings_in_rollup(model.view()).collect();
            page_keys(surface, &bindings)
        }
        Some(Over::Text { lines, .. }) => text_keys(surface, lines),
        None => {
            let (area, width, lang) = (model.areas().footer, model.size.0, model.lang);
            let hints = if model.typing {
                Hints::of(keymap::bindings_over(Layer::Search), 1, width, lang)
            } else {
                Hints::of(keymap::bindings_in_rollup(model.view()), KEPT, width, lang)
            };
            (hints, area)
        }
    }
}
