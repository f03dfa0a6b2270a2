//! A roll-up as a page: one HTML file that needs nothing else, for the meeting, a phone and A4 paper.
//!
//! It looks as the page of a report does, and shares its style sheet. The templates lie beside this
//! module and escape whatever they are given. The file is well-formed XML too. It forbids every
//! request and every script but the one that sorts its tables, which it names by its digest.

#![allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "templates hand over references"
)]

mod figures;
mod files;
mod grid;
mod records;
mod returns;
mod school;
mod standing;
mod table;

use super::html::{Trend, css};
use crate::rollup::{
    ChecklistVersions, MeasureSum, Rate, Records, RequirementPool, RollUpReport, Spread,
    VersionLine,
};
use crate::text::rollup::{
    figures as explained, ledger, pace, page as words, records as of_records,
};
use crate::text::{Lang, Phrase, page, visible_lines};
use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{Datelike, NaiveDate};
use grid::Grid;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// The script that sorts tables: all that may run in the page.
const SCRIPT: &str = include_str!("rollup_page/sort.js");

/// The roll-up as the bytes of a page.
pub(super) fn rollup_page(report: &RollUpReport) -> Result<String, askama::Error> {
    let html = Page::of(report).render()?;
    Ok(visible_lines(&html).into_owned())
}

/// A roll-up with what its page needs beside it.
#[derive(Template)]
#[template(path = "rollup.html", config = "src/format/rollup_page/askama.toml")]
struct Page<'a> {
    report: &'a RollUpReport,
    lang: Lang,
    /// The year that goes without saying.
    year: i32,
    script: &'static str,
    /// The checklists that have an item of an id.
    lists_with: HashMap<&'a str, HashSet<&'a str>>,
}

impl<'a> Page<'a> {
    fn of(report: &'a RollUpReport) -> Self {
        let mut lists_with: HashMap<&str, HashSet<&str>> = HashMap::new();
        for of in &report.requirements {
            for item in &of.items {
                let lists = lists_with.entry(&item.id).or_default();
                lists.insert(&of.checklist);
            }
        }
        Self {
            lists_with,
            report,
            lang: report.language,
            year: report.to.year(),
            script: SCRIPT,
        }
    }

    fn t(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    fn lang_tag(&self) -> &'static str {
        super::html::lang_tag(self.lang)
    }

    /// By which the policy of the page knows its script.
    fn script_digest(&self) -> String {
        BASE64_STANDARD.encode(Sha256::digest(self.script))
    }

    /// What stands before, between and behind the numbers of a sheet.
    fn page_of(&self, part: usize) -> String {
        let parts = page::page_of(self.lang);
        css(parts.get(part).copied().unwrap_or_default())
    }

    fn head_of_sheets(&self) -> String {
        css(&self.title())
    }

    fn title(&self) -> String {
        let title = self.t(words::TITLE);
        match self.report.only_district() {
            Some(district) => format!("{district} {title}"),
            None => title.to_owned(),
        }
    }

    fn when(&self) -> String {
        words::when(self.report, self.lang)
    }

    fn as_of(&self) -> Option<String> {
        words::as_of(&self.report.as_of, self.year, self.lang)
    }

    fn generated(&self) -> String {
        let at = self.report.generated_at.format("%Y-%m-%d %H:%M %:z");
        page::generated(&self.report.generated_by, &at.to_string(), self.lang)
    }

    /// The parts of the page, each with its anchor.
    fn contents(&self) -> Vec<(&'static str, String)> {
        let has_districts = !self.report.districts.is_empty();
        let mut parts = vec![
            ("standing", words::STANDING),
            ("records", of_records::RECORDS),
            ("chase", words::CHASE),
            ("requirements", words::REQUIREMENTS),
            ("districts", words::DISTRICTS),
            ("schools", words::SCHOOLS),
            ("heat", words::HEAT),
            ("weeks", words::WEEKS),
            ("measures", words::MEASURES),
            ("versions", words::VERSIONS),
        ];
        let has_records = self.report.records.is_some();
        parts.retain(|(id, _)| match *id {
            "districts" => has_districts,
            "records" => has_records,
            _ => true,
        });
        let has_measures = !self.report.measures.is_empty();
        let mut annexes = vec![
            ("items", words::ITEMS),
            ("measures-of-schools", words::MEASURES_OF_SCHOOLS),
            ("files", words::FILES),
            ("sources", words::SOURCES),
        ];
        annexes.retain(|(id, _)| has_measures || *id != "measures-of-schools");
        let parts = (1..).zip(parts);
        let parts = parts.map(|(n, (id, title))| (id, page::section(n, self.lang) + self.t(title)));
        let annexes = (1..).zip(annexes);
        let annexes =
            annexes.map(|(n, (id, title))| (id, page::annex(n, self.lang) + self.t(title)));
        parts.chain(annexes).collect()
    }

