//! `duban log`.

use super::args::Log;
use super::output::Output;
use super::{Failure, Session};
use crate::fact::Fact;
use crate::text::{cli as words, facts};
use serde::Serialize;

/// A fact, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    seq: u64,
    id: &'a str,
    recorded: chrono::DateTime<chrono::FixedOffset>,
    by: &'a str,
    action: &'a str,
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
    if session.is_json() {
        let rows: Vec<Row<'_>> = found.iter().map(row).collect();
        return session.print_json(&rows);
    }
    let mut out = Output::new();
    if found.is_empty() {
        out.line(words::NOTHING_RECORDED.of(lang));
    }
    for fact in &found {
        let moment = fact.recorded.format("%Y-%m-%d %H:%M");
        let what = facts::fact_among(fact, &found, lang);
        out.line(&format!("{:>6}  {moment}  {}  {what}", fact.seq, fact.by));
    }
    session.finish(out)
}

fn row(fact: &Fact) -> Row<'_> {
    let subject = fact.subject.as_ref();
    Row {
        seq: fact.seq,
        id: &fact.id.0,
        recorded: fact.recorded,
        by: &fact.by,
        action: &fact.action.0,
        item: subject.map(|subject| subject.item.to_string()),
        period: subject
            .and_then(|s| s.period.as_ref())
            .map(ToString::to_string),
        entry: &fact.entry,
    }
}
