//! The words of a brief, in the language of office circulars, and the names of its placeholders.

mod sentence;

pub use sentence::{
    Progress, asked, asked_about, behind, days_left, disagreed, done, finding, findings, later,
    list, measure, measures, missed, missed_item, requirement, requirements,
};

use super::{Lang, Phrase, words};
use crate::calendar::Week;
use chrono::{Datelike, NaiveDate};

/// The program's own template.
pub const TEMPLATE: Phrase = Phrase::new(
    include_str!("brief/brief.zh.txt"),
    include_str!("brief/brief.en.txt"),
);

/// The braces around a placeholder's name, as one keyboard or another types them.
pub const OPENING: [char; 2] = ['{', '｛'];
/// Those that close it.
pub const CLOSING: [char; 2] = ['}', '｝'];
/// What a line begins with that is left out, as one keyboard or another types it.
pub const COMMENT: [char; 2] = ['#', '＃'];
/// Marks that end a sentence.
pub const SENTENCE_END: [char; 6] = ['。', '；', '，', '.', ';', ' '];
/// Where nobody signed.
pub const UNSIGNED: Phrase = Phrase::new("（未签字）", "(not signed)");

/// What a template may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// The school's name.
    School,
    /// Its district.
    District,
    /// The week.
    Week,
    /// The week's Monday.
    From,
    /// The week's Sunday.
    To,
    /// The day as of which it is known, without its year.
    AsOf,
    /// The same with its year.
    Date,
    /// Who signed.
    SignedBy,
    /// How many occurrences were required.
    Required,
    /// How many of them were done.
    Completed,
    /// The rate.
    Percent,
    /// How many were done late.
    Late,
    /// How many are overdue.
    Overdue,
    /// How many do not apply.
    Waived,
    /// How many findings are open.
    OpenFindings,
    /// A sentence on what was done.
    Done,
    /// A sentence on the requirements.
    Requirements,
    /// A sentence on the numbers against their targets.
    Measures,
    /// A sentence on what is overdue and what is still to be done.
    Missed,
    /// A sentence on the findings.
    Findings,
    /// What is asked of the office above.
    Asked,
}

impl Placeholder {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::School,
        Self::District,
        Self::Week,
        Self::From,
        Self::To,
        Self::AsOf,
        Self::Date,
        Self::SignedBy,
        Self::Required,
        Self::Completed,
        Self::Percent,
        Self::Late,
        Self::Overdue,
        Self::Waived,
        Self::OpenFindings,
        Self::Done,
        Self::Requirements,
        Self::Measures,
        Self::Missed,
        Self::Findings,
        Self::Asked,
    ];

    /// Its names; either is understood in any template.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::School => Phrase::new("学校", "school"),
            Self::District => Phrase::new("区县", "district"),
            Self::Week => Phrase::new("周次", "week"),
            Self::From => Phrase::new("起", "from"),
            Self::To => Phrase::new("止", "to"),
            Self::AsOf => Phrase::new("截至", "as_of"),
            Self::Date => Phrase::new("日期", "date"),
            Self::SignedBy => Phrase::new("签字人", "signed_by"),
            Self::Required => Phrase::new("应办", "required"),
            Self::Completed => Phrase::new("已办", "completed"),
            Self::Percent => Phrase::new("完成率", "percent"),
            Self::Late => Phrase::new("迟办", "late"),
            Self::Overdue => Phrase::new("逾期", "overdue"),
            Self::Waived => Phrase::new("不适用", "waived"),
            Self::OpenFindings => Phrase::new("未销号", "open_findings"),
            Self::Done => Phrase::new("已办情况", "done"),
            Self::Requirements => Phrase::new("各项要求", "requirements"),
            Self::Measures => Phrase::new("量化指标", "measures"),
            Self::Missed => Phrase::new("逾期事项", "missed"),
            Self::Findings => Phrase::new("问题整改", "findings"),
            Self::Asked => Phrase::new("请求事项", "asked"),
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let is_meant = |of: &Self| {
            let Phrase { zh, en } = of.name();
            name == zh || name.eq_ignore_ascii_case(en)
        };
        Self::ALL.into_iter().find(is_meant)
    }
}

