//! The lists: a line of headings, and the lines that are in sight.

use super::super::super::cells::draw_line;
use super::super::super::frame::Frame;
use super::super::super::theme::Theme;
use super::super::super::view::{line_of, put};
use super::super::super::wrap::cut;
use super::super::column::{Column, MARK, Placed, gap};
use super::super::layout::Areas;
use super::super::model::{Model, Opened};
use super::super::rows::Row;
use crate::keymap::RollUpView;
use crate::rollup::{
    BrokenRecord, Fate, ItemCounts, Rate, Returned, Returns, SchoolLine, SharedId, Spread,
};
use crate::text::rollup::{files, records, screen as words};
use crate::text::{Lang, visible, words::percent};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many cells a rate takes.
const RATE: usize = 6;
/// How many cells what became of a file takes.
const FATE: usize = 10;
/// How many cells the bar of a rate takes.
const BAR: usize = 12;
/// From this width on there are bars.
const WIDE: u16 = 76;
/// From this width on the spread over schools is shown in full.
const WIDER: u16 = 100;

/// Whether it is more than a heading.
pub(super) fn is_line(row: Row) -> bool {
    !matches!(row, Row::Heading(..))
}

pub(super) fn view(model: &Model, areas: &Areas, frame: &mut Frame<'_>) {
    let (rows, cursor) = model.lines();
    head(model, areas.head, frame);
    if rows.is_empty() {
        let is_known = model.district.report.returns.all > 0;
        let is_all = model.view() == RollUpView::Returns && model.search.is_empty();
        let none = if is_all && is_known {
            words::ALL_REPORTED
        } else {
            words::EMPTY
        };
        put(frame, areas.list, none.of(model.lang), model.theme.muted());
        return;
    }
    let columns = model.columns();
    for (n, row) in rows.iter().enumerate().skip(cursor.top) {
        let area = line_of(areas.list, n - cursor.top);
        if area.is_empty() {
            break;
        }
        let line = line(model, *row, &columns);
        draw_line(&line, area, frame.buffer_mut());
        if n == cursor.at {
            frame.buffer_mut().set_style(area, model.theme.chosen());
        }
    }
}

/// The headings of the columns, or what is opened.
fn head(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let (theme, lang) = (model.theme, model.lang);
    if let Some(Opened::Requirement { at, .. }) = model.opened.last() {
        let of = model.district.report.requirements.get(*at);
        let title = of.map(|of| format!("{}/{}  {}", of.checklist, of.id, of.title));
        put(frame, area, &title.unwrap_or_default(), theme.title());
        return;
    }
    let line = match model.list {
        RollUpView::Schools => headings(model),
        RollUpView::Requirements => {
            let mut cells = Cells::new(theme, area.width);
            cells.left("", MARK - 1);
            cells.left(words::REQUIREMENTS.of(lang), cells.rest());
            cells.rate_heading(lang);
            cells.line(theme.muted())
        }
        RollUpView::Weeks => {
            let mut cells = Cells::new(theme, area.width);
            cells.left(words::WEEKS.of(lang), WEEK);
            cells.right(words::IN_ALL.of(lang), REPORTED);
            cells.right(words::LATE_REPORTS.of(lang), LATE);
            cells.right(words::RATE.of(lang), RATE);
            cells.line(theme.muted())
        }
        RollUpView::Returns => {
            let mut cells = Cells::new(theme, area.width);
            cells.left("", MARK - 1);
            let names = [
                words::NAME,
                words::DISTRICT,
                words::CONTACT,
                words::RETURNED,
            ];
            cells.names(names.map(|name| name.of(lang)));
            cells.line(theme.muted())
        }
        _ => {
            let mut cells = Cells::new(theme, area.width);
            cells.left("", MARK - 1);
            cells.left(words::FATE.of(lang), FATE);
            cells.left(words::FILES.of(lang), usize::from(area.width));
            cells.line(theme.muted())
        }
    };
    draw_line(&line, area, frame.buffer_mut());
}

