//! The bytes of a file that may be anything.

use crate::format::{ROLLUP_SIZE_LIMIT, Written, written_as};
use crate::rollup::Reason;
use crate::text::{Lang, errors::why};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest report that is read, in bytes: fifty times those of a school that follows both
/// checklists of the program.
const LARGEST_REPORT: u64 = 4 << 20;

/// The largest roll-up that is read, in bytes.
const LARGEST_ROLLUP: u64 = ROLLUP_SIZE_LIMIT as u64;

/// How much of a file is read to tell a roll-up from a report.
const HEAD: u64 = 4 << 10;

/// The bytes of an ordinary file, unless it is larger than what it says it is can be.
pub(in crate::workspace) fn read(path: &Path, lang: Lang) -> Result<Vec<u8>, Reason> {
    let unreadable = |error: io::Error| Reason::Unreadable(why(&error, lang));
    let mut file = open(path).map_err(unreadable)?;
    let of_file = file.metadata().map_err(unreadable)?;
    if !of_file.is_file() {
        return Err(Reason::NoFile);
    }
    let length_said = of_file.len().min(LARGEST_REPORT);
    let mut bytes = Vec::with_capacity(usize::try_from(length_said + 1).unwrap_or(0));
    let mut read_up_to = |limit: u64, bytes: &mut Vec<u8>| {
        let more = limit.saturating_sub(length(bytes));
        file.by_ref().take(more).read_to_end(bytes).map(drop)
    };
    if of_file.len() > LARGEST_REPORT {
        read_up_to(HEAD, &mut bytes).map_err(unreadable)?;
    }
    let limit = match written_as(&bytes) {
        Some(Written::RollUp) => LARGEST_ROLLUP,
        _ => LARGEST_REPORT,
    };
    if of_file.len() > limit {
        return Err(Reason::TooLarge(of_file.len()));
    }
    // Whoever writes the file may be at it still.
    read_up_to(limit + 1, &mut bytes).map_err(unreadable)?;
    if length(&bytes) > limit {
        return Err(Reason::TooLarge(length(&bytes)));
    }
    Ok(bytes)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
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
        assert_eq!(length(&file_of(LARGEST_REPORT, report)), Ok(4 << 20));
        assert_eq!(
            length(&file_of(LARGEST_REPORT + 1, rollup)),
            Ok((4 << 20) + 1)
        );
        for (large, begins) in [
            (LARGEST_REPORT + 1, report),
            (LARGEST_REPORT + 1, ""),
            (2 << 30, report),
            (LARGEST_ROLLUP + 1, rollup),
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
