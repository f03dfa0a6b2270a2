//! What a page that lies over the screen needs to know of it.

use super::theme::Theme;
use crate::text::Lang;
use ratatui::layout::Rect;

/// How things are drawn, in which language, and on how large a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Surface {
    pub(super) theme: Theme,
    pub(super) lang: Lang,
    pub(super) size: (u16, u16),
}

impl Surface {
    /// The whole screen.
    pub(super) fn screen(self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }
}
