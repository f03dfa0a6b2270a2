//! What can be said against a report's signature.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a signature does not show that a report is its school's.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(tag = "fault", content = "detail", rename_all = "kebab-case")]
pub enum SignatureFault {
    /// There is none.
    Unsigned,
    /// It cannot be read as a signature.
    Malformed,
    /// It was made over something else: report or signature was altered.
    Altered,
    /// It was made for another purpose, by the name of that.
    OtherPurpose(String),
    /// Its key is on no line of the list; the key's fingerprint, `SHA256:…`.
    UnknownKey(String),
    /// Its key is that of others, as the list names them.
    OtherSchool(String),
    /// The list does not let its key sign for the purpose, by the name of that.
    NotLetSign(String),
    /// Its key was not valid when the report was written, but from one moment to another, as the
    /// list gives them.
    OutOfTime {
        /// The first moment, where there is one.
        from: Option<NaiveDateTime>,
        /// The last moment, where there is one.
        until: Option<NaiveDateTime>,
    },
    /// Its key is not valid at present, as that of a roll-up has to be, but from one moment to
    /// another.
    OutOfTimeNow {
        /// The first moment, where there is one.
        from: Option<NaiveDateTime>,
        /// The last moment, where there is one.
        until: Option<NaiveDateTime>,
    },
    /// Keys of its kind are checked by `ssh-keygen`, which cannot be run; the system's words.
    Unchecked(String),
}
