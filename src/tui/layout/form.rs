//! The parts of a dialog, for every size of screen: its fields, the calendar of the day that is
//! asked for, what it will record, its keys.
//!
//! Where there is little room the calendar gives way first, down to the week of the day, and then
//! the fields that are not being filled in; what will be recorded and the keys stay.

use super::dialog;
use ratatui::layout::Rect;

/// How wide a dialog is where there is room.
pub(in crate::tui) const WIDTH: u16 = 66;
/// How many cells a day of the calendar takes.
pub(in crate::tui) const DAY: u16 = 5;
/// How many weeks a month is shown with.
const WEEKS: u16 = 6;

/// What a dialog has to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::tui) struct Wanted {
    pub(in crate::tui) fields: usize,
    /// The field that is being filled in.
    pub(in crate::tui) focus: usize,
    /// Whether it asks for a day at all, so that its frame has room for the calendar.
    pub(in crate::tui) asks_day: bool,
    /// Whether the calendar is shown.
    pub(in crate::tui) calendar: bool,
    /// Where the texts of the fields begin, in cells.
    pub(in crate::tui) indent: usize,
    /// How many lines say what will be recorded.
    pub(in crate::tui) foot: usize,
}

/// The parts of a dialog. A part that has no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Dialog {
    pub(in crate::tui) frame: Rect,
    pub(in crate::tui) fields: Rect,
    /// The first field that is shown.
    pub(in crate::tui) first: usize,
    pub(in crate::tui) calendar: Calendar,
    pub(in crate::tui) foot: Rect,
    pub(in crate::tui) keys: Rect,
}

/// The parts of a calendar: the month, or a week of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::tui) struct Calendar {
    pub(in crate::tui) heading: Rect,
    pub(in crate::tui) weekdays: Rect,
    pub(in crate::tui) grid: Rect,
    pub(in crate::tui) legend: Rect,
}

/// How many lines the parts of a calendar take.
#[derive(Debug, Clone, Copy, Default)]
struct Lines {
    heading: u16,
    weekdays: u16,
    grid: u16,
    legend: u16,
}

impl Lines {
    /// As much of a calendar as `room` lines hold.
    fn within(room: u16) -> Self {
        let (heading, weekdays, grid, legend) = match room {
            9.. => (1, 1, WEEKS, 1),
            8 => (1, 1, WEEKS, 0),
            4..=7 => (1, 1, 1, 1),
            3 => (0, 1, 1, 1),
            2 => (0, 1, 1, 0),
            _ => (0, 0, 0, 0),
        };
        Self {
            heading,
            weekdays,
            grid,
            legend,
        }
    }

    fn all(self) -> u16 {
        self.heading + self.weekdays + self.grid + self.legend
    }
}

/// The parts of a dialog on a screen.
pub(in crate::tui) fn parts(screen: Rect, wanted: Wanted) -> Dialog {
    let count = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
    // The frame takes two lines and the keys one.
    let room = screen.height.saturating_sub(3);
    let foot = count(wanted.foot).max(1);
    let fields = count(wanted.fields).min(room.saturating_sub(1));
    let foot = foot.min(room.saturating_sub(fields));
    let spare = room - fields - foot;
    let gap = spare.min(1);
    // A line of its own for the foot's second line, so that nothing jumps where it needs one.
    let calendar = Lines::within(if wanted.asks_day {
        spare.saturating_sub(gap + 1)
    } else {
        0
    });
    let above = calendar.all() + u16::from(calendar.all() > 0);
    let spare = spare - gap - above;
    let foot = foot + if foot < 2 { spare.min(1) } else { 0 };
    let tall = fields + above + gap + foot + 3;
    let shown = if wanted.calendar { above } else { 0 };
    let frame = dialog(screen, WIDTH, tall);
    let frame = Rect {
        height: frame.height.min(tall - above + shown),
        ..frame
    };
    let inner = inner(frame);
    let line = |y: u16, height: u16| {
        let y = y.min(inner.height);
        Rect::new(
            inner.x,
            inner.y + y,
            inner.width,
            height.min(inner.height - y),
        )
    };
    let first = (wanted.focus + 1).saturating_sub(fields.into());
    let top = fields + u16::from(shown > 0);
    let days = if wanted.calendar {
        calendar
    } else {
        Lines::default()
    };
    Dialog {
        frame,
        fields: line(0, fields),
        first,
        calendar: self::calendar(line(top, days.all()), days, wanted.indent),
        foot: line(fields + shown + gap, foot),
        keys: line(inner.height.saturating_sub(1), 1),
    }
}

