//! A roll-up in the forms that are asked for, and where they go.

use super::summary;
use crate::cli::failure::Kind;
use crate::cli::interrupt::Interrupt;
use crate::cli::output::Output;
use crate::cli::target::Target;
use crate::cli::{Failure, Session, signed};
use crate::format::{RollUpForm, write_rollup};
use crate::rollup::RollUpReport;
use crate::text::{cli::report as of_report, rollup::files as words};
use crate::workspace::setup::write_whole;
use std::path::PathBuf;

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
    targets: &[Target<RollUpForm>],
    force: bool,
) -> Result<Made, Failure> {
    let lang = session.lang();
    let mut all = Vec::new();
    for target in targets {
        let path = target.path(&format!("rollup-{}", report.week));
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
        out.print_beside();
        return Ok(());
    }
    session.finish(out)
}
