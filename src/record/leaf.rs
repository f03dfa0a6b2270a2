//! A fact as it is stored, the bytes that are hashed, and the way back to a fact.
//!
//! **Leaf bytes.** The sequence number as 8 bytes, most significant first; then the columns `id`,
//! `recorded`, `by`, `writer`, `action`, `kind`, `checklist`, `item`, `period` and `data` in this
//! order: a byte 0 where the column is null; otherwise a byte 1, the length of the text in bytes as
//! 8 bytes, most significant first, and the text as stored (UTF-8). The leaf hash is SHA-256 of a
//! zero byte and these bytes. Nothing is re-serialised before hashing.

use super::error::{FactFault, RecordError};
use super::head::Hash;
use crate::calendar::Period;
use crate::checklist::{ChecklistId, ItemRef};
use crate::fact::{ActionId, Entry, Fact, FactId, Subject};
use chrono::{DateTime, FixedOffset};
use rusqlite::types::ValueRef;
use std::sync::Arc;

/// The columns that [`Stored::read`] wants, in its order; the table's name is `fact`.
pub(super) const COLUMNS: &str = r#"fact.seq, fact.id, fact.recorded, fact."by", fact.writer,
    fact.action, fact.kind, fact.checklist, fact.item, fact.period, fact.data, fact.leaf"#;

/// The columns of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stored<'a> {
    pub(super) seq: u64,
    pub(super) id: &'a str,
    pub(super) recorded: &'a str,
    pub(super) by: &'a str,
    pub(super) writer: &'a str,
    pub(super) action: &'a str,
    pub(super) kind: &'a str,
    pub(super) checklist: Option<&'a str>,
    pub(super) item: Option<&'a str>,
    pub(super) period: Option<&'a str>,
    pub(super) data: &'a str,
}

impl<'a> Stored<'a> {
    /// Reads a row of [`COLUMNS`] and holds it to its leaf hash.
    pub(super) fn read(row: &'a rusqlite::Row<'_>) -> Result<Self, RecordError> {
        let seq = row.get_ref(0).ok().and_then(|seq| seq.as_i64().ok());
        let seq = seq.unwrap_or_default().cast_unsigned();
        let (stored, leaf) = Self::columns(seq, row).map_err(|column| RecordError::BadFact {
            seq,
            why: FactFault::Column(column),
        })?;
        if stored.leaf().as_bytes() != leaf {
            let why = FactFault::Leaf;
            return Err(RecordError::BadFact { seq, why });
        }
        Ok(stored)
    }

    /// The columns and the leaf hash, or the name of the one that is not what it should be.
    fn columns(seq: u64, row: &'a rusqlite::Row<'_>) -> Result<(Self, &'a [u8]), &'static str> {
        let optional = |at: usize, name| match row.get_ref(at) {
            Ok(ValueRef::Null) => Ok(None),
            Ok(value) => value.as_str().map(Some).map_err(|_| name),
            Err(_) => Err(name),
        };
        let text = |at, name| optional(at, name)?.ok_or(name);
        let stored = Self {
            seq,
            id: text(1, "id")?,
            recorded: text(2, "recorded")?,
            by: text(3, "by")?,
            writer: text(4, "writer")?,
            action: text(5, "action")?,
            kind: text(6, "kind")?,
            checklist: optional(7, "checklist")?,
            item: optional(8, "item")?,
            period: optional(9, "period")?,
            data: text(10, "data")?,
        };
        let leaf = row.get_ref(11).ok().and_then(|leaf| leaf.as_blob().ok());
        Ok((stored, leaf.ok_or("leaf")?))
    }

    /// The bytes that are hashed; see the module's head.
    pub(super) fn leaf_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(384);
        bytes.extend(self.seq.to_be_bytes());
        for text in self.texts() {
            bytes.push(u8::from(text.is_some()));
            if let Some(text) = text {
                bytes.extend((text.len() as u64).to_be_bytes());
                bytes.extend(text.as_bytes());
            }
        }
        bytes
    }

    /// Its leaf hash.
    pub(super) fn leaf(&self) -> Hash {
        Hash::of_leaf(&self.leaf_bytes())
    }

    fn texts(&self) -> [Option<&'a str>; 10] {
        [
            Some(self.id),
            Some(self.recorded),
            Some(self.by),
            Some(self.writer),
            Some(self.action),
            Some(self.kind),
            self.checklist,
            self.item,
            self.period,
            Some(self.data),
        ]
    }

    /// The fact that it stores.
    pub(super) fn decode(&self) -> Result<Fact, RecordError> {
        self.decode_after(&mut Before::default())
    }

    /// The same, after others.
    pub(super) fn decode_after(&self, before: &mut Before) -> Result<Fact, RecordError> {
        let mut fact = || {
            let id: Arc<str> = self.id.into();
            let action = if self.action == self.id {
                Arc::clone(&id)
            } else {
                self.action.into()
            };
            let recorded = |text: &str| DateTime::parse_from_rfc3339(text);
            let recorded = before.recorded.read(self.recorded, recorded);
            Ok(Fact {
                seq: self.seq,
                id: FactId(id),
                recorded: recorded.map_err(|_| FactFault::Column("recorded"))?,
                by: before.by.read(self.by, |by| Ok(by.into()))?,
                action: ActionId(action),
                subject: self.subject(before).map_err(FactFault::Column)?,
                entry: self.entry(before)?,
            })
        };
        fact().map_err(|why| RecordError::BadFact { seq: self.seq, why })
    }

