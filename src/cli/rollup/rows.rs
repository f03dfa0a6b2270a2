//! The rows of a roll-up as a data set: `--rows`.

use crate::cli::{Failure, Session};
use crate::text::rollup::rows as words;
use std::path::Path;

#[cfg(feature = "parquet")]
pub(super) use with_parquet::{ready, write};
#[cfg(not(feature = "parquet"))]
pub(super) use without_parquet::{ready, write};

/// A program that has the writer.
#[cfg(feature = "parquet")]
mod with_parquet {
    use super::{Failure, Path, Session, words};
    use crate::cli::failure::Kind;
    use crate::cli::interrupt::Interrupt;
    use crate::format::{ROW_TABLES, row_files};
    use crate::rollup::{FileFate, Partition};
    use crate::text::cli::report as of_report;
    use crate::workspace::dataset::{Dataset, InTheWay, PutError, in_the_way};
    use crate::workspace::gathering::RolledUp;

    /// Whether the folder can be written. Refused where it is not empty; what is no data set is not
    /// written over either.
    pub(in crate::cli::rollup) fn ready(
        session: &Session,
        folder: &Path,
        force: bool,
    ) -> Result<(), Failure> {
        let found = in_the_way(folder, &ROW_TABLES).map_err(|error| session.failure(&error))?;
        if found.lets_pass(force) {
            return Ok(());
        }
        Err(refused(session, folder, found))
    }

    /// What is in the way.
    fn refused(session: &Session, folder: &Path, found: InTheWay) -> Failure {
        let lang = session.lang();
        Failure::input(match found {
            InTheWay::Nothing | InTheWay::Same => of_report::exists(folder, lang),
            InTheWay::NoFolder => words::no_folder(folder, lang),
            InTheWay::Other(name) => words::holds_other(folder, Path::new(&name), lang),
        })
    }

    /// Writes the folder, whole or not at all, and says so.
    pub(in crate::cli::rollup) fn write(
        session: &Session,
        interrupt: &Interrupt,
        folder: &Path,
        force: bool,
        of: &RolledUp,
    ) -> Result<String, Failure> {
        let lang = session.lang();
        let partitions = Partition::all(&of.rollup, of.roster.as_ref(), &of.asked);
        let fates = FileFate::all(&of.rollup);
        let failed = |error| session.failure(&error);
        let set = {
            let mut unfinished = interrupt.put_off();
            let set = Dataset::begin(folder).map_err(failed)?;
            unfinished.push(set.staged().to_owned());
            set
        };
        for file in row_files(&partitions, &fates) {
            let file = file.map_err(|error| {
                let words = words::cannot_write(&error.to_string(), lang);
                Failure::new(Kind::Fault, words, None)
            })?;
            let _whole = interrupt.put_off();
            set.add(&file.path, &file.bytes).map_err(failed)?;
        }
        let mut unfinished = interrupt.put_off();
        unfinished.retain(|path| path != set.staged());
        set.put(&ROW_TABLES, force).map_err(|error| match error {
            PutError::InTheWay(found) => refused(session, folder, found),
            PutError::Failed(error) => session.failure(&error),
        })?;
        Ok(words::written(folder, &partitions, lang))
    }
}

/// A program that was built without it.
#[cfg(not(feature = "parquet"))]
mod without_parquet {
    use super::{Failure, Path, Session, words};
    use crate::cli::interrupt::Interrupt;
    use crate::workspace::gathering::RolledUp;

    /// Refused.
    pub(in crate::cli::rollup) fn ready(
        session: &Session,
        _: &Path,
        _: bool,
    ) -> Result<(), Failure> {
        Err(Failure::input(words::not_built_in(session.lang())))
    }

    /// Refused as well.
    pub(in crate::cli::rollup) fn write(
        session: &Session,
        _: &Interrupt,
        _: &Path,
        _: bool,
        _: &RolledUp,
    ) -> Result<String, Failure> {
        Err(Failure::input(words::not_built_in(session.lang())))
    }
}
