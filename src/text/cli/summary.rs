//! What the page before signing says.

use super::review::counted;
use crate::review::{Figures, Summary};
use crate::text::{Lang, Phrase, facts, words};

/// Nothing changed.
pub const NO_CHANGES: Phrase = Phrase::new("没有变动", "no changes");
/// The heading of the rates of the last weeks.
pub const TREND: Phrase = Phrase::new("近 12 周完成率（%）", "the last 12 weeks, per cent done");

/// The first line of the page.
#[must_use]
pub fn title(school: &str, summary: &Summary, lang: Lang) -> String {
    let (week, day) = (summary.week, words::day(summary.day, lang));
    match lang {
        Lang::Zh => format!("{school}  {week} 小结  截至{day}"),
        Lang::En => format!("{school}  summary of {week}  as of {day}"),
    }
}

/// How far the review has come.
#[must_use]
pub fn progress(summary: &Summary, lang: Lang) -> String {
    let (open, skipped) = (summary.undecided, summary.skipped);
    match (summary.confirmed, lang) {
        (true, Lang::Zh) => format!("待定 {open}，跳过 {skipped}；其余已确认"),
        (false, Lang::Zh) => format!("待定 {open}，跳过 {skipped}；其余未确认"),
        (true, Lang::En) => format!("{open} to decide, {skipped} skipped; the rest confirmed"),
        (false, Lang::En) => {
            format!("{open} to decide, {skipped} skipped; the rest not confirmed")
        }
    }
}

/// The heads of the columns: what, this week, the week before.
#[must_use]
pub fn columns(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["", "本周", "上周"],
        Lang::En => ["", "this week", "last week"],
    }
}

/// The rows of the table, each with its figure in a week.
#[must_use]
pub fn figures(of: &Figures, lang: Lang) -> Vec<(&'static str, String)> {
    let totals = &of.totals;
    let rows = [
        (Phrase::new("应办", "required"), totals.required.to_string()),
        (Phrase::new("已办", "done"), totals.done.to_string()),
        (
            Phrase::new("其中迟办", "of them late"),
            totals.late.to_string(),
        ),
        (
            Phrase::new("其中补录", "of them entered late"),
            totals.late_entered.to_string(),
        ),
        (Phrase::new("逾期", "overdue"), totals.overdue.to_string()),
        (Phrase::new("不适用", "waived"), totals.waived.to_string()),
        (
            Phrase::new("完成率", "per cent done"),
            words::percent(totals.percent),
        ),
        (Phrase::new("延期", "postponed"), of.postponed.to_string()),
        (
            Phrase::new("新发现问题", "findings opened"),
            of.findings_opened.to_string(),
        ),
        (
            Phrase::new("销号", "findings closed"),
            of.findings_closed.to_string(),
        ),
        (
            Phrase::new("未销号", "findings still open"),
            of.findings_open.to_string(),
        ),
    ];
    let rows = rows.into_iter();
    rows.map(|(phrase, figure)| (phrase.of(lang), figure))
        .collect()
}

/// A number of a week in the table.
#[must_use]
pub fn measure(value: Option<u64>, of: Option<u64>, percent: Option<f64>) -> String {
    match (value, percent) {
        (None, _) => "-".to_owned(),
        (Some(value), None) => facts::ratio(value, of),
        (Some(value), percent) => {
            format!("{} {}", facts::ratio(value, of), words::percent(percent))
        }
    }
}

/// The heading of the numbers.
#[must_use]
pub fn measures(count: usize, lang: Lang) -> String {
    counted(Phrase::new("量化指标", "numbers").of(lang), count, lang)
}

/// The heading of what changed.
#[must_use]
pub fn changes(count: usize, lang: Lang) -> String {
    counted(Phrase::new("变动", "changes").of(lang), count, lang)
}
