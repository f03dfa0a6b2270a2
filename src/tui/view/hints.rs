//! Lines of key hints, made from the table of keys: what fits, where it stands, what a click on it
//! presses.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::theme::Theme;
use crate::keymap::{Binding, Key};
use crate::text::Lang;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many cells stand between two hints.
const GAP: usize = 2;

/// A key with a short word of what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Hint {
    key: Key,
    name: String,
    what: &'static str,
}

impl Hint {
    /// The hint of a binding, where it belongs in a footer.
    fn of(binding: &Binding, lang: Lang) -> Option<Self> {
        let key = *binding.keys.first()?;
        Some(Self {
            key,
            name: key.name(lang),
            what: binding.short?.of(lang),
        })
    }

    fn width(&self) -> usize {
        self.name.width() + 1 + self.what.width()
    }
}

/// Hints side by side in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Hints(Vec<Hint>);

impl Hints {
    /// The hints of bindings that fit `width` cells; where not all do, those before the last `kept`
    /// give way first.
    pub(in crate::tui) fn of<'b>(
        bindings: impl Iterator<Item = &'b Binding>,
        kept: usize,
        width: u16,
        lang: Lang,
    ) -> Self {
        let hints = bindings.filter_map(|binding| Hint::of(binding, lang));
        let mut hints = Self(hints.collect());
        let mut taken = hints.width();
        while taken > width.into() && hints.0.len() > 1 {
            // Those that are kept give way too where they alone are too wide.
            let kept = if hints.0.len() > kept { kept } else { 1 };
            let gone = hints.0.remove(hints.0.len() - kept - 1);
            taken -= gone.width() + GAP;
        }
        hints
    }

    /// How many cells they take.
    pub(in crate::tui) fn width(&self) -> usize {
        let hints: usize = self.0.iter().map(|hint| hint.width() + GAP).sum();
        hints.saturating_sub(GAP)
    }

    /// The cells that each takes, from the beginning of the line.
    fn cells(&self) -> impl Iterator<Item = (&Hint, Range<usize>)> {
        let mut start = 0;
        self.0.iter().map(move |hint| {
            let cells = start..start + hint.width();
            start = cells.end + GAP;
            (hint, cells)
        })
    }

    /// The key of the hint at a place, where they stand at the beginning of `area`.
    pub(in crate::tui) fn key_at(&self, area: Rect, at: Position) -> Option<Key> {
        if !area.contains(at) {
            return None;
        }
        let column = usize::from(at.x - area.x);
        let hit = self.cells().find(|(_, cells)| cells.contains(&column));
        hit.map(|(hint, _)| hint.key)
    }

    pub(in crate::tui) fn draw(&self, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
        let mut spans = Vec::new();
        for hint in &self.0 {
            spans.push(Span::styled(hint.name.as_str(), theme.key()));
            spans.push(Span::styled(format!(" {}  ", hint.what), theme.muted()));
        }
        draw_line(&Line::from(spans), area, frame.buffer_mut());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::{Layer, bindings_over};

    fn hints(width: u16) -> Hints {
        Hints::of(bindings_over(Layer::Question), 1, width, Lang::Zh)
    }

    #[test]
    fn a_click_on_a_hint_presses_its_key() {
        let area = Rect::new(4, 2, 40, 1);
        let at = |x, y| hints(40).key_at(area, Position::new(x, y));
        // `Enter 确定  Esc 取消`
        assert_eq!(at(4, 2), Some(Key::Enter));
        assert_eq!(at(13, 2), Some(Key::Enter));
        assert_eq!(at(14, 2), None);
        assert_eq!(at(17, 2), Some(Key::Esc));
        assert_eq!(at(4, 3), None);
    }

    #[test]
    fn where_there_is_little_room_the_last_stay() {
        assert_eq!(hints(40).0.len(), 2);
        let narrow = hints(10);
        assert_eq!(narrow.0.len(), 1);
        assert_eq!(narrow.0[0].key, Key::Esc);
    }
}
