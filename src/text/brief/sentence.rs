//! The sentences of a brief, and what its lists name.

use super::{day, percent};
use crate::assess::Totals;
use crate::report::{FiguresReport, FindingReport, MeasureReport};
use crate::text::{Lang, facts::grouped, words};
use chrono::NaiveDate;

/// A list of `total` things of which the first are named; what is left out is said.
#[must_use]
pub fn list(named: &[String], total: usize, lang: Lang) -> String {
    if let ([one], 1) = (named, total) {
        return one.clone();
    }
    let numbered = named.iter().enumerate().map(|(n, name)| match lang {
        Lang::Zh => format!("（{}）{name}", n + 1),
        Lang::En => format!("({}) {name}", n + 1),
    });
    let numbered: Vec<String> = numbered.collect();
    let more = total.saturating_sub(named.len());
    match (named.len(), more, lang) {
        (0, _, Lang::Zh) => "详见周报".to_owned(),
        (0, _, Lang::En) => "see the weekly report".to_owned(),
        (_, 0, Lang::Zh) => numbered.join("；"),
        (_, 0, Lang::En) => numbered.join("; "),
        (_, _, Lang::Zh) => format!("{}等 {total} 项", numbered.join("；")),
        (_, more, Lang::En) => format!("{}; and {more} more", numbered.join("; ")),
    }
}

/// How far the week has come.
#[must_use]
pub fn done(
    totals: &Totals,
    last: Option<&FiguresReport>,
    nothing_to_report: bool,
    lang: Lang,
) -> String {
    let mut said = String::new();
    if nothing_to_report {
        said.push_str(match lang {
            Lang::Zh => "本周零报告，无情况需要报告。",
            Lang::En => "There is nothing to report this week. ",
        });
    }
    let Totals { required, done, .. } = totals;
    let rate = percent(totals.percent);
    let before = last.and_then(|last| last.totals.percent);
    let before = before.map(|before| percent(Some(before)));
    let sentence = match (required, before, lang) {
        (0, _, Lang::Zh) => "本周没有应办事项。".to_owned(),
        (0, _, Lang::En) => "Nothing was required this week.".to_owned(),
        (_, None, Lang::Zh) => {
            format!("应办 {required} 项次，已办 {done} 项次，完成率 {rate}。")
        }
        (_, Some(before), Lang::Zh) => {
            format!("应办 {required} 项次，已办 {done} 项次，完成率 {rate}（上周 {before}）。")
        }
        (_, None, Lang::En) => format!("Of {required} required, {done} are done: {rate}."),
        (_, Some(before), Lang::En) => {
            format!("Of {required} required, {done} are done: {rate} (the week before {before}).")
        }
    };
    said.push_str(&sentence);
    said.push_str(&remarks(totals, lang));
    said
}

/// What is to be known of those that were done, and of those left out.
fn remarks(totals: &Totals, lang: Lang) -> String {
    let Totals {
        late,
        late_entered,
        waived,
        ..
    } = totals;
    let parts = match lang {
        Lang::Zh => [
            (*late, format!("迟办 {late} 项次")),
            (*late_entered, format!("补录 {late_entered} 项次")),
            (*waived, format!("不适用 {waived} 项次（未计入应办）")),
        ],
        Lang::En => [
            (*late, format!("{late} late")),
            (*late_entered, format!("{late_entered} entered late")),
            (
                *waived,
                format!("{waived} did not apply and are not counted"),
            ),
        ],
    };
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, part)| part)
        .collect();
    match (parts.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("其中{}。", parts.join("，")),
        (false, Lang::En) => format!(" Of these: {}.", parts.join(", ")),
    }
}

/// Which requirements are not fulfilled, beside how many are.
#[must_use]
pub fn requirements(fulfilled: usize, open: usize, list: Option<&str>, lang: Lang) -> String {
    match (list, lang) {
        (None, _) if fulfilled == 0 => String::new(),
        (None, Lang::Zh) => format!("本周涉及的 {fulfilled} 项要求全部办结。"),
        (None, Lang::En) => format!("All {fulfilled} requirements are fulfilled."),
        (Some(list), Lang::Zh) => {
            format!(
                "已全部办结的要求 {fulfilled} 项；尚未办结的 {open} 项，按完成率由低到高：{list}。"
            )
        }
        (Some(list), Lang::En) => {
            format!(
                "Requirements fulfilled: {fulfilled}. Not yet: {open}, the lowest first: {list}."
            )
        }
    }
}

