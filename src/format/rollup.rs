//! A roll-up read back, as YAML or JSON. Its figures are passed over: they are worked out again from
//! its rows.
//!
//! To read YAML is what takes long. What the program itself wrote is therefore read in parts, on
//! every core: what stands under `kept:`, some hundred files at a time. Whatever looks otherwise is
//! read as a whole, if it is not too much: the fast reader needs thirty times the memory of a text.

use super::document::{problems, unwritten};
use super::gate;
use super::problem::{Problem, ProblemKind, Problems};
use super::source::{At, problem};
use super::yaml;
use crate::rollup::{Implausible, Kept, ROLLUP_SCHEMA, RollUp, RollUpSchema};
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The largest roll-up that is read, in bytes: 10,000 schools over many weeks.
pub const ROLLUP_SIZE_LIMIT: usize = 256 * 1024 * 1024;

/// How many rows are read at a time.
const ROWS: usize = 256;

/// How many entries are read at a time: five times those of so many rows.
const ENTRIES: usize = 1 << 17;

/// How many entries a roll-up may have that is read as a whole, two thousand schools.
const ENTRIES_WHOLE: usize = 1 << 19;

/// What a row begins with in what the program writes, and any other file.
const ROW: &str = "  - file:";

/// Why a file cannot be taken for a roll-up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RollUpError {
    /// It cannot be read, with the first problem.
    #[error(transparent)]
    Unreadable(#[from] Problems),
    /// Its rows contradict themselves.
    #[error("the rows contradict themselves")]
    Implausible(Implausible),
}

/// What is read of a roll-up.
#[derive(Deserialize)]
struct Rows {
    #[serde(rename = "schema")]
    _schema: RollUpSchema,
    kept: Kept,
}

/// Reads a roll-up's rows and files; `name` is the file's, for its problems.
///
/// # Errors
/// The first problem, or the first contradiction of its rows.
pub fn read_rollup(name: &str, bytes: &[u8]) -> Result<RollUp, RollUpError> {
    let text = gate::pass_prose_within(bytes, ROLLUP_SIZE_LIMIT);
    let kept = text.and_then(|text| {
        if text.trim_start().starts_with('{') {
            return json(text).map_err(|problem| vec![problem]);
        }
        gate::pass_depth(text)?;
        in_parts(text).map_or_else(|| whole(text), Ok)
    });
    let kept = kept.map_err(|list| problems(name, list))?;
    kept.into_rollup().map_err(RollUpError::Implausible)
}

fn json(text: &str) -> Result<Kept, Problem> {
    let rows = serde_json::from_str(text).map_err(|error| {
        let at = At::point(error.line(), error.column().max(1));
        let said = error.to_string();
        let said = said.rsplit_once(" at line ");
        let said = said.map_or_else(|| error.to_string(), |(said, _)| said.to_owned());
        let what = if error.is_data() {
            unwritten(said)
        } else {
            ProblemKind::Json(said)
        };
        problem(text, at, what)
    });
    rows.map(|Rows { kept, .. }| kept)
}

fn whole(text: &str) -> Result<Kept, Vec<Problem>> {
    gate::pass_entries(text, ENTRIES_WHOLE)?;
    let rows = yaml::parse(text);
    let rows = rows.map_err(|said| vec![problem(text, said.at, unwritten(said.words))]);
    rows.map(|Rows { kept, .. }| kept)
}

/// What the program wrote, read in parts; nothing where it looks otherwise.
fn in_parts(text: &str) -> Option<Kept> {
    let figures = text.strip_prefix("schema: ")?.strip_prefix(ROLLUP_SCHEMA)?;
    let (_, kept) = figures.strip_prefix('\n')?.split_once("\nkept:\n")?;
    if kept.lines().any(|line| !line.starts_with(' ')) {
        return None;
    }
    let (shapes, rest) = kept.split_once("\n  rows:")?;
    let (rows, rest) = rest.split_once("\n  superseded:")?;
    let (superseded, quarantined) = rest.split_once("\n  quarantined:")?;
    let shapes = format!("{shapes}\n  rows: []\n  superseded: []\n  quarantined: []\n");
    Some(Kept {
        rows: list(rows)?,
        superseded: list(superseded)?,
        quarantined: list(quarantined)?,
        ..part(&shapes)?
    })
}

/// What stands in a list, which is read on every core.
fn list<T: DeserializeOwned + Send>(text: &str) -> Option<Vec<T>> {
    if text.trim() == "[]" {
        return Some(Vec::new());
    }
    let chunks = chunks(text.strip_prefix('\n')?)?.into_par_iter();
    let chunks: Option<Vec<Vec<T>>> = chunks.map(part).collect();
    Some(chunks?.into_iter().flatten().collect())
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    gate::pass_entries(text, ENTRIES).ok()?;
    yaml::parse(text).ok()
}

/// A list of rows cut between rows.
fn chunks(rows: &str) -> Option<Vec<&str>> {
    let starts = rows.match_indices(ROW).map(|(at, _)| at);
    let begins = |at: &usize| *at == 0 || rows.as_bytes().get(at - 1) == Some(&b'\n');
    let mut cuts: Vec<usize> = starts.filter(begins).step_by(ROWS).collect();
    if cuts.first() != Some(&0) {
        return None;
    }
    cuts.push(rows.len());
    let pairs = cuts.windows(2);
    pairs
        .map(|pair| rows.get(*pair.first()?..*pair.last()?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cut_where_rows_begin() {
        let row = |n: usize| format!("{ROW}\n      name: '{n}{ROW}'\n");
        let rows: String = (0..=ROWS * 2).map(row).collect();
        let cut = chunks(&rows).expect("chunks");
        assert_eq!((cut.len(), cut.concat()), (3, rows.clone()));
        assert_eq!(cut.last(), Some(&&*row(ROWS * 2)));
        assert_eq!(chunks("  []\n"), None);
        assert_eq!(chunks(&format!("  # {rows}")), None);
    }
}
