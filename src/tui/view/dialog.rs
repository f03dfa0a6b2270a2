//! Dialogs: every one says what it will write.

use super::super::cells::draw_line;
use super::super::field::Field;
use super::super::form::Form;
use super::super::layout::dialog;
use super::super::model::Model;
use super::super::wrap::{cut, wrap};
use super::hints::Hints;
use super::{line_of, put};
use crate::keymap::{self, Layer};
use crate::text::{screen as words, visible};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};
use unicode_width::UnicodeWidthStr;

/// How wide a dialog is where there is room.
const WIDTH: u16 = 66;

/// Clears an area and draws a frame with a title around it.
pub(super) fn frame_of(model: &Model, area: Rect, title: &str, frame: &mut Frame<'_>) {
    let block = Block::bordered()
        .border_set(model.theme.border())
        .border_style(model.theme.frame(true))
        .title(format!(" {} ", visible(title)))
        .title_style(model.theme.title());
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

/// The inside of a frame, with a cell of air at each side.
pub(super) fn inner(area: Rect) -> Rect {
    let width = area.width.saturating_sub(4);
    let height = area.height.saturating_sub(2);
    Rect::new(
        area.x + 2.min(area.width),
        area.y + 1.min(area.height),
        width,
        height,
    )
}

pub(super) fn confirm(model: &Model, question: &str, frame: &mut Frame<'_>) {
    let width = WIDTH.min(frame.area().width);
    let lines = wrap(&visible(question), usize::from(width.saturating_sub(4)));
    let height = u16::try_from(lines.len()).unwrap_or(1) + 4;
    let area = dialog(frame.area(), width, height);
    frame_of(model, area, "?", frame);
    let inner = inner(area);
    let count = lines.len();
    for (n, line) in lines.iter().enumerate() {
        put(frame, line_of(inner, n), line, Style::new());
    }
    let keys = keymap::bindings_over(Layer::Question);
    let keys = Hints::of(keys, 1, inner.width, model.lang);
    keys.draw(model.theme, line_of(inner, count + 1), frame);
}

pub(super) fn form(model: &Model, form: &Form, wrong: Option<&str>, frame: &mut Frame<'_>) {
    let width = WIDTH.min(frame.area().width);
    let foot = foot(model, form, wrong, usize::from(width.saturating_sub(4)));
    let height = u16::try_from(form.fields.len() + foot.len()).unwrap_or(8) + 4;
    let area = dialog(frame.area(), width, height);
    let subject = form.topic.subject(&model.board);
    let title = words::form_title(form.topic.title(), &subject, model.lang);
    frame_of(model, area, &title, frame);
    let inner = inner(area);
    let fields = form.fields.iter();
    let labels = fields.map(|field| field.label.of(model.lang).width()).max();
    for (n, field) in form.fields.iter().enumerate() {
        let focused = n == form.focus;
        self::field(
            model,
            field,
            labels.unwrap_or(0),
            focused,
            line_of(inner, n),
            frame,
        );
    }
    // The keys keep their line where there is little room; the foot gives way.
    let keys_at = inner.height.saturating_sub(1);
    let start = form.fields.len() + 1;
    let room = usize::from(keys_at).saturating_sub(start);
    for (n, (line, style)) in foot.iter().take(room).enumerate() {
        let is_cut = n + 1 == room && foot.len() > room;
        let line = if is_cut {
            format!("{line}..")
        } else {
            line.clone()
        };
        put(frame, line_of(inner, start + n), &line, *style);
    }
    let keys = Hints::of(
        keymap::bindings_over(Layer::Form),
        1,
        inner.width,
        model.lang,
    );
    keys.draw(model.theme, line_of(inner, keys_at.into()), frame);
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
        // Nothing typed yet is nothing wrong yet, unless it is in vain.
        Err(_)
            if form
                .fields
                .iter()
                .all(|field| field.is_empty() || field.is_untouched()) =>
        {
            match form.obstacle(&model.board, model.lang) {
                Ok(None) => lines("", Style::new()),
                Ok(Some((what, hint))) | Err((what, hint)) => {
                    let said = words::failed(&what, hint.as_deref(), model.lang);
                    lines(&said, model.theme.bad())
                }
            }
        }
        Err((what, hint)) => {
            let said = words::failed(&what, hint.as_deref(), model.lang);
            lines(&said, model.theme.muted())
        }
    }
}

/// One field: label, text, and the caret where an input method needs it.
pub(super) fn field(
    model: &Model,
    field: &Field,
    labels: usize,
    focused: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    if area.is_empty() {
        return;
    }
    let theme = model.theme;
    draw_field(theme, model.lang, field, labels, focused, area, frame);
}

/// One field, for the dialogs and the first run.
pub(super) fn draw_field(
    theme: super::super::theme::Theme,
    lang: crate::text::Lang,
    field: &Field,
    labels: usize,
    focused: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    if !field.choices.is_empty() {
        draw_choice(theme, lang, field, labels, focused, area, frame);
        return;
    }
    let label = field.label.of(lang);
    let gap = labels.saturating_sub(label.width()) + 2;
    let room = usize::from(area.width).saturating_sub(label.width() + gap + 2);
    let (shown, caret) = shown(field, focused, room);
    let style = if focused { theme.key() } else { theme.muted() };
    let empty = field.empty.map_or("", |empty| empty.of(lang));
    let shown = if shown.is_empty() {
        Span::styled(empty.to_owned(), theme.muted())
    } else if focused && field.is_untouched() {
        Span::styled(shown, theme.chosen())
    } else {
        Span::raw(shown)
    };
    let mark = if focused { "> " } else { "  " };
    let line = Line::from(vec![
        Span::styled(label.to_owned(), style),
        Span::raw(" ".repeat(gap)),
        Span::styled(mark, style),
        shown,
    ]);
    draw_line(&line, area, frame.buffer_mut());
    if focused {
        let x = label.width() + gap + mark.len() + caret;
        let x = area.x + u16::try_from(x).unwrap_or(0);
        frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
    }
}

/// The part of a field's text that is shown, and the caret's cell in it: where nothing is being
/// typed, a long text is shown from its beginning.
fn shown(field: &Field, focused: bool, room: usize) -> (String, usize) {
    let text = field.text();
    let typing = focused && !field.is_untouched();
    if typing || text.width() < room {
        return field.window(room);
    }
    (cut(&text, room), 0)
}

/// A field in which one of a few things is chosen: the chosen one stands in brackets.
fn draw_choice(
    theme: super::super::theme::Theme,
    lang: crate::text::Lang,
    field: &Field,
    labels: usize,
    focused: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let label = field.label.of(lang);
    let gap = labels.saturating_sub(label.width()) + 2;
    let style = if focused { theme.key() } else { theme.muted() };
    let mark = if focused { "> " } else { "  " };
    let mut spans = vec![
        Span::styled(label.to_owned(), style),
        Span::raw(" ".repeat(gap)),
        Span::styled(mark, style),
    ];
    for (n, choice) in field.choices.iter().enumerate() {
        spans.push(if n == field.chosen {
            Span::styled(format!("[{choice}] "), theme.heading())
        } else {
            Span::styled(format!(" {choice}  "), theme.muted())
        });
    }
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}
