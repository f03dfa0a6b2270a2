//! The status report of a week: as it stands, as it was signed, or as it was known on a day.

use super::Workspace;
use super::catalog;
use super::error::WorkspaceError;
use super::view::View;
use crate::assess::assess_week;
use crate::calendar::{Period, Week};
use crate::fact::{Entry, Fact, History, Unlocking, WeekHistory};
use crate::format::{Brief, read_brief};
use crate::report::{
    Amendment, BACKGROUND_WEEKS, Change, DateReport, Layout, Occasion, PreviousHead, RecordHead,
    StatusReport, first_week, report_laid_out, status_report, withdrawn,
};
use crate::text::Lang;
use chrono::{NaiveDate, SubsecRound};
use std::borrow::Cow;

/// Which report is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportAsked {
    /// The week.
    pub week: Week,
    /// The day at whose end it was known so; now where there is none.
    pub as_of: Option<NaiveDate>,
    /// The language of its texts.
    pub lang: Lang,
    /// Whether with the weeks and days before, which charts show.
    pub with_background: bool,
}

/// What a report has beside what every report has, and for whom it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contents<'a> {
    /// Whether with what is due on which day, which calendars show.
    pub with_dates: bool,
    /// How it is laid out for a receiver, where for one.
    pub layout: Option<&'a Layout>,
}

impl ReportAsked {
    /// The first week that has to be at hand.
    #[must_use]
    pub fn from(&self) -> Week {
        let back = if self.with_background {
            BACKGROUND_WEEKS
        } else {
            1
        };
        (0..back).fold(self.week, |week, _| week.previous())
    }
}

