//! `duban postpone`.

use super::args::Postpone;
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: Postpone) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::PostponeItems {
        items: session.items(&workspace, &args.items)?,
        to: session.day_ahead(&args.to)?,
        reason: args.reason,
        event: args.event,
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
