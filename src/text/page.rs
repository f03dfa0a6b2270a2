//! The words of a report as a page: its headings, the heads of its tables, its sentences.

mod item;
mod state;

pub use item::*;
pub use state::*;

use super::{Lang, Phrase, words};
use crate::assess::Totals;
use crate::calendar::{Period, Week};
use crate::report::SentReport;
use chrono::{Datelike, NaiveDate};

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Phrase = Phrase::new($zh, $en);)*
    };
}
pub(super) use phrases;

phrases! {
    /// What the document is, below the school's name.
    TITLE: "督办清单落实情况周报", "Weekly status report";
    /// The list of its parts.
    CONTENTS: "目录", "Contents";
    /// Where the school stands.
    STANDING: "总体情况", "Where the school stands";
    /// What is late.
    OVERDUE_ITEMS: "逾期事项", "Overdue";
    /// What is wrong and what is done about it.
    FINDINGS: "问题整改", "Findings";
    /// What owners are told.
    NOTICES: "三色提醒", "Notices in three colours";
    /// The rates of every requirement.
    REQUIREMENTS: "各项要求完成情况", "Requirement by requirement";
    /// The numbers against their targets.
    MEASURES: "量化指标", "Measures";
    /// What was changed after signing.
    AMENDMENTS: "签字后的更正", "Amended after signing";
    /// The place for signature and seal.
    SIGNATURE: "签字盖章", "Signature and seal";
    /// What the weekly review decided.
    REVIEW: "周检视记录", "The weekly review";
    /// What lies ahead.
    AHEAD: "计划、节点与事件", "Plan, key days and events";
    /// The record behind the report.
    RECORD: "台账校验信息", "The record behind this report";
    /// An empty part.
    NONE: "无。", "None.";
    /// A part that a layout leaves out.
    LEFT_OUT: "本报告未列。", "Not part of this report.";
    /// To whom the report goes.
    RECEIVER: "报送：", "To: ";
    /// What was sent before.
    SENT: "先前报送", "Sent before";
    /// What parts a name from what it stands for.
    COLON: "：", ":";

    /// The week of the report, as a row.
    THIS_WEEK: "本周", "this week";
    /// The week before, as a row.
    LAST_WEEK: "上周", "last week";
    /// The table of both.
    BOTH_WEEKS: "本周与上周（单位：项次）", "This week and last, in occurrences";
    /// An open finding past its limit.
    PAST_LIMIT: "超期", "past its limit";
    /// The first column of that table.
    WEEK: "周次", "week";
    /// Required.
    REQUIRED: "应办", "required";
    /// Done.
    DONE: "已办", "done";
    /// Done after the last day.
    LATE: "迟办", "late";
    /// Recorded on a later day than done.
    LATE_ENTERED: "补录", "entered late";
    /// Overdue.
    OVERDUE: "逾期", "overdue";
    /// Waived.
    WAIVED: "不适用", "waived";
    /// The rate.
    RATE: "完成率", "rate";
    /// The rate by weight.
    WEIGHTED: "按权重", "by weight";
    /// Last days put off.
    POSTPONED: "延期", "postponed";
    /// Findings raised.
    OPENED: "新登记问题", "findings raised";
    /// Findings struck off.
    CLOSED: "销号", "closed";
    /// Findings still open.
    OPEN: "未销号", "open";
    /// Open findings, as a figure by itself.
    OPEN_FINDINGS: "未销号问题", "open findings";
    /// Done of required, as a figure by itself.
    DONE_OF: "已办/应办", "done / required";
    /// Overdue, as a figure by itself.
    OVERDUE_FIGURE: "逾期项次", "overdue";

    /// The chart of the last weeks.
    TREND: "近十二周完成率", "The last twelve weeks";
    /// The chart of the days.
    DAYS: "教学日热图：当日到期事项的完成率", "School days: how much of what fell due is done";
    /// The numbers that a chart shows.
    NUMBERS: "图中数据", "The numbers of this chart";
    /// Where nothing lies behind the week.
    NO_BACKGROUND: "还没有可比的周次。", "There are no weeks to compare with yet.";
    /// A day.
    DAY: "日期", "day";
    /// What kind of day.
    DAY_KIND: "类别", "kind of day";
    /// Done on the day.
    DONE_THAT_DAY: "当天办了", "done on it";

    /// An item.
    ITEM: "事项", "item";
    /// The number of something.
    NUMBER: "编号", "no.";
    /// The periods that are overdue.
    PERIODS: "未办期次", "not done for";
    /// The last day.
    DUE: "期限", "due";
    /// Who answers for it.
    OWNER: "牵头", "owner";
    /// Who answers for it, and who helps.
    OWNERS: "牵头、配合", "owner, helpers";
    /// How it stands.
    STATUS: "状态", "status";
    /// What was done about it.
    PROGRESS: "落实情况", "what was done";
    /// Whom a finding or a notice is for.
    ANSWERS: "责任人", "owner";
    /// What is wrong.
    PROBLEM: "问题", "what is wrong";
    /// Cause and corrective action.
    CAUSE_ACTION: "原因与措施", "cause and action";
    /// How far it has come.
    STATE: "进展", "progress";
    /// A colour of notices.
    COLOUR: "颜色", "colour";
    /// Why.
    REASON: "原因", "why";
    /// Where self-check and inspection differ.
    DISAGREEMENTS: "自查与督查不一致", "Where self-check and inspection differ";
    /// What the school says itself.
    SELF_CHECK: "自查", "self-check";
    /// What the inspector says.
    INSPECTION: "督查", "inspection";
    /// A requirement.
    REQUIREMENT: "要求", "requirement";
    /// All items of a checklist.
    WHOLE_CHECKLIST: "合计", "total";
    /// A number against its target.
    VALUE: "现数 / 目标", "number / target";
    /// How much of the target is reached.
    SHARE: "达成", "reached";
    /// Whether it gets there in time.
    PACE: "进度", "pace";
}

