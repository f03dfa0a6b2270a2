//! Holding the whole record to its hashes.
//!
//! Verification finds what a failing disk, a stray program or a hurried hand did to the file. What
//! it cannot show: a record rewritten as a whole, hashes and all, or one cut off at its end with
//! the tables made to fit. For that, somebody else has to hold a head; see
//! [`Head::extends`].

use super::error::{FactFault, RecordError};
use super::head::{Hash, Head};
use super::leaf::{COLUMNS, Stored};
use super::standing::{self, Revocations};
use super::tree::Peaks;
use super::{Record, document, schema, tree};
use crate::fact::{ActionId, Fact};
use crate::text::Lang;
use crate::text::record as words;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OptionalExtension};
use std::collections::HashSet;
use uuid::Uuid;

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The number of facts that were checked and found right, up to the first bad one.
    pub checked: u64,
    /// The head over these facts, computed from their bytes.
    pub head: Head,
    /// The first thing that is wrong: a fact before anything else.
    pub fault: Option<Fault>,
}

/// Something that is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A fact.
    #[error("fact {seq}: {why}")]
    Fact {
        /// Its place.
        seq: u64,
        /// What is wrong with it.
        why: FactFault,
    },
    /// A hash of the tree is missing, wrong or one too many. It can be rebuilt.
    #[error("hash {at} of the tree does not follow from the facts")]
    Node {
        /// Its number.
        at: u64,
    },
    /// The list of what stands is wrong about a fact. It can be rebuilt.
    #[error("the list of what stands is wrong about fact {seq}")]
    Standing {
        /// The fact.
        seq: u64,
    },
    /// A document.
    #[error("document `{digest}` is not as it was stored")]
    Document {
        /// The digest it is filed under.
        digest: String,
    },
    /// A table, index or guard is not as this program makes it.
    #[error("the database's `{object}` was altered")]
    Schema {
        /// Which.
        object: String,
    },
    /// `SQLite`'s own check of the file found something.
    #[error("SQLite finds: {found}")]
    File {
        /// The first of what it found.
        found: String,
    },
}

impl Fault {
    /// What is wrong, for a user.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Fact { seq, why } => words::fact_fault(lang, *seq, &why.say(lang)),
            Self::Node { at } => words::node_fault(lang, *at),
            Self::Standing { seq } => words::standing_fault(lang, *seq),
            Self::Document { digest } => words::document_fault(lang, digest),
            Self::Schema { object } => words::schema_fault(lang, object),
            Self::File { found } => words::file_fault(lang, found),
        }
    }
}

impl Record {
    /// Checks every fact and everything that is derived from them, and the file itself. Takes time
    /// in proportion to the record.
    pub fn verify(&self) -> Result<Verdict, RecordError> {
        self.told(self.check())
    }

    fn check(&self) -> rusqlite::Result<Verdict> {
        // One transaction, so that all is checked as it was at one moment.
        let snapshot = self.connection.unchecked_transaction()?;
        let mut walk = Walk::new(&self.writer);
        let walked = walk.facts(&snapshot);
        let (checked, root) = (walk.checked, walk.peaks.root());
        let mut fault = as_fault(walked, |_| Fault::Fact {
            seq: checked + 1,
            why: FactFault::Unreadable,
        })?;
        if fault.is_none() {
            fault = as_fault(walk.derived(&snapshot), |found| Fault::File { found })?;
        }
        let head = Head {
            facts: checked,
            root,
        };
        Ok(Verdict {
            checked,
            head,
            fault,
        })
    }
}

/// Makes a finding of what `SQLite` calls damage; other errors, such as a failing disk, stay errors.
fn as_fault(
    found: rusqlite::Result<Option<Fault>>,
    name: impl FnOnce(String) -> Fault,
) -> rusqlite::Result<Option<Fault>> {
    found.or_else(|cause| match cause.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Ok(Some(name(cause.to_string())))
        }
        _ => Err(cause),
    })
}

/// A walk through the facts in order.
struct Walk<'a> {
    writer: &'a str,
    checked: u64,
    peaks: Peaks,
    action: Option<ActionId>,
    revocations: Revocations,
    /// The first hash of the tree that was found wrong; facts come first.
    node: Option<Fault>,
}

impl<'a> Walk<'a> {
    fn new(writer: &'a str) -> Self {
        Self {
            writer,
            checked: 0,
            peaks: Peaks::empty(),
            action: None,
            revocations: Revocations::default(),
            node: None,
        }
    }

