//! `duban status --explain`: how a rate came about.

use super::super::output::Output;
use super::super::row::{ItemHead, bold, line};
use super::super::{Failure, Session};
use super::Looking;
use crate::assess::{
    Explanation, ItemIndex, LeftOut, OccurrenceState, Part, Premises, Scope, Totals, WhyLeftOut,
    explain,
};
use crate::calendar::{Period, Week};
use crate::text::cli::{plan, review::periods, status as words};
use crate::text::screen::{MEASURE, measured};
use crate::text::{Lang, words as names};
use chrono::NaiveDate;
use serde::Serialize;

/// A rate explained, for `--json`.
#[derive(Serialize)]
struct Answer {
    scope: Option<String>,
    week: Week,
    as_of: NaiveDate,
    totals: Totals,
    done: Vec<Row>,
    missing: Vec<Row>,
    left_out: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    head: ItemHead,
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// The number of an item against its target, the day it was read off, and its pace.
fn number(looking: &Looking<'_>, index: ItemIndex, lang: Lang, out: &mut Output) {
    let (premises, day) = (&looking.premises, looking.assessment.day);
    let Some(measure) = premises.measure(index, day) else {
        return;
    };
    let unit = measure.unit.of(lang);
    let number = measured(measure.value, measure.of, measure.percent, unit);
    let on = measure.on.map(|on| names::day(on, lang));
    let judged = looking.assessment.item(index);
    let pace = judged.and_then(|judged| premises.pace(judged, day));
    let pace = pace.map_or_else(Vec::new, |pace| plan::pace(&pace, lang));
    let said: Vec<String> = std::iter::once(number).chain(on).chain(pace).collect();
    out.line(&format!("{}  {}", MEASURE.of(lang), said.join(" · ")));
}

pub(super) fn run(
    session: &Session,
    looking: &Looking<'_>,
    scope: Scope,
    title: &str,
) -> Result<(), Failure> {
    let (premises, lang) = (&looking.premises, session.lang());
    let explanation = explain(premises, &looking.assessment, scope);
    if session.is_json() {
        return session.print_json(&answer(looking, &explanation, lang));
    }
    let mut out = Output::new();
    out.styled(bold(), title);
    if let Some(name) = name(premises, scope, lang) {
        out.line(&name);
    }
    let totals = &explanation.totals;
    let (percent, done, required) = (totals.percent, totals.done, totals.required);
    out.line(&words::rate(percent, done, required, lang));
    if let Some(percent) = totals.weighted_percent {
        out.line(&words::weighted(percent, lang));
    }
    if let Scope::Item(index) = scope {
        number(looking, index, lang, &mut out);
    }
    let saying = Saying {
        premises,
        lang,
        each: matches!(scope, Scope::Item(_)),
    };
    let heading = words::done(explanation.done.len(), lang);
    saying.parts(&heading, &explanation.done, &mut out);
    let heading = words::missing(explanation.missing.len(), lang);
    saying.parts(&heading, &explanation.missing, &mut out);
    for group in by_reason(&explanation.left_out) {
        saying.left_out(&group, &mut out);
    }
    session.finish(out)
}

/// What the rate is about, where it is not about everything.
fn name(premises: &Premises<'_>, scope: Scope, lang: Lang) -> Option<String> {
    let checklist = |checklist: usize| &premises.adopted[checklist].checklist;
    Some(match scope {
        Scope::All => return None,
        Scope::Checklist(at) => {
            let checklist = checklist(at);
            format!("{}  {}", checklist.id, checklist.title.of(lang))
        }
        Scope::Requirement(at, requirement) => {
            let checklist = checklist(at);
            let requirement = &checklist.requirements[requirement];
            let title = requirement.title.of(lang);
            format!("{}/{}  {title}", checklist.id, requirement.id)
        }
        Scope::Item(index) => {
            let text = premises.item(index).text.of(lang);
            format!("{}  {text}", premises.item_ref(index))
        }
    })
}

/// What was left out, by reason, in the order in which the reasons come up.
fn by_reason(left_out: &[LeftOut]) -> Vec<Vec<&LeftOut>> {
    let mut groups: Vec<Vec<&LeftOut>> = Vec::new();
    for out in left_out {
        let same = |group: &&mut Vec<&LeftOut>| {
            let first = group.first().map(|first| kind(&first.why));
            first == Some(kind(&out.why))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(out),
            None => groups.push(vec![out]),
        }
    }
    groups
}

fn kind(why: &WhyLeftOut) -> &'static str {
    match why {
        WhyLeftOut::Waived { .. } => "waived",
        WhyLeftOut::NotDueYet { .. } => "not-due-yet",
        WhyLeftOut::NotRequired { .. } => "not-required",
        WhyLeftOut::Postponed { .. } => "postponed",
        WhyLeftOut::BeforeAdoption { .. } => "before-adoption",
        WhyLeftOut::Nothing => "nothing",
    }
}

