//! What stands about an item, in the short words of a table.

use super::{list, percent, phrases, short_day, short_days, short_period};
use crate::calendar::{DayKind, Period, Week};
use crate::checklist::Cadence;
use crate::report::{
    CompletionReport, DayKindReport, DayReport, EventReport, EvidenceReport, InspectionReport,
    MeasureReport, MeasurementReport, NoteReport, PaceReport, PostponementReport, WaiverReport,
};
use crate::review::Own;
use crate::text::facts::{grouped, ratio};
use crate::text::{Lang, Phrase, calendar, words};
use chrono::NaiveDate;

phrases! {
    /// The clauses of the directive.
    CLAUSES: "条款", "clauses";
    /// An item that keeps the school shut.
    GATE: "开学门槛", "gate item";
    /// An item of the bureau's.
    BUREAU_DUTY: "教育局职责", "the bureau's duty";
    /// The evidence that is expected.
    EXPECTED: "应有佐证", "evidence expected";
    /// What was done.
    COMPLETED: "完成", "done";
    /// What is overdue.
    MISSED: "逾期未办", "overdue for";
    /// A number.
    NUMBER_NOW: "现数", "number";
    /// The numbers of the week.
    NUMBERS_OF_WEEK: "本周数据", "numbers of the week";
    /// The evidence.
    EVIDENCE: "佐证", "evidence";
    /// A remark.
    NOTE: "备注", "note";
    /// A later last day.
    PUT_OFF: "延期", "postponed";
    /// A verdict.
    INSPECTED: "督查", "inspected";
    /// A waiver.
    NOT_APPLICABLE: "不适用", "waived";
    /// Open findings.
    HAS_FINDINGS: "未销号问题", "open findings";
}

/// How days and periods are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style<'a> {
    /// The language.
    pub lang: Lang,
    /// The year that goes without saying.
    pub year: i32,
    /// The events of the report, by which their periods are called.
    pub events: &'a [EventReport],
}

