//! What earlier roll-ups know of files, and what this one learns.

use crate::rollup::{FileMemory, Met, Verdict};
use crate::text::Lang;
use chrono::NaiveDate;
use std::sync::{Mutex, PoisonError};

/// What is known of files by their digests, and which of them are met.
#[derive(Debug, Default)]
pub struct Memory {
    known: FileMemory,
    met: Mutex<Vec<Met>>,
}

impl Memory {
    /// With what is known, and nothing met.
    #[must_use]
    pub fn of(known: FileMemory) -> Self {
        Self {
            known,
            met: Mutex::default(),
        }
    }

    /// What is known now that files were met on that day.
    #[must_use]
    pub fn updated(self, today: NaiveDate) -> FileMemory {
        let mut known = self.known;
        let met = self.met.into_inner();
        known.update(met.unwrap_or_else(PoisonError::into_inner), today);
        known
    }

    /// What a file says, where it is known.
    pub(super) fn recall(&self, digest: &str, lang: Lang) -> Option<Verdict> {
        let verdict = self.known.recall(digest, lang)?;
        self.note(digest, None);
        Some(verdict)
    }

    /// Remembers what a file says.
    pub(super) fn learn(&self, digest: &str, verdict: &Verdict) {
        self.note(digest, Some(verdict.clone()));
    }

    fn note(&self, digest: &str, verdict: Option<Verdict>) {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.push((digest.to_owned(), verdict));
    }
}
