//! A school's page: what was rolled up of it, and its report read again.

use super::super::theme::{Theme, status_mark};
use super::super::wrap::{cut, wrap};
use super::column::Column;
use super::district::District;
use super::model::{Model, Opened, Page};
use crate::assess::Status;
use crate::fact::FindingState;
use crate::report::{FindingReport, ItemReport, StatusReport};
use crate::rollup::{ItemCounts, SchoolFigures, SchoolLine, Standing};
use crate::text::page::Style as Said;
use crate::text::rollup::{files, ledger, records, screen as words};
use crate::text::{Lang, Phrase, visible, words as names};
use chrono::Datelike;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many cells the bar of a rate takes.
const BAR: usize = 10;
/// How many cells the number of a requirement takes.
const ID: usize = 5;
/// How many cells stand behind the title of a requirement.
const BEHIND: usize = BAR + 24;

/// How many of the first lines of the page that is open can be scrolled away.
pub(super) fn beyond(model: &Model) -> usize {
    let height = usize::from(model.areas().page.height);
    match model.opened.last() {
        Some(Opened::School(page)) => lines(model, page).len().saturating_sub(height),
        _ => 0,
    }
}

/// The lines of a school's page.
pub(super) fn lines(model: &Model, page: &Page) -> Vec<Line<'static>> {
    let mut paper = Paper {
        theme: model.theme,
        lang: model.lang,
        width: model.size.0.into(),
        lines: Vec::new(),
    };
    let district = &*model.district;
    if let Some(school) = district.report.schools.get(page.school) {
        paper.school(school, district, page);
    }
    paper.lines
}

