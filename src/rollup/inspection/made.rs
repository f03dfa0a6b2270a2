//! A roster and rows to draw from.

use crate::assess::Totals;
use crate::calendar::Week;
use crate::report::{RecordHead, SchoolHeader};
use crate::rollup::{
    ChecklistRow, Counts, FindingCounts, ItemShape, RequirementShape, Roster, RosterSchool, Row,
    Shape,
};
use crate::school::SchoolKind;
use crate::text::Lang;
use std::sync::Arc;

pub(super) fn week(text: &str) -> Week {
    text.parse().expect("a week")
}

pub(super) fn roster(ids: &[&str]) -> Roster {
    let school = |id: &&str| RosterSchool {
        id: (*id).to_owned(),
        name: format!("{id}小学"),
        kind: SchoolKind::Primary,
        district: None,
        contact: None,
    };
    Roster {
        schools: ids.iter().map(school).collect(),
        digest: "sha256:00".into(),
    }
}

/// A report in which all is well, of a checklist with these items; each once required and done.
pub(super) fn row(school: &str, of: &str, checklist: &str, items: &[&str]) -> Row {
    let week = week(of);
    let count = u64::try_from(items.len()).expect("few");
    Row {
        school: SchoolHeader {
            id: school.into(),
            name: format!("{school}小学"),
            kind: SchoolKind::Primary,
            district: None,
            students: None,
            staff: None,
        },
        week,
        as_of: week.sunday(),
        generated_at: "2022-03-20T16:00:00+08:00".parse().expect("a moment"),
        language: Lang::Zh,
        nothing_to_report: false,
        signed: None,
        signed_first: None,
        totals: Totals {
            required: count,
            done: count,
            ..Totals::default()
        },
        checklists: vec![ChecklistRow {
            shape: Arc::new(shape(checklist, items)),
            counts: counts(&vec!["1/1/0/0/0"; items.len()].join(" ")),
        }],
        measures: vec![],
        findings: FindingCounts::default(),
        gates_closed: vec![],
        inspections: 0,
        disagreements: 0,
        record: RecordHead {
            writer: school.into(),
            facts: 1,
            head: "sha256:01".into(),
            previous: None,
        },
    }
}

pub(super) fn counts(text: &str) -> Counts {
    Counts::try_from(text.to_owned()).expect("counts")
}

fn shape(checklist: &str, items: &[&str]) -> Shape {
    let item = |id: &&str| ItemShape {
        id: (*id).to_owned(),
        text: format!("做好{id}"),
        cadence: "weekly".into(),
    };
    Shape {
        checklist: checklist.into(),
        version: 1,
        digest: format!("sha256:{checklist}"),
        language: Lang::Zh,
        title: "清单".into(),
        requirements: vec![RequirementShape {
            id: "1".into(),
            title: "要求".into(),
            items: items.iter().map(item).collect(),
        }],
    }
}
