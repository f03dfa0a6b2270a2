//! Colours by what they mean. Views name roles, never colours, and every state has a mark of its
//! own beside its colour.

use crate::assess::{Mark, Status};
use crate::text::calendar as marks;
use ratatui::style::{Color, Modifier, Style};

/// The styles of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Theme {
    colour: bool,
}

#[expect(
    clippy::unused_self,
    reason = "a role is the theme's, also where no colour is in it yet"
)]
impl Theme {
    /// With the terminal's own 16 colours, which its user has chosen to be readable; or with none.
    pub(super) fn new(colour: bool) -> Self {
        Self { colour }
    }

    fn coloured(self, colour: Color) -> Style {
        if self.colour {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }

    pub(super) fn title(self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    pub(super) fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub(super) fn muted(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    pub(super) fn key(self) -> Style {
        self.coloured(Color::Cyan)
    }

    pub(super) fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub(super) fn good(self) -> Style {
        self.coloured(Color::Green)
    }

    pub(super) fn bad(self) -> Style {
        self.coloured(Color::Red).add_modifier(Modifier::BOLD)
    }

    pub(super) fn status(self, status: Status) -> Style {
        match status {
            Status::Done => self.good(),
            Status::Partial | Status::Due => self.coloured(Color::Yellow),
            Status::Overdue => self.bad(),
            Status::NotDue | Status::Waived => self.muted(),
        }
    }

    pub(super) fn day(self, mark: DayMark) -> Style {
        match mark {
            DayMark::Low => self.bad(),
            DayMark::Middle | DayMark::High => self.coloured(Color::Yellow),
            DayMark::Full => self.good(),
            DayMark::Today => self.title(),
            DayMark::Open | DayMark::Weekend | DayMark::Off | DayMark::Out => self.muted(),
        }
    }

    pub(super) fn mark(self, mark: Mark) -> Style {
        match mark {
            Mark::Done | Mark::LateEntry => self.good(),
            Mark::Missed => self.bad(),
            Mark::Open => self.coloured(Color::Yellow),
            Mark::Waived | Mark::Nothing => self.muted(),
        }
    }
}

/// The mark of a status: three cells, the same in every language and without colour.
pub(super) fn status_mark(status: Status) -> &'static str {
    match status {
        Status::Done => "[x]",
        Status::Partial => "[~]",
        Status::Due => "[ ]",
        Status::Overdue => "[!]",
        Status::NotDue => "[.]",
        Status::Waived => "[-]",
    }
}

/// The mark of a period in a strip: one cell.
pub(super) fn strip_mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Done => "x",
        Mark::LateEntry => "+",
        Mark::Missed => "!",
        Mark::Open => "o",
        Mark::Waived => "-",
        Mark::Nothing => ".",
    }
}

/// How a day is marked in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayMark {
    Low,
    Middle,
    High,
    Full,
    Open,
    Weekend,
    Off,
    Out,
    Today,
}

impl DayMark {
    /// All of them, in the order of the legend.
    pub(super) const ALL: [Self; 9] = [
        Self::Low,
        Self::Middle,
        Self::High,
        Self::Full,
        Self::Open,
        Self::Weekend,
        Self::Off,
        Self::Out,
        Self::Today,
    ];
}

/// The mark of a day: one cell, the same in every language and without colour.
pub(super) fn day_mark(mark: DayMark) -> char {
    match mark {
        DayMark::Low => marks::LEVELS[1],
        DayMark::Middle => marks::LEVELS[2],
        DayMark::High => marks::LEVELS[3],
        DayMark::Full => marks::LEVELS[4],
        DayMark::Open => marks::LEVELS[0],
        DayMark::Weekend => marks::WEEKEND,
        DayMark::Off => marks::OFF,
        DayMark::Out => marks::OUT,
        DayMark::Today => '@',
    }
}

/// The mark of a rate by its level, of 0 to 4: one cell.
pub(super) fn level_mark(level: u8) -> char {
    marks::LEVELS[usize::from(level.min(4))]
}

/// A bar of `width` cells, filled to `part` of `whole`. Braille patterns are one cell wide on every
/// terminal; blocks and box lines are not.
pub(super) fn bar(part: u64, whole: u64, width: usize) -> String {
    let width = width as u64;
    let filled = (part.min(whole) * width).checked_div(whole).unwrap_or(0);
    (0..width)
        .map(|n| if n < filled { '\u{28ff}' } else { '\u{2824}' })
        .collect()
}
