//! The ledger of roll-ups: JSON, with a school or a report on each line, so that it is read and
//! written on every core, and a digest of all of it at its end.

use super::checklist::digest;
use crate::rollup::{
    Acceptance, BrokenRecord, FileMemory, Heads, KeptMemory, KnownFault, KnownRow, LEDGER_SCHEMA,
    RollUpLedger, Shape, Writer,
};
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

/// The program that writes it. What files say is not taken over from another version, which may
/// read them otherwise.
const PROGRAM: &str = concat!("duban ", env!("CARGO_PKG_VERSION"));

/// What it begins with, whatever its version.
const BEGINS: &str = "{\"schema\":\"duban.rollup-ledger/";
/// What the digest at its end begins with.
const DIGEST: &str = "\"digest\":\"";
const END: &str = "\"}\n";

/// What stands around digest, day and row on the line of a report.
const DIGEST_KEY: &str = "{\"digest\":\"";
const MET_KEY: &str = "\",\"met\":\"";
const ROW_KEY: &str = "\",\"row\":";
/// More than all that is on the line beside the row.
const ROW_REST: usize = 160;

/// Why a file cannot be taken for a ledger.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// It is none.
    #[error("no ledger")]
    Other,
    /// A later version of the program wrote it.
    #[error("written by a later version")]
    Newer,
    /// It is not as it was written.
    #[error("damaged")]
    Damaged,
}

/// What stands on the first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    schema: String,
    program: String,
    breaks: Vec<BrokenRecord>,
    accepted: Vec<Acceptance>,
}

/// What is known of files, but for the rows.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    shapes: Vec<Shape>,
    faults: Vec<KnownFault>,
}

/// A school on its line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct School<'a> {
    school: Cow<'a, str>,
    writers: Cow<'a, [Writer]>,
}

/// Reads a ledger.
///
/// # Errors
/// Where the file is none, or not as this version of the program wrote it.
pub fn read_ledger(bytes: Vec<u8>) -> Result<RollUpLedger, LedgerError> {
    let text = String::from_utf8(bytes).map_err(|_| LedgerError::Other)?;
    let version = text.strip_prefix(BEGINS).ok_or(LedgerError::Other)?;
    let version: String = version.chars().take_while(char::is_ascii_digit).collect();
    match version.as_str() {
        "1" => parse(&Arc::new(text)).ok_or(LedgerError::Damaged),
        "" => Err(LedgerError::Damaged),
        _ => Err(LedgerError::Newer),
    }
}

fn parse(text: &Arc<String>) -> Option<RollUpLedger> {
    let (body, end) = text.rsplit_once(DIGEST)?;
    let said = end.strip_suffix(END)?;
    let is_whole = || said == digest(body.as_bytes());
    let (ledger, is_whole) = rayon::join(|| parse_body(text, body), is_whole);
    ledger.filter(|_| is_whole)
}

/// The ledger in what stands before the digest, the first `body` of the text.
fn parse_body(text: &Arc<String>, body: &str) -> Option<RollUpLedger> {
    let (header, rest) = body.split_once(",\n\"schools\":[\n")?;
    let (schools, rest) = rest.split_once("],\n\"files\":")?;
    let (files, rest) = rest.split_once(",\n\"rows\":[\n")?;
    let rows = rest.strip_suffix("],\n")?;
    let header: Header = serde_json::from_str(&format!("{header}}}")).ok()?;
    let heads = Heads {
        schools: read_lines(schools)?
            .into_iter()
            .map(|School { school, writers }| (school.into_owned(), writers.into_owned()))
            .collect(),
        breaks: header.breaks,
        accepted: header.accepted,
    };
    let files = if header.program == PROGRAM {
        let Files { shapes, faults } = serde_json::from_str(files).ok()?;
        let rows = rows.par_lines().map(|line| known_row(text, line));
        let rows = rows.collect::<Option<_>>()?;
        let kept = KeptMemory {
            shapes,
            rows,
            faults,
        };
        FileMemory::of(text, kept)
    } else {
        FileMemory::default()
    };
    Some(RollUpLedger { heads, files })
}

fn read_lines<T: DeserializeOwned + Send>(lines: &str) -> Option<Vec<T>> {
    let lines = lines.par_lines();
    let values = lines.map(|line| serde_json::from_str(line.strip_suffix(',').unwrap_or(line)));
    values.collect::<Result<_, _>>().ok()
}

/// Writes a ledger.
///
/// # Errors
/// Where something in it cannot be written.
pub fn write_ledger(ledger: &RollUpLedger) -> Result<Vec<u8>, serde_json::Error> {
    let RollUpLedger { heads, files } = ledger;
    let kept = files.keep()?;
    let header = Header {
        schema: LEDGER_SCHEMA.to_owned(),
        program: PROGRAM.to_owned(),
        breaks: heads.breaks.clone(),
        accepted: heads.accepted.clone(),
    };
    let (shapes, faults) = (kept.shapes, kept.faults);
    let header = serde_json::to_string(&header)?;
    let mut text = header.strip_suffix('}').unwrap_or(&header).to_owned();
    let schools = heads.schools.iter();
    let schools: Vec<School> = schools
        .map(|(school, writers)| School {
            school: Cow::Borrowed(school),
            writers: Cow::Borrowed(writers),
        })
        .collect();
    text.push_str(",\n\"schools\":[\n");
    write_lines(&mut text, &schools)?;
    text.push_str("],\n\"files\":");
    text.push_str(&serde_json::to_string(&Files { shapes, faults })?);
    text.push_str(",\n\"rows\":[\n");
    let lengths = kept.rows.iter().map(|known| known.row.len() + ROW_REST);
    text.reserve(lengths.sum());
    let last = kept.rows.len();
    for (n, row) in kept.rows.iter().enumerate() {
        let KnownRow { digest, met, row } = row;
        let end = if n + 1 == last { "" } else { "," };
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{DIGEST_KEY}{digest}{MET_KEY}{met}{ROW_KEY}{row}}}{end}"
        );
    }
    text.push_str("],\n");
    let digest = digest(text.as_bytes());
    text.push_str(DIGEST);
    text.push_str(&digest);
    text.push_str(END);
    Ok(text.into_bytes())
}

/// A report on its line of the text. What it says is not looked at.
fn known_row(text: &str, line: &str) -> Option<KnownRow<Range<usize>>> {
    let line = line.strip_suffix(',').unwrap_or(line);
    let (digest, rest) = line.strip_prefix(DIGEST_KEY)?.split_once(MET_KEY)?;
    let (met, row) = rest.split_once(ROW_KEY)?;
    let row = row.strip_suffix('}')?;
    let from = row.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    Some(KnownRow {
        digest: digest.to_owned(),
        met: met.parse().ok()?,
        row: from..from + row.len(),
    })
}

fn write_lines<T: Serialize + Sync>(
    text: &mut String,
    values: &[T],
) -> Result<(), serde_json::Error> {
    let lines = values.par_iter().map(serde_json::to_string);
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    if !lines.is_empty() {
        text.push_str(&lines.join(",\n"));
        text.push('\n');
    }
    Ok(())
}
