//! What a message changes, and what it orders.

mod mouse;

use super::super::cursor::Cursor;
use super::super::layout::LEAST;
use super::super::message::Message as Happened;
use super::super::model::Notice;
use super::super::update::scrolled_by;
use super::super::view::help::beyond;
use super::super::view::text::text_beyond;
use super::about;
use super::message::{Effect, Message};
use super::model::{Model, Opened, Over, Page, first, school_of};
use super::rows::{Order, Row};
use super::{sheet, view};
use crate::keymap::{self, Action, Key, Layer, RollUpView};
use crate::text::rollup::screen as words;
use crate::text::screen as common;
use std::sync::Arc;

/// Takes a message in.
pub(super) fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Happened(happened) => return took(model, happened),
        Message::Read { school, found } => {
            if let Some(Opened::School(page)) = model.opened.last_mut()
                && page.school == school
            {
                page.found = Some(found.map(Arc::from));
            }
        }
        Message::Turned(district) => {
            let week = district.week();
            model.turn(district);
            let text = words::shown_week(week, model.lang);
            model.notice = Some(Notice { text, bad: false });
        }
    }
    Vec::new()
}

/// Something happened on the terminal; what only a school's screen knows of does not.
fn took(model: &mut Model, message: Happened) -> Vec<Effect> {
    match message {
        Happened::Pressed(key) => return press(model, key),
        Happened::Clicked(column, row) => return mouse::click(model, column, row),
        Happened::DoubleClicked(column, row) => return mouse::double_click(model, column, row),
        Happened::Scrolled(lines, _) => mouse::scroll(model, lines),
        Happened::Pasted(text) if model.typing => {
            model.search.type_text(&text);
            search_changed(model);
        }
        Happened::Resized(width, height) => {
            model.size = (width, height);
            model.rebuild();
            scroll_page(model, 0);
        }
        Happened::Seen(answer) => {
            model.outfit.terminal = answer;
            model.theme = model.outfit.theme();
        }
        Happened::Failed(what, hint) => {
            let text = common::failed(&what, hint.as_deref(), model.lang);
            model.notice = Some(Notice { text, bad: true });
        }
        _ => {}
    }
    Vec::new()
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(over) = model.over.take() {
        return press_over(model, over, key);
    }
    if model.typing {
        return press_search(model, key);
    }
    model.notice = None;
    match keymap::action_in_rollup(key, model.view()) {
        Some(action) => perform(model, action),
        None => Vec::new(),
    }
}

fn press_over(model: &mut Model, over: Over, key: Key) -> Vec<Effect> {
    if keymap::action_over(key, Layer::Reading) == Some(Action::Suspend) {
        model.over = Some(over);
        return vec![Effect::Suspend];
    }
    let (top, most) = (over.top(), over_beyond(model, &over));
    if let Some(top) = scrolled_by(key, top, most, model.size.1) {
        model.over = Some(over.from(top));
    }
    Vec::new()
}

/// How many of the first lines of what lies over the screen can be scrolled away.
fn over_beyond(model: &Model, over: &Over) -> usize {
    match over {
        Over::Help { .. } => beyond(model.surface(), keymap::bindings_in_rollup(model.view())),
        Over::Text { lines, .. } => text_beyond(model.surface(), lines),
    }
}

impl Over {
    fn top(&self) -> usize {
        let (Self::Help { top } | Self::Text { top, .. }) = self;
        *top
    }

    /// The same from another line on.
    fn from(mut self, first: usize) -> Self {
        let (Self::Help { top } | Self::Text { top, .. }) = &mut self;
        *top = first;
        self
    }
}

fn press_search(model: &mut Model, key: Key) -> Vec<Effect> {
    match keymap::action_over(key, Layer::Search) {
        Some(Action::Accept) => model.typing = false,
        Some(Action::Cancel) => model.end_search(),
        Some(Action::Down) => by(model, 1),
        Some(Action::Up) => by(model, -1),
        Some(Action::Suspend) => return vec![Effect::Suspend],
        _ => {
            if model.search.press(key) {
                search_changed(model);
            }
        }
    }
    Vec::new()
}

/// Narrows the list to what is typed, and chooses the first line that is no heading.
fn search_changed(model: &mut Model) {
    model.rebuild();
    model.cursor = first(&model.rows);
    model.with_cursor(Cursor::keep_in_sight);
}

fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Show(list) => model.go(list),
        Action::NextPane => turn(model, 1),
        Action::PreviousPane => turn(model, RollUpView::LISTS.len() - 1),
        Action::Open => return open(model),
        Action::Back => back(model),
        Action::Earlier => return beside(model, -1),
        Action::Later => return beside(model, 1),
        Action::Left => beside_column(model, false),
        Action::Right => beside_column(model, true),
        Action::Sort => sort(model),
        Action::Explain => explain(model),
        Action::Find => {
            model.end_search();
            model.typing = true;
        }
        Action::Help => model.over = Some(Over::Help { top: 0 }),
        Action::Language => {
            model.lang = model.lang.other();
            model.rebuild();
        }
        Action::Theme => next_theme(model),
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        action => moved(model, action),
    }
    Vec::new()
}

