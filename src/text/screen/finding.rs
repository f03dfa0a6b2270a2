//! What the screen says about findings and inspections.

use crate::fact::{FindingSource, FindingState, Reopening, Seen};
use crate::review::Colour;
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

phrases! {
    /// The findings view's name.
    FINDINGS: "问题", "Findings";
    /// The title of the dialog that raises one.
    RAISE: "登记问题", "raise a finding";
    /// The title of the dialog for a verdict.
    INSPECT: "督查结论", "an inspector's verdict";
    /// What is wrong.
    TEXT: "问题", "what is wrong";
    /// Why it came about.
    CAUSE: "原因", "cause";
    /// The corrective action.
    ACTION: "整改措施", "corrective action";
    /// Who answers for it.
    OWNER: "责任人", "owner";
    /// The limit in school days.
    WITHIN: "限几个教学日", "within school days";
    /// Who found it.
    SOURCE: "来源", "found by";
    /// Who put a finding right, as a field.
    FIXER: "整改人", "fixed by";
    /// Who has seen that it is right.
    VERIFIER: "核实人", "verified by";
    /// Another limit.
    NEW_LIMIT: "新期限", "new limit";
    /// A verdict.
    VERDICT: "结论", "verdict";
    /// Who inspects.
    INSPECTOR: "督查人", "inspector";
    /// The time limit.
    LIMIT: "期限", "limit";
    /// The item.
    ITEM: "事项", "item";
    /// When it was raised.
    RAISED: "登记", "raised";
    /// When it was put right.
    FIXED: "整改", "fixed";
    /// When that was verified.
    VERIFIED: "核实", "verified";
    /// When it was struck off.
    CLOSED: "销号", "closed";
    /// When it was opened again.
    REOPENED: "重开", "reopened";
    /// There are none.
    NONE: "没有登记过问题。在事项上按 r 登记", "no findings yet; press r on an item to raise one";
    /// No finding is chosen.
    NOT_CHOSEN: "请先选一个问题", "choose a finding first";
    /// Findings of an item.
    OF_ITEM: "问题", "findings";
    /// Inspections of an item.
    INSPECTIONS: "督查", "inspected";
    /// Why an owner is told.
    NOTICE: "提醒", "notice";
    /// There are no notices.
    NO_NOTICES: "没有要提醒的", "nobody has to be told anything";
    /// What the school says itself.
    OWN: "自查", "self-check";
    /// There are no disagreements.
    ALL_AGREE: "自查与督查没有不一致", "self-check and inspection agree everywhere";
}

/// Who can have found something, as the dialog offers them.
pub const SOURCES: &[Phrase] = &[
    Phrase::new("自查", "self-check"),
    Phrase::new("督查", "inspection"),
];

/// The verdicts, in the order of [`crate::fact::Verdict::ALL`].
pub const VERDICTS: &[Phrase] = &[
    Phrase::new("合格", "pass"),
    Phrase::new("部分合格", "partial"),
    Phrase::new("不合格", "fail"),
];

/// Who that choice of [`SOURCES`] is.
#[must_use]
pub const fn source(choice: usize) -> FindingSource {
    match choice {
        0 => FindingSource::SelfCheck,
        _ => FindingSource::Inspection,
    }
}

/// How far a rectification has come, in one word.
#[must_use]
pub const fn state(state: FindingState, lang: Lang) -> &'static str {
    match state {
        FindingState::Open => Phrase::new("待整改", "open"),
        FindingState::Fixed => Phrase::new("待核实", "fixed"),
        FindingState::Verified => Phrase::new("待销号", "verified"),
        FindingState::Closed => Phrase::new("已销号", "closed"),
    }
    .of(lang)
}

/// The colour of a notice.
#[must_use]
pub const fn colour(colour: Colour, lang: Lang) -> &'static str {
    match colour {
        Colour::Red => Phrase::new("红", "red"),
        Colour::Yellow => Phrase::new("黄", "yellow"),
        Colour::Blue => Phrase::new("蓝", "blue"),
    }
    .of(lang)
}

/// Who found it, in one word.
#[must_use]
pub const fn source_name(source: FindingSource, lang: Lang) -> &'static str {
    match source {
        FindingSource::SelfCheck => Phrase::new("自查", "self"),
        FindingSource::Inspection => Phrase::new("督查", "insp."),
        FindingSource::Review => Phrase::new("周检视", "review"),
    }
    .of(lang)
}

