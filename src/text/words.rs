//! The names of things: statuses, cadences, kinds, places.

use super::{Lang, Phrase};
use crate::assess::{Caveat, Status};
use crate::calendar::{Period, Season};
use crate::checklist::{Cadence, Place};
use crate::fact::{Concern, Decision, FindingSource, FindingState, Verdict};
use crate::school::SchoolKind;
use chrono::{Datelike, NaiveDate, Weekday};

/// The program's name, as a title.
pub const DUBAN: Phrase = Phrase::new("督办", "duban");

/// Who enters things, where the profile names nobody.
pub const PRINCIPAL: Phrase = Phrase::new("校长", "the principal");

/// How an item stands.
#[must_use]
pub fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Done => Phrase::new("已完成", "done"),
        Status::Partial => Phrase::new("部分完成", "partly done"),
        Status::Due => Phrase::new("待办", "due"),
        Status::Overdue => Phrase::new("逾期", "overdue"),
        Status::NotDue => Phrase::new("未到期", "not due"),
        Status::Waived => Phrase::new("不适用", "waived"),
    }
    .of(lang)
}

/// How often an item is due.
#[must_use]
pub fn cadence(cadence: &Cadence, lang: Lang) -> String {
    let phrase = match cadence {
        Cadence::Once => Phrase::new("一次", "once"),
        Cadence::Daily => Phrase::new("每个教学日", "every school day"),
        Cadence::Weekly => Phrase::new("每周", "weekly"),
        Cadence::Monthly => Phrase::new("每月", "monthly"),
        Cadence::Termly => Phrase::new("每学期", "every term"),
        Cadence::Each(kind) => {
            let kind = event_kind(kind, lang);
            return match lang {
                Lang::Zh => format!("每次{kind}"),
                Lang::En => format!("each {kind}"),
            };
        }
    };
    phrase.of(lang).to_owned()
}

/// A kind of event; kinds that a checklist made up are shown as they are.
#[must_use]
pub fn event_kind(kind: &str, lang: Lang) -> &str {
    match kind {
        "exam" => Phrase::new("考试", "examination").of(lang),
        "incident" => Phrase::new("突发情况", "incident").of(lang),
        "arrival" => Phrase::new("人员到校", "arrival").of(lang),
        "return" => Phrase::new("学生返校", "return to school").of(lang),
        "notice" => Phrase::new("上级通知", "notice").of(lang),
        other => other,
    }
}

/// An anchor; names that a checklist made up are shown as they are.
#[must_use]
pub fn anchor(name: &str, lang: Lang) -> String {
    let of_term = name.strip_suffix("-start").map(str::parse);
    if let Some(Ok(term @ Period::Term(_))) = of_term {
        let term = period(&term, lang);
        return match lang {
            Lang::Zh => format!("{term}开学日"),
            Lang::En => format!("the first day of {term}"),
        };
    }
    match name {
        "adopted" => Phrase::new("启用日", "adoption").of(lang),
        "term-start" => Phrase::new("开学日", "term start").of(lang),
        "term-end" => Phrase::new("学期末", "term end").of(lang),
        "event" => Phrase::new("事件当天", "the event").of(lang),
        "reopening" => Phrase::new("复学日", "reopening").of(lang),
        "exam-week" => Phrase::new("考试周", "examination week").of(lang),
        other => other,
    }
    .to_owned()
}

/// An inspector's verdict.
#[must_use]
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Pass => Phrase::new("合格", "pass"),
        Verdict::Partial => Phrase::new("部分合格", "partial"),
        Verdict::Fail => Phrase::new("不合格", "fail"),
    }
    .of(lang)
}

/// Why an item calls for a decision.
#[must_use]
pub fn concern(concern: Concern, lang: Lang) -> &'static str {
    match concern {
        Concern::Gate => Phrase::new("开学门槛未达标", "gate item not fulfilled"),
        Concern::Overdue => Phrase::new("逾期", "overdue"),
        Concern::Finding => Phrase::new("问题超期", "finding past its limit"),
        Concern::NotDone => Phrase::new("本周应办未办", "required this week, not done"),
        Concern::Measure => Phrase::new("指标未达标", "number under its target"),
        Concern::Lapsed => Phrase::new("上次完成已过期", "last tick has run out"),
        Concern::Evidence => Phrase::new("缺佐证", "evidence missing"),
        Concern::Owner => Phrase::new("无人牵头", "no owner"),
        Concern::Waiver => Phrase::new("不适用已跨学期", "waiver from an earlier term"),
        Concern::Changed => Phrase::new("清单新版有改动", "changed by a new version"),
    }
    .of(lang)
}

