//! From a judgement to a report.

use super::{DateReport, EventReport, RecordHead, SchemaName, SchoolHeader, StatusReport};
use crate::assess::{Assessment, ItemIndex, Premises};
use crate::calendar::Week;
use crate::checklist::ItemRef;
use crate::fact::{Fact, Signature, Unlocking, WeekHistory};
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
    /// Whether the weeks and days before are wanted too; the premises reach back over them then.
    pub with_background: bool,
    /// Whether the dates are wanted too; the premises reach back over their weeks then.
    pub with_dates: bool,
    /// With the dates: what versions of checklists that were followed before had asked for.
    pub withdrawn: Vec<DateReport>,
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
    /// The facts that bear on the week and were recorded after it had been signed, as far as it was
    /// not signed again.
    pub changes: Vec<Change>,
}

/// A fact that bears on a week after it had been signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The fact.
    pub fact: Fact,
    /// With a revocation, the facts that it undid or did again.
    pub about: Vec<Fact>,
    /// Whether it is about the week itself.
    pub of_week: bool,
}

/// The report of a judged week.
#[must_use]
pub fn status_report(
    premises: &Premises<'_>,
    assessment: &Assessment,
    occasion: &Occasion,
) -> StatusReport {
    let writer = Writer {
        premises,
        assessment,
        occasion,
        lang: occasion.lang,
    };
    let signed = occasion.history.lock();
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
        layout: None,
        nothing_to_report: signed.is_some_and(|signature| signature.nothing_to_report),
        review: writer.review(),
        amendments: writer.amendments(),
        totals: assessment.tally.totals(),
        summary: writer.summary(),
        background: occasion.with_background.then(|| writer.background()),
        dates: occasion.with_dates.then(|| writer.dates()),
        findings: writer.findings(),
        disagreements: writer.disagreements(),
        notices: writer.notices(),
        plan: writer.plan(),
        anchors: writer.anchors(),
        events: writer.events(),
        sent: writer.sent(),
        checklists: writer.checklists(),
        record: occasion.record.clone(),
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

/// Writes the parts of a report. Each topic adds its own.
pub(super) struct Writer<'a> {
    pub(super) premises: &'a Premises<'a>,
    pub(super) assessment: &'a Assessment,
    pub(super) occasion: &'a Occasion,
    pub(super) lang: Lang,
}

impl Writer<'_> {
    pub(super) fn week(&self) -> Week {
        self.assessment.week
    }

    /// What the item at `index` asks for.
    pub(super) fn text_at(&self, index: ItemIndex) -> String {
        self.premises.item(index).text.of(self.lang).to_owned()
    }

    /// What the item of that name asks for, where the school answers for it.
    pub(super) fn text_of(&self, item: &ItemRef) -> Option<String> {
        let index = self.premises.index(&item.checklist, &item.item)?;
        Some(self.text_at(index))
    }

    fn events(&self) -> Vec<EventReport> {
        let week = self.week();
        let open = |closed| closed >= week.monday();
        let events = self.premises.history.events().iter();
        events
            .filter(|event| week.contains(event.on) || event.closed.is_none_or(open))
            .map(|event| EventReport {
                id: event.id.clone(),
                kind: event.kind.clone(),
                name: event.name.clone(),
                on: event.on,
                closed: event.closed,
            })
            .collect()
    }
}
