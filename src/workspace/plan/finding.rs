//! Findings: raised, put right, verified by somebody else, struck off.

use super::super::command::{Command, FindingText, WITHIN};
use super::super::refusal::{Field, Refusal, ReviewRefusal};
use super::Plan;
use crate::assess::ItemIndex;
use crate::calendar::Period;
use crate::checklist::ItemRef;
use crate::fact::{Entry, Finding, FindingId, FindingSource, FindingState, Seen, Subject};
use crate::record::NewFact;
use chrono::NaiveDate;

/// The longest limit, in school days: a term.
const MOST_DAYS: u32 = 120;

impl<'a> Plan<'a> {
    /// Orders about findings; no others.
    pub(super) fn command_about_finding(&mut self, command: &Command) {
        match command {
            Command::RaiseFinding {
                item,
                source,
                finding,
                on,
            } => self.wrap(|plan| {
                plan.dated(*item, *on)?;
                let period = plan.period(*item, *on, None).ok();
                plan.raise(*item, period, *source, finding, *on)
            }),
            Command::UpdateFinding {
                finding,
                cause,
                action,
                owner,
                due,
                note,
            } => {
                let entry = Entry::FindingUpdated {
                    finding: finding.clone(),
                    cause: cause.clone(),
                    action: action.clone(),
                    owner: owner.clone(),
                    due: *due,
                    note: note.clone(),
                    on: self.today,
                };
                self.wrap(|plan| plan.update(finding, entry));
            }
            Command::FixFinding { finding, on } => self.wrap(|plan| plan.fix(finding, *on)),
            Command::VerifyFinding { finding, close } => {
                self.wrap(|plan| plan.verify(finding, *close));
            }
            Command::CloseFinding { finding } => self.wrap(|plan| plan.strike_off(finding)),
            Command::ReopenFinding { finding, reason } => {
                self.wrap(|plan| plan.reopen_finding(finding, reason));
            }
            _ => {}
        }
    }

    pub(super) fn raise(
        &mut self,
        index: ItemIndex,
        period: Option<Period>,
        source: FindingSource,
        said: &FindingText,
        on: NaiveDate,
    ) -> Result<(), Refusal> {
        let texts = [Some(&said.text), said.cause.as_ref(), said.action.as_ref()];
        let wrong = texts.into_iter().flatten();
        let wrong = wrong.filter(|text| !self.is_text(Field::Finding, text));
        if wrong.count() > 0 {
            return Ok(());
        }
        let item = self.premises.item_ref(index);
        let named = || self.premises.owner(index).and_then(|owner| owner.name);
        let owner = said.owner.clone().or_else(named);
        let owner = owner.filter(|name| !name.trim().is_empty());
        let owner = owner.ok_or(ReviewRefusal::OwnerNeeded { item })?;
        let due = self.limit(on, said.within.unwrap_or(WITHIN))?;
        let entry = Entry::FindingRaised {
            finding: FindingId::of_entry(self.next + self.facts.len() as u64),
            source,
            text: said.text.clone(),
            cause: said.cause.clone(),
            action: said.action.clone(),
            owner,
            due,
            on,
        };
        self.add(index, period, entry);
        Ok(())
    }

    /// The last day of a limit of so many school days.
    fn limit(&self, on: NaiveDate, days: u32) -> Result<NaiveDate, Refusal> {
        let most = MOST_DAYS;
        let wrong = ReviewRefusal::Limit { days, most };
        let count = i32::try_from(days).ok().filter(|_| days <= most);
        let due = count.and_then(|count| self.premises.calendar.add_school_days(on, count));
        Ok(due.ok_or(wrong)?)
    }

    /// Completes what is known of a finding; another limit needs a reason.
    pub(super) fn update(&mut self, id: &FindingId, entry: Entry) -> Result<(), Refusal> {
        let finding = self.in_state(id, &[FindingState::Open, FindingState::Fixed])?;
        if let Entry::FindingUpdated {
            cause,
            action,
            owner,
            due,
            note,
            ..
        } = &entry
        {
            let texts = [cause, action, owner, note];
            if due.is_none() && texts.iter().all(|text| text.is_none()) {
                return Err(ReviewRefusal::NothingSaid.into());
            }
            if let Some(due) = due {
                self.not_before_today(*due)?;
                if note.is_none() {
                    return Err(Refusal::Empty(Field::Reason));
                }
            }
            for text in texts.into_iter().flatten() {
                self.is_text(Field::Finding, text);
            }
        }
        self.add_about(finding, entry);
        Ok(())
    }

    pub(super) fn fix(&mut self, id: &FindingId, on: NaiveDate) -> Result<(), Refusal> {
        self.not_in_future(on)?;
        let finding = self.in_state(id, &[FindingState::Open])?;
        if on < finding.raised.on {
            return Err(ReviewRefusal::BeforeRaised {
                finding: id.clone(),
                on: finding.raised.on,
            }
            .into());
        }
        let finding_id = id.clone();
        self.add_about(
            finding,
            Entry::FindingFixed {
                finding: finding_id,
                on,
            },
        );
        Ok(())
    }

    fn verify(&mut self, id: &FindingId, close: bool) -> Result<(), Refusal> {
        let finding = self.in_state(id, &[FindingState::Fixed])?;
        let own = |_: &&Seen| !finding.can_be_verified_by(self.by);
        if let Some(fixed) = finding.fixed.as_ref().filter(own) {
            return Err(ReviewRefusal::OwnVerification {
                finding: id.clone(),
                by: fixed.by.clone(),
            }
            .into());
        }
        let (on, id) = (self.today, || id.clone());
        self.add_about(finding, Entry::FindingVerified { finding: id(), on });
        if close {
            self.add_about(finding, Entry::FindingClosed { finding: id(), on });
        }
        Ok(())
    }

    fn strike_off(&mut self, id: &FindingId) -> Result<(), Refusal> {
        let finding = self.in_state(id, &[FindingState::Verified])?;
        let (on, id) = (self.today, id.clone());
        self.add_about(finding, Entry::FindingClosed { finding: id, on });
        Ok(())
    }

    fn reopen_finding(&mut self, id: &FindingId, reason: &str) -> Result<(), Refusal> {
        let wanted = [
            FindingState::Fixed,
            FindingState::Verified,
            FindingState::Closed,
        ];
        let finding = self.in_state(id, &wanted)?;
        if self.is_text(Field::Reason, reason) {
            let entry = Entry::FindingReopened {
                finding: id.clone(),
                reason: reason.to_owned(),
                on: self.today,
            };
            self.add_about(finding, entry);
        }
        Ok(())
    }

    /// The finding of that id, where it is in one of those states.
    fn in_state(&self, id: &FindingId, wanted: &[FindingState]) -> Result<&'a Finding, Refusal> {
        let history = self.premises.history;
        let finding = history
            .finding(id)
            .ok_or_else(|| ReviewRefusal::UnknownFinding {
                said: id.to_string(),
                open: history
                    .findings()
                    .iter()
                    .filter(|finding| finding.is_open())
                    .map(|finding| finding.id.to_string())
                    .collect(),
            })?;
        if wanted.contains(&finding.state()) {
            return Ok(finding);
        }
        Err(ReviewRefusal::FindingState {
            finding: id.clone(),
            state: finding.state(),
        }
        .into())
    }

    fn add_about(&mut self, finding: &Finding, entry: Entry) {
        let (item, period): (ItemRef, _) = (finding.item.clone(), finding.period.clone());
        self.facts.push(NewFact {
            subject: Some(Subject { item, period }),
            entry,
        });
    }
}
