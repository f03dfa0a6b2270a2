//! What the bytes of files say, remembered by their digests, so that they need not be parsed again.

use super::gather::{FileEntry, Reason};
use super::kept::{KeptRow, ShapeTable};
use super::row::Row;
use super::shape::Shape;
use crate::report::StatusReport;
use crate::text::Lang;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// How long a file is remembered that is not met.
const FORGOTTEN: Days = Days::new(60);

/// Whose a report is, and when it was written, as it says itself: what a signature is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// The school's id.
    pub school: String,
    /// The moment it was written.
    pub generated_at: DateTime<FixedOffset>,
}

/// What a file's bytes alone say.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// They are a report.
    Report(Box<Row>),
    /// They are none that could count.
    Fault(FileFault),
}

/// Why a file's bytes alone cannot count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileFault {
    /// Why.
    pub reason: Reason,
    /// The language of the reason.
    pub language: Lang,
    /// Whose it is, where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Author>,
}

/// What is remembered of files, by their digests. A row stays as it is written until it is asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FileMemory {
    /// What checklists ask: what written rows refer to.
    shapes: Vec<Arc<Shape>>,
    known: HashMap<String, Known>,
}

/// What is remembered of a file, and the day it was met last.
#[derive(Debug, Clone, PartialEq)]
struct Known {
    met: NaiveDate,
    says: Says,
}

/// What a file says, as it is remembered.
#[derive(Debug, Clone, PartialEq)]
enum Says {
    /// A row, as JSON.
    Written(Passage),
    /// What was read in this roll-up.
    Read(Verdict),
}

/// A part of a text that many share.
#[derive(Debug, Clone)]
struct Passage {
    text: Arc<String>,
    at: Range<usize>,
}

impl Passage {
    fn as_str(&self) -> &str {
        self.text.get(self.at.clone()).unwrap_or_default()
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

/// A file that was met: its digest, and what it says where that was not known.
pub type Met = (String, Option<Verdict>);

/// What is remembered, as plain data.
#[derive(Debug)]
pub struct KeptMemory<R> {
    /// What checklists ask, each version and language once.
    pub shapes: Vec<Shape>,
    /// The files that can count.
    pub rows: Vec<KnownRow<R>>,
    /// Those that cannot.
    pub faults: Vec<KnownFault>,
}

/// A report that was met.
#[derive(Debug)]
pub struct KnownRow<R> {
    /// The digest of its bytes, `sha256:…`.
    pub digest: String,
    /// The day it was met last.
    pub met: NaiveDate,
    /// Its row as JSON, or where that stands in a text.
    pub row: R,
}

/// A file that was met and cannot count.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownFault {
    /// The digest of its bytes, `sha256:…`.
    pub digest: String,
    /// The day it was met last.
    pub met: NaiveDate,
    /// Why not.
    pub fault: FileFault,
}

impl Author {
    /// Whose a report is.
    #[must_use]
    pub fn of(report: &StatusReport) -> Self {
        Self {
            school: report.school.id.clone(),
            generated_at: report.generated_at,
        }
    }
}

impl Verdict {
    /// Whose the report is, where it is one.
    #[must_use]
    pub fn by(&self) -> Option<Author> {
        match self {
            Self::Report(row) => Some(Author {
                school: row.school.id.clone(),
                generated_at: row.generated_at,
            }),
            Self::Fault(fault) => fault.by.clone(),
        }
    }

    /// Whether it can be said in a language.
    fn is_in(&self, lang: Lang) -> bool {
        match self {
            Self::Report(_) => true,
            Self::Fault(fault) => fault.language == lang,
        }
    }
}

impl FileMemory {
    /// How many files are remembered.
    #[must_use]
    pub fn files(&self) -> usize {
        self.known.len()
    }

    /// What the file with that digest says, where it is known; reasons in that language.
    #[must_use]
    pub fn recall(&self, digest: &str, lang: Lang) -> Option<Verdict> {
        let verdict = match &self.known.get(digest)?.says {
            Says::Written(row) => read(row.as_str(), &self.shapes)?,
            Says::Read(verdict) => verdict.clone(),
        };
        verdict.is_in(lang).then_some(verdict)
    }

