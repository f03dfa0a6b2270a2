//! `duban status --notices`: what to tell whom, in three colours.

use super::super::output::Output;
use super::super::row::{ItemHead, bold, coloured, line};
use super::super::{Failure, Session};
use super::Looking;
use crate::review::{Colour, NoticeLine, NoticeReason, OwnerNotice, notices};
use crate::text::Lang;
use crate::text::cli::{review::due, status as words};
use crate::text::report::notice_reason;
use anstyle::AnsiColor;
use chrono::NaiveDate;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// What one owner is told, for `--json`.
#[derive(Serialize)]
struct Row {
    owner: Option<String>,
    colour: Colour,
    notices: Vec<Notice>,
}

#[derive(Serialize)]
struct Notice {
    #[serde(flatten)]
    head: ItemHead,
    colour: Colour,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<String>,
    due: Option<NaiveDate>,
    #[serde(flatten)]
    reason: Reason,
}

#[derive(Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Reason {
    LimitNear {
        school_days: u32,
    },
    BehindPace {
        needed: Option<u64>,
        rate: Option<u64>,
    },
    PartlyDone,
    Overdue {
        school_days: u32,
    },
}

pub(super) fn run(
    session: &Session,
    looking: &Looking<'_>,
    title: &str,
    checklist: Option<usize>,
) -> Result<(), Failure> {
    let lang = session.lang();
    let mut notices = notices(&looking.premises, &looking.assessment);
    for notice in &mut notices {
        let of = |line: &NoticeLine| checklist.is_none_or(|at| line.index.checklist == at);
        notice.lines.retain(of);
    }
    notices.retain(|notice| !notice.lines.is_empty());
    if session.is_json() {
        let rows = notices.iter().map(|notice| row(looking, notice, lang));
        return session.print_json(&rows.collect::<Vec<_>>());
    }
    let mut out = Output::new();
    out.styled(bold(), title);
    if notices.is_empty() {
        out.line(words::NO_NOTICES.of(lang));
    }
    for notice in &notices {
        out.line("");
        let owner = owner(notice, lang);
        let owner = owner.unwrap_or_else(|| words::NOBODY.of(lang).to_owned());
        let colour = coloured(ansi(notice.colour));
        let count = notice.lines.len();
        out.styled(colour, &words::owner(&owner, notice.colour, count, lang));
        for told in &notice.lines {
            out.line(&said(looking, told, lang));
        }
    }
    session.finish(out)
}

fn owner(notice: &OwnerNotice, lang: Lang) -> Option<String> {
    notice.owner.as_ref().map(|owner| owner.of(lang))
}

fn said(looking: &Looking<'_>, told: &NoticeLine, lang: Lang) -> String {
    let finding = told.finding.iter().map(ToString::to_string);
    let reason = notice_reason(&told.reason, lang);
    let due = told.due.map(|day| due(day, lang));
    let more = finding.chain([reason]).chain(due);
    let colours = Colour::ALL.map(|colour| words::colour(colour, lang).width());
    let widest = colours.into_iter().max().unwrap_or_default();
    let colour = words::colour(told.colour, lang);
    let gap = " ".repeat(widest - colour.width());
    let line = line(&looking.premises, told.index, more, lang);
    format!("  {colour}{gap}{line}")
}

fn ansi(colour: Colour) -> AnsiColor {
    match colour {
        Colour::Blue => AnsiColor::Blue,
        Colour::Yellow => AnsiColor::Yellow,
        Colour::Red => AnsiColor::Red,
    }
}

fn row(looking: &Looking<'_>, notice: &OwnerNotice, lang: Lang) -> Row {
    let told = |line: &NoticeLine| Notice {
        head: ItemHead::of(&looking.premises, line.index, lang),
        colour: line.colour,
        finding: line.finding.as_ref().map(ToString::to_string),
        due: line.due,
        reason: match line.reason {
            NoticeReason::LimitNear { school_days } => Reason::LimitNear { school_days },
            NoticeReason::BehindPace { needed, rate } => Reason::BehindPace { needed, rate },
            NoticeReason::PartlyDone => Reason::PartlyDone,
            NoticeReason::Overdue { school_days } => Reason::Overdue { school_days },
        },
    };
    Row {
        owner: owner(notice, lang),
        colour: notice.colour,
        notices: notice.lines.iter().map(told).collect(),
    }
}
