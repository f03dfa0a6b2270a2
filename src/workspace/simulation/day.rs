//! A school day: what is ticked, counted, found and put right.

use super::super::command::{Command, FindingText};
use super::super::error::WorkspaceError;
use super::{Chance, Player};
use crate::assess::{ItemIndex, Status, assess, period_on};
use crate::checklist::Cadence;
use crate::fact::{Evidence, Finding, FindingSource, FindingState, Verdict};
use crate::text::made_up;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Of a hundred open items, how many are done on a day, by cadence.
const ONCE: usize = 12;
const WEEKLY: usize = 45;
const MONTHLY: usize = 12;
const TERMLY: usize = 3;

impl Player<'_> {
    /// The day's entries, in the order of a day.
    pub(super) fn day(&mut self) -> Result<(), WorkspaceError> {
        self.catch_up()?;
        self.work()?;
        self.count()?;
        self.events()?;
        self.set_aside()?;
        self.find()?;
        self.put_right()
    }

    /// How carefully an item is looked after: so many times of a hundred. The same for all time.
    fn care(&self, index: ItemIndex) -> usize {
        let about = (index.checklist * 10_000 + index.requirement * 100 + index.item) as u64;
        86 + Chance::of(self.seed, about).below(15)
    }

    /// Enters today what was done yesterday and forgotten.
    fn catch_up(&mut self) -> Result<(), WorkspaceError> {
        let calendar = self.workspace.calendar_shared();
        let Some(before) = calendar.add_school_days(self.today, -1) else {
            return Ok(());
        };
        let missed = self.open_items(|cadence| *cadence == Cadence::Daily, before);
        let done: Vec<ItemIndex> = missed
            .into_iter()
            .filter(|_| self.chance.happens(50))
            .collect();
        self.tick(done, before)
    }

    /// Ticks what was done today.
    fn work(&mut self) -> Result<(), WorkspaceError> {
        let late_in_week = matches!(self.today.weekday(), Weekday::Thu | Weekday::Fri);
        let open = self.open_items(|_| true, self.today);
        let mut done = Vec::new();
        for index in open {
            let item = self.workspace.premises().item(index);
            if item.measure.is_some() {
                continue;
            }
            let often = match &item.cadence {
                Cadence::Daily => self.care(index),
                Cadence::Weekly if late_in_week => 2 * WEEKLY,
                Cadence::Weekly => WEEKLY,
                Cadence::Monthly => MONTHLY,
                Cadence::Termly => TERMLY,
                Cadence::Once => ONCE,
                Cadence::Each(_) => 0,
            };
            if self.chance.happens(often) {
                done.push(index);
            }
        }
        let (proven, plain): (Vec<_>, Vec<_>) =
            done.into_iter().partition(|_| self.chance.happens(4));
        self.tick(plain, self.today)?;
        for index in proven {
            self.tick(vec![index], self.today)?;
            self.prove(index)?;
        }
        Ok(())
    }

    fn tick(&mut self, items: Vec<ItemIndex>, on: NaiveDate) -> Result<(), WorkspaceError> {
        if items.is_empty() {
            return Ok(());
        }
        let note = (items.len() == 1).then(|| self.remark(&made_up::NOTES));
        let command = Command::CompleteItems {
            items,
            on,
            note,
            event: None,
        };
        let by = self.principal();
        self.order(&command, &by).map(|_| ())
    }

    fn prove(&mut self, item: ItemIndex) -> Result<(), WorkspaceError> {
        let id = self.workspace.premises().item(item).id.clone();
        let evidence = Evidence {
            source: format!("https://files.example/{id}/{}", self.today),
            digest: None,
            bytes: None,
            on: self.today,
        };
        let by = self.principal();
        self.order(&Command::AttachEvidence { item, evidence }, &by)
            .map(|_| ())
    }

    /// Numbers go up towards their targets.
    fn count(&mut self) -> Result<(), WorkspaceError> {
        let open = self.open_items(|_| true, self.today);
        for item in open {
            let measure = self.workspace.premises().measure(item, self.today);
            let Some(measure) = measure.filter(|_| self.chance.happens(70)) else {
                continue;
            };
            let of = measure.of.unwrap_or(876);
            let before = measure.value.unwrap_or(0);
            let step = of * (20 + self.chance.below(40) as u64) / 100 + 1;
            let command = Command::MeasureItem {
                item,
                value: (before + step).min(of),
                of: Some(of),
                rate: None,
                on: self.today,
                event: None,
            };
            let by = self.principal();
            self.order(&command, &by)?;
        }
        Ok(())
    }

    /// Something happens about once a month, and what it calls for is mostly done.
    fn events(&mut self) -> Result<(), WorkspaceError> {
        let by = self.principal();
        if self.chance.happens(5)
            && let Some((kind, name)) = self.chance.one_of(&made_up::EVENTS)
        {
            let ahead = Days::new(self.chance.below(7) as u64);
            let command = Command::OpenEvent {
                kind: (*kind).to_owned(),
                name: name.of(self.lang).to_owned(),
                on: self.today.checked_add_days(ahead).unwrap_or(self.today),
            };
            self.order(&command, &by)?;
        }
        let called_for = self.open_items(|cadence| matches!(cadence, Cadence::Each(_)), self.today);
        for index in called_for {
            if self.chance.happens(35) {
                self.tick(vec![index], self.today)?;
            }
        }
        Ok(())
    }

    /// Now and then an item does not apply, or gets another owner.
    fn set_aside(&mut self) -> Result<(), WorkspaceError> {
        let by = self.principal();
        let items: Vec<ItemIndex> = self.workspace.premises().items().collect();
        if self.chance.happens(6)
            && let Some(index) = self.chance.one_of(&items).copied()
        {
            let reason = self.remark(&made_up::WAIVERS);
            let items = vec![index];
            self.order(&Command::WaiveItems { items, reason }, &by)?;
        }
        if self.chance.happens(5)
            && let Some(index) = self.chance.one_of(&items).copied()
            && let Some((name, _)) = self.chance.one_of(&made_up::PEOPLE)
        {
            let command = Command::AssignItems {
                items: vec![index],
                to: name.of(self.lang).to_owned(),
                helpers: Vec::new(),
                due: None,
            };
            self.order(&command, &by)?;
        }
        Ok(())
    }

    /// A check of the school's own finds something every other week; an inspector comes twice a
    /// term.
    fn find(&mut self) -> Result<(), WorkspaceError> {
        let items: Vec<ItemIndex> = self.workspace.premises().items().collect();
        if self.chance.happens(9)
            && let Some(item) = self.chance.one_of(&items).copied()
        {
            let by = self.principal();
            self.raise(item, FindingSource::SelfCheck, &by)?;
        }
        if self.chance.happens(2) {
            self.inspect(&items)?;
        }
        Ok(())
    }

    fn inspect(&mut self, items: &[ItemIndex]) -> Result<(), WorkspaceError> {
        let by = made_up::INSPECTOR.of(self.lang);
        for _ in 0..6 {
            let Some(item) = self.chance.one_of(items).copied() else {
                return Ok(());
            };
            let verdict = match self.chance.below(10) {
                0 => Verdict::Fail,
                1 | 2 => Verdict::Partial,
                _ => Verdict::Pass,
            };
            let command = Command::InspectItem {
                item,
                verdict,
                note: None,
                on: self.today,
            };
            self.order(&command, by)?;
            if verdict == Verdict::Fail {
                self.raise(item, FindingSource::Inspection, by)?;
            }
        }
        Ok(())
    }

    fn raise(
        &mut self,
        item: ItemIndex,
        source: FindingSource,
        by: &str,
    ) -> Result<(), WorkspaceError> {
        let finding = FindingText {
            text: self.remark(&made_up::FINDINGS),
            cause: Some(self.remark(&made_up::CAUSES)),
            action: Some(self.remark(&made_up::ACTIONS)),
            owner: None,
            within: None,
        };
        let command = Command::RaiseFinding {
            item,
            source,
            finding,
            on: self.today,
        };
        self.order(&command, by).map(|_| ())
    }

    /// Findings are put right by their owners and verified by the principal, mostly in time.
    fn put_right(&mut self) -> Result<(), WorkspaceError> {
        let findings = self.workspace.premises().history.findings();
        let open: Vec<Finding> = findings.iter().filter(|f| f.is_open()).cloned().collect();
        for finding in open {
            if !self.chance.happens(40) {
                continue;
            }
            let id = finding.id.clone();
            let (command, by) = match finding.state() {
                FindingState::Open => (
                    Command::FixFinding {
                        finding: id,
                        fixer: None,
                        on: self.today,
                    },
                    finding.owner.clone(),
                ),
                _ => (
                    Command::VerifyFinding {
                        finding: id,
                        close: true,
                    },
                    self.verifier(&finding),
                ),
            };
            self.order(&command, &by)?;
        }
        Ok(())
    }

    /// The principal, or the vice-principal for what the principal has put right.
    fn verifier(&self, finding: &Finding) -> String {
        let principal = self.principal();
        let [_, _, (deputy, _), ..] = &made_up::PEOPLE;
        if finding.owner == principal {
            deputy.of(self.lang).to_owned()
        } else {
            principal
        }
    }

    /// The items of some cadences that can be done for `day` and are not.
    fn open_items(&self, wanted: impl Fn(&Cadence) -> bool, day: NaiveDate) -> Vec<ItemIndex> {
        let premises = self.workspace.premises();
        let assessment = assess(&premises, day);
        let open = assessment.items().filter(|judged| {
            matches!(
                judged.status,
                Status::Due | Status::Partial | Status::Overdue
            )
        });
        let not_done = |index: &ItemIndex| {
            let cadence = &premises.item(*index).cadence;
            let period = period_on(cadence, premises.calendar, day);
            let done = period.and_then(|period| premises.completion(*index, &period));
            wanted(cadence) && done.is_none()
        };
        open.map(|judged| judged.index).filter(not_done).collect()
    }
}
