//! `duban report`.

use super::args::{Entries, Format, Report};
use super::failure::Kind;
use super::output::Output;
use super::{Failure, Session};
use crate::format::{
    DatesAs, Form, FormError, FormOptions, TooLong, brief_template, write_report_with,
};
use crate::report::{StatusReport, json_schema};
use crate::text::brief as of_brief;
use crate::text::cli::report as words;
use crate::workspace::ReportAsked;
use crate::workspace::setup::write_whole;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

pub(super) fn run(session: &Session, args: &Report) -> Result<(), Failure> {
    if args.schema {
        return session.print_json(&json_schema());
    }
    if args.brief_template {
        return session.print_bytes(brief_template(session.lang()).as_bytes());
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
    let report = if targets.iter().any(|to| to.form.has_dates()) {
        workspace.report_with_dates(asked)
    } else {
        workspace.report_asked(asked)
    };
    let report = report.map_err(|error| session.failure(&error))?;
    let brief = targets.iter().any(|to| to.form == Form::Brief);
    let brief = brief.then(|| workspace.brief(session.lang())).transpose();
    let options = FormOptions {
        brief: brief.map_err(|error| session.failure(&error))?.flatten(),
        dates: match args.entries {
            Entries::Events => DatesAs::Events,
            Entries::Tasks => DatesAs::Tasks,
        },
    };
    let written = write(session, &report, &targets, &options)?;
    send(session, &report, &targets, &written, args.force)
}

/// The report in every form that is asked for, before anything is sent anywhere.
fn write(
    session: &Session,
    report: &StatusReport,
    targets: &[Target],
    options: &FormOptions,
) -> Result<Vec<Vec<u8>>, Failure> {
    let lang = session.lang();
    let write = |to: &Target| {
        write_report_with(report, to.form, options).map_err(|error| match error {
            FormError::Brief(TooLong { over, limit }) => {
                Failure::input(of_brief::over(over, limit, lang))
            }
            error => {
                let words = words::cannot_write(&error.to_string(), lang);
                Failure::new(Kind::Fault, words, None)
            }
        })
    };
    targets.iter().map(write).collect()
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
                let name = format!(
                    "{}-{}.{}",
                    report.school.id,
                    report.week,
                    self.form.ending()
                );
                Some(folder.join(name))
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
    targets: &[Target],
    written: &[Vec<u8>],
    force: bool,
) -> Result<(), Failure> {
    let lang = session.lang();
    let paths: Vec<_> = targets.iter().map(|to| to.path(report)).collect();
    let mut files = paths.iter().flatten();
    if let Some(path) = files.find(|path| !force && path.exists()) {
        return Err(Failure::input(words::exists(path, lang)));
    }
    let mut out = Output::new();
    for (bytes, path) in written.iter().zip(&paths) {
        match path {
            None => session.print_bytes(bytes)?,
            Some(path) => {
                write_whole(path, bytes, force).map_err(|error| session.failure(&error))?;
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
            Self::Html => Form::Html,
            Self::Markdown => Form::Markdown,
            Self::Brief => Form::Brief,
            Self::Ics => Form::Ics,
            Self::Xlsx => Form::Xlsx,
            Self::Csv => Form::Csv,
        }
    }
}
