//! The paths of a command line, and those that are listed on standard input.

use crate::cli::{Failure, Session};
use crate::text::rollup::files as words;
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The paths that were named, with those listed on standard input in place of `-`. What is named
/// must be there; what is listed and is not becomes a file that cannot be read.
pub(super) fn named(session: &Session, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut all = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            all.extend(listed(session)?);
        } else if path.symlink_metadata().is_ok() {
            all.push(path.clone());
        } else {
            let words = words::no_such_path(path, session.lang());
            return Err(Failure::input(words));
        }
    }
    Ok(all)
}

fn listed(session: &Session) -> Result<Vec<PathBuf>, Failure> {
    let mut list = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut list);
    read.map_err(|error| session.cannot_read(Path::new("-"), error))?;
    Ok(lines(&list).map(path).collect())
}

/// The lines of a list, or what stands between NULs where there are any, as `find -print0` has it.
fn lines(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    let between = if list.contains(&0) { 0 } else { b'\n' };
    let lines = list.split(move |byte| *byte == between);
    let lines = lines.map(move |line| match line.strip_suffix(b"\r") {
        Some(line) if between == b'\n' => line,
        _ => line,
    });
    lines.filter(|line| !line.is_empty())
}

#[cfg(unix)]
fn path(line: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(line.to_owned()).into()
}

/// Elsewhere a path is text. What is none leads to no file, and is told with the files that cannot
/// be read.
#[cfg(not(unix))]
fn path(line: &[u8]) -> PathBuf {
    OsString::from(String::from_utf8_lossy(line).into_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_list_is_read_by_lines_of_either_system_or_by_nuls() {
        let listed = |list: &'static [u8]| lines(list).collect::<Vec<_>>();
        assert_eq!(listed(b"a b\nc\n\nd"), [&b"a b"[..], b"c", b"d"]);
        assert_eq!(listed(b"a\r\nb\r\n"), [b"a", b"b"]);
        assert_eq!(listed(b"a\nb\0c\r\0"), [&b"a\nb"[..], b"c\r"]);
        assert!(listed(b"").is_empty());
    }
}
