//! Dialogs: every one says what it will write.

use super::super::field::Field;
use super::super::form::Form;
use super::super::frame::Frame;
use super::super::layout::form::{Dialog, WIDTH, Wanted, parts, question};
use super::super::model::Model;
use super::super::theme::Theme;
use super::super::wrap::wrap;
use super::field::{beside, draw_field, indent};
use super::hints::Hints;
use super::{line_of, month, put};
use crate::keymap::{self, Layer};
use crate::text::calendar::named;
use crate::text::{screen as words, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear};
use unicode_width::UnicodeWidthStr;

pub(super) use super::super::layout::form::inner;

/// Clears an area and draws a frame with a title around it.
pub(in crate::tui) fn frame_of(theme: Theme, area: Rect, title: &str, frame: &mut Frame<'_>) {
    let block = Block::bordered()
        .border_set(theme.border())
        .border_style(theme.frame(true))
        .title(format!(" {} ", visible(title)))
        .title_style(theme.title());
    whole_characters_beside(area, frame);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
}

/// Blanks the wide characters that reach from the left into an area: half a character cannot be
/// drawn over.
fn whole_characters_beside(area: Rect, frame: &mut Frame<'_>) {
    let Some(left) = area.x.checked_sub(1) else {
        return;
    };
    let buffer = frame.buffer_mut();
    for y in area.top()..area.bottom() {
        if let Some(cell) = buffer
            .cell_mut((left, y))
            .filter(|cell| cell.symbol().width() > 1)
        {
            cell.set_symbol(" ");
        }
    }
}

/// A question's lines on this screen.
fn lines_of_question(model: &Model, question: &str) -> Vec<String> {
    let width = WIDTH.min(model.size.0).saturating_sub(4);
    let parts = question.split('\n');
    let lines = parts.flat_map(|part| wrap(&visible(part), width.into()));
    lines.collect()
}

/// The keys of a question, and where they stand.
pub(in crate::tui) fn question_keys(model: &Model, asked: &str) -> (Hints, Rect) {
    let lines = lines_of_question(model, asked);
    let (_, _, keys) = question(model.screen(), lines.len());
    let hints = keymap::bindings_over(Layer::Question);
    (Hints::of(hints, 1, keys.width, model.lang), keys)
}

pub(super) fn confirm(model: &Model, asked: &str, frame: &mut Frame<'_>) {
    let lines = lines_of_question(model, asked);
    let (area, text, _) = question(model.screen(), lines.len());
    frame_of(model.theme, area, words::QUESTION.of(model.lang), frame);
    for (n, line) in lines.iter().enumerate() {
        put(frame, line_of(text, n), line, Style::new());
    }
    let (hints, keys) = question_keys(model, asked);
    hints.draw(model.theme, keys, frame);
}

/// Where the parts of a dialog are on the screen.
pub(in crate::tui) fn form_parts(model: &Model, form: &Form, wrong: Option<&str>) -> Dialog {
    let width = WIDTH.min(model.size.0).saturating_sub(4);
    let foot = foot(model, form, wrong, width.into());
    parts_with(model, form, foot.len())
}

fn parts_with(model: &Model, form: &Form, foot: usize) -> Dialog {
    let wanted = Wanted {
        fields: form.fields.len(),
        focus: form.focus,
        asks_day: form.asks_day(),
        calendar: form.shows_calendar(),
        indent: indent(labels(model, form)),
        foot,
    };
    parts(model.screen(), wanted)
}

/// How many cells the labels of a dialog take.
pub(in crate::tui) fn labels(model: &Model, form: &Form) -> usize {
    let fields = form.fields.iter();
    let labels = fields.map(|field| field.label.of(model.lang).width());
    labels.max().unwrap_or(0)
}

/// The keys of a dialog: those of the field being filled in first.
pub(in crate::tui) fn form_keys(model: &Model, form: &Form, width: u16) -> Hints {
    let of_layer = |layer| keymap::bindings_over(layer).filter(|b| form.has_place(b.action));
    let kept = of_layer(Layer::Form).filter(|b| b.short.is_some()).count();
    let bindings = form.layers().flat_map(of_layer);
    Hints::of(bindings, kept, width, model.lang)
}

pub(super) fn form(model: &Model, form: &Form, wrong: Option<&str>, frame: &mut Frame<'_>) {
    let width = WIDTH.min(model.size.0).saturating_sub(4);
    let foot = foot(model, form, wrong, width.into());
    let parts = parts_with(model, form, foot.len());
    let subject = form.topic.subject(&model.board, model.lang);
    let title = words::form_title(form.topic.title(), &subject, model.lang);
    frame_of(model.theme, parts.frame, &title, frame);
    let labels = labels(model, form);
    let shown = form.fields.iter().enumerate().skip(parts.first);
    for ((n, field), area) in shown.zip(parts.fields.rows()) {
        let focused = n == form.focus;
        draw_field(model.theme, model.lang, field, labels, focused, area, frame);
        day_beside(model, field, labels, area, frame);
    }
    if form.shows_calendar() {
        month::view(model, form, &parts.calendar, frame);
    }
    let room = usize::from(parts.foot.height);
    for (n, (line, style)) in foot.iter().take(room).enumerate() {
        let is_cut = n + 1 == room && foot.len() > room;
        let line = if is_cut {
            format!("{line}..")
        } else {
            line.clone()
        };
        put(frame, line_of(parts.foot, n), &line, *style);
    }
    let keys = form_keys(model, form, parts.keys.width);
    keys.draw(model.theme, parts.keys, frame);
}

/// Says beside a field which day it names, and what kind of day that is where there is room.
fn day_beside(model: &Model, field: &Field, labels: usize, area: Rect, frame: &mut Frame<'_>) {
    let (board, lang) = (&model.board, model.lang);
    let Some(day) = field.named_day(board.today) else {
        return;
    };
    let area = beside(field, labels, lang, area);
    let kind = board.calendar.day_kind(day);
    let style = if kind.is_school_day() {
        model.theme.muted()
    } else {
        model.theme.warning()
    };
    let said = named(day, &kind, board.today, lang);
    let said = if said.width() <= area.width.into() {
        said
    } else {
        crate::text::words::day(day, lang)
    };
    if said.width() <= area.width.into() {
        put(frame, area, &said, style);
    }
}

/// What it will record, or what is wrong.
fn foot(model: &Model, form: &Form, wrong: Option<&str>, width: usize) -> Vec<(String, Style)> {
    let lines = |text: &str, style: Style| {
        let lines = text
            .split('\n')
            .flat_map(|part| wrap(&visible(part), width));
        lines.map(move |line| (line, style)).collect()
    };
    if let Some(wrong) = wrong {
        return lines(wrong, model.theme.bad());
    }
    match form.preview(&model.board, model.lang) {
        Ok(said) => {
            let said = format!("{}{said}", words::WILL_RECORD.of(model.lang));
            lines(&said, model.theme.good())
        }
        Err(wrong) => {
            let untouched = !form.is_touched();
            let obstacle = if untouched {
                form.obstacle(&model.board, model.lang)
            } else {
                Ok(None)
            };
            let ((what, hint), style) = match obstacle {
                Ok(Some(vain)) | Err(vain) => (vain, model.theme.bad()),
                // Nothing typed yet is nothing wrong yet.
                _ if untouched && !form.is_complete() => return lines("", Style::new()),
                _ => (wrong, model.theme.muted()),
            };
            let said = words::failed(&what, hint.as_deref(), model.lang);
            lines(&said, style)
        }
    }
}
