//! Checklist files.

use super::document::{self, Document};
use super::node::Node;
use super::problem::{ProblemKind, Problems, Wanted};
use super::shape::{Key, Shape, TEXTS, optional, required};
use super::source::At;
use crate::checklist::{Cadence, Checklist, Duty, Fault, Place};
use crate::school::SchoolKind;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Reads a checklist, with the digest of the file.
pub fn read_checklist(name: &str, bytes: &[u8]) -> Result<(Checklist, String), Problems> {
    Ok((document::read(name, bytes)?, digest(bytes)))
}

/// All problems of a checklist file; none where it is right.
#[must_use]
pub fn lint(name: &str, bytes: &[u8]) -> Problems {
    document::lint::<Checklist>(name, bytes)
}

/// `sha256:` and the hash of the bytes in hexadecimal, as `sha256sum` prints it.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().fold("sha256:".to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Document for Checklist {
    const SHAPE: Shape = Shape::Map(CHECKLIST);

    fn contradictions(&self, document: &Node) -> Vec<(At, ProblemKind)> {
        let faults = self.faults().into_iter();
        faults
            .map(|(place, fault)| {
                let at = match fault {
                    Fault::ClauseUnused(_) => document.key_place(&place.0),
                    _ => document.place(&place.0),
                };
                (at, ProblemKind::Fault(fault))
            })
            .collect()
    }

    fn is_sound(&self) -> bool {
        self.faults().is_empty()
    }
}

const MAX: u64 = u32::MAX as u64;

const CHECKLIST: &[Key] = &[
    required("checklist", Shape::Id),
    required("version", Shape::Number(0, MAX)),
    required("title", TEXTS),
    required("directive", Shape::Map(DIRECTIVE)),
    optional("kinds", Shape::List(&KIND)),
    optional("roles", Shape::Named(&Shape::Id, &TEXTS)),
    optional("clauses", Shape::Named(&Shape::Id, &TEXTS)),
    required("requirements", Shape::List(&Shape::Map(REQUIREMENT))),
];

const DIRECTIVE: &[Key] = &[
    optional("title", TEXTS),
    required("issuer", TEXTS),
    required("issued", Shape::Date),
    optional("number", Shape::Text),
];

const REQUIREMENT: &[Key] = &[
    required("id", Shape::Id),
    required("title", TEXTS),
    required("items", Shape::List(&Shape::Map(ITEM))),
];

const ITEM: &[Key] = &[
    required("id", Shape::Id),
    required("text", TEXTS),
    required("clauses", Shape::List(&Shape::Id)),
    required("cadence", CADENCE),
    optional("owner", Shape::Id),
    optional("helpers", Shape::List(&Shape::Id)),
    optional("duty", Shape::Word(duties)),
    optional("evidence", TEXTS),
    optional("measure", Shape::Map(MEASURE)),
    optional("due", Shape::Due),
    optional("after", Shape::List(&Shape::Id)),
    optional("lead", Shape::Number(0, MAX)),
    optional("places", Shape::List(&Shape::Word(places))),
    optional("kinds", Shape::List(&KIND)),
    optional("gate", Shape::Flag),
    optional("weight", Shape::Number(0, MAX)),
];

const MEASURE: &[Key] = &[
    required("unit", TEXTS),
    optional("target", Shape::Target),
    optional("rate", Shape::Number(1, u64::MAX)),
];

const CADENCE: Shape = Shape::Either(
    Wanted::Cadence,
    &Shape::Word(cadences),
    &[required("each", Shape::Text)],
);

/// A kind of school.
pub(super) const KIND: Shape = Shape::Word(kinds);

fn kinds() -> Vec<&'static str> {
    SchoolKind::ALL.map(SchoolKind::as_str).to_vec()
}

fn duties() -> Vec<&'static str> {
    [Duty::School, Duty::Bureau].map(Duty::as_str).to_vec()
}

fn places() -> Vec<&'static str> {
    Place::ALL.map(Place::as_str).to_vec()
}

fn cadences() -> Vec<&'static str> {
    Cadence::WORDS.map(|(word, _)| word).to_vec()
}
