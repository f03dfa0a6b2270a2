//! A week beside the one before it, in a report.

use super::build::Writer;
use crate::assess::Totals;
use crate::calendar::Week;
use crate::review::Figures;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The week beside the one before it, both as known on the day of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SummaryReport {
    /// The week.
    pub this: FiguresReport,
    /// The week before; left out before any checklist counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<FiguresReport>,
    /// The numbers that were read off, as they stood at the end of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureFigureReport>,
}

/// A week in numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiguresReport {
    /// The week.
    pub week: Week,
    /// Its rates.
    pub totals: Totals,
    /// How many findings were raised in it.
    pub findings_opened: usize,
    /// How many were struck off in it.
    pub findings_closed: usize,
    /// How many were open at its end, or are now where it still runs.
    pub findings_open: usize,
    /// How many times a last day was put off in it.
    pub postponed: usize,
}

/// A number at the end of the week and of the one before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureFigureReport {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for.
    pub item_text: String,
    /// The number to reach, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// The number of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub this: Option<u64>,
    /// The number of the week before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<u64>,
}

impl Writer<'_> {
    pub(super) fn summary(&self) -> SummaryReport {
        let week = self.week();
        let this = Figures::of(self.premises, self.assessment);
        let last = Figures::before(self.premises, self.assessment);
        SummaryReport {
            measures: self.figures(&this, last.as_ref()),
            this: FiguresReport::of(week, &this),
            last: last.map(|last| FiguresReport::of(week.previous(), &last)),
        }
    }

    fn figures(&self, this: &Figures, last: Option<&Figures>) -> Vec<MeasureFigureReport> {
        let before = last.into_iter().flat_map(|last| &last.measures);
        let figures = this.measures.iter().map(|figure| {
            let mut before = before.clone();
            let last = before.find(|last| last.index == figure.index);
            MeasureFigureReport {
                item: self.premises.item_ref(figure.index).to_string(),
                item_text: self.text_at(figure.index),
                of: figure.of,
                this: figure.value,
                last: last.and_then(|last| last.value),
            }
        });
        figures
            .filter(|figure| figure.this.or(figure.last).is_some())
            .collect()
    }
}

impl FiguresReport {
    fn of(week: Week, figures: &Figures) -> Self {
        Self {
            week,
            totals: figures.totals,
            findings_opened: figures.findings_opened,
            findings_closed: figures.findings_closed,
            findings_open: figures.findings_open,
            postponed: figures.postponed,
        }
    }
}
