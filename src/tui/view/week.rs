//! The queue of the weekly review: how far it is, the matter to decide, the matters after it.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::model::Model;
use super::super::review::WeekPage;
use super::super::theme::status_mark;
use super::super::wrap::cut;
use super::hints::Hints;
use super::page::Page;
use super::{findings, item, line_of, put};
use crate::assess::{Feasibility, ItemIndex, Planned, TooLate};
use crate::calendar::Period;
use crate::fact::{Concern, Decision};
use crate::keymap::{self, Action, Binding, Context};
use crate::review::Matter;
use crate::text::screen::{self as words, finding as found, week as said};
use crate::text::{report, visible, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many cells the bar of the progress takes.
const BAR: usize = 10;
/// How many of the last completions are named.
const LAST: usize = 2;

pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    let areas = model.week_areas();
    let Some(page) = &model.review.page else {
        let wait = said::WAIT.of(model.lang);
        put(frame, areas.progress, wait, model.theme.muted());
        return;
    };
    progress(model, page, areas.progress, frame);
    if let Some(matter) = model.review.matter() {
        let mut told = Page::new(model, areas.matter);
        told.matter(page, matter);
        told.draw(areas.matter, frame);
        ruling_hints(model, matter).draw(model.theme, areas.keys, frame);
    } else {
        let nothing = said::NOTHING_LEFT.of(model.lang);
        put(frame, areas.matter, nothing, model.theme.muted());
    }
    list(model, areas.list, frame);
}

/// The week, how much is decided, what is left to confirm.
pub(super) fn progress(model: &Model, page: &WeekPage, area: Rect, frame: &mut Frame<'_>) {
    let (queue, lang) = (&page.queue, model.lang);
    let of = queue.decided + queue.matters.len();
    let progress = said::progress(queue.decided, of, queue.skipped(), lang);
    let quiet = said::quiet(queue.quiet.len(), queue.confirmed, lang);
    let rest = format!(" {progress}  {quiet}");
    let named = said::week(queue.week, lang);
    let room = usize::from(area.width);
    // The days of the week, and then the bar, give way where there is little room.
    let week = if named.width() + 2 + BAR + rest.width() <= room {
        named
    } else {
        queue.week.to_string()
    };
    let fits = week.width() + 2 + BAR + rest.width() <= room;
    let cells = if fits { BAR } else { 0 };
    let [done, left] = model
        .theme
        .bar(queue.decided as u64, of as u64, cells, model.theme.good());
    let line = Line::from(vec![
        Span::styled(week, model.theme.heading()),
        Span::raw("  "),
        done,
        left,
        Span::raw(rest),
    ]);
    draw_line(&line, area, frame.buffer_mut());
}

impl Page<'_> {
    /// The matter to decide, with what is needed to decide it.
    pub(super) fn matter(&mut self, week: &WeekPage, matter: &Matter) {
        let (model, lang) = (self.model, self.model.lang);
        let item = model.board.item(matter.index);
        let status = week.assessment.item(matter.index).map(|item| item.status);
        let status = status.unwrap_or(crate::assess::Status::Due);
        let mut head = vec![
            Span::styled(format!(" {}  ", item.id), model.theme.heading()),
            Span::styled(names::concern(matter.concern, lang), model.theme.title()),
        ];
        if matter.skipped {
            head.push(Span::raw(format!("  ({})", said::SKIPPED.of(lang))));
        }
        let mark = Span::styled(status_mark(status), model.theme.status(status));
        self.head(mark, head);
        self.text(item.text.of(lang), Style::new());
        finding(self, matter);
        missed(self, week, matter);
        pace(self, week, matter);
        plan(self, &week.schedule, matter.index, true);
        last_done(self, matter);
        standing(self, week, matter);
        people(self, matter);
        if let Some(advice) = said::advice(matter.concern, lang) {
            self.text(advice, model.theme.muted());
        }
    }
}

/// Which times were missed, or the last day.
fn missed(page: &mut Page<'_>, week: &WeekPage, matter: &Matter) {
    let (model, lang) = (page.model, page.model.lang);
    let days = matter.periods.iter();
    let is_plain = days.clone().all(|p| !matches!(p, Period::Day(_)));
    if !matter.periods.is_empty() {
        let mut periods = said::periods(&matter.periods, lang);
        if let Some(due) = matter.due.filter(|_| is_plain && matter.finding.is_none()) {
            let judged = week.assessment.item(matter.index);
            let open = judged.into_iter().flat_map(|item| &item.occurrences);
            let mut moved = open
                .filter(|o| o.due == Some(due))
                .filter_map(|o| o.first_due);
            periods = match moved.next().filter(|first| *first != due) {
                Some(first) => {
                    let moved = said::moved(due, first, lang);
                    words::with_limit(&periods, &moved, lang)
                }
                None => words::with_limit(&periods, &names::day(due, lang), lang),
            };
        }
        let is_done = matter.concern == Concern::Evidence;
        if is_done || matter.finding.is_some() {
            page.named(words::PERIOD, &periods, Style::new());
        } else {
            page.named(said::PERIODS, &periods, model.theme.bad());
        }
    }
}

fn last_done(page: &mut Page<'_>, matter: &Matter) {
    let done = item::recorded(page.model, matter.index, LAST);
    let done = if done.is_empty() {
        said::NEVER.of(page.model.lang).to_owned()
    } else {
        done.join("  ")
    };
    page.named(said::LAST_DONE, &done, Style::new());
}

