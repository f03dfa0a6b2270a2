//! What the overview says.

use crate::assess::{Feasibility, Occasion, Pace, Planned, TooLate, Totals};
use crate::calendar::Week;
use crate::text::facts::grouped;
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

phrases! {
    /// The heading of what calls for work.
    TASKS: "要办", "To do";
    /// The heading of the requirements.
    REQUIREMENTS: "要求", "Requirements";
    /// The heading of the findings.
    FINDINGS: "问题", "Findings";
    /// The heading of the days ahead.
    AHEAD: "节点", "Ahead";
    /// The heading of the numbers.
    MEASURES: "量化指标", "Measures";
    /// The heading of the last weeks.
    WEEKS: "近十二周", "Last 12 weeks";
    /// Something is due today, in a narrow column.
    TODAY: "今日", "today";
    /// Nothing calls for work soon.
    NO_TASKS: "七日内没有要办的了。", "Nothing is due within seven days.";
    /// No checklist is followed.
    NO_REQUIREMENTS: "还没有启用清单。", "No checklist is followed yet.";
    /// No finding is open.
    NO_FINDINGS: "没有未销号的问题。选一项按 r 登记。", "None open. Press r on an item to raise one.";
    /// No item has a number.
    NO_MEASURES: "本期没有要填的数。", "No numbers to enter now.";
    /// Nothing lies ahead.
    NO_AHEAD: "没有后面的节点。在 school.yaml 里写上学期。", "Nothing ahead. Name the terms in school.yaml.";
    /// The last weeks are being worked out.
    COUNTING: "正在统计", "counting";
    /// There are not weeks enough yet.
    NO_WEEKS: "每周一柱：从第二周起看得出走势。", "One bar a week: from the second week on they show a trend.";
    /// Nothing was recorded yet: how to begin.
    BEGIN: "从这里开始：选一项，办过的按空格打勾；? 看全部按键。", "Begin here: choose an item, press Space when it is done; ? shows every key.";
    /// Nothing is left to do today.
    ALL_DONE: "今天要办的都办完了。", "Everything for today is done.";
    /// A number was not entered yet.
    NO_NUMBER: "未填数", "none yet";
    /// A number has reached its target.
    REACHED: "达标", "reached";
}

/// Sentences in a row.
#[must_use]
pub fn sentences(sentences: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => sentences.concat(),
        Lang::En => sentences.join(" "),
    }
}

/// Where the school stands today, in one sentence.
#[must_use]
pub fn sentence(totals: &Totals, due_today: usize, lang: Lang) -> String {
    let rate = words::percent(totals.percent);
    let Totals {
        required,
        done,
        overdue,
        ..
    } = totals;
    match (required, lang) {
        (0, Lang::Zh) => format!("本周没有应办的事项；今日到期 {due_today} 项。"),
        (0, Lang::En) => {
            format!("Nothing is required this week; {due_today} due today.")
        }
        (_, Lang::Zh) => format!(
            "本周应办 {required}，已办 {done}（{rate}），逾期 {overdue}；今日到期 {due_today} 项。"
        ),
        (_, Lang::En) => format!(
            "This week {done} of {required} done ({rate}), {overdue} overdue; {due_today} due today."
        ),
    }
}

/// Findings that are open, or past their limits; nothing where none is.
#[must_use]
pub fn open_findings(open: usize, late: usize, lang: Lang) -> Option<String> {
    Some(match (open, late, lang) {
        (0, ..) => return None,
        (_, 0, Lang::Zh) => format!("未销号问题 {open} 个。"),
        (_, _, Lang::Zh) => format!("未销号问题 {open} 个，超期 {late} 个。"),
        (1, 0, Lang::En) => "1 finding open.".to_owned(),
        (_, 0, Lang::En) => format!("{open} findings open."),
        (1, _, Lang::En) => "1 finding open and late.".to_owned(),
        (_, _, Lang::En) => format!("{open} findings open, {late} late."),
    })
}

/// Works that are late or have to be begun today; nothing where none is.
#[must_use]
pub fn at_risk(works: usize, lang: Lang) -> Option<String> {
    Some(match (works, lang) {
        (0, _) => return None,
        (_, Lang::Zh) => format!("{works} 项工期吃紧。"),
        (1, Lang::En) => "1 item is at risk.".to_owned(),
        (_, Lang::En) => format!("{works} items are at risk."),
    })
}

/// The name of a panel before what is in it.
#[must_use]
pub fn introducing(name: Phrase, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}：", name.of(lang)),
        Lang::En => format!("{}: ", name.of(lang)),
    }
}

/// How much is overdue, due today, due within a week.
#[must_use]
pub fn tasks(overdue: usize, today: usize, soon: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("逾期 {overdue}，今日 {today}，七日内 {soon}"),
        Lang::En => format!("{overdue} overdue, {today} today, {soon} soon"),
    }
}

/// The same at length, with what it is about.
#[must_use]
pub fn to_do(overdue: usize, today: usize, soon: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("要办：逾期 {overdue}，今日 {today}，七日内 {soon}"),
        Lang::En => format!("To do: {overdue} overdue, {today} today, {soon} within a week"),
    }
}

/// How many requirements there are, and how many of them have something overdue.
#[must_use]
pub fn requirements(all: usize, overdue: usize, lang: Lang) -> String {
    match (overdue, lang) {
        (0, Lang::Zh) => format!("{all} 条"),
        (0, Lang::En) => all.to_string(),
        (_, Lang::Zh) => format!("{all} 条，{overdue} 条有逾期"),
        (_, Lang::En) => format!("{all}, {overdue} behind"),
    }
}

