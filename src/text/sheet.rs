//! The words of a report's tables: the sheets of a workbook, the columns of CSV.

use super::{Lang, Phrase, facts, report, words};
use crate::calendar::Period;
use crate::checklist::Cadence;
use crate::fact::FindingState;
use crate::report::{
    AmendmentReport, CompletionReport, FindingReport, InspectionReport, MeasureReport, NoteReport,
    PaceReport, PostponementReport, ReopeningReport, SeenReport, StatusReport, WaiverReport,
};
use chrono::NaiveDate;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Phrase = Phrase::new($zh, $en);)*
    };
}

pub mod csv;
mod headings;

pub use headings::*;

/// A sheet's title.
#[must_use]
pub fn title(school: &str, sheet: Phrase, lang: Lang) -> String {
    let sheet = if sheet == SUMMARY { OF_SUMMARY } else { sheet };
    let sheet = super::rollup::sheet::title_of(sheet).of(lang);
    match lang {
        _ if school.is_empty() => sheet.to_owned(),
        Lang::Zh => format!("{school}{sheet}"),
        Lang::En => format!("{school}: {sheet}"),
    }
}

/// What stands under the title: the week, the day of judgement, the signature; with a layout whom it
/// is for, and under which heading.
#[must_use]
pub fn subtitle(report: &StatusReport, lang: Lang) -> String {
    let StatusReport {
        week,
        from,
        to,
        as_of,
        ..
    } = report;
    let (signed, layout) = (signed(report, lang), layout(report, lang));
    match lang {
        Lang::Zh => format!("{layout}{week} 周（{from} 至 {to}）  截至 {as_of}  {signed}"),
        Lang::En => format!("{layout}Week {week} ({from} to {to}), as of {as_of}, {signed}"),
    }
}

fn layout(report: &StatusReport, lang: Lang) -> String {
    let Some(layout) = &report.layout else {
        return String::new();
    };
    let receiver = &layout.receiver;
    let title = layout.title.as_deref().unwrap_or_default();
    match (title, lang) {
        ("", Lang::Zh) => format!("报送：{receiver}  "),
        ("", Lang::En) => format!("To {receiver}. "),
        (title, Lang::Zh) => format!("{title}  报送：{receiver}  "),
        (title, Lang::En) => format!("{title}. To {receiver}. "),
    }
}

/// Whether the week is signed, and whether it was changed afterwards.
fn signed(report: &StatusReport, lang: Lang) -> String {
    let review = report.review.as_ref();
    let signature = review.and_then(|review| Some((review.signed_by.as_ref()?, review.signed_on?)));
    let mut said = match (signature, lang) {
        (None, Lang::Zh) => "未签字".to_owned(),
        (None, Lang::En) => "not signed".to_owned(),
        (Some((by, on)), Lang::Zh) => format!("{by} {on} 签字"),
        (Some((by, on)), Lang::En) => format!("signed by {by} on {on}"),
    };
    if report.nothing_to_report {
        said += Phrase::new("，零报告", ", nothing to report").of(lang);
    }
    if !report.amendments.is_empty() {
        said += Phrase::new("，签字后有改动", ", changed after signing").of(lang);
    }
    said
}

/// A week was opened again after it had been signed.
#[must_use]
pub fn amendment(amendment: &AmendmentReport, lang: Lang) -> String {
    let AmendmentReport {
        unlocked_by: by,
        unlocked_on: on,
        reason,
        ..
    } = amendment;
    let changes = amendment.changes.len() + amendment.others.len();
    let again = amendment.signed_again.as_ref();
    let again = again.map(|again| match lang {
        Lang::Zh => format!("；{} {} 重新签字", again.by, again.on),
        Lang::En => format!("; signed again by {} on {}", again.by, again.on),
    });
    let opened = match lang {
        Lang::Zh => format!("{by} {on} 解锁：{reason}；改动 {changes} 条"),
        Lang::En => format!("unlocked by {by} on {on}: {reason}; {changes} changes"),
    };
    opened + &again.unwrap_or_default()
}

