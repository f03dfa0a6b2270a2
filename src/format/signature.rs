//! SSH signatures, as `ssh-keygen -Y sign` makes them, with keys of Ed25519 checked here.
//!
//! The form is OpenSSH's `PROTOCOL.sshsig`. Nothing is taken for a signature that `ssh-keygen`
//! would not take; where it is lenient (text after the armour, something in the reserved field, an
//! older version) this is not.

mod key;
mod wire;

pub use key::PublicKey;
pub(super) use key::{KINDS, KeyKind};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::VerifyingKey;
use sha2::{Digest, Sha256, Sha512};
use wire::{Wire, put_string};

/// What signatures of reports are made for, so that a key's other signatures are none of a report.
pub const REPORT_PURPOSE: &str = "duban.status-report";

/// What signatures of roll-ups are made for.
pub const ROLLUP_PURPOSE: &str = "duban.rollup";

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "\n-----END SSH SIGNATURE-----";
const MAGIC: &[u8] = b"SSHSIG";
const VERSION: u32 = 1;

/// A signature that stands by itself in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    key: PublicKey,
    purpose: String,
    hash: Hash,
    /// What the key made, as keys of its kind write it.
    made: Vec<u8>,
}

/// What a message is hashed with before it is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hash {
    Sha256,
    Sha512,
}

/// A text that is no signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no SSH signature")]
pub struct NoSignature;

impl Signature {
    /// Reads a file, with its armour.
    ///
    /// # Errors
    /// Where it is no signature.
    pub fn read(file: &[u8]) -> Result<Self, NoSignature> {
        let blob = without_armour(file).ok_or(NoSignature)?;
        Self::of_blob(&blob).ok_or(NoSignature)
    }

    fn of_blob(blob: &[u8]) -> Option<Self> {
        let mut wire = Wire::new(blob.strip_prefix(MAGIC)?);
        let version = wire.number()?;
        let key = PublicKey::of_blob(wire.string()?)?;
        let purpose = String::from_utf8(wire.string()?.to_vec()).ok()?;
        let reserved = wire.string()?;
        let hash = Hash::named(wire.string()?)?;
        let made = wire.string()?.to_vec();
        let is_plain = version == VERSION && reserved.is_empty() && wire.is_at_end();
        is_plain.then_some(Self {
            key,
            purpose,
            hash,
            made,
        })
    }

    /// The key that made it.
    #[must_use]
    pub fn key(&self) -> &PublicKey {
        &self.key
    }

    /// What it was made for.
    #[must_use]
    pub fn purpose(&self) -> &str {
        &self.purpose
    }

    /// Whether it was made over `message`; nothing where its key is of a kind that is not known here.
    #[must_use]
    pub fn fits(&self, message: &[u8]) -> Option<bool> {
        let signed = self.signed(message);
        match self.key.kind() {
            KeyKind::Ed25519(key) => Some(self.is_made_by(key, &signed).is_some()),
            KeyKind::Token { key, application } => {
                let fits = self.is_made_by_token(key, application, &signed);
                Some(fits.is_some())
            }
            KeyKind::Other => None,
        }
    }

    /// What is signed in place of the message.
    fn signed(&self, message: &[u8]) -> Vec<u8> {
        let mut signed = MAGIC.to_vec();
        put_string(&mut signed, self.purpose.as_bytes());
        put_string(&mut signed, &[]);
        put_string(&mut signed, self.hash.name().as_bytes());
        put_string(&mut signed, &self.hash.of(message));
        signed
    }

    fn is_made_by(&self, key: &VerifyingKey, signed: &[u8]) -> Option<()> {
        let (made, wire) = self.made_by()?;
        (wire.is_at_end() && key.verify_strict(signed, &made).is_ok()).then_some(())
    }

    /// The same of a hardware key, which signs what it is for, whether somebody touched it, and how
    /// often it signed.
    fn is_made_by_token(
        &self,
        key: &VerifyingKey,
        application: &[u8],
        signed: &[u8],
    ) -> Option<()> {
        let (made, mut wire) = self.made_by()?;
        let flags_and_counter = wire.take(5)?;
        let mut told = Sha256::digest(application).to_vec();
        told.extend(flags_and_counter);
        told.extend(Sha256::digest(signed));
        (wire.is_at_end() && key.verify_strict(&told, &made).is_ok()).then_some(())
    }

    /// The signature proper, and what follows it.
    fn made_by(&self) -> Option<(ed25519_dalek::Signature, Wire<'_>)> {
        let mut wire = Wire::new(&self.made);
        let is_of_key = wire.string()? == self.key.name().as_bytes();
        let made = ed25519_dalek::Signature::from_slice(wire.string()?).ok()?;
        is_of_key.then_some((made, wire))
    }
}

