//! The step of the tour: a panel above the notice, or the first line where something lies over the
//! view.

use super::super::frame::Frame;
use super::super::model::{Model, Overlay};
use super::super::tour::{self, FRAME, Tour};
use super::dialog::{frame_of, inner};
use super::hints::Hints;
use super::{line_of, put};
use crate::keymap::{self, Action, Layer};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// The keys of the tour, and where they stand: in the frame, at its foot.
pub(in crate::tui) fn hints(model: &Model) -> (Hints, Rect) {
    let area = model.areas().tour;
    let line = Rect {
        x: area.x + FRAME.0 / 2 + 1,
        y: area.bottom().saturating_sub(1),
        width: area.width.saturating_sub(FRAME.0 + 2),
        height: area.height.min(1),
    };
    let is_over = model.tour.is_none_or(Tour::is_over);
    let keys = keymap::bindings_over(Layer::Tour);
    let keys = keys.filter(|binding| !is_over || binding.action != Action::NextStep);
    (Hints::of(keys, 1, line.width, model.lang), line)
}

/// Draws the panel.
pub(super) fn panel(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let Some(tour) = model.tour.filter(|_| !area.is_empty()) else {
        return;
    };
    frame_of(model.theme, area, &tour.title(model.lang), frame);
    for (n, line) in tour.lines(model.size, model.lang).iter().enumerate() {
        put(frame, line_of(inner(area), n), line, Style::new());
    }
    let (hints, line) = hints(model);
    let used = u16::try_from(hints.width()).unwrap_or(0) + 2;
    let ground = Rect {
        x: line.x.saturating_sub(1),
        width: used.min(line.width + 2),
        ..line
    };
    frame.render_widget(ratatui::widgets::Clear, ground);
    hints.draw(model.theme, line, frame);
}

/// Draws the step over the first line, where there is no room for the panel.
pub(super) fn line(model: &Model, overlay: Option<&Overlay>, area: Rect, frame: &mut Frame<'_>) {
    let Some(tour) = model.tour else {
        return;
    };
    let text = match overlay {
        Some(overlay) => tour::beside(overlay, model.lang),
        None => tour.text(model.lang),
    };
    let text = format!(" {}  {text}", tour.title(model.lang));
    let gap = usize::from(area.width).saturating_sub(text.width());
    put(
        frame,
        area,
        &format!("{text}{}", " ".repeat(gap)),
        model.theme.chip(),
    );
}
