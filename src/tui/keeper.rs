//! Keeps the last place, and writes it at every end: also where the program is told to end.

use super::place::Place;
use crate::workspace::demo::Demo;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The last place, and the file that it is kept in.
#[derive(Clone)]
pub(super) struct Keeper {
    path: PathBuf,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    place: Option<Place>,
    /// A folder that is removed at the end, where nobody else comes to it any more.
    leftover: Option<PathBuf>,
}

impl Keeper {
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            kept: Arc::default(),
        }
    }

    /// The place as it was left the last time.
    pub(super) fn read(&self) -> Place {
        Place::read(&self.path)
    }

    /// Keeps a place, none where there is nothing to come back to; and the folder of a made-up school
    /// that is shown.
    pub(super) fn keep(&self, place: Option<Place>, leftover: Option<&Path>) {
        let mut kept = self.lock();
        kept.place = place;
        if kept.leftover.as_deref() != leftover {
            kept.leftover = leftover.map(Path::to_owned);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what is kept. It is a convenience: a full disk costs the place, and nothing else.
    pub(super) fn write(&self) {
        if let Some(place) = &self.lock().place {
            let _ = place.write(&self.path);
        }
    }

    /// Writes what is kept, and removes what nobody else comes to any more.
    pub(super) fn end(&self) {
        self.write();
        if let Some(folder) = self.lock().leftover.take() {
            Demo::remove(&folder);
        }
    }
}

/// The signals that tell the program to end. As long as they are held they wait.
#[cfg(unix)]
pub(super) struct Signals(signal_hook::iterator::Signals);

#[cfg(unix)]
impl Signals {
    /// From now on they do not end the program by themselves.
    pub(super) fn hold() -> io::Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]).map(Self)
    }

    /// Ends the program when it is told to, also while it is at work, after `leave` has given the
    /// terminal back. What was acknowledged is on disk, and what was not is rolled back by the
    /// record.
    pub(super) fn heed(self, leave: fn(), last: impl FnOnce() + Send + 'static) {
        let Self(mut signals) = self;
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                leave();
                last();
                std::process::exit(128 + signal);
            }
        });
    }
}

/// Where no signals can be heeded, they end the program by themselves.
#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub(super) fn hold() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn heed(self, _: fn(), _: impl FnOnce() + Send + 'static) {}
}
