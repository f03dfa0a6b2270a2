//! Facts in plain words, for the record view, the log, undo and redo.

use super::{Lang, words};
use crate::fact::{Entry, Evidence, Fact};

/// What a fact says, in one line: `3.1 完成于 3月14日（周一）`.
#[must_use]
pub fn fact(fact: &Fact, lang: Lang) -> String {
    let what = entry(&fact.entry, lang);
    match &fact.subject {
        None => what,
        Some(subject) => format!("{} {what}", subject.item.item),
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
    let day = |on: &chrono::NaiveDate| words::day(*on, lang);
    match (entry, lang) {
        (
            Entry::ChecklistAdopted {
                checklist,
                version,
                required_from,
                ..
            },
            Lang::Zh,
        ) => {
            format!("启用清单 {checklist}（第 {version} 版），自 {required_from} 起计")
        }
        (
            Entry::ChecklistAdopted {
                checklist,
                version,
                required_from,
                ..
            },
            Lang::En,
        ) => {
            format!(
                "checklist {checklist} (version {version}) adopted, counting from {required_from}"
            )
        }
        (Entry::ItemCompleted { on }, Lang::Zh) => format!("完成于 {}", day(on)),
        (Entry::ItemCompleted { on }, Lang::En) => format!("done on {}", day(on)),
        (Entry::ItemReopened { reason }, Lang::Zh) => with("取消完成", reason.as_deref(), lang),
        (Entry::ItemReopened { reason }, Lang::En) => with("taken back", reason.as_deref(), lang),
        (Entry::ItemWaived { reason, .. }, Lang::Zh) => with("不适用", Some(reason), lang),
        (Entry::ItemWaived { reason, .. }, Lang::En) => with("waived", Some(reason), lang),
        (Entry::WaiverLifted { .. }, Lang::Zh) => "恢复适用".to_owned(),
        (Entry::WaiverLifted { .. }, Lang::En) => "applies again".to_owned(),
        (Entry::ItemAssigned { to, helpers, due }, _) => assigned(to, helpers, *due, lang),
        (Entry::ItemMeasured { value, of, on }, Lang::Zh) => {
            format!("填报 {}，{}", ratio(*value, *of), day(on))
        }
        (Entry::ItemMeasured { value, of, on }, Lang::En) => {
            format!("measured {} on {}", ratio(*value, *of), day(on))
        }
        (Entry::EvidenceAttached(Evidence { source, .. }), Lang::Zh) => format!("佐证：{source}"),
        (Entry::EvidenceAttached(Evidence { source, .. }), Lang::En) => {
            format!("evidence: {source}")
        }
        (Entry::ItemNoted { text, .. }, Lang::Zh) => format!("备注：{text}"),
        (Entry::ItemNoted { text, .. }, Lang::En) => format!("note: {text}"),
        (
            Entry::EventOpened {
                event,
                kind,
                name,
                on,
            },
            Lang::Zh,
        ) => {
            let kind = words::event_kind(kind, lang);
            format!("登记{kind}“{name}”，{}，编号 {event}", day(on))
        }
        (
            Entry::EventOpened {
                event,
                kind,
                name,
                on,
            },
            Lang::En,
        ) => {
            let kind = words::event_kind(kind, lang);
            format!("{kind} “{name}” opened for {}, id {event}", day(on))
        }
        (Entry::EventClosed { event, .. }, Lang::Zh) => format!("事件 {event} 已结束"),
        (Entry::EventClosed { event, .. }, Lang::En) => format!("event {event} closed"),
        (Entry::Revoked { .. }, Lang::Zh) => "撤销".to_owned(),
        (Entry::Revoked { .. }, Lang::En) => "undone".to_owned(),
    }
}

fn with(what: &str, why: Option<&str>, lang: Lang) -> String {
    match (why, lang) {
        (None, _) => what.to_owned(),
        (Some(why), Lang::Zh) => format!("{what}：{why}"),
        (Some(why), Lang::En) => format!("{what}: {why}"),
    }
}

fn assigned(to: &str, helpers: &[String], due: Option<chrono::NaiveDate>, lang: Lang) -> String {
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
