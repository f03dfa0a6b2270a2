//! The judgement: what was required, done, late, missed and waived, as of a day.
//!
//! [`assess`] is the only place that turns checklists and facts into a judgement. It is a pure
//! function; every screen, command and report shows what it found and computes nothing of its own.

mod ahead;
mod anchors;
mod detail;
mod due;
mod explain;
mod heat;
#[cfg(test)]
pub(crate) mod life;
mod occurrence;
mod pace;
mod schedule;
mod strip;
#[cfg(test)]
mod tests;
mod totals;
mod trend;

pub use ahead::{Milestone, Occasion, ahead, is_at_risk};
pub use anchors::{AnchorState, anchors, moved};
pub use detail::{ItemDetail, MeasureState, Owner};
pub use due::term_anchor;
pub use explain::{Explanation, LeftOut, Part, Scope, WhyLeftOut, explain};
pub use heat::{DayHeat, heat, level};
pub use occurrence::{Occurrence, OccurrenceState, period_on};
pub use pace::Pace;
pub use schedule::{Feasibility, Planned, TooLate, schedule};
pub use strip::{Mark, StripCell, strip};
pub use totals::{Tally, Totals, percent};
pub use trend::{RequirementTrend, Trend, trend};

use crate::calendar::{SchoolCalendar, Week};
use crate::checklist::{Anchor, Cadence, Checklist, ChecklistId, Due, Item, ItemId, ItemRef};
use crate::checklist::{Requirement, RequirementId};
use crate::fact::{Event, Finding, FindingId, History, ItemHistory};
use crate::school::{Adoption, School};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A checklist that the school follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The checklist as it was when adopted.
    pub checklist: Arc<Checklist>,
    /// The digest of its file, `sha256:…`.
    pub digest: String,
    /// Since when.
    pub adoption: Adoption,
}

/// What a judgement rests on.
#[derive(Debug, Clone, Copy)]
pub struct Premises<'a> {
    /// The school.
    pub school: &'a School,
    /// Its school days.
    pub calendar: &'a SchoolCalendar,
    /// The checklists it follows.
    pub adopted: &'a [Adopted],
    /// What has happened, up to the day of the judgement.
    pub history: &'a History,
}

/// Where an item is among the adopted checklists: index of the checklist, of the requirement in it,
/// and of the item in that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIndex {
    /// Which checklist.
    pub checklist: usize,
    /// Which requirement of it.
    pub requirement: usize,
    /// Which item of that.
    pub item: usize,
}

impl<'a> Premises<'a> {
    /// The item at `index`.
    #[must_use]
    pub fn item(&self, index: ItemIndex) -> &'a Item {
        &self.requirement(index).items[index.item]
    }

    /// The requirement of the item at `index`.
    #[must_use]
    pub fn requirement(&self, index: ItemIndex) -> &'a Requirement {
        &self.adopted[index.checklist].checklist.requirements[index.requirement]
    }

    /// The full name of the item at `index`.
    #[must_use]
    pub fn item_ref(&self, index: ItemIndex) -> ItemRef {
        ItemRef {
            checklist: self.adopted[index.checklist].checklist.id.clone(),
            item: self.item(index).id.clone(),
        }
    }

    /// Where the item of that name is, if the school answers for it.
    #[must_use]
    pub fn index(&self, checklist: &ChecklistId, item: &ItemId) -> Option<ItemIndex> {
        self.items().find(|index| {
            self.adopted[index.checklist].checklist.id == *checklist
                && self.item(*index).id == *item
        })
    }

    /// The items that the school answers for, in order.
    pub fn items(&self) -> impl Iterator<Item = ItemIndex> + use<'a> {
        let kind = self.school.kind;
        self.adopted
            .iter()
            .enumerate()
            .flat_map(move |(c, adopted)| {
                let requirements = adopted.checklist.requirements.iter().enumerate();
                requirements.flat_map(move |(r, requirement)| {
                    let items = requirement.items.iter().enumerate();
                    items
                        .filter(move |(_, item)| item.is_for(kind))
                        .map(move |(i, _)| ItemIndex {
                            checklist: c,
                            requirement: r,
                            item: i,
                        })
                })
            })
    }

    /// The first day from which occurrences of the item at `index` are required: since the
    /// checklist is followed, or since a version that added the item.
    #[must_use]
    pub fn required_from(&self, index: ItemIndex) -> NaiveDate {
        let adopted = &self.adopted[index.checklist];
        let item = &self.item(index).id;
        let upgrades = self.history.upgrades().iter();
        let added = upgrades
            .filter(|u| u.checklist == adopted.checklist.id && u.added.contains(item))
            .map(|upgrade| upgrade.on);
        added.fold(adopted.adoption.required_from(), NaiveDate::max)
    }

    /// The open findings on the item at `index`.
    #[must_use]
    pub fn open_findings(&self, index: ItemIndex) -> Vec<&'a Finding> {
        let findings = self.history.findings();
        if findings.is_empty() {
            return Vec::new();
        }
        let item = self.item_ref(index);
        let open = findings.iter().filter(|f| f.is_open() && f.item == item);
        open.collect()
    }

    /// What has happened to the item at `index`.
    #[must_use]
    pub fn item_history(&self, index: ItemIndex) -> Option<&'a ItemHistory> {
        let checklist = &self.adopted[index.checklist].checklist.id;
        self.history.item_of(checklist, &self.item(index).id)
    }
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nothing is open, and what was due is done.
    Done,
    /// Open, and begun: a number below its target, partly done by the review's word, or done and
    /// a finding on it is open.
    Partial,
    /// Open, and there is still time.
    Due,
    /// Something was not done by its last day, or a finding is past its limit.
    Overdue,
    /// Nothing is called for yet.
    NotDue,
    /// It does not apply.
    Waived,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Done,
        Self::Partial,
        Self::Due,
        Self::Overdue,
        Self::NotDue,
        Self::Waived,
    ];
}

