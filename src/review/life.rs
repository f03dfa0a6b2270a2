//! A short life of one school, for the tests of this room.

use crate::assess::{Adopted, ItemIndex, Premises};
use crate::calendar::holidays::Holidays;
use crate::checklist::{Checklist, ItemRef};
use crate::fact::{
    ActionId, Concern, Decision, Entry, Fact, FactId, FindingId, FindingSource, History, Subject,
};
use crate::school::{Adoption, School, SchoolKind};
use chrono::NaiveDate;
use std::sync::Arc;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

/// A school with one checklist `c` of one requirement, and what was recorded.
pub(super) struct Life {
    pub(super) school: School,
    adopted: Vec<Adopted>,
    facts: Vec<Fact>,
}

impl Life {
    /// A life with items `1.1`, `1.2` and so on whose keys beside id, text and clauses are `items`
    /// (JSON), adopted on `since`.
    pub(super) fn of(since: &str, items: &[&str]) -> Self {
        let items: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(n, keys)| {
                let n = n + 1;
                format!(r#"{{"id": "1.{n}", "text": "x", "clauses": ["C{n}"], {keys}}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"checklist": "c", "version": 1, "title": "t",
                "directive": {{"issuer": "i", "issued": "2020-01-01"}},
                "requirements": [{{"id": "1", "title": "t", "items": [{}]}}]}}"#,
            items.join(",")
        );
        let checklist: Checklist = serde_json::from_str(&json).expect("a checklist in a test");
        let adoption = Adoption {
            id: checklist.id.clone(),
            since: day(since),
            counts_from: None,
        };
        let id = "s".parse().expect("an id");
        Self {
            school: School::new(id, "学校", SchoolKind::Primary),
            adopted: vec![Adopted {
                checklist: Arc::new(checklist),
                digest: "sha256:00".into(),
                adoption,
            }],
            facts: Vec::new(),
        }
    }

    /// Records something about the school as a whole.
    pub(super) fn say(self, entry: Entry, recorded: &str) -> Self {
        self.add(None, entry, recorded)
    }

    /// Records something about an item, named `1.1` or `1.1@2022-W11`.
    pub(super) fn record(self, item: &str, entry: Entry, recorded: &str) -> Self {
        let (item, period) = match item.split_once('@') {
            Some((item, period)) => (item, Some(period.parse().expect("a period"))),
            None => (item, None),
        };
        let item = ItemRef {
            checklist: "c".parse().expect("an id"),
            item: item.parse().expect("an id"),
        };
        self.add(Some(Subject { item, period }), entry, recorded)
    }

    fn add(mut self, subject: Option<Subject>, entry: Entry, recorded: &str) -> Self {
        let seq = self.facts.len() as u64 + 1;
        self.facts.push(Fact {
            seq,
            id: FactId(format!("f{seq}")),
            recorded: format!("{recorded}T10:00:00+08:00")
                .parse()
                .expect("a moment"),
            by: "王校长".into(),
            action: ActionId(format!("f{seq}")),
            subject,
            entry,
        });
        self
    }

    pub(super) fn done(self, item: &str, on: &str) -> Self {
        self.record(item, Entry::ItemCompleted { on: day(on) }, on)
    }

    pub(super) fn waived(self, item: &str, from: &str) -> Self {
        let entry = Entry::ItemWaived {
            reason: "无此场所".into(),
            from: day(from),
        };
        self.record(item, entry, from)
    }

    pub(super) fn measured(self, item: &str, value: u64, rate: Option<u64>, on: &str) -> Self {
        let entry = Entry::ItemMeasured {
            value,
            of: Some(100),
            rate,
            on: day(on),
        };
        self.record(item, entry, on)
    }

    /// Raises a finding of the owner 李老师; its id is the number of its entry.
    pub(super) fn found(self, item: &str, due: &str, on: &str) -> Self {
        let entry = Entry::FindingRaised {
            finding: FindingId::of_entry(self.facts.len() as u64 + 1),
            source: FindingSource::SelfCheck,
            text: "缺签名".into(),
            cause: None,
            action: None,
            owner: "李老师".into(),
            due: day(due),
            on: day(on),
        };
        self.record(item, entry, on)
    }

    pub(super) fn closed(self, finding: &str, on: &str) -> Self {
        let entry = Entry::FindingClosed {
            finding: FindingId(finding.into()),
            on: day(on),
        };
        self.say(entry, on)
    }

    /// Records a decision of the review of the week that `on` lies in.
    pub(super) fn decided(
        self,
        item: &str,
        concern: Concern,
        decision: Decision,
        on: &str,
    ) -> Self {
        self.reviewed(item, concern, decision, None, on)
    }

    /// Records a decision about a finding.
    pub(super) fn decided_finding(
        self,
        item: &str,
        finding: &str,
        decision: Decision,
        on: &str,
    ) -> Self {
        let finding = Some(FindingId(finding.to_owned()));
        self.reviewed(item, Concern::Finding, decision, finding, on)
    }

    fn reviewed(
        self,
        item: &str,
        concern: Concern,
        decision: Decision,
        finding: Option<FindingId>,
        on: &str,
    ) -> Self {
        let entry = Entry::Reviewed {
            week: crate::calendar::Week::of(day(on)),
            concern,
            decision,
            finding,
            note: None,
        };
        self.record(item, entry, on)
    }

    /// What `look` sees on that day.
    pub(super) fn on<T>(&self, on: &str, look: impl FnOnce(&Premises<'_>, NaiveDate) -> T) -> T {
        let calendar = self.school.calendar(Holidays::built_in().clone());
        let recorded = |fact: &&Fact| fact.recorded.date_naive() <= day(on);
        let facts: Vec<Fact> = self.facts.iter().filter(recorded).cloned().collect();
        let history = History::of(&facts, day(on));
        let premises = Premises {
            school: &self.school,
            calendar: &calendar,
            adopted: &self.adopted,
            history: &history,
        };
        look(&premises, day(on))
    }
}

/// The item `1.n`.
pub(super) fn nth(n: usize) -> ItemIndex {
    ItemIndex {
        checklist: 0,
        requirement: 0,
        item: n - 1,
    }
}
