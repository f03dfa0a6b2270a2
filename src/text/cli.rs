//! What the commands say.

pub mod checklist;
pub mod finding;
pub mod layout;
pub mod notices;
pub mod plan;
pub mod report;
pub mod review;
pub mod sample;
pub mod sent;
pub mod status;
pub mod summary;
pub mod target;
pub mod verify;

use super::{Lang, Phrase, facts, words};
use crate::assess::{Status, Totals};
use crate::calendar::{Week, WeekError};
use crate::fact::Event;
use crate::report::ItemReport;
use chrono::NaiveDate;
use std::path::Path;

/// A message, and what to do about it.
type Words = (String, Option<String>);

/// There are no events.
pub const NO_EVENTS: Phrase = Phrase::new("还没有登记事件", "no events yet");
/// Nothing to list.
pub const NOTHING_HERE: Phrase = Phrase::new("没有这样的事项。", "nothing here.");
/// No checklist was adopted by the day looked at.
pub const NONE_FOLLOWED: Phrase = Phrase::new(
    "那一天还没有启用任何清单。",
    "no checklist was followed on that day yet.",
);
/// Nothing was recorded.
pub const NOTHING_RECORDED: Phrase = Phrase::new("还没有记录", "nothing recorded yet");
/// The question for the school's name.
pub const ASK_NAME: Phrase = Phrase::new("学校名称：", "name of the school:");
/// Where the terms come from.
pub const TERMS_BY_CONVENTION: Phrase = Phrase::new(
    "学期按惯例设为 9月1日至1月20日、2月15日至7月5日，可在 school.yaml 中修改。",
    "Terms are set to 1 September to 20 January and 15 February to 5 July; change them in school.yaml.",
);

/// After what was undone since.
pub const UNDONE_MARK: Phrase = Phrase::new("（已撤销）", " (undone)");

/// What to do about a damaged record.
pub const DAMAGED_HINT: Phrase = Phrase::new(
    "先复制保存这个文件，再用 `duban backup` 的备份恢复",
    "keep a copy of the file as it is, then restore a backup made with `duban backup`",
);

/// The record is empty, though a school is set up.
#[must_use]
pub fn empty_record(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!(
            "台账 {path} 里一条记录也没有。以前记过的话，先别填报：找回原来的文件，或用 `duban backup` 的备份放回这里"
        ),
        Lang::En => format!(
            "nothing is recorded in {path}. If there should be something, record nothing now: put the old file or a backup there"
        ),
    }
}

/// A made-up school was played.
#[must_use]
pub fn simulated(entries: u64, until: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("模拟到 {until}，共 {entries} 条记录"),
        Lang::En => format!("{entries} entries made up, until {until}"),
    }
}

/// A text that is no week.
#[must_use]
pub fn week(error: &WeekError, lang: Lang) -> Words {
    match (error, lang) {
        (WeekError::Form(said), Lang::Zh) => (
            format!("“{said}”不是周次"),
            Some("写成 2022-W11 这样".into()),
        ),
        (WeekError::Form(said), Lang::En) => (
            format!("`{said}` is not a week"),
            Some("write it as 2022-W11".into()),
        ),
        (WeekError::NoSuchWeek { year, week, last }, Lang::Zh) => (
            format!("{year} 年没有第 {week} 周"),
            Some(format!("最后一周是 {year}-W{last:02}")),
        ),
        (WeekError::NoSuchWeek { year, week, last }, Lang::En) => (
            format!("{year} has no week {week}"),
            Some(format!("its last week is {year}-W{last:02}")),
        ),
    }
}

/// A week that has not begun.
#[must_use]
pub fn week_not_begun(week: Week, current: Week, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("{week} 还没有开始"),
            Some(format!("本周是 {current}")),
        ),
        Lang::En => (
            format!("{week} has not begun"),
            Some(format!("this week is {current}")),
        ),
    }
}

/// Standard output cannot be written.
#[must_use]
pub fn cannot_print(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("无法输出：{why}"),
        Lang::En => format!("cannot write to standard output: {why}"),
    }
}

