//! The last touch: what a theme does to every cell.

use super::super::ambiguous::narrow;
use super::super::cells::seen;
use super::super::frame::Frame;
use super::super::theme::{Chrome, Theme};
use ratatui::buffer::Cell;
use ratatui::style::Color;

/// Dresses the cells of a frame: a ground of their own where the theme has one, and characters that
/// take one cell everywhere where the terminal draws others wider than they are counted.
pub(in crate::tui) fn dress(theme: Theme, frame: &mut Frame<'_>) {
    let ground = theme.base();
    let is_ascii = theme.chrome == Chrome::Ascii;
    if ground.bg.is_none() && !is_ascii {
        return;
    }
    for cell in frame.drawn_mut() {
        if is_ascii {
            make_narrow(cell);
        }
        if cell.fg == Color::Reset {
            cell.fg = ground.fg.unwrap_or(Color::Reset);
        }
        if cell.bg == Color::Reset {
            cell.bg = ground.bg.unwrap_or(Color::Reset);
        }
    }
}

fn make_narrow(cell: &mut Cell) {
    let symbol = cell.symbol();
    if symbol.is_ascii() {
        return;
    }
    let (text, address) = seen(symbol);
    if address.is_none() && text.chars().any(|c| narrow(c) != c) {
        let twin: String = text.chars().map(narrow).collect();
        cell.set_symbol(&twin);
    }
}
