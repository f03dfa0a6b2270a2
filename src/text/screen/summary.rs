//! What the page says that closes the weekly review.

use crate::fact::{Signature, Unlocking};
use crate::review::{Change, Figures};
use crate::text::facts::ratio;
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

phrases! {
    /// The week under review.
    THIS: "本周", "this week";
    /// The week before.
    LAST: "上周", "last week";
    /// What was done of what was required.
    DONE: "已办 / 应办", "done / required";
    /// Late ones, and those entered late.
    LATE: "迟办、补录", "late, entered late";
    /// What is overdue.
    OVERDUE: "逾期", "overdue";
    /// What does not apply, and what was put off.
    WAIVED: "不适用、延期", "waived, postponed";
    /// Findings raised, closed and open.
    FINDINGS: "问题：新登记、销号、未销号", "findings: raised, closed, open";
    /// What changed and why.
    CHANGES: "变化和理由", "What changed, and why";
    /// Nothing changed.
    NO_CHANGES: "没有延期、不适用、问题等变化", "nothing was put off, waived or found";
    /// The last weeks.
    TREND: "近十二周，左旧右新", "The last twelve weeks, oldest first";
    /// All requirements.
    ALL: "全部", "all";
    /// The week was unlocked.
    UNLOCKED: "解锁", "unlocked";
}

/// How far the week is from its signature, where it is not signed.
#[must_use]
pub fn from(from: NaiveDate, today: NaiveDate, quiet: bool, lang: Lang) -> String {
    let day = words::day(from, lang);
    match (from <= today, quiet, lang) {
        (true, true, Lang::Zh) => "看完按 S 签字，签后本周锁定。本周平安无事，可按 N 零报告。",
        (true, true, Lang::En) => {
            "Press S to sign, which locks the week; N says that there is nothing to report."
        }
        (true, false, Lang::Zh) => "看完按 S 签字，签后本周锁定。",
        (true, false, Lang::En) => "Press S to sign, which locks the week.",
        (false, _, Lang::Zh) => return format!("本周还没有过完，{day}起可以签字。"),
        (false, _, Lang::En) => {
            return format!("The week is not over; it can be signed from {day} on.");
        }
    }
    .to_owned()
}

/// What is still undecided.
#[must_use]
pub fn undecided(undecided: usize, skipped: usize, lang: Lang) -> Option<String> {
    match (undecided, skipped, lang) {
        (0, 0, _) => None,
        (_, 0, Lang::Zh) => Some(format!("还有 {undecided} 项没有定，Esc 返回。")),
        (_, 0, Lang::En) => Some(format!("{undecided} undecided; Esc goes back to them.")),
        (_, _, Lang::Zh) => Some(format!(
            "还有 {undecided} 项没有定、{skipped} 项跳过，Esc 返回。"
        )),
        (_, _, Lang::En) => Some(format!(
            "{undecided} undecided, {skipped} skipped; Esc goes back to them."
        )),
    }
}

/// The signature that locks the week.
#[must_use]
pub fn locked(signature: &Signature, lang: Lang) -> String {
    let said = signed(signature, lang);
    match lang {
        Lang::Zh => format!("已签字、锁定：{said}。要改先按 X 解锁。"),
        Lang::En => format!("Signed and locked: {said}. To change it, unlock it with X."),
    }
}

/// A signature: who, when, how much it covers.
#[must_use]
pub fn signed(signature: &Signature, lang: Lang) -> String {
    let day = words::day(signature.on, lang);
    let Signature { by, facts, .. } = signature;
    let nothing = match (signature.nothing_to_report, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "，零报告",
        (true, Lang::En) => ", nothing to report",
    };
    match lang {
        Lang::Zh => format!("{by}，{day}，含第 1 至 {facts} 条记录{nothing}"),
        Lang::En => format!("{by}, {day}, covering entries 1 to {facts}{nothing}"),
    }
}

/// An unlocking: who, when, why.
#[must_use]
pub fn unlocked(unlocking: &Unlocking, lang: Lang) -> String {
    let day = words::day(unlocking.on, lang);
    let Unlocking { by, reason, .. } = unlocking;
    match lang {
        Lang::Zh => format!("{by}，{day}：{reason}"),
        Lang::En => format!("{by}, {day}: {reason}"),
    }
}

