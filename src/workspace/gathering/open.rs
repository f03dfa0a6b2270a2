//! The bytes of a file that may be anything.

use crate::format::{ROLLUP_SIZE_LIMIT, Written, written_as};
use crate::rollup::Reason;
use crate::text::{Lang, errors::why};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest report that is read, in bytes: fifty times those of a school that follows both
/// checklists of the program.
const LARGEST_REPORT: usize = 4 << 20;

/// How much of a file is read to tell a roll-up from a report.
const HEAD: usize = 4 << 10;

/// The bytes of an ordinary file, unless it is larger than what it says it is can be.
pub(in crate::workspace) fn read(path: &Path, lang: Lang) -> Result<Vec<u8>, Reason> {
    Room::default().read(path, lang).map(<[u8]>::to_vec)
}

/// Room for the bytes of one file after the other.
#[derive(Debug, Default)]
pub(super) struct Room {
    bytes: Vec<u8>,
    /// How many of the bytes are the file's.
    length: usize,
}

impl Room {
    /// The bytes of an ordinary file, unless it is larger than what it says it is can be.
    pub(super) fn read(&mut self, path: &Path, lang: Lang) -> Result<&[u8], Reason> {
        let unreadable = |error: io::Error| Reason::Unreadable(why(&error, lang));
        let mut file = open(path).map_err(unreadable)?;
        let of_file = file.metadata().map_err(unreadable)?;
        if !of_file.is_file() {
            return Err(Reason::NoFile);
        }
        self.empty();
        let length = usize::try_from(of_file.len()).unwrap_or(usize::MAX);
        if length > LARGEST_REPORT {
            self.fill(&mut file, HEAD).map_err(unreadable)?;
        }
        let limit = match written_as(self.filled()) {
            Some(Written::RollUp) => ROLLUP_SIZE_LIMIT,
            _ => LARGEST_REPORT,
        };
        if length <= limit {
            self.make(length + 1);
            // Whoever writes the file may be at it still.
            self.fill(&mut file, limit + 1).map_err(unreadable)?;
        }
        let length = length.max(self.length);
        if length > limit {
            let length = u64::try_from(length).unwrap_or(u64::MAX);
            return Err(Reason::TooLarge(length));
        }
        Ok(self.filled())
    }

    /// Keeps what a report needs, and gives free what a roll-up took.
    fn empty(&mut self) {
        self.length = 0;
        if self.bytes.len() > LARGEST_REPORT {
            self.bytes = Vec::new();
        }
    }

    fn make(&mut self, length: usize) {
        if self.bytes.len() < length {
            self.bytes.resize(length, 0);
        }
    }

    /// Reads on until the file ends, or there are `limit` bytes.
    fn fill(&mut self, file: &mut File, limit: usize) -> io::Result<()> {
        while self.length < limit {
            if self.length == self.bytes.len() {
                self.make((2 * self.length).clamp(HEAD, limit));
            }
            let end = self.bytes.len().min(limit);
            let room = self.bytes.get_mut(self.length..end).unwrap_or_default();
            match file.read(room) {
                Ok(0) => break,
                Ok(count) => self.length += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn filled(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Opens a file without waiting for anybody, should it have become a pipe since it was found, and
/// without following it, should it have become a link.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let how = OFlags::RDONLY | OFlags::CLOEXEC;
    let how = how | OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    Ok(File::from(rustix::fs::open(path, how, Mode::empty())?))
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file_of(length: u64, begins: &str) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), begins).expect("written");
        file.as_file().set_len(length).expect("a hole");
        file
    }

    #[test]
    fn a_file_is_read_up_to_what_it_says_it_is() {
        let length = |file: &tempfile::NamedTempFile| read(file.path(), Lang::En).map(|b| b.len());
        let report = "schema: duban.status-report/1\n";
        let rollup = "schema: duban.rollup/1\n";
        assert_eq!(length(&file_of(4 << 20, report)), Ok(4 << 20));
        assert_eq!(length(&file_of((4 << 20) + 1, rollup)), Ok((4 << 20) + 1));
        for (large, begins) in [
            ((4 << 20) + 1, report),
            ((4 << 20) + 1, ""),
            (2 << 30, report),
            (ROLLUP_SIZE_LIMIT as u64 + 1, rollup),
        ] {
            assert_eq!(
                length(&file_of(large, begins)),
                Err(Reason::TooLarge(large))
            );
        }
    }

    #[test]
    fn what_has_become_a_folder_or_a_link_since_it_was_found_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(folder.path(), Lang::En), Err(Reason::NoFile));
        #[cfg(unix)]
        {
            let link = folder.path().join("link");
            std::os::unix::fs::symlink("/etc/passwd", &link).expect("a link");
            let read = read(&link, Lang::En);
            assert!(matches!(read, Err(Reason::Unreadable(_))), "{read:?}");
        }
    }
}
