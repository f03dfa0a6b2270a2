//! What the screen says.

use super::{Lang, Phrase, facts, words};
use crate::assess::{Mark, Status};
use crate::calendar::{Period, Week};
use crate::fact::Completion;
use chrono::NaiveDate;

/// Fixed words, each under its name.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Phrase = Phrase::new($zh, $en);)*
    };
}

phrases! {
    /// The overview's name.
    OVERVIEW: "总览", "Overview";
    /// The checklist view's name.
    CHECKLIST: "清单", "Checklist";
    /// The record view's name.
    RECORD: "台账", "Record";
    /// The title of a question that is answered with yes or not at all.
    QUESTION: "请确认", "please confirm";
    /// A day, as a field.
    DAY: "日期", "day";
    /// What an empty day stands for.
    TODAY: "今天", "today";
    /// A remark, as a field.
    NOTE: "备注", "note";
    /// An empty field that may stay so.
    NOTHING: "可不填", "may stay empty";
    /// An empty field that changes nothing.
    UNCHANGED: "不变", "as it is";
    /// A reason, as a field.
    REASON: "理由", "reason";
    /// Evidence, as a field.
    FILE_OR_LINK: "文件或链接", "file or link";
    /// An event's name, as a field.
    EVENT_NAME: "名称", "name";
    /// Who answers, as a field.
    OWNER: "牵头", "owner";
    /// Who helps, as a field.
    HELPERS: "配合", "helpers";
    /// Another last day, as a field.
    LAST_DAY: "期限", "last day";
    /// A number, as a field.
    VALUE: "完成数", "number";
    /// How many can be done a day, as a field.
    RATE: "每日可办", "a day";
    /// The number to reach, as a field.
    TARGET: "目标数", "of";
    /// Above what a dialog will record.
    WILL_RECORD: "将记入：", "will record: ";
    /// Before the search text.
    FIND: "查找：", "find: ";
    /// Nothing was found.
    NOTHING_FOUND: "没有找到。Esc 清除查找", "nothing found; Esc clears the search";
    /// The clauses of an item.
    CLAUSES: "条款", "clauses";
    /// How often an item is due.
    CADENCE: "频次", "cadence";
    /// Which time an item is about.
    PERIOD: "所属期", "period";
    /// Where an item is done.
    PLACES: "场所", "places";
    /// The evidence expected.
    EVIDENCE: "佐证", "evidence";
    /// What has happened.
    HISTORY: "经过", "history";
    /// The last periods.
    LAST_PERIODS: "近期", "lately";
    /// The number of an item.
    MEASURE: "指标", "measure";
    /// Why an item does not apply.
    WAIVED: "不适用", "waived";
    /// A gate item.
    GATE: "开学（开门）条件：一项不合格，学校不得开门", "gate item: one “no” and the school may not open";
    /// Nobody answers for it.
    NOBODY: "未指定", "nobody yet";
    /// An entry that was undone.
    REVOKED: "（已撤销）", " (undone)";
    /// Nothing was recorded.
    EMPTY_RECORD: "还没有记录", "nothing recorded yet";
    /// The title of help.
    HELP: "帮助", "Help";
    /// While the school is opened, where that takes long.
    OPENING: "正在打开清单和台账，请稍候", "opening the checklists and the record";
    /// The screen is too small.
    TOO_SMALL: "窗口太小", "too small";
    /// The title of the first run.
    WELCOME: "督办：第一次使用", "duban: first run";
    /// What the first run asks.
    WELCOME_TEXT: "回答三个问题就可以开始，其余都有默认值，以后可在 school.yaml 中修改。",
        "Three questions, then you can start. Everything else has a default and can be changed in school.yaml.";
    /// The first question.
    ASK_NAME: "1 学校名称", "1 name of the school";
    /// The second question.
    ASK_KIND: "2 学校类型", "2 kind of school";
    /// The third question.
    ASK_CHECKLISTS: "3 启用清单", "3 checklists";
    /// The button that begins.
    BEGIN: "开始使用", "start";
    /// No name was given.
    NEEDS_NAME: "请填写学校名称", "please give the school's name";
    /// No checklist was chosen.
    NEEDS_CHECKLIST: "请至少勾选一份清单", "please choose at least one checklist";
    /// Output is not a terminal.
    NO_TERMINAL: "界面需要终端", "the screen needs a terminal";
    /// What to do without a terminal.
    NO_TERMINAL_HINT: "脚本里请用 `duban status`、`duban tick` 等命令，或 `duban --plain` 逐行对话", "in scripts use commands such as `duban status` and `duban tick`, or `duban --plain`, which talks line by line";
    /// No event item is chosen.
    NO_EVENT_ITEM: "这一项不按事件办理", "this item is not done for events";
    /// There is nothing to go back to for a while.
    NO_SHELL: "本程序不是从命令行启动的，没有可返回的命令行", "duban was not started by a shell, so there is none to go back to";
    /// What to do where the editor cannot be used.
    EDITOR_HINT: "请把环境变量 EDITOR 设为编辑器，例如 `EDITOR=nano duban`",
        "set EDITOR to an editor, as in `EDITOR=nano duban`";
    /// Nothing is chosen that could be copied.
    NOTHING_TO_COPY: "没有可复制的内容", "nothing is chosen to copy";
    /// The theme for a dark background.
    DARK: "深色", "dark";
    /// The theme for a light background.
    LIGHT: "浅色", "light";
    /// The theme of high contrast.
    CONTRAST: "高对比", "high contrast";
    /// The theme without colour.
    PLAIN: "无色", "no colour";
    /// No item is chosen.
    NO_ITEM: "请先选一个事项", "choose an item first";
    /// There is no number to enter.
    NO_MEASURE: "这一项不是量化指标", "this item is not measured by a number";
}

