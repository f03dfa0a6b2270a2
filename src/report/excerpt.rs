//! The report of a week as a layout wants it.
//!
//! Its rates come from the same judgement, made of the chosen requirements alone, so that every
//! number in it is the whole report's for the same requirements.

use super::StatusReport;
use super::build::{Amendment, Change, Occasion, Writer, status_report};
use super::layout::{Layout, LayoutReport, Section};
use crate::assess::{Adopted, Assessment, Premises, assess_week};
use crate::checklist::{ChecklistId, ItemId, ItemRef};
use std::collections::HashSet;

/// The report of a judged week in a layout.
#[must_use]
pub fn report_laid_out(
    layout: &Layout,
    premises: &Premises<'_>,
    assessment: &Assessment,
    occasion: &Occasion,
) -> StatusReport {
    let whole = Writer {
        premises,
        assessment,
        occasion,
        lang: occasion.lang,
    };
    let adopted = layout.excerpt(premises.adopted);
    let mut report = match &layout.requirements {
        None => status_report(premises, assessment, occasion),
        Some(_) => excerpt(&whole, &adopted),
    };
    if let Some(chosen) = &layout.figures {
        let all = match &layout.requirements {
            None => std::mem::take(&mut report.summary.measures),
            Some(_) => whole.summary().measures,
        };
        let named = |name: &ItemRef| all.iter().find(|m| m.item == name.to_string()).cloned();
        report.summary.measures = chosen.iter().filter_map(named).collect();
    }
    let lang = occasion.lang;
    report.layout = Some(LayoutReport {
        id: layout.id.to_string(),
        receiver: layout.receiver.of(lang).to_owned(),
        left_out: Section::ALL
            .into_iter()
            .filter(|one| !layout.has(*one) && *one != Section::Sent)
            .collect(),
        title: layout.title.as_ref().map(|title| title.of(lang).to_owned()),
        requirements: match &layout.requirements {
            None => Vec::new(),
            Some(_) => names(&adopted),
        },
    });
    let unwanted = Section::ALL.into_iter().filter(|one| !layout.has(*one));
    unwanted.for_each(|section| section.clear(&mut report));
    report
}

/// The report of some requirements.
fn excerpt(whole: &Writer<'_>, adopted: &[Adopted]) -> StatusReport {
    let items = Items::of(adopted);
    let history = whole.premises.history.of_items(|c, i| items.has(c, i));
    let premises = Premises {
        adopted,
        history: &history,
        ..*whole.premises
    };
    let assessment = assess_week(&premises, whole.week(), whole.assessment.day);
    let amendments = whole.occasion.amendments.iter();
    // To which requirement an item belonged that is no more, nobody knows now.
    let is_shown = |name: &str| {
        let mut checklists = adopted.iter().map(|adopted| &adopted.checklist.id);
        let name: Option<ItemRef> = name.parse().ok();
        name.is_some_and(|name| checklists.any(|id| *id == name.checklist))
    };
    let withdrawn = whole.occasion.withdrawn.iter();
    let occasion = Occasion {
        withdrawn: withdrawn
            .filter(|date| is_shown(&date.item))
            .cloned()
            .collect(),
        amendments: amendments.map(|one| items.amendment(one)).collect(),
        ..whole.occasion.clone()
    };
    let mut report = status_report(&premises, &assessment, &occasion);
    // What comes first may belong to a requirement that is not shown, and still comes first.
    report.plan = whole.plan();
    report.plan.retain(|plan| items.names(&plan.item));
    report
}

/// The requirements, as `checklist/requirement`.
fn names(adopted: &[Adopted]) -> Vec<String> {
    let checklists = adopted.iter().map(|adopted| &adopted.checklist);
    let names = checklists.flat_map(|checklist| {
        let requirements = checklist.requirements.iter();
        requirements.map(|requirement| format!("{}/{}", checklist.id, requirement.id))
    });
    names.collect()
}

/// The items of some checklists.
struct Items<'a>(HashSet<(&'a ChecklistId, &'a ItemId)>);

impl<'a> Items<'a> {
    fn of(adopted: &'a [Adopted]) -> Self {
        let checklists = adopted.iter().map(|adopted| &adopted.checklist);
        let items = checklists.flat_map(|checklist| {
            let items = checklist.items();
            items.map(|(_, item)| (&checklist.id, &item.id))
        });
        Self(items.collect())
    }

    fn has(&self, checklist: &ChecklistId, item: &ItemId) -> bool {
        self.0.contains(&(checklist, item))
    }

    fn names(&self, name: &str) -> bool {
        let name: Option<ItemRef> = name.parse().ok();
        name.is_some_and(|name| self.has(&name.checklist, &name.item))
    }

    /// What was amended about them, and about no item in particular.
    fn amendment(&self, amendment: &Amendment) -> Amendment {
        let mut amendment = amendment.clone();
        amendment.changes.retain(|change| self.concerns(change));
        amendment
    }

    fn concerns(&self, Change { fact, about, .. }: &Change) -> bool {
        let all = std::iter::once(fact).chain(about);
        let subjects: Vec<&ItemRef> = all
            .filter_map(|fact| Some(&fact.subject.as_ref()?.item))
            .collect();
        let mut named = subjects.iter();
        subjects.is_empty() || named.any(|item| self.has(&item.checklist, &item.item))
    }
}
