//! Schools drawn for a visit, each with its sheet. It needs no home.

use crate::calendar::Week;
use crate::cli::args::Visits;
use crate::cli::failure::Kind;
use crate::cli::interrupt::Interrupt;
use crate::cli::output::Output;
use crate::cli::rollup::{Gathered, roster};
use crate::cli::row::bold;
use crate::cli::{Failure, Session};
use crate::format::{FormError, visit_page, write_visit};
use crate::rollup::{Asked, Fate, Inspection, RollUp, Roster, Row, Visit, newest_week, why};
use crate::text::{Lang, cli::report as of_report, cli::sample as words};
use crate::workspace::setup::{make_folder, write_together};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What was drawn, for `--json`.
#[derive(Serialize)]
struct Answer<'a> {
    seed: u64,
    roster: &'a str,
    week: Week,
    total: u64,
    weights: Vec<Weighed<'a>>,
    visits: &'a [Visit],
    files: Vec<PathBuf>,
}

/// What a school of the roster weighs.
#[derive(Serialize)]
struct Weighed<'a> {
    school: &'a str,
    weight: u64,
    why: Vec<String>,
}

/// What is to be drawn.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// How many schools.
    pub(super) schools: usize,
    /// How many items of each.
    pub(super) items: usize,
    /// The seed.
    pub(super) seed: u64,
    /// The roster's file.
    pub(super) roster: &'a PathBuf,
    /// Where the reports are, and where the sheets go.
    pub(super) args: &'a Visits,
}

/// Draws schools and items of each, and writes their sheets.
pub(super) fn run(session: &Session, wanted: Wanted<'_>) -> Result<(), Failure> {
    let (lang, args) = (session.lang(), wanted.args);
    let week = args.week.as_deref();
    let week = week.map(|week| session.week(Some(week))).transpose()?;
    let interrupt = Interrupt::heeded(lang);
    let roster = roster(session, wanted.roster)?;
    let gathered = Gathered {
        paths: &args.paths,
        signers: args.signers.as_deref(),
        beside: vec![wanted.roster],
    };
    let rollup = gathered.read(session, &interrupt)?;
    let today = session.day_of_judgement();
    let drawn = drawn(&roster, &rollup, wanted, week, Week::of(today));
    let drawn = drawn.ok_or_else(|| Failure::input(words::no_report(lang)))?;
    let visits = Visit::all(&drawn, today, lang);
    let files = {
        let _held = interrupt.put_off();
        write(session, args, &visits)?
    };
    if session.is_json() {
        return session.print_json(&answer(&drawn, &visits, files, lang));
    }
    let mut out = drawn_lines(&drawn, &visits, lang);
    let files = files.iter().map(|path| words::written(path, lang));
    for line in files.chain(left_out(&drawn, &rollup, lang)) {
        out.line(&line);
    }
    out.line(&again(wanted, drawn.asked.week).say(lang));
    session.finish(out)
}

/// What is drawn as of a week, or the newest that is reported of; nothing where no report tells of
/// any item.
fn drawn(
    roster: &Roster,
    rollup: &RollUp,
    wanted: Wanted<'_>,
    week: Option<Week>,
    current: Week,
) -> Option<Inspection> {
    let rows: Vec<&Row> = rollup.rows().collect();
    let newest = || newest_week(rows.iter().copied(), current);
    let asked = Asked {
        schools: wanted.schools,
        items: wanted.items,
        seed: wanted.seed,
        week: week.or_else(newest)?,
    };
    let drawn = Inspection::draw(roster, &rows, asked);
    let has_items = drawn.visits.iter().any(|visit| !visit.items.is_empty());
    has_items.then_some(drawn)
}

/// What it takes to draw the same again.
fn again(wanted: Wanted<'_>, week: Week) -> words::Again<'_> {
    words::Again {
        schools: wanted.schools,
        items: wanted.items,
        seed: wanted.seed,
        week,
        roster: wanted.roster,
        signers: wanted.args.signers.as_deref(),
        paths: &wanted.args.paths,
    }
}

/// Writes the sheets, all of them or none.
fn write(session: &Session, args: &Visits, visits: &[Visit]) -> Result<Vec<PathBuf>, Failure> {
    let lang = session.lang();
    let folder = args.output.as_deref().unwrap_or(Path::new("."));
    let wrong = |error: FormError| {
        let words = words::cannot_write(&error.to_string(), lang);
        Failure::new(Kind::Fault, words, None)
    };
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for visit in visits {
        let name = format!("visit-{}-{}", visit.school.id, visit.draw.drawn_on);
        let path = |ending| folder.join(format!("{name}.{ending}"));
        files.push((path("html"), visit_page(visit).map_err(wrong)?));
        files.push((path("yaml"), write_visit(visit).map_err(wrong)?));
    }
    let mut paths = files.iter().map(|(path, _)| path);
    if let Some(path) = paths.find(|path| !args.force && path.exists()) {
        return Err(Failure::input(of_report::exists(path, lang)));
    }
    let together = files
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_bytes()));
    let together: Vec<(&Path, &[u8])> = together.collect();
    let written = make_folder(folder).and_then(|()| write_together(&together, args.force));
    written.map_err(|error| session.failure(&error))?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

fn answer<'a>(
    drawn: &'a Inspection,
    visits: &'a [Visit],
    files: Vec<PathBuf>,
    lang: Lang,
) -> Answer<'a> {
    let weights = drawn.lots.iter().map(|lot| Weighed {
        school: &lot.school.id,
        weight: lot.weight(),
        why: why(lot, lang),
    });
    Answer {
        seed: drawn.asked.seed,
        roster: &drawn.roster,
        week: drawn.asked.week,
        total: drawn.total(),
        weights: weights.collect(),
        visits,
        files,
    }
}

fn drawn_lines(drawn: &Inspection, visits: &[Visit], lang: Lang) -> Output {
    let mut out = Output::new();
    out.styled(bold(), &words::schools(visits.len(), drawn.asked, lang));
    let (lots, total) = (drawn.lots.len(), drawn.total());
    out.line(&words::roster(lots, total, &drawn.roster, lang));
    for visit in visits {
        out.line("");
        out.styled(bold(), &words::school(visit, lang));
        out.line(&words::whys(&visit.draw.why, lang));
        for item in &visit.items {
            out.line(&words::item(item, lang));
        }
    }
    out.line("");
    out
}

/// What did not take part in the draw.
fn left_out(drawn: &Inspection, rollup: &RollUp, lang: Lang) -> Vec<String> {
    let files = rollup.files();
    let aside = files
        .iter()
        .filter(|(_, fate)| matches!(fate, Fate::Quarantined(_)));
    let aside = aside.count();
    let aside = (aside > 0).then(|| words::set_aside(aside, lang));
    let strangers = &drawn.strangers;
    let strangers = (!strangers.is_empty()).then(|| words::strangers(strangers, lang));
    aside.into_iter().chain(strangers).collect()
}
