//! The state of the weekly review: which week, what it has to decide, where the eye is.

use super::cursor::Cursor;
use crate::assess::{Assessment, ItemIndex, Planned, Premises, assess_week, schedule};
use crate::calendar::Week;
use crate::fact::{Concern, Decision};
use crate::review::{Matter, Queue, Summary, queue};
use crate::workspace::MatterRef;
use chrono::NaiveDate;
use std::sync::Arc;

/// The weekly review as it is shown. Every decision is a fact, so that leaving and coming back
/// resumes by itself.
#[derive(Debug, Clone)]
pub(super) struct Review {
    pub(super) week: Week,
    /// Whether the user went to this week, and not the calendar.
    pub(super) is_chosen: bool,
    /// What there is to decide; `None` until it is worked out, and after something has changed.
    pub(super) page: Option<Arc<WeekPage>>,
    /// What the week adds up to; `None` until it is worked out.
    pub(super) summary: Option<Arc<Summary>>,
    pub(super) cursor: Cursor,
    /// What was decided last, and about what: the same can be decided for all alike.
    pub(super) last: Option<(Concern, Decision)>,
    /// The matter to choose when there is one like it: what was undone.
    pub(super) wanted: Option<(ItemIndex, Concern)>,
    /// The first line of the summary that is shown.
    pub(super) top: usize,
}

/// A week with what its review has to decide.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WeekPage {
    pub(super) assessment: Assessment,
    pub(super) queue: Queue,
    pub(super) schedule: Vec<Planned>,
}

impl Review {
    pub(super) fn of(week: Week) -> Self {
        Self {
            week,
            is_chosen: false,
            page: None,
            summary: None,
            cursor: Cursor::default(),
            last: None,
            wanted: None,
            top: 0,
        }
    }

    /// The review of a week that the user goes to.
    pub(super) fn chosen(week: Week) -> Self {
        Self {
            is_chosen: true,
            ..Self::of(week)
        }
    }

    /// The matters that are left.
    pub(super) fn matters(&self) -> &[Matter] {
        self.page
            .as_ref()
            .map_or(&[], |page| page.queue.matters.as_slice())
    }

    /// The matter that keys decide.
    pub(super) fn matter(&self) -> Option<&Matter> {
        self.matters().get(self.cursor.at)
    }

    /// Goes to the matter that follows a decision: the one that took the place of the decided one,
    /// or else the first that is undecided.
    pub(super) fn settle_cursor(&mut self, height: usize) {
        let undecided = self.page.as_ref().map_or(0, |page| page.queue.undecided());
        if self.cursor.at >= undecided && undecided > 0 {
            self.cursor.at = 0;
        }
        let len = self.matters().len();
        self.cursor.keep_in_sight(len, height);
    }
}

impl WeekPage {
    pub(super) fn of(premises: &Premises<'_>, week: Week, day: NaiveDate) -> Self {
        let assessment = assess_week(premises, week, day);
        Self {
            queue: queue(premises, &assessment),
            schedule: schedule(premises, &assessment),
            assessment,
        }
    }
}

/// A matter as an order names it: once for each of its occurrences.
pub(super) fn refs(matter: &Matter) -> Vec<MatterRef> {
    let named = |period| MatterRef {
        item: matter.index,
        concern: matter.concern,
        period,
        finding: matter.finding.clone(),
    };
    if matter.periods.is_empty() {
        return vec![named(None)];
    }
    let periods = matter.periods.iter().cloned();
    periods.map(|period| named(Some(period))).collect()
}
