//! A roll-up as CSV: a row for each school, as a report's CSV is written.

use super::cell::in_csv;
use super::form::FormError;
use super::rollup_schools::{cells, columns, measure_columns};
use super::xlsx::Cell;
use crate::rollup::RollUpReport;
use crate::text::rollup::sheet::csv as heads;

/// The roll-up as CSV.
///
/// # Errors
/// None that memory gives.
pub(super) fn rollup_csv(report: &RollUpReport) -> Result<Vec<u8>, FormError> {
    let lang = report.language;
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(&mut out);
    let known = columns(report).map(|column| column.csv.of(lang).to_owned());
    let requirements = report.columns.iter().map(|name| in_csv(name));
    let measures = measure_columns(report);
    let measures = measures.map(|(of, _, head)| in_csv(&heads::measure(&of.item, head, lang)));
    let week = heads::WEEK.of(lang).to_owned();
    let figures = requirements.chain(measures);
    writer.write_record(std::iter::once(week).chain(known).chain(figures))?;
    for line in &report.schools {
        let cells = cells(report, line).into_iter().map(written);
        writer.write_record(std::iter::once(report.week.to_string()).chain(cells))?;
    }
    writer.flush().map_err(::csv::Error::from)?;
    drop(writer);
    Ok(out)
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Empty | Cell::Rate(None) | Cell::Day(None) => String::new(),
        Cell::Text(text) | Cell::Word(text) | Cell::Toned(_, text) => in_csv(&text),
        Cell::Count(count) => count.to_string(),
        Cell::Added(added) => added.to_string(),
        Cell::Points(number) | Cell::Rate(Some(number)) => format!("{number:.1}"),
        Cell::Day(Some(day)) => day.to_string(),
    }
}
