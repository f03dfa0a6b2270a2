//! Numbers against their targets in a report.

use super::build::Writer;
use crate::assess::{ItemAssessment, ItemDetail, Pace};
use crate::calendar::Period;
use crate::fact::Measurement;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A number against its target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureReport {
    /// The number.
    pub value: u64,
    /// The number to reach, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// `value / of` in per cent, to one decimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// What one of them is.
    pub unit: String,
    /// The day it was read off.
    pub on: NaiveDate,
    /// Whether it gets there in time, while there is time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<PaceReport>,
}

/// Whether a number reaches its target by its last day. Rates are for one school day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaceReport {
    /// Whether it does, at the rate of now.
    pub on_pace: bool,
    /// What is left of it.
    pub left: u64,
    /// The school days to the last day, both it and the day of the report among them.
    pub days_left: u32,
    /// What it takes on each of them; left out where none is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<u64>,
    /// What is done on a school day, as said or on average; left out where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u64>,
    /// The day on which the target is reached at that rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached_on: Option<NaiveDate>,
}

/// One number of the week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasurementReport {
    /// The period it is for.
    pub period: Period,
    /// The number.
    pub value: u64,
    /// The number to reach, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// How many can be done on a school day, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u64>,
    /// The day it was read off.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: String,
}

impl Writer<'_> {
    pub(super) fn measure(
        &self,
        judged: &ItemAssessment,
        detail: &ItemDetail<'_>,
    ) -> Option<MeasureReport> {
        let measure = detail.measure.as_ref()?;
        let pace = self.premises.pace(judged, self.assessment.day);
        Some(MeasureReport {
            value: measure.value?,
            of: measure.of,
            percent: measure.percent,
            unit: measure.unit.of(self.lang).to_owned(),
            on: measure.on?,
            pace: pace.as_ref().map(PaceReport::of),
        })
    }

    /// All numbers of the week; none where the one that stands says it all.
    pub(super) fn measurements(
        &self,
        judged: &ItemAssessment,
        detail: &ItemDetail<'_>,
    ) -> Vec<MeasurementReport> {
        let history = self.premises.item_history(judged.index);
        let all = history.into_iter().flat_map(|h| &h.readings);
        let mut found: Vec<MeasurementReport> = all
            .filter(|(_, measured)| self.week().contains(measured.on))
            .map(|(period, measured)| MeasurementReport::of(period, measured))
            .collect();
        found.sort_by(|a, b| (a.on, &a.period).cmp(&(b.on, &b.period)));
        let stands = detail.measure.as_ref().is_some_and(|m| m.value.is_some());
        if stands && found.len() == 1 {
            found.clear();
        }
        found
    }
}

impl PaceReport {
    fn of(pace: &Pace) -> Self {
        Self {
            on_pace: pace.on_pace,
            left: pace.left,
            days_left: pace.days_left,
            needed: pace.needed,
            rate: pace.rate,
            reached_on: pace.reached_on,
        }
    }
}

impl MeasurementReport {
    fn of(period: &Period, measured: &Measurement) -> Self {
        Self {
            period: period.clone(),
            value: measured.value,
            of: measured.of,
            rate: measured.rate,
            on: measured.on,
            by: measured.by.to_string(),
        }
    }
}
