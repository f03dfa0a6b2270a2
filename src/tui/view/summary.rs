//! The page that closes the weekly review: this week beside the last, what changed and why, the
//! last weeks, and the signature.

use super::super::frame::Frame;
use super::super::model::Model;
use super::super::wrap::cut;
use super::overview::weeks_marks;
use super::page::Page;
use super::{aloud, put, week};
use crate::calendar::Week;
use crate::review::{Change, Figures, Summary, can_report_nothing, sign_from};
use crate::text::screen::{plain, summary as said, week as review};
use crate::text::{visible, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many cells the name of a row takes, and each of its two numbers.
const NAME: usize = 30;
const NUMBER: usize = 20;

pub(super) fn view(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let Some(page) = &model.review.page else {
        let wait = review::WAIT.of(model.lang);
        put(frame, area, wait, model.theme.muted());
        return;
    };
    let first = Rect {
        height: area.height.min(1),
        ..area
    };
    week::progress(model, page, first, frame);
    let below = Rect {
        y: area.y + first.height,
        height: area.height - first.height,
        ..area
    };
    let page = of_week(Page::new(model, below));
    page.draw_from(model.review.top, below, frame);
}

/// How many lines it takes.
pub(in crate::tui) fn summary_lines(model: &Model) -> usize {
    of_week(Page::new(model, model.areas().body)).lines.len()
}

/// What the week adds up to.
pub(super) fn of_week(mut page: Page<'_>) -> Page<'_> {
    let Some(summary) = &page.model.review.summary else {
        return page;
    };
    state(&mut page, summary);
    page.blank();
    figures(&mut page, summary);
    page.blank();
    changes(&mut page, summary);
    trends(&mut page, summary.week);
    page
}

/// Whether it is signed, or what is in the way.
fn state(page: &mut Page<'_>, summary: &Summary) {
    let (model, lang) = (page.model, page.model.lang);
    let history = model.board.history.week(summary.week);
    if let Some(signature) = history.and_then(|week| week.lock()) {
        page.text(&said::locked(signature, lang), model.theme.good());
    } else {
        let from = sign_from(&model.board.calendar, summary.week);
        let quiet = model.review.page.as_ref().is_some_and(|page| {
            can_report_nothing(&model.board.premises(), &page.assessment).is_empty()
        });
        let text = said::from(from, model.board.today, quiet, lang);
        page.text(&text, Style::new());
        let undecided = said::undecided(summary.undecided, summary.skipped, lang);
        if let Some(text) = undecided {
            page.text(&text, model.theme.bad());
        }
    }
    for unlocking in history.iter().flat_map(|week| &week.unlockings) {
        let text = said::unlocked(unlocking, lang);
        page.named(said::UNLOCKED, &text, model.theme.bad());
    }
}

/// A row of the table of figures.
fn row(page: &mut Page<'_>, name: &str, numbers: [&str; 2], style: Style) {
    if page.aloud {
        let [this, last] = numbers;
        page.text(&plain::beside(name, this, last, page.model.lang), style);
        return;
    }
    let cell = |text: &str, width: usize| {
        let text = cut(&visible(text), width);
        let gap = width.saturating_sub(text.width());
        [text, " ".repeat(gap + 1)].concat()
    };
    let name_width = NAME.min(page.width.saturating_sub(2 * NUMBER + 2)).max(12);
    let number_width = NUMBER.min(page.width.saturating_sub(name_width) / 2).max(2) - 1;
    let numbers = numbers.map(|number| cell(number, number_width)).concat();
    page.lines.push(Line::from(vec![
        Span::styled(cell(name, name_width), page.model.theme.muted()),
        Span::styled(numbers, style),
    ]));
}

fn figures(page: &mut Page<'_>, summary: &Summary) {
    let lang = page.model.lang;
    if !page.aloud {
        let names = [said::THIS.of(lang), said::LAST.of(lang)];
        row(page, "", names, page.model.theme.heading());
    }
    let this = said::rows(&summary.this, lang);
    let last = summary.last.as_ref().map(|last| said::rows(last, lang));
    for (n, (name, this)) in this.iter().enumerate() {
        let last = last.as_ref().and_then(|rows| rows.get(n));
        let last = last.map_or("-", |(_, number)| number.as_str());
        row(page, name.of(lang), [this, last], Style::new());
    }
    measures(page, &summary.this, summary.last.as_ref());
}

/// The numbers that were entered, with what the week before had.
fn measures(page: &mut Page<'_>, this: &Figures, last: Option<&Figures>) {
    let (model, lang) = (page.model, page.model.lang);
    for measure in &this.measures {
        let before = last.and_then(|last| {
            let mut measures = last.measures.iter();
            measures.find(|before| before.index == measure.index)
        });
        let was = before.and_then(|before| before.value);
        if measure.value.is_none() && was.is_none() {
            continue;
        }
        let item = model.board.item(measure.index);
        let unit = item.measure.as_ref().map_or("", |m| m.unit.of(lang));
        let name = [item.id.as_str(), unit].join(" ");
        let now = said::number(measure.value, measure.of);
        let then = before.map_or_else(|| "-".to_owned(), |b| said::number(b.value, b.of));
        row(page, &name, [&now, &then], Style::new());
    }
}

fn changes(page: &mut Page<'_>, summary: &Summary) {
    let (model, lang) = (page.model, page.model.lang);
    page.text(said::CHANGES.of(lang), model.theme.heading());
    if summary.changes.is_empty() {
        page.text(said::NO_CHANGES.of(lang), model.theme.muted());
    }
    for change in &summary.changes {
        let (item, text) = about(model, change);
        page.text(&said::change(change, &item, &text, lang), Style::new());
    }
    page.blank();
}

/// The item that a change is about, and the text of a finding.
fn about(model: &Model, change: &Change) -> (String, String) {
    let id = |index| model.board.item(index).id.to_string();
    match change {
        Change::Waived { index, .. }
        | Change::Lifted { index, .. }
        | Change::Postponed { index, .. } => (id(*index), String::new()),
        Change::FindingRaised { finding, index } | Change::FindingClosed { finding, index } => {
            let text = model.board.history.finding(finding);
            let text = text.map_or_else(String::new, |finding| finding.text.clone());
            (index.map_or_else(String::new, id), text)
        }
        _ => (String::new(), String::new()),
    }
}

/// The last weeks, all together and for each requirement, as many columns of them as fit.
fn trends(page: &mut Page<'_>, week: Week) {
    let (model, lang) = (page.model, page.model.lang);
    let Some(trend) = &model.look.trend else {
        return;
    };
    if trend.weeks.last() != Some(&week) {
        return;
    }
    if page.aloud {
        return aloud::trends(page, trend);
    }
    page.text(said::TREND.of(lang), model.theme.heading());
    let now = trend.all.last().map(|totals| totals.percent);
    let rate = names::percent(now.flatten());
    let all = format!("{}  {} {rate}", weeks_marks(&trend.all), said::ALL.of(lang));
    page.lines.push(Line::raw(all));
    for of in &trend.requirements {
        let adopted = model.board.adopted.get(of.checklist);
        let requirement = adopted.and_then(|a| a.checklist.requirements.get(of.requirement));
        let Some(requirement) = requirement else {
            continue;
        };
        let marks = weeks_marks(&of.totals);
        let title = visible(requirement.title.of(lang)).into_owned();
        let worst = of.totals.last().is_some_and(|totals| totals.overdue > 0);
        let style = if worst {
            model.theme.bad()
        } else {
            Style::new()
        };
        page.lines.push(Line::from(vec![
            Span::styled(marks, style),
            Span::raw(format!("  {:<2} {title}", requirement.id.as_str())),
        ]));
    }
}
