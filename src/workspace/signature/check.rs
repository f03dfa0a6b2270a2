//! Checking signatures against the list of those who may sign.

use super::keygen;
use super::signature_of;
use crate::clock::Clock;
use crate::format::{Claim, REPORT_PURPOSE, ROLLUP_PURPOSE, SignedBy, Signers, read_signers};
use crate::rollup::{Author, Reason, SignatureFault};
use crate::text::{Lang, errors::why};
use crate::workspace::catalog;
use crate::workspace::error::WorkspaceError;
use crate::workspace::gathering::{Check, Sent, read_bounded};
use std::path::Path;

/// What signatures are held against.
#[derive(Debug)]
pub struct SignatureCheck {
    signers: Signers,
    clock: Clock,
    lang: Lang,
}

impl SignatureCheck {
    /// The check by a list of signers in a file, whose times are in the zone of the clock's place.
    ///
    /// # Errors
    /// Where the list cannot be read, with everything that is wrong with it.
    pub fn by(list: &Path, clock: Clock, lang: Lang) -> Result<Self, WorkspaceError> {
        let read = read_signers(&list.display().to_string(), &catalog::read(list)?);
        let signers = read.map_err(|problems| WorkspaceError::Problems(vec![problems]))?;
        Ok(Self {
            signers,
            clock,
            lang,
        })
    }

    /// Who signed a report, by the signature that lies beside its file. The key must have been valid
    /// when the report was written, as the report says.
    ///
    /// # Errors
    /// What can be said against the signature.
    pub fn signer(
        &self,
        path: &Path,
        bytes: &[u8],
        by: &Author,
    ) -> Result<SignedBy, SignatureFault> {
        let claim = Claim {
            school: Some(&by.school),
            purpose: REPORT_PURPOSE,
            at: self.clock.in_its_zone(by.generated_at),
        };
        self.beside(path, bytes, &claim)
    }

    /// Who signed a roll-up. It speaks for many schools: its key must be one that the list lets sign
    /// roll-ups in so many words, and be valid now.
    ///
    /// # Errors
    /// What can be said against the signature.
    pub fn signer_of_rollup(&self, path: &Path, bytes: &[u8]) -> Result<SignedBy, SignatureFault> {
        let claim = Claim {
            school: None,
            purpose: ROLLUP_PURPOSE,
            at: self.clock.now(),
        };
        self.beside(path, bytes, &claim)
    }

    fn beside(
        &self,
        path: &Path,
        bytes: &[u8],
        claim: &Claim<'_>,
    ) -> Result<SignedBy, SignatureFault> {
        let file = signature_of(path);
        let signature = file.symlink_metadata().ok();
        let signature = signature.map(|_| read_bounded(&file, self.lang));
        // A pipe, a link, a large file: whatever it is, it is no signature.
        let signature = signature
            .transpose()
            .map_err(|_| SignatureFault::Malformed)?;
        self.judge(bytes, signature.as_deref(), claim)
    }

    /// Who signed something, where its signature shows what is claimed.
    ///
    /// # Errors
    /// What can be said against it.
    pub fn judge(
        &self,
        bytes: &[u8],
        signature: Option<&[u8]>,
        claim: &Claim<'_>,
    ) -> Result<SignedBy, SignatureFault> {
        let lang = self.lang;
        let elsewhere = |message: &[u8], signature: &[u8], purpose: &str| {
            keygen::fits(message, signature, purpose).map_err(|error| why(&error, lang))
        };
        self.signers.judge(bytes, signature, claim, &elsewhere)
    }
}

impl Check for SignatureCheck {
    fn check(&self, sent: &Sent<'_>) -> Result<(), Reason> {
        let signer = match sent.by {
            Some(by) => self.signer(sent.path, sent.bytes, by),
            None => self.signer_of_rollup(sent.path, sent.bytes),
        };
        signer.map(drop).map_err(Reason::Signature)
    }
}
