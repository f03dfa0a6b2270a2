//! The overview: from panel to panel, and from a line to the place that explains it.

use super::super::layout::overview::Placed;
use super::super::message::Effect;
use super::super::model::{List, Model};
use super::super::overview::{AheadLine, Panel};
use super::super::review::Review;
use super::super::tree::Row;
use super::{act, moving, week};
use crate::calendar::Week;
use crate::keymap::{Action, Context};
use crate::text::screen::explain as words;
use chrono::NaiveDate;
use ratatui::layout::Position;

/// Goes to another panel: round, or to the one beside; among the weeks to the one beside first.
pub(super) fn go(model: &mut Model, action: Action) -> Vec<Effect> {
    let shown = model.dashboard();
    let focused = model.overview.focused;
    let is_right = action == Action::Right;
    let panel = match action {
        Action::NextPane => Some(shown.after(focused, 1)),
        Action::PreviousPane => Some(shown.after(focused, -1)),
        _ if focused == Panel::Trend && has_week_beside(model, is_right) => {
            move_by(model, focused, if is_right { 1 } else { -1 });
            None
        }
        _ => shown.beside(focused, is_right),
    };
    if let Some(panel) = panel {
        focus(model, panel);
    }
    Vec::new()
}

fn has_week_beside(model: &Model, right: bool) -> bool {
    let last = model.lines_of(Panel::Trend).unwrap_or(0).saturating_sub(1);
    let chosen = model.chosen_week();
    chosen.is_some_and(|(at, _)| if right { at < last } else { at > 0 })
}

/// Has a panel take the keys. In one column it opens, and the others give way.
pub(super) fn focus(model: &mut Model, panel: Panel) {
    model.overview.focused = panel;
    model.rebuild_overview();
}

/// Moves the chosen line of a panel.
pub(super) fn move_by(model: &mut Model, panel: Panel, lines: i64) {
    let shown = model.dashboard();
    if let (Some(placed), Some(len)) = (shown.of(panel), model.lines_of(panel)) {
        let height = placed.height(len);
        let cursor = model.overview.cursor_mut(panel);
        cursor.move_by(lines, len, height);
    }
}

/// Has the panel under the pointer take the keys, and chooses the line there; the hint leads to the
/// review that waits.
pub(super) fn click(model: &mut Model, at: Position) -> Vec<Effect> {
    let shown = model.dashboard();
    if shown.hint.contains(at) && week::waiting(model).is_some() {
        return super::go(model, Context::Week);
    }
    if let Some(placed) = shown.at(at) {
        if let Some((line, len)) = line_at(model, placed, at) {
            let cursor = model.overview.cursor_mut(placed.panel);
            cursor.move_to(line, len, placed.height(len));
        }
        focus(model, placed.panel);
    }
    Vec::new()
}

/// Whether there is a line of the panel that takes the keys at a place.
pub(super) fn is_on_line(model: &Model, at: Position) -> bool {
    let shown = model.dashboard();
    let focused = shown.at(at).filter(|p| p.panel == model.overview.focused);
    focused.is_some_and(|placed| line_at(model, placed, at).is_some())
}

fn line_at(model: &Model, placed: &Placed, at: Position) -> Option<(usize, usize)> {
    let len = model.lines_of(placed.panel)?;
    let top = model.overview.cursor(placed.panel).top;
    Some((placed.line_at(at, top, len)?, len))
}

/// Turns the wheel: over the panel that takes the keys the chosen line moves, another one scrolls.
pub(super) fn scroll(model: &mut Model, lines: i64, at: Position) {
    let shown = model.dashboard();
    let focused = model.overview.focused;
    match shown.at(at) {
        Some(placed) if placed.panel != focused && placed.panel != Panel::Trend => {
            let len = model.lines_of(placed.panel).unwrap_or(0);
            let cursor = model.overview.cursor_mut(placed.panel);
            cursor.scroll(lines, len, placed.height(len));
        }
        _ => move_by(model, focused, lines),
    }
}

/// Opens the place that explains the chosen line.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    match model.overview.focused {
        Panel::Requirements => {
            if let Some((c, r)) = model.chosen_requirement() {
                moving::reveal(model, Row::Requirement(c, r));
            }
        }
        Panel::Findings => open_finding(model),
        Panel::Trend => {
            if let Some((_, week)) = model.chosen_week() {
                open_week(model, week, Context::Week);
            }
        }
        Panel::Ahead => match model.chosen_ahead() {
            Some(AheadLine::Day(milestone)) => {
                let on = milestone.on;
                open_day(model, on);
            }
            Some(AheadLine::Work(work)) => {
                let index = work.index;
                moving::reveal(model, Row::Item(index));
            }
            None => {}
        },
        Panel::Tasks | Panel::Measures => {
            if let Some(index) = model.chosen_item() {
                moving::reveal(model, Row::Item(index));
            }
        }
    }
    Vec::new()
}

/// The page of the chosen week, which says what its rate is made of.
pub(super) fn explain_week(model: &mut Model) -> Vec<Effect> {
    match model.chosen_week() {
        Some((_, week)) => open_week(model, week, Context::Summary),
        None => return act::refuse(model, words::NO_NUMBER),
    }
    Vec::new()
}

fn open_week(model: &mut Model, week: Week, context: Context) {
    if model.review.week != week {
        model.review = Review::chosen(week);
    }
    model.context = context;
    model.look.asked = None;
}

fn open_finding(model: &mut Model) {
    let Some((at, _)) = model.chosen_open_finding() else {
        return;
    };
    model.context = Context::Findings;
    model.look.asked = None;
    model.findings.list = List::Findings;
    let (len, height) = (model.board.findings.len(), model.list_height());
    model.findings.cursor.move_to(at, len, height);
    moving::chose_finding(model);
}

fn open_day(model: &mut Model, day: NaiveDate) {
    model.year.go(day);
    model.context = Context::Calendar;
    model.look.asked = None;
}
