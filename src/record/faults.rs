//! Tests of what a record refuses, and of two programs at once.

use super::samples::{Place, all, append, done, moment, revoke};
use super::{Access, Journal, NewFact, Record, RecordError, schema};
use crate::checklist::ItemRef;
use crate::fact::ActionId;
use crate::text::Lang;
use rusqlite::Connection;
use std::sync::Barrier;
use std::time::Duration;

fn tick() -> NewFact {
    done("3.1", "2022-03-14")
}

/// A record with three facts.
fn three(place: &Place) -> Record {
    let mut record = place.open();
    for _ in 0..3 {
        append(&mut record, &[tick()]);
    }
    record
}

#[test]
fn what_was_appended_reads_back_equal() {
    let place = Place::new();
    let mut record = place.open();
    let precise = moment(0) + chrono::TimeDelta::nanoseconds(1_234_567);
    let appended = record.append(0, precise, "王校长", &[tick(), done("3.2", "2022-W11")]);
    let appended = appended.expect("an append");
    assert_eq!(all(&record), appended);
    assert_eq!(
        appended[0].recorded.to_rfc3339(),
        "2022-03-14T08:00:00.001+08:00"
    );
    assert_eq!(appended[0].id.0, appended[0].action.0);
    assert_eq!(appended[0].action, appended[1].action);
    assert!(appended[0].id < appended[1].id);
    assert_eq!(record.tail(1).expect("tail"), appended[1..]);
    assert_eq!(record.facts_before(2, 9).expect("before"), appended[..1]);
    let item: ItemRef = appended[1].subject.clone().expect("a subject").item;
    assert_eq!(record.facts_of(&item, 9).expect("of"), appended[1..]);
}

#[test]
fn every_kind_of_entry_is_kept() {
    let place = Place::new();
    let mut record = place.open();
    let mut appended = append(&mut record, &[tick()]);
    let action = appended[0].action.clone();
    for entry in super::samples::entries() {
        let new = match entry {
            crate::fact::Entry::Revoked { .. } => revoke(&action),
            entry => NewFact { entry, ..tick() },
        };
        appended.extend(append(&mut record, &[new]));
    }
    assert_eq!(all(&record), appended);
    assert_eq!(record.verify().expect("verify").fault, None);
}

#[test]
fn a_record_keeps_its_writer_and_its_facts_over_a_restart() {
    let place = Place::new();
    let record = three(&place);
    let (writer, head) = (record.writer().to_owned(), record.head().expect("head"));
    drop(record);
    let record = place.open();
    assert_eq!(record.writer(), writer);
    assert_eq!(record.head().expect("head"), head);
    assert_eq!(record.journal(), Journal::WriteAhead);
    assert!(uuid::Uuid::parse_str(&writer).is_ok());
}

#[test]
fn facts_are_never_changed_removed_or_replaced() {
    let place = Place::new();
    let record = three(&place);
    let before = all(&record);
    let columns = r#"recorded, "by", writer, action, kind, checklist, item, period, data, leaf"#;
    let copy = |what: &str, seq: &str, id: &str| {
        format!("{what} INTO fact SELECT {seq}, {id}, {columns} FROM fact WHERE seq = 2")
    };
    for sql in [
        "UPDATE fact SET item = '3.2'".to_owned(),
        "UPDATE OR REPLACE fact SET seq = 1 WHERE seq = 3".to_owned(),
        "DELETE FROM fact WHERE seq = 3".to_owned(),
        copy("INSERT OR REPLACE", "3", "'new'"),
        copy("INSERT OR REPLACE", "4", "id"),
        copy("INSERT OR IGNORE", "3", "'new'"),
        copy("REPLACE", "3", "id"),
        copy("INSERT", "9", "'new'"),
        copy("INSERT", "0", "'new'"),
        copy("INSERT", "NULL", "id"),
        "UPDATE meta SET value = 'x'".to_owned(),
        "REPLACE INTO meta VALUES ('writer', 'x')".to_owned(),
        "DELETE FROM meta".to_owned(),
    ] {
        assert!(record.connection.execute(&sql, []).is_err(), "{sql}");
    }
    assert_eq!(all(&record), before);
    assert_eq!(record.verify().expect("verify").fault, None);
}

