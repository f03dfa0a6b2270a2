//! A visit sheet as a page: for A4 paper, with boxes to tick and lines to write on. It needs nothing
//! else, holds no script and forbids every request.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "templates hand over references"
)]

use super::style;
use crate::rollup::{Visit, VisitItem};
use crate::text::inspection as words;
use crate::text::{Lang, Phrase, visible_lines};
use askama::Template;

/// A visit sheet as the bytes of a page.
pub(in crate::format) fn visit_page(visit: &Visit) -> Result<String, askama::Error> {
    let html = Sheet {
        visit,
        lang: visit.language,
    };
    Ok(visible_lines(&html.render()?).into_owned())
}

/// A sheet with what its page needs beside it.
#[derive(Template)]
#[template(path = "visit.html", config = "src/format/html/askama.toml")]
struct Sheet<'a> {
    visit: &'a Visit,
    lang: Lang,
}

impl Sheet<'_> {
    fn t(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    fn lang_tag(&self) -> &'static str {
        super::lang_tag(self.lang)
    }

    fn colon(&self) -> &'static str {
        self.t(words::COLON)
    }

    fn page_of(&self, part: usize) -> String {
        super::style::page_of(part, self.lang)
    }

    fn about_school(&self) -> String {
        let school = &self.visit.school;
        let kind = crate::text::words::school_kind(school.kind, self.lang).to_owned();
        let contact = school.contact.as_ref();
        let contact = contact.map(|contact| words::contact(contact, self.lang));
        let parts = [Some(kind), school.district.clone(), contact];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// The short name of an item: without its checklist, where no other item of the sheet is called
    /// so.
    fn item<'i>(&self, item: &'i VisitItem) -> &'i str {
        let short = |item: &'i VisitItem| item.item.split_once('/').map(|(_, id)| id);
        let same = |other: &&VisitItem| other.item.split_once('/').map(|(_, id)| id) == short(item);
        let is_alone = self.visit.items.iter().filter(same).count() < 2;
        short(item).filter(|_| is_alone).unwrap_or(&item.item)
    }

    fn reported(&self, item: &VisitItem) -> String {
        words::reported(item.reported.as_ref(), self.lang)
    }

    /// From which week's report the sheet knows what the school reports.
    fn of_report(&self) -> Option<String> {
        let mut reported = self
            .visit
            .items
            .iter()
            .filter_map(|item| item.reported.as_ref());
        let week = reported.next()?.week;
        Some(words::of_report(week, self.lang))
    }

    fn boxes(&self) -> [&'static str; 3] {
        words::boxes(self.lang)
    }

    fn drawn(&self) -> String {
        let draw = &self.visit.draw;
        words::drawn(
            (draw.place, draw.schools),
            (draw.weight, draw.total),
            self.lang,
        )
    }

    fn why(&self) -> String {
        words::reasons(&self.visit.draw.why, self.lang)
    }

    fn drawn_from(&self) -> String {
        let draw = &self.visit.draw;
        words::drawn_from(draw.seed, draw.week, &draw.roster, self.lang)
    }
}
