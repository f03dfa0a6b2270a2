//! The words of a status report.

use super::facts::{action, grouped};
use super::{Lang, words};
use crate::assess::TooLate;
use crate::fact::{Entry, Fact};
use crate::review::NoticeReason;

/// Why an owner is told.
#[must_use]
pub fn notice_reason(reason: &NoticeReason, lang: Lang) -> String {
    match (reason, lang) {
        (NoticeReason::LimitNear { school_days: 0 }, Lang::Zh) => "今天到期".to_owned(),
        (NoticeReason::LimitNear { school_days: 0 }, Lang::En) => "due today".to_owned(),
        (NoticeReason::LimitNear { school_days }, Lang::Zh) => {
            format!("还有 {school_days} 个教学日到期")
        }
        (NoticeReason::LimitNear { school_days }, Lang::En) => {
            format!("due in {}", in_school_days(*school_days))
        }
        (NoticeReason::BehindPace { needed, rate }, _) => behind(*needed, *rate, lang),
        (NoticeReason::PartlyDone, Lang::Zh) => "只办了一部分".to_owned(),
        (NoticeReason::PartlyDone, Lang::En) => "only partly done".to_owned(),
        (NoticeReason::Overdue { school_days: 0 }, Lang::Zh) => "已逾期".to_owned(),
        (NoticeReason::Overdue { school_days: 0 }, Lang::En) => "overdue".to_owned(),
        (NoticeReason::Overdue { school_days }, Lang::Zh) => {
            format!("已逾期 {school_days} 个教学日")
        }
        (NoticeReason::Overdue { school_days }, Lang::En) => {
            format!("overdue by {}", in_school_days(*school_days))
        }
    }
}

fn behind(needed: Option<u64>, rate: Option<u64>, lang: Lang) -> String {
    let (needed, rate) = (needed.map(grouped), rate.map(grouped));
    match (needed, rate, lang) {
        (None, _, Lang::Zh) => "进度落后，已没有剩余的教学日".to_owned(),
        (None, _, Lang::En) => "behind its pace, no school day is left".to_owned(),
        (Some(needed), None, Lang::Zh) => format!("进度落后：每天需 {needed}"),
        (Some(needed), None, Lang::En) => format!("behind its pace: it takes {needed} a day"),
        (Some(needed), Some(rate), Lang::Zh) => {
            format!("进度落后：每天需 {needed}，目前每天 {rate}")
        }
        (Some(needed), Some(rate), Lang::En) => {
            format!("behind its pace: it takes {needed} a day, {rate} are done")
        }
    }
}

/// Why something can no longer be in time; `after` names the item it waits for.
#[must_use]
pub fn too_late(why: TooLate, after: &str, lang: Lang) -> String {
    match (why, lang) {
        (TooLate::Past, Lang::Zh) => "期限已过".to_owned(),
        (TooLate::Past, Lang::En) => "its last day is past".to_owned(),
        (TooLate::Lead { needed, left }, Lang::Zh) => {
            format!("需 {needed} 个教学日，只剩 {left} 个")
        }
        (TooLate::Lead { needed, left }, Lang::En) => {
            format!("it takes {}, {left} left", in_school_days(needed))
        }
        (TooLate::Waits { until, .. }, Lang::Zh) => {
            let until = words::day(until, lang);
            format!("要等 {after} 办完，最早 {until}")
        }
        (TooLate::Waits { until, .. }, Lang::En) => {
            let until = words::day(until, lang);
            format!("it waits for {after}, finished on {until} at the earliest")
        }
    }
}

/// A revocation, with the facts that it undid or did again: `撤销第 12 条：0.4 完成于 …`.
#[must_use]
pub fn revoked(fact: &Fact, about: &[Fact], lang: Lang) -> String {
    let Some(first) = about.first() else {
        return super::facts::entry(&fact.entry, lang);
    };
    let is_undo = matches!(&fact.entry, Entry::Revoked { action } if *action == first.action);
    let (entry, what) = (first.seq, action(about, lang));
    match (is_undo, lang) {
        (true, Lang::Zh) => format!("撤销第 {entry} 条：{what}"),
        (true, Lang::En) => format!("entry {entry} undone: {what}"),
        (false, Lang::Zh) => format!("重做第 {entry} 条：{what}"),
        (false, Lang::En) => format!("entry {entry} done again: {what}"),
    }
}

/// So many school days, in English.
#[must_use]
pub fn in_school_days(count: u32) -> String {
    match count {
        1 => "1 school day".to_owned(),
        count => format!("{count} school days"),
    }
}