pub mod calendar;
pub mod explain;
pub mod find;
pub mod finding;
pub mod keys;
pub mod overview;
pub mod plain;
pub mod summary;
pub mod tour;
pub mod week;

/// A text with its `{}` filled in, one after the other.
#[must_use]
pub fn fill(text: &str, with: &[String]) -> String {
    let mut with = with.iter();
    let mut parts = text.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        filled += with.next().map_or("", String::as_str);
        filled += part;
    }
    filled
}

/// What is told while something takes its time.
#[must_use]
pub fn at_work(seconds: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("请稍候…… {seconds} 秒"),
        Lang::En => format!("please wait: {seconds} s"),
    }
}

/// The user's editor could not be used.
#[must_use]
pub fn no_editor(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("编辑器没有正常打开：{why}"),
        Lang::En => format!("the editor did not do: {why}"),
    }
}

/// A status report, as something that was copied.
#[must_use]
pub fn report_of(week: Week, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{week} 状态报告"),
        Lang::En => format!("the status report of {week}"),
    }
}

/// What was copied.
#[must_use]
pub fn copied(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已复制：{what}"),
        Lang::En => format!("copied: {what}"),
    }
}

/// What was recorded.
#[must_use]
pub fn recorded(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已记：{what}"),
        Lang::En => format!("recorded: {what}"),
    }
}

/// How many days, or times, an item is missed still after it was ticked for another.
#[must_use]
pub fn missed_still(count: usize, is_daily: bool, lang: Lang) -> String {
    match (lang, is_daily, count) {
        (Lang::Zh, true, _) => format!("还有 {count} 天逾期，按 t 补录"),
        (Lang::Zh, false, _) => format!("还有 {count} 次逾期，按 t 补录"),
        (Lang::En, true, 1) => "1 day is still overdue: t".to_owned(),
        (Lang::En, true, _) => format!("{count} days are still overdue: t"),
        (Lang::En, false, 1) => "one is still overdue: t".to_owned(),
        (Lang::En, false, _) => format!("{count} are still overdue: t"),
    }
}

/// One thing said after another.
#[must_use]
pub fn sentences(first: &str, then: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{first}。{then}"),
        Lang::En => format!("{first}; {then}"),
    }
}

/// The question before a tick is taken back.
#[must_use]
pub fn ask_untick(item: &str, on: NaiveDate, lang: Lang) -> String {
    let day = words::day(on, lang);
    match lang {
        Lang::Zh => format!("取消 {item} 在 {day} 的完成记录？"),
        Lang::En => format!("Take back that {item} was done on {day}?"),
    }
}

/// The question before a waiver is lifted.
#[must_use]
pub fn ask_lift(item: &str, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{item} 现为不适用（{reason}），恢复适用？"),
        Lang::En => format!("{item} is waived ({reason}). Make it apply again?"),
    }
}

/// The question before an entry is undone.
#[must_use]
pub fn ask_revoke(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("撤销这一条：{what}？"),
        Lang::En => format!("Undo this: {what}?"),
    }
}

/// The question before what was recorded before the screen was opened, or elsewhere, is undone.
#[must_use]
pub fn ask_undo(what: &str, by: &str, on: NaiveDate, lang: Lang) -> String {
    let day = words::day(on, lang);
    match lang {
        Lang::Zh => format!("撤销这一条：{what}？\n{by} {day}记的，不是这次打开以后在这里记的。"),
        Lang::En => format!(
            "Undo this: {what}?\nRecorded by {by} on {day}, not here since duban was opened."
        ),
    }
}

/// The question before what lies before an unlocking is undone.
#[must_use]
pub fn ask_undo_before_unlocking(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("撤销这一条：{what}？\n解锁本身不能撤销；要重新锁定，请再签字。"),
        Lang::En => format!(
            "Undo this: {what}?\nThe unlocking stays; to lock the week again, sign it again."
        ),
    }
}