/// The headings of the schools' columns: the one under the cursor is reversed, and beside the one
/// they are in order by stands which way.
fn headings(model: &Model) -> Line<'static> {
    let (theme, lang) = (model.theme, model.lang);
    let mut spans = vec![Span::raw(" ".repeat(MARK))];
    let gap = gap(model.size.0.into());
    for Placed { column, width, .. } in model.columns() {
        let name = cut(column.name().of(lang), width);
        let rest = width.saturating_sub(name.width());
        let (before, after) = if column.is_number() {
            (rest, 0)
        } else {
            (0, rest)
        };
        let style = if column == model.column {
            theme.chosen()
        } else {
            theme.muted()
        };
        spans.push(Span::raw(" ".repeat(before)));
        spans.push(Span::styled(name, style));
        let mark = match (model.order.by == column, model.order.reversed) {
            (false, _) => " ",
            (true, false) => "v",
            (true, true) => "^",
        };
        let fill = after + gap;
        spans.push(Span::styled(format!("{mark:fill$}"), theme.key()));
    }
    Line::from(spans)
}

/// A text in so many cells, cut where it is longer.
fn padded(text: &str, width: usize, right: bool) -> String {
    let text = cut(&visible(text), width);
    let gap = " ".repeat(width.saturating_sub(text.width()));
    if right { gap + &text } else { text + &gap }
}

fn line(model: &Model, row: Row, columns: &[Placed]) -> Line<'static> {
    of_row(model, row, columns).unwrap_or_default()
}

/// A line; nothing where what it is about is no longer there.
fn of_row(model: &Model, row: Row, columns: &[Placed]) -> Option<Line<'static>> {
    let (report, lang) = (&model.district.report, model.lang);
    let theme = model.theme;
    Some(match row {
        Row::Heading(name, count) => {
            Line::styled(words::heading(name, count, lang), theme.heading())
        }
        Row::School(at) if model.list == RollUpView::Returns => {
            named(model, report.schools.get(at)?, "")
        }
        Row::School(at) => school(model, report.schools.get(at)?, columns),
        Row::Requirement(n) => {
            let of = report.requirements.get(n)?;
            pooled(model, &of.id, &of.title, &of.rate, &of.spread)
        }
        Row::Item(n, item) => {
            let item = report.requirements.get(n)?.items.get(item)?;
            pooled(model, &item.id, &item.text, &item.rate, &item.spread)
        }
        Row::On(at, requirement) => {
            let counts = model.district.counts(at, requirement)?;
            on(model, report.schools.get(at)?, counts)
        }
        Row::Missing(n) => {
            let school = report.not_reported.get(n)?;
            let at = model.district.school(&school.id)?;
            let said = words::last_reported(school, lang);
            named(model, report.schools.get(at)?, &said)
        }
        Row::Late(n) => {
            let school = report.late.get(n)?;
            let at = model.district.school(&school.id)?;
            let said = words::late(school, lang);
            named(model, report.schools.get(at)?, &said)
        }
        Row::Broken(n) => broken(model, report.breaks().get(n)?),
        Row::Shared(n) => shared(model, report.shared_ids.get(n)?),
        Row::File(n) => file(model, n)?,
        Row::Week(n) => {
            let line = report.weeks.get(n)?;
            let mark = if line.week == report.week { ">" } else { " " };
            let name = format!("{mark} {}", line.week);
            returns(model, &name, &line.returns, &line.totals)
        }
        Row::District(n) => {
            let line = report.districts.get(n)?;
            let name = words::district(line.district.as_deref(), lang);
            returns(model, &format!("  {name}"), &line.returns, &line.totals)
        }
    })
}

/// The mark of how a school reported: as that of an item which stands like it.
fn mark(returned: Returned, theme: Theme) -> Span<'static> {
    let (mark, style) = match returned {
        Returned::Reported => ("[x]", theme.good()),
        Returned::NothingToReport => ("[-]", theme.muted()),
        Returned::Late => ("[~]", theme.warning()),
        Returned::NotReported => ("[!]", theme.bad()),
    };
    Span::styled(mark, style)
}

