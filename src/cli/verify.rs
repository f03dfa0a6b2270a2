//! `duban verify`.

use super::args::Verify;
use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session};
use crate::format::read_written;
use crate::record::{Access, Hash, Head, Record, RecordError};
use crate::report::{PreviousHead, StatusReport};
use crate::text::{Lang, cli as words, report as of_report};
use crate::workspace::catalog;
use serde::Serialize;
use std::path::Path;

/// What was verified, for `--json`.
#[derive(Serialize)]
struct Answer {
    facts: u64,
    head: String,
    writer: String,
}

pub(super) fn run(session: &Session, args: &Verify) -> Result<(), Failure> {
    let lang = session.lang();
    let failure = |error: RecordError| Failure::workspace(&error.into(), lang);
    let record = Record::open(&session.home()?.record_file(), Access::ReadOnly).map_err(failure)?;
    let verdict = record.verify().map_err(failure)?;
    if let Some(fault) = &verdict.fault {
        let hint = words::DAMAGED_HINT.of(lang).to_owned();
        return Err(Failure::new(Kind::Damaged, fault.say(lang), Some(hint)));
    }
    let mut lines = vec![words::verified(
        verdict.checked,
        &verdict.head.root.to_string(),
        lang,
    )];
    if let Some(path) = &args.report {
        lines.extend(check_report(session, &record, path)?);
    }
    if session.is_json() {
        return session.print_json(&Answer {
            facts: verdict.checked,
            head: verdict.head.root.to_string(),
            writer: record.writer().to_owned(),
        });
    }
    let mut out = Output::new();
    for line in &lines {
        out.line(line);
    }
    session.finish(out)
}

/// Whether the record still begins with what the report was made from, and with what the signed
/// report before it was made from.
fn check_report(session: &Session, record: &Record, path: &Path) -> Result<Vec<String>, Failure> {
    let lang = session.lang();
    let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
    let report: StatusReport = read_written(&path.display().to_string(), &bytes)
        .map_err(|problems| Failure::problems(&[problems], lang))?;
    if report.record.writer != record.writer() {
        return Err(refuse(words::other_writer(path, lang)));
    }
    let failure = |error: RecordError| Failure::workspace(&error.into(), lang);
    let facts = record.len().map_err(failure)?;
    let reported = report.record.facts;
    if reported > facts {
        return Err(refuse(words::record_shrank(reported, facts, lang)));
    }
    let head = record.head_at(reported).map_err(failure)?;
    if head.root.to_string() != report.record.head {
        return Err(refuse(words::report_differs(path, reported, lang)));
    }
    let mut lines = vec![words::report_agrees(path, reported, lang)];
    if let Some(previous) = &report.record.previous {
        let before = previous.facts.min(reported);
        let older = record.head_at(before).map_err(failure)?;
        check_previous(previous, older, head, path, lang)?;
        lines.push(of_report::carries_on(previous.week, previous.facts, lang));
    }
    Ok(lines)
}

/// Whether a report's earlier head is the record's, and its proof holds.
fn check_previous(
    previous: &PreviousHead,
    older: Head,
    head: Head,
    path: &Path,
    lang: Lang,
) -> Result<(), Failure> {
    let (week, facts) = (previous.week, previous.facts);
    if (facts, &previous.head) != (older.facts, &older.root.to_string()) {
        let words = of_report::previous_differs(path, week, facts, lang);
        return Err(refuse(words));
    }
    let proof = previous.proof.iter().map(|hash| hash.parse::<Hash>());
    let proof: Option<Vec<Hash>> = proof.map(Result::ok).collect();
    let holds = proof.is_some_and(|proof| head.extends(&older, &proof).is_ok());
    if holds {
        Ok(())
    } else {
        Err(refuse(of_report::proof_fails(path, week, lang)))
    }
}

fn refuse(words: String) -> Failure {
    Failure::new(Kind::Negative, words, None)
}
