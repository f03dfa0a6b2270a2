//! `duban rollup`: many schools' reports as one. It needs no home.

mod paths;
mod summary;
mod target;

use super::args::{RollUpFormat, Rollup};
use super::interrupt::Interrupt;
use super::progress::watched;
use super::{Failure, Session};
use crate::format::{RollUpForm, read_roster};
use crate::rollup::{RollUpAsked, RollUpReport, Roster, rollup_json_schema};
use crate::workspace::catalog;
use crate::workspace::gathering::{Gathering, Progress, gather};
use std::path::PathBuf;

pub(super) fn run(session: &Session, args: &Rollup) -> Result<(), Failure> {
    if args.schema {
        return session.print_json(&rollup_json_schema());
    }
    let lang = session.lang();
    let week = args.week.as_deref();
    let asked = RollUpAsked {
        week: week.map(|week| session.week(Some(week))).transpose()?,
        due_days: args.due,
        today: session.day_of_judgement(),
        language: lang,
        generated_at: session.clock().now(),
    };
    let targets = target::targets(session, args)?;
    let interrupt = Interrupt::heeded(lang);
    let roster = args.roster.as_ref();
    let roster = roster.map(|path| read(session, path)).transpose()?;
    let paths = paths::named(session, &args.paths)?;
    // What an earlier roll-up wrote is no report of these.
    let beside: Vec<PathBuf> = args.roster.iter().chain(&args.output).cloned().collect();
    let gathering = Gathering {
        paths: &paths,
        beside: &beside,
        lang,
        check: None,
    };
    let progress = Progress::default();
    let rollup = watched(&interrupt, &progress, lang, || {
        gather(&gathering, &progress)
    });
    let report = RollUpReport::of(&rollup, roster.as_ref(), &asked);
    drop(rollup);
    if targets.is_empty() {
        return session.finish(summary::summary(&report, lang));
    }
    target::put(session, &interrupt, &report, &targets, args.force)
}

fn read(session: &Session, path: &PathBuf) -> Result<Roster, Failure> {
    let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
    read_roster(&path.display().to_string(), &bytes)
        .map_err(|problems| Failure::problems(&[problems], session.lang()))
}

impl RollUpFormat {
    fn form(self) -> RollUpForm {
        match self {
            Self::Yaml => RollUpForm::Yaml,
            Self::Json => RollUpForm::Json,
        }
    }
}
