//! The notices in three colours, those of one owner together.

use super::super::frame::Frame;
use super::super::layout::Split;
use super::super::model::Model;
use super::super::wrap::cut;
use super::page::Page;
use super::{line_of, put};
use crate::assess::Owner;
use crate::review::{Colour, NoticeLine};
use crate::text::screen::{self as words, finding as said};
use crate::text::{Lang, report, visible, words as names};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// How many cells an owner takes, and a reason.
const OWNER: usize = 12;
const REASON: usize = 24;

pub(super) fn view(model: &Model, areas: &Split, frame: &mut Frame<'_>) {
    let lang = model.lang;
    let lines = model.findings.notices();
    if lines.is_empty() {
        let none = said::NO_NOTICES.of(lang);
        put(frame, areas.list, none, model.theme.muted());
        return;
    }
    let cursor = model.findings.other;
    let shown = lines.iter().enumerate().skip(cursor.top);
    for (n, (at, (owner, line))) in shown.take(areas.list.height.into()).enumerate() {
        let item = model.board.item(line.index);
        let columns = [
            (said::colour(line.colour, lang).to_owned(), 6),
            (name(owner.as_ref(), lang), OWNER),
            (item.id.to_string(), 5),
            (report::notice_reason(&line.reason, lang), REASON),
        ];
        let mut text = String::new();
        for (column, width) in columns {
            let column = cut(&visible(&column), width);
            let gap = width.saturating_sub(column.width()) + 1;
            text += &column;
            text += &" ".repeat(gap);
        }
        text += item.text.of(lang);
        let mut style = style(model, line.colour);
        if at == cursor.at {
            style = style.patch(model.theme.chosen());
        }
        put(frame, line_of(areas.list, n), &text, style);
    }
    page(model, areas.chosen).draw_from(model.findings.top, areas.chosen, frame);
}

pub(super) fn name(owner: Option<&Owner>, lang: Lang) -> String {
    owner.map_or_else(|| words::NOBODY.of(lang).to_owned(), |owner| owner.of(lang))
}

fn style(model: &Model, colour: Colour) -> Style {
    match colour {
        Colour::Red => model.theme.bad(),
        Colour::Yellow => model.theme.status(crate::assess::Status::Partial),
        Colour::Blue => Style::new(),
    }
}

/// The chosen notice in full.
pub(super) fn page(model: &Model, area: Rect) -> Page<'_> {
    let mut page = Page::new(model, area);
    let lang = model.lang;
    let lines = model.findings.notices();
    let Some((owner, line)) = lines.get(model.findings.other.at) else {
        return page;
    };
    let NoticeLine {
        colour,
        index,
        finding,
        due,
        reason,
    } = line;
    let item = model.board.item(*index);
    let text = [item.id.as_str(), item.text.of(lang)].join(" ");
    page.named(said::ITEM, &text, Style::new());
    page.named(words::OWNER, &name(owner.as_ref(), lang), Style::new());
    let reason = report::notice_reason(reason, lang);
    let reason = [said::colour(*colour, lang), &reason].join("  ");
    page.named(said::NOTICE, &reason, style(model, *colour));
    if let Some(due) = due {
        page.named(said::LIMIT, &names::day(*due, lang), Style::new());
    }
    let finding = finding
        .as_ref()
        .and_then(|id| model.board.history.finding(id));
    if let Some(finding) = finding {
        let text = [finding.id.0.as_str(), &finding.text].join(" ");
        page.named(said::OF_ITEM, &text, Style::new());
    }
    page
}
