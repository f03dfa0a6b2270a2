//! A short life of one school, with what the review is about.

use crate::assess::{ItemIndex, Premises, life};
use crate::fact::{Concern, Decision, Entry, Fact, FindingId, FindingSource};
use chrono::NaiveDate;

pub(super) use life::day;

/// A school with one checklist `c` of one requirement, and what was recorded.
pub(super) struct Life(pub(super) life::Life);

impl Life {
    /// A life with items `1.1`, `1.2` and so on whose keys beside id, text and clauses are `items`
    /// (JSON), adopted on `since`.
    pub(super) fn of(since: &str, items: &[&str]) -> Self {
        Self(life::Life::of_items(items, since))
    }

    /// Records something about the school as a whole.
    pub(super) fn say(self, entry: Entry, recorded: &str) -> Self {
        Self(self.0.of_school(entry, recorded))
    }

    /// Records something about an item, named `1.1` or `1.1@2022-W11`.
    pub(super) fn record(self, item: &str, entry: Entry, recorded: &str) -> Self {
        let (item, period) = match item.split_once('@') {
            Some((item, period)) => (item, Some(period)),
            None => (item, None),
        };
        Self(self.0.record_of(item, period, entry, recorded))
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
            finding: FindingId::of_entry(self.0.facts.len() as u64 + 1),
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
        Self(self.0.closed(&FindingId(finding.into()), on))
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

    /// What `look` sees on that day, of what was recorded by then.
    pub(super) fn on<T>(&self, on: &str, look: impl FnOnce(&Premises<'_>, NaiveDate) -> T) -> T {
        let mut known = self.0.clone();
        let recorded = |fact: &Fact| fact.recorded.date_naive() <= day(on);
        known.facts.retain(recorded);
        known.ask(on, |premises| look(premises, day(on)))
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
