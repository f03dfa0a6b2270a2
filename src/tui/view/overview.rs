//! The overview: where the school stands today, and the panels that lead to what explains it.

mod ahead;
mod findings;
mod measures;
mod panel;
mod requirements;
mod tasks;
mod trend;

pub(super) use requirements::weeks_marks;
pub(super) use tasks::item_line;

use super::super::frame::Frame;
use super::super::layout::overview::Placed;
use super::super::model::Model;
use super::super::overview::Panel;
use super::super::update::waiting;
use super::put;
use crate::assess::ItemIndex;
use crate::text::screen::{overview as said, week as review};
use panel::Title;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    let board = &model.board;
    let shown = model.dashboard();
    let totals = board.assessment.tally.totals();
    let sentence = said::sentence(&totals, board.tasks.today, model.lang);
    put(frame, shown.sentence, &sentence, model.theme.heading());
    let hint = hint(model, shown.hint.width.into());
    put(frame, shown.hint, &hint, model.theme.key());
    panels(model, frame);
}

/// Draws the panels, which are what changes from key to key.
pub(super) fn panels(model: &Model, frame: &mut Frame<'_>) {
    let shown = model.dashboard();
    for placed in &shown.panels {
        let is_focused = model.overview.focused == placed.panel;
        let key = (is_focused, model.overview.cursor(placed.panel));
        frame.part(placed.area, &key, |frame| {
            let title = title(model, placed);
            panel::frame(model, placed, &title, shown.framed, frame);
            if !placed.list.is_empty() {
                list(model, placed, frame);
            }
        });
    }
}

fn list(model: &Model, placed: &Placed, frame: &mut Frame<'_>) {
    match placed.panel {
        Panel::Tasks => tasks::view(model, placed, frame),
        Panel::Requirements => requirements::view(model, placed, frame),
        Panel::Findings => findings::view(model, placed, frame),
        Panel::Ahead => ahead::view(model, placed, frame),
        Panel::Measures => measures::view(model, placed, frame),
        Panel::Trend => trend::view(model, placed, frame),
    }
}

fn title(model: &Model, placed: &Placed) -> Title {
    match placed.panel {
        Panel::Tasks => tasks::title(model),
        Panel::Requirements => requirements::title(model),
        Panel::Findings => findings::title(model),
        Panel::Ahead => ahead::title(model, placed.list.is_empty()),
        Panel::Measures => measures::title(model),
        Panel::Trend => trend::title(model),
    }
}

/// The chosen line in full: lists show as much of it as fits.
pub(super) fn chosen(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let (board, lang) = (&model.board, model.lang);
    let item = |index: ItemIndex| {
        let item = board.item(index);
        format!("{} {}", item.id, item.text.of(lang))
    };
    let text = match model.overview.focused {
        Panel::Requirements => model.chosen_requirement().map(|(c, r)| {
            let requirement = &board.adopted[c].checklist.requirements[r];
            format!("{} {}", requirement.id, requirement.title.of(lang))
        }),
        Panel::Findings => model.chosen_open_finding().map(|(_, finding)| {
            let about = model.item_of_overview().map(item);
            let about = about.unwrap_or_default();
            format!("{} {}  {about}", finding.id, finding.text)
        }),
        Panel::Ahead if model.chosen_item().is_none() => {
            let anchor = model.chosen_anchor();
            anchor.map(|name| said::can_move(&name, lang))
        }
        Panel::Trend => model
            .chosen_week()
            .map(|(_, week)| review::week(week, lang)),
        _ => model.item_of_overview().map(item),
    };
    let text = text.unwrap_or_default();
    frame.part(area, &text, |frame| {
        put(frame, area, &text, model.theme.muted());
    });
}

/// What waits beside the tasks: the review, findings, what is at risk.
pub(super) fn waits(model: &Model) -> Vec<String> {
    let (board, lang) = (&model.board, model.lang);
    let this = board.assessment.week;
    let review = waiting(model).map(|week| review::hint(week, week == this, lang));
    let late = findings::late(model);
    let found = said::open_findings(board.open_findings, late, lang);
    let risk = model.look.ahead.as_ref().map_or(0, |ahead| ahead.at_risk());
    let parts = [review, found, said::at_risk(risk, lang)];
    parts.into_iter().flatten().collect()
}

/// Whether there is anything to say below the first sentence.
pub(in crate::tui) fn has_hint(model: &Model) -> bool {
    !hint(model, usize::MAX).is_empty()
}

/// How to begin where nothing was recorded yet, and what waits, as much of it as fits; or that
/// nothing is left to do.
fn hint(model: &Model, width: usize) -> String {
    let (board, lang) = (&model.board, model.lang);
    let mut items = board.history.items();
    let is_new = items.all(|(_, history)| history.completions.is_empty());
    let begin = is_new.then(|| said::BEGIN.of(lang).to_owned());
    let is_quiet = board.tasks.overdue + board.tasks.today == 0;
    let mut parts: Vec<String> = begin.into_iter().chain(waits(model)).collect();
    if parts.is_empty() && is_quiet {
        parts.push(said::ALL_DONE.of(lang).to_owned());
    }
    let mut used = 0;
    let fitting = parts.into_iter().filter(|part| {
        let needed = part.width() + usize::from(used > 0);
        let fits = used == 0 || used + needed <= width;
        used += if fits { needed } else { 0 };
        fits
    });
    said::sentences(&fitting.collect::<Vec<_>>(), lang)
}
