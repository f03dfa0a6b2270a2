//! From changed cells to bytes: as few as there can be, all of a frame in one write.
//!
//! The library's own terminal compares every cell with the tables of the library for widths, and
//! moves the cursor after every wide character, which triples the bytes of Chinese text.

use super::super::cells::{plain_width, seen};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How a cell looks.
type Style = (Color, Color, Modifier);

/// How a terminal draws where nothing is said.
const PLAIN: Style = (Color::Reset, Color::Reset, Modifier::empty());

/// A terminal as a sink of bytes.
#[derive(Debug)]
pub(super) struct Output<W: Write> {
    sink: W,
    /// What is not written yet.
    pending: Vec<u8>,
    /// Where the terminal's cursor is, as far as it is known.
    at: Option<Position>,
    /// Whether it is shown, as far as it is known.
    is_shown: Option<bool>,
    /// How it draws.
    style: Style,
}

impl<W: Write> Output<W> {
    /// A terminal to write to.
    pub(super) fn new(sink: W) -> Self {
        Self {
            sink,
            pending: Vec::new(),
            at: None,
            is_shown: None,
            style: PLAIN,
        }
    }

    /// Writes bytes of another kind: what they do to the cursor is not known.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.pending.extend_from_slice(bytes);
        self.at = None;
        self.flush()
    }

    /// Empties the terminal, of which nothing is known: somebody else has written to it.
    pub(super) fn clear(&mut self) {
        self.at = None;
        self.is_shown = None;
        self.pending.extend_from_slice(b"\x1b[m\x1b[2J");
    }

    /// Writes what makes the cells that are `shown`, none of them where that is `None`, those of
    /// `wanted`, which has the same size and differs, if at all, from a cell on that `drawn` gives
    /// of each row.
    pub(super) fn change(
        &mut self,
        shown: Option<&Buffer>,
        wanted: &Buffer,
        drawn: &[u16],
    ) -> io::Result<()> {
        let width = usize::from(wanted.area.width).max(1);
        let blank = match shown {
            Some(_) => Vec::new(),
            None => vec![Cell::EMPTY; width],
        };
        let rows = wanted.content.chunks(width).zip(drawn);
        for (y, (wanted, from)) in (0_u16..).zip(rows) {
            let (first, from) = (usize::from(y) * width, usize::from(*from));
            let shown = shown.and_then(|shown| shown.content.get(first..first + width));
            let shown = shown.unwrap_or(&blank);
            let cells = shown.iter().zip(wanted).skip(from);
            let same = from + cells.take_while(|(a, b)| a == b).count();
            if same < width {
                self.change_row(y, same, shown, wanted)?;
            }
        }
        self.dress(PLAIN)
    }

    /// A cell is written where it differs, and where a wide character stood or stands that it was a
    /// part of. The first `same` cells are the same.
    fn change_row(
        &mut self,
        y: u16,
        same: usize,
        shown: &[Cell],
        wanted: &[Cell],
    ) -> io::Result<()> {
        let mut address = None;
        // What differs first may be hidden by the wide character before it.
        let first = same.saturating_sub(1);
        let (mut covered, mut spoilt) = (0, 0);
        for (x, (before, now)) in shown.iter().zip(wanted).enumerate().skip(first) {
            let is_changed = x >= same && before != now;
            let glyph = Glyph::of(now);
            if is_changed || x < spoilt {
                let cells = Glyph::of(before).cells().max(glyph.cells());
                spoilt = spoilt.max(x + cells);
            }
            if x < covered {
                continue;
            }
            covered = x + glyph.cells();
            if is_changed || x < spoilt {
                self.go_to(Position::new(u16::try_from(x).unwrap_or(u16::MAX), y))?;
                if glyph.address != address {
                    address = glyph.address;
                    self.lead_to(address.unwrap_or_default())?;
                }
                self.dress((now.fg, now.bg, now.modifier))?;
                self.put(&glyph);
            }
        }
        if address.is_some() {
            self.lead_to("")?;
        }
        Ok(())
    }

    /// Shows the caret there, or hides it.
    pub(super) fn place_caret(&mut self, caret: Option<Position>) -> io::Result<()> {
        if let Some(place) = caret {
            self.go_to(place)?;
        }
        if self.is_shown != Some(caret.is_some()) {
            self.is_shown = Some(caret.is_some());
            let letter = if caret.is_some() { 'h' } else { 'l' };
            write!(self.pending, "\x1b[?25{letter}")?;
        }
        Ok(())
    }

    fn go_to(&mut self, place: Position) -> io::Result<()> {
        if self.at != Some(place) {
            write!(self.pending, "\x1b[{};{}H", place.y + 1, place.x + 1)?;
            self.at = Some(place);
        }
        Ok(())
    }

    fn dress(&mut self, style: Style) -> io::Result<()> {
        if style != self.style {
            self.style = style;
            set_style(&mut self.pending, style)?;
        }
        Ok(())
    }

    /// What is written from now on is a link to an address; to none where it is empty (OSC 8).
    fn lead_to(&mut self, address: &str) -> io::Result<()> {
        write!(self.pending, "\x1b]8;;{address}\x1b\\")
    }

    fn put(&mut self, glyph: &Glyph<'_>) {
        self.pending.extend_from_slice(glyph.symbol.as_bytes());
        self.at = self.at.filter(|_| glyph.is_certain()).map(|at| Position {
            x: at.x + glyph.width,
            ..at
        });
    }

    /// Writes all that is not written yet.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let written = self.sink.write_all(&self.pending);
        self.pending.clear();
        written.and_then(|()| self.sink.flush())
    }
}

