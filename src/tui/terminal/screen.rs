//! The screen: what is shown of it, and what is to be.

use super::super::frame::{Canvas, Frame};
use super::super::scene::Scene;
use super::super::shelf::Shelf;
use super::output::Output;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use std::io::{self, Write};

/// A screen, drawn by what changed.
#[derive(Debug)]
pub(in crate::tui) struct Screen<W: Write> {
    output: Output<W>,
    /// What the terminal shows; `None` where it shows nothing.
    shown: Option<Buffer>,
    canvas: Canvas,
}

impl<W: Write> Screen<W> {
    /// An empty screen of a size, on a terminal that may show anything.
    pub(in crate::tui) fn new(sink: W, size: Size) -> Self {
        let mut output = Output::new(sink);
        output.clear();
        Self {
            output,
            shown: None,
            canvas: Canvas::new(size),
        }
    }

    /// Draws what `view` draws of a scene, of none where it is drawn as a whole.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub(in crate::tui) fn draw(
        &mut self,
        scene: Option<Scene>,
        view: impl Fn(&mut Frame<'_>),
    ) -> io::Result<()> {
        let caret = self.canvas.draw(scene, view);
        let (cells, drawn) = (self.canvas.cells(), self.canvas.drawn());
        self.output.change(self.shown.as_ref(), cells, drawn)?;
        self.output.place_caret(caret)?;
        self.output.flush()?;
        // Nobody waits for this any more.
        match &mut self.shown {
            Some(shown) => keep(shown, cells, drawn),
            None => self.shown = Some(cells.clone()),
        }
        Ok(())
    }

    /// The pages of the scene that is drawn, to lay out what may be shown next of it.
    pub(in crate::tui) fn shelf_mut(&mut self) -> Option<&mut Shelf> {
        self.canvas.shelf_mut()
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
        self.canvas = Canvas::new(size);
        self.clear();
    }

    /// Draws everything anew the next time: somebody else has written to the terminal.
    pub(in crate::tui) fn clear(&mut self) {
        self.output.clear();
        self.shown = None;
        self.canvas.forget();
    }

    /// What the terminal shows.
    #[cfg(test)]
    pub(in crate::tui) fn shown(&self) -> Option<&Buffer> {
        self.shown.as_ref()
    }

    /// Of each row, from which cell on it was drawn the last time.
    #[cfg(test)]
    pub(in crate::tui) fn drawn(&self) -> &[u16] {
        self.canvas.drawn()
    }

    /// How large it is.
    pub(in crate::tui) fn size(&self) -> Size {
        self.canvas.cells().area.as_size()
    }
}

/// Keeps what was drawn: of each row the cells from the one on that `drawn` gives.
fn keep(shown: &mut Buffer, cells: &Buffer, drawn: &[u16]) {
    let width = usize::from(cells.area.width).max(1);
    let rows = shown.content.chunks_mut(width);
    for ((shown, cells), from) in rows.zip(cells.content.chunks(width)).zip(drawn) {
        let from = usize::from(*from).min(width);
        shown[from..].clone_from_slice(&cells[from..]);
    }
}
