//! From the state to the cells: reads the model, changes nothing.

mod address;
pub(super) mod aloud;
mod calendar;
mod checklist;
mod chips;
pub(super) mod dialog;
mod differences;
pub(super) mod dress;
mod field;
mod findings;
pub(super) mod header;
pub(super) mod help;
pub(super) mod hints;
mod item;
mod menu;
mod month;
mod notices;
mod overview;
mod page;
mod palette;
mod record;
mod setup;
mod summary;
pub(super) mod text;
mod tour;
mod week;

pub(super) use calendar::day_lines;
pub(super) use chips::chip_at;
pub(super) use dialog::{form_keys, form_parts, labels};
pub(super) use field::{choices_in, indent, room};
pub(super) use findings::finding_lines;
pub(super) use header::tabs;
pub(super) use help::help_beyond;
pub(super) use item::item_lines;
pub(super) use menu::{area as menu_area, list as menu_list};
pub(super) use month::day_at;
pub(super) use overview::has_hint;
pub(super) use palette::{area as palette_area, list as palette_list};
pub(super) use setup::{hints as setup_hints, view as view_setup};
pub(super) use summary::summary_lines;
pub(super) use text::text_beyond;
pub(super) use tour::hints as tour_hints;
pub(super) use week::{ruling_hints, rulings};

use super::frame::Frame;
use crate::keymap::{self, Action, Context, Key, Layer};
use hints::Hints;

use super::cells::draw_line;
use super::field::Field;
use super::layout::{Areas, LEAST};
use super::model::{Model, Overlay};
use super::shelf::Shelf;
use super::surface::Surface;
use super::update::has_place_for_several;
use super::wrap::{cut, wrap};
use crate::text::{screen as words, visible};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;
use unicode_width::UnicodeWidthStr;

/// How many hints at the end of the footer stay longest.
const KEPT: usize = 5;

/// Draws the screen.
pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    draw(model, frame);
    dress::dress(model.theme, frame);
}

fn draw(model: &Model, frame: &mut Frame<'_>) {
    let screen = frame.area();
    if screen.width < LEAST.0 || screen.height < LEAST.1 {
        frame.render_widget(words::TOO_SMALL.of(model.lang), screen);
        return;
    }
    let areas = model.areas();
    if !frame.is_anew() {
        parts(model, &areas, frame);
        return;
    }
    header::view(model, areas.header, frame);
    match model.context {
        Context::Overview => overview::view(model, frame),
        Context::Checklist => checklist::view(model, &areas, frame),
        Context::Week => week::view(model, frame),
        Context::Summary => summary::view(model, areas.body, frame),
        Context::Findings => findings::view(model, frame),
        Context::Calendar => calendar::view(model, areas.body, frame),
        Context::Record => record::view(model, areas.body, frame),
    }
    if model.overlay.is_none() {
        tour::panel(model, areas.tour, frame);
    }
    notice(model, areas.notice, frame);
    footer(model, areas.footer, frame);
    match &model.overlay {
        Some(Overlay::Help { top }) => help::view(model, *top, frame),
        Some(Overlay::Form { form, wrong }) => {
            dialog::form(model, form, wrong.as_deref(), frame);
        }
        Some(Overlay::Text { title, lines, top }) => {
            text::view(model.surface(), title, lines, *top, frame);
        }
        Some(Overlay::Confirm { question, .. }) => dialog::confirm(model, question, frame),
        Some(Overlay::Palette(palette)) => palette::view(model, palette, frame),
        Some(Overlay::Filters(menu)) => menu::view(model, menu, frame),
        None => {}
    }
    if model.overlay.is_some() || areas.tour.is_empty() {
        tour::line(model, model.overlay.as_ref(), areas.header, frame);
    }
}

/// Draws the parts of a scene, in the order in which the whole screen comes by them.
fn parts(model: &Model, areas: &Areas, frame: &mut Frame<'_>) {
    if model.context == Context::Overview {
        overview::panels(model, frame);
        overview::chosen(model, areas.notice, frame);
    } else {
        checklist::view(model, areas, frame);
    }
}

/// Lays out what may be shown next of a scene: the pages next to the chosen item's.
pub(super) fn prepare(model: &Model, pages: &mut Shelf) {
    if model.context == Context::Checklist {
        checklist::prepare(model, &model.areas(), pages);
    }
}

/// The key of the hint at a place in the last line of what lies over the view.
pub(super) fn key_over(model: &Model, overlay: &Overlay, at: Position) -> Option<Key> {
    let (hints, area) = match overlay {
        Overlay::Help { .. } => help::help_keys(model),
        Overlay::Text { lines, .. } => text::text_keys(model.surface(), lines),
        Overlay::Confirm { question, .. } => dialog::question_keys(model, question),
        Overlay::Form { form, wrong } => {
            let keys = form_parts(model, form, wrong.as_deref()).keys;
            (form_keys(model, form, keys.width), keys)
        }
        Overlay::Palette(_) => palette::keys(model),
        Overlay::Filters(_) => menu::keys(model),
    };
    hints.key_at(area, at)
}

