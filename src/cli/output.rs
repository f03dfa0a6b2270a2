//! What goes to standard output: gathered first, printed once, harmless to the terminal.

use crate::text::visible;
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};

/// Text on its way out.
#[derive(Debug, Default)]
pub(super) struct Output {
    text: String,
}

impl Output {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Text that is printed as it is: data that a program reads.
    pub(super) fn raw(text: String) -> Self {
        Self { text }
    }

    /// A line, with everything in it made harmless.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(&visible(line));
        self.text.push('\n');
    }

    /// Lines, each made harmless.
    pub(super) fn text(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    /// A line in a style; the style is left out where the output cannot show it.
    pub(super) fn styled(&mut self, style: anstyle::Style, line: &str) {
        let _ = writeln!(self.text, "{style}{}{style:#}", visible(line));
    }

    /// Prints it beside data, which has standard output to itself.
    pub(super) fn print_beside(self) {
        anstream::eprint!("{}", self.text.trim_start_matches('\n'));
    }

    /// Prints it. A reader that has gone (`duban status | head`) is no error.
    pub(super) fn print(self) -> io::Result<()> {
        let mut out = anstream::stdout().lock();
        match out
            .write_all(self.text.as_bytes())
            .and_then(|()| out.flush())
        {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            done => done,
        }
    }
}