fn school(model: &Model, school: &SchoolLine, columns: &[Placed]) -> Line<'static> {
    let mut spans = vec![mark(school.returned, model.theme), Span::raw(" ")];
    let gap = " ".repeat(gap(model.size.0.into()));
    for Placed { column, width, .. } in columns {
        let text = column.text(school, &model.district.report, model.lang);
        let is_missing = school.figures.is_none() && *column == Column::Rate;
        let text = if is_missing {
            words::NO_RATE.of(model.lang).to_owned()
        } else {
            text
        };
        let text = padded(&text, *width, column.is_number());
        let mut style = if is_missing || column.is_bad(school, &model.district.report) {
            model.theme.bad()
        } else {
            Style::new()
        };
        if *column == model.column {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        spans.push(Span::styled(text, style));
        spans.push(Span::raw(gap.clone()));
    }
    Line::from(spans)
}

/// A school, whom to ask, and what is said of it.
fn named(model: &Model, school: &SchoolLine, said: &str) -> Line<'static> {
    let mut cells = Cells::new(model.theme, model.size.0);
    cells.spans.push(mark(school.returned, model.theme));
    cells.spans.push(Span::raw(" "));
    let district = school.district.as_deref().unwrap_or_default();
    let contact = school.contact.as_deref().unwrap_or("-");
    cells.names([&school.name, district, contact, said]);
    cells.line(Style::new())
}

/// A school whose record is broken, whom to ask, and by which report.
fn broken(model: &Model, of: &BrokenRecord) -> Line<'static> {
    let said = records::broken_by(of, model.lang);
    flagged(model, &of.school, &of.name, &said)
}

/// An id under which several names came in: the school that counts, whom to ask, and the others.
fn shared(model: &Model, of: &SharedId) -> Line<'static> {
    flagged(model, &of.id, &of.name, &words::also_called(of, model.lang))
}

/// Something that is wrong with a school, and whom to ask.
fn flagged(model: &Model, id: &str, name: &str, said: &str) -> Line<'static> {
    let school = model.district.school(id);
    let school = school.and_then(|at| model.district.report.schools.get(at));
    let district = school.and_then(|school| school.district.as_deref());
    let contact = school.and_then(|school| school.contact.as_deref());
    let mut cells = Cells::new(model.theme, model.size.0);
    cells.spans.push(Span::styled("[!]", model.theme.bad()));
    cells.spans.push(Span::raw(" "));
    let (district, contact) = (district.unwrap_or_default(), contact.unwrap_or("-"));
    cells.names([name, district, contact, said]);
    cells.line(Style::new())
}

/// A requirement or an item over the schools.
fn pooled(model: &Model, id: &str, title: &str, rate: &Rate, spread: &Spread) -> Line<'static> {
    let mut cells = Cells::new(model.theme, model.size.0);
    cells.right(id, MARK - 1);
    cells.left(title, cells.rest());
    cells.rate(rate, spread);
    cells.line(Style::new())
}

/// A school on a requirement.
fn on(model: &Model, school: &SchoolLine, counts: ItemCounts) -> Line<'static> {
    let mut cells = Cells::new(model.theme, model.size.0);
    cells.spans.push(mark(school.returned, model.theme));
    cells.spans.push(Span::raw(" "));
    cells.left(&school.name, cells.rest());
    let rate = Rate::from(counts);
    cells.bar(&rate);
    cells.right(&percent(rate.percent), RATE);
    let (done, required) = (rate.done, rate.required);
    cells.left(&format!("{done}/{required}"), RATE * 3);
    cells.line(Style::new())
}

fn file(model: &Model, n: usize) -> Option<Line<'static>> {
    let (file, fate) = model.district.files.get(n)?;
    let (theme, lang) = (model.theme, model.lang);
    let (mark, style) = match fate {
        Fate::Accepted => ("[x]", theme.good()),
        Fate::Superseded(_) => ("[-]", theme.muted()),
        Fate::Quarantined(_) => ("[!]", theme.bad()),
    };
    let mut cells = Cells::new(theme, model.size.0);
    cells.spans.push(Span::styled(mark, style));
    cells.spans.push(Span::raw(" "));
    let word = words::fate(fate, lang);
    cells.left(word, FATE);
    let rest = usize::from(model.size.0).saturating_sub(MARK + FATE + 2);
    let name = match fate {
        Fate::Accepted => rest,
        _ => rest * 2 / 5,
    };
    cells.left(&file.name, name);
    if !matches!(fate, Fate::Accepted) {
        cells.left(&files::fate(fate, lang), rest.saturating_sub(name + 1));
    }
    Some(cells.line(Style::new()))
}

