//! A short life of one school, for tests of the rules.

use super::*;
use crate::calendar::holidays::Holidays;
use crate::fact::{ActionId, Entry, Fact, FactId, FindingId, Subject};
use crate::school::SchoolKind;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

/// A school with one checklist of one requirement, and what was recorded.
#[derive(Clone)]
pub(crate) struct Life {
    pub(crate) school: School,
    pub(crate) adopted: Vec<Adopted>,
    pub(crate) facts: Vec<Fact>,
}

impl Life {
    /// A life with one item `1.1` whose keys beside id, text and clauses are `item` (JSON), adopted
    /// on `since`.
    pub(crate) fn of(item: &str, since: &str) -> Self {
        Self::of_items(&[item], since)
    }

    /// A life with items `1.1`, `1.2` and so on.
    pub(crate) fn of_items(items: &[&str], since: &str) -> Self {
        let items: Vec<String> = (1..)
            .zip(items)
            .map(|(n, item)| {
                format!(r#"{{"id": "1.{n}", "text": "x", "clauses": ["C1"], {item}}}"#)
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

    /// Records something about item `1.1`.
    pub(crate) fn record(self, period: Option<&str>, entry: Entry, recorded: &str) -> Self {
        self.record_of("1.1", period, entry, recorded)
    }

    pub(crate) fn record_of(
        mut self,
        item: &str,
        period: Option<&str>,
        entry: Entry,
        recorded: &str,
    ) -> Self {
        let subject = Subject {
            item: ItemRef {
                checklist: "c".parse().expect("an id"),
                item: item.parse().expect("an id"),
            },
            period: period.map(|p| p.parse().expect("a period")),
        };
        self.enter(Some(subject), entry, recorded);
        self
    }

    /// Records something about the school as a whole.
    pub(crate) fn of_school(mut self, entry: Entry, recorded: &str) -> Self {
        self.enter(None, entry, recorded);
        self
    }

    /// Puts a finding right, has somebody else verify it, and strikes it off.
    pub(crate) fn closed(mut self, finding: &FindingId, on: &str) -> Self {
        let (id, day) = (|| finding.clone(), day(on));
        let fixed = Entry::FindingFixed {
            fixer: "陈静".into(),
            finding: id(),
            on: day,
        };
        self.enter_by("李老师", None, fixed, on);
        let verified = Entry::FindingVerified {
            finding: id(),
            on: day,
        };
        let closed = Entry::FindingClosed {
            finding: id(),
            on: day,
        };
        self.of_school(verified, on).of_school(closed, on)
    }

    fn enter(&mut self, subject: Option<Subject>, entry: Entry, recorded: &str) {
        self.enter_by("王校长", subject, entry, recorded);
    }

    fn enter_by(&mut self, by: &str, subject: Option<Subject>, entry: Entry, recorded: &str) {
        let seq = self.facts.len() as u64 + 1;
        self.facts.push(Fact {
            seq,
            id: FactId(format!("f{seq}").into()),
            recorded: format!("{recorded}T10:00:00+08:00")
                .parse()
                .expect("a moment"),
            by: by.into(),
            action: ActionId(format!("f{seq}").into()),
            subject,
            entry,
        });
    }

    pub(crate) fn done(self, period: &str, on: &str) -> Self {
        let recorded = on.to_owned();
        self.entered(period, on, &recorded)
    }

    pub(crate) fn entered(self, period: &str, on: &str, recorded: &str) -> Self {
        self.record(Some(period), Entry::ItemCompleted { on: day(on) }, recorded)
    }

    pub(crate) fn waived(self, from: &str) -> Self {
        let reason = "无此场所".into();
        let entry = Entry::ItemWaived {
            reason,
            from: day(from),
        };
        self.record(None, entry, from)
    }

    pub(crate) fn event(self, on: &str) -> Self {
        let entry = Entry::EventOpened {
            event: "e1".into(),
            kind: "exam".into(),
            name: "期中考试".into(),
            on: day(on),
        };
        self.record(None, entry, "2022-03-01")
    }

    /// What `ask` finds in the premises as of `on`.
    pub(crate) fn ask<T>(&self, on: &str, ask: impl FnOnce(&Premises<'_>) -> T) -> T {
        let calendar = self.school.calendar(Holidays::built_in().clone());
        let history = History::of(&self.facts, day(on));
        ask(&Premises {
            school: &self.school,
            calendar: &calendar,
            adopted: &self.adopted,
            history: &history,
        })
    }

    pub(crate) fn judged(&self, week: &str, on: &str) -> Assessment {
        let week = week.parse().expect("a week");
        self.ask(on, |premises| assess_week(premises, week, day(on)))
    }

    /// `status required/done late overdue waived` of the week that `on` lies in.
    pub(crate) fn on(&self, on: &str) -> String {
        self.says(&Week::of(day(on)).to_string(), on)
    }

    pub(crate) fn says(&self, week: &str, on: &str) -> String {
        let assessment = self.judged(week, on);
        let t = assessment.tally.totals();
        let status = serde_json::to_string(&assessment.items().next().expect("an item").status);
        format!(
            "{} {}/{} late{} over{} waived{}",
            status.expect("json").trim_matches('"'),
            t.done,
            t.required,
            t.late,
            t.overdue,
            t.waived
        )
    }
}
