//! What the record acknowledged survives a program that is killed at any moment.
#![cfg(unix)]

use chrono::{DateTime, FixedOffset};
use duban::fact::{Entry, Fact, Subject};
use duban::record::{Access, NewFact, Record};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Names the record's file to the child.
const FILE: &str = "DUBAN_TEST_RECORD_KILL";

fn moment() -> DateTime<FixedOffset> {
    "2022-03-14T08:00:00+08:00".parse().expect("a moment")
}

fn tick(n: u64) -> NewFact {
    let on = moment().date_naive();
    NewFact {
        subject: Some(Subject {
            item: duban::checklist::ItemRef {
                checklist: "taijiang-2022".parse().expect("an id"),
                item: format!("{}.1", n % 10 + 1).parse().expect("an id"),
            },
            period: Some(duban::calendar::Period::Day(on)),
        }),
        entry: Entry::ItemCompleted { on },
    }
}

/// Appends until it is killed: one to three facts at a time, with an undo now and then. Writes
/// `sequence id` for each fact once it is acknowledged.
#[test]
fn child_that_appends() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let mut record = Record::open(Path::new(&path), Access::ReadWrite).expect("a record");
    let mut out = std::io::stdout();
    let mut len = record.len().expect("len");
    loop {
        let mut new: Vec<NewFact> = (0..=len % 3).map(|n| tick(len + n)).collect();
        if len % 7 == 6 {
            let action = record.tail(1).expect("tail")[0].action.clone();
            new = vec![NewFact {
                subject: None,
                entry: Entry::Revoked { action },
            }];
        }
        let facts = record.append(len, moment(), "王", &new).expect("an append");
        len += facts.len() as u64;
        for fact in facts {
            writeln!(out, "ack {} {}", fact.seq, fact.id).expect("a reader");
        }
        out.flush().expect("a reader");
    }
}

/// Runs the child on the record and kills it somewhere after `after` acknowledged facts. Gives what
/// it acknowledged, up to the last whole line.
fn killed_after(path: &Path, after: usize, spins: u32) -> Vec<(u64, String)> {
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "child_that_appends", "--nocapture"])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut acknowledged = Vec::new();
    let mut line = String::new();
    while out.read_line(&mut line).expect("a line") > 0 {
        // The harness may have begun the line with words of its own.
        if let Some((_, words)) = line.split_once("ack ").filter(|_| line.ends_with('\n')) {
            let (seq, id) = words.trim_end().split_once(' ').expect("two words");
            acknowledged.push((seq.parse().expect("a number"), id.to_owned()));
        }
        line.clear();
        if acknowledged.len() == after {
            for _ in 0..spins {
                std::hint::spin_loop();
            }
            child.kill().expect("SIGKILL");
        }
    }
    let status = child.wait().expect("its end");
    assert_eq!(
        status.code(),
        None,
        "it was killed and did not end by itself"
    );
    acknowledged
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("record.db");
    let mut acknowledged: HashMap<u64, String> = HashMap::new();
    let mut random = 20_220_314_u32;
    for _ in 0..40 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let after = 1 + random as usize / 7 % 20;
        acknowledged.extend(killed_after(&path, after, random >> 14));

        let record = Record::open(&path, Access::ReadWrite).expect("a record");
        let verdict = record.verify().expect("a verdict");
        assert_eq!(verdict.fault, None);
        let mut kept = HashMap::new();
        let keep = |fact: Fact| {
            kept.insert(fact.seq, fact.id.to_string());
        };
        record.all(keep).expect("facts");
        for (seq, id) in &acknowledged {
            assert_eq!(kept.get(seq), Some(id), "fact {seq} was acknowledged");
        }
    }
    assert!(acknowledged.len() > 300);
}
