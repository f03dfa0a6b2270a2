//! What changed in a week beside what was done, and why.

use crate::assess::{ItemIndex, Premises, assess_week};
use crate::calendar::{Period, Week};
use crate::checklist::ChecklistId;
use crate::fact::{Decision, FindingId, ItemHistory, Postponement};
use chrono::NaiveDate;
use std::sync::Arc;

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An item does not apply any more.
    Waived {
        /// The item.
        index: ItemIndex,
        /// Why not.
        reason: String,
        /// Who said so.
        by: Arc<str>,
    },
    /// An item applies again.
    Lifted {
        /// The item.
        index: ItemIndex,
        /// Who said so.
        by: Arc<str>,
    },
    /// An occurrence got a later last day.
    Postponed {
        /// The item.
        index: ItemIndex,
        /// The occurrence.
        period: Period,
        /// The new last day.
        to: NaiveDate,
        /// The last day it had first, where the week still shows it.
        first: Option<NaiveDate>,
        /// Why.
        reason: String,
        /// Who said so.
        by: Arc<str>,
    },
    /// A day that due dates are counted from was moved.
    AnchorMoved {
        /// The anchor, as the record names it.
        anchor: String,
        /// The day before; `None` where it had none.
        from: Option<NaiveDate>,
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: Option<String>,
        /// Who moved it.
        by: Arc<str>,
    },
    /// A later version of a checklist took the place of one before it.
    Upgraded {
        /// The checklist.
        checklist: ChecklistId,
        /// The version before.
        from: u32,
        /// The new version.
        to: u32,
    },
    /// A finding was raised.
    FindingRaised {
        /// The finding.
        finding: FindingId,
        /// The item; `None` where the school no longer answers for it.
        index: Option<ItemIndex>,
    },
    /// A finding was struck off.
    FindingClosed {
        /// The finding.
        finding: FindingId,
        /// The item; `None` where the school no longer answers for it.
        index: Option<ItemIndex>,
    },
    /// The week was unlocked after it was signed.
    Unlocked {
        /// Why.
        reason: String,
        /// Who opened it.
        by: Arc<str>,
        /// The day.
        on: NaiveDate,
    },
}

/// What changed in `week`, as of `day`: oldest first, and on one day in the order of the kinds.
pub(super) fn changes(premises: &Premises<'_>, week: Week, day: NaiveDate) -> Vec<Change> {
    let mut changes = of_waivers(premises, week);
    changes.extend(of_postponements(premises, week, day));
    changes.extend(of_anchors(premises, week));
    changes.extend(of_checklists(premises, week));
    changes.extend(of_findings(premises, week));
    changes.extend(of_locks(premises, week));
    // Stable: on one day the order of the kinds is kept.
    changes.sort_by_key(|(on, _)| *on);
    changes.into_iter().map(|(_, change)| change).collect()
}

/// A change, with its day.
type Dated = (NaiveDate, Change);

fn of_waivers(premises: &Premises<'_>, week: Week) -> Vec<Dated> {
    let mut changes = Vec::new();
    for index in premises.items() {
        let waivers = premises.item_history(index).into_iter();
        for waiver in waivers.flat_map(|history| &history.waivers) {
            let waived = Change::Waived {
                index,
                reason: waiver.reason.clone(),
                by: waiver.by.clone(),
            };
            changes.push((waiver.from, waived));
            let lifted = waiver.until.zip(waiver.lifted_by.clone());
            changes.extend(lifted.map(|(on, by)| (on, Change::Lifted { index, by })));
        }
    }
    changes.retain(|(on, _)| week.contains(*on));
    changes
}

/// The postponements of `week`.
pub(super) fn postponed<'a>(
    premises: &Premises<'a>,
    week: Week,
) -> Vec<(ItemIndex, &'a Period, &'a Postponement)> {
    let mut found = Vec::new();
    for index in premises.items() {
        let Some(history) = premises.item_history(index) else {
            continue;
        };
        for (period, all) in &history.postponements {
            let of_week = all.iter().filter(|p| week_of(history, period, p) == week);
            found.extend(of_week.map(|postponement| (index, period, postponement)));
        }
    }
    found
}

