//! What `duban status` says beside the list of items: rates explained, notices, disagreements.

use super::review::counted;
use crate::assess::WhyLeftOut;
use crate::review::{Colour, Disagreement, Own};
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

/// No requirement or item has that name.
#[must_use]
pub fn unknown_scope(said: &str, lang: Lang) -> super::Words {
    match lang {
        Lang::Zh => (
            format!("没有事项、要求或清单“{said}”"),
            Some("例如 3.1、taijiang-2022/3、taijiang-2022；`duban status --all` 列出全部".into()),
        ),
        Lang::En => (
            format!("there is no item, requirement or checklist `{said}`"),
            Some(
                "as in 3.1, taijiang-2022/3 or taijiang-2022; `duban status --all` lists all"
                    .into(),
            ),
        ),
    }
}

/// Nothing was required in any week yet.
pub const NO_TREND: Phrase = Phrase::new("还没有应办的周次", "no week has anything required yet");
/// All checklists together.
pub const ALL: Phrase = Phrase::new("全部", "all");
/// What nobody answers for.
pub const NOBODY: Phrase = Phrase::new("无人牵头", "nobody");

/// The rate with its parts: `88.2% = 187 / 212`.
#[must_use]
pub fn rate(percent: Option<f64>, done: u64, required: u64, lang: Lang) -> String {
    let percent = words::percent(percent);
    match lang {
        Lang::Zh => format!("完成率 {percent} = 已办 {done} ÷ 应办 {required}"),
        Lang::En => format!("{percent} = {done} done / {required} required"),
    }
}

/// The rate with every occurrence counted by its item's weight.
#[must_use]
pub fn weighted(percent: f64, lang: Lang) -> String {
    let percent = words::percent(Some(percent));
    match lang {
        Lang::Zh => format!("按权重计 {percent}"),
        Lang::En => format!("{percent} by weight"),
    }
}

/// The heading of the numerator.
#[must_use]
pub fn done(count: usize, lang: Lang) -> String {
    counted(
        Phrase::new("分子：已办", "numerator: done").of(lang),
        count,
        lang,
    )
}

/// The heading of what is only in the denominator.
#[must_use]
pub fn missing(count: usize, lang: Lang) -> String {
    let name = Phrase::new("只在分母：未办", "in the denominator only: not done");
    counted(name.of(lang), count, lang)
}

/// The heading of what was left out for one reason.
#[must_use]
pub fn left_out(why: &WhyLeftOut, count: usize, lang: Lang) -> String {
    let name = match why {
        WhyLeftOut::Waived { .. } => Phrase::new("不适用", "waived"),
        WhyLeftOut::NotDueYet { .. } => {
            Phrase::new("期限在以后的周", "counts in the week of its last day")
        }
        WhyLeftOut::NotRequired { .. } => {
            Phrase::new("办了但不作要求", "done without being required")
        }
        WhyLeftOut::Postponed { .. } => Phrase::new("已延期", "postponed"),
        WhyLeftOut::BeforeAdoption { .. } => Phrase::new("起计日之前", "before anything counted"),
        WhyLeftOut::Nothing => Phrase::new("本周没有应办", "nothing in this week"),
    };
    let name = name.of(lang);
    let name = match lang {
        Lang::Zh => format!("未计入：{name}"),
        Lang::En => format!("left out: {name}"),
    };
    counted(&name, count, lang)
}

/// What there is to say about one thing that was left out, beside the heading.
#[must_use]
pub fn why(why: &WhyLeftOut, lang: Lang) -> Option<String> {
    let day = |day: NaiveDate| words::day(day, lang);
    Some(match (why, lang) {
        (WhyLeftOut::Waived { reason }, _) => reason.clone(),
        (WhyLeftOut::NotDueYet { due }, Lang::Zh) => match due {
            Some(due) => format!("期限 {}", day(*due)),
            None => "没有期限".to_owned(),
        },
        (WhyLeftOut::NotDueYet { due }, Lang::En) => match due {
            Some(due) => format!("due {}", day(*due)),
            None => "no last day".to_owned(),
        },
        (WhyLeftOut::NotRequired { on }, Lang::Zh) => format!("{}办的", day(*on)),
        (WhyLeftOut::NotRequired { on }, Lang::En) => format!("done on {}", day(*on)),
        (WhyLeftOut::Postponed { to, reason }, Lang::Zh) => {
            format!("延到 {}：{reason}", day(*to))
        }
        (WhyLeftOut::Postponed { to, reason }, Lang::En) => {
            format!("to {}: {reason}", day(*to))
        }
        (WhyLeftOut::BeforeAdoption { from }, Lang::Zh) => format!("{from} 起计"),
        (WhyLeftOut::BeforeAdoption { from }, Lang::En) => format!("counts from {from}"),
        (WhyLeftOut::Nothing, _) => return None,
    })
}

/// When something was done, and whether late.
#[must_use]
pub fn done_on(on: NaiveDate, late: bool, late_entry: bool, lang: Lang) -> String {
    let day = words::day(on, lang);
    match (late, late_entry, lang) {
        (false, false, Lang::Zh) => format!("{day}办"),
        (false, false, Lang::En) => format!("done on {day}"),
        (true, _, Lang::Zh) => format!("{day}迟办"),
        (true, _, Lang::En) => format!("done late on {day}"),
        (false, true, Lang::Zh) => format!("{day}办，补录"),
        (false, true, Lang::En) => format!("done on {day}, entered late"),
    }
}

/// A colour of notices.
#[must_use]
pub fn colour(colour: Colour, lang: Lang) -> &'static str {
    match colour {
        Colour::Blue => Phrase::new("蓝", "blue"),
        Colour::Yellow => Phrase::new("黄", "yellow"),
        Colour::Red => Phrase::new("红", "red"),
    }
    .of(lang)
}

/// What the school says about itself, and what the inspector found.
#[must_use]
pub fn both(disagreement: &Disagreement, lang: Lang) -> Vec<String> {
    let inspection = &disagreement.inspection;
    let own = match disagreement.own {
        Own::Done => Phrase::new("已办", "done"),
        Own::Partly => Phrase::new("部分办结", "partly done"),
        Own::NotDone => Phrase::new("未办", "not done"),
    };
    let (own, verdict) = (own.of(lang), words::verdict(inspection.verdict, lang));
    let (day, by) = (words::day(inspection.on, lang), &inspection.by);
    let mut said = match lang {
        Lang::Zh => vec![
            format!("自查：{own}"),
            format!("督查：{verdict}，{by}，{day}"),
        ],
        Lang::En => vec![
            format!("self-check: {own}"),
            format!("inspection: {verdict}, {by}, {day}"),
        ],
    };
    said.extend(inspection.note.clone());
    said
}
