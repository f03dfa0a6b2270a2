//! `duban completions` and `duban man`.

use super::output::Output;
use super::{Failure, Session, help};
use crate::keymap;
use crate::text::{Lang, screen::keys as words};
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
    bytes.extend_from_slice(keys_section(session.lang()).as_bytes());
    print(session, &bytes)
}

/// The keys of the screen as a section of the manual (man(7)).
fn keys_section(lang: Lang) -> String {
    let mut page = vec![format!(".SH {}\n", words::KEYS.of(lang))];
    for group in keymap::groups(lang) {
        page.push(format!(".SS {}\n", roff(&group.place)));
        for (names, text) in group.keys {
            page.push(format!(".TP\n\\fB{}\\fR\n{}\n", roff(&names), roff(text)));
        }
    }
    page.concat()
}

/// A text in which nothing is taken for a request: those begin a line with `.` or `'`.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        return format!("\\&{text}");
    }
    text
}

fn print(session: &Session, bytes: &[u8]) -> Result<(), Failure> {
    session.finish(Output::raw(String::from_utf8_lossy(bytes).into_owned()))
}