/// The rows of figures, each with its name.
#[must_use]
pub fn rows(figures: &Figures, lang: Lang) -> Vec<(Phrase, String)> {
    let totals = &figures.totals;
    let rate = words::percent(totals.percent);
    let numbers = |numbers: &[String]| match lang {
        Lang::Zh => numbers.join("、"),
        Lang::En => numbers.join(", "),
    };
    let done = match lang {
        Lang::Zh => format!("{} / {}（{rate}）", totals.done, totals.required),
        Lang::En => format!("{} / {} ({rate})", totals.done, totals.required),
    };
    let late = [totals.late, totals.late_entered].map(|n| n.to_string());
    let waived = [totals.waived.to_string(), figures.postponed.to_string()];
    let findings = [
        figures.findings_opened,
        figures.findings_closed,
        figures.findings_open,
    ]
    .map(|n| n.to_string());
    vec![
        (DONE, done),
        (LATE, numbers(&late)),
        (OVERDUE, totals.overdue.to_string()),
        (WAIVED, numbers(&waived)),
        (FINDINGS, numbers(&findings)),
    ]
}

/// A number as it stood: `3,891 / 5,494`, or a dash.
#[must_use]
pub fn number(value: Option<u64>, of: Option<u64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| ratio(value, of))
}

/// Something that changed in the week; `item` is the short name of what it is about.
#[must_use]
pub fn change(change: &Change, item: &str, text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => in_chinese(change, item, text),
        Lang::En => in_english(change, item, text),
    }
}

fn in_chinese(change: &Change, item: &str, text: &str) -> String {
    let day = |day: NaiveDate| words::day(day, Lang::Zh);
    match change {
        Change::Waived { reason, by, .. } => format!("{item} 不适用：{reason}（{by}）"),
        Change::Lifted { by, .. } => format!("{item} 恢复适用（{by}）"),
        Change::Postponed {
            to,
            first,
            reason,
            by,
            ..
        } => {
            let first = first.map_or_else(String::new, |on| format!("（原定 {}）", day(on)));
            format!("{item} 延期到 {}{first}：{reason}（{by}）", day(*to))
        }
        Change::AnchorMoved {
            anchor,
            from,
            to,
            reason,
            by,
        } => {
            let anchor = words::anchor(anchor, Lang::Zh);
            let from = from.map_or_else(String::new, |from| format!("由 {} ", day(from)));
            let reason = reason
                .as_deref()
                .map_or_else(String::new, |r| format!("：{r}"));
            format!("{anchor}{from}改为 {}{reason}（{by}）", day(*to))
        }
        Change::Upgraded {
            checklist,
            from,
            to,
        } => {
            format!("清单 {checklist} 由第 {from} 版升到第 {to} 版")
        }
        Change::FindingRaised { finding, .. } => format!("{item} 登记问题 {finding}：{text}"),
        Change::FindingClosed { finding, .. } => format!("{item} 销号 {finding}：{text}"),
        Change::Unlocked { reason, by, on } => format!("{} 解锁：{reason}（{by}）", day(*on)),
    }
}

fn in_english(change: &Change, item: &str, text: &str) -> String {
    let day = |day: NaiveDate| words::day(day, Lang::En);
    match change {
        Change::Waived { reason, by, .. } => format!("{item} waived: {reason} ({by})"),
        Change::Lifted { by, .. } => format!("{item} applies again ({by})"),
        Change::Postponed {
            to,
            first,
            reason,
            by,
            ..
        } => {
            let first = first.map_or_else(String::new, |on| format!(" (first {})", day(on)));
            format!("{item} postponed to {}{first}: {reason} ({by})", day(*to))
        }
        Change::AnchorMoved {
            anchor,
            from,
            to,
            reason,
            by,
        } => {
            let anchor = words::anchor(anchor, Lang::En);
            let from = from.map_or_else(String::new, |from| format!(" from {}", day(from)));
            let reason = reason
                .as_deref()
                .map_or_else(String::new, |r| format!(": {r}"));
            format!("{anchor} moved{from} to {}{reason} ({by})", day(*to))
        }
        Change::Upgraded {
            checklist,
            from,
            to,
        } => {
            format!("checklist {checklist} upgraded from version {from} to {to}")
        }
        Change::FindingRaised { finding, .. } => format!("{item} finding {finding}: {text}"),
        Change::FindingClosed { finding, .. } => format!("{item} closed {finding}: {text}"),
        Change::Unlocked { reason, by, on } => format!("unlocked on {}: {reason} ({by})", day(*on)),
    }
}
