//! The words of a random inspection: why a school and an item were drawn, and the visit sheet.

mod sheet;

pub use sheet::*;

use super::facts::grouped;
use super::{Lang, words};
use crate::calendar::Week;
use crate::fact::Verdict;
use crate::rollup::{Cause, ItemCause, ItemPoints, MeasureRow, Points};

/// The words that a verdict may be written in, each with what it means.
pub fn verdicts() -> impl Iterator<Item = (&'static str, Verdict)> {
    let verdicts = Verdict::ALL.into_iter();
    let words = verdicts.flat_map(|verdict| {
        let chinese = words::verdict(verdict, Lang::Zh);
        [(verdict.as_str(), verdict), (chinese, verdict)]
    });
    words.chain([("partly", Verdict::Partial)])
}

/// What speaks for visiting a school, and how much.
#[must_use]
pub fn cause(of: Points, lang: Lang) -> String {
    let what = match lang {
        Lang::Zh => cause_zh(of.cause),
        Lang::En => cause_en(of.cause),
    };
    counted(&what, of.points, lang)
}

fn cause_zh(cause: Cause) -> String {
    match cause {
        Cause::Every => "基本分".to_owned(),
        Cause::NeverReported => "没有任何报告".to_owned(),
        Cause::NotReported(weeks) => format!("已 {weeks} 周未报送"),
        Cause::Overdue { overdue, required } => format!("应办 {required}，逾期 {overdue}"),
        Cause::PastLimit(count) => format!("{count} 个问题超期未销号"),
        Cause::GateClosed(count) => format!("{count} 项开学门槛未达标"),
        Cause::Disagreements(count) => format!("{count} 项自查与督查不一致"),
        Cause::NothingToReport(weeks) => format!("连续 {weeks} 周零报告"),
    }
}

fn cause_en(cause: Cause) -> String {
    let several = |count: u64, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    };
    match cause {
        Cause::Every => "to begin with".to_owned(),
        Cause::NeverReported => "no report at all".to_owned(),
        Cause::NotReported(weeks) => {
            several(weeks, "week without a report", "weeks without a report")
        }
        Cause::Overdue { overdue, required } => format!("{overdue} of {required} overdue"),
        Cause::PastLimit(count) => {
            several(count, "finding past its limit", "findings past their limit")
        }
        Cause::GateClosed(count) => {
            several(count, "gate item not fulfilled", "gate items not fulfilled")
        }
        Cause::Disagreements(count) => {
            let items = several(count, "item", "items");
            format!("self-check and inspection differ on {items}")
        }
        Cause::NothingToReport(weeks) => format!("nothing to report {weeks} weeks in a row"),
    }
}

fn counted(what: &str, points: u64, lang: Lang) -> String {
    match (lang, points) {
        (Lang::Zh, _) => format!("{what}：{points} 分"),
        (Lang::En, 1) => format!("{what}: 1 point"),
        (Lang::En, _) => format!("{what}: {points} points"),
    }
}

/// How long ago a school was inspected, and what its points are multiplied by for it.
#[must_use]
pub fn weeks(last: Option<Week>, weeks: u64, lang: Lang) -> String {
    let times = weeks + 1;
    match (last, lang) {
        (None, Lang::Zh) => format!("报告里没有督查记录：乘以 {times}"),
        (None, Lang::En) => format!("no inspection seen in its reports: times {times}"),
        (Some(last), Lang::Zh) => format!("上次督查 {last}，已隔 {weeks} 周：乘以 {times}"),
        (Some(last), Lang::En) => {
            format!("last inspected in {last}, weeks since: {weeks}: times {times}")
        }
    }
}

/// What speaks for looking at an item, and how much.
#[must_use]
pub fn item_cause(of: ItemPoints, lang: Lang) -> String {
    let what = match (of.cause, lang) {
        (ItemCause::Every, Lang::Zh) => "基本分".to_owned(),
        (ItemCause::Every, Lang::En) => "to begin with".to_owned(),
        (ItemCause::Overdue(count), Lang::Zh) => format!("逾期 {count} 次"),
        (ItemCause::Overdue(count), Lang::En) => format!("{count} overdue"),
        (ItemCause::Late(count), Lang::Zh) => format!("迟办 {count} 次"),
        (ItemCause::Late(count), Lang::En) => format!("{count} done late"),
        (ItemCause::GateClosed, Lang::Zh) => "开学门槛未达标".to_owned(),
        (ItemCause::GateClosed, Lang::En) => "gate item not fulfilled".to_owned(),
    };
    counted(&what, of.points, lang)
}

/// A number, with its target and its unit.
#[must_use]
pub fn measure(of: &MeasureRow) -> String {
    let target = of.of.map(|of| format!(" / {}", grouped(of)));
    let (value, unit) = (grouped(of.value), &of.unit);
    format!("{value}{} {unit}", target.unwrap_or_default())
}
