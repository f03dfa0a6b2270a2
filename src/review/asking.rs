//! What calls for a decision about one item, as far as the reviews have not settled it.
//!
//! An item is asked about once, under the first concern that applies; each of its findings that
//! has to be decided about is a matter of its own. An occurrence with an open finding on it is not
//! asked about: the finding stands for it until it is struck off.

use super::Matter;
use crate::assess::{ItemAssessment, ItemIndex, Occurrence, OccurrenceState, Premises, Status};
use crate::calendar::{Period, Term, Week};
use crate::checklist::{Cadence, Item};
use crate::fact::{
    Concern, Decision, Finding, FindingId, FindingSource, ItemHistory, Review, Upgrade, Waiver,
};
use chrono::{Days, NaiveDate};

/// For how many days after something was done its evidence is asked for.
const EVIDENCE_DAYS: u64 = 28;
/// For how many days what is done monthly, or termly, holds.
const MONTH_DAYS: u64 = 31;
const TERM_DAYS: u64 = 183;

/// The item under review, with what is known about it.
pub(super) struct Asking<'a> {
    premises: &'a Premises<'a>,
    judged: &'a ItemAssessment,
    index: ItemIndex,
    item: &'a Item,
    history: Option<&'a ItemHistory>,
    findings: Vec<&'a Finding>,
    week: Week,
    day: NaiveDate,
    /// The day of the judgement, or the week's last where that is past.
    reference: NaiveDate,
    term: Option<Term>,
}

impl<'a> Asking<'a> {
    pub(super) fn new(
        premises: &'a Premises<'a>,
        judged: &'a ItemAssessment,
        week: Week,
        day: NaiveDate,
    ) -> Self {
        let reference = day.min(week.sunday());
        let mut findings = premises.open_findings(judged.index);
        findings.retain(|finding| finding.raised.on <= reference);
        Self {
            premises,
            judged,
            index: judged.index,
            item: premises.item(judged.index),
            history: premises.item_history(judged.index),
            findings,
            week,
            day,
            reference,
            term: premises.calendar.current_term(reference),
        }
    }

    /// What has to be decided.
    pub(super) fn matters(&self) -> Vec<Matter> {
        let mut matters = self.of_findings();
        let of_item = self.of_occurrences().or_else(|| self.off_pace());
        matters.extend(of_item);
        if matters.is_empty() && self.decided() == 0 {
            matters.extend(self.housekeeping());
        }
        matters
    }

    /// How many matters the review of the week has settled.
    pub(super) fn decided(&self) -> usize {
        let mut settled: Vec<(Concern, Option<&FindingId>)> = self
            .reviews()
            .filter(|review| review.week == self.week && is_settling(review))
            .map(|review| (review.concern, review.finding.as_ref()))
            .collect();
        settled.sort();
        settled.dedup();
        settled.len()
    }

    /// The findings past their limit, and every one that keeps a gate item from being fulfilled.
    fn of_findings(&self) -> Vec<Matter> {
        let concern = if self.item.gate {
            Concern::Gate
        } else {
            Concern::Finding
        };
        let asked = self.findings.iter().filter(|finding| {
            self.item.gate || finding.is_overdue(self.day) && finding.due <= self.reference
        });
        let skipped = |finding: &Finding| {
            let mut reviews = self.reviews_of(finding);
            reviews.any(|review| review.decision == Decision::Skipped)
        };
        let asked = asked.filter(|finding| {
            let raised_in_it = !finding.is_overdue(self.day) && self.is_raised_in_review(finding);
            !raised_in_it && !self.is_finding_settled(finding)
        });
        asked
            .map(|finding| Matter {
                finding: Some(finding.id.clone()),
                due: Some(finding.due),
                skipped: skipped(finding),
                ..self.matter(concern, finding.period.iter().cloned().collect())
            })
            .collect()
    }

