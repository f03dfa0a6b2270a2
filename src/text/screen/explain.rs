//! What the screen says where a number is explained.

use crate::assess::{OccurrenceState, Totals, WhyLeftOut};
use crate::text::{Lang, Phrase, words};

phrases! {
    /// The numerator.
    DONE: "已办（分子）", "Done (numerator)";
    /// The rest of the denominator.
    MISSING: "应办未办", "Required, not done";
    /// What is in neither.
    LEFT_OUT: "未计入", "Left out";
    /// Everything that the school follows.
    ALL: "全部清单", "all checklists";
    /// Nothing is chosen that has a number.
    NO_NUMBER: "这里没有可以说明的数", "there is no number to explain here";
}

/// The title of an explanation.
#[must_use]
pub fn title(what: &str, week: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{week} 怎么来的：{what}"),
        Lang::En => format!("{week}, how it comes about: {what}"),
    }
}

/// The sum: how much was required, and what became of it.
#[must_use]
pub fn sum(totals: &Totals, lang: Lang) -> String {
    let Totals {
        required,
        done,
        late,
        late_entered,
        overdue,
        waived,
        percent,
        weighted_percent,
    } = totals;
    let rate = words::percent(*percent);
    let weighted = weighted_percent.map(|percent| words::percent(Some(percent)));
    match lang {
        Lang::Zh => {
            let weighted = weighted.map_or_else(String::new, |rate| format!("，按权重 {rate}"));
            format!(
                "应办 {required}，已办 {done}（{rate}{weighted}），其中迟办 {late}、补录 {late_entered}；逾期 {overdue}；不适用 {waived}，不计入。"
            )
        }
        Lang::En => {
            let weighted = weighted.map_or_else(String::new, |rate| format!(", weighted {rate}"));
            format!(
                "{required} required, {done} done ({rate}{weighted}), of them {late} late, {late_entered} entered late; {overdue} overdue; {waived} waived and not counted."
            )
        }
    }
}

/// How an occurrence stands, where that is worth saying.
#[must_use]
pub fn state(state: &OccurrenceState, lang: Lang) -> Option<&'static str> {
    let phrase = match state {
        OccurrenceState::Done {
            late: true,
            late_entry: true,
            ..
        } => Phrase::new("迟办、补录", "late, entered late"),
        OccurrenceState::Done { late: true, .. } => Phrase::new("迟办", "late"),
        OccurrenceState::Done {
            late_entry: true, ..
        } => Phrase::new("补录", "entered late"),
        OccurrenceState::Partial => Phrase::new("部分完成", "partly"),
        OccurrenceState::Overdue => Phrase::new("逾期", "overdue"),
        OccurrenceState::Open | OccurrenceState::Upcoming => Phrase::new("还有时间", "still time"),
        OccurrenceState::Done { .. } | OccurrenceState::Waived => return None,
    };
    Some(phrase.of(lang))
}

/// Why something is left out.
#[must_use]
pub fn why(why: &WhyLeftOut, lang: Lang) -> String {
    let day = |day| words::day(day, lang);
    match (why, lang) {
        (WhyLeftOut::Waived { reason }, Lang::Zh) => format!("不适用：{reason}"),
        (WhyLeftOut::Waived { reason }, Lang::En) => format!("waived: {reason}"),
        (WhyLeftOut::NotDueYet { due: Some(due) }, Lang::Zh) => {
            format!("期限 {} 不在本周，到那周才计", day(*due))
        }
        (WhyLeftOut::NotDueYet { due: Some(due) }, Lang::En) => {
            format!("counts in the week of its last day, {}", day(*due))
        }
        (WhyLeftOut::NotDueYet { due: None }, Lang::Zh) => "没有期限".to_owned(),
        (WhyLeftOut::NotDueYet { due: None }, Lang::En) => "without a last day".to_owned(),
        (WhyLeftOut::NotRequired { on }, Lang::Zh) => format!("{} 办了，但不是应办", day(*on)),
        (WhyLeftOut::NotRequired { on }, Lang::En) => {
            format!("done on {}, not required", day(*on))
        }
        (WhyLeftOut::Postponed { to, reason }, Lang::Zh) => {
            format!("延期到 {}：{reason}", day(*to))
        }
        (WhyLeftOut::Postponed { to, reason }, Lang::En) => {
            format!("postponed to {}: {reason}", day(*to))
        }
        (WhyLeftOut::BeforeAdoption { from }, Lang::Zh) => format!("{} 起才要求", day(*from)),
        (WhyLeftOut::BeforeAdoption { from }, Lang::En) => {
            format!("required from {} on only", day(*from))
        }
        (WhyLeftOut::Nothing, Lang::Zh) => "本周没有应办".to_owned(),
        (WhyLeftOut::Nothing, Lang::En) => "nothing in this week".to_owned(),
    }
}

/// A heading with how much is under it.
#[must_use]
pub fn heading(what: Phrase, count: usize, lang: Lang) -> String {
    format!("{} {count}", what.of(lang))
}

/// Names of items in a row, each with how often where that is more than once.
#[must_use]
pub fn items(items: &[(String, usize)], lang: Lang) -> String {
    let times = |(id, count): &(String, usize)| match count {
        1 => id.clone(),
        count => format!("{id} x{count}"),
    };
    let said: Vec<String> = items.iter().map(times).collect();
    match lang {
        Lang::Zh => said.join("、"),
        Lang::En => said.join(", "),
    }
}

/// A reason and what it is about.
#[must_use]
pub fn reason(why: &str, items: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{why}：{items}"),
        Lang::En => format!("{why}: {items}"),
    }
}
