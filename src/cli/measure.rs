//! `duban measure`.

use super::args::Measure;
use super::{Failure, Session};
use crate::text::{cli as words, to_ascii};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: &Measure) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::MeasureItem {
        item: session.item(&workspace, &args.item)?,
        value: number(session, &args.value)?,
        of: args
            .of
            .as_deref()
            .map(|of| number(session, of))
            .transpose()?,
        rate: None,
        on: session.day_or_today(args.on.as_deref())?,
        event: args.event.clone(),
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}

/// A whole number, also `3,891` and full-width digits.
fn number(session: &Session, said: &str) -> Result<u64, Failure> {
    let digits = to_ascii(said).replace([',', '_', ' '], "");
    digits
        .parse()
        .map_err(|_| Failure::input(words::no_number(said, session.lang())))
}
