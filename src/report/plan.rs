//! What is counted from which day, and what can no longer be met, in a report.

use super::build::Writer;
use crate::assess::{Feasibility, Planned, TooLate, schedule};
use crate::calendar::Period;
use crate::fact::AnchorSetting;
use crate::text::{report as words, words as names};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A day that due dates are counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnchorReport {
    /// Its name, as checklists give it; `2022-spring-start` for the first day of a term.
    pub name: String,
    /// The same in words.
    pub title: String,
    /// The day.
    pub on: NaiveDate,
    /// The day it had first, where it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_on: Option<NaiveDate>,
    /// The times it was moved, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<AnchorMoveReport>,
}

/// A day that due dates are counted from was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnchorMoveReport {
    /// To which day.
    pub to: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The day that was recorded.
    pub recorded: NaiveDate,
    /// Who recorded it.
    pub by: String,
}

/// An unfinished occurrence that can no longer be in time, while its last day is still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanReport {
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for.
    pub item_text: String,
    /// The period of the occurrence.
    pub period: Period,
    /// Its own last day; left out where only what comes after it sets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The last day it had first, where the school has set another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_due: Option<NaiveDate>,
    /// The school day to finish it by, so that what comes after it can be in time.
    pub finish_by: NaiveDate,
    /// The school day on which it can be finished at the earliest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest_finish: Option<NaiveDate>,
    /// Why it cannot be in time, in words.
    pub reason: String,
}

impl Writer<'_> {
    /// The anchors that are still to come, and those that were set in the week.
    pub(super) fn anchors(&self) -> Vec<AnchorReport> {
        let anchors = self.premises.history.anchors().iter();
        anchors
            .filter_map(|(name, settings)| self.anchor(name, settings))
            .collect()
    }

    fn anchor(&self, name: &str, settings: &[AnchorSetting]) -> Option<AnchorReport> {
        let (first, moved) = settings.split_first()?;
        let on = settings.last()?.on;
        let mut recorded = settings.iter().map(|setting| setting.recorded);
        let told = on >= self.week().monday() || recorded.any(|day| self.week().contains(day));
        told.then(|| AnchorReport {
            name: name.to_owned(),
            title: names::anchor(name, self.lang),
            on,
            first_on: Some(first.on).filter(|_| !moved.is_empty()),
            moved: moved.iter().map(AnchorMoveReport::of).collect(),
        })
    }

    /// What can no longer be in time. What is past its last day already is overdue, and said there.
    pub(super) fn plan(&self) -> Vec<PlanReport> {
        let planned = schedule(self.premises, self.assessment);
        planned
            .iter()
            .filter_map(|planned| match planned.feasibility {
                Feasibility::TooLate(why) if why != TooLate::Past => Some(self.late(planned, why)),
                _ => None,
            })
            .collect()
    }

    fn late(&self, planned: &Planned, why: TooLate) -> PlanReport {
        let after = match why {
            TooLate::Waits { after, .. } => self.premises.item_ref(after).to_string(),
            TooLate::Past | TooLate::Lead { .. } => String::new(),
        };
        PlanReport {
            item: self.premises.item_ref(planned.index).to_string(),
            item_text: self.text_at(planned.index),
            period: planned.period.clone(),
            due: planned.due,
            first_due: planned.first_due,
            finish_by: planned.finish_by,
            earliest_finish: planned.earliest_finish,
            reason: words::too_late(why, &after, self.lang),
        }
    }
}

impl AnchorMoveReport {
    fn of(setting: &AnchorSetting) -> Self {
        Self {
            to: setting.on,
            reason: setting.reason.clone(),
            recorded: setting.recorded,
            by: setting.by.to_string(),
        }
    }
}
