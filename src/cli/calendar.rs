//! `duban calendar`: the school year as rows of weeks, or one of its days explained.

use super::args::Calendar;
use super::output::Output;
use super::row::{ItemHead, bold, line};
use super::{Failure, Session};
use crate::assess::{DayHeat, ItemIndex, Premises, Tally, Totals, assess_week, heat, level};
use crate::calendar::{DayKind, Period, Week};
use crate::text::calendar::{self as words, Part};
use crate::text::{Lang, cli};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// The school year, for `--json`.
#[derive(Serialize)]
struct Year {
    from: NaiveDate,
    to: NaiveDate,
    as_of: NaiveDate,
    days: Vec<DayRow>,
}

/// A day of it.
#[derive(Serialize)]
struct DayRow {
    day: NaiveDate,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    holiday: Option<String>,
    level: u8,
    totals: Totals,
}

/// One day, for `--json`.
#[derive(Serialize)]
struct Day {
    #[serde(flatten)]
    row: DayRow,
    week: Week,
    done_then: u64,
    missing: Vec<Row>,
    late_entered: Vec<Row>,
    waived: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    head: ItemHead,
    period: String,
}

pub(super) fn run(session: &Session, args: &Calendar) -> Result<(), Failure> {
    match args.day.as_deref() {
        None => year(session),
        Some(said) => {
            // What is past is looked up more often than what is to come.
            let day = session.day(said).or_else(|_| session.day_ahead(said))?;
            one(session, day)
        }
    }
}

fn year(session: &Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let today = workspace.today();
    let (from, to) = workspace.premises().calendar.school_year(today);
    let view = session.view(&workspace, None, Week::of(from))?;
    let (premises, lang) = (view.premises(), session.lang());
    let (monday, sunday) = (Week::of(from).monday(), Week::of(to).sunday());
    let days = heat(&premises, monday, sunday, today);
    if session.is_json() {
        let days = days.iter().map(day_row).collect();
        let as_of = today;
        return session.print_json(&Year {
            from,
            to,
            as_of,
            days,
        });
    }
    let mut out = Output::new();
    let first = from.year() - i32::from(from.month() < 8);
    let name = &premises.school.name;
    out.styled(bold(), &words::year(name, first, today, lang));
    rows(&premises, &days, today, lang, &mut out);
    out.line("");
    let legend = words::legend(lang).into_iter();
    let legend = legend.map(|(mark, meaning)| format!("{mark} {meaning}"));
    out.line(&legend.collect::<Vec<_>>().join("   "));
    session.finish(out)
}

/// A row for each week: its name, its first day, a mark for each day, its rate. Weeks without a
/// school day are one row together.
fn rows(premises: &Premises<'_>, days: &[DayHeat], today: NaiveDate, lang: Lang, out: &mut Output) {
    const MARGIN: usize = 20;
    let cell = |text: &str| format!("{text}{}", " ".repeat(3usize.saturating_sub(text.width())));
    let heads: String = words::weekdays(lang).iter().map(|day| cell(day)).collect();
    out.line(format!("{:MARGIN$}{heads}", "").trim_end());
    let mut empty = 0;
    for days in days.chunks(7) {
        let Some(first) = days.first() else {
            continue;
        };
        if !days.iter().any(|day| day.kind.is_school_day()) {
            empty += 1;
            continue;
        }
        if empty > 0 {
            out.line(&format!("{:MARGIN$}{}", "", words::no_school(empty, lang)));
            empty = 0;
        }
        let week = Week::of(first.day);
        let marks: String = days
            .iter()
            .map(|day| cell(&words::mark(day).to_string()))
            .collect();
        let rate = rate(premises, week, today);
        let monday = first.day.format("%m-%d");
        out.line(format!("{week}  {monday}     {marks} {rate}").trim_end());
    }
}

/// How much of what was due in a week is done, once it has begun.
fn rate(premises: &Premises<'_>, week: Week, today: NaiveDate) -> String {
    if week.monday() > today {
        return String::new();
    }
    let totals: Totals = Tally::totals(&assess_week(premises, week, today).tally);
    if totals.required == 0 {
        return String::new();
    }
    let percent = crate::text::words::percent(totals.percent);
    format!("{:>4} / {:<4} {percent:>6}", totals.done, totals.required)
}

fn one(session: &Session, day: NaiveDate) -> Result<(), Failure> {
    let workspace = session.open()?;
    let today = workspace.today();
    let view = session.view(&workspace, None, Week::of(day))?;
    let (premises, lang) = (view.premises(), session.lang());
    let found = heat(&premises, day, day, today);
    let Some(heat) = found.first() else {
        return Ok(());
    };
    if session.is_json() {
        let rows = |list| list_rows(&premises, list, lang);
        return session.print_json(&Day {
            row: day_row(heat),
            week: Week::of(day),
            done_then: heat.done,
            missing: rows(&heat.missing),
            late_entered: rows(&heat.late_entered),
            waived: rows(&heat.waived),
        });
    }
    let mut out = Output::new();
    let (name, kind) = (
        crate::text::words::day_of_year(day, lang),
        words::kind(&heat.kind, lang),
    );
    out.styled(bold(), &format!("{name}  {}  {kind}", Week::of(day)));
    if heat.totals.required + heat.totals.waived > 0 {
        out.line(&cli::totals(&heat.totals, lang));
    }
    if heat.done > 0 {
        out.line(&words::done_on(heat.done, lang));
    }
    for (part, list) in [
        (Part::Missing, &heat.missing),
        (Part::LateEntered, &heat.late_entered),
        (Part::Waived, &heat.waived),
    ] {
        say(&premises, part, list, lang, &mut out);
    }
    session.finish(out)
}

fn say(
    premises: &Premises<'_>,
    part: Part,
    list: &[(ItemIndex, Period)],
    lang: Lang,
    out: &mut Output,
) {
    if list.is_empty() {
        return;
    }
    out.line("");
    out.styled(bold(), &words::part(part, list.len(), lang));
    for (index, _) in list {
        let owner = premises.owner(*index).map(|owner| owner.of(lang));
        out.line(&line(premises, *index, owner, lang));
    }
}

fn list_rows(premises: &Premises<'_>, list: &[(ItemIndex, Period)], lang: Lang) -> Vec<Row> {
    let row = |(index, period): &(ItemIndex, Period)| Row {
        head: ItemHead::of(premises, *index, lang),
        period: period.to_string(),
    };
    list.iter().map(row).collect()
}

fn day_row(heat: &DayHeat) -> DayRow {
    DayRow {
        day: heat.day,
        kind: match heat.kind {
            DayKind::SchoolDay => "school-day",
            DayKind::WorkingWeekend => "working-weekend",
            DayKind::Weekend => "weekend",
            DayKind::Holiday(_) => "holiday",
            DayKind::OwnDayOff => "own-day-off",
            DayKind::OutOfTerm => "out-of-term",
        },
        holiday: match &heat.kind {
            DayKind::Holiday(name) => Some(name.clone()),
            _ => None,
        },
        level: level(&heat.totals),
        totals: heat.totals,
    }
}
