//! A long command that is stopped: by Ctrl-C, within a moment, with no file half written.

use crate::text::{Lang, rollup::files as words};
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Ends the program when it is told to, whatever it is doing, but for the moment in which it puts a
/// file in its place.
pub(super) struct Interrupt {
    /// Shows how far the command is, until it is stopped.
    pub(super) bar: ProgressBar,
    writing: Arc<Mutex<()>>,
}

impl Interrupt {
    /// Heeds signals from now on. Where the system has none to heed, it ends the program by itself.
    pub(super) fn heeded(lang: Lang) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let interrupt = Self {
            bar,
            writing: Arc::default(),
        };
        interrupt.heed(lang);
        interrupt
    }

    /// Puts off the end while a file is written; in between it may come.
    pub(super) fn put_off(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(unix)]
    fn heed(&self, lang: Lang) {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        use signal_hook::iterator::Signals;
        // Where none can be heeded, they end the program as they always do.
        let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
            return;
        };
        let (bar, writing) = (self.bar.clone(), Arc::clone(&self.writing));
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                let _held = writing.lock().unwrap_or_else(PoisonError::into_inner);
                // The bar stays: the terminal may have put its `^C` after it.
                let line_end = if bar.is_hidden() { "" } else { "\n" };
                bar.set_draw_target(ProgressDrawTarget::hidden());
                anstream::eprintln!("{line_end}{}", words::STOPPED.of(lang));
                std::process::exit(128 + signal);
            }
        });
    }

    #[cfg(not(unix))]
    fn heed(&self, _: Lang) {}
}
