//! The state of a week, its signature and what came after it, the findings, the record.

use super::{Style, date, list, phrases};
use crate::report::{
    AmendmentReport, AnchorReport, EventReport, FindingNoteReport, PreviousHead, ReopeningReport,
    ReviewReport, SeenReport, SignatureReport, UpgradeReport,
};
use crate::review::WeekState;
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

phrases! {
    /// The week is not signed.
    UNSIGNED: "未签字", "not signed";
    /// The school states that there is nothing to report.
    NOTHING_TO_REPORT: "零报告", "nothing to report";
    /// The place for a name.
    SIGNED_BY: "签字", "signed by";
    /// The place for the seal.
    SEAL: "（单位盖章）", "(seal)";
    /// The place for a date.
    SIGNED_ON: "日期", "date";
    /// A date to be filled in.
    EMPTY_DATE: "　　　　年　　月　　日", "";
    /// What was changed about the week.
    CHANGES: "本周的更正", "Changed about the week";
    /// What was entered about other weeks and bears on this one.
    OTHER_CHANGES: "与本周有关的其他记录", "Entered besides, and bearing on this week";
    /// The number of an entry.
    ENTRY: "条", "entry";
    /// When it was recorded, and by whom.
    RECORDED: "登记", "recorded";
    /// What it says.
    WHAT: "内容", "what";
    /// Why a decision was called for.
    CONCERN: "事由", "concern";
    /// The decision.
    DECISION: "决定", "decision";
    /// What was said with it.
    SAID: "说明", "said with it";
    /// Who decided, and when.
    DECIDED: "决定人", "decided by";
    /// What can no longer be in time.
    TOO_LATE: "来不及的事项", "What can no longer be in time";
    /// The day to finish by.
    FINISH_BY: "最迟完成", "finish by";
    /// The earliest possible day.
    EARLIEST: "最早可完成", "earliest finish";
    /// Days that due dates are counted from.
    ANCHORS: "关键节点", "Key days";
    /// A day that due dates are counted from.
    ANCHOR: "节点", "key day";
    /// The times it was moved.
    MOVED: "变动", "moved";
    /// Events.
    EVENTS: "事件", "Events";
    /// An event's kind.
    KIND: "类别", "kind";
    /// An event's name.
    NAME: "名称", "name";
    /// The day an event was closed.
    CLOSED_ON: "办结", "closed";
    /// The installation that wrote the record.
    WRITER: "台账编号", "record";
    /// How many entries.
    FACTS: "记录条数", "entries";
    /// The root of the record's tree.
    HEAD: "根哈希", "head";
    /// The signed report before.
    PREVIOUS: "上一份签字报告", "signed report before";
    /// The proof.
    PROOF: "只增未改的证明", "proof that nothing before was changed";
    /// A checklist's file digest.
    DIGEST: "清单文件哈希", "digest of the checklist's file";
}

/// How far the week has come.
#[must_use]
pub fn week_state(state: WeekState, lang: Lang) -> &'static str {
    match state {
        WeekState::Running => {
            Phrase::new("未签字（本周进行中）", "not signed, the week still runs")
        }
        WeekState::Ready => Phrase::new("未签字（待签）", "not signed yet"),
        WeekState::Signed => Phrase::new("已签字", "signed"),
        WeekState::Unlocked => Phrase::new(
            "已解锁，待重新签字",
            "opened again after signing, not signed again",
        ),
    }
    .of(lang)
}

/// How much of the record a signature covers.
#[must_use]
pub fn covers(facts: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（签字涵盖台账第 1 至 {facts} 条记录）"),
        Lang::En => format!(" (the signature covers entries 1 to {facts} of the record)"),
    }
}

/// Who signed and when, behind the word that it is signed.
#[must_use]
pub fn signed_by(by: &str, on: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("：{by}，{on}"),
        Lang::En => format!(" by {by}, {on}"),
    }
}

