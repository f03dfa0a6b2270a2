//! What the views show, in lines to be read out: the same pages, without marks, bars and columns.

use super::super::model::Model;
use super::page::Page;
use super::{calendar, differences, findings, notices, overview, record, summary};
use crate::assess::{DayHeat, ItemIndex, StripCell, Totals, Trend};
use crate::fact::{Entry, Finding, revoked};
use crate::review::{Matter, NoticeLine};
use crate::text::screen::{self as words, find, finding as found, plain as said, week as review};
use crate::text::{Lang, report, screen, visible, words as names};
use ratatui::style::Style;
use ratatui::text::Line;

/// How many weeks of the trend are read out for each requirement.
const BESIDE: usize = 2;

impl Page<'_> {
    /// The page as sentences; what the screen sets apart by room is set apart by commas.
    fn spoken(self) -> Vec<String> {
        let lang = self.model.lang;
        let lines = self.lines.iter().map(|line| {
            let text: String = line.spans.iter().map(|span| &*span.content).collect();
            let parts: Vec<&str> = text.split("  ").map(str::trim).collect();
            said::parts(&parts, lang)
        });
        lines.filter(|line| !line.is_empty()).collect()
    }
}

/// Where the school stands today, and what waits.
pub(in crate::tui) fn overview(model: &Model) -> Vec<String> {
    let board = &model.board;
    let totals = board.assessment.tally.totals();
    let sentence = screen::overview::sentence(&totals, board.tasks.today, model.lang);
    let waiting = overview::waits(model).into_iter();
    std::iter::once(sentence).chain(waiting).collect()
}

/// An item in full.
pub(in crate::tui) fn item(model: &Model, index: ItemIndex) -> Vec<String> {
    let mut page = Page::aloud(model);
    page.item(index);
    page.spoken()
}

/// An item in a list: whether it is marked, how it stands, which it is, what it asks. The state comes first, and sets the
/// item's own number apart from that in the list.
pub(in crate::tui) fn item_in_short(model: &Model, index: ItemIndex) -> String {
    let (board, lang) = (&model.board, model.lang);
    let standing = words::standing(board.status(index), board.limit(index), lang);
    let marked = model.marks.has(index);
    let marked = if marked { find::MARKED.of(lang) } else { "" };
    let head = said::parts(&[marked, &standing], lang);
    said::named(&head, &id_and_text(model, index), lang)
}

/// An item's number and text.
fn id_and_text(model: &Model, index: ItemIndex) -> String {
    let item = model.board.item(index);
    [item.id.as_str(), &visible(item.text.of(model.lang))].join(" ")
}

/// The number of an item against its target.
pub(in crate::tui) fn measure(model: &Model, index: ItemIndex) -> String {
    let (board, lang) = (&model.board, model.lang);
    let Some(measure) = board.premises().measure(index, board.today) else {
        return item_in_short(model, index);
    };
    if measure.value.is_none() {
        let nothing = screen::overview::NO_NUMBER.of(lang);
        return said::named(nothing, &id_and_text(model, index), lang);
    }
    let unit = measure.unit.of(lang);
    let number = words::measured(measure.value, measure.of, measure.percent, unit);
    let mut page = Page::aloud(model);
    page.text(&number, Style::new());
    let number = page.spoken().concat();
    said::named(&number, &id_and_text(model, index), lang)
}

/// A requirement in a list, with its rate.
pub(in crate::tui) fn requirement(model: &Model, (c, r): (usize, usize)) -> String {
    let Totals {
        done,
        required,
        overdue,
        ..
    } = totals(model, (c, r)).unwrap_or_default();
    let name = requirement_name(model, (c, r));
    said::requirement(&name, done, required, overdue, model.lang)
}

/// A requirement's number and title.
pub(in crate::tui) fn requirement_name(model: &Model, (c, r): (usize, usize)) -> String {
    let adopted = model.board.adopted.get(c);
    let requirement = adopted.and_then(|adopted| adopted.checklist.requirements.get(r));
    requirement.map_or_else(String::new, |requirement| {
        let name = said::requirement_name(requirement.id.as_str(), model.lang);
        [&*name, &visible(requirement.title.of(model.lang))].join(" ")
    })
}

fn totals(model: &Model, (c, r): (usize, usize)) -> Option<Totals> {
    let judged = model.board.assessment.checklists.get(c)?;
    let of = |item: &crate::assess::ItemAssessment| item.index.requirement == r;
    let mut requirements = judged.requirements.iter();
    let judged = requirements.find(|judged| judged.items.first().is_some_and(of))?;
    Some(judged.tally.totals())
}

/// The matter to decide, with how far the review has come.
pub(in crate::tui) fn matter(model: &Model) -> Vec<String> {
    let mut lines = progress(model);
    if let (Some(week), Some(matter)) = (&model.review.page, model.review.matter()) {
        let mut page = Page::aloud(model);
        page.matter(week, matter);
        lines.extend(page.spoken());
    }
    lines
}

/// A matter in a list.
pub(in crate::tui) fn matter_in_short(model: &Model, matter: &Matter) -> String {
    let lang = model.lang;
    let skipped = if matter.skipped {
        review::SKIPPED.of(lang)
    } else {
        ""
    };
    let concern = names::concern(matter.concern, lang);
    let head = said::parts(&[concern, skipped], lang);
    let finding = matter.finding.as_ref();
    let text = match finding.and_then(|id| model.board.history.finding(id)) {
        Some(finding) => [finding.id.0.as_str(), &visible(&finding.text)].join(" "),
        None => id_and_text(model, matter.index),
    };
    said::named(&head, &text, lang)
}

