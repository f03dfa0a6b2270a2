//! What nothing can be faster than: `SQLite` itself, set up as durably as the record.

use crate::measure::{Times, times};
use rusqlite::Connection;
use std::path::Path;

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

/// Adding a row durably to an open database.
pub(crate) fn commit(folder: &Path, runs: usize) -> Times {
    let path = folder.join("floor-commit.db");
    create(&path);
    let database = open(&path);
    times(runs, || insert(&database))
}

fn open(path: &Path) -> Connection {
    let database = Connection::open(path).expect("a database");
    let set = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
    database.execute_batch(set).expect("its settings");
    database
}

fn create(path: &Path) {
    let table = "CREATE TABLE fact (seq INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;";
    open(path).execute_batch(table).expect("a table");
}

fn insert(database: &Connection) {
    let mut statement = database
        .prepare_cached("INSERT INTO fact (data) VALUES (?1)")
        .expect("a statement");
    let row = r#"{"on":"2022-03-16"}"#;
    statement.execute([row]).expect("a row");
}
