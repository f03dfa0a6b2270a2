//! `duban report`.

use super::args::{Format, Report};
use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session};
use crate::format::{Form, write_report};
use crate::report::{StatusReport, json_schema};
use crate::text::cli::report as words;
use crate::workspace::setup::write_whole;
use crate::workspace::{ReportAsked, layout_for};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

pub(super) fn run(session: &Session, args: &Report) -> Result<(), Failure> {
    if args.schema {
        return session.print_json(&json_schema());
    }
    let as_of = session.as_of(args.as_of.as_deref())?;
    let day = as_of.unwrap_or_else(|| session.day_of_judgement());
    let week = session.week_as_of(args.week.as_deref(), day)?;
    let targets = targets(session, args)?;
    let workspace = session.open()?;
    let asked = ReportAsked {
        week,
        as_of,
        lang: session.lang(),
        with_background: args.background || targets.iter().any(|to| to.form.has_charts()),
    };
    let report = match &args.receiver.layout {
        None => workspace.report_asked(asked),
        Some(id) => layout_for(workspace.home(), id, &workspace.view().adopted)
            .and_then(|layout| workspace.report_laid_out(asked, &layout)),
    };
    let report = report.map_err(|error| session.failure(&error))?;
    send(session, &report, targets, args.force)
}

/// Where the report goes, and in which form.
struct Target {
    form: Form,
    place: Place,
}

/// Where a report goes.
enum Place {
    /// To standard output.
    Output,
    /// Into a file of that name.
    File(PathBuf),
    /// Into a folder, under its default name.
    Folder(PathBuf),
}

impl Target {
    /// The file to write, if it is one.
    fn path(&self, report: &StatusReport) -> Option<PathBuf> {
        match &self.place {
            Place::Output => None,
            Place::File(path) => Some(path.clone()),
            Place::Folder(folder) => {
                let StatusReport { school, week, .. } = report;
                let layout = report.layout.as_ref();
                let layout = layout.map_or_else(String::new, |layout| format!("-{}", layout.id));
                let ending = self.form.ending();
                Some(folder.join(format!("{}-{week}{layout}.{ending}", school.id)))
            }
        }
    }
}

/// Everything that is asked for: a form by `--format`, `--json` or a file's ending; YAML otherwise.
fn targets(session: &Session, args: &Report) -> Result<Vec<Target>, Failure> {
    let mut forms: Vec<Form> = args.format.iter().map(|format| format.form()).collect();
    if forms.is_empty() && session.is_json() {
        forms.push(Form::Json);
    }
    if args.output.is_empty() {
        forms.extend(forms.is_empty().then_some(Form::Yaml));
        return Ok(forms.into_iter().map(to_output).collect());
    }
    let mut targets = Vec::new();
    for path in &args.output {
        targets.extend(to_path(session, path, &forms)?);
    }
    Ok(targets)
}

/// What a terminal cannot show goes into a file of the folder at hand.
fn to_output(form: Form) -> Target {
    let is_shown = form.is_text() || !std::io::stdout().is_terminal();
    let place = if is_shown {
        Place::Output
    } else {
        Place::Folder(PathBuf::new())
    };
    Target { form, place }
}

fn to_path(session: &Session, path: &Path, forms: &[Form]) -> Result<Vec<Target>, Failure> {
    let in_forms = |place: fn(PathBuf) -> Place| {
        let forms = if forms.is_empty() {
            &[Form::Yaml]
        } else {
            forms
        };
        let target = |form: &Form| Target {
            form: *form,
            place: place(path.to_owned()),
        };
        Ok(forms.iter().map(target).collect())
    };
    if path == Path::new("-") {
        return in_forms(|_| Place::Output);
    }
    if path.is_dir() {
        return in_forms(Place::Folder);
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    match (forms, ending) {
        ([_], _) | ([], None) => in_forms(Place::File),
        (_, Some(ending)) => {
            let unknown = || {
                Failure::input(words::unknown_format(
                    &ending,
                    &Form::endings(),
                    session.lang(),
                ))
            };
            let form = Form::of_ending(&ending).ok_or_else(unknown)?;
            let place = Place::File(path.to_owned());
            Ok(vec![Target { form, place }])
        }
        (_, None) => Err(Failure::input(words::no_such_folder(path, session.lang()))),
    }
}

/// Writes the report everywhere, or nowhere where a file is in the way.
fn send(
    session: &Session,
    report: &StatusReport,
    targets: Vec<Target>,
    force: bool,
) -> Result<(), Failure> {
    let lang = session.lang();
    let paths: Vec<_> = targets.iter().map(|to| to.path(report)).collect();
    let mut files = paths.iter().flatten();
    if let Some(path) = files.find(|path| !force && path.exists()) {
        return Err(Failure::input(words::exists(path, lang)));
    }
    let mut out = Output::new();
    for (target, path) in targets.iter().zip(&paths) {
        let bytes = write_report(report, target.form).map_err(|error| {
            let words = words::cannot_write(&error.to_string(), lang);
            Failure::new(Kind::Fault, words, None)
        })?;
        match path {
            None => session.print_bytes(&bytes)?,
            Some(path) => {
                write_whole(path, &bytes, force).map_err(|error| session.failure(&error))?;
                out.line(&words::written(path, report.week, &report.totals, lang));
            }
        }
    }
    let is_data = paths.iter().any(Option::is_none);
    if is_data { Ok(()) } else { session.finish(out) }
}

impl Format {
    fn form(self) -> Form {
        match self {
            Self::Yaml => Form::Yaml,
            Self::Json => Form::Json,
        }
    }
}
