//! One field: its label, what stands in it, and the caret where an input method needs it.

use super::super::cells::draw_line;
use super::super::field::Field;
use super::super::frame::Frame;
use super::super::theme::Theme;
use super::super::wrap::cut;
use crate::text::Lang;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many cells stand between the labels and the texts, the mark of the focused field among them.
const GAP: usize = 4;

/// Where the texts begin beside labels of so many cells.
pub(in crate::tui) fn indent(labels: usize) -> usize {
    labels + GAP
}

/// How many cells a text has beside its label.
pub(in crate::tui) fn room(labels: usize, area: Rect) -> usize {
    usize::from(area.width).saturating_sub(indent(labels))
}

/// Draws a field, for the dialogs and the first run.
pub(super) fn draw_field(
    theme: Theme,
    lang: Lang,
    field: &Field,
    labels: usize,
    focused: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    if area.is_empty() {
        return;
    }
    let label = field.label.of(lang);
    let style = if focused { theme.key() } else { theme.muted() };
    let gap = labels.saturating_sub(label.width()) + GAP - 2;
    let mut spans = vec![
        Span::styled(label, style),
        Span::raw(" ".repeat(gap)),
        Span::styled(if focused { "> " } else { "  " }, style),
    ];
    let room = room(labels, area);
    if field.choices().is_empty() {
        spans.push(text(theme, lang, field, focused, room));
    } else {
        spans.extend(choices(theme, field, room));
    }
    draw_line(&Line::from(spans), area, frame.buffer_mut());
    if focused && field.choices().is_empty() {
        let caret = indent(labels) + field.shown(true, room).caret;
        let x = area
            .x
            .saturating_add(u16::try_from(caret).unwrap_or(u16::MAX));
        frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
    }
}

/// What stands in a field: reversed where typing replaces it.
fn text(theme: Theme, lang: Lang, field: &Field, focused: bool, room: usize) -> Span<'_> {
    let shown = field.shown(focused, room).text;
    if shown.is_empty() {
        let empty = field.empty.map_or("", |empty| empty.of(lang));
        Span::styled(empty, theme.muted())
    } else if focused && field.is_selected() {
        Span::styled(shown, theme.chosen())
    } else {
        Span::raw(shown)
    }
}

/// The part of the line of a field that is free to the right of its text.
pub(super) fn beside(field: &Field, labels: usize, lang: Lang, area: Rect) -> Rect {
    let empty = field.empty.map_or(0, |empty| empty.of(lang).width());
    let text = field.text().width().max(empty);
    // A day is written in ten cells, and a caret may follow it.
    let used = indent(labels) + text.max(10) + 3;
    let used = u16::try_from(used).unwrap_or(u16::MAX).min(area.width);
    Rect {
        x: area.x + used,
        width: area.width - used,
        ..area
    }
}

/// The choices that have room, with the cells that each takes; the chosen one is among them.
pub(in crate::tui) fn choices_in(field: &Field, room: usize) -> Vec<(usize, Range<usize>)> {
    let widths: Vec<usize> = field.choices().iter().map(|c| c.width() + 3).collect();
    let chosen = field.chosen();
    let mut first = 0;
    while first < chosen && widths.iter().take(chosen + 1).skip(first).sum::<usize>() > room {
        first += 1;
    }
    let mut start = 0;
    let cells = widths
        .into_iter()
        .enumerate()
        .skip(first)
        .map(|(n, width)| {
            let cells = start..start + width;
            start = cells.end;
            (n, cells)
        });
    cells.take_while(|(_, cells)| cells.start < room).collect()
}

/// Things of which one is chosen: that stands in brackets.
fn choices(theme: Theme, field: &Field, room: usize) -> Vec<Span<'static>> {
    let shown = choices_in(field, room).into_iter();
    shown
        .filter_map(|(n, cells)| {
            let choice = field.choices().get(n)?;
            let (text, style) = if n == field.chosen() {
                (format!("[{choice}] "), theme.heading())
            } else {
                (format!(" {choice}  "), theme.muted())
            };
            Some(Span::styled(cut(&text, room - cells.start), style))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Phrase;

    #[test]
    fn of_many_choices_the_chosen_one_is_in_sight() {
        let choices = ["春季开学日", "秋季开学日", "考试周"].map(str::to_owned);
        let mut field = Field::choice(Phrase::new("起算日", "from"), choices.to_vec());
        let shown = |field: &Field, room| -> Vec<usize> {
            choices_in(field, room)
                .into_iter()
                .map(|(n, _)| n)
                .collect()
        };
        assert_eq!(shown(&field, 40), [0, 1, 2]);
        assert_eq!(shown(&field, 20), [0, 1]);
        field.choose(2);
        assert_eq!(shown(&field, 20), [2]);
        assert_eq!(
            choices_in(&field, 40),
            [(0, 0..13), (1, 13..26), (2, 26..35)]
        );
    }
}