/// Moves in the list, or scrolls the page.
fn moved(model: &mut Model, action: Action) {
    let height = match model.view() {
        RollUpView::School => usize::from(model.areas().page.height),
        _ => model.list_height(),
    };
    let page = i64::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
    match action {
        Action::Down => by(model, 1),
        Action::Up => by(model, -1),
        Action::PageDown => by(model, page),
        Action::PageUp => by(model, -page),
        Action::First => by(model, i64::MIN / 2),
        Action::Last => by(model, i64::MAX / 2),
        _ => {}
    }
}

/// Moves by so many lines.
fn by(model: &mut Model, lines: i64) {
    if model.view() == RollUpView::School {
        scroll_page(model, lines);
    } else {
        model.with_cursor(|cursor, len, height| cursor.move_by(lines, len, height));
    }
}

/// Scrolls a school's page by so many lines, never past its end.
fn scroll_page(model: &mut Model, lines: i64) {
    let most = sheet::beyond(model);
    if let Some(Opened::School(page)) = model.opened.last_mut() {
        let top = i64::try_from(page.top).unwrap_or(i64::MAX);
        let top = top.saturating_add(lines).max(0);
        page.top = usize::try_from(top).unwrap_or(usize::MAX).min(most);
    }
}

/// Goes to the list that is so many after this one.
fn turn(model: &mut Model, steps: usize) {
    let lists = RollUpView::LISTS;
    let at = lists.iter().position(|list| *list == model.list);
    if let Some(list) = lists.get((at.unwrap_or(0) + steps) % lists.len()) {
        model.go(*list);
    }
}

/// Opens what is chosen.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.chosen() else {
        return Vec::new();
    };
    if let Some(school) = school_of(&model.district, row) {
        return open_school(model, school);
    }
    match row {
        Row::Requirement(n) => model.open_requirement(n),
        Row::Week(n) => {
            let week = model.district.report.weeks.get(n).map(|line| line.week);
            return week.map(Effect::Turn).into_iter().collect();
        }
        Row::District(n) => in_district(model, n),
        Row::Item(..) | Row::File(_) => explain(model),
        _ => {}
    }
    Vec::new()
}

/// Shows a school's page, and has its report read.
fn open_school(model: &mut Model, school: usize) -> Vec<Effect> {
    model.opened.push(Opened::School(Page {
        school,
        found: None,
        top: 0,
    }));
    let file = model.district.file(school).cloned();
    let read = file.map(|file| Effect::Read { school, file });
    read.into_iter().collect()
}

/// Shows the schools of a district.
fn in_district(model: &mut Model, n: usize) {
    let line = model.district.report.districts.get(n);
    if let Some(name) = line.and_then(|line| line.district.clone()) {
        model.go(RollUpView::Schools);
        model.search.type_text(&name);
        search_changed(model);
    }
}

/// Goes back from what was opened, or ends the search, or goes to the schools.
fn back(model: &mut Model) {
    if model.opened.pop().is_some() {
        return;
    }
    if model.search.is_empty() {
        model.go(RollUpView::Schools);
    } else {
        model.end_search();
    }
}

/// Opens the school before or after this one in the list that it was opened from.
fn beside(model: &mut Model, lines: i64) -> Vec<Effect> {
    let Some(Opened::School(_)) = model.opened.last() else {
        return Vec::new();
    };
    let page = model.opened.pop();
    let before = model.chosen();
    by(model, lines);
    match model.chosen_school() {
        Some(school) if model.chosen() != before => open_school(model, school),
        _ => {
            by(model, -lines);
            model.opened.extend(page);
            Vec::new()
        }
    }
}

/// Goes to the column beside the one under the cursor.
fn beside_column(model: &mut Model, right: bool) {
    let columns = model.columns();
    let at = columns.iter().position(|p| p.column == model.column);
    let at = at.unwrap_or(0);
    let to = if right { at + 1 } else { at.saturating_sub(1) };
    if let Some(placed) = columns.get(to) {
        model.column = placed.column;
    }
}

/// Puts the schools in order by the column under the cursor, or the other way round.
fn sort(model: &mut Model) {
    let by = model.column;
    let reversed = model.order.by == by && !model.order.reversed;
    model.order = Order { by, reversed };
    let chosen = model.chosen();
    model.rebuild();
    if let Some(row) = chosen {
        model.choose(row);
    }
}

/// Says everything there is to say of the chosen line.
fn explain(model: &mut Model) {
    if let Some((title, lines)) = about::in_full(model) {
        model.over = Some(Over::Text {
            title,
            lines,
            top: 0,
        });
    } else {
        let text = words::NOTHING_CHOSEN.of(model.lang).to_owned();
        model.notice = Some(Notice { text, bad: true });
    }
}

fn next_theme(model: &mut Model) {
    let scheme = model.theme.scheme.next();
    model.outfit.chosen = Some(scheme);
    model.theme = model.outfit.theme();
    let text = scheme.name().of(model.lang).to_owned();
    model.notice = Some(Notice { text, bad: false });
}

/// Whether there is room for anything.
pub(super) fn has_room(model: &Model) -> bool {
    model.size.0 >= LEAST.0 && model.size.1 >= LEAST.1
}

/// The key of a hint at a place in the last line, or in what lies over the screen.
fn key_at(model: &Model, at: ratatui::layout::Position) -> Option<Key> {
    let (hints, area) = view::keys(model);
    hints.key_at(area, at)
}