/// The judgement of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAssessment {
    /// Which item.
    pub index: ItemIndex,
    /// How it stands.
    pub status: Status,
    /// The next last day: of what is overdue the earliest, else of what is open, else of what was
    /// done.
    pub due: Option<NaiveDate>,
    /// Its occurrences that matter in the week.
    pub occurrences: Vec<Occurrence>,
    /// The open findings on it that were raised by the end of the week: while there is one, it is
    /// not done.
    pub findings: Vec<FindingId>,
}

impl ItemAssessment {
    /// What it counts for in the week.
    #[must_use]
    pub fn tally(&self, weight: u32) -> Tally {
        let mut tally = Tally::default();
        for occurrence in &self.occurrences {
            tally.count(occurrence, weight);
        }
        tally
    }

    /// Whether an occurrence has to be done on `day` at the latest.
    #[must_use]
    pub fn is_due_on(&self, day: NaiveDate) -> bool {
        self.occurrences
            .iter()
            .any(|o| o.is_open() && o.due == Some(day))
    }
}

/// The judgement of a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementAssessment {
    /// Which one.
    pub id: RequirementId,
    /// Its occurrences, counted.
    pub tally: Tally,
    /// Its items that the school answers for.
    pub items: Vec<ItemAssessment>,
}

/// The judgement of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistAssessment {
    /// Which one.
    pub id: ChecklistId,
    /// Its occurrences, counted.
    pub tally: Tally,
    /// Its requirements that have items the school answers for.
    pub requirements: Vec<RequirementAssessment>,
}

/// Something about the premises that the reader of a judgement should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caveat {
    /// Items are counted from an anchor that the profile does not name.
    AnchorUnset {
        /// The anchor.
        anchor: String,
        /// How many items.
        items: usize,
    },
    /// No holiday file covers the year: only weekends are off.
    HolidaysUnknown {
        /// The year.
        year: i32,
    },
    /// The profile's terms have run out: no day is a school day.
    TermsEnded {
        /// The last day of the last term.
        on: NaiveDate,
    },
}

/// The judgement of a school's week, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The week judged.
    pub week: Week,
    /// The day as of which.
    pub day: NaiveDate,
    /// All occurrences, counted.
    pub tally: Tally,
    /// Checklist by checklist.
    pub checklists: Vec<ChecklistAssessment>,
    /// What the reader should know.
    pub caveats: Vec<Caveat>,
}

impl Assessment {
    /// All items, in order.
    pub fn items(&self) -> impl Iterator<Item = &ItemAssessment> {
        let requirements = self.checklists.iter().flat_map(|c| &c.requirements);
        requirements.flat_map(|r| &r.items)
    }

    /// The judgement of the item at `index`.
    #[must_use]
    pub fn item(&self, index: ItemIndex) -> Option<&ItemAssessment> {
        let requirements = &self.checklists.get(index.checklist)?.requirements;
        let of = |r: &RequirementAssessment| r.items.first().map(|item| item.index.requirement);
        let at = requirements.binary_search_by_key(&Some(index.requirement), of);
        let items = &requirements.get(at.ok()?)?.items;
        let at = items.binary_search_by_key(&index.item, |item| item.index.item);
        items.get(at.ok()?)
    }

    /// How many items stand so.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.items().filter(|item| item.status == status).count()
    }
}

/// Judges the week that `day` lies in, as of `day`.
#[must_use]
pub fn assess(premises: &Premises<'_>, day: NaiveDate) -> Assessment {
    assess_week(premises, Week::of(day), day)
}