/// How many cells a week or a district takes, how many reported, how many were late.
const WEEK: usize = 16;
const REPORTED: usize = 9;
const LATE: usize = 6;

/// How the reports of a week or a district came in, and their rate.
fn returns(model: &Model, name: &str, returns: &Returns, rate: &Rate) -> Line<'static> {
    let theme = model.theme;
    let mut cells = Cells::new(theme, model.size.0);
    cells.left(name, WEEK);
    cells.right(&format!("{}/{}", returns.in_all(), returns.all), REPORTED);
    cells.right(&returns.late.to_string(), LATE);
    cells.right(&percent(rate.percent), RATE);
    cells.bar(rate);
    cells.left(&format!("{}/{}", rate.done, rate.required), RATE * 3);
    cells.line(Style::new())
}

/// Texts side by side, a cell apart.
struct Cells {
    theme: Theme,
    /// How wide the screen is.
    width: u16,
    spans: Vec<Span<'static>>,
}

impl Cells {
    fn new(theme: Theme, width: u16) -> Self {
        Self {
            theme,
            width,
            spans: Vec::new(),
        }
    }

    fn left(&mut self, text: &str, width: usize) {
        self.spans.push(Span::raw(padded(text, width, false) + " "));
    }

    fn right(&mut self, text: &str, width: usize) {
        self.spans.push(Span::raw(padded(text, width, true) + " "));
    }

    /// A school, where there is room its district, whom to ask, and what is said of it.
    fn names(&mut self, [name, district, contact, said]: [&str; 4]) {
        let rest = usize::from(self.width).saturating_sub(MARK + 3);
        let of = if self.width < WIDER { 0 } else { rest / 5 };
        let (first, last) = (rest * 3 / 10, rest * 35 / 100);
        self.left(name, first);
        if of > 0 {
            self.left(district, of - 1);
        }
        self.left(contact, rest.saturating_sub(first + of + last));
        self.left(said, last);
    }

    /// How many cells are left for a title, beside what is said of rates.
    fn rest(&self) -> usize {
        let width = self.width;
        let bar = if width >= WIDE { BAR + 1 } else { 0 };
        let spread = if width >= WIDER { 3 } else { 1 };
        let behind = (RATE + 1) * (spread + 2) + bar;
        usize::from(width).saturating_sub(MARK + 1 + behind)
    }

    fn bar(&mut self, rate: &Rate) {
        if self.width >= WIDE {
            let style = if rate.overdue > 0 {
                self.theme.bad()
            } else {
                self.theme.good()
            };
            let bar = self.theme.bar(rate.done, rate.required, BAR, style);
            self.spans.extend(bar);
            self.spans.push(Span::raw(" "));
        }
    }

    /// A rate, what is overdue, and how far the schools lie apart.
    fn rate(&mut self, rate: &Rate, spread: &Spread) {
        self.bar(rate);
        self.right(&percent(rate.percent), RATE);
        let at = self.spans.len();
        self.right(&rate.overdue.to_string(), RATE);
        if rate.overdue > 0
            && let Some(span) = self.spans.get_mut(at)
        {
            span.style = self.theme.bad();
        }
        self.right(&percent(spread.lowest), RATE);
        if self.width >= WIDER {
            self.right(&percent(spread.median), RATE);
            self.right(&percent(spread.highest), RATE);
        }
    }

    fn rate_heading(&mut self, lang: Lang) {
        if self.width >= WIDE {
            self.left("", BAR);
        }
        self.right(words::RATE.of(lang), RATE);
        self.right(words::OVERDUE_SHORT.of(lang), RATE);
        self.right(words::LOWEST.of(lang), RATE);
        if self.width >= WIDER {
            self.right(words::MEDIAN.of(lang), RATE);
            self.right(words::HIGHEST.of(lang), RATE);
        }
    }

    fn line(self, style: Style) -> Line<'static> {
        Line::from(self.spans).style(style)
    }
}