/// How many findings are open, and how many of them are past their limits.
#[must_use]
pub fn findings(open: usize, late: usize, lang: Lang) -> String {
    match (open, late, lang) {
        (0, ..) => String::new(),
        (_, 0, Lang::Zh) => format!("未销号 {open}"),
        (_, 0, Lang::En) => format!("{open} open"),
        (_, _, Lang::Zh) => format!("未销号 {open}，超期 {late}"),
        (_, _, Lang::En) => format!("{open} open, {late} late"),
    }
}

/// The nearest day ahead, where it is said, and how many works are late or have to be begun today.
#[must_use]
pub fn ahead(next: Option<&str>, works: usize, lang: Lang) -> String {
    let next = next.unwrap_or_default();
    let gap = match (next, lang) {
        ("", _) => "",
        (_, Lang::Zh) => "，",
        (_, Lang::En) => ", ",
    };
    match (works, lang) {
        (0, _) => next.to_owned(),
        (_, Lang::Zh) => format!("{next}{gap}吃紧 {works}"),
        (_, Lang::En) => format!("{next}{gap}{works} at risk"),
    }
}

/// How many numbers have reached their targets.
#[must_use]
pub fn reached(reached: usize, of: usize, lang: Lang) -> String {
    match (of, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("达标 {reached}/{of}"),
        (_, Lang::En) => format!("{reached} of {of} reached"),
    }
}

/// A week with its rate.
#[must_use]
pub fn week(week: Week, totals: &Totals, lang: Lang) -> String {
    let rate = words::percent(totals.percent);
    let Totals { done, required, .. } = totals;
    match lang {
        Lang::Zh => format!("{week} {rate}（{done}/{required}）"),
        Lang::En => format!("{week} {rate} ({done}/{required})"),
    }
}

/// How much of a requirement is overdue, in short; nothing where nothing is.
#[must_use]
pub fn overdue(count: u64, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("逾{count}"),
        (_, Lang::En) => format!("!{count}"),
    }
}

/// What happens on a day ahead; an event has a name of its own.
#[must_use]
pub fn occasion(what: &Occasion, event: Option<&str>, lang: Lang) -> String {
    match what {
        Occasion::TermStart(_) => words::anchor("term-start", lang),
        Occasion::TermEnd(_) => words::anchor("term-end", lang),
        Occasion::Named(name) => words::anchor(name, lang),
        Occasion::Event(id) => event.unwrap_or(id).to_owned(),
    }
}

/// A day ahead can be moved: what to press.
#[must_use]
pub fn can_move(anchor: &str, lang: Lang) -> String {
    let anchor = words::anchor(anchor, lang);
    match lang {
        Lang::Zh => format!("{anchor}改期按 M，从它起算的事项随之改期。"),
        Lang::En => format!("M moves the {anchor}, and what is counted from it."),
    }
}

/// How many school days are left until a day; in the holidays, how many days.
#[must_use]
pub fn until(days: i64, school_days: Option<i64>, lang: Lang) -> String {
    match (days, school_days, lang) {
        (0, _, Lang::Zh) => "今天".to_owned(),
        (0, _, Lang::En) => "today".to_owned(),
        (_, Some(left), Lang::Zh) => format!("剩 {left} 个教学日"),
        (_, Some(1), Lang::En) => "in 1 school day".to_owned(),
        (_, Some(left), Lang::En) => format!("in {left} school days"),
        (_, None, Lang::Zh) => format!("还有 {days} 天"),
        (1, None, Lang::En) => "tomorrow".to_owned(),
        (_, None, Lang::En) => format!("in {days} days"),
    }
}

/// Whether a work can be in time, in short; `after` is what it waits for.
#[must_use]
pub fn feasibility(work: &Planned, after: &str, lang: Lang) -> String {
    let begin = |day: NaiveDate| day.format("%m-%d");
    match (work.feasibility, lang) {
        (Feasibility::InTime, Lang::Zh) => format!("{} 动手", begin(work.latest_start)),
        (Feasibility::InTime, Lang::En) => format!("begin {}", begin(work.latest_start)),
        (Feasibility::StartNow, _) => Phrase::new("今天动手", "begin today").of(lang).to_owned(),
        (Feasibility::TooLate(TooLate::Past), _) => {
            Phrase::new("期限已过", "overdue").of(lang).to_owned()
        }
        (Feasibility::TooLate(TooLate::Lead { needed, left }), Lang::Zh) => {
            format!("需{needed}日剩{left}日")
        }
        (Feasibility::TooLate(TooLate::Lead { needed, left }), Lang::En) => {
            format!("needs {needed}, has {left}")
        }
        (Feasibility::TooLate(TooLate::Waits { .. }), Lang::Zh) => format!("等 {after}"),
        (Feasibility::TooLate(TooLate::Waits { .. }), Lang::En) => format!("waits for {after}"),
    }
}

/// Whether a number reaches its target in time.
#[must_use]
pub fn in_time(pace: &Pace, lang: Lang) -> &'static str {
    let verdict = if pace.on_pace {
        Phrase::new("来得及", "in time")
    } else {
        Phrase::new("来不及", "late")
    };
    verdict.of(lang)
}

/// The same, with what it takes a day.
#[must_use]
pub fn pace(pace: &Pace, lang: Lang) -> String {
    let verdict = in_time(pace, lang);
    let Some(needed) = pace.needed.map(grouped) else {
        return verdict.to_owned();
    };
    match lang {
        Lang::Zh => format!("{verdict}，每日需 {needed}"),
        Lang::En => format!("{verdict}, {needed} a day"),
    }
}

/// A number against its target, without its rate.
#[must_use]
pub fn value(value: u64, of: Option<u64>, unit: &str) -> String {
    let of = of.map_or_else(|| "?".to_owned(), grouped);
    format!("{} / {of} {unit}", grouped(value))
}
