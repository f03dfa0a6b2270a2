//! Adding facts: all of an action or none, durable when it returns.

use super::error::{RecordError, Trouble};
use super::leaf::{self, Stored};
use super::standing;
use super::tree::{self, Peaks};
use super::{Record, read};
use crate::fact::{ActionId, Entry, Fact, FactId, Subject};
use chrono::{DateTime, FixedOffset, SecondsFormat, SubsecRound};
use rusqlite::{Connection, TransactionBehavior, params};
use std::sync::Arc;
use uuid::{ContextV7, Timestamp, Uuid};

/// What is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFact {
    /// What it is about; `None` for a fact about the school as a whole.
    pub subject: Option<Subject>,
    /// What happened.
    pub entry: Entry,
}

impl Record {
    /// Adds the facts of one action, recorded by `by` at `moment` (kept to the millisecond), and
    /// gives them as they were stored. When it returns, they are on disk; when it fails, none is.
    ///
    /// `expected` is the number of facts that the caller knows of: [`RecordError::Moved`] where
    /// another program has added some, so that the caller can look again.
    pub fn append(
        &mut self,
        expected: u64,
        moment: DateTime<FixedOffset>,
        by: &str,
        new: &[NewFact],
    ) -> Result<Vec<Fact>, RecordError> {
        let facts = number(expected, moment, by, new);
        let added = add(&mut self.connection, expected, &self.writer, &facts);
        self.told(added)?;
        self.seen.1 = expected + facts.len() as u64;
        Ok(facts)
    }
}

/// Gives the facts their numbers and ids. The first one's id is the action's.
fn number(expected: u64, moment: DateTime<FixedOffset>, by: &str, new: &[NewFact]) -> Vec<Fact> {
    let recorded = moment.trunc_subsecs(3);
    // One counter for all, so that their ids are in order within the millisecond.
    let counter = ContextV7::new();
    let seconds = u64::try_from(recorded.timestamp()).unwrap_or(0);
    let id = || {
        Uuid::new_v7(Timestamp::from_unix(
            &counter,
            seconds,
            recorded.timestamp_subsec_nanos(),
        ))
    };
    let ids: Vec<Arc<str>> = new.iter().map(|_| id().to_string().into()).collect();
    let action = ActionId(ids.first().cloned().unwrap_or_default());
    let by: Arc<str> = by.into();
    let numbered = new.iter().zip(ids).zip(expected + 1..);
    let fact = |((new, id), seq): ((&NewFact, Arc<str>), u64)| Fact {
        seq,
        id: FactId(id),
        recorded,
        by: Arc::clone(&by),
        action: action.clone(),
        subject: new.subject.clone(),
        entry: new.entry.clone(),
    };
    numbered.map(fact).collect()
}

fn add(
    connection: &mut Connection,
    expected: u64,
    writer: &str,
    facts: &[Fact],
) -> Result<(), Trouble> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = read::len(&transaction)?;
    if found != expected {
        Err(RecordError::Moved { expected, found })?;
    }
    let mut peaks = Peaks::load(&transaction, 0, found)?;
    for fact in facts {
        insert(&transaction, writer, fact, &mut peaks)?;
        standing::add(&transaction, fact)?;
    }
    Ok(transaction.commit()?)
}

fn insert(
    connection: &Connection,
    writer: &str,
    fact: &Fact,
    peaks: &mut Peaks,
) -> Result<(), Trouble> {
    let subject = fact.subject.as_ref();
    let recorded = fact.recorded.to_rfc3339_opts(SecondsFormat::Millis, false);
    let period = subject.and_then(|s| Some(s.period.as_ref()?.to_string()));
    let data = leaf::data(&fact.entry)?;
    let stored = Stored {
        seq: fact.seq,
        id: &fact.id.0,
        recorded: &recorded,
        by: &fact.by,
        writer,
        action: &fact.action.0,
        kind: fact.entry.kind(),
        checklist: subject.map(|s| s.item.checklist.as_str()),
        item: subject.map(|s| s.item.item.as_str()),
        period: period.as_deref(),
        data: &data,
    };
    let leaf = stored.leaf();
    let mut statement = connection.prepare_cached(
        r#"INSERT INTO fact (seq, id, recorded, "by", writer, action, kind,
               checklist, item, period, data, leaf)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"#,
    )?;
    statement.execute(params![
        stored.seq.cast_signed(),
        stored.id,
        stored.recorded,
        stored.by,
        stored.writer,
        stored.action,
        stored.kind,
        stored.checklist,
        stored.item,
        stored.period,
        stored.data,
        leaf.as_bytes(),
    ])?;
    tree::keep(connection, &peaks.push(leaf))
}
