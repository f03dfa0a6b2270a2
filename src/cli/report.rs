//! `duban report`.

use super::args::{Format, Report};
use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session};
use crate::format::write;
use crate::report::{StatusReport, json_schema};
use crate::text::{Lang, cli as words, visible_json};
use crate::workspace::setup::write_whole;
use std::path::Path;

pub(super) fn run(session: &Session, args: &Report) -> Result<(), Failure> {
    if args.schema {
        return session.print_json(&json_schema());
    }
    let as_of = session.as_of(args.as_of.as_deref())?;
    let day = as_of.unwrap_or_else(|| session.day_of_judgement());
    let week = session.week_as_of(args.week.as_deref(), day)?;
    let file = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let format = format(session, args, file)?;
    let workspace = session.open()?;
    let lang = session.lang();
    let report = workspace
        .report(week, as_of, lang)
        .map_err(|error| Failure::workspace(&error, lang))?;
    let text = render(&report, format, lang)?;
    match file {
        None => session.finish(Output::raw(text)),
        Some(path) => {
            if path.exists() && !args.force {
                return Err(Failure::input(words::exists(path, lang)));
            }
            write_whole(path, text.as_bytes(), args.force)
                .map_err(|error| Failure::workspace(&error, lang))?;
            let mut out = Output::new();
            out.line(&words::written(path, week, &report.totals, lang));
            session.finish(out)
        }
    }
}

/// The form asked for: by `--format`, `--json`, or the file's ending; YAML otherwise.
fn format(session: &Session, args: &Report, file: Option<&Path>) -> Result<Format, Failure> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    if session.is_json() {
        return Ok(Format::Json);
    }
    let ending = file
        .and_then(Path::extension)
        .map(|e| e.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None | Some("yaml" | "yml") => Ok(Format::Yaml),
        Some("json") => Ok(Format::Json),
        Some(other) => Err(Failure::input(words::unknown_format(other, session.lang()))),
    }
}

fn render(report: &StatusReport, format: Format, lang: Lang) -> Result<String, Failure> {
    let cannot = |why: String| Failure::new(Kind::Fault, words::cannot_write(&why, lang), None);
    match format {
        Format::Yaml => write(report).map_err(|error| cannot(error.to_string())),
        Format::Json => serde_json::to_string_pretty(report)
            .map(|text| visible_json(&text).into_owned() + "\n")
            .map_err(|error| cannot(error.to_string())),
    }
}
