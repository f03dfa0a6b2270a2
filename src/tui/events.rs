//! Waiting for what happens next: a key, another size, a resumed program, an entry by another
//! program. Nothing is asked again and again, so that an idle screen costs nothing.

use std::io;
use std::path::Path;
use std::time::Duration;

/// What happened while nothing was done.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each may happen with any other"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Happened {
    /// Something was typed.
    pub(super) typed: bool,
    /// The terminal may have another size.
    pub(super) resized: bool,
    /// The program was stopped, and goes on.
    pub(super) resumed: bool,
    /// Something was written where the record is, or may have been.
    pub(super) written: bool,
    /// The terminal has vanished.
    pub(super) gone: bool,
}

/// How often the record is looked at where the system does not tell of changes.
const LOOK: Duration = Duration::from_secs(1);

#[cfg(unix)]
pub(super) use unix::Events;

#[cfg(unix)]
mod unix {
    use super::{Duration, Happened, LOOK, Path, io};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use signal_hook::consts::{SIGCONT, SIGWINCH};
    use std::io::Read;
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;

    /// Everything that is waited for.
    pub(in crate::tui) struct Events {
        resized: UnixStream,
        resumed: UnixStream,
        /// What tells of changes in the home; `None` where nothing does.
        watch: Option<OwnedFd>,
    }

    impl Events {
        /// Waits for the terminal.
        pub(in crate::tui) fn new() -> io::Result<Self> {
            Ok(Self {
                resized: signal(SIGWINCH)?,
                resumed: signal(SIGCONT)?,
                watch: None,
            })
        }

        /// Waits for changes in these folders too, and in no others.
        pub(in crate::tui) fn watch<'a>(&mut self, folders: impl Iterator<Item = &'a Path>) {
            self.watch = watch(folders);
        }

        /// Waits until something happens, as long as `most`.
        pub(in crate::tui) fn wait(&mut self, most: Option<Duration>) -> io::Result<Happened> {
            let look = self.watch.is_none().then_some(LOOK);
            let most = [most, look].into_iter().flatten().min();
            let (ready, in_time) = self.poll(most)?;
            let [typed, resized, resumed, written] = ready;
            let is = |flags: PollFlags, of: PollFlags| flags.intersects(of);
            let happened = Happened {
                typed: is(typed, PollFlags::IN),
                resized: is(resized, PollFlags::IN),
                resumed: is(resumed, PollFlags::IN),
                written: is(written, PollFlags::IN) || !in_time && look.is_some(),
                gone: is(typed, PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL),
            };
            if happened.resized {
                drain(&mut self.resized);
            }
            if happened.resumed {
                drain(&mut self.resumed);
            }
            if let Some(watch) = self.watch.as_ref().filter(|_| happened.written) {
                // What exactly was written does not matter.
                let mut bytes = [0; 4096];
                while rustix::io::read(watch, &mut bytes).is_ok_and(|n| n == bytes.len()) {}
            }
            Ok(happened)
        }

        /// The state of everything, and whether anything happened in time.
        fn poll(&self, most: Option<Duration>) -> io::Result<([PollFlags; 4], bool)> {
            let stdin = rustix::stdio::stdin();
            let mut fds = vec![
                PollFd::new(&stdin, PollFlags::IN),
                PollFd::new(&self.resized, PollFlags::IN),
                PollFd::new(&self.resumed, PollFlags::IN),
            ];
            let watch = self.watch.as_ref();
            fds.extend(watch.map(|watch| PollFd::new(watch, PollFlags::IN)));
            let most = most.and_then(|most| Timespec::try_from(most).ok());
            let count = match poll(&mut fds, most.as_ref()) {
                Err(rustix::io::Errno::INTR) => return Ok(([PollFlags::empty(); 4], true)),
                count => count?,
            };
            let mut ready = [PollFlags::empty(); 4];
            for (flags, fd) in ready.iter_mut().zip(&fds) {
                *flags = fd.revents();
            }
            Ok((ready, count > 0))
        }
    }

    /// A stream that tells of a signal.
    fn signal(number: i32) -> io::Result<UnixStream> {
        let (read, write) = UnixStream::pair()?;
        read.set_nonblocking(true)?;
        signal_hook::low_level::pipe::register(number, write)?;
        Ok(read)
    }

    fn drain(stream: &mut UnixStream) {
        let mut bytes = [0; 64];
        while stream.read(&mut bytes).is_ok_and(|n| n == bytes.len()) {}
    }

    #[cfg(target_os = "linux")]
    fn watch<'a>(folders: impl Iterator<Item = &'a Path>) -> Option<OwnedFd> {
        use rustix::fs::inotify::{CreateFlags, WatchFlags, add_watch, init};
        let watch = init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
        let changes = WatchFlags::MODIFY
            | WatchFlags::CREATE
            | WatchFlags::MOVED_TO
            | WatchFlags::CLOSE_WRITE;
        for folder in folders {
            add_watch(&watch, folder, changes).ok()?;
        }
        Some(watch)
    }

    #[cfg(not(target_os = "linux"))]
    fn watch<'a>(_: impl Iterator<Item = &'a Path>) -> Option<OwnedFd> {
        None
    }
}

#[cfg(not(unix))]
pub(super) struct Events;

#[cfg(not(unix))]
impl Events {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn watch<'a>(&mut self, _: impl Iterator<Item = &'a Path>) {}

    /// Waits until something is typed, and looks at the record now and then.
    pub(super) fn wait(&mut self, most: Option<Duration>) -> io::Result<Happened> {
        let most = most.map_or(LOOK, |most| most.min(LOOK));
        let typed = crossterm::event::poll(most)?;
        Ok(Happened {
            typed,
            written: !typed,
            ..Happened::default()
        })
    }
}
