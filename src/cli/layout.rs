//! `duban layout list`, `show` and `lint`.

use super::args::Layout as Args;
use super::lint::check;
use super::output::Output;
use super::{Failure, Session};
use crate::checklist::Checklist;
use crate::format::lint_layout;
use crate::text::{Lang, cli::layout as words};
use crate::workspace::catalog::{self, Source};
use crate::workspace::{LayoutOffer, layout, layouts};
use serde::Serialize;
use std::path::PathBuf;

/// A layout on offer, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    receiver: &'a str,
    title: Option<&'a str>,
    requirements: Option<usize>,
    file: Option<String>,
}

pub(super) fn run(session: &Session, args: Args) -> Result<(), Failure> {
    match args {
        Args::List => list(session),
        Args::Show(args) => show(session, &args.id),
        Args::Lint(args) => lint(session, &args.files),
    }
}

fn list(session: &Session) -> Result<(), Failure> {
    let lang = session.lang();
    let offers = layouts(session.home()?).map_err(|e| session.failure(&e))?;
    if session.is_json() {
        let rows: Vec<Row<'_>> = offers.iter().map(|offer| row(offer, lang)).collect();
        return session.print_json(&rows);
    }
    let mut out = Output::new();
    for Row {
        id,
        receiver,
        requirements,
        file,
        ..
    } in offers.iter().map(|offer| row(offer, lang))
    {
        out.line(&words::row(
            id,
            receiver,
            requirements,
            file.is_some(),
            lang,
        ));
    }
    session.finish(out)
}

fn row(offer: &LayoutOffer, lang: Lang) -> Row<'_> {
    let layout = &offer.layout;
    Row {
        id: layout.id.as_str(),
        receiver: layout.receiver.of(lang),
        title: layout.title.as_ref().map(|title| title.of(lang)),
        requirements: layout.requirements.as_ref().map(Vec::len),
        file: match &offer.source {
            Source::Program => None,
            Source::File(path) => Some(path.display().to_string()),
        },
    }
}

fn show(session: &Session, said: &str) -> Result<(), Failure> {
    let offer = layout(session.home()?, said).map_err(|e| session.failure(&e))?;
    if session.is_json() {
        return session.print_json(&offer.layout);
    }
    let mut out = Output::new();
    out.text(&String::from_utf8_lossy(&offer.text));
    session.finish(out)
}

/// Checks files; against the checklists on offer too.
fn lint(session: &Session, files: &[PathBuf]) -> Result<(), Failure> {
    let offers = catalog::offers(session.home()?).map_err(|e| session.failure(&e))?;
    let checklists: Vec<&Checklist> = offers.iter().map(|offer| &offer.checklist).collect();
    check(session, files, |name, bytes| {
        lint_layout(name, bytes, &checklists)
    })
}
