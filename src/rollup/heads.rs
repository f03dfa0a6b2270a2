//! The heads of records that earlier roll-ups saw, and what a report has to be to carry on from
//! them.
//!
//! An honest record only grows. Whenever it had so many facts it had one head; a report judged later
//! has no fewer; and a report carries on from the last signature before it, with a proof. Whatever
//! contradicts this is a break. What is silent about it is unproved: the last report was not signed,
//! or one in between was not seen.

use super::row::Row;
use super::standing::{Break, BreakFault, BrokenRecord, KnownHead, Standing, Standings, Unproved};
use crate::calendar::Week;
use crate::report::RecordHead;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;

#[cfg(test)]
mod tests;

/// How many heads of a record are remembered: the newest.
const KEPT: usize = 8;

/// How long after its last week nothing of a record is remembered any more.
const FORGOTTEN: Days = Days::new(2 * 365);

/// How long after a signed week a report has to carry on from it. The program that writes reports
/// looks back for a year.
const LOOKED_BACK: Days = Days::new(365 / 2);

/// What earlier roll-ups saw of schools' records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heads {
    /// By the school's id.
    pub schools: BTreeMap<String, Vec<Writer>>,
    /// The breaks that nobody has accepted yet.
    pub breaks: Vec<BrokenRecord>,
    /// Those that somebody has.
    pub accepted: Vec<Acceptance>,
}

/// The record that an installation writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Writer {
    /// The installation.
    pub writer: String,
    /// Its heads, by the number of facts.
    pub heads: Vec<SeenHead>,
}

/// A head that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenHead {
    /// The head.
    pub head: KnownHead,
    /// Whether a signature covers just this.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed: bool,
    /// The day as of which its report was judged, and the moment it was written; nothing where
    /// another report carries on from it and its own was not seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged: Option<(NaiveDate, DateTime<FixedOffset>)>,
    /// How it stood when its report was seen first, where it was not proved: seeing it again proves
    /// nothing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Box<Standing>>,
}

/// A break that was accepted: the record counts from there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The day.
    pub on: NaiveDate,
    /// The break.
    pub of: BrokenRecord,
}

