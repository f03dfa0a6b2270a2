//! The overview: where the school stands today.

use super::super::board::Tasks;
use super::super::cells::draw_line;
use super::super::layout::{Areas, WITH_TREND};
use super::super::model::Model;
use super::super::theme::{level_mark, status_mark};
use super::super::update::{WEEKS, waits};
use super::super::wrap::cut;
use super::{line_of, put};
use crate::assess::{ItemIndex, RequirementAssessment, Totals, level};
use crate::text::screen::week as said;
use crate::text::{screen as words, visible};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// How many cells the bar of a rate takes.
const BAR: usize = 8;
/// How many cells a day without its year takes, with a space before it.
const SHORT_DAY: u16 = 6;
/// How many cells a rate takes at least.
const RATE: usize = 9;

pub(super) fn view(model: &Model, areas: &Areas, frame: &mut Frame<'_>) {
    let board = &model.board;
    let totals = board.assessment.tally.totals();
    let tasks = &board.tasks;
    let sentence = words::sentence(&totals, tasks.today, model.lang);
    put(frame, areas.sentence, &sentence, model.theme.heading());
    put(frame, areas.hint, &hint(model), model.theme.key());
    requirements(model, areas.requirements, frame);
    task_list(model, tasks, areas.tasks, frame);
    if !areas.measures.is_empty() {
        measures(model, areas.measures, frame);
    }
}

/// The open findings, and what to do about the weekly review, where there is something.
pub(super) fn hint(model: &Model) -> String {
    let mut hint = words::finding::open(model.board.open_findings, model.lang);
    let this = model.board.assessment.week;
    let weeks = [(this, true), (this.previous(), false)];
    let waiting = weeks.into_iter().find(|(week, _)| waits(model, *week));
    if let Some((week, current)) = waiting {
        hint += &said::hint(week, current, model.lang);
    }
    hint
}

/// The heading above an area, in the chosen column underlined by its style.
fn heading(model: &Model, area: Rect, text: &str, chosen: bool, frame: &mut Frame<'_>) {
    if area.y == 0 || area.width == 0 {
        return;
    }
    let above = Rect::new(area.x, area.y - 1, area.width, 1);
    let style = if chosen {
        model.theme.title()
    } else {
        model.theme.heading()
    };
    put(frame, above, text, style);
}

fn requirements(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let on_tasks = model.overview.on_tasks;
    heading(
        model,
        area,
        words::REQUIREMENTS.of(model.lang),
        !on_tasks,
        frame,
    );
    if model.look.trend.is_some() && model.size.0 >= WITH_TREND && area.y > 0 {
        let name = words::summary::LAST_WEEKS.of(model.lang);
        let width = u16::try_from(name.width()).unwrap_or(0).min(area.width);
        let above = Rect::new(area.right() - width, area.y - 1, width, 1);
        put(frame, above, name, model.theme.muted());
    }
    let cursor = model.overview.requirements;
    let checklists = model.board.assessment.checklists.iter();
    let all = checklists.flat_map(|checklist| &checklist.requirements);
    let shown = all.enumerate().skip(cursor.top).take(area.height.into());
    for (n, (at, requirement)) in shown.enumerate() {
        let chosen = !on_tasks && at == cursor.at;
        gauge(model, requirement, chosen, line_of(area, n), frame);
    }
}

/// One requirement: number, heading, bar, rate.
fn gauge(
    model: &Model,
    judged: &RequirementAssessment,
    chosen: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let Some(item) = judged.items.first() else {
        return;
    };
    let totals = judged.tally.totals();
    let trend = trend(model, item.index);
    let title = &model.board.premises().requirement(item.index).title;
    let rate = words::rate(&totals, model.lang);
    let rate_width = RATE.max(rate.width());
    let room = usize::from(area.width).saturating_sub(BAR + rate_width + 2 + trend.width());
    let name = format!(
        "{:<2} {}",
        judged.id.as_str(),
        visible(title.of(model.lang))
    );
    let name = cut(&name, room);
    let gap = " ".repeat(room.saturating_sub(name.width()));
    let style = if totals.overdue > 0 {
        model.theme.bad()
    } else {
        model.theme.good()
    };
    let row = if chosen {
        model.theme.chosen()
    } else {
        Style::new()
    };
    let [done, left] = model.theme.bar(totals.done, totals.required, BAR, style);
    let line = Line::from(vec![
        Span::raw(format!("{name}{gap} ")),
        done,
        left,
        Span::raw(format!(
            " {rate:<rate_width$}",
            rate_width = padded(&rate, rate_width)
        )),
        Span::styled(trend, model.theme.muted()),
    ]);
    draw_line(&line.style(row), area, frame.buffer_mut());
}

