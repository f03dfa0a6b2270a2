//! `duban verify`.

use super::args::Verify;
use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session};
use crate::format::read_written;
use crate::record::{Access, Record};
use crate::report::StatusReport;
use crate::text::cli as words;
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
    let failure = |error: crate::record::RecordError| Failure::workspace(&error.into(), lang);
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
        lines.push(check_report(session, &record, path)?);
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

/// Whether the record still begins with what the report was made from.
fn check_report(session: &Session, record: &Record, path: &Path) -> Result<String, Failure> {
    let lang = session.lang();
    let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
    let report: StatusReport = read_written(&path.display().to_string(), &bytes)
        .map_err(|problems| Failure::problems(&[problems], lang))?;
    let refuse = |words: String| Failure::new(Kind::Negative, words, None);
    if report.record.writer != record.writer() {
        return Err(refuse(words::other_writer(path, lang)));
    }
    let facts = record
        .len()
        .map_err(|error| Failure::workspace(&error.into(), lang))?;
    if report.record.facts > facts {
        return Err(refuse(words::record_shrank(
            report.record.facts,
            facts,
            lang,
        )));
    }
    let head = record
        .head_at(report.record.facts)
        .map_err(|error| Failure::workspace(&error.into(), lang))?;
    if head.root.to_string() == report.record.head {
        Ok(words::report_agrees(path, report.record.facts, lang))
    } else {
        Err(refuse(words::report_differs(
            path,
            report.record.facts,
            lang,
        )))
    }
}
