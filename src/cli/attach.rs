//! `duban attach`.

use super::args::Attach;
use super::{Failure, Session};
use crate::workspace::{Command, evidence_at};

pub(super) fn run(session: &Session, args: &Attach) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let item = session.item(&workspace, &args.item)?;
    let on = session.day_or_today(args.on.as_deref())?;
    let evidence = evidence_at(&args.source, on)
        .map_err(|error| Failure::workspace(&error, session.lang()))?;
    let command = Command::AttachEvidence { item, evidence };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
