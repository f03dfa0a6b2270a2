//! What is said of the rows that are written for a database.

use super::counted;
use crate::rollup::Partition;
use crate::text::{Lang, Phrase};
use std::collections::BTreeSet;
use std::path::Path;

/// The rows were written.
#[must_use]
pub fn written(folder: &Path, partitions: &[Partition<'_>], lang: Lang) -> String {
    let folder = folder.display();
    let weeks: BTreeSet<_> = partitions.iter().map(|partition| partition.week).collect();
    let weeks = weeks.len();
    let schools = partitions.iter().flat_map(|partition| &partition.schools);
    let reports = schools.filter_map(|school| school.report);
    let (mut of_schools, mut of_items) = (0, 0);
    for report in reports {
        of_schools += 1;
        let checklists = report.row.checklists.iter();
        of_items += checklists.map(|c| c.counts.0.len()).sum::<usize>();
    }
    match lang {
        Lang::Zh => {
            format!("{weeks} 周、{of_schools} 份报告的 {of_items} 行已写入 {folder}（Parquet）")
        }
        Lang::En => {
            let (weeks, reports) = (counted(weeks, "week"), counted(of_schools, "report"));
            let rows = counted(of_items, "row");
            format!("wrote {rows} of {reports} over {weeks} to {folder}, as Parquet")
        }
    }
}

/// The rows cannot be put into their form.
#[must_use]
pub fn cannot_write(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("明细行无法写成文件：{why}"),
        Lang::En => format!("the rows cannot be written: {why}"),
    }
}

/// Where the folder for rows would be there is no folder.
#[must_use]
pub fn no_folder(folder: &Path, lang: Lang) -> (String, Option<String>) {
    let folder = folder.display();
    match lang {
        Lang::Zh => (
            format!("{folder} 是文件，不是文件夹，--force 也不覆盖"),
            Some(NAME_ANOTHER.of(lang).to_owned()),
        ),
        Lang::En => (
            format!("{folder} is a file and no folder, and is not written over"),
            Some(NAME_ANOTHER.of(lang).to_owned()),
        ),
    }
}

/// The folder for rows holds something else.
#[must_use]
pub fn holds_other(folder: &Path, other: &Path, lang: Lang) -> (String, Option<String>) {
    let (folder, other) = (folder.display(), other.display());
    match lang {
        Lang::Zh => (
            format!("{folder} 里有别的东西（{other}），--force 也不覆盖"),
            Some(NAME_ANOTHER.of(lang).to_owned()),
        ),
        Lang::En => (
            format!("{folder} holds something else than rows ({other}), and is not written over"),
            Some(NAME_ANOTHER.of(lang).to_owned()),
        ),
    }
}

const NAME_ANOTHER: Phrase = Phrase::new(
    "写一个还没有的、或空的文件夹，如 `--rows rows`",
    "name a folder that is empty or not there yet, as `--rows rows`",
);

/// This program was built without Parquet.
#[must_use]
pub fn not_built_in(lang: Lang) -> (String, Option<String>) {
    match lang {
        Lang::Zh => (
            "这个 duban 编译时没有带上 Parquet，不能用 --rows".into(),
            Some("用发布的程序，或自己编译：`cargo build --release --features parquet`".into()),
        ),
        Lang::En => (
            "this duban was built without Parquet, which --rows needs".into(),
            Some(
                "take a released one, or build it with `cargo build --release --features parquet`"
                    .into(),
            ),
        ),
    }
}
