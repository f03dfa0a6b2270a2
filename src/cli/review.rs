//! `duban review`: the queue of the week, and the week as a whole: confirmed, signed, unlocked.

mod queue;
mod summary;

use super::args::Review;
use super::output::Output;
use super::{Failure, Session};
use crate::calendar::Week;
use crate::text::cli::review as words;
use crate::text::facts;
use crate::workspace::{Command, View, Workspace};

pub(super) fn run(session: &Session, args: &Review) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let week = session.week(args.week.as_deref())?;
    let by = args.by.by.as_deref();
    let (command, by) = match &args.step {
        step if step.summary => return summary::run(session, &workspace, week),
        step if step.confirm => (Command::ConfirmWeek { week }, by),
        step if step.unlock => {
            let reason = args.reason.clone().unwrap_or_default();
            (Command::UnlockWeek { week, reason }, by)
        }
        step => match step.sign.as_deref() {
            None => return queue::run(session, &workspace, week),
            name => {
                let nothing_to_report = args.nothing_to_report;
                let command = Command::SignWeek {
                    week,
                    nothing_to_report,
                };
                (command, name)
            }
        },
    };
    let outcome = session.execute(&mut workspace, &command, by)?;
    let lang = session.lang();
    let mut out = Output::new();
    for fact in &outcome.recorded {
        out.line(&facts::fact(fact, lang));
    }
    if matches!(command, Command::SignWeek { .. }) {
        out.line(&words::signed(week, lang));
    }
    session.finish(out)
}

/// The school as `week` was signed for, or as `now` shows it where it is not signed.
pub(super) fn judged(
    session: &Session,
    workspace: &Workspace,
    now: &View,
    week: Week,
    since: Week,
) -> Result<View, Failure> {
    let history = now.history.week(week);
    match history.and_then(|history| history.lock()) {
        Some(signature) => workspace
            .view_signed(signature, since)
            .map_err(|error| session.failure(&error)),
        None => Ok(now.clone()),
    }
}

/// The school as of today, with all that the review of `week` looks at.
pub(super) fn view(session: &Session, workspace: &Workspace, week: Week) -> Result<View, Failure> {
    session.view(workspace, None, week.previous())
}
