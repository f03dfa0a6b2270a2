//! Facts in plain words, for the record view, the log, undo and redo.

mod review;

use super::{Lang, words};
use crate::calendar::{Period, Week};
use crate::fact::{Entry, Evidence, Fact, Subject};
use chrono::NaiveDate;

/// What a fact says, in one line: `3.1 完成于 3月14日（周一）`.
#[must_use]
pub fn fact(fact: &Fact, lang: Lang) -> String {
    about(fact.subject.as_ref(), &fact.entry, lang)
}

/// What a fact about something says: what was done on another day than that of its period says for
/// which.
#[must_use]
pub fn about(subject: Option<&Subject>, said: &Entry, lang: Lang) -> String {
    let what = entry(said, lang);
    let Some(subject) = subject else {
        return what;
    };
    let item = &subject.item.item;
    let period = subject
        .period
        .as_ref()
        .filter(|period| match (said, period) {
            (Entry::ItemCompleted { on }, Period::Day(day)) => on != day,
            (Entry::ItemCompleted { on }, Period::Week(week)) => Week::of(*on) != *week,
            _ => false,
        });
    match (period, lang) {
        (None, _) => format!("{item} {what}"),
        (Some(period), Lang::Zh) => {
            format!("{item} {what}（应办 {}）", words::period(period, lang))
        }
        (Some(period), Lang::En) => format!("{item} {what} for {}", words::period(period, lang)),
    }
}

/// What a fact says among others: an undoing names what it undid, where that is among them.
#[must_use]
pub fn fact_among(said: &Fact, others: &[Fact], lang: Lang) -> String {
    let Entry::Revoked { action } = &said.entry else {
        return fact(said, lang);
    };
    let of_action = others.iter().filter(|other| other.action == *action);
    let Some(undone) = of_action.min_by_key(|other| other.seq) else {
        return fact(said, lang);
    };
    let again = matches!(undone.entry, Entry::Revoked { .. });
    match (again, lang) {
        (true, Lang::Zh) => "重做".to_owned(),
        (true, Lang::En) => "done again".to_owned(),
        (false, Lang::Zh) => format!("撤销第 {} 条", undone.seq),
        (false, Lang::En) => format!("entry {} undone", undone.seq),
    }
}

/// What an action says: its facts joined, or counted where there are many.
#[must_use]
pub fn action(facts: &[Fact], lang: Lang) -> String {
    const NAMED: usize = 3;
    let named: Vec<String> = facts.iter().take(NAMED).map(|f| fact(f, lang)).collect();
    let more = facts.len().saturating_sub(NAMED);
    match (lang, more) {
        (Lang::Zh, 0) => named.join("；"),
        (Lang::En, 0) => named.join("; "),
        (Lang::Zh, more) => format!("{}；另有 {more} 条", named.join("；")),
        (Lang::En, more) => format!("{}; and {more} more", named.join("; ")),
    }
}

/// What happened, without the item.
#[must_use]
pub fn entry(entry: &Entry, lang: Lang) -> String {
    match lang {
        Lang::Zh => in_chinese(entry),
        Lang::En => in_english(entry),
    }
}

fn in_chinese(entry: &Entry) -> String {
    let lang = Lang::Zh;
    let day = |on: &NaiveDate| words::day(*on, lang);
    match entry {
        Entry::ChecklistAdopted {
            checklist,
            version,
            required_from,
            ..
        } => format!("启用清单 {checklist}（第 {version} 版），自 {required_from} 起计"),
        Entry::ChecklistUpgraded {
            checklist,
            version,
            from,
            ..
        } => format!("清单 {checklist} 由第 {from} 版升到第 {version} 版"),
        Entry::AnchorSet {
            anchor, on, reason, ..
        } => with(
            &format!("{}定为 {on}", words::anchor(anchor, lang)),
            reason.as_deref(),
            lang,
        ),
        Entry::ItemCompleted { on } => format!("完成于 {}", day(on)),
        Entry::ItemReopened { reason } => with("取消完成", reason.as_deref(), lang),
        Entry::ItemWaived { reason, .. } => with("不适用", Some(reason), lang),
        Entry::WaiverLifted { .. } => "恢复适用".to_owned(),
        Entry::ItemAssigned { to, helpers, due } => assigned(to, helpers, *due, lang),
        Entry::ItemMeasured { value, of, on, .. } => {
            format!("填报 {}，{}", ratio(*value, *of), day(on))
        }
        Entry::ItemPostponed { to, reason } => {
            with(&format!("延期到 {}", day(to)), Some(reason), lang)
        }
        Entry::EvidenceAttached(Evidence { source, .. }) => format!("佐证：{source}"),
        Entry::ItemNoted { text, .. } => format!("备注：{text}"),
        Entry::EventOpened {
            event,
            kind,
            name,
            on,
        } => {
            let kind = words::event_kind(kind, lang);
            format!("登记{kind}“{name}”，{}，编号 {event}", day(on))
        }
        Entry::EventClosed { event, .. } => format!("事件 {event} 已结束"),
        Entry::Revoked { .. } => "撤销".to_owned(),
        review => review::said(review, lang),
    }
}

