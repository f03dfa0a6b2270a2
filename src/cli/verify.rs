//! `duban verify`.

use super::args::Verify;
use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session, signed};
use crate::format::read_written;
use crate::record::{Access, Head, Record, RecordError, proof_holds};
use crate::report::{Contradiction, PreviousHead, StatusReport, contradictions};
use crate::text::{Lang, cli as of_commands, cli::verify as words, signature as of_signatures};
use crate::workspace::catalog;
use serde::Serialize;
use std::path::Path;

/// What was verified, for `--json`.
#[derive(Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    writer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed: Option<Signed>,
}

/// Who signed a report.
#[derive(Serialize)]
struct Signed {
    school: String,
    key: String,
}

pub(super) fn run(session: &Session, args: &Verify) -> Result<(), Failure> {
    let lang = session.lang();
    let record = open(session, args.report.is_some())?;
    let mut lines = Vec::new();
    let mut answer = Answer {
        facts: None,
        head: None,
        writer: None,
        signed: None,
    };
    if let Some(record) = &record {
        let (facts, head) = check_record(record, lang)?;
        lines.push(words::verified(facts, &head.root.to_string(), lang));
        answer = Answer {
            facts: Some(facts),
            head: Some(head.root.to_string()),
            writer: Some(record.writer().to_owned()),
            signed: None,
        };
    }
    if let Some(path) = &args.report {
        let (bytes, report) = read(session, path)?;
        lines.extend(check_report(record.as_ref(), &report, path, lang)?);
        let check = args.signers.as_ref();
        match check.map(|list| signed::check(session, list, path, &bytes, &report)) {
            None => lines.extend(signed::not_checked(path, lang)),
            Some(by) => {
                let by = by?;
                let school = report.school.id;
                lines.push(of_signatures::right(&school, &by.key, by.line, lang));
                let key = by.key;
                answer.signed = Some(Signed { school, key });
            }
        }
    }
    if session.is_json() {
        return session.print_json(&answer);
    }
    let mut out = Output::new();
    for line in &lines {
        out.line(line);
    }
    session.finish(out)
}

/// The record, if there is one; there need be none where a report is to be verified.
fn open(session: &Session, has_report: bool) -> Result<Option<Record>, Failure> {
    let home = match session.home() {
        Err(_) if has_report => return Ok(None),
        home => home?,
    };
    match Record::open(&home.record_file(), Access::ReadOnly) {
        Err(RecordError::Missing { .. }) if has_report => Ok(None),
        opened => opened
            .map(Some)
            .map_err(|error| damage(error, session.lang())),
    }
}

/// How many facts the record has, and its head, where it is sound.
fn check_record(record: &Record, lang: Lang) -> Result<(u64, Head), Failure> {
    let verdict = record.verify().map_err(|error| damage(error, lang))?;
    match &verdict.fault {
        None => Ok((verdict.checked, verdict.head)),
        Some(fault) => {
            let hint = of_commands::DAMAGED_HINT.of(lang).to_owned();
            Err(Failure::new(Kind::Damaged, fault.say(lang), Some(hint)))
        }
    }
}

/// A report, and its bytes, where it is well formed.
fn read(session: &Session, path: &Path) -> Result<(Vec<u8>, StatusReport), Failure> {
    let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
    let report = read_written(&path.display().to_string(), &bytes)
        .map_err(|problems| Failure::problems(&[problems], session.lang()))?;
    Ok((bytes, report))
}

/// Whether a report agrees with itself, and with the record if there is one.
fn check_report(
    record: Option<&Record>,
    report: &StatusReport,
    path: &Path,
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let found = contradictions(report);
    if !found.is_empty() {
        return Err(contradicts(path, &found, lang));
    }
    let items = report.items().count();
    let mut lines = vec![words::agrees_with_itself(path, items, lang)];
    if let Some(record) = record {
        lines.push(check_head(record, report, path, lang)?);
    } else {
        lines.push(words::NO_RECORD.of(lang).to_owned());
    }
    if let Some(previous) = &report.record.previous {
        check_proof(report, previous, path, lang)?;
        lines.push(words::carries_on(previous.week, previous.facts, lang));
    }
    Ok(lines)
}

fn contradicts(path: &Path, found: &[Contradiction], lang: Lang) -> Failure {
    let said = found.iter().map(|one| words::contradicts(path, one, lang));
    Failure::several(Kind::Negative, said)
}

/// Whether the record still begins with what the report was made from, and with what the signed
/// report before it was made from.
fn check_head(
    record: &Record,
    report: &StatusReport,
    path: &Path,
    lang: Lang,
) -> Result<String, Failure> {
    if report.record.writer != record.writer() {
        return Err(refuse(words::other_writer(path, lang)));
    }
    let facts = record.len().map_err(|error| damage(error, lang))?;
    let reported = report.record.facts;
    if reported > facts {
        return Err(refuse(words::record_shrank(reported, facts, lang)));
    }
    let head = |facts| record.head_at(facts).map_err(|error| damage(error, lang));
    if head(reported)?.root.to_string() != report.record.head {
        return Err(refuse(words::report_differs(path, reported, lang)));
    }
    if let Some(PreviousHead {
        week,
        facts,
        head: root,
        ..
    }) = &report.record.previous
    {
        let older = head((*facts).min(reported))?;
        if (older.facts, &older.root.to_string()) != (*facts, root) {
            let words = words::previous_differs(path, *week, *facts, lang);
            return Err(refuse(words));
        }
    }
    Ok(words::report_agrees(path, reported, lang))
}

/// Whether the report shows by itself that the record has only grown since the week before.
fn check_proof(
    report: &StatusReport,
    previous: &PreviousHead,
    path: &Path,
    lang: Lang,
) -> Result<(), Failure> {
    if proof_holds(&report.record) {
        Ok(())
    } else {
        Err(refuse(words::proof_fails(path, previous.week, lang)))
    }
}

fn refuse(words: String) -> Failure {
    Failure::new(Kind::Negative, words, None)
}

fn damage(error: RecordError, lang: Lang) -> Failure {
    Failure::workspace(&error.into(), lang)
}
