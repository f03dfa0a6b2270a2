//! What `duban report` says.

use super::{Words, totals};
use crate::assess::Totals;
use crate::calendar::Week;
use crate::text::Lang;
use std::path::Path;

/// A file is there already.
#[must_use]
pub fn exists(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("{path} 已经存在"),
            Some("换一个文件名，或加 --force 覆盖".into()),
        ),
        Lang::En => (
            format!("{path} is there already"),
            Some("choose another name, or write over it with --force".into()),
        ),
    }
}

/// A report was written.
#[must_use]
pub fn written(path: &Path, week: Week, of: &Totals, lang: Lang) -> String {
    let path = path.display();
    let totals = totals(of, lang);
    match lang {
        Lang::Zh => format!("{week} 的报告已写入 {path}：{totals}"),
        Lang::En => format!("wrote the report of {week} to {path}: {totals}"),
    }
}

/// A report cannot be put into its form.
#[must_use]
pub fn cannot_write(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("报告无法写成文件：{why}"),
        Lang::En => format!("the report cannot be written: {why}"),
    }
}
