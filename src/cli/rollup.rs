//! `duban rollup`: many schools' reports as one. It needs no home. Where a record is broken, everything
//! is written and it ends as what does not verify does.

mod ledger;
mod made;
mod paths;
mod rows;
mod summary;

use super::args::{RollUpFormat, Rollup};
use super::interrupt::Interrupt;
use super::progress::watched;
use super::{Failure, Session, signed, target};
use crate::format::{RollUpForm, read_roster};
use crate::rollup::{RollUp, RollUpAsked, Roster, rollup_json_schema};
use crate::workspace::catalog;
use crate::workspace::dataset::files_in;
use crate::workspace::gathering::{Check, Gathering, Progress, RolledUp, find, gather};
use crate::workspace::rollup_ledger::LedgerFile;
use crate::workspace::signature::signature_of;
use ledger::OpenLedger;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use summary::Beside;

pub(super) fn run(session: &Session, args: &Rollup) -> Result<ExitCode, Failure> {
    if args.schema {
        session.print_json(&rollup_json_schema())?;
        return Ok(ExitCode::SUCCESS);
    }
    // The screen shows it: `main` opens that.
    if args.screen {
        return Err(Failure::no_rollup_screen(session.lang()));
    }
    let forms = args.format.iter().map(|format| format.form());
    let targets = target::targets(session, forms, &args.output, None)?;
    if let Some(folder) = &args.rows {
        rows::ready(session, folder, args.force)?;
    }
    let interrupt = Interrupt::heeded(session.lang());
    let progress = Progress::default();
    let (rolled_up, ledger) = rolled_up(session, args, &interrupt, &progress)?;
    let is_shown = targets.is_empty();
    let (report, ledger) = rayon::join(
        || {
            if is_shown {
                rolled_up.seen()
            } else {
                rolled_up.report(None)
            }
        },
        || {
            ledger
                .map(|file| ledger::staged(session, &interrupt, file))
                .transpose()
        },
    );
    let ledger = ledger?;
    let made = made::made(session, &report, &targets, args.force)?;
    let rows = args.rows.as_ref();
    let rows = rows.map(|folder| rows::write(session, &interrupt, folder, args.force, &rolled_up));
    let rows = rows.transpose()?;
    let summary = is_shown.then(|| {
        let beside = Beside {
            fates: rolled_up.rollup.files(),
            known: ledger.as_ref().map(|_| progress.known()),
            also: rows.as_deref(),
        };
        summary::summary(&report, &beside, session.lang())
    });
    // It is large, and nothing waits for it.
    rayon::spawn(move || drop(rolled_up));
    match summary {
        Some(summary) => session.finish(summary)?,
        None => made::put(session, &interrupt, &report, &made, rows.as_deref())?,
    }
    // Last: what could not be shown is new the next time too.
    if let Some(file) = ledger {
        ledger::save(session, &interrupt, file)?;
    }
    let end = ExitCode::from(u8::from(!report.breaks().is_empty()));
    // Its memory goes with the process.
    std::mem::forget(report);
    Ok(end)
}

impl Session {
    /// Rolls reports up, for the screen.
    ///
    /// # Errors
    /// Where a path leads to nothing, or the roster, the list of signers or the ledger cannot be
    /// used.
    pub fn rolled_up(&self, args: &Rollup) -> Result<RolledUp, Failure> {
        // From its end on the screen heeds what tells the program to end.
        let interrupt = Interrupt::heeded(self.lang());
        let progress = Progress::default();
        let (rolled_up, ledger) = rolled_up(self, args, &interrupt, &progress)?;
        if let Some(file) = ledger {
            let file = ledger::staged(self, &interrupt, file)?;
            ledger::save(self, &interrupt, file)?;
        }
        Ok(rolled_up)
    }
}

