//! `duban rollup`: many schools' reports as one. It needs no home.

mod paths;
mod summary;

use super::args::Rollup;
use super::interrupt::Interrupt;
use super::progress::watched;
use super::{Failure, Session};
use crate::calendar::Week;
use crate::workspace::gathering::{Gathering, Progress, gather};
use summary::Summary;

pub(super) fn run(session: &Session, args: &Rollup) -> Result<(), Failure> {
    let week = args.week.as_deref();
    let week = week.map(|week| session.week(Some(week))).transpose()?;
    let interrupt = Interrupt::heeded(session.lang());
    let paths = paths::named(session, &args.paths)?;
    let asked = Gathering {
        paths: &paths,
        beside: &[],
        lang: session.lang(),
        check: None,
    };
    let progress = Progress::default();
    let rollup = watched(&interrupt, &progress, session.lang(), || {
        gather(&asked, &progress)
    });
    let this = Week::of(session.day_of_judgement());
    let summary = Summary::of(&rollup, week, this);
    if session.is_json() {
        return session.print_json(&summary);
    }
    session.finish(summary.lines(session.lang()))
}
