//! Where the schools stand: what the meeting needs first.

use super::Page;
use crate::text::facts::ratio;
use crate::text::page;
use crate::text::rollup::{figures, page as words};

/// How many schools with nothing to report are named.
const NAMES: usize = 40;

/// A figure by itself, with what it is made of.
pub(super) struct Card {
    pub(super) name: &'static str,
    pub(super) figure: String,
    pub(super) made_of: String,
    /// Whether it is one that ought to be nought, and is not.
    pub(super) is_bad: bool,
}

impl Page<'_> {
    pub(super) fn returns(&self) -> String {
        let has_roster = self.report.roster.is_some();
        figures::returns(&self.report.returns, has_roster, self.lang)
    }

    pub(super) fn cards(&self) -> Vec<Card> {
        let (report, lang) = (self.report, self.lang);
        let (returns, totals) = (report.returns, report.totals);
        let card = |name, figure: String, made_of, is_bad| Card {
            name: self.t(name),
            figure,
            made_of,
            is_bad,
        };
        let in_all = returns.in_all();
        let findings = report.findings;
        vec![
            card(
                words::REPORTS,
                ratio(in_all, Some(returns.all)),
                words::missing(returns.not_reported, returns.late, lang),
                returns.not_reported > 0,
            ),
            card(
                page::RATE,
                page::percent(totals.percent),
                format!(
                    "{} {}",
                    self.t(page::DONE_OF),
                    ratio(totals.done, Some(totals.required))
                ),
                false,
            ),
            card(
                page::OVERDUE_FIGURE,
                crate::text::facts::grouped(totals.overdue),
                words::late_among_done(totals.late, lang),
                totals.overdue > 0,
            ),
            card(
                words::PAST_LIMIT,
                crate::text::facts::grouped(findings.past_limit),
                words::open(findings.open, findings.schools_past_limit, lang),
                findings.past_limit > 0,
            ),
            card(
                words::GATES_CLOSED,
                crate::text::facts::grouped(report.gates_closed),
                words::of_reporting(in_all, lang),
                report.gates_closed > 0,
            ),
        ]
    }

    /// How the rate moved since the week before.
    pub(super) fn since(&self) -> String {
        match self.report.before() {
            Some(before) => words::since(before, self.report.change(), self.lang),
            None => self.t(words::NO_WEEK_BEFORE).to_owned(),
        }
    }

    /// The schools that said so, by name.
    pub(super) fn nothing_to_report(&self) -> Option<String> {
        let schools = self.report.nothing_to_report.iter();
        let schools: Vec<&str> = schools.map(|school| school.name.as_str()).collect();
        (!schools.is_empty()).then(|| words::some(&schools, NAMES, self.lang))
    }

    /// What a district is called.
    pub(super) fn district(&self, district: &Option<String>) -> String {
        let unknown = || self.t(words::NO_DISTRICT).to_owned();
        district.clone().unwrap_or_else(unknown)
    }
}
