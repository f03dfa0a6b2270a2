//! A report as a brief: a page of prose from a template that a school may write itself.
//!
//! What is too long for a page is cut where it lists things, and says so; never within a sentence.

mod lists;
mod template;

pub use template::{Brief, read_brief};

use crate::report::StatusReport;
use crate::text::brief::{self as words, Placeholder};
use crate::text::{Lang, visible};
use lists::{Listed, Lists};
use std::sync::LazyLock;
use template::{Line, Part};

/// The most characters that a brief may have.
const LIMIT: usize = 1_000;

/// A brief is longer than it may be, with its lists as short as they get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the brief is {over} characters over {limit}")]
pub struct TooLong {
    /// By how many characters.
    pub over: usize,
    /// How many it may have.
    pub limit: usize,
}

/// The program's own template in `lang`, as a person may change it.
#[must_use]
pub fn brief_template(lang: Lang) -> &'static str {
    words::TEMPLATE.of(lang)
}

/// The report as a brief, by a template of the school's own or by the program's.
pub(super) fn brief(report: &StatusReport, own: Option<&Brief>) -> Result<String, TooLong> {
    let template = own.unwrap_or_else(|| built_in(report.language));
    let mut lists = Lists::of(report);
    let chars = |lists: &Lists| fill(template, report, lists).chars().count();
    loop {
        let over = chars(&lists).saturating_sub(LIMIT);
        if over == 0 {
            break;
        }
        if !lists.shorten(|listed| template.asks_for(listed.placeholder())) {
            return Err(TooLong { over, limit: LIMIT });
        }
    }
    lists.lengthen(|lists| chars(lists) <= LIMIT);
    Ok(fill(template, report, &lists))
}

fn built_in(lang: Lang) -> &'static Brief {
    static TEMPLATES: LazyLock<[Brief; 2]> = LazyLock::new(|| {
        Lang::ALL.map(|lang| {
            let read = read_brief("", brief_template(lang).as_bytes());
            read.expect("the program's own template is right: tested")
        })
    });
    let [zh, en] = &*TEMPLATES;
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The template with everything filled in. A line that is nothing but placeholders with nothing to
/// say is left out.
fn fill(template: &Brief, report: &StatusReport, lists: &Lists) -> String {
    let line = |line: &Line| {
        let parts = line.0.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Value(placeholder) => visible(&value(*placeholder, report, lists)).into_owned(),
        });
        let text: String = parts.collect();
        let asks = line.0.iter().any(|part| matches!(part, Part::Value(_)));
        (!asks || !text.trim().is_empty()).then_some(text)
    };
    let lines: Vec<String> = template.lines.iter().filter_map(line).collect();
    lines.join("\n") + "\n"
}

fn value(placeholder: Placeholder, report: &StatusReport, lists: &Lists) -> String {
    let (lang, totals) = (report.language, &report.totals);
    let day = |day| words::day(day, lang);
    let unsigned = || words::UNSIGNED.of(lang).to_owned();
    let week = &report.summary.this;
    let before = report.summary.last.as_ref();
    let list = |listed| lists.text(listed, lang);
    match placeholder {
        Placeholder::School => report.school.name.clone(),
        Placeholder::District => report.school.district.clone().unwrap_or_default(),
        Placeholder::Week => words::week(report.week, lang),
        Placeholder::From => day(report.from),
        Placeholder::To => day(report.to),
        Placeholder::AsOf => day(report.as_of),
        Placeholder::Date => words::date(report.as_of, lang),
        Placeholder::SignedBy => signed_by(report).unwrap_or_else(unsigned),
        Placeholder::Required => totals.required.to_string(),
        Placeholder::Completed => totals.done.to_string(),
        Placeholder::Percent => words::percent(totals.percent),
        Placeholder::Late => totals.late.to_string(),
        Placeholder::Overdue => totals.overdue.to_string(),
        Placeholder::Waived => totals.waived.to_string(),
        Placeholder::OpenFindings => lists.len(Listed::Findings).to_string(),
        Placeholder::Done => words::done(totals, before, report.nothing_to_report, lang),
        Placeholder::Requirements => {
            let list = list(Listed::Requirements);
            let open = lists.len(Listed::Requirements);
            words::requirements(lists.fulfilled, open, list.as_deref(), lang)
        }
        Placeholder::Measures => {
            let (open, list) = (lists.len(Listed::Measures), list(Listed::Measures));
            words::measures(lists.reached, open, list.as_deref(), lang)
        }
        Placeholder::Missed => {
            let in_time = totals.required - (totals.done + totals.overdue).min(totals.required);
            let list = list(Listed::Missed);
            words::missed(totals.overdue, in_time, list.as_deref(), lang)
        }
        Placeholder::Findings => {
            let list = list(Listed::Findings);
            words::findings(lists.len(Listed::Findings), week, list.as_deref(), lang)
        }
        Placeholder::Asked => {
            let list = list(Listed::Asked);
            words::asked(lists.len(Listed::Asked), list.as_deref(), lang)
        }
    }
}

fn signed_by(report: &StatusReport) -> Option<String> {
    report.review.as_ref()?.signed_by.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_own_templates_are_right() {
        for lang in Lang::ALL {
            assert!(!built_in(lang).lines.is_empty());
        }
    }
}