    /// What the week's review said about a finding.
    fn reviews_of(&self, finding: &Finding) -> impl Iterator<Item = &'a Review> {
        let of_week = self.reviews().filter(|review| review.week == self.week);
        of_week.filter(|review| review.finding.as_ref() == Some(&finding.id))
    }

    /// Whether the week's review has decided about a finding since it was last opened.
    fn is_finding_settled(&self, finding: &Finding) -> bool {
        let opened = finding.reopened.last().map_or(0, |reopening| reopening.seq);
        let mut reviews = self.reviews_of(finding);
        reviews.any(|review| is_settling(review) && review.seq > opened)
    }

    /// Whether the week's review raised it: deciding that something is not done says it all.
    fn is_raised_in_review(&self, finding: &Finding) -> bool {
        finding.source == FindingSource::Review
            && finding.reopened.is_empty()
            && self.reviews().any(|review| {
                review.week == self.week
                    && review.decision == Decision::NotDone
                    && review.period == finding.period
            })
    }

    /// What is overdue, or due in the week and not done.
    fn of_occurrences(&self) -> Option<Matter> {
        let overdue = |o: &Occurrence| o.counted && o.state == OccurrenceState::Overdue;
        let pending =
            |o: &Occurrence| o.is_open() && o.due.is_some_and(|due| due <= self.week.sunday());
        if self.item.gate {
            return self.of_those(Concern::Gate, |o| overdue(o) || pending(o));
        }
        self.of_those(Concern::Overdue, overdue)
            .or_else(|| self.of_those(Concern::NotDone, pending))
    }

    fn of_those(&self, concern: Concern, asked: impl Fn(&Occurrence) -> bool) -> Option<Matter> {
        let occurrences = self.judged.occurrences.iter();
        let mut open: Vec<&Occurrence> = occurrences
            .filter(|o| asked(o) && !self.is_followed_up(&o.period))
            .filter(|o| !self.is_settled(concern, Some(&o.period)))
            .collect();
        open.sort_by_key(|o| o.due);
        let due = open.first()?.due;
        let periods = open.into_iter().map(|o| o.period.clone()).collect();
        Some(Matter {
            due,
            ..self.matter(concern, periods)
        })
    }

    /// Whether a finding on the occurrence is open.
    fn is_followed_up(&self, period: &Period) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|finding| finding.period.as_ref() == Some(period))
    }

    /// A number that will not reach its target in time.
    fn off_pace(&self) -> Option<Matter> {
        let asked = |period: &Period| {
            !self.is_followed_up(period) && !self.is_settled(Concern::Measure, Some(period))
        };
        let mut occurrences = self.judged.occurrences.iter();
        let (due, period) = occurrences.find_map(|occurrence| {
            let pace = self.premises.pace_of(self.index, occurrence, self.day)?;
            let period = &occurrence.period;
            (!pace.on_pace && asked(period)).then_some((pace.due, period))
        })?;
        Some(Matter {
            due: Some(due),
            ..self.matter(Concern::Measure, vec![period.clone()])
        })
    }

    /// What is not about doing, but about keeping the checklist in order.
    fn housekeeping(&self) -> Option<Matter> {
        if self.judged.status == Status::Waived {
            return self.old_waiver().or_else(|| self.changed());
        }
        self.lapsed()
            .or_else(|| self.without_evidence())
            .or_else(|| self.without_owner())
            .or_else(|| self.changed())
    }

    /// Done too long ago, and open again without being due this week.
    fn lapsed(&self) -> Option<Matter> {
        let holds = match self.item.cadence {
            Cadence::Monthly => MONTH_DAYS,
            Cadence::Termly => TERM_DAYS,
            _ => return None,
        };
        let mut open = self.judged.occurrences.iter().filter(|o| o.is_open());
        let open = open.find(|o| o.due.is_none_or(|due| due > self.week.sunday()))?;
        let last = self.done().map(|(_, on)| on).max()?;
        let lapsed = last.checked_add_days(Days::new(holds))? < self.reference;
        let periods = vec![open.period.clone()];
        let asked = lapsed && !self.is_settled(Concern::Lapsed, Some(&open.period));
        asked.then(|| Matter {
            due: open.due,
            ..self.matter(Concern::Lapsed, periods)
        })
    }

    /// Done, and nothing named that proves it.
    fn without_evidence(&self) -> Option<Matter> {
        self.item.evidence.as_ref()?;
        if self.item.cadence == Cadence::Daily {
            return None;
        }
        let from = self
            .reference
            .checked_sub_days(Days::new(EVIDENCE_DAYS))
            .unwrap_or(self.reference);
        let mut bare: Vec<(NaiveDate, &Period)> = self
            .done()
            .filter(|(period, on)| *on > from && !self.has_evidence(period))
            .filter(|(period, _)| !self.is_settled(Concern::Evidence, Some(period)))
            .map(|(period, on)| (on, period))
            .collect();
        bare.sort();
        let periods: Vec<Period> = bare.into_iter().map(|(_, period)| period.clone()).collect();
        (!periods.is_empty()).then(|| self.matter(Concern::Evidence, periods))
    }

    /// What was named for the item as a whole proves every occurrence.
    fn has_evidence(&self, period: &Period) -> bool {
        let mut evidence = self.history.into_iter().flat_map(|h| &h.evidence);
        evidence.any(|(of, _)| of.as_ref().is_none_or(|of| of == period))
    }

    /// Nobody answers for it, though something may still have to be done.
    fn without_owner(&self) -> Option<Matter> {
        let over = self.item.cadence == Cadence::Once && self.judged.status == Status::Done;
        let missing = self.premises.lacks_owner(self.index);
        let asked = missing && !over && !self.is_settled(Concern::Owner, None);
        asked.then(|| self.matter(Concern::Owner, Vec::new()))
    }

    /// A waiver that was made before the term began.
    fn old_waiver(&self) -> Option<Matter> {
        let term = self.term.as_ref()?;
        let waiver: &Waiver = self.history?.waiver_on(self.reference)?;
        let asked = waiver.from < term.from && !self.is_settled(Concern::Waiver, None);
        asked.then(|| self.matter(Concern::Waiver, Vec::new()))
    }

    /// It is new, or asks for something else than before.
    fn changed(&self) -> Option<Matter> {
        let upgrade = self.upgrade()?;
        let id = &self.item.id;
        let changed = upgrade.changed.contains(id) || upgrade.added.contains(id);
        let asked = changed && !self.is_settled(Concern::Changed, None);
        asked.then(|| self.matter(Concern::Changed, Vec::new()))
    }

    /// The last upgrade of its checklist.
    fn upgrade(&self) -> Option<&'a Upgrade> {
        let checklist = &self.premises.adopted[self.index.checklist].checklist.id;
        let upgrades = self.premises.history.upgrades().iter();
        let mut of_checklist = upgrades.filter(|upgrade| upgrade.checklist == *checklist);
        of_checklist.rfind(|upgrade| upgrade.on <= self.reference)
    }

    /// The periods in which it was done, each with the day.
    fn done(&self) -> impl Iterator<Item = (&'a Period, NaiveDate)> {
        let history = self.history.into_iter();
        let periods = history.flat_map(|h| h.completions.keys().chain(h.measurements.keys()));
        let mut periods: Vec<&Period> = periods.collect();
        periods.sort();
        periods.dedup();
        let done = periods.into_iter().filter_map(|period| {
            let completion = self.premises.completion(self.index, period)?;
            Some((period, completion.on))
        });
        done.filter(|(_, on)| *on <= self.reference)
    }

    fn reviews(&self) -> impl Iterator<Item = &'a Review> {
        self.history.into_iter().flat_map(|h| &h.reviews)
    }

    fn matter(&self, concern: Concern, periods: Vec<Period>) -> Matter {
        let passed_over = |period: Option<&Period>| {
            self.reviews().any(|review| {
                review.decision == Decision::Skipped
                    && (review.week, review.concern) == (self.week, concern)
                    && review.period.as_ref() == period
                    && review.finding.is_none()
            })
        };
        let skipped = match periods[..] {
            [] => passed_over(None),
            _ => periods.iter().all(|period| passed_over(Some(period))),
        };
        Matter {
            index: self.index,
            concern,
            periods,
            finding: None,
            due: None,
            skipped,
        }
    }

    fn is_settled(&self, concern: Concern, period: Option<&Period>) -> bool {
        let mut settling = self.reviews().filter(|review| is_settling(review));
        settling.any(|review| self.stands(review) && self.settles(review, concern, period))
    }

    /// Whether what was decided still holds: no tick was taken back and no waiver lifted since.
    fn stands(&self, review: &Review) -> bool {
        match review.decision {
            Decision::Done => review.period.as_ref().is_none_or(|period| {
                let completion = self.premises.completion(self.index, period);
                completion.is_some()
            }),
            Decision::NotApplicable => {
                let mut waivers = self.history.into_iter();
                waivers.any(|history| history.waiver_on(self.reference).is_some())
            }
            _ => true,
        }
    }

    /// Whether a decision holds for a concern about that occurrence. What was done or not is asked
    /// anew in each week; and what was decided about it under one concern (overdue: postponed to
    /// Friday) is not asked under a later one (due on Friday, and not done).
    fn settles(&self, review: &Review, concern: Concern, period: Option<&Period>) -> bool {
        let same = review.concern == concern;
        let of_period = review.period.as_ref() == period;
        match concern {
            Concern::Gate | Concern::Overdue | Concern::NotDone | Concern::Measure => {
                let about_it = review.concern <= concern && review.finding.is_none();
                about_it && of_period && review.week == self.week
            }
            Concern::Lapsed => same && of_period,
            Concern::Evidence | Concern::Owner | Concern::Waiver | Concern::Finding => {
                same && self.is_of_term(review.week)
            }
            Concern::Changed => {
                let upgrade = self.upgrade().map_or(0, |upgrade| upgrade.seq);
                same && review.seq > upgrade
            }
        }
    }

    fn is_of_term(&self, week: Week) -> bool {
        let term = self.term.as_ref();
        term.map_or(week == self.week, |term| week.sunday() >= term.from)
    }
}

fn is_settling(review: &Review) -> bool {
    review.decision != Decision::Skipped
}
