//! The terminal: taken over at the start, given back at every end.

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use ratatui::DefaultTerminal;
use std::io::{self, stdout};

/// Takes the terminal over. A panic of this thread gives it back before it is reported.
pub(super) fn enter() -> io::Result<DefaultTerminal> {
    let before = std::panic::take_hook();
    let screen = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == screen {
            leave();
        }
        before(info);
    }));
    crossterm::terminal::enable_raw_mode()?;
    let entered = execute!(
        stdout(),
        crossterm::terminal::EnterAlternateScreen,
        EnableBracketedPaste,
        EnableMouseCapture
    );
    let terminal = entered
        .and_then(|()| ratatui::Terminal::new(ratatui::backend::CrosstermBackend::new(stdout())));
    if terminal.is_err() {
        leave();
    }
    terminal
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

/// Ends the program when it is told to: the reading of keys cannot be interrupted, and never
/// returns once the terminal has vanished. What was acknowledged is on disk, and what was not is
/// rolled back by the record.
#[cfg(unix)]
pub(super) fn end_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            leave();
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn end_on_signals() -> io::Result<()> {
    Ok(())
}