/// The last weeks of a requirement, where they are known: a mark for each, the oldest first.
fn trend(model: &Model, index: ItemIndex) -> String {
    let Some(trend) = model.look.trend.as_ref() else {
        return String::new();
    };
    if model.size.0 < WITH_TREND {
        return String::new();
    }
    let requirements = trend.requirements.iter();
    let mut of = requirements
        .filter(|of| (of.checklist, of.requirement) == (index.checklist, index.requirement));
    let weeks = of.next().map_or(&[][..], |of| &of.totals);
    format!(" {}", weeks_marks(weeks))
}

/// A mark for each of the last twelve weeks; spaces for weeks before anything was required.
pub(super) fn weeks_marks(weeks: &[Totals]) -> String {
    let marks: String = weeks.iter().map(|t| level_mark(level(t))).collect();
    let missing = WEEKS.saturating_sub(weeks.len());
    [" ".repeat(missing), marks].concat()
}

/// The width to format to, so that wide characters fill `width` cells.
fn padded(text: &str, width: usize) -> usize {
    width.saturating_sub(text.width() - text.chars().count())
}

fn task_list(model: &Model, tasks: &Tasks, area: Rect, frame: &mut Frame<'_>) {
    let soon = tasks.items.len() - tasks.overdue - tasks.today;
    let title = words::tasks(tasks.overdue, tasks.today, soon, model.lang);
    heading(model, area, &title, model.overview.on_tasks, frame);
    if tasks.items.is_empty() {
        put(
            frame,
            area,
            words::NO_TASKS.of(model.lang),
            model.theme.muted(),
        );
        return;
    }
    let cursor = model.overview.tasks;
    let shown = tasks
        .items
        .iter()
        .enumerate()
        .skip(cursor.top)
        .take(area.height.into());
    for (n, (at, index)) in shown.enumerate() {
        let chosen = model.overview.on_tasks && at == cursor.at;
        let line = line_of(area, n);
        let day = if at < tasks.overdue + tasks.today {
            None
        } else {
            model.board.judged(*index).and_then(|item| item.due)
        };
        let width = if day.is_some() { SHORT_DAY } else { 0 };
        let text = Rect {
            width: line.width.saturating_sub(width),
            ..line
        };
        item_line(model, *index, 0, chosen, text, frame);
        if let Some(day) = day {
            let right = Rect::new(text.right(), line.y, line.width - text.width, line.height);
            put(
                frame,
                right,
                &day.format(" %m-%d").to_string(),
                model.theme.muted(),
            );
        }
    }
}

/// One item in a list: its mark, id and text.
pub(super) fn item_line(
    model: &Model,
    index: ItemIndex,
    indent: usize,
    chosen: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let item = model.board.item(index);
    let status = model.board.status(index);
    let text = visible(item.text.of(model.lang));
    let id = item.id.as_str();
    let used = indent + 4 + id.width().max(4) + 1;
    let text = cut(&text, usize::from(area.width).saturating_sub(used));
    let style = if chosen {
        model.theme.chosen()
    } else {
        Style::new()
    };
    let line = Line::from(vec![
        Span::raw(" ".repeat(indent)),
        Span::styled(status_mark(status), model.theme.status(status)),
        Span::raw(format!(" {id:<4} {text}")),
    ]);
    draw_line(&line.style(style), area, frame.buffer_mut());
}

fn measures(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let title = words::MEASURES.of(model.lang);
    heading(model, area, title, false, frame);
    let premises = model.board.premises();
    for (n, index) in model.board.measured.iter().enumerate() {
        let Some(measure) = premises.measure(*index, model.board.today) else {
            continue;
        };
        let unit = measure.unit.of(model.lang);
        let said = words::measured(measure.value, measure.of, measure.percent, unit);
        let id = model.board.item(*index).id.as_str();
        let (value, of) = (measure.value.unwrap_or(0), measure.of.unwrap_or(0));
        let [done, left] = model.theme.bar(value, of, BAR, model.theme.good());
        let room = usize::from(area.width).saturating_sub(BAR + 7);
        let spans = vec![
            Span::raw(format!("{id:<5} ")),
            done,
            left,
            Span::raw(format!(" {}", cut(&visible(&said), room))),
        ];
        draw_line(&Line::from(spans), line_of(area, n), frame.buffer_mut());
    }
    if model.board.measured.is_empty() {
        let nothing = words::NO_MEASURES.of(model.lang);
        put(frame, area, nothing, model.theme.muted());
    }
}
