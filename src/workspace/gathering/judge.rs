//! What a file is worth.

use super::find::Found;
use super::open::read;
use super::{Check, Sent};
use crate::format::{Problems, Written, digest, read_unknown, read_written, written_as};
use crate::report::{StatusReport, contradictions};
use crate::rollup::{FileEntry, Reason, Row, Shapes};
use crate::text::{Lang, cli::verify};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What every file is held against.
pub(super) struct Desk<'a> {
    pub(super) lang: Lang,
    pub(super) check: Option<&'a dyn Check>,
    /// Shared, so that the texts of a checklist are kept once for all schools.
    pub(super) shapes: &'a Mutex<Shapes>,
}

/// A file that counts.
pub(super) enum Judged {
    /// A school's report.
    Report(Box<Row>),
}

impl Desk<'_> {
    /// The file, and what it is worth or why it does not count.
    pub(super) fn judge(&self, found: &Found) -> (FileEntry, Result<Judged, Reason>) {
        let file = |digest| FileEntry {
            name: found.name.clone(),
            digest,
        };
        match found
            .file
            .as_ref()
            .map(|path| (path, read(path, self.lang)))
        {
            Err(reason) => (file(None), Err(reason.clone())),
            Ok((_, Err(reason))) => (file(None), Err(reason)),
            Ok((path, Ok(bytes))) => (file(Some(digest(&bytes))), self.read(path, &bytes)),
        }
    }

    fn read(&self, path: &Path, bytes: &[u8]) -> Result<Judged, Reason> {
        let no_report = |problems| self.no_report(problems);
        match written_as(bytes) {
            Some(Written::Report) => {
                let report = read_written("", bytes).map_err(no_report)?;
                let row = self.report(path, bytes, &report)?;
                Ok(Judged::Report(Box::new(row)))
            }
            Some(Written::RollUp) | None => Err(no_report(read_unknown("", bytes))),
        }
    }

    fn report(&self, path: &Path, bytes: &[u8], report: &StatusReport) -> Result<Row, Reason> {
        if let Some(check) = self.check {
            let sent = Sent {
                path,
                bytes,
                report,
            };
            check.check(&sent)?;
        }
        if let Some(first) = contradictions(report).first() {
            return Err(Reason::Contradicts(verify::contradiction(first, self.lang)));
        }
        let mut shapes = self.shapes.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Row::of(report, &mut shapes))
    }

    /// The first problem of a file.
    fn no_report(&self, problems: Problems) -> Reason {
        let first = problems.list.into_iter().next();
        first.map_or(Reason::NoFile, |first| {
            Reason::NoReport(first.line, first.column, first.what.say(self.lang).0)
        })
    }
}
