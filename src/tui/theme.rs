//! Colours by what they mean. Views name roles, never colours, and every state has a mark of its
//! own beside its colour.

use super::message::Answer;
use super::model::Tone;
use crate::assess::{Mark, Status};
use crate::text::{Phrase, calendar as marks, screen as words};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;
use ratatui::text::Span;
use serde::{Deserialize, Serialize};

/// Which colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// For a dark background.
    #[default]
    Dark,
    /// For a light background.
    Light,
    /// White on black, whatever the terminal's own colours are.
    Contrast,
    /// None at all.
    Plain,
}

impl Scheme {
    /// All of them, in the order in which one goes through them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Contrast, Self::Plain];

    /// Its name.
    pub(super) fn name(self) -> Phrase {
        match self {
            Self::Dark => words::DARK,
            Self::Light => words::LIGHT,
            Self::Contrast => words::CONTRAST,
            Self::Plain => words::PLAIN,
        }
    }

    /// The next one, round at the end.
    #[must_use]
    pub(super) fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Contrast,
            Self::Contrast => Self::Plain,
            Self::Plain => Self::Dark,
        }
    }
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The 16 named ones, which its user may have set.
    Sixteen,
    /// 256 or more.
    Many,
}

/// The characters that frames and bars are drawn with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Chrome {
    /// Lines, which take two cells on terminals that draw ambiguous characters wide.
    #[default]
    Lines,
    /// ASCII alone, which takes one cell everywhere.
    Ascii,
}

/// How the screen is to look, as far as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appearance {
    /// Which colours; by the terminal's background where nothing is said.
    pub scheme: Option<Scheme>,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// What frames are drawn with; by the terminal's own width of a line where nothing is said.
    pub chrome: Option<Chrome>,
}

/// What the look of the screen rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outfit {
    /// What was said when the program was started.
    pub(super) said: Appearance,
    /// The colours that were chosen on the screen, now or the last time.
    pub(super) chosen: Option<Scheme>,
    /// What the terminal told of itself.
    pub(super) terminal: Answer,
}

impl Outfit {
    /// The outfit where only so much is said.
    pub(super) fn said(said: Appearance) -> Self {
        Self {
            said,
            chosen: None,
            terminal: Answer::default(),
        }
    }

    /// The theme: what was chosen comes before what was said, and that before what fits the terminal.
    pub(super) fn theme(self) -> Theme {
        let scheme = match self.terminal.is_light {
            Some(true) => Scheme::Light,
            _ => Scheme::Dark,
        };
        let chrome = match self.terminal.is_wide {
            Some(true) => Chrome::Ascii,
            _ => Chrome::Lines,
        };
        Theme {
            scheme: self.chosen.or(self.said.scheme).unwrap_or(scheme),
            depth: self.said.depth,
            chrome: self.said.chrome.unwrap_or(chrome),
        }
    }
}

/// The styles of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Theme {
    pub(super) scheme: Scheme,
    pub(super) depth: Depth,
    pub(super) chrome: Chrome,
}

/// A colour by what it means.
#[derive(Debug, Clone, Copy)]
enum Role {
    /// What is named, and what can be pressed.
    Accent,
    Good,
    Warning,
    Bad,
    /// What matters less: frames, what is not due, hints.
    Quiet,
}

impl Theme {
    /// The style that lies under everything.
    pub(super) fn base(self) -> Style {
        match self.scheme {
            Scheme::Contrast => Style::new().fg(Color::White).bg(Color::Black),
            _ => Style::new(),
        }
    }

    /// The colour of a role: of the 256 that no terminal's user changes, chosen for a background;
    /// of the 16, which they do, those that are readable on either.
    fn colour(self, role: Role) -> Style {
        let colour = match (self.scheme, self.depth) {
            (Scheme::Plain, _) => return Style::new(),
            (Scheme::Contrast, _) => match role {
                Role::Accent => Color::LightCyan,
                Role::Good => Color::LightGreen,
                Role::Warning => Color::LightYellow,
                Role::Bad => Color::LightRed,
                Role::Quiet => return Style::new(),
            },
            (_, Depth::Sixteen) => match role {
                Role::Accent if self.scheme == Scheme::Light => Color::Blue,
                Role::Accent => Color::Cyan,
                Role::Good => Color::Green,
                Role::Warning if self.scheme == Scheme::Light => Color::Magenta,
                Role::Warning => Color::Yellow,
                Role::Bad => Color::Red,
                Role::Quiet => return Style::new().add_modifier(Modifier::DIM),
            },
            (Scheme::Light, Depth::Many) => Color::Indexed(match role {
                Role::Accent => 25,
                Role::Good => 28,
                Role::Warning => 130,
                Role::Bad => 160,
                Role::Quiet => 242,
            }),
            (Scheme::Dark, Depth::Many) => Color::Indexed(match role {
                Role::Accent => 80,
                Role::Good => 114,
                Role::Warning => 179,
                Role::Bad => 210,
                Role::Quiet => 246,
            }),
        };
        Style::new().fg(colour)
    }

    pub(super) fn title(self) -> Style {
        self.colour(Role::Accent).add_modifier(Modifier::BOLD)
    }

