//! What the linear mode says: the screen's actions as a numbered dialogue, line by line.

use crate::assess::Mark;
use crate::text::{Lang, Phrase};
use chrono::NaiveDate;

phrases! {
    /// How to answer, once at the beginning.
    HOW: "逐行对话。输入编号选择，回车重读，0 返回，? 列出这里的全部操作，q 退出。",
        "Line by line. Type a number to choose, Enter to hear it again, 0 to go back, ? for every action here, q to quit.";
    /// What can be typed where an answer was not understood.
    ANSWERS: "可以输入：编号、操作的键或名称、事项编号（如 3.1）、/ 加要找的字；? 列出全部操作，0 返回，q 退出。",
        "Type a number, the key or name of an action, the number of an item such as 3.1, or / and what to find; ? lists every action, 0 goes back, q quits.";
    /// Above the list of actions.
    ACTIONS: "这里可用的操作：", "What can be done here:";
    /// What else works everywhere, below the list of actions.
    EVERYWHERE: "随处可用：/ 加要找的字，如 /hsjc；列表里先写键再写编号，如 t 3，几项一起办如 空格 1 3 5 或 w 2-4；+ 往后，- 往前；0 返回，q 退出。",
        "Everywhere: / and what to find, as /hsjc; in a list a key and a number, as t 3, or several, as space 1 3 5 or w 2-4; + for more, - for those before; 0 goes back, q quits.";
    /// Nothing is above the overview.
    AT_THE_TOP: "已经在总览。q 退出。", "this is the overview; q quits";
    /// The list of what calls for work.
    TASKS: "要办", "To do";
    /// The page that closes the review.
    SUMMARY: "周总结", "Summary";
    /// The matters that are left.
    MATTERS: "全部待决事项", "everything left to decide";
    /// What was found.
    FOUND: "查找", "Found";
    /// Asks what to find.
    ASK_FIND: "查找什么：", "find what: ";
    /// The notices.
    NOTICES: "三色提醒", "notices in three colours";
    /// Where self-check and inspection differ.
    DIFFERENCES: "自查与督查不一致的", "where self-check and inspection differ";
    /// The chosen thing has to be named.
    WHICH: "请写明是哪一项：键后面加编号，如 t 3", "say which one: the key and a number, as t 3";
    /// An action that makes no sense here.
    NO_ACTION: "这里没有这个操作。? 列出可用的操作", "that cannot be done here; ? lists what can";
    /// An action of the screen only.
    SCREEN_ONLY: "这个操作只在全屏界面里有", "that is for the full screen only";
    /// An action that cannot be done to several items at once.
    ONE_ONLY: "这一步一次只办一项", "this is for one item at a time";
    /// Lets all marks go.
    UNMARK: "取消选择", "unmark all";
    /// A filter that is chosen.
    ON: "在用", "on";
    /// Before the name of a filter to let go.
    DROP: "去掉筛选", "drop the filter";
    /// Lets all filters go.
    UNFILTERED: "去掉全部筛选", "drop all filters";
    /// There is nothing after or before.
    NO_MORE: "没有了", "there are no more";
    /// Characters that cannot be read.
    UNREADABLE: "这一行里有不能识别的字符（如方向键），请重新输入",
        "that line has keys in it that are not text, such as arrows; please type it again";
    /// A question that is answered with yes or no.
    YES_OR_NO: "1 是，0 否：", "1 yes, 0 no: ";
    /// Asks whether to record what was said.
    RECORD_IT: "1 记入，0 取消：", "1 record it, 0 cancel: ";
    /// Neither yes nor no.
    NEITHER: "请输入 1 或 0", "please type 1 or 0";
    /// How to leave a dialog.
    HOW_TO_CANCEL: "逐项回答；输入“取消”作罢，什么也不记。",
        "Answer one by one; type cancel to leave it, and nothing is recorded.";
    /// A dialog was left.
    CANCELLED: "已取消，没有记入", "cancelled, nothing was recorded";
    /// The input ended in a dialog.
    ENDED: "输入结束，没有记入", "the input ended, nothing was recorded";
    /// A number that is not among the choices.
    NO_CHOICE: "没有这个编号", "there is no such number";
    /// What cancels a dialog, in either language.
    CANCEL: "取消", "cancel";
    /// What answers a question with yes, in either language.
    YES: "是", "yes";
    /// What answers a question with no, in either language.
    NO: "否", "no";
    /// How to choose checklists.
    CHOOSE_SEVERAL: "写编号，可以几个，用空格隔开；直接回车全部启用：",
        "their numbers, with spaces between; Enter takes all: ";
    /// How to get the other language in the first run.
    OTHER_LANGUAGE: "Type English for English.", "输入“中文”改用中文。";
    /// What asks for Chinese or English in the first run.
    LANGUAGE: "中文", "English";
    /// Asks whether to begin.
    BEGIN: "1 开始使用，0 重新回答：", "1 start, 0 answer again: ";
    /// This week, before a number.
    NOW: "本周", "this week";
    /// Last week, before a number.
    THEN: "上周", "last week";
}

/// A name and what it is.
#[must_use]
pub fn named(name: &str, text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}：{text}"),
        Lang::En => format!("{name}: {text}"),
    }
}

/// Parts of a line, which the screen sets apart by room.
#[must_use]
pub fn parts(parts: &[&str], lang: Lang) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    match lang {
        Lang::Zh => parts.join("，"),
        Lang::En => parts.join(", "),
    }
}

