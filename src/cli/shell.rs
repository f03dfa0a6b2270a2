//! `duban completions` and `duban man`.

use super::output::Output;
use super::{Failure, Session, help};
use clap_complete::Shell;

pub(super) fn completions(session: &Session, shell: Shell) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(
        shell,
        &mut help::command(session.lang()),
        "duban",
        &mut bytes,
    );
    print(session, &bytes)
}

pub(super) fn man(session: &Session) -> Result<(), Failure> {
    let page = clap_mangen::Man::new(help::command(session.lang()));
    let mut bytes = Vec::new();
    page.render(&mut bytes)
        .map_err(|error| session.cannot_print(&error))?;
    print(session, &bytes)
}

fn print(session: &Session, bytes: &[u8]) -> Result<(), Failure> {
    session.finish(Output::raw(String::from_utf8_lossy(bytes).into_owned()))
}
