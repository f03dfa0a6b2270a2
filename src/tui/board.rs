//! Everything the screen shows about the school, as of one moment.

use super::marks::Marks;
use crate::assess::{Adopted, Assessment, ItemAssessment, ItemIndex, Premises, Status};
use crate::assess::{Occurrence, OccurrenceState};
use crate::calendar::SchoolCalendar;
use crate::checklist::{Anchor, Due, Item};
use crate::fact::{Finding, History};
use crate::find::Ground;
use crate::school::School;
use crate::workspace::{Circumstances, Workspace};
use chrono::{Days, NaiveDate};
use std::cmp::Reverse;
use std::sync::Arc;

/// How the school stands, with what that rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Board {
    pub(super) school: Arc<School>,
    pub(super) calendar: Arc<SchoolCalendar>,
    pub(super) adopted: Arc<[Adopted]>,
    pub(super) history: Arc<History>,
    pub(super) assessment: Assessment,
    pub(super) today: NaiveDate,
    /// The number of the next entry of the record.
    pub(super) next: u64,
    /// What calls for work.
    pub(super) tasks: Tasks,
    /// The items that are a number, where they have one this period or wait for it; those below their
    /// targets first.
    pub(super) measured: Vec<ItemIndex>,
    /// The requirements with items of the school's, by the indexes of their checklist and their own.
    pub(super) requirements: Vec<(usize, usize)>,
    /// The findings by their place in the history: the open ones by their limits, then those that
    /// were struck off, the last first.
    pub(super) findings: Vec<usize>,
    /// How many of the first findings are open.
    pub(super) open_findings: usize,
}

/// What calls for work: overdue items first, then those whose last day is today, then those whose
/// last day is within a week, the nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tasks {
    /// How many of the first items are overdue.
    pub(super) overdue: usize,
    /// How many of those after them are due today.
    pub(super) only_today: usize,
    /// How many of all have something due today, the overdue ones among them: what the filter finds.
    pub(super) today: usize,
    pub(super) items: Vec<ItemIndex>,
}

impl Tasks {
    /// How many come after what is overdue or due today.
    pub(super) fn soon(&self) -> usize {
        self.items.len() - self.overdue - self.only_today
    }
}

/// The first day of the term, as checklists name it.
const TERM_START: &str = "term-start";

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
        let (findings, open_findings) = findings(premises.history.findings());
        Arc::new(Self {
            school: workspace.school_shared(),
            calendar: workspace.calendar_shared(),
            adopted: workspace.adopted_shared(),
            tasks: tasks(&assessment, today),
            measured: measured(&premises, &assessment, today),
            requirements: requirements(&assessment),
            findings,
            open_findings,
            history: Arc::clone(&workspace.view().history),
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

    /// What filters look at.
    pub(super) fn ground<'a>(&'a self, marks: &'a Marks) -> Ground<'a> {
        Ground {
            premises: self.premises(),
            assessment: &self.assessment,
            marks: marks.set(),
        }
    }

    /// The `n`th finding, the open ones first.
    pub(super) fn finding(&self, n: usize) -> Option<&Finding> {
        self.history.findings().get(*self.findings.get(n)?)
    }

    /// How many school days are left until `due`; those that have passed since it are negative.
    pub(super) fn days_left(&self, due: NaiveDate) -> i64 {
        let count = |from: NaiveDate, to: NaiveDate| {
            let from = from.succ_opt().unwrap_or(from);
            let days = self.calendar.school_days(from, to).count();
            i64::try_from(days).unwrap_or(i64::MAX)
        };
        if due >= self.today {
            count(self.today, due)
        } else {
            -count(due, self.today)
        }
    }

    /// The anchors that items of the school are counted from, as the checklists name them.
    pub(super) fn anchors(&self) -> Vec<String> {
        let premises = self.premises();
        let mut anchors: Vec<String> = premises
            .items()
            .filter_map(|index| anchor_of(premises.item(index)))
            .collect();
        anchors.sort();
        anchors.dedup();
        anchors
    }

    /// How many unfinished items move with an anchor.
    pub(super) fn moved_by(&self, anchor: &str) -> usize {
        let unfinished = |item: &&ItemAssessment| {
            let open = |o: &Occurrence| !o.is_done() && o.state != OccurrenceState::Waived;
            item.occurrences.iter().any(open) || item.occurrences.is_empty()
        };
        let counted = |item: &&ItemAssessment| {
            anchor_of(self.item(item.index)).is_some_and(|name| name == anchor)
        };
        let items = self.assessment.items();
        items.filter(counted).filter(unfinished).count()
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

    /// The last day of an item; none where it is not past and only a finding makes the item overdue.
    pub(super) fn limit(&self, index: ItemIndex) -> Option<NaiveDate> {
        let judged = self.judged(index)?;
        let is_overdue = judged.status == Status::Overdue;
        judged.due.filter(|due| !is_overdue || *due < self.today)
    }

    pub(super) fn status(&self, index: ItemIndex) -> Status {
        self.judged(index)
            .map_or(Status::NotDue, |item| item.status)
    }
}

/// The anchor that an item is counted from, where that can be moved.
pub(super) fn anchor_of(item: &Item) -> Option<String> {
    match item.due.as_ref()? {
        Due::Relative {
            anchor: Anchor::Named(name),
            ..
        } => Some(name.clone()),
        Due::Relative {
            anchor: Anchor::TermStart,
            ..
        } => Some(TERM_START.to_owned()),
        _ => None,
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
        only_today: due.len(),
        today: of(ItemAssessment::is_due_on).len(),
        items: [overdue, due, soon]
            .into_iter()
            .flatten()
            .map(|item| item.index)
            .collect(),
    }
}

fn measured(premises: &Premises<'_>, assessment: &Assessment, today: NaiveDate) -> Vec<ItemIndex> {
    let is_open = |status| matches!(status, Status::Due | Status::Partial | Status::Overdue);
    let items = assessment.items().filter(|item| {
        let measure = premises.measure(item.index, today);
        measure.is_some_and(|measure| measure.value.is_some() || is_open(item.status))
    });
    let mut measured: Vec<ItemIndex> = items.map(|item| item.index).collect();
    // What has reached its target comes last.
    measured.sort_by_cached_key(|index| {
        let measure = premises.measure(*index, today);
        measure.is_some_and(|measure| measure.value.zip(measure.of).is_some_and(|(n, of)| n >= of))
    });
    measured
}

/// The findings in the order of the list, and how many of them are open.
fn findings(all: &[Finding]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..all.len()).collect();
    let closed = |finding: &Finding| {
        finding
            .closed
            .as_ref()
            .map(|closed| Reverse(closed.recorded))
    };
    order.sort_by_key(|n| {
        let finding = &all[*n];
        (closed(finding), finding.due, *n)
    });
    let open = all.iter().filter(|finding| finding.is_open()).count();
    (order, open)
}

fn requirements(assessment: &Assessment) -> Vec<(usize, usize)> {
    let requirements = assessment.checklists.iter().flat_map(|c| &c.requirements);
    requirements
        .filter_map(|requirement| requirement.items.first())
        .map(|item| (item.index.checklist, item.index.requirement))
        .collect()
}
