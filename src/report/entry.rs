//! What was entered about an item, as a report shows it.

use crate::calendar::Period;
use crate::fact::{Evidence, FindingId, Inspection, Noted, Postponement, Verdict, Waiver};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// The open finding that keeps it from counting as done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
}

/// A later last day in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostponementReport {
    /// The period of the occurrence.
    pub period: Period,
    /// The new last day.
    pub to: NaiveDate,
    /// The last day it had first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The day that was recorded.
    pub recorded: NaiveDate,
    /// Who recorded it.
    pub by: String,
}

/// An inspector's verdict in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionReport {
    /// The period it is for, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The verdict.
    pub verdict: Verdict,
    /// What was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day.
    pub on: NaiveDate,
    /// The inspector.
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
    /// Who recorded that it applies again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_by: Option<String>,
}

impl PostponementReport {
    pub(super) fn of(period: &Period, told: &Postponement, first: Option<NaiveDate>) -> Self {
        Self {
            period: period.clone(),
            to: told.to,
            first,
            reason: told.reason.clone(),
            recorded: told.recorded.date_naive(),
            by: told.by.to_string(),
        }
    }
}

impl InspectionReport {
    pub(super) fn of(inspection: &Inspection) -> Self {
        Self {
            period: inspection.period.clone(),
            verdict: inspection.verdict,
            note: inspection.note.clone(),
            on: inspection.on,
            by: inspection.by.clone(),
        }
    }
}

impl EvidenceReport {
    /// The evidence as it leaves the school: a file by its name, without the folders it lies in.
    pub(super) fn of(evidence: &Evidence) -> Self {
        let source = if evidence.digest.is_some() {
            let name = evidence.source.rsplit(['/', '\\']).next();
            name.unwrap_or(&evidence.source)
        } else {
            &evidence.source
        };
        Self {
            source: source.to_owned(),
            digest: evidence.digest.clone(),
            bytes: evidence.bytes,
            on: evidence.on,
        }
    }
}

impl NoteReport {
    pub(super) fn of(note: &Noted) -> Self {
        Self {
            on: note.on,
            by: note.by.to_string(),
            text: note.text.clone(),
        }
    }
}

impl WaiverReport {
    pub(super) fn of(waiver: &Waiver) -> Self {
        Self {
            reason: waiver.reason.clone(),
            from: waiver.from,
            until: waiver.until,
            by: waiver.by.to_string(),
            lifted_by: waiver.lifted_by.as_ref().map(ToString::to_string),
        }
    }
}
