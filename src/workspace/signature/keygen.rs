//! `ssh-keygen`, which makes signatures, and checks those of the kinds of keys that are not checked
//! here.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = "ssh-keygen";

/// Lets it sign files with a key, each into a file beside it. It may ask for a passphrase or a
/// touch, and says itself what hinders it. Gives whether it did.
pub(super) fn sign(key: &Path, purpose: &str, files: &[&Path]) -> io::Result<bool> {
    let mut command = Command::new(PROGRAM);
    command.args(["-q", "-Y", "sign", "-n", purpose, "-f"]);
    command.arg(key).args(files).stdout(Stdio::null());
    Ok(command.status()?.success())
}

/// Whether a signature was made over a message for a purpose, by whatever key.
pub(super) fn fits(message: &[u8], signature: &[u8], purpose: &str) -> io::Result<bool> {
    let folder = tempfile::tempdir()?;
    let (message_file, signature_file) = (folder.path().join("m"), folder.path().join("s"));
    fs::write(&message_file, message)?;
    fs::write(&signature_file, signature)?;
    let mut command = Command::new(PROGRAM);
    command.args(["-q", "-Y", "check-novalidate", "-n", purpose, "-s"]);
    command.arg(&signature_file);
    command.stdin(File::open(&message_file)?);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command.status()?.success())
}

/// The first key that the user's agent holds, in the form of a public key's file.
pub(super) fn first_of_agent() -> Option<OsString> {
    let mut command = Command::new("ssh-add");
    command.arg("-L").stdin(Stdio::null()).stderr(Stdio::null());
    let keys = command.output().ok().filter(|said| said.status.success())?;
    let keys = String::from_utf8(keys.stdout).ok()?;
    let first = keys.lines().next()?;
    Some(format!("{first}\n").into())
}
