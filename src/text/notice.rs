//! The words of a notice as it is sent to who answers for something.

use super::{Lang, Phrase, brief, words};
use crate::fact::FindingState;
use crate::review::{Colour, NoticeReason};
use crate::text::cli::status;
use chrono::NaiveDate;

/// The first line: what it is, and for whom.
#[must_use]
pub fn title(owner: Option<&str>, lang: Lang) -> String {
    match (owner, lang) {
        (Some(owner), Lang::Zh) => format!("【督办提醒】{owner}"),
        (Some(owner), Lang::En) => format!("To do: {owner}"),
        (None, Lang::Zh) => "【督办提醒】以下事项无人牵头".to_owned(),
        (None, Lang::En) => "To do, and nobody answers for it".to_owned(),
    }
}

/// An item of the notice: `1. 〔红〕3.2 …`.
#[must_use]
pub fn item(number: usize, colour: Colour, name: &str, text: &str, lang: Lang) -> String {
    let colour = status::colour(colour, lang);
    match lang {
        Lang::Zh => format!("{number}.〔{colour}〕{name} {text}"),
        Lang::En => format!("{number}. [{colour}] {name} {text}"),
    }
}

/// The limit, and why it is told.
#[must_use]
pub fn limit(due: Option<NaiveDate>, reason: &str, lang: Lang) -> String {
    let due = due.map(|day| words::day(day, lang));
    match (due, lang) {
        (Some(due), Lang::Zh) => format!("期限{due}，{reason}。"),
        (Some(due), Lang::En) => format!("Last day {due}: {reason}."),
        (None, Lang::Zh) => format!("{reason}。"),
        (None, Lang::En) => format!("It is {reason}."),
    }
}

/// What to do about an item.
#[must_use]
pub fn to_do(reason: &NoticeReason, lang: Lang) -> &'static str {
    match reason {
        NoticeReason::LimitNear { school_days: 0 } => {
            Phrase::new("请今天办完并反馈。", "Please do it today and say so.")
        }
        NoticeReason::LimitNear { .. } => {
            Phrase::new("请在期限前办完并反馈。", "Please do it by then and say so.")
        }
        NoticeReason::BehindPace { .. } => Phrase::new(
            "请加快进度；赶不上的，先报告。",
            "Please speed it up, or say now that it cannot be in time.",
        ),
        NoticeReason::PartlyDone => Phrase::new("请办完余下部分。", "Please do the rest."),
        NoticeReason::Overdue { .. } => Phrase::new(
            "请立即补办；办不了的，报告原因。",
            "Please do it now, or say why it cannot be done.",
        ),
    }
    .of(lang)
}

/// What to do about a finding.
#[must_use]
pub fn to_put_right(state: FindingState, lang: Lang) -> &'static str {
    match state {
        FindingState::Open => Phrase::new(
            "请整改到位，报请核实。",
            "Please put it right and have it verified.",
        ),
        FindingState::Fixed => Phrase::new("请报请核实。", "Please have it verified."),
        FindingState::Verified | FindingState::Closed => {
            Phrase::new("请办理销号。", "Please have it closed.")
        }
    }
    .of(lang)
}

/// Who sends it, and when.
#[must_use]
pub fn signature(school: &str, day: NaiveDate, lang: Lang) -> String {
    let date = brief::date(day, lang);
    match lang {
        Lang::Zh => format!("{school}  {date}"),
        Lang::En => format!("{school}, {date}"),
    }
}

/// What the file for what nobody answers for is called, beside the school and the day.
#[must_use]
pub fn nobody_in_file_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "无人牵头",
        Lang::En => "nobody",
    }
}
