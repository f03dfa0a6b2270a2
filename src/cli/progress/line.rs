//! The line of the terminal that the bar is drawn on.

use indicatif::TermLike;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::sync::{Mutex, PoisonError};

/// How wide a terminal is taken to be that does not say.
const WIDTH: u16 = 80;

/// Standard error. The cursor waits at the beginning of the line: a `^C` that the terminal puts there
/// stands on the bar, and is taken away with it.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What was written since it was shown last.
    drawn: Mutex<String>,
}

impl Line {
    fn put(&self, words: std::fmt::Arguments<'_>) -> io::Result<()> {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.write_fmt(words).map_err(io::Error::other)
    }

    fn turn(&self, cells: usize, to: char) -> io::Result<()> {
        if cells == 0 {
            return Ok(());
        }
        self.put(format_args!("\x1b[{cells}{to}"))
    }
}

impl TermLike for Line {
    fn width(&self) -> u16 {
        let size = crossterm::terminal::size().ok();
        size.map(|(width, _)| width)
            .filter(|width| *width > 0)
            .unwrap_or(WIDTH)
    }

    fn move_cursor_up(&self, lines: usize) -> io::Result<()> {
        self.turn(lines, 'A')
    }

    fn move_cursor_down(&self, lines: usize) -> io::Result<()> {
        self.turn(lines, 'B')
    }

    fn move_cursor_right(&self, cells: usize) -> io::Result<()> {
        self.turn(cells, 'C')
    }

    fn move_cursor_left(&self, cells: usize) -> io::Result<()> {
        self.turn(cells, 'D')
    }

    fn write_line(&self, line: &str) -> io::Result<()> {
        self.put(format_args!("{line}\n"))
    }

    fn write_str(&self, words: &str) -> io::Result<()> {
        self.put(format_args!("{words}"))
    }

    fn clear_line(&self) -> io::Result<()> {
        self.put(format_args!("\r\x1b[2K"))
    }

    fn flush(&self) -> io::Result<()> {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        // In one go: a `^C` may come at any moment.
        drawn.push('\r');
        io::stderr().write_all(std::mem::take(&mut *drawn).as_bytes())
    }
}