/// What is seen of a cell.
struct Glyph<'a> {
    symbol: &'a str,
    /// The address that it leads to, if it does.
    address: Option<&'a str>,
    /// How many cells it takes by the library's tables.
    width: u16,
}

impl<'a> Glyph<'a> {
    fn of(cell: &'a Cell) -> Self {
        let (symbol, address) = match cell.symbol() {
            symbol if symbol.len() == 1 => (symbol, None),
            symbol => seen(symbol),
        };
        let width = plain(symbol).or_else(|| u16::try_from(symbol.width()).ok());
        Self {
            symbol,
            address,
            width: width.unwrap_or(u16::MAX),
        }
    }

    /// How many cells of a screen it takes; one at least.
    fn cells(&self) -> usize {
        self.width.max(1).into()
    }

    /// Whether terminals agree on how many it takes: on ASCII and single characters that are not of
    /// ambiguous width.
    fn is_certain(&self) -> bool {
        let mut chars = self.symbol.chars();
        match (chars.next(), chars.next()) {
            (Some(' '..='~'), None) => true,
            (Some(first), None) if plain_width(first) == Some(2) => true,
            (_, None) => self.symbol.width_cjk() == usize::from(self.width),
            _ => false,
        }
    }
}

/// The width of a single character that needs no tables.
fn plain(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    let first = chars.next().filter(|_| chars.next().is_none())?;
    plain_width(first)
}

/// Sets a style in one sequence (ECMA-48, select graphic rendition).
fn set_style(out: &mut Vec<u8>, (fg, bg, modifier): Style) -> io::Result<()> {
    if (fg, bg, modifier) == PLAIN {
        out.extend_from_slice(b"\x1b[m");
        return Ok(());
    }
    out.extend_from_slice(b"\x1b[0");
    for (flag, code) in [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
        (Modifier::CROSSED_OUT, 9),
    ] {
        if modifier.contains(flag) {
            write!(out, ";{code}")?;
        }
    }
    set_colour(out, fg, 30)?;
    set_colour(out, bg, 40)?;
    out.push(b'm');
    Ok(())
}

