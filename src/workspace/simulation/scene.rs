//! The last days of a life that is shown as an example: they hold something of everything, whatever
//! chance brings.

use super::super::command::{Command, FindingText, Ruling};
use super::super::error::WorkspaceError;
use super::Player;
use crate::assess::ItemIndex;
use crate::calendar::{SchoolCalendar, Week};
use crate::fact::{Decision, Finding, FindingId, FindingSource, Verdict};
use crate::text::Phrase;
use crate::text::made_up::{self, Found};
use chrono::NaiveDate;

/// What has still to be done before a day to come.
const AHEAD: [&str; 2] = ["A1.6", "B1.1"];
/// What was forgotten on the last school day.
const FORGOTTEN: [&str; 2] = ["3.2", "5.4"];
/// What is done by the morning of the day that is shown.
const MORNING: [&str; 5] = ["0.4", "4.3", "5.10", "10.1", "B4.2"];
/// What an inspector says of items.
const VERDICTS: [(&str, Verdict); 6] = [
    ("0.4", Verdict::Pass),
    ("3.1", Verdict::Pass),
    ("4.2", Verdict::Fail),
    ("5.10", Verdict::Pass),
    ("5.11", Verdict::Partial),
    ("10.1", Verdict::Pass),
];

/// How many of the last school days are not left to chance alone.
const CALM: usize = 10;
/// How many school days ago the inspector came, and findings were raised.
const INSPECTED: usize = 4;
const FOUND_BEFORE: usize = 3;
const FOUND: usize = 2;
/// How many school days after the day that is shown the examination is.
const EXAM_IN: i32 = 4;

/// The day that a life is shown on, and those before it.
#[derive(Debug, Clone)]
pub(in crate::workspace) struct Scene {
    /// The day.
    today: NaiveDate,
    /// The last school days before it, the last first.
    before: Vec<NaiveDate>,
    /// The day of the examination.
    exam: NaiveDate,
    /// Whether it is a school day with another before it in its week.
    is_midweek: bool,
}

impl Scene {
    /// The scene of a day, for a school with these days.
    pub(in crate::workspace) fn of(today: NaiveDate, calendar: &SchoolCalendar) -> Self {
        let ago = |days: usize| {
            let days = i32::try_from(days).unwrap_or(0);
            calendar.add_school_days(today, -1 - days)
        };
        let before: Vec<NaiveDate> = (0..CALM).map_while(ago).collect();
        let last = before.first().copied();
        Self {
            exam: calendar.add_school_days(today, EXAM_IN).unwrap_or(today),
            is_midweek: calendar.is_school_day(today)
                && last.is_some_and(|last| Week::of(last) == Week::of(today)),
            today,
            before,
        }
    }

    /// Whether a week is signed on the day that is shown: those before the last one at school.
    pub(super) fn is_signed(&self, week: Week) -> bool {
        self.before
            .first()
            .is_some_and(|last| week < Week::of(*last))
    }

    /// How many school days before the day that is shown a day is; `None` before the last ones.
    pub(super) fn ago(&self, day: NaiveDate) -> Option<usize> {
        self.before.iter().position(|before| *before == day)
    }

    /// Whether an item is left undone on a day.
    fn leaves(&self, id: &str, on: NaiveDate) -> bool {
        let is_forgotten = self.is_midweek && self.before.first().is_some_and(|last| on >= *last);
        put_off(id).is_some() || AHEAD.contains(&id) || is_forgotten && FORGOTTEN.contains(&id)
    }

    /// Until when something is put off: it is overdue on the day that is shown.
    fn put_off_to(&self) -> NaiveDate {
        self.before.first().copied().unwrap_or(self.today)
    }

    /// Whether a finding belongs to the scene, and so is left as it is.
    pub(super) fn keeps(&self, finding: &Finding) -> bool {
        let since = self.before.get(INSPECTED);
        since.is_some_and(|since| finding.raised.on >= *since)
    }
}

/// Why an item is put off time and again, to be overdue on the day that is shown.
fn put_off(id: &str) -> Option<Phrase> {
    let (_, reason) = made_up::PUT_OFF.iter().find(|(known, _)| *known == id)?;
    Some(*reason)
}

