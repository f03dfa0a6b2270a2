//! The words of a roster: its headings, and what is said where something is wrong with it.

use super::{Lang, words};
use crate::rollup::RosterFault;
use crate::school::SchoolKind;

/// The headings that a roster's columns may bear: the column's name, which is one of them, and the
/// others.
pub const HEADINGS: [(&str, &[&str]); 5] = [
    ("id", &["编号", "学校编号", "学校代码"]),
    ("name", &["名称", "学校名称", "学校"]),
    ("kind", &["类别", "学校类别", "学段"]),
    ("district", &["区县", "学区", "所属区县", "所属学区"]),
    ("contact", &["联系人", "联系方式", "联系电话"]),
];

/// What hands write where a comma is meant.
pub const WIDE: [char; 3] = ['，', '、', '；'];

/// What kinds of school are called besides their own names.
const KINDS: [(&str, SchoolKind); 14] = [
    ("kindergarten", SchoolKind::Kindergarten),
    ("primary", SchoolKind::Primary),
    ("初中", SchoolKind::Secondary),
    ("高中", SchoolKind::Secondary),
    ("完全中学", SchoolKind::Secondary),
    ("middle school", SchoolKind::Secondary),
    ("中职", SchoolKind::Vocational),
    ("职业学校", SchoolKind::Vocational),
    ("中专", SchoolKind::Vocational),
    ("高校", SchoolKind::University),
    ("大学", SchoolKind::University),
    ("college", SchoolKind::University),
    ("教育局", SchoolKind::Bureau),
    ("bureau", SchoolKind::Bureau),
];

/// The kind of school that a roster calls so, in either language.
#[must_use]
pub fn kind(text: &str) -> Option<SchoolKind> {
    let text = text.to_lowercase();
    let is_called = |kind: &&SchoolKind| {
        kind.as_str() == text
            || Lang::ALL
                .iter()
                .any(|l| words::school_kind(**kind, *l) == text)
    };
    let known = SchoolKind::ALL.iter().find(is_called).copied();
    known.or_else(|| {
        KINDS
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, kind)| *kind)
    })
}

/// A column's heading in `lang`.
fn heading(name: &str, lang: Lang) -> &str {
    let column = HEADINGS.iter().find(|(column, _)| *column == name);
    match (lang, column) {
        (Lang::Zh, Some((_, [zh, ..]))) => zh,
        _ => name,
    }
}

/// What is wrong with a roster, and what to do about it.
#[must_use]
pub fn fault(fault: &RosterFault, lang: Lang) -> (String, String) {
    match lang {
        Lang::Zh => zh(fault),
        Lang::En => en(fault),
    }
}

fn zh(fault: &RosterFault) -> (String, String) {
    let column = |name| heading(name, Lang::Zh);
    match fault {
        RosterFault::Encoding { is_gb18030 } => (
            if *is_gb18030 {
                "文件不是 UTF-8 编码，看起来是 GBK（GB18030）".to_owned()
            } else {
                "文件不是 UTF-8 编码".to_owned()
            },
            "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”".to_owned(),
        ),
        RosterFault::WideComma(c) => (
            format!("表头用“{c}”分隔，不是英文逗号"),
            "整个文件改用英文逗号“,”分隔".to_owned(),
        ),
        RosterFault::ColumnMissing(name) => (
            format!("缺少“{}”一列", column(name)),
            "第一行写表头：编号,名称,类别,区县,联系人（前三列必有）".to_owned(),
        ),
        RosterFault::ColumnTwice(name) => {
            (format!("“{}”有两列", column(name)), "只留一列".to_owned())
        }
        RosterFault::ColumnUnknown { heading, nearest } => (
            format!("不认识的表头“{heading}”"),
            format!("是不是“{}”？", column(nearest)),
        ),
        RosterFault::Ragged { cells, headings } => (
            format!("这一行有 {cells} 格，表头有 {headings} 格"),
            "补齐或删去多余的逗号；内容里有逗号的，整格加英文双引号".to_owned(),
        ),
        RosterFault::QuoteOpen => (
            "双引号没有配对".to_owned(),
            "在这一格末尾补上英文双引号；内容里的双引号写两遍".to_owned(),
        ),
        RosterFault::CellEmpty(name) => (
            format!("“{}”是空的", column(name)),
            "写上内容；不要这所学校的，整行删去".to_owned(),
        ),
        RosterFault::Id(id) => (
            format!("“{id}”不能作编号"),
            "用字母、数字和 . - _，以字母或数字开头，最多 64 个字；与学校报告里的编号一致"
                .to_owned(),
        ),
        RosterFault::IdTwice { id, first } => (
            format!("编号“{id}”重复，第 {first} 行已有"),
            "改成各校自己的编号，或删去一行".to_owned(),
        ),
        RosterFault::Kind(text) => (
            format!("不认识的学校类别“{text}”"),
            format!("写其中之一：{}", kinds(Lang::Zh, "、")),
        ),
        RosterFault::NoSchool => (
            "名册里没有学校".to_owned(),
            "第一行写表头：编号,名称,类别,区县,联系人；下面每行写一所学校".to_owned(),
        ),
    }
}