    #[expect(
        clippy::unused_self,
        reason = "a role is the theme's, also without a colour"
    )]
    pub(super) fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub(super) fn muted(self) -> Style {
        match self.scheme {
            Scheme::Plain => Style::new().add_modifier(Modifier::DIM),
            _ => self.colour(Role::Quiet),
        }
    }

    pub(super) fn key(self) -> Style {
        self.colour(Role::Accent)
    }

    /// The frame of a panel: of the one that takes the keys, or of another.
    pub(super) fn frame(self, focused: bool) -> Style {
        if focused {
            self.colour(Role::Accent)
        } else {
            self.muted()
        }
    }

    #[expect(
        clippy::unused_self,
        reason = "a role is the theme's, also without a colour"
    )]
    pub(super) fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What is set and can be taken away: a filter.
    pub(super) fn chip(self) -> Style {
        self.colour(Role::Accent).add_modifier(Modifier::REVERSED)
    }

    pub(super) fn good(self) -> Style {
        self.colour(Role::Good)
    }

    pub(super) fn warning(self) -> Style {
        self.colour(Role::Warning)
    }

    pub(super) fn bad(self) -> Style {
        self.colour(Role::Bad).add_modifier(Modifier::BOLD)
    }

    /// The style of a line of an explanation.
    pub(super) fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Heading => self.heading(),
            Tone::Plain => Style::new(),
            Tone::Good => self.good(),
            Tone::Bad => self.bad(),
            Tone::Muted => self.muted(),
        }
    }

    pub(super) fn status(self, status: Status) -> Style {
        match status {
            Status::Done => self.good(),
            Status::Partial | Status::Due => self.warning(),
            Status::Overdue => self.bad(),
            Status::NotDue | Status::Waived => self.muted(),
        }
    }

    pub(super) fn day(self, mark: DayMark) -> Style {
        match mark {
            DayMark::Low => self.bad(),
            DayMark::Middle | DayMark::High => self.warning(),
            DayMark::Full => self.good(),
            DayMark::Today => self.title(),
            DayMark::Open | DayMark::Weekend | DayMark::Off | DayMark::Out => self.muted(),
        }
    }

    pub(super) fn mark(self, mark: Mark) -> Style {
        match mark {
            Mark::Done | Mark::LateEntry => self.good(),
            Mark::Missed => self.bad(),
            Mark::Open => self.warning(),
            Mark::Waived | Mark::Nothing => self.muted(),
        }
    }

    /// A bar of `width` cells, filled to `part` of `whole`: what is filled, and the rest.
    pub(super) fn bar(
        self,
        part: u64,
        whole: u64,
        width: usize,
        style: Style,
    ) -> [Span<'static>; 2] {
        let (full, empty) = match self.chrome {
            Chrome::Lines => ("\u{2501}", "\u{2500}"),
            Chrome::Ascii => ("=", "-"),
        };
        let cells = width as u64;
        let filled = (part.min(whole) * cells).checked_div(whole).unwrap_or(0);
        let filled = usize::try_from(filled).unwrap_or(width);
        [
            Span::styled(full.repeat(filled), style),
            Span::styled(empty.repeat(width - filled), self.muted()),
        ]
    }

    /// The frame of a panel or dialog.
    pub(super) fn border(self) -> border::Set<'static> {
        match self.chrome {
            Chrome::Lines => border::ROUNDED,
            Chrome::Ascii => ASCII,
        }
    }
}

/// A frame of characters that take one cell everywhere.
const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

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
        DayMark::Today => marks::TODAY,
    }
}

/// The mark of a rate by its level, of 0 to 4: one cell.
pub(super) fn level_mark(level: u8) -> char {
    marks::LEVELS[usize::from(level.min(4))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    const THEME: Theme = Theme {
        scheme: Scheme::Dark,
        depth: Depth::Many,
        chrome: Chrome::Ascii,
    };

    #[test]
    fn a_bar_has_its_width_and_is_full_only_when_all_is_done() {
        let bar = |part, whole| {
            let spans = THEME.bar(part, whole, 8, Style::new());
            spans.map(|span| span.content.into_owned()).concat()
        };
        assert_eq!(bar(0, 9), "--------");
        assert_eq!(bar(8, 9), "=======-");
        assert_eq!(bar(9, 9), "========");
        assert_eq!(bar(12, 9), "========");
        assert_eq!(bar(0, 0), "--------");
    }

    #[test]
    fn without_colour_no_role_has_one() {
        let theme = Theme {
            scheme: Scheme::Plain,
            ..THEME
        };
        let styles = [
            theme.base(),
            theme.title(),
            theme.muted(),
            theme.key(),
            theme.chip(),
            theme.good(),
            theme.warning(),
            theme.bad(),
            theme.frame(true),
        ];
        for style in styles {
            assert_eq!((style.fg, style.bg), (None, None), "{style:?}");
        }
    }

    #[test]
    fn ascii_chrome_takes_one_cell_also_where_ambiguous_characters_take_two() {
        let set = THEME.border();
        let bar = THEME.bar(1, 2, 4, Style::new());
        for text in [set.top_left, set.vertical_left, set.horizontal_top] {
            assert_eq!(text.width_cjk(), 1);
        }
        assert!(bar.iter().all(|span| span.content.is_ascii()));
    }
}