/// A requirement that is not fulfilled.
#[must_use]
pub fn requirement(id: &str, title: &str, totals: &Totals, lang: Lang) -> String {
    let Totals { required, done, .. } = totals;
    let rate = percent(totals.percent);
    match lang {
        Lang::Zh => format!("{id} {title}（{done}/{required}，{rate}）"),
        Lang::En => format!("{id} {title} ({done}/{required}, {rate})"),
    }
}

/// Which numbers are under their targets, beside how many are not.
#[must_use]
pub fn measures(reached: usize, open: usize, list: Option<&str>, lang: Lang) -> String {
    match (list, lang) {
        (None, _) if reached == 0 => String::new(),
        (None, Lang::Zh) => format!("{reached} 项量化指标全部达标。"),
        (None, Lang::En) => format!("All {reached} numbers have reached their targets."),
        (Some(list), Lang::Zh) => {
            format!("量化指标达标 {reached} 项；尚未达标的 {open} 项：{list}。")
        }
        (Some(list), Lang::En) => {
            format!(
                "Numbers at their targets: {reached}. Not yet: {open}, the lowest first: {list}."
            )
        }
    }
}

/// A number under its target.
#[must_use]
pub fn measure(id: &str, text: &str, measure: &MeasureReport, lang: Lang) -> String {
    let value = grouped(measure.value);
    let of = measure.of.map(grouped).unwrap_or_default();
    let (unit, rate) = (&measure.unit, percent(measure.percent));
    match lang {
        Lang::Zh => format!("{id} {text}（{value}/{of}{unit}，{rate}）"),
        Lang::En => format!("{id} {text} ({value} of {of} {unit}, {rate})"),
    }
}

/// What is overdue, and how much there is still time for.
#[must_use]
pub fn missed(overdue: u64, in_time: u64, list: Option<&str>, lang: Lang) -> String {
    let first = match (list, lang) {
        (None, Lang::Zh) => "没有逾期事项。".to_owned(),
        (None, Lang::En) => "Nothing is overdue.".to_owned(),
        (Some(list), Lang::Zh) => format!("逾期 {overdue} 项次：{list}。"),
        (Some(list), Lang::En) => format!("Overdue ({overdue}): {list}."),
    };
    match (in_time, lang) {
        (0, _) => first,
        (_, Lang::Zh) => format!("{first}另有 {in_time} 项次未到期，正在办理。"),
        (_, Lang::En) => format!("{first} {in_time} more are not due yet and under way."),
    }
}

/// An item that is overdue.
#[must_use]
pub fn missed_item(id: &str, text: &str, owner: Option<&str>, times: u64, lang: Lang) -> String {
    let mut parts: Vec<String> = owner.map(str::to_owned).into_iter().collect();
    if times > 1 {
        parts.push(match lang {
            Lang::Zh => format!("缺 {times} 次"),
            Lang::En => format!("{times} missed"),
        });
    }
    match (parts.is_empty(), lang) {
        (true, _) => format!("{id} {text}"),
        (false, Lang::Zh) => format!("{id} {text}（{}）", parts.join("，")),
        (false, Lang::En) => format!("{id} {text} ({})", parts.join(", ")),
    }
}

/// The findings that are open, and what the week brought.
#[must_use]
pub fn findings(open: usize, week: &FiguresReport, list: Option<&str>, lang: Lang) -> String {
    let first = match (list, lang) {
        (None, Lang::Zh) => "没有未销号的问题。".to_owned(),
        (None, Lang::En) => "No finding is open.".to_owned(),
        (Some(list), Lang::Zh) => format!("未销号问题 {open} 个：{list}。"),
        (Some(list), Lang::En) => format!("Open findings ({open}): {list}."),
    };
    let (raised, closed) = (week.findings_opened, week.findings_closed);
    match (raised, closed, lang) {
        (0, 0, _) => first,
        (_, _, Lang::Zh) => format!("{first}本周新发现问题 {raised} 个，销号 {closed} 个。"),
        (_, _, Lang::En) => format!("{first} Raised this week: {raised}; closed: {closed}."),
    }
}

