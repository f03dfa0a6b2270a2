//! `duban event`.

use super::args::Event;
use super::output::Output;
use super::{Failure, Session};
use crate::text::cli as words;
use crate::workspace::{Command, Workspace};
use serde::Serialize;

/// An event, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    kind: &'a str,
    name: &'a str,
    on: chrono::NaiveDate,
    closed: Option<chrono::NaiveDate>,
}

pub(super) fn run(session: &Session, args: Event) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let (command, by) = match args {
        Event::List => return list(session, &workspace),
        Event::Open(args) => {
            let on = match args.on.as_deref() {
                Some(on) => session.day_ahead(on)?,
                None => session.day_of_judgement(),
            };
            let (kind, name) = (args.kind, args.name);
            (Command::OpenEvent { kind, name, on }, args.by.by)
        }
        Event::Close(args) => {
            let on = session.day_or_today(args.on.as_deref())?;
            let event = args.event;
            (Command::CloseEvent { event, on }, args.by.by)
        }
    };
    session.execute_and_say(&mut workspace, &command, by.as_deref())
}

fn list(session: &Session, workspace: &Workspace) -> Result<(), Failure> {
    let events = workspace.premises().history.events();
    if session.is_json() {
        let rows: Vec<Row<'_>> = events
            .iter()
            .map(|event| Row {
                id: &event.id,
                kind: &event.kind,
                name: &event.name,
                on: event.on,
                closed: event.closed,
            })
            .collect();
        return session.print_json(&rows);
    }
    let lang = session.lang();
    let mut out = Output::new();
    if events.is_empty() {
        out.line(words::NO_EVENTS.of(lang));
    }
    for event in events {
        out.line(&words::event_row(event, lang));
    }
    session.finish(out)
}
