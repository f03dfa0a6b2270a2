//! What the screen says in the weekly review.

use crate::assess::{Pace, Planned};
use crate::calendar::{Period, Week};
use crate::fact::{Concern, Decision, Review};
use crate::text::facts::grouped;
use crate::text::report::in_school_days;
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

phrases! {
    /// The week view's name.
    WEEK: "周检视", "Week";
    /// How far something was done.
    HOW_FAR: "办到哪一步", "how far";
    /// The title of the dialog for a signature.
    SIGN: "签字，签后本周锁定", "sign, which locks the week";
    /// Who signs.
    SIGNER: "签字人", "signed by";
    /// An anchor.
    ANCHOR: "起算日", "counted from";
    /// Another day for it.
    NEW_DAY: "新日期", "new day";
    /// Which occurrences a matter is about.
    PERIODS: "未办", "not done";
    /// The last times it was done.
    LAST_DONE: "上次", "lately";
    /// It was never done.
    NEVER: "没有办过", "never yet";
    /// What the last review decided.
    REVIEWED: "上次定", "decided";
    /// The pace of a number.
    PACE: "进度", "pace";
    /// Whether it can be in time.
    PLAN: "倒排", "plan";
    /// What is wrong.
    FINDING: "问题", "finding";
    /// The week is being worked out.
    WAIT: "正在整理本周", "working the week out";
    /// Nothing is left to decide.
    NOTHING_LEFT: "没有待决的事项", "nothing is left to decide";
    /// No matter is chosen.
    NO_MATTER: "没有待决的事项", "there is nothing to decide";
    /// The decision makes no sense here.
    NOT_HERE: "这一项不能这样处理，可用的键写在这一项下面", "not for this one; the keys below it are";
    /// Nothing was decided yet that could be repeated.
    NO_LAST: "先对一项按 空格、c 或 s，再按 A", "first decide one with Space, c or s, then press A";
    /// Weeks that have not begun cannot be reviewed.
    NOT_BEGUN: "这一周还没有开始", "that week has not begun";
    /// No item is counted from a day that can be moved.
    NO_ANCHOR: "这一项的期限不从可改的日期起算", "this item is not counted from a day that can be moved";
    /// A list of matters passed over.
    SKIPPED: "跳过", "skipped";
}

/// What is wrong where an item was not done, as a finding begins.
#[must_use]
pub fn not_done(item: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("未办到：{item}"),
        Lang::En => format!("not done: {item}"),
    }
}

/// How many unfinished items move with an anchor.
#[must_use]
pub fn moved_items(items: usize, lang: Lang) -> String {
    match (items, lang) {
        (_, Lang::Zh) => format!("随之改期的未完成事项：{items} 项"),
        (1, Lang::En) => "1 unfinished item moves with it".to_owned(),
        (_, Lang::En) => format!("{items} unfinished items move with it"),
    }
}

/// A week with its first and last day: 2022-W11 3月14日至20日.
#[must_use]
pub fn week(week: Week, lang: Lang) -> String {
    let (from, to) = (week.monday(), week.sunday());
    match lang {
        Lang::Zh => format!(
            "{week}（{} 至 {}）",
            from.format("%-m.%-d"),
            to.format("%-m.%-d")
        ),
        Lang::En => format!(
            "{week} ({} to {})",
            from.format("%-d %b"),
            to.format("%-d %b")
        ),
    }
}

/// How far the review has come.
#[must_use]
pub fn progress(decided: usize, of: usize, skipped: usize, lang: Lang) -> String {
    let skipped = match (skipped, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("，跳过 {skipped}"),
        (_, Lang::En) => format!(", {skipped} skipped"),
    };
    match lang {
        Lang::Zh => format!("已定 {decided}/{of}{skipped}"),
        Lang::En => format!("{decided}/{of} decided{skipped}"),
    }
}

/// What needs no decision, and whether that was confirmed.
#[must_use]
pub fn quiet(items: usize, confirmed: bool, lang: Lang) -> String {
    match (confirmed, lang) {
        (true, Lang::Zh) => format!("其余 {items} 项已确认"),
        (true, Lang::En) => format!("{items} others confirmed"),
        (false, Lang::Zh) => format!("其余 {items} 项未确认（C）"),
        (false, Lang::En) => format!("{items} unconfirmed (C)"),
    }
}

/// A concern in the few cells of a list.
#[must_use]
pub fn concern(concern: Concern, lang: Lang) -> &'static str {
    match concern {
        Concern::Gate => Phrase::new("开学门槛", "gate"),
        Concern::Overdue => Phrase::new("逾期", "overdue"),
        Concern::Finding => Phrase::new("问题超期", "finding"),
        Concern::NotDone => Phrase::new("本周未办", "not done"),
        Concern::Measure => Phrase::new("指标", "number"),
        Concern::Lapsed => Phrase::new("已过期", "lapsed"),
        Concern::Evidence => Phrase::new("缺佐证", "evidence"),
        Concern::Owner => Phrase::new("无牵头", "owner"),
        Concern::Waiver => Phrase::new("久不适用", "waiver"),
        Concern::Changed => Phrase::new("新版改动", "changed"),
    }
    .of(lang)
}