impl Player<'_> {
    /// Whether the scene leaves an item undone on a day.
    pub(super) fn is_left(&self, item: ItemIndex, on: NaiveDate) -> bool {
        let scene = self.scene;
        scene.is_some_and(|scene| scene.leaves(&self.id(item), on))
    }

    /// How many school days are left to the day that is shown, where today is among the last ones.
    pub(super) fn ago(&self) -> Option<usize> {
        self.scene?.ago(self.today)
    }

    /// What happens today for the scene.
    pub(super) fn act(&mut self) -> Result<(), WorkspaceError> {
        let Some(scene) = self.scene else {
            return Ok(());
        };
        let [inspected, found, found_before] = &made_up::SCENE;
        match scene.ago(self.today) {
            Some(6) => self.open_event("exam", made_up::EXAM.of(self.lang), scene.exam),
            Some(INSPECTED) => self.visit(inspected),
            Some(FOUND_BEFORE) => self.raise_found(found_before, FindingSource::SelfCheck, None),
            Some(FOUND) => self.raise_found(found, FindingSource::SelfCheck, None),
            Some(1) => self.fix(found_before),
            Some(0) => self.notice(),
            _ => Ok(()),
        }
    }

    /// The morning of the day that is shown: some of the day's work is done.
    pub(super) fn morning(&mut self) -> Result<(), WorkspaceError> {
        let calendar = self.workspace.calendar_shared();
        if !calendar.is_school_day(self.today) {
            return Ok(());
        }
        let done: Vec<ItemIndex> = MORNING.iter().filter_map(|id| self.item(id)).collect();
        self.tick(done, self.today)?;
        match self.item("3.1") {
            Some(checked) => self.measure(checked, 871, 876),
            None => Ok(()),
        }
    }

    /// An inspector looks at items, and finds something.
    fn visit(&mut self, found: &Found) -> Result<(), WorkspaceError> {
        let by = made_up::INSPECTOR.of(self.lang);
        for (id, verdict) in VERDICTS {
            if let Some(item) = self.item(id) {
                let command = Command::InspectItem {
                    item,
                    verdict,
                    note: None,
                    on: self.today,
                };
                self.order(&command, by)?;
            }
        }
        let within = u32::try_from(INSPECTED).ok();
        self.raise_found(found, FindingSource::Inspection, within)
    }

    fn raise_found(
        &mut self,
        found: &Found,
        source: FindingSource,
        within: Option<u32>,
    ) -> Result<(), WorkspaceError> {
        let Some(item) = self.item(found.item) else {
            return Ok(());
        };
        let by = match source {
            FindingSource::Inspection => made_up::INSPECTOR.of(self.lang).to_owned(),
            _ => self.principal(),
        };
        let finding = FindingText {
            within,
            ..self.said(found)
        };
        self.raise(item, source, finding, &by)
    }

    /// Who answers for what was found puts it right.
    fn fix(&mut self, found: &Found) -> Result<(), WorkspaceError> {
        let text = found.text.of(self.lang);
        let findings = self.workspace.premises().history.findings();
        let raised = findings.iter().rev().find(|finding| finding.text == text);
        let known: Option<(FindingId, String)> =
            raised.map(|finding| (finding.id.clone(), finding.owner.clone()));
        let Some((finding, owner)) = known else {
            return Ok(());
        };
        let command = Command::FixFinding {
            finding,
            fixer: None,
            on: self.today,
        };
        self.order(&command, &owner).map(|_| ())
    }

    /// A notice comes and is entered; it has still to be passed on.
    fn notice(&mut self) -> Result<(), WorkspaceError> {
        let mut notices = made_up::EVENTS.iter().filter(|(kind, _)| *kind == "notice");
        if let Some((kind, name)) = notices.next() {
            self.open_event(kind, name.of(self.lang), self.today)?;
        }
        match self.item("1.3") {
            Some(entered) => self.tick(vec![entered], self.today),
            None => Ok(()),
        }
    }

    /// What the review decides about what the scene leaves undone; `None` where that is left to
    /// chance.
    pub(super) fn ruling_of_scene(&self, item: ItemIndex, can: &[Decision]) -> Option<Ruling> {
        let scene = self.scene?;
        if !scene.leaves(&self.id(item), self.today) {
            return None;
        }
        let reason = put_off(&self.id(item)).filter(|_| can.contains(&Decision::Postponed));
        Some(reason.map_or(Ruling::Skipped, |reason| Ruling::Postponed {
            to: scene.put_off_to(),
            reason: reason.of(self.lang).to_owned(),
        }))
    }
}