fn in_english(entry: &Entry) -> String {
    let lang = Lang::En;
    let day = |on: &NaiveDate| words::day(*on, lang);
    match entry {
        Entry::ChecklistAdopted {
            checklist,
            version,
            required_from,
            ..
        } => format!(
            "checklist {checklist} (version {version}) adopted, counting from {required_from}"
        ),
        Entry::ChecklistUpgraded {
            checklist,
            version,
            from,
            ..
        } => format!("checklist {checklist} upgraded from version {from} to {version}"),
        Entry::AnchorSet {
            anchor, on, reason, ..
        } => with(
            &format!("{} set to {on}", words::anchor(anchor, lang)),
            reason.as_deref(),
            lang,
        ),
        Entry::ItemCompleted { on } => format!("done on {}", day(on)),
        Entry::ItemReopened { reason } => with("taken back", reason.as_deref(), lang),
        Entry::ItemWaived { reason, .. } => with("waived", Some(reason), lang),
        Entry::WaiverLifted { .. } => "applies again".to_owned(),
        Entry::ItemAssigned { to, helpers, due } => assigned(to, helpers, *due, lang),
        Entry::ItemMeasured { value, of, on, .. } => {
            format!("measured {} on {}", ratio(*value, *of), day(on))
        }
        Entry::ItemPostponed { to, reason } => {
            with(&format!("postponed to {}", day(to)), Some(reason), lang)
        }
        Entry::EvidenceAttached(Evidence { source, .. }) => format!("evidence: {source}"),
        Entry::ItemNoted { text, .. } => format!("note: {text}"),
        Entry::EventOpened {
            event,
            kind,
            name,
            on,
        } => {
            let kind = words::event_kind(kind, lang);
            format!("{kind} “{name}” opened for {}, id {event}", day(on))
        }
        Entry::EventClosed { event, .. } => format!("event {event} closed"),
        Entry::Revoked { .. } => "undone".to_owned(),
        review => review::said(review, lang),
    }
}

fn with(what: &str, why: Option<&str>, lang: Lang) -> String {
    match (why, lang) {
        (None, _) => what.to_owned(),
        (Some(why), Lang::Zh) => format!("{what}：{why}"),
        (Some(why), Lang::En) => format!("{what}: {why}"),
    }
}

fn assigned(to: &str, helpers: &[String], due: Option<NaiveDate>, lang: Lang) -> String {
    let mut said = match lang {
        Lang::Zh => format!("由{to}牵头"),
        Lang::En => format!("assigned to {to}"),
    };
    if !helpers.is_empty() {
        let names = match lang {
            Lang::Zh => ["，", &helpers.join("、"), "配合"].concat(),
            Lang::En => [" with ", &helpers.join(", ")].concat(),
        };
        said.push_str(&names);
    }
    let last_day = due.map(|due| match lang {
        Lang::Zh => format!("，期限 {due}"),
        Lang::En => format!(", due {due}"),
    });
    said + &last_day.unwrap_or_default()
}

/// A number against its target: `3,891 / 5,494`.
#[must_use]
pub fn ratio(value: u64, of: Option<u64>) -> String {
    match of {
        Some(of) => format!("{} / {}", grouped(value), grouped(of)),
        None => grouped(value),
    }
}

/// A number with its thousands set apart: `5,494`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(5494), "5,494");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(ratio(3891, Some(5494)), "3,891 / 5,494");
    }
}
