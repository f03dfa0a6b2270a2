//! What calls for work: overdue, due today, due soon.

use super::super::super::cells::Pen;
use super::super::super::frame::Frame;
use super::super::super::layout::overview::Placed;
use super::super::super::model::Model;
use super::super::super::theme::status_mark;
use super::super::super::wrap::cut;
use super::panel::{self, Row, Title};
use crate::assess::ItemIndex;
use crate::text::{screen::overview as said, visible};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// From this width on who answers is named, where the school has named anybody.
const WITH_OWNER: u16 = 56;
/// How many cells an id takes, an owner, and a day without its year.
pub(super) const ID: usize = 5;
const OWNER: usize = 8;
const DAY: usize = 5;

pub(super) fn title(model: &Model) -> Title {
    let tasks = &model.board.tasks;
    Title {
        name: said::TASKS,
        summary: said::tasks(tasks.overdue, tasks.today, tasks.soon(), model.lang),
        is_bad: tasks.overdue > 0,
    }
}

pub(super) fn view(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    if model.board.tasks.items.is_empty() {
        panel::empty(model, placed, said::NO_TASKS, frame);
    }
    panel::rows(model, placed, |at, chosen, area| {
        if let Some(index) = model.board.tasks.items.get(at) {
            task(model, at, *index, chosen, area, frame);
        }
    });
}

fn task(
    model: &Model,
    at: usize,
    index: ItemIndex,
    chosen: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let (board, lang) = (&model.board, model.lang);
    let mut tail = Vec::new();
    if area.width >= WITH_OWNER && !board.school.people.is_empty() {
        let owner = board.premises().owner(index);
        let owner = owner.and_then(|owner| owner.name).unwrap_or_default();
        let owner = panel::left(&visible(&owner), OWNER);
        tail.push(Span::styled(format!("{owner} "), model.theme.muted()));
    }
    let tasks = &board.tasks;
    let due = board.judged(index).and_then(|judged| judged.due);
    let (day, style) = match (due, at) {
        (Some(due), at) if at < tasks.overdue => (short(due), model.theme.bad()),
        (_, at) if at < tasks.overdue + tasks.only_today => {
            (said::TODAY.of(lang).to_owned(), model.theme.warning())
        }
        (due, _) => (due.map(short).unwrap_or_default(), model.theme.muted()),
    };
    tail.push(Span::styled(panel::right(&day, DAY), style));
    Row {
        head: head(model, index, ID),
        text: board.item(index).text.of(lang).to_owned(),
        style: Style::new(),
        tail,
    }
    .draw(model, chosen, area, frame);
}

/// A day without its year.
fn short(day: chrono::NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

/// Whether an item is marked to be acted on, in a cell of its own where any is.
pub(super) fn marked(model: &Model, index: ItemIndex) -> &'static str {
    match (model.marks.is_empty(), model.marks.has(index)) {
        (true, _) => "",
        (false, true) => "*",
        (false, false) => " ",
    }
}

/// The marks and the id of an item, the id in so many cells.
pub(super) fn head(model: &Model, index: ItemIndex, width: usize) -> Vec<Span<'static>> {
    let status = model.board.status(index);
    let id = model.board.item(index).id.as_str();
    vec![
        Span::raw(marked(model, index)),
        Span::styled(status_mark(status), model.theme.status(status)),
        Span::raw(format!(" {id:<width$} ")),
    ]
}

/// One item in a list: its mark, id and text.
pub(in crate::tui::view) fn item_line(
    model: &Model,
    index: ItemIndex,
    indent: usize,
    chosen: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let (board, theme) = (&model.board, model.theme);
    let (item, status) = (board.item(index), board.status(index));
    let text = visible(item.text.of(model.lang));
    let style = if chosen { theme.chosen() } else { Style::new() };
    let mut pen = Pen::new(style, area, frame.buffer_mut());
    // The mark takes a cell of what is indented.
    let marked = marked(model, index);
    pen.skip(indent.saturating_sub(marked.len()));
    pen.write(marked, Style::new());
    pen.write(status_mark(status), theme.status(status));
    pen.skip(1);
    pen.write(item.id.as_str(), Style::new());
    pen.skip(5_usize.saturating_sub(item.id.as_str().len()).max(1));
    let text = cut(&text, pen.room());
    pen.write(&text, Style::new());
}
