//! A sheet, written from top to bottom: its title, tables, and how it is printed.

use super::rows::{height, lines, narrowest};
use super::styles::Styles;
use super::table::{Cell, Head, Table};
use super::{small, year};
use crate::format::cell::in_workbook;
use crate::text::{Lang, Phrase, sheet as words};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, IgnoreError, Worksheet, XlsxError};

/// The sheet of paper: A4.
const A4: u8 = 9;
/// The most characters of a school's name in the foot of a page, which holds 255 in all.
const FOOT: usize = 60;

/// The widest that a title is centred over, in digits: what a screen shows.
const IN_SIGHT: u16 = 240;

/// What all sheets of a workbook say of it.
pub(super) struct Cover<'a> {
    /// Whose figures they are; nothing where they are of many.
    pub(super) owner: &'a str,
    /// What stands under each title.
    pub(super) subtitle: String,
    /// The program that wrote it.
    pub(super) by: &'a str,
    /// The language.
    pub(super) lang: Lang,
}

/// A sheet being written.
pub(super) struct Page<'a> {
    pub(super) sheet: &'a mut Worksheet,
    cover: &'a Cover<'a>,
    styles: &'a Styles,
    /// The next row.
    pub(super) row: u32,
    /// The columns' widths, in digits.
    widths: Vec<u16>,
}

