//! `duban note`.

use super::args::Note;
use super::{Failure, Session};
use crate::workspace::Command;

pub(super) fn run(session: &Session, args: Note) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let command = Command::NoteItem {
        item: session.item(&workspace, &args.item)?,
        on: session.day_or_today(args.on.as_deref())?,
        text: args.text,
    };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}
