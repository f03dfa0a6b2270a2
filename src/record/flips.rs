//! Tests that verification finds what was changed behind the record's back.

use super::samples::{Place, all, append, done, revoke};
use super::{Access, FactFault, Fault, Record, RecordError};
use crate::fact::Fact;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A record of some facts, undone and redone, with a document, as a single file.
fn single(place: &Place) -> (PathBuf, Vec<Fact>) {
    let mut record = place.open();
    record
        .put_document("sha256:1", r#"{"checklist":1}"#)
        .expect("put");
    let mut last = append(
        &mut record,
        &[done("1.1", "2022-03-14"), done("1.2", "2022-W11")],
    );
    for id in ["3.1", "3.2", "3.3"] {
        append(&mut record, &[done(id, "2022-03-15")]);
    }
    for _ in 0..2 {
        last = append(&mut record, &[revoke(&last[0].action)]);
    }
    let path = place.path("single.db");
    record.backup(&path).expect("a copy");
    (path, all(&record))
}

/// Whether opening or verifying tells that something is wrong.
fn is_found(path: &Path) -> bool {
    let verdict = Record::open(path, Access::ReadOnly).and_then(|record| record.verify());
    verdict.map_or(true, |verdict| verdict.fault.is_some())
}

/// The bytes of the pages of a table, in the file.
fn pages(path: &Path, table: &str) -> Vec<usize> {
    let connection = Connection::open(path).expect("a database");
    let sql = "SELECT pgoffset, pgsize FROM dbstat WHERE name = ?1";
    let mut statement = connection.prepare(sql).expect("dbstat");
    let pages = statement.query_map([table], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    });
    let bytes = |(at, size)| {
        usize::try_from(at).expect("an offset")..usize::try_from(at + size).expect("an end")
    };
    pages
        .expect("pages")
        .flat_map(|page| bytes(page.expect("a page")))
        .collect()
}

/// Writes one byte of a file.
fn write(path: &Path, at: usize, byte: u8) {
    let mut file = OpenOptions::new().write(true).open(path).expect("the file");
    let to = SeekFrom::Start(at as u64);
    file.seek(to)
        .and_then(|_| file.write_all(&[byte]))
        .expect("a byte");
}

/// Flips bits of single bytes, one at a time, and holds that what is not found left the facts as
/// they were. Gives the number of flips found and not found.
fn flip(table: Option<&str>, step: usize, mask: u8) -> (usize, usize) {
    let place = Place::new();
    let (path, facts) = single(&place);
    let bytes = std::fs::read(&path).expect("the file");
    let offsets = table.map_or_else(|| (0..bytes.len()).collect(), |table| pages(&path, table));
    // Of long runs of zeros, which are unused space, a sample is enough.
    let is_used = |at: &usize| {
        at.is_multiple_of(32)
            || bytes[at.saturating_sub(8)..bytes.len().min(at + 8)]
                .iter()
                .any(|b| *b > 0)
    };
    let (mut found, mut harmless) = (0, 0);
    for at in offsets.into_iter().step_by(step).filter(is_used) {
        write(&path, at, bytes[at] ^ mask);
        if is_found(&path) {
            found += 1;
        } else {
            harmless += 1;
            let record = Record::open(&path, Access::ReadOnly).expect("a record");
            assert_eq!(all(&record), facts, "byte {at}");
        }
        write(&path, at, bytes[at]);
    }
    assert!(!is_found(&path), "all is as it was");
    (found, harmless)
}

#[test]
fn every_flipped_byte_of_a_fact_is_found() {
    let place = Place::new();
    let connection = Connection::open(single(&place).0).expect("a database");
    let sql = "SELECT sum(payload) FROM dbstat WHERE name = 'fact'";
    let content: i64 = connection
        .query_row(sql, [], |row| row.get(0))
        .expect("dbstat");
    // The rest of the page, but for a few bytes, is unused.
    for (step, mask) in [(1, 0x01), (5, 0xff)] {
        let (found, harmless) = flip(Some("fact"), step, mask);
        let all = usize::try_from(content).expect("a size") / step;
        assert!(found >= all, "{found} found, {harmless} not, {all} content");
    }
}

#[test]
fn flipped_bytes_elsewhere_are_found_or_leave_the_facts_as_they_were() {
    let (found, harmless) = flip(None, 31, 0x20);
    assert!(found > 100 && harmless > 10, "{found} {harmless}");
}