/// What the review decided.
#[must_use]
pub fn decision(decision: Decision, lang: Lang) -> &'static str {
    match decision {
        Decision::Done => Phrase::new("已办", "done"),
        Decision::Partly => Phrase::new("部分办结", "partly done"),
        Decision::NotDone => Phrase::new("未办", "not done"),
        Decision::Postponed => Phrase::new("延期", "postponed"),
        Decision::NotApplicable => Phrase::new("不适用", "not applicable"),
        Decision::Kept => Phrase::new("维持", "kept as it is"),
        Decision::Skipped => Phrase::new("跳过", "skipped"),
    }
    .of(lang)
}

/// Who found a finding.
#[must_use]
pub fn finding_source(source: FindingSource, lang: Lang) -> &'static str {
    match source {
        FindingSource::SelfCheck => Phrase::new("自查", "self-check"),
        FindingSource::Inspection => Phrase::new("督查", "inspection"),
        FindingSource::Review => Phrase::new("周检视", "weekly review"),
    }
    .of(lang)
}

/// How far a rectification has come.
#[must_use]
pub fn finding_state(state: FindingState, lang: Lang) -> &'static str {
    match state {
        FindingState::Open => Phrase::new("待整改", "open"),
        FindingState::Fixed => Phrase::new("待核实", "fixed, to be verified"),
        FindingState::Verified => Phrase::new("待销号", "verified, to be closed"),
        FindingState::Closed => Phrase::new("已销号", "closed"),
    }
    .of(lang)
}

/// A kind of school.
#[must_use]
pub fn school_kind(kind: SchoolKind, lang: Lang) -> &'static str {
    match kind {
        SchoolKind::Kindergarten => Phrase::new("幼儿园", "kindergarten"),
        SchoolKind::Primary => Phrase::new("小学", "primary school"),
        SchoolKind::Secondary => Phrase::new("中学", "secondary school"),
        SchoolKind::Vocational => Phrase::new("中职学校", "vocational school"),
        SchoolKind::University => Phrase::new("高等学校", "university"),
        SchoolKind::Bureau => Phrase::new("教育局", "education bureau"),
    }
    .of(lang)
}

/// A place on campus.
#[must_use]
pub fn place(place: Place, lang: Lang) -> &'static str {
    match place {
        Place::Gate => Phrase::new("校门", "gate"),
        Place::Canteen => Phrase::new("食堂", "canteen"),
        Place::Dormitory => Phrase::new("宿舍", "dormitory"),
        Place::Classroom => Phrase::new("教室", "classroom"),
        Place::Library => Phrase::new("图书馆", "library"),
        Place::Shop => Phrase::new("超市", "shop"),
        Place::ParcelPoint => Phrase::new("快递接收点", "parcel point"),
        Place::TestingPoint => Phrase::new("核酸检测点", "testing point"),
        Place::IsolationPoint => Phrase::new("隔离点", "isolation point"),
    }
    .of(lang)
}

/// A day of the week, short.
#[must_use]
pub fn weekday(day: NaiveDate, lang: Lang) -> &'static str {
    match day.weekday() {
        Weekday::Mon => Phrase::new("周一", "Mon"),
        Weekday::Tue => Phrase::new("周二", "Tue"),
        Weekday::Wed => Phrase::new("周三", "Wed"),
        Weekday::Thu => Phrase::new("周四", "Thu"),
        Weekday::Fri => Phrase::new("周五", "Fri"),
        Weekday::Sat => Phrase::new("周六", "Sat"),
        Weekday::Sun => Phrase::new("周日", "Sun"),
    }
    .of(lang)
}

