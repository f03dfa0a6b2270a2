//! The facts of one action, and whether they stand.

use super::Record;
use super::error::RecordError;
use super::read::each;
use crate::fact::{ActionId, Fact};
use rusqlite::OptionalExtension;

/// Finds the facts of an action: neighbours, the first of which bears its id.
pub(super) const QUERY: &str = "FROM fact WHERE action = ?1
    AND seq BETWEEN (SELECT seq FROM fact WHERE id = ?1)
    AND (SELECT coalesce(min(seq), 9223372036854775807) FROM fact
         WHERE seq > (SELECT seq FROM fact WHERE id = ?1) AND action <> ?1)
    ORDER BY seq";

impl Record {
    /// The facts of an action, in order; none where there is no such action. They are neighbours,
    /// and the first bears the action's id.
    pub fn facts_of_action(&self, action: &ActionId) -> Result<Vec<Fact>, RecordError> {
        let mut facts = Vec::new();
        let keep = |fact| facts.push(fact);
        self.told(each(&self.connection, QUERY, [&action.0], keep))?;
        Ok(facts)
    }

    /// Whether the action stands: it is in the record and not revoked.
    pub fn stands(&self, action: &ActionId) -> Result<bool, RecordError> {
        let stands = || -> rusqlite::Result<bool> {
            let mut statement = self.connection.prepare_cached(
                "SELECT stands FROM standing WHERE seq = (SELECT seq FROM fact WHERE id = ?1)",
            )?;
            let found: Option<bool> = statement
                .query_row([&action.0], |row| row.get(0))
                .optional()?;
            Ok(found.unwrap_or(false))
        };
        self.told(stands())
    }
}
