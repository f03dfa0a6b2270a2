//! The school profile: who the school is, when it is open, and which checklists it has adopted.

use crate::calendar::{SchoolCalendar, Term, TermId, holidays::Holidays};
use crate::checklist::{ChecklistId, RoleId, Target};
use crate::text::Lang;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A school, as `school.yaml` describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct School {
    /// A short name for files and the bureau's roster: `qingshan`.
    pub id: SchoolId,
    /// What it is called.
    pub name: String,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// The district it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// How many pupils it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub students: Option<u32>,
    /// How many people work there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<u32>,
    /// The language of its screen and reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// The people who answer for items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Its terms; the conventional ones where none is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// Days that due dates are counted from, by name: `reopening`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub anchors: BTreeMap<String, NaiveDate>,
    /// Days off of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_off: Vec<DaySpan>,
    /// Days it works though the calendar says off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub working_days: Vec<NaiveDate>,
    /// The checklists it follows.
    pub checklists: Vec<Adoption>,
}

/// A school's short name: what an id may be, see [`ChecklistId`].
pub type SchoolId = ChecklistId;

/// The kinds of school.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum SchoolKind {
    /// Kindergarten.
    Kindergarten,
    /// Primary school.
    Primary,
    /// Secondary school.
    Secondary,
    /// Vocational school.
    Vocational,
    /// University or college.
    University,
    /// An education bureau, which answers for the bureau's own items.
    Bureau,
}

impl SchoolKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Kindergarten,
        Self::Primary,
        Self::Secondary,
        Self::Vocational,
        Self::University,
        Self::Bureau,
    ];

    /// The kind as a file writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kindergarten => "kindergarten",
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Vocational => "vocational",
            Self::University => "university",
            Self::Bureau => "bureau",
        }
    }
}

/// Somebody at the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// The roles they fill.
    pub roles: Vec<RoleId>,
}

/// A run of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaySpan {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A checklist that a school follows, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// The checklist.
    pub id: ChecklistId,
    /// The first day for which anything can be recorded.
    pub since: NaiveDate,
    /// The first day from which occurrences are required, where it is later: what was already
    /// done may be entered, and nothing from before is held against the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_from: Option<NaiveDate>,
}

impl Adoption {
    /// An adoption on `today`, as a first run makes it: it counts from today, and what was done in
    /// the seven days before may still be entered.
    #[must_use]
    pub fn starting(id: ChecklistId, today: NaiveDate) -> Self {
        Self {
            id,
            since: today.checked_sub_days(Days::new(7)).unwrap_or(today),
            counts_from: Some(today),
        }
    }

    /// The first day from which occurrences are required.
    #[must_use]
    pub fn required_from(&self) -> NaiveDate {
        self.counts_from.unwrap_or(self.since).max(self.since)
    }
}

/// Something in a profile that contradicts something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileFault {
    /// A term, or days off, that end before they begin.
    Backwards(NaiveDate, NaiveDate),
    /// Two terms begin in the same season of a year.
    TermTwice(TermId),
    /// A checklist is adopted twice.
    AdoptedTwice(ChecklistId),
    /// A name has nothing in it, or control characters.
    Name,
}

impl School {
    /// A school with everything but its name, kind and checklists left to defaults.
    #[must_use]
    pub fn new(id: SchoolId, name: impl Into<String>, kind: SchoolKind) -> Self {
        Self {
            id,
            name: name.into(),
            kind,
            district: None,
            students: None,
            staff: None,
            language: None,
            people: Vec::new(),
            terms: Vec::new(),
            anchors: BTreeMap::new(),
            days_off: Vec::new(),
            working_days: Vec::new(),
            checklists: Vec::new(),
        }
    }

