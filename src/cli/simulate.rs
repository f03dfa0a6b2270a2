//! `duban simulate`, which help does not list: a made-up school's life in an empty home.

use super::args::Simulate;
use super::output::Output;
use super::{Failure, Session};
use crate::text::cli as words;
use crate::workspace::simulation::{Simulation, simulate};

pub(super) fn run(session: &Session, args: &Simulate) -> Result<(), Failure> {
    let simulation = Simulation {
        seed: args.seed,
        from: session.day_ahead(&args.from)?,
        until: session.day_ahead(&args.until)?,
        signs: args.sign,
        lang: session.lang(),
    };
    let entries =
        simulate(session.home()?, &simulation).map_err(|error| session.failure(&error))?;
    let mut out = Output::new();
    out.line(&words::simulated(entries, simulation.until, session.lang()));
    session.finish(out)
}
