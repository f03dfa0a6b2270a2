//! `duban undo` and `duban redo`.

use super::args::By;
use super::output::Output;
use super::{Failure, Session};
use crate::text::{cli as words, facts};
use crate::workspace::Command;

pub(super) fn undo(session: &Session, args: &By) -> Result<(), Failure> {
    revoke(session, args, &Command::Undo)
}

pub(super) fn redo(session: &Session, args: &By) -> Result<(), Failure> {
    revoke(session, args, &Command::Redo)
}

fn revoke(session: &Session, args: &By, command: &Command) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let outcome = session.execute(&mut workspace, command, args.by.as_deref())?;
    let lang = session.lang();
    let what = facts::action(&outcome.revoked, lang);
    let mut out = Output::new();
    out.line(&match command {
        Command::Redo => words::redone(&what, lang),
        _ => words::undone(&what, lang),
    });
    session.finish(out)
}
