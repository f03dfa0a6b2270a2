//! A text written in the user's own editor.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

/// Opens the editor on a file with `text`, and gives what stands in the file afterwards.
///
/// # Errors
/// Where there is no such editor, or it ends badly: the text is as it was then.
pub(super) fn edit(editor: &OsStr, text: &str) -> io::Result<String> {
    let mut file = tempfile::Builder::new()
        .prefix("duban-")
        .suffix(".txt")
        .tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let status = command(editor, file.path()).status()?;
    if !status.success() {
        let said = editor.to_string_lossy();
        return Err(io::Error::other(format!("`{said}`: {status}")));
    }
    let written = std::fs::read_to_string(file.path())?;
    Ok(written.trim_end_matches(['\n', '\r']).to_owned())
}

/// The setting may hold options too, so the shell takes it apart, as it does for other programs.
#[cfg(unix)]
fn command(editor: &OsStr, path: &Path) -> Command {
    let mut script = editor.to_owned();
    script.push(" \"$1\"");
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg("duban").arg(path);
    command
}

#[cfg(not(unix))]
fn command(editor: &OsStr, path: &Path) -> Command {
    let mut command = Command::new(editor);
    command.arg(path);
    command
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_the_editor_leaves_in_the_file_comes_back() {
        let script = r"printf ' and more\n' >>";
        assert_eq!(
            edit(OsStr::new(script), "a note").ok().as_deref(),
            Some("a note and more")
        );
    }

    #[test]
    fn an_editor_that_fails_or_is_missing_is_an_error() {
        for editor in ["false", "no-such-editor-at-all"] {
            assert!(edit(OsStr::new(editor), "a note").is_err(), "{editor}");
        }
    }
}
