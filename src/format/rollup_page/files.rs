//! What became of the files.

use super::Page;
use super::table::{Cell, Column, Table};
use crate::rollup::{Fate, FileEntry};
use crate::text::Phrase;
use crate::text::rollup::{figures, files, page as words};

/// How many files a table shows.
const FILES: usize = 500;

const UNACCEPTED: [(Phrase, Column, Option<Phrase>); 2] = [
    (words::FILE, Column::Text, None),
    (words::FATE, Column::Text, None),
];

const ACCEPTED: [(Phrase, Column, Option<Phrase>); 2] = [
    (words::FILE, Column::Text, None),
    (words::DIGEST, Column::Text, None),
];

impl Page<'_> {
    pub(super) fn files(&self) -> String {
        figures::files(&self.report.files, self.lang)
    }

    pub(super) fn accepted(&self) -> String {
        words::accepted(&self.report.files, self.lang)
    }

    /// Whether there are files that do not count.
    pub(super) fn has_unaccepted(&self) -> bool {
        let files = &self.report.files;
        files.quarantined + files.superseded > 0
    }

    /// The files set aside, then those superseded.
    pub(super) fn unaccepted_table(&self) -> Table {
        let mut fates = self.report.fates();
        fates.retain(|(_, fate)| *fate != Fate::Accepted);
        fates.sort_by_key(|(_, fate)| matches!(fate, Fate::Superseded(_)));
        let rows = fates.iter().map(|(file, fate)| {
            let fate = files::fate(fate, self.lang);
            vec![Cell::head(&file.name), Cell::text(fate)]
        });
        let caption = self.t(words::NOT_ACCEPTED).to_owned();
        Table::new("set-aside", caption, &UNACCEPTED, self.lang).with_first(
            FILES,
            rows,
            words::WITH_FILES,
            self.lang,
        )
    }

    pub(super) fn accepted_table(&self) -> Table {
        let rows = self.report.kept.rows.iter();
        let rows = rows.map(|row| accepted(&row.file));
        let caption = self.accepted();
        Table::new("accepted", caption, &ACCEPTED, self.lang)
            .with_first(FILES, rows, words::WITH_FILES, self.lang)
            .titled()
    }
}

/// A file that counts, and its digest.
fn accepted(file: &FileEntry) -> Vec<Cell> {
    let digest = file.digest.as_deref().unwrap_or("–");
    vec![
        Cell::head(&file.name),
        Cell::text(digest).class("left hash"),
    ]
}