/// How many school days are left until a limit, or have passed since it.
#[must_use]
pub fn left(days: i64, over: bool, lang: Lang) -> String {
    let count = days.unsigned_abs();
    match (over, count, lang) {
        (true, 0, Lang::Zh) => "超期".to_owned(),
        (true, 0, Lang::En) => "over".to_owned(),
        (true, _, Lang::Zh) => format!("超{count}日"),
        (true, _, Lang::En) => format!("{count} over"),
        (false, 0, Lang::Zh) => "今日".to_owned(),
        (false, 0, Lang::En) => "today".to_owned(),
        (false, _, Lang::Zh) => format!("剩{count}日"),
        (false, _, Lang::En) => format!("{count} left"),
    }
}

/// How many findings are open, and how many notices of each colour there are.
#[must_use]
pub fn counts(open: usize, [red, yellow, blue]: [usize; 3], lang: Lang) -> String {
    let standing = match (open, lang) {
        (0, Lang::Zh) => "没有未销号的问题。".to_owned(),
        (0, Lang::En) => "None open.".to_owned(),
        (_, Lang::Zh) => format!("未销号 {open} 个。"),
        (_, Lang::En) => format!("{open} open."),
    };
    match lang {
        Lang::Zh => format!("{standing}三色提醒（T）：红 {red}，黄 {yellow}，蓝 {blue}。"),
        Lang::En => format!("{standing} Notices (T): {red} red, {yellow} yellow, {blue} blue."),
    }
}

/// How many times self-check and inspection differ; nothing where they agree.
#[must_use]
pub fn differ(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("自查督查不一致 {count} 项（D）。"),
        (_, Lang::En) => format!(" Verdicts differ on {count} (D)."),
    }
}

/// What self-check and inspection say, side by side.
#[must_use]
pub fn both(own: &str, inspection: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("自查 {own}，督查 {inspection}"),
        Lang::En => format!("self-check: {own}, inspection: {inspection}"),
    }
}

/// A limit, with the first one where it was moved.
#[must_use]
pub fn limit(due: NaiveDate, first: NaiveDate, left: &str, lang: Lang) -> String {
    let day = words::day(due, lang);
    let first = words::day(first, lang);
    match (lang, day == first) {
        (Lang::Zh, true) => format!("{day}，{left}"),
        (Lang::Zh, false) => format!("{day}，{left}（原定 {first}）"),
        (Lang::En, true) => format!("{day}, {left}"),
        (Lang::En, false) => format!("{day}, {left} (first {first})"),
    }
}

/// Who did something about it, and when; with the day it was entered where that is later.
#[must_use]
pub fn seen(seen: &Seen, lang: Lang) -> String {
    let day = words::day(seen.on, lang);
    let recorded = seen.recorded.date_naive();
    match (lang, recorded > seen.on) {
        (Lang::Zh, false) => format!("{day}，{}", seen.by),
        (Lang::Zh, true) => format!("{day}，{}（{recorded} 补录）", seen.by),
        (Lang::En, false) => format!("{day}, {}", seen.by),
        (Lang::En, true) => format!("{day}, {} (entered {recorded})", seen.by),
    }
}

/// When it was opened again, by whom and why.
#[must_use]
pub fn reopening(reopening: &Reopening, lang: Lang) -> String {
    words_of(reopening.on, &reopening.by, &reopening.reason, lang)
}

fn words_of(on: NaiveDate, by: &str, what: &str, lang: Lang) -> String {
    let day = words::day(on, lang);
    match lang {
        Lang::Zh => format!("{day}，{by}：{what}"),
        Lang::En => format!("{day}, {by}: {what}"),
    }
}

/// An inspector's verdict in one line.
#[must_use]
pub fn inspection(inspection: &crate::fact::Inspection, lang: Lang) -> String {
    let verdict = words::verdict(inspection.verdict, lang);
    let what = match (&inspection.note, lang) {
        (None, _) => verdict.to_owned(),
        (Some(note), Lang::Zh) => format!("{verdict}，{note}"),
        (Some(note), Lang::En) => format!("{verdict}, {note}"),
    };
    words_of(inspection.on, &inspection.by, &what, lang)
}

/// A finding in one line, on an item's page.
#[must_use]
pub fn in_short(id: &str, state: &str, left: Option<&str>, text: &str, lang: Lang) -> String {
    let left = left.map_or_else(String::new, |left| match lang {
        Lang::Zh => format!("，{left}"),
        Lang::En => format!(", {left}"),
    });
    match lang {
        Lang::Zh => format!("{id} {state}{left}：{text}"),
        Lang::En => format!("{id} {state}{left}: {text}"),
    }
}
