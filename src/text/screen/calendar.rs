//! What the screen says in the calendar.

use crate::assess::Totals;
pub use crate::text::calendar::kind;
use crate::text::{Lang, Phrase, words};
use chrono::{Datelike, NaiveDate};

phrases! {
    /// The calendar's name.
    CALENDAR: "校历", "Calendar";
    /// What was due and is not done.
    MISSING: "未办", "not done";
    /// What was recorded later than it was done.
    LATE_ENTERED: "补录", "entered late";
    /// What does not apply.
    WAIVED: "不适用", "waived";
    /// Nothing was due.
    NOTHING_DUE: "这一天没有到期的事项", "nothing was due on this day";
    /// The day has not come.
    AHEAD: "还没有到", "still to come";
}

/// A school year: 2021 至 2022 学年.
#[must_use]
pub fn year(from: NaiveDate, lang: Lang) -> String {
    let (from, to) = (from.year(), from.year().saturating_add(1));
    match lang {
        Lang::Zh => format!("{from}–{to} 学年"),
        Lang::En => format!("School year {from}–{to}"),
    }
}

/// A month above its weeks; its number alone where there is little room.
#[must_use]
pub fn month(day: NaiveDate, roomy: bool, lang: Lang) -> String {
    match (lang, roomy) {
        (Lang::Zh, true) => format!("{}月", day.month()),
        (Lang::Zh, false) => day.month().to_string(),
        (Lang::En, _) => day.format("%b").to_string(),
    }
}

/// What the marks mean, for a legend of one line.
#[must_use]
pub fn legend(marks: [char; 9], lang: Lang) -> String {
    let [low, middle, high, full, open, weekend, off, out, today] = marks;
    match lang {
        Lang::Zh => format!(
            "{low} <60%  {middle} <85%  {high} <100%  {full} 全办  {open} 无到期  {weekend} 周末  {off} 放假  {out} 假期  {today} 今日"
        ),
        Lang::En => format!(
            "{low} <60%  {middle} <85%  {high} <100%  {full} all  {open} none  {weekend} weekend  {off} off  {out} no term  {today} today"
        ),
    }
}

/// The same in short, for a narrow screen.
#[must_use]
pub fn short_legend(marks: [char; 9], lang: Lang) -> String {
    let [low, middle, high, full, _, weekend, off, out, today] = marks;
    match lang {
        Lang::Zh => format!(
            "{low}{middle}{high}{full} 办得少到全办  {weekend} 周末  {off} 放假  {out} 假期  {today} 今日"
        ),
        Lang::En => format!(
            "{low}{middle}{high}{full} few to all  {weekend} weekend  {off} off  {out} no term  {today} today"
        ),
    }
}

/// What was due on a day and what became of it.
#[must_use]
pub fn due(totals: &Totals, done: u64, lang: Lang) -> String {
    let rate = words::percent(totals.percent);
    let (due, of) = (totals.required, totals.done);
    match lang {
        Lang::Zh => format!("到期 {due}，已办 {of}（{rate}）；当天办了 {done} 件"),
        Lang::En => format!("{due} due, {of} of them done ({rate}); {done} done on the day"),
    }
}
