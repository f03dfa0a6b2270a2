//! The record as it was: which facts stood when it held fewer.

use super::error::{RecordError, Trouble};
use super::read::{each, len};
use super::{Record, standing};
use crate::fact::{ActionId, Entry, Fact, revoked};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, HashSet};

impl Record {
    /// The facts that stood when the record held `facts` facts, and that still matter on `since` or
    /// later, in order, without revocations. Costs what it gives, and what was revoked after.
    pub fn standing_at(&self, since: NaiveDate, facts: u64) -> Result<Vec<Fact>, RecordError> {
        self.told(standing_at(&self.connection, since, facts))
    }

    /// How many facts the record held at the end of `day`: those before the first that was recorded
    /// on a later day, each day being that of the place where it was recorded. Facts are taken to be
    /// recorded in order of time, as they are unless the clock was set back.
    pub fn len_on(&self, day: NaiveDate) -> Result<u64, RecordError> {
        let found = || -> rusqlite::Result<u64> {
            let (mut low, mut high) = (0, len(&self.connection)?);
            while low < high {
                let middle = low + (high - low).div_ceil(2);
                if recorded_on(&self.connection, middle)?.is_some_and(|on| on <= day.to_string()) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            Ok(low)
        };
        self.told(found())
    }

    /// The facts from `first` to `last`, both included, in order, revoked ones among them.
    pub fn facts_between(&self, first: u64, last: u64) -> Result<Vec<Fact>, RecordError> {
        let mut facts = Vec::new();
        let number = |seq: u64| i64::try_from(seq).unwrap_or(i64::MAX);
        let between = params![number(first), number(last)];
        let condition = "FROM fact WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";
        let keep = |fact| facts.push(fact);
        self.told(each(&self.connection, condition, between, keep))?;
        Ok(facts)
    }
}

/// The day of the place on which a fact was recorded.
fn recorded_on(connection: &Connection, seq: u64) -> rusqlite::Result<Option<String>> {
    let sql = "SELECT substr(recorded, 1, 10) FROM fact WHERE seq = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement
        .query_row([seq.cast_signed()], |row| row.get(0))
        .optional()
}

fn standing_at(connection: &Connection, since: NaiveDate, len: u64) -> Result<Vec<Fact>, Trouble> {
    let mut facts = BTreeMap::new();
    let mut keep = |fact: Fact| {
        if fact.seq <= len {
            facts.insert(fact.seq, fact);
        }
    };
    each(
        connection,
        standing::QUERY,
        [standing::key(since)],
        &mut keep,
    )?;
    // What was revoked or restored later stood otherwise then.
    let mut seen = HashSet::new();
    let mut touched: Vec<Fact> = Vec::new();
    let mut open = revoked_after(connection, len)?;
    while let Some(action) = open.pop() {
        if seen.insert(action.clone()) {
            open.extend(revokers(connection, &action)?);
            for fact in facts_of(connection, &action)? {
                if let Entry::Revoked { action } = &fact.entry {
                    open.push(action.clone());
                }
                touched.push(fact);
            }
        }
    }
    touched.retain(|fact| fact.seq <= len);
    touched.sort_by_key(|fact| fact.seq);
    let gone: HashSet<ActionId> = revoked(&touched).into_iter().cloned().collect();
    for fact in touched {
        let stood = !gone.contains(&fact.action) && !matches!(fact.entry, Entry::Revoked { .. });
        if stood && standing::matters(&fact, since) {
            facts.insert(fact.seq, fact);
        } else {
            facts.remove(&fact.seq);
        }
    }
    Ok(facts.into_values().collect())
}

/// The actions that revocations after fact `len` name.
fn revoked_after(connection: &Connection, len: u64) -> rusqlite::Result<Vec<ActionId>> {
    let sql = "SELECT revokes FROM standing WHERE seq > ?1 AND revokes IS NOT NULL";
    actions(connection, sql, params![len.cast_signed()])
}

/// The actions that revoke `action`, or once did.
fn revokers(connection: &Connection, action: &ActionId) -> rusqlite::Result<Vec<ActionId>> {
    let sql = "SELECT action FROM fact WHERE seq IN (SELECT seq FROM standing WHERE revokes = ?1)";
    actions(connection, sql, params![action.0])
}

fn actions(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<ActionId>> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params, |row| row.get(0).map(ActionId))?;
    rows.collect()
}

fn facts_of(connection: &Connection, action: &ActionId) -> Result<Vec<Fact>, Trouble> {
    let mut facts = Vec::new();
    let keep = |fact| facts.push(fact);
    each(connection, super::action::QUERY, [&action.0], keep)?;
    Ok(facts)
}
