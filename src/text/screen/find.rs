//! What the screen says where things are found, and done several at a time.

use crate::assess::Premises;
use crate::find::{Filter, Kind};
use crate::text::{Lang, Phrase, words};

phrases! {
    /// The title of the list of filters.
    FILTERS: "筛选", "Filters";
    /// Filter: the last day is today.
    DUE_TODAY: "今日到期", "due today";
    /// Filter: overdue.
    OVERDUE: "逾期", "overdue";
    /// Filter: not done this week.
    NOT_DONE: "本周未办", "not done this week";
    /// Filter: waived.
    WAIVED: "不适用", "waived";
    /// Filter: marked.
    MARKED: "已选", "marked";
    /// Filter: the principal's.
    MINE: "我的", "mine";
    /// Filter: nobody's.
    UNOWNED: "无人牵头", "no owner";
    /// How items stand, as a heading.
    STANDING: "情况", "How it stands";
    /// Who answers, as a heading.
    OWNER: "牵头", "Owner";
    /// Where it is done, as a heading.
    PLACE: "场所", "Place";
    /// What it belongs to, as a heading.
    REQUIREMENT: "要求", "Requirement";
    /// The profile does not name the principal.
    NO_PRINCIPAL: "学校信息（school.yaml）没有写校长姓名，不知道哪些是“我的”", "school.yaml does not name the principal, so nothing is known to be yours";
    /// A search and filters leave nothing.
    NONE_LEFT: "没有符合的事项。Esc 清除筛选", "nothing is left; Esc clears the filters";
    /// Before what is typed in the palette.
    ACTION: "命令：", "action: ";
    /// Nothing has that name.
    NO_ACTION: "没有这样的操作或事项", "no such action or item";
    /// How items are marked no longer, beside their count.
    UNMARK: "Esc 取消选择", "Esc unmarks";
    /// What cannot be done for several items.
    ONE_ONLY: "这一步一次只办一项。按 Esc 取消选择后再办", "this is for one item; Esc unmarks, then do it";
    /// Why not: it was done.
    IS_DONE: "已完成", "done already";
    /// Why not: it does not apply.
    IS_WAIVED: "不适用", "waived";
    /// Why not: it is not asked for then.
    IS_NOT_DUE: "还不到办的时候", "not due";
    /// Why not: it was not ticked.
    IS_NOT_TICKED: "没有打勾", "not ticked";
    /// Why not: nothing happened that it is done for.
    NO_EVENT: "没有进行中的事件", "no open event";
    /// Why not: it is not plain for which event.
    SEVERAL_EVENTS: "事件不止一个，请逐项办", "several open events";
    /// Why not: a day cannot be caught up on another.
    IS_DAILY: "每天的事不能延期", "due every day";
    /// Helpers, where empty means that there are none any more.
    NO_HELPERS: "不填则取消原有配合", "empty: nobody helps any more";
}

/// What a filter is called.
#[must_use]
pub fn filter(filter: &Filter, premises: &Premises<'_>, lang: Lang) -> String {
    let phrase = match filter {
        Filter::DueToday => DUE_TODAY,
        Filter::Overdue => OVERDUE,
        Filter::NotDone => NOT_DONE,
        Filter::Waived => WAIVED,
        Filter::Marked => MARKED,
        Filter::Unowned => UNOWNED,
        Filter::Mine => return mine(premises, lang),
        Filter::Owner(owner) => return owner.of(lang),
        Filter::Place(place) => return words::place(*place, lang).to_owned(),
        Filter::Requirement(c, r) => {
            let checklist = premises.adopted.get(*c).map(|adopted| &adopted.checklist);
            let requirement = checklist.and_then(|checklist| checklist.requirements.get(*r));
            return requirement.map_or_else(String::new, |requirement| {
                [requirement.id.as_str(), requirement.title.of(lang)].join(" ")
            });
        }
    };
    phrase.of(lang).to_owned()
}