/// The number of a part: 一、, 1.
#[must_use]
pub fn section(number: usize, lang: Lang) -> String {
    const CHINESE: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match (number.checked_sub(1).and_then(|n| CHINESE.get(n)), lang) {
        (Some(chinese), Lang::Zh) => format!("{chinese}、"),
        _ => format!("{number}. "),
    }
}

/// The number of an annex.
#[must_use]
pub fn annex(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("附件{number}　"),
        Lang::En => format!("Annex {number}. "),
    }
}

/// A day with its year: 2022年3月18日, 18 March 2022.
#[must_use]
pub fn date(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => day.format("%Y年%-m月%-d日"),
        Lang::En => day.format("%-d %B %Y"),
    }
    .to_string()
}

/// A day in a table: 3月18日, 18 Mar; with its year where that is not `year`.
#[must_use]
pub fn short_day(day: NaiveDate, year: i32, lang: Lang) -> String {
    match (day.year() == year, lang) {
        (true, Lang::Zh) => day.format("%-m月%-d日"),
        (false, Lang::Zh) => day.format("%Y年%-m月%-d日"),
        (true, Lang::En) => day.format("%-d %b"),
        (false, Lang::En) => day.format("%-d %b %Y"),
    }
    .to_string()
}

/// Days in a row, short; a month that is that of the day before goes without saying: 3月14日、15日,
/// 14, 15 Mar.
#[must_use]
pub fn short_days(days: &[NaiveDate], year: i32, lang: Lang) -> String {
    let of_month = |day: &NaiveDate| (day.year(), day.month());
    let months = days.chunk_by(|a, b| of_month(a) == of_month(b));
    let named = months.flat_map(|month| {
        let named_at = match lang {
            Lang::Zh => 0,
            Lang::En => month.len() - 1,
        };
        month.iter().enumerate().map(move |(n, day)| {
            let number = day.day();
            match lang {
                _ if n == named_at => short_day(*day, year, lang),
                Lang::Zh => format!("{number}日"),
                Lang::En => number.to_string(),
            }
        })
    });
    list(&named.collect::<Vec<String>>(), lang)
}

