//! What was sent before in a report, and the figures of a report that are kept when it is sent.

use super::StatusReport;
use super::build::Writer;
use crate::assess::Totals;
use crate::fact::{Sent, SentCounts, SentFigures, SentNumber};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A report of the week that was sent before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentReport {
    /// The number of its entry in the record.
    pub entry: u64,
    /// The day it was recorded.
    pub recorded: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// Who got it.
    pub to: String,
    /// The day as of which everything in it was judged.
    pub as_of: NaiveDate,
    /// The layout it was written in, where in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<String>,
    /// The number of facts that it rests on.
    pub facts: u64,
    /// The files it was written to.
    pub files: Vec<SentFileReport>,
}

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentFileReport {
    /// Its form, as a file ending: `yaml`.
    pub form: String,
    /// The digest of its bytes, `sha256:…`.
    pub digest: String,
}

impl Writer<'_> {
    /// The reports of the week that were sent before.
    pub(super) fn sent(&self) -> Vec<SentReport> {
        let sent = self.premises.history.sent().iter();
        sent.filter(|sent| sent.sending.week == self.week())
            .map(SentReport::of)
            .collect()
    }
}

impl SentReport {
    fn of(
        Sent {
            seq,
            recorded,
            by,
            sending,
        }: &Sent,
    ) -> Self {
        let files = sending.files.iter();
        Self {
            entry: *seq,
            recorded: recorded.date_naive(),
            by: by.to_string(),
            to: sending.to.clone(),
            as_of: sending.as_of,
            layout: sending.layout.clone(),
            facts: sending.facts,
            files: files
                .map(|file| SentFileReport {
                    form: file.form.clone(),
                    digest: file.digest.clone(),
                })
                .collect(),
        }
    }
}

impl StatusReport {
    /// The figures that another report of the same week may have too.
    #[must_use]
    pub fn figures(&self) -> SentFigures {
        let checklists = self.checklists.iter();
        let requirements = checklists.flat_map(|checklist| {
            let requirements = checklist.requirements.iter();
            requirements.filter_map(|one| {
                let name = format!("{}/{}", checklist.id, one.id).parse().ok()?;
                Some((name, counts(&one.totals)))
            })
        });
        let measures = self.summary.measures.iter().filter_map(|measure| {
            let (value, of) = (measure.this?, measure.of);
            Some((measure.item.parse().ok()?, SentNumber { value, of }))
        });
        SentFigures {
            totals: counts(&self.totals),
            findings_open: self.summary.this.findings_open as u64,
            requirements: requirements.collect(),
            measures: measures.collect(),
        }
    }
}

fn counts(totals: &Totals) -> SentCounts {
    SentCounts {
        required: totals.required,
        done: totals.done,
        late: totals.late,
        overdue: totals.overdue,
        waived: totals.waived,
    }
}
