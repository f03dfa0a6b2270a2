//! `duban log`.

use super::args::Log;
use super::output::Output;
use super::{Failure, Session};
use crate::fact::{Entry, Fact};
use crate::record::RecordError;
use crate::text::{Lang, cli as words, facts};
use crate::workspace::{Revocation, Workspace, WorkspaceError};
use serde::Serialize;

/// A fact, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    seq: u64,
    id: &'a str,
    recorded: chrono::DateTime<chrono::FixedOffset>,
    by: &'a str,
    action: &'a str,
    stands: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(flatten)]
    entry: &'a crate::fact::Entry,
}

pub(super) fn run(session: &Session, args: &Log) -> Result<(), Failure> {
    let workspace = session.open()?;
    let lang = session.lang();
    let record = workspace.record();
    let found = match &args.item {
        Some(name) => {
            let index = session.item(&workspace, name)?;
            record.facts_of(&workspace.premises().item_ref(index), args.count)
        }
        None => record.tail(args.count),
    };
    let mut found = found.map_err(|error| Failure::workspace(&error.into(), lang))?;
    found.reverse();
    let stands = |fact: &Fact| record.stands(&fact.action);
    let stands: Result<Vec<bool>, RecordError> = found.iter().map(stands).collect();
    let stands = stands.map_err(|error| session.failure(&error.into()))?;
    if session.is_json() {
        let rows: Vec<Row<'_>> = found.iter().zip(stands).map(row).collect();
        return session.print_json(&rows);
    }
    let mut out = Output::new();
    if found.is_empty() {
        out.line(words::NOTHING_RECORDED.of(lang));
    }
    for (fact, stands) in found.iter().zip(stands) {
        let moment = fact.recorded.format("%Y-%m-%d %H:%M");
        let what = what(&workspace, fact, lang).map_err(|error| session.failure(&error))?;
        let is_marked = !stands && !matches!(fact.entry, Entry::Revoked { .. });
        let undone = if is_marked {
            words::UNDONE_MARK.of(lang)
        } else {
            ""
        };
        let (seq, by) = (fact.seq, &fact.by);
        out.line(&format!("{seq:>6}  {moment}  {by}  {what}{undone}"));
    }
    session.finish(out)
}

/// What a fact says; a revocation says what it undid or did again.
fn what(workspace: &Workspace, fact: &Fact, lang: Lang) -> Result<String, WorkspaceError> {
    let Entry::Revoked { action } = &fact.entry else {
        return Ok(facts::fact(fact, lang));
    };
    Ok(match workspace.revocation(action)? {
        Revocation::Undone(of) => words::undone(&facts::action(&of, lang), lang),
        Revocation::Redone(of) => words::redone(&facts::action(&of, lang), lang),
    })
}

fn row((fact, stands): (&Fact, bool)) -> Row<'_> {
    let subject = fact.subject.as_ref();
    Row {
        seq: fact.seq,
        id: &fact.id.0,
        recorded: fact.recorded,
        by: &fact.by,
        action: &fact.action.0,
        stands,
        item: subject.map(|subject| subject.item.to_string()),
        period: subject
            .and_then(|s| s.period.as_ref())
            .map(ToString::to_string),
        entry: &fact.entry,
    }
}