/// A period in a table, its days as in [`short_day`].
#[must_use]
pub fn short_period(period: &Period, year: i32, lang: Lang) -> String {
    match period {
        Period::Day(day) => short_day(*day, year, lang),
        period => words::period(period, lang),
    }
}

/// Things in a row.
#[must_use]
pub fn list(things: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => things.join("、"),
        Lang::En => things.join(", "),
    }
}

/// Sentences in a row.
#[must_use]
pub fn sentences(sentences: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => sentences.concat(),
        Lang::En => sentences.join(" "),
    }
}

/// The week with its days, and the day that everything is judged on.
#[must_use]
pub fn when(
    week: Week,
    (from, to): (NaiveDate, NaiveDate),
    as_of: NaiveDate,
    lang: Lang,
) -> String {
    let of = |day| date(day, lang);
    let (first, last, day) = (of(from), of(to), of(as_of));
    match lang {
        Lang::Zh => format!("{week} 周（{first}至{last}），截至{day}"),
        Lang::En => format!("Week {week}, {first} to {last}, as of {day}"),
    }
}

/// How many pupils there are.
#[must_use]
pub fn students(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("学生 {count} 人"),
        Lang::En => format!("{count} pupils"),
    }
}

/// How many people work there.
#[must_use]
pub fn staff(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("教职工 {count} 人"),
        Lang::En => format!("{count} staff"),
    }
}

/// A rate, or a dash where nothing was required.
#[must_use]
pub fn percent(percent: Option<f64>) -> String {
    percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent:.1}%"))
}

/// Where the school stands in the week, in one sentence.
#[must_use]
pub fn standing(totals: &Totals, lang: Lang) -> String {
    let rate = percent(totals.percent);
    let Totals {
        required,
        done,
        overdue,
        waived,
        ..
    } = totals;
    match (required, lang) {
        (0, Lang::Zh) => "本周没有应办的事项。".to_owned(),
        (0, Lang::En) => "Nothing is required this week.".to_owned(),
        (_, Lang::Zh) => format!(
            "本周应办 {required} 项次，已办 {done} 项次，完成率 {rate}；逾期 {overdue} 项次，不适用 {waived} 项次。"
        ),
        (_, Lang::En) => format!(
            "{done} of {required} required occurrences are done, {rate}; {overdue} overdue, {waived} waived."
        ),
    }
}

/// How many findings are open, and how many of them are past their limits.
#[must_use]
pub fn open_findings(open: usize, late: usize, lang: Lang) -> String {
    match (open, late, lang) {
        (0, _, Lang::Zh) => "没有未销号的问题。".to_owned(),
        (0, _, Lang::En) => "No finding is open.".to_owned(),
        (_, 0, Lang::Zh) => format!("未销号问题 {open} 个，均在期限内。"),
        (1, 0, Lang::En) => "1 finding is open, within its limit.".to_owned(),
        (_, 0, Lang::En) => format!("{open} findings are open, all within their limits."),
        (_, _, Lang::Zh) => format!("未销号问题 {open} 个，其中超期 {late} 个。"),
        (1, _, Lang::En) => "1 finding is open, past its limit.".to_owned(),
        (_, _, Lang::En) => format!("{open} findings are open, {late} past their limits."),
    }
}

/// What stands at the foot of every sheet, before, between and behind the two page numbers.
#[must_use]
pub fn page_of(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["第 ", " 页，共 ", " 页"],
        Lang::En => ["page ", " of ", ""],
    }
}

/// Which program wrote it, and when.
#[must_use]
pub fn generated(by: &str, at: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{by} 于 {at} 生成"),
        Lang::En => format!("Written by {by} on {at}"),
    }
}

