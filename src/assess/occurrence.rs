//! Occurrences: which ones an item has in a week, and how each stands.
//!
//! An occurrence counts in the week of its last day. One that is missed is carried into the weeks
//! after it until it is done, where no next one takes its place: for `once`, for events, and for
//! `termly` until the next term. A missed day, week or month stays where it was missed.

use super::due::{Bases, Known};
use super::{ItemIndex, Premises, events_of};
use crate::calendar::{Month, Period, SchoolCalendar, Term, Week};
use crate::checklist::{Cadence, Due, Item};
use crate::fact::{Completion, Event, Finding, ItemHistory};
use chrono::NaiveDate;

/// One item in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The period.
    pub period: Period,
    /// The first day to do it.
    pub opens: NaiveDate,
    /// The last day to do it; `None` where nothing sets one.
    pub due: Option<NaiveDate>,
    /// The last day it had first, by the checklist or else by the school, where it has another now.
    pub first_due: Option<NaiveDate>,
    /// How it stands.
    pub state: OccurrenceState,
    /// Whether it counts in the rates of the week.
    pub counted: bool,
}

/// How an occurrence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OccurrenceState {
    /// It was done.
    Done {
        /// On which day.
        on: NaiveDate,
        /// After its last day.
        late: bool,
        /// Recorded on a later day than it was done.
        late_entry: bool,
    },
    /// It does not apply.
    Waived,
    /// It can be done, and there is still time.
    Open,
    /// It is open and begun: a number below the target was recorded, the review found it partly
    /// done, or it was done and a finding on it is open.
    Partial,
    /// It was not done by its last day, or a finding on it is past its limit.
    Overdue,
    /// Its time has not come.
    Upcoming,
}

impl Occurrence {
    /// Whether it was done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.state, OccurrenceState::Done { .. })
    }

    /// Whether it can be done and there is still time.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, OccurrenceState::Open | OccurrenceState::Partial)
    }

    /// Whether it can be done and has not been, in time or not.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        self.is_open() || self.state == OccurrenceState::Overdue
    }
}

/// The week under judgement, with what all items of a cadence share.
pub(super) struct Window<'a> {
    calendar: &'a SchoolCalendar,
    week: Week,
    pub(super) day: NaiveDate,
    school_days: Vec<NaiveDate>,
    months: Vec<(Month, Option<NaiveDate>)>,
    /// Each with its last school day, as the months.
    terms: Vec<(Term, Option<NaiveDate>)>,
}

/// An occurrence before it is judged.
struct Candidate {
    period: Period,
    opens: NaiveDate,
    due: Option<NaiveDate>,
    first_due: Option<NaiveDate>,
}

impl<'a> Window<'a> {
    pub(super) fn new(calendar: &'a SchoolCalendar, week: Week, day: NaiveDate) -> Self {
        let (from, to) = (week.monday(), week.sunday());
        let mut months = vec![Month::of(from), Month::of(to)];
        months.dedup();
        let terms = [from, to].into_iter();
        let mut terms: Vec<Term> = terms.filter_map(|on| calendar.current_term(on)).collect();
        terms.dedup();
        let last = |first, last| calendar.school_days(first, last).next_back();
        Self {
            calendar,
            week,
            day,
            school_days: calendar.school_days(from, to).collect(),
            months: months
                .into_iter()
                .map(|month| (month, last(month.first(), month.last())))
                .collect(),
            terms: terms
                .into_iter()
                .map(|term| (last(term.from, term.to), term))
                .map(|(last, term)| (term, last))
                .collect(),
        }
    }

    /// The day on which standing things (waivers) are looked at: the day of the judgement, or the
    /// week's last where that is past.
    pub(super) fn reference(&self) -> NaiveDate {
        self.day.min(self.week.sunday())
    }

    /// Whether `day` lies in the week.
    pub(super) fn contains(&self, day: NaiveDate) -> bool {
        (self.week.monday()..=self.week.sunday()).contains(&day)
    }
}