/// Sets a colour: of the foreground with the codes from 30 on, of the background from 40 on.
fn set_colour(out: &mut Vec<u8>, colour: Color, from: u8) -> io::Result<()> {
    let code = match colour {
        Color::Reset => return Ok(()),
        Color::Indexed(index) => return write!(out, ";{};5;{index}", from + 8),
        Color::Rgb(r, g, b) => return write!(out, ";{};2;{r};{g};{b}", from + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    write!(out, ";{}", from + code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    fn cell(symbol: &str, fg: Color, modifier: Modifier) -> Cell {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol);
        (cell.fg, cell.modifier) = (fg, modifier);
        cell
    }

    fn plain(symbol: &str) -> Cell {
        cell(symbol, Color::Reset, Modifier::empty())
    }

    const SIZE: Rect = Rect::new(0, 0, 12, 3);

    fn with(cells: &[(u16, u16, Cell)]) -> Buffer {
        let mut buffer = Buffer::empty(SIZE);
        for (x, y, cell) in cells {
            buffer[(*x, *y)] = cell.clone();
        }
        buffer
    }

    fn bytes(shown: Option<&Buffer>, wanted: &Buffer) -> Vec<u8> {
        let mut output = Output::new(Vec::new());
        let drawn = [0; SIZE.height as usize];
        output.change(shown, wanted, &drawn).expect("drawn");
        output.flush().expect("flushed");
        output.sink
    }

    /// What drawing these cells on an empty screen writes.
    fn written(cells: &[(u16, u16, Cell)]) -> String {
        let bytes = bytes(None, &with(cells));
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn the_cursor_is_not_moved_after_a_wide_character() {
        let cells = [
            (3, 1, plain("核")),
            (5, 1, plain("酸")),
            (7, 1, plain("a")),
            (0, 2, plain("b")),
        ];
        assert_eq!(written(&cells), "\x1b[2;4H核酸a\x1b[3;1Hb");
    }

    #[test]
    fn the_cursor_is_moved_after_a_character_of_uncertain_width() {
        let cells = [(0, 0, plain("\u{2026}")), (1, 0, plain("a"))];
        assert_eq!(written(&cells), "\x1b[1;1H\u{2026}\x1b[1;2Ha");
    }

    #[test]
    fn a_style_is_set_once_and_taken_back_at_the_end() {
        let bold = Modifier::BOLD;
        let cells = [
            (0, 0, cell("a", Color::Indexed(80), bold)),
            (1, 0, cell("b", Color::Indexed(80), bold)),
            (2, 0, plain("c")),
            (3, 0, cell("d", Color::LightRed, Modifier::empty())),
        ];
        let expected = "\x1b[1;1H\x1b[0;1;38;5;80mab\x1b[mc\x1b[0;91md\x1b[m";
        assert_eq!(written(&cells), expected);
    }

    #[test]
    fn a_link_begins_and_ends_once() {
        let linked = plain("\x1b]8;;https://example.org\x1b\\a");
        let cells = [(0, 0, linked.clone()), (1, 0, linked), (2, 0, plain("b"))];
        let expected = "\x1b[1;1H\x1b]8;;https://example.org\x1b\\aa\x1b]8;;\x1b\\b";
        assert_eq!(written(&cells), expected);
    }

    #[test]
    fn what_is_so_already_is_not_said_again() {
        let mut output = Output::new(Vec::new());
        for _ in 0..3 {
            output.place_caret(None).expect("hidden");
            output.flush().expect("flushed");
        }
        assert_eq!(output.sink, b"\x1b[?25l");
        let some = with(&[(3, 1, plain("核"))]);
        assert_eq!(bytes(Some(&some), &some), b"");
    }

    /// A screen with pieces of text here and there.
    fn screens() -> impl Strategy<Value = Buffer> {
        let piece = (
            "[a-z 核酸检测，é─⣿]{0,6}",
            0..SIZE.width,
            0..SIZE.height,
            any::<bool>(),
        );
        prop::collection::vec(piece, 0..6).prop_map(|pieces| {
            let mut buffer = Buffer::empty(SIZE);
            for (text, x, y, bold) in pieces {
                let style = if bold {
                    ratatui::style::Style::new().bold()
                } else {
                    ratatui::style::Style::new()
                };
                let row = Rect::new(0, y, SIZE.width, 1);
                // A text of its own from a cell on; what it cuts in half goes.
                let line = format!("{}{text}", " ".repeat(x.into()));
                let line = ratatui::text::Line::styled(line, style);
                super::super::super::cells::draw_line(&line, row, &mut buffer);
            }
            buffer
        })
    }

    fn terminal() -> vt100::Parser {
        let (rows, columns) = (SIZE.height.try_into(), SIZE.width.try_into());
        vt100::Parser::new(rows.expect("rows"), columns.expect("columns"), 0)
    }

    /// What is in each cell of a terminal, and whether it is bold.
    fn cells(terminal: &vt100::Parser) -> Vec<(String, bool)> {
        let places = (0..SIZE.height).flat_map(|y| (0..SIZE.width).map(move |x| (y, x)));
        let cells = places.filter_map(|(y, x)| terminal.screen().cell(y, x));
        let text = |cell: &vt100::Cell| match cell.contents() {
            "" if !cell.is_wide_continuation() => " ".to_owned(),
            text => text.to_owned(),
        };
        cells.map(|cell| (text(cell), cell.bold())).collect()
    }

    proptest! {
        #[test]
        fn a_terminal_shows_the_same_whether_changed_or_drawn_anew(
            screens in prop::collection::vec(screens(), 1..5),
        ) {
            let mut changed = terminal();
            let mut shown = None;
            for screen in screens {
                changed.process(&bytes(shown.as_ref(), &screen));
                let mut anew = terminal();
                anew.process(&bytes(None, &screen));
                prop_assert_eq!(cells(&changed), cells(&anew));
                shown = Some(screen);
            }
        }
    }
}
