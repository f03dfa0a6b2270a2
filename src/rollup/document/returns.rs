//! Who reported, and who did not.

use super::set_aside::SetAside;
use super::{Entry, View};
use crate::calendar::Week;
use crate::rollup::roster::RosterSchool;
use crate::rollup::row::Row;
use crate::school::SchoolKind;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How a school's report of a week came in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Returned {
    /// In time.
    Reported,
    /// In time, and it states that there is nothing to report.
    NothingToReport,
    /// After the last day for it, whatever it says.
    Late,
    /// Not at all.
    NotReported,
}

/// How many schools reported: every school is in one of the four.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Returns {
    /// All schools: those of the roster, or else those that there is any report of.
    pub all: u64,
    /// In time.
    pub reported: u64,
    /// In time that there is nothing to report.
    pub nothing_to_report: u64,
    /// Late.
    pub late: u64,
    /// Not at all.
    pub not_reported: u64,
}

impl Returns {
    pub(super) fn count(&mut self, returned: Returned) {
        self.all += 1;
        *match returned {
            Returned::Reported => &mut self.reported,
            Returned::NothingToReport => &mut self.nothing_to_report,
            Returned::Late => &mut self.late,
            Returned::NotReported => &mut self.not_reported,
        } += 1;
    }

    /// How many reported at all.
    #[must_use]
    pub fn in_all(&self) -> u64 {
        self.all.saturating_sub(self.not_reported)
    }
}

/// A school by its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolName {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// A school that reported late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LateSchool {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The day it handed in.
    pub handed_in: NaiveDate,
    /// How many days after the last one for it.
    pub days_late: u64,
    /// Whom to ask, as the roster says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// A school that did not report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToChase {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Whom to ask, as the roster says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The last week before that there is a report of; left out where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_reported: Option<Week>,
    /// Files that came and were set aside, as far as their names say that they are of this school
    /// and week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<String>,
}

/// What is known of a school: by the roster, or else by its newest report.
pub(super) struct Known<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: SchoolKind,
    pub(super) district: Option<&'a str>,
    pub(super) contact: Option<&'a str>,
}

impl<'a> Known<'a> {
    fn by_roster(school: &'a RosterSchool) -> Self {
        Self {
            id: &school.id,
            name: &school.name,
            kind: school.kind,
            district: school.district.as_deref(),
            contact: school.contact.as_deref(),
        }
    }

    fn by_report(row: &'a Row) -> Self {
        Self {
            id: &row.school.id,
            name: &row.school.name,
            kind: row.school.kind,
            district: row.school.district.as_deref(),
            contact: None,
        }
    }
}

impl<'a> View<'a> {
    /// What is known of every school, in the order of the roster or else by id.
    pub(super) fn known(&self) -> Vec<Known<'a>> {
        let mut newest: HashMap<&str, &Row> = HashMap::new();
        for (school, entry) in self.rows.values().flatten() {
            newest.insert(school, entry.row);
        }
        let Some(roster) = self.roster else {
            let schools = self.schools().into_iter();
            let rows = schools.filter_map(|id| newest.get(id));
            return rows.map(|row| Known::by_report(row)).collect();
        };
        let schools = roster.schools.iter().map(|school| {
            let row = newest.get(school.id.as_str());
            let reported = row.and_then(|row| row.school.district.as_deref());
            let known = Known::by_roster(school);
            Known {
                district: known.district.or(reported),
                ..known
            }
        });
        schools.collect()
    }

    /// How a school's report of a week came in.
    pub(super) fn returned(&self, week: Week, school: &str) -> Returned {
        match self.entry(week, school) {
            None => Returned::NotReported,
            Some(entry) if entry.handed_in > self.due(week) => Returned::Late,
            Some(Entry { row, .. }) if row.nothing_to_report => Returned::NothingToReport,
            Some(_) => Returned::Reported,
        }
    }

    /// How many days after the last one for it a report was handed in.
    pub(super) fn days_late(&self, entry: &Entry<'_>) -> u64 {
        let days = (entry.handed_in - self.due(entry.row.week)).num_days();
        u64::try_from(days).unwrap_or(0)
    }

    /// How many schools reported in a week.
    pub(super) fn returns(&self, week: Week) -> Returns {
        let mut returns = Returns::default();
        for school in self.schools() {
            returns.count(self.returned(week, school));
        }
        returns
    }

    /// The last week before the one that is shown in which a school reported.
    fn last_reported(&self, school: &str) -> Option<Week> {
        let mut before = self.rows.range(..self.week).rev();
        let last = before.find(|(_, rows)| rows.contains_key(school));
        last.map(|(week, _)| *week)
    }
}

/// The schools by how they reported.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) reported: Vec<SchoolName>,
    pub(super) nothing_to_report: Vec<SchoolName>,
    pub(super) late: Vec<LateSchool>,
    pub(super) not_reported: Vec<ToChase>,
}

impl Lists {
    pub(super) fn of(view: &View<'_>) -> Self {
        let mut lists = Self::default();
        let set_aside = SetAside::of(view);
        for school in view.known() {
            let (id, name) = (school.id.to_owned(), school.name.to_owned());
            let contact = school.contact.map(str::to_owned);
            let entry = view.entry(view.week, school.id);
            match (view.returned(view.week, school.id), entry) {
                (Returned::Reported, _) => lists.reported.push(SchoolName { id, name }),
                (Returned::NothingToReport, _) => {
                    lists.nothing_to_report.push(SchoolName { id, name });
                }
                (Returned::Late, Some(entry)) => lists.late.push(LateSchool {
                    id,
                    name,
                    handed_in: entry.handed_in,
                    days_late: view.days_late(&entry),
                    contact,
                }),
                (Returned::Late | Returned::NotReported, _) => lists.not_reported.push(ToChase {
                    last_reported: view.last_reported(school.id),
                    set_aside: set_aside.of_school(school.id),
                    district: school.district.map(str::to_owned),
                    id,
                    name,
                    contact,
                }),
            }
        }
        lists
    }
}