/// The occurrences of the item at `index` that matter in the window: those that count, those open
/// now, and those done in it without being required.
pub(super) fn occurrences(
    premises: &Premises<'_>,
    window: &Window<'_>,
    index: ItemIndex,
    history: Option<&ItemHistory>,
) -> Vec<Occurrence> {
    let judge = Judge {
        premises,
        window,
        index,
        item: premises.item(index),
        history,
        findings: premises.open_findings(index),
        required_from: premises.required_from(index),
    };
    let mut found: Vec<Occurrence> = judge
        .candidates()
        .into_iter()
        .filter_map(|candidate| judge.occurrence(candidate))
        .collect();
    judge.add_unrequired(&mut found);
    found.shrink_to_fit();
    found
}

struct Judge<'a> {
    premises: &'a Premises<'a>,
    window: &'a Window<'a>,
    index: ItemIndex,
    item: &'a Item,
    history: Option<&'a ItemHistory>,
    findings: Vec<&'a Finding>,
    required_from: NaiveDate,
}

impl Judge<'_> {
    fn candidates(&self) -> Vec<Candidate> {
        let window = self.window;
        match &self.item.cadence {
            Cadence::Daily => {
                let days = window.school_days.iter();
                let required = days.filter(|day| **day >= self.required_from);
                let mut found = Vec::with_capacity(window.school_days.len());
                found.extend(required.map(|day| self.plain(Period::Day(*day), *day, Some(*day))));
                found
            }
            Cadence::Weekly => {
                let last = window.school_days.last().copied();
                let period = Period::Week(window.week);
                let required = self.required(period, window.week.monday(), last);
                let mut found = Vec::from_iter(required);
                self.add_postponed(&mut found);
                found
            }
            Cadence::Monthly => {
                let months = window.months.iter();
                let mut found: Vec<_> = months
                    .filter_map(|(m, last)| self.required(Period::Month(*m), m.first(), *last))
                    .collect();
                self.add_postponed(&mut found);
                found
            }
            Cadence::Termly => {
                let mut found = Vec::with_capacity(window.terms.len());
                let terms = window.terms.iter();
                found.extend(terms.filter_map(|(term, last)| self.termly(term, (*last)?)));
                found
            }
            Cadence::Once => vec![self.once()],
            Cadence::Each(_) => events_of(self.premises.history, self.item)
                .into_iter()
                .filter_map(|event| self.of_event(event))
                .collect(),
        }
    }

    fn plain(&self, period: Period, opens: NaiveDate, due: Option<NaiveDate>) -> Candidate {
        Candidate {
            period,
            opens: opens.max(self.required_from),
            due,
            first_due: None,
        }
    }

    /// The occurrence of a period with that last school day, unless the period ended before the
    /// checklist counted or has no school day.
    fn required(
        &self,
        period: Period,
        opens: NaiveDate,
        last: Option<NaiveDate>,
    ) -> Option<Candidate> {
        let last = last.filter(|last| *last >= self.required_from)?;
        Some(self.moved(self.plain(period, opens, Some(last)), None))
    }

    /// Adds the weeks and months of before that were given a later last day.
    fn add_postponed(&self, found: &mut Vec<Candidate>) {
        let postponed = self
            .history
            .into_iter()
            .flat_map(|h| h.postponements.keys());
        for period in postponed {
            let (first, last) = match period {
                Period::Week(week) => (week.monday(), week.sunday()),
                Period::Month(month) => (month.first(), month.last()),
                _ => continue,
            };
            if found.iter().all(|candidate| candidate.period != *period) {
                let mut days = self.window.calendar.school_days(first, last);
                found.extend(self.required(period.clone(), first, days.next_back()));
            }
        }
    }

    fn termly(&self, term: &Term, last: NaiveDate) -> Option<Candidate> {
        if last < self.required_from {
            return None;
        }
        let period = Period::Term(term.id());
        let known = self.known(&period);
        let due = self.due(Some(term), None, known).unwrap_or(last);
        // A date that had passed when the checklist was adopted leaves the rest of the term.
        let due = if due < self.required_from { last } else { due };
        let first = self.due(Some(term), None, Known::First);
        Some(self.moved(self.plain(period, term.from, Some(due)), first))
    }

    fn once(&self) -> Candidate {
        let term = self.window.calendar.current_term(self.required_from);
        let due = self.due(term.as_ref(), None, self.known(&Period::Once));
        // A date that had passed when the checklist was adopted is held against nobody.
        let due = due.filter(|due| *due >= self.required_from);
        let first = self.due(term.as_ref(), None, Known::First);
        self.moved(self.plain(Period::Once, self.required_from, due), first)
    }

    fn of_event(&self, event: &Event) -> Option<Candidate> {
        let term = self.window.calendar.current_term(event.on);
        let period = Period::Event(event.id.clone());
        let resolve = |known| match &self.item.due {
            None => Some(event.on),
            Some(_) => self.due(term.as_ref(), Some(event), known),
        };
        let (due, first) = (resolve(self.known(&period))?, resolve(Known::First));
        let called_off = event.closed.is_some_and(|closed| due > closed);
        if due < self.required_from || called_off && !self.is_done(&event.id) {
            return None;
        }
        // Known when it was recorded, or before where it was entered late.
        let opens = event.recorded.min(event.on).min(due);
        Some(self.moved(self.plain(period, opens, Some(due)), first))
    }

    /// What is known of the anchors: what is done is held to what was known when it was recorded.
    fn known(&self, period: &Period) -> Known {
        self.completion(period)
            .map_or(Known::Now, |completion| Known::Before(completion.seq))
    }

    fn due(&self, term: Option<&Term>, event: Option<&Event>, known: Known) -> Option<NaiveDate> {
        let bases = Bases {
            required_from: self.required_from,
            term,
            event,
        };
        let due: &Due = self.item.due.as_ref()?;
        self.premises.day_of_due(due, bases, known)
    }

    fn is_done(&self, event: &str) -> bool {
        self.is_completed(&Period::Event(event.to_owned()))
    }

    fn completion(&self, period: &Period) -> Option<Completion> {
        let history = self.history?;
        self.premises.completion_in(history, self.index, period)
    }

    fn is_completed(&self, period: &Period) -> bool {
        self.completion(period).is_some()
    }

    /// The open finding on an occurrence; of several the one whose limit comes first.
    fn finding(&self, period: &Period) -> Option<&'_ Finding> {
        let of_period = self.findings.iter();
        let of_period = of_period.filter(|finding| finding.period.as_ref() == Some(period));
        of_period.min_by_key(|finding| finding.due).copied()
    }

    /// The candidate with the last day that the school has set in place of the checklist's, and
    /// the one it had first, by the anchors as they were or before the school set another.
    fn moved(&self, mut candidate: Candidate, by_first_anchors: Option<NaiveDate>) -> Candidate {
        let set = |history| self.premises.dues_set(history, &candidate.period);
        let set = self.history.map_or_else(Vec::new, set);
        let due = set.last().copied().or(candidate.due);
        let first = by_first_anchors.filter(|first| *first >= self.required_from);
        let first = first.or(candidate.due).or(set.first().copied());
        candidate.first_due = first.filter(|first| Some(*first) != due);
        candidate.due = due;
        candidate
    }

    fn occurrence(&self, candidate: Candidate) -> Option<Occurrence> {
        let state = self.state(&candidate);
        let counted = self.counts(&candidate, state);
        let matters = counted
            || match state {
                OccurrenceState::Open | OccurrenceState::Partial | OccurrenceState::Overdue => {
                    !self.item.cadence.is_periodic() || self.is_current(&candidate)
                }
                OccurrenceState::Done { on, .. } => {
                    self.is_current(&candidate) || self.window.week.contains(on)
                }
                OccurrenceState::Waived | OccurrenceState::Upcoming => false,
            };
        matters.then_some(Occurrence {
            period: candidate.period,
            opens: candidate.opens,
            due: candidate.due,
            first_due: candidate.first_due,
            state,
            counted,
        })
    }

    fn is_current(&self, candidate: &Candidate) -> bool {
        let day = self.window.reference();
        candidate.opens <= day && candidate.due.is_none_or(|due| day <= due)
            || candidate.period == Period::Once
            || matches!(candidate.period, Period::Term(_))
    }

    fn state(&self, candidate: &Candidate) -> OccurrenceState {
        if let Some(finding) = self.finding(&candidate.period)
            && (finding.is_overdue(self.window.day) || self.is_completed(&candidate.period))
        {
            return if finding.is_overdue(self.window.day) {
                OccurrenceState::Overdue
            } else {
                OccurrenceState::Partial
            };
        }
        if let Some(done) = self.completion(&candidate.period) {
            return OccurrenceState::Done {
                on: done.on,
                late: candidate.due.is_some_and(|due| done.on > due),
                late_entry: done.is_late_entry(),
            };
        }
        if self.is_waived(candidate) {
            return OccurrenceState::Waived;
        }
        let day = self.window.day;
        let begun = |h: &ItemHistory| {
            h.measurements.contains_key(&candidate.period) || h.is_partly_done(&candidate.period)
        };
        if candidate.due.is_some_and(|due| due < day) {
            OccurrenceState::Overdue
        } else if candidate.opens > day {
            OccurrenceState::Upcoming
        } else if self.history.is_some_and(begun) {
            OccurrenceState::Partial
        } else {
            OccurrenceState::Open
        }
    }

    /// A waiver covers what falls due from the week on in which it begins, and what is still open
    /// from before.
    fn is_waived(&self, candidate: &Candidate) -> bool {
        let reference = match candidate.due {
            Some(due) if due >= self.window.week.monday() => due,
            _ => self.window.reference(),
        };
        let waivers = self.history.map_or(&[][..], |h| &h.waivers);
        waivers.iter().any(|waiver| {
            Week::of(waiver.from).monday() <= reference
                && waiver.until.is_none_or(|until| reference < until)
        })
    }

    fn counts(&self, candidate: &Candidate, state: OccurrenceState) -> bool {
        let (from, to) = (self.window.week.monday(), self.window.week.sunday());
        let done_on = match state {
            OccurrenceState::Done { on, .. } => Some(on),
            _ => None,
        };
        match candidate.due {
            Some(due) if due > to => false,
            Some(due) if due >= from => true,
            Some(_) => {
                let carried = !matches!(
                    candidate.period,
                    Period::Day(_) | Period::Week(_) | Period::Month(_)
                );
                carried && done_on.is_none_or(|on| on >= from)
            }
            None => candidate.opens <= to && done_on.is_none_or(|on| self.window.week.contains(on)),
        }
    }

    /// Adds what was done in the week without being required: on a Sunday, or before the checklist
    /// counted. It shows, and counts for nothing.
    fn add_unrequired(&self, found: &mut Vec<Occurrence>) {
        let completions = self.history.into_iter().flat_map(|h| &h.completions);
        for (period, completion) in completions {
            let known = |found: &[Occurrence]| found.iter().any(|o| o.period == *period);
            if !self.window.contains(completion.on) || known(found) {
                continue;
            }
            found.push(Occurrence {
                period: period.clone(),
                opens: completion.on,
                due: None,
                first_due: None,
                state: OccurrenceState::Done {
                    on: completion.on,
                    late: false,
                    late_entry: completion.is_late_entry(),
                },
                counted: false,
            });
        }
    }
}

/// The period that doing an item of this cadence on `day` stands for; `None` for events, whose
/// period is the event.
#[must_use]
pub fn period_on(cadence: &Cadence, calendar: &SchoolCalendar, day: NaiveDate) -> Option<Period> {
    match cadence {
        Cadence::Once => Some(Period::Once),
        Cadence::Daily => Some(Period::Day(day)),
        Cadence::Weekly => Some(Period::Week(Week::of(day))),
        Cadence::Monthly => Some(Period::Month(Month::of(day))),
        Cadence::Termly => {
            let term = calendar.current_term(day);
            Some(Period::Term(
                term.unwrap_or_else(|| Term::conventional(day)).id(),
            ))
        }
        Cadence::Each(_) => None,
    }
}
