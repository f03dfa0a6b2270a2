//! Evidence: a link, or a file with its digest as it is now.

use super::error::{Doing, WorkspaceError};
use crate::fact::Evidence;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The evidence that `source` names, about `on`: a link, or a file, which is read for its digest
/// and stays where it is.
///
/// # Errors
/// [`WorkspaceError::Io`] where the file cannot be read.
pub fn evidence_at(source: &str, on: NaiveDate) -> Result<Evidence, WorkspaceError> {
    if is_link(source) {
        return Ok(Evidence {
            source: source.to_owned(),
            digest: None,
            bytes: None,
            on,
        });
    }
    let path = Path::new(source);
    let unreadable = |error| WorkspaceError::io(Doing::Reading, path, error);
    let (digest, bytes) = digest(path).map_err(unreadable)?;
    let full = std::path::absolute(path).map_err(unreadable)?;
    Ok(Evidence {
        source: full.display().to_string(),
        digest: Some(digest),
        bytes: Some(bytes),
        on,
    })
}

fn is_link(source: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| source.starts_with(scheme))
}

fn digest(path: &Path) -> io::Result<(String, u64)> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = [0_u8; 16 * 1024];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        hasher.update(buffer.get(..read).unwrap_or_default());
    }
    let hash = hasher.finalize();
    let digest = hash.iter().fold("sha256:".to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    Ok((digest, bytes))
}