impl Style<'_> {
    /// A day, short.
    #[must_use]
    pub fn day(self, day: NaiveDate) -> String {
        short_day(day, self.year, self.lang)
    }

    /// A period, short: that of an event by the event's name, where the report has it.
    #[must_use]
    pub fn period(self, period: &Period) -> String {
        if let Period::Event(id) = period
            && let Some(event) = self.events.iter().find(|event| event.id == *id)
        {
            return event.name.clone();
        }
        short_period(period, self.year, self.lang)
    }

    /// Periods in a row.
    #[must_use]
    pub fn periods(self, periods: &[Period]) -> String {
        let is_day = |period: &Period| matches!(period, Period::Day(_));
        let runs = periods.chunk_by(|a, b| is_day(a) && is_day(b));
        let named = runs.map(|run| {
            let days = run.iter().filter_map(|period| match period {
                Period::Day(day) => Some(*day),
                _ => None,
            });
            let days: Vec<NaiveDate> = days.collect();
            match run {
                [period] => self.period(period),
                _ => short_days(&days, self.year, self.lang),
            }
        });
        list(&named.collect::<Vec<String>>(), self.lang)
    }

    /// A thing with what is said about it in brackets; nothing in brackets where nothing is.
    fn with(self, what: &str, about: &[String]) -> String {
        match (about, self.lang) {
            ([], _) => what.to_owned(),
            (_, Lang::Zh) => format!("{what}（{}）", about.join("，")),
            (_, Lang::En) => format!("{what} ({})", about.join(", ")),
        }
    }

    /// Who, when and what: 3月15日 周敏：登记簿缺体温.
    fn told(self, on: NaiveDate, by: &str, what: &str) -> String {
        let day = self.day(on);
        match self.lang {
            Lang::Zh => format!("{day} {by}：{what}"),
            Lang::En => format!("{day}, {by}: {what}"),
        }
    }

    fn pick(self, zh: String, en: String) -> String {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// How often an item is due, from the word of a report.
#[must_use]
pub fn cadence(word: &str, lang: Lang) -> String {
    let each = word.strip_prefix("each ");
    let cadence = each.map_or_else(
        || Cadence::of_word(word),
        |kind| Some(Cadence::Each(kind.to_owned())),
    );
    cadence.map_or_else(|| word.to_owned(), |cadence| words::cadence(&cadence, lang))
}

/// Completions in a row, with who recorded them at the end of each run of the same person.
#[must_use]
pub fn completions(all: &[CompletionReport], week: Week, style: Style<'_>) -> String {
    let runs = all.chunk_by(|a, b| a.by == b.by);
    let said = runs.map(|run| {
        let by = run.first().map_or("", |one| &one.by);
        let days = days_done(run, week, style);
        style.pick(format!("{days}，{by}记"), format!("{days}, by {by}"))
    });
    let said: Vec<String> = said.collect();
    said.join(style.pick("；".into(), "; ".into()).as_str())
}

/// The days of completions, each with what is not ordinary about it.
fn days_done(run: &[CompletionReport], week: Week, style: Style<'_>) -> String {
    let about: Vec<_> = run
        .iter()
        .map(|one| (one.on, besides(one, week, style)))
        .collect();
    let alike = about.chunk_by(|(_, a), (_, b)| a.is_empty() && b.is_empty());
    let said = alike.map(|days| {
        let besides = days.first().map_or(&[][..], |(_, besides)| besides);
        let days: Vec<NaiveDate> = days.iter().map(|(on, _)| *on).collect();
        style.with(&short_days(&days, style.year, style.lang), besides)
    });
    list(&said.collect::<Vec<String>>(), style.lang)
}

/// What is not ordinary about a completion.
fn besides(done: &CompletionReport, week: Week, style: Style<'_>) -> Vec<String> {
    let mut about = Vec::new();
    let goes_without_saying = match &done.period {
        Period::Once => true,
        Period::Day(day) => *day == done.on,
        Period::Week(of) => *of == week,
        _ => false,
    };
    if !goes_without_saying {
        let period = style.period(&done.period);
        about.push(style.pick(format!("应办 {period}"), format!("for {period}")));
    }
    if done.late {
        about.push(style.pick("迟办".into(), "late".into()));
    }
    if done.late_entry {
        let day = style.day(done.recorded);
        about.push(style.pick(format!("{day}补录"), format!("entered {day}")));
    }
    if let Some(finding) = &done.finding {
        about.push(style.pick(
            format!("因问题 {finding} 不计"),
            format!("not counted: finding {finding}"),
        ));
    }
    about
}

/// A number as it stands: 3,891 / 5,494 人（70.8%，3月16日）.
#[must_use]
pub fn measure(measure: &MeasureReport, style: Style<'_>) -> String {
    let number = format!("{} {}", ratio(measure.value, measure.of), measure.unit);
    let share = measure.percent.map(|share| percent(Some(share)));
    let about: Vec<String> = share.into_iter().chain([style.day(measure.on)]).collect();
    style.with(&number, &about)
}

/// A number of the week.
#[must_use]
pub fn measurement(read: &MeasurementReport, style: Style<'_>) -> String {
    let mut about = vec![read.by.clone()];
    if !matches!(&read.period, Period::Once) && read.period != Period::Day(read.on) {
        let period = style.period(&read.period);
        about.push(style.pick(format!("应办 {period}"), format!("for {period}")));
    }
    if let Some(rate) = read.rate.map(grouped) {
        about.push(style.pick(format!("每日可办 {rate}"), format!("{rate} a day")));
    }
    let number = ratio(read.value, read.of);
    style.with(&format!("{} {number}", style.day(read.on)), &about)
}

/// Whether a number gets there in time.
#[must_use]
pub fn pace(pace: &PaceReport, style: Style<'_>) -> String {
    let (left, days) = (grouped(pace.left), pace.days_left);
    let mut said = match pace.needed.map(grouped) {
        Some(needed) => style.pick(
            format!("还差 {left}，剩 {days} 个教学日，每日需 {needed}"),
            format!("{left} left in {days} school days, {needed} a day"),
        ),
        None => style.pick(
            format!("还差 {left}，剩 {days} 个教学日"),
            format!("{left} left, {days} school days"),
        ),
    };
    if let Some(rate) = pace.rate.map(grouped) {
        said += &style.pick(format!("，现每日 {rate}"), format!("; now {rate} a day"));
    }
    if let Some(on) = pace.reached_on.map(|on| style.day(on)) {
        said += &style.pick(format!("，{on}可完成"), format!(", reached on {on}"));
    }
    let verdict = if pace.on_pace {
        style.pick("；来得及".into(), "; in time".into())
    } else {
        style.pick("；来不及".into(), "; not in time".into())
    };
    said + &verdict
}

/// A later last day.
#[must_use]
pub fn postponement(put_off: &PostponementReport, style: Style<'_>) -> String {
    let (period, to) = (style.period(&put_off.period), style.day(put_off.to));
    let first = put_off.first.map(|first| style.day(first));
    let first = first.map_or_else(String::new, |first| {
        style.pick(format!("由{first}"), format!("from {first} "))
    });
    let what = style.pick(
        format!("{period} {first}延至{to}，{}", put_off.reason),
        format!("{period} {first}to {to}, {}", put_off.reason),
    );
    style.told(put_off.recorded, &put_off.by, &what)
}

/// An inspector's verdict.
#[must_use]
pub fn inspection(inspection: &InspectionReport, style: Style<'_>) -> String {
    let verdict = words::verdict(inspection.verdict, style.lang);
    let about = inspection.period.as_ref().map(|p| style.period(p));
    let about: Vec<String> = about.into_iter().collect();
    let verdict = style.with(verdict, &about);
    let what = inspection.note.as_ref().map_or(verdict.clone(), |note| {
        style.pick(format!("{verdict}，{note}"), format!("{verdict}, {note}"))
    });
    style.told(inspection.on, &inspection.by, &what)
}

/// Evidence, without its digest.
#[must_use]
pub fn evidence(evidence: &EvidenceReport, style: Style<'_>) -> String {
    let mut about = vec![style.day(evidence.on)];
    if let Some(bytes) = evidence.bytes.map(grouped) {
        about.push(style.pick(format!("{bytes} 字节"), format!("{bytes} bytes")));
    }
    style.with(&evidence.source, &about)
}

/// A remark.
#[must_use]
pub fn note(note: &NoteReport, style: Style<'_>) -> String {
    style.told(note.on, &note.by, &note.text)
}

/// A waiver: since when, until when, why.
#[must_use]
pub fn waiver(waiver: &WaiverReport, style: Style<'_>) -> String {
    let from = style.day(waiver.from);
    let until = waiver.until.map(|until| style.day(until));
    let lifted = waiver.lifted_by.as_deref().unwrap_or_default();
    let span = match &until {
        None => style.pick(format!("{from}起"), format!("since {from}")),
        Some(until) => style.pick(
            format!("{from}起，{until}{lifted}恢复"),
            format!("since {from}, applies again since {until} ({lifted})"),
        ),
    };
    style.pick(
        format!("{span}：{}（{}）", waiver.reason, waiver.by),
        format!("{span}: {} ({})", waiver.reason, waiver.by),
    )
}

/// What the school says about an item itself.
#[must_use]
pub fn own(own: Own, lang: Lang) -> &'static str {
    match own {
        Own::Done => Phrase::new("已办", "done"),
        Own::Partly => Phrase::new("部分办结", "partly done"),
        Own::NotDone => Phrase::new("未办", "not done"),
    }
    .of(lang)
}