/// Lines gathered for a width.
struct Paper {
    theme: Theme,
    lang: Lang,
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Paper {
    fn text(&mut self, indent: usize, text: &str, style: Style) {
        let lines = wrap(&visible(text), self.width.saturating_sub(indent));
        let gap = " ".repeat(indent);
        let lines = lines
            .into_iter()
            .map(|line| Line::from(vec![Span::raw(gap.clone()), Span::styled(line, style)]));
        self.lines.extend(lines);
    }

    /// A name and what it is, wrapped behind the name.
    fn named(&mut self, name: Phrase, text: &str, style: Style) {
        let width = match self.lang {
            Lang::Zh => 8,
            Lang::En => 11,
        };
        self.behind((name.of(self.lang), self.theme.muted()), width, text, style);
    }

    /// A text wrapped behind what stands in so many cells before its first line.
    fn behind(&mut self, (first, of): (&str, Style), width: usize, text: &str, style: Style) {
        let at = self.lines.len();
        self.text(width, text, style);
        if let Some(span) = self.lines.get_mut(at).and_then(|l| l.spans.first_mut()) {
            let gap = " ".repeat(width.saturating_sub(first.width()));
            *span = Span::styled(format!("{first}{gap}"), of);
        }
    }

    fn heading(&mut self, text: &str) {
        self.lines.push(Line::default());
        self.text(0, text, self.theme.heading());
    }

    /// Everything of a school.
    fn school(&mut self, school: &SchoolLine, district: &District, page: &Page) {
        let title = format!("{}  {}", school.name, words::known(school, self.lang));
        self.text(0, &title, self.theme.title());
        if let Some(Err(lost)) = &page.found {
            let said = match lost {
                crate::workspace::gathering::Lost::Gone => words::GONE.of(self.lang).to_owned(),
                crate::workspace::gathering::Lost::Changed => {
                    words::CHANGED.of(self.lang).to_owned()
                }
                crate::workspace::gathering::Lost::Unreadable(why) => {
                    words::unreadable(&files::reason(why, self.lang), self.lang)
                }
            };
            self.text(0, &said, self.theme.bad());
        }
        let returned = words::how_returned(school, &district.report, self.lang);
        let is_late = school.figures.as_ref().is_none_or(|f| f.days_late > 0);
        let style = self.bad_where(is_late);
        self.named(words::HOW_RETURNED, &returned, style);
        for standing in district.report.standings_of(school) {
            let style = self.bad_where(matches!(standing, Standing::Broken(_)));
            let said = ledger::standing(&standing, self.lang);
            self.named(records::RECORD, &said, style);
        }
        if let Some(figures) = &school.figures {
            self.figures(school, figures, district);
        } else {
            self.named(
                words::FULL_CHANGE,
                &words::before(school, self.lang),
                Style::new(),
            );
        }
        match &page.found {
            Some(Ok(report)) => self.report(report),
            _ => self.by_requirement(district, page.school),
        }
        if let Some(figures) = &school.figures {
            self.measures(figures, district);
        }
    }

    fn bad_where(&self, is_bad: bool) -> Style {
        if is_bad {
            self.theme.bad()
        } else {
            Style::new()
        }
    }

    /// What was rolled up of it, figure by figure.
    fn figures(&mut self, school: &SchoolLine, of: &SchoolFigures, district: &District) {
        let columns = [
            (words::FULL_RATE, Column::Rate, Column::Overdue),
            (words::FULL_CHANGE, Column::Change, Column::Change),
            (words::FULL_GATE, Column::Gate, Column::Gate),
            (words::FULL_SIGNED, Column::Signed, Column::Signed),
            (words::FULL_FINDINGS, Column::PastLimit, Column::PastLimit),
            (words::FULL_DIFFER, Column::Differ, Column::Differ),
        ];
        for (name, column, judged) in columns {
            let said = column.explained(school, &district.report, self.lang);
            let style = self.bad_where(judged.is_bad(school, &district.report));
            self.named(name, &said.concat(), style);
        }
        self.named(words::FILE, &of.file, self.theme.muted());
    }

    /// Its numbers against their targets.
    fn measures(&mut self, of: &SchoolFigures, district: &District) {
        if of.measures.is_empty() {
            return;
        }
        self.heading(words::FULL_MEASURES.of(self.lang));
        for measure in &of.measures {
            let sums = &district.report.measures;
            let sum = sums.iter().find(|sum| sum.item == measure.item);
            let said = words::measure(measure, sum.map_or("", |sum| &sum.text));
            let said = cut(&visible(&said), self.width.saturating_sub(2));
            self.text(2, &said, Style::new());
        }
    }

    /// Its counts by requirement, as they were rolled up.
    fn by_requirement(&mut self, district: &District, school: usize) {
        let requirements = district.report.requirements.iter().enumerate();
        let counted = requirements.filter_map(|(n, of)| Some((of, district.counts(school, n)?)));
        let counted: Vec<_> = counted.filter(|(_, counts)| counts.required > 0).collect();
        if counted.is_empty() {
            return;
        }
        self.heading(words::BY_REQUIREMENT.of(self.lang));
        for (of, counts) in counted {
            self.requirement(&of.id, &of.title, counts);
        }
    }

    /// What the report says.
    fn report(&mut self, report: &StatusReport) {
        let said = Said {
            lang: self.lang,
            year: report.week.monday().year(),
            events: &report.events,
        };
        let overdue = report.items().map(|(_, item)| item);
        let overdue: Vec<_> = overdue
            .filter(|item| item.status == Status::Overdue)
            .collect();
        self.counted(words::OVERDUE_ITEMS, overdue.len());
        for item in overdue {
            self.overdue(item, said);
        }
        let open = report.findings.iter();
        let open: Vec<_> = open.filter(|f| f.state != FindingState::Closed).collect();
        self.counted(words::OPEN_FINDINGS, open.len());
        for finding in open {
            self.finding(finding, said);
        }
        if !report.disagreements.is_empty() {
            self.counted(words::DISAGREEMENTS, report.disagreements.len());
        }
        for differ in &report.disagreements {
            let text = format!("{}  {}", differ.item, differ.item_text);
            self.text(2, &text, Style::new());
            let inspected = crate::text::page::inspection(&differ.inspection, said);
            self.text(6, &inspected, self.theme.bad());
        }
        for checklist in &report.checklists {
            self.heading(&checklist.title);
            let asked = checklist.requirements.iter();
            for of in asked.filter(|of| of.totals.required > 0) {
                self.requirement(&of.id, &of.title, ItemCounts::from(&of.totals));
            }
        }
    }

    /// A heading with how many lines follow; that there are none, where there are none.
    fn counted(&mut self, name: Phrase, count: usize) {
        self.heading(&words::heading(name, count, self.lang));
        if count == 0 {
            self.text(2, words::EMPTY.of(self.lang), self.theme.muted());
        }
    }

    /// A requirement with its rate, and what that is of.
    fn requirement(&mut self, id: &str, title: &str, counts: ItemCounts) {
        let ItemCounts {
            required,
            done,
            overdue,
            ..
        } = counts;
        let (theme, lang) = (self.theme, self.lang);
        let (id, title) = (visible(id), visible(title));
        let style = self.bad_where(overdue > 0);
        let rate = names::percent(counts.percent());
        let mut spans = vec![Span::raw(format!("{id:>ID$}  "))];
        let room = self.width.saturating_sub(ID + 2 + BEHIND).max(8);
        let title = cut(&title, room);
        let gap = " ".repeat(room.saturating_sub(title.width()) + 1);
        spans.push(Span::raw(title + &gap));
        spans.extend(theme.bar(done, required, BAR, style));
        spans.push(Span::styled(format!(" {rate:>6}"), style));
        spans.push(Span::styled(format!(" {done}/{required}"), theme.muted()));
        if overdue > 0 {
            let name = words::OVERDUE.of(lang);
            spans.push(Span::styled(format!(" {name} {overdue}"), style));
        }
        self.lines.push(Line::from(spans));
    }

    /// An item that is overdue: since when, and whose it is.
    fn overdue(&mut self, item: &ItemReport, said: Said<'_>) {
        let text = format!("{}  {}", item.id, item.text);
        let mark = format!("  {}", status_mark(item.status));
        self.behind((&mark, self.theme.bad()), 6, &text, Style::new());
        let missing = said.periods(&item.missing);
        let owner = item.owner.clone().unwrap_or_default();
        let parts = [missing, owner];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        self.text(6, &parts.join("  "), self.theme.bad());
    }

    /// A finding that is open: how far it is, whose it is, and until when.
    fn finding(&mut self, finding: &FindingReport, said: Said<'_>) {
        let mark = if finding.overdue { "[!]" } else { "[ ]" };
        let text = format!("{}  {}", finding.id, finding.text);
        let mark = format!("  {mark}");
        let of = self.bad_where(finding.overdue);
        self.behind((&mark, of), 6, &text, Style::new());
        let state = names::finding_state(finding.state, self.lang);
        let due = said.day(finding.due);
        let due = words::due(&due, finding.overdue, self.lang);
        let line = [finding.item.as_str(), &finding.owner, state, &due].join("  ");
        let style = self.bad_where(finding.overdue);
        self.text(6, &line, style);
    }
}
