//! A terminal of a test's own: the real program in a pseudo-terminal, what it draws read by a
//! terminal emulator.
//!
//! Waiting is for a condition with a deadline, never for time: a thread reads what the program
//! writes, and wakes whoever waits. What a program asks of its terminal is answered.
#![allow(dead_code, reason = "each test uses the part that it needs")]

use portable_pty::{
    ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system,
};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use vt100::{MouseProtocolMode, Parser, Screen};

/// How long something may take that must happen: long, since the machine may be busy.
const DEADLINE: Duration = Duration::from_secs(30);

/// How many bytes of what was written last are kept.
const LAST: usize = 400;

/// Keys by their names.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const ESCAPE: &str = "\x1b";
    pub(crate) const TAB: &str = "\t";
    pub(crate) const SPACE: &str = " ";
    pub(crate) const UP: &str = "\x1b[A";
    pub(crate) const DOWN: &str = "\x1b[B";
    pub(crate) const RIGHT: &str = "\x1b[C";
    /// Clears a text field.
    pub(crate) const CTRL_U: &str = "\x15";
}

/// A program in a terminal.
pub(crate) struct Terminal {
    shared: Arc<Shared>,
    parser: Parser<Answers>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    killer: Box<dyn ChildKiller + Send + Sync>,
    process: u32,
    /// How much news was seen.
    seen: u64,
    /// The line discipline's local modes, as they were before.
    modes: Option<u64>,
    /// The last that was written.
    last: Vec<u8>,
}

/// What the threads that read and wait tell.
#[derive(Default)]
struct Shared {
    inbox: Mutex<Inbox>,
    news: Condvar,
}

#[derive(Default)]
struct Inbox {
    /// Counts what was put in.
    news: u64,
    /// What was read, with the moment it was read, and not yet drawn.
    chunks: Vec<(Instant, Vec<u8>)>,
    /// The program closed the terminal.
    is_closed: bool,
    /// How the program ended.
    ended: Option<ExitStatus>,
}

/// What a burst of output was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Burst {
    /// When its last byte was read.
    pub(crate) end: Instant,
    /// How many bytes it had.
    pub(crate) bytes: usize,
}