/// A template names something that is not known.
#[must_use]
pub fn unknown(name: &str, nearest: Option<&str>, known: &[&str], lang: Lang) -> (String, String) {
    let known = known.join(if lang == Lang::Zh { "、" } else { ", " });
    match (lang, nearest) {
        (Lang::Zh, Some(meant)) => (
            format!("没有“{name}”这一项"),
            format!("改为“{meant}”；可以写：{known}"),
        ),
        (Lang::Zh, None) => (format!("没有“{name}”这一项"), format!("可以写：{known}")),
        (Lang::En, Some(meant)) => (
            format!("there is no placeholder `{name}`"),
            format!("write `{meant}`; possible here: {known}"),
        ),
        (Lang::En, None) => (
            format!("there is no placeholder `{name}`"),
            format!("possible here: {known}"),
        ),
    }
}

/// A brace is not closed on its line.
#[must_use]
pub fn not_closed(known: &[&str], lang: Lang) -> (String, String) {
    match lang {
        Lang::Zh => (
            "花括号没有闭合".to_owned(),
            format!(
                "在同一行写上 }}；要写花括号本身，写成 {{{{。可以写：{}",
                known.join("、")
            ),
        ),
        Lang::En => (
            "a brace that is not closed".to_owned(),
            format!(
                "close it with }} on the same line, or write {{{{ for a brace itself; possible here: {}",
                known.join(", ")
            ),
        ),
    }
}

/// A template is longer than a brief may be, before anything is filled in.
#[must_use]
pub fn too_long(chars: usize, limit: usize, lang: Lang) -> (String, String) {
    let over = chars - limit.min(chars);
    match lang {
        Lang::Zh => (
            format!("模板本身有 {chars} 字，简报最多 {limit} 字"),
            format!("至少删去 {over} 字"),
        ),
        Lang::En => (
            format!("the template alone has {chars} characters, and a brief at most {limit}"),
            format!("take out at least {over}"),
        ),
    }
}

/// A brief is longer than it may be with its lists as short as they get, and what to do.
#[must_use]
pub fn over(over: usize, limit: usize, lang: Lang) -> (String, Option<String>) {
    match lang {
        Lang::Zh => (
            format!("简报最多 {limit} 字，列举减到最少仍多出 {over} 字"),
            Some("把模板写短一些；`duban report --brief-template` 输出程序自带的模板".into()),
        ),
        Lang::En => (
            format!(
                "a brief has at most {limit} characters, and this one is {over} over with its lists at their shortest"
            ),
            Some(
                "shorten the template; `duban report --brief-template` prints the program's own"
                    .into(),
            ),
        ),
    }
}

/// A day without its year: 3月14日, 14 March.
#[must_use]
pub fn day(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", day.month(), day.day()),
        Lang::En => day.format("%-d %B").to_string(),
    }
}

/// A day with its year: 2022年3月14日, 14 March 2022.
#[must_use]
pub fn date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}", date.year(), day(date, lang)),
        Lang::En => format!("{} {}", day(date, lang), date.year()),
    }
}

/// A week: 2022年第11周, week 11 of 2022.
#[must_use]
pub fn week(week: Week, lang: Lang) -> String {
    let week = week.monday().iso_week();
    let (year, number) = (week.year(), week.week());
    match lang {
        Lang::Zh => format!("{year}年第{number}周"),
        Lang::En => format!("week {number} of {year}"),
    }
}

/// A rate, or a dash where nothing was required.
#[must_use]
pub fn percent(percent: Option<f64>) -> String {
    percent.map_or_else(|| "–".to_owned(), |_| words::percent(percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_has_its_own_names_and_stands_in_the_templates() {
        for placeholder in Placeholder::ALL {
            let Phrase { zh, en } = placeholder.name();
            assert_eq!(Placeholder::of_name(zh), Some(placeholder));
            assert_eq!(Placeholder::of_name(en), Some(placeholder));
            assert!(TEMPLATE.zh.contains(&format!("{{{zh}}}")), "{zh}");
            assert!(TEMPLATE.en.contains(&format!("{{{en}}}")), "{en}");
        }
        assert_eq!(Placeholder::of_name(""), None);
    }
}
