//! Checking files that people write: `duban checklist lint` and `duban layout lint`.

use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session};
use crate::format::{Problem, Problems, render};
use crate::text::{Lang, cli as words};
use crate::workspace::catalog;
use serde::Serialize;
use std::path::PathBuf;

/// A problem, for `--json`.
#[derive(Serialize)]
struct ProblemRow {
    file: String,
    line: usize,
    column: usize,
    quoted: String,
    message: String,
    remedy: String,
}

/// Checks files, and lists every problem of all of them.
pub(super) fn check(
    session: &Session,
    files: &[PathBuf],
    lint: impl Fn(&str, &[u8]) -> Problems,
) -> Result<(), Failure> {
    let lang = session.lang();
    let mut found: Vec<Problems> = Vec::new();
    for path in files {
        let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
        let problems = lint(&path.display().to_string(), &bytes);
        if !problems.list.is_empty() {
            found.push(problems);
        }
    }
    if session.is_json() {
        let rows = found.iter().flat_map(|file| problem_rows(file, lang));
        session.print_json(&rows.collect::<Vec<_>>())?;
    }
    let count = found.iter().map(|file| file.list.len()).sum::<usize>();
    if count == 0 {
        let mut out = Output::new();
        if !session.is_json() {
            out.line(&words::no_problems(files.len(), lang));
        }
        return session.finish(out);
    }
    if !session.is_json() {
        let mut out = Output::new();
        for file in &found {
            out.text(&render(file, lang));
        }
        session.finish(out)?;
    }
    Err(Failure::new(
        Kind::Input,
        words::problems(count, lang),
        None,
    ))
}

fn problem_rows(file: &Problems, lang: Lang) -> Vec<ProblemRow> {
    let row = |problem: &Problem| {
        let (message, remedy) = problem.what.say(lang);
        ProblemRow {
            file: file.file.clone(),
            line: problem.line,
            column: problem.column,
            quoted: problem.quoted.clone(),
            message,
            remedy,
        }
    };
    file.list.iter().map(row).collect()
}
