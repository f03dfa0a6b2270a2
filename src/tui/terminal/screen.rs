//! The screen: what is shown of it, and what is to be.

use super::super::frame::Frame;
use super::output::Output;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use std::io::{self, Write};

/// A screen, drawn by what changed.
#[derive(Debug)]
pub(in crate::tui) struct Screen<W: Write> {
    output: Output<W>,
    shown: Buffer,
    next: Buffer,
}

impl<W: Write> Screen<W> {
    /// An empty screen of a size, on a terminal that may show anything.
    pub(in crate::tui) fn new(sink: W, size: Size) -> Self {
        let cells = Buffer::empty(Rect::from(size));
        let mut output = Output::new(sink);
        output.clear();
        Self {
            output,
            shown: cells.clone(),
            next: cells,
        }
    }

    /// Draws what `view` draws.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub(in crate::tui) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.next.reset();
        let mut frame = Frame::new(&mut self.next);
        view(&mut frame);
        let caret = frame.caret();
        self.output.change(&self.shown, &self.next)?;
        self.output.place_caret(caret)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.output.flush()
    }

    /// Writes bytes of another kind.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub(in crate::tui) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.output.write(bytes)
    }

    /// The terminal has another size: everything is drawn anew.
    pub(in crate::tui) fn resize(&mut self, size: Size) {
        self.next.resize(Rect::from(size));
        self.shown.resize(Rect::from(size));
        self.clear();
    }

    /// Draws everything anew the next time: somebody else has written to the terminal.
    pub(in crate::tui) fn clear(&mut self) {
        self.output.clear();
        self.shown.reset();
    }

    /// How large it is.
    pub(in crate::tui) fn size(&self) -> Size {
        self.shown.area.as_size()
    }
}
