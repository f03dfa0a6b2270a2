//! What views draw on: the cells of the screen, and where the caret stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

/// One drawing of the screen.
pub(super) struct Frame<'a> {
    cells: &'a mut Buffer,
    caret: Option<Position>,
}

impl<'a> Frame<'a> {
    /// A drawing into cells that are empty.
    pub(super) fn new(cells: &'a mut Buffer) -> Self {
        Self { cells, caret: None }
    }

    pub(super) fn area(&self) -> Rect {
        self.cells.area
    }

    pub(super) fn buffer_mut(&mut self) -> &mut Buffer {
        self.cells
    }

    pub(super) fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, self.cells);
    }

    /// Shows the caret there; it is hidden otherwise.
    pub(super) fn set_cursor_position(&mut self, position: Position) {
        self.caret = Some(position);
    }

    /// Where the caret is shown.
    pub(super) fn caret(&self) -> Option<Position> {
        self.caret
    }
}
