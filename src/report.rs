//! The status report as data: what leaves the school, schema `duban.status-report/1`.
//!
//! [`status_report`] builds it from a judgement; every output format renders this one model. The
//! keys are part of the published schema. What concerns the week as a whole comes first, the items
//! one by one come after it.

mod amendment;
mod background;
mod build;
mod check;
mod checklist;
mod dates;
mod entry;
mod excerpt;
mod finding;
mod item;
mod layout;
mod measure;
mod notice;
mod plan;
mod record;
mod review;
mod sent;
mod summary;

pub use amendment::{AmendmentReport, ChangeReport, SignatureReport};
pub use background::{BACKGROUND_WEEKS, BackgroundReport, DayKindReport, DayReport, WeekReport};
pub use build::{Amendment, Change, Occasion, status_report};
pub use check::{Contradiction, Figure, Place, Said, contradictions};
pub use checklist::{ChecklistReport, RequirementReport, UpgradeReport};
pub use dates::{
    DATES_WEEKS, DateReport, DateState, DatesReport, FindingDateReport, first_week, withdrawn,
};
pub use entry::{
    CompletionReport, EvidenceReport, InspectionReport, NoteReport, PostponementReport,
    WaiverReport,
};
pub use excerpt::report_laid_out;
pub use finding::{
    DisagreementReport, FindingNoteReport, FindingReport, ReopeningReport, SeenReport,
};
pub use item::ItemReport;
pub use layout::{Chosen, Layout, LayoutFault, LayoutId, LayoutReport, PlacedFault, Section};
pub use measure::{MeasureReport, MeasurementReport, PaceReport};
pub use notice::{NoticeLineReport, NoticeReport};
pub use plan::{AnchorMoveReport, AnchorReport, PlanReport};
pub use record::{PreviousHead, RecordHead};
pub use review::{ConfirmationReport, DecisionReport, ReviewReport};
pub use sent::{SentFileReport, SentReport};
pub use summary::{FiguresReport, MeasureFigureReport, SummaryReport};

use crate::assess::Totals;
use crate::calendar::Week;
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
    /// For whom it is laid out; left out where it is laid out for nobody and shows everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<LayoutReport>,
    /// Whether the school states, with a signature that is in force, that there is nothing to
    /// report.
    pub nothing_to_report: bool,
    /// The weekly review and its signature; nothing where nothing was reviewed yet.
    pub review: Option<ReviewReport>,
    /// What was changed after signing, one for each time the week was opened again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<AmendmentReport>,
    /// The pooled rates of all checklists.
    pub totals: Totals,
    /// The week beside the one before it.
    pub summary: SummaryReport,
    /// The weeks and days up to this week; left out unless asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<BackgroundReport>,
    /// What is due on which day; left out unless asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DatesReport>,
    /// The findings raised by the end of the week that are open, or were struck off in it or after.
    pub findings: Vec<FindingReport>,
    /// Where the latest inspection and the school say different things, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disagreements: Vec<DisagreementReport>,
    /// What those who answer for something are told, the worst first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<NoticeReport>,
    /// What can no longer be in time, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanReport>,
    /// The days that due dates are counted from, as far as they are still to come or were set in
    /// the week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<AnchorReport>,
    /// The events that are open or fall in the week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventReport>,
    /// The reports of the week that were sent before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<SentReport>,
    /// Checklist by checklist.
    pub checklists: Vec<ChecklistReport>,
    /// The record it was made from.
    pub record: RecordHead,
}

impl StatusReport {
    /// Every item, each with its checklist, in order.
    pub fn items(&self) -> impl Iterator<Item = (&ChecklistReport, &ItemReport)> {
        let checklists = self.checklists.iter();
        checklists.flat_map(|of| of.items().map(move |item| (of, item)))
    }
}

/// The one value of the `schema` key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaName {
    /// Version 1.
    #[serde(rename = "duban.status-report/1")]
    StatusReport1,
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

/// The JSON Schema (2020-12) of a status report, as a value.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(StatusReport).to_value()
}
