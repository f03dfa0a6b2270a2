//! How far a long command is: a bar with an estimate, on a terminal, where there is something to
//! wait for.

mod line;

use super::interrupt::Interrupt;
use crate::text::{Lang, rollup::files as words};
use crate::workspace::gathering::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use line::Line;
use std::io::IsTerminal;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// What is done sooner needs no bar.
const SOON: Duration = Duration::from_millis(200);
/// How often the bar is drawn.
const TICK: Duration = Duration::from_millis(100);
/// How often it is drawn at most, in a second.
const DRAWN: u8 = 20;

/// Does the work with a bar that shows how far it is.
pub(super) fn watched<T>(
    interrupt: &Interrupt,
    progress: &Progress,
    lang: Lang,
    work: impl FnOnce() -> T,
) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let (working, ended) = channel::<()>();
    std::thread::scope(|scope| {
        let bar = &interrupt.bar;
        scope.spawn(move || show(bar, progress, &ended, lang));
        // Dropped with the end of the work, however it ends.
        let _working = working;
        work()
    })
}

/// Shows the bar until the work has ended.
fn show(bar: &ProgressBar, progress: &Progress, ended: &Receiver<()>, lang: Lang) {
    let is_working = |time| ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
    if !is_working(SOON) {
        return;
    }
    if let Ok(style) = ProgressStyle::with_template(words::READING.of(lang)) {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.set_draw_target(ProgressDrawTarget::term_like_with_hz(
        Box::new(Line::default()),
        DRAWN,
    ));
    loop {
        bar.set_length(length(progress.all()));
        bar.set_position(length(progress.done()));
        if !is_working(TICK) {
            return bar.finish_and_clear();
        }
    }
}

fn length(files: usize) -> u64 {
    u64::try_from(files).unwrap_or(u64::MAX)
}
