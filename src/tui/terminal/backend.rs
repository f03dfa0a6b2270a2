//! From changed cells to bytes: as few as there can be, all of a frame in one write.
//!
//! The library's own backend moves the cursor after every wide character, which triples the bytes
//! of Chinese text.

use super::super::cells::seen;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType as Kind};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How a cell looks.
type Style = (Color, Color, Modifier);

/// How a terminal draws where nothing is said.
const PLAIN: Style = (Color::Reset, Color::Reset, Modifier::empty());

/// A terminal as a sink of bytes.
#[derive(Debug)]
pub(in crate::tui) struct Output<W: Write> {
    sink: W,
    /// What is not written yet.
    pending: Vec<u8>,
    /// Where the terminal's cursor is, as far as it is known.
    at: Option<Position>,
    /// Whether it is shown, as far as it is known.
    is_shown: Option<bool>,
    size: Size,
}

impl<W: Write> Output<W> {
    /// A terminal of a size, and a place to write to.
    pub(in crate::tui) fn new(sink: W, size: Size) -> Self {
        Self {
            size,
            sink,
            pending: Vec::new(),
            at: None,
            is_shown: None,
        }
    }

    /// The terminal has another size.
    pub(in crate::tui) fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// Writes bytes of another kind: what they do to the cursor is not known.
    pub(in crate::tui) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.pending.extend_from_slice(bytes);
        self.forget();
        self.flush()
    }

    /// Forgets what is known of the terminal: somebody else has written to it.
    pub(in crate::tui) fn forget(&mut self) {
        self.at = None;
        self.is_shown = None;
    }

    fn go_to(&mut self, place: Position) -> io::Result<()> {
        if self.at != Some(place) {
            queue!(self.pending, MoveTo(place.x, place.y))?;
            self.at = Some(place);
        }
        Ok(())
    }

    /// What is written from now on is a link to an address; to none where it is empty (OSC 8).
    fn lead_to(&mut self, address: &str) -> io::Result<()> {
        write!(self.pending, "\x1b]8;;{address}\x1b\\")
    }

    fn put(&mut self, symbol: &str) {
        self.pending.extend_from_slice(symbol.as_bytes());
        let width = certain_width(symbol);
        self.at = self.at.zip(width).map(|(at, width)| Position {
            x: at.x + width,
            ..at
        });
    }
}

/// How many cells a symbol takes, where terminals agree on it: ASCII and single characters that
/// are not of ambiguous width.
fn certain_width(symbol: &str) -> Option<u16> {
    if symbol.len() == 1 {
        return Some(1);
    }
    let is_one = symbol.chars().nth(1).is_none();
    let width = symbol.width();
    let is_certain = is_one && width == symbol.width_cjk();
    u16::try_from(width).ok().filter(|_| is_certain)
}

impl<W: Write> Backend for Output<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut style = PLAIN;
        let mut address = None;
        for (x, y, cell) in content {
            let (symbol, leads_to) = seen(cell.symbol());
            self.go_to(Position { x, y })?;
            if leads_to != address {
                address = leads_to;
                self.lead_to(address.unwrap_or_default())?;
            }
            let wanted = (cell.fg, cell.bg, cell.modifier);
            if wanted != style {
                style = wanted;
                set_style(&mut self.pending, style)?;
            }
            self.put(symbol);
        }
        if address.is_some() {
            self.lead_to("")?;
        }
        if style != PLAIN {
            self.pending.extend_from_slice(b"\x1b[m");
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.is_shown != Some(false) {
            queue!(self.pending, Hide)?;
            self.is_shown = Some(false);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.is_shown != Some(true) {
            queue!(self.pending, Show)?;
            self.is_shown = Some(true);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.at.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.go_to(position.into())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        let kind = match kind {
            ClearType::All => Kind::All,
            ClearType::AfterCursor => Kind::FromCursorDown,
            ClearType::BeforeCursor => Kind::FromCursorUp,
            ClearType::CurrentLine => Kind::CurrentLine,
            ClearType::UntilNewLine => Kind::UntilNewLine,
        };
        queue!(self.pending, Clear(kind))
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let written = self.sink.write_all(&self.pending);
        self.pending.clear();
        written.and_then(|()| self.sink.flush())
    }
}

/// Sets a style in one sequence (ECMA-48, select graphic rendition).
fn set_style(out: &mut Vec<u8>, (fg, bg, modifier): Style) -> io::Result<()> {
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

    fn cell(symbol: &str, fg: Color, modifier: Modifier) -> Cell {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol);
        (cell.fg, cell.modifier) = (fg, modifier);
        cell
    }

    /// What drawing these cells writes.
    fn written(cells: &[(u16, u16, Cell)]) -> String {
        let mut output = Output::new(Vec::new(), Size::new(80, 24));
        let content = cells.iter().map(|(x, y, cell)| (*x, *y, cell));
        output.draw(content).expect("drawn");
        output.flush().expect("flushed");
        String::from_utf8(output.sink).expect("UTF-8")
    }

    fn plain(symbol: &str) -> Cell {
        cell(symbol, Color::Reset, Modifier::empty())
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
        let expected = "\x1b[1;1H\x1b[0;1;38;5;80mab\x1b[0mc\x1b[0;91md\x1b[m";
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
        let mut output = Output::new(Vec::new(), Size::new(80, 24));
        for _ in 0..3 {
            output.hide_cursor().expect("hidden");
            output.flush().expect("flushed");
        }
        assert_eq!(output.sink, b"\x1b[?25l");
    }
}