impl Hash {
    fn named(name: &[u8]) -> Option<Self> {
        let all = [Self::Sha256, Self::Sha512];
        all.into_iter().find(|hash| hash.name().as_bytes() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    fn of(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }
}

fn without_armour(file: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(file).ok()?.strip_prefix(BEGIN)?;
    let text = text.strip_prefix("\r\n").or(text.strip_prefix('\n'))?;
    let (body, after) = text.split_once(END)?;
    let body: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let blob = STANDARD.decode(body).ok()?;
    after.trim().is_empty().then_some(blob)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ed25519_dalek::{Signer, SigningKey};

    /// A signature as `ssh-keygen` would make it, and parts of it altered.
    fn made(message: &[u8], alter: impl Fn(&mut Parts)) -> Option<Signature> {
        let secret = SigningKey::from_bytes(&[7; 32]);
        let mut key = Vec::new();
        put_string(&mut key, b"ssh-ed25519");
        put_string(&mut key, secret.verifying_key().as_bytes());
        let unsigned = Signature {
            key: PublicKey::of_blob(&key)?,
            purpose: REPORT_PURPOSE.to_owned(),
            hash: Hash::Sha512,
            made: Vec::new(),
        };
        let made = secret.sign(&unsigned.signed(message)).to_bytes();
        let mut parts = Parts {
            version: VERSION,
            key,
            reserved: Vec::new(),
            hash: b"sha512".to_vec(),
            kind: b"ssh-ed25519".to_vec(),
            made: made.to_vec(),
            after: Vec::new(),
        };
        alter(&mut parts);
        Signature::of_blob(&parts.blob())
    }

    struct Parts {
        version: u32,
        key: Vec<u8>,
        reserved: Vec<u8>,
        hash: Vec<u8>,
        kind: Vec<u8>,
        made: Vec<u8>,
        after: Vec<u8>,
    }

    impl Parts {
        fn blob(&self) -> Vec<u8> {
            let mut made = Vec::new();
            put_string(&mut made, &self.kind);
            put_string(&mut made, &self.made);
            let mut blob = MAGIC.to_vec();
            blob.extend(self.version.to_be_bytes());
            for part in [&self.key[..], REPORT_PURPOSE.as_bytes()] {
                put_string(&mut blob, part);
            }
            for part in [&self.reserved, &self.hash, &made] {
                put_string(&mut blob, part);
            }
            blob.extend(&self.after);
            blob
        }
    }

    #[test]
    fn a_signature_fits_what_it_was_made_over_and_nothing_else() {
        let signature = made(b"report", |_| ()).expect("a signature");
        assert_eq!(signature.fits(b"report"), Some(true));
        assert_eq!(signature.fits(b"Report"), Some(false));
        let other_hash = made(b"report", |parts| parts.hash = b"sha256".to_vec());
        assert_eq!(other_hash.and_then(|s| s.fits(b"report")), Some(false));
        let short = made(b"report", |parts| parts.made.truncate(63));
        assert_eq!(short.and_then(|s| s.fits(b"report")), Some(false));
        let other_kind = made(b"report", |parts| parts.kind = b"ssh-rsa".to_vec());
        assert_eq!(other_kind.and_then(|s| s.fits(b"report")), Some(false));
    }

    #[test]
    fn what_the_form_does_not_have_is_no_signature() {
        assert_eq!(made(b"", |parts| parts.version = 2), None);
        assert_eq!(made(b"", |parts| parts.version = 0), None);
        assert_eq!(made(b"", |parts| parts.reserved.push(0)), None);
        assert_eq!(made(b"", |parts| parts.after.push(0)), None);
        assert_eq!(made(b"", |parts| parts.hash = b"md5".to_vec()), None);
        assert_eq!(made(b"", |parts| parts.key.truncate(40)), None);
        assert_eq!(made(b"", |parts| parts.key.push(0)), None);
    }

    #[test]
    fn armour_is_taken_off_with_either_line_end_and_nothing_around_it() {
        let blob = |text: &str| without_armour(text.as_bytes());
        let right = format!("{BEGIN}\nAAEC\nAwQ={END}\n");
        assert_eq!(blob(&right), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(blob(&right.replace('\n', "\r\n")), blob(&right));
        for wrong in [
            String::new(),
            format!(" {right}"),
            format!("{right}x"),
            right.replace("BEGIN", "BEGUN"),
            right.replace("\n-----END", "-----END"),
            right.replace("AwQ=", "AwR="),
            right.replace("AwQ=", "AwQ"),
        ] {
            assert_eq!(blob(&wrong), None, "{wrong}");
        }
    }
}
