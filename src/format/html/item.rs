//! What the page says about one item.

use super::Page;
use crate::assess::Status;
use crate::report::{ChecklistReport, EvidenceReport, ItemReport, UpgradeReport};
use crate::text::{page, words};

/// Something told about an item, and what it is.
type Told = (&'static str, String);

impl Page<'_> {
    pub(super) fn status(&self, item: &ItemReport) -> &'static str {
        words::status(item.status, self.lang)
    }

    /// How often, from which clauses, with which evidence.
    pub(super) fn about_item(&self, item: &ItemReport) -> String {
        let mut about = vec![page::cadence(&item.cadence, self.lang)];
        if !item.clauses.is_empty() {
            let clauses = item.clauses.join(" ");
            about.push(format!("{} {clauses}", self.t(page::CLAUSES)));
        }
        if item.gate {
            about.push(self.t(page::GATE).to_owned());
        }
        if item.duty.is_some() {
            about.push(self.t(page::BUREAU_DUTY).to_owned());
        }
        if let Some(expected) = &item.evidence_expected {
            about.push(format!("{} {expected}", self.t(page::EXPECTED)));
        }
        about.join(" · ")
    }

    /// The counts beside done and required, where there are any.
    pub(super) fn besides(&self, item: &ItemReport) -> Vec<String> {
        let counts = [
            (page::LATE, item.late),
            (page::OVERDUE, item.overdue),
            (page::WAIVED, item.waived),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        counts
            .map(|(name, count)| format!("{} {count}", self.t(name)))
            .collect()
    }

    /// What there is to tell, the most important first. Evidence comes by itself.
    pub(super) fn told(&self, item: &ItemReport) -> Vec<Told> {
        let style = self.style;
        let mut told = Vec::new();
        let mut tell = |name, said: Vec<String>| {
            told.extend(said.into_iter().map(|said| (self.t(name), said)));
        };
        if !item.completions.is_empty() {
            let said = page::completions(&item.completions, self.report.week, style);
            tell(page::COMPLETED, vec![said]);
        }
        if !item.missing.is_empty() {
            tell(page::MISSED, vec![self.periods(&item.missing)]);
        }
        let findings: Vec<String> = item.findings.iter().map(ToString::to_string).collect();
        if !findings.is_empty() {
            tell(page::HAS_FINDINGS, vec![self.list(&findings)]);
        }
        for (name, said) in self.numbers(item) {
            tell(name, vec![said]);
        }
        let postponements = item.postponements.iter();
        let said = postponements.map(|one| page::postponement(one, style));
        tell(page::PUT_OFF, said.collect());
        let inspections = item.inspections.iter();
        let said = inspections.map(|one| page::inspection(one, style));
        tell(page::INSPECTED, said.collect());
        let said = item.waivers.iter().map(|one| page::waiver(one, style));
        tell(page::NOT_APPLICABLE, said.collect());
        let said = item.notes.iter().map(|one| page::note(one, style));
        tell(page::NOTE, said.collect());
        told
    }

    fn numbers(&self, item: &ItemReport) -> Vec<(crate::text::Phrase, String)> {
        let style = self.style;
        let now = item.measure.as_ref();
        let mut numbers: Vec<_> = now
            .map(|now| (page::NUMBER_NOW, page::measure(now, style)))
            .into_iter()
            .collect();
        let pace = now.and_then(|now| now.pace.as_ref());
        numbers.extend(pace.map(|pace| (page::PACE, page::pace(pace, style))));
        if !item.measurements.is_empty() {
            let all = item.measurements.iter();
            let all: Vec<String> = all.map(|one| page::measurement(one, style)).collect();
            numbers.push((page::NUMBERS_OF_WEEK, self.list(&all)));
        }
        numbers
    }

    pub(super) fn evidence(&self, evidence: &EvidenceReport) -> String {
        page::evidence(evidence, self.style)
    }

    pub(super) fn checklist(&self, of: &ChecklistReport) -> String {
        page::checklist(&of.id, of.version, of.since, self.lang)
    }

    pub(super) fn upgraded(&self, upgrade: &UpgradeReport) -> String {
        page::upgraded(upgrade, self.style)
    }
}

pub(super) fn status_class(item: &ItemReport) -> &'static str {
    match item.status {
        Status::Done => "done",
        Status::Partial => "partial",
        Status::Due => "due",
        Status::Overdue => "overdue",
        Status::NotDue => "not-due",
        Status::Waived => "waived",
    }
}

/// Done of required; a dash where nothing was required.
pub(super) fn done_of(item: &ItemReport) -> String {
    match (item.done, item.required) {
        (0, 0) => "–".to_owned(),
        (done, required) => format!("{done} / {required}"),
    }
}