/// A text that is no number.
#[must_use]
pub fn no_number(said: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (format!("“{said}”不是整数"), Some("例如 3891".into())),
        Lang::En => (
            format!("`{said}` is not a whole number"),
            Some("write it as 3891".into()),
        ),
    }
}

/// One event in a list.
#[must_use]
pub fn event_row(event: &Event, lang: Lang) -> String {
    let kind = words::event_kind(&event.kind, lang);
    let state = match (event.closed, lang) {
        (None, Lang::Zh) => "进行中".to_owned(),
        (None, Lang::En) => "open".to_owned(),
        (Some(on), Lang::Zh) => format!("{on} 结束"),
        (Some(on), Lang::En) => format!("closed {on}"),
    };
    format!(
        "{}  {kind}  {}  {}  {state}",
        event.id, event.name, event.on
    )
}

/// What was undone.
#[must_use]
pub fn undone(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已撤销：{what}"),
        Lang::En => format!("undone: {what}"),
    }
}

/// What was done again.
#[must_use]
pub fn redone(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已重做：{what}"),
        Lang::En => format!("done again: {what}"),
    }
}

/// The record was copied.
#[must_use]
pub fn backed_up(path: &Path, facts: u64, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("已备份到 {path}：{facts} 条记录，已核验"),
        Lang::En => format!("backed up to {path}: {facts} facts, verified"),
    }
}

/// The first line of `duban status`.
#[must_use]
pub fn status_title(school: &str, week: Week, day: NaiveDate, lang: Lang) -> String {
    let day = words::day(day, lang);
    match lang {
        Lang::Zh => format!("{school}  {week}  截至{day}"),
        Lang::En => format!("{school}  {week}  as of {day}"),
    }
}

/// The rates of a week in one line.
#[must_use]
pub fn totals(totals: &Totals, lang: Lang) -> String {
    let rate = words::percent(totals.percent);
    let Totals {
        required,
        done,
        late,
        late_entered,
        overdue,
        waived,
        ..
    } = totals;
    match lang {
        Lang::Zh => format!(
            "应办 {required}，已办 {done}（迟办 {late}，补录 {late_entered}），逾期 {overdue}，不适用 {waived}，完成率 {rate}"
        ),
        Lang::En => format!(
            "{required} required, {done} done ({late} late, {late_entered} entered late), {overdue} overdue, {waived} waived, {rate}"
        ),
    }
}

/// The heading of items that stand alike.
#[must_use]
pub fn group(status: Status, count: usize, lang: Lang) -> String {
    let name = words::status(status, lang);
    match lang {
        Lang::Zh => format!("{name}（{count}）"),
        Lang::En => format!("{name} ({count})"),
    }
}

/// One item in a list.
#[must_use]
pub fn item_row(checklist: &str, item: &ItemReport, lang: Lang) -> String {
    let name = format!("{checklist}/{}", item.id);
    let mut said = vec![format!("  {name:<20} {}", item.text)];
    if let Some(measure) = &item.measure {
        let ratio = facts::ratio(measure.value, measure.of);
        said.push(format!("{ratio} {}", words::percent(measure.percent)));
    }
    if let Some(due) = item.due.filter(|_| is_open(item.status)) {
        said.push(match lang {
            Lang::Zh => format!("期限 {}", words::day(due, lang)),
            Lang::En => format!("due {}", words::day(due, lang)),
        });
    }
    if item.overdue > 1 {
        said.push(match lang {
            Lang::Zh => format!("缺 {} 次", item.overdue),
            Lang::En => format!("{} missed", item.overdue),
        });
    }
    if let (Status::Waived, Some(waiver)) = (item.status, item.waivers.last()) {
        said.push(waiver.reason.clone());
    }
    said.extend(item.owner.clone());
    said.join(" · ")
}

fn is_open(status: Status) -> bool {
    matches!(status, Status::Due | Status::Partial | Status::Overdue)
}

