//! What the commands say about plans: latest starts, the pace of numbers, anchors.

use crate::assess::{Feasibility, Pace, Planned, TooLate};
use crate::text::facts::{grouped, ratio};
use crate::text::{Lang, Phrase, words};
use chrono::NaiveDate;

/// Nothing is to be planned.
pub const NOTHING_PLANNED: Phrase =
    Phrase::new("没有要倒排的事项", "nothing with a last day is unfinished");

/// The heading of a part of the plan.
#[must_use]
pub fn heading(feasibility: &Feasibility, count: usize, lang: Lang) -> String {
    let name = match feasibility {
        Feasibility::TooLate(_) => Phrase::new("已来不及", "too late"),
        Feasibility::StartNow => Phrase::new("今天必须开始", "to begin today"),
        Feasibility::InTime => Phrase::new("来得及", "in time"),
    };
    let name = name.of(lang);
    match lang {
        Lang::Zh => format!("{name}（{count}）"),
        Lang::En => format!("{name} ({count})"),
    }
}

/// When something has to be begun and finished; of what is past, when it should have been.
#[must_use]
pub fn dates(planned: &Planned, lang: Lang) -> Vec<String> {
    let day = |day: NaiveDate| words::day(day, lang);
    let due = planned.due;
    let due = due.map(|due| due_day(due, planned.first_due, lang));
    if planned.feasibility == Feasibility::TooLate(TooLate::Past) {
        return due.into_iter().collect();
    }
    let mut said = match lang {
        Lang::Zh => vec![format!("最迟 {}开始", day(planned.latest_start))],
        Lang::En => vec![format!("begin by {}", day(planned.latest_start))],
    };
    if planned.due != Some(planned.finish_by) {
        said.push(match lang {
            Lang::Zh => format!("最迟 {}办完", day(planned.finish_by)),
            Lang::En => format!("finish by {}", day(planned.finish_by)),
        });
    }
    said.extend(due);
    said
}

/// A last day, with the first one where it was moved.
#[must_use]
pub fn due_day(due: NaiveDate, first: Option<NaiveDate>, lang: Lang) -> String {
    let day = words::day(due, lang);
    match (first.filter(|first| *first != due), lang) {
        (None, Lang::Zh) => format!("期限 {day}"),
        (None, Lang::En) => format!("due {day}"),
        (Some(first), Lang::Zh) => format!("期限 {day}（原定 {first}）"),
        (Some(first), Lang::En) => format!("due {day} (first {first})"),
    }
}

/// The heading of the numbers under way.
#[must_use]
pub fn numbers(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("量化指标（{count}）"),
        Lang::En => format!("numbers ({count})"),
    }
}

/// A number on its way to its target, and whether it gets there in time.
#[must_use]
pub fn pace(pace: &Pace, lang: Lang) -> Vec<String> {
    let mut said = vec![ratio(pace.value, Some(pace.of))];
    let (left, days) = (grouped(pace.left), pace.days_left);
    said.push(match (pace.needed, lang) {
        (Some(needed), Lang::Zh) => {
            let needed = grouped(needed);
            format!("还差 {left}，剩 {days} 个教学日，每天须完成 {needed}")
        }
        (Some(needed), Lang::En) => {
            let (needed, s) = (grouped(needed), if days == 1 { "" } else { "s" });
            format!("{left} to go in {days} school day{s}, {needed} a day needed")
        }
        (None, Lang::Zh) => format!("还差 {left}，没有教学日了"),
        (None, Lang::En) => format!("{left} to go, no school day left"),
    });
    said.extend(pace.rate.map(|rate| {
        let rate = grouped(rate);
        match (pace.said, lang) {
            (true, Lang::Zh) => format!("每天能做 {rate}"),
            (true, Lang::En) => format!("{rate} a day possible"),
            (false, Lang::Zh) => format!("目前每天 {rate}"),
            (false, Lang::En) => format!("{rate} a day so far"),
        }
    }));
    said.push(outlook(pace, lang));
    said
}

fn outlook(pace: &Pace, lang: Lang) -> String {
    let reached = pace.reached_on.map(|day| words::day(day, lang));
    match (reached, pace.on_pace, lang) {
        (Some(day), true, Lang::Zh) => format!("{day}可达标"),
        (Some(day), true, Lang::En) => format!("reached by {day}"),
        (Some(day), false, Lang::Zh) => format!("照此 {day}才达标，赶不上"),
        (Some(day), false, Lang::En) => format!("reached on {day} only, too late"),
        (None, _, Lang::Zh) => "照此达不到".to_owned(),
        (None, _, Lang::En) => "not reached like this".to_owned(),
    }
}

/// One anchor in a list: its name as it is typed, what it is, its day, and what hangs on it.
#[must_use]
pub fn anchor_row(
    name: &str,
    on: Option<NaiveDate>,
    first: Option<NaiveDate>,
    unfinished: usize,
    lang: Lang,
) -> String {
    let what = words::anchor(name, lang);
    let day = match (on, lang) {
        (Some(on), _) => words::day_of_year(on, lang),
        (None, Lang::Zh) => "还没有日期".to_owned(),
        (None, Lang::En) => "no day yet".to_owned(),
    };
    let mut said = vec![format!("  {name:<20} {what}"), day];
    said.extend(first.map(|first| match lang {
        Lang::Zh => format!("原定 {first}"),
        Lang::En => format!("first {first}"),
    }));
    said.push(match (unfinished, lang) {
        (_, Lang::Zh) => format!("{unfinished} 项未办完的按它倒排"),
        (1, Lang::En) => "1 unfinished item counts from it".to_owned(),
        (_, Lang::En) => format!("{unfinished} unfinished items count from it"),
    });
    said.join(" · ")
}

/// How many items moved with an anchor.
#[must_use]
pub fn moved(items: usize, lang: Lang) -> String {
    match (items, lang) {
        (0, Lang::Zh) => "没有未办完的事项随之变动".to_owned(),
        (0, Lang::En) => "no unfinished item moves with it".to_owned(),
        (_, Lang::Zh) => format!("{items} 项未办完的事项期限随之变动"),
        (1, Lang::En) => "1 unfinished item moves with it".to_owned(),
        (_, Lang::En) => format!("{items} unfinished items move with it"),
    }
}
