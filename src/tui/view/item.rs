//! What the right side shows: an item, a requirement or a checklist.

use super::super::frame::Frame;
use super::super::laid::Laid;
use super::super::model::Model;
use super::super::theme::{status_mark, strip_mark};
use super::address::address;
use super::page::Page;
use super::{aloud, findings, week};
use crate::assess::{ItemDetail, ItemIndex, Mark, MeasureState, StripCell, strip};
use crate::calendar::Period;
use crate::checklist::Item;
use crate::fact::{Completion, Measurement};
use crate::text::screen::{finding as said, week as review};
use crate::text::{Lang, facts, screen as words, visible, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many entries of an item's history are shown.
const HISTORY: usize = 8;
/// How many cells the bar of a measure takes.
const BAR: usize = 8;

pub(super) fn view(model: &Model, index: ItemIndex, area: Rect, frame: &mut Frame<'_>) {
    let page = frame.page(index, || laid(model, index, area));
    page.draw(model.item_top, area, frame);
}

/// The page of an item for an area.
pub(super) fn laid(model: &Model, index: ItemIndex, area: Rect) -> Laid {
    let mut page = Page::new(model, area);
    page.item(index);
    page.laid()
}

/// How many lines the chosen item takes; none where no item is chosen.
pub(in crate::tui) fn item_lines(model: &Model) -> usize {
    let mut page = Page::new(model, model.areas().item);
    if let Some(index) = model.chosen_item() {
        page.item(index);
    }
    page.lines.len()
}

pub(super) fn requirement(
    model: &Model,
    (c, r): (usize, usize),
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let requirement = &model.board.adopted[c].checklist.requirements[r];
    let mut page = Page::new(model, area);
    page.text(requirement.title.of(model.lang), model.theme.heading());
    let judged = model.board.assessment.checklists.get(c);
    let judged = judged.and_then(|c| c.requirements.iter().find(|r| r.id == requirement.id));
    if let Some(judged) = judged {
        page.totals(&judged.tally.totals());
    }
    page.draw(area, frame);
}

pub(super) fn checklist(model: &Model, c: usize, area: Rect, frame: &mut Frame<'_>) {
    let adopted = &model.board.adopted[c];
    let lang = model.lang;
    let mut page = Page::new(model, area);
    page.text(adopted.checklist.title.of(lang), model.theme.heading());
    let directive = &adopted.checklist.directive;
    page.text(
        &format!("{}  {}", directive.issuer.of(lang), directive.issued),
        model.theme.muted(),
    );
    if let Some(judged) = model.board.assessment.checklists.get(c) {
        page.totals(&judged.tally.totals());
    }
    for caveat in &model.board.assessment.caveats {
        page.blank();
        page.text(&names::caveat(caveat, lang), Style::new());
    }
    page.draw(area, frame);
}

/// An entry of an item's history.
enum Recorded<'a> {
    Done(&'a Period, &'a Completion),
    Measured(&'a Measurement),
}

impl Recorded<'_> {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Done(period, done) => words::completion(period, done, lang),
            Self::Measured(number) => {
                let ratio = facts::ratio(number.value, number.of);
                let on = names::day(number.on, lang);
                format!("{on}  {ratio}  {}", number.by)
            }
        }
    }
}

