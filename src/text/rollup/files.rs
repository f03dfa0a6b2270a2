//! What became of the files of a roll-up.

use super::figures;
use crate::rollup::{Fate, Reason, RollUpReport};
use crate::text::{Lang, Phrase, signature};
use std::path::Path;

/// Above the files that do not count.
pub const QUARANTINED: Phrase = Phrase::new("未采用：", "set aside:");
/// Above the files in whose place others count.
pub const SUPERSEDED: Phrase = Phrase::new("被取代：", "superseded:");
/// It was ended with Ctrl-C.
pub const STOPPED: Phrase = Phrase::new("已中断", "stopped");

/// How far the reading is, for the bar: `{bar}`, `{pos}`, `{len}` and `{eta_precise}` are filled in.
pub const READING: Phrase = Phrase::new(
    "读取报告 [{bar:16}] {pos}/{len}，约剩 {eta_precise}",
    "reading [{bar:16}] {pos}/{len}, {eta_precise} left",
);

/// A file, and what became of it: `broken.yaml: …`.
#[must_use]
pub fn file(name: &str, fate: &Fate, lang: Lang) -> String {
    let fate = self::fate(fate, lang);
    match lang {
        Lang::Zh => format!("{name}：{fate}"),
        Lang::En => format!("{name}: {fate}"),
    }
}

/// What became of a file.
#[must_use]
pub fn fate(fate: &Fate, lang: Lang) -> String {
    match (fate, lang) {
        (Fate::Accepted, Lang::Zh) => "采用".to_owned(),
        (Fate::Accepted, Lang::En) => "accepted".to_owned(),
        (Fate::Superseded(by), Lang::Zh) => format!("该校本周以 {by} 为准"),
        (Fate::Superseded(by), Lang::En) => format!("for this school and week, {by} counts"),
        (Fate::Quarantined(reason), _) => self::reason(reason, lang),
    }
}

/// Why a file does not count.
#[must_use]
pub fn reason(reason: &Reason, lang: Lang) -> String {
    match (reason, lang) {
        (Reason::Unreadable(why), Lang::Zh) => format!("无法读取：{why}"),
        (Reason::Unreadable(why), Lang::En) => format!("cannot be read: {why}"),
        (Reason::NoFile, _) => NO_FILE.of(lang).to_owned(),
        (Reason::LeadsOut, _) => LEADS_OUT.of(lang).to_owned(),
        (Reason::TooLarge(bytes), _) => too_large(*bytes, lang),
        (Reason::NoReport(line, column, what), Lang::Zh) => {
            format!("读不成报告，第 {line} 行第 {column} 列：{what}")
        }
        (Reason::NoReport(line, column, what), Lang::En) => {
            format!("no report, line {line} column {column}: {what}")
        }
        (Reason::Contradicts(what), Lang::Zh) => format!("自相矛盾，{what}"),
        (Reason::Contradicts(what), Lang::En) => format!("contradicts itself, {what}"),
        (Reason::Excerpt(receiver), Lang::Zh) => format!(
            "是给{receiver}的节选，合计只含其中一部分；请报完整的周报（`duban report`，不加 `--layout`）"
        ),
        (Reason::Excerpt(receiver), Lang::En) => format!(
            "an excerpt for {receiver}, whose totals are of a part; hand in the whole report (`duban report` without `--layout`)"
        ),
        (Reason::NotOnRoster(id), Lang::Zh) => format!("学校 {id} 不在名册上"),
        (Reason::NotOnRoster(id), Lang::En) => format!("school {id} is not on the roster"),
        (Reason::SignsNothing, _) => SIGNS_NOTHING.of(lang).to_owned(),
        (Reason::Signature(fault), _) => signature::fault(fault, lang),
    }
}

const NO_FILE: Phrase = Phrase::new(
    "不是普通文件（是管道、套接字或设备）",
    "no ordinary file, but a pipe, a socket or a device",
);
const LEADS_OUT: Phrase = Phrase::new(
    "是指向文件夹外面的链接，没有读取",
    "a link that leads out of the folder; it was not followed",
);
const SIGNS_NOTHING: Phrase = Phrase::new(
    "是签名，但旁边没有它所签的文件",
    "a signature, and the file that it signs is not beside it",
);

fn too_large(bytes: u64, lang: Lang) -> String {
    let size = bytes.div_ceil(1 << 20);
    match lang {
        Lang::Zh => format!("太大，不会是报告：{size} MiB"),
        Lang::En => format!("too large for a report: {size} MiB"),
    }
}

/// A path on the command line leads to nothing.
#[must_use]
pub fn no_such_path(path: &Path, lang: Lang) -> (String, Option<String>) {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("没有 {path} 这个文件或文件夹"),
            Some("写存放各校报告的文件夹，如 `duban rollup reports`".into()),
        ),
        Lang::En => (
            format!("there is no file or folder {path}"),
            Some("name the folder with the schools' reports, as `duban rollup reports`".into()),
        ),
    }
}

/// A roll-up was written.
#[must_use]
pub fn written(path: &Path, report: &RollUpReport, lang: Lang) -> String {
    let (path, week) = (path.display(), report.week);
    let returns = figures::returns(&report.returns, report.roster.is_some(), lang);
    match lang {
        Lang::Zh => format!("{week} 的汇总已写入 {path}：{returns}"),
        Lang::En => format!("wrote the roll-up of {week} to {path}. {returns}"),
    }
}

/// A roll-up cannot be put into its form.
#[must_use]
pub fn cannot_write(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("汇总无法写成文件：{why}"),
        Lang::En => format!("the roll-up cannot be written: {why}"),
    }
}
