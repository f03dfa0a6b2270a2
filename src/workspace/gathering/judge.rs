//! What a file is worth.

use super::find::Found;
use super::open::Room;
use super::{Check, Memory, Progress, Sent};
use crate::format::{
    Problems, RollUpError, Written, digest, read_rollup, read_unknown, read_written, written_as,
};
use crate::report::{Section, StatusReport, contradictions};
use crate::rollup::{Author, FileEntry, FileFault, Reason, RollUp, Row, Shapes, Verdict};
use crate::text::{Lang, cli::verify, rollup::kept};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What every file is held against.
pub(super) struct Desk<'a> {
    pub(super) lang: Lang,
    pub(super) check: Option<&'a dyn Check>,
    pub(super) memory: Option<&'a Memory>,
    /// Shared, so that the texts of a checklist are kept once for all schools.
    pub(super) shapes: &'a Mutex<Shapes>,
    /// Held by whoever reads a large file.
    pub(super) large: Mutex<()>,
}

/// How large a file is that is read while no other of the kind is, in bytes: reading takes fifty
/// times the memory of what is read.
const LARGE: usize = 1 << 18;

/// A file that counts.
pub(super) enum Judged {
    /// A school's report.
    Report(Box<Row>),
    /// Others' reports, rolled up before.
    RollUp(Box<RollUp>),
}

impl Desk<'_> {
    /// The file, and what it is worth or why it does not count.
    pub(super) fn judge(
        &self,
        found: &Found,
        room: &mut Room,
        progress: &Progress,
    ) -> (FileEntry, Result<Judged, Reason>) {
        let file = |digest| FileEntry {
            name: found.name.clone(),
            digest,
        };
        match found
            .file
            .as_ref()
            .map(|path| (path, room.read(path, self.lang)))
        {
            Err(reason) => (file(None), Err(reason.clone())),
            Ok((_, Err(reason))) => (file(None), Err(reason)),
            Ok((path, Ok(bytes))) => {
                let digest = digest(bytes);
                let judged = self.weigh(path, bytes, &digest, progress);
                (file(Some(digest)), judged)
            }
        }
    }

    fn weigh(
        &self,
        path: &Path,
        bytes: &[u8],
        digest: &str,
        progress: &Progress,
    ) -> Result<Judged, Reason> {
        let is_large = bytes.len() > LARGE;
        let _alone = is_large.then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let written = written_as(bytes);
        if written == Some(Written::RollUp) {
            self.check(Sent {
                path,
                bytes,
                by: None,
            })?;
            return Ok(Judged::RollUp(Box::new(self.rollup(bytes)?)));
        }
        let known = self.memory.and_then(|m| m.recall(digest, self.lang));
        let verdict = if let Some(known) = known {
            progress.one_known();
            known
        } else {
            let verdict = self.verdict(written, bytes);
            if let Some(memory) = self.memory {
                memory.learn(digest, &verdict);
            }
            verdict
        };
        if let Some(by) = &verdict.by() {
            let by = Some(by);
            self.check(Sent { path, bytes, by })?;
        }
        match verdict {
            Verdict::Report(row) => Ok(Judged::Report(row)),
            Verdict::Fault(fault) => Err(fault.reason),
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

    /// What bytes that are no roll-up say by themselves.
    fn verdict(&self, written: Option<Written>, bytes: &[u8]) -> Verdict {
        let report: Result<StatusReport, Problems> = match written {
            Some(_) => read_written("", bytes),
            None => Err(read_unknown("", bytes)),
        };
        let fault = |reason, by| {
            Verdict::Fault(FileFault {
                reason,
                language: self.lang,
                by,
            })
        };
        let report = match report {
            Ok(report) => report,
            Err(problems) => return fault(self.no_report(problems), None),
        };
        if let Some(first) = contradictions(&report).first() {
            let what = verify::contradiction(first, self.lang);
            return fault(Reason::Contradicts(what), Some(Author::of(&report)));
        }
        if let Some(layout) = report.layout.as_ref().filter(|_| is_part(&report)) {
            let reason = Reason::Excerpt(layout.receiver.clone());
            return fault(reason, Some(Author::of(&report)));
        }
        let mut shapes = self.shapes.lock().unwrap_or_else(PoisonError::into_inner);
        Verdict::Report(Box::new(Row::of(&report, &mut shapes)))
    }

    /// The first problem of a file.
    fn no_report(&self, problems: Problems) -> Reason {
        let first = problems.list.into_iter().next();
        first.map_or(Reason::NoFile, |first| {
            Reason::NoReport(first.line, first.column, first.what.say(self.lang).0)
        })
    }
}

/// Whether a report lacks something that a roll-up counts.
fn is_part(report: &StatusReport) -> bool {
    report.is_excerpt() || report.leaves_out(Section::Disagreements)
}