/// What kind of day it is, with the holiday's name.
#[must_use]
pub fn day_kind(day: &DayReport, lang: Lang) -> String {
    let kind = match day.kind {
        DayKindReport::SchoolDay => DayKind::SchoolDay,
        DayKindReport::WorkingWeekend => DayKind::WorkingWeekend,
        DayKindReport::Weekend => DayKind::Weekend,
        DayKindReport::Holiday => DayKind::Holiday(day.holiday.clone().unwrap_or_default()),
        DayKindReport::OwnDayOff => DayKind::OwnDayOff,
        DayKindReport::OutOfTerm => DayKind::OutOfTerm,
    };
    calendar::kind(&kind, lang)
}

/// What stands in a day of the heat map where no rate does.
#[must_use]
pub fn day_mark(kind: DayKindReport, lang: Lang) -> &'static str {
    match kind {
        DayKindReport::SchoolDay | DayKindReport::WorkingWeekend => Phrase::new("–", "–"),
        DayKindReport::Weekend => Phrase::new("", ""),
        DayKindReport::Holiday | DayKindReport::OwnDayOff => Phrase::new("假", "off"),
        DayKindReport::OutOfTerm => Phrase::new("外", "out"),
    }
    .of(lang)
}

/// What the colours and marks of the heat map mean, from the fullest to none.
#[must_use]
pub fn legend(lang: Lang) -> [(&'static str, &'static str); 7] {
    let phrases = [
        ("l4", Phrase::new("全部办完", "all")),
        ("l3", Phrase::new("85% 以上", "85% and more")),
        ("l2", Phrase::new("60% 以上", "60% and more")),
        ("l1", Phrase::new("不到 60%", "below 60%")),
        ("l0", Phrase::new("– 无到期事项", "– nothing due")),
        (
            "off",
            Phrase::new("假 放假；空白为周末", "off: holiday; empty: weekend"),
        ),
        ("out", Phrase::new("外 学期以外", "out: no term")),
    ];
    phrases.map(|(class, phrase)| (class, phrase.of(lang)))
}