impl Workspace {
    /// The status report of a week: as of today, or as it was known at the end of a day. A week
    /// that is signed is reported as it was signed, from the entries that the signature covers.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn report_asked(&self, asked: ReportAsked) -> Result<StatusReport, WorkspaceError> {
        self.report_in(asked, Contents::default())
    }

    /// The same with what is due on which day, which calendars show.
    ///
    /// # Errors
    /// As [`Self::report_asked`].
    pub fn report_with_dates(&self, asked: ReportAsked) -> Result<StatusReport, WorkspaceError> {
        let contents = Contents {
            with_dates: true,
            layout: None,
        };
        self.report_in(asked, contents)
    }

    /// The same, laid out for a receiver.
    ///
    /// # Errors
    /// As [`Self::report_in`].
    pub fn report_laid_out(
        &self,
        asked: ReportAsked,
        layout: &Layout,
    ) -> Result<StatusReport, WorkspaceError> {
        let contents = Contents {
            with_dates: false,
            layout: Some(layout),
        };
        self.report_in(asked, contents)
    }

    /// The report with what is asked for, laid out for a receiver where a layout says so.
    ///
    /// # Errors
    /// Where the record cannot be read, and where the school follows nothing that the layout
    /// chooses.
    pub fn report_in(
        &self,
        asked: ReportAsked,
        contents: Contents<'_>,
    ) -> Result<StatusReport, WorkspaceError> {
        let ReportAsked { week, as_of, .. } = asked;
        let Contents { with_dates, layout } = contents;
        let from = if with_dates {
            asked.from().min(first_week(week))
        } else {
            asked.from()
        };
        let (day, facts) = match as_of {
            Some(day) => (day, self.record.len_on(day)?.min(self.length)),
            None => (self.today(), self.length),
        };
        let known = if as_of.is_none() && from.monday() >= self.since {
            Cow::Borrowed(&self.view)
        } else {
            Cow::Owned(self.view_at(facts, day, from)?)
        };
        let history = known.history.week(week).cloned().unwrap_or_default();
        let signed = history.lock();
        let judged = match signed {
            Some(signature) => &self.view_signed(signature, from)?,
            None => &*known,
        };
        let covered = signed.map_or(facts, |signature| signature.facts);
        let assessment = assess_week(&judged.premises(), week, judged.day);
        let occasion = Occasion {
            lang: asked.lang,
            with_background: asked.with_background,
            with_dates,
            withdrawn: if with_dates {
                self.withdrawn(judged, asked.lang)?
            } else {
                Vec::new()
            },
            generated_at: self.clock.now().trunc_subsecs(0),
            record: self.record_head(&known, covered)?,
            amendments: self.amendments(&history, &judged.history, week, facts)?,
            history,
        };
        let premises = &judged.premises();
        let Some(layout) = layout else {
            return Ok(status_report(premises, &assessment, &occasion));
        };
        if layout.requirements.is_some() && layout.excerpt(premises.adopted).is_empty() {
            return Err(WorkspaceError::NothingChosen(layout.id.clone()));
        }
        Ok(report_laid_out(layout, premises, &assessment, &occasion))
    }

    /// The school's own template of a brief, where it has one.
    ///
    /// # Errors
    /// Where it cannot be read, or with everything that is wrong with it.
    pub fn brief(&self, lang: Lang) -> Result<Option<Brief>, WorkspaceError> {
        let path = self.home.brief_file(lang);
        if !path.exists() {
            return Ok(None);
        }
        let read = read_brief(&path.display().to_string(), &catalog::read(&path)?);
        let brief = read.map_err(|problems| WorkspaceError::Problems(vec![problems]))?;
        Ok(Some(brief))
    }

    /// The status report of a week, without the weeks before it.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn report(
        &self,
        week: Week,
        as_of: Option<NaiveDate>,
        lang: Lang,
    ) -> Result<StatusReport, WorkspaceError> {
        self.report_asked(ReportAsked {
            week,
            as_of,
            lang,
            with_background: false,
        })
    }

    /// What versions of checklists that were followed before had asked for, and none does now.
    fn withdrawn(&self, judged: &View, lang: Lang) -> Result<Vec<DateReport>, WorkspaceError> {
        let mut dates = Vec::new();
        for upgrade in judged.history.upgrades() {
            if let Some(before) = self.view_before(judged, upgrade)? {
                dates.extend(withdrawn(
                    &before.premises(),
                    &judged.premises(),
                    upgrade,
                    lang,
                ));
            }
        }
        Ok(dates)
    }

    /// The head that a report carries, with the one that the last signature before it covers, of
    /// whatever week, and the proof that this one extends it. So each signed report carries on from
    /// the one that was signed before it, an amended one too.
    fn record_head(&self, known: &View, facts: u64) -> Result<RecordHead, WorkspaceError> {
        let head = self.record.head_at(facts)?;
        let weeks = known.history.weeks().iter();
        let signatures = weeks.flat_map(|(week, history)| {
            let signatures = history.signatures.iter();
            signatures.map(|signature| (*week, signature))
        });
        let before = signatures.filter(|(_, signature)| signature.seq <= facts);
        let previous = before.max_by_key(|(_, signature)| signature.seq);
        let previous = previous.map(|(week, signature)| {
            let proof = self.record.consistency_proof(signature.facts, facts)?;
            Ok::<_, WorkspaceError>(PreviousHead {
                week,
                facts: signature.facts,
                head: signature.head.clone(),
                proof: proof.iter().map(ToString::to_string).collect(),
            })
        });
        Ok(RecordHead {
            writer: self.record.writer().to_owned(),
            facts: head.facts,
            head: head.root.to_string(),
            previous: previous.transpose()?,
        })
    }

    /// What was changed about `week` after it had been signed, one for each time it was unlocked.
    /// What bears on the week is decided by what the report rests on, so that it stays once the
    /// week is signed again.
    fn amendments(
        &self,
        of_week: &WeekHistory,
        history: &History,
        week: Week,
        facts: u64,
    ) -> Result<Vec<Amendment>, WorkspaceError> {
        let amendment = |unlocking: &Unlocking| {
            let mut signatures = of_week.signatures.iter();
            let before = signatures.clone().rev().find(|s| s.seq < unlocking.seq);
            let after = signatures.find(|s| s.seq > unlocking.seq);
            let first = before.map_or(unlocking.seq, |signature| signature.facts) + 1;
            let last = after.map_or(facts, |signature| signature.facts);
            Ok(Amendment {
                unlocking: unlocking.clone(),
                signed_before: before.cloned(),
                signed_again: after.cloned(),
                changes: self.changes(first, last, history, week)?,
            })
        };
        of_week.unlockings.iter().map(amendment).collect()
    }

    /// The facts that may change the report of `week` among the entries from `first` to `last`; of
    /// what was undone or done again, the revocation with the facts it is about.
    fn changes(
        &self,
        first: u64,
        last: u64,
        history: &History,
        week: Week,
    ) -> Result<Vec<Change>, WorkspaceError> {
        let mut changes = Vec::new();
        for fact in self.record.facts_between(first, last)? {
            let about = match &fact.entry {
                Entry::Revoked { action } => self.revocation(action)?.into_facts(),
                _ => Vec::new(),
            };
            let all = || std::iter::once(&fact).chain(&about);
            if all().any(|fact| may_change(fact, history, week)) {
                let of_week = all()
                    .any(|fact| history.week_of(fact.subject.as_ref(), &fact.entry) == Some(week));
                changes.push(Change {
                    fact,
                    about,
                    of_week,
                });
            }
        }
        Ok(changes)
    }
}

/// Whether a fact may change what a week's report says: it is about the week; about no stretch of
/// time in particular, as who answers for an item, or an anchor; or about something that goes on
/// from week to week. What locks the week and opens it again is said beside the changes.
fn may_change(fact: &Fact, history: &History, week: Week) -> bool {
    let about = history.week_of(fact.subject.as_ref(), &fact.entry);
    match &fact.entry {
        Entry::Revoked { .. }
        | Entry::WeekSigned { .. }
        | Entry::WeekUnlocked { .. }
        | Entry::NothingReported { .. }
        | Entry::ReportSent(_) => false,
        Entry::ItemWaived { .. } | Entry::WaiverLifted { .. } | Entry::ChecklistUpgraded { .. } => {
            about.is_none_or(|about| about <= week)
        }
        _ if about.is_none_or(|about| about == week) => true,
        entry if entry.reviewed_week().is_some() => false,
        entry => entry.finding().is_some() || goes_on(fact, history),
    }
}

/// Whether a fact is about an occurrence that several weeks show.
fn goes_on(fact: &Fact, history: &History) -> bool {
    let Some(subject) = &fact.subject else {
        return false;
    };
    match &subject.period {
        Some(Period::Once | Period::Term(_) | Period::Event(_) | Period::Month(_)) => true,
        Some(period) => {
            let item = history.item(&subject.item);
            item.is_some_and(|item| item.postponements.contains_key(period))
        }
        None => false,
    }
}
