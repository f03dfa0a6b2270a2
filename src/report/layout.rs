//! How a report is laid out for one receiver: which requirements, under which headings, which
//! numbers and which sections, in which order.

use super::StatusReport;
use crate::assess::Adopted;
use crate::checklist::{Checklist, ChecklistId, ItemRef, Requirement, RequirementRef, text_fault};
use crate::text::Bilingual;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The id of a layout, which is a part of file names: `health`.
pub type LayoutId = ChecklistId;

/// How a report is laid out for one receiver. The keys are those of the YAML file; what is left
/// out of it takes all there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Its id.
    #[serde(rename = "layout")]
    pub id: LayoutId,
    /// Who gets the report.
    pub receiver: Bilingual,
    /// The heading of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// The requirements, in this order; those of one checklist stay together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Vec<Chosen>>,
    /// The numbers of the summary, in this order, of whatever requirement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<Vec<ItemRef>>,
    /// The sections that not every report has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sections: Option<Vec<Section>>,
}

/// A requirement that a layout chooses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "ChosenForm")]
pub struct Chosen {
    /// Which one.
    pub requirement: RequirementRef,
    /// What it is called in this report; as in its checklist where nothing else is said.
    pub heading: Option<Bilingual>,
}

/// The two ways in which a file may write a chosen requirement.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum ChosenForm {
    Name(RequirementRef),
    Map(ChosenMap),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChosenMap {
    requirement: RequirementRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    heading: Option<Bilingual>,
}

impl From<ChosenForm> for Chosen {
    fn from(form: ChosenForm) -> Self {
        let (requirement, heading) = match form {
            ChosenForm::Name(requirement) => (requirement, None),
            ChosenForm::Map(map) => (map.requirement, map.heading),
        };
        Self {
            requirement,
            heading,
        }
    }
}

impl Serialize for Chosen {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (requirement, heading) = (self.requirement.clone(), self.heading.clone());
        let form = match heading {
            None => ChosenForm::Name(requirement),
            heading => ChosenForm::Map(ChosenMap {
                requirement,
                heading,
            }),
        };
        form.serialize(serializer)
    }
}

/// A section that a layout may leave out. Totals, findings, signature and amendments are in every
/// report: one that is silent about them says that there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// What the review decided.
    Decisions,
    /// The weeks and days before, where the form has charts.
    Background,
    /// Where an inspection and the school differ.
    Disagreements,
    /// The notices to owners.
    Notices,
    /// What can no longer be in time.
    Plan,
    /// The days that due dates are counted from.
    Anchors,
    /// The events.
    Events,
    /// What was sent before: only where it is chosen.
    Sent,
}

impl Section {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Decisions,
        Self::Background,
        Self::Disagreements,
        Self::Notices,
        Self::Plan,
        Self::Anchors,
        Self::Events,
        Self::Sent,
    ];

    /// Its name in a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Decisions => "decisions",
            Self::Background => "background",
            Self::Disagreements => "disagreements",
            Self::Notices => "notices",
            Self::Plan => "plan",
            Self::Anchors => "anchors",
            Self::Events => "events",
            Self::Sent => "sent",
        }
    }

    /// Takes it out of a report.
    pub(super) fn clear(self, report: &mut StatusReport) {
        match self {
            Self::Decisions => {
                let review = report.review.iter_mut();
                review.for_each(|review| review.decisions.clear());
            }
            Self::Background => report.background = None,
            Self::Disagreements => report.disagreements.clear(),
            Self::Notices => report.notices.clear(),
            Self::Plan => report.plan.clear(),
            Self::Anchors => report.anchors.clear(),
            Self::Events => report.events.clear(),
            Self::Sent => report.sent.clear(),
        }
    }
}

/// Something that is wrong with a layout, whatever its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutFault {
    /// A text with nothing in it, or with control characters.
    Text,
    /// An empty list of requirements.
    Empty,
    /// A requirement, number or section stands twice.
    Twice(String),
    /// The checklist has no such requirement.
    NoRequirement {
        /// The checklist.
        checklist: ChecklistId,
        /// The requirement.
        requirement: String,
        /// Those it has.
        known: Vec<String>,
    },
    /// The checklist has no such item with a number.
    NoFigure {
        /// The checklist.
        checklist: ChecklistId,
        /// The item.
        item: String,
        /// Those it has.
        known: Vec<String>,
    },
}

