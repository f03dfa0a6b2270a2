//! The words of a report in Markdown.

use super::brief::percent;
use super::{Lang, Phrase};
use crate::report::{FiguresReport, MeasureReport, PaceReport, StatusReport};
use crate::review::Own;
use crate::text::facts::grouped;
use chrono::NaiveDate;

/// The heading of the figures.
pub const FIGURES: Phrase = Phrase::new("主要数字", "Key figures");
/// Those of their table; the weeks come after the first.
pub const FIGURE: Phrase = Phrase::new("指标", "figure");
/// The heading of the requirements.
pub const REQUIREMENTS: Phrase = Phrase::new("各项要求", "Requirements");
/// The row below all requirements of a checklist.
pub const TOTAL: Phrase = Phrase::new("合计", "Total");
/// The heading of what is overdue.
pub const OVERDUE: Phrase = Phrase::new("逾期事项", "Overdue");
/// The heading of the findings.
pub const FINDINGS: Phrase = Phrase::new("问题整改", "Findings");
/// The heading of the numbers against their targets.
pub const MEASURES: Phrase = Phrase::new("量化指标", "Numbers against targets");
/// The heading of the notices.
pub const NOTICES: Phrase = Phrase::new("三色提醒", "Notices");
/// The heading of what can no longer be in time.
pub const PLAN: Phrase = Phrase::new("不能按期办结的", "No longer in time");
/// The heading of where inspection and school differ.
pub const DISAGREEMENTS: Phrase =
    Phrase::new("自查与督查不一致", "Self-check and inspection differ");
/// The heading of the items one by one.
pub const ITEMS: Phrase = Phrase::new("事项明细", "Items");
/// What stands between remarks.
pub const BETWEEN: Phrase = Phrase::new("；", "; ");
/// There is nothing in a part.
pub const NONE: Phrase = Phrase::new("无。", "None.");
/// Nobody answers for it.
pub const NOBODY: Phrase = Phrase::new("无人牵头", "nobody");

/// The head of the requirements' table.
pub const REQUIREMENT_HEAD: [Phrase; 8] = [
    Phrase::new("要求", "requirement"),
    Phrase::new("应办", "required"),
    Phrase::new("已办", "done"),
    Phrase::new("迟办", "late"),
    Phrase::new("补录", "entered late"),
    Phrase::new("逾期", "overdue"),
    Phrase::new("不适用", "waived"),
    Phrase::new("完成率", "rate"),
];

/// The head of the findings' table.
pub const FINDING_HEAD: [Phrase; 6] = [
    Phrase::new("编号", "id"),
    Phrase::new("问题", "what is wrong"),
    Phrase::new("责任人", "owner"),
    Phrase::new("时限", "limit"),
    Phrase::new("剩余", "days left"),
    Phrase::new("进展", "state"),
];

/// The head of the numbers' table.
pub const MEASURE_HEAD: [Phrase; 5] = [
    Phrase::new("事项", "item"),
    Phrase::new("完成数", "number"),
    Phrase::new("目标数", "target"),
    Phrase::new("完成率", "rate"),
    Phrase::new("进度", "pace"),
];

/// The head of a requirement's table of items.
pub const ITEM_HEAD: [Phrase; 8] = [
    Phrase::new("事项", "item"),
    Phrase::new("情况", "status"),
    Phrase::new("已办/应办", "done/required"),
    Phrase::new("迟办", "late"),
    Phrase::new("逾期", "overdue"),
    Phrase::new("不适用", "waived"),
    Phrase::new("牵头", "owner"),
    Phrase::new("说明", "remarks"),
];

/// The title.
#[must_use]
pub fn title(report: &StatusReport, lang: Lang) -> String {
    let (school, week) = (&report.school.name, report.week);
    let layout = report.layout.as_ref();
    if let Some(title) = layout.and_then(|layout| layout.title.as_ref()) {
        return format!("{school} {week} {title}");
    }
    match lang {
        Lang::Zh => format!("{school} {week} 督办事项落实情况"),
        Lang::En => format!("{school}: what was done in {week}"),
    }
}

