//! What a file is worth.

use super::find::Found;
use super::open::read;
use super::{Check, Sent};
use crate::format::{
    Problems, RollUpError, Written, digest, read_rollup, read_unknown, read_written, written_as,
};
use crate::report::{StatusReport, contradictions};
use crate::rollup::{FileEntry, Reason, RollUp, Row, Shapes};
use crate::text::{Lang, cli::verify, rollup::kept};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What every file is held against.
pub(super) struct Desk<'a> {
    pub(super) lang: Lang,
    pub(super) check: Option<&'a dyn Check>,
    /// Shared, so that the texts of a checklist are kept once for all schools.
    pub(super) shapes: &'a Mutex<Shapes>,
    /// Held by whoever reads a large file.
    pub(super) large: Mutex<()>,
}

/// How large a file is that is read while no other of the kind is, in bytes: reading takes fifty
/// times the memory of what is read.
const LARGE: usize = 1 << 20;

/// A file that counts.
pub(super) enum Judged {
    /// A school's report.
    Report(Box<Row>),
    /// Others' reports, rolled up before.
    RollUp(Box<RollUp>),
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
        let is_large = bytes.len() > LARGE;
        let _alone = is_large.then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let no_report = |problems| self.no_report(problems);
        let sent = Sent {
            path,
            bytes,
            report: None,
        };
        match written_as(bytes) {
            Some(Written::Report) => {
                let report: StatusReport = read_written("", bytes).map_err(no_report)?;
                self.check(Sent {
                    report: Some(&report),
                    ..sent
                })?;
                Ok(Judged::Report(Box::new(self.report(&report)?)))
            }
            Some(Written::RollUp) => {
                self.check(sent)?;
                Ok(Judged::RollUp(Box::new(self.rollup(bytes)?)))
            }
            None => Err(no_report(read_unknown("", bytes))),
        }
    }

    fn check(&self, sent: Sent<'_>) -> Result<(), Reason> {
        self.check.map_or(Ok(()), |check| check.check(&sent))
    }

    fn rollup(&self, bytes: &[u8]) -> Result<RollUp, Reason> {
        read_rollup("", bytes).map_err(|error| match error {
            RollUpError::Unreadable(problems) => self.no_report(problems),
            RollUpError::Implausible(found) => {
                Reason::Contradicts(kept::implausible(&found, self.lang))
            }
        })
    }

    fn report(&self, report: &StatusReport) -> Result<Row, Reason> {
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
