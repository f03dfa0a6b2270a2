//! What takes a look back: the review of a week, the trend, the year. It is worked out when it is
//! shown, from what is at hand or else after an effect has fetched it.

use super::super::board::Board;
use super::super::message::Effect;
use super::super::model::{Counts, Model};
use super::super::overview::{Ahead, Panel};
use super::super::review::WeekPage;
use super::week;
use crate::assess::{Owner, Planned, RequirementAssessment, Totals, Trend};
use crate::assess::{ahead, heat, schedule, trend};
use crate::calendar::Week;
use crate::keymap::Context;
use crate::review::{NoticeLine, disagreements, notices, summary};
use crate::workspace::View;
use std::sync::Arc;

/// How many weeks a trend shows.
pub(in crate::tui) const WEEKS: usize = 12;

/// Works out what is shown and not worked out yet; the effects that fetch what is not at hand.
pub(super) fn look(model: &mut Model) -> Vec<Effect> {
    let Some(effect) = missing(model) else {
        return Vec::new();
    };
    if model.look.asked.as_ref() == Some(&effect) {
        return Vec::new();
    }
    model.look.asked = Some(effect.clone());
    vec![effect]
}

fn missing(model: &mut Model) -> Option<Effect> {
    let week = model.review.week;
    let shown = model.first_shown();
    if model.look.drawn && shown < model.look.reach {
        return Some(Effect::Reach { week: shown });
    }
    match model.context {
        Context::Week | Context::Summary if model.review.page.is_none() => {
            // The week stands beside the one before.
            let since = week.previous();
            if since < model.look.reach {
                return Some(Effect::Reach { week: since });
            }
            if model.review_is_signed() {
                return Some(Effect::LookAsSigned { week });
            }
            let (premises, day) = (model.board.premises(), model.board.today);
            let page = WeekPage::of(&premises, week, day);
            model.review.page = Some(Arc::new(page));
            week::opened(model);
            missing(model)
        }
        Context::Summary if model.review.summary.is_none() => {
            let (premises, day) = (model.board.premises(), model.board.today);
            let summary = summary(&premises, week, day);
            model.review.summary = Some(Arc::new(summary));
            missing(model)
        }
        Context::Summary if !has_trend(model, week) => Some(Effect::Look { since: first(week) }),
        Context::Overview if model.look.drawn => for_overview(model),
        Context::Checklist => {
            plan(model);
            None
        }
        Context::Findings if model.findings.counts.is_none() => {
            let board = &model.board;
            model.findings.counts = Some(Arc::new(Counts {
                notices: lines(board),
                differ: disagreements(&board.premises(), board.today),
            }));
            model.rebuild();
            None
        }
        Context::Calendar if model.year.days.is_none() => Some(Effect::Look {
            since: Week::of(model.year.from),
        }),
        _ => None,
    }
}

/// What the panels of the overview show, as far as they are shown.
fn for_overview(model: &mut Model) -> Option<Effect> {
    let shown = model.dashboard();
    if shown.of(Panel::Ahead).is_some() && model.look.ahead.is_none() {
        let planned = plan(model);
        let board = &model.board;
        let milestones = ahead(&board.premises(), &planned, board.today);
        model.look.ahead = Some(Arc::new(Ahead::of(milestones)));
        model.rebuild_overview();
    }
    let lacks_trend = shown.of(Panel::Trend).is_some() && model.trend().is_none();
    let since = first(model.board.assessment.week);
    lacks_trend.then_some(Effect::Look { since })
}

/// What has to be begun when, worked out where it is not yet.
fn plan(model: &mut Model) -> Arc<Vec<Planned>> {
    let board = &model.board;
    let planned = model
        .look
        .schedule
        .get_or_insert_with(|| Arc::new(schedule(&board.premises(), &board.assessment)));
    Arc::clone(planned)
}

/// A signed week was seen as it was signed, which is how it is shown.
pub(super) fn signed(model: &mut Model, week: Week, view: &View) {
    if week != model.review.week {
        return;
    }
    let premises = view.premises();
    let page = WeekPage::of(&premises, week, view.day);
    model.review.page = Some(Arc::new(page));
    model.review.summary = Some(Arc::new(summary(&premises, week, view.day)));
    week::opened(model);
}

/// The lines of today's notices, owner by owner.
fn lines(board: &Board) -> Vec<(Option<Owner>, NoticeLine)> {
    let notices = notices(&board.premises(), &board.assessment).into_iter();
    let lines = notices.flat_map(|notice| {
        let owner = notice.owner;
        let lines = notice.lines.into_iter();
        lines.map(move |line| (owner.clone(), line))
    });
    lines.collect()
}

fn has_trend(model: &Model, week: Week) -> bool {
    let trend = model.look.trend.as_ref();
    trend.is_some_and(|trend| trend.weeks.last().is_none_or(|last| *last == week))
}

/// The first week of the trend up to `week`.
fn first(week: Week) -> Week {
    std::iter::successors(Some(week), |week| Some(week.previous()))
        .nth(WEEKS - 1)
        .unwrap_or(week)
}

/// Takes in what was fetched for what is shown.
pub(super) fn seen(model: &mut Model, since: Week, view: &View) {
    let premises = view.premises();
    if model.context == Context::Calendar {
        let year = &mut model.year;
        if Week::of(year.from) == since {
            let days = heat(&premises, year.from, year.to, view.day);
            year.days = Some(Arc::new(days));
        }
        return;
    }
    let week = match model.context {
        Context::Overview => model.board.assessment.week,
        _ => model.review.week,
    };
    if first(week) == since {
        let trend = trend(&premises, week, view.day, WEEKS);
        model.look.trend = Some(Arc::new(trend));
        model.rebuild_overview();
    }
}

/// Forgets what the new state of things makes out of date. The trend of the overview stays, with
/// the new counts of this week: a tick must not cost a look back.
pub(super) fn forget(model: &mut Model, board: &Board) {
    model.review.page = None;
    model.review.summary = None;
    model.year.days = None;
    model.findings.counts = None;
    model.look.asked = None;
    model.look.schedule = None;
    model.look.ahead = None;
    model.tree.forget_found();
    let on_overview = model.context == Context::Overview;
    let kept = model.look.trend.take().filter(|_| on_overview);
    let kept = kept.filter(|_| model.board.today == board.today);
    model.look.trend = kept.map(|trend| Arc::new(renewed(&trend, board)));
}

/// The trend with the counts of the board's week as they are now.
fn renewed(trend: &Trend, board: &Board) -> Trend {
    let mut trend = trend.clone();
    let put = |weeks: &mut Vec<Totals>, totals: Totals| {
        if let Some(last) = weeks.last_mut() {
            *last = totals;
        }
    };
    put(&mut trend.all, board.assessment.tally.totals());
    for of in &mut trend.requirements {
        let judged = requirement(board, of.checklist, of.requirement);
        if let Some(judged) = judged {
            put(&mut of.totals, judged.tally.totals());
        }
    }
    trend
}

fn requirement(board: &Board, c: usize, r: usize) -> Option<&RequirementAssessment> {
    let requirements = &board.assessment.checklists.get(c)?.requirements;
    let is = |judged: &&RequirementAssessment| {
        let first = judged.items.first();
        first.is_some_and(|item| item.index.requirement == r)
    };
    requirements.iter().find(is)
}