#[test]
fn documents_are_never_changed_removed_or_replaced() {
    let place = Place::new();
    let mut record = place.open();
    record.put_document("d", "body").expect("put");
    for sql in [
        "UPDATE document SET body = ''",
        "DELETE FROM document",
        "REPLACE INTO document SELECT digest, 'x', sum FROM document",
    ] {
        assert!(record.connection.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(
        record
            .document("d", str::to_owned)
            .expect("read")
            .as_deref(),
        Some("body")
    );
}

#[test]
fn two_programs_append_by_turns_and_look_again_when_the_other_was_first() {
    let place = Place::new();
    let mut programs = [place.open(), place.open()];
    let (mut known, mut moved) = ([0_u64; 2], 0);
    for turn in 0..20 {
        let me = turn % 2;
        let record = &mut programs[me];
        loop {
            match record.append(known[me], moment(0), "王", &[tick()]) {
                Ok(facts) => break known[me] = facts[0].seq,
                Err(RecordError::Moved { expected, found }) => {
                    assert_eq!(expected, known[me]);
                    assert!(record.changed().expect("changed"));
                    moved += 1;
                    known[me] = found;
                }
                Err(error) => panic!("{error}"),
            }
        }
        assert!(
            !record.changed().expect("changed"),
            "own facts are no change"
        );
    }
    assert_eq!((moved, known), (19, [19, 20]));
    assert_eq!(programs[0].verify().expect("verify").checked, 20);
}

#[test]
fn programs_that_make_the_record_at_the_same_moment_share_it() {
    for _ in 0..20 {
        let place = Place::new();
        let start = Barrier::new(3);
        let open = || {
            start.wait();
            let mut record = place.open();
            while record.len().expect("len") < 3 {
                let len = record.len().expect("len");
                match record.append(len, moment(0), "王", &[tick()]) {
                    Ok(_) => break,
                    Err(RecordError::Moved { .. }) => {}
                    Err(error) => panic!("{error:?}"),
                }
            }
            record.writer().to_owned()
        };
        let writers: Vec<String> = std::thread::scope(|scope| {
            let threads = [(); 3].map(|()| scope.spawn(open));
            threads
                .map(|thread| thread.join().expect("a writer"))
                .into()
        });
        assert!(writers.iter().all(|writer| *writer == writers[0]));
        let verdict = place.open().verify().expect("verify");
        assert_eq!((verdict.checked, verdict.fault), (3, None));
    }
}

#[test]
fn an_append_waits_for_nobody_for_ever() {
    let place = Place::new();
    let mut record = three(&place);
    record
        .connection
        .busy_timeout(Duration::ZERO)
        .expect("a setting");
    let other = Connection::open(record.path()).expect("another connection");
    other.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    let locked = record.append(3, moment(0), "王", &[tick()]);
    assert!(
        matches!(locked, Err(RecordError::Locked { .. })),
        "{locked:?}"
    );
    assert_eq!(all(&record).len(), 3, "reading goes on");
    other.execute_batch("ROLLBACK").expect("unlocked");
    assert!(record.append(3, moment(0), "王", &[tick()]).is_ok());
}

#[test]
fn on_a_full_disk_an_append_leaves_nothing_behind() {
    let place = Place::new();
    let mut record = three(&place);
    let pages: i64 = schema::pragma(&record.connection, "page_count").expect("pages");
    let limit = record
        .connection
        .pragma_update(None, "max_page_count", pages + 2);
    limit.expect("a limit");
    let head = record.head().expect("head");
    let full = record.append(3, moment(0), "王", &vec![tick(); 200]);
    assert!(matches!(full, Err(RecordError::Full { .. })), "{full:?}");
    assert_eq!(record.head().expect("head"), head);
    assert_eq!(record.verify().expect("verify").fault, None);
    let limit = record
        .connection
        .pragma_update(None, "max_page_count", 1_000_000);
    limit.expect("space");
    assert_eq!(
        record
            .append(3, moment(0), "王", &vec![tick(); 200])
            .expect("space")
            .len(),
        200
    );
}

#[test]
fn a_record_opened_for_reading_is_not_written() {
    let place = Place::new();
    drop(three(&place));
    let mut record = Record::open(&place.path("record.db"), Access::ReadOnly).expect("a record");
    assert_eq!(all(&record).len(), 3);
    let refused = record.append(3, moment(0), "王", &[tick()]);
    assert!(
        matches!(refused, Err(RecordError::ReadOnly { .. })),
        "{refused:?}"
    );
    let missing = Record::open(&place.path("none.db"), Access::ReadOnly);
    assert!(matches!(missing, Err(RecordError::Missing { .. })));
    assert!(!place.path("none.db").exists());
}

#[test]
fn what_is_no_record_or_a_newer_one_is_left_as_it_was() {
    let place = Place::new();
    let make = |name: &str, sql: &str| {
        let connection = Connection::open(place.path(name)).expect("a database");
        connection.execute_batch(sql).expect(sql);
    };
    make("foreign.db", "CREATE TABLE x (y)");
    make(
        "marked.db",
        "PRAGMA application_id = 7; PRAGMA user_version = 1",
    );
    drop(three(&place));
    std::fs::copy(place.path("record.db"), place.path("newer.db")).expect("a copy");
    make("newer.db", "PRAGMA user_version = 99");
    make(
        "zero.db",
        &format!("PRAGMA application_id = {}", schema::APPLICATION_ID),
    );
    std::fs::write(place.path("text.db"), "门岗日志\n".repeat(99)).expect("a file");
    std::fs::create_dir(place.path("folder.db")).expect("a folder");
    for (name, expected) in [
        ("foreign.db", "Foreign"),
        ("marked.db", "Foreign"),
        ("newer.db", "Newer"),
        ("zero.db", "Damaged"),
        ("text.db", "Damaged"),
        ("folder.db", "Unreadable"),
    ] {
        let bytes = || std::fs::read(place.path(name)).ok();
        let before = bytes();
        for access in [Access::ReadWrite, Access::ReadOnly] {
            let error = Record::open(&place.path(name), access).expect_err(name);
            assert!(
                format!("{error:?}").starts_with(expected),
                "{name}: {error:?}"
            );
            assert_eq!(bytes(), before, "{name}");
            let (message, remedy) = error.say(Lang::Zh);
            assert!(message.contains(name) && !remedy.is_empty(), "{message}");
        }
    }
}

#[test]
fn an_empty_file_becomes_a_record_but_not_by_reading() {
    let place = Place::new();
    std::fs::write(place.path("record.db"), "").expect("a file");
    let older = Record::open(&place.path("record.db"), Access::ReadOnly);
    assert!(matches!(older, Err(RecordError::Older { found: 0, .. })));
    assert_eq!(three(&place).len().expect("len"), 3);
}

#[test]
fn a_record_that_is_thrown_away_waits_for_no_disk_and_is_sound() {
    let place = Place::new();
    let path = place.path("record.db");
    let mut record = Record::open(&path, Access::Throwaway).expect("a record");
    append(&mut record, &[tick()]);
    let synchronous: i64 = schema::pragma(&record.connection, "synchronous").expect("a level");
    assert_eq!(synchronous, 0);
    assert_eq!(record.verify().expect("verified").fault, None);
    drop(record);
    let kept = Record::open(&path, Access::ReadWrite).expect("a record");
    let synchronous: i64 = schema::pragma(&kept.connection, "synchronous").expect("a level");
    assert_eq!((synchronous, kept.len().expect("len")), (2, 1));
}

#[test]
fn on_a_network_share_the_record_has_a_rollback_journal() {
    let place = Place::new();
    let path = place.path("record.db");
    drop(three(&place));
    let mut record = Record::open_on(&path, Access::ReadWrite, true).expect("a record");
    assert_eq!(record.journal(), Journal::Rollback);
    append(&mut record, &[tick()]);
    let mode: String = schema::pragma(&record.connection, "journal_mode").expect("a mode");
    let synchronous: i64 = schema::pragma(&record.connection, "synchronous").expect("a level");
    assert_eq!((mode.as_str(), synchronous), ("delete", 2));
    let other = Record::open_on(&path, Access::ReadWrite, true).expect("beside it");
    assert_eq!(other.len().expect("len"), 4);
    drop((record, other));
    assert_eq!(place.open().journal(), Journal::WriteAhead);
}

#[test]
fn only_an_action_of_the_record_can_be_revoked() {
    let place = Place::new();
    let mut record = three(&place);
    let nothing = record.append(3, moment(0), "王", &[tick(), revoke(&ActionId("x".into()))]);
    assert!(matches!(nothing, Err(RecordError::NoSuchAction { .. })));
    assert_eq!(record.len().expect("len"), 3);
}

#[test]
fn heads_and_proofs_reach_no_further_than_the_record() {
    let place = Place::new();
    let record = three(&place);
    let head = record.head().expect("head");
    assert_eq!(record.head_at(3).expect("head"), head);
    for seq in 1..=3 {
        let proof = record.inclusion_proof(seq, 3).expect("a proof");
        let leaf = record.leaf_bytes(seq).expect("leaf");
        assert_eq!(head.includes(seq, &leaf, &proof), Ok(()));
    }
    let beyond = |result: Result<Vec<_>, _>| matches!(result, Err(RecordError::Beyond { .. }));
    assert!(beyond(record.inclusion_proof(0, 3)));
    assert!(beyond(record.inclusion_proof(3, 2)));
    assert!(beyond(record.inclusion_proof(4, 4)));
    assert!(beyond(record.consistency_proof(4, 3)));
    assert!(matches!(
        record.leaf_bytes(4),
        Err(RecordError::Beyond { .. })
    ));
    assert!(matches!(record.head_at(4), Err(RecordError::Beyond { .. })));
}

#[test]
fn a_backup_is_one_whole_file_and_is_never_written_over_another() {
    let place = Place::new();
    let record = three(&place);
    let to = place.path("backup.db");
    assert_eq!(
        record.backup(&to).expect("a backup"),
        record.head().expect("head")
    );
    let copy = Record::open(&to, Access::ReadOnly).expect("the copy");
    assert_eq!(all(&copy), all(&record));
    assert!(matches!(
        record.backup(&to),
        Err(RecordError::Exists { .. })
    ));
    let nowhere = record.backup(&place.path("none/backup.db"));
    assert!(matches!(nowhere, Err(RecordError::Backup { .. })));
    let names = std::fs::read_dir(to.parent().expect("a folder")).expect("a folder");
    let strays = names.filter(|name| {
        let name = name.as_ref().expect("a name").file_name();
        name.to_string_lossy().starts_with(".duban-")
    });
    assert_eq!(strays.count(), 0);
}
