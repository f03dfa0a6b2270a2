//! How the schools' records stand to what earlier roll-ups saw of them.

use super::Page;
use super::table::{Cell, Column, Table};
use crate::rollup::Standing;
use crate::text::Phrase;
use crate::text::rollup::{ledger, page as words, records as of_records};
use chrono::Datelike;
use std::collections::HashMap;

/// How many broken records are named in a sentence.
const NAMES: usize = 20;
/// How many unproved records a table shows.
const UNPROVED_SHOWN: usize = 500;
/// The class of a cell that is a sentence.
const SAID: &str = "left said";

const BREAKS: [(Phrase, Column, Option<Phrase>); 5] = [
    (words::SCHOOL, Column::Text, None),
    (of_records::FAULT, Column::Text, None),
    (of_records::BY_WEEK, Column::Text, None),
    (of_records::NOTICED, Column::Words, None),
    (words::CONTACT, Column::Text, None),
];

const UNPROVED: [(Phrase, Column, Option<Phrase>); 2] = [
    (words::SCHOOL, Column::Text, None),
    (of_records::WHY, Column::Text, None),
];

impl Page<'_> {
    /// What the meeting must see.
    pub(super) fn alert(&self) -> Option<String> {
        of_records::alert(self.report, NAMES, self.lang)
    }

    /// Where it is explained.
    pub(super) fn see_records(&self) -> String {
        of_records::see(&self.heading("records"), self.lang)
    }

    /// Every record that is broken. All of them: none passes unseen.
    pub(super) fn breaks_table(&self) -> Table {
        let lang = self.lang;
        let schools = self.report.schools.iter();
        let contacts = schools.filter_map(|of| Some((of.id.as_str(), of.contact.as_deref()?)));
        let contacts: HashMap<&str, &str> = contacts.collect();
        let rows = self.report.breaks().iter().map(|of| {
            let contact = contacts.get(of.school.as_str()).copied();
            let (found, noticed) = (&of.broken.found, of.broken.noticed);
            vec![
                Cell::head(&of.name).below(&of.school),
                Cell::text(ledger::fault(&of.broken, lang)).class(SAID),
                Cell::text(found.week.to_string()),
                Cell::text(self.day(noticed)).by(&noticed.num_days_from_ce()),
                Cell::text(contact.unwrap_or("–")),
            ]
        });
        let caption = self.t(of_records::BROKEN_RECORDS).to_owned();
        Table::new("broken-records", caption, &BREAKS, lang).with(rows)
    }

    /// The records that are not proved, and why; nothing where there are none but of schools that
    /// are new.
    pub(super) fn unproved_table(&self) -> Option<Table> {
        let lang = self.lang;
        let schools = self.report.schools.iter();
        let rows = schools.filter_map(|line| match line.record.as_ref()? {
            standing if of_records::is_first(standing) => None,
            Standing::Unproved { why, last } => Some(vec![
                Cell::head(&line.name).below(&line.id),
                Cell::text(ledger::unproved(*why, last.as_ref(), lang)).class(SAID),
            ]),
            Standing::Proved { .. } | Standing::Broken(_) => None,
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        let caption = self.t(of_records::UNPROVED_RECORDS).to_owned();
        let table = Table::new("unproved-records", caption, &UNPROVED, lang);
        (!rows.is_empty()).then(|| {
            let rows = rows.into_iter();
            table.with_first(UNPROVED_SHOWN, rows, words::WITH_SCHOOLS, lang)
        })
    }

    /// How many schools are new.
    pub(super) fn first_seen(&self) -> Option<String> {
        of_records::first(self.report, self.lang)
    }
}
