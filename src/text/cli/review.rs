//! What the commands say about the weekly review.

use super::Words;
use crate::calendar::{Period, Week};
use crate::fact::{Concern, Finding, Signature};
use crate::review::{Queue, WeekState};
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

/// The heading of what was passed over.
pub const SKIPPED: Phrase = Phrase::new("已跳过", "skipped");
/// Nothing is to be decided.
pub const NOTHING_TO_DECIDE: Phrase = Phrase::new("没有待定的事项。", "nothing to decide.");
/// How to decide.
pub const HOW_TO_DECIDE: Phrase = Phrase::new(
    "决定：`duban decide 决定 事项…`，决定为 done、partly、not-done、postpone、not-applicable、keep 或 skip",
    "to decide: `duban decide DECISION ITEM…`, with done, partly, not-done, postpone, not-applicable, keep or skip",
);
/// Nobody answers for an item.
pub const NO_OWNER: Phrase = Phrase::new("无人牵头", "no owner");

/// The first line of the queue.
#[must_use]
pub fn title(school: &str, week: Week, day: NaiveDate, lang: Lang) -> String {
    let day = words::day(day, lang);
    match lang {
        Lang::Zh => format!("{school}  {week} 周检视  截至{day}"),
        Lang::En => format!("{school}  review of {week}  as of {day}"),
    }
}

/// How far the review has come.
#[must_use]
pub fn progress(queue: &Queue, lang: Lang) -> String {
    let (open, decided, skipped) = (queue.undecided(), queue.decided, queue.skipped());
    let quiet = queue.quiet.len();
    let confirmed = match (queue.confirmed, lang) {
        (true, Lang::Zh) => "已确认",
        (true, Lang::En) => "confirmed",
        (false, Lang::Zh) => "未确认",
        (false, Lang::En) => "not confirmed",
    };
    match lang {
        Lang::Zh => format!(
            "待定 {open}，已定 {decided}，跳过 {skipped}；无需决定 {quiet} 项（{confirmed}）"
        ),
        Lang::En => format!(
            "{open} to decide, {decided} decided, {skipped} skipped; {quiet} need no decision ({confirmed})"
        ),
    }
}

/// Whether the week can be signed (`from` on), is signed, or was opened again.
#[must_use]
pub fn state(
    state: WeekState,
    (week, from): (Week, NaiveDate),
    signature: Option<&Signature>,
    lang: Lang,
) -> String {
    let (by, on) = signature.map_or(("", String::new()), |signature| {
        (signature.by.as_str(), signature.on.to_string())
    });
    match (state, lang) {
        (WeekState::Running, Lang::Zh) => format!("{}起可以签字", words::day(from, lang)),
        (WeekState::Running, Lang::En) => {
            format!("can be signed from {} on", words::day(from, lang))
        }
        (WeekState::Ready, Lang::Zh) => {
            format!("可以签字：`duban review --week {week} --sign 姓名`")
        }
        (WeekState::Ready, Lang::En) => {
            format!("can be signed: `duban review --week {week} --sign NAME`")
        }
        (WeekState::Signed, Lang::Zh) => format!("已由{by}于 {on} 签字锁定"),
        (WeekState::Signed, Lang::En) => format!("signed by {by} on {on}, and locked"),
        (WeekState::Unlocked, Lang::Zh) => {
            format!("{by}于 {on} 签字后已解锁，改好请重新签字")
        }
        (WeekState::Unlocked, Lang::En) => {
            format!("signed by {by} on {on}, then unlocked; to be signed again")
        }
    }
}

/// The heading of matters that are asked about for the same reason.
#[must_use]
pub fn group(concern: Concern, count: usize, lang: Lang) -> String {
    counted(words::concern(concern, lang), count, lang)
}

/// A heading with a count.
#[must_use]
pub fn counted(name: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}（{count}）"),
        Lang::En => format!("{name} ({count})"),
    }
}