impl Heads {
    /// Holds the records of some rows against what was seen before, and remembers them. The rows
    /// come week after week. `holds` says whether a report's head is one, and its proof holds.
    pub fn enter<'a>(
        &mut self,
        rows: impl Iterator<Item = &'a Row>,
        holds: &dyn Fn(&RecordHead) -> bool,
        today: NaiveDate,
    ) -> Standings {
        let standings = rows.map(|row| (row.key(), self.enter_row(row, holds, today)));
        Standings {
            of: standings.collect(),
            breaks: self.breaks.clone(),
        }
    }

    /// Accepts the breaks of a school, whose records count from there on. Gives whether there were
    /// any.
    pub fn accept(&mut self, school: &str, today: NaiveDate) -> bool {
        let breaks = std::mem::take(&mut self.breaks);
        let (mut accepted, others): (Vec<_>, Vec<_>) =
            breaks.into_iter().partition(|of| of.school == school);
        self.breaks = others;
        accepted.sort_by_key(|of| of.broken.found.week);
        for of in &accepted {
            let head = SeenHead {
                head: of.broken.found.clone(),
                signed: false,
                judged: None,
                doubt: None,
            };
            self.writer_mut(&of.school, &of.writer).heads = vec![head];
        }
        let is_any = !accepted.is_empty();
        let accepted = accepted.into_iter();
        self.accepted
            .extend(accepted.map(|of| Acceptance { on: today, of }));
        is_any
    }

    /// Forgets the records of which nothing was seen in the last two years: those before today, or
    /// before the newest week that was seen, where that is long ago.
    pub fn forget(&mut self, today: NaiveDate) {
        let writers = self.schools.values().flatten();
        let weeks = writers.flat_map(|writer| &writer.heads);
        let newest = weeks.map(|seen| seen.head.week).max();
        let now = newest.map_or(today, |week: Week| week.sunday().min(today));
        let since = now.checked_sub_days(FORGOTTEN).unwrap_or(now);
        let is_new = |seen: &SeenHead| seen.head.week.sunday() >= since;
        self.schools.retain(|_, writers| {
            writers.retain(|writer| writer.heads.iter().any(is_new));
            !writers.is_empty()
        });
    }

    fn enter_row(
        &mut self,
        row: &Row,
        holds: &dyn Fn(&RecordHead) -> bool,
        today: NaiveDate,
    ) -> Standing {
        if self.is_before_acceptance(row) {
            return Standing::Unproved {
                why: Unproved::Accepted,
                last: None,
            };
        }
        match self.standing(row, holds, today) {
            Standing::Broken(broken) => Standing::Broken(self.noticed(row, broken)),
            standing @ Standing::Unproved { .. } => {
                if let Some(broken) = self.broken_before(row) {
                    return Standing::Broken(broken.clone());
                }
                self.learn(row, Some(&standing));
                standing
            }
            proved @ Standing::Proved { .. } => {
                self.learn(row, None);
                proved
            }
        }
    }

    /// Whether a row is about a week before the one from which the record counts again.
    fn is_before_acceptance(&self, row: &Row) -> bool {
        let mut accepted = self.accepted.iter().rev();
        let last = accepted.find(|a| is_of(&a.of, row));
        last.is_some_and(|last| row.week < last.of.broken.found.week)
    }

    fn standing(
        &self,
        row: &Row,
        holds: &dyn Fn(&RecordHead) -> bool,
        today: NaiveDate,
    ) -> Standing {
        let seen = self.heads(row);
        let against = |fault| move |seen: &SeenHead| broken(fault, &seen.head, row, today);
        let is_other = |seen: &&SeenHead, facts, head: &str| {
            seen.head.facts == facts && seen.head.head != head
        };
        let RecordHead {
            facts,
            head,
            previous,
            ..
        } = &row.record;
        let (facts, before) = (*facts, previous.as_ref());
        let other = seen.iter().find(|seen| is_other(seen, facts, head));
        let other_before = before.and_then(|before| {
            seen.iter()
                .find(|s| is_other(s, before.facts, &before.head))
        });
        let again = seen.iter().find(|seen| seen.head.facts == facts);
        let is_again = again.is_some_and(|again| again.head.week == row.week);
        let mut more = seen.iter().rev();
        let shrunk = more.find(|seen| !is_again && seen.head.facts > facts && seen.is_older(row));
        let mut signed = seen.iter().rev().filter(|seen| seen.signed);
        let passed_over = signed.find(|seen| {
            seen.head.facts < facts
                && before.is_none_or(|before| before.facts < seen.head.facts)
                && seen.is_looked_back_to(row)
        });
        let found = other.map(against(BreakFault::OtherHead));
        let found = found.or_else(|| other_before.map(against(BreakFault::OtherBefore)));
        let found = found.or_else(|| shrunk.map(against(BreakFault::Shrank)));
        let found = found.or_else(|| passed_over.map(against(BreakFault::PassesOver)));
        match (found, again) {
            (Some(broken), _) => Standing::Broken(broken),
            (None, _) if self.has_news(row, seen) && !holds(&row.record) => {
                let begins = before.map_or_else(|| KnownHead::of(row), KnownHead::from);
                Standing::Broken(broken(BreakFault::Proof, &begins, row, today))
            }
            (None, Some(again)) => self.again(row, again),
            (None, None) => self.carries_on(row, seen),
        }
    }

    /// Whether a row shows a head that was not seen before, and so has to prove it: all proofs anew
    /// in every roll-up would take long. A break that somebody accepted is not held against it again.
    fn has_news(&self, row: &Row, seen: &[SeenHead]) -> bool {
        let knows = |facts: u64, is_known: fn(&SeenHead) -> bool| {
            let mut seen = seen.iter().filter(|seen| seen.head.facts == facts);
            seen.any(is_known)
        };
        let before = row.record.previous.as_ref();
        let is_known = knows(row.record.facts, |seen| seen.judged.is_some())
            && before.is_none_or(|before| knows(before.facts, |seen| seen.signed));
        !is_known && !self.is_accepted(row)
    }

    /// Whether a row is the broken report from which its record counts again.
    fn is_accepted(&self, row: &Row) -> bool {
        let mut accepted = self.accepted.iter().map(|a| &a.of);
        accepted.any(|of| is_of(of, row) && of.broken.found == KnownHead::of(row))
    }

    /// How a record stands whose head was seen before. What was missed then may have come since.
    fn again(&self, row: &Row, again: &SeenHead) -> Standing {
        let proved = |since: &KnownHead| Standing::Proved {
            since: since.clone(),
        };
        let Some(doubt) = &again.doubt else {
            return proved(&again.head);
        };
        let before = row.record.previous.as_ref();
        let mut seen = self.heads(row).iter().filter(|s| s.judged.is_some());
        let come = seen.find(|seen| before.is_some_and(|b| b.facts == seen.head.facts));
        come.map_or_else(|| (**doubt).clone(), |come| proved(&come.head))
    }

    /// How a record stands that nothing speaks against, with a head that was not seen.
    fn carries_on(&self, row: &Row, seen: &[SeenHead]) -> Standing {
        let Some(last) = seen.last().map(|seen| &seen.head) else {
            let last = self.last_of(&row.school.id);
            return Standing::Unproved {
                why: last.map_or(Unproved::First, |_| Unproved::Anew),
                last: last.cloned(),
            };
        };
        let why = if last.facts > row.record.facts {
            Unproved::Earlier
        } else {
            let before = row.record.previous.as_ref().map(|before| before.facts);
            match before.map(|facts| facts.cmp(&last.facts)) {
                Some(Ordering::Equal) => {
                    return Standing::Proved {
                        since: last.clone(),
                    };
                }
                Some(Ordering::Greater) => Unproved::Missed,
                Some(Ordering::Less) | None => Unproved::NotSigned,
            }
        };
        Standing::Unproved {
            why,
            last: Some(last.clone()),
        }
    }

    /// The newest head that was seen of a school, whatever installation wrote it.
    fn last_of(&self, school: &str) -> Option<&KnownHead> {
        let writers = self.schools.get(school).into_iter().flatten();
        let heads = writers.filter_map(|writer| writer.heads.last());
        heads.map(|seen| &seen.head).max_by_key(|head| head.week)
    }

    fn heads(&self, row: &Row) -> &[SeenHead] {
        let writers = self.schools.get(&row.school.id);
        let mut writers = writers.into_iter().flatten();
        let writer = writers.find(|writer| writer.writer == row.record.writer);
        writer.map_or(&[], |writer| &writer.heads)
    }

    fn writer_mut(&mut self, school: &str, writer: &str) -> &mut Writer {
        let writers = self.schools.entry(school.to_owned()).or_default();
        let known = writers.iter().position(|known| known.writer == writer);
        let at = known.unwrap_or_else(|| {
            writers.push(Writer {
                writer: writer.to_owned(),
                heads: Vec::new(),
            });
            writers.len() - 1
        });
        &mut writers[at]
    }

    /// The break of the same record that was noticed before, where nobody has accepted it.
    fn broken_before(&self, row: &Row) -> Option<&Break> {
        let mut breaks = self.breaks.iter();
        breaks.find(|of| is_of(of, row)).map(|of| &of.broken)
    }

    /// Remembers a break, once.
    fn noticed(&mut self, row: &Row, broken: Break) -> Break {
        let is_same = |of: &&BrokenRecord| is_of(of, row) && of.broken.found == broken.found;
        if let Some(known) = self.breaks.iter().find(is_same) {
            return known.broken.clone();
        }
        self.breaks.push(BrokenRecord {
            school: row.school.id.clone(),
            name: row.school.name.clone(),
            writer: row.record.writer.clone(),
            broken: broken.clone(),
        });
        broken
    }

    /// Remembers the head of a row, and the one that it carries on from, where it proved that.
    fn learn(&mut self, row: &Row, doubt: Option<&Standing>) {
        let is_accepted = self.is_accepted(row);
        let writer = self.writer_mut(&row.school.id, &row.record.writer);
        writer.learn(SeenHead {
            head: KnownHead::of(row),
            signed: row.signed.is_some(),
            judged: Some((row.as_of, row.generated_at)),
            doubt: doubt.cloned().map(Box::new),
        });
        if let Some(before) = row.record.previous.as_ref().filter(|_| !is_accepted) {
            writer.learn(SeenHead {
                head: before.into(),
                signed: true,
                judged: None,
                doubt: None,
            });
        }
        let old = writer.heads.len().saturating_sub(KEPT);
        writer.heads.drain(..old);
    }
}

