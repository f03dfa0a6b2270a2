//! The words of a visit sheet, on paper and as a file, and of what can be wrong with one.

use crate::calendar::Week;
use crate::fact::Verdict;
use crate::rollup::{Reported, VisitFault};
use crate::text::{Lang, Phrase, words};

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Phrase = Phrase::new($zh, $en);)*
    };
}

phrases! {
    /// What the sheet is, below the school's name.
    SHEET: "督查记录表", "Visit sheet";
    /// Who inspects, to be filled in.
    INSPECTOR: "督查人", "inspector";
    /// The day of the visit, to be filled in.
    VISITED_ON: "督查日期", "day of the visit";
    /// The place for a date on paper.
    EMPTY_DATE: "　　　　年　　　月　　　日", "";
    /// The number of an item.
    NUMBER: "编号", "no.";
    /// What is asked for, and what the school reports of it.
    ITEM: "事项与学校自报", "item, and what the school reports";
    /// The verdict.
    VERDICT: "结论（打勾）", "verdict (tick one)";
    /// What was seen.
    SEEN: "看到的情况", "what was seen";
    /// The items, as a table.
    ITEMS: "抽查事项", "Items to look at";
    /// The inspector's signature.
    INSPECTORS: "督查人（签字）", "inspected by";
    /// The school's signature.
    SCHOOLS: "学校负责人（签字）", "for the school";
    /// What else is to be said.
    REMARKS: "其他情况", "remarks";
    /// Both signatures.
    SIGNATURES: "签字", "Signatures";
    /// The school has not reported the item.
    NOT_REPORTED: "学校未报送", "not reported";
    /// What parts a name from what it stands for.
    COLON: "：", ":";
    /// The head of the file.
    HEAD: "督查记录表。督查后填三处：inspector 写督查人，visited_on 写日期（如 2022-03-21），
每个事项的 verdict 写结论：合格、部分合格、不合格（或 pass、partial、fail），note 写看到的情况。
没看的事项 verdict 留空。文字里有冒号、井号时，用引号括起来。其余内容不要改。
填好后交学校导入：duban inspect --from 本文件",
    "A visit sheet. After the visit fill in three things: `inspector`, who inspected; `visited_on`, the day
(as 2022-03-21); and for each item its `verdict`: pass, partial or fail, and as `note` what was seen.
Leave the verdict of what you did not look at empty. Put text with a colon or a # into quotes, and
leave the rest as it is. The school takes it in with: duban inspect --from THIS-FILE";
}

/// What the school reports of an item.
#[must_use]
pub fn reported(of: Option<&Reported>, lang: Lang) -> String {
    let Some(of) = of else {
        return NOT_REPORTED.of(lang).to_owned();
    };
    let status = words::status(of.status, lang);
    let (done, required) = (of.done, of.required);
    let mut parts = vec![match (lang, required) {
        (Lang::Zh, 0) => format!("自报{status}"),
        (Lang::En, 0) => format!("reported {status}"),
        (Lang::Zh, _) => format!("自报{status}，已办 {done}/{required}"),
        (Lang::En, _) => format!("reported {status}, {done} of {required} done"),
    }];
    for (count, zh, en) in [(of.overdue, "逾期", "overdue"), (of.late, "迟办", "late")] {
        parts.extend((count > 0).then(|| match lang {
            Lang::Zh => format!("{zh} {count}"),
            Lang::En => format!("{count} {en}"),
        }));
    }
    parts.extend(of.measure.clone());
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

/// From which week's report a sheet knows what the school reports.
#[must_use]
pub fn of_report(week: Week, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("自报情况取自 {week} 的报告。"),
        Lang::En => format!("What the school reports is from its report of {week}."),
    }
}

/// Whom to ask at the school.
#[must_use]
pub fn contact(contact: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("联系人 {contact}"),
        Lang::En => format!("contact {contact}"),
    }
}