/// A last day.
#[must_use]
pub fn due(day: NaiveDate, lang: Lang) -> String {
    let day = words::day(day, lang);
    match lang {
        Lang::Zh => format!("期限 {day}"),
        Lang::En => format!("due {day}"),
    }
}

/// The occurrences that something is about; nothing where there is but one that it can be.
#[must_use]
pub fn periods(periods: &[Period], lang: Lang) -> Option<String> {
    const NAMED: usize = 3;
    let named: Vec<String> = periods.iter().map(|p| words::period(p, lang)).collect();
    let count = periods.len();
    Some(match (periods, lang) {
        ([] | [Period::Once], _) => return None,
        (_, Lang::Zh) if count <= NAMED => named.join("、"),
        (_, Lang::En) if count <= NAMED => named.join(", "),
        (_, Lang::Zh) => format!("{}等 {count} 次", named.first()?),
        (_, Lang::En) => format!("{} and {} more", named.first()?, count - 1),
    })
}

/// A finding, in short.
#[must_use]
pub fn finding(finding: &Finding, lang: Lang) -> String {
    let state = words::finding_state(finding.state(), lang);
    let (id, text, owner) = (&finding.id, &finding.text, &finding.owner);
    match lang {
        Lang::Zh => format!("问题 {id}（{state}，{owner}）：{text}"),
        Lang::En => format!("finding {id} ({state}, {owner}): {text}"),
    }
}

/// The evidence that an item asks for.
#[must_use]
pub fn evidence(expected: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("应有佐证：{expected}"),
        Lang::En => format!("evidence expected: {expected}"),
    }
}

/// A waiver that stands.
#[must_use]
pub fn waiver(from: NaiveDate, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{from} 起不适用：{reason}"),
        Lang::En => format!("waived since {from}: {reason}"),
    }
}

/// When something was done last.
#[must_use]
pub fn last_done(on: NaiveDate, lang: Lang) -> String {
    let on = words::day_of_year(on, lang);
    match lang {
        Lang::Zh => format!("上次完成于 {on}"),
        Lang::En => format!("last done on {on}"),
    }
}

/// How many matters are left; and what comes then.
#[must_use]
pub fn left(queue: &Queue, lang: Lang) -> String {
    let week = queue.week;
    match (queue.undecided(), queue.confirmed, lang) {
        (0, true, Lang::Zh) => "都已决定并确认。".to_owned(),
        (0, true, Lang::En) => "everything is decided and confirmed.".to_owned(),
        (0, false, Lang::Zh) => {
            format!("都已决定。其余事项：`duban review --confirm --week {week}`")
        }
        (0, false, Lang::En) => {
            format!("everything is decided; for the rest: `duban review --confirm --week {week}`")
        }
        (open, _, Lang::Zh) => format!("还有 {open} 项待定。"),
        (open, _, Lang::En) => format!("{open} left to decide."),
    }
}

/// A week was signed; what to do next.
#[must_use]
pub fn signed(week: Week, lang: Lang) -> String {
    let command = format!("duban report --week {week} -o {week}.yaml");
    match lang {
        Lang::Zh => format!("已锁定。生成报告：`{command}`"),
        Lang::En => format!("the week is locked. To write its report: `{command}`"),
    }
}

/// The queue does not ask about that.
#[must_use]
pub fn not_asked(said: &str, week: Week, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("{week} 的周检视没有待定的“{said}”"),
            Some(format!(
                "用 `duban review --week {week}` 看待定事项；刚定错的，先 `duban undo`"
            )),
        ),
        Lang::En => (
            format!("the review of {week} has nothing to decide about `{said}`"),
            Some(format!(
                "`duban review --week {week}` lists what it has; `duban undo` takes back what was just decided"
            )),
        ),
    }
}

/// The queue asks about several findings of the item.
#[must_use]
pub fn several_findings(said: &str, findings: &[String], lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("“{said}”有几个问题待定"),
            Some(format!("请写问题编号：{}", findings.join("、"))),
        ),
        Lang::En => (
            format!("several findings of `{said}` are to be decided"),
            Some(format!("name the finding: {}", findings.join(", "))),
        ),
    }
}
