//! The first run on the screen: the questions above, the checklists to read below.

use super::super::cells::draw_line;
use super::super::frame::Frame;
use super::super::setup::{Focus, Setup};
use super::super::wrap::{cut, wrap};
use super::dress::dress;
use super::field::draw_field;
use super::hints::Hints;
use super::{line_of, put};
use crate::keymap::{self, Action, Layer};
use crate::text::{Lang, screen as words, visible, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Draws the first run.
pub(in crate::tui) fn view(setup: &Setup, frame: &mut Frame<'_>) {
    draw(setup, frame);
    dress(setup.theme, frame);
}

fn draw(setup: &Setup, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let mut y = 0;
    let mut next = |lines: u16| {
        let at = y;
        y += lines;
        let height = lines.min(screen.height.saturating_sub(at));
        Rect::new(0, at.min(screen.height), screen.width, height)
    };
    let (theme, lang) = (setup.theme, setup.lang);
    put(frame, next(1), words::WELCOME.of(lang), theme.title());
    let welcome = wrap(words::WELCOME_TEXT.of(lang), screen.width.into());
    for line in &welcome {
        put(frame, next(1), line, theme.muted());
    }
    put(frame, next(1), &first_see(lang), theme.key());
    next(1);
    let labels = labels(setup);
    let focused = setup.focus == Focus::Name;
    draw_field(theme, lang, &setup.name, labels, focused, next(1), frame);
    kind(setup, labels, next(1), frame);
    for at in 0..setup.offers.len() {
        offer(setup, at, labels, next(1), frame);
    }
    begin(setup, labels, next(1), frame);
    let wrong = setup.wrong.as_deref().unwrap_or_default();
    for line in wrap(&visible(wrong), screen.width.into()) {
        put(frame, next(1), &line, theme.bad());
    }
    let used = next(0).y;
    let left = screen.height.saturating_sub(used + 1);
    reading(setup, Rect::new(0, used, screen.width, left), frame);
    let (hints, last) = hints(setup);
    hints.draw(theme, last, frame);
}

/// The keys of the first run, and where they stand.
pub(in crate::tui) fn hints(setup: &Setup) -> (Hints, Rect) {
    let (width, height) = setup.size;
    let last = Rect::new(0, height.saturating_sub(1), width, height.min(1));
    let keys = keymap::bindings_over(Layer::Setup);
    (Hints::of(keys, 1, width, setup.lang), last)
}

/// The way to the made-up school.
fn first_see(lang: Lang) -> String {
    let key = keymap::key_over(Action::Tour, Layer::Setup);
    let name = key.map_or_else(String::new, |key| key.name(lang));
    words::fill(words::tour::FIRST_SEE.of(lang), &[name])
}

fn labels(setup: &Setup) -> usize {
    let labels = [words::ASK_NAME, words::ASK_KIND, words::ASK_CHECKLISTS];
    let widths = labels.iter().map(|label| label.of(setup.lang).width());
    widths.max().unwrap_or(0)
}

/// A question's label, and the mark where it is being answered.
fn label(setup: &Setup, text: &str, labels: usize, focused: bool) -> Vec<Span<'static>> {
    let style = if focused {
        setup.theme.key()
    } else {
        setup.theme.muted()
    };
    let gap = " ".repeat(labels.saturating_sub(text.width()) + 2);
    let mark = if focused { "> " } else { "  " };
    vec![
        Span::styled(text.to_owned(), style),
        Span::raw(gap),
        Span::styled(mark, style),
    ]
}

fn kind(setup: &Setup, labels: usize, area: Rect, frame: &mut Frame<'_>) {
    let focused = setup.focus == Focus::Kind;
    let text = words::ASK_KIND.of(setup.lang);
    let mut spans = label(setup, text, labels, focused);
    let kind = names::school_kind(setup.kind, setup.lang);
    spans.push(Span::raw(format!("< {kind} >")));
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}

fn offer(setup: &Setup, at: usize, labels: usize, area: Rect, frame: &mut Frame<'_>) {
    let choice = &setup.offers[at];
    let focused = setup.focus == Focus::Checklists && setup.at == at;
    let text = if at == 0 {
        words::ASK_CHECKLISTS.of(setup.lang)
    } else {
        ""
    };
    let mut spans = label(setup, text, labels, focused);
    let mark = match (setup.fits(choice), choice.chosen) {
        (false, _) => "[-] ",
        (true, true) => "[x] ",
        (true, false) => "[ ] ",
    };
    let title = choice.checklist.title.of(setup.lang);
    let items = choice.checklist.items_of(setup.kind).count();
    let said = words::offer(&visible(title), items, setup.lang);
    let style = if focused {
        setup.theme.heading()
    } else {
        Style::new()
    };
    let used: usize = spans.iter().map(Span::width).sum();
    let said = cut(
        &format!("{mark}{said}"),
        usize::from(area.width).saturating_sub(used),
    );
    spans.push(Span::styled(said, style));
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}

fn begin(setup: &Setup, labels: usize, area: Rect, frame: &mut Frame<'_>) {
    let focused = setup.focus == Focus::Begin;
    let mut spans = label(setup, "", labels, focused);
    let style = if focused {
        setup.theme.chosen()
    } else {
        setup.theme.heading()
    };
    let button = format!("[ {} ]", words::BEGIN.of(setup.lang));
    spans.push(Span::styled(button, style));
    draw_line(&Line::from(spans), area, frame.buffer_mut());
}

/// The checklists, from the line that is scrolled to.
fn reading(setup: &Setup, area: Rect, frame: &mut Frame<'_>) {
    let mut row = 0;
    for (indent, text) in setup.reading().into_iter().skip(setup.top) {
        let width = usize::from(area.width).saturating_sub(indent * 2);
        let style = match indent {
            0 => setup.theme.title(),
            1 => setup.theme.heading(),
            _ => Style::new(),
        };
        for line in wrap(&visible(&text), width) {
            if row >= usize::from(area.height) {
                return;
            }
            let indented = format!("{}{line}", "  ".repeat(indent));
            put(frame, line_of(area, row), &indented, style);
            row += 1;
        }
    }
}
