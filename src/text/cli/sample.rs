//! What `duban sample` says about schools that were drawn, and `duban inspect` about their sheets.

use super::Words;
use crate::calendar::Week;
use crate::rollup::{Asked, Visit, VisitItem};
use crate::text::{Lang, facts::grouped, inspection, words};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A draw of no school.
#[must_use]
pub fn no_schools(lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            "至少要抽 1 所学校".into(),
            Some("例如 `--schools 5`".into()),
        ),
        Lang::En => (
            "draw one school at least".into(),
            Some("as in `--schools 5`".into()),
        ),
    }
}

/// No report tells which items there are.
#[must_use]
pub fn no_report(lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            "没有可采用的报告，不知道可以抽哪些事项".into(),
            Some("用 `duban rollup` 看各个文件为什么未采用".into()),
        ),
        Lang::En => (
            "no report counts, so there is nothing to draw items from".into(),
            Some("`duban rollup` tells why not, file by file".into()),
        ),
    }
}

/// The first line of a draw: how many schools were drawn, and from what.
#[must_use]
pub fn schools(schools: usize, asked: Asked, lang: Lang) -> String {
    let Asked {
        items, seed, week, ..
    } = asked;
    match (lang, schools) {
        (Lang::Zh, _) => {
            format!("抽 {schools} 所学校，每所 {items} 项 · 种子 {seed} · 截至 {week}")
        }
        (Lang::En, 1) => format!("1 school, {items} items · seed {seed} · as of {week}"),
        (Lang::En, _) => {
            format!("{schools} schools, {items} items each · seed {seed} · as of {week}")
        }
    }
}

/// The roster that was drawn from.
#[must_use]
pub fn roster(schools: usize, total: u64, digest: &str, lang: Lang) -> String {
    let total = grouped(total);
    match lang {
        Lang::Zh => format!("学校名册 {digest}，共 {schools} 所，权重合计 {total}"),
        Lang::En => format!("roster {digest}, schools: {schools}, weights in all: {total}"),
    }
}

/// A school that was drawn.
#[must_use]
pub fn school(visit: &Visit, lang: Lang) -> String {
    let (place, school) = (visit.draw.place, &visit.school);
    let (id, name) = (&school.id, &school.name);
    let kind = words::school_kind(school.kind, lang);
    let weight = grouped(visit.draw.weight);
    match lang {
        Lang::Zh => format!("{place}. {id} {name}（{kind}）· 权重 {weight}"),
        Lang::En => format!("{place}. {id} {name} ({kind}) · weight {weight}"),
    }
}

/// Why a school weighs what it weighs.
#[must_use]
pub fn whys(why: &[String], lang: Lang) -> String {
    format!("   {}", inspection::reasons(why, lang))
}

/// An item that was drawn, with what it weighs, and why where that is not what all weigh.
#[must_use]
pub fn item(item: &VisitItem, lang: Lang) -> String {
    let VisitItem {
        item,
        text,
        weight,
        why,
        ..
    } = item;
    let why = (why.len() > 1).then(|| match lang {
        Lang::Zh => format!("（{}）", why.join("；")),
        Lang::En => format!(" ({})", why.join("; ")),
    });
    let why = why.unwrap_or_default();
    match lang {
        Lang::Zh => format!("   {item:<20} {text} · 权重 {weight}{why}"),
        Lang::En => format!("   {item:<20} {text} · weight {weight}{why}"),
    }
}

/// A sheet was written.
#[must_use]
pub fn written(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("已写入 {path}"),
        Lang::En => format!("wrote {path}"),
    }
}

/// A sheet has no such form.
#[must_use]
pub fn cannot_write(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("督查表无法写成文件：{why}"),
        Lang::En => format!("the sheet cannot be written: {why}"),
    }
}

/// Files that do not count.
#[must_use]
pub fn set_aside(files: usize, lang: Lang) -> String {
    match (lang, files) {
        (Lang::Zh, _) => format!("有 {files} 个文件未采用，`duban rollup` 说明原因"),
        (Lang::En, 1) => "1 file was set aside: `duban rollup` tells why".to_owned(),
        (Lang::En, _) => format!("{files} files were set aside: `duban rollup` tells why"),
    }
}

/// Schools that are not on the roster.
#[must_use]
pub fn strangers(schools: &BTreeSet<String>, lang: Lang) -> String {
    let schools = schools.iter().map(String::as_str).collect::<Vec<_>>();
    match lang {
        Lang::Zh => format!("有报告但不在名册上，未参加抽取：{}", schools.join("、")),
        Lang::En => format!(
            "reported, but not on the roster and not in the draw: {}",
            schools.join(", ")
        ),
    }
}

/// What it takes to draw again.
#[derive(Debug, Clone, Copy)]
pub struct Again<'a> {
    /// How many schools.
    pub schools: usize,
    /// How many items of each.
    pub items: usize,
    /// The seed.
    pub seed: u64,
    /// The week.
    pub week: Week,
    /// The roster.
    pub roster: &'a Path,
    /// The list of signers, where there is one.
    pub signers: Option<&'a Path>,
    /// Where the reports are.
    pub paths: &'a [PathBuf],
}

impl Again<'_> {
    /// The command that draws the same again.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let Self {
            schools,
            items,
            seed,
            week,
            ..
        } = self;
        let signers = self
            .signers
            .map(|list| format!("--signers {}", quoted(list)));
        let paths = self.paths.iter().map(|path| quoted(path));
        let files: Vec<String> = [quoted(self.roster)]
            .into_iter()
            .chain(signers)
            .chain(paths)
            .collect();
        let command = format!(
            "duban sample --schools {schools} --items {items} --seed {seed} --week {week} --roster {}",
            files.join(" ")
        );
        match lang {
            Lang::Zh => format!("重抽：`{command}`"),
            Lang::En => format!("to draw it again: `{command}`"),
        }
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+:,@%\\".contains(c);
    if path.chars().all(is_plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

/// What became of a sheet: how many verdicts were recorded, were there before, were not filled in.
#[must_use]
pub fn imported(recorded: usize, known: usize, empty: usize, lang: Lang) -> String {
    let mut parts = vec![match (lang, recorded) {
        (Lang::Zh, 0) => "没有新的结论，什么也没有记".to_owned(),
        (Lang::Zh, _) => format!("已记 {recorded} 项结论，`duban undo` 可一次撤销"),
        (Lang::En, 0) => "no new verdicts: nothing was recorded".to_owned(),
        (Lang::En, 1) => "1 verdict recorded; `duban undo` takes it back".to_owned(),
        (Lang::En, _) => format!("{recorded} verdicts recorded; `duban undo` takes them all back"),
    }];
    parts.extend((known > 0).then(|| match lang {
        Lang::Zh => format!("{known} 项以前已记"),
        Lang::En => format!("recorded before: {known}"),
    }));
    parts.extend((empty > 0).then(|| match lang {
        Lang::Zh => format!("{empty} 项没填结论，未记"),
        Lang::En => format!("left empty: {empty}"),
    }));
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}
