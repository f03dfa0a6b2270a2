//! What views draw on: the cells of the screen, part by part, and where the caret stands.

use super::laid::Laid;
use super::scene::Scene;
use super::shelf::Shelf;
use crate::assess::ItemIndex;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::widgets::Widget;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// The cells of a screen. As long as the scene is the same, only those parts are drawn again that
/// show something else than before.
#[derive(Debug)]
pub(super) struct Canvas {
    cells: Buffer,
    scene: Option<Scene>,
    /// Whether everything is drawn anew.
    is_anew: bool,
    /// The area of each part, and what tells what it shows, in the order in which they are drawn.
    parts: Vec<(Rect, u64)>,
    /// Of each row, from which cell on it was drawn; beyond its end where it was not.
    drawn: Vec<u16>,
    /// Pages of the scene.
    shelf: Shelf,
}

impl Canvas {
    /// Cells that are empty.
    pub(super) fn new(size: Size) -> Self {
        Self {
            cells: Buffer::empty(Rect::from(size)),
            scene: None,
            is_anew: true,
            parts: Vec::new(),
            drawn: vec![0; size.height.into()],
            shelf: Shelf::default(),
        }
    }

    /// Draws what `view` draws of a scene, of none where it is drawn as a whole; where the caret
    /// is shown.
    pub(super) fn draw(
        &mut self,
        scene: Option<Scene>,
        view: impl Fn(&mut Frame<'_>),
    ) -> Option<Position> {
        let is_same = scene.is_some() && scene == self.scene;
        self.scene = scene;
        if !is_same {
            self.shelf.clear();
        }
        if is_same {
            self.is_anew = false;
            self.drawn.fill(self.cells.area.width);
            let mut frame = Frame::new(self);
            view(&mut frame);
            let (caret, fits, parts) = (frame.caret, frame.fits, frame.parts);
            if fits && parts == self.parts.len() {
                return caret;
            }
        }
        self.is_anew = true;
        self.cells.reset();
        self.parts.clear();
        self.drawn.fill(0);
        let mut frame = Frame::new(self);
        view(&mut frame);
        frame.caret
    }

    /// Forgets what is drawn: the next time everything is drawn anew.
    pub(super) fn forget(&mut self) {
        self.scene = None;
    }

    pub(super) fn cells(&self) -> &Buffer {
        &self.cells
    }

    /// The pages of the scene that is drawn, to lay out more of them; `None` where there is none.
    pub(super) fn shelf_mut(&mut self) -> Option<&mut Shelf> {
        self.scene.is_some().then_some(&mut self.shelf)
    }

    /// Of each row, from which cell on it was drawn the last time.
    pub(super) fn drawn(&self) -> &[u16] {
        &self.drawn
    }
}

/// One drawing of the screen.
pub(super) struct Frame<'a> {
    canvas: &'a mut Canvas,
    caret: Option<Position>,
    /// How many parts were come by.
    parts: usize,
    /// Whether they lie where they lay.
    fits: bool,
}

impl<'a> Frame<'a> {
    /// A drawing into cells that are empty, or show the same scene.
    pub(super) fn new(canvas: &'a mut Canvas) -> Self {
        Self {
            canvas,
            caret: None,
            parts: 0,
            fits: true,
        }
    }

    pub(super) fn area(&self) -> Rect {
        self.canvas.cells.area
    }

    pub(super) fn buffer_mut(&mut self) -> &mut Buffer {
        &mut self.canvas.cells
    }

    /// Whether everything is to be drawn, not only parts of a scene that is on the screen.
    pub(super) fn is_anew(&self) -> bool {
        self.canvas.is_anew
    }

    /// Draws a part, unless it shows what it showed: `shown` tells the same then, and only then. In
    /// a scene the parts and their areas are always the same.
    pub(super) fn part(&mut self, area: Rect, shown: &impl Hash, draw: impl FnOnce(&mut Self)) {
        if self.canvas.scene.is_none() {
            return draw(self);
        }
        let told = told(shown);
        if self.is_anew() {
            self.canvas.parts.push((area, told));
            return draw(self);
        }
        let known = self.canvas.parts.get_mut(self.parts);
        self.parts += 1;
        match known {
            Some((of, before)) if *of == area => {
                if *before != told {
                    *before = told;
                    self.wipe(area);
                    draw(self);
                }
            }
            _ => self.fits = false,
        }
    }