    fn entry(&self, before: &mut Before) -> Result<Entry, FactFault> {
        match &before.entry {
            Some((kind, data, entry)) if kind == self.kind && data == self.data => {
                Ok(entry.clone())
            }
            _ => {
                let entry = parsed(&joined(self.kind, self.data)?)?;
                let known = (self.kind.to_owned(), self.data.to_owned(), entry.clone());
                before.entry = Some(known);
                Ok(entry)
            }
        }
    }

    fn subject(&self, before: &mut Before) -> Result<Option<Subject>, &'static str> {
        let (checklist, item) = match (self.checklist, self.item) {
            (Some(checklist), Some(item)) => (checklist, item),
            (None, None) if self.period.is_none() => return Ok(None),
            (None, None) => return Err("period"),
            (None, _) => return Err("checklist"),
            (_, None) => return Err("item"),
        };
        let checklist = before.checklist.read(checklist, str::parse);
        let period = self
            .period
            .map(|period| before.period.read(period, str::parse));
        Ok(Some(Subject {
            item: ItemRef {
                checklist: checklist.map_err(|_| "checklist")?,
                item: item.parse().map_err(|_| "item")?,
            },
            period: period.transpose().map_err(|_| "period")?,
        }))
    }
}

/// What was read of the fact before: most are ticks of one day, by one person, about one checklist,
/// and reading a day or JSON takes longer than seeing that it is the same again.
#[derive(Default)]
pub(super) struct Before {
    recorded: Last<DateTime<FixedOffset>>,
    by: Last<Arc<str>>,
    checklist: Last<ChecklistId>,
    period: Last<Period>,
    /// Its kind, its data, and what these say.
    entry: Option<(String, String, Entry)>,
}

/// The text that was read last, and its value.
struct Last<T>(Option<(String, T)>);

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Clone> Last<T> {
    fn read<E>(&mut self, text: &str, read: impl FnOnce(&str) -> Result<T, E>) -> Result<T, E> {
        match &self.0 {
            Some((known, value)) if known == text => Ok(value.clone()),
            _ => {
                let value = read(text)?;
                self.0 = Some((text.to_owned(), value.clone()));
                Ok(value)
            }
        }
    }
}

/// The data of an entry, as JSON.
pub(super) fn data(entry: &Entry) -> Result<String, RecordError> {
    let text = serde_json::to_string(entry).map_err(|cause| RecordError::Entry { cause })?;
    let before = format!(r#"{{"kind":"{}","data":"#, entry.kind());
    let data = text.strip_prefix(&before).and_then(|t| t.strip_suffix('}'));
    Ok(data.unwrap_or("null").to_owned())
}

/// The kind and the data of an entry in one text, because the tag has to come first for serde to
/// read the data in one go.
fn joined(kind: &str, data: &str) -> Result<String, FactFault> {
    if !kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        return Err(FactFault::Column("kind"));
    }
    Ok([r#"{"kind":""#, kind, r#"","data":"#, data, "}"].concat())
}

fn parsed(text: &str) -> Result<Entry, FactFault> {
    serde_json::from_str(text).map_err(|_| FactFault::Data)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: Stored<'_> = Stored {
        seq: 258,
        id: "a",
        recorded: "b",
        by: "王",
        writer: "",
        action: "c",
        kind: "item_completed",
        checklist: None,
        item: Some(""),
        period: None,
        data: "{}",
    };

    #[test]
    fn leaf_bytes_are_as_documented() {
        let mut expected = vec![0, 0, 0, 0, 0, 0, 1, 2];
        let texts = ["a", "b", "王", "", "c", "item_completed"].map(Some);
        for text in texts.into_iter().chain([None, Some(""), None, Some("{}")]) {
            match text {
                None => expected.push(0),
                Some(text) => {
                    expected.extend([1, 0, 0, 0, 0, 0, 0, 0]);
                    expected.push(u8::try_from(text.len()).expect("a short text"));
                    expected.extend(text.as_bytes());
                }
            }
        }
        assert_eq!(STORED.leaf_bytes(), expected);
    }

    #[test]
    fn moving_a_letter_or_a_null_to_the_next_column_changes_the_leaf() {
        let moved = Stored {
            id: "",
            recorded: "ab",
            ..STORED
        };
        let null = Stored {
            checklist: Some(""),
            item: None,
            ..STORED
        };
        assert_ne!(STORED.leaf(), moved.leaf());
        assert_ne!(STORED.leaf(), null.leaf());
    }

    #[test]
    fn every_kind_of_entry_reads_back_from_its_data() {
        for entry in crate::record::samples::entries() {
            let data = data(&entry).expect("data");
            assert!(data.starts_with('{'), "{data}");
            let joined = joined(entry.kind(), &data).expect("a kind");
            assert_eq!(parsed(&joined), Ok(entry));
        }
    }

    #[test]
    fn a_kind_or_data_that_is_none_is_named() {
        let entry = |kind, data| parsed(&joined(kind, data)?);
        let fault = |kind, data| entry(kind, data).expect_err("a fault");
        assert_eq!(
            fault(r#"x","data":1,"y":""#, "{}"),
            FactFault::Column("kind")
        );
        assert_eq!(fault("item_dreamt", "{}"), FactFault::Data);
        assert_eq!(
            fault("item_completed", r#"{"on":"2022-02-30"}"#),
            FactFault::Data
        );
    }
}
