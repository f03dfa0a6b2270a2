//! Where everything is, for every size of screen: one function that the view draws by and the
//! mouse is understood by.

pub(super) mod form;
pub(super) mod overview;

use ratatui::layout::Rect;

/// Below these sizes nothing useful can be drawn.
pub(super) const LEAST: (u16, u16) = (24, 6);
/// From this width on there are two columns.
const TWO_COLUMNS: u16 = 70;

/// The parts of the screen. A part that has no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Areas {
    pub(super) header: Rect,
    pub(super) body: Rect,
    pub(super) notice: Rect,
    pub(super) footer: Rect,
    /// The step of the tour, above the notice.
    pub(super) tour: Rect,
    /// Checklist: what it is narrowed to, between the first line and the tree.
    pub(super) chips: Rect,
    /// Checklist: the tree.
    pub(super) tree: Rect,
    /// Checklist: the item; where there is one column it covers the tree.
    pub(super) item: Rect,
    /// Whether tree and item stand side by side.
    pub(super) two_columns: bool,
}

/// The parts of a screen of that size.
pub(super) fn areas(screen: Rect) -> Areas {
    let row = |y: u16, height: u16| {
        let y = y.min(screen.height);
        Rect::new(0, y, screen.width, height.min(screen.height - y))
    };
    let header = row(0, 1);
    let footer = row(screen.height.saturating_sub(1), 1);
    let notice = row(screen.height.saturating_sub(2), 1);
    let body = row(2, screen.height.saturating_sub(4));
    let two_columns = screen.width >= TWO_COLUMNS;
    let (left, right) = columns(body, two_columns);
    Areas {
        header,
        body,
        notice,
        footer,
        tour: Rect::ZERO,
        chips: row(1, 1),
        tree: left,
        item: if two_columns { right } else { body },
        two_columns,
    }
}

impl Areas {
    /// The same with so many lines more above the notice.
    pub(super) fn above_foot(self, lines: u16) -> Self {
        let down = |area: Rect| Rect {
            y: area.y + lines,
            ..area
        };
        Self {
            notice: down(self.notice),
            footer: down(self.footer),
            tour: Rect {
                height: lines,
                ..self.notice
            },
            ..self
        }
    }
}

/// A line, a list, and below it what is chosen in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) line: Rect,
    pub(super) list: Rect,
    pub(super) chosen: Rect,
}

/// A body so divided: the list takes as many lines as it has rows, and half of the body at most.
pub(super) fn split(body: Rect, rows: usize) -> Split {
    let line = Rect::new(body.x, body.y, body.width, body.height.min(1));
    let below = shrunk(body, 2);
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).max(1);
    let list = Rect {
        height: rows.min(below.height / 2).max(below.height.min(1)),
        ..below
    };
    Split {
        line,
        list,
        chosen: shrunk(below, list.height + 1),
    }
}

/// The queue of the weekly review: how far it is, the matter to decide, its keys, the matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Queue {
    pub(super) progress: Rect,
    pub(super) matter: Rect,
    pub(super) keys: Rect,
    pub(super) list: Rect,
}

/// A body so divided: the matter is large, and the list takes the rest.
pub(super) fn queue(body: Rect) -> Queue {
    let air = u16::from(body.height >= 14);
    let below = shrunk(body, 1 + air);
    let matter = Rect {
        height: (below.height * 11 / 20).min(14),
        ..below
    };
    let below = shrunk(below, matter.height);
    Queue {
        progress: Rect::new(body.x, body.y, body.width, body.height.min(1)),
        matter,
        keys: Rect {
            height: below.height.min(1),
            ..below
        },
        list: shrunk(below, 1 + air),
    }
}

/// The calendar: its heading, the months, seven rows of days, what the marks mean, the day chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) heading: Rect,
    pub(super) months: Rect,
    pub(super) grid: Rect,
    pub(super) legend: Rect,
    pub(super) chosen: Rect,
    /// How many cells a day takes.
    pub(super) cell: u16,
}

/// How many cells the names of the days of the week take.
pub(super) const WEEKDAYS: u16 = 5;

/// A body so divided, for a year of so many weeks.
pub(super) fn days(body: Rect, columns: usize) -> Days {
    let columns = u16::try_from(columns).unwrap_or(u16::MAX);
    let cell = if columns.saturating_mul(2).saturating_add(WEEKDAYS) <= body.width {
        2
    } else {
        1
    };
    let line = |y: u16, height: u16| {
        let y = y.min(body.height);
        Rect::new(body.x, body.y + y, body.width, height.min(body.height - y))
    };
    let roomy = u16::from(body.height >= 14);
    let rows = line(1 + roomy, 7);
    let grid = Rect {
        x: rows.x + WEEKDAYS.min(rows.width),
        width: rows.width - WEEKDAYS.min(rows.width),
        ..rows
    };
    let legend = line(8 + roomy, u16::from(body.height >= 11));
    Days {
        heading: line(0, roomy),
        months: Rect {
            x: grid.x,
            width: grid.width,
            ..line(roomy, 1)
        },
        grid,
        legend,
        chosen: line(8 + 2 * roomy + legend.height, body.height),
        cell,
    }
}

/// A body in two columns with a gap of two cells, or in one.
fn columns(body: Rect, two: bool) -> (Rect, Rect) {
    if !two {
        return (body, Rect::ZERO);
    }
    let left = body.width / 2 - 1;
    let right = body.width - left - 2;
    (
        Rect::new(body.x, body.y, left, body.height),
        Rect::new(body.x + left + 2, body.y, right, body.height),
    )
}

/// Without its first lines.
fn shrunk(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect::new(area.x, area.y + lines, area.width, area.height - lines)
}

/// A dialog in the middle of the screen.
pub(super) fn dialog(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let x = (screen.width - width) / 2;
    let y = (screen.height - height) / 2;
    Rect::new(x, y, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_on_the_screen_at_every_size() {
        for width in (0..200).step_by(3) {
            for height in 0..60 {
                let screen = Rect::new(0, 0, width, height);
                let a = areas(screen);
                for part in [
                    a.header,
                    a.body,
                    a.notice,
                    a.footer,
                    a.chips,
                    a.tree,
                    a.item,
                    queue(a.body).progress,
                    queue(a.body).matter,
                    queue(a.body).keys,
                    queue(a.body).list,
                    days(a.body, 53).heading,
                    days(a.body, 53).months,
                    days(a.body, 53).grid,
                    days(a.body, 53).legend,
                    days(a.body, 53).chosen,
                    split(a.body, usize::from(height) / 3).line,
                    split(a.body, usize::from(height) / 3).list,
                    split(a.body, usize::from(height) / 3).chosen,
                ] {
                    assert!(
                        part.is_empty() || screen.intersection(part) == part,
                        "{part:?} at {width}x{height}"
                    );
                }
            }
        }
    }

    #[test]
    fn columns_do_not_overlap() {
        let a = areas(Rect::new(0, 0, 80, 24));
        assert!(a.two_columns);
        assert!(a.tree.intersection(a.item).is_empty());
    }
}
