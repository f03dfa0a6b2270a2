//! Heads and proofs: what somebody outside can hold the record to.
//!
//! A head is the number of facts and the root of their Merkle tree, as in RFC 6962. Checking a
//! proof is pure: it needs two heads, or a head and a fact's leaf bytes, and no record.

use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};
use std::str::FromStr;

/// A SHA-256 hash, written `sha256:` and 64 digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

/// A text that is no hash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a hash: `sha256:` and 64 digits from 0 to f")]
pub struct HashError(pub String);

impl Hash {
    /// The hash of some bytes, as `sha256sum` prints it.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash of some bytes that follow each other.
    pub(super) fn of_parts(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// The hash of a leaf in the tree: SHA-256 of a zero byte and the leaf's bytes.
    #[must_use]
    pub fn of_leaf(bytes: &[u8]) -> Self {
        Self(
            Sha256::new_with_prefix([0])
                .chain_update(bytes)
                .finalize()
                .into(),
        )
    }

    /// The hash of an interior node: SHA-256 of a one byte and the hashes below it.
    pub(super) fn above(left: Self, right: Self) -> Self {
        let hasher = Sha256::new_with_prefix([1]);
        Self(
            hasher
                .chain_update(left.0)
                .chain_update(right.0)
                .finalize()
                .into(),
        )
    }

    /// Its 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Hash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(71);
        text.push_str("sha256:");
        for byte in self.0 {
            write!(text, "{byte:02x}")?;
        }
        f.write_str(&text)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        let digits = text.strip_prefix("sha256:").filter(|d| d.len() == 64);
        let hash = digits.and_then(|digits| {
            let mut bytes = [0; 32];
            for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
                *byte = digit(pair[0])? << 4 | digit(pair[1])?;
            }
            Some(Self(bytes))
        });
        hash.ok_or_else(|| HashError(text.to_owned()))
    }
}

/// The value of a digit. Capitals are refused: one hash has one text.
fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

/// How far a record reaches, and what stands in it: two records with the same head hold the same
/// facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number of facts.
    pub facts: u64,
    /// The root of their Merkle tree.
    pub root: Hash,
}

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofFault {
    /// The later head counts fewer facts: the record's end was cut off.
    #[error("the record shrank from {older} to {newer} facts")]
    Shrank {
        /// The facts counted before.
        older: u64,
        /// The facts counted now.
        newer: u64,
    },
    /// The fact lies outside what the head covers.
    #[error("fact {seq} is not among the {facts} facts of that head")]
    Outside {
        /// The fact asked for.
        seq: u64,
        /// The facts the head covers.
        facts: u64,
    },
    /// Not the number of hashes that this proof must have.
    #[error("the proof has the wrong number of hashes")]
    Length,
    /// The hashes lead to another root: what was recorded before was changed.
    #[error("the proof leads to another root")]
    Mismatch,
}

/// More facts than any record holds; keeps the arithmetic of trees from overflowing.
const MOST: u64 = 1 << 48;

impl Head {
    /// The head of an empty record.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            facts: 0,
            root: Hash::of(b""),
        }
    }

    /// Checks that the record of this head is the record of `older` with facts added at its end,
    /// or none.
    ///
    /// # Errors
    /// [`ProofFault`], where the proof does not show it.
    pub fn extends(&self, older: &Self, proof: &[Hash]) -> Result<(), ProofFault> {
        if older.facts > self.facts {
            return Err(ProofFault::Shrank {
                older: older.facts,
                newer: self.facts,
            });
        }
        // RFC 6962 defines no proof from an empty tree: everything extends it.
        if older.facts == 0 {
            return match proof {
                [] if older.root == Self::empty().root => Ok(()),
                [] => Err(ProofFault::Mismatch),
                _ => Err(ProofFault::Length),
            };
        }
        let proof = ConsistencyProof::<Sha256>::try_from_bytes(joined(proof));
        let proof = proof.map_err(|_| ProofFault::Length)?;
        let verified = self.tree()?.verify_consistency(&older.tree()?, &proof);
        verified.map_err(|fault| match fault {
            ct_merkle::ConsistencyVerifError::VerificationFailure => ProofFault::Mismatch,
            _ => ProofFault::Length,
        })
    }

    /// Checks that the fact with these leaf bytes stands at `seq` (from 1) in the record of this
    /// head.
    ///
    /// # Errors
    /// [`ProofFault`], where the proof does not show it.
    pub fn includes(&self, seq: u64, leaf: &[u8], proof: &[Hash]) -> Result<(), ProofFault> {
        if seq == 0 || seq > self.facts {
            return Err(ProofFault::Outside {
                seq,
                facts: self.facts,
            });
        }
        let proof = InclusionProof::<Sha256>::try_from_bytes(joined(proof));
        let proof = proof.map_err(|_| ProofFault::Length)?;
        let verified = self.tree()?.verify_inclusion(&leaf, seq - 1, &proof);
        verified.map_err(|fault| match fault {
            ct_merkle::InclusionVerifError::IncorrectHash => ProofFault::Mismatch,
            _ => ProofFault::Length,
        })
    }

    fn tree(&self) -> Result<RootHash<Sha256>, ProofFault> {
        if self.facts > MOST {
            return Err(ProofFault::Length);
        }
        Ok(RootHash::new(self.root.0.into(), self.facts))
    }
}

fn joined(proof: &[Hash]) -> Vec<u8> {
    proof.iter().flat_map(|hash| hash.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_from_its_text_and_from_no_other() {
        let hash = Hash::of(b"abc");
        let text = hash.to_string();
        assert_eq!(
            text,
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(text.parse(), Ok(hash));
        let capitals = text.to_uppercase().replace("SHA256", "sha256");
        let bare = text.replace("sha256:", "");
        let short = text.replace("15ad", "15a");
        for wrong in [&bare, &short, &capitals, "", "sha256:学"] {
            assert!(wrong.parse::<Hash>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn absurd_heads_are_refused_without_a_panic() {
        let head = |facts| Head {
            facts,
            root: Hash::of(b"x"),
        };
        let proof = [Hash::of(b"y")];
        for facts in [u64::MAX, u64::MAX / 2 + 1, MOST + 1, MOST, 1] {
            for seq in [0, 1, MOST, u64::MAX] {
                assert!(head(facts).includes(seq, b"leaf", &proof).is_err());
                assert!(head(facts).extends(&head(seq), &proof).is_err());
            }
        }
    }
}