/// How a school came to be drawn: as which of how many, and what it weighed of what all weigh.
#[must_use]
pub fn drawn((place, schools): (usize, usize), (weight, total): (u64, u64), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "共抽 {schools} 所，本校第 {place} 个抽到；权重 {weight}，全部学校合计 {total}。"
        ),
        Lang::En => format!(
            "Drawn as no. {place} of {schools}, with a weight of {weight} of {total} in all."
        ),
    }
}

/// Why a school weighs what it weighs, part by part.
#[must_use]
pub fn reasons(all: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("计分：{}。", all.join("；")),
        Lang::En => format!("Why: {}.", all.join("; ")),
    }
}

/// What it takes to draw again.
#[must_use]
pub fn drawn_from(seed: u64, week: Week, roster: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("种子 {seed} · 截至 {week} · 学校名册 {roster}"),
        Lang::En => format!("seed {seed} · as of {week} · roster {roster}"),
    }
}

/// The verdicts to tick.
#[must_use]
pub fn boxes(lang: Lang) -> [&'static str; 3] {
    Verdict::ALL.map(|verdict| words::verdict(verdict, lang))
}

/// What is wrong with a sheet that came back, and what to do.
#[must_use]
pub fn fault(fault: &VisitFault, lang: Lang) -> (String, String) {
    match lang {
        Lang::Zh => fault_zh(fault),
        Lang::En => fault_en(fault),
    }
}

fn fault_zh(fault: &VisitFault) -> (String, String) {
    match fault {
        VisitFault::OtherSchool { sheet, own } => (
            format!("这张表是“{sheet}”的，本校是“{own}”"),
            "请督查组给本校的表".to_owned(),
        ),
        VisitFault::NoInspector => ("没写督查人".into(), "写上姓名，如 `inspector: 周敏`".into()),
        VisitFault::NoDay => (
            "没写督查日期".into(),
            "写上日期，如 `visited_on: 2022-03-21`".into(),
        ),
        VisitFault::Future { on, today } => (
            format!("{on} 还没到，今天是 {today}"),
            "改成督查的那一天".into(),
        ),
        VisitFault::NothingFilledIn => (
            "一个结论也没填".into(),
            "在看过的事项下写，如 `verdict: 合格`".into(),
        ),
        VisitFault::NoteWithoutVerdict => (
            "写了情况，没写结论".into(),
            "在 verdict 处写合格、部分合格或不合格".into(),
        ),
        VisitFault::UnknownItem(item) => (
            format!("本校没有事项“{item}”"),
            "本校没启用这份清单，或新版已没有这一项：结论留空，其余照常导入".into(),
        ),
        VisitFault::ItemTwice(item) => (format!("事项“{item}”出现了两次"), "删去一处".into()),
    }
}

fn fault_en(fault: &VisitFault) -> (String, String) {
    match fault {
        VisitFault::OtherSchool { sheet, own } => (
            format!("this is a sheet of `{sheet}`, and the school here is `{own}`"),
            "ask the inspectors for your own".to_owned(),
        ),
        VisitFault::NoInspector => (
            "nobody is named who inspected".into(),
            "write the name, as in `inspector: Zhou Min`".into(),
        ),
        VisitFault::NoDay => (
            "the day of the visit is missing".into(),
            "write it, as in `visited_on: 2022-03-21`".into(),
        ),
        VisitFault::Future { on, today } => (
            format!("{on} lies ahead, today is {today}"),
            "write the day of the visit".into(),
        ),
        VisitFault::NothingFilledIn => (
            "no verdict is filled in".into(),
            "write it at what was looked at, as in `verdict: pass`".into(),
        ),
        VisitFault::NoteWithoutVerdict => (
            "there is a note and no verdict".into(),
            "write pass, partial or fail as the verdict".into(),
        ),
        VisitFault::UnknownItem(item) => (
            format!("the school has no item `{item}`"),
            "it does not follow that checklist, or a new version is without it: leave the verdict empty to take in the rest".into(),
        ),
        VisitFault::ItemTwice(item) => (
            format!("the item `{item}` stands twice"),
            "delete one of them".into(),
        ),
    }
}
