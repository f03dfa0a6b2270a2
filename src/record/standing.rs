//! Which facts stand, and how long each matters, kept in table `standing`.
//!
//! This is what keeps the program's start from growing with the record: of ten years of daily ticks
//! only the last weeks are read. The table follows from the facts, as [`History`] does, and is
//! brought up to date in the transaction that adds them.
//!
//! [`History`]: crate::fact::History

use super::error::{RecordError, Trouble};
use crate::calendar::{Month, Period};
use crate::fact::{ActionId, Entry, Fact};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, params};
use std::collections::HashSet;

/// The last day on which a fact about `period` matters to the present state: as long as it may be
/// asked about; for ever (9999-12-31) where it is not about a stretch of time.
#[must_use]
pub fn until(period: Option<&Period>) -> NaiveDate {
    let until = period.and_then(Period::asked_until);
    until.unwrap_or_else(forever)
}

fn forever() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// A day as the table holds it: a text that sorts by time, for the years 0 to 9999.
pub(super) fn key(day: NaiveDate) -> String {
    match day.year() {
        ..0 => String::new(),
        10_000.. => forever().to_string(),
        _ => day.to_string(),
    }
}

/// Whether a fact that stands matters on `since` or later.
pub(super) fn matters(fact: &Fact, since: NaiveDate) -> bool {
    until_of(fact) >= since
}

/// Finds the facts that stand and matter on a day or later. The index is named because the planner
/// would rather walk through the whole table in order.
pub(super) const QUERY: &str = "FROM fact WHERE seq IN (
        SELECT seq FROM standing INDEXED BY standing_until WHERE stands = 1 AND until >= ?1
    ) ORDER BY seq";

/// A fact's row, as far as it follows from the fact alone: until when it matters, or else which
/// action it revokes.
pub(super) fn row(fact: &Fact) -> (Option<String>, Option<&ActionId>) {
    if let Entry::Revoked { action } = &fact.entry {
        return (None, Some(action));
    }
    (Some(key(until_of(fact))), None)
}

/// The last day on which a fact matters. A tick of a day matters to that day alone: they are nearly
/// all of a record, and who asks about an earlier day has it fetched. What a review decided about
/// doing matters like its week, what it let be for a year, and so does a signature: the next one
/// extends it. A verdict, a finding, an anchor and an upgrade matter for ever, whatever period they
/// are about.
fn until_of(fact: &Fact) -> NaiveDate {
    let period = fact.subject.as_ref().and_then(|s| s.period.as_ref());
    if let (Some(Period::Day(day)), true) = (period, is_tick(&fact.entry)) {
        return *day;
    }
    // What was sent matters to its own week alone.
    if let Entry::ReportSent(sending) = &fact.entry {
        return sending.week.sunday();
    }
    if let Some(week) = fact.entry.reviewed_week() {
        let is_short = matches!(&fact.entry,
            Entry::Reviewed { concern, .. } if !concern.is_housekeeping());
        return until(Some(&if is_short {
            Period::Week(week)
        } else {
            Period::Month(Month::of(week.sunday()))
        }));
    }
    if fact.entry.finding().is_some() || matches!(fact.entry, Entry::Inspected { .. }) {
        return forever();
    }
    until(period)
}

fn is_tick(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::ItemCompleted { .. } | Entry::ItemReopened { .. }
    )
}

/// Adds a new fact's row. Where it revokes an action, settles what stands now.
pub(super) fn add(connection: &Connection, fact: &Fact) -> Result<(), Trouble> {
    insert(connection, fact, true)?;
    if let Entry::Revoked { action } = &fact.entry {
        let sql = "SELECT EXISTS (SELECT 1 FROM fact WHERE id = ?1 AND seq < ?2)";
        let mut statement = connection.prepare_cached(sql)?;
        let before = params![action.0, fact.seq.cast_signed()];
        if !statement.query_row(before, |row| row.get::<_, bool>(0))? {
            let action = action.clone();
            Err(RecordError::NoSuchAction { action })?;
        }
        settle(connection, action.clone())?;
    }
    Ok(())
}