/// The foot of a printed page, in the codes of a spreadsheet: `&P` is the page, `&N` how many.
#[must_use]
pub fn foot(school: &str, sheet: Phrase, by: &str, lang: Lang) -> String {
    let sheet = sheet.of(lang);
    let page = Phrase::new("第 &P 页，共 &N 页", "page &P of &N").of(lang);
    format!("&L{school} {sheet}&C{page}&R{by}")
}

/// A requirement, with its number.
#[must_use]
pub fn requirement(id: &str, title: &str) -> String {
    format!("{id} {title}")
}

/// How often something is due, as a report names it: `daily`, `each exam`.
#[must_use]
pub fn cadence(named: &str, lang: Lang) -> String {
    let cadence = match named.strip_prefix("each ") {
        Some(kind) => Some(Cadence::Each(kind.to_owned())),
        None => Cadence::of_word(named),
    };
    cadence.map_or_else(
        || named.to_owned(),
        |cadence| words::cadence(&cadence, lang),
    )
}

/// Names in a row.
#[must_use]
pub fn names(names: &[String], lang: Lang) -> String {
    names.join(Phrase::new("、", ", ").of(lang))
}

/// Remarks in a row, where there are no lines.
#[must_use]
pub fn in_a_row(remarks: &[String], lang: Lang) -> String {
    remarks.join(Phrase::new("；", "; ").of(lang))
}

/// A number against its target, with its rate.
#[must_use]
pub fn measure(measure: &MeasureReport, lang: Lang) -> String {
    let number = facts::ratio(measure.value, measure.of);
    let unit = &measure.unit;
    match (measure.percent, lang) {
        (None, _) => format!("{number} {unit}"),
        (Some(percent), Lang::Zh) => format!("{number} {unit}（{percent:.1}%）"),
        (Some(percent), Lang::En) => format!("{number} {unit} ({percent:.1}%)"),
    }
}

/// Whether a number gets there in time.
#[must_use]
pub fn pace(pace: &PaceReport, lang: Lang) -> String {
    let (left, days) = (facts::grouped(pace.left), pace.days_left);
    let needed = pace.needed.map(facts::grouped);
    let verdict = if pace.on_pace {
        Phrase::new("来得及", "in time")
    } else {
        Phrase::new("来不及", "too slow")
    }
    .of(lang);
    match (needed, lang) {
        (Some(needed), Lang::Zh) => {
            format!("尚差 {left}，剩 {days} 个教学日，每日需 {needed}，{verdict}")
        }
        (Some(needed), Lang::En) => {
            let days = report::in_school_days(days);
            format!("{left} left, {days}, {needed} a day: {verdict}")
        }
        (None, Lang::Zh) => format!("尚差 {left}，{verdict}"),
        (None, Lang::En) => format!("{left} left: {verdict}"),
    }
}

/// The last time it was done.
#[must_use]
pub fn last_done(completion: &CompletionReport, lang: Lang) -> String {
    let (on, by) = (completion.on, &completion.by);
    let mut said = match lang {
        Lang::Zh => format!("最近 {on} 办，{by} 登记"),
        Lang::En => format!("last done {on}, entered by {by}"),
    };
    if completion.late {
        said += Phrase::new("，迟办", ", late").of(lang);
    }
    if completion.late_entry {
        said += Phrase::new("，补录", ", entered late").of(lang);
    }
    said
}

/// The periods that are overdue.
#[must_use]
pub fn missing(periods: &[Period], lang: Lang) -> String {
    let periods: Vec<String> = periods.iter().map(|p| words::period(p, lang)).collect();
    let periods = names(&periods, lang);
    match lang {
        Lang::Zh => format!("逾期：{periods}"),
        Lang::En => format!("overdue: {periods}"),
    }
}

/// A finding on an item.
#[must_use]
pub fn finding(id: &str, text: &str, state: FindingState, lang: Lang) -> String {
    let state = words::finding_state(state, lang);
    match lang {
        Lang::Zh => format!("{id} {text}（{state}）"),
        Lang::En => format!("{id} {text} ({state})"),
    }
}

/// An inspector's verdict, with the day and the inspector.
#[must_use]
pub fn inspection(inspection: &InspectionReport, lang: Lang) -> String {
    let InspectionReport { on, by, note, .. } = inspection;
    let verdict = words::verdict(inspection.verdict, lang);
    match (note, lang) {
        (None, Lang::Zh) => format!("督查 {on} {by}：{verdict}"),
        (None, Lang::En) => format!("inspected {on} by {by}: {verdict}"),
        (Some(note), Lang::Zh) => format!("督查 {on} {by}：{verdict}，{note}"),
        (Some(note), Lang::En) => format!("inspected {on} by {by}: {verdict}, {note}"),
    }
}

