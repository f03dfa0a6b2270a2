//! `duban sent`, and what `duban report` enters into the ledger.

use super::args::Sent as Args;
use super::output::Output;
use super::{Failure, Session};
use crate::fact::{FigureDifference, Sending, Sent};
use crate::text::{Lang, cli::sent as words, visible};
use crate::workspace::{Command, Workspace, sent_otherwise};
use serde::Serialize;

/// A report that was sent, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    entry: u64,
    recorded: chrono::DateTime<chrono::FixedOffset>,
    by: &'a str,
    #[serde(flatten)]
    sending: &'a Sending,
    /// The earlier ones of the same week and day that gave a figure otherwise.
    differs: Vec<Differing>,
}

/// How a report differs from one that was sent before.
#[derive(Serialize)]
struct Differing {
    from: u64,
    to: String,
    figures: Vec<FigureRow>,
}

/// A figure that two reports give differently.
#[derive(Serialize)]
struct FigureRow {
    figure: String,
    before: Option<u64>,
    now: Option<u64>,
}

pub(super) fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let lang = session.lang();
    let week = args.week.as_deref().map(|week| session.week(Some(week)));
    let workspace = session.open()?;
    let all = workspace.sent(week.transpose()?);
    let all = all.map_err(|error| session.failure(&error))?;
    let rows = all.iter().enumerate().map(|(n, one)| {
        let before = all.get(..n).unwrap_or_default();
        (one, sent_otherwise(before, &one.sending))
    });
    if session.is_json() {
        let rows: Vec<Row<'_>> = rows
            .map(|(one, differs)| row(one, &differs, lang))
            .collect();
        return session.print_json(&rows);
    }
    let mut out = Output::new();
    if all.is_empty() {
        out.line(words::NOTHING_SENT.of(lang));
    }
    for (one, differs) in rows {
        out.line(&words::row(one, lang));
        for file in &one.sending.files {
            out.line(&format!("        {:<5} {}", file.form, file.digest));
        }
        for (earlier, differences) in differs {
            out.line(&format!("        {}", words::unlike(earlier, lang)));
            for difference in &differences {
                let said = words::difference(difference, lang);
                out.line(&format!("          {said}"));
            }
        }
    }
    session.finish(out)
}

fn row<'a>(one: &'a Sent, differs: &[(&Sent, Vec<FigureDifference>)], lang: Lang) -> Row<'a> {
    let figure = |one: &FigureDifference| FigureRow {
        figure: words::figure(&one.figure, lang),
        before: one.before,
        now: one.now,
    };
    let differing = |(earlier, figures): &(&Sent, Vec<FigureDifference>)| Differing {
        from: earlier.seq,
        to: earlier.sending.to.clone(),
        figures: figures.iter().map(figure).collect(),
    };
    Row {
        entry: one.seq,
        recorded: one.recorded,
        by: &one.by,
        sending: &one.sending,
        differs: differs.iter().map(differing).collect(),
    }
}

/// Refuses what could not be entered, before anything is written.
pub(super) fn check(
    session: &Session,
    workspace: &Workspace,
    sending: &Sending,
    by: Option<&str>,
) -> Result<(), Failure> {
    let by = session.recorder(workspace, by)?;
    let checked = workspace.may_send(sending, &by);
    checked.map_err(|error| session.failure(&error))
}

/// Says which figures of a report were sent otherwise before, for the same week and day.
pub(super) fn warn(
    session: &Session,
    workspace: &Workspace,
    report: &Sending,
) -> Result<(), Failure> {
    let lang = session.lang();
    let sent = workspace.sent(Some(report.week));
    let sent = sent.map_err(|error| session.failure(&error))?;
    for (earlier, differences) in sent_otherwise(&sent, report) {
        let said = words::warning(earlier, lang);
        anstream::eprintln!("{}", visible(&said));
        for difference in &differences {
            let said = words::difference(difference, lang);
            anstream::eprintln!("  {}", visible(&said));
        }
    }
    Ok(())
}

/// Enters a report that was written into the ledger.
pub(super) fn enter(
    session: &Session,
    workspace: &mut Workspace,
    sending: Sending,
    by: Option<&str>,
) -> Result<(), Failure> {
    let command = Command::RecordSending(Box::new(sending));
    session.execute_and_say(workspace, &command, by)
}