/// Changes a copy of the record with SQL, guards and all switched off, and verifies it.
fn tampered(sql: &str) -> (u64, Option<Fault>) {
    let place = Place::new();
    let (path, _) = single(&place);
    let connection = Connection::open(&path).expect("a database");
    let off = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false);
    off.expect("a setting");
    connection.execute_batch(sql).expect(sql);
    drop(connection);
    let record = Record::open(&path, Access::ReadOnly).expect("a record");
    let verdict = record.verify().expect("a verdict");
    (verdict.checked, verdict.fault)
}

#[test]
fn the_first_bad_fact_is_named_with_what_is_wrong() {
    let bad = |seq, why| (seq - 1, Some(Fault::Fact { seq, why }));
    for (sql, expected) in [
        (
            "UPDATE fact SET item = '3.9' WHERE seq >= 4",
            bad(4, FactFault::Leaf),
        ),
        (
            "UPDATE fact SET \"by\" = '李' WHERE seq = 7",
            bad(7, FactFault::Leaf),
        ),
        ("DELETE FROM fact WHERE seq = 3", bad(3, FactFault::Missing)),
        (
            "UPDATE fact SET seq = 99 WHERE seq = 5",
            bad(5, FactFault::Missing),
        ),
        (
            "UPDATE fact SET leaf = zeroblob(32) WHERE seq = 1",
            bad(1, FactFault::Leaf),
        ),
        (
            "REPLACE INTO meta VALUES ('writer', 'x')",
            bad(1, FactFault::Writer),
        ),
        (
            "DELETE FROM standing; DELETE FROM fact WHERE seq = 3",
            bad(3, FactFault::Missing),
        ),
    ] {
        assert_eq!(tampered(sql), expected, "{sql}");
    }
}

#[test]
fn a_record_cut_off_at_its_end_is_found_by_what_was_derived() {
    let (checked, fault) = tampered("DELETE FROM fact WHERE seq >= 6");
    assert_eq!((checked, fault), (5, Some(Fault::Node { at: 9 })));
}

#[test]
fn what_is_derived_and_what_guards_are_held_to_the_facts() {
    let whole = |fault| (7, Some(fault));
    let schema = |object: &str| Fault::Schema {
        object: object.to_owned(),
    };
    for (sql, expected) in [
        (
            "DELETE FROM node WHERE at = 3",
            whole(Fault::Node { at: 3 }),
        ),
        (
            "UPDATE node SET hash = zeroblob(32)",
            whole(Fault::Node { at: 1 }),
        ),
        (
            "INSERT INTO node SELECT 11, hash FROM node WHERE at = 1",
            whole(Fault::Node { at: 11 }),
        ),
        (
            "UPDATE standing SET stands = 0 WHERE seq = 3",
            whole(Fault::Standing { seq: 3 }),
        ),
        (
            "DELETE FROM standing WHERE seq = 2",
            whole(Fault::Standing { seq: 2 }),
        ),
        (
            "INSERT INTO standing VALUES (70, '9999-12-31', NULL, 1)",
            whole(Fault::Standing { seq: 70 }),
        ),
        (
            "UPDATE document SET body = '{}'",
            whole(Fault::Document {
                digest: "sha256:1".into(),
            }),
        ),
        (
            "DROP TRIGGER fact_stays",
            whole(schema("trigger fact_stays on fact")),
        ),
        (
            "CREATE TABLE extra (x)",
            whole(schema("table extra on extra")),
        ),
    ] {
        assert_eq!(tampered(sql), expected, "{sql}");
    }
}

#[test]
fn a_damaged_fact_is_never_read_as_if_it_were_right() {
    let place = Place::new();
    let (path, _) = single(&place);
    let connection = Connection::open(&path).expect("a database");
    let off = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false);
    off.expect("a setting");
    let sql = "UPDATE fact SET data = '{\"on\":\"2022-03-01\"}' WHERE seq = 4";
    connection.execute_batch(sql).expect("tampered");
    drop(connection);
    let mut record = Record::open(&path, Access::ReadWrite).expect("a record");
    let is_bad = |error| {
        matches!(
            error,
            RecordError::BadFact {
                seq: 4,
                why: FactFault::Leaf
            }
        )
    };
    assert!(is_bad(record.tail(9).expect_err("tail")));
    assert!(is_bad(
        record
            .standing(super::samples::day("2022-03-14"))
            .expect_err("standing")
    ));
    assert!(is_bad(record.all(|_| ()).expect_err("all")));
    assert!(is_bad(record.rebuild().expect_err("rebuild")));
    let refused = record.backup(&place.path("copy.db"));
    assert!(
        matches!(refused, Err(RecordError::BadBackup { .. })),
        "{refused:?}"
    );
    assert!(!place.path("copy.db").exists());
}
