//! `duban status`.

mod explain;
mod plan;
mod trend;

pub(super) use plan::PaceRow;
pub(super) use trend::{TrendRows, WEEKS, rows as trend_rows, table as trend_table};

use super::args::{Status, StatusView};
use super::finding::disagreements;
use super::output::Output;
use super::{Failure, Session};
use crate::assess::{
    self, Assessment, ItemIndex, Premises, Scope, Status as Standing, Totals, assess,
};
use crate::calendar::Week;
use crate::report::{ItemReport, StatusReport};
use crate::text::{Lang, cli as words};
use crate::workspace::{Workspace, scope as named};
use chrono::NaiveDate;
use serde::Serialize;
use std::process::ExitCode;

/// How the school stands, for `--json`.
#[derive(Serialize)]
struct Answer<'a> {
    school: &'a crate::report::SchoolHeader,
    week: Week,
    as_of: chrono::NaiveDate,
    totals: Totals,
    items: Vec<Row<'a>>,
}

/// One item of the answer.
#[derive(Serialize)]
struct Row<'a> {
    checklist: &'a str,
    requirement: &'a str,
    #[serde(flatten)]
    item: &'a ItemReport,
}

/// What is looked at, as of a day.
struct Looking<'a> {
    premises: Premises<'a>,
    assessment: Assessment,
}

pub(super) fn run(session: &Session, args: &Status) -> Result<ExitCode, Failure> {
    let workspace = session.open()?;
    let as_of = session.as_of(args.as_of.as_deref())?;
    let day = as_of.unwrap_or_else(|| workspace.today());
    let view = session.view(&workspace, as_of, since(args, day))?;
    let premises = view.premises();
    if is_plain(&args.view) {
        let code = items(session, args, &workspace, (&premises, as_of))?;
        workspace.end();
        return Ok(code);
    }
    let looking = Looking {
        premises,
        assessment: assess(&premises, day),
    };
    show(session, args, &looking)?;
    Ok(ExitCode::SUCCESS)
}

fn is_plain(view: &StatusView) -> bool {
    !(view.explain || view.trend || view.plan || view.disagreements)
}

/// The first week of which everything has to be at hand.
fn since(args: &Status, day: NaiveDate) -> Week {
    let back = if args.view.trend { WEEKS } else { 1 };
    let weeks = std::iter::successors(Some(Week::of(day)), |week| Some(week.previous()));
    weeks.take(back + 1).last().unwrap_or(Week::of(day))
}

/// What was asked for in place of the items.
fn show(session: &Session, args: &Status, looking: &Looking<'_>) -> Result<(), Failure> {
    let lang = session.lang();
    let Assessment { week, day, .. } = looking.assessment;
    let title = words::status_title(&looking.premises.school.name, week, day, lang);
    let checklist = checklist(args.checklist.as_deref(), &looking.premises, lang)?;
    let wanted = |index: ItemIndex| checklist.is_none_or(|at| index.checklist == at);
    if args.view.explain {
        let scope = scope(args, &looking.premises, checklist, lang)?;
        explain::run(session, looking, scope, &title)
    } else if args.view.trend {
        trend::run(session, looking, &title, checklist)
    } else if args.view.plan {
        plan::run(session, looking, &title, checklist)
    } else {
        disagreements(session, &looking.premises, day, |d| wanted(d.index))
    }
}

/// The checklist that was asked for, by its index.
pub(super) fn checklist(
    id: Option<&str>,
    premises: &Premises<'_>,
    lang: Lang,
) -> Result<Option<usize>, Failure> {
    let Some(id) = id else {
        return Ok(None);
    };
    let known: Vec<&str> = premises
        .adopted
        .iter()
        .map(|adopted| adopted.checklist.id.as_str())
        .collect();
    match known.iter().position(|known| *known == id) {
        Some(at) => Ok(Some(at)),
        None => Err(Failure::input(crate::text::errors::no_checklist(
            id, &known, lang,
        ))),
    }
}

/// What the rate to be explained is about.
fn scope(
    args: &Status,
    premises: &Premises<'_>,
    checklist: Option<usize>,
    lang: Lang,
) -> Result<Scope, Failure> {
    let Some(what) = &args.what else {
        return Ok(checklist.map_or(Scope::All, Scope::Checklist));
    };
    let found = named(premises, what).map_err(|refusal| Failure::refused(&[refusal], lang))?;
    found.ok_or_else(|| Failure::input(words::status::unknown_scope(what, lang)))
}

