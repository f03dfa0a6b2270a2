//! The schools that ought to report.

use crate::school::SchoolKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The schools of a district, as the bureau's list has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The schools, in the order of the list; no id is there twice.
    pub schools: Vec<RosterSchool>,
    /// The digest of the file, `sha256:…`.
    pub digest: String,
}

/// A school of the roster.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct RosterSchool {
    /// Its short name, as its reports bear it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// Its district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Whom to ask where it does not report: a name, a telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

impl Roster {
    /// The schools by their ids.
    #[must_use]
    pub fn by_id(&self) -> HashMap<&str, &RosterSchool> {
        let schools = self.schools.iter();
        schools.map(|school| (school.id.as_str(), school)).collect()
    }
}

/// Something in a roster that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterFault {
    /// It is in another encoding, as spreadsheets write it unless told otherwise.
    Encoding {
        /// Whether it looks like GB18030.
        is_gb18030: bool,
    },
    /// Its headings stand apart by a comma that is none: `，` or `、`.
    WideComma(char),
    /// A column that must be there and is not, by its name.
    ColumnMissing(&'static str),
    /// A column that is there twice, by its name.
    ColumnTwice(&'static str),
    /// A heading that is not known, and the one that was probably meant.
    ColumnUnknown {
        /// The heading.
        heading: String,
        /// The column's name.
        nearest: &'static str,
    },
    /// A line with more or fewer cells than there are headings.
    Ragged {
        /// How many cells it has.
        cells: usize,
        /// How many headings there are.
        headings: usize,
    },
    /// A quote that is not closed.
    QuoteOpen,
    /// A cell with nothing in it that must have something, by its column's name.
    CellEmpty(&'static str),
    /// A text that cannot be an id.
    Id(String),
    /// An id that is there twice.
    IdTwice {
        /// The id.
        id: String,
        /// The line it stands on first.
        first: usize,
    },
    /// No kind of school.
    Kind(String),
    /// Headings, and no school under them.
    NoSchool,
}