    /// The page of an item, laid out once in a scene.
    pub(super) fn page(&mut self, index: ItemIndex, lay: impl FnOnce() -> Laid) -> Rc<Laid> {
        match self.canvas.shelf_mut() {
            Some(pages) => pages.page(index, lay),
            None => Rc::new(lay()),
        }
    }

    /// Empties an area that is drawn again.
    fn wipe(&mut self, area: Rect) {
        for row in area.rows() {
            if let Some(from) = self.canvas.drawn.get_mut(usize::from(row.y)) {
                *from = row.x.min(*from);
            }
            let first = self.canvas.cells.index_of(row.x, row.y);
            let cells = first..first + usize::from(row.width);
            let cells = self.canvas.cells.content.get_mut(cells);
            cells.unwrap_or_default().iter_mut().for_each(Cell::reset);
        }
    }

    /// The cells that were drawn.
    pub(super) fn drawn_mut(&mut self) -> impl Iterator<Item = &mut Cell> {
        let Canvas { cells, drawn, .. } = &mut *self.canvas;
        let width = usize::from(cells.area.width).max(1);
        let rows = cells.content.chunks_mut(width).zip(drawn);
        rows.flat_map(|(row, from)| row.iter_mut().skip((*from).into()))
    }

    pub(super) fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, self.buffer_mut());
    }

    /// Shows the caret there; it is hidden otherwise.
    pub(super) fn set_cursor_position(&mut self, position: Position) {
        self.caret = Some(position);
    }

    /// Where the caret is shown.
    #[cfg(test)]
    pub(super) fn caret(&self) -> Option<Position> {
        self.caret
    }
}

/// What tells a thing from others that may be shown instead.
pub(super) fn told(shown: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    shown.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::tui::tests::walked;
    use std::cell::Cell as Count;

    const SIZE: Size = Size::new(4, 3);

    /// Draws `texts` line by line as parts, and counts those that were drawn.
    fn lines(canvas: &mut Canvas, scene: Option<Scene>, texts: &[(u16, &str)]) -> u32 {
        let drawn = Count::new(0);
        canvas.draw(scene, |frame| {
            for (y, text) in texts {
                frame.part(Rect::new(1, *y, 3, 1), text, |frame| {
                    drawn.set(drawn.get() + 1);
                    frame.render_widget(*text, Rect::new(1, *y, 3, 1));
                });
            }
        });
        drawn.get()
    }

    fn scene() -> Option<Scene> {
        Scene::of(walked(Lang::Zh).model())
    }

    #[test]
    fn only_what_shows_something_else_is_drawn_again() {
        let (scene, mut canvas) = (scene(), Canvas::new(SIZE));
        assert!(scene.is_some());
        assert_eq!(
            lines(&mut canvas, scene.clone(), &[(0, "abc"), (1, "de")]),
            2
        );
        assert_eq!(canvas.drawn(), [0, 0, 0]);
        assert_eq!(
            lines(&mut canvas, scene.clone(), &[(0, "abc"), (1, "f")]),
            1
        );
        assert_eq!(canvas.drawn(), [4, 1, 4]);
        assert_eq!(
            canvas.cells(),
            &Buffer::with_lines([" abc", " f  ", "    "])
        );
    }

    #[test]
    fn everything_is_drawn_anew_in_another_scene_or_where_parts_lie_elsewhere() {
        let (here, mut canvas) = (scene(), Canvas::new(SIZE));
        lines(&mut canvas, here.clone(), &[(0, "abc"), (1, "de")]);
        assert_eq!(lines(&mut canvas, scene(), &[(0, "abc"), (1, "de")]), 2);
        assert_eq!(lines(&mut canvas, None, &[(0, "abc"), (1, "de")]), 2);
        assert_eq!(lines(&mut canvas, here.clone(), &[(0, "abc")]), 1);
        assert_eq!(lines(&mut canvas, here, &[(0, "abc"), (2, "de")]), 2);
        assert_eq!(canvas.drawn(), [0, 0, 0]);
        assert_eq!(
            canvas.cells(),
            &Buffer::with_lines([" abc", "    ", " de "])
        );
    }
}
