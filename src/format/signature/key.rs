//! Public keys, as SSH writes them.

use super::wire::Wire;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use ed25519_dalek::VerifyingKey;
use sha2::{Digest, Sha256};

/// The kinds of keys that may sign, each with how many strings follow its name in a key.
pub(in crate::format) const KINDS: [(&str, usize); 7] = [
    (ED25519, 1),
    (TOKEN, 2),
    ("ecdsa-sha2-nistp256", 2),
    ("ecdsa-sha2-nistp384", 2),
    ("ecdsa-sha2-nistp521", 2),
    ("sk-ecdsa-sha2-nistp256@openssh.com", 3),
    ("ssh-rsa", 2),
];
const ED25519: &str = "ssh-ed25519";
const TOKEN: &str = "sk-ssh-ed25519@openssh.com";

/// A key that checks signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    blob: Vec<u8>,
    name: &'static str,
    kind: KeyKind,
}

/// How a key checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format) enum KeyKind {
    /// By Ed25519.
    Ed25519(VerifyingKey),
    /// By Ed25519 in a hardware key, for an application.
    Token {
        key: VerifyingKey,
        application: Vec<u8>,
    },
    /// In a way that is not known here.
    Other,
}

impl PublicKey {
    /// The key that the bytes are, where they are one of a kind that may sign.
    pub(in crate::format) fn of_blob(blob: &[u8]) -> Option<Self> {
        let mut wire = Wire::new(blob);
        let named = wire.string()?;
        let (name, strings) = KINDS
            .into_iter()
            .find(|(name, _)| name.as_bytes() == named)?;
        let parts: Option<Vec<&[u8]>> = (0..strings).map(|_| wire.string()).collect();
        let kind = match (name, parts?.as_slice()) {
            (ED25519, [key]) => KeyKind::Ed25519(ed25519(key)?),
            (TOKEN, [key, application]) => KeyKind::Token {
                key: ed25519(key)?,
                application: application.to_vec(),
            },
            _ => KeyKind::Other,
        };
        wire.is_at_end().then(|| Self {
            blob: blob.to_vec(),
            name,
            kind,
        })
    }

    /// Its bytes.
    pub(in crate::format) fn blob(&self) -> &[u8] {
        &self.blob
    }

    /// The name of its kind.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn kind(&self) -> &KeyKind {
        &self.kind
    }

    /// What people know it by, as `ssh-keygen -l` prints it: `SHA256:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(&self.blob);
        format!("SHA256:{}", STANDARD_NO_PAD.encode(digest))
    }
}

fn ed25519(key: &[u8]) -> Option<VerifyingKey> {
    VerifyingKey::from_bytes(key.try_into().ok()?).ok()
}