    /// All faults of the profile, each with the key it is under.
    #[must_use]
    pub fn faults(&self) -> Vec<(&'static str, usize, ProfileFault)> {
        let mut faults = Vec::new();
        for (key, n, name) in self.names() {
            if name.trim().is_empty() || name.contains(char::is_control) {
                faults.push((key, n, ProfileFault::Name));
            }
        }
        for (n, term) in self.terms.iter().enumerate() {
            if term.to < term.from {
                faults.push(("terms", n, ProfileFault::Backwards(term.from, term.to)));
            }
            if self.terms[..n].iter().any(|t| t.id() == term.id()) {
                faults.push(("terms", n, ProfileFault::TermTwice(term.id())));
            }
        }
        for (n, span) in self.days_off.iter().enumerate() {
            if span.to < span.from {
                faults.push(("days_off", n, ProfileFault::Backwards(span.from, span.to)));
            }
        }
        for (n, adoption) in self.checklists.iter().enumerate() {
            if self.checklists[..n].iter().any(|a| a.id == adoption.id) {
                let fault = ProfileFault::AdoptedTwice(adoption.id.clone());
                faults.push(("checklists", n, fault));
            }
        }
        faults
    }

    /// Every name in the profile, with the key it is under.
    fn names(&self) -> impl Iterator<Item = (&'static str, usize, &str)> {
        let people = self.people.iter().enumerate();
        let days_off = self.days_off.iter().enumerate();
        std::iter::once(("name", 0, self.name.as_str()))
            .chain(
                self.district
                    .iter()
                    .map(|name| ("district", 0, name.as_str())),
            )
            .chain(people.map(|(n, person)| ("people", n, person.name.as_str())))
            .chain(days_off.filter_map(|(n, span)| Some(("days_off", n, span.name.as_deref()?))))
    }

    /// Its school days, given the public holidays.
    #[must_use]
    pub fn calendar(&self, holidays: Holidays) -> SchoolCalendar {
        let days_off = self.days_off.iter().flat_map(|span| {
            let length = u64::try_from((span.to - span.from).num_days()).map_or(0, |n| n + 1);
            (0..length).filter_map(|n| span.from.checked_add_days(Days::new(n)))
        });
        SchoolCalendar::new(
            self.terms.clone(),
            holidays,
            days_off,
            self.working_days.iter().copied(),
        )
    }

    /// The adoption of that checklist.
    #[must_use]
    pub fn adoption(&self, id: &ChecklistId) -> Option<&Adoption> {
        self.checklists.iter().find(|adoption| adoption.id == *id)
    }

    /// The first person who fills `role`.
    #[must_use]
    pub fn person(&self, role: &RoleId) -> Option<&Person> {
        self.people.iter().find(|p| p.roles.contains(role))
    }

    /// The principal, who keeps the record, where the profile names one.
    #[must_use]
    pub fn principal(&self) -> Option<&Person> {
        self.person(&"principal".parse().ok()?)
    }

    /// How many people `target` stands for, `None` where the profile does not say.
    #[must_use]
    pub fn resolve(&self, target: Target) -> Option<u64> {
        match target {
            Target::Number(number) => Some(number),
            Target::Students => self.students.map(u64::from),
            Target::Staff => self.staff.map(u64::from),
            Target::Everyone => Some(u64::from(self.students?) + u64::from(self.staff?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    fn school() -> School {
        School::new(
            "qingshan".parse().expect("an id"),
            "青山小学",
            SchoolKind::Primary,
        )
    }

    #[test]
    fn everyone_is_known_only_when_both_numbers_are() {
        let mut school = school();
        school.students = Some(812);
        assert_eq!(school.resolve(Target::Everyone), None);
        school.staff = Some(64);
        assert_eq!(school.resolve(Target::Everyone), Some(876));
    }

    #[test]
    fn all_faults_of_a_profile_are_named() {
        let mut school = school();
        school.name = " ".into();
        let term = |from: &str, to: &str| Term {
            from: day(from),
            to: day(to),
        };
        school.terms = vec![
            term("2022-02-14", "2022-07-01"),
            term("2022-03-14", "2022-03-01"),
        ];
        let adopted = Adoption::starting("x".parse().expect("an id"), day("2022-03-14"));
        school.checklists = vec![adopted.clone(), adopted];
        assert_eq!(school.faults().len(), 4);
    }

    #[test]
    fn a_first_adoption_counts_from_today_and_takes_what_was_done_last_week() {
        let adoption = Adoption::starting("x".parse().expect("an id"), day("2022-03-14"));
        assert_eq!(adoption.since, day("2022-03-07"));
        assert_eq!(adoption.required_from(), day("2022-03-14"));
    }
}
