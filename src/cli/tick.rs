//! `duban tick` and `duban untick`.

use super::args::{Tick, Untick};
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn tick(session: &Session, args: Tick) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::CompleteItems {
        items: session.items(&workspace, &args.items)?,
        on: session.day_or_today(args.on.as_deref())?,
        note: args.note,
        event: args.event,
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}

pub(super) fn untick(session: &Session, args: Untick) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::ReopenItems {
        items: session.items(&workspace, &args.items)?,
        on: session.day_or_today(args.on.as_deref())?,
        reason: args.reason,
        event: args.event,
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