/// The week whose review postponed something, or else in which it was recorded: the review of a
/// week may be done after it.
fn week_of(history: &ItemHistory, period: &Period, postponement: &Postponement) -> Week {
    let mut reviews = history.reviews.iter();
    let of_it = reviews.find(|review| {
        review.decision == Decision::Postponed
            && review.period.as_ref() == Some(period)
            // A decision is recorded right after what it decides.
            && review.seq == postponement.seq + 1
    });
    let recorded = || Week::of(postponement.recorded.date_naive());
    of_it.map_or_else(recorded, |review| review.week)
}

fn of_postponements(premises: &Premises<'_>, week: Week, day: NaiveDate) -> Vec<Dated> {
    let postponed = postponed(premises, week);
    if postponed.is_empty() {
        return Vec::new();
    }
    let assessment = assess_week(premises, week, day);
    let first = |index: ItemIndex, period: &Period| {
        let mut occurrences = assessment.item(index)?.occurrences.iter();
        occurrences.find(|o| o.period == *period)?.first_due
    };
    let say = |(index, period, postponement): (ItemIndex, &Period, &Postponement)| {
        let change = Change::Postponed {
            index,
            period: period.clone(),
            to: postponement.to,
            first: first(index, period),
            reason: postponement.reason.clone(),
            by: postponement.by.clone(),
        };
        (postponement.recorded.date_naive(), change)
    };
    postponed.into_iter().map(say).collect()
}

/// The first day that the profile gives is no move.
fn of_anchors(premises: &Premises<'_>, week: Week) -> Vec<Dated> {
    let mut changes = Vec::new();
    for (anchor, settings) in premises.history.anchors() {
        let mut from = None;
        for setting in settings {
            let before = from.replace(setting.on);
            let first = before.is_none() && setting.profile;
            if first || before == Some(setting.on) || !week.contains(setting.recorded) {
                continue;
            }
            let change = Change::AnchorMoved {
                anchor: anchor.clone(),
                from: before,
                to: setting.on,
                reason: setting.reason.clone(),
                by: setting.by.clone(),
            };
            changes.push((setting.recorded, change));
        }
    }
    changes
}

fn of_checklists(premises: &Premises<'_>, week: Week) -> Vec<Dated> {
    let upgrades = premises.history.upgrades().iter();
    let of_week = upgrades.filter(|upgrade| week.contains(upgrade.on));
    of_week
        .map(|upgrade| {
            let change = Change::Upgraded {
                checklist: upgrade.checklist.clone(),
                from: upgrade.from,
                to: upgrade.version,
            };
            (upgrade.on, change)
        })
        .collect()
}

fn of_findings(premises: &Premises<'_>, week: Week) -> Vec<Dated> {
    let mut changes = Vec::new();
    for found in premises.history.findings() {
        let index = premises.index(&found.item.checklist, &found.item.item);
        let finding = || found.id.clone();
        let raised = Change::FindingRaised {
            finding: finding(),
            index,
        };
        changes.push((found.raised.on, raised));
        changes.extend(found.closed.as_ref().map(|closed| {
            let finding = finding();
            (closed.on, Change::FindingClosed { finding, index })
        }));
    }
    changes.retain(|(on, _)| week.contains(*on));
    changes
}

fn of_locks(premises: &Premises<'_>, week: Week) -> Vec<Dated> {
    let history = premises.history.week(week).into_iter();
    let unlockings = history.flat_map(|history| &history.unlockings);
    unlockings
        .map(|unlocking| {
            let change = Change::Unlocked {
                reason: unlocking.reason.clone(),
                by: unlocking.by.as_str().into(),
                on: unlocking.on,
            };
            (unlocking.on, change)
        })
        .collect()
}
