//! From a judgement to a report.

use super::{
    ChecklistReport, CompletionReport, EventReport, EvidenceReport, ItemReport, MeasureReport,
    MeasurementReport, NoteReport, RecordHead, RequirementReport, SchemaName, SchoolHeader,
    StatusReport, WaiverReport, duty,
};
use crate::assess::{
    Adopted, Assessment, ChecklistAssessment, ItemAssessment, ItemDetail, ItemIndex,
    OccurrenceState, Premises, RequirementAssessment,
};
use crate::calendar::Week;
use crate::checklist::Item;
use crate::fact::{Evidence, Fact, Signature, Unlocking, WeekHistory};
use crate::school::School;
use crate::text::Lang;
use chrono::{DateTime, FixedOffset};

/// What a report needs to know beside the judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The language of its texts.
    pub lang: Lang,
    /// The moment it is written.
    pub generated_at: DateTime<FixedOffset>,
    /// The record's head.
    pub record: RecordHead,
    /// What stands about the review of the week.
    pub history: WeekHistory,
    /// What was changed about the week after it had been signed.
    pub amendments: Vec<Amendment>,
}

/// What was changed about a week after it had been signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// The unlocking that allowed it.
    pub unlocking: Unlocking,
    /// The signature that was there before.
    pub signed_before: Option<Signature>,
    /// The signature that was given again.
    pub signed_again: Option<Signature>,
    /// The facts about the week that were recorded in between; with a revocation, the facts that it
    /// undid or did again.
    pub changes: Vec<(Fact, Vec<Fact>)>,
}

/// The report of a judged week.
#[must_use]
pub fn status_report(
    premises: &Premises<'_>,
    assessment: &Assessment,
    occasion: Occasion,
) -> StatusReport {
    let writer = Writer {
        premises,
        assessment,
        lang: occasion.lang,
    };
    StatusReport {
        schema: SchemaName::StatusReport1,
        school: school(premises.school),
        week: assessment.week,
        from: assessment.week.monday(),
        to: assessment.week.sunday(),
        as_of: assessment.day,
        generated_at: occasion.generated_at,
        generated_by: concat!("duban ", env!("CARGO_PKG_VERSION")).to_owned(),
        language: occasion.lang,
        nothing_to_report: false,
        totals: assessment.tally.totals(),
        checklists: premises
            .adopted
            .iter()
            .zip(&assessment.checklists)
            .map(|(adopted, judged)| writer.checklist(adopted, judged))
            .collect(),
        events: events(premises, assessment.week),
        findings: Vec::new(),
        review: None,
        record: occasion.record,
    }
}

fn school(school: &School) -> SchoolHeader {
    SchoolHeader {
        id: school.id.to_string(),
        name: school.name.clone(),
        kind: school.kind,
        district: school.district.clone(),
        students: school.students,
        staff: school.staff,
    }
}

fn events(premises: &Premises<'_>, week: Week) -> Vec<EventReport> {
    let events = premises.history.events().iter();
    events
        .filter(|e| week.contains(e.on) || e.closed.is_none_or(|closed| closed >= week.monday()))
        .map(|event| EventReport {
            id: event.id.clone(),
            kind: event.kind.clone(),
            name: event.name.clone(),
            on: event.on,
            closed: event.closed,
        })
        .collect()
}

struct Writer<'a> {
    premises: &'a Premises<'a>,
    assessment: &'a Assessment,
    lang: Lang,
}

