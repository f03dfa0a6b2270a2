//! Where a roll-up goes, and in which form.

use super::summary;
use crate::cli::args::Rollup;
use crate::cli::failure::Kind;
use crate::cli::interrupt::Interrupt;
use crate::cli::output::Output;
use crate::cli::{Failure, Session, signed};
use crate::format::{RollUpForm, write_rollup};
use crate::rollup::RollUpReport;
use crate::text::{cli::report as of_report, rollup::files as words};
use crate::workspace::setup::write_whole;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Where a roll-up goes, and in which form.
pub(super) struct Target {
    form: RollUpForm,
    place: Place,
}

#[derive(Clone)]
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
    fn path(&self, report: &RollUpReport) -> Option<PathBuf> {
        match &self.place {
            Place::Output => None,
            Place::File(path) => Some(path.clone()),
            Place::Folder(folder) => {
                let (week, ending) = (report.week, self.form.ending());
                Some(folder.join(format!("rollup-{week}.{ending}")))
            }
        }
    }
}

/// Everything that is asked for: a form by `--format`, `--json` or a file's ending. None where a
/// summary will do.
pub(super) fn targets(session: &Session, args: &Rollup) -> Result<Vec<Target>, Failure> {
    let mut forms: Vec<RollUpForm> = args.format.iter().map(|format| format.form()).collect();
    if forms.is_empty() && session.is_json() {
        forms.push(RollUpForm::Json);
    }
    if args.output.is_empty() {
        return Ok(forms.into_iter().map(to_output).collect());
    }
    let mut targets = Vec::new();
    for path in &args.output {
        targets.extend(to_path(session, path, &forms)?);
    }
    Ok(targets)
}

/// What a terminal cannot show goes into a file of the folder at hand.
fn to_output(form: RollUpForm) -> Target {
    let is_shown = form.is_text() || !std::io::stdout().is_terminal();
    let place = if is_shown {
        Place::Output
    } else {
        Place::Folder(PathBuf::new())
    };
    Target { form, place }
}

fn in_forms(forms: &[RollUpForm], place: &Place) -> Vec<Target> {
    let place = || place.clone();
    let forms = forms.iter().copied();
    forms
        .map(|form| Target {
            form,
            place: place(),
        })
        .collect()
}

fn to_path(session: &Session, path: &Path, forms: &[RollUpForm]) -> Result<Vec<Target>, Failure> {
    let or_yaml = match forms {
        [] => &[RollUpForm::Yaml],
        forms => forms,
    };
    if path == Path::new("-") {
        return Ok(in_forms(or_yaml, &Place::Output));
    }
    if path.is_dir() {
        return Ok(in_forms(or_yaml, &Place::Folder(path.to_owned())));
    }
    let file = Place::File(path.to_owned());
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    match (forms, ending) {
        ([_], _) | ([], None) => Ok(in_forms(or_yaml, &file)),
        (_, Some(ending)) => {
            let form = RollUpForm::of_ending(&ending).ok_or_else(|| {
                let known = RollUpForm::ALL.map(RollUpForm::ending);
                let words = of_report::unknown_format(&ending, &known, session.lang());
                Failure::input(words)
            })?;
            Ok(in_forms(&[form], &file))
        }
        (_, None) => {
            let words = of_report::no_such_folder(path, session.lang());
            Err(Failure::input(words))
        }
    }
}

/// A roll-up that is ready to be put where it goes.
pub(super) struct Made {
    /// It in every form, each with the file that it goes to; to standard output where there is none.
    all: Vec<(Option<PathBuf>, Vec<u8>)>,
    /// The signatures that will not fit any more.
    outdated: Vec<PathBuf>,
    /// Whether other files may lie there.
    force: bool,
}

/// The roll-up in every form. Refused where a file is in the way.
pub(super) fn made(
    session: &Session,
    report: &RollUpReport,
    targets: &[Target],
    force: bool,
) -> Result<Made, Failure> {
    let lang = session.lang();
    let mut all = Vec::new();
    for target in targets {
        let path = target.path(report);
        if let Some(path) = path.as_ref().filter(|path| !force && path.exists()) {
            return Err(Failure::input(of_report::exists(path, lang)));
        }
        let bytes = write_rollup(report, target.form).map_err(|error| {
            let words = words::cannot_write(&error.to_string(), lang);
            Failure::new(Kind::Fault, words, None)
        })?;
        all.push((path, bytes));
    }
    let paths = all.iter().filter_map(|(path, _)| path.as_deref());
    let outdated = signed::outdated(session, paths, force)?;
    Ok(Made {
        all,
        outdated,
        force,
    })
}

/// Puts the roll-up where it goes, and says so, and what else there is to say.
pub(super) fn put(
    session: &Session,
    interrupt: &Interrupt,
    report: &RollUpReport,
    made: &Made,
    also: Option<&str>,
) -> Result<(), Failure> {
    let lang = session.lang();
    let mut out = Output::new();
    for (path, bytes) in &made.all {
        match path {
            None => session.print_bytes(bytes)?,
            Some(path) => {
                let _whole = interrupt.put_off();
                write_whole(path, bytes, made.force).map_err(|error| session.failure(&error))?;
                out.line(&words::written(path, report, lang));
            }
        }
    }
    signed::remove(session, &made.outdated)?;
    summary::breaks(&mut out, report, lang);
    if let Some(also) = also {
        out.line(also);
    }
    let is_data = made.all.iter().any(|(path, _)| path.is_none());
    if is_data {
        summary::warn(report, lang);
        return Ok(());
    }
    session.finish(out)
}
