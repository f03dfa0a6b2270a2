//! A roll-up read back, as YAML or JSON. Its figures are passed over: they are worked out again from
//! its rows.

use super::document::problems;
use super::gate;
use super::problem::{Problem, ProblemKind, Problems};
use super::source::{At, problem};
use super::yaml;
use crate::rollup::{Implausible, Kept, RollUp, RollUpSchema};
use serde::Deserialize;

/// The largest roll-up that is read, in bytes: 10,000 schools over many weeks.
pub const ROLLUP_SIZE_LIMIT: usize = 256 * 1024 * 1024;

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
    let rows = text.and_then(|text| {
        if text.trim_start().starts_with('{') {
            json(text).map_err(|problem| vec![problem])
        } else {
            gate::pass_depth(text)?;
            yaml::parse(text).map_err(|said| {
                let what = super::document::unwritten(said.words);
                vec![problem(text, said.at, what)]
            })
        }
    });
    let Rows { kept, .. } = rows.map_err(|list| problems(name, list))?;
    kept.into_rollup().map_err(RollUpError::Implausible)
}

fn json(text: &str) -> Result<Rows, Problem> {
    serde_json::from_str(text).map_err(|error| {
        let at = At::point(error.line(), error.column().max(1));
        let said = error.to_string();
        let said = said
            .rsplit_once(" at line ")
            .map_or(&*said, |(said, _)| said);
        let what = if error.is_data() {
            super::document::unwritten(said.to_owned())
        } else {
            ProblemKind::Json(said.to_owned())
        };
        problem(text, at, what)
    })
}
