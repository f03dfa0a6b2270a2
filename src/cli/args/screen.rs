//! How the screen is to be shown.

use clap::{Args, ValueEnum};

/// How the screen is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Args)]
pub struct ScreenOptions {
    /// Line by line, as a numbered dialogue, for screen readers and dumb terminals.
    #[arg(long)]
    pub plain: bool,
    /// Which colours.
    #[arg(long, value_enum, default_value_t = ThemeChoice::Auto, value_name = "THEME")]
    pub theme: ThemeChoice,
    /// How wide the terminal draws characters of ambiguous width.
    #[arg(long, value_enum, default_value_t = WidthChoice::Auto, value_name = "WIDTH")]
    pub ambiguous_width: WidthChoice,
}

impl ScreenOptions {
    /// These options, and where they leave something open, those.
    #[must_use]
    pub fn or(self, those: Self) -> Self {
        Self {
            plain: self.plain || those.plain,
            theme: match self.theme {
                ThemeChoice::Auto => those.theme,
                said => said,
            },
            ambiguous_width: match self.ambiguous_width {
                WidthChoice::Auto => those.ambiguous_width,
                said => said,
            },
        }
    }
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ThemeChoice {
    /// By the terminal's background.
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// High contrast.
    Contrast,
    /// No colour at all.
    None,
}

/// How wide a terminal draws characters of ambiguous width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WidthChoice {
    /// As the terminal says.
    Auto,
    /// In one cell: frames are lines.
    Narrow,
    /// In two cells: frames are ASCII.
    Wide,
}
