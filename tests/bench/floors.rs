//! What nothing can be faster than: `SQLite` itself, set up as durably as the record.

use crate::measure::{Times, times};
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

/// Opening a database, adding a row durably, and closing it.
pub(crate) fn open_insert_close(folder: &Path, runs: usize) -> Times {
    let path = folder.join("floor-open.db");
    create(&path);
    times(runs, || {
        let database = open(&path);
        insert(&database);
        database.close().expect("a close");
    })
}

/// An open database, for adding rows durably.
pub(crate) struct Commits(Connection);

impl Commits {
    pub(crate) fn new(folder: &Path) -> Self {
        let path = folder.join("floor-commit.db");
        create(&path);
        Self(open(&path))
    }

    /// How long one row takes.
    pub(crate) fn one(&self) -> Duration {
        let start = Instant::now();
        insert(&self.0);
        start.elapsed()
    }
}

fn open(path: &Path) -> Connection {
    let database = Connection::open(path).expect("a database");
    let set = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
    database.execute_batch(set).expect("its settings");
    database
}

fn create(path: &Path) {
    let table = "CREATE TABLE IF NOT EXISTS\n        fact (seq INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;";
    open(path).execute_batch(table).expect("a table");
}

fn insert(database: &Connection) {
    let mut statement = database
        .prepare_cached("INSERT INTO fact (data) VALUES (?1)")
        .expect("a statement");
    let row = r#"{"on":"2022-03-16"}"#;
    statement.execute([row]).expect("a row");
}
