//! The findings: open ones first, and the chosen one in full below.

use super::super::board::Board;
use super::super::frame::Frame;
use super::super::model::{List, Model};
use super::super::wrap::cut;
use super::page::Page;
use super::{differences, line_of, notices, put};
use crate::fact::{Finding, FindingState, Seen};
use crate::review::Colour;
use crate::text::screen::{self as words, finding as said};
use crate::text::{Lang, visible, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// How many cells the school days left take.
const LEFT: usize = 8;
/// How many cells a state takes.
const STATE: usize = 9;
/// How many cells an owner takes.
const OWNER: usize = 10;

pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    let areas = model.findings_areas();
    let board = &model.board;
    let heading = model.theme.heading();
    put(frame, areas.line, &counts(model), heading);
    match model.findings.list {
        List::Findings => {}
        List::Notices => return notices::view(model, &areas, frame),
        List::Differences => return differences::view(model, &areas, frame),
    }
    if board.findings.is_empty() {
        let none = said::NONE.of(model.lang);
        put(frame, areas.list, none, model.theme.muted());
        return;
    }
    let cursor = model.findings.cursor;
    for n in 0..usize::from(areas.list.height) {
        let at = cursor.top + n;
        if let Some(finding) = board.finding(at) {
            let area = line_of(areas.list, n);
            row(model, finding, at == cursor.at, area, frame);
        }
    }
    let page = of_chosen(Page::new(model, areas.chosen));
    page.draw_from(model.findings.top, areas.chosen, frame);
}

/// How many findings are open, how many notices there are, where two verdicts differ.
pub(super) fn counts(model: &Model) -> String {
    let notices = model.findings.notices().iter();
    let colours = [Colour::Red, Colour::Yellow, Colour::Blue].map(|colour| {
        notices
            .clone()
            .filter(|(_, line)| line.colour == colour)
            .count()
    });
    let mut line = said::counts(model.board.open_findings, colours, model.lang);
    line += &said::differ(model.findings.differ().len(), model.lang);
    line
}

/// How many lines the chosen finding takes.
pub(in crate::tui) fn finding_lines(model: &Model) -> usize {
    let area = model.findings_areas().chosen;
    let page = match model.findings.list {
        List::Findings => of_chosen(Page::new(model, area)),
        List::Notices => notices::page(model, area),
        List::Differences => differences::page(model, area),
    };
    page.lines.len()
}

/// The mark of a finding: that of an item which stands like it.
pub(super) fn mark(finding: &Finding, board: &Board) -> &'static str {
    match finding.state() {
        FindingState::Closed => "[x]",
        _ if finding.is_overdue(board.today) => "[!]",
        FindingState::Open => "[ ]",
        FindingState::Fixed | FindingState::Verified => "[~]",
    }
}

fn style(model: &Model, finding: &Finding) -> Style {
    match finding.state() {
        FindingState::Closed => model.theme.muted(),
        _ if finding.is_overdue(model.board.today) => model.theme.bad(),
        FindingState::Open => Style::new(),
        FindingState::Fixed | FindingState::Verified => model.theme.good(),
    }
}

/// How long there is left for it; nothing where it is struck off.
pub(super) fn left(finding: &Finding, board: &Board, lang: Lang) -> Option<String> {
    let days = board.days_left(finding.due);
    let over = finding.is_overdue(board.today);
    finding.is_open().then(|| said::left(days, over, lang))
}

/// One finding: mark, id, time left, state, owner, source, what is wrong.
fn row(model: &Model, finding: &Finding, chosen: bool, area: Rect, frame: &mut Frame<'_>) {
    let lang = model.lang;
    let left = left(finding, &model.board, lang).unwrap_or_default();
    let columns = [
        (mark(finding, &model.board).to_owned(), 3),
        (finding.id.to_string(), 5),
        (left, LEFT),
        (said::state(finding.state(), lang).to_owned(), STATE),
        (visible(&finding.owner).into_owned(), OWNER),
        (said::source_name(finding.source, lang).to_owned(), 6),
        (finding.item.item.to_string(), 5),
    ];
    let mut line = String::new();
    for (text, width) in columns {
        let text = cut(&text, width);
        let gap = width.saturating_sub(text.width()) + 1;
        line.push_str(&text);
        line.push_str(&" ".repeat(gap));
    }
    line.push_str(&finding.text);
    let mut style = style(model, finding);
    if chosen {
        style = style.patch(model.theme.chosen());
    }
    put(frame, area, &line, style);
}

/// The chosen finding in full.
pub(super) fn of_chosen(mut page: Page<'_>) -> Page<'_> {
    let model = page.model;
    let Some(finding) = model.chosen_finding() else {
        return page;
    };
    let (board, lang) = (&model.board, model.lang);
    page.text(&finding.text, model.theme.heading());
    let item = board
        .premises()
        .index(&finding.item.checklist, &finding.item.item);
    let text = item.map_or("", |index| board.item(index).text.of(lang));
    let period = finding.period.as_ref().map(|p| names::period(p, lang));
    let id = &finding.item.item;
    page.named(said::ITEM, &[&id.to_string(), text].join(" "), Style::new());
    if let Some(period) = period {
        page.named(words::PERIOD, &period, Style::new());
    }
    let optional = [
        (said::CAUSE, &finding.cause),
        (said::ACTION, &finding.action),
    ];
    for (name, text) in optional {
        if let Some(text) = text {
            page.named(name, text, Style::new());
        }
    }
    page.named(said::OWNER, &finding.owner, Style::new());
    let left = left(finding, board, lang).unwrap_or_default();
    let left = [said::state(finding.state(), lang), &left].join(" ");
    let limit = said::limit(finding.due, finding.first_due, left.trim_end(), lang);
    page.named(said::LIMIT, &limit, style(model, finding));
    course(&mut page, finding);
    page
}

/// What became of it, in order.
fn course(page: &mut Page<'_>, finding: &Finding) {
    let lang = page.model.lang;
    let source = names::finding_source(finding.source, lang);
    let raised = format!("{}  {source}", said::seen(&finding.raised, lang));
    page.named(said::RAISED, &raised, Style::new());
    for reopening in &finding.reopened {
        let before = [&reopening.fixed, &reopening.verified, &reopening.closed];
        steps(page, before);
        page.named(
            said::REOPENED,
            &said::reopening(reopening, lang),
            page.model.theme.bad(),
        );
    }
    steps(page, [&finding.fixed, &finding.verified, &finding.closed]);
    for (on, note) in &finding.notes {
        let day = names::day(*on, lang);
        page.named(words::NOTE, &format!("{day}  {note}"), Style::new());
    }
}

/// When it was put right, verified and struck off.
fn steps(page: &mut Page<'_>, steps: [&Option<Seen>; 3]) {
    let lang = page.model.lang;
    let names = [said::FIXED, said::VERIFIED, said::CLOSED];
    for (name, step) in names.into_iter().zip(steps) {
        if let Some(step) = step {
            page.named(name, &said::seen(step, lang), page.model.theme.good());
        }
    }
}