impl Writer {
    fn learn(&mut self, new: SeenHead) {
        let place = |seen: &SeenHead| seen.head.facts.cmp(&new.head.facts);
        match self.heads.binary_search_by(place) {
            Err(at) => self.heads.insert(at, new),
            Ok(at) => {
                let known = &mut self.heads[at];
                known.signed |= new.signed;
                if known.judged.is_none() && new.judged.is_some() {
                    known.head = new.head;
                    known.judged = new.judged;
                    known.doubt = new.doubt;
                }
            }
        }
    }
}

impl SeenHead {
    /// Whether its report was judged before that of a row: as of an earlier day, or for the same
    /// week written earlier. A signed week is judged as of the day it was signed, whenever its
    /// report is written.
    fn is_older(&self, row: &Row) -> bool {
        self.judged.is_some_and(|(as_of, written)| {
            let is_same_week = self.head.week == row.week;
            as_of < row.as_of || (as_of == row.as_of && is_same_week && written < row.generated_at)
        })
    }

    /// Whether the program that wrote a row's report still knew of a signature.
    fn is_looked_back_to(&self, row: &Row) -> bool {
        let until = self.head.week.sunday().checked_add_days(LOOKED_BACK);
        until.is_none_or(|until| row.week.monday() <= until)
    }
}

fn is_of(broken: &BrokenRecord, row: &Row) -> bool {
    broken.school == row.school.id && broken.writer == row.record.writer
}

/// What speaks against a row: by what was seen, or what its own proof begins with.
fn broken(fault: BreakFault, seen: &KnownHead, row: &Row, today: NaiveDate) -> Break {
    Break {
        fault,
        seen: seen.clone(),
        found: KnownHead::of(row),
        previous: row.record.previous.as_ref().map(KnownHead::from),
        noticed: today,
    }
}
