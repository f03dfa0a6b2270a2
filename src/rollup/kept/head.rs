//! The head of a record, in few characters.

use crate::calendar::Week;
use crate::report::{PreviousHead, RecordHead};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The head of the record, as a report has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptHead {
    /// The installation that wrote it.
    pub writer: String,
    /// The number of facts.
    pub facts: u64,
    /// The root of their Merkle tree, `sha256:…`.
    pub head: String,
    /// The head that the last signed report before it carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<KeptPrevious>,
}

/// An earlier head, and the proof that the record has only grown since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptPrevious {
    /// The week of that report.
    pub week: Week,
    /// The number of facts it covered.
    pub facts: u64,
    /// The root of their tree, `sha256:…`.
    pub head: String,
    /// The hashes of the proof in hexadecimal, with spaces between; left out where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
}

/// What a hash begins with, and how many digits follow.
const HASH: (&str, usize) = ("sha256:", 64);

impl KeptHead {
    pub(super) fn of(record: RecordHead) -> Self {
        let hash = |hash: &String| match hash.strip_prefix(HASH.0) {
            Some(digits) if digits.len() == HASH.1 => digits.to_owned(),
            _ => hash.clone(),
        };
        Self {
            writer: record.writer,
            facts: record.facts,
            head: record.head,
            previous: record.previous.map(|previous| KeptPrevious {
                week: previous.week,
                facts: previous.facts,
                head: previous.head,
                proof: previous
                    .proof
                    .iter()
                    .map(hash)
                    .collect::<Vec<_>>()
                    .join(" "),
            }),
        }
    }

    pub(super) fn into_head(self) -> RecordHead {
        let hash = |digits: &str| {
            let begins = if digits.len() == HASH.1 { HASH.0 } else { "" };
            format!("{begins}{digits}")
        };
        RecordHead {
            writer: self.writer,
            facts: self.facts,
            head: self.head,
            previous: self.previous.map(|previous| PreviousHead {
                week: previous.week,
                facts: previous.facts,
                head: previous.head,
                proof: previous.proof.split_whitespace().map(hash).collect(),
            }),
        }
    }
}