/// The week, how much is decided, what is left to confirm.
fn progress(model: &Model) -> Vec<String> {
    let lang = model.lang;
    let Some(page) = &model.review.page else {
        return vec![review::WAIT.of(lang).to_owned()];
    };
    let queue = &page.queue;
    let of = queue.decided + queue.matters.len();
    let decided = review::progress(queue.decided, of, queue.skipped(), lang);
    let quiet = review::quiet(queue.quiet.len(), queue.confirmed, lang);
    vec![
        review::week(queue.week, lang),
        said::parts(&[&decided, &quiet], lang),
    ]
}

/// The page that closes the review.
pub(in crate::tui) fn summary(model: &Model) -> Vec<String> {
    let mut lines = progress(model);
    lines.extend(summary::of_week(Page::aloud(model)).spoken());
    lines
}

/// How many findings are open, and what else is in their view.
pub(in crate::tui) fn findings(model: &Model) -> String {
    findings::counts(model)
}

/// A finding in a list.
pub(in crate::tui) fn finding_in_short(model: &Model, finding: &Finding) -> String {
    let lang = model.lang;
    let left = findings::left(finding, &model.board, lang);
    let state = found::state(finding.state(), lang);
    let id = finding.id.to_string();
    let text = visible(&finding.text);
    let said = found::in_short(&id, state, left.as_deref(), &text, lang);
    let item = finding.item.item.to_string();
    let item = said::named(found::ITEM.of(lang), &item, lang);
    let owner = said::named(found::OWNER.of(lang), &visible(&finding.owner), lang);
    said::parts(&[&said, &item, &owner], lang)
}

/// The chosen finding in full.
pub(in crate::tui) fn finding(model: &Model) -> Vec<String> {
    let mut lines: Vec<String> = model
        .chosen_finding()
        .map(|finding| finding.id.to_string())
        .into_iter()
        .collect();
    lines.extend(findings::of_chosen(Page::aloud(model)).spoken());
    lines
}

/// A notice in a list: its colour, who is told, about what and why.
pub(in crate::tui) fn notice(model: &Model, at: usize) -> String {
    let lang = model.lang;
    let Some((owner, line)) = model.findings.notices().get(at) else {
        return String::new();
    };
    let NoticeLine {
        colour,
        index,
        reason,
        ..
    } = line;
    let owner = notices::name(owner.as_ref(), lang);
    let reason = report::notice_reason(reason, lang);
    let colour = found::colour(*colour, lang);
    let head = said::parts(&[colour, &visible(&owner), &reason], lang);
    said::named(&head, &id_and_text(model, *index), lang)
}

/// A difference in a list: what both say.
pub(in crate::tui) fn difference(model: &Model, at: usize) -> String {
    let lang = model.lang;
    let Some(difference) = model.findings.differ().get(at) else {
        return String::new();
    };
    let both = differences::both(difference, lang);
    said::named(&both, &id_and_text(model, difference.index), lang)
}

/// A day in short: which, what kind, what was due on it.
pub(in crate::tui) fn day_in_short(model: &Model, heat: &DayHeat) -> String {
    let [day, kind, due] = calendar::in_short(model, heat);
    let day = if heat.day == model.board.today {
        said::today(&day, model.lang)
    } else {
        day
    };
    said::parts(&[&day, &kind, &due], model.lang)
}

/// The chosen day in full.
pub(in crate::tui) fn day(model: &Model) -> Vec<String> {
    calendar::of_chosen(Page::aloud(model)).spoken()
}

/// An entry of the record in a list.
pub(in crate::tui) fn entry(model: &Model, at: usize) -> String {
    let facts = &model.entries.facts;
    let Some(fact) = facts.get(at) else {
        return String::new();
    };
    let is_undoing = matches!(fact.entry, Entry::Revoked { .. });
    let newer: Vec<_> = facts.iter().take(at).rev().cloned().collect();
    let undone = !is_undoing && revoked(&newer).contains(&fact.action);
    let mut page = Page::aloud(model);
    page.text(&record::entry(model, fact, undone), Style::new());
    page.spoken().concat()
}

/// How the last periods of an item went, the latest first.
pub(super) fn strip(cells: &[StripCell], lang: Lang) -> String {
    let mut runs: Vec<(_, usize, String)> = Vec::new();
    for cell in cells.iter().rev() {
        match runs.last_mut() {
            Some((mark, count, _)) if *mark == cell.mark => *count += 1,
            _ => runs.push((cell.mark, 1, names::period(&cell.period, lang))),
        }
    }
    said::lately(&runs, lang)
}

/// The last weeks: all together week by week, each requirement this week and the last.
pub(super) fn trends(page: &mut Page<'_>, trend: &Trend) {
    let (model, lang) = (page.model, page.model.lang);
    let rates = |weeks: &[Totals]| -> Vec<String> {
        weeks.iter().map(|t| names::percent(t.percent)).collect()
    };
    let all = rates(&trend.all);
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    page.named(
        screen::summary::TREND,
        &said::parts(&all, lang),
        Style::new(),
    );
    for of in &trend.requirements {
        let name = requirement_name(model, (of.checklist, of.requirement));
        let last = rates(&of.totals);
        let last = last.iter().rev().take(BESIDE).map(String::as_str);
        let [this, before] = match last.collect::<Vec<_>>()[..] {
            [this, before] => [this, before],
            [this] => [this, "-"],
            _ => continue,
        };
        let said = said::beside(&name, this, before, lang);
        page.lines.push(Line::raw(said));
    }
}