/// What stands about it: why it does not apply, the evidence expected, what the last review said.
fn standing(page: &mut Page<'_>, week: &WeekPage, matter: &Matter) {
    let (model, lang) = (page.model, page.model.lang);
    let premises = model.board.premises();
    let (of, day) = (week.queue.week, model.board.today);
    if let Some(waiver) = premises.detail(matter.index, of, day).waiver {
        let text = format!("{}  {}", waiver.from, waiver.reason);
        page.named(words::WAIVED, &text, Style::new());
    }
    let expected = model.board.item(matter.index).evidence.as_ref();
    if let Some(expected) = expected.filter(|_| matter.concern == Concern::Evidence) {
        page.named(words::EVIDENCE, expected.of(lang), Style::new());
    }
    let history = premises.item_history(matter.index);
    let reviews = history.into_iter().flat_map(|h| h.reviews.iter().rev());
    let mut decided = reviews.filter(|review| review.decision != Decision::Skipped);
    if let Some(review) = decided.next() {
        let text = said::reviewed(review, lang);
        page.named(said::REVIEWED, &text, Style::new());
    }
}

fn finding(page: &mut Page<'_>, matter: &Matter) {
    let (model, lang) = (page.model, page.model.lang);
    let history = &model.board.history;
    let Some(finding) = matter.finding.as_ref().and_then(|id| history.finding(id)) else {
        return;
    };
    let left = findings::left(finding, &model.board, lang);
    let state = found::state(finding.state(), lang);
    let id = finding.id.to_string();
    let text = found::in_short(&id, state, left.as_deref(), &finding.text, lang);
    page.named(said::FINDING, &text, model.theme.bad());
    if let Some(action) = &finding.action {
        page.named(found::ACTION, action, Style::new());
    }
}

/// A number: how far it is, and whether it will be in time.
fn pace(page: &mut Page<'_>, week: &WeekPage, matter: &Matter) {
    let (model, lang) = (page.model, page.model.lang);
    let premises = model.board.premises();
    let day = model.board.today.min(week.queue.week.sunday());
    let Some(measure) = premises.measure(matter.index, day) else {
        return;
    };
    let unit = measure.unit.of(lang);
    let number = words::measured(measure.value, measure.of, measure.percent, unit);
    page.named(words::MEASURE, &number, Style::new());
    if let Some(pace) = matter.pace(&premises, &week.assessment) {
        let style = if pace.on_pace {
            Style::new()
        } else {
            model.theme.bad()
        };
        page.named(said::PACE, &said::pace(&pace, lang), style);
    }
}

/// When an item has to be begun, where planning backward says so; `late` where only that it can no
/// longer be met is worth saying.
pub(super) fn plan(page: &mut Page<'_>, schedule: &[Planned], index: ItemIndex, late: bool) {
    let (model, lang) = (page.model, page.model.lang);
    let planned = schedule.iter().find(|planned| planned.index == index);
    let Some(planned) = planned else {
        return;
    };
    match planned.feasibility {
        Feasibility::TooLate(why) => {
            let after = match why {
                TooLate::Waits { after, .. } => model.board.item(after).id.to_string(),
                _ => String::new(),
            };
            let text = report::too_late(why, &after, lang);
            page.named(said::PLAN, &text, model.theme.bad());
        }
        _ if late => {}
        _ => page.named(said::PLAN, &said::planned(planned, lang), Style::new()),
    }
}

fn people(page: &mut Page<'_>, matter: &Matter) {
    let (model, lang) = (page.model, page.model.lang);
    match model.board.premises().owner(matter.index) {
        Some(owner) => page.named(words::OWNER, &owner.of(lang), Style::new()),
        None => page.named(words::OWNER, words::NOBODY.of(lang), model.theme.bad()),
    }
}

/// The keys that decide a matter.
pub(in crate::tui) fn ruling_hints(model: &Model, matter: &Matter) -> Hints {
    Hints::of(rulings(model, matter), 1, model.size.0, model.lang)
}

/// What decides a matter, from the table of keys.
pub(in crate::tui) fn rulings(
    model: &Model,
    matter: &Matter,
) -> impl Iterator<Item = &'static Binding> {
    let rulings = matter.rulings(&model.board.premises());
    let decides = move |action: Action| match action {
        Action::Decide(decision) => rulings.contains(&decision),
        Action::DoneOn => rulings.contains(&Decision::Done),
        _ => false,
    };
    keymap::bindings(Context::Week).filter(move |binding| decides(binding.action))
}

/// All matters that are left, the chosen one marked.
fn list(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let lang = model.lang;
    let cursor = model.review.cursor;
    let shown = model.review.matters().iter().enumerate().skip(cursor.top);
    for (n, (at, matter)) in shown.take(area.height.into()).enumerate() {
        let item = model.board.item(matter.index);
        let concern = said::concern(matter.concern, lang);
        let gap = " ".repeat(9_usize.saturating_sub(concern.width()));
        let mark = if matter.skipped { "-" } else { " " };
        // Several findings on an item are told apart by what is wrong.
        let findings = &model.board.history;
        let text = match matter.finding.as_ref().and_then(|id| findings.finding(id)) {
            Some(finding) => format!("{}  {}", finding.id, finding.text),
            None => item.text.of(lang).to_owned(),
        };
        let text = visible(&text);
        let line = format!("{mark} {concern}{gap} {:<5} {text}", item.id.as_str());
        let mut style = if matter.skipped {
            model.theme.muted()
        } else {
            Style::new()
        };
        if at == cursor.at {
            style = style.patch(model.theme.chosen());
        }
        let line = cut(&line, area.width.into());
        put(frame, line_of(area, n), &line, style);
    }
}
