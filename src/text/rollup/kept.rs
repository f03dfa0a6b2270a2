//! Why the rows of a roll-up cannot be believed.

use crate::rollup::{Implausible, Oddity};
use crate::text::Lang;

/// What in a roll-up's rows contradicts itself.
#[must_use]
pub fn implausible(found: &Implausible, lang: Lang) -> String {
    let oddity = oddity(&found.oddity, lang);
    match (&found.of, lang) {
        (None, _) => oddity,
        (Some(of), Lang::Zh) => format!("学校 {} 的 {} 周：{oddity}", of.school, of.week),
        (Some(of), Lang::En) => format!("school {} in {}: {oddity}", of.school, of.week),
    }
}

fn oddity(oddity: &Oddity, lang: Lang) -> String {
    match (oddity, lang) {
        (Oddity::ItemTwice(item), Lang::Zh) => format!("事项 {item} 出现两次"),
        (Oddity::ItemTwice(item), Lang::En) => format!("the item {item} is there twice"),
        (Oddity::RequirementTwice(of), Lang::Zh) => format!("要求 {of} 出现两次"),
        (Oddity::RequirementTwice(of), Lang::En) => format!("the requirement {of} is there twice"),
        (Oddity::MeasureTwice(item), Lang::Zh) => format!("事项 {item} 的量化指标出现两次"),
        (Oddity::MeasureTwice(item), Lang::En) => format!("the measure of {item} is there twice"),
        (Oddity::GateTwice(item), Lang::Zh) => format!("门槛项 {item} 出现两次"),
        (Oddity::GateTwice(item), Lang::En) => format!("the gate item {item} is there twice"),
        (Oddity::NoShape(n), Lang::Zh) => format!("引用的第 {n} 份清单不存在"),
        (Oddity::NoShape(n), Lang::En) => format!("there is no shape {n}"),
        (Oddity::ChecklistTwice(id), Lang::Zh) => format!("清单 {id} 出现两次"),
        (Oddity::ChecklistTwice(id), Lang::En) => format!("the checklist {id} is there twice"),
        (
            Oddity::Counts {
                checklist,
                counts,
                items,
            },
            Lang::Zh,
        ) => format!("清单 {checklist} 有 {items} 个事项，却有 {counts} 组计数"),
        (
            Oddity::Counts {
                checklist,
                counts,
                items,
            },
            Lang::En,
        ) => format!("the items of {checklist} are {items}, the counts {counts}"),
        (Oddity::TooMuch(item), Lang::Zh) => format!("事项 {item} 已办、逾期的比应办的多"),
        (Oddity::TooMuch(item), Lang::En) => {
            format!("more is done or overdue on {item} than is required")
        }
        (Oddity::Totals, Lang::Zh) => "合计与各事项的计数不符".to_owned(),
        (Oddity::Totals, Lang::En) => "the totals are not what the counts come to".to_owned(),
        (Oddity::NoItem(item), Lang::Zh) => format!("清单里没有事项 {item}"),
        (Oddity::NoItem(item), Lang::En) => format!("no checklist has an item {item}"),
        (Oddity::Findings, Lang::Zh) => "超期的问题比未销号的多".to_owned(),
        (Oddity::Findings, Lang::En) => {
            "more findings are past their limit than are open".to_owned()
        }
        (Oddity::Year(year), Lang::Zh) => format!("有日期写的是 {year} 年，年份应为四位数"),
        (Oddity::Year(year), Lang::En) => {
            format!("a date is in the year {year}, and a year has four digits")
        }
        (Oddity::SupersededByNothing(file), Lang::Zh) => {
            format!("文件 {file} 记为被取代，却没有取代它的报告")
        }
        (Oddity::SupersededByNothing(file), Lang::En) => {
            format!("the file {file} is superseded, and by nothing")
        }
    }
}
