//! Text into cells. Nearly all of what is shown is ASCII or Chinese, which needs no tables to be
//! taken apart and measured; everything else goes the library's way.

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use std::num::NonZeroU16;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a character takes that stands by itself: ASCII, lines, braille, Chinese
/// characters and punctuation, full-width forms. `None` for others, which may belong to what stands
/// before them.
pub(super) fn plain_width(c: char) -> Option<u16> {
    match c {
        ' '..='~' | '\u{2500}'..='\u{257f}' | '\u{2800}'..='\u{28ff}' => Some(1),
        '\u{3000}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

/// The characters of a text as a reader sees them, each with the cells it takes.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = text;
    let mut chars = text.chars().map(measured);
    let mut ahead = chars.next();
    std::iter::from_fn(move || {
        let (length, width) = ahead?;
        // What needs no tables belongs to nothing before it.
        let next = chars.next();
        let is_alone = next.is_none_or(|(_, width)| width.is_some());
        if let Some(width) = width.filter(|_| is_alone) {
            let (cluster, after) = rest.split_at_checked(length)?;
            (rest, ahead) = (after, next);
            return Some((cluster, width.into()));
        }
        let cluster = rest.graphemes(true).next()?;
        rest = rest.get(cluster.len()..)?;
        chars = rest.chars().map(measured);
        ahead = chars.next();
        Some((cluster, cluster.width()))
    })
}

/// The bytes of a character, and the cells where these need no tables.
fn measured(c: char) -> (usize, Option<u16>) {
    (c.len_utf8(), plain_width(c))
}

/// Draws a line into the first row of an area.
pub(super) fn draw_line(line: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    let mut pen = Pen::new(line.style, area, buffer);
    for span in &line.spans {
        pen.write(&span.content, span.style);
    }
}

/// Writes texts one after the other into the first row of an area, as much of them as fits.
pub(super) struct Pen<'b> {
    style: Style,
    left: Rect,
    buffer: &'b mut Buffer,
}

impl<'b> Pen<'b> {
    /// At the beginning of a row in a style.
    pub(super) fn new(style: Style, area: Rect, buffer: &'b mut Buffer) -> Self {
        let left = Rect { height: 1, ..area }.intersection(buffer.area);
        if style != Style::new() {
            buffer.set_style(left, style);
        }
        Self {
            style,
            left,
            buffer,
        }
    }

    /// How many cells are left.
    pub(super) fn room(&self) -> usize {
        self.left.width.into()
    }

    /// Writes a text, in a style over that of the row.
    pub(super) fn write(&mut self, text: &str, style: Style) {
        let style = self.style.patch(style);
        let used = draw_text(text, style, self.left, self.buffer);
        self.go(used);
    }

    /// Leaves cells as they are.
    pub(super) fn skip(&mut self, cells: usize) {
        self.go(u16::try_from(cells).unwrap_or(u16::MAX));
    }

    fn go(&mut self, cells: u16) {
        let cells = cells.min(self.left.width);
        self.left.x += cells;
        self.left.width -= cells;
    }
}

/// Draws a text at the beginning of a row, as much of it as fits; how many cells are used up: all
/// where it does not fit.
fn draw_text(text: &str, style: Style, row: Rect, buffer: &mut Buffer) -> u16 {
    if row.is_empty() {
        return 0;
    }
    // What comes after that does not fit, whatever it is.
    let mut seen = text.chars().take(usize::from(row.width) + 1);
    if seen.any(|c| plain_width(c).is_none()) {
        return draw_by_library(text, style, row, buffer);
    }
    let first = buffer.index_of(row.x, row.y);
    let cells = buffer
        .content
        .get_mut(first..first + usize::from(row.width));
    let mut left = cells.unwrap_or_default();
    for c in text.chars() {
        let width = plain_width(c).unwrap_or(1);
        let Some((taken, rest)) = left.split_at_mut_checked(width.into()) else {
            return row.width;
        };
        if let [cell, hidden @ ..] = taken {
            put(cell, c, style);
            hidden.iter_mut().for_each(Cell::reset);
        }
        left = rest;
    }
    row.width - u16::try_from(left.len()).unwrap_or(0)
}

