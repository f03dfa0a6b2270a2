//! The numbers of the page: rates, findings, measures.

use super::Page;
use crate::assess::Totals;
use crate::fact::FindingState;
use crate::report::{
    ChecklistReport, FiguresReport, ItemReport, MeasureFigureReport, MeasureReport,
};
use crate::text::facts::ratio;
use crate::text::page;

/// A number against its target, as a row.
pub(super) struct MeasureRow {
    pub(super) item: String,
    pub(super) text: String,
    pub(super) number: String,
    pub(super) percent: Option<f64>,
    pub(super) meter: &'static str,
    pub(super) last: String,
    pub(super) pace: String,
}

impl Page<'_> {
    /// Where the school stands, in words.
    pub(super) fn standing(&self) -> String {
        let findings = &self.report.findings;
        let late = findings.iter().filter(|finding| finding.overdue).count();
        let standing = page::standing(&self.report.totals, self.lang);
        let findings = page::open_findings(self.open_findings(), late, self.lang);
        page::sentences(&[standing, findings], self.lang)
    }

    /// How many findings are open.
    pub(super) fn open_findings(&self) -> usize {
        let findings = self.report.findings.iter();
        let open = findings.filter(|finding| finding.state != FindingState::Closed);
        open.count()
    }

    pub(super) fn findings_in_short(&self) -> String {
        let late = self
            .report
            .findings
            .iter()
            .filter(|finding| finding.overdue);
        page::open_findings(self.open_findings(), late.count(), self.lang)
    }

    /// What the numbers of [`numbers`] are.
    pub(super) fn total_names(&self) -> [&'static str; 8] {
        [
            page::REQUIRED,
            page::DONE,
            page::LATE,
            page::LATE_ENTERED,
            page::OVERDUE,
            page::WAIVED,
            page::RATE,
            page::WEIGHTED,
        ]
        .map(|phrase| self.t(phrase))
    }

    pub(super) fn named_totals(&self, totals: &Totals) -> Vec<(&'static str, String)> {
        let names = self.total_names().into_iter();
        names.zip(numbers(totals)).collect()
    }

    /// What the numbers of [`of_week`] are.
    pub(super) fn figure_names(&self) -> Vec<&'static str> {
        let others = [page::POSTPONED, page::OPENED, page::CLOSED, page::OPEN];
        let totals = self.total_names().into_iter();
        totals.chain(others.map(|phrase| self.t(phrase))).collect()
    }

    /// Every item that has a number, in order.
    pub(super) fn measures(&self) -> Vec<MeasureRow> {
        let checklists = self.report.checklists.iter();
        let items = checklists.flat_map(|of| of.items().map(move |item| (of, item)));
        items
            .filter_map(|(checklist, item)| self.measure(checklist, item))
            .collect()
    }

    fn measure(&self, checklist: &ChecklistReport, item: &ItemReport) -> Option<MeasureRow> {
        let name = format!("{}/{}", checklist.id, item.id);
        let mut figures = self.report.summary.measures.iter();
        let figure: Option<&MeasureFigureReport> = figures.find(|figure| figure.item == name);
        let now = item.measure.as_ref();
        now.map(|_| ()).or(figure.map(|_| ()))?;
        let last = figure.and_then(|figure| figure.last);
        let none = || "–".to_owned();
        Some(MeasureRow {
            item: name,
            text: item.text.clone(),
            number: now.map_or_else(none, |now| {
                format!("{} {}", ratio(now.value, now.of), now.unit)
            }),
            percent: now.and_then(|now| now.percent),
            meter: now.map_or("", meter),
            last: last.map_or_else(none, |last| ratio(last, None)),
            pace: now
                .and_then(|now| now.pace.as_ref())
                .map_or_else(String::new, |pace| page::pace(pace, self.style)),
        })
    }
}

/// How the bar of a number is coloured: reached, not in time, or on its way.
fn meter(measure: &MeasureReport) -> &'static str {
    match (measure.percent, &measure.pace) {
        (Some(100.0..), _) => "m-full",
        (_, Some(pace)) if !pace.on_pace => "m-low",
        _ => "m-most",
    }
}

/// A requirement's rate beside its heading; nothing where nothing was required.
pub(super) fn standing_of(totals: &Totals) -> String {
    let Totals { done, required, .. } = totals;
    totals.percent.map_or_else(String::new, |percent| {
        format!("{done} / {required} · {}", page::percent(Some(percent)))
    })
}

/// The numbers of totals, in the order of [`Page::total_names`].
pub(super) fn numbers(totals: &Totals) -> [String; 8] {
    [
        totals.required.to_string(),
        totals.done.to_string(),
        totals.late.to_string(),
        totals.late_entered.to_string(),
        totals.overdue.to_string(),
        totals.waived.to_string(),
        page::percent(totals.percent),
        page::percent(totals.weighted_percent),
    ]
}

/// How the bar of a rate is coloured: something is overdue, all is done, or neither.
pub(super) fn meter_of(totals: &Totals) -> &'static str {
    match totals {
        Totals { overdue: 1.., .. } => "m-low",
        Totals { required, done, .. } if done == required => "m-full",
        _ => "m-most",
    }
}

/// How long a bar is that would be longer than its rail.
pub(super) fn capped(percent: &f64) -> f64 {
    percent.min(100.0)
}

/// The numbers of a week, in the order of [`Page::figure_names`].
pub(super) fn of_week(week: &FiguresReport) -> Vec<String> {
    let others = [
        week.postponed,
        week.findings_opened,
        week.findings_closed,
        week.findings_open,
    ];
    let totals = numbers(&week.totals).into_iter();
    totals.chain(others.map(|n| n.to_string())).collect()
}

/// A rate, or a dash where there is none.
pub(super) fn rate(percent: &Option<f64>) -> String {
    page::percent(*percent)
}
