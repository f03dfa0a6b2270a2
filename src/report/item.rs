//! Items in a report, with what stands about each.

use super::build::Writer;
use super::entry::{
    CompletionReport, EvidenceReport, InspectionReport, NoteReport, PostponementReport,
    WaiverReport,
};
use super::measure::{MeasureReport, MeasurementReport};
use crate::assess::{ItemAssessment, Occurrence, OccurrenceState, Status};
use crate::calendar::Period;
use crate::checklist::Duty;
use crate::fact::{Finding, FindingId, ItemHistory};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// What was done, the oldest first; also what was done without being required, and what a
    /// finding keeps from counting as done.
    pub completions: Vec<CompletionReport>,
    /// The periods that are overdue, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Period>,
    /// The later last days that occurrences of the week were given, or any in the week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postponements: Vec<PostponementReport>,
    /// The open findings on it: while there is one, it is not done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<FindingId>,
    /// What inspectors found on it in the week, beside what the school says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inspections: Vec<InspectionReport>,
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

impl Writer<'_> {
    pub(super) fn item(&self, judged: &ItemAssessment) -> ItemReport {
        let item = self.premises.item(judged.index);
        let totals = judged.tally(item.weight).totals();
        let detail = self
            .premises
            .detail(judged.index, self.week(), self.assessment.day);
        let history = self.premises.item_history(judged.index);
        ItemReport {
            id: item.id.to_string(),
            text: item.text.of(self.lang).to_owned(),
            clauses: item.clauses.iter().map(ToString::to_string).collect(),
            cadence: item.cadence.to_string(),
            duty: duty(item.duty),
            gate: item.gate,
            status: judged.status,
            due: judged.due,
            first_due: judged.occurrences.iter().find_map(|o| o.first_due),
            required: totals.required,
            done: totals.done,
            late: totals.late,
            overdue: totals.overdue,
            waived: totals.waived,
            completions: self.completions(judged),
            missing: missing(judged),
            postponements: history.map_or_else(Vec::new, |h| self.postponements(judged, h)),
            findings: judged.findings.clone(),
            inspections: history.map_or_else(Vec::new, |h| self.inspections(h)),
            owner: detail.owner.as_ref().map(|owner| owner.of(self.lang)),
            helpers: detail.helpers.iter().map(|h| h.of(self.lang)).collect(),
            measure: self.measure(judged, &detail),
            measurements: self.measurements(judged, &detail),
            evidence_expected: item.evidence.as_ref().map(|e| e.of(self.lang).to_owned()),
            evidence: detail
                .evidence
                .iter()
                .map(|e| EvidenceReport::of(e))
                .collect(),
            notes: detail.notes.iter().map(|n| NoteReport::of(n)).collect(),
            waivers: history.map_or_else(Vec::new, |h| self.waivers(h)),
        }
    }

    fn completions(&self, judged: &ItemAssessment) -> Vec<CompletionReport> {
        let open = self.premises.open_findings(judged.index);
        let occurrences = judged.occurrences.iter();
        let mut completions: Vec<_> = occurrences
            .filter_map(|occurrence| self.completion(judged, occurrence, &open))
            .collect();
        completions.sort_by(|a, b| (a.on, &a.period).cmp(&(b.on, &b.period)));
        completions
    }

    fn completion(
        &self,
        judged: &ItemAssessment,
        occurrence: &Occurrence,
        open: &[&Finding],
    ) -> Option<CompletionReport> {
        let done = self.premises.completion(judged.index, &occurrence.period)?;
        let mut keeping = open.iter().filter(|_| !occurrence.is_done());
        let finding = keeping.find(|f| f.period.as_ref() == Some(&occurrence.period));
        Some(CompletionReport {
            period: occurrence.period.clone(),
            on: done.on,
            recorded: done.recorded.date_naive(),
            late: occurrence.due.is_some_and(|due| done.on > due),
            late_entry: done.is_late_entry(),
            by: done.by.to_string(),
            finding: finding.map(|finding| finding.id.clone()),
        })
    }

    fn postponements(
        &self,
        judged: &ItemAssessment,
        history: &ItemHistory,
    ) -> Vec<PostponementReport> {
        let mut found = Vec::new();
        for (period, all) in &history.postponements {
            let mut occurrences = judged.occurrences.iter();
            let occurrence = occurrences.find(|o| o.period == *period);
            let first = occurrence.and_then(|occurrence| occurrence.first_due);
            let told = all.iter().filter(|postponement| {
                occurrence.is_some() || self.week().contains(postponement.recorded.date_naive())
            });
            found.extend(told.map(|one| PostponementReport::of(period, one, first)));
        }
        found
    }

    fn inspections(&self, history: &ItemHistory) -> Vec<InspectionReport> {
        let inspections = history.inspections.iter();
        inspections
            .filter(|inspection| self.week().contains(inspection.on))
            .map(InspectionReport::of)
            .collect()
    }

    /// The waivers that reach into the week.
    fn waivers(&self, history: &ItemHistory) -> Vec<WaiverReport> {
        let (from, to) = (self.week().monday(), self.week().sunday());
        let waivers = history.waivers.iter();
        waivers
            .filter(|waiver| waiver.from <= to && waiver.until.is_none_or(|until| until > from))
            .map(WaiverReport::of)
            .collect()
    }
}

/// The duty as a report names it: nothing for the school's own.
fn duty(duty: Duty) -> Option<String> {
    (duty == Duty::Bureau).then(|| duty.as_str().to_owned())
}

fn missing(judged: &ItemAssessment) -> Vec<Period> {
    let overdue = judged.occurrences.iter();
    overdue
        .filter(|o| o.counted && o.state == OccurrenceState::Overdue)
        .map(|o| o.period.clone())
        .collect()
}