fn put(cell: &mut Cell, c: char, style: Style) {
    if c != ' ' || cell.symbol() != " " {
        cell.set_char(c);
    }
    cell.set_style(style);
}

fn draw_by_library(text: &str, style: Style, row: Rect, buffer: &mut Buffer) -> u16 {
    let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
    if width > 0 {
        Span::styled(text, style).render(row, buffer);
    }
    width.min(row.width)
}

/// What begins a link in a cell's symbol (OSC 8); the address follows, and then [`END`].
const LINK: &str = "\x1b]8;;";
/// What ends the address.
const END: &str = "\x1b\\";

/// Makes the cells of an area a link to an address, which must be ASCII without control characters.
pub(super) fn link(address: &str, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        let Some(cell) = buffer.cell_mut(position) else {
            continue;
        };
        let width = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        let symbol = format!("{LINK}{address}{END}{}", cell.symbol());
        cell.set_symbol(&symbol);
        let width = NonZeroU16::new(width).unwrap_or(NonZeroU16::MIN);
        cell.set_diff_option(CellDiffOption::ForcedWidth(width));
    }
}

/// A cell's symbol as what is seen of it, and the address it leads to, if it does.
pub(super) fn seen(symbol: &str) -> (&str, Option<&str>) {
    let linked = symbol.strip_prefix(LINK);
    match linked.and_then(|linked| linked.split_once(END)) {
        Some((address, text)) => (text, Some(address)),
        None => (symbol, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A line as the library draws it.
    fn by_the_library(line: &Line<'_>, area: Rect) -> Buffer {
        let mut buffer = Buffer::empty(area);
        line.render(area, &mut buffer);
        buffer
    }

    #[test]
    fn a_wide_character_that_does_not_fit_is_left_out_whole() {
        let area = Rect::new(0, 0, 5, 1);
        let mut buffer = Buffer::empty(area);
        draw_line(&Line::raw("核酸检测"), area, &mut buffer);
        assert_eq!(buffer, Buffer::with_lines(["核酸 "]));
    }

    #[test]
    fn a_link_is_in_every_cell_that_it_covers_and_is_not_seen() {
        let area = Rect::new(0, 0, 6, 1);
        let mut buffer = Buffer::empty(area);
        draw_line(&Line::raw("a核b"), area, &mut buffer);
        link("https://example.org/a", Rect::new(1, 0, 3, 1), &mut buffer);
        let at = |x| seen(buffer[(x, 0)].symbol());
        assert_eq!(at(0), ("a", None));
        assert_eq!(at(1), ("核", Some("https://example.org/a")));
        assert_eq!(at(3), ("b", Some("https://example.org/a")));
        assert_eq!(at(4), (" ", None));
    }

    proptest! {
        #[test]
        fn lines_are_drawn_as_the_library_draws_them(
            texts in prop::collection::vec("[a-z ，。核酸检测é…①👍🏽e\u{301}─⣿]{0,8}", 0..4),
            width in 1_u16..30,
        ) {
            let bold = Style::new().bold();
            let spans = texts.iter().enumerate();
            let spans = spans.map(|(n, text)| {
                Span::styled(text.as_str(), if n % 2 == 0 { bold } else { Style::new() })
            });
            let line = Line::from(spans.collect::<Vec<_>>()).style(Style::new().reversed());
            let area = Rect::new(0, 0, width, 1);
            let mut drawn = Buffer::empty(area);
            draw_line(&line, area, &mut drawn);
            let expected = by_the_library(&line, area);
            for x in 0..width {
                let (ours, theirs) = (&drawn[(x, 0)], &expected[(x, 0)]);
                prop_assert_eq!(ours.symbol(), theirs.symbol(), "{:?} at {}", texts, x);
            }
        }

        #[test]
        fn clusters_are_those_of_the_library(text in "[a-z ，。核酸检测é…①👍🏽e\u{301}─⣿]{0,20}") {
            let ours: Vec<&str> = clusters(&text).map(|(cluster, _)| cluster).collect();
            prop_assert_eq!(ours, text.graphemes(true).collect::<Vec<_>>());
        }
    }
}
