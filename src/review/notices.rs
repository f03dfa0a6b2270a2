//! Notices in three colours to those who answer for something: blue before a limit, yellow when
//! it goes slowly, red when it is late (the form of Suqian's schools, where they are typed).
//!
//! What comes round every day is no news while there is time, and neither is what comes round every
//! week before its last three days: a notice that is noise is switched off.

use crate::assess::{Assessment, Premises};
use crate::assess::{ItemAssessment, ItemIndex, Occurrence, OccurrenceState, Owner};
use crate::checklist::Cadence;
use crate::fact::{Finding, FindingId, FindingState};
use crate::text::Lang;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How many school days before a limit the first notice is given.
const NEAR: u32 = 3;

/// How bad it is, from the mildest to the worst.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// A limit is near.
    Blue,
    /// It is behind its pace, or partly done.
    Yellow,
    /// It is overdue.
    Red,
}

impl Colour {
    /// All of them, from the mildest to the worst.
    pub const ALL: [Self; 3] = [Self::Blue, Self::Yellow, Self::Red];
}

/// What one owner is told.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnerNotice {
    /// To whom; `None` for what nobody answers for.
    pub owner: Option<Owner>,
    /// The worst colour of its lines.
    pub colour: Colour,
    /// One line per item: the worst first, then in the order of the checklists.
    pub lines: Vec<NoticeLine>,
}

/// What an owner is told about one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeLine {
    /// How bad it is.
    pub colour: Colour,
    /// The item.
    pub index: ItemIndex,
    /// The finding on it, where it is about one.
    pub finding: Option<FindingId>,
    /// The last day, or the finding's limit.
    pub due: Option<NaiveDate>,
    /// Why.
    pub reason: NoticeReason,
}

/// Why an owner is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeReason {
    /// The last day is near.
    LimitNear {
        /// The school days after today up to it; 0 where it is today.
        school_days: u32,
    },
    /// The number will not reach its target in time.
    BehindPace {
        /// What it takes on a school day; `None` where none is left.
        needed: Option<u64>,
        /// What is done on a school day, as far as is known.
        rate: Option<u64>,
    },
    /// The review found it partly done.
    PartlyDone,
    /// The last day is past.
    Overdue {
        /// The school days since, today among them; 0 where there was none yet.
        school_days: u32,
    },
}

impl NoticeReason {
    fn colour(&self) -> Colour {
        match self {
            Self::LimitNear { .. } => Colour::Blue,
            Self::BehindPace { .. } | Self::PartlyDone => Colour::Yellow,
            Self::Overdue { .. } => Colour::Red,
        }
    }
}

/// The notices of the week and day of a judgement: one per owner, the worst first, then by name;
/// what nobody answers for at the end of its colour.
#[must_use]
pub fn notices(premises: &Premises<'_>, assessment: &Assessment) -> Vec<OwnerNotice> {
    let mut notices: Vec<OwnerNotice> = Vec::new();
    let mut places: HashMap<Option<String>, usize> = HashMap::new();
    for judged in assessment.items() {
        let noticing = Noticing {
            premises,
            judged,
            day: assessment.day,
        };
        for (owner, line) in noticing.lines() {
            let place = *places.entry(key(owner.as_ref())).or_insert(notices.len());
            match notices.get_mut(place) {
                Some(notice) => notice.take(line),
                None => notices.push(OwnerNotice {
                    owner,
                    colour: line.colour,
                    lines: vec![line],
                }),
            }
        }
    }
    for notice in &mut notices {
        notice
            .lines
            .sort_by_key(|line| std::cmp::Reverse(line.colour));
    }
    notices.sort_by_cached_key(|notice| {
        let (nobody, name) = (notice.owner.is_none(), key(notice.owner.as_ref()));
        (std::cmp::Reverse(notice.colour), nobody, name)
    });
    notices
}

/// What tells owners apart: the name, whatever the role; or else the role.
fn key(owner: Option<&Owner>) -> Option<String> {
    owner.map(|owner| owner.of(Lang::Zh))
}

impl OwnerNotice {
    /// Takes a line in; of those about one item, which follow each other, the worst stays, and the
    /// first of equals.
    fn take(&mut self, line: NoticeLine) {
        self.colour = self.colour.max(line.colour);
        match self.lines.last_mut().filter(|l| l.index == line.index) {
            None => self.lines.push(line),
            Some(known) if known.colour < line.colour => *known = line,
            Some(_) => {}
        }
    }
}

struct Noticing<'a> {
    premises: &'a Premises<'a>,
    judged: &'a ItemAssessment,
    day: NaiveDate,
}

