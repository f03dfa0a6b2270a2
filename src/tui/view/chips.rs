//! Chips: what the checklist is narrowed to, each to be clicked away, and how much that leaves.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::model::Model;
use super::super::wrap::cut;
use crate::find::Filter;
use crate::keymap::Context;
use crate::text::{screen::find as words, visible};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many cells a chip's name takes at most.
const NAME: usize = 18;

/// A chip, and the cells it takes.
struct Chip {
    filter: Filter,
    text: String,
    cells: Range<usize>,
}

/// The chips that fit beside how much is left, and what stands after them.
fn chips(model: &Model) -> (Vec<Chip>, String) {
    let premises = model.board.premises();
    let left = words::left(model.tree.items.len(), model.lang);
    let count = model.filters.iter().count();
    let mut chips: Vec<Chip> = Vec::new();
    let mut start = 0;
    for filter in model.filters.iter() {
        let name = words::filter(filter, &premises, model.lang);
        let text = format!("[{} x]", cut(&visible(&name), NAME));
        let cells = start..start + text.width();
        // Those that do not fit are counted: `+2`.
        let more = if chips.len() + 1 < count { 4 } else { 0 };
        if cells.end + 1 + more + left.width() > model.size.0.into() {
            break;
        }
        start = cells.end + 1;
        chips.push(Chip {
            filter: filter.clone(),
            text,
            cells,
        });
    }
    let after = match count - chips.len() {
        0 => left,
        more => format!("+{more} {left}"),
    };
    (chips, after)
}

/// The filter whose chip is at a place.
pub(in crate::tui) fn chip_at(model: &Model, at: Position) -> Option<Filter> {
    let area = model.areas().chips;
    if model.context != Context::Checklist || model.reading || !area.contains(at) {
        return None;
    }
    let column = usize::from(at.x - area.x);
    let (chips, _) = chips(model);
    let chip = chips.into_iter().find(|chip| chip.cells.contains(&column));
    chip.map(|chip| chip.filter)
}

pub(super) fn view(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    if model.filters.is_empty() {
        return;
    }
    let (chips, after) = chips(model);
    let mut spans = Vec::new();
    for chip in chips {
        spans.push(Span::styled(chip.text, model.theme.chip()));
        spans.push(Span::raw(" "));
    }
    spans.push(Span::styled(after, model.theme.heading()));
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}