/// Writes a line of text, cut to its area and harmless.
pub(in crate::tui) fn put(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    if area.is_empty() {
        return;
    }
    let text = cut(&visible(text), area.width.into());
    draw_line(&Line::styled(text, style), area, frame.buffer_mut());
}

/// The `n`th line of an area; empty where it has fewer.
pub(in crate::tui) fn line_of(area: Rect, n: usize) -> Rect {
    let n = u16::try_from(n).unwrap_or(u16::MAX);
    if n >= area.height {
        return Rect::ZERO;
    }
    Rect::new(area.x, area.y + n, area.width, 1)
}

fn notice(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let searched = !model.search.field.is_empty() && model.context == Context::Checklist;
    match &model.notice {
        Some(notice) if !model.search.typing => {
            let style = if notice.bad {
                model.theme.bad()
            } else {
                model.theme.good()
            };
            said(frame, area, &notice.text, style);
        }
        _ if model.search.typing || searched => search(model, area, frame),
        _ if model.acts_on_marks() => put(frame, area, &marked(model), model.theme.title()),
        _ if model.context == Context::Overview => overview::chosen(model, area, frame),
        _ => {}
    }
}

/// How many items are marked, those included that are not in sight.
fn marked(model: &Model) -> String {
    let listed = model.listed_items().iter();
    let seen = listed.filter(|index| model.marks.has(**index)).count();
    let hidden = model.marks.len().saturating_sub(seen);
    let count = words::find::marked(model.marks.len(), hidden, model.lang);
    [&count, words::find::UNMARK.of(model.lang)].join("    ")
}

/// What was done or refused; over the lines above where one is not enough.
pub(in crate::tui) fn said(frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    let lines = wrap(&visible(text), area.width.into());
    let more = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let more = more.min(area.y.saturating_sub(1));
    let area = Rect::new(area.x, area.y - more, area.width, more + 1);
    if more > 0 {
        frame.render_widget(Clear, area);
    }
    for (n, line) in lines.iter().enumerate() {
        put(frame, line_of(area, n), line, style);
    }
}

/// The search line, with the caret where an input method needs it.
fn search(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let mut count = words::found(model.tree.items.len(), model.lang);
    if model.acts_on_marks() {
        count = [count, marked(model)].join("    ");
    }
    let has_caret = model.search.typing && model.overlay.is_none();
    search_line(
        model.surface(),
        &model.search.field,
        has_caret,
        &count,
        (area, frame),
    );
}

/// A line in which is typed what is looked for, and how much is found.
pub(in crate::tui) fn search_line(
    surface: Surface,
    field: &Field,
    has_caret: bool,
    count: &str,
    (area, frame): (Rect, &mut Frame<'_>),
) {
    let label = words::FIND.of(surface.lang);
    let label_width = label.width();
    let width = usize::from(area.width).saturating_sub(label_width + 1);
    let (shown, caret) = field.window(width);
    let mut spans = vec![
        Span::styled(label, surface.theme.key()),
        Span::raw(shown.clone()),
    ];
    let room = width.saturating_sub(shown.width());
    if room > count.width() + 4 {
        spans.push(Span::styled(format!("    {count}"), surface.theme.muted()));
    }
    draw_line(&Line::from(spans), area, frame.buffer_mut());
    if has_caret {
        let x = area.x + u16::try_from(label_width + caret).unwrap_or(0);
        frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
    }
}

/// The keys that are used most here, where nothing lies over the view.
fn footer(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    footer_hints(model).draw(model.theme, area, frame);
}

/// The hints of the last line. Where there is little room, help and quitting at the end stay, and
/// finding, the actions and undoing as long as anything else can go.
pub(in crate::tui) fn footer_hints(model: &Model) -> Hints {
    let (lang, width) = (model.lang, model.size.0);
    if model.search.typing {
        return Hints::of(keymap::bindings_over(Layer::Search), 1, width, lang);
    }
    let is_signed = model.review_is_signed();
    let has_place = |action| match action {
        // What decides a matter stands below the matter.
        Action::Decide(_) | Action::DoneOn => false,
        Action::Sign | Action::Confirm | Action::NothingToReport => !is_signed,
        Action::Unlock => is_signed,
        action if model.acts_on_marks() => has_place_for_several(action),
        _ => true,
    };
    let bindings = keymap::bindings(model.context).filter(|b| has_place(b.action));
    Hints::of(bindings, KEPT, width, lang)
}