struct Saying<'a> {
    premises: &'a Premises<'a>,
    lang: Lang,
    /// Whether each occurrence has a line of its own; otherwise each item.
    each: bool,
}

impl Saying<'_> {
    /// What counts.
    fn parts(&self, heading: &str, parts: &[Part], out: &mut Output) {
        let done = |part: &Part| match part.occurrence.state {
            OccurrenceState::Done {
                on,
                late,
                late_entry,
            } if self.each => Some(words::done_on(on, late, late_entry, self.lang)),
            _ => None,
        };
        let rows = parts.iter();
        let rows = rows.map(|part| (part.index, Some(&part.occurrence.period), done(part)));
        self.group(heading, rows, out);
    }

    fn left_out(&self, group: &[&LeftOut], out: &mut Output) {
        let Some(first) = group.first() else {
            return;
        };
        let heading = words::left_out(&first.why, group.len(), self.lang);
        let rows = group.iter().map(|left_out| {
            let why = words::why(&left_out.why, self.lang);
            (left_out.index, left_out.period.as_ref(), why)
        });
        self.group(&heading, rows, out);
    }

    fn group<'b>(
        &self,
        heading: &str,
        rows: impl Iterator<Item = (ItemIndex, Option<&'b Period>, Option<String>)>,
        out: &mut Output,
    ) {
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return;
        }
        out.line("");
        out.styled(bold(), heading);
        let together =
            |one: &(ItemIndex, Option<&Period>, Option<String>),
             other: &(ItemIndex, Option<&Period>, Option<String>)| {
                !self.each && (one.0, &one.2) == (other.0, &other.2)
            };
        for of_item in rows.chunk_by(together) {
            let Some((index, _, why)) = of_item.first() else {
                continue;
            };
            let of: Vec<Period> = of_item.iter().filter_map(|row| row.1.cloned()).collect();
            if self.each {
                // The item is named above.
                let of = of.iter().map(|period| names::period(period, self.lang));
                let said: Vec<String> = of.chain(why.clone()).collect();
                out.line(&format!("  {}", said.join(" · ")));
                continue;
            }
            let more = periods(&of, self.lang).into_iter().chain(why.clone());
            out.line(&line(self.premises, *index, more, self.lang));
        }
    }
}

fn answer(looking: &Looking<'_>, explanation: &Explanation, lang: Lang) -> Answer {
    let head = |index| ItemHead::of(&looking.premises, index, lang);
    let part = |part: &Part| Row {
        head: head(part.index),
        period: Some(part.occurrence.period.to_string()),
        on: match part.occurrence.state {
            OccurrenceState::Done { on, .. } => Some(on),
            _ => None,
        },
        due: part.occurrence.due,
        why: None,
        reason: None,
    };
    let left_out = |out: &LeftOut| Row {
        head: head(out.index),
        period: out.period.as_ref().map(ToString::to_string),
        on: match out.why {
            WhyLeftOut::NotRequired { on } => Some(on),
            _ => None,
        },
        due: match out.why {
            WhyLeftOut::NotDueYet { due } => due,
            WhyLeftOut::Postponed { to, .. } => Some(to),
            _ => None,
        },
        why: Some(kind(&out.why)),
        reason: match &out.why {
            WhyLeftOut::Waived { reason } | WhyLeftOut::Postponed { reason, .. } => {
                Some(reason.clone())
            }
            _ => None,
        },
    };
    Answer {
        scope: name(&looking.premises, explanation.scope, lang),
        week: looking.assessment.week,
        as_of: looking.assessment.day,
        totals: explanation.totals,
        done: explanation.done.iter().map(part).collect(),
        missing: explanation.missing.iter().map(part).collect(),
        left_out: explanation.left_out.iter().map(left_out).collect(),
    }
}
