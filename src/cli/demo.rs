//! `duban demo`: makes the school that the screen shows.

use super::args::Demo as Options;
use super::{Failure, Session};
use crate::text::screen::tour as words;
use crate::workspace::demo::{Demo, Plan, SEED};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long it may take before it is told.
const PATIENCE: Duration = Duration::from_millis(200);

impl Session {
    /// Makes a school up, and tells where that takes long. The user's own home is left alone, also
    /// where one is named.
    ///
    /// # Errors
    /// Where the folder for temporary files cannot be written.
    pub fn made_up(&self, options: &Options) -> Result<Demo, Failure> {
        let plan = Plan {
            seed: options.seed.unwrap_or(SEED),
            clock: self.clock(),
            today: self.today(),
            lang: self.lang(),
        };
        let (began, mut terminal) = (Instant::now(), std::io::stderr());
        let is_seen = terminal.is_terminal();
        let mut told = false;
        let made = Demo::make(&plan, &mut |done, of| {
            if is_seen && began.elapsed() >= PATIENCE {
                told = true;
                // It is a kindness: where it cannot be told, the school is made all the same.
                let _ = write!(terminal, "\r\x1b[K{}", words::making(done, of, self.lang()));
            }
        });
        if told {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
        made.map_err(|error| self.failure(&error))
    }
}
