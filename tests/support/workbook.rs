//! A workbook taken apart again: by calamine, which has nothing to do with the library that writes
//! it, and part by part.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use calamine::{Data, Range, Reader, Xlsx};
use duban::format::{Form, write_report};
use duban::report::StatusReport;
use std::io::{Cursor, Read};

/// A cell that was read back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// As `2022-03-18`.
    Day(String),
}

/// A workbook.
pub(crate) struct Book {
    pub(crate) bytes: Vec<u8>,
}

/// The rows of a sheet, from the first on.
pub(crate) type Rows = Vec<Vec<Cell>>;

impl Book {
    pub(crate) fn of(report: &StatusReport) -> Self {
        let bytes = write_report(report, Form::Xlsx).expect("a workbook");
        Self { bytes }
    }

    fn open(&self) -> Xlsx<Cursor<&[u8]>> {
        Xlsx::new(Cursor::new(self.bytes.as_slice())).expect("a workbook")
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.open().sheet_names()
    }

    pub(crate) fn rows(&self, sheet: &str) -> Rows {
        let range = self.open().worksheet_range(sheet).expect("a sheet");
        rows(&range)
    }

    /// The formulas of a sheet.
    pub(crate) fn formulas(&self, sheet: &str) -> Vec<String> {
        let range = self.open().worksheet_formula(sheet).expect("a sheet");
        let cells = range.used_cells().map(|(_, _, formula)| formula.clone());
        cells.collect()
    }

    /// The names of its parts.
    pub(crate) fn parts(&self) -> Vec<String> {
        let zip = zip::ZipArchive::new(Cursor::new(&self.bytes)).expect("a zip");
        zip.file_names().map(ToOwned::to_owned).collect()
    }

    /// A part of it.
    pub(crate) fn part(&self, name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(&self.bytes)).expect("a zip");
        let mut part = zip.by_name(name).expect(name);
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        text
    }
}

fn rows(range: &Range<Data>) -> Rows {
    assert_eq!(range.start(), Some((0, 0)));
    range
        .rows()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        other => unreachable!("{other:?}"),
    }
}

/// Every text between two marks.
pub(crate) fn all_between(text: &str, before: &str, after: &str) -> Vec<String> {
    let parts = text.split(before).skip(1);
    let inner = parts.filter_map(|part| part.split_once(after));
    inner.map(|(inner, _)| inner.to_owned()).collect()
}