fn mine(premises: &Premises<'_>, lang: Lang) -> String {
    let mine = MINE.of(lang);
    match (premises.school.principal(), lang) {
        (None, _) => mine.to_owned(),
        (Some(me), Lang::Zh) => format!("{mine}（{}）", me.name),
        (Some(me), Lang::En) => format!("{mine} ({})", me.name),
    }
}

/// The heading of filters of a kind.
#[must_use]
pub fn kind(kind: Kind) -> Option<Phrase> {
    match kind {
        Kind::Standing => Some(STANDING),
        Kind::Mark => None,
        Kind::Owner => Some(OWNER),
        Kind::Place => Some(PLACE),
        Kind::Requirement => Some(REQUIREMENT),
    }
}

/// A number of items.
#[must_use]
pub fn items(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 项"),
        (Lang::En, 1) => "1 item".to_owned(),
        (Lang::En, _) => format!("{count} items"),
    }
}

/// How many items filters leave.
#[must_use]
pub fn left(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("余 {}", items(count, lang)),
        Lang::En => format!("{} left", items(count, lang)),
    }
}

/// How many items are marked, and how many of them are not in the list.
#[must_use]
pub fn marked(count: usize, hidden: usize, lang: Lang) -> String {
    match (lang, hidden) {
        (Lang::Zh, 0) => format!("已选 {count} 项"),
        (Lang::En, 0) => format!("{count} marked"),
        (Lang::Zh, _) => format!("已选 {count} 项（{hidden} 项不在列表中）"),
        (Lang::En, _) => format!("{count} marked ({hidden} not in the list)"),
    }
}

/// An action of another view.
#[must_use]
pub fn elsewhere(view: Phrase, what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}：{what}", view.of(lang)),
        Lang::En => format!("{}: {what}", view.of(lang)),
    }
}

/// Where one has come to, and which key does there what was looked for.
#[must_use]
pub fn arrived(view: Phrase, key: &str, what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已到{}。选好后按 {key}：{what}", view.of(lang)),
        Lang::En => format!("{}: choose, then press {key}: {what}", view.of(lang)),
    }
}

/// What is recorded for several items.
#[must_use]
pub fn for_items(count: usize, what: &str, lang: Lang) -> String {
    format!("{} {what}", items(count, lang))
}

/// How many more there are than those named.
#[must_use]
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 项"),
        Lang::En => format!("and {count} more"),
    }
}

/// The items that it cannot be done for, and that it is done without them.
#[must_use]
pub fn left_out(count: usize, reasons: &[String], lang: Lang) -> String {
    let reasons = super::reasons(reasons, lang);
    match (lang, count) {
        (Lang::Zh, _) => format!("另外 {count} 项不办（{reasons}）"),
        (Lang::En, 1) => format!("1 other is left out ({reasons})"),
        (Lang::En, _) => format!("{count} others are left out ({reasons})"),
    }
}

/// It can be done for none of them.
#[must_use]
pub fn none_able(reasons: &[String], lang: Lang) -> String {
    let reasons = super::reasons(reasons, lang);
    match lang {
        Lang::Zh => format!("选中的事项都办不了（{reasons}）"),
        Lang::En => format!("this can be done for none of them ({reasons})"),
    }
}

/// Items that are alike in why it cannot be done for them.
#[must_use]
pub fn alike(why: Phrase, items: &[&str], more: usize, lang: Lang) -> String {
    let why = why.of(lang);
    match (lang, more) {
        (Lang::Zh, 0) => format!("{why}：{}", items.join("、")),
        (Lang::Zh, _) => format!("{why}：{}，另有 {more} 项", items.join("、")),
        (Lang::En, 0) => format!("{why}: {}", items.join(", ")),
        (Lang::En, _) => format!("{why}: {} and {more} more", items.join(", ")),
    }
}

/// The question before several ticks are taken back.
#[must_use]
pub fn ask_untick(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("取消 {count} 项本期的完成记录？"),
        Lang::En => format!("Take back that {} were done?", items(count, lang)),
    }
}

/// The question before several waivers are lifted.
#[must_use]
pub fn ask_lift(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 项现为不适用，恢复适用？"),
        Lang::En => format!("{} are waived. Make them apply again?", items(count, lang)),
    }
}
