//! The words of a calendar file.

use super::{Lang, Phrase, words};
use crate::calendar::Period;
use crate::report::{DateReport, DateState, FindingDateReport};
use chrono::NaiveDate;

/// What became of something, in front of its title; nothing where it is simply to be done.
#[must_use]
pub fn mark(state: DateState, lang: Lang) -> &'static str {
    match state {
        DateState::Due | DateState::Partial => Phrase::new("", ""),
        DateState::Overdue => Phrase::new("【逾期】", "[overdue] "),
        DateState::Done => Phrase::new("【已办】", "[done] "),
        DateState::Waived => Phrase::new("【不适用】", "[waived] "),
        DateState::Withdrawn => Phrase::new("【清单已删】", "[withdrawn] "),
    }
    .of(lang)
}

/// What became of something.
#[must_use]
pub fn state(state: DateState, lang: Lang) -> &'static str {
    match state {
        DateState::Due => Phrase::new("待办", "to be done"),
        DateState::Partial => Phrase::new("部分完成", "partly done"),
        DateState::Overdue => Phrase::new("逾期", "overdue"),
        DateState::Done => Phrase::new("已办", "done"),
        DateState::Waived => Phrase::new("不适用", "waived"),
        DateState::Withdrawn => Phrase::new(
            "清单新版不再要求",
            "a later version of the checklist does not ask for it",
        ),
    }
    .of(lang)
}

/// The calendar's name.
#[must_use]
pub fn calendar(school: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{school}督办日程"),
        Lang::En => format!("{school}: what is due"),
    }
}

/// What a calendar shows of everything that comes round daily, weekly, or monthly.
#[must_use]
pub fn group(period: &Period, of: Counted, lang: Lang) -> String {
    let name = match period {
        Period::Day(_) => Phrase::new("每日事项", "daily items"),
        Period::Week(_) => Phrase::new("每周事项", "weekly items"),
        _ => Phrase::new("每月事项", "monthly items"),
    }
    .of(lang);
    let Counted { all, done, overdue } = of;
    match (overdue, lang) {
        (0, Lang::Zh) => format!("{name} {all} 项，已办 {done} 项"),
        (0, Lang::En) => format!("{name}: {done} of {all} done"),
        (_, Lang::Zh) => format!("{name} {all} 项，已办 {done} 项，逾期 {overdue} 项"),
        (_, Lang::En) => format!("{name}: {done} of {all} done, {overdue} overdue"),
    }
}

/// How many items of a group there are, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// All that apply.
    pub all: usize,
    /// Those that were done.
    pub done: usize,
    /// Those that were not done by their last day.
    pub overdue: usize,
}

/// What is written below an item's title.
#[must_use]
pub fn about(date: &DateReport, lang: Lang) -> Vec<String> {
    let mut lines = vec![date.item.clone()];
    lines.extend(date.owner.as_ref().map(|owner| match lang {
        Lang::Zh => format!("牵头：{owner}"),
        Lang::En => format!("owner: {owner}"),
    }));
    let due = words::day(date.due, lang);
    let first = date.first_due.map(|day| words::day(day, lang));
    lines.push(match (first, lang) {
        (None, Lang::Zh) => format!("期限：{due}"),
        (None, Lang::En) => format!("last day: {due}"),
        (Some(first), Lang::Zh) => format!("期限：{due}（原为{first}）"),
        (Some(first), Lang::En) => format!("last day: {due} (first {first})"),
    });
    lines.push(stands(state(date.state, lang), date.done_on, lang));
    lines
}

/// One item of a group.
#[must_use]
pub fn member(date: &DateReport, lang: Lang) -> String {
    let (state, item, text) = (state(date.state, lang), &date.item, &date.item_text);
    match (&date.owner, lang) {
        (None, Lang::Zh) => format!("〔{state}〕{item} {text}"),
        (None, Lang::En) => format!("[{state}] {item} {text}"),
        (Some(owner), Lang::Zh) => format!("〔{state}〕{item} {text}（{owner}）"),
        (Some(owner), Lang::En) => format!("[{state}] {item} {text} ({owner})"),
    }
}

/// The title of a finding.
#[must_use]
pub fn finding(finding: &FindingDateReport, lang: Lang) -> String {
    let FindingDateReport { id, text, .. } = finding;
    match (finding.closed_on.is_some(), finding.overdue, lang) {
        (true, _, Lang::Zh) => format!("【已销号】整改 {id} {text}"),
        (true, _, Lang::En) => format!("[closed] put right {id}: {text}"),
        (false, true, Lang::Zh) => format!("【超期】整改 {id} {text}"),
        (false, true, Lang::En) => format!("[past its limit] put right {id}: {text}"),
        (false, false, Lang::Zh) => format!("整改 {id} {text}"),
        (false, false, Lang::En) => format!("put right {id}: {text}"),
    }
}

/// What is written below a finding's title.
#[must_use]
pub fn about_finding(finding: &FindingDateReport, lang: Lang) -> Vec<String> {
    let due = words::day(finding.due, lang);
    let owner = &finding.owner;
    let limit = match lang {
        Lang::Zh => [format!("责任人：{owner}"), format!("整改时限：{due}")],
        Lang::En => [format!("owner: {owner}"), format!("limit: {due}")],
    };
    let state = words::finding_state(finding.state, lang);
    let mut lines = vec![finding.item.clone()];
    lines.extend(limit);
    lines.push(stands(state, finding.closed_on, lang));
    lines
}

fn stands(state: &str, on: Option<NaiveDate>, lang: Lang) -> String {
    let on = on.map(|day| words::day(day, lang));
    match (on, lang) {
        (None, Lang::Zh) => format!("情况：{state}"),
        (None, Lang::En) => format!("state: {state}"),
        (Some(on), Lang::Zh) => format!("情况：{state}，{on}"),
        (Some(on), Lang::En) => format!("state: {state}, {on}"),
    }
}
