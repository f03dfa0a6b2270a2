//! The facts of the weekly review in plain words: findings, inspections, decisions, signatures.

use super::super::{Lang, words};
use super::with;
use crate::fact::{Entry, FindingId, Sending};
use chrono::NaiveDate;

/// What a fact of the review says. Facts of other kinds say nothing here.
pub(super) fn said(entry: &Entry, lang: Lang) -> String {
    match entry {
        Entry::Inspected { verdict, note, .. } => {
            let verdict = words::verdict(*verdict, lang);
            let what = of(
                lang,
                format!("督查：{verdict}"),
                format!("inspected: {verdict}"),
            );
            with(&what, note.as_deref(), lang)
        }
        Entry::Reviewed {
            week,
            concern,
            decision,
            finding,
            note,
        } => {
            let decision = words::decision(*decision, lang);
            let mut concern = words::concern(*concern, lang).to_owned();
            if let Some(finding) = finding {
                let between = of(lang, "，".into(), ", ".into());
                concern = format!("{concern}{between}{finding}");
            }
            let what = of(
                lang,
                format!("{week} 周检视（{concern}）：{decision}"),
                format!("review of {week} ({concern}): {decision}"),
            );
            with(&what, note.as_deref(), lang)
        }
        Entry::WeekConfirmed { week, items } => of(
            lang,
            format!("{week} 其余 {items} 项确认无误"),
            format!("{week}: the other {items} items confirmed"),
        ),
        Entry::NothingReported { week } => of(
            lang,
            format!("{week} 零报告"),
            format!("{week}: nothing to report"),
        ),
        Entry::WeekSigned { week, facts, .. } => of(
            lang,
            format!("{week} 已签字，含第 1 至 {facts} 条记录"),
            format!("{week} signed, covering entries 1 to {facts}"),
        ),
        Entry::WeekUnlocked { week, reason, .. } => {
            let what = of(lang, format!("{week} 已解锁"), format!("{week} unlocked"));
            with(&what, Some(reason), lang)
        }
        Entry::ReportSent(sending) => sent(sending, lang),
        finding => self::finding(finding, lang),
    }
}

fn sent(sending: &Sending, lang: Lang) -> String {
    let Sending { week, to, .. } = sending;
    let as_of = sending.as_of;
    of(
        lang,
        format!("{week} 报告（截至 {as_of}）已报送：{to}"),
        format!("report of {week} as of {as_of} sent to {to}"),
    )
}

fn finding(entry: &Entry, lang: Lang) -> String {
    match entry {
        Entry::FindingRaised {
            finding,
            text,
            owner,
            due,
            ..
        } => of(
            lang,
            format!("问题 {finding}：{text}（{owner}，限 {due}）"),
            format!("finding {finding}: {text} ({owner}, due {due})"),
        ),
        Entry::FindingUpdated {
            finding, due, note, ..
        } => with(&updated(finding, *due, lang), note.as_deref(), lang),
        Entry::FindingFixed { finding, fixer, on } => {
            let day = words::day(*on, lang);
            of(
                lang,
                format!("问题 {finding} 已由{fixer}整改，{day}"),
                format!("finding {finding} fixed by {fixer} on {day}"),
            )
        }
        Entry::FindingVerified { finding, .. } => of(
            lang,
            format!("问题 {finding} 已核实"),
            format!("finding {finding} verified"),
        ),
        Entry::FindingClosed { finding, .. } => of(
            lang,
            format!("问题 {finding} 已销号"),
            format!("finding {finding} closed"),
        ),
        Entry::FindingReopened {
            finding, reason, ..
        } => {
            let what = of(
                lang,
                format!("问题 {finding} 重新打开"),
                format!("finding {finding} reopened"),
            );
            with(&what, Some(reason), lang)
        }
        _ => String::new(),
    }
}

fn updated(finding: &FindingId, due: Option<NaiveDate>, lang: Lang) -> String {
    match due {
        Some(due) => of(
            lang,
            format!("问题 {finding} 期限改为 {due}"),
            format!("finding {finding} due {due} now"),
        ),
        None => of(
            lang,
            format!("问题 {finding} 已补充"),
            format!("finding {finding} updated"),
        ),
    }
}

fn of(lang: Lang, zh: String, en: String) -> String {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
