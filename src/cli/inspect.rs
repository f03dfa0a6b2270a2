//! `duban inspect`.

use super::args::Inspect;
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: Inspect) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::InspectItem {
        item: session.item(&workspace, &args.item)?,
        verdict: args.verdict.0,
        note: args.note,
        on: session.day_or_today(args.on.as_deref())?,
    };
    session.execute_and_say(&mut workspace, &command, Some(&args.by))
}