impl Page<'_> {
    pub(super) fn totals(&mut self, totals: &crate::assess::Totals) {
        self.blank();
        let text = crate::text::cli::totals(totals, self.model.lang);
        self.text(&text, Style::new());
    }

    pub(super) fn item(&mut self, index: ItemIndex) {
        let model = self.model;
        let (board, lang) = (&model.board, model.lang);
        let item = board.item(index);
        let status = board.status(index);
        let standing = words::standing(status, board.limit(index), lang);
        let style = model.theme.status(status);
        self.head(
            Span::styled(status_mark(status), style),
            vec![
                Span::styled(format!(" {}  ", item.id), model.theme.heading()),
                Span::styled(standing, style),
            ],
        );
        self.blank();
        self.text(item.text.of(lang), Style::new());
        self.blank();
        let week = board.assessment.week;
        let detail = board.premises().detail(index, week, board.today);
        self.people(&detail);
        self.named(
            words::CADENCE,
            &names::cadence(&item.cadence, lang),
            Style::new(),
        );
        let since = model.look.reach.monday();
        self.strip(&strip(&board.premises(), index, since, board.today));
        if let Some(measure) = &detail.measure {
            self.measure(measure);
        }
        self.plan(index);
        self.findings(index);
        self.extras(item, &detail);
        self.clauses(index, item);
        self.history(index);
    }

    /// A last day that was moved, when to begin, and whether a number is on its way.
    fn plan(&mut self, index: ItemIndex) {
        let (model, lang) = (self.model, self.model.lang);
        let Some(judged) = model.board.judged(index) else {
            return;
        };
        let open = judged.occurrences.iter().filter(|o| !o.is_done());
        let moved = open.filter_map(|o| o.due.zip(o.first_due));
        for (due, first) in moved.filter(|(due, first)| due != first) {
            self.named(
                words::LAST_DAY,
                &review::moved(due, first, lang),
                Style::new(),
            );
        }
        let schedule = model.look.schedule.as_deref();
        week::plan(self, schedule.map_or(&[], Vec::as_slice), index, false);
        if let Some(pace) = model.board.premises().pace(judged, model.board.today) {
            let style = if pace.on_pace {
                Style::new()
            } else {
                model.theme.bad()
            };
            self.named(review::PACE, &review::pace(&pace, lang), style);
        }
    }

    /// The findings on it, and what inspectors said, beside how the school itself sees it.
    fn findings(&mut self, index: ItemIndex) {
        let (model, lang) = (self.model, self.model.lang);
        let (board, premises) = (&model.board, model.board.premises());
        for finding in premises.open_findings(index) {
            let left = findings::left(finding, board, lang);
            let state = said::state(finding.state(), lang);
            let id = finding.id.to_string();
            let text = said::in_short(&id, state, left.as_deref(), &finding.text, lang);
            let style = if finding.is_overdue(board.today) {
                model.theme.bad()
            } else {
                Style::new()
            };
            self.named(said::OF_ITEM, &text, style);
        }
        let history = premises.item_history(index);
        for inspection in history.iter().flat_map(|h| h.inspections.iter().rev()) {
            let text = said::inspection(inspection, lang);
            self.named(said::INSPECTIONS, &text, Style::new());
        }
    }

    fn people(&mut self, detail: &ItemDetail<'_>) {
        let lang = self.model.lang;
        if let Some(owner) = &detail.owner {
            self.named(words::OWNER, &owner.of(lang), Style::new());
        } else {
            let nobody = words::NOBODY.of(lang);
            self.named(words::OWNER, nobody, self.model.theme.bad());
        }
        if !detail.helpers.is_empty() {
            let helpers: Vec<String> = detail.helpers.iter().map(|h| h.of(lang)).collect();
            self.named(words::HELPERS, &helpers.join("  "), Style::new());
        }
    }

    /// The last periods, without those before anything was required.
    fn strip(&mut self, cells: &[StripCell]) {
        let first = cells.iter().position(|cell| cell.mark != Mark::Nothing);
        let cells = cells
            .get(first.unwrap_or(cells.len())..)
            .unwrap_or_default();
        if cells.len() < 2 {
            return;
        }
        let (model, lang) = (self.model, self.model.lang);
        if self.aloud {
            let said = aloud::strip(cells, lang);
            self.named(words::LAST_PERIODS, &said, Style::new());
            return;
        }
        let mut spans = vec![
            Span::styled(words::LAST_PERIODS.of(lang), model.theme.muted()),
            Span::raw("  "),
        ];
        for cell in cells {
            let style = model.theme.mark(cell.mark);
            spans.push(Span::styled(strip_mark(cell.mark), style));
            spans.push(Span::raw(" "));
        }
        if let Some(last) = cells.last() {
            let period = names::period(&last.period, lang);
            let mark = words::mark(last.mark, lang);
            // Where the period has no room, how it stands says enough.
            let room = self.width.saturating_sub(Line::from(spans.clone()).width());
            let said = [format!(" {period} {mark}"), format!(" {mark}")];
            let fitting = said.into_iter().find(|said| said.width() <= room);
            spans.extend(fitting.map(|said| Span::styled(said, model.theme.muted())));
        }
        self.lines.push(Line::from(spans));
    }

    fn measure(&mut self, measure: &MeasureState) {
        let (model, lang) = (self.model, self.model.lang);
        let unit = measure.unit.of(lang);
        let said = words::measured(measure.value, measure.of, measure.percent, unit);
        if self.aloud {
            self.named(words::MEASURE, &said, Style::new());
            return;
        }
        let (value, of) = (measure.value.unwrap_or(0), measure.of.unwrap_or(0));
        let [done, left] = model.theme.bar(value, of, BAR, model.theme.good());
        self.lines.push(Line::from(vec![
            Span::styled(words::MEASURE.of(lang), model.theme.muted()),
            Span::raw("  "),
            done,
            left,
            Span::raw(format!(" {}", visible(&said))),
        ]));
    }

    fn extras(&mut self, item: &Item, detail: &ItemDetail<'_>) {
        let (model, lang) = (self.model, self.model.lang);
        if let Some(waiver) = detail.waiver {
            let said = format!("{} {}", waiver.from, waiver.reason);
            self.named(words::WAIVED, &said, model.theme.heading());
        }
        if !item.places.is_empty() {
            let places: Vec<&str> = item.places.iter().map(|p| names::place(*p, lang)).collect();
            self.named(words::PLACES, &places.join("  "), Style::new());
        }
        if let Some(expected) = &item.evidence {
            self.named(words::EVIDENCE, expected.of(lang), Style::new());
        }
        for evidence in &detail.evidence {
            let address = address(&evidence.source);
            let (source, style) = (&evidence.source, model.theme.good());
            self.linked(words::EVIDENCE, source, style, address.as_deref());
        }
        for note in &detail.notes {
            let said = words::noted(note.on, &note.by, &note.text, lang);
            self.named(words::NOTE, &said, Style::new());
        }
        if item.gate {
            self.text(words::GATE.of(lang), model.theme.bad());
        }
    }

    fn clauses(&mut self, index: ItemIndex, item: &Item) {
        let lang = self.model.lang;
        let clauses = &self.model.board.adopted[index.checklist].checklist.clauses;
        for id in &item.clauses {
            let gist = clauses.get(id).map_or("", |gist| gist.of(lang));
            self.named(
                words::CLAUSES,
                &format!("{id} {gist}"),
                self.model.theme.muted(),
            );
        }
    }

    /// What was recorded about it, the latest first.
    fn history(&mut self, index: ItemIndex) {
        for said in recorded(self.model, index, HISTORY) {
            self.named(words::HISTORY, &said, Style::new());
        }
    }
}

/// How often an item was done and which numbers were recorded of it, in words, the latest first; so
/// many at most.
pub(super) fn recorded(model: &Model, index: ItemIndex, most: usize) -> Vec<String> {
    let Some(history) = model.board.premises().item_history(index) else {
        return Vec::new();
    };
    let done = history.completions.iter();
    let done = done.map(|(period, done)| (done.recorded, Recorded::Done(period, done)));
    let numbers = history.measurements.values();
    let numbers = numbers.map(|number| (number.recorded, Recorded::Measured(number)));
    let mut entries: Vec<_> = done.chain(numbers).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.0));
    let entries = entries.into_iter().take(most);
    entries.map(|(_, entry)| entry.say(model.lang)).collect()
}