/// Rolls reports up, and gives the ledger that is to be saved, where one is named.
fn rolled_up(
    session: &Session,
    args: &Rollup,
    interrupt: &Interrupt,
    progress: &Progress,
) -> Result<(RolledUp, Option<LedgerFile>), Failure> {
    let week = args.week.as_deref();
    let asked = RollUpAsked {
        week: week.map(|week| session.week(Some(week))).transpose()?,
        due_days: args.due,
        today: session.day_of_judgement(),
        language: session.lang(),
        generated_at: session.clock().now(),
    };
    let roster = args.roster.as_ref();
    let roster = roster.map(|path| self::roster(session, path)).transpose()?;
    let paths = paths::named(session, &args.paths)?;
    // What an earlier roll-up wrote is no report of these.
    let rows = args.rows.as_deref().map(files_in).unwrap_or_default();
    let lists = args.roster.iter().chain(&args.ledger);
    let gathered = Gathered {
        paths: &args.paths,
        signers: args.signers.as_deref(),
        beside: lists.chain(&args.output).chain(&rows).collect(),
    };
    let ledger = || ledger::opened(session, args);
    let (mut rollup, ledger) =
        gathered.read_with(ledger, &paths, session, (interrupt, progress))?;
    if let Some(roster) = &roster {
        rollup.keep_to(roster);
    }
    let entered = ledger.map(|ledger| ledger.entered(session, &rollup));
    let (ledger, standings) = entered.unzip();
    let rolled_up = RolledUp {
        rollup,
        roster,
        asked,
        paths,
        standings,
    };
    Ok((rolled_up, ledger))
}

/// Reports to be read.
pub(super) struct Gathered<'a> {
    /// Where they lie.
    pub(super) paths: &'a [PathBuf],
    /// The list of those who may sign, where reports have to be signed.
    pub(super) signers: Option<&'a Path>,
    /// Files that may lie among them and are none.
    pub(super) beside: Vec<&'a PathBuf>,
}

impl Gathered<'_> {
    /// Reads them, with a bar that shows how far it is.
    pub(super) fn read(&self, session: &Session, interrupt: &Interrupt) -> Result<RollUp, Failure> {
        let paths = paths::named(session, self.paths)?;
        let progress = Progress::default();
        let read = self.read_with(|| Ok(None), &paths, session, (interrupt, &progress))?;
        Ok(read.0)
    }

    /// The same where it is known what `-` stands for, with a ledger that is opened while the files
    /// are looked for.
    fn read_with(
        &self,
        ledger: impl FnOnce() -> Result<Option<OpenLedger>, Failure> + Send,
        paths: &[PathBuf],
        session: &Session,
        (interrupt, progress): (&Interrupt, &Progress),
    ) -> Result<(RollUp, Option<OpenLedger>), Failure> {
        let check = self.signers.map(|list| signed::by(session, list));
        let check = check.transpose()?;
        let beside = self.beside.iter().map(|path| path.as_path());
        let beside = beside.chain(self.signers);
        let beside = beside.flat_map(|path| [path.to_owned(), signature_of(path)]);
        let beside: Vec<PathBuf> = beside.collect();
        let lang = session.lang();
        watched(interrupt, progress, lang, || {
            let (found, ledger) = rayon::join(|| find(paths, &beside, lang), ledger);
            let ledger = ledger?;
            let gathering = Gathering {
                found: &found,
                lang,
                check: check.as_ref().map(|check| -> &dyn Check { check }),
                memory: ledger.as_ref().map(|ledger| &ledger.memory),
            };
            Ok((gather(&gathering, progress), ledger))
        })
    }
}

/// The roster in that file.
pub(super) fn roster(session: &Session, path: &Path) -> Result<Roster, Failure> {
    let bytes = catalog::read(path).map_err(|error| session.failure(&error))?;
    read_roster(&path.display().to_string(), &bytes)
        .map_err(|problems| Failure::problems(&[problems], session.lang()))
}

impl RollUpFormat {
    fn form(self) -> RollUpForm {
        match self {
            Self::Yaml => RollUpForm::Yaml,
            Self::Json => RollUpForm::Json,
            Self::Html => RollUpForm::Html,
            Self::Xlsx => RollUpForm::Xlsx,
            Self::Csv => RollUpForm::Csv,
        }
    }
}
