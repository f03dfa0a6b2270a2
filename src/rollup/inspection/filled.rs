//! A visit sheet that comes back filled in, held against the school that takes it in.

use super::{Visit, VisitItem};
use crate::assess::{ItemIndex, Premises};
use crate::checklist::FaultStep as Step;
use crate::fact::{Inspection, Verdict};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Something that is wrong with a sheet that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitFault {
    /// It is another school's.
    OtherSchool {
        /// The school's id, as the sheet has it.
        sheet: String,
        /// The id of the school at hand.
        own: String,
    },
    /// Nobody is named who inspected.
    NoInspector,
    /// No day of the visit is given.
    NoDay,
    /// The visit lies ahead.
    Future {
        /// The day that is given.
        on: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// There is no verdict at all.
    NothingFilledIn,
    /// Something was noted on an item, but no verdict given.
    NoteWithoutVerdict,
    /// The school has no such item.
    UnknownItem(String),
    /// The item stands twice.
    ItemTwice(String),
}

/// A fault, and where in the sheet it is.
pub type PlacedVisitFault = (Vec<Step>, VisitFault);

/// An inspector's verdict on an item of the school's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    /// The item.
    pub item: ItemIndex,
    /// The verdict.
    pub verdict: Verdict,
    /// What was seen.
    pub note: Option<String>,
}

impl Visit {
    /// Everything that is wrong with a sheet which came back to that school, with its place.
    #[must_use]
    pub fn faults(&self, premises: &Premises<'_>, today: NaiveDate) -> Vec<PlacedVisitFault> {
        let mut faults = self.faults_of_head(premises.school.id.as_str(), today);
        let mut before = BTreeSet::new();
        for (n, item) in self.items.iter().enumerate() {
            let mut report = |key: &str, fault| {
                faults.push((vec!["items".into(), n.into(), key.into()], fault));
            };
            if !before.insert(item.item.as_str()) {
                report("item", VisitFault::ItemTwice(item.item.clone()));
            }
            if item.verdict.0.is_some() && index(premises, item).is_none() {
                report("item", VisitFault::UnknownItem(item.item.clone()));
            }
            if item.verdict.0.is_none() && !item.note.trim().is_empty() {
                report("note", VisitFault::NoteWithoutVerdict);
            }
        }
        faults
    }

    fn faults_of_head(&self, own: &str, today: NaiveDate) -> Vec<PlacedVisitFault> {
        let mut faults = Vec::new();
        if self.school.id != own {
            let fault = VisitFault::OtherSchool {
                sheet: self.school.id.clone(),
                own: own.to_owned(),
            };
            faults.push((vec!["school".into(), "id".into()], fault));
        }
        if self.filled_in() == 0 {
            faults.push((vec!["items".into()], VisitFault::NothingFilledIn));
            return faults;
        }
        if self.inspector.trim().is_empty() {
            faults.push((vec!["inspector".into()], VisitFault::NoInspector));
        }
        let visited_on = vec!["visited_on".into()];
        match self.visited_on.0 {
            None => faults.push((visited_on, VisitFault::NoDay)),
            Some(on) if on > today => faults.push((visited_on, VisitFault::Future { on, today })),
            Some(_) => {}
        }
        faults
    }

    /// The verdicts that were filled in.
    #[must_use]
    pub fn verdicts(&self, premises: &Premises<'_>) -> Vec<Inspected> {
        let items = self.items.iter();
        items
            .filter_map(|item| {
                let note = item.note.trim();
                Some(Inspected {
                    item: index(premises, item)?,
                    verdict: item.verdict.0?,
                    note: (!note.is_empty()).then(|| note.to_owned()),
                })
            })
            .collect()
    }
}

impl Inspected {
    /// Whether that is recorded already, as of that visit.
    #[must_use]
    pub fn is_recorded(&self, premises: &Premises<'_>, by: &str, on: NaiveDate) -> bool {
        let history = premises.item_history(self.item);
        let inspections = history.map(|history| &history.inspections[..]);
        let last = |of: &&Inspection| of.by == by && of.on == on;
        let last = inspections.unwrap_or_default().iter().rev().find(last);
        last.is_some_and(|last| (last.verdict, &last.note) == (self.verdict, &self.note))
    }
}

fn index(premises: &Premises<'_>, item: &VisitItem) -> Option<ItemIndex> {
    let mut items = premises.items();
    items.find(|index| premises.item_ref(*index).to_string() == item.item)
}