/// Judges `week` as of `day`, which lies in it or after it.
#[must_use]
pub fn assess_week(premises: &Premises<'_>, week: Week, day: NaiveDate) -> Assessment {
    let window = occurrence::Window::new(premises.calendar, week, day);
    let mut checklists: Vec<ChecklistAssessment> = Vec::new();
    for index in premises.items() {
        let adopted = &premises.adopted[index.checklist];
        if checklists.len() <= index.checklist {
            checklists.resize_with(index.checklist + 1, || ChecklistAssessment {
                id: adopted.checklist.id.clone(),
                tally: Tally::default(),
                requirements: Vec::new(),
            });
        }
        let judged = judge(premises, &window, index);
        checklists[index.checklist].take(premises.requirement(index), judged, premises);
    }
    for (checklist, adopted) in checklists.iter_mut().zip(premises.adopted) {
        checklist.id = adopted.checklist.id.clone();
    }
    let mut tally = Tally::default();
    for checklist in &checklists {
        tally.add(&checklist.tally);
    }
    Assessment {
        week,
        day,
        tally,
        checklists,
        caveats: caveats(premises, day),
    }
}

impl ChecklistAssessment {
    fn take(&mut self, of: &Requirement, judged: ItemAssessment, premises: &Premises<'_>) {
        let tally = judged.tally(premises.item(judged.index).weight);
        self.tally.add(&tally);
        if self.requirements.last().is_none_or(|last| last.id != of.id) {
            self.requirements.push(RequirementAssessment {
                id: of.id.clone(),
                tally: Tally::default(),
                items: Vec::new(),
            });
        }
        if let Some(requirement) = self.requirements.last_mut() {
            requirement.tally.add(&tally);
            requirement.items.push(judged);
        }
    }
}

fn judge(
    premises: &Premises<'_>,
    window: &occurrence::Window<'_>,
    index: ItemIndex,
) -> ItemAssessment {
    let history = premises.item_history(index);
    let occurrences = occurrence::occurrences(premises, window, index, history);
    let waived = history.is_some_and(|h| h.waiver_on(window.reference()).is_some());
    let mut findings = premises.open_findings(index);
    findings.retain(|finding| finding.raised.on <= window.reference());
    let found = Found {
        any: !findings.is_empty(),
        overdue: findings.iter().any(|f| f.is_overdue(window.day)),
    };
    let status = status(&occurrences, waived, found);
    let due = next_due(&occurrences);
    ItemAssessment {
        index,
        status,
        due,
        occurrences,
        findings: findings.into_iter().map(|f| f.id.clone()).collect(),
    }
}

/// Whether findings on an item are open, and one of them past its limit.
#[derive(Clone, Copy)]
struct Found {
    any: bool,
    overdue: bool,
}

fn status(occurrences: &[Occurrence], waived: bool, found: Found) -> Status {
    let any = |state: OccurrenceState| occurrences.iter().any(|o| o.state == state);
    if any(OccurrenceState::Overdue) || found.overdue {
        Status::Overdue
    } else if waived && !found.any {
        Status::Waived
    } else if any(OccurrenceState::Partial) || found.any {
        Status::Partial
    } else if any(OccurrenceState::Open) {
        Status::Due
    } else if occurrences.iter().any(Occurrence::is_done) {
        Status::Done
    } else {
        Status::NotDue
    }
}

fn next_due(occurrences: &[Occurrence]) -> Option<NaiveDate> {
    let of = |wanted: fn(&Occurrence) -> bool| {
        let dues = occurrences.iter().filter(|o| wanted(o));
        dues.filter_map(|o| o.due).min()
    };
    of(|o| o.state == OccurrenceState::Overdue)
        .or_else(|| of(Occurrence::is_open))
        .or_else(|| of(|_| true))
}

/// What the reader of a judgement as of `day` should know.
#[must_use]
pub fn caveats(premises: &Premises<'_>, day: NaiveDate) -> Vec<Caveat> {
    let mut caveats = Vec::new();
    for index in premises.items() {
        if let Some(Due::Relative {
            anchor: Anchor::Named(name),
            ..
        }) = &premises.item(index).due
            && premises.anchor(name).is_none()
        {
            count_anchor(&mut caveats, name);
        }
    }
    let year = day.year();
    if !premises.calendar.knows_holidays_of(year) {
        caveats.push(Caveat::HolidaysUnknown { year });
    }
    if let Some(on) = premises.calendar.terms_end().filter(|end| *end < day) {
        caveats.push(Caveat::TermsEnded { on });
    }
    caveats
}

fn count_anchor(caveats: &mut Vec<Caveat>, name: &str) {
    for caveat in caveats.iter_mut() {
        if let Caveat::AnchorUnset { anchor, items } = caveat
            && anchor == name
        {
            *items += 1;
            return;
        }
    }
    caveats.push(Caveat::AnchorUnset {
        anchor: name.to_owned(),
        items: 1,
    });
}

/// The events of the kind that `item` is for.
pub(crate) fn events_of<'a>(history: &'a History, item: &Item) -> Vec<&'a Event> {
    match &item.cadence {
        Cadence::Each(kind) => history
            .events()
            .iter()
            .filter(|e| e.kind == *kind)
            .collect(),
        _ => Vec::new(),
    }
}
