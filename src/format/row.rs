//! An item as a row of a table: what stands about it, in words, for every form that has rows.

use crate::fact::Verdict;
use crate::report::{
    ChecklistReport, InspectionReport, ItemReport, RequirementReport, StatusReport,
};
use crate::text::{Lang, sheet as words};
use chrono::NaiveDate;

/// An item with what it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) report: &'a StatusReport,
    pub(super) checklist: &'a ChecklistReport,
    pub(super) requirement: &'a RequirementReport,
    pub(super) item: &'a ItemReport,
}

/// Every item of a report, in its order.
pub(super) fn rows(report: &StatusReport) -> impl Iterator<Item = Row<'_>> {
    report.checklists.iter().flat_map(move |checklist| {
        checklist.requirements.iter().flat_map(move |requirement| {
            requirement.items.iter().map(move |item| Row {
                report,
                checklist,
                requirement,
                item,
            })
        })
    })
}

impl<'a> Row<'a> {
    pub(super) fn lang(&self) -> Lang {
        self.report.language
    }

    /// How far it has come.
    pub(super) fn progress(&self) -> Vec<String> {
        let (item, lang) = (self.item, self.lang());
        let mut said = Vec::new();
        if let Some(measure) = &item.measure {
            said.push(words::measure(measure, lang));
            said.extend(measure.pace.as_ref().map(|pace| words::pace(pace, lang)));
        }
        let last = item.completions.last();
        said.extend(last.map(|last| words::last_done(last, lang)));
        if !item.missing.is_empty() {
            said.push(words::missing(&item.missing, lang));
        }
        said
    }

    /// The last day on which it was done.
    pub(super) fn last_done(&self) -> Option<NaiveDate> {
        self.item.completions.last().map(|last| last.on)
    }

    /// What is wrong with it: its open findings.
    pub(super) fn problems(&self) -> Vec<String> {
        let findings = self.report.findings.iter();
        let of_item = findings.filter(|finding| self.item.findings.contains(&finding.id));
        of_item
            .map(|found| {
                words::finding(&found.id.to_string(), &found.text, found.state, self.lang())
            })
            .collect()
    }

    /// Why its last day, or whether it applies, is not as the checklist has it; and what was noted.
    pub(super) fn remarks(&self) -> Vec<String> {
        let (item, lang) = (self.item, self.lang());
        let mut said = Vec::new();
        said.extend(item.gate.then(|| words::gate(lang)));
        let moved = item.first_due.filter(|first| Some(*first) != item.due);
        said.extend(moved.map(|first| words::first_due(first, lang)));
        let postponed = item.postponements.iter();
        said.extend(postponed.map(|one| words::postponement(one, lang)));
        said.extend(item.waivers.iter().map(|one| words::waiver(one, lang)));
        said.extend(item.notes.iter().map(|note| words::note(note, lang)));
        said
    }

    /// The latest inspection of the week.
    pub(super) fn inspection(&self) -> Option<&'a InspectionReport> {
        self.item.inspections.iter().max_by_key(|one| one.on)
    }

    /// The verdict of the latest inspection.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        self.inspection().map(|inspection| inspection.verdict)
    }

    /// What inspectors said in the week.
    pub(super) fn inspections(&self) -> Vec<String> {
        let inspections = self.item.inspections.iter();
        inspections
            .map(|one| words::inspection(one, self.lang()))
            .collect()
    }

    /// What inspectors said, and the evidence.
    pub(super) fn seen(&self) -> Vec<String> {
        let lang = self.lang();
        let mut said = self.inspections();
        let sources = self.evidence();
        if !sources.is_empty() {
            said.push(words::evidence(&sources, lang));
        }
        said
    }

    /// The evidence that was named.
    pub(super) fn evidence(&self) -> Vec<String> {
        let evidence = self.item.evidence.iter();
        evidence.map(|one| one.source.clone()).collect()
    }
}