/// A week in the chart of the weeks, in words.
#[must_use]
pub fn week_in_words(week: Week, totals: &Totals, lang: Lang) -> String {
    let (rate, Totals { done, required, .. }) = (percent(totals.percent), totals);
    match lang {
        Lang::Zh => format!("{week}：{rate}（已办 {done} / 应办 {required}）"),
        Lang::En => format!("{week}: {rate} ({done} of {required} done)"),
    }
}

/// What the chart of the weeks shows, from the first week to the last.
#[must_use]
pub fn trend(first: &str, last: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("柱状图，每周一柱，左旧右新。最早 {first}；最近 {last}。"),
        Lang::En => format!("A bar for each week, the oldest first. First {first}; last {last}."),
    }
}

/// What the chart of the days shows.
#[must_use]
pub fn days(school_days: usize, full: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "每列一周，每行星期几，格内是完成率（%）。共 {school_days} 个教学日，其中 {full} 天到期事项全部办完。"
        ),
        Lang::En => format!(
            "A column for each week, a row for each weekday, per cent in the cells. {school_days} school days; on {full} of them all that fell due is done."
        ),
    }
}

/// A day in the chart of the days, in words.
#[must_use]
pub fn day_in_words(day: &str, kind: &str, totals: &Totals, done: u64, lang: Lang) -> String {
    let (rate, due, of) = (percent(totals.percent), totals.required, totals.done);
    match lang {
        Lang::Zh => format!("{day}，{kind}：到期 {due}，已办 {of}（{rate}）；当天办了 {done}"),
        Lang::En => format!("{day}, {kind}: {of} of {due} due done ({rate}); {done} done that day"),
    }
}

/// A report that was sent before: when, to whom, from which entries, its files.
#[must_use]
pub fn sent(sent: &SentReport, lang: Lang) -> String {
    let SentReport {
        entry,
        recorded,
        by,
        to,
        as_of,
        layout,
        facts,
        files,
    } = sent;
    let layout = layout.as_deref().unwrap_or("–");
    let files = files
        .iter()
        .map(|file| format!("{} {}", file.form, file.digest));
    let files = files.collect::<Vec<_>>().join(" ");
    match lang {
        Lang::Zh => format!(
            "{recorded} 报 {to}（截至 {as_of}，版式 {layout}，依据前 {facts} 条记录；第 {entry} 条，{by} 记）{files}"
        ),
        Lang::En => format!(
            "{recorded} to {to} (as of {as_of}, layout {layout}, from {facts} entries; entry {entry}, by {by}) {files}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_year_only_where_it_is_another() {
        let day = NaiveDate::from_ymd_opt(2022, 3, 8).expect("a day");
        assert_eq!(short_day(day, 2022, Lang::Zh), "3月8日");
        assert_eq!(short_day(day, 2023, Lang::Zh), "2022年3月8日");
        assert_eq!(short_day(day, 2022, Lang::En), "8 Mar");
        assert_eq!(short_day(day, 2021, Lang::En), "8 Mar 2022");
    }

    #[test]
    fn days_in_a_row_name_their_month_once() {
        let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day).expect("a day");
        let days = [day(2, 28), day(3, 1), day(3, 2)];
        assert_eq!(short_days(&days, 2022, Lang::Zh), "2月28日、3月1日、2日");
        assert_eq!(short_days(&days, 2022, Lang::En), "28 Feb, 1, 2 Mar");
        assert_eq!(short_days(&[], 2022, Lang::En), "");
    }

    #[test]
    fn parts_are_numbered_as_offices_do() {
        assert_eq!(section(1, Lang::Zh), "一、");
        assert_eq!(section(10, Lang::Zh), "十、");
        assert_eq!(section(11, Lang::Zh), "11. ");
        assert_eq!(section(3, Lang::En), "3. ");
    }
}
