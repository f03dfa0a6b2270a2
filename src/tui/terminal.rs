//! The terminal: taken over at the start, given back at every end, and for as long as the program
//! is suspended or an editor is open.

mod output;
mod probe;
pub(super) mod screen;

pub(super) use probe::{Probe, QUESTIONS};

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use ratatui::layout::Size;
use std::io::{self, Write, stdout};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is drawn on.
pub(super) type Screen = screen::Screen<Line>;

/// Held while the terminal is written to, so that it is given back for good only between two
/// pieces of writing, and nothing is written after that.
static WRITING: Mutex<()> = Mutex::new(());

fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The line to the terminal.
#[derive(Debug)]
pub(super) struct Line;

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _writing = writing();
        stdout().write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let _writing = writing();
        stdout().write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        let _writing = writing();
        stdout().flush()
    }
}

/// Takes the terminal over. A panic of this thread gives it back before it is reported.
pub(super) fn open() -> io::Result<Screen> {
    let before = std::panic::take_hook();
    let screen = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == screen {
            leave();
        }
        before(info);
    }));
    let opened = enter()
        .and_then(|()| size())
        .map(|size| Screen::new(Line, size));
    if opened.is_err() {
        leave();
    }
    opened
}

/// How large it is.
pub(super) fn size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// Takes the terminal over, at the start and again after it was given back for a while.
pub(super) fn enter() -> io::Result<()> {
    let _writing = writing();
    crossterm::terminal::enable_raw_mode()?;
    execute!(
        stdout(),
        crossterm::terminal::EnterAlternateScreen,
        EnableBracketedPaste,
        EnableMouseCapture
    )
}

/// Gives the terminal back. There is nobody to tell if that fails: the terminal is gone then.
pub(super) fn leave() {
    let _ = execute!(
        stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        crossterm::terminal::LeaveAlternateScreen,
        crossterm::cursor::Show
    );
    let _ = crossterm::terminal::disable_raw_mode();
}

/// How long another thread is given to finish what it writes.
const WRITTEN: Duration = Duration::from_millis(500);

/// Gives the terminal back, and keeps every other thread from taking it again. One that is stuck in
/// writing to a terminal that has vanished is not waited for.
pub(super) fn leave_for_good() {
    let step = WRITTEN / 100;
    for _ in 0..100 {
        match WRITING.try_lock() {
            Ok(writing) => {
                std::mem::forget(writing);
                break;
            }
            Err(_) => std::thread::sleep(step),
        }
    }
    leave();
}

/// Whether there is a shell that could resume the program: one with jobs gives each of them a
/// process group of its own.
#[cfg(unix)]
pub(super) fn has_shell() -> bool {
    use rustix::process::{getpgrp, getsid};
    getsid(None).is_ok_and(|leader| leader != getpgrp())
}

/// Such a system has no jobs.
#[cfg(not(unix))]
pub(super) fn has_shell() -> bool {
    false
}

/// Stops the program until its shell resumes it, and with it whatever started it and waits for it
/// (`time`, a script): the shell takes the terminal back only when the whole job has stopped.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Stops nothing: such a system has no jobs.
#[cfg(not(unix))]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}

/// Whether something was typed that was not read yet.
#[cfg(unix)]
pub(super) fn is_waiting() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = rustix::stdio::stdin();
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    poll(&mut fds, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}

/// Nothing is: the library waits by itself there.
#[cfg(not(unix))]
pub(super) fn is_waiting() -> bool {
    false
}

/// What was typed, as bytes.
#[cfg(unix)]
pub(super) fn read() -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; 1024];
    let length = rustix::io::read(rustix::stdio::stdin(), &mut bytes)?;
    bytes.truncate(length);
    Ok(bytes)
}

/// Nothing is read as bytes here, since nothing is asked.
#[cfg(not(unix))]
pub(super) fn read() -> io::Result<Vec<u8>> {
    Ok(Vec::new())
}