/// The evidence that was named.
#[must_use]
pub fn evidence(sources: &[String], lang: Lang) -> String {
    let sources = names(sources, lang);
    match lang {
        Lang::Zh => format!("佐证：{sources}"),
        Lang::En => format!("evidence: {sources}"),
    }
}

/// That one "no" means that the school may not open.
#[must_use]
pub fn gate(lang: Lang) -> String {
    Phrase::new(
        "开学门槛，一票否决",
        "gate item: one no, and the school may not open",
    )
    .of(lang)
    .to_owned()
}

/// The last day it had first.
#[must_use]
pub fn first_due(first: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("原定 {first}"),
        Lang::En => format!("first due {first}"),
    }
}

/// A last day was put off.
#[must_use]
pub fn postponement(postponed: &PostponementReport, lang: Lang) -> String {
    let PostponementReport { to, reason, .. } = postponed;
    let period = words::period(&postponed.period, lang);
    match lang {
        Lang::Zh => format!("{period}延期至 {to}：{reason}"),
        Lang::En => format!("{period} put off to {to}: {reason}"),
    }
}

/// It does not apply, or did not for a while.
#[must_use]
pub fn waiver(waiver: &WaiverReport, lang: Lang) -> String {
    let WaiverReport {
        from,
        until,
        reason,
        ..
    } = waiver;
    match (until, lang) {
        (None, Lang::Zh) => format!("{from} 起不适用：{reason}"),
        (None, Lang::En) => format!("waived since {from}: {reason}"),
        (Some(until), Lang::Zh) => format!("{from} 起不适用，{until} 恢复：{reason}"),
        (Some(until), Lang::En) => format!("waived from {from} until {until}: {reason}"),
    }
}

/// A remark with its day.
#[must_use]
pub fn note(note: &NoteReport, lang: Lang) -> String {
    dated(note.on, &note.text, lang)
}

/// Something said on a day.
#[must_use]
pub fn dated(on: NaiveDate, text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{on}：{text}"),
        Lang::En => format!("{on}: {text}"),
    }
}

/// Who has seen that a finding is put right.
#[must_use]
pub fn verified(seen: &SeenReport, lang: Lang) -> String {
    let SeenReport { on, by } = seen;
    match lang {
        Lang::Zh => format!("{on} {by} 核实"),
        Lang::En => format!("verified {on} by {by}"),
    }
}

/// A finding was opened again.
#[must_use]
pub fn reopening(reopening: &ReopeningReport, lang: Lang) -> String {
    let ReopeningReport { on, by, reason, .. } = reopening;
    match lang {
        Lang::Zh => format!("{on} {by} 重开：{reason}"),
        Lang::En => format!("opened again {on} by {by}: {reason}"),
    }
}

/// How far a rectification has come; past its limit first of all.
#[must_use]
pub fn rectified(finding: &FindingReport, lang: Lang) -> String {
    let state = words::finding_state(finding.state, lang);
    match (finding.overdue, lang) {
        (false, _) => state.to_owned(),
        (true, Lang::Zh) => format!("{state}，超期"),
        (true, Lang::En) => format!("{state}, past its limit"),
    }
}

/// A chart in words, for those who do not see it; a workbook takes 255 characters.
#[must_use]
pub fn chart(title: Phrase, heading: Phrase, lang: Lang) -> String {
    let (title, heading) = (title.of(lang), heading.of(lang));
    match lang {
        Lang::Zh => format!("{title}。数值见本表“{heading}”。"),
        Lang::En => format!("{title}. The numbers are in this sheet under “{heading}”."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cadences_are_said_as_everywhere() {
        assert_eq!(cadence("daily", Lang::Zh), "每个教学日");
        assert_eq!(cadence("each exam", Lang::En), "each examination");
        assert_eq!(cadence("each 家访", Lang::Zh), "每次家访");
        assert_eq!(cadence("now and then", Lang::En), "now and then");
    }
}