impl Noticing<'_> {
    /// The lines about the item, each with whom to tell: its owner, and those of its findings.
    fn lines(&self) -> Vec<(Option<Owner>, NoticeLine)> {
        let index = self.judged.index;
        let occurrences = self.judged.occurrences.iter();
        let lines = occurrences.filter_map(|o| Some(self.line(o.due, None, self.of(o)?)));
        let mut lines: Vec<NoticeLine> = lines.collect();
        lines.sort_by_key(|line| (std::cmp::Reverse(line.colour), line.due));
        let mut told: Vec<(Option<Owner>, NoticeLine)> = lines
            .into_iter()
            .take(1)
            .map(|line| (self.premises.owner(index), line))
            .collect();
        for finding in self.premises.open_findings(index) {
            if let Some(reason) = self.of_finding(finding) {
                let owner = Owner {
                    name: Some(finding.owner.clone()),
                    role: None,
                };
                let line = self.line(Some(finding.due), Some(finding.id.clone()), reason);
                told.push((Some(owner), line));
            }
        }
        told
    }

    fn line(
        &self,
        due: Option<NaiveDate>,
        finding: Option<FindingId>,
        reason: NoticeReason,
    ) -> NoticeLine {
        NoticeLine {
            colour: reason.colour(),
            index: self.judged.index,
            finding,
            due,
            reason,
        }
    }

    fn of(&self, occurrence: &Occurrence) -> Option<NoticeReason> {
        if occurrence.state == OccurrenceState::Overdue {
            // An occurrence that was done is late by a finding only, whose owner is told.
            let index = self.judged.index;
            let missed = self
                .premises
                .completion(index, &occurrence.period)
                .is_none();
            let due = occurrence.due.filter(|due| missed && *due < self.day)?;
            let school_days = self.school_days(due, self.day);
            return Some(NoticeReason::Overdue { school_days });
        }
        if !occurrence.is_open() {
            return None;
        }
        self.slow(occurrence).or_else(|| {
            let near = match self.premises.item(self.judged.index).cadence {
                Cadence::Daily => return None,
                // The last three days, the last one among them.
                Cadence::Weekly => NEAR - 1,
                _ => NEAR,
            };
            self.near(occurrence.due?, near)
        })
    }

    /// Behind its pace; or partly done by the review's word. A number below its target is not
    /// partly done while it is on its pace.
    fn slow(&self, occurrence: &Occurrence) -> Option<NoticeReason> {
        let index = self.judged.index;
        let history = self.premises.item_history(index)?;
        if history.measurements.contains_key(&occurrence.period) {
            let pace = self.premises.pace_of(index, occurrence, self.day)?;
            return (!pace.on_pace).then_some(NoticeReason::BehindPace {
                needed: pace.needed,
                rate: pace.rate,
            });
        }
        let partly = history.is_partly_done(&occurrence.period);
        partly.then_some(NoticeReason::PartlyDone)
    }

    /// A finding past its limit, or near it while its owner has not put it right.
    fn of_finding(&self, finding: &Finding) -> Option<NoticeReason> {
        if finding.is_overdue(self.day) {
            let school_days = self.school_days(finding.due, self.day);
            return Some(NoticeReason::Overdue { school_days });
        }
        let unfixed = finding.state() == FindingState::Open;
        unfixed.then(|| self.near(finding.due, NEAR)).flatten()
    }

    fn near(&self, due: NaiveDate, within: u32) -> Option<NoticeReason> {
        let school_days = self.school_days(self.day, due);
        (school_days <= within).then_some(NoticeReason::LimitNear { school_days })
    }

    /// The school days after `from`, up to `to`.
    fn school_days(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let from = from.succ_opt().unwrap_or(from);
        let days = self.premises.calendar.school_days(from, to).count();
        u32::try_from(days).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::fact::{Concern, Decision, Entry};
    use crate::review::life::{Life, day};
    use crate::school::Person;

    const DAILY: &str = r#""cadence": "daily", "owner": "doctor""#;
    const WEEKLY: &str = r#""cadence": "weekly", "owner": "doctor""#;
    const ONCE: &str = r#""cadence": "once", "due": "2022-03-25", "owner": "doctor""#;

    /// Each notice of a day: the owner, and per line the colour, the item and the reason.
    fn told(life: &Life, on: &str) -> Vec<String> {
        let in_short = |line: &NoticeLine| {
            let id = line.finding.as_ref().map(|id| format!(" {id}"));
            let (item, reason) = (line.index.item + 1, said(&line.reason));
            format!(
                "{:?} 1.{item} {reason}{}",
                line.colour,
                id.unwrap_or_default()
            )
        };
        let say = |notice: OwnerNotice| {
            assert_eq!(notice.lines[0].colour, notice.colour, "the worst is first");
            let owner = notice.owner.as_ref().map(|owner| owner.of(Lang::En));
            let mut parts = vec![owner.unwrap_or_else(|| "nobody".into())];
            parts.extend(notice.lines.iter().map(in_short));
            parts.join(" | ")
        };
        life.on(on, |premises, day| {
            let notices = notices(premises, &assess(premises, day));
            notices.into_iter().map(say).collect()
        })
    }

    fn said(reason: &NoticeReason) -> String {
        match reason {
            NoticeReason::LimitNear { school_days } => format!("in {school_days}"),
            NoticeReason::BehindPace { needed, rate } => {
                format!("{} of {}", rate.unwrap_or(0), needed.unwrap_or(0))
            }
            NoticeReason::PartlyDone => "partly".into(),
            NoticeReason::Overdue { school_days } => format!("since {school_days}"),
        }
    }

    #[test]
    fn blue_begins_three_school_days_before_the_last_day() {
        let life = Life::of("2022-03-14", &[ONCE]);
        assert_eq!(told(&life, "2022-03-21"), Vec::<String>::new());
        assert_eq!(told(&life, "2022-03-22"), ["doctor | Blue 1.1 in 3"]);
        assert_eq!(told(&life, "2022-03-25"), ["doctor | Blue 1.1 in 0"]);
        assert_eq!(told(&life, "2022-03-26"), ["doctor | Red 1.1 since 0"]);
        assert_eq!(told(&life, "2022-03-29"), ["doctor | Red 1.1 since 2"]);
    }

    #[test]
    fn the_three_days_are_school_days() {
        // 3 to 5 April 2022 are off, and Saturday the 2nd is worked.
        let item = ONCE.replace("03-25", "04-06");
        let life = Life::of("2022-03-14", &[&item]);
        assert_eq!(told(&life, "2022-03-31"), ["doctor | Blue 1.1 in 3"]);
        assert_eq!(told(&life, "2022-03-30"), Vec::<String>::new());
    }

    #[test]
    fn what_comes_round_is_no_news_before_it_is_late() {
        let life = Life::of("2022-03-14", &[DAILY, WEEKLY]).done("1.1@2022-03-14", "2022-03-14");
        assert_eq!(told(&life, "2022-03-15"), Vec::<String>::new());
        assert_eq!(
            told(&life, "2022-03-16"),
            ["doctor | Red 1.1 since 1 | Blue 1.2 in 2"]
        );
    }

    #[test]
    fn the_line_about_missed_days_names_the_first() {
        let life = Life::of("2022-03-14", &[DAILY]);
        assert_eq!(told(&life, "2022-03-18"), ["doctor | Red 1.1 since 4"]);
    }

    #[test]
    fn yellow_is_behind_the_pace_or_partly_done() {
        let number = r#""cadence": "once", "due": "2022-04-01", "owner": "doctor",
            "measure": {"unit": "x", "target": 100}"#;
        let life = Life::of("2022-03-14", &[number, ONCE]);
        let slow = life
            .measured("1.1@once", 10, Some(8), "2022-03-18")
            .decided("1.2@once", Concern::NotDone, Decision::Partly, "2022-03-18");
        assert_eq!(
            told(&slow, "2022-03-18"),
            ["doctor | Yellow 1.1 8 of 9 | Yellow 1.2 partly"]
        );
        let fast = slow.measured("1.1@once", 10, Some(9), "2022-03-18");
        assert_eq!(told(&fast, "2022-03-18"), ["doctor | Yellow 1.2 partly"]);
    }

    #[test]
    fn notices_are_grouped_by_name_and_the_worst_comes_first() {
        let mut life = Life::of(
            "2022-03-14",
            &[WEEKLY, DAILY, r#""cadence": "weekly""#, WEEKLY],
        );
        life.0.school.people = vec![Person {
            name: "赵敏".into(),
            roles: vec!["doctor".parse().expect("a role")],
        }];
        let to = |to: &str| Entry::ItemAssigned {
            to: to.into(),
            helpers: vec![],
            due: None,
        };
        let life =
            life.record("1.1", to("Bao"), "2022-03-14")
                .record("1.4", to("An"), "2022-03-14");
        assert_eq!(
            told(&life, "2022-03-17"),
            [
                "赵敏 | Red 1.2 since 3",
                "An | Blue 1.4 in 1",
                "Bao | Blue 1.1 in 1",
                "nobody | Blue 1.3 in 1",
            ]
        );
    }

    #[test]
    fn the_owner_of_a_finding_is_told_of_it_until_it_is_put_right() {
        let life = Life::of("2022-03-14", &[WEEKLY])
            .done("1.1@2022-W11", "2022-03-14")
            .found("1.1@2022-W11", "2022-03-18", "2022-03-14");
        assert_eq!(told(&life, "2022-03-14"), Vec::<String>::new());
        assert_eq!(told(&life, "2022-03-15"), ["李老师 | Blue 1.1 in 3 F2"]);
        assert_eq!(told(&life, "2022-03-19"), ["李老师 | Red 1.1 since 0 F2"]);
        let fixed = Entry::FindingFixed {
            fixer: "陈静".into(),
            finding: FindingId("F2".into()),
            on: day("2022-03-15"),
        };
        let life = life.say(fixed, "2022-03-15");
        assert_eq!(told(&life, "2022-03-15"), Vec::<String>::new());
        assert_eq!(told(&life, "2022-03-19"), ["李老师 | Red 1.1 since 0 F2"]);
    }

    #[test]
    fn an_item_is_named_once_with_its_worst_colour() {
        let assigned = Entry::ItemAssigned {
            to: "李老师".into(),
            helpers: vec![],
            due: None,
        };
        let life = Life::of("2022-03-14", &[ONCE])
            .record("1.1", assigned, "2022-03-14")
            .found("1.1", "2022-03-21", "2022-03-14");
        assert_eq!(told(&life, "2022-03-24"), ["李老师 | Red 1.1 since 3 F2"]);
    }
}