/// What can be done about a matter beside deciding it; nothing for most.
#[must_use]
pub fn advice(concern: Concern, lang: Lang) -> Option<&'static str> {
    let phrase = match concern {
        Concern::Evidence => Phrase::new("按 a 登记佐证", "press a to attach evidence"),
        Concern::Owner => Phrase::new("按 o 指定牵头人", "press o to name an owner"),
        Concern::Measure => Phrase::new("按 m 填新数", "press m to enter the number"),
        Concern::Waiver => Phrase::new(
            "仍不适用按 c；恢复在清单里按 w",
            "c where it still holds; lift it in the checklist with w",
        ),
        Concern::Changed => Phrase::new(
            "清单新版改了这一项，照办按 c",
            "a new version changed this item; c where you will do as it says",
        ),
        Concern::Finding => Phrase::new("核实销号在问题页按 v", "verify it under Findings with v"),
        _ => return None,
    };
    Some(phrase.of(lang))
}

/// Days or periods in a row, the day of the week with each day.
#[must_use]
pub fn periods(periods: &[Period], lang: Lang) -> String {
    let said: Vec<String> = periods.iter().map(|p| words::period(p, lang)).collect();
    match lang {
        Lang::Zh => said.join("、"),
        Lang::En => said.join(", "),
    }
}

/// Whether a number reaches its target in time, and what that takes.
#[must_use]
pub fn pace(pace: &Pace, lang: Lang) -> String {
    let number = |n: u64| grouped(n);
    let day = |day: NaiveDate| words::day(day, lang);
    let (left, due) = (number(pace.left), day(pace.due));
    let takes = match (pace.needed, lang) {
        (Some(needed), Lang::Zh) => {
            let needed = number(needed);
            format!(
                "还差 {left}，剩 {} 个教学日，每日需 {needed}",
                pace.days_left
            )
        }
        (Some(needed), Lang::En) => format!(
            "{left} left in {}: needs {} a day",
            in_school_days(pace.days_left),
            number(needed)
        ),
        (None, Lang::Zh) => format!("还差 {left}，期限 {due} 已过"),
        (None, Lang::En) => format!("{left} left, and {due} is past"),
    };
    let reaches = match (pace.rate, pace.reached_on, lang) {
        (Some(rate), Some(on), Lang::Zh) => {
            let (rate, on) = (number(rate), day(on));
            format!("；按每日 {rate}，{on}完成")
        }
        (Some(rate), Some(on), Lang::En) => {
            format!("; at {} a day it is done on {}", number(rate), day(on))
        }
        (Some(rate), None, Lang::Zh) => format!("；按每日 {}，两年内完不成", number(rate)),
        (Some(rate), None, Lang::En) => format!("; at {} a day it takes years", number(rate)),
        (None, ..) => String::new(),
    };
    let verdict = match (pace.on_pace, lang) {
        (true, Lang::Zh) => "，来得及。",
        (true, Lang::En) => ", in time.",
        (false, Lang::Zh) => "，来不及。",
        (false, Lang::En) => ", not in time.",
    };
    [&takes, &reaches, verdict].concat()
}

/// When something has to be begun, and the first last day where it was moved.
#[must_use]
pub fn planned(planned: &Planned, lang: Lang) -> String {
    let start = words::day(planned.latest_start, lang);
    let by = words::day(planned.finish_by, lang);
    match lang {
        Lang::Zh => format!("最迟 {start} 动手，{by} 前办完"),
        Lang::En => format!("begin by {start}, finish by {by}"),
    }
}

/// What was decided, in short: about which item, or about how many matters.
#[must_use]
pub fn decided(items: &[String], decision: Decision, undone: bool, lang: Lang) -> String {
    let what = words::decision(decision, lang);
    let about = match (items, lang) {
        ([item], _) => item.clone(),
        (items, Lang::Zh) => format!("{} 项", items.len()),
        (items, Lang::En) => format!("{} matters", items.len()),
    };
    match (undone, lang) {
        (false, Lang::Zh) => format!("已定 {about}：{what}"),
        (false, Lang::En) => format!("decided {about}: {what}"),
        (true, Lang::Zh) => format!("已撤销 {about}：{what}"),
        (true, Lang::En) => format!("undone {about}: {what}"),
    }
}

/// What was decided about several matters at once.
#[must_use]
pub fn alike(decision: Decision, concern: Concern, count: usize, lang: Lang) -> String {
    let what = words::decision(decision, lang);
    let about = self::concern(concern, lang);
    match lang {
        Lang::Zh => format!("{about}的 {count} 项都记为“{what}”？"),
        Lang::En => format!("Record “{what}” for all {count} matters ({about})?"),
    }
}

/// What a review decided about an item.
#[must_use]
pub fn reviewed(review: &Review, lang: Lang) -> String {
    let (what, week) = (words::decision(review.decision, lang), review.week);
    match (&review.note, lang) {
        (None, _) => format!("{week} {what}"),
        (Some(note), Lang::Zh) => format!("{week} {what}：{note}"),
        (Some(note), Lang::En) => format!("{week} {what}: {note}"),
    }
}

/// A date that was moved, with the first one.
#[must_use]
pub fn moved(due: NaiveDate, first: NaiveDate, lang: Lang) -> String {
    let (due, first) = (words::day(due, lang), words::day(first, lang));
    match lang {
        Lang::Zh => format!("{due}（原定 {first}）"),
        Lang::En => format!("{due} (first {first})"),
    }
}

/// The week before is not signed, or this one can be: what to press.
#[must_use]
pub fn hint(week: Week, current: bool, lang: Lang) -> String {
    match (current, lang) {
        (true, Lang::Zh) => "本周可以检视、签字了：按 3。".to_owned(),
        (true, Lang::En) => "This week can be signed: press 3.".to_owned(),
        (false, Lang::Zh) => format!("上周（{week}）还没有签字：按 3。"),
        (false, Lang::En) => format!("Last week ({week}) is not signed: press 3."),
    }
}
