//! Telling that something takes its time: only where it does, and for as long as it does.

use crate::text::{Lang, screen as words};
use std::io::Write;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long something may take before it is told.
const PATIENCE: Duration = Duration::from_millis(200);
/// How often it is told how long it has taken.
const TICK: Duration = Duration::from_millis(500);

/// A thread that tells on the screen when the other one is at work for long.
pub(super) struct Hourglass {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    turned: Condvar,
}

#[derive(Default)]
struct State {
    /// Since when work is going on.
    since: Option<Instant>,
    /// The row to tell it in, counted from 1, and the language.
    place: (u16, Lang),
    /// Whether it was told.
    told: bool,
}

impl Hourglass {
    /// Tells on `screen`, after `patience`.
    pub(super) fn new(screen: impl Write + Send + 'static, patience: Duration) -> Self {
        let shared = Arc::new(Shared::default());
        let watched = Arc::clone(&shared);
        std::thread::spawn(move || watched.watch(screen, patience));
        Self { shared }
    }

    /// Tells on the terminal, after 200 ms.
    pub(super) fn on_terminal() -> Self {
        Self::new(super::terminal::Line, PATIENCE)
    }

    /// Work begins.
    pub(super) fn turn(&self, row: u16, lang: Lang) {
        let mut state = self.shared.lock();
        *state = State {
            since: Some(Instant::now()),
            place: (row, lang),
            told: false,
        };
        drop(state);
        self.shared.turned.notify_one();
    }

    /// Work is over; whether it was told, so that the screen has to be drawn anew.
    pub(super) fn stop(&self) -> bool {
        let mut state = self.shared.lock();
        state.since = None;
        state.told
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn watch(&self, mut screen: impl Write, patience: Duration) {
        let mut state = self.lock();
        loop {
            let Some(since) = state.since else {
                state = self
                    .turned
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let due = if state.told { TICK } else { patience };
            let timeout = self.turned.wait_timeout(state, due);
            state = timeout.unwrap_or_else(PoisonError::into_inner).0;
            let is_late = state.since == Some(since) && since.elapsed() >= patience;
            // A terminal that has vanished is noticed elsewhere.
            if is_late && tell(&mut screen, state.place, since.elapsed()).is_ok() {
                state.told = true;
            }
        }
    }
}

/// Writes over a row, and puts the cursor back where it was.
fn tell(screen: &mut impl Write, (row, lang): (u16, Lang), taken: Duration) -> std::io::Result<()> {
    let text = words::at_work(taken.as_secs(), lang);
    write!(
        screen,
        "\x1b7\x1b[{row};1H\x1b[0;7m {text} \x1b[m\x1b[K\x1b8"
    )?;
    screen.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    /// A screen that hands on what is written to it.
    struct Wire(mpsc::Sender<String>);

    impl Write for Wire {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let text = String::from_utf8_lossy(bytes).into_owned();
            self.0.send(text).map_err(std::io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn long_work_is_told_and_short_work_is_not() {
        let (wire, told) = mpsc::channel();
        let patient = Hourglass::new(Wire(wire.clone()), Duration::from_hours(1));
        patient.turn(23, Lang::En);
        assert!(!patient.stop());

        let impatient = Hourglass::new(Wire(wire), Duration::ZERO);
        impatient.turn(23, Lang::En);
        let mut text = String::new();
        while !text.ends_with("\x1b8") {
            text += &told.recv().expect("it is told");
        }
        assert!(
            text.contains("\x1b[23;1H") && text.contains("0 s"),
            "{text:?}"
        );
        assert!(impatient.stop());
        // What was told is told once for one piece of work.
        impatient.shared.lock().told = false;
        assert!(!impatient.stop());
    }
}
