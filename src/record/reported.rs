//! The heads that reports carry.

use super::head::{Hash, Head};
use crate::report::RecordHead;

/// Whether a report carries a head, and shows by itself that the record has only grown since the
/// signed report that it carries on from, where there is one.
#[must_use]
pub fn proof_holds(record: &RecordHead) -> bool {
    let head = |facts, text: &str| {
        let root = text.parse::<Hash>().ok()?;
        Some(Head { facts, root })
    };
    let Some(now) = head(record.facts, &record.head) else {
        return false;
    };
    record.previous.as_ref().is_none_or(|previous| {
        let proof: Result<Vec<Hash>, _> = previous.proof.iter().map(|hash| hash.parse()).collect();
        let older = head(previous.facts, &previous.head);
        let both = older.zip(proof.ok());
        both.is_some_and(|(older, proof)| now.extends(&older, &proof).is_ok())
    })
}
