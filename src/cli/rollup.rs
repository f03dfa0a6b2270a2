//! `duban rollup`: many schools' reports as one. It needs no home.

mod paths;
mod summary;
mod target;

use super::args::{RollUpFormat, Rollup};
use super::interrupt::Interrupt;
use super::progress::watched;
use super::{Failure, Session, signed};
use crate::format::{RollUpForm, read_roster};
use crate::rollup::{RollUpAsked, Roster, rollup_json_schema};
use crate::workspace::catalog;
use crate::workspace::gathering::{Check, Gathered, Gathering, Progress, gather};
use crate::workspace::signature::signature_of;
use std::path::PathBuf;

pub(super) fn run(session: &Session, args: &Rollup) -> Result<(), Failure> {
    if args.schema {
        return session.print_json(&rollup_json_schema());
    }
    // The screen shows it: `main` opens that.
    if args.screen {
        return Err(Failure::no_rollup_screen(session.lang()));
    }
    let targets = target::targets(session, args)?;
    let interrupt = Interrupt::heeded(session.lang());
    let report = gathered(session, args, &interrupt)?.report(None);
    if targets.is_empty() {
        return session.finish(summary::summary(&report, session.lang()));
    }
    target::put(session, &interrupt, &report, &targets, args.force)
}

impl Session {
    /// Gathers what a roll-up is made of, for the screen.
    ///
    /// # Errors
    /// Where a path leads to nothing, or the roster cannot be read.
    pub fn gathered(&self, args: &Rollup) -> Result<Gathered, Failure> {
        // From its end on the screen heeds what tells the program to end.
        let interrupt = Interrupt::heeded(self.lang());
        gathered(self, args, &interrupt)
    }
}

fn gathered(session: &Session, args: &Rollup, interrupt: &Interrupt) -> Result<Gathered, Failure> {
    let lang = session.lang();
    let week = args.week.as_deref();
    let asked = RollUpAsked {
        week: week.map(|week| session.week(Some(week))).transpose()?,
        due_days: args.due,
        today: session.day_of_judgement(),
        language: lang,
        generated_at: session.clock().now(),
    };
    let roster = args.roster.as_ref();
    let roster = roster.map(|path| read(session, path)).transpose()?;
    let check = args.signers.as_deref();
    let check = check.map(|list| signed::by(session, list)).transpose()?;
    let paths = paths::named(session, &args.paths)?;
    // What an earlier roll-up wrote is no report of these.
    let beside = args.roster.iter().chain(&args.signers).chain(&args.output);
    let beside = beside.flat_map(|path| [path.clone(), signature_of(path)]);
    let beside: Vec<PathBuf> = beside.collect();
    let gathering = Gathering {
        paths: &paths,
        beside: &beside,
        lang,
        check: check.as_ref().map(|check| -> &dyn Check { check }),
    };
    let progress = Progress::default();
    let rollup = watched(interrupt, &progress, lang, || gather(&gathering, &progress));
    Ok(Gathered {
        rollup,
        roster,
        asked,
        paths,
    })
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