/// The day as of which the week was signed, with the day that was recorded where it is another.
#[must_use]
pub fn signed_on(on: NaiveDate, recorded: NaiveDate, lang: Lang) -> String {
    let (day, entered) = (date(on, lang), date(recorded, lang));
    match (on == recorded, lang) {
        (true, _) => day,
        (false, Lang::Zh) => format!("{day}（{entered}登记）"),
        (false, Lang::En) => format!("{day} (recorded {entered})"),
    }
}

/// A signature among amendments.
#[must_use]
pub fn signature(signature: &SignatureReport, style: Style<'_>) -> String {
    let (by, on) = (&signature.by, style.day(signature.on));
    let nothing = if signature.nothing_to_report {
        NOTHING_TO_REPORT.of(style.lang)
    } else {
        ""
    };
    match (style.lang, nothing) {
        (Lang::Zh, "") => format!("{by}，{on}"),
        (Lang::Zh, nothing) => format!("{by}，{on}，{nothing}"),
        (Lang::En, "") => format!("{by}, {on}"),
        (Lang::En, nothing) => format!("{by}, {on}, {nothing}"),
    }
}

/// Who opened a signed week again, when and why.
#[must_use]
pub fn unlocked(amendment: &AmendmentReport, style: Style<'_>) -> String {
    let (by, on) = (&amendment.unlocked_by, style.day(amendment.unlocked_on));
    match style.lang {
        Lang::Zh => format!("{on} {by}解锁"),
        Lang::En => format!("Opened again by {by} on {on}"),
    }
}

/// Why, which signature there was before, and which was given again.
#[must_use]
pub fn amended(amendment: &AmendmentReport, style: Style<'_>) -> String {
    let said = |of: &Option<SignatureReport>| {
        let none = Phrase::new("无", "none").of(style.lang).to_owned();
        of.as_ref().map_or(none, |of| signature(of, style))
    };
    let (before, again) = (
        said(&amendment.signed_before),
        said(&amendment.signed_again),
    );
    let reason = &amendment.reason;
    match style.lang {
        Lang::Zh => format!("理由：{reason}。原签字：{before}；重新签字：{again}。"),
        Lang::En => format!("Why: {reason}. Signed before: {before}; signed again: {again}."),
    }
}

/// How far the review has come, in numbers.
#[must_use]
pub fn review(review: &ReviewReport, style: Style<'_>) -> String {
    let (decided, skipped) = (review.decided, review.skipped);
    let undecided = review.undecided;
    let confirmed = review.confirmed.as_ref().map(|confirmed| {
        let (by, on, items) = (&confirmed.by, style.day(confirmed.on), confirmed.items);
        match style.lang {
            Lang::Zh => format!("其余 {items} 项由{by}于{on}确认无误。"),
            Lang::En => format!(" The other {items} were confirmed by {by} on {on}."),
        }
    });
    let confirmed = confirmed.unwrap_or_default();
    match style.lang {
        Lang::Zh => {
            format!("已决定 {decided} 项，跳过 {skipped} 项，未定 {undecided} 项。{confirmed}")
        }
        Lang::En => {
            format!("{decided} decided, {skipped} skipped, {undecided} undecided.{confirmed}")
        }
    }
}

