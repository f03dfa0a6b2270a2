//! Why an order about findings, the review of a week, an anchor or a version is refused.

use super::super::{Lang, words};
use super::{Voice, Words, list};
use crate::calendar::Week;
use crate::checklist::{ChecklistId, ItemRef};
use crate::fact::{Concern, Decision, FindingId, FindingState};
use crate::review::Obstacle;
use chrono::NaiveDate;

fn said(lang: Lang, zh: (String, Option<String>), en: (String, Option<String>)) -> Words {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A day cannot be caught up on another.
#[must_use]
pub fn not_postponable(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    said(
        lang,
        (
            format!("{item} 是每天的事，不能延期"),
            Some("请记为已办、未办或不适用".into()),
        ),
        (
            format!("{item} is due every day and cannot be postponed"),
            Some("say that it was done, was not done, or does not apply".into()),
        ),
    )
}

/// What is due on a day cannot have been done before it.
#[must_use]
pub fn before_its_day(item: &ItemRef, day: NaiveDate, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let [day, on] = voice.days([day, on]);
    said(
        lang,
        (
            format!("{item} 要定的是 {day} 当天的事，不会在 {on} 就办了"),
            Some(format!("请写 {day} 或以后的日期")),
        ),
        (
            format!("{item} is to be decided for {day}, and cannot have been done on {on}"),
            Some(format!("name {day} or a later day")),
        ),
    )
}

/// A last day that is past.
#[must_use]
pub fn day_is_past(day: NaiveDate, today: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let [day, today] = voice.days([day, today]);
    said(
        lang,
        (
            format!("{day} 已经过去（今天是 {today}）"),
            Some("期限只能是今天或以后".into()),
        ),
        (
            format!("{day} is past (today is {today})"),
            Some("name today or a later day".into()),
        ),
    )
}

/// A last day that is not later than the one there is.
#[must_use]
pub fn not_later(item: &ItemRef, due: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let due = voice.day(due);
    said(
        lang,
        (
            format!("{item} 的期限已是 {due}，延期要写更晚的一天"),
            Some(format!("请写 {due} 以后的日期")),
        ),
        (
            format!("{item} is due on {due}: it is postponed to a later day only"),
            Some(format!("name a day after {due}")),
        ),
    )
}

/// Nobody answers for the rectification.
#[must_use]
pub fn owner_needed(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    said(
        lang,
        (
            format!("{item} 的整改没有责任人"),
            Some("请写明由谁整改（--owner 姓名）".into()),
        ),
        (
            format!("nobody answers for putting {item} right"),
            Some("name somebody: --owner NAME".into()),
        ),
    )
}

/// A limit that is none.
#[must_use]
pub fn limit(days: u32, most: u32, lang: Lang) -> Words {
    said(
        lang,
        (
            format!("整改时限 {days} 个教学日不行"),
            Some(format!("请写 0 到 {most} 之间的教学日数")),
        ),
        (
            format!("a limit of {days} school days is not possible"),
            Some(format!("give a number of school days from 0 to {most}")),
        ),
    )
}

/// No finding has that id.
#[must_use]
pub fn unknown_finding(id: &str, open: &[String], lang: Lang) -> Words {
    let hint = |none: &str, some: &str| {
        Some(if open.is_empty() {
            none.to_owned()
        } else {
            format!("{some}{}", list(open, lang))
        })
    };
    said(
        lang,
        (
            format!("没有问题“{id}”"),
            hint("现在没有未销号的问题", "未销号的问题："),
        ),
        (
            format!("there is no finding `{id}`"),
            hint("no finding is open", "open: "),
        ),
    )
}

/// The finding is not where the order wants it.
#[must_use]
pub fn finding_state(id: &FindingId, state: FindingState, lang: Lang) -> Words {
    let is = words::finding_state(state, lang);
    let (zh, en) = match state {
        FindingState::Open => ("先整改，再核实、销号", "first it has to be fixed"),
        FindingState::Fixed => (
            "先由他人核实，再销号",
            "somebody else has to verify it first",
        ),
        FindingState::Verified => (
            "可以销号，或重新打开",
            "it can be closed, or reopened with a reason",
        ),
        FindingState::Closed => ("要继续整改，先重新打开", "reopen it, with a reason"),
    };
    said(
        lang,
        (format!("问题 {id} 现在是“{is}”"), Some(zh.into())),
        (format!("finding {id} is {is}"), Some(en.into())),
    )
}

/// A finding cannot be put right before it was found, or opened again.
#[must_use]
pub fn before_opened(id: &FindingId, on: NaiveDate, again: bool, voice: Voice) -> Words {
    let lang = voice.lang;
    let on = voice.day(on);
    let (zh, en) = if again {
        ("重新打开", "opened again")
    } else {
        ("发现", "found")
    };
    said(
        lang,
        (
            format!("问题 {id} 是 {on} 才{zh}的"),
            Some("整改日期不能更早".into()),
        ),
        (
            format!("finding {id} was {en} on {on}"),
            Some("it cannot have been fixed before".into()),
        ),
    )
}

/// Who fixed it may not verify it.
#[must_use]
pub fn own_verification(id: &FindingId, by: &str, lang: Lang) -> Words {
    said(
        lang,
        (
            format!("问题 {id} 由{by}整改，不能由本人核实"),
            Some("请由另一人核实".into()),
        ),
        (
            format!("finding {id} was fixed by {by}, who cannot verify it"),
            Some("somebody else has to look: name them".into()),
        ),
    )
}

/// An order that says nothing.
#[must_use]
pub fn nothing_said(lang: Lang) -> Words {
    said(
        lang,
        (
            "没有要补充的内容".into(),
            Some("请写原因、措施、责任人、新期限或说明".into()),
        ),
        (
            "there is nothing to update".into(),
            Some("give a cause, an action, an owner, a new limit or a note".into()),
        ),
    )
}

/// The decision makes no sense for that concern.
#[must_use]
pub fn not_decidable(item: &ItemRef, concern: Concern, can: &[Decision], voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let about = words::concern(concern, lang);
    let can = can.iter().map(|can| words::decision(*can, lang).to_owned());
    let can = list(&can.collect::<Vec<_>>(), lang);
    said(
        lang,
        (
            format!("{item}（{about}）不能这样决定"),
            Some(format!("可以决定：{can}")),
        ),
        (
            format!("{item} ({about}) cannot be decided so"),
            Some(format!("possible: {can}")),
        ),
    )
}

/// The week is signed.
#[must_use]
pub fn week_locked(week: Week, by: &str, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let on = voice.day(on);
    said(
        lang,
        (
            format!("{week} 已由{by}于 {on} 签字锁定"),
            Some(format!(
                "要改动，先写明理由解锁：duban review --unlock --week {week} --reason 理由"
            )),
        ),
        (
            format!("{week} was signed by {by} on {on} and is locked"),
            Some(format!(
                "to change it, unlock it: duban review --unlock --week {week} --reason TEXT"
            )),
        ),
    )
}

/// The week is not signed.
#[must_use]
pub fn not_locked(week: Week, lang: Lang) -> Words {
    said(
        lang,
        (format!("{week} 没有锁定，不用解锁"), None),
        (format!("{week} is not locked"), None),
    )
}

/// What needs no decision is confirmed already.
#[must_use]
pub fn confirmed_already(week: Week, lang: Lang) -> Words {
    said(
        lang,
        (format!("{week} 其余各项已经确认过"), None),
        (format!("the rest of {week} is confirmed already"), None),
    )
}

/// The week lies ahead.
#[must_use]
pub fn week_not_begun(week: Week, lang: Lang) -> Words {
    said(
        lang,
        (
            format!("{week} 还没有开始"),
            Some("只能检视本周或以前的周".into()),
        ),
        (
            format!("{week} has not begun"),
            Some("review this week or an earlier one".into()),
        ),
    )
}

/// No checklist counted yet in that week.
#[must_use]
pub fn week_before_adoption(week: Week, from: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let from = voice.day(from);
    said(
        lang,
        (
            format!("{week} 还没有启用清单，没有可签的"),
            Some(format!("清单自 {from} 起计")),
        ),
        (
            format!("no checklist counted yet in {week}"),
            Some(format!("the first counts from {from}")),
        ),
    )
}

/// The week is still running.
#[must_use]
pub fn too_early_to_sign(week: Week, from: NaiveDate, lang: Lang) -> Words {
    let day = words::day(from, lang);
    said(
        lang,
        (
            format!("{week} 还没有上完课，不能签字"),
            Some(format!("{day}起可以签字")),
        ),
        (
            format!("{week} is still running and cannot be signed"),
            Some(format!("it can be signed from {day} on")),
        ),
    )
}

/// "Nothing to report" would not be true.
#[must_use]
pub fn something_to_report(week: Week, obstacles: &[Obstacle], lang: Lang) -> Words {
    let why = obstacles
        .iter()
        .map(|obstacle| self::obstacle(obstacle, lang));
    let why = list(&why.collect::<Vec<_>>(), lang);
    said(
        lang,
        (
            format!("{week} 不能零报告：{why}"),
            Some("请照实签字，不用零报告".into()),
        ),
        (
            format!("{week} has something to report: {why}"),
            Some("sign without that statement".into()),
        ),
    )
}

fn obstacle(obstacle: &Obstacle, lang: Lang) -> String {
    match (obstacle, lang) {
        (Obstacle::Overdue(n), Lang::Zh) => format!("有 {n} 次应办逾期"),
        (Obstacle::Overdue(n), Lang::En) => format!("{n} overdue"),
        (Obstacle::FindingsOpen(n), Lang::Zh) => format!("有 {n} 个问题未销号"),
        (Obstacle::FindingsOpen(n), Lang::En) => format!("{n} findings open"),
        (Obstacle::FindingsRaised(n), Lang::Zh) => format!("本周发现 {n} 个问题"),
        (Obstacle::FindingsRaised(n), Lang::En) => format!("{n} findings raised this week"),
        (Obstacle::Incidents(n), Lang::Zh) => format!("本周有 {n} 起突发情况"),
        (Obstacle::Incidents(n), Lang::En) => format!("{n} incidents this week"),
        (Obstacle::Undecided(n), Lang::Zh) => format!("还有 {n} 项没有定"),
        (Obstacle::Undecided(n), Lang::En) => format!("{n} still to decide"),
    }
}

/// No anchor has that name.
#[must_use]
pub fn unknown_anchor(name: &str, known: &[String], lang: Lang) -> Words {
    let known = list(known, lang);
    said(
        lang,
        (
            format!("没有时间节点“{name}”"),
            Some(format!("可以移动的：{known}")),
        ),
        (
            format!("there is no anchor `{name}`"),
            Some(format!("those there are: {known}")),
        ),
    )
}

/// The anchor is there already.
#[must_use]
pub fn anchor_there_already(anchor: &str, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let on = voice.day(on);
    let name = words::anchor(anchor, lang);
    said(
        lang,
        (format!("{name}已经是 {on}"), None),
        (format!("{name} is {on} already"), None),
    )
}

/// The profile names no terms that could be moved.
#[must_use]
pub fn terms_by_convention(lang: Lang) -> Words {
    said(
        lang,
        (
            "学校资料没有写学期，用的是通常的起止日期".into(),
            Some("请先在 school.yaml 的 terms 里写明学期".into()),
        ),
        (
            "the school's profile names no terms; the conventional ones serve".into(),
            Some("name the terms in school.yaml first, under `terms`".into()),
        ),
    )
}

/// The checklist is not followed.
#[must_use]
pub fn not_adopted(id: &ChecklistId, known: &[String], lang: Lang) -> Words {
    let known = list(known, lang);
    said(
        lang,
        (
            format!("学校没有启用清单 {id}"),
            Some(format!("已启用：{known}")),
        ),
        (
            format!("the school does not follow checklist {id}"),
            Some(format!("it follows: {known}")),
        ),
    )
}

/// The version on offer is not later than the one that is followed.
#[must_use]
pub fn no_later_version(id: &ChecklistId, has: u32, offered: u32, lang: Lang) -> Words {
    said(
        lang,
        (
            format!("清单 {id} 已是第 {has} 版，可用的是第 {offered} 版，没有更新"),
            Some("清单改动后，文件里的 version 要加一".into()),
        ),
        (
            format!("checklist {id} is at version {has}; version {offered} on offer is not later"),
            Some("a checklist that changes needs a higher `version` in its file".into()),
        ),
    )
}
