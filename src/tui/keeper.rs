//! Keeps the last place, and writes it at every end: also where the program is told to end.

use super::place::Place;
use super::terminal;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The last place, and the file that it is kept in.
#[derive(Clone)]
pub(super) struct Keeper {
    path: PathBuf,
    place: Arc<Mutex<Option<Place>>>,
}

impl Keeper {
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            place: Arc::default(),
        }
    }

    /// The place as it was left the last time.
    pub(super) fn read(&self) -> Place {
        Place::read(&self.path)
    }

    /// Keeps a place; none where there is nothing to come back to.
    pub(super) fn keep(&self, place: Option<Place>) {
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }

    /// Writes what is kept. It is a convenience: a full disk costs the place, and nothing else.
    pub(super) fn write(&self) {
        let place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = &*place {
            let _ = place.write(&self.path);
        }
    }

    /// Ends the program when it is told to, also while it is at work. What was acknowledged is on
    /// disk, and what was not is rolled back by the record.
    #[cfg(unix)]
    pub(super) fn end_on_signals(&self) -> io::Result<()> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
        let keeper = self.clone();
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                terminal::leave_for_good();
                keeper.write();
                std::process::exit(128 + signal);
            }
        });
        Ok(())
    }

    #[cfg(not(unix))]
    pub(super) fn end_on_signals(&self) -> io::Result<()> {
        Ok(())
    }
}
