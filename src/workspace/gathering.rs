//! Reports in folders and files, read on every core into a roll-up.
//!
//! Every file that is met ends in the roll-up: it is accepted, superseded, or set aside with its
//! reason. Nothing that a folder holds stops the rest, and nothing is read but ordinary files below
//! what was named. A file's bytes and its report are dropped once its row is made.

mod find;
mod judge;
mod memory;
mod open;
mod progress;
mod rolled_up;

pub use find::{Found, find};
pub use memory::Memory;
pub use progress::Progress;
pub use rolled_up::{Lost, RolledUp};

pub(super) use open::read as read_bounded;

use crate::rollup::{Author, Reason, RollUp, Shapes};
use crate::text::Lang;
use judge::{Desk, Judged};
use open::Room;
use std::fmt::Debug;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is to be gathered.
#[derive(Debug, Clone, Copy)]
pub struct Gathering<'a> {
    /// What may be a report, in any order.
    pub found: &'a [Found],
    /// The language of the reasons.
    pub lang: Lang,
    /// What else a report has to pass.
    pub check: Option<&'a dyn Check>,
    /// What is known of files already, and need not be parsed again.
    pub memory: Option<&'a Memory>,
}

/// A report or a roll-up as it came.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// Where it lies; its signature, if it has one, lies beside it, with `.sig` after its name.
    pub path: &'a Path,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Whose report they are; nothing where they are a roll-up.
    pub by: Option<&'a Author>,
}

/// Something that a report or a roll-up has to pass before its numbers count.
pub trait Check: Debug + Sync {
    /// Whether it passes.
    ///
    /// # Errors
    /// Why it does not count.
    fn check(&self, sent: &Sent<'_>) -> Result<(), Reason>;
}

/// Gathers reports. The order of the files does not matter.
#[must_use]
pub fn gather(asked: &Gathering<'_>, progress: &Progress) -> RollUp {
    progress.expect(asked.found.len());
    let shapes = Mutex::new(Shapes::default());
    let desk = Desk {
        lang: asked.lang,
        check: asked.check,
        memory: asked.memory,
        shapes: &shapes,
        large: Mutex::default(),
    };
    let next = AtomicUsize::new(0);
    let parts = rayon::broadcast(|_| {
        let (mut files, mut rollups) = (RollUp::default(), RollUp::default());
        let mut room = Room::default();
        while let Some(one) = asked.found.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (file, judged) = desk.judge(one, &mut room, progress);
            match judged {
                Ok(Judged::Report(row)) => files.take(file, *row),
                Ok(Judged::RollUp(rollup)) => {
                    rollups.merge(*rollup);
                    rollups.source(file);
                }
                Err(reason) => files.quarantine(file, reason),
            }
            progress.one_more();
        }
        (files, rollups)
    });
    let parts = parts.into_iter().reduce(|mut all, (files, rollups)| {
        all.0.add(files);
        all.1.merge(rollups);
        all
    });
    let (mut all, rollups) = parts.unwrap_or_default();
    // What lies here may be what a roll-up that lies here was made of.
    all.merge(rollups);
    all
}