/// What the report is of, in a line.
#[must_use]
pub fn span(report: &StatusReport, lang: Lang) -> String {
    let (from, to, day) = (report.from, report.to, report.as_of);
    match lang {
        Lang::Zh => format!("{from} 至 {to}，截至 {day}。"),
        Lang::En => format!("{from} to {to}, as of {day}."),
    }
}

/// Whether and by whom it is signed.
#[must_use]
pub fn signed(report: &StatusReport, lang: Lang) -> String {
    let review = report.review.as_ref();
    let signature = review.and_then(|of| Some((of.signed_by.as_ref()?, of.signed_on?)));
    let quiet = report.nothing_to_report;
    match (signature, quiet, lang) {
        (None, _, Lang::Zh) => "未签字。".to_owned(),
        (None, _, Lang::En) => "Not signed.".to_owned(),
        (Some((by, on)), false, Lang::Zh) => format!("{by} {on} 签字。"),
        (Some((by, on)), false, Lang::En) => format!("Signed by {by} on {on}."),
        (Some((by, on)), true, Lang::Zh) => format!("零报告，{by} {on} 签字。"),
        (Some((by, on)), true, Lang::En) => {
            format!("Nothing to report, signed by {by} on {on}.")
        }
    }
}

/// What was changed after signing: how many times, and how many changes.
#[must_use]
pub fn amended(times: usize, changes: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("签字后解锁 {times} 次，改动 {changes} 处。"),
        Lang::En => format!("Opened again after signing {times} times, with {changes} changes."),
    }
}

/// The head sentence.
#[must_use]
pub fn headline(report: &StatusReport, open_findings: usize, lang: Lang) -> String {
    let totals = &report.totals;
    let rate = percent(totals.percent);
    let (required, done, overdue) = (totals.required, totals.done, totals.overdue);
    match (required, lang) {
        (0, Lang::Zh) => format!("本周没有应办事项；未销号问题 {open_findings} 个。"),
        (0, Lang::En) => format!("Nothing was required; {open_findings} findings are open."),
        (_, Lang::Zh) => format!(
            "完成率 {rate}：应办 {required} 项次，已办 {done} 项次，逾期 {overdue} 项次；未销号问题 {open_findings} 个。"
        ),
        (_, Lang::En) => format!(
            "{rate}: {done} of {required} done, {overdue} overdue; {open_findings} findings are open."
        ),
    }
}

/// The figures of a week by name; nothing for the week before where there was none.
#[must_use]
pub fn figures(
    this: &FiguresReport,
    last: Option<&FiguresReport>,
    lang: Lang,
) -> Vec<(&'static str, String, Option<String>)> {
    let of = |figures: &FiguresReport| {
        let totals = &figures.totals;
        let mut all = vec![
            (Phrase::new("应办", "required"), totals.required.to_string()),
            (Phrase::new("已办", "done"), totals.done.to_string()),
            (Phrase::new("迟办", "late"), totals.late.to_string()),
            (
                Phrase::new("补录", "entered late"),
                totals.late_entered.to_string(),
            ),
            (Phrase::new("逾期", "overdue"), totals.overdue.to_string()),
            (Phrase::new("不适用", "waived"), totals.waived.to_string()),
            (Phrase::new("完成率", "rate"), percent(totals.percent)),
            (
                Phrase::new("加权完成率", "rate by weight"),
                percent(totals.weighted_percent),
            ),
            (
                Phrase::new("新发现问题", "findings raised"),
                figures.findings_opened.to_string(),
            ),
            (
                Phrase::new("销号问题", "findings closed"),
                figures.findings_closed.to_string(),
            ),
            (
                Phrase::new("未销号问题", "findings open"),
                figures.findings_open.to_string(),
            ),
        ];
        all.push((
            Phrase::new("延期", "postponed"),
            figures.postponed.to_string(),
        ));
        all
    };
    let last = last.map(of);
    let mut last = last.into_iter().flatten().map(|(_, figure)| figure);
    let this = of(this).into_iter();
    this.map(|(name, figure)| (name.of(lang), figure, last.next()))
        .collect()
}

/// How many of something, in a heading.
#[must_use]
pub fn counted(heading: Phrase, count: usize, lang: Lang) -> String {
    let heading = heading.of(lang);
    match lang {
        Lang::Zh => format!("{heading}（{count}）"),
        Lang::En => format!("{heading} ({count})"),
    }
}

