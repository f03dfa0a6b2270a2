//! `duban sample`: items, or schools and their items, drawn at random in a way that anybody can
//! repeat.

mod visits;

use super::args::Sample;
use super::output::Output;
use super::row::{ItemHead, bold, line};
use super::{Failure, Session};
use crate::review::sample;
use crate::text::Lang;
use crate::text::cli::{finding as words, sample as visit_words};
use chrono::NaiveDate;
use serde::Serialize;
use visits::Wanted;

/// A sample, for `--json`.
#[derive(Serialize)]
struct Answer {
    seed: u64,
    day: NaiveDate,
    items: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    head: ItemHead,
    weight: u64,
}

pub(super) fn run(session: &Session, args: &Sample) -> Result<(), Failure> {
    let items = at_least_one(session, &args.items, words::empty_sample)?;
    let seed = match &args.seed {
        Some(seed) => session.number(seed)?,
        None => session.seed(),
    };
    match (&args.schools, &args.visits.roster) {
        (Some(schools), Some(roster)) => {
            let wanted = Wanted {
                schools: at_least_one(session, schools, visit_words::no_schools)?,
                items,
                seed,
                roster,
                args: &args.visits,
            };
            visits::run(session, wanted)
        }
        _ => of_school(session, items, seed),
    }
}

/// The number that was typed, if it is one of something.
fn at_least_one(
    session: &Session,
    said: &str,
    none: fn(Lang) -> (String, Option<String>),
) -> Result<usize, Failure> {
    let number = session.number(said)?;
    if number == 0 {
        return Err(Failure::input(none(session.lang())));
    }
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

/// Draws items of the school at hand.
fn of_school(session: &Session, items: usize, seed: u64) -> Result<(), Failure> {
    let (workspace, lang) = (session.open()?, session.lang());
    let premises = workspace.premises();
    let day = workspace.today();
    let drawn = sample(&premises, day, items, seed);
    if session.is_json() {
        let rows = drawn.iter().map(|drawn| Row {
            head: ItemHead::of(&premises, drawn.index, lang),
            weight: drawn.weight,
        });
        let items = rows.collect();
        return session.print_json(&Answer { seed, day, items });
    }
    let mut out = Output::new();
    out.styled(bold(), &words::sample(drawn.len(), seed, day, lang));
    for drawn in &drawn {
        let weight = words::weight(drawn.weight, lang);
        out.line(&line(&premises, drawn.index, [weight], lang));
    }
    out.line("");
    out.line(&words::draw_again(items, seed, day, lang));
    session.finish(out)
}
