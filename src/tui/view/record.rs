//! The record view: what was entered, the newest first, in plain words.

use super::super::frame::Frame;
use super::super::model::Model;
use super::{line_of, put};
use crate::fact::{Entry, Fact};
use crate::text::{facts, screen as words};
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) fn view(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let entries = &model.entries;
    if entries.facts.is_empty() {
        put(
            frame,
            area,
            words::EMPTY_RECORD.of(model.lang),
            model.theme.muted(),
        );
        return;
    }
    let shown = entries.facts.iter().enumerate().skip(entries.cursor.top);
    for (n, (at, fact)) in shown.take(area.height.into()).enumerate() {
        let is_undoing = matches!(fact.entry, Entry::Revoked { .. });
        let undone = !is_undoing && entries.revoked.contains(&fact.action);
        let mut style = if undone || is_undoing {
            model.theme.muted()
        } else {
            Style::new()
        };
        if at == entries.cursor.at {
            style = style.patch(model.theme.chosen());
        }
        let line = format!("{:>5}  {}", fact.seq, entry(model, fact, undone));
        put(frame, line_of(area, n), &line, style);
    }
}

/// When an entry was recorded, by whom, and what it says.
pub(super) fn entry(model: &Model, fact: &Fact, undone: bool) -> String {
    let moment = fact.recorded.format("%m-%d %H:%M");
    let what = facts::fact_among(fact, &model.entries.facts, model.lang);
    let mark = if undone {
        words::REVOKED.of(model.lang)
    } else {
        ""
    };
    format!("{moment}  {}  {what}{mark}", fact.by)
}
