//! A status report as a page: one HTML file that needs nothing else, for the screen, a phone and
//! A4 paper.
//!
//! The templates lie beside this module and escape whatever they are given; they ask the [`Page`]
//! for words and numbers. The file is well-formed XML too, holds no script and forbids every
//! request.

#![allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "templates hand over references"
)]

mod charts;
mod figures;
mod item;
mod review;
mod style;
mod trend;
mod visit;

pub(super) use visit::visit_page;

use crate::calendar::Period;
use crate::report::{DayReport, ItemReport, NoticeLineReport, Section, SentReport, StatusReport};
use crate::text::cli::status as status_words;
use crate::text::page::{self, Style};
use crate::text::{Lang, Phrase, visible_lines};
use askama::Template;
use charts::Charts;
use chrono::{Datelike, NaiveDate};

pub(super) use style::css;
pub(super) use trend::Trend;

/// The report as the bytes of a page.
pub(super) fn page(report: &StatusReport) -> Result<String, askama::Error> {
    let html = Page::of(report).render()?;
    Ok(visible_lines(&html).into_owned())
}

/// A language as pages name it.
pub(super) fn lang_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// A report with what its page needs beside it.
#[derive(Template)]
#[template(path = "page.html", config = "src/format/html/askama.toml")]
struct Page<'a> {
    report: &'a StatusReport,
    lang: Lang,
    style: Style<'a>,
    charts: Option<Charts<'a>>,
}

impl<'a> Page<'a> {
    fn of(report: &'a StatusReport) -> Self {
        let lang = report.language;
        let year = report.week.sunday().year();
        let background = report.background.as_ref();
        Self {
            report,
            lang,
            style: Style {
                lang,
                year,
                events: &report.events,
            },
            charts: background.and_then(|of| Charts::of(of, lang)),
        }
    }

    fn t(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    /// What the document is.
    fn title(&self) -> &str {
        let layout = self.report.layout.as_ref();
        let title = layout.and_then(|layout| layout.title.as_deref());
        title.unwrap_or(self.t(page::TITLE))
    }

    /// What stands in place of a section that has nothing in it.
    fn none(&self, section: Section) -> &'static str {
        if self.report.leaves_out(section) {
            self.t(page::LEFT_OUT)
        } else {
            self.t(page::NONE)
        }
    }

    /// A report that was sent before.
    fn sent(&self, sent: &SentReport) -> String {
        page::sent(sent, self.lang)
    }

    fn lang_tag(&self) -> &'static str {
        lang_tag(self.lang)
    }

    fn section(&self, number: usize) -> String {
        page::section(number, self.lang)
    }

    fn annex(&self, number: usize) -> String {
        page::annex(number, self.lang)
    }

    fn when(&self) -> String {
        let StatusReport { week, from, to, .. } = self.report;
        page::when(*week, (*from, *to), self.report.as_of, self.lang)
    }

    fn about_school(&self) -> String {
        let school = &self.report.school;
        let kind = crate::text::words::school_kind(school.kind, self.lang).to_owned();
        let parts = [
            Some(kind),
            school.district.clone(),
            school
                .students
                .map(|count| page::students(count, self.lang)),
            school.staff.map(|count| page::staff(count, self.lang)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" · ")
    }

    fn generated(&self) -> String {
        let at = self.report.generated_at.format("%Y-%m-%d %H:%M %:z");
        page::generated(&self.report.generated_by, &at.to_string(), self.lang)
    }

    /// The parts of the page, each with its anchor.
    fn contents(&self) -> Vec<(String, String)> {
        let parts = [
            ("standing", page::STANDING),
            ("overdue", page::OVERDUE_ITEMS),
            ("findings", page::FINDINGS),
            ("notices", page::NOTICES),
            ("rates", page::REQUIREMENTS),
            ("measures", page::MEASURES),
            ("amendments", page::AMENDMENTS),
        ];
        let without = usize::from(self.report.amendments.is_empty());
        let of_body = (1..).zip(parts).take(parts.len() - without);
        let mut contents: Vec<(String, String)> = of_body
            .map(|(n, (id, title))| (id.to_owned(), self.section(n) + self.t(title)))
            .collect();
        contents.push(("signature".into(), self.t(page::SIGNATURE).into()));
        let checklists = self.report.checklists.iter();
        let mut annexes: Vec<(String, String)> = checklists
            .map(|of| (format!("checklist-{}", of.id), of.title.clone()))
            .collect();
        for (id, title) in [
            ("review", page::REVIEW),
            ("ahead", page::AHEAD),
            ("record", page::RECORD),
        ] {
            annexes.push((id.into(), self.t(title).into()));
        }
        let annexes = (1..).zip(annexes);
        contents.extend(annexes.map(|(n, (id, title))| (id, self.annex(n) + &title)));
        contents
    }

    /// The short name of an item: without its checklist, where no other one has such an item.
    fn item(&self, name: &str) -> String {
        let Some((_, id)) = name.split_once('/') else {
            return name.to_owned();
        };
        let checklists = self.report.checklists.iter();
        let having = checklists.filter(|of| of.items().any(|item| item.id == id));
        let is_short = having.take(2).count() < 2;
        if is_short { id } else { name }.to_owned()
    }

    fn day(&self, day: &NaiveDate) -> String {
        self.style.day(*day)
    }

    fn period(&self, period: &Period) -> String {
        self.style.period(period)
    }

    fn periods(&self, periods: &[Period]) -> String {
        self.style.periods(periods)
    }

    fn limit_of(&self, due: &NaiveDate, first: &Option<NaiveDate>) -> String {
        page::limit(*due, *first, self.style)
    }

    fn limit(&self, due: &Option<NaiveDate>, first: &Option<NaiveDate>) -> String {
        due.map_or_else(String::new, |due| page::limit(due, *first, self.style))
    }

    fn day_or_none(&self, day: &Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| self.style.day(day))
    }

    fn list(&self, names: &[String]) -> String {
        page::list(names, self.lang)
    }

    fn owner(&self, owner: &Option<String>) -> String {
        let nobody = || status_words::NOBODY.of(self.lang).to_owned();
        owner.clone().unwrap_or_else(nobody)
    }

    fn colour(&self, line: &NoticeLineReport) -> &'static str {
        status_words::colour(line.colour, self.lang)
    }

    fn day_kind(&self, day: &DayReport) -> String {
        page::day_kind(day, self.lang)
    }

    fn legend(&self) -> [(&'static str, &'static str); 7] {
        page::legend(self.lang)
    }

    /// The items with something overdue, each with its full name.
    fn overdue(&self) -> Vec<(String, &'a ItemReport)> {
        let checklists = self.report.checklists.iter();
        let items = checklists.flat_map(|of| of.items().map(move |item| (of, item)));
        let late = items.filter(|(_, item)| item.overdue > 0 || !item.missing.is_empty());
        late.map(|(of, item)| (format!("{}/{}", of.id, item.id), item))
            .collect()
    }
}