fn items(
    session: &Session,
    args: &Status,
    workspace: &Workspace,
    (premises, as_of): (&Premises<'_>, Option<NaiveDate>),
) -> Result<ExitCode, Failure> {
    let lang = session.lang();
    let day = as_of.unwrap_or_else(|| workspace.today());
    let week = Week::of(day);
    let mut report = workspace
        .report(week, as_of, lang)
        .map_err(|error| session.failure(&error))?;
    keep_checklist(&mut report, args, lang)?;
    let rows: Vec<Row<'_>> = rows(&report).filter(|row| wanted(args, row.item)).collect();
    let overdue = rows_of(&report, Standing::Overdue) > 0;
    if args.check && !overdue && !session.is_json() {
        // For a timetable's job that mails whatever it prints: all is well says nothing.
        return Ok(ExitCode::SUCCESS);
    }
    if session.is_json() {
        session.print_json(&Answer {
            school: &report.school,
            week,
            as_of: report.as_of,
            totals: report.totals,
            items: rows,
        })?;
    } else {
        let mut out = Output::new();
        head(&report, lang, &mut out);
        let adopted = workspace.premises().adopted;
        if adopted.iter().all(|a| a.adoption.since > report.as_of) {
            out.line(words::NONE_FOLLOWED.of(lang));
        } else {
            list(&rows, lang, &mut out);
        }
        caveats(premises, day, lang, &mut out);
        session.finish(out)?;
    }
    Ok(ExitCode::from(u8::from(args.check && overdue)))
}

/// Leaves only the checklist that was asked for.
fn keep_checklist(report: &mut StatusReport, args: &Status, lang: Lang) -> Result<(), Failure> {
    let Some(id) = &args.checklist else {
        return Ok(());
    };
    let known: Vec<String> = report.checklists.iter().map(|c| c.id.clone()).collect();
    report.checklists.retain(|checklist| checklist.id == *id);
    let Some(checklist) = report.checklists.first() else {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let words = crate::text::errors::no_checklist(id, &known, lang);
        return Err(Failure::input(words));
    };
    report.totals = checklist.totals;
    Ok(())
}

fn rows(report: &StatusReport) -> impl Iterator<Item = Row<'_>> {
    report.checklists.iter().flat_map(|checklist| {
        checklist.requirements.iter().flat_map(move |requirement| {
            requirement.items.iter().map(move |item| Row {
                checklist: &checklist.id,
                requirement: &requirement.id,
                item,
            })
        })
    })
}

fn rows_of(report: &StatusReport, standing: Standing) -> usize {
    rows(report)
        .filter(|row| row.item.status == standing)
        .count()
}

/// Without an option: what is overdue or due.
fn wanted(args: &Status, item: &ItemReport) -> bool {
    let due = matches!(item.status, Standing::Due | Standing::Partial);
    let overdue = item.status == Standing::Overdue;
    match (args.all, args.overdue, args.due) {
        (true, ..) => true,
        (_, true, _) => overdue,
        (_, _, true) => due,
        _ => due || overdue,
    }
}

fn head(report: &StatusReport, lang: Lang, out: &mut Output) {
    let bold = anstyle::Style::new().bold();
    out.styled(
        bold,
        &words::status_title(&report.school.name, report.week, report.as_of, lang),
    );
    out.line(&words::totals(&report.totals, lang));
}

fn list(rows: &[Row<'_>], lang: Lang, out: &mut Output) {
    for standing in [
        Standing::Overdue,
        Standing::Partial,
        Standing::Due,
        Standing::NotDue,
        Standing::Waived,
        Standing::Done,
    ] {
        let group: Vec<&Row<'_>> = rows.iter().filter(|r| r.item.status == standing).collect();
        if group.is_empty() {
            continue;
        }
        out.line("");
        let title = words::group(standing, group.len(), lang);
        out.styled(style(standing), &title);
        for row in group {
            out.line(&words::item_row(row.checklist, row.item, lang));
        }
    }
    if rows.is_empty() {
        out.line(words::NOTHING_HERE.of(lang));
    }
}

fn style(standing: Standing) -> anstyle::Style {
    let color = match standing {
        Standing::Overdue => anstyle::AnsiColor::Red,
        Standing::Partial | Standing::Due => anstyle::AnsiColor::Yellow,
        Standing::Done => anstyle::AnsiColor::Green,
        Standing::NotDue | Standing::Waived => return anstyle::Style::new().bold(),
    };
    anstyle::Style::new().bold().fg_color(Some(color.into()))
}

fn caveats(premises: &Premises<'_>, day: NaiveDate, lang: Lang, out: &mut Output) {
    let caveats = assess::caveats(premises, day);
    if !caveats.is_empty() {
        out.line("");
    }
    for caveat in &caveats {
        out.line(&crate::text::words::caveat(caveat, lang));
    }
}
