//! Signatures of reports: what `duban report` makes and `duban verify` checks.

use super::failure::Kind;
use super::report::Written;
use super::{Failure, Session};
use crate::format::{self, SignedBy};
use crate::report::StatusReport;
use crate::rollup::Author;
use crate::text::{Lang, cli::report as of_reports, errors::why, signature as words};
use crate::workspace::signature::{SignatureCheck, SigningKey, sign as sign_all, signature_of};
use crate::workspace::{Workspace, WorkspaceError};
use std::path::{Path, PathBuf};

/// The signature of a file.
pub(super) struct Signature {
    /// Where it goes.
    pub(super) path: PathBuf,
    /// What it is.
    pub(super) file: Vec<u8>,
    /// The fingerprint of the key that made it.
    pub(super) key: String,
}

/// Signs everything that is to be written, all of it to files, with the key that is named or the one that is found.
pub(super) fn sign(
    session: &Session,
    workspace: &Workspace,
    key: Option<&Path>,
    all: &mut [Written],
    force: bool,
) -> Result<(), Failure> {
    let lang = session.lang();
    let paths = all.iter().filter_map(|one| one.path.as_deref());
    let paths: Vec<PathBuf> = paths.map(signature_of).collect();
    if let Some(path) = paths.iter().find(|path| !force && path.exists()) {
        return Err(Failure::input(of_reports::exists(path, lang)));
    }
    let contents: Vec<&[u8]> = all.iter().map(|one| one.bytes.as_slice()).collect();
    let key = key.map_or_else(|| SigningKey::found(workspace.home()), SigningKey::named);
    let signed = key.map_err(WorkspaceError::from);
    let signed = signed.and_then(|key| sign_all(&contents, &key));
    let (files, key) = signed.map_err(|error| session.failure(&error))?;
    for ((one, path), file) in all.iter_mut().zip(paths).zip(files) {
        let key = key.clone();
        one.signature = Some(Signature { path, file, key });
    }
    Ok(())
}

/// The signatures that lie beside the files to be written over, and would not fit any more. Refused
/// where nothing may be written over.
pub(super) fn outdated<'a>(
    session: &Session,
    paths: impl Iterator<Item = &'a Path>,
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let outdated: Vec<PathBuf> = paths.map(signature_of).filter(|p| is_ours(p)).collect();
    match outdated.first() {
        Some(path) if !force => {
            let words = of_reports::exists(path, session.lang());
            Err(Failure::input(words))
        }
        _ => Ok(outdated),
    }
}

/// Whether a file is an SSH signature.
fn is_ours(path: &Path) -> bool {
    let file = std::fs::read(path);
    file.is_ok_and(|file| format::Signature::read(&file).is_ok())
}

/// Takes signatures away that do not fit any more.
pub(super) fn remove(session: &Session, outdated: &[PathBuf]) -> Result<(), Failure> {
    for path in outdated {
        let removed = std::fs::remove_file(path);
        removed.map_err(|error| {
            let words = words::not_removed(path, &why(&error, session.lang()), session.lang());
            Failure::input(words)
        })?;
    }
    Ok(())
}

/// The check by a list of signers.
pub(super) fn by(session: &Session, list: &Path) -> Result<SignatureCheck, Failure> {
    let check = SignatureCheck::by(list, session.clock(), session.lang());
    check.map_err(|error| session.failure(&error))
}

/// Who signed a report, by the signature beside it and a list of signers.
pub(super) fn check(
    session: &Session,
    list: &Path,
    path: &Path,
    bytes: &[u8],
    report: &StatusReport,
) -> Result<SignedBy, Failure> {
    let lang = session.lang();
    let signer = by(session, list)?.signer(path, bytes, &Author::of(report));
    signer.map_err(|fault| {
        let said = words::not_right(path, &fault, lang);
        Failure::new(Kind::Negative, said, words::hint(&fault, lang))
    })
}

/// That a signature lies beside a report and was not looked at, where it is so.
pub(super) fn not_checked(path: &Path, lang: Lang) -> Option<String> {
    let signature = signature_of(path);
    let is_there = signature.exists();
    is_there.then(|| words::not_checked(&signature, lang))
}