fn en(fault: &RosterFault) -> (String, String) {
    match fault {
        RosterFault::Encoding { is_gb18030 } => (
            if *is_gb18030 {
                "the file is not UTF-8; it looks like GBK (GB18030)".to_owned()
            } else {
                "the file is not UTF-8".to_owned()
            },
            "save it from the spreadsheet as `CSV UTF-8 (comma delimited)`".to_owned(),
        ),
        RosterFault::WideComma(c) => (
            format!("the headings stand apart by `{c}`, which is no comma"),
            "use plain commas throughout the file".to_owned(),
        ),
        RosterFault::ColumnMissing(name) => (
            format!("the column `{name}` is missing"),
            "begin with the headings id,name,kind,district,contact (the first three must be there)"
                .to_owned(),
        ),
        RosterFault::ColumnTwice(name) => (
            format!("there are two columns `{name}`"),
            "keep one of the two".to_owned(),
        ),
        RosterFault::ColumnUnknown { heading, nearest } => (
            format!("unknown heading `{heading}`"),
            format!("is `{nearest}` meant?"),
        ),
        RosterFault::Ragged { cells, headings } => (
            format!("the number of cells here is {cells}, that of the headings {headings}"),
            "add or remove commas; put a cell that has commas in it in double quotes".to_owned(),
        ),
        RosterFault::QuoteOpen => (
            "this double quote is never closed".to_owned(),
            "close it at the end of the cell; write a quote within a cell twice".to_owned(),
        ),
        RosterFault::CellEmpty(name) => (
            format!("`{name}` is empty"),
            "fill it in, or remove the line".to_owned(),
        ),
        RosterFault::Id(id) => (
            format!("`{id}` cannot be an id"),
            "write letters, digits and . - _, beginning with a letter or digit, at most 64: the id that the school's reports bear".to_owned(),
        ),
        RosterFault::IdTwice { id, first } => (
            format!("the id `{id}` is used twice, first on line {first}"),
            "give each school its own id, or remove one line".to_owned(),
        ),
        RosterFault::Kind(text) => (
            format!("`{text}` is no kind of school"),
            format!("write one of {}", kinds(Lang::En, ", ")),
        ),
        RosterFault::NoSchool => (
            "there is no school in the roster".to_owned(),
            "write a line for each school under the headings id,name,kind,district,contact".to_owned(),
        ),
    }
}

fn kinds(lang: Lang, between: &str) -> String {
    let kinds = SchoolKind::ALL.map(|kind| match lang {
        Lang::Zh => words::school_kind(kind, lang),
        Lang::En => kind.as_str(),
    });
    kinds.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_ids_and_by_their_names_in_both_languages() {
        for is in SchoolKind::ALL {
            let names = Lang::ALL.map(|lang| words::school_kind(is, lang));
            for name in names.into_iter().chain([is.as_str()]) {
                assert_eq!(kind(name), Some(is), "{name}");
            }
        }
        assert_eq!(kind("Primary School"), Some(SchoolKind::Primary));
        assert_eq!(kind("高中"), Some(SchoolKind::Secondary));
        assert_eq!(kind("寺庙"), None);
    }
}
