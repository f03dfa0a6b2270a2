//! How a school's record stands to what earlier roll-ups saw of it.

use super::row::{Row, SchoolWeek};
use crate::calendar::Week;
use crate::report::PreviousHead;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The head of a record, as the report of a week carried it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownHead {
    /// The week of that report.
    pub week: Week,
    /// The number of facts.
    pub facts: u64,
    /// The root of their tree, `sha256:…`.
    pub head: String,
}

/// How a record stands to what was seen of it before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "standing", rename_all = "kebab-case")]
pub enum Standing {
    /// The last head that was seen is seen again, or the report proves that the record has only
    /// grown since.
    Proved {
        /// That head.
        since: KnownHead,
    },
    /// Nothing speaks against it, and nothing proves it.
    Unproved {
        /// Why not.
        why: Unproved,
        /// The last head that was seen; left out where there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last: Option<KnownHead>,
    },
    /// What was seen before is not in it any more.
    Broken(Break),
}

/// Why a record is not proved to have only grown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unproved {
    /// Nothing was seen of the school before.
    First,
    /// Another installation wrote it than those that were seen: the record began anew.
    Anew,
    /// It carries on from a signed report that was not seen.
    Missed,
    /// It proves nothing about the last report that was seen, since that one was not signed.
    NotSigned,
    /// It is from an earlier day than the last one that was seen, and was not seen then.
    Earlier,
    /// It is from before a break that was accepted.
    Accepted,
}

/// What speaks against a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BreakFault {
    /// It has fewer facts than were seen before.
    Shrank,
    /// It has as many facts as were seen before, and another head.
    OtherHead,
    /// It carries on from as many facts as were seen before, and from another head.
    OtherBefore,
    /// It does not carry on from the signed report that was seen.
    PassesOver,
    /// Its own proof does not hold.
    Proof,
}

/// A record that was changed behind what was seen of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// What speaks against it.
    pub fault: BreakFault,
    /// The head that was seen before; of a proof that does not hold, the one that it begins with.
    pub seen: KnownHead,
    /// The head that the report carries, with the week of the report.
    pub found: KnownHead,
    /// The head that the report carries on from; left out where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<KnownHead>,
    /// The day on which it was noticed.
    pub noticed: NaiveDate,
}

/// A school whose record is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrokenRecord {
    /// The school's short name.
    pub school: String,
    /// What it is called.
    pub name: String,
    /// The installation that wrote the record.
    pub writer: String,
    /// What speaks against it.
    pub broken: Break,
}

/// What the ledger says of the schools' records in the week that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// How many schools' records are proved to have only grown.
    pub proved: u64,
    /// How many are not, and nothing speaks against them.
    pub unproved: u64,
    /// How many are broken.
    pub broken: u64,
    /// Every break, of whatever week, that nobody has accepted yet.
    pub breaks: Vec<BrokenRecord>,
}

/// What a ledger found in a roll-up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standings {
    /// Every row's standing.
    pub of: BTreeMap<SchoolWeek, Standing>,
    /// Every break that nobody has accepted yet.
    pub breaks: Vec<BrokenRecord>,
}

impl KnownHead {
    /// The head that a row carries.
    #[must_use]
    pub fn of(row: &Row) -> Self {
        Self {
            week: row.week,
            facts: row.record.facts,
            head: row.record.head.clone(),
        }
    }
}

impl From<&PreviousHead> for KnownHead {
    fn from(previous: &PreviousHead) -> Self {
        Self {
            week: previous.week,
            facts: previous.facts,
            head: previous.head.clone(),
        }
    }
}
