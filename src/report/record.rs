//! The head of the record in a report.

use crate::calendar::Week;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The head of the record that a report was made from: an RFC 6962 tree head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordHead {
    /// The installation that wrote it.
    pub writer: String,
    /// The number of facts.
    pub facts: u64,
    /// The root of their Merkle tree, `sha256:…`.
    pub head: String,
    /// The head that the last signed report before it carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousHead>,
}

/// The head that an earlier signed report carried, and the proof that the record has only grown
/// since: an RFC 6962 consistency proof from it to the head of this report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviousHead {
    /// The week of that report.
    pub week: Week,
    /// The number of facts it covered.
    pub facts: u64,
    /// The root of their tree, `sha256:…`.
    pub head: String,
    /// The hashes of the proof, `sha256:…`; none where nothing was recorded in between.
    pub proof: Vec<String>,
}
