//! The numbers with their targets, and whether they reach them in time.

use super::super::super::frame::Frame;
use super::super::super::layout::overview::Placed;
use super::super::super::model::Model;
use super::panel::{self, Row, Title};
use super::tasks;
use crate::assess::{ItemIndex, MeasureState, Pace};
use crate::text::screen::overview as said;
use crate::text::words as names;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// From these widths on the number itself is shown, and what it takes a day.
const WITH_VALUE: u16 = 40;
const WITH_NEEDED: u16 = 60;
/// How many cells a rate takes.
const RATE: usize = 6;

pub(super) fn title(model: &Model) -> Title {
    let all = model.board.measured.iter();
    let reached = all.filter(|index| measure(model, **index).is_some_and(|m| is_reached(&m)));
    Title {
        name: said::MEASURES,
        summary: said::reached(reached.count(), model.board.measured.len(), model.lang),
        is_bad: false,
    }
}

fn measure(model: &Model, index: ItemIndex) -> Option<MeasureState> {
    model.board.premises().measure(index, model.board.today)
}

fn is_reached(measure: &MeasureState) -> bool {
    let numbers = measure.value.zip(measure.of);
    numbers.is_some_and(|(value, of)| value >= of)
}

pub(super) fn view(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    if model.board.measured.is_empty() {
        panel::empty(model, placed, said::NO_MEASURES, frame);
    }
    panel::rows(model, placed, |at, chosen, area| {
        let index = model.board.measured.get(at);
        let measure = index.and_then(|index| Some((*index, measure(model, *index)?)));
        if let Some((index, measure)) = measure {
            row(model, index, &measure, chosen, area, frame);
        }
    });
}

/// One number: item, bar, rate, the number, and whether it is on its way.
fn row(
    model: &Model,
    index: ItemIndex,
    measure: &MeasureState,
    chosen: bool,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let board = &model.board;
    let pace = board
        .judged(index)
        .and_then(|judged| board.premises().pace(judged, board.today));
    let verdict = verdict(model, measure, pace.as_ref(), area.width >= WITH_NEEDED);
    let (value, of) = (measure.value.unwrap_or(0), measure.of.unwrap_or(0));
    let cells = if area.width < WITH_VALUE { 6 } else { 10 };
    let [done, left] = model.theme.bar(value, of, cells, model.theme.good());
    let rate = panel::right(&names::percent(measure.percent), RATE);
    let id = panel::left(board.item(index).id.as_str(), tasks::ID);
    let head = vec![
        Span::raw(format!("{}{id} ", tasks::marked(model, index))),
        done,
        left,
        Span::raw(format!(" {rate}  ")),
    ];
    // Before a number is entered, what it is about says more.
    let text = match measure.value {
        Some(value) => said::value(value, measure.of, measure.unit.of(model.lang)),
        None => board.item(index).text.of(model.lang).to_owned(),
    };
    let row = if area.width < WITH_VALUE {
        Row {
            head,
            text: verdict.content.into_owned(),
            style: verdict.style,
            tail: Vec::new(),
        }
    } else {
        Row {
            head,
            text,
            style: Style::new(),
            tail: vec![verdict],
        }
    };
    row.draw(model, chosen, area, frame);
}

/// Whether the target is reached, or will be in time; nothing where that is not known.
fn verdict(
    model: &Model,
    measure: &MeasureState,
    pace: Option<&Pace>,
    needed: bool,
) -> Span<'static> {
    let lang = model.lang;
    if is_reached(measure) {
        return Span::styled(said::REACHED.of(lang), model.theme.good());
    }
    let Some(pace) = pace else {
        let nothing = if measure.value.is_none() {
            said::NO_NUMBER.of(lang)
        } else {
            ""
        };
        return Span::styled(nothing, model.theme.muted());
    };
    let style = if pace.on_pace {
        Style::new()
    } else {
        model.theme.bad()
    };
    let text = if needed {
        said::pace(pace, lang)
    } else {
        said::in_time(pace, lang).to_owned()
    };
    Span::styled(text, style)
}
