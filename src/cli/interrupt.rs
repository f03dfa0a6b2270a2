//! A long command that is stopped: by Ctrl-C, within a moment, with no file half written.

use crate::text::{Lang, rollup::files as words};
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Ends the program when it is told to, whatever it is doing, but for the moment in which it puts a
/// file in its place.
pub(super) struct Interrupt {
    /// Shows how far the command is, until it is stopped.
    pub(super) bar: ProgressBar,
    writing: Arc<Mutex<Unfinished>>,
    /// What heeds signals, until this is dropped.
    #[cfg(unix)]
    heeding: Option<signal_hook::iterator::Handle>,
}

/// Files and folders that are not in their places yet, to be removed where the end comes.
type Unfinished = Vec<PathBuf>;

#[cfg(unix)]
impl Drop for Interrupt {
    fn drop(&mut self) {
        if let Some(heeding) = &self.heeding {
            heeding.close();
        }
    }
}

impl Interrupt {
    /// Heeds signals from now on, until it is dropped. Where the system has none to heed, it ends the
    /// program by itself.
    #[cfg_attr(
        not(unix),
        expect(unused_variables, reason = "there is nothing to say")
    )]
    pub(super) fn heeded(lang: Lang) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let writing = Arc::default();
        Self {
            #[cfg(unix)]
            heeding: heed(&bar, &writing, lang),
            bar,
            writing,
        }
    }

    /// Puts off the end while a file is written; in between it may come. Who writes what is put in its
    /// place later names it here until then.
    pub(super) fn put_off(&self) -> MutexGuard<'_, Unfinished> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where none can be heeded, they end the program as they always do.
#[cfg(unix)]
fn heed(
    bar: &ProgressBar,
    writing: &Arc<Mutex<Unfinished>>,
    lang: Lang,
) -> Option<signal_hook::iterator::Handle> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]).ok()?;
    let handle = signals.handle();
    let (bar, writing) = (bar.clone(), Arc::clone(writing));
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let held = writing.lock().unwrap_or_else(PoisonError::into_inner);
            for path in held.iter() {
                // What cannot be removed stays; the program ends all the same.
                let _ = std::fs::remove_file(path).or_else(|_| std::fs::remove_dir_all(path));
            }
            // Takes the bar away, and the `^C` that the terminal put after it, for good.
            bar.suspend(|| {
                let is_shown = std::io::stderr().is_terminal();
                let line_start = if is_shown { "\r" } else { "" };
                anstream::eprintln!("{line_start}{}", words::STOPPED.of(lang));
                std::process::exit(128 + signal);
            });
        }
    });
    Some(handle)
}
