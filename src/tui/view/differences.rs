//! Where self-check and inspection differ.

use super::super::frame::Frame;
use super::super::layout::Split;
use super::super::model::Model;
use super::page::Page;
use super::{line_of, put};
use crate::fact::Decision;
use crate::review::{Disagreement, Own};
use crate::text::screen::{self as words, finding as said};
use crate::text::{Lang, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// What self-check and inspection differ about, each with what both say.
pub(super) fn view(model: &Model, areas: &Split, frame: &mut Frame<'_>) {
    let (theme, lang) = (model.theme, model.lang);
    let differ = model.findings.differ();
    if differ.is_empty() {
        put(frame, areas.list, said::ALL_AGREE.of(lang), theme.muted());
        return;
    }
    let cursor = model.findings.other;
    let shown = differ.iter().enumerate().skip(cursor.top);
    for (n, (at, difference)) in shown.take(areas.list.height.into()).enumerate() {
        let item = model.board.item(difference.index);
        let both = both(difference, lang);
        let text = item.text.of(lang);
        let line = format!("{:<5} {both}  {text}", item.id.as_str());
        let style = if at == cursor.at {
            theme.chosen()
        } else {
            Style::new()
        };
        put(frame, line_of(areas.list, n), &line, style);
    }
    page(model, areas.chosen).draw_from(model.findings.top, areas.chosen, frame);
}

/// What both say.
pub(super) fn both(difference: &Disagreement, lang: Lang) -> String {
    let verdict = names::verdict(difference.inspection.verdict, lang);
    said::both(own(difference.own, lang), verdict, lang)
}

/// The chosen difference in full.
pub(super) fn page(model: &Model, area: Rect) -> Page<'_> {
    let mut page = Page::new(model, area);
    let Some(difference) = model.chosen_difference() else {
        return page;
    };
    let lang = model.lang;
    let item = model.board.item(difference.index);
    let text = [item.id.as_str(), item.text.of(lang)].join(" ");
    page.named(said::ITEM, &text, Style::new());
    if let Some(period) = &difference.period {
        page.named(words::PERIOD, &names::period(period, lang), Style::new());
    }
    page.named(said::OWN, own(difference.own, lang), Style::new());
    let inspection = said::inspection(&difference.inspection, lang);
    page.named(said::INSPECTIONS, &inspection, model.theme.bad());
    page
}

fn own(own: Own, lang: Lang) -> &'static str {
    let decision = match own {
        Own::Done => Decision::Done,
        Own::Partly => Decision::Partly,
        Own::NotDone => Decision::NotDone,
    };
    names::decision(decision, lang)
}