/// A finding that is open.
#[must_use]
pub fn finding(finding: &FindingReport, text: &str, as_of: NaiveDate, lang: Lang) -> String {
    let FindingReport {
        id,
        owner,
        due,
        state,
        ..
    } = finding;
    let left = days_left(*due, as_of, lang);
    let (due, state) = (day(*due, lang), words::finding_state(*state, lang));
    match lang {
        Lang::Zh => format!("{id} {text}（{owner}，{due}前办结，{left}，{state}）"),
        Lang::En => format!("{id} {text} ({owner}, by {due}, {left}; {state})"),
    }
}

/// How many days are left to a limit.
#[must_use]
pub fn days_left(due: NaiveDate, as_of: NaiveDate, lang: Lang) -> String {
    match ((due - as_of).num_days(), lang) {
        (0, Lang::Zh) => "当天到期".to_owned(),
        (0, Lang::En) => "due that day".to_owned(),
        (1, Lang::En) => "1 day left".to_owned(),
        (left @ 1.., Lang::Zh) => format!("还剩 {left} 天"),
        (left @ 1.., Lang::En) => format!("{left} days left"),
        (over, Lang::Zh) => format!("已超期 {} 天", -over),
        (-1, Lang::En) => "1 day over".to_owned(),
        (over, Lang::En) => format!("{} days over", -over),
    }
}

/// What is asked of the office above.
#[must_use]
pub fn asked(count: usize, list: Option<&str>, lang: Lang) -> String {
    match (list, lang) {
        (None, Lang::Zh) => "暂无需要上级协调解决的事项。".to_owned(),
        (None, Lang::En) => "Nothing at present.".to_owned(),
        (Some(list), Lang::Zh) => format!("以下 {count} 项请予协调指导：{list}。"),
        (Some(list), Lang::En) => format!("Help is asked with {count}: {list}."),
    }
}

/// Something that cannot be met, with the reason.
#[must_use]
pub fn asked_about(id: &str, text: &str, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{id} {text}：{why}"),
        Lang::En => format!("{id} {text}: {why}"),
    }
}

/// Something cannot be in time.
#[must_use]
pub fn later(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不能按期办结（{reason}）"),
        Lang::En => format!("it cannot be in time, {reason}"),
    }
}

/// A number does not reach its target in time.
#[must_use]
pub fn behind(progress: Progress, unit: &str, lang: Lang) -> String {
    let left = grouped(progress.left);
    let (needed, rate) = (progress.needed.map(grouped), progress.rate.map(grouped));
    match (needed, rate, lang) {
        (None, _, Lang::Zh) => format!("还差 {left}{unit}，已没有剩余的教学日"),
        (None, _, Lang::En) => format!("{left} {unit} to go and no school day left"),
        (Some(needed), None, Lang::Zh) => format!("还差 {left}{unit}，每天须完成 {needed}"),
        (Some(needed), None, Lang::En) => {
            format!("{left} {unit} to go, which takes {needed} a day")
        }
        (Some(needed), Some(rate), Lang::Zh) => {
            format!("还差 {left}{unit}，每天须完成 {needed}，现每天 {rate}")
        }
        (Some(needed), Some(rate), Lang::En) => {
            format!("{left} {unit} to go, which takes {needed} a day where {rate} are done")
        }
    }
}

/// What is left of a number, and what it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is left.
    pub left: u64,
    /// What it takes on a school day; nothing where none is left.
    pub needed: Option<u64>,
    /// What is done on one, as far as is known.
    pub rate: Option<u64>,
}

/// An inspector and the school say different things.
#[must_use]
pub fn disagreed(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "自查与督查结论不一致，请予复核",
        Lang::En => "self-check and inspection differ, please look again",
    }
}