    /// Checks all facts, up to the first bad one.
    fn facts(&mut self, connection: &Connection) -> rusqlite::Result<Option<Fault>> {
        let mut statement =
            connection.prepare(&format!("SELECT {COLUMNS} FROM fact ORDER BY seq"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            match self.fact(row) {
                Ok((fact, leaf)) => self.pass(connection, fact, leaf)?,
                Err(why) => {
                    let seq = self.checked + 1;
                    return Ok(Some(Fault::Fact { seq, why }));
                }
            }
        }
        Ok(None)
    }

    fn fact(&self, row: &rusqlite::Row<'_>) -> Result<(Fact, Hash), FactFault> {
        let next = (self.checked + 1).cast_signed();
        if row.get(0) != Ok(next) {
            return Err(FactFault::Missing);
        }
        let stored = Stored::read(row).map_err(|error| why(&error))?;
        if stored.writer != self.writer {
            return Err(FactFault::Writer);
        }
        if Uuid::parse_str(stored.id).map(|id| id.get_version_num()) != Ok(7) {
            return Err(FactFault::Column("id"));
        }
        let fact = stored.decode().map_err(|error| why(&error))?;
        if fact.action.0 != fact.id.0 && Some(&fact.action) != self.action.as_ref() {
            return Err(FactFault::Action);
        }
        Ok((fact, stored.leaf()))
    }

    /// Goes on after a good fact, and looks at the hashes of the tree that it completes.
    fn pass(&mut self, connection: &Connection, fact: Fact, leaf: Hash) -> rusqlite::Result<()> {
        self.checked += 1;
        self.revocations.note(&fact);
        self.action = Some(fact.action);
        let mut kept = connection.prepare_cached("SELECT hash FROM node WHERE at = ?1")?;
        for (at, hash) in self.peaks.push(leaf) {
            let kept = kept.query_row([at.cast_signed()], |row| Ok(row.get_ref(0)? == blob(&hash)));
            if self.node.is_none() && kept.optional()? != Some(true) {
                self.node = Some(Fault::Node { at });
            }
        }
        Ok(())
    }

    /// Checks what is derived from the facts, and the rest of the file.
    fn derived(self, connection: &Connection) -> rusqlite::Result<Option<Fault>> {
        let facts = self.checked;
        let revoked = self.revocations.revoked();
        if self.node.is_some() {
            return Ok(self.node);
        }
        let checks: [&dyn Fn() -> rusqlite::Result<Option<Fault>>; 6] = [
            &|| surplus_node(connection, facts),
            &|| standing(connection, &revoked),
            &|| surplus_standing(connection, facts),
            &|| documents(connection),
            &|| Ok(schema::altered(connection)?.map(|object| Fault::Schema { object })),
            &|| file(connection),
        ];
        checks
            .iter()
            .find_map(|check| check().transpose())
            .transpose()
    }
}

fn why(error: &RecordError) -> FactFault {
    match error {
        RecordError::BadFact { why, .. } => *why,
        _ => FactFault::Unreadable,
    }
}

fn blob(hash: &Hash) -> ValueRef<'_> {
    ValueRef::Blob(hash.as_bytes())
}

/// A hash of the tree that stands for no complete subtree.
fn surplus_node(connection: &Connection, facts: u64) -> rusqlite::Result<Option<Fault>> {
    let mut statement = connection.prepare("SELECT at FROM node ORDER BY at")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let at = row.get::<_, i64>(0)?.cast_unsigned();
        if !tree::is_node(at, facts) {
            return Ok(Some(Fault::Node { at }));
        }
    }
    Ok(None)
}

/// A fact about which the list of what stands is wrong.
fn standing(
    connection: &Connection,
    revoked: &HashSet<ActionId>,
) -> rusqlite::Result<Option<Fault>> {
    let sql = format!(
        "SELECT {COLUMNS}, until, revokes, stands FROM fact LEFT JOIN standing
         ON standing.seq = fact.seq ORDER BY fact.seq"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // Facts are known to be good by now.
        let Ok(fact) = Stored::read(row).and_then(|stored| stored.decode()) else {
            continue;
        };
        let (until, target) = standing::row(&fact);
        let stands = !revoked.contains(&fact.action);
        let right = row.get(12) == Ok(until)
            && row.get(13) == Ok(target.map(|action| action.0.clone()))
            && row.get(14) == Ok(Some(i64::from(stands)));
        if !right {
            return Ok(Some(Fault::Standing { seq: fact.seq }));
        }
    }
    Ok(None)
}

/// A line in the list of what stands that is about no fact.
fn surplus_standing(connection: &Connection, facts: u64) -> rusqlite::Result<Option<Fault>> {
    let sql = "SELECT seq FROM standing WHERE seq < 1 OR seq > ?1 LIMIT 1";
    let seq = connection.query_row(sql, [facts.cast_signed()], |row| row.get::<_, i64>(0));
    let fault = |seq: i64| Fault::Standing {
        seq: seq.cast_unsigned(),
    };
    Ok(seq.optional()?.map(fault))
}

/// A document that is not as it was stored.
fn documents(connection: &Connection) -> rusqlite::Result<Option<Fault>> {
    let mut statement =
        connection.prepare("SELECT digest, body, sum FROM document ORDER BY digest")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (digest, body) = (row.get_ref(0)?.as_bytes()?, row.get_ref(1)?.as_bytes()?);
        if row.get_ref(2)? != blob(&document::sum(digest, body)) {
            let digest = String::from_utf8_lossy(digest).into_owned();
            return Ok(Some(Fault::Document { digest }));
        }
    }
    Ok(None)
}

/// What `SQLite`'s own check finds: broken pages, indexes that lack a row.
fn file(connection: &Connection) -> rusqlite::Result<Option<Fault>> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok((found != "ok").then_some(Fault::File { found }))
}
