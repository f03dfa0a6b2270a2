//! Making the derived tables anew from the facts.

use super::error::{RecordError, Trouble};
use super::standing::{self, Revocations};
use super::tree::{self, Peaks};
use super::{Record, leaf, read};
use rusqlite::{Connection, TransactionBehavior};

impl Record {
    /// Makes the hashes of the tree and the list of what stands anew. Facts are not touched; where
    /// one is damaged, nothing is.
    pub fn rebuild(&mut self) -> Result<(), RecordError> {
        let rebuilt = rebuild(&mut self.connection);
        self.told(rebuilt)
    }
}

fn rebuild(connection: &mut Connection) -> Result<(), Trouble> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch("DELETE FROM node; DELETE FROM standing;")?;
    let mut revocations = Revocations::default();
    let note = |fact| revocations.note(&fact);
    read::each(
        &transaction,
        "FROM fact WHERE kind = 'revoked' ORDER BY seq",
        [],
        note,
    )?;
    let revoked = revocations.revoked();
    let mut peaks = Peaks::empty();
    let sql = format!("SELECT {} FROM fact ORDER BY seq", leaf::COLUMNS);
    let mut statement = transaction.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stored = leaf::Stored::read(row)?;
        tree::keep(&transaction, &peaks.push(stored.leaf()))?;
        let fact = stored.decode()?;
        standing::insert(&transaction, &fact, !revoked.contains(&fact.action))?;
    }
    drop(rows);
    drop(statement);
    Ok(transaction.commit()?)
}