    /// Remembers what was met, and forgets what was not met for sixty days.
    pub fn update(&mut self, met: Vec<Met>, today: NaiveDate) {
        for (digest, verdict) in met {
            match verdict {
                Some(verdict) => {
                    let says = Says::Read(verdict);
                    self.known.insert(digest, Known { met: today, says });
                }
                None => {
                    if let Some(known) = self.known.get_mut(&digest) {
                        known.met = known.met.max(today);
                    }
                }
            }
        }
        let since = today.checked_sub_days(FORGOTTEN).unwrap_or(today);
        let before = self.known.len();
        self.known.retain(|_, known| known.met >= since);
        if self.known.len() < before {
            self.forget_shapes();
        }
    }

    /// Forgets what checklists asked that no row refers to any more: all rows are read.
    fn forget_shapes(&mut self) {
        let shapes = std::mem::take(&mut self.shapes);
        self.known.retain(|_, known| {
            if let Says::Written(row) = &known.says {
                let Some(verdict) = read(row.as_str(), &shapes) else {
                    return false;
                };
                known.says = Says::Read(verdict);
            }
            true
        });
    }

    /// What is remembered, as plain data, in the order of the digests.
    ///
    /// # Errors
    /// Where a row cannot be written.
    pub fn keep(&self) -> Result<KeptMemory<Cow<'_, str>>, serde_json::Error> {
        let table = ShapeTable::after(&self.shapes, self.known.values().filter_map(Known::row));
        let (mut rows, mut faults) = (Vec::with_capacity(self.known.len()), Vec::new());
        let mut known: Vec<(&String, &Known)> = self.known.iter().collect();
        known.sort_by_key(|(digest, _)| *digest);
        for (digest, Known { met, says }) in known {
            let (digest, met) = (digest.clone(), *met);
            let row = match says {
                Says::Written(row) => Cow::Borrowed(row.as_str()),
                Says::Read(Verdict::Report(row)) => Cow::Owned(written(row, &table)?),
                Says::Read(Verdict::Fault(fault)) => {
                    let fault = fault.clone();
                    faults.push(KnownFault { digest, met, fault });
                    continue;
                }
            };
            rows.push(KnownRow { digest, met, row });
        }
        Ok(KeptMemory {
            shapes: table.into_shapes(),
            rows,
            faults,
        })
    }

    /// What a text remembers, whose rows stay where they stand in it.
    #[must_use]
    pub fn of(text: &Arc<String>, kept: KeptMemory<Range<usize>>) -> Self {
        let KeptMemory {
            shapes,
            rows,
            faults,
        } = kept;
        let rows = rows.into_iter().map(|KnownRow { digest, met, row }| {
            let text = Arc::clone(text);
            let says = Says::Written(Passage { text, at: row });
            (digest, Known { met, says })
        });
        let faults = faults.into_iter().map(|KnownFault { digest, met, fault }| {
            let says = Says::Read(Verdict::Fault(fault));
            (digest, Known { met, says })
        });
        Self {
            shapes: shapes.into_iter().map(Arc::new).collect(),
            known: rows.chain(faults).collect(),
        }
    }
}

impl Known {
    fn row(&self) -> Option<&Row> {
        match &self.says {
            Says::Read(Verdict::Report(row)) => Some(row),
            _ => None,
        }
    }
}

/// A row, as it is written. Its file is known by its digest alone.
fn written(row: &Row, table: &ShapeTable) -> Result<String, serde_json::Error> {
    let file = FileEntry {
        name: String::new(),
        digest: None,
    };
    serde_json::to_string(&KeptRow::of(&file, row, table))
}

/// A row that was written; nothing where it cannot be believed, and the file is to be read again.
fn read(row: &str, shapes: &[Arc<Shape>]) -> Option<Verdict> {
    let row: KeptRow = serde_json::from_str(row).ok()?;
    let (_, row) = row.into_row(shapes).ok()?;
    Some(Verdict::Report(Box::new(row)))
}
