//! `duban waive`.

use super::args::Waive;
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: Waive) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let items = session.items(&workspace, &args.items)?;
    let command = match args.reason {
        Some(reason) if !args.lift => Command::WaiveItems { items, reason },
        _ => Command::LiftWaivers { items },
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