impl Writer<'_> {
    fn checklist(&self, adopted: &Adopted, judged: &ChecklistAssessment) -> ChecklistReport {
        ChecklistReport {
            id: adopted.checklist.id.to_string(),
            version: adopted.checklist.version,
            digest: adopted.digest.clone(),
            title: adopted.checklist.title.of(self.lang).to_owned(),
            since: adopted.adoption.required_from(),
            totals: judged.tally.totals(),
            requirements: judged
                .requirements
                .iter()
                .map(|requirement| self.requirement(requirement))
                .collect(),
        }
    }

    fn requirement(&self, judged: &RequirementAssessment) -> RequirementReport {
        let title = judged.items.first().map(|item| {
            let requirement = self.premises.requirement(item.index);
            requirement.title.of(self.lang).to_owned()
        });
        RequirementReport {
            id: judged.id.to_string(),
            title: title.unwrap_or_default(),
            totals: judged.tally.totals(),
            items: judged.items.iter().map(|item| self.item(item)).collect(),
        }
    }

    fn item(&self, judged: &ItemAssessment) -> ItemReport {
        let item = self.premises.item(judged.index);
        let totals = judged.tally(item.weight).totals();
        let (week, day) = (self.assessment.week, self.assessment.day);
        let detail = self.premises.detail(judged.index, week, day);
        let first_due = judged.occurrences.iter().find_map(|o| o.first_due);
        ItemReport {
            id: item.id.to_string(),
            text: item.text.of(self.lang).to_owned(),
            clauses: item.clauses.iter().map(ToString::to_string).collect(),
            cadence: item.cadence.to_string(),
            duty: duty(item.duty),
            gate: item.gate,
            status: judged.status,
            due: judged.due,
            first_due,
            required: totals.required,
            done: totals.done,
            late: totals.late,
            overdue: totals.overdue,
            waived: totals.waived,
            completions: self.completions(judged),
            missing: missing(judged),
            owner: detail.owner.as_ref().map(|owner| owner.of(self.lang)),
            helpers: detail.helpers.iter().map(|h| h.of(self.lang)).collect(),
            measure: self.measure(&detail),
            measurements: self.measurements(judged.index, &detail),
            evidence_expected: self.evidence_expected(item),
            evidence: detail.evidence.iter().map(|e| evidence(e)).collect(),
            notes: notes(&detail),
            waivers: self.waivers(judged.index),
        }
    }

    fn completions(&self, judged: &ItemAssessment) -> Vec<CompletionReport> {
        let mut completions: Vec<_> = judged
            .occurrences
            .iter()
            .filter_map(|occurrence| {
                let done = self.premises.completion(judged.index, &occurrence.period)?;
                let OccurrenceState::Done { late, .. } = occurrence.state else {
                    return None;
                };
                Some(CompletionReport {
                    period: occurrence.period.clone(),
                    on: done.on,
                    recorded: done.recorded.date_naive(),
                    late,
                    late_entry: done.is_late_entry(),
                    by: done.by,
                })
            })
            .collect();
        completions.sort_by(|a, b| (a.on, &a.period).cmp(&(b.on, &b.period)));
        completions
    }

    fn measure(&self, detail: &ItemDetail<'_>) -> Option<MeasureReport> {
        let measure = detail.measure.as_ref()?;
        Some(MeasureReport {
            value: measure.value?,
            of: measure.of,
            percent: measure.percent,
            unit: measure.unit.of(self.lang).to_owned(),
            on: measure.on?,
        })
    }

    fn measurements(&self, index: ItemIndex, detail: &ItemDetail<'_>) -> Vec<MeasurementReport> {
        let history = self.premises.item_history(index);
        let all = history.into_iter().flat_map(|h| &h.measurements);
        let mut found: Vec<MeasurementReport> = all
            .filter(|(_, m)| self.assessment.week.contains(m.on))
            .map(|(period, measured)| MeasurementReport {
                period: period.clone(),
                value: measured.value,
                of: measured.of,
                on: measured.on,
                by: measured.by.clone(),
            })
            .collect();
        found.sort_by(|a, b| (a.on, &a.period).cmp(&(b.on, &b.period)));
        let stands = detail.measure.as_ref().is_some_and(|m| m.value.is_some());
        if stands && found.len() == 1 {
            found.clear();
        }
        found
    }

    /// The waivers that reach into the week.
    fn waivers(&self, index: ItemIndex) -> Vec<WaiverReport> {
        let week = self.assessment.week;
        let history = self.premises.item_history(index);
        let all = history.into_iter().flat_map(|h| &h.waivers);
        all.filter(|w| w.from <= week.sunday() && w.until.is_none_or(|u| u > week.monday()))
            .map(|waiver| WaiverReport {
                reason: waiver.reason.clone(),
                from: waiver.from,
                until: waiver.until,
                by: waiver.by.clone(),
            })
            .collect()
    }

    fn evidence_expected(&self, item: &Item) -> Option<String> {
        let expected = item.evidence.as_ref()?;
        Some(expected.of(self.lang).to_owned())
    }
}

fn missing(judged: &ItemAssessment) -> Vec<crate::calendar::Period> {
    let overdue = judged.occurrences.iter();
    overdue
        .filter(|o| o.counted && o.state == OccurrenceState::Overdue)
        .map(|o| o.period.clone())
        .collect()
}

/// The evidence as it leaves the school: a file by its name, without the folders it lies in.
fn evidence(evidence: &Evidence) -> EvidenceReport {
    let source = if evidence.digest.is_some() {
        let name = evidence.source.rsplit(['/', '\\']).next();
        name.unwrap_or(&evidence.source)
    } else {
        &evidence.source
    };
    EvidenceReport {
        source: source.to_owned(),
        digest: evidence.digest.clone(),
        bytes: evidence.bytes,
        on: evidence.on,
    }
}

fn notes(detail: &ItemDetail<'_>) -> Vec<NoteReport> {
    let notes = detail.notes.iter();
    notes
        .map(|note| NoteReport {
            on: note.on,
            by: note.by.clone(),
            text: note.text.clone(),
        })
        .collect()
}
