//! Everything the screen shows about the school, as of one moment.

use crate::assess::{Adopted, Assessment, ItemAssessment, ItemIndex, Premises, Status};
use crate::calendar::SchoolCalendar;
use crate::checklist::Item;
use crate::fact::History;
use crate::school::School;
use crate::workspace::{Circumstances, Workspace};
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
    /// The number of the next entry of the record.
    pub(super) next: u64,
    /// What calls for work.
    pub(super) tasks: Tasks,
    /// The items that are a number and have one this period.
    pub(super) measured: Vec<ItemIndex>,
    /// The requirements with items of the school's, by the indexes of their checklist and their own.
    pub(super) requirements: Vec<(usize, usize)>,
}

/// What calls for work: overdue items first, then those whose last day is today, then those whose
/// last day is within a week, the nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        let (assessment, today) = (workspace.assess(), workspace.today());
        Arc::new(Self {
            school: workspace.school_shared(),
            calendar: workspace.calendar_shared(),
            adopted: workspace.adopted_shared(),
            tasks: tasks(&assessment, today),
            measured: measured(&premises, &assessment, today),
            requirements: requirements(&assessment),
            history: premises.history.clone(),
            assessment,
            today,
            next: workspace.next_entry(),
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

    /// What an order by somebody is given in.
    pub(super) fn circumstances<'a>(&self, by: &'a str) -> Circumstances<'a> {
        Circumstances {
            today: self.today,
            by,
            next: self.next,
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
}

fn tasks(assessment: &Assessment, today: NaiveDate) -> Tasks {
    let of = |wanted: fn(&ItemAssessment, NaiveDate) -> bool| {
        let wanted = assessment.items().filter(|item| wanted(item, today));
        wanted.collect::<Vec<_>>()
    };
    let overdue = of(|item, _| item.status == Status::Overdue);
    let due = of(|item, today| item.status != Status::Overdue && item.is_due_on(today));
    let mut soon = of(is_due_soon);
    soon.sort_by_key(|item| item.due);
    Tasks {
        overdue: overdue.len(),
        today: due.len(),
        items: [overdue, due, soon]
            .into_iter()
            .flatten()
            .map(|item| item.index)
            .collect(),
    }
}

fn measured(premises: &Premises<'_>, assessment: &Assessment, today: NaiveDate) -> Vec<ItemIndex> {
    let items = assessment.items().map(|item| item.index);
    items
        .filter(|index| {
            let measure = premises.measure(*index, today);
            measure.is_some_and(|measure| measure.value.is_some())
        })
        .collect()
}

fn requirements(assessment: &Assessment) -> Vec<(usize, usize)> {
    let requirements = assessment.checklists.iter().flat_map(|c| &c.requirements);
    requirements
        .filter_map(|requirement| requirement.items.first())
        .map(|item| (item.index.checklist, item.index.requirement))
        .collect()
}
