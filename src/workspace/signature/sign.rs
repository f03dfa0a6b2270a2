//! Signing with the school's key.

use super::keygen;
use super::signature_of;
use crate::format::{REPORT_PURPOSE, Signature};
use crate::workspace::catalog;
use crate::workspace::error::{Doing, WorkspaceError};
use crate::workspace::home::{Home, user_folder};
use std::fs;
use std::path::{Path, PathBuf};

/// Why a report cannot be signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// There is no `ssh-keygen`.
    #[error("ssh-keygen cannot be run")]
    NoProgram(#[source] std::io::Error),
    /// The key that was named is not there.
    #[error("no key {}", .0.display())]
    KeyMissing(PathBuf),
    /// No key was named, and none found; where the school's own would be.
    #[error("no key, and none at {}", .0.display())]
    NoKey(PathBuf),
    /// `ssh-keygen` did not sign with the key, and has said why.
    #[error("ssh-keygen does not sign with {}", .0.display())]
    Refused(PathBuf),
}

/// The key that signs.
#[derive(Debug)]
pub struct SigningKey {
    path: PathBuf,
    /// Where the key of an agent is written to.
    _folder: Option<tempfile::TempDir>,
}

impl SigningKey {
    /// The key in a file: a private key, or the public half of one that an agent holds.
    ///
    /// # Errors
    /// [`SigningError::KeyMissing`].
    pub fn named(path: &Path) -> Result<Self, SigningError> {
        if !path.exists() {
            return Err(SigningError::KeyMissing(path.to_owned()));
        }
        Ok(Self {
            path: path.to_owned(),
            _folder: None,
        })
    }

    /// The key of the school, `signing-key` beside its profile; else the user's own,
    /// `~/.ssh/id_ed25519`; else the first that the user's agent holds.
    ///
    /// # Errors
    /// [`SigningError::NoKey`].
    pub fn found(home: &Home) -> Result<Self, SigningError> {
        let of_school = home.signing_key();
        let of_user = user_folder().map(|folder| folder.join(".ssh").join("id_ed25519"));
        let files = std::iter::once(of_school.clone()).chain(of_user);
        // Of a key in an agent or a device there may be the public half alone.
        let mut files = files.flat_map(|private| [private.clone(), private.with_extension("pub")]);
        let in_file = files.find_map(|path| Self::named(&path).ok());
        let found = in_file.or_else(Self::of_agent);
        found.ok_or(SigningError::NoKey(of_school))
    }

    fn of_agent() -> Option<Self> {
        let key = keygen::first_of_agent()?;
        let folder = tempfile::tempdir().ok()?;
        let path = folder.path().join("agent.pub");
        fs::write(&path, key.as_encoded_bytes()).ok()?;
        Some(Self {
            path,
            _folder: Some(folder),
        })
    }
}

/// Signs files' contents: the file of each signature, and the fingerprint of the key. The user may
/// be asked for the key's passphrase, once for all of them.
///
/// # Errors
/// Where `ssh-keygen` cannot be run or does not sign; nothing is left of it then.
pub fn sign(
    contents: &[&[u8]],
    key: &SigningKey,
) -> Result<(Vec<Vec<u8>>, String), WorkspaceError> {
    let wrong = |error| WorkspaceError::io(Doing::Writing, &std::env::temp_dir(), error);
    let folder = tempfile::tempdir().map_err(wrong)?;
    let files: Vec<PathBuf> = (0..contents.len())
        .map(|n| folder.path().join(n.to_string()))
        .collect();
    for (file, content) in files.iter().zip(contents) {
        fs::write(file, content).map_err(wrong)?;
    }
    let names: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let signed = keygen::sign(&key.path, REPORT_PURPOSE, &names);
    let refused = || SigningError::Refused(key.path.clone());
    if !signed.map_err(SigningError::NoProgram)? {
        return Err(refused().into());
    }
    let signatures = names.iter().map(|file| catalog::read(&signature_of(file)));
    let signatures = signatures.collect::<Result<Vec<_>, _>>()?;
    let first = signatures.first().map(|file| Signature::read(file));
    let first = first.transpose().map_err(|_| refused())?;
    let key = first.map_or_else(String::new, |first| first.key().fingerprint());
    Ok((signatures, key))
}
