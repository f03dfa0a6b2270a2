//! Checklists and requirements in a report.

use super::build::Writer;
use super::item::ItemReport;
use crate::assess::{Adopted, ChecklistAssessment, RequirementAssessment, Totals};
use crate::checklist::ItemId;
use crate::fact::Upgrade;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One checklist in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistReport {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
    /// What it is called.
    pub title: String,
    /// The first day from which its occurrences are required.
    pub since: NaiveDate,
    /// The later versions that took effect in the week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upgraded: Vec<UpgradeReport>,
    /// Its rates.
    pub totals: Totals,
    /// Its requirements, in order.
    pub requirements: Vec<RequirementReport>,
}

/// A later version of a checklist that took the place of one before it. Items are named by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpgradeReport {
    /// The version before.
    pub from: u32,
    /// The version since.
    pub to: u32,
    /// The day from which it counts.
    pub on: NaiveDate,
    /// The items that ask for something else than before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
    /// The items that are new.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// The items that are gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

/// One requirement in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementReport {
    /// Its number.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its rates.
    pub totals: Totals,
    /// Its items, in order.
    pub items: Vec<ItemReport>,
}

impl ChecklistReport {
    /// Its items, in order.
    pub fn items(&self) -> impl Iterator<Item = &ItemReport> {
        self.requirements.iter().flat_map(|of| &of.items)
    }
}

impl Writer<'_> {
    pub(super) fn checklists(&self) -> Vec<ChecklistReport> {
        let adopted = self.premises.adopted.iter();
        adopted
            .zip(&self.assessment.checklists)
            .map(|(adopted, judged)| self.checklist(adopted, judged))
            .collect()
    }

    fn checklist(&self, adopted: &Adopted, judged: &ChecklistAssessment) -> ChecklistReport {
        let requirements = judged.requirements.iter();
        ChecklistReport {
            id: adopted.checklist.id.to_string(),
            version: adopted.checklist.version,
            digest: adopted.digest.clone(),
            title: adopted.checklist.title.of(self.lang).to_owned(),
            since: adopted.adoption.required_from(),
            upgraded: self.upgrades(adopted),
            totals: judged.tally.totals(),
            requirements: requirements.map(|of| self.requirement(of)).collect(),
        }
    }

    fn upgrades(&self, adopted: &Adopted) -> Vec<UpgradeReport> {
        let upgrades = self.premises.history.upgrades().iter();
        let of_week = upgrades.filter(|upgrade| {
            upgrade.checklist == adopted.checklist.id && self.week().contains(upgrade.on)
        });
        of_week.map(UpgradeReport::of).collect()
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
}

impl UpgradeReport {
    fn of(upgrade: &Upgrade) -> Self {
        let names = |items: &[ItemId]| items.iter().map(ToString::to_string).collect();
        Self {
            from: upgrade.from,
            to: upgrade.version,
            on: upgrade.on,
            changed: names(&upgrade.changed),
            added: names(&upgrade.added),
            removed: names(&upgrade.removed),
        }
    }
}
