//! Reading a file that people write: the value, or all problems.

use super::gate;
use super::mend::{Mended, mend};
use super::node::Node;
use super::problem::{Problem, ProblemKind, Problems};
use super::shape::{Shape, walk};
use super::source::{At, problem};
use super::{syntax, yaml};
use serde::de::DeserializeOwned;

/// How many entries a report may have as YAML: sixteen times those of a school that follows both
/// checklists of the program.
const ENTRIES: usize = 1 << 17;

/// A kind of file that people write.
pub(super) trait Document: DeserializeOwned {
    /// What it holds.
    const SHAPE: Shape;

    /// What contradicts itself in a file of the right shape, with the place in `document`.
    fn contradictions(&self, document: &Node) -> Vec<(At, ProblemKind)>;

    /// Whether nothing does.
    fn is_sound(&self) -> bool;
}

/// Reads a file; looks for places only where something is wrong.
pub(super) fn read<D: Document>(name: &str, bytes: &[u8]) -> Result<D, Problems> {
    let text = gate::pass(bytes).map_err(|list| problems(name, list))?;
    match yaml::parse_strictly::<D>(text) {
        Ok(value) if value.is_sound() => Ok(value),
        _ => Err(problems(name, diagnose(text, &D::contradictions))),
    }
}

/// All problems of a file.
pub(super) fn lint<D: Document>(name: &str, bytes: &[u8]) -> Problems {
    lint_by(name, bytes, &D::contradictions)
}

/// What contradicts itself in a document, or something outside it, with the place.
pub(super) type Contradictions<'a, D> = &'a dyn Fn(&D, &Node) -> Vec<(At, ProblemKind)>;

/// All problems of a file, where more can contradict it than the file itself.
pub(super) fn lint_by<D: Document>(
    name: &str,
    bytes: &[u8],
    contradictions: Contradictions<'_, D>,
) -> Problems {
    let list = match gate::pass(bytes) {
        Ok(text) => diagnose(text, contradictions),
        Err(list) => list,
    };
    problems(name, list)
}

/// Reads a form: a file with places that others fill in, where nothing is no problem. All that is
/// wrong with it is found at once, also what contradicts something outside it.
pub(super) fn read_form<D: DeserializeOwned>(
    name: &str,
    bytes: &[u8],
    shape: &Shape,
    contradictions: Contradictions<'_, D>,
) -> Result<D, Problems> {
    let text = gate::pass(bytes).map_err(|list| problems(name, list))?;
    let document = yaml::tree(text);
    let document =
        document.map_err(|(at, what)| problems(name, syntax::explain(text, at, what)))?;
    let mut found = walk(text, &document, shape);
    let mended = mend(text, &document, shape);
    match serde_json::from_value::<D>(mended.value.clone()) {
        Ok(value) => {
            found.extend(vouched(text, &document, &mended, &value, contradictions));
            if found.is_empty() {
                return Ok(value);
            }
        }
        Err(error) if found.is_empty() => {
            let what = ProblemKind::Refused(error.to_string());
            found.push(problem(text, At::START, what));
        }
        Err(_) => {}
    }
    Err(problems(name, found))
}

/// Reads what a program wrote, as YAML or JSON, fast. Problems come one at a time.
pub fn read_written<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, Problems> {
    let text = gate::pass_prose(bytes).map_err(|list| problems(name, list))?;
    // What is wrong in it is found by the reader that knows places, for which JSON is YAML.
    if text.trim_start().starts_with('{')
        && let Ok(value) = serde_json::from_str(text)
    {
        return Ok(value);
    }
    let gate = gate::pass_entries(text, ENTRIES).and_then(|()| gate::pass_depth(text));
    gate.map_err(|list| problems(name, list))?;
    yaml::parse(text).map_err(|said| {
        let list = match yaml::fault(text) {
            Some((at, what)) => syntax::explain(text, at, what),
            None => vec![problem(text, said.at, unwritten(said.words))],
        };
        problems(name, list)
    })
}

/// What is wrong with a file that does not say that it is one of those that the program writes.
#[must_use]
pub fn read_unknown(name: &str, bytes: &[u8]) -> Problems {
    let list = match gate::pass(bytes) {
        Ok(text) if text.trim().is_empty() => {
            vec![problem(text, At::START, ProblemKind::EmptyFile)]
        }
        Ok(text) => vec![problem(text, At::START, ProblemKind::KeyMissing("schema"))],
        Err(list) => list,
    };
    problems(name, list)
}

/// What the reader says of a file that a program wrote; of a key or a schema that it does not know,
/// which.
pub(super) fn unwritten(said: String) -> ProblemKind {
    let quoted = |after: &str| {
        let (_, rest) = said.split_once(after)?;
        let (word, _) = rest.split_once('`')?;
        Some(word.to_owned())
    };
    if let Some(key) = quoted("unknown field `") {
        return ProblemKind::NewKey(key);
    }
    let schema = quoted("schema: unknown variant `");
    schema.map_or(ProblemKind::Refused(said), ProblemKind::NewSchema)
}

fn diagnose<D: Document>(text: &str, contradictions: Contradictions<'_, D>) -> Vec<Problem> {
    let document = match yaml::tree(text) {
        Ok(document) => document,
        Err((at, what)) => return syntax::explain(text, at, what),
    };
    let found = walk(text, &document, &D::SHAPE);
    if !found.is_empty() {
        return with_contradictions(text, &document, found, contradictions);
    }
    let contradictions = match yaml::parse_strictly::<D>(text) {
        Ok(value) => contradictions(&value, &document),
        Err(said) => vec![(said.at, ProblemKind::Refused(said.words))],
    };
    let contradictions = contradictions.into_iter();
    contradictions
        .map(|(at, what)| problem(text, at, what))
        .collect()
}

/// The slips of a document, and the contradictions in what is right of it.
fn with_contradictions<D: Document>(
    text: &str,
    document: &Node,
    mut found: Vec<Problem>,
    contradictions: Contradictions<'_, D>,
) -> Vec<Problem> {
    let mended = mend(text, document, &D::SHAPE);
    if let Ok(value) = serde_json::from_value::<D>(mended.value.clone()) {
        found.extend(vouched(text, document, &mended, &value, contradictions));
    }
    found
}

/// What contradicts itself in a mended document, and is its author's.
fn vouched<D>(
    text: &str,
    document: &Node,
    mended: &Mended,
    value: &D,
    contradictions: Contradictions<'_, D>,
) -> Vec<Problem> {
    let contradictions = contradictions(value, document).into_iter();
    let vouched = contradictions.filter(|(at, what)| mended.vouches_for(*at, what));
    vouched.map(|(at, what)| problem(text, at, what)).collect()
}

/// Problems by place, each once.
pub(super) fn problems(name: &str, mut list: Vec<Problem>) -> Problems {
    list.sort_by_key(|problem| (problem.line, problem.column));
    list.dedup();
    Problems {
        file: name.to_owned(),
        list,
    }
}
