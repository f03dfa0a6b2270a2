//! The status report as data: what leaves the school, schema `duban.status-report/1`.
//!
//! [`status_report`] builds it from a judgement; every output format renders this one model. The
//! keys are part of the published schema.

mod build;

pub use build::{Amendment, Occasion, status_report};

use crate::assess::{Status, Totals};
use crate::calendar::{Period, Week};
use crate::checklist::Duty;
use crate::school::SchoolKind;
use crate::text::Lang;
use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The schema's name.
pub const SCHEMA: &str = "duban.status-report/1";

/// A school's week, as of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusReport {
    /// Always `duban.status-report/1`.
    pub schema: SchemaName,
    /// Whose report it is.
    pub school: SchoolHeader,
    /// The ISO week it is for.
    pub week: Week,
    /// The week's Monday.
    pub from: NaiveDate,
    /// The week's Sunday.
    pub to: NaiveDate,
    /// The day as of which everything is judged.
    pub as_of: NaiveDate,
    /// The moment it was written.
    pub generated_at: DateTime<FixedOffset>,
    /// The program that wrote it, with its version.
    pub generated_by: String,
    /// The language of its texts.
    pub language: Lang,
    /// Whether the school states that there is nothing to report.
    pub nothing_to_report: bool,
    /// The pooled rates of all checklists.
    pub totals: Totals,
    /// Checklist by checklist.
    pub checklists: Vec<ChecklistReport>,
    /// The events that are open or fall in the week.
    pub events: Vec<EventReport>,
    /// The findings; none can be raised yet.
    pub findings: Vec<NotYet>,
    /// The sign-off; none can be given yet.
    pub review: Option<NotYet>,
    /// The record it was made from.
    pub record: RecordHead,
}

/// The one value of the `schema` key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaName {
    /// Version 1.
    #[serde(rename = "duban.status-report/1")]
    StatusReport1,
}

/// Something that this version of the schema has no values for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotYet {}

impl JsonSchema for NotYet {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NotYet".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        false.into()
    }
}

/// The school of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolHeader {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// Its district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// How many pupils it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub students: Option<u32>,
    /// How many people work there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<u32>,
}

/// One checklist in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistReport {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
    /// What it is called.
    pub title: String,
    /// The first day from which its occurrences are required.
    pub since: NaiveDate,
    /// Its rates.
    pub totals: Totals,
    /// Its requirements, in order.
    pub requirements: Vec<RequirementReport>,
}

/// One requirement in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementReport {
    /// Its number.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its rates.
    pub totals: Totals,
    /// Its items, in order.
    pub items: Vec<ItemReport>,
}

/// One item in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemReport {
    /// Its id.
    pub id: String,
    /// What is there to be seen when it is done.
    pub text: String,
    /// The clauses of the directive that it puts to work.
    pub clauses: Vec<String>,
    /// How often it is due: `once`, `daily`, `weekly`, `monthly`, `termly`, `each exam`.
    pub cadence: String,
    /// On whom the clause lays the duty; left out for the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
    /// Whether one "no" here means that the school may not open; left out where not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gate: bool,
    /// How it stands.
    pub status: Status,
    /// The next last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The last day that the checklist gave, where the school has set another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_due: Option<NaiveDate>,
    /// Its required occurrences of the week.
    pub required: u64,
    /// Those of them that were done.
    pub done: u64,
    /// Those of the done ones that were done after their last day.
    pub late: u64,
    /// Those of the required ones whose last day is past.
    pub overdue: u64,
    /// Its occurrences of the week that do not apply.
    pub waived: u64,
    /// What was done, the oldest first; also what was done without being required.
    pub completions: Vec<CompletionReport>,
    /// The periods that are overdue, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Period>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<String>,
    /// Its number, as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureReport>,
    /// All numbers of the week, the oldest first; left out where `measure` is the only one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<MeasurementReport>,
    /// The evidence expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_expected: Option<String>,
    /// The evidence named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceReport>,
    /// What was remarked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteReport>,
    /// Why it does not apply, or did not for a part of the week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<WaiverReport>,
}

/// One completion in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletionReport {
    /// The period it is for.
    pub period: Period,
    /// The day it was done.
    pub on: NaiveDate,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// Whether it was done after its last day; left out where not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// Whether it was recorded on a later day than it was done; left out where not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late_entry: bool,
}

/// A number against its target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureReport {
    /// The number.
    pub value: u64,
    /// The number to reach, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// `value / of` in per cent, to one decimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// What one of them is.
    pub unit: String,
    /// The day it was read off.
    pub on: NaiveDate,
}

/// One number of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasurementReport {
    /// The period it is for.
    pub period: Period,
    /// The number.
    pub value: u64,
    /// The number to reach, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// The day it was read off.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: String,
}

/// Evidence in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceReport {
    /// The file's name, without its folder, or the link.
    pub source: String,
    /// The digest of the file's bytes, `sha256:…`; left out for a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The file's length in bytes; left out for a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// The day it is about.
    pub on: NaiveDate,
}

/// A remark in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteReport {
    /// The day it is about.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// What.
    pub text: String,
}

/// A waiver in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverReport {
    /// Why the item does not apply.
    pub reason: String,
    /// The first day on which it does not.
    pub from: NaiveDate,
    /// The first day on which it does again; left out while it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Who recorded it.
    pub by: String,
}

/// An event in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventReport {
    /// Its id.
    pub id: String,
    /// Its kind, as checklists name it.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// The day it happens.
    pub on: NaiveDate,
    /// The day it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
}

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

/// The JSON Schema (2020-12) of a status report, as a value.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(StatusReport).to_value()
}

/// The duty as a report names it: nothing for the school's own.
fn duty(duty: Duty) -> Option<String> {
    (duty == Duty::Bureau).then(|| duty.as_str().to_owned())
}
