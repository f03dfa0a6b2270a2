//! The ledger of a roll-up: opened before, entered into, saved after.

use crate::cli::args::Rollup;
use crate::cli::interrupt::Interrupt;
use crate::cli::{Failure, Session};
use crate::record::proof_holds;
use crate::rollup::{RollUp, RollUpLedger, Standings};
use crate::text::rollup::ledger as words;
use crate::workspace::gathering::Memory;
use crate::workspace::rollup_ledger::{LedgerFile, LedgerFileError, StagedLedger};
use std::collections::BTreeSet;

/// A ledger in use.
pub(super) struct OpenLedger {
    /// What it knows of files, and which of them are met.
    pub(super) memory: Memory,
    file: LedgerFile,
}

/// The ledger that is named, with what is accepted entered.
pub(super) fn opened(session: &Session, args: &Rollup) -> Result<Option<OpenLedger>, Failure> {
    let Some(path) = &args.ledger else {
        return Ok(None);
    };
    let mut file = LedgerFile::open(path).map_err(|error| failure(session, &error))?;
    let RollUpLedger { heads, files } = &mut file.ledger;
    for school in &args.accept {
        let broken: BTreeSet<&str> = heads.breaks.iter().map(|b| b.school.as_str()).collect();
        if !broken.contains(school.as_str()) {
            let broken: Vec<&str> = broken.into_iter().collect();
            let words = words::nothing_to_accept(school, &broken, session.lang());
            return Err(Failure::input(words));
        }
        heads.accept(school, session.day_of_judgement());
    }
    let memory = Memory::of(std::mem::take(files));
    Ok(Some(OpenLedger { memory, file }))
}

impl OpenLedger {
    /// Enters what was met, and gives how the schools' records stand to what was known of them.
    pub(super) fn entered(self, session: &Session, rollup: &RollUp) -> (LedgerFile, Standings) {
        let Self { memory, mut file } = self;
        let RollUpLedger { heads, files } = &mut file.ledger;
        let judged_on = session.day_of_judgement();
        // What is forgotten is told by the real days between roll-ups.
        let today = session.clock().today();
        let enter = || {
            let standings = heads.enter(rollup.rows(), &proof_holds, judged_on);
            heads.forget(today);
            standings
        };
        let (standings, updated) = rayon::join(enter, || memory.updated(today));
        *files = updated;
        (file, standings)
    }
}

/// Writes it beside its file, whatever signal comes meanwhile.
pub(super) fn staged(
    session: &Session,
    interrupt: &Interrupt,
    file: LedgerFile,
) -> Result<StagedLedger, Failure> {
    let mut unfinished = interrupt.put_off();
    let staged = file.staged().map_err(|error| failure(session, &error))?;
    unfinished.push(staged.path().to_owned());
    Ok(staged)
}

/// Saves it, whatever signal comes meanwhile.
pub(super) fn save(
    session: &Session,
    interrupt: &Interrupt,
    file: StagedLedger,
) -> Result<(), Failure> {
    let mut unfinished = interrupt.put_off();
    unfinished.retain(|path| path != file.path());
    file.save().map_err(|error| failure(session, &error))
}

fn failure(session: &Session, error: &LedgerFileError) -> Failure {
    Failure::input(error.say(session.lang()))
}
