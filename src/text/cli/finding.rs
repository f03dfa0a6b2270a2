//! What the commands say about findings, inspections and samples.

use super::Words;
use crate::fact::Finding;
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

/// There are no findings to list.
pub const NO_FINDINGS: Phrase = Phrase::new("没有未销号的问题", "no open findings");
/// Self-check and inspection agree.
pub const NO_DISAGREEMENTS: Phrase = Phrase::new(
    "自查与督查没有不一致",
    "self-check and inspection agree everywhere",
);

/// The heading of the open findings.
#[must_use]
pub fn open(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("未销号（{count}）"),
        Lang::En => format!("open ({count})"),
    }
}

/// The heading of the closed findings.
#[must_use]
pub fn closed(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已销号（{count}）"),
        Lang::En => format!("closed ({count})"),
    }
}

/// The heading of what self-check and inspection see differently.
#[must_use]
pub fn disagreements(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("自查与督查不一致（{count}）"),
        Lang::En => format!("self-check and inspection differ ({count})"),
    }
}

/// An open finding in a list; `left` is how much time it has, in words.
#[must_use]
pub fn open_row(finding: &Finding, left: &str, lang: Lang) -> String {
    let due = words::day(finding.due, lang);
    let limit = match lang {
        Lang::Zh => format!("期限 {due}，{left}"),
        Lang::En => format!("due {due}, {left}"),
    };
    let state = words::finding_state(finding.state(), lang);
    row(finding, &[state, &finding.owner, &limit])
}

/// A closed finding in a list.
#[must_use]
pub fn closed_row(finding: &Finding, lang: Lang) -> String {
    let by = |seen: &Option<crate::fact::Seen>| seen.as_ref().map(|seen| seen.by.clone());
    let verified = by(&finding.verified).unwrap_or_default();
    let on = finding
        .closed
        .as_ref()
        .map(|seen| words::day(seen.on, lang));
    let on = on.unwrap_or_default();
    let closed = match lang {
        Lang::Zh => format!("{on}销号，{verified}核实"),
        Lang::En => format!("closed {on}, verified by {verified}"),
    };
    row(finding, &[&finding.owner, &closed])
}

fn row(finding: &Finding, more: &[&str]) -> String {
    let (id, item) = (finding.id.to_string(), finding.item.to_string());
    let more = more.join(" · ");
    format!("  {id:<6} {item:<20} {} · {more}", finding.text)
}

/// How many school days are left until a limit, or have passed since it.
#[must_use]
pub fn left(days: i64, is_over: bool, lang: Lang) -> String {
    let count = days.unsigned_abs();
    match (is_over, count, lang) {
        (true, 0, Lang::Zh) => "已超期".to_owned(),
        (true, 0, Lang::En) => "past its limit".to_owned(),
        (true, _, Lang::Zh) => format!("超期 {count} 个教学日"),
        (true, 1, Lang::En) => "1 school day over".to_owned(),
        (true, _, Lang::En) => format!("{count} school days over"),
        (false, 0, Lang::Zh) => "今天到期".to_owned(),
        (false, 0, Lang::En) => "no school day left".to_owned(),
        (false, _, Lang::Zh) => format!("还有 {count} 个教学日"),
        (false, 1, Lang::En) => "1 school day left".to_owned(),
        (false, _, Lang::En) => format!("{count} school days left"),
    }
}

/// A sample of nothing.
#[must_use]
pub fn empty_sample(lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            "至少要抽 1 项".into(),
            Some("例如 `duban sample --items 5`".into()),
        ),
        Lang::En => (
            "a sample has one item at least".into(),
            Some("as in `duban sample --items 5`".into()),
        ),
    }
}

/// The first line of a sample, with what it takes to draw it again.
#[must_use]
pub fn sample(items: usize, seed: u64, day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("抽查 {items} 项，种子 {seed}，日期 {day}"),
        Lang::En => format!("a sample of {items}, seed {seed}, day {day}"),
    }
}

/// What an item counted in the draw.
#[must_use]
pub fn weight(weight: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("权重 {weight}"),
        Lang::En => format!("weight {weight}"),
    }
}

/// How to draw a sample again.
#[must_use]
pub fn draw_again(items: usize, seed: u64, day: NaiveDate, lang: Lang) -> String {
    let command = format!("duban sample --items {items} --seed {seed} --today {day}");
    match lang {
        Lang::Zh => format!("重抽：`{command}`"),
        Lang::En => format!("to draw it again: `{command}`"),
    }
}
