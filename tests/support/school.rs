//! A school of a test's own: a home, the moments at which it is opened, and short orders.
#![allow(dead_code, reason = "each test uses the part that it needs")]

use chrono::{DateTime, FixedOffset, NaiveDate};
use duban::assess::ItemIndex;
use duban::calendar::Week;
use duban::clock::Clock;
use duban::report::{ItemReport, StatusReport};
use duban::school::{Adoption, Person, School, SchoolKind};
use duban::text::Lang;
use duban::workspace::{Command, Home, Outcome, Workspace, WorkspaceError, resolve, setup};
use std::path::Path;

/// Who enters things.
pub(crate) const PRINCIPAL: &str = "林芳";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn week(text: &str) -> Week {
    text.parse().expect("a week")
}

pub(crate) fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("a moment")
}

/// A school's home.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// A home without a school.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder }
    }

    /// A primary school that follows these checklists since 14 February 2022.
    pub(crate) fn new(checklists: &[&str]) -> Self {
        Self::of(checklists, |_| {})
    }

    /// The same, with another profile.
    pub(crate) fn of(checklists: &[&str], alter: impl FnOnce(&mut School)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let id = "qingshan".parse().expect("an id");
        let mut school = School::new(id, "青山小学", SchoolKind::Primary);
        (school.students, school.staff) = (Some(812), Some(64));
        let adoption = |id: &&str| Adoption {
            id: id.parse().expect("an id"),
            since: day("2022-02-14"),
            counts_from: None,
        };
        school.checklists = checklists.iter().map(adoption).collect();
        let person = |name: &str, role: &str| Person {
            name: name.to_owned(),
            roles: vec![role.parse().expect("a role")],
        };
        school.people = vec![
            person(PRINCIPAL, "principal"),
            person("陈静", "school-doctor"),
        ];
        alter(&mut school);
        setup::create(&Home::at(folder.path()), &school, Lang::Zh).expect("set up");
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The school as somebody opens it at that moment: `2022-03-18 16:00`, in China.
    pub(crate) fn at(&self, now: &str) -> Workspace {
        open(self.path(), now)
    }

    /// The report of a week, as somebody gets it at that moment.
    pub(crate) fn report(&self, now: &str, of: &str) -> StatusReport {
        let report = self.at(now).report(week(of), None, Lang::Zh);
        report.expect("a report")
    }
}

/// The home in a folder, as somebody opens it at that moment.
pub(crate) fn open(folder: &Path, now: &str) -> Workspace {
    let (day, time) = now.split_once(' ').expect("a day and a time");
    let clock = Clock::Fixed(moment(&format!("{day}T{time}:00+08:00")));
    Workspace::open(Home::at(folder), clock, None).expect("a workspace")
}

pub(crate) fn item(workspace: &Workspace, name: &str) -> ItemIndex {
    resolve(&workspace.premises(), &[name.to_owned()]).expect("an item")[0]
}

pub(crate) fn items(workspace: &Workspace, names: &[&str]) -> Vec<ItemIndex> {
    names.iter().map(|name| item(workspace, name)).collect()
}

pub(crate) fn order(workspace: &mut Workspace, command: &Command) -> Outcome {
    order_by(workspace, command, PRINCIPAL)
}

pub(crate) fn order_by(workspace: &mut Workspace, command: &Command, by: &str) -> Outcome {
    workspace.execute(command, by).expect("carried out")
}

/// Why an order is refused, in Chinese.
pub(crate) fn refused(workspace: &mut Workspace, command: &Command, by: &str) -> Vec<String> {
    match workspace.execute(command, by) {
        Err(WorkspaceError::Refused(refusals)) => {
            refusals.iter().map(|r| r.say(Lang::Zh).0).collect()
        }
        other => unreachable!("{command:?} should be refused: {other:?}"),
    }
}

pub(crate) fn ticked(workspace: &Workspace, names: &[&str], on: &str) -> Command {
    Command::CompleteItems {
        items: items(workspace, names),
        on: day(on),
        note: None,
        event: None,
    }
}

pub(crate) fn tick(workspace: &mut Workspace, names: &[&str], on: &str) {
    let command = ticked(workspace, names, on);
    order(workspace, &command);
}

/// The item of a report.
pub(crate) fn reported<'a>(report: &'a StatusReport, id: &str) -> &'a ItemReport {
    let requirements = report.checklists.iter().flat_map(|c| &c.requirements);
    let mut items = requirements.flat_map(|r| &r.items);
    items.find(|item| item.id == id).expect("an item")
}

/// The report without the moment it was written.
pub(crate) fn timeless(mut report: StatusReport) -> StatusReport {
    report.generated_at = moment("2000-01-01T00:00:00+00:00");
    report
}
