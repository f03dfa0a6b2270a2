//! `duban status --plan`: when to begin what, what can no longer be met, and the pace of numbers.

use super::super::output::Output;
use super::super::row::{ItemHead, bold, coloured, line};
use super::super::{Failure, Session};
use super::Looking;
use crate::assess::{Feasibility, ItemIndex, Pace, Planned, Premises, TooLate, schedule};
use crate::text::Lang;
use crate::text::cli::plan as words;
use crate::text::report::too_late;
use anstyle::AnsiColor;
use chrono::NaiveDate;
use serde::Serialize;

/// The plan, for `--json`.
#[derive(Serialize)]
struct Answer {
    items: Vec<Row>,
    numbers: Vec<NumberRow>,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    head: ItemHead,
    period: String,
    due: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_due: Option<NaiveDate>,
    latest_start: NaiveDate,
    finish_by: NaiveDate,
    earliest_finish: Option<NaiveDate>,
    #[serde(flatten)]
    feasibility: FeasibilityRow,
}

#[derive(Serialize)]
#[serde(tag = "feasibility", rename_all = "kebab-case")]
enum FeasibilityRow {
    InTime,
    StartNow,
    Past,
    TakesLonger { needed: u32, left: u32 },
    Waits { after: String, until: NaiveDate },
}

#[derive(Serialize)]
struct NumberRow {
    #[serde(flatten)]
    head: ItemHead,
    #[serde(flatten)]
    pace: PaceRow,
}

/// The pace of a number, for `--json`.
#[derive(Serialize)]
pub(in crate::cli) struct PaceRow {
    value: u64,
    of: u64,
    left: u64,
    due: NaiveDate,
    days_left: u32,
    needed: Option<u64>,
    rate: Option<u64>,
    rate_said: bool,
    reached_on: Option<NaiveDate>,
    on_pace: bool,
}

impl PaceRow {
    pub(in crate::cli) fn of(pace: &Pace) -> Self {
        Self {
            value: pace.value,
            of: pace.of,
            left: pace.left,
            due: pace.due,
            days_left: pace.days_left,
            needed: pace.needed,
            rate: pace.rate,
            rate_said: pace.said,
            reached_on: pace.reached_on,
            on_pace: pace.on_pace,
        }
    }
}

pub(super) fn run(
    session: &Session,
    looking: &Looking<'_>,
    title: &str,
    checklist: Option<usize>,
) -> Result<(), Failure> {
    let (premises, lang) = (&looking.premises, session.lang());
    let wanted = |index: ItemIndex| checklist.is_none_or(|at| index.checklist == at);
    let mut planned = schedule(premises, &looking.assessment);
    planned.retain(|planned| wanted(planned.index));
    let judged = looking.assessment.items().filter(|i| wanted(i.index));
    let paces = judged.filter_map(|judged| {
        let pace = premises.pace(judged, looking.assessment.day)?;
        Some((judged.index, pace))
    });
    let paces: Vec<(ItemIndex, Pace)> = paces.collect();
    if session.is_json() {
        let number = |(index, pace): &(ItemIndex, Pace)| NumberRow {
            head: ItemHead::of(premises, *index, lang),
            pace: PaceRow::of(pace),
        };
        return session.print_json(&Answer {
            items: planned.iter().map(|p| row(premises, p, lang)).collect(),
            numbers: paces.iter().map(number).collect(),
        });
    }
    let mut out = Output::new();
    out.styled(bold(), title);
    if planned.is_empty() && paces.is_empty() {
        out.line(words::NOTHING_PLANNED.of(lang));
    }
    items(premises, &planned, lang, &mut out);
    if !paces.is_empty() {
        out.line("");
        out.styled(bold(), &words::numbers(paces.len(), lang));
    }
    for (index, pace) in &paces {
        let due = words::due_day(pace.due, None, lang);
        let more = words::pace(pace, lang).into_iter().chain([due]);
        out.line(&line(premises, *index, more, lang));
    }
    session.finish(out)
}

/// What is too late first, then what is to be begun today, then the rest.
fn items(premises: &Premises<'_>, planned: &[Planned], lang: Lang, out: &mut Output) {
    for part in 0..3 {
        let group = planned.iter().filter(|p| order(&p.feasibility) == part);
        let group: Vec<&Planned> = group.collect();
        let Some(first) = group.first() else {
            continue;
        };
        out.line("");
        let style = match part {
            0 => coloured(AnsiColor::Red),
            1 => coloured(AnsiColor::Yellow),
            _ => bold(),
        };
        let heading = words::heading(&first.feasibility, group.len(), lang);
        out.styled(style, &heading);
        for planned in group {
            let why = match planned.feasibility {
                Feasibility::TooLate(why) => Some(too_late(why, &after(premises, why), lang)),
                Feasibility::InTime | Feasibility::StartNow => None,
            };
            let more = why.into_iter().chain(words::dates(planned, lang));
            out.line(&line(premises, planned.index, more, lang));
        }
    }
}

fn order(feasibility: &Feasibility) -> usize {
    match feasibility {
        Feasibility::TooLate(_) => 0,
        Feasibility::StartNow => 1,
        Feasibility::InTime => 2,
    }
}

/// The item that something waits for; nothing where it waits for none.
fn after(premises: &Premises<'_>, why: TooLate) -> String {
    match why {
        TooLate::Waits { after, .. } => premises.item_ref(after).to_string(),
        TooLate::Past | TooLate::Lead { .. } => String::new(),
    }
}

fn row(premises: &Premises<'_>, planned: &Planned, lang: Lang) -> Row {
    Row {
        head: ItemHead::of(premises, planned.index, lang),
        period: planned.period.to_string(),
        due: planned.due,
        first_due: planned.first_due,
        latest_start: planned.latest_start,
        finish_by: planned.finish_by,
        earliest_finish: planned.earliest_finish,
        feasibility: match planned.feasibility {
            Feasibility::InTime => FeasibilityRow::InTime,
            Feasibility::StartNow => FeasibilityRow::StartNow,
            Feasibility::TooLate(TooLate::Past) => FeasibilityRow::Past,
            Feasibility::TooLate(TooLate::Lead { needed, left }) => {
                FeasibilityRow::TakesLonger { needed, left }
            }
            Feasibility::TooLate(TooLate::Waits { after, until }) => FeasibilityRow::Waits {
                after: premises.item_ref(after).to_string(),
                until,
            },
        },
    }
}
