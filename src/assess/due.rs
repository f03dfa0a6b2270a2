//! From a due date as a checklist gives it to a day, as far as the anchors are known.

use super::Premises;
use crate::calendar::{Period, Term};
use crate::checklist::{Anchor, Due, Unit};
use crate::fact::{AnchorSetting, Event, ItemHistory};
use chrono::{Days, NaiveDate};

/// Which settings of an anchor are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// The one in force.
    Now,
    /// The first there was.
    First,
    /// The one in force when that entry of the record was made: what was done then is held to it.
    Before(u64),
}

/// What a due date may be counted from, beside the profile's anchors.
#[derive(Clone, Copy)]
pub(super) struct Bases<'a> {
    pub(super) required_from: NaiveDate,
    pub(super) term: Option<&'a Term>,
    pub(super) event: Option<&'a Event>,
}

impl Premises<'_> {
    /// The day of a due date; `None` where its anchor has no day.
    pub(super) fn day_of_due(&self, due: &Due, from: Bases<'_>, known: Known) -> Option<NaiveDate> {
        let (anchor, offset, unit) = match due {
            Due::On(day) => return Some(*day),
            Due::Relative {
                anchor,
                offset,
                unit,
            } => (anchor, *offset, *unit),
        };
        let day = match anchor {
            Anchor::Adopted => from.required_from,
            Anchor::TermStart => self.term_start(from.term?, known),
            Anchor::TermEnd => from.term?.to,
            Anchor::Event => from.event?.on,
            Anchor::Named(name) => self.anchor_known(name, known)?,
        };
        match (unit, from.term) {
            // The days of a term that began on another day are counted by the term as it was.
            (Unit::SchoolDays, Some(term)) if *anchor == Anchor::TermStart && day != term.from => {
                self.calendar.add_school_days_had(term, day, offset)
            }
            (Unit::SchoolDays, _) => self.calendar.add_school_days(day, offset),
            (Unit::Days, _) if offset < 0 => {
                day.checked_sub_days(Days::new(offset.unsigned_abs().into()))
            }
            (Unit::Days, _) => day.checked_add_days(Days::new(offset.unsigned_abs().into())),
        }
    }

    /// The day of an anchor: the last that was recorded, or else the profile's.
    #[must_use]
    pub fn anchor(&self, name: &str) -> Option<NaiveDate> {
        self.anchor_known(name, Known::Now)
    }

    /// The last days that the school has set for an occurrence in place of the checklist's, by an
    /// assignment or by postponing it, the last in force. An assignment's is for the term in which
    /// it lies.
    pub(super) fn dues_set(&self, history: &ItemHistory, period: &Period) -> Vec<NaiveDate> {
        let is_meant = |due: NaiveDate| match period {
            Period::Term(id) => {
                let term = self.calendar.current_term(due);
                term.is_some_and(|term| term.id() == *id)
            }
            _ => true,
        };
        let assigned = history.assignment.iter();
        let assigned = assigned.filter_map(|a| Some((a.due_seq, a.due.filter(|d| is_meant(*d))?)));
        let postponed = history.postponements.get(period).into_iter().flatten();
        let mut set: Vec<(u64, NaiveDate)> = assigned
            .chain(postponed.map(|postponement| (postponement.seq, postponement.to)))
            .collect();
        set.sort_unstable();
        set.into_iter().map(|(_, due)| due).collect()
    }

    fn anchor_known(&self, name: &str, known: Known) -> Option<NaiveDate> {
        let recorded = setting(self.history.anchor(name), known).map(|setting| setting.on);
        recorded.or_else(|| self.school.anchors.get(name).copied())
    }

    /// The first day of a term. The calendar has the one in force.
    fn term_start(&self, term: &Term, known: Known) -> NaiveDate {
        let settings = self.history.anchor(&term_anchor(term));
        match known {
            Known::Now => term.from,
            known => setting(settings, known).map_or(term.from, |setting| setting.on),
        }
    }
}

/// The name under which the record keeps the first day of a term: `2022-spring-start`.
#[must_use]
pub fn term_anchor(term: &Term) -> String {
    format!("{}-start", term.id())
}

fn setting(settings: &[AnchorSetting], known: Known) -> Option<&AnchorSetting> {
    match known {
        Known::Now => settings.last(),
        Known::First => settings.first(),
        Known::Before(seq) => {
            let before = settings.iter().rev().find(|setting| setting.seq < seq);
            before.or(settings.first())
        }
    }
}
