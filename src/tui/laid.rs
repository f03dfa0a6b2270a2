//! Lines laid out for a width, to be drawn from any of them on.

use super::cells::{draw_line, link};
use super::frame::{Frame, told};
use ratatui::layout::Rect;
use ratatui::text::Line;

/// A line, the address that it leads to from a cell on, and what tells them both from others.
#[derive(Debug)]
struct Row {
    line: Line<'static>,
    link: Option<(usize, String)>,
    told: u64,
}

/// Lines laid out for a width.
#[derive(Debug, Default)]
pub(super) struct Laid(Vec<Row>);

impl Laid {
    /// Lines with the addresses that they lead to, each from a cell on.
    pub(super) fn of(
        lines: impl IntoIterator<Item = (Line<'static>, Option<(usize, String)>)>,
    ) -> Self {
        let row = |(line, link)| Row {
            told: told(&(&line, &link)),
            line,
            link,
        };
        Self(lines.into_iter().map(row).collect())
    }

    /// Draws it, without its first `top` lines, each line as a part of the screen.
    pub(super) fn draw(&self, top: usize, area: Rect, frame: &mut Frame<'_>) {
        let rows = self.0.get(top..).unwrap_or_default();
        for (n, row) in area.rows().enumerate() {
            let drawn = rows.get(n);
            frame.part(row, &drawn.map(|drawn| drawn.told), |frame| {
                let Some(Row { line, link, .. }) = drawn else {
                    return;
                };
                draw_line(line, row, frame.buffer_mut());
                if let Some((from, address)) = link {
                    draw_link(line, (*from, address), row, frame);
                }
            });
        }
    }
}

/// Makes what stands in a row from a cell on a link to an address.
fn draw_link(line: &Line<'_>, (from, address): (usize, &str), row: Rect, frame: &mut Frame<'_>) {
    let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX).min(row.width);
    let (from, to) = (cells(from), cells(line.width()));
    let linked = Rect::new(row.x + from, row.y, to.saturating_sub(from), 1);
    link(address, linked, frame.buffer_mut());
}