/// A day, in words: 3月14日（周一）, Mon 14 March.
#[must_use]
pub fn day(day: NaiveDate, lang: Lang) -> String {
    let weekday = weekday(day, lang);
    match lang {
        Lang::Zh => format!("{}月{}日（{weekday}）", day.month(), day.day()),
        Lang::En => format!("{weekday} {}", day.format("%-d %B")),
    }
}

/// A day with its year: 2022-03-14（周一）, Mon 2022-03-14.
#[must_use]
pub fn day_of_year(day: NaiveDate, lang: Lang) -> String {
    let weekday = weekday(day, lang);
    match lang {
        Lang::Zh => format!("{day}（{weekday}）"),
        Lang::En => format!("{weekday} {day}"),
    }
}

/// A period, in words.
#[must_use]
pub fn period(period: &Period, lang: Lang) -> String {
    match (period, lang) {
        (Period::Once, _) => cadence(&Cadence::Once, lang),
        (Period::Day(on), _) => day(*on, lang),
        (Period::Week(week), Lang::Zh) => format!("{week} 周"),
        (Period::Week(week), Lang::En) => format!("week {week}"),
        (Period::Month(month), Lang::Zh) => month.first().format("%Y年%-m月").to_string(),
        (Period::Month(month), Lang::En) => month.first().format("%B %Y").to_string(),
        (Period::Term(term), Lang::Zh) => {
            let season = match term.season {
                Season::Spring => "春季",
                Season::Summer => "夏季",
                Season::Autumn => "秋季",
            };
            format!("{}年{season}学期", term.year)
        }
        (Period::Term(term), Lang::En) => format!("{} term {}", term.season.as_str(), term.year),
        (Period::Event(id), Lang::Zh) => format!("事件 {id}"),
        (Period::Event(id), Lang::En) => format!("event {id}"),
    }
}

/// A rate, or a dash where nothing was required.
#[must_use]
pub fn percent(percent: Option<f64>) -> String {
    percent.map_or_else(|| "-".to_owned(), |percent| format!("{percent:.1}%"))
}

/// A rate in whole per cent, for narrow tables: 100 and 0 only where it is all or nothing.
#[must_use]
pub fn whole_percent(percent: Option<f64>) -> String {
    let whole = |percent: f64| match percent {
        100.0.. => 100.0,
        ..=0.0 => 0.0,
        between => between.round().clamp(1.0, 99.0),
    };
    percent.map_or_else(
        || "-".to_owned(),
        |percent| format!("{:.0}", whole(percent)),
    )
}

/// Something about the premises that the reader should know.
#[must_use]
pub fn caveat(caveat: &Caveat, lang: Lang) -> String {
    match (caveat, lang) {
        (
            Caveat::AnchorUnset {
                anchor: name,
                items,
            },
            Lang::Zh,
        ) => format!(
            "有 {items} 项按{}倒排期限，但 school.yaml 的 anchors 里还没有“{name}”这个日期。",
            anchor(name, lang)
        ),
        (
            Caveat::AnchorUnset {
                anchor: name,
                items,
            },
            Lang::En,
        ) => format!(
            "{items} items are counted from {}, and school.yaml has no `{name}` under anchors.",
            anchor(name, lang)
        ),
        (Caveat::HolidaysUnknown { year }, Lang::Zh) => format!(
            "没有 {year} 年的放假安排，只按周末休息计算；可把 {year}.json 放进 holidays 文件夹。"
        ),
        (Caveat::HolidaysUnknown { year }, Lang::En) => format!(
            "No holidays are known for {year}, only weekends are off; put {year}.json into the folder holidays."
        ),
        (Caveat::TermsEnded { on }, Lang::Zh) => {
            format!("school.yaml 里最后一个学期已于 {on} 结束，之后没有教学日；请补上新学期。")
        }
        (Caveat::TermsEnded { on }, Lang::En) => format!(
            "The last term in school.yaml ended on {on}, and no day after it is a school day; add the new term."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_per_cents_are_honest_at_both_ends() {
        let said = |percent| whole_percent(Some(percent));
        let whole = [0.0, 0.1, 49.5, 88.2, 99.9, 100.0].map(said);
        assert_eq!(whole, ["0", "1", "50", "88", "99", "100"]);
        assert_eq!(whole_percent(None), "-");
    }
}
