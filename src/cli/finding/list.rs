//! `duban finding list`: open first, by limit; and where self-check and inspection differ.

use super::super::args::FindingList;
use super::super::output::Output;
use super::super::row::{ItemHead, bold, line};
use super::super::{Failure, Session};
use crate::assess::Premises;
use crate::calendar::SchoolCalendar;
use crate::fact::{Finding, FindingSource, FindingState, Reopening, Seen, Verdict};
use crate::review::{Disagreement, Own, disagreements as differing};
use crate::text::Lang;
use crate::text::cli::finding as words;
use crate::text::cli::status::both;
use chrono::NaiveDate;
use serde::Serialize;

/// The findings, for `--json`.
#[derive(Serialize)]
struct Answer<'a> {
    findings: Vec<Row<'a>>,
    disagreements: Vec<DisagreementRow>,
}

/// A finding, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    item: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    state: FindingState,
    source: FindingSource,
    text: &'a str,
    cause: Option<&'a str>,
    action: Option<&'a str>,
    owner: &'a str,
    due: NaiveDate,
    first_due: NaiveDate,
    /// The school days to the limit, negative those since; not of what is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
    raised: Option<Sight<'a>>,
    fixed: Option<Sight<'a>>,
    verified: Option<Sight<'a>>,
    closed: Option<Sight<'a>>,
    reopened: Vec<Again<'a>>,
    notes: Vec<Note<'a>>,
}

#[derive(Serialize)]
struct Sight<'a> {
    on: NaiveDate,
    by: &'a str,
}

#[derive(Serialize)]
struct Again<'a> {
    on: NaiveDate,
    by: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct Note<'a> {
    on: NaiveDate,
    text: &'a str,
}

/// Where self-check and inspection differ, for `--json`.
#[derive(Serialize)]
struct DisagreementRow {
    #[serde(flatten)]
    head: ItemHead,
    period: Option<String>,
    own: Own,
    inspection: Verdict,
    on: NaiveDate,
    by: String,
    note: Option<String>,
}

pub(super) fn run(session: &Session, args: &FindingList) -> Result<(), Failure> {
    let workspace = session.open()?;
    let (premises, day, lang) = (workspace.premises(), workspace.today(), session.lang());
    let findings = premises.history.findings().iter();
    let mut findings: Vec<&Finding> = findings.filter(|f| args.all || f.is_open()).collect();
    findings.sort_by_key(|finding| (!finding.is_open(), finding.due, finding.raised.recorded));
    let differing = differing(&premises, day);
    if session.is_json() {
        let rows = findings.iter().map(|f| row(premises.calendar, f, day));
        return session.print_json(&Answer {
            findings: rows.collect(),
            disagreements: disagreement_rows(&premises, &differing, lang),
        });
    }
    let mut out = Output::new();
    let closed = findings.split_off(findings.partition_point(|finding| finding.is_open()));
    if findings.is_empty() {
        out.line(words::NO_FINDINGS.of(lang));
    } else {
        out.styled(bold(), &words::open(findings.len(), lang));
    }
    for finding in findings {
        let left = days_left(premises.calendar, finding, day);
        let left = words::left(left, finding.is_overdue(day), lang);
        out.line(&words::open_row(finding, &left, lang));
    }
    if !closed.is_empty() {
        out.line("");
        out.styled(bold(), &words::closed(closed.len(), lang));
    }
    for finding in closed {
        out.line(&words::closed_row(finding, lang));
    }
    if !differing.is_empty() {
        out.line("");
        say_disagreements(&premises, &differing, lang, &mut out);
    }
    session.finish(out)
}

/// Where self-check and inspection differ, alone.
pub(in crate::cli) fn disagreements(
    session: &Session,
    premises: &Premises<'_>,
    day: NaiveDate,
    wanted: impl Fn(&Disagreement) -> bool,
) -> Result<(), Failure> {
    let lang = session.lang();
    let mut differing = differing(premises, day);
    differing.retain(wanted);
    if session.is_json() {
        return session.print_json(&disagreement_rows(premises, &differing, lang));
    }
    let mut out = Output::new();
    if differing.is_empty() {
        out.line(words::NO_DISAGREEMENTS.of(lang));
    } else {
        say_disagreements(premises, &differing, lang, &mut out);
    }
    session.finish(out)
}

fn say_disagreements(
    premises: &Premises<'_>,
    differing: &[Disagreement],
    lang: Lang,
    out: &mut Output,
) {
    out.styled(bold(), &words::disagreements(differing.len(), lang));
    for found in differing {
        out.line(&line(premises, found.index, both(found, lang), lang));
    }
}

fn disagreement_rows(
    premises: &Premises<'_>,
    differing: &[Disagreement],
    lang: Lang,
) -> Vec<DisagreementRow> {
    let row = |found: &Disagreement| DisagreementRow {
        head: ItemHead::of(premises, found.index, lang),
        period: found.period.as_ref().map(ToString::to_string),
        own: found.own,
        inspection: found.inspection.verdict,
        on: found.inspection.on,
        by: found.inspection.by.clone(),
        note: found.inspection.note.clone(),
    };
    differing.iter().map(row).collect()
}

/// The school days after `day` up to the limit; negative the school days since, `day` among them.
fn days_left(calendar: &SchoolCalendar, finding: &Finding, day: NaiveDate) -> i64 {
    let count = |from: NaiveDate, to: NaiveDate| {
        let from = from.succ_opt().unwrap_or(from);
        i64::try_from(calendar.school_days(from, to).count()).unwrap_or(i64::MAX)
    };
    if finding.is_overdue(day) {
        -count(finding.due, day)
    } else {
        count(day, finding.due)
    }
}

fn row<'a>(calendar: &SchoolCalendar, finding: &'a Finding, day: NaiveDate) -> Row<'a> {
    Row {
        id: &finding.id.0,
        item: finding.item.to_string(),
        period: finding.period.as_ref().map(ToString::to_string),
        state: finding.state(),
        source: finding.source,
        text: &finding.text,
        cause: finding.cause.as_deref(),
        action: finding.action.as_deref(),
        owner: &finding.owner,
        due: finding.due,
        first_due: finding.first_due,
        days_left: finding.is_open().then(|| days_left(calendar, finding, day)),
        raised: Some(sight(&finding.raised)),
        fixed: finding.fixed.as_ref().map(sight),
        verified: finding.verified.as_ref().map(sight),
        closed: finding.closed.as_ref().map(sight),
        reopened: finding.reopened.iter().map(again).collect(),
        notes: finding.notes.iter().map(note).collect(),
    }
}

fn sight(seen: &Seen) -> Sight<'_> {
    let (on, by) = (seen.on, &seen.by);
    Sight { on, by }
}

fn again(reopening: &Reopening) -> Again<'_> {
    Again {
        on: reopening.on,
        by: &reopening.by,
        reason: &reopening.reason,
    }
}

fn note((on, text): &(NaiveDate, String)) -> Note<'_> {
    Note { on: *on, text }
}
