//! `duban measure`.

use super::args::Measure;
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: &Measure) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let number = |said: Option<&str>| said.map(|said| session.number(said)).transpose();
    let command = Command::MeasureItem {
        item: session.item(&workspace, &args.item)?,
        value: session.number(&args.value)?,
        of: number(args.of.as_deref())?,
        rate: number(args.rate.as_deref())?,
        on: session.day_or_today(args.on.as_deref())?,
        event: args.event.clone(),
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