/// One checklist in a list.
#[must_use]
pub fn checklist_row(id: &str, version: u32, title: &str, items: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{id}  第 {version} 版  {title}（{items} 项）"),
        Lang::En => format!("{id}  version {version}  {title} ({items} items)"),
    }
}

/// Files without problems.
#[must_use]
pub fn no_problems(files: usize, lang: Lang) -> String {
    match (lang, files) {
        (Lang::Zh, _) => format!("{files} 个文件，没有问题"),
        (Lang::En, 1) => "1 file, no problems".to_owned(),
        (Lang::En, _) => format!("{files} files, no problems"),
    }
}

/// How many problems there are.
#[must_use]
pub fn problems(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("共 {count} 处问题"),
        (Lang::En, 1) => "1 problem".to_owned(),
        (Lang::En, _) => format!("{count} problems"),
    }
}

/// An option is needed.
#[must_use]
pub fn missing_option(option: &str, lang: Lang) -> Words {
    let example = "duban init --name 青山小学 --kind primary --yes";
    match lang {
        Lang::Zh => (format!("缺少 {option}"), Some(format!("例如 `{example}`"))),
        Lang::En => (
            format!("{option} is missing"),
            Some("as in `duban init --name \"Green Hill School\" --kind primary --yes`".into()),
        ),
    }
}

/// A name without a letter to make an id of.
#[must_use]
pub fn no_id(name: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("从校名“{name}”得不出学校编号"),
            Some("用 --id 写一个，如 --id qingshan".into()),
        ),
        Lang::En => (
            format!("no id can be made from the name `{name}`"),
            Some("give one with --id, as in --id green-hill".into()),
        ),
    }
}

/// A name that cannot be a school's.
#[must_use]
pub fn bad_school_name(lang: Lang) -> Words {
    match lang {
        Lang::Zh => ("学校名称不能为空，也不能含控制字符".into(), None),
        Lang::En => (
            "the school's name must not be empty or hold control characters".into(),
            None,
        ),
    }
}

/// A text that cannot be an id.
#[must_use]
pub fn bad_id(said: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("“{said}”不能作编号"),
            Some("只用字母、数字和 . - _，最多 64 个字".into()),
        ),
        Lang::En => (
            format!("`{said}` cannot be an id"),
            Some("use letters, digits and . - _, at most 64".into()),
        ),
    }
}

/// The question for the kind of school.
#[must_use]
pub fn ask_kind(kinds: &[String], lang: Lang) -> String {
    let kinds = kinds.join(", ");
    match lang {
        Lang::Zh => format!("学校类型（{kinds}）："),
        Lang::En => format!("kind of school ({kinds}):"),
    }
}

/// A text that is no kind of school.
#[must_use]
pub fn bad_kind(said: &str, lang: Lang) -> Words {
    let kinds = "kindergarten, primary, secondary, vocational, university, bureau";
    match lang {
        Lang::Zh => (
            format!("“{said}”不是学校类型"),
            Some(format!("可以写 {kinds}")),
        ),
        Lang::En => (
            format!("`{said}` is not a kind of school"),
            Some(format!("use one of {kinds}")),
        ),
    }
}

/// A school was set up.
#[must_use]
pub fn set_up(name: &str, checklists: &[&str], from: Option<NaiveDate>, lang: Lang) -> String {
    let from = from.map(|from| from.to_string()).unwrap_or_default();
    match lang {
        Lang::Zh => format!(
            "已登记{name}，启用清单 {}，自 {from} 起计",
            checklists.join("、")
        ),
        Lang::En => format!(
            "{name} is set up with {}, counting from {from}",
            checklists.join(", ")
        ),
    }
}

/// Where a school's files are.
#[must_use]
pub fn set_up_files(profile: &Path, record: &Path, lang: Lang) -> String {
    let (profile, record) = (profile.display(), record.display());
    match lang {
        Lang::Zh => format!("学校资料：{profile}\n台账：{record}"),
        Lang::En => format!("profile: {profile}\nrecord: {record}"),
    }
}
