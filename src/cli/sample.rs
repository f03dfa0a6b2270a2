//! `duban sample`: items drawn at random, in a way that anybody can repeat.

use super::args::Sample;
use super::output::Output;
use super::row::{ItemHead, bold, line};
use super::{Failure, Session};
use crate::review::sample;
use crate::text::cli::finding as words;
use chrono::NaiveDate;
use serde::Serialize;

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
    let workspace = session.open()?;
    let lang = session.lang();
    let items = session.number(&args.items)?;
    if items == 0 {
        return Err(Failure::input(words::empty_sample(lang)));
    }
    let items = usize::try_from(items).unwrap_or(usize::MAX);
    let seed = match &args.seed {
        Some(seed) => session.number(seed)?,
        None => session.seed(),
    };
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