/// How many times something was missed, and in which periods.
#[must_use]
pub fn missed(times: u64, periods: &[String], lang: Lang) -> String {
    let periods = periods.join(if lang == Lang::Zh { "、" } else { ", " });
    match (periods.is_empty(), lang) {
        (true, Lang::Zh) => format!("缺 {times} 次"),
        (true, Lang::En) => format!("{times} missed"),
        (false, Lang::Zh) => format!("缺 {times} 次：{periods}"),
        (false, Lang::En) => format!("{times} missed: {periods}"),
    }
}

/// A last day.
#[must_use]
pub fn due(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("期限 {day}"),
        Lang::En => format!("due {day}"),
    }
}

/// Who answers for something.
#[must_use]
pub fn owner(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("牵头 {name}"),
        Lang::En => format!("owner {name}"),
    }
}

/// Whether a number is reached in time.
#[must_use]
pub fn pace(pace: &PaceReport, lang: Lang) -> String {
    let (left, days) = (grouped(pace.left), pace.days_left);
    let (needed, rate) = (pace.needed.map(grouped), pace.rate.map(grouped));
    let verdict = if pace.on_pace {
        Phrase::new("赶得上", "in time")
    } else {
        Phrase::new("赶不上", "too late")
    };
    let parts = match lang {
        Lang::Zh => [
            Some(format!("还差 {left}")),
            Some(format!("剩 {days} 个教学日")),
            needed.map(|needed| format!("每天须 {needed}")),
            rate.map(|rate| format!("现每天 {rate}")),
        ],
        Lang::En => [
            Some(format!("{left} to go")),
            Some(format!("school days left: {days}")),
            needed.map(|needed| format!("{needed} a day needed")),
            rate.map(|rate| format!("{rate} a day done")),
        ],
    };
    let parts = parts.into_iter().flatten();
    let parts = parts.chain([verdict.of(lang).to_owned()]);
    let parts: Vec<String> = parts.collect();
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// A number as a remark: `3,891 / 5,494 人，70.8%`.
#[must_use]
pub fn measure(measure: &MeasureReport, lang: Lang) -> String {
    let ratio = super::facts::ratio(measure.value, measure.of);
    let (unit, rate) = (&measure.unit, percent(measure.percent));
    match lang {
        Lang::Zh => format!("{ratio} {unit}，{rate}"),
        Lang::En => format!("{ratio} {unit}, {rate}"),
    }
}

/// Why something does not apply.
#[must_use]
pub fn waived(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不适用：{reason}"),
        Lang::En => format!("waived: {reason}"),
    }
}

/// What an inspector found.
#[must_use]
pub fn inspected(verdict: &str, by: &str, note: Option<&str>, lang: Lang) -> String {
    let note = note.unwrap_or_default();
    match (note.is_empty(), lang) {
        (true, Lang::Zh) => format!("督查：{verdict}（{by}）"),
        (true, Lang::En) => format!("inspection: {verdict} ({by})"),
        (false, Lang::Zh) => format!("督查：{verdict}（{by}），{note}"),
        (false, Lang::En) => format!("inspection: {verdict} ({by}), {note}"),
    }
}

/// What the school says where an inspector says something else.
#[must_use]
pub fn own(own: Own, lang: Lang) -> &'static str {
    match own {
        Own::Done => Phrase::new("自查：已办", "self-check: done"),
        Own::Partly => Phrase::new("自查：部分办结", "self-check: partly done"),
        Own::NotDone => Phrase::new("自查：未办", "self-check: not done"),
    }
    .of(lang)
}

/// What stands below everything: the record it was made from.
#[must_use]
pub fn made_from(report: &StatusReport, lang: Lang) -> String {
    let (maker, facts) = (&report.generated_by, report.record.facts);
    let at = report.generated_at.format("%Y-%m-%d %H:%M");
    match lang {
        Lang::Zh => format!("{maker} 生成于 {at}，依据台账 {facts} 条记录。"),
        Lang::En => format!("Made by {maker} on {at} from {facts} entries of the record."),
    }
}