impl<'a> Page<'a> {
    /// A sheet with what is the same on all.
    pub(super) fn begin(
        sheet: &'a mut Worksheet,
        cover: &'a Cover<'a>,
        styles: &'a Styles,
        name: Phrase,
    ) -> Result<Self, XlsxError> {
        let lang = cover.lang;
        sheet.set_name(name.of(lang))?;
        sheet.set_paper_size(A4).set_landscape();
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.2, 0.3);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_print_center_horizontally(true);
        let school = in_workbook(cover.owner).replace(['\n', '&'], " ");
        let school: String = school.chars().take(FOOT).collect();
        sheet.set_footer(words::foot(&school, name, cover.by, lang));
        Ok(Self {
            sheet,
            cover,
            styles,
            row: 0,
            widths: Vec::new(),
        })
    }

    pub(super) fn lang(&self) -> Lang {
        self.cover.lang
    }

    fn last(&self) -> u16 {
        let columns = u16::try_from(self.widths.len()).unwrap_or(u16::MAX);
        columns.saturating_sub(1)
    }

    /// The last column that a title stands over.
    fn last_in_sight(&self) -> u16 {
        let mut room = IN_SIGHT;
        let fits = |width: &&u16| {
            let left = room.checked_sub(**width);
            room = left.unwrap_or_default();
            left.is_some()
        };
        let columns = self.widths.iter().take_while(fits).count();
        u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// Sets the columns' widths, and writes the title over all of them.
    pub(super) fn title(&mut self, name: Phrase, widths: Vec<u16>) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(&widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        self.widths = widths;
        let title = words::title(self.cover.owner, name, self.lang());
        self.across(&title, &self.styles.title, 26.0)?;
        self.across(&self.cover.subtitle, &self.styles.subtitle, 18.0)
    }

    /// A text over the whole width, that many points high.
    fn across(&mut self, text: &str, format: &Format, height: f64) -> Result<(), XlsxError> {
        let text = in_workbook(text);
        let (row, last) = (self.row, self.last_in_sight());
        self.sheet.merge_range(row, 0, row, last, &text, format)?;
        self.sheet.set_row_height(row, height)?;
        self.row += 1;
        Ok(())
    }

    /// A remark over the whole width.
    pub(super) fn remark(&mut self, text: &str) -> Result<(), XlsxError> {
        let height = height(lines(
            &in_workbook(text),
            self.widths.iter().sum(),
            self.lang(),
        ));
        self.across(text, &self.styles.text, height)
    }

    /// A heading after an empty line.
    pub(super) fn section(&mut self, heading: Phrase) -> Result<(), XlsxError> {
        self.row += 1;
        self.sheet.set_row_height(self.row, 20)?;
        let (row, heading) = (self.row, heading.of(self.lang()));
        let format = &self.styles.section;
        self.sheet
            .write_string_with_format(row, 0, heading, format)?;
        self.row += 1;
        Ok(())
    }

    /// The headings of columns, at least so many lines high.
    pub(super) fn heads(&mut self, heads: &[Phrase], least: u16) -> Result<(), XlsxError> {
        let lang = self.lang();
        let heads: Vec<&str> = heads.iter().map(|head| head.of(lang)).collect();
        self.headings(&heads, least)
    }

    fn headings(&mut self, heads: &[&str], least: u16) -> Result<(), XlsxError> {
        for (column, head) in (0..).zip(heads) {
            self.text(column, head, &self.styles.head)?;
        }
        self.end_row(heads.iter().copied().zip(self.widths.clone()), least)
    }

    /// A row of cells.
    pub(super) fn cells(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        for (column, cell) in (0..).zip(cells) {
            self.cell(column, cell)?;
        }
        let texts = cells.iter().map(|cell| cell.text().unwrap_or_default());
        self.end_row(texts.zip(self.widths.clone()), 1)
    }

    /// As high as its texts in columns of those widths. A spreadsheet would find the height by
    /// itself; not every reader of its files does.
    fn end_row<'t>(
        &mut self,
        texts: impl Iterator<Item = (&'t str, u16)>,
        least: u16,
    ) -> Result<(), XlsxError> {
        let lang = self.lang();
        let highest = texts.map(|(text, width)| lines(text, width, lang)).max();
        let height = height(highest.unwrap_or(least).max(least));
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        let styles = self.styles;
        match cell {
            Cell::Empty => self.blank(column, &styles.word),
            Cell::Text(text) => self.text(column, text, &styles.text),
            Cell::Word(word) => self.text(column, word, &styles.word),
            Cell::Toned(tone, word) => self.text(column, word, styles.tone(*tone)),
            Cell::Count(count) => self.number(column, exact(*count), &styles.count),
            Cell::Points(points) => self.number(column, *points, &styles.points),
            Cell::Added(added) => {
                let number = exact(added.unsigned_abs());
                let sign = if *added < 0 { -1.0 } else { 1.0 };
                self.number(column, sign * number, &styles.added)
            }
            Cell::Rate(None) => {
                let dash = words::DASH.of(self.lang());
                self.text(column, dash, &styles.word)
            }
            Cell::Rate(Some(percent)) => self.number(column, percent / 100.0, &styles.rate),
            Cell::Day(None) => self.blank(column, &styles.day),
            Cell::Day(Some(day)) => self.day(column, *day),
        }
    }

    fn blank(&mut self, column: u16, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_blank(self.row, column, format)?;
        Ok(())
    }

    fn number(&mut self, column: u16, number: f64, format: &Format) -> Result<(), XlsxError> {
        self.sheet
            .write_number_with_format(self.row, column, number, format)?;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        if text.is_empty() {
            return self.blank(column, format);
        }
        let text = in_workbook(text);
        self.sheet
            .write_string_with_format(self.row, column, text, format)?;
        Ok(())
    }

    /// A day; one that a workbook does not know, as before 1900, is written out.
    fn day(&mut self, column: u16, day: NaiveDate) -> Result<(), XlsxError> {
        let known = ExcelDateTime::from_ymd(year(day.year()), small(day.month()), small(day.day()));
        let Ok(known) = known else {
            return self.text(column, &day.to_string(), &self.styles.word);
        };
        let format = &self.styles.day;
        self.sheet
            .write_datetime_with_format(self.row, column, &known, format)?;
        Ok(())
    }

    /// Numbers that are texts are meant to be.
    pub(super) fn allow_texts(&mut self, columns: u16) -> Result<(), XlsxError> {
        let last = self.row.saturating_sub(1);
        let as_text = IgnoreError::NumberStoredAsText;
        self.sheet
            .ignore_error_range(0, 0, last, columns.saturating_sub(1), as_text)?;
        Ok(())
    }

    /// What is printed, and the rows that every printed page and the screen keep on top.
    pub(super) fn keep_on_top(&mut self, rows: u32, columns: u16) -> Result<(), XlsxError> {
        let last = self.row.saturating_sub(1);
        self.sheet.set_print_area(0, 0, last, self.last())?;
        self.sheet.set_repeat_rows(0, rows - 1)?;
        self.sheet.set_freeze_panes(rows, columns)?;
        Ok(())
    }

    /// A sheet of one table, with filters.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let lang = self.lang();
        let columns = table.columns.iter();
        let widths = columns.map(|column| match &column.head {
            Head::Of(head) => column.width.max(narrowest(head.of(lang))),
            Head::Named(_) => column.width,
        });
        self.title(table.name, widths.collect())?;
        if table.pages > 1 {
            self.sheet.set_print_fit_to_pages(table.pages, 0);
            self.sheet
                .set_repeat_columns(0, table.frozen.saturating_sub(1))?;
        }
        let heads: Vec<&str> = table.columns.iter().map(|c| c.head.text(lang)).collect();
        let head = self.row;
        // The arrows of the filters stand below the headings.
        self.headings(&heads, 2)?;
        for row in &table.rows {
            self.cells(row)?;
        }
        let last = self.row.saturating_sub(1);
        self.sheet.autofilter(head, 0, last, self.last())?;
        if let Some(none) = table.none.filter(|_| table.rows.is_empty()) {
            self.remark(none.of(self.lang()))?;
        }
        self.allow_texts(table.frozen)?;
        self.keep_on_top(head + 1, table.frozen)
    }
}

/// A count as a spreadsheet has numbers: exact up to 2⁵³, which no school reaches.
#[expect(
    clippy::cast_precision_loss,
    reason = "spreadsheets know no other numbers"
)]
fn exact(count: u64) -> f64 {
    count as f64
}
