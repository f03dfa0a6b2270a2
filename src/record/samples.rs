//! Facts and places for tests.

use super::{Access, NewFact, Record};
use crate::calendar::Week;
use crate::checklist::ItemRef;
use crate::fact::{
    ActionId, Concern, Decision, Entry, Evidence, Fact, FindingId, FindingSource, Sending,
    SentCounts, SentFigures, SentFile, SentNumber, Subject, Verdict,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::path::PathBuf;

/// A folder of a test's own, with a record in it.
pub(super) struct Place(tempfile::TempDir);

impl Place {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(super) fn open(&self) -> Record {
        Record::open(&self.path("record.db"), Access::ReadWrite).expect("a record")
    }
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A moment, so many milliseconds after eight o'clock.
pub(super) fn moment(millis: i64) -> DateTime<FixedOffset> {
    let eight: DateTime<FixedOffset> = "2022-03-14T08:00:00+08:00".parse().expect("a moment");
    eight + chrono::TimeDelta::milliseconds(millis)
}

pub(super) fn item(id: &str) -> ItemRef {
    ItemRef {
        checklist: "taijiang-2022".parse().expect("an id"),
        item: id.parse().expect("an id"),
    }
}

/// An item done in a period.
pub(super) fn done(id: &str, period: &str) -> NewFact {
    let on = period.parse().unwrap_or(day("2022-03-14"));
    NewFact {
        subject: Some(Subject {
            item: item(id),
            period: Some(period.parse().expect("a period")),
        }),
        entry: Entry::ItemCompleted { on },
    }
}

pub(super) fn revoke(action: &ActionId) -> NewFact {
    NewFact {
        subject: None,
        entry: Entry::Revoked {
            action: action.clone(),
        },
    }
}

/// Appends, as the next action.
pub(super) fn append(record: &mut Record, new: &[NewFact]) -> Vec<Fact> {
    let len = record.len().expect("len");
    let moment = moment(len.cast_signed());
    record
        .append(len, moment, "王校长", new)
        .expect("an append")
}

pub(super) fn all(record: &Record) -> Vec<Fact> {
    let mut facts = Vec::new();
    record.all(|fact| facts.push(fact)).expect("facts");
    facts
}

/// One entry of each kind.
pub(super) fn entries() -> Vec<Entry> {
    let on = day("2022-03-14");
    let text = || "门岗 \"gate\"\n\u{1b}".to_owned();
    vec![
        Entry::ChecklistAdopted {
            checklist: "taijiang-2022".parse().expect("an id"),
            version: 1,
            digest: "sha256:00".into(),
            since: on,
            required_from: on,
        },
        Entry::ItemCompleted { on },
        Entry::ItemReopened { reason: None },
        Entry::ItemReopened {
            reason: Some(text()),
        },
        Entry::ItemWaived {
            reason: text(),
            from: on,
        },
        Entry::WaiverLifted { from: on },
        Entry::ItemAssigned {
            to: text(),
            helpers: vec![text()],
            due: Some(on),
        },
        Entry::ItemMeasured {
            value: u64::MAX,
            of: Some(0),
            rate: Some(7),
            on,
        },
        Entry::EvidenceAttached(Evidence {
            source: text(),
            digest: None,
            bytes: Some(1),
            on,
        }),
        Entry::ItemNoted { text: text(), on },
        Entry::EventOpened {
            event: "e1".into(),
            kind: "exam".into(),
            name: text(),
            on,
        },
        Entry::EventClosed {
            event: "e1".into(),
            on,
        },
        Entry::ReportSent(Box::new(sending())),
        Entry::Revoked {
            action: ActionId("a".into()),
        },
    ]
    .into_iter()
    .chain(of_the_review(on))
    .collect()
}

/// A report that was sent.
pub(super) fn sending() -> Sending {
    let counts = SentCounts {
        required: 5,
        done: 4,
        ..SentCounts::default()
    };
    let requirement = "taijiang-2022/3".parse().expect("a name");
    let number = SentNumber {
        value: 3891,
        of: Some(5494),
    };
    Sending {
        week: "2022-W11".parse().expect("a week"),
        as_of: day("2022-03-16"),
        layout: Some("health".into()),
        to: "卫健局 <b>".into(),
        files: vec![SentFile {
            form: "yaml".into(),
            digest: "sha256:03".into(),
        }],
        facts: 411,
        figures: SentFigures {
            totals: counts,
            findings_open: 1,
            requirements: [(requirement, counts)].into(),
            measures: [(item("3.3"), number)].into(),
        },
    }
}

/// One entry of each kind that belongs to the weekly review.
fn of_the_review(on: NaiveDate) -> Vec<Entry> {
    let text = || "整改 <b>".to_owned();
    let finding = || FindingId::of_entry(7);
    let week = Week::of(on);
    vec![
        Entry::ChecklistUpgraded {
            checklist: "taijiang-2022".parse().expect("an id"),
            version: 2,
            from: 1,
            digest: "sha256:01".into(),
            changed: vec!["3.1".parse().expect("an id")],
            added: Vec::new(),
            removed: Vec::new(),
            on,
        },
        Entry::AnchorSet {
            anchor: "reopening".into(),
            on,
            profile: false,
            reason: Some(text()),
        },
        Entry::ItemPostponed {
            to: on,
            reason: text(),
        },
        Entry::FindingRaised {
            finding: finding(),
            source: FindingSource::Inspection,
            text: text(),
            cause: Some(text()),
            action: None,
            owner: text(),
            due: on,
            on,
        },
        Entry::FindingUpdated {
            finding: finding(),
            cause: None,
            action: Some(text()),
            owner: None,
            due: Some(on),
            note: Some(text()),
            on,
        },
        Entry::FindingFixed {
            fixer: "陈静".into(),
            finding: finding(),
            on,
        },
        Entry::FindingVerified {
            finding: finding(),
            on,
        },
        Entry::FindingClosed {
            finding: finding(),
            on,
        },
        Entry::FindingReopened {
            finding: finding(),
            reason: text(),
            on,
        },
        Entry::Inspected {
            verdict: Verdict::Partial,
            note: Some(text()),
            on,
        },
        Entry::Reviewed {
            week,
            concern: Concern::NotDone,
            decision: Decision::NotApplicable,
            finding: None,
            note: None,
        },
        Entry::WeekConfirmed { week, items: 78 },
        Entry::NothingReported { week },
        Entry::WeekSigned {
            week,
            on,
            facts: 411,
            setting: "sha256:02".into(),
            head: "sha256:00".into(),
        },
        Entry::WeekUnlocked {
            week,
            reason: text(),
            on,
        },
    ]
}