/// A fault with the key it is under, and in a list with its place there.
pub type PlacedFault = (&'static str, usize, LayoutFault);

impl Layout {
    /// Everything that is wrong with it, whatever checklists there are.
    #[must_use]
    pub fn faults(&self) -> Vec<PlacedFault> {
        let mut faults = Vec::new();
        let headings = self.chosen().iter().enumerate();
        let headings = headings.filter_map(|(n, chosen)| Some((n, chosen.heading.as_ref()?)));
        let texts = std::iter::once(("receiver", 0, &self.receiver))
            .chain(self.title.iter().map(|title| ("title", 0, title)))
            .chain(headings.map(|(n, heading)| ("requirements", n, heading)));
        for (key, n, text) in texts {
            let fault = text.texts().find_map(text_fault);
            faults.extend(fault.map(|_| (key, n, LayoutFault::Text)));
        }
        if self.requirements.as_ref().is_some_and(Vec::is_empty) {
            faults.push(("requirements", 0, LayoutFault::Empty));
        }
        let names = self.chosen().iter().map(|c| c.requirement.to_string());
        let figures = self.figures.iter().flatten().map(ItemRef::to_string);
        let sections = self.sections.iter().flatten();
        twice("requirements", names, &mut faults);
        twice("figures", figures, &mut faults);
        twice(
            "sections",
            sections.map(|s| s.as_str().to_owned()),
            &mut faults,
        );
        faults
    }

    /// What it chooses that one of those checklists does not have. What it chooses of other
    /// checklists is passed over: a school need not follow all that a layout is made for.
    #[must_use]
    pub fn unknown(&self, checklists: &[&Checklist]) -> Vec<PlacedFault> {
        let of = |id: &ChecklistId| checklists.iter().find(|checklist| checklist.id == *id);
        let requirements = self.chosen().iter().enumerate().filter_map(|(n, chosen)| {
            let fault = no_requirement(of(&chosen.requirement.checklist)?, &chosen.requirement)?;
            Some(("requirements", n, fault))
        });
        let figures = self.figures.iter().flatten().enumerate();
        let figures = figures.filter_map(|(n, figure)| {
            let fault = no_figure(of(&figure.checklist)?, figure)?;
            Some(("figures", n, fault))
        });
        requirements.chain(figures).collect()
    }

    /// The checklists as far as the report shows them: the chosen requirements in the order of the
    /// layout, under its headings. What a checklist does not have is passed over.
    #[must_use]
    pub fn excerpt(&self, adopted: &[Adopted]) -> Vec<Adopted> {
        if self.requirements.is_none() {
            return adopted.to_vec();
        }
        let mut order: Vec<&ChecklistId> = Vec::new();
        for Chosen { requirement, .. } in self.chosen() {
            if !order.contains(&&requirement.checklist) {
                order.push(&requirement.checklist);
            }
        }
        let named = |id: &&ChecklistId| adopted.iter().find(|a| a.checklist.id == **id);
        let followed = order.iter().filter_map(named);
        followed.filter_map(|of| self.excerpt_of(of)).collect()
    }

    fn excerpt_of(&self, adopted: &Adopted) -> Option<Adopted> {
        let checklist = &adopted.checklist;
        let of_it = |chosen: &&Chosen| chosen.requirement.checklist == checklist.id;
        let chosen = self.chosen().iter().filter(of_it);
        let requirements: Vec<Requirement> = chosen
            .filter_map(|chosen| {
                let mut all = checklist.requirements.iter();
                let found = all.find(|r| r.id == chosen.requirement.requirement)?;
                let heading = chosen.heading.as_ref().unwrap_or(&found.title);
                Some(Requirement {
                    id: found.id.clone(),
                    title: heading.clone(),
                    items: found.items.clone(),
                })
            })
            .collect();
        let has_any = !requirements.is_empty();
        has_any.then(|| Adopted {
            checklist: Arc::new(checklist.with_requirements(requirements)),
            ..adopted.clone()
        })
    }

    fn chosen(&self) -> &[Chosen] {
        self.requirements.as_deref().unwrap_or_default()
    }

    /// Whether a report of it has that section. What others were sent is the school's own business
    /// unless it is chosen.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        match &self.sections {
            Some(sections) => sections.contains(&section),
            None => section != Section::Sent,
        }
    }
}

impl StatusReport {
    /// Whether it is laid out without that section: it is empty then, and that says nothing.
    #[must_use]
    pub fn leaves_out(&self, section: Section) -> bool {
        let mut left_out = self.layout.iter().flat_map(|layout| &layout.left_out);
        left_out.any(|one| *one == section)
    }

    /// Whether it is of some requirements alone: its rates are not those of the whole report.
    #[must_use]
    pub fn is_excerpt(&self) -> bool {
        let layout = self.layout.as_ref();
        layout.is_some_and(|layout| !layout.requirements.is_empty())
    }
}

fn twice(key: &'static str, names: impl Iterator<Item = String>, faults: &mut Vec<PlacedFault>) {
    let mut seen = BTreeSet::new();
    for (n, name) in names.enumerate() {
        if !seen.insert(name.clone()) {
            faults.push((key, n, LayoutFault::Twice(name)));
        }
    }
}

fn no_requirement(checklist: &Checklist, named: &RequirementRef) -> Option<LayoutFault> {
    let known = checklist.requirements.iter();
    let known: Vec<String> = known.map(|r| r.id.to_string()).collect();
    let requirement = named.requirement.to_string();
    (!known.contains(&requirement)).then(|| LayoutFault::NoRequirement {
        checklist: checklist.id.clone(),
        requirement,
        known,
    })
}

fn no_figure(checklist: &Checklist, named: &ItemRef) -> Option<LayoutFault> {
    let items = checklist.items().map(|(_, item)| item);
    let known = items.filter(|item| item.measure.is_some());
    let known: Vec<String> = known.map(|item| item.id.to_string()).collect();
    let item = named.item.to_string();
    (!known.contains(&item)).then(|| LayoutFault::NoFigure {
        checklist: checklist.id.clone(),
        item,
        known,
    })
}

/// What a report says about its layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LayoutReport {
    /// Its id.
    pub id: String,
    /// Who gets the report.
    pub receiver: String,
    /// The heading of the report; left out where it has none of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The sections that it does not have, which says nothing of what would stand in them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Section>,
    /// The requirements it is an excerpt of, as `checklist/requirement`, in order: nothing else
    /// counts in its rates. Left out where it shows all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
}
