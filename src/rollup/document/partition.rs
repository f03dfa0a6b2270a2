//! A roll-up as rows for a database, week by week and district by district.
//!
//! Nothing is worked out here but what only the roll-up as a whole knows: which schools ought to
//! report, in which district they are, and when each first handed in.

use super::returns::Known;
use super::{RollUpAsked, View};
use crate::calendar::Week;
use crate::rollup::gather::{Accepted, Fate, FileEntry, RollUp, Superseded};
use crate::rollup::roster::Roster;
use crate::rollup::row::{Row, SchoolWeek};
use crate::school::SchoolKind;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The schools of a district in a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition<'a> {
    /// The week.
    pub week: Week,
    /// The district: by the roster, or else by the school's newest report.
    pub district: Option<&'a str>,
    /// Its schools, whether they reported or not, in the order of the roster or else by id.
    pub schools: Vec<SchoolInWeek<'a>>,
}

/// A school in a week. What is known of it is by the roster, or else by its newest report.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolInWeek<'a> {
    /// Its short name.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// Whom to ask, as the roster says.
    pub contact: Option<&'a str>,
    /// Which of all schools it is, from 0.
    pub position: u64,
    /// The week.
    pub week: Week,
    /// The last day on which a report of the week was in time.
    pub due: NaiveDate,
    /// The digest of the roster, where there is one.
    pub roster: Option<&'a str>,
    /// What it reported, where it did.
    pub report: Option<ReportRow<'a>>,
}

/// A school's report of a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReportRow<'a> {
    /// What is kept of it.
    pub row: &'a Row,
    /// The file.
    pub file: &'a FileEntry,
    /// The day on which the school first handed in a report of the week.
    pub handed_in: NaiveDate,
}

/// A file, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FileFate<'a> {
    /// The file.
    pub file: &'a FileEntry,
    /// What became of it.
    pub fate: Fate,
    /// What it is about, where it counts or did.
    pub of: Option<&'a SchoolWeek>,
}

impl<'a> Partition<'a> {
    /// All schools in every week that there are reports of, and in the one that is shown; that one
    /// with none where no school is known. With a roster, nothing of other schools is among them: [`RollUp::keep_to`] sets that aside.
    #[must_use]
    pub fn all(
        rollup: &'a RollUp,
        roster: Option<&'a Roster>,
        asked: &'a RollUpAsked,
    ) -> Vec<Self> {
        let view = View::of(rollup, roster, asked);
        let mut all: BTreeMap<(Week, Option<&str>), Vec<SchoolInWeek>> = BTreeMap::new();
        for (position, known) in view.known().into_iter().enumerate() {
            for week in view.weeks() {
                let partition = all.entry((week, known.district)).or_default();
                partition.push(in_week(&view, &known, super::count(position), week));
            }
        }
        if all.is_empty() {
            all.insert((view.week, None), Vec::new());
        }
        let all = all.into_iter();
        all.map(|((week, district), schools)| Self {
            week,
            district,
            schools,
        })
        .collect()
    }
}

fn in_week<'a>(view: &View<'a>, known: &Known<'a>, position: u64, week: Week) -> SchoolInWeek<'a> {
    let entry = view.entry(week, known.id);
    SchoolInWeek {
        id: known.id,
        name: known.name,
        kind: known.kind,
        contact: known.contact,
        position,
        week,
        due: view.due(week),
        roster: view.roster.map(|roster| roster.digest.as_str()),
        report: entry.map(|entry| ReportRow {
            row: entry.row,
            file: entry.file,
            handed_in: entry.handed_in,
        }),
    }
}

impl<'a> FileFate<'a> {
    /// Every file, by name.
    #[must_use]
    pub fn all(rollup: &'a RollUp) -> Vec<Self> {
        let accepted = rollup.accepted.iter();
        let accepted = accepted.map(|(of, Accepted { file, .. })| (file, of));
        let superseded = rollup.superseded();
        let superseded = superseded.map(|Superseded { file, of, .. }| (file, of));
        let about: BTreeMap<&FileEntry, &SchoolWeek> = accepted.chain(superseded).collect();
        let files = rollup.files().into_iter();
        files
            .map(|(file, fate)| FileFate {
                of: match fate {
                    Fate::Quarantined(_) => None,
                    _ => about.get(file).copied(),
                },
                file,
                fate,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rollup::{Reason, RosterSchool};
    use crate::text::Lang;

    fn asked() -> RollUpAsked {
        RollUpAsked {
            week: None,
            due_days: 1,
            today: "2022-03-22".parse().expect("a date"),
            language: Lang::En,
            generated_at: "2022-03-22T09:00:00+08:00".parse().expect("a moment"),
        }
    }

    #[test]
    fn a_school_that_never_reported_has_its_row() {
        let school = RosterSchool {
            id: "qingshan".to_owned(),
            name: "Qingshan".to_owned(),
            kind: SchoolKind::Primary,
            district: Some("Taijiang".to_owned()),
            contact: None,
        };
        let roster = Roster {
            schools: vec![school],
            digest: "sha256:roster".to_owned(),
        };
        let (rollup, asked) = (RollUp::default(), asked());
        let all = Partition::all(&rollup, Some(&roster), &asked);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].district, Some("Taijiang"));
        let school = &all[0].schools[0];
        assert_eq!((school.id, school.report), ("qingshan", None));
        assert_eq!(school.due.to_string(), "2022-03-28");
    }

    #[test]
    fn where_nothing_is_known_the_week_has_its_partition_all_the_same() {
        let (mut rollup, asked) = (RollUp::default(), asked());
        let file = FileEntry {
            name: "a.yaml".to_owned(),
            digest: None,
        };
        rollup.quarantine(file, Reason::NoFile);
        let all = Partition::all(&rollup, None, &asked);
        assert_eq!((all.len(), all[0].schools.len()), (1, 0));
        let files = FileFate::all(&rollup);
        assert_eq!(files[0].fate, Fate::Quarantined(Reason::NoFile));
        assert_eq!(files[0].of, None);
    }
}