/// The parts of a calendar below the texts of the fields.
fn calendar(area: Rect, lines: Lines, indent: usize) -> Calendar {
    let width = (DAY * 7).min(area.width);
    // A day's number stands one cell after the beginning of its own.
    let indent = u16::try_from(indent.saturating_sub(1)).unwrap_or(u16::MAX);
    let x = area.x + indent.min(area.width - width);
    let line = |y: u16, height: u16| Rect::new(x, area.y + y, width, height);
    let grid = lines.heading + lines.weekdays;
    Calendar {
        heading: line(0, lines.heading),
        weekdays: line(lines.heading, lines.weekdays),
        grid: line(grid, lines.grid),
        legend: Rect {
            width: area.right() - x,
            ..line(grid + lines.grid, lines.legend)
        },
    }
}

/// The inside of a frame, with a cell of air at each side.
pub(in crate::tui) fn inner(area: Rect) -> Rect {
    let width = area.width.saturating_sub(4);
    let height = area.height.saturating_sub(2);
    Rect::new(
        area.x + 2.min(area.width),
        area.y + 1.min(area.height),
        width,
        height,
    )
}

/// A question with its lines, and its keys below them.
pub(in crate::tui) fn question(screen: Rect, lines: usize) -> (Rect, Rect, Rect) {
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    let frame = dialog(screen, WIDTH, lines.saturating_add(4));
    let inner = inner(frame);
    let keys = Rect {
        y: inner.bottom().saturating_sub(1),
        height: inner.height.min(1),
        ..inner
    };
    let text = Rect {
        height: inner.height.saturating_sub(1),
        ..inner
    };
    (frame, text, keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TICK: Wanted = Wanted {
        fields: 2,
        focus: 0,
        asks_day: true,
        calendar: true,
        indent: 8,
        foot: 1,
    };

    fn on(width: u16, height: u16, wanted: Wanted) -> Dialog {
        parts(Rect::new(0, 0, width, height), wanted)
    }

    #[test]
    fn a_month_has_room_on_a_usual_screen_and_a_week_on_a_low_one() {
        let usual = on(80, 24, TICK);
        assert_eq!(usual.calendar.grid.height, 6);
        assert_eq!(usual.calendar.legend.height, 1);
        let low = on(60, 15, TICK);
        assert_eq!(low.calendar.grid.height, 1);
        assert_eq!(low.calendar.weekdays.height, 1);
        let lowest = on(60, 8, TICK);
        assert_eq!(lowest.calendar.grid.height, 0);
        assert_eq!((lowest.fields.height, lowest.foot.height), (2, 2));
    }

    #[test]
    fn the_frame_stays_where_it_is_when_the_calendar_comes_and_goes() {
        let with = on(80, 24, TICK);
        let without = on(
            80,
            24,
            Wanted {
                calendar: false,
                focus: 1,
                ..TICK
            },
        );
        assert_eq!(with.frame.y, without.frame.y);
        assert!(with.frame.height > without.frame.height);
    }

    #[test]
    fn parts_lie_within_the_frame_and_apart_at_every_size() {
        for (width, height) in (24..140)
            .step_by(5)
            .flat_map(|w| (6..45).map(move |h| (w, h)))
        {
            for (fields, foot) in [(1, 1), (2, 1), (4, 3), (6, 9)] {
                for focus in 0..fields {
                    let wanted = Wanted {
                        fields,
                        focus,
                        foot,
                        ..TICK
                    };
                    let parts = on(width, height, wanted);
                    let calendar = parts.calendar;
                    let areas = [
                        parts.fields,
                        calendar.heading,
                        calendar.weekdays,
                        calendar.grid,
                        calendar.legend,
                        parts.foot,
                        parts.keys,
                    ];
                    let areas = areas.iter().filter(|area| !area.is_empty());
                    let areas: Vec<&Rect> = areas.collect();
                    for (n, area) in areas.iter().enumerate() {
                        assert_eq!(inner(parts.frame).intersection(**area), **area);
                        for other in &areas[..n] {
                            assert!(!area.intersects(**other), "{width}x{height} {wanted:?}");
                        }
                    }
                    assert_eq!(parts.keys.height, 1);
                    assert!(parts.foot.height > 0, "{width}x{height} {wanted:?}");
                    let shown = parts.first..parts.first + usize::from(parts.fields.height);
                    assert!(shown.contains(&focus), "{width}x{height} {wanted:?}");
                }
            }
        }
    }
}