/// Before what is wrong.
#[must_use]
pub fn failed(what: &str, hint: Option<&str>, lang: Lang) -> String {
    match (hint, lang) {
        (None, _) => what.to_owned(),
        (Some(hint), Lang::Zh) => format!("{what}。{hint}"),
        (Some(hint), Lang::En) => format!("{what}; {hint}"),
    }
}

/// Reasons in a row.
#[must_use]
pub fn reasons(reasons: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => reasons.join("；"),
        Lang::En => reasons.join("; "),
    }
}

/// How an item stands, with its last day.
#[must_use]
pub fn standing(status: Status, due: Option<NaiveDate>, lang: Lang) -> String {
    let name = words::status(status, lang);
    let open = matches!(status, Status::Due | Status::Partial | Status::Overdue);
    let Some(due) = due.filter(|_| open) else {
        return name.to_owned();
    };
    let day = words::day(due, lang);
    match (lang, status) {
        (Lang::Zh, _) => format!("{name}，期限 {day}"),
        (Lang::En, Status::Due) => format!("due by {day}"),
        (Lang::En, Status::Overdue) => format!("overdue, was due {day}"),
        (Lang::En, _) => format!("{name}, due by {day}"),
    }
}

/// What is open, with its last day in words.
#[must_use]
pub fn with_limit(what: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{what}，期限 {day}"),
        Lang::En => format!("{what}, due by {day}"),
    }
}

/// A completion in words; the period is named where it is not the day itself.
#[must_use]
pub fn completion(period: &Period, done: &Completion, lang: Lang) -> String {
    let on = match period {
        Period::Day(_) | Period::Once => words::day(done.on, lang),
        period => {
            let (period, day) = (words::period(period, lang), words::day(done.on, lang));
            match lang {
                Lang::Zh => format!("{period} {day}"),
                Lang::En => format!("{day} for {period}"),
            }
        }
    };
    let late = done.is_late_entry().then(|| done.recorded.date_naive());
    match (late, lang) {
        (None, Lang::Zh) => format!("{on}完成，{}", done.by),
        (None, Lang::En) => format!("done {on}, {}", done.by),
        (Some(late), Lang::Zh) => format!("{on}完成（{late} 补录），{}", done.by),
        (Some(late), Lang::En) => {
            format!("done {on} (entered {late}), {}", done.by)
        }
    }
}

/// What a strip's mark means.
#[must_use]
pub fn mark(mark: Mark, lang: Lang) -> &'static str {
    match mark {
        Mark::Done => Phrase::new("完成", "done"),
        Mark::LateEntry => Phrase::new("补录", "entered late"),
        Mark::Missed => Phrase::new("未办", "missed"),
        Mark::Open => Phrase::new("待办", "open"),
        Mark::Waived => Phrase::new("不适用", "waived"),
        Mark::Nothing => Phrase::new("不要求", "not required"),
    }
    .of(lang)
}

/// How much of the list is shown: `3/90`.
#[must_use]
pub fn place(at: usize, of: usize) -> String {
    format!("{}/{of}", (at + 1).min(of))
}

/// How many items a search left.
#[must_use]
pub fn found(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("找到 {count} 项"),
        (Lang::En, 1) => "1 item".to_owned(),
        (Lang::En, _) => format!("{count} items"),
    }
}

/// A number against its target, with the rate and the unit.
#[must_use]
pub fn measured(value: Option<u64>, of: Option<u64>, percent: Option<f64>, unit: &str) -> String {
    let value = value.map_or_else(|| "-".to_owned(), facts::grouped);
    let of = of.map_or_else(|| "?".to_owned(), facts::grouped);
    let rate = percent.map_or_else(String::new, |percent| format!("  {percent:.1}%"));
    format!("{value} / {of} {unit}{rate}")
}

/// The title of a dialog.
#[must_use]
pub fn form_title(what: Phrase, item: &str, lang: Lang) -> String {
    let what = what.of(lang);
    if item.is_empty() {
        return what.to_owned();
    }
    format!("{item}  {what}")
}

/// One checklist on offer, in the first run.
#[must_use]
pub fn offer(title: &str, items: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{title}（{items} 项）"),
        Lang::En => format!("{title} ({items} items)"),
    }
}

/// The terminal cannot be used.
#[must_use]
pub fn terminal(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("终端出错：{why}"),
        Lang::En => format!("the terminal failed: {why}"),
    }
}

/// A remark with its day and who made it.
#[must_use]
pub fn noted(on: NaiveDate, by: &str, text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{on} {by}：{text}"),
        Lang::En => format!("{on} {by}: {text}"),
    }
}
