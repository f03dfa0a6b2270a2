//! `duban init`: sets a school up from options, and asks for what is missing where somebody is
//! there to answer.

use super::args::{Init, Kind};
use super::output::Output;
use super::{Failure, Session};
use crate::checklist::ChecklistId;
use crate::school::School;
use crate::text::{cli as words, words as names};
use crate::workspace::{Home, catalog, setup};
use clap::ValueEnum;
use std::io::{BufRead, IsTerminal, Write};

pub(super) fn run(session: &Session, args: &Init) -> Result<(), Failure> {
    let home = session.home()?;
    if home.is_set_up() {
        let words = crate::text::errors::already_set_up(&home.school_file(), session.lang());
        return Err(Failure::input(words));
    }
    let asks = !args.yes && std::io::stdin().is_terminal();
    let name = match args.name.clone() {
        Some(name) => name,
        None if asks => ask(session, words::ASK_NAME.of(session.lang()))?,
        None => {
            return Err(Failure::input(words::missing_option(
                "--name",
                session.lang(),
            )));
        }
    };
    let kind = match args.kind {
        Some(kind) => kind,
        None if asks => ask_kind(session)?,
        None => {
            return Err(Failure::input(words::missing_option(
                "--kind",
                session.lang(),
            )));
        }
    };
    let mut school = school(session, args, &name, kind)?;
    let chosen = chosen(session, home, args, &school)?;
    let since = args
        .since
        .as_deref()
        .map(|day| session.day(day))
        .transpose()?;
    school.checklists = setup::adoptions(home, &school, &chosen, since, session.day_of_judgement())
        .map_err(|error| session.failure(&error))?;
    setup::create(home, &school, session.lang()).map_err(|error| session.failure(&error))?;
    let mut workspace = session.open_new()?;
    let by = workspace.who(session.lang());
    workspace
        .record_profile(&by)
        .map_err(|error| session.failure(&error))?;
    say(session, home, &school)
}

fn school(session: &Session, args: &Init, name: &str, kind: Kind) -> Result<School, Failure> {
    let lang = session.lang();
    let name = name.trim();
    if name.is_empty() || name.contains(char::is_control) {
        return Err(Failure::input(words::bad_school_name(lang)));
    }
    let id = match &args.id {
        Some(id) => id
            .parse()
            .map_err(|_| Failure::input(words::bad_id(id, lang)))?,
        None => setup::default_id(name).ok_or_else(|| Failure::input(words::no_id(name, lang)))?,
    };
    let mut school = School::new(id, name, kind.0);
    school.district.clone_from(&args.district);
    school.students = args.students;
    school.staff = args.staff;
    school.language = Some(lang);
    Ok(school)
}

/// The checklists asked for, or all that are for this kind of school.
fn chosen(
    session: &Session,
    home: &Home,
    args: &Init,
    school: &School,
) -> Result<Vec<ChecklistId>, Failure> {
    if args.checklists.is_empty() {
        let offers = catalog::offers(home).map_err(|error| session.failure(&error))?;
        let fitting = offers
            .into_iter()
            .filter(|o| o.checklist.is_for(school.kind));
        return Ok(fitting.map(|offer| offer.checklist.id).collect());
    }
    let ids = args.checklists.iter().flat_map(|ids| ids.split(','));
    ids.map(|id| {
        id.parse()
            .map_err(|_| Failure::input(words::bad_id(id, session.lang())))
    })
    .collect()
}

fn ask_kind(session: &Session) -> Result<Kind, Failure> {
    let lang = session.lang();
    let kinds: Vec<String> = Kind::value_variants()
        .iter()
        .map(|kind| format!("{} {}", kind.0.as_str(), names::school_kind(kind.0, lang)))
        .collect();
    let said = ask(session, &words::ask_kind(&kinds, lang))?;
    Kind::from_str(&said, true).map_err(|_| Failure::input(words::bad_kind(&said, lang)))
}

fn ask(session: &Session, question: &str) -> Result<String, Failure> {
    let cannot = |error| session.cannot_print(&error);
    print!("{question} ");
    std::io::stdout().flush().map_err(cannot)?;
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(cannot)?;
    Ok(line.trim().to_owned())
}

fn say(session: &Session, home: &Home, school: &School) -> Result<(), Failure> {
    let lang = session.lang();
    let mut out = Output::new();
    let ids: Vec<&str> = school.checklists.iter().map(|a| a.id.as_str()).collect();
    let from = school
        .checklists
        .first()
        .map(crate::school::Adoption::required_from);
    out.line(&words::set_up(&school.name, &ids, from, lang));
    out.text(&words::set_up_files(
        &home.school_file(),
        &home.record_file(),
        lang,
    ));
    if school.terms.is_empty() {
        out.line(words::TERMS_BY_CONVENTION.of(lang));
    }
    session.finish(out)
}
