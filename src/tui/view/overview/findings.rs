//! The open findings with the school days that are left for each.

use super::super::super::frame::Frame;
use super::super::super::layout::overview::Placed;
use super::super::super::model::Model;
use super::super::findings::{left, mark};
use super::panel::{self, Row, Title};
use crate::fact::Finding;
use crate::text::{screen::overview as said, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// From this width on the owner is named.
const WITH_OWNER: u16 = 50;
const OWNER: usize = 8;
/// How many cells an id takes, and the school days left.
const ID: usize = 5;
const LEFT: usize = 7;

pub(super) fn title(model: &Model) -> Title {
    let late = late(model);
    Title {
        name: said::FINDINGS,
        summary: said::findings(model.board.open_findings, late, model.lang),
        is_bad: late > 0,
    }
}

/// How many open findings are past their limits.
pub(super) fn late(model: &Model) -> usize {
    let board = &model.board;
    let open = (0..board.open_findings).filter_map(|n| board.finding(n));
    open.filter(|finding| finding.is_overdue(board.today))
        .count()
}

pub(super) fn view(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    if model.board.open_findings == 0 {
        panel::empty(model, placed, said::NO_FINDINGS, frame);
    }
    panel::rows(model, placed, |at, chosen, area| {
        if let Some(finding) = model.board.finding(at) {
            row(model, finding, chosen, area, frame);
        }
    });
}

fn row(model: &Model, finding: &Finding, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
    let is_late = finding.is_overdue(model.board.today);
    let style = if is_late {
        model.theme.bad()
    } else {
        Style::new()
    };
    let days = left(finding, &model.board, model.lang).unwrap_or_default();
    let id = panel::left(&finding.id.0, ID);
    let mut tail = Vec::new();
    if area.width >= WITH_OWNER {
        let owner = panel::left(&visible(&finding.owner), OWNER);
        tail.push(Span::styled(owner, model.theme.muted()));
    }
    Row {
        head: vec![
            Span::styled(mark(finding, &model.board), style),
            Span::raw(format!(" {id} ")),
            Span::styled(panel::left(&days, LEFT), style),
            Span::raw(" "),
        ],
        text: finding.text.clone(),
        style: Style::new(),
        tail,
    }
    .draw(model, chosen, area, frame);
}
