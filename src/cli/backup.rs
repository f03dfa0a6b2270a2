//! `duban backup`.

use super::args::Backup;
use super::output::Output;
use super::{Failure, Session};
use crate::text::cli as words;

pub(super) fn run(session: &Session, args: &Backup) -> Result<(), Failure> {
    let workspace = session.open()?;
    let lang = session.lang();
    let head = workspace
        .record()
        .backup(&args.file)
        .map_err(|error| Failure::workspace(&error.into(), lang))?;
    let mut out = Output::new();
    out.line(&words::backed_up(&args.file, head.facts, lang));
    session.finish(out)
}