impl Terminal {
    /// Starts a program in a terminal of `columns` × `rows` cells, with this environment and no
    /// other.
    pub(crate) fn start(
        words: &[&OsStr],
        environment: &[(&str, &OsStr)],
        folder: &Path,
        (columns, rows): (u16, u16),
    ) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a terminal");
        let modes = modes(&*pair.master);
        let mut command = CommandBuilder::from_argv(words.iter().map(Into::into).collect());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(folder);
        let mut child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let shared = Arc::new(Shared::default());
        let screen = pair.master.try_clone_reader().expect("the output");
        spawn(&shared, |shared| read(screen, shared));
        let killer = child.clone_killer();
        let process = child.process_id().expect("a process");
        spawn(&shared, move |shared| {
            let status = child.wait().expect("the program's end");
            shared.tell(|inbox| inbox.ended = Some(status));
        });
        Self {
            shared,
            parser: Parser::new_with_callbacks(cells(rows), cells(columns), 0, Answers::default()),
            keyboard: pair.master.take_writer().expect("the input"),
            master: pair.master,
            killer,
            process,
            seen: 0,
            modes,
            last: Vec::new(),
        }
    }

    /// The last that was written, with its control codes, for the reader of a failure.
    pub(crate) fn last(&self) -> String {
        String::from_utf8_lossy(&self.last)
            .escape_debug()
            .to_string()
    }

    /// Has the terminal tell the colour of its background when it is asked.
    pub(crate) fn on(mut self, background: &'static str) -> Self {
        self.parser.callbacks_mut().background = Some(background);
        self
    }

    /// What was put into the clipboard last, in base 64.
    pub(crate) fn clipboard(&self) -> &[u8] {
        &self.parser.callbacks().clipboard
    }

    /// The program's process.
    pub(crate) fn process(&self) -> u32 {
        self.process
    }

    /// Types.
    pub(crate) fn send(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .and_then(|()| self.keyboard.flush())
            .expect("a program that listens");
    }

    /// Makes the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.draw_all();
        self.parser.set_size(cells(rows), cells(columns));
        let size = size(columns, rows);
        self.master.resize(size).expect("another size");
    }

    /// Waits until the screen shows `text`. Gives the moment the last byte of it was read.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) -> Instant {
        self.wait_until(text, |screen| {
            rows(screen).iter().any(|row| row.contains(text))
        })
    }

    /// Waits until the screen no longer shows `text`.
    #[track_caller]
    pub(crate) fn wait_without(&mut self, text: &str) -> Instant {
        let what = format!("no more {text}");
        self.wait_until(&what, |screen| {
            !rows(screen).iter().any(|row| row.contains(text))
        })
    }

    /// Waits until the screen is as `condition` has it; `what` names that for the reader of a
    /// failure. Gives the moment the byte that made it so was read.
    #[track_caller]
    pub(crate) fn wait_until(
        &mut self,
        what: &str,
        condition: impl Fn(&Screen) -> bool,
    ) -> Instant {
        let deadline = Instant::now() + DEADLINE;
        let mut last = Instant::now();
        if condition(self.parser.screen()) {
            return last;
        }
        loop {
            while let Some((moment, bytes)) = self.next() {
                last = moment;
                self.draw(&bytes);
                if condition(self.parser.screen()) {
                    return last;
                }
            }
            let came = self.wait_for_news(deadline);
            assert!(
                came,
                "waited in vain for {what:?}; the screen:\n{}",
                self.text()
            );
        }
    }

    /// Waits for output and then until there was none for `quiet`; `None` where there was none.
    pub(crate) fn settle(&mut self, quiet: Duration) -> Option<Burst> {
        let mut burst: Option<Burst> = None;
        loop {
            while let Some((end, chunk)) = self.next() {
                let bytes = burst.map_or(0, |burst| burst.bytes) + chunk.len();
                burst = Some(Burst { end, bytes });
                self.draw(&chunk);
            }
            if !self.wait_for_news(Instant::now() + quiet) {
                return burst;
            }
        }
    }

    /// Waits until the program has ended and everything it wrote was read.
    #[track_caller]
    pub(crate) fn wait_for_end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + DEADLINE;
        loop {
            self.draw_all();
            let inbox = self.shared.lock();
            if let (true, Some(status)) = (inbox.is_closed, inbox.ended.clone()) {
                drop(inbox);
                self.draw_all();
                return status;
            }
            drop(inbox);
            let came = self.wait_for_news(deadline);
            assert!(
                came,
                "the program did not end; the screen:\n{}",
                self.text()
            );
        }
    }

    /// What the screen shows.
    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// The rows of the screen, each with its trailing blanks gone; a wide character stands for its
    /// two cells.
    pub(crate) fn rows(&self) -> Vec<String> {
        rows(self.parser.screen())
    }

    /// The screen, row by row.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// What of the terminal was not given back.
    pub(crate) fn kept(&self) -> Vec<&'static str> {
        let screen = self.parser.screen();
        let no_mouse = MouseProtocolMode::None;
        let mut kept = Vec::new();
        let mut note = |is_kept: bool, what| {
            if is_kept {
                kept.push(what);
            }
        };
        note(screen.alternate_screen(), "the alternate screen");
        note(screen.hide_cursor(), "the hidden cursor");
        note(screen.bracketed_paste(), "bracketed paste");
        note(screen.mouse_protocol_mode() != no_mouse, "the mouse");
        note(screen.application_cursor(), "application cursor keys");
        note(self.parser.callbacks().keyboard != 0, "the keyboard's mode");
        note(self.parser.callbacks().reports_focus, "focus reports");
        note(modes(&*self.master) != self.modes, "raw mode");
        kept
    }

    fn next(&self) -> Option<(Instant, Vec<u8>)> {
        let mut inbox = self.shared.lock();
        (!inbox.chunks.is_empty()).then(|| inbox.chunks.remove(0))
    }

    fn draw_all(&mut self) {
        while let Some((_, bytes)) = self.next() {
            self.draw(&bytes);
        }
    }

    /// Draws what was read, and answers what it asked.
    fn draw(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.last.extend_from_slice(bytes);
        let old = self.last.len().saturating_sub(LAST);
        self.last.drain(..old);
        let answers = std::mem::take(&mut self.parser.callbacks_mut().due);
        if !answers.is_empty() {
            // A program that has ended meanwhile needs no answer.
            let _ = self.keyboard.write_all(answers.as_bytes());
            let _ = self.keyboard.flush();
        }
    }

    /// Blocks until there is news that was not seen yet; false at the deadline.
    fn wait_for_news(&mut self, deadline: Instant) -> bool {
        let left = deadline.saturating_duration_since(Instant::now());
        let seen = self.seen;
        let waited = self
            .shared
            .news
            .wait_timeout_while(self.shared.lock(), left, |inbox| inbox.news == seen);
        let (inbox, _) = waited.unwrap_or_else(PoisonError::into_inner);
        self.seen = inbox.news;
        self.seen != seen
    }
}

