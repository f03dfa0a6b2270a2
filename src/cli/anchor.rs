//! `duban anchor`: the days that due dates are counted from.

use super::args::{Anchor, AnchorMove};
use super::output::Output;
use super::{Failure, Session};
use crate::assess::{anchors, moved};
use crate::text::cli::plan as words;
use crate::text::facts;
use crate::workspace::Command;
use chrono::NaiveDate;
use serde::Serialize;

/// An anchor, for `--json`.
#[derive(Serialize)]
struct Row {
    anchor: String,
    on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<NaiveDate>,
    unfinished: usize,
}

pub(super) fn run(session: &Session, args: Anchor) -> Result<(), Failure> {
    match args {
        Anchor::List => list(session),
        Anchor::Move(args) => move_one(session, args),
    }
}

fn list(session: &Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let anchors = anchors(&workspace.premises(), &workspace.assess()).into_iter();
    if session.is_json() {
        let rows = anchors.map(|anchor| Row {
            anchor: anchor.name,
            on: anchor.on,
            first: anchor.first,
            unfinished: anchor.unfinished,
        });
        return session.print_json(&rows.collect::<Vec<_>>());
    }
    let lang = session.lang();
    let mut out = Output::new();
    for anchor in anchors {
        let (on, first) = (anchor.on, anchor.first);
        let unfinished = anchor.unfinished;
        out.line(&words::anchor_row(
            &anchor.name,
            on,
            first,
            unfinished,
            lang,
        ));
    }
    session.finish(out)
}

fn move_one(session: &Session, args: AnchorMove) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let lang = session.lang();
    let before = workspace.assess();
    let command = Command::MoveAnchor {
        to: session.day_ahead(&args.to)?,
        anchor: args.anchor,
        reason: args.reason,
    };
    let outcome = session.execute(&mut workspace, &command, args.by.by.as_deref())?;
    let mut out = Output::new();
    for fact in &outcome.recorded {
        out.line(&facts::fact(fact, lang));
    }
    out.line(&words::moved(moved(&before, &workspace.assess()), lang));
    session.finish(out)
}