/// The first line: the school and the day.
#[must_use]
pub fn school(name: &str, day: &str, lang: Lang) -> String {
    parts(&[name, day], lang)
}

/// A choice with its number.
#[must_use]
pub fn numbered(number: usize, text: &str) -> String {
    format!("{number}. {text}")
}

/// An action with its key.
#[must_use]
pub fn action(text: &str, key: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{text}，键 {key}"),
        Lang::En => format!("{text}, key {key}"),
    }
}

/// An action on one thing of a list, with its key.
#[must_use]
pub fn action_on(text: &str, key: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{text}，键 {key} 加编号"),
        Lang::En => format!("{text}, key {key} and a number"),
    }
}

/// Where an answer is waited for.
#[must_use]
pub fn prompt(place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{place}："),
        Lang::En => format!("{place}: "),
    }
}

/// A requirement by its number.
#[must_use]
pub fn requirement_name(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("要求 {id}"),
        Lang::En => format!("requirement {id}"),
    }
}

/// A requirement with its rate.
#[must_use]
pub fn requirement(name: &str, done: u64, required: u64, overdue: u64, lang: Lang) -> String {
    let overdue = match (overdue, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("，逾期 {overdue}"),
        (_, Lang::En) => format!(", {overdue} overdue"),
    };
    match (required, lang) {
        (0, Lang::Zh) => format!("{name}：本周没有应办"),
        (0, Lang::En) => format!("{name}: nothing this week"),
        (_, Lang::Zh) => format!("{name}：应办 {required}，已办 {done}{overdue}"),
        (_, Lang::En) => format!("{name}: {done} of {required} done{overdue}"),
    }
}

/// A list goes on: how many there are, and how many were read out.
#[must_use]
pub fn more(from: usize, to: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {from} 至 {to} 条，共 {of} 条；+ 往后，- 往前。"),
        Lang::En => format!("{from} to {to} of {of}; + for more, - for those before."),
    }
}

/// A list of which more may be read: how many were read out.
#[must_use]
pub fn more_of_many(from: usize, to: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {from} 至 {to} 条；+ 往后，- 往前。"),
        Lang::En => format!("{from} to {to}; + for more, - for those before."),
    }
}

/// Asks for a field: what it is, what stands there, what an empty answer means.
#[must_use]
pub fn ask(label: &str, stands: &str, empty: Option<Phrase>, lang: Lang) -> String {
    let may_stay_empty = empty == Some(super::NOTHING);
    let empty = empty.map(|empty| empty.of(lang));
    match (lang, stands, empty) {
        (Lang::Zh, "", None) => format!("{label}："),
        (Lang::En, "", None) => format!("{label}: "),
        (Lang::Zh, "", Some(empty)) if may_stay_empty => format!("{label}，{empty}："),
        (Lang::En, "", Some(empty)) if may_stay_empty => format!("{label}, {empty}: "),
        (Lang::Zh, "", Some(empty)) => format!("{label}，直接回车为“{empty}”："),
        (Lang::En, "", Some(empty)) => format!("{label}, Enter for “{empty}”: "),
        (Lang::Zh, _, None) => format!("{label}，现为“{stands}”，直接回车不变："),
        (Lang::En, _, None) => format!("{label}, now “{stands}”, Enter keeps it: "),
        (Lang::Zh, _, Some(_)) => {
            format!("{label}，现为“{stands}”，直接回车不变，减号（-）清空：")
        }
        (Lang::En, _, Some(_)) => {
            format!("{label}, now “{stands}”, Enter keeps it, a minus (-) empties it: ")
        }
    }
}

/// Asks for one of a few things.
#[must_use]
pub fn ask_choice(label: &str, chosen: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{label}，写编号，直接回车为 {chosen}："),
        Lang::En => format!("{label}, its number, Enter for {chosen}: "),
    }
}

/// What a dialog will record.
#[must_use]
pub fn will_record(what: &str, lang: Lang) -> String {
    format!("{}{what}", super::WILL_RECORD.of(lang))
}

/// How periods in a row went, the latest first: `marks` and how many, or which where it is one.
#[must_use]
pub fn lately(runs: &[(Mark, usize, String)], lang: Lang) -> String {
    let said = runs.iter().map(|(mark, count, period)| {
        let mark = super::mark(*mark, lang);
        match (count, lang) {
            (1, _) => format!("{mark} {period}"),
            (_, Lang::Zh) => format!("{mark} {count} 次"),
            (_, Lang::En) => format!("{mark} {count} times"),
        }
    });
    let said: Vec<String> = said.collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    parts(&said, lang)
}

/// A row of two numbers: this week's and last week's.
#[must_use]
pub fn beside(name: &str, this: &str, last: &str, lang: Lang) -> String {
    let numbers = [
        [NOW.of(lang), this].join(" "),
        [THEN.of(lang), last].join(" "),
    ];
    named(name, &parts(&[&numbers[0], &numbers[1]], lang), lang)
}

/// The week that the calendar is at.
#[must_use]
pub fn week_of(from: NaiveDate, to: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{from} 至 {to}。+ 后一周，- 前一周，也可输入日期。"),
        Lang::En => {
            format!("{from} to {to}. + and - for the week after and before, or type a date.")
        }
    }
}

/// Today, in the calendar.
#[must_use]
pub fn today(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("今天，{day}"),
        Lang::En => format!("today, {day}"),
    }
}