impl Drop for Terminal {
    /// Leaves no process behind. Where it has ended, there is nothing to kill.
    fn drop(&mut self) {
        if self.shared.lock().ended.is_none() {
            let _ = self.killer.kill();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Inbox> {
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts news into the inbox and wakes who waits for it.
    fn tell(&self, put: impl FnOnce(&mut Inbox)) {
        let mut inbox = self.lock();
        put(&mut inbox);
        inbox.news += 1;
        drop(inbox);
        self.news.notify_all();
    }
}

/// The answers due to what a program asks of its terminal, and the modes that the emulator does not
/// know.
#[derive(Default)]
struct Answers {
    due: String,
    keyboard: i32,
    reports_focus: bool,
    /// The background's colour, where the terminal tells it.
    background: Option<&'static str>,
    /// What was put into the clipboard last, as it came: in base 64.
    clipboard: Vec<u8>,
}

impl vt100::Callbacks for Answers {
    fn copy_to_clipboard(&mut self, _: &mut Screen, _: &[u8], data: &[u8]) {
        self.clipboard = data.to_vec();
    }

    fn unhandled_osc(&mut self, _: &mut Screen, params: &[&[u8]]) {
        if let (Some(colour), [b"11", b"?"]) = (self.background, params) {
            let _ = write!(self.due, "\x1b]11;{colour}\x1b\\");
        }
    }

    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        private: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        letter: char,
    ) {
        let first = params.first().and_then(|p| p.first()).copied();
        match (private, letter, first.unwrap_or(0)) {
            (None, 'n', 6) => {
                let (row, column) = screen.cursor_position();
                let _ = write!(self.due, "\x1b[{};{}R", row + 1, column + 1);
            }
            (None, 'c', _) => self.due.push_str("\x1b[?62c"),
            (Some(b'>'), 'u', _) => self.keyboard += 1,
            (Some(b'<'), 'u', _) => self.keyboard -= 1,
            (Some(b'?'), 'h', 1004) => self.reports_focus = true,
            (Some(b'?'), 'l', 1004) => self.reports_focus = false,
            _ => {}
        }
    }
}

fn modes(master: &dyn MasterPty) -> Option<u64> {
    let modes = master.get_termios()?;
    Some(modes.local_flags.bits().into())
}

fn spawn(shared: &Arc<Shared>, work: impl FnOnce(&Shared) + Send + 'static) {
    let shared = Arc::clone(shared);
    std::thread::spawn(move || work(&shared));
}

fn read(mut screen: Box<dyn Read + Send>, shared: &Shared) {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let length = screen.read(&mut buffer).unwrap_or(0);
        let moment = Instant::now();
        let bytes = buffer.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            shared.tell(|inbox| inbox.is_closed = true);
            return;
        }
        shared.tell(|inbox| inbox.chunks.push((moment, bytes.to_vec())));
    }
}

fn rows(screen: &Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    let rows = screen.rows(0, columns.get());
    rows.map(|row| row.trim_end().to_owned()).collect()
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a size")
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}
