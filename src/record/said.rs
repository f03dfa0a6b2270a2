//! Tests that every error is said in both languages, with what to do about it.

use super::{FactFault, Fault, RecordError};
use crate::fact::ActionId;
use crate::text::Lang;
use std::path::PathBuf;

fn errors() -> Vec<RecordError> {
    let path = || PathBuf::from("/home/a/record.db");
    let cause = || rusqlite::Error::InvalidQuery;
    let json = serde_json::from_str::<u8>("x").expect_err("no number");
    let mut errors = vec![
        RecordError::Missing { path: path() },
        RecordError::Unreadable {
            path: path(),
            cause: cause(),
        },
        RecordError::ReadOnly {
            path: path(),
            cause: cause(),
        },
        RecordError::Locked {
            path: path(),
            cause: cause(),
        },
        RecordError::Full {
            path: path(),
            cause: cause(),
        },
        RecordError::Disk {
            path: path(),
            cause: cause(),
        },
        RecordError::Damaged {
            path: path(),
            cause: cause(),
        },
        RecordError::Refused {
            path: path(),
            cause: cause(),
        },
        RecordError::Foreign {
            path: path(),
            application_id: 7,
        },
        RecordError::Newer {
            path: path(),
            found: 9,
            known: 1,
        },
        RecordError::Older {
            path: path(),
            found: 0,
            known: 1,
        },
        RecordError::Moved {
            expected: 3,
            found: 4,
        },
        RecordError::NoSuchAction {
            action: ActionId("0192".into()),
        },
        RecordError::Beyond { asked: 9, facts: 3 },
        RecordError::BadNode { at: 3 },
        RecordError::BadDocument {
            digest: "sha256:1".into(),
        },
        RecordError::Entry { cause: json },
        RecordError::Exists { path: path() },
        RecordError::Backup {
            path: path(),
            cause: std::io::Error::other("cause"),
        },
    ];
    let why = [
        FactFault::Unreadable,
        FactFault::Missing,
        FactFault::Column("period"),
        FactFault::Leaf,
        FactFault::Data,
        FactFault::Writer,
        FactFault::Action,
    ];
    errors.extend(why.map(|why| RecordError::BadFact { seq: 412, why }));
    let faults = [
        Fault::Fact {
            seq: 412,
            why: FactFault::Leaf,
        },
        Fault::Node { at: 3 },
        Fault::Standing { seq: 412 },
        Fault::Document {
            digest: "sha256:1".into(),
        },
        Fault::Schema {
            object: "table x on x".into(),
        },
        Fault::File {
            found: "cause".into(),
        },
    ];
    errors.extend(faults.map(|fault| RecordError::BadBackup {
        path: path(),
        fault,
    }));
    errors
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_error_says_what_happened_and_what_to_do_in_both_languages() {
    let mut messages: Vec<String> = Vec::new();
    for error in errors() {
        let (zh, remedy) = error.say(Lang::Zh);
        assert!(
            has_chinese(&zh) && has_chinese(&remedy),
            "{error:?}: {zh} {remedy}"
        );
        messages.push(zh);
        let (en, remedy) = error.say(Lang::En);
        assert!(
            !has_chinese(&en) && !has_chinese(&remedy),
            "{error:?}: {en} {remedy}"
        );
        assert!(
            remedy.ends_with('.') && !en.ends_with('.'),
            "{error:?}: {en} {remedy}"
        );
        messages.push(en);
    }
    let all = messages.len();
    messages.sort();
    messages.dedup();
    assert_eq!(messages.len(), all, "no two errors say the same");
}

#[test]
fn a_damaged_fact_is_named_by_its_number() {
    let error = RecordError::BadFact {
        seq: 412,
        why: FactFault::Leaf,
    };
    let (message, remedy) = error.say(Lang::Zh);
    assert_eq!(
        message,
        "第 412 条记录已损坏：内容与其摘要不符，可能被改动过"
    );
    assert!(remedy.contains("duban verify"));
    assert_eq!(
        error.to_string(),
        "fact 412 is damaged: its content does not fit its hash"
    );
}
