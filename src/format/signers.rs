//! The list of those who may sign, in the form of OpenSSH's allowed signers, and what it says of a
//! signature.
//!
//! Each line names schools, by id or by pattern, and a key: see ALLOWED SIGNERS in `ssh-keygen(1)`.
//! What `ssh-keygen -Y verify` would accept for a school is accepted here and nothing else; beyond
//! that a list with a wrong line is refused whole, with all that is wrong.

mod line;
mod pattern;
mod say;

pub use line::SignerFault;

use super::document::problems;
use super::gate;
use super::problem::{ProblemKind, Problems};
use super::signature::{PublicKey, Signature};
use super::source::{At, problem};
use crate::rollup::SignatureFault;
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use line::Signer;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Those who may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signers {
    signers: Vec<Signer>,
    /// Which of them have a key, by its bytes.
    by_key: HashMap<Vec<u8>, Vec<usize>>,
}

/// What a signature has to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim<'a> {
    /// Whose it should be: a school's id. Nothing where it may be of whomever the list lets sign for
    /// that purpose in so many words.
    pub school: Option<&'a str>,
    /// What it was made for.
    pub purpose: &'a str,
    /// When it was made, in the zone that the list's times are in.
    pub at: DateTime<FixedOffset>,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedBy {
    /// The key's fingerprint, `SHA256:…`.
    pub key: String,
    /// The line of the list, from 1.
    pub line: usize,
}

/// Whether a signature of a purpose was made over a message, asked of another program: of the
/// message, the signature's file, and the purpose. An error says why it cannot be told.
pub type AskElsewhere<'a> = &'a dyn Fn(&[u8], &[u8], &str) -> Result<bool, String>;

/// Reads a list.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_signers(name: &str, bytes: &[u8]) -> Result<Signers, Problems> {
    let text = gate::pass_prose(bytes).map_err(|list| problems(name, list))?;
    let (mut signers, mut wrong) = (Vec::new(), Vec::new());
    for (n, line) in text.lines().enumerate() {
        match Signer::read(line, n + 1) {
            Ok(signer) => signers.extend(signer),
            Err(faults) => wrong.extend(faults),
        }
    }
    if signers.is_empty() && wrong.is_empty() {
        wrong.push((At::START, SignerFault::NoSigner));
    }
    if !wrong.is_empty() {
        let list = wrong.into_iter();
        let list = list.map(|(at, fault)| problem(text, at, ProblemKind::Signer(fault)));
        return Err(problems(name, list.collect()));
    }
    let mut by_key: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
    for (n, signer) in signers.iter().enumerate() {
        by_key
            .entry(signer.key.blob().to_vec())
            .or_default()
            .push(n);
    }
    Ok(Signers { signers, by_key })
}

impl Signers {
    /// Who signed, where the signature shows what is claimed of the message.
    ///
    /// # Errors
    /// The first thing that can be said against it.
    pub fn judge(
        &self,
        message: &[u8],
        signature: Option<&[u8]>,
        claim: &Claim<'_>,
        elsewhere: AskElsewhere<'_>,
    ) -> Result<SignedBy, SignatureFault> {
        let file = signature.ok_or(SignatureFault::Unsigned)?;
        let signature = Signature::read(file).map_err(|_| SignatureFault::Malformed)?;
        if signature.purpose() != claim.purpose {
            let other = signature.purpose().to_owned();
            return Err(SignatureFault::OtherPurpose(other));
        }
        let key = signature.key();
        let unknown = || SignatureFault::UnknownKey(key.fingerprint());
        let fits = if let Some(fits) = signature.fits(message) {
            fits
        } else {
            // Only for keys of the list is another program troubled.
            self.of_key(key).next().ok_or_else(unknown)?;
            elsewhere(message, file, claim.purpose).map_err(SignatureFault::Unchecked)?
        };
        if !fits {
            return Err(SignatureFault::Altered);
        }
        let line = self.allow(key, claim)?;
        Ok(SignedBy {
            key: key.fingerprint(),
            line,
        })
    }

    /// The line that lets the key sign for the school.
    fn allow(&self, key: &PublicKey, claim: &Claim<'_>) -> Result<usize, SignatureFault> {
        let unknown = || SignatureFault::UnknownKey(key.fingerprint());
        let first = self.of_key(key).next().ok_or_else(unknown)?;
        let school = claim.school;
        let mut of_school = self
            .of_key(key)
            .filter(|signer| school.is_none_or(|school| signer.is_for(school)))
            .peekable();
        if of_school.peek().is_none() {
            return Err(SignatureFault::OtherSchool(first.names().to_owned()));
        }
        let mut for_purpose = of_school.filter(|signer| match school {
            Some(_) => signer.may(claim.purpose),
            None => signer.may_expressly(claim.purpose),
        });
        let Some(first) = for_purpose.next() else {
            let purpose = claim.purpose.to_owned();
            return Err(SignatureFault::NotLetSign(purpose));
        };
        let mut for_purpose = std::iter::once(first).chain(for_purpose);
        let in_time = for_purpose.find(|signer| signer.is_valid_at(claim.at));
        let in_time = in_time.map(|signer| signer.line);
        in_time.ok_or_else(|| {
            let (from, until) = first.validity();
            match school {
                Some(_) => SignatureFault::OutOfTime { from, until },
                None => SignatureFault::OutOfTimeNow { from, until },
            }
        })
    }

    fn of_key(&self, key: &PublicKey) -> impl Iterator<Item = &Signer> {
        let lines = self.by_key.get(key.blob()).into_iter().flatten();
        lines.filter_map(|n| self.signers.get(*n))
    }
}

/// A bound of validity: a moment, in the zone of the place unless in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bound {
    moment: NaiveDateTime,
    is_utc: bool,
}

impl Bound {
    /// How a moment stands to it, to the second; nothing where the zone's clocks never show that
    /// moment, since it is at the end of what a calendar can hold.
    fn compare(self, at: DateTime<FixedOffset>) -> Option<Ordering> {
        let utc = at.naive_utc();
        let at = if self.is_utc {
            utc
        } else {
            utc.checked_add_offset(*at.offset())?
        };
        let seconds = |moment: NaiveDateTime| moment.and_utc().timestamp();
        Some(seconds(at).cmp(&seconds(self.moment)))
    }
}
