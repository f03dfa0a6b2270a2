//! `duban assign`.

use super::args::Assign;
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: Assign) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let due = args.due.as_deref();
    let command = Command::AssignItems {
        items: session.items(&workspace, &args.items)?,
        to: args.to,
        helpers: args.helpers,
        due: due.map(|due| session.day_ahead(due)).transpose()?,
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
