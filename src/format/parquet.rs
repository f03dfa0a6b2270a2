//! A roll-up as Parquet files for `DuckDB`, Spark and Trino: bytes, and where they belong.
//!
//! Every column is optional, so that old files are read beside later ones with more columns. The
//! same roll-up gives the same bytes: nothing says when they were written.

mod column;
mod hive;
mod table;

use super::form::FormError;
use crate::rollup::{FileFate, Partition};
use column::{Column, write};
use std::collections::BTreeMap;
use table::{ItemRow, ShapeIds};

/// A file of a data set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFile {
    /// Where it belongs, below the data set's folder, with `/` between the parts:
    /// `items/week=2022-W11/district=…/part-0.parquet`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The tables of a data set, which are the folders in it: a row for each school, item and week, one
/// for each school and week, and one for each file that was rolled up.
pub const ROW_TABLES: [&str; 3] = [ITEMS, SCHOOLS, FILES];

const ITEMS: &str = "items";
const SCHOOLS: &str = "schools";
const FILES: &str = "files";
/// What a file is called: there is one in each folder.
const PART: &str = "part-0.parquet";

/// The files of a data set, made one after the other. The first two tables are partitioned by week
/// and district as Hive does it.
pub fn row_files<'a>(
    partitions: &'a [Partition<'a>],
    files: &'a [FileFate<'a>],
) -> impl Iterator<Item = Result<RowFile, FormError>> + 'a {
    // Folders rather than districts: two names may lead to the same one, as those that differ in
    // upper and lower case do on some systems. The first of them is what it is called.
    let mut folders: BTreeMap<String, (String, Vec<&Partition>)> = BTreeMap::new();
    for partition in partitions {
        let week = hive::folder("week", Some(&partition.week.to_string()));
        let district = hive::folder("district", partition.district);
        let folder = format!("{week}/{district}");
        let known = folders.entry(folder.to_lowercase());
        let (_, of) = known.or_insert_with(|| (folder, Vec::new()));
        of.push(partition);
    }
    let shapes = ShapeIds::of(partitions);
    let rows = folders.into_values().flat_map(move |(folder, of)| {
        [
            items(&format!("{ITEMS}/{folder}"), &of, &shapes),
            schools(&format!("{SCHOOLS}/{folder}"), &of),
        ]
    });
    let files = std::iter::once_with(|| {
        let rows: Vec<_> = files.iter().map(table::FileRow::of).collect();
        file(FILES, FILES, &table::files(), &rows)
    });
    rows.chain(files)
}

fn items(folder: &str, of: &[&Partition], shapes: &ShapeIds) -> Result<RowFile, FormError> {
    let schools = of.iter().flat_map(|partition| &partition.schools);
    let rows: Vec<ItemRow> = schools
        .flat_map(|school| ItemRow::of(school, shapes))
        .collect();
    file(ITEMS, folder, &table::items(), &rows)
}

fn schools(folder: &str, of: &[&Partition]) -> Result<RowFile, FormError> {
    let schools = of.iter().flat_map(|partition| &partition.schools);
    let rows: Vec<_> = schools.cloned().collect();
    file(SCHOOLS, folder, &table::schools(), &rows)
}

fn file<R>(
    table: &str,
    folder: &str,
    columns: &[Column<R>],
    rows: &[R],
) -> Result<RowFile, FormError> {
    Ok(RowFile {
        path: format!("{folder}/{PART}"),
        bytes: write(table, columns, rows)?,
    })
}
