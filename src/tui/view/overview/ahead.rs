//! The days ahead, each with what is unfinished for it.

use super::super::super::frame::Frame;
use super::super::super::layout::overview::Placed;
use super::super::super::model::Model;
use super::super::super::overview::{Ahead, AheadLine};
use super::panel::{self, Row, Title};
use super::tasks;
use crate::assess::{Feasibility, Milestone, Occasion, Planned, TooLate};
use crate::text::screen::overview as said;
use crate::text::words as names;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// The name, and in short what is at risk; where the list is not shown, the nearest day too.
pub(super) fn title(model: &Model, alone: bool) -> Title {
    let ahead = model.look.ahead.as_deref();
    let risk = ahead.map_or(0, Ahead::at_risk);
    let next = ahead.and_then(|ahead| ahead.milestones.first());
    let next = next
        .filter(|_| alone)
        .map(|next| [name(model, next), until(model, next)].join(" "));
    Title {
        name: said::AHEAD,
        summary: said::ahead(next.as_deref(), risk, model.lang),
        is_bad: risk > 0,
    }
}

/// What happens on the day.
fn name(model: &Model, milestone: &Milestone) -> String {
    let event = match &milestone.what {
        Occasion::Event(id) => model.board.history.event(id),
        _ => None,
    };
    let event = event.map(|event| event.name.as_str());
    said::occasion(&milestone.what, event, model.lang)
}

/// How long there is until the day.
fn until(model: &Model, milestone: &Milestone) -> String {
    let days = (milestone.on - model.board.today).num_days();
    let school_days = match milestone.what {
        Occasion::TermStart(_) => None,
        _ => Some(model.board.days_left(milestone.on)),
    };
    said::until(days, school_days, model.lang)
}

pub(super) fn view(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    let Some(ahead) = &model.look.ahead else {
        return;
    };
    if ahead.len() == 0 {
        panel::empty(model, placed, said::NO_AHEAD, frame);
    }
    panel::rows(model, placed, |at, chosen, area| match ahead.line(at) {
        Some(AheadLine::Day(milestone)) => day(model, milestone, chosen, area, frame),
        Some(AheadLine::Work(work)) => self::work(model, work, chosen, area, frame),
        None => {}
    });
}

fn day(model: &Model, milestone: &Milestone, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
    let day = names::day(milestone.on, model.lang);
    Row {
        head: Vec::new(),
        text: format!("{}  {day}", name(model, milestone)),
        style: model.theme.heading(),
        tail: vec![Span::styled(until(model, milestone), model.theme.key())],
    }
    .draw(model, chosen, area, frame);
}

fn work(model: &Model, work: &Planned, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
    let (board, lang) = (&model.board, model.lang);
    let after = match work.feasibility {
        Feasibility::TooLate(TooLate::Waits { after, .. }) => board.item(after).id.to_string(),
        _ => String::new(),
    };
    let style = match work.feasibility {
        Feasibility::InTime => model.theme.muted(),
        Feasibility::StartNow => model.theme.warning(),
        Feasibility::TooLate(_) => model.theme.bad(),
    };
    let mut head = vec![Span::raw("  ")];
    head.extend(tasks::head(model, work.index, tasks::ID));
    Row {
        head,
        text: board.item(work.index).text.of(lang).to_owned(),
        style: Style::new(),
        tail: vec![Span::styled(said::feasibility(work, &after, lang), style)],
    }
    .draw(model, chosen, area, frame);
}
