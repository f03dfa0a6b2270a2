//! A school day: what is ticked, found and put right.

use super::super::command::{Command, FindingText};
use super::super::error::WorkspaceError;
use super::{Chance, Player};
use crate::assess::{ItemIndex, Status, assess, period_on};
use crate::checklist::Cadence;
use crate::fact::{Evidence, Finding, FindingSource, FindingState, Verdict};
use crate::text::made_up::{self, Found};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Of a hundred open items, how many are done on a day, by cadence.
const ONCE: usize = 12;
const WEEKLY: usize = 45;
const LATE_IN_WEEK: usize = 65;
const MONTHLY: usize = 8;
const TERMLY: usize = 3;
/// The same of those whose last day is near or past.
const PRESSING: usize = 40;
/// How many school days before its last day something is pressing.
const NEAR: usize = 3;
/// Of a hundred ticks, how many come with their evidence: of daily items, and of others.
const DAILY_PROOF: usize = 1;
const PROOF: usize = 35;

impl Player<'_> {
    /// The day's entries, in the order of a day.
    pub(super) fn day(&mut self) -> Result<(), WorkspaceError> {
        self.catch_up()?;
        self.work()?;
        self.count()?;
        if self.ago().is_none() {
            self.events()?;
            self.find()?;
        }
        self.set_aside()?;
        self.called_for()?;
        self.put_right()?;
        self.act()
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
            .filter(|_| self.chance.happens(40))
            .collect();
        self.tick(done, before)
    }

    /// Ticks what was done today.
    fn work(&mut self) -> Result<(), WorkspaceError> {
        let open = self.open_items(|cadence| !matches!(cadence, Cadence::Each(_)), self.today);
        let pressing = self.pressing();
        let mut done = Vec::new();
        for index in open {
            let is_number = self.workspace.premises().item(index).measure.is_some();
            let often = self.often(index, pressing.contains(&index));
            if !is_number && !self.is_left(index, self.today) && self.chance.happens(often) {
                done.push(index);
            }
        }
        let (proven, plain): (Vec<_>, Vec<_>) =
            done.into_iter().partition(|index| self.is_proven(*index));
        let (noted, plain): (Vec<_>, Vec<_>) =
            plain.into_iter().partition(|_| self.chance.happens(6));
        self.tick(plain, self.today)?;
        for index in noted {
            self.tick(vec![index], self.today)?;
        }
        for index in proven {
            self.tick(vec![index], self.today)?;
            self.prove(index)?;
        }
        Ok(())
    }

    /// How often of a hundred times an open item is done today.
    fn often(&self, index: ItemIndex, is_pressing: bool) -> usize {
        let late_in_week = matches!(self.today.weekday(), Weekday::Thu | Weekday::Fri);
        let cadence = self.workspace.premises().item(index).cadence.clone();
        match cadence {
            // The last days are complete, but for what the scene leaves.
            Cadence::Daily if self.ago().is_some_and(|ago| ago <= 2) => 100,
            Cadence::Daily => self.care(index),
            Cadence::Weekly if late_in_week => LATE_IN_WEEK,
            Cadence::Weekly => WEEKLY,
            _ if is_pressing => PRESSING,
            Cadence::Monthly => MONTHLY,
            Cadence::Termly => TERMLY,
            Cadence::Once => ONCE,
            Cadence::Each(_) => 0,
        }
    }

    /// The items whose last day is near or past.
    fn pressing(&self) -> Vec<ItemIndex> {
        let premises = self.workspace.premises();
        let days_to = |due| {
            premises
                .calendar
                .school_days(self.today, due)
                .take(NEAR + 1)
        };
        let assessment = assess(&premises, self.today);
        let items = assessment.items();
        let pressing =
            items.filter(|item| item.due.is_some_and(|due| days_to(due).count() <= NEAR));
        pressing.map(|item| item.index).collect()
    }

    fn is_proven(&mut self, index: ItemIndex) -> bool {
        let is_daily = self.workspace.premises().item(index).cadence == Cadence::Daily;
        let often = if is_daily { DAILY_PROOF } else { PROOF };
        self.chance.happens(often)
    }

    pub(super) fn tick(
        &mut self,
        mut items: Vec<ItemIndex>,
        on: NaiveDate,
    ) -> Result<(), WorkspaceError> {
        items.retain(|index| !self.is_left(*index, on));
        let note = match items.as_slice() {
            [] => return Ok(()),
            [one] => self.note(*one),
            _ => None,
        };
        let command = Command::CompleteItems {
            items,
            on,
            note,
            event: None,
        };
        let by = self.principal();
        self.order(&command, &by).map(|_| ())
    }

    /// What may be remarked on an item.
    fn note(&self, index: ItemIndex) -> Option<String> {
        let id = self.id(index);
        let (_, note) = made_up::NOTES.iter().find(|(known, _)| *known == id)?;
        Some(note.of(self.lang).to_owned())
    }

    fn prove(&mut self, item: ItemIndex) -> Result<(), WorkspaceError> {
        let evidence = Evidence {
            source: format!("https://files.example/{}/{}.pdf", self.id(item), self.today),
            digest: None,
            bytes: None,
            on: self.today,
        };
        let by = self.principal();
        self.order(&Command::AttachEvidence { item, evidence }, &by)
            .map(|_| ())
    }

    /// Something happens about once a month.
    fn events(&mut self) -> Result<(), WorkspaceError> {
        if self.chance.happens(5)
            && let Some((kind, name)) = self.chance.one_of(&made_up::EVENTS)
        {
            let ahead = Days::new(self.chance.below(7) as u64);
            let on = self.today.checked_add_days(ahead).unwrap_or(self.today);
            self.open_event(kind, name.of(self.lang), on)?;
        }
        Ok(())
    }

    pub(super) fn open_event(
        &mut self,
        kind: &str,
        name: &str,
        on: NaiveDate,
    ) -> Result<(), WorkspaceError> {
        let command = Command::OpenEvent {
            kind: kind.to_owned(),
            name: name.to_owned(),
            on,
        };
        let by = self.principal();
        self.order(&command, &by).map(|_| ())
    }

    /// What events call for is mostly done.
    fn called_for(&mut self) -> Result<(), WorkspaceError> {
        let called_for = self.open_items(|cadence| matches!(cadence, Cadence::Each(_)), self.today);
        for index in called_for {
            if self.chance.happens(35) {
                self.tick(vec![index], self.today)?;
            }
        }
        Ok(())
    }

    /// In the first weeks it is said what does not apply; now and then an item gets another owner,
    /// of those who help with it.
    fn set_aside(&mut self) -> Result<(), WorkspaceError> {
        let by = self.principal();
        for (id, reason) in made_up::WAIVERS {
            let item = self.item(id).filter(|item| !self.is_waived(*item));
            if let Some(item) = item.filter(|_| self.chance.happens(40)) {
                let reason = reason.of(self.lang).to_owned();
                let items = vec![item];
                self.order(&Command::WaiveItems { items, reason }, &by)?;
            }
        }
        let items: Vec<ItemIndex> = self.workspace.premises().items().collect();
        if self.chance.happens(5)
            && let Some(index) = self.chance.one_of(&items).copied()
            && let Some(to) = self.helper(index)
        {
            let command = Command::AssignItems {
                items: vec![index],
                to,
                helpers: Vec::new(),
                due: None,
            };
            self.order(&command, &by)?;
        }
        Ok(())
    }

    fn is_waived(&self, item: ItemIndex) -> bool {
        let premises = self.workspace.premises();
        let history = premises.item_history(item);
        history.is_some_and(|history| history.waiver_on(self.today).is_some())
    }

    /// Who helps with an item, by role.
    fn helper(&self, item: ItemIndex) -> Option<String> {
        let premises = self.workspace.premises();
        let mut roles = premises.item(item).helpers.iter();
        let person = roles.find_map(|role| premises.school.person(role))?;
        Some(person.name.clone())
    }

    /// A check of the school's own finds something every other week; an inspector comes twice a
    /// term.
    fn find(&mut self) -> Result<(), WorkspaceError> {
        if self.chance.happens(9)
            && let Some(found) = self.chance.one_of(&self.not_found_yet())
            && let Some(item) = self.item(found.item)
        {
            let (finding, by) = (self.said(found), self.principal());
            self.raise(item, FindingSource::SelfCheck, finding, &by)?;
        }
        if self.chance.happens(2) {
            self.inspect()?;
        }
        Ok(())
    }

    /// What was not found lately, so that not the same is found again and again.
    fn not_found_yet(&self) -> Vec<Found> {
        let premises = self.workspace.premises();
        let texts: Vec<&str> = premises
            .history
            .findings()
            .iter()
            .map(|f| f.text.as_str())
            .collect();
        let fresh = |found: &&Found| !texts.contains(&found.text.of(self.lang));
        made_up::FINDINGS.iter().filter(fresh).copied().collect()
    }

    fn inspect(&mut self) -> Result<(), WorkspaceError> {
        let items: Vec<ItemIndex> = self.workspace.premises().items().collect();
        let by = made_up::INSPECTOR.of(self.lang);
        for _ in 0..6 {
            let Some(item) = self.chance.one_of(&items).copied() else {
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
                let finding = self.finding(item);
                self.raise(item, FindingSource::Inspection, finding, by)?;
            }
        }
        Ok(())
    }

    /// What may be wrong with an item.
    pub(super) fn finding(&self, item: ItemIndex) -> FindingText {
        let id = self.id(item);
        let fresh = self.not_found_yet();
        let found = fresh.iter().find(|found| found.item == id);
        self.said(found.unwrap_or(&made_up::OTHERWISE))
    }

    /// What is found, in the language of the life.
    pub(super) fn said(&self, found: &Found) -> FindingText {
        FindingText {
            text: found.text.of(self.lang).to_owned(),
            cause: Some(found.cause.of(self.lang).to_owned()),
            action: Some(found.action.of(self.lang).to_owned()),
            owner: None,
            within: None,
        }
    }

    pub(super) fn raise(
        &mut self,
        item: ItemIndex,
        source: FindingSource,
        finding: FindingText,
        by: &str,
    ) -> Result<(), WorkspaceError> {
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
        let scene = self.scene;
        for finding in open {
            if scene.is_some_and(|scene| scene.keeps(&finding)) {
                continue;
            }
            let often = if self.ago().is_some() { 100 } else { 40 };
            if !self.chance.happens(often) {
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
    pub(super) fn open_items(
        &self,
        wanted: impl Fn(&Cadence) -> bool,
        day: NaiveDate,
    ) -> Vec<ItemIndex> {
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