/// Adds a fact's row.
pub(super) fn insert(connection: &Connection, fact: &Fact, stands: bool) -> rusqlite::Result<()> {
    let (until, revokes) = row(fact);
    let revokes = revokes.map(|action| &action.0);
    let mut statement = connection.prepare_cached(
        "INSERT INTO standing (seq, until, revokes, stands) VALUES (?1, ?2, ?3, ?4)",
    )?;
    statement.execute(params![fact.seq.cast_signed(), until, revokes, stands])?;
    Ok(())
}

/// Decides whether an action stands, now that a revocation of it was added or changed; and where
/// that changes revocations in it, what those name. It ends because each names an earlier action.
fn settle(connection: &Connection, action: ActionId) -> rusqlite::Result<()> {
    let mut revoked = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM standing WHERE revokes = ?1 AND stands = 1)",
    )?;
    let mut update = connection.prepare_cached("UPDATE standing SET stands = ?2 WHERE seq = ?1")?;
    let mut open = vec![action];
    while let Some(action) = open.pop() {
        let stands = !revoked.query_row([&action.0], |row| row.get::<_, bool>(0))?;
        for (seq, revokes) in members(connection, &action, !stands)? {
            update.execute(params![seq, stands])?;
            open.extend(revokes);
        }
    }
    Ok(())
}

/// The facts of an action that stand, or do not, each with the action that it revokes. They are
/// neighbours in the record, and the first bears the action's id.
fn members(
    connection: &Connection,
    action: &ActionId,
    stands: bool,
) -> rusqlite::Result<Vec<(i64, Option<ActionId>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, action = ?1, revokes, stands FROM fact JOIN standing USING (seq)
         WHERE seq >= (SELECT seq FROM fact WHERE id = ?1) ORDER BY seq",
    )?;
    let mut rows = statement.query([&action.0])?;
    let mut members = Vec::new();
    while let Some(row) = rows.next()? {
        if !row.get::<_, bool>(1)? {
            break;
        }
        if row.get::<_, bool>(3)? == stands {
            members.push((
                row.get(0)?,
                row.get::<_, Option<String>>(2)?.map(ActionId::from),
            ));
        }
    }
    Ok(members)
}

/// Collects the revocations of a record, to find at its end what is revoked; the same rule as
/// [`History`]'s, without the facts in memory.
///
/// [`History`]: crate::fact::History
#[derive(Default)]
pub(super) struct Revocations(Vec<(ActionId, ActionId)>);

impl Revocations {
    /// Takes note of the next fact.
    pub(super) fn note(&mut self, fact: &Fact) {
        if let Entry::Revoked { action } = &fact.entry {
            self.0.push((fact.action.clone(), action.clone()));
        }
    }

    /// The actions that are revoked in the end.
    pub(super) fn revoked(self) -> HashSet<ActionId> {
        let mut revoked = HashSet::new();
        for (action, target) in self.0.into_iter().rev() {
            if !revoked.contains(&action) {
                revoked.insert(target);
            }
        }
        revoked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_matters_for_some_time_after_its_period() {
        for (period, last) in [
            ("2022-03-14", "2022-04-11"),
            ("2022-W11", "2022-06-12"),
            ("2024-02", "2025-03-01"),
            ("2022-autumn", "2023-12-31"),
            ("once", "9999-12-31"),
            ("event-e1", "9999-12-31"),
            ("9999-12-30", "9999-12-31"),
        ] {
            let parsed: Period = period.parse().expect(period);
            assert_eq!(until(Some(&parsed)).to_string(), last, "{period}");
        }
        assert_eq!(until(None).to_string(), "9999-12-31");
        assert_eq!(until(Some(&Period::Day(NaiveDate::MAX))), forever());
    }

    #[test]
    fn keys_sort_by_time_to_the_ends_of_the_calendar() {
        let days = ["0001-01-01", "2022-03-14", "2022-11-02", "9999-12-31"];
        let days = days.map(|day| day.parse().expect("a date"));
        let all = [&[NaiveDate::MIN], &days[..], &[NaiveDate::MAX]].concat();
        assert!(all.is_sorted_by_key(|day| key(*day)));
    }
}
