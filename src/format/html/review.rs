//! What the page says about the review: its state and signature, findings, decisions, amendments.

use super::Page;
use crate::fact::{FindingId, FindingState};
use crate::report::{
    AmendmentReport, AnchorReport, ChangeReport, DecisionReport, DisagreementReport, EventReport,
    FindingReport, InspectionReport, PreviousHead, ReviewReport,
};
use crate::text::screen::finding as finding_words;
use crate::text::{page, words};

impl Page<'_> {
    /// Whether the week is signed, and whether there is something to report.
    pub(super) fn state(&self) -> String {
        let review = self.report.review.as_ref();
        let state = review.map_or_else(
            || self.t(page::UNSIGNED),
            |review| page::week_state(review.state, self.lang),
        );
        if self.report.nothing_to_report {
            let parts = [self.t(page::NOTHING_TO_REPORT), state];
            self.list(&parts.map(ToOwned::to_owned))
        } else {
            state.to_owned()
        }
    }

    pub(super) fn state_class(&self) -> &'static str {
        if self.signed_by().is_some() {
            "signed"
        } else {
            "open"
        }
    }

    /// Who signed, and when.
    pub(super) fn signed(&self) -> Option<String> {
        let (by, on) = (self.signed_by()?, self.signed_on()?);
        Some(page::signed_by(&by, &on, self.lang))
    }

    pub(super) fn signed_by(&self) -> Option<String> {
        self.report.review.as_ref()?.signed_by.clone()
    }

    pub(super) fn signed_on(&self) -> Option<String> {
        let review = self.report.review.as_ref()?;
        let on = review.signed_on?;
        let recorded = review.recorded.unwrap_or(on);
        Some(page::signed_on(on, recorded, self.lang))
    }

    /// How much of the record the signature covers.
    pub(super) fn covers(&self) -> Option<String> {
        let facts = self.report.review.as_ref()?.facts?;
        Some(page::covers(facts, self.lang))
    }

    /// Whether a finding is among those of the report; a notice may name a later one.
    pub(super) fn is_listed(&self, finding: &FindingId) -> bool {
        let mut findings = self.report.findings.iter();
        findings.any(|of| of.id == *finding)
    }

    /// The findings, those that are open first, the nearest limit first.
    pub(super) fn findings(&self) -> Vec<&FindingReport> {
        let mut findings: Vec<&FindingReport> = self.report.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.state == FindingState::Closed, finding.due));
        findings
    }

    pub(super) fn finding_state(&self, finding: &FindingReport) -> &'static str {
        words::finding_state(finding.state, self.lang)
    }

    /// Where a finding comes from: who found it, on which item, for which period.
    pub(super) fn finding_source(&self, finding: &FindingReport) -> String {
        let source = words::finding_source(finding.source, self.lang);
        let mut about = vec![source.to_owned(), self.item(&finding.item)];
        about.extend(finding.period.as_ref().map(|period| self.period(period)));
        about.extend(finding.item_text.clone());
        about.join(" · ")
    }

    /// What was done about a finding, and what was said on the way.
    pub(super) fn finding_steps(&self, finding: &FindingReport) -> Vec<String> {
        let style = self.style;
        let raised = page::seen(finding_words::RAISED, &finding.raised, style);
        let mut steps = vec![raised];
        let reopened = finding.reopened.iter();
        steps.extend(reopened.map(|one| page::reopened(one, style)));
        let seen = [
            (finding_words::FIXED, &finding.fixed),
            (finding_words::VERIFIED, &finding.verified),
            (finding_words::CLOSED, &finding.closed),
        ];
        for (step, done) in seen {
            steps.extend(done.as_ref().map(|done| page::seen(step, done, style)));
        }
        let notes = finding.notes.iter();
        steps.extend(notes.map(|note| page::finding_note(note, style)));
        steps
    }

    pub(super) fn own(&self, found: &DisagreementReport) -> &'static str {
        page::own(found.own, self.lang)
    }

    pub(super) fn inspection(&self, inspection: &InspectionReport) -> String {
        page::inspection(inspection, self.style)
    }

    pub(super) fn review(&self, review: &ReviewReport) -> String {
        page::review(review, self.style)
    }

    pub(super) fn concern(&self, decision: &DecisionReport) -> &'static str {
        words::concern(decision.concern, self.lang)
    }

    pub(super) fn decision(&self, decision: &DecisionReport) -> &'static str {
        words::decision(decision.decision, self.lang)
    }

    pub(super) fn unlocked(&self, amendment: &AmendmentReport) -> String {
        page::unlocked(amendment, self.style)
    }

    pub(super) fn amended(&self, amendment: &AmendmentReport) -> String {
        page::amended(amendment, self.style)
    }

    /// What was changed about the week, and what else bears on it, each under its name.
    pub(super) fn changes<'b>(
        &self,
        amendment: &'b AmendmentReport,
    ) -> Vec<(&'static str, &'b [ChangeReport])> {
        let parts = [
            (page::CHANGES, &amendment.changes),
            (page::OTHER_CHANGES, &amendment.others),
        ];
        let parts = parts.into_iter().filter(|(_, changes)| !changes.is_empty());
        parts
            .map(|(name, changes)| (self.t(name), changes.as_slice()))
            .collect()
    }

    pub(super) fn moves(&self, anchor: &AnchorReport) -> Vec<String> {
        page::moves(anchor, self.style)
    }

    pub(super) fn event_kind<'b>(&self, event: &'b EventReport) -> &'b str {
        page::event_kind(event, self.lang)
    }

    pub(super) fn previous(&self, previous: &PreviousHead) -> String {
        page::previous(previous, self.lang)
    }
}
