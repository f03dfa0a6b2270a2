//! The requirements: a gauge for each, and where there is room its last weeks.

use super::super::super::frame::Frame;
use super::super::super::layout::overview::Placed;
use super::super::super::model::Model;
use super::super::super::theme::level_mark;
use super::super::super::update::WEEKS;
use super::panel::{self, Row, Title};
use crate::assess::{ItemIndex, RequirementAssessment, Totals, level};
use crate::text::screen::overview as said;
use crate::text::words as names;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// From these widths on bars are longer, the last weeks are shown, and the rate beside the bar.
const WIDE: u16 = 40;
const WITH_WEEKS: u16 = 56;
const WITH_RATE: u16 = 76;

/// How many cells the columns take, the same for all requirements.
struct Widths {
    id: usize,
    bar: usize,
    count: usize,
    overdue: usize,
    weeks: bool,
    rate: bool,
}

pub(super) fn title(model: &Model) -> Title {
    let overdue = all(model).filter(|judged| judged.tally.totals().overdue > 0);
    let overdue = overdue.count();
    Title {
        name: said::REQUIREMENTS,
        summary: said::requirements(model.board.requirements.len(), overdue, model.lang),
        is_bad: false,
    }
}

fn all(model: &Model) -> impl Iterator<Item = &RequirementAssessment> {
    let checklists = model.board.assessment.checklists.iter();
    checklists.flat_map(|checklist| &checklist.requirements)
}

pub(super) fn view(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    if model.board.requirements.is_empty() {
        panel::empty(model, placed, said::NO_REQUIREMENTS, frame);
    }
    let widths = widths(model, placed.list.width);
    let top = model.overview.cursor(placed.panel).top;
    let mut shown = all(model).skip(top);
    panel::rows(model, placed, |_, chosen, area| {
        if let Some(judged) = shown.next() {
            gauge(model, judged, &widths, chosen, area, frame);
        }
    });
}

fn widths(model: &Model, width: u16) -> Widths {
    let mut widths = Widths {
        id: 2,
        bar: if width < WIDE { 6 } else { 10 },
        count: 3,
        overdue: 0,
        weeks: width >= WITH_WEEKS && model.trend().is_some(),
        rate: width >= WITH_RATE,
    };
    let (mut most_required, mut most_overdue) = (0, 0);
    for judged in all(model) {
        let totals = judged.tally.totals();
        widths.id = widths.id.max(judged.id.as_str().len());
        most_required = most_required.max(totals.required);
        most_overdue = most_overdue.max(totals.overdue);
    }
    widths.count = 2 * most_required.to_string().len() + 1;
    widths.overdue = said::overdue(most_overdue, model.lang).width();
    widths
}

fn count(totals: &Totals) -> String {
    if totals.required == 0 {
        return names::percent(None);
    }
    format!("{}/{}", totals.done, totals.required)
}

/// One requirement: number, heading, bar, rate, how many of how many, how many overdue, last weeks.
fn gauge(
    model: &Model,
    judged: &RequirementAssessment,
    widths: &Widths,
    chosen: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let Some(item) = judged.items.first() else {
        return;
    };
    let totals = judged.tally.totals();
    let title = &model.board.premises().requirement(item.index).title;
    let style = if totals.overdue > 0 {
        model.theme.bad()
    } else {
        model.theme.good()
    };
    let mut tail = if totals.required == 0 {
        // A bar would say that nothing is done.
        vec![Span::raw(" ".repeat(widths.bar))]
    } else {
        let bar = model
            .theme
            .bar(totals.done, totals.required, widths.bar, style);
        bar.to_vec()
    };
    if widths.rate {
        let rate = totals.percent.map(|percent| names::percent(Some(percent)));
        let rate = rate.unwrap_or_default();
        tail.push(Span::raw(format!(" {}", panel::right(&rate, 6))));
    }
    let count = panel::right(&count(&totals), widths.count);
    tail.push(Span::raw(format!(" {count}")));
    if widths.overdue > 0 {
        let overdue = said::overdue(totals.overdue, model.lang);
        let overdue = panel::left(&overdue, widths.overdue);
        tail.push(Span::styled(format!(" {overdue}"), model.theme.bad()));
    }
    if widths.weeks {
        let marks = marks(model, item.index);
        tail.push(Span::styled(format!(" {marks}"), model.theme.muted()));
    }
    let id = panel::left(judged.id.as_str(), widths.id);
    Row {
        head: vec![Span::raw(format!("{id} "))],
        text: title.of(model.lang).to_owned(),
        style: Style::new(),
        tail,
    }
    .draw(model, chosen, area, frame);
}

/// The last weeks of a requirement: a mark for each, the oldest first.
fn marks(model: &Model, index: ItemIndex) -> String {
    let requirements = model.trend().map(|trend| trend.requirements.iter());
    let of = requirements.and_then(|mut all| {
        all.find(|of| (of.checklist, of.requirement) == (index.checklist, index.requirement))
    });
    weeks_marks(of.map_or(&[], |of| of.totals.as_slice()))
}

/// A mark for each of the last twelve weeks; spaces for weeks before anything was required.
pub(in crate::tui::view) fn weeks_marks(weeks: &[Totals]) -> String {
    let marks: String = weeks.iter().map(|t| level_mark(level(t))).collect();
    let missing = WEEKS.saturating_sub(weeks.len());
    [" ".repeat(missing), marks].concat()
}
