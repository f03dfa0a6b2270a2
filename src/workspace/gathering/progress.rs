//! How far a gathering is.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How far a gathering is, for whoever watches it from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    all: AtomicUsize,
    done: AtomicUsize,
    known: AtomicUsize,
}

impl Progress {
    /// How many files there are; none while they are still looked for.
    #[must_use]
    pub fn all(&self) -> usize {
        self.all.load(Ordering::Relaxed)
    }

    /// How many of them were read.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// How many of them were known, and not parsed again.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known.load(Ordering::Relaxed)
    }

    pub(super) fn one_known(&self) {
        self.known.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn expect(&self, files: usize) {
        self.all.store(files, Ordering::Relaxed);
    }

    pub(super) fn one_more(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}
