//! Signatures of reports: made by `ssh-keygen`, so that agents and hardware keys serve, and checked
//! against a list of those who may sign.

mod check;
mod keygen;
mod sign;

pub use check::SignatureCheck;
pub use sign::{SigningError, SigningKey, sign};

use std::path::{Path, PathBuf};

/// Where a file's signature is: beside it, with `.sig` after its name.
#[must_use]
pub fn signature_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    PathBuf::from(name)
}
