//! Everything the screen shows about the school, as of one moment.

use crate::assess::{Adopted, Assessment, ItemAssessment, ItemIndex, Premises, Status};
use crate::calendar::SchoolCalendar;
use crate::checklist::Item;
use crate::fact::History;
use crate::school::School;
use crate::workspace::Workspace;
use chrono::{Days, NaiveDate};
use std::sync::Arc;

/// How the school stands, with what that rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Board {
    pub(super) school: Arc<School>,
    pub(super) calendar: Arc<SchoolCalendar>,
    pub(super) adopted: Arc<[Adopted]>,
    pub(super) history: History,
    pub(super) assessment: Assessment,
    pub(super) today: NaiveDate,
}

/// What calls for work, in the order it is shown.
pub(super) struct Tasks {
    /// How many of the first items are overdue.
    pub(super) overdue: usize,
    /// How many of those after them are due today.
    pub(super) today: usize,
    pub(super) items: Vec<ItemIndex>,
}

/// How many days ahead a last day is shown among the tasks.
const SOON: Days = Days::new(7);

/// Whether the item is open, and its last day comes after today but soon.
fn is_due_soon(item: &ItemAssessment, today: NaiveDate) -> bool {
    let soon = today.checked_add_days(SOON).unwrap_or(today);
    matches!(item.status, Status::Due | Status::Partial)
        && !item.is_due_on(today)
        && item.due.is_some_and(|due| due <= soon)
}

impl Board {
    /// The board of an open workspace.
    pub(super) fn of(workspace: &Workspace) -> Arc<Self> {
        let premises = workspace.premises();
        Arc::new(Self {
            school: workspace.school_shared(),
            calendar: workspace.calendar_shared(),
            adopted: workspace.adopted_shared(),
            history: premises.history.clone(),
            assessment: workspace.assess(),
            today: workspace.today(),
        })
    }

    pub(super) fn premises(&self) -> Premises<'_> {
        Premises {
            school: &self.school,
            calendar: &self.calendar,
            adopted: &self.adopted,
            history: &self.history,
        }
    }

    pub(super) fn item(&self, index: ItemIndex) -> &Item {
        self.premises().item(index)
    }

    pub(super) fn judged(&self, index: ItemIndex) -> Option<&ItemAssessment> {
        self.assessment.item(index)
    }

    pub(super) fn status(&self, index: ItemIndex) -> Status {
        self.judged(index)
            .map_or(Status::NotDue, |item| item.status)
    }

    /// What calls for work: overdue items first, then those whose last day is today, then those
    /// whose last day is within a week, the nearest first.
    pub(super) fn tasks(&self) -> Tasks {
        let of = |wanted: fn(&ItemAssessment, NaiveDate) -> bool| {
            let items = self.assessment.items();
            let wanted = items.filter(|item| wanted(item, self.today));
            wanted.map(|item| item.index).collect::<Vec<_>>()
        };
        let overdue = of(|item, _| item.status == Status::Overdue);
        let today = of(|item, today| item.status != Status::Overdue && item.is_due_on(today));
        let mut soon = of(is_due_soon);
        soon.sort_by_key(|index| self.judged(*index).and_then(|item| item.due));
        Tasks {
            overdue: overdue.len(),
            today: today.len(),
            items: [overdue, today, soon].concat(),
        }
    }

    /// The items that are a number and have one this period.
    pub(super) fn measured(&self) -> Vec<ItemIndex> {
        let items = self.assessment.items().map(|item| item.index);
        items
            .filter(|index| {
                let measure = self.premises().measure(*index, self.today);
                measure.is_some_and(|measure| measure.value.is_some())
            })
            .collect()
    }
}
