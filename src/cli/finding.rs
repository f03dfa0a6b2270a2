//! `duban finding`: what is wrong, until it is struck off.

mod list;

pub(super) use list::disagreements;

use super::args::{Finding, FindingRaise, FindingUpdate, Remedy};
use super::{Failure, Session};
use crate::fact::FindingSource;
use crate::workspace::{Command, FindingText, finding_id};
use serde::Serialize;

/// The finding that was raised, for `--json`.
#[derive(Serialize)]
struct Raised<'a> {
    finding: &'a str,
}

pub(super) fn run(session: &Session, args: Finding) -> Result<(), Failure> {
    let (command, by) = match args {
        Finding::List(args) => return list::run(session, &args),
        Finding::Raise(args) => return raise(session, args),
        Finding::Fix(args) => {
            let on = session.day_or_today(args.on.as_deref())?;
            let finding = finding_id(&args.finding);
            {
                // Who names nobody records for whoever answers for it.
                let fixer = args.by.by.clone();
                (Command::FixFinding { finding, fixer, on }, args.by.by)
            }
        }
        Finding::Verify(args) => {
            let (finding, close) = (finding_id(&args.finding), args.close);
            (Command::VerifyFinding { finding, close }, Some(args.by))
        }
        Finding::Close(args) => {
            let finding = finding_id(&args.finding);
            (Command::CloseFinding { finding }, args.by.by)
        }
        Finding::Reopen(args) => {
            let (finding, reason) = (finding_id(&args.finding), args.reason);
            (Command::ReopenFinding { finding, reason }, args.by.by)
        }
        Finding::Update(args) => update(session, args)?,
    };
    let mut workspace = session.open()?;
    session.execute_and_say(&mut workspace, &command, by.as_deref())
}

fn update(session: &Session, args: FindingUpdate) -> Result<(Command, Option<String>), Failure> {
    let due = args.due.as_deref();
    let command = Command::UpdateFinding {
        finding: finding_id(&args.finding),
        cause: args.cause,
        action: args.action,
        owner: args.owner,
        due: due.map(|due| session.day_ahead(due)).transpose()?,
        note: args.note,
    };
    Ok((command, args.by.by))
}

fn raise(session: &Session, args: FindingRaise) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::RaiseFinding {
        item: session.item(&workspace, &args.item)?,
        source: if args.inspection {
            FindingSource::Inspection
        } else {
            FindingSource::SelfCheck
        },
        finding: text(session, args.text, args.remedy)?,
        on: session.day_or_today(args.on.as_deref())?,
    };
    let by = args.by.by.as_deref();
    if !session.is_json() {
        return session.execute_and_say(&mut workspace, &command, by);
    }
    let outcome = session.execute(&mut workspace, &command, by)?;
    let mut findings = outcome.recorded.iter().filter_map(|f| f.entry.finding());
    let finding = findings.next().map_or("", |finding| &finding.0);
    session.print_json(&Raised { finding })
}

/// What is wrong, with what is to be done about it.
pub(super) fn text(
    session: &Session,
    text: String,
    remedy: Remedy,
) -> Result<FindingText, Failure> {
    let within = remedy.within.as_deref();
    let within = within.map(|days| session.number(days)).transpose()?;
    Ok(FindingText {
        text,
        cause: remedy.cause,
        action: remedy.action,
        owner: remedy.owner,
        within: within.map(|days| u32::try_from(days).unwrap_or(u32::MAX)),
    })
}
