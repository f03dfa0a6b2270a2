//! Columns of a table, and the table as a file.

use chrono::{DateTime, FixedOffset, NaiveDate};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use std::fmt::Write as _;
use std::sync::Arc;

/// What says in a file which tables and columns these are; `1` becomes `2` when a column changes
/// its meaning.
const VERSION: (&str, &str) = ("duban.rows", "1");

/// A column: its name, and what of a row stands in it.
pub(super) struct Column<R> {
    pub(super) name: &'static str,
    pub(super) cell: Cell<R>,
}

/// What of a row stands in a column, by its type.
pub(super) enum Cell<R> {
    /// Text in UTF-8.
    Text(fn(&R) -> Option<&str>),
    /// A whole number.
    Count(fn(&R) -> Option<u64>),
    /// A number with a fraction.
    Share(fn(&R) -> Option<f64>),
    /// Yes or no.
    Flag(fn(&R) -> Option<bool>),
    /// A day.
    Day(fn(&R) -> Option<NaiveDate>),
    /// A moment, in UTC to the microsecond.
    Moment(fn(&R) -> Option<DateTime<FixedOffset>>),
}

impl<R> Cell<R> {
    /// The type, as a schema writes it before and after the column's name.
    fn kind(&self) -> (&'static str, &'static str) {
        match self {
            Self::Text(_) => ("BYTE_ARRAY", "(STRING)"),
            Self::Count(_) => ("INT64", ""),
            Self::Share(_) => ("DOUBLE", ""),
            Self::Flag(_) => ("BOOLEAN", ""),
            Self::Day(_) => ("INT32", "(DATE)"),
            Self::Moment(_) => ("INT64", "(TIMESTAMP(MICROS,true))"),
        }
    }
}

/// The rows as a Parquet file.
pub(super) fn write<R>(table: &str, columns: &[Column<R>], rows: &[R]) -> Result<Vec<u8>> {
    let schema = Arc::new(parse_message_type(&schema(table, columns))?);
    let version = KeyValue::new(VERSION.0.to_owned(), VERSION.1.to_owned());
    let properties = WriterProperties::builder().set_key_value_metadata(Some(vec![version]));
    let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build()))?;
    if !rows.is_empty() {
        let mut group = file.next_row_group()?;
        for column in columns {
            let writer = group.next_column()?;
            let mut writer = writer.ok_or_else(|| no_such(column.name))?;
            fill(&mut writer, column, rows)?;
            writer.close()?;
        }
        group.close()?;
    }
    file.into_inner()
}

fn schema<R>(table: &str, columns: &[Column<R>]) -> String {
    let mut schema = format!("message {table} {{\n");
    for column in columns {
        let (kind, logical) = column.cell.kind();
        let _ = writeln!(schema, "  OPTIONAL {kind} {} {logical};", column.name);
    }
    schema + "}"
}

fn no_such(column: &str) -> ParquetError {
    ParquetError::General(format!("the column {column} is of another type"))
}

fn fill<R>(writer: &mut SerializedColumnWriter, column: &Column<R>, rows: &[R]) -> Result<()> {
    match (writer.untyped(), &column.cell) {
        (ColumnWriter::ByteArrayColumnWriter(writer), Cell::Text(text)) => {
            let (values, levels) = cells(rows, |row| text(row).map(ByteArray::from));
            writer.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::Int64ColumnWriter(writer), Cell::Count(count)) => {
            let whole = |count| i64::try_from(count).unwrap_or(i64::MAX);
            let (values, levels) = cells(rows, |row| count(row).map(whole));
            writer.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::DoubleColumnWriter(writer), Cell::Share(share)) => {
            let (values, levels) = cells(rows, share);
            writer.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::BoolColumnWriter(writer), Cell::Flag(flag)) => {
            let (values, levels) = cells(rows, flag);
            writer.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::Int32ColumnWriter(writer), Cell::Day(day)) => {
            let (values, levels) = cells(rows, |row| day(row).map(|day| day.to_epoch_days()));
            writer.write_batch(&values, Some(&levels), None)?;
        }
        (ColumnWriter::Int64ColumnWriter(writer), Cell::Moment(moment)) => {
            let (values, levels) = cells(rows, |row| moment(row).map(|at| at.timestamp_micros()));
            writer.write_batch(&values, Some(&levels), None)?;
        }
        _ => return Err(no_such(column.name)),
    }
    Ok(())
}

/// The values that are there, and for each row whether one is.
fn cells<R, T>(rows: &[R], cell: impl Fn(&R) -> Option<T>) -> (Vec<T>, Vec<i16>) {
    let mut values = Vec::with_capacity(rows.len());
    let levels = rows.iter().map(|row| {
        let value = cell(row);
        let level = i16::from(value.is_some());
        values.extend(value);
        level
    });
    let levels = levels.collect();
    (values, levels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use std::fs::File;
    use std::io::Write as _;

    struct Line {
        name: &'static str,
        done: Option<u64>,
        share: Option<f64>,
        is_open: Option<bool>,
        on: Option<NaiveDate>,
        at: Option<DateTime<FixedOffset>>,
    }

    fn columns() -> Vec<Column<Line>> {
        let column = |name, cell| Column { name, cell };
        vec![
            column("name", Cell::Text(|line: &Line| Some(line.name))),
            column("done", Cell::Count(|line| line.done)),
            column("share", Cell::Share(|line| line.share)),
            column("is_open", Cell::Flag(|line| line.is_open)),
            column("on", Cell::Day(|line| line.on)),
            column("at", Cell::Moment(|line| line.at)),
        ]
    }

    fn lines() -> [Line; 2] {
        let full = Line {
            name: "第一小学",
            done: Some(u64::MAX),
            share: Some(0.5),
            is_open: Some(false),
            on: "2022-03-20".parse().ok(),
            at: "2022-03-20T09:00:00+08:00".parse().ok(),
        };
        let empty = Line {
            name: "",
            done: None,
            share: None,
            is_open: None,
            on: None,
            at: None,
        };
        [full, empty]
    }

    fn reader(bytes: &[u8]) -> SerializedFileReader<File> {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(bytes).expect("written");
        SerializedFileReader::new(file).expect("Parquet")
    }

    fn read(bytes: &[u8]) -> Vec<String> {
        let reader = reader(bytes);
        let rows = reader.get_row_iter(None).expect("rows");
        rows.map(|row| row.expect("a row").to_string()).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = write("lines", &columns(), &lines()).expect("written");
        let full = "{name: \"第一小学\", done: 9223372036854775807, share: 0.5, is_open: false, \
                    on: 2022-03-20, at: 2022-03-20 01:00:00.000000 +00:00}";
        let empty = "{name: \"\", done: null, share: null, is_open: null, on: null, at: null}";
        assert_eq!(read(&bytes), [full, empty]);
    }

    #[test]
    fn the_same_rows_are_the_same_bytes() {
        let bytes = || write("lines", &columns(), &lines()).expect("written");
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn a_table_without_rows_has_its_columns() {
        let bytes = write("lines", &columns(), &[]).expect("written");
        let reader = reader(&bytes);
        let schema = reader.metadata().file_metadata().schema_descr();
        assert_eq!(schema.num_columns(), 6);
        assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
    }
}
