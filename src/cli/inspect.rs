//! `duban inspect`: an inspector's verdict, or a visit sheet with several.

use super::args::{Inspect, Said};
use super::output::Output;
use super::{Failure, Session};
use crate::calendar::Week;
use crate::format::read_visit;
use crate::rollup::{Inspected, Visit};
use crate::text::{cli::sample as words, facts};
use crate::workspace::{Command, Workspace, catalog};
use std::path::Path;

pub(super) fn run(session: &Session, args: &Inspect) -> Result<(), Failure> {
    if let Some(sheet) = &args.from {
        return import(session, sheet);
    }
    let (Some(item), Some(Said(verdict))) = (&args.item, args.verdict) else {
        return Ok(());
    };
    let mut workspace = session.open()?;
    let command = Command::InspectItem {
        item: session.item(&workspace, item)?,
        verdict,
        note: args.note.clone(),
        on: session.day_or_today(args.on.as_deref())?,
    };
    session.execute_and_say(&mut workspace, &command, args.by.as_deref())
}

/// Records what a visit sheet says that is not recorded yet.
fn import(session: &Session, path: &Path) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let visit = read(session, &workspace, path)?;
    let (by, lang) = (visit.inspector.trim(), session.lang());
    let on = visit.visited_on.0.unwrap_or_else(|| workspace.today());
    let reached = workspace.reach_back(Week::of(on));
    reached.map_err(|error| session.failure(&error))?;
    let premises = workspace.premises();
    let verdicts = visit.verdicts(&premises).into_iter();
    let (known, verdicts): (Vec<Inspected>, Vec<Inspected>) =
        verdicts.partition(|verdict| verdict.is_recorded(&premises, by, on));
    let empty = visit.items.len() - visit.filled_in();
    let mut out = Output::new();
    let recorded = verdicts.len();
    if recorded > 0 {
        let command = Command::ImportInspections { verdicts, on };
        let outcome = session.execute(&mut workspace, &command, Some(by))?;
        for fact in &outcome.recorded {
            out.line(&facts::fact(fact, lang));
        }
    }
    out.line(&words::imported(recorded, known.len(), empty, lang));
    session.finish(out)
}

fn read(session: &Session, workspace: &Workspace, path: &Path) -> Result<Visit, Failure> {
    let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
    let (premises, today) = (workspace.premises(), workspace.today());
    let faults = |visit: &Visit| visit.faults(&premises, today);
    read_visit(&path.display().to_string(), &bytes, &faults)
        .map_err(|problems| Failure::problems(&[problems], session.lang()))
}
