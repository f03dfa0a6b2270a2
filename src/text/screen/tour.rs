//! The tour of the made-up school, and the way to it. In a step `{}` stands for the name of a key.

use crate::text::{Lang, Phrase};

phrases! {
    /// The first step: the overview.
    OVERVIEW: "总览说学校今天怎么样。要办的事逾期的在前，按 {} 打开第一件。",
        "How the school stands today. What is late comes first in the list of what to do: {} opens it.";
    /// Ticking.
    TICK: "办完了按 {} 打勾，马上存好；打错了按 {} 撤销。两样都试试。",
        "{} ticks what is done and saves it at once; {} takes that back. Try both.";
    /// Ticking with another day.
    TICK_ON: "其实昨天就办了？按 {}，写“昨天”或在月历上选，再按 {} 保存。",
        "Done yesterday? {} asks for the day: type yesterday or choose it in the calendar, then {}.";
    /// Finding.
    FIND: "找事项不用翻：按 {}，打拼音首字母，如 hsjc（核酸检测），再按 {}。",
        "No need to look through the list: {} and a word, or pinyin initials as hsjc (核酸检测), then {}.";
    /// The weekly review.
    REVIEW: "周检视只列要您拿主意的事，一键一件。按 {} 进去，按 {}（已办）定一件。",
        "The weekly review asks only for decisions, one key each. {} opens it; decide one: {} for done.";
    /// Help, actions, report.
    REST: "按键不用背：{} 看这里的按键，{} 找全部操作。报告用命令 duban report。按 {} 看看。",
        "No need to learn keys: {} lists those that work here, {} every action. duban report writes the report. Try {}.";
    /// After the last step.
    END: "导览完了，随便试，什么都不会留下。按 {} 离开；自己的学校用 duban 打开。",
        "That was the tour. Try what you like, nothing is kept. {} leaves; duban opens your own school.";
    /// While a dialog is open.
    IN_DIALOG: "填好按 {} 保存；{} 不存，导览接着走", "{} saves; {} closes it without saving, and the tour goes on";
    /// While a page is open.
    ON_PAGE: "看完按 {}，导览接着走", "{} closes it, and the tour goes on";

    /// Key: the next step.
    KEY_NEXT: "导览的下一步", "the next step of the tour";
    /// Key: end the tour.
    KEY_END: "结束导览", "end the tour";
    /// Footer: the next step.
    SHORT_NEXT: "下一步", "next";
    /// Footer: end the tour.
    SHORT_END: "收起", "close the tour";
    /// Key: the tour.
    KEY_TOUR: "示范学校和六步导览", "a made-up school, with a tour of six steps";
    /// The layer.
    TOUR: "导览", "Tour";
    /// What the made-up school is, where there is no room for its name.
    DEMO: "示范", "Demo";
    /// At the first run: the way to the made-up school.
    FIRST_SEE: "先看示范学校（六步导览）：{}",
        "See a made-up school first, with a tour of six steps: {}";
}

/// The name of a step: its number of how many, or that it is the end.
#[must_use]
pub fn title(step: usize, of: usize, lang: Lang) -> String {
    let name = TOUR.of(lang);
    if step > of {
        return name.to_owned();
    }
    format!("{name} {step}/{of}")
}

/// The made-up school is being made.
#[must_use]
pub fn making(done: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在准备示范学校：{done}/{of} 天"),
        Lang::En => format!("making up a school: day {done} of {of}"),
    }
}
