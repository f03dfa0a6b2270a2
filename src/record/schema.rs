//! The tables, and how a record of an older version becomes one of today's.

use super::error::{RecordError, Trouble};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// Marks a database as a record: `duba` in ASCII.
pub(super) const APPLICATION_ID: i32 = 0x6475_6261;

/// What turns a record of version `n` into one of version `n + 1`, one transaction a step. Steps
/// are only ever added.
const STEPS: &[&str] = &[FIRST, SECOND];

/// Facts, documents and `meta` are only ever added to. INSERT is guarded too, because OR REPLACE
/// would remove the row in its way. `node` and `standing` are derived from the facts.
const FIRST: &str = r#"
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE fact (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    recorded TEXT NOT NULL,
    "by" TEXT NOT NULL,
    writer TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    checklist TEXT,
    item TEXT,
    period TEXT,
    data TEXT NOT NULL CHECK (json_valid(data)),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;
CREATE INDEX fact_of_item ON fact (checklist, item) WHERE item IS NOT NULL;
CREATE TABLE node (at INTEGER PRIMARY KEY, hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT;
CREATE TABLE standing (
    seq INTEGER PRIMARY KEY,
    until TEXT,
    revokes TEXT,
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
    CHECK ((until IS NULL) <> (revokes IS NULL))
) STRICT;
CREATE INDEX standing_until ON standing (until) WHERE stands = 1;
CREATE INDEX standing_revokes ON standing (revokes) WHERE revokes IS NOT NULL;
CREATE TABLE document (
    digest TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    sum BLOB NOT NULL CHECK (length(sum) = 32)
) STRICT;
CREATE TRIGGER meta_stays BEFORE UPDATE ON meta
BEGIN SELECT RAISE(ABORT, 'meta is never changed'); END;
CREATE TRIGGER meta_is_kept BEFORE DELETE ON meta
BEGIN SELECT RAISE(ABORT, 'meta is never removed'); END;
CREATE TRIGGER meta_is_new BEFORE INSERT ON meta
WHEN EXISTS (SELECT 1 FROM meta WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'meta is never replaced'); END;
CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;
CREATE TRIGGER fact_is_kept BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'a fact is never removed'); END;
CREATE TRIGGER fact_is_next BEFORE INSERT ON fact
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM fact)
    OR EXISTS (SELECT 1 FROM fact WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is only added at the end'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never removed'); END;
CREATE TRIGGER document_is_new BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'a document is never replaced'); END;
"#;

/// Ticks of a day matter to that day alone, no longer for weeks after it.
const SECOND: &str = "
UPDATE standing SET until = (SELECT period FROM fact WHERE fact.seq = standing.seq)
WHERE revokes IS NULL AND seq IN (
    SELECT seq FROM fact WHERE kind IN ('item_completed', 'item_reopened')
        AND period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
);
";

/// The version that this program writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// The version of the record in a database; 0 of an empty one, which is a record yet to be. Refuses
/// what is no record or a newer one. Only reads.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<i64, Trouble> {
    // All at one moment: another program may be making the record just now.
    let snapshot = connection.unchecked_transaction()?;
    let application_id: i32 = pragma(&snapshot, "application_id")?;
    let found: i64 = pragma(&snapshot, "user_version")?;
    let tables: i64 =
        snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    drop(snapshot);
    let path = path.to_owned();
    match (application_id, found) {
        (0, 0) if tables == 0 => Ok(0),
        (APPLICATION_ID, 1..=VERSION) => Ok(found),
        (APPLICATION_ID, 1..) => Err(RecordError::Newer {
            path,
            found,
            known: VERSION,
        })?,
        (APPLICATION_ID, _) => Err(RecordError::Damaged {
            path,
            cause: rusqlite::Error::IntegralValueOutOfRange(0, found),
        })?,
        _ => Err(RecordError::Foreign {
            path,
            application_id,
        })?,
    }
}

/// A number that a pragma gives.
pub(super) fn pragma<T: rusqlite::types::FromSql>(
    connection: &Connection,
    name: &str,
) -> rusqlite::Result<T> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

/// Brings the record up to today's version.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    migrate_by(connection, STEPS)
}

/// Each step asks for the version anew, inside its transaction: another program may have taken it.
fn migrate_by(connection: &mut Connection, steps: &[&str]) -> rusqlite::Result<()> {
    for (step, version) in steps.iter().zip(1_i64..) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if pragma::<i64>(&transaction, "user_version")? >= version {
            continue;
        }
        transaction.execute_batch(step)?;
        if version == 1 {
            transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
            name_writer(&transaction)?;
        }
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Gives this installation its name, a random UUID.
fn name_writer(connection: &Connection) -> rusqlite::Result<()> {
    let bytes: [u8; 16] = connection.query_row("SELECT randomblob(16)", [], |row| row.get(0))?;
    let writer = uuid::Builder::from_random_bytes(bytes).into_uuid();
    let sql = "INSERT INTO meta (key, value) VALUES ('writer', ?1)";
    connection.execute(sql, [writer.to_string()])?;
    Ok(())
}

/// The name of a table, index or trigger that is not as this program makes it, if any.
pub(super) fn altered(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mut pristine = Connection::open_in_memory()?;
    migrate(&mut pristine)?;
    let (found, expected) = (objects(connection)?, objects(&pristine)?);
    let not_in = |other: &[(String, Option<String>)]| {
        let other = other.to_vec();
        move |object: &&(String, Option<String>)| !other.contains(object)
    };
    let lost = expected.iter().find(not_in(&found));
    let altered = lost.or_else(|| found.iter().find(not_in(&expected)));
    Ok(altered.map(|(name, _)| name.clone()))
}

fn objects(connection: &Connection) -> rusqlite::Result<Vec<(String, Option<String>)>> {
    let sql = "SELECT type || ' ' || name || ' on ' || tbl_name, sql FROM sqlite_schema";
    let mut statement = connection.prepare(sql)?;
    let objects = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    objects.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_leaves_the_version_before_it() {
        let mut connection = Connection::open_in_memory().expect("memory");
        let steps = |later| [STEPS, &[later]].concat();
        let broken = steps("CREATE TABLE later (x); CREATE TABLE later (x);");
        assert!(migrate_by(&mut connection, &broken).is_err());
        assert_eq!(pragma(&connection, "user_version"), Ok(VERSION));
        let mended = steps("CREATE TABLE later (x);");
        migrate_by(&mut connection, &mended).expect("mended");
        migrate_by(&mut connection, &mended).expect("nothing to do");
        assert_eq!(pragma(&connection, "user_version"), Ok(VERSION + 1));
    }

    #[test]
    fn a_missing_trigger_and_an_added_table_are_named() {
        let mut connection = Connection::open_in_memory().expect("memory");
        migrate(&mut connection).expect("a record");
        assert_eq!(altered(&connection), Ok(None));
        let batch = |sql| connection.execute_batch(sql).expect("sql");
        batch("CREATE TABLE more (x)");
        assert_eq!(altered(&connection), Ok(Some("table more on more".into())));
        batch("DROP TRIGGER fact_stays");
        let name = "trigger fact_stays on fact".to_owned();
        assert_eq!(altered(&connection), Ok(Some(name)));
    }
}
