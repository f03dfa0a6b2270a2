//! `duban status --trend`: the rates of the last weeks, as a table.

use super::super::output::Output;
use super::super::row::bold;
use super::super::{Failure, Session};
use super::Looking;
use crate::assess::{Premises, RequirementTrend, Totals, Trend, trend};
use crate::calendar::Week;
use crate::text::Lang;
use crate::text::cli::{status as words, summary};
use crate::text::words::whole_percent;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// How many weeks a trend shows: a term has twice as many.
pub(in crate::cli) const WEEKS: usize = 12;

/// The rates of the last weeks, for `--json`.
#[derive(Serialize)]
pub(in crate::cli) struct TrendRows {
    weeks: Vec<Week>,
    all: Vec<Totals>,
    requirements: Vec<RequirementRow>,
}

#[derive(Serialize)]
struct RequirementRow {
    requirement: String,
    title: String,
    totals: Vec<Totals>,
}

pub(super) fn run(
    session: &Session,
    looking: &Looking<'_>,
    title: &str,
    checklist: Option<usize>,
) -> Result<(), Failure> {
    let (premises, lang) = (&looking.premises, session.lang());
    let (week, day) = (looking.assessment.week, looking.assessment.day);
    let mut trend = trend(premises, week, day, WEEKS);
    trend
        .requirements
        .retain(|of| checklist.is_none_or(|checklist| of.checklist == checklist));
    if session.is_json() {
        return session.print_json(&rows(premises, &trend, lang));
    }
    let mut out = Output::new();
    out.styled(bold(), title);
    table(premises, &trend, checklist.is_none(), lang, &mut out);
    session.finish(out)
}

/// The rates as rows of a table, the week's last two digits above each column.
pub(in crate::cli) fn table(
    premises: &Premises<'_>,
    trend: &Trend,
    with_all: bool,
    lang: Lang,
    out: &mut Output,
) {
    if trend.weeks.is_empty() {
        out.line(words::NO_TREND.of(lang));
        return;
    }
    out.line(summary::TREND.of(lang));
    let named = trend.requirements.iter();
    let mut named: Vec<(String, &str, &[Totals])> = named
        .map(|of| {
            (
                name(premises, of),
                title(premises, of, lang),
                &of.totals[..],
            )
        })
        .collect();
    if with_all {
        named.insert(0, (words::ALL.of(lang).to_owned(), "", &trend.all[..]));
    }
    let widest = named.iter().map(|(name, ..)| name.width()).max();
    let widest = widest.unwrap_or_default();
    let heads = trend.weeks.iter().map(|week| {
        let week = week.to_string();
        let short = week.split_once('-').map_or("", |(_, short)| short);
        format!(" {short:>4}")
    });
    out.line(&[" ".repeat(widest + 2), heads.collect()].concat());
    for (name, title, totals) in named {
        let cells = totals
            .iter()
            .map(|of| format!(" {:>4}", whole_percent(of.percent)));
        let gap = " ".repeat(widest - name.width());
        let cells: String = cells.collect();
        out.line(format!("  {name}{gap}{cells}  {title}").trim_end());
    }
}

pub(in crate::cli) fn rows(premises: &Premises<'_>, trend: &Trend, lang: Lang) -> TrendRows {
    let row = |of: &RequirementTrend| RequirementRow {
        requirement: name(premises, of),
        title: title(premises, of, lang).to_owned(),
        totals: of.totals.clone(),
    };
    TrendRows {
        weeks: trend.weeks.clone(),
        all: trend.all.clone(),
        requirements: trend.requirements.iter().map(row).collect(),
    }
}

fn name(premises: &Premises<'_>, of: &RequirementTrend) -> String {
    let checklist = &premises.adopted[of.checklist].checklist;
    format!(
        "{}/{}",
        checklist.id, checklist.requirements[of.requirement].id
    )
}

fn title<'a>(premises: &Premises<'a>, of: &RequirementTrend, lang: Lang) -> &'a str {
    let checklist = &premises.adopted[of.checklist].checklist;
    checklist.requirements[of.requirement].title.of(lang)
}