    /// The heading of a part, by its anchor.
    fn heading(&self, id: &str) -> String {
        let mut contents = self.contents().into_iter();
        let heading = contents.find(|(of, _)| *of == id);
        heading.map_or_else(String::new, |(_, title)| title)
    }

    fn counted(&self, records: &Records) -> String {
        ledger::records(records, self.lang)
    }

    fn rate(&self, rate: &Rate) -> String {
        explained::rate(rate, self.lang)
    }

    fn spread(&self, spread: &Spread) -> String {
        words::spread(spread, self.lang)
    }

    fn not_counted(&self, waived: &u64, schools: &u64) -> Option<String> {
        words::not_counted(*waived, *schools, self.lang)
    }

    /// How many checklists there are.
    fn checklists(&self) -> usize {
        self.report.versions.len()
    }

    fn checklist_title(&self, checklist: &'a str) -> &'a str {
        let mut versions = self.report.versions.iter();
        let version = versions.find(|version| version.checklist == checklist);
        version.map_or(checklist, |version| version.title.as_str())
    }

    /// The short name of an item: without its checklist, where no other one has such an item.
    fn item(&self, name: &str) -> String {
        let short = name.split_once('/').map(|(_, id)| id);
        let short = short.filter(|id| self.lists_with.get(id).is_none_or(|lists| lists.len() < 2));
        short.unwrap_or(name).to_owned()
    }

    /// The other items of it, by their numbers, with what of them was waived.
    fn not_required(&self, of: &RequirementPool) -> Option<String> {
        let items = of.items.iter().filter(|item| item.rate.required == 0);
        let items: Vec<String> = items
            .map(|item| words::not_required(&item.id, item.rate.waived, self.lang))
            .collect();
        (!items.is_empty()).then(|| words::none_required(&items, self.lang))
    }

    fn day(&self, day: NaiveDate) -> String {
        page::short_day(day, self.year, self.lang)
    }

    fn schools(&self, schools: &u64) -> String {
        words::on_roster(*schools, self.lang)
    }

    fn measure(&self, of: &MeasureSum) -> String {
        explained::measure(of, self.lang)
    }

    fn pace(&self, of: &MeasureSum) -> String {
        pace::in_short(of, self.lang)
    }

    fn compared_by(&self, of: &ChecklistVersions) -> String {
        explained::compared_by(of, self.lang)
    }

    fn version(&self, of: &VersionLine) -> String {
        explained::version(of, self.lang)
    }

    /// Whether every school has the same version of every checklist.
    fn has_one_version(&self) -> bool {
        let versions = &self.report.versions;
        versions.iter().all(|of| of.others.is_empty())
    }

    fn left_out(&self) -> Option<String> {
        explained::left_out(&self.report.left_out, self.lang)
    }

    fn heat(&self) -> Option<Grid> {
        Grid::of_requirements(self.report, self.lang)
    }

    fn measure_map(&self) -> Option<Grid> {
        Grid::of_measures(self.report, self.lang)
    }

    fn not_in_map(&self) -> String {
        words::not_in_map(self.report.returns.not_reported, self.lang)
    }

    /// The chart of the weeks up to the one that is shown.
    fn trend(&self) -> Trend {
        let weeks = self.report.weeks.iter();
        let weeks: Vec<_> = weeks.filter(|line| line.week <= self.report.week).collect();
        let first = weeks.len().saturating_sub(Trend::WEEKS);
        let weeks = weeks.into_iter().skip(first);
        let about = words::trend(weeks.len(), self.lang);
        let bars = weeks.map(|line| {
            let said = words::week(line, self.lang);
            (line.week, line.totals.percent, said)
        });
        Trend::of(self.t(words::TREND), about, self.report.week, bars)
    }
}
