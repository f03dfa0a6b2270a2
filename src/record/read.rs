//! Reading facts. Every row that is read is held to its leaf hash.

use super::error::{RecordError, Trouble};
use super::leaf::{Before, COLUMNS, Stored};
use super::{Record, standing};
use crate::checklist::ItemRef;
use crate::fact::Fact;
use chrono::NaiveDate;
use rusqlite::{Connection, Params, params};

/// About as many facts as matter to a week: of a full checklist, the ticks of two weeks.
const OF_A_WEEK: usize = 512;

impl Record {
    /// The last `count` facts, in order.
    pub fn tail(&self, count: usize) -> Result<Vec<Fact>, RecordError> {
        self.facts_before(u64::MAX, count)
    }

    /// The last `count` facts before fact `seq`, in order.
    pub fn facts_before(&self, seq: u64, count: usize) -> Result<Vec<Fact>, RecordError> {
        let condition = "FROM fact WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
        let seq = i64::try_from(seq).unwrap_or(i64::MAX);
        self.newest(condition, params![seq, limit(count)])
    }

    /// The last `count` facts about an item, in order.
    pub fn facts_of(&self, item: &ItemRef, count: usize) -> Result<Vec<Fact>, RecordError> {
        let condition = "FROM fact WHERE checklist = ?1 AND item = ?2 ORDER BY seq DESC LIMIT ?3";
        let (checklist, id) = (item.checklist.as_str(), item.item.as_str());
        self.newest(condition, params![checklist, id, limit(count)])
    }

    /// The facts that stand and still matter on `since` or later, in order, without revocations;
    /// see [`until`](super::until). Costs what it gives, however long the record is.
    pub fn standing(&self, since: NaiveDate) -> Result<Vec<Fact>, RecordError> {
        let since = standing::key(since);
        let mut facts = Vec::with_capacity(OF_A_WEEK);
        let keep = |fact| facts.push(fact);
        self.told(each(&self.connection, standing::QUERY, [since], keep))?;
        Ok(facts)
    }

    /// Gives all facts, in order, one at a time.
    pub fn all(&self, give: impl FnMut(Fact)) -> Result<(), RecordError> {
        self.told(each(&self.connection, "FROM fact ORDER BY seq", [], give))
    }

    /// The bytes of fact `seq` that are hashed, for [`Head::includes`](super::Head::includes).
    pub fn leaf_bytes(&self, seq: u64) -> Result<Vec<u8>, RecordError> {
        let bytes = || {
            let sql = format!("SELECT {COLUMNS} FROM fact WHERE seq = ?1");
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query([i64::try_from(seq).unwrap_or(0)])?;
            match rows.next()? {
                Some(row) => Ok(Stored::read(row)?.leaf_bytes()),
                None => Err(Trouble::from(RecordError::Beyond {
                    asked: seq,
                    facts: len(&self.connection)?,
                })),
            }
        };
        self.told(bytes())
    }

    fn newest(&self, condition: &str, params: impl Params) -> Result<Vec<Fact>, RecordError> {
        let mut facts = Vec::new();
        let keep = |fact| facts.push(fact);
        self.told(each(&self.connection, condition, params, keep))?;
        facts.reverse();
        Ok(facts)
    }
}

fn limit(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The number of facts. They are numbered from 1 without gaps.
pub(super) fn len(connection: &Connection) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare_cached("SELECT coalesce(max(seq), 0) FROM fact")?;
    let last: i64 = statement.query_row([], |row| row.get(0))?;
    Ok(last.cast_unsigned())
}

/// Gives the facts that a query finds; `condition` is what follows the columns.
pub(super) fn each(
    connection: &Connection,
    condition: &str,
    params: impl Params,
    mut give: impl FnMut(Fact),
) -> Result<(), Trouble> {
    let sql = format!("SELECT {COLUMNS} {condition}");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut before = Before::default();
    while let Some(row) = rows.next()? {
        give(Stored::read(row)?.decode_after(&mut before)?);
    }
    Ok(())
}