/// Another version of a checklist took effect.
#[must_use]
pub fn upgraded(upgrade: &UpgradeReport, style: Style<'_>) -> String {
    let lang = style.lang;
    let part = |name: Phrase, items: &[String]| {
        let items = (!items.is_empty()).then(|| list(items, lang));
        items.map(|items| format!("{} {items}", name.of(lang)))
    };
    let parts = [
        part(Phrase::new("改动", "changed"), &upgrade.changed),
        part(Phrase::new("新增", "new"), &upgrade.added),
        part(Phrase::new("删去", "gone"), &upgrade.removed),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (on, from, to) = (style.day(upgrade.on), upgrade.from, upgrade.to);
    match lang {
        Lang::Zh => format!("{on}由第 {from} 版升到第 {to} 版：{}", parts.join("；")),
        Lang::En => format!("version {from} to {to} on {on}: {}", parts.join("; ")),
    }
}

/// Which version of a checklist it is, and since when it counts.
#[must_use]
pub fn checklist(id: &str, version: u32, since: NaiveDate, lang: Lang) -> String {
    let since = date(since, lang);
    match lang {
        Lang::Zh => format!("清单 {id}，第 {version} 版，{since}起计"),
        Lang::En => format!("Checklist {id}, version {version}, counted since {since}"),
    }
}

/// A step of a rectification: when, and by whom.
#[must_use]
pub fn seen(step: Phrase, seen: &SeenReport, style: Style<'_>) -> String {
    let (step, on, by) = (step.of(style.lang), style.day(seen.on), &seen.by);
    match style.lang {
        Lang::Zh => format!("{on} {by}{step}"),
        Lang::En => format!("{step} {on} by {by}"),
    }
}

/// A finding was opened again, with what had been done about it before.
#[must_use]
pub fn reopened(reopened: &ReopeningReport, style: Style<'_>) -> String {
    let steps = [
        (Phrase::new("整改", "fixed"), &reopened.fixed),
        (Phrase::new("核实", "verified"), &reopened.verified),
        (Phrase::new("销号", "closed"), &reopened.closed),
    ];
    let steps = steps
        .into_iter()
        .filter_map(|(step, done)| done.as_ref().map(|done| seen(step, done, style)));
    let before = list(&steps.collect::<Vec<String>>(), style.lang);
    let (on, by, reason) = (style.day(reopened.on), &reopened.by, &reopened.reason);
    match (style.lang, before.as_str()) {
        (Lang::Zh, "") => format!("{on} {by}重开：{reason}"),
        (Lang::Zh, before) => format!("{on} {by}重开：{reason}（此前 {before}）"),
        (Lang::En, "") => format!("reopened {on} by {by}: {reason}"),
        (Lang::En, before) => format!("reopened {on} by {by}: {reason} (before: {before})"),
    }
}

/// What was said about a finding on the way.
#[must_use]
pub fn finding_note(note: &FindingNoteReport, style: Style<'_>) -> String {
    let (on, text) = (style.day(note.on), &note.text);
    match style.lang {
        Lang::Zh => format!("{on}：{text}"),
        Lang::En => format!("{on}: {text}"),
    }
}

/// A limit or a last day, with the first one where it was moved.
#[must_use]
pub fn limit(due: NaiveDate, first: Option<NaiveDate>, style: Style<'_>) -> String {
    let due = style.day(due);
    match (first.map(|first| style.day(first)), style.lang) {
        (None, _) => due,
        (Some(first), Lang::Zh) => format!("{due}（原定{first}）"),
        (Some(first), Lang::En) => format!("{due} (first {first})"),
    }
}

/// The times that a day was moved.
#[must_use]
pub fn moves(anchor: &AnchorReport, style: Style<'_>) -> Vec<String> {
    let moves = anchor.moved.iter();
    let said = moves.map(|moved| {
        let (to, recorded, by) = (style.day(moved.to), style.day(moved.recorded), &moved.by);
        let reason = moved.reason.as_deref();
        match (style.lang, reason) {
            (Lang::Zh, None) => format!("{recorded} {by}改为{to}"),
            (Lang::Zh, Some(reason)) => format!("{recorded} {by}改为{to}：{reason}"),
            (Lang::En, None) => format!("to {to}, {recorded} by {by}"),
            (Lang::En, Some(reason)) => format!("to {to}, {recorded} by {by}: {reason}"),
        }
    });
    said.collect()
}

/// An event's kind, in words.
#[must_use]
pub fn event_kind(event: &EventReport, lang: Lang) -> &str {
    words::event_kind(&event.kind, lang)
}

/// The signed report before.
#[must_use]
pub fn previous(previous: &PreviousHead, lang: Lang) -> String {
    let (week, facts, head) = (previous.week, previous.facts, &previous.head);
    match lang {
        Lang::Zh => format!("{week}，{facts} 条记录，{head}"),
        Lang::En => format!("{week}, {facts} entries, {head}"),
    }
}
