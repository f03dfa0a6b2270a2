//! The queue: what has to be decided, and what is known about it.

use super::super::output::Output;
use super::super::row::{ItemHead, bold};
use super::super::status::PaceRow;
use super::super::{Failure, Session};
use crate::assess::{Assessment, Premises, assess_week};
use crate::calendar::{Period, Week};
use crate::fact::{Concern, Decision, Finding, FindingState};
use crate::review::{Matter, Queue, WeekState, queue, sign_from, week_state};
use crate::text::Lang;
use crate::text::cli::{plan, review as words};
use crate::workspace::Workspace;
use chrono::NaiveDate;
use serde::Serialize;

/// The queue, for `--json`.
#[derive(Serialize)]
struct Answer<'a> {
    week: Week,
    as_of: NaiveDate,
    state: WeekState,
    sign_from: NaiveDate,
    undecided: usize,
    decided: usize,
    skipped: usize,
    confirmed: bool,
    matters: Vec<Row<'a>>,
    quiet: Vec<String>,
}

/// One matter, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    number: usize,
    concern: Concern,
    #[serde(flatten)]
    head: ItemHead,
    periods: Vec<String>,
    due: Option<NaiveDate>,
    finding: Option<FindingRow<'a>>,
    pace: Option<PaceRow>,
    evidence_expected: Option<String>,
    /// As `duban decide` takes them.
    decisions: Vec<&'static str>,
    skipped: bool,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    id: &'a str,
    text: &'a str,
    owner: &'a str,
    state: FindingState,
}

pub(super) fn run(session: &Session, workspace: &Workspace, week: Week) -> Result<(), Failure> {
    let now = super::view(session, workspace, week)?;
    let state = week_state(&now.premises(), week, now.day);
    let view = super::judged(session, workspace, &now, week, week.previous())?;
    let (premises, lang) = (view.premises(), session.lang());
    let assessment = assess_week(&premises, week, view.day);
    let queue = queue(&premises, &assessment);
    let knowing = Knowing {
        premises: &premises,
        assessment: &assessment,
        lang,
    };
    if session.is_json() {
        return session.print_json(&answer(&knowing, &queue, state));
    }
    let mut out = Output::new();
    let name = &premises.school.name;
    out.styled(bold(), &words::title(name, week, view.day, lang));
    out.line(&words::progress(&queue, lang));
    let history = now.history.week(week);
    let signature = history.and_then(|week| week.signatures.last());
    let from = sign_from(premises.calendar, week);
    out.line(&words::state(state, (week, from), signature, lang));
    list(&knowing, &queue, &mut out);
    session.finish(out)
}

fn list(knowing: &Knowing<'_>, queue: &Queue, out: &mut Output) {
    let lang = knowing.lang;
    let numbered: Vec<(usize, &Matter)> = (1..).zip(&queue.matters).collect();
    for group in numbered.chunk_by(|(_, one), (_, other)| heading(one) == heading(other)) {
        let title = match group.first().and_then(|(_, matter)| heading(matter)) {
            Some(concern) => words::group(concern, group.len(), lang),
            None => words::counted(words::SKIPPED.of(lang), group.len(), lang),
        };
        out.line("");
        out.styled(bold(), &title);
        for (number, matter) in group {
            knowing.say(*number, matter, out);
        }
    }
    out.line("");
    if queue.matters.is_empty() {
        out.line(words::NOTHING_TO_DECIDE.of(lang));
    } else {
        out.line(words::HOW_TO_DECIDE.of(lang));
    }
}

/// What a matter is listed under: its concern, or that it was passed over.
fn heading(matter: &Matter) -> Option<Concern> {
    (!matter.skipped).then_some(matter.concern)
}

/// What is known about matters.
struct Knowing<'a> {
    premises: &'a Premises<'a>,
    assessment: &'a Assessment,
    lang: Lang,
}

impl<'a> Knowing<'a> {
    /// Two lines: which item it is, and what is known.
    fn say(&self, number: usize, matter: &Matter, out: &mut Output) {
        let name = self.premises.item_ref(matter.index).to_string();
        let text = self.premises.item(matter.index).text.of(self.lang);
        out.line(&format!("{number:>4}  {name:<20} {text}"));
        let known = self.known(matter).join(" · ");
        out.line(&format!("{:26} {known}", ""));
    }

    fn known(&self, matter: &Matter) -> Vec<String> {
        let lang = self.lang;
        let owner = self.premises.owner(matter.index);
        let owner = owner.map(|owner| owner.of(lang));
        let mut known = vec![owner.unwrap_or_else(|| words::NO_OWNER.of(lang).to_owned())];
        known.extend(self.when(matter));
        let finding = self.finding(matter);
        known.extend(finding.map(|finding| words::finding(finding, lang)));
        if let Some(pace) = matter.pace(self.premises, self.assessment) {
            known.extend(plan::pace(&pace, lang));
        }
        known.extend(self.of_concern(matter));
        known
    }

    /// Which occurrences, and their last day, as far as the week under review does not say.
    fn when(&self, matter: &Matter) -> Vec<String> {
        let lang = self.lang;
        let due = matter.due.map(|due| words::due(due, lang));
        let week = Period::Week(self.assessment.week);
        match &matter.periods[..] {
            [only] if *only == week => due.into_iter().collect(),
            // A day is its own last day.
            all @ [Period::Day(_), ..] if matter.finding.is_none() => {
                words::periods(all, lang).into_iter().collect()
            }
            all => words::periods(all, lang).into_iter().chain(due).collect(),
        }
    }

    /// What matters to that concern alone.
    fn of_concern(&self, matter: &Matter) -> Option<String> {
        let (premises, lang) = (self.premises, self.lang);
        let history = premises.item_history(matter.index);
        match matter.concern {
            Concern::Evidence => {
                let expected = premises.item(matter.index).evidence.as_ref()?;
                Some(words::evidence(expected.of(lang), lang))
            }
            Concern::Waiver => {
                let waiver = history?.waiver_on(self.assessment.day)?;
                Some(words::waiver(waiver.from, &waiver.reason, lang))
            }
            Concern::Lapsed => {
                let periods = history?.completions.keys();
                let done = periods.filter_map(|period| premises.completion(matter.index, period));
                let last = done.map(|done| done.on).max()?;
                Some(words::last_done(last, lang))
            }
            _ => None,
        }
    }

    fn finding(&self, matter: &Matter) -> Option<&'a Finding> {
        self.premises.history.finding(matter.finding.as_ref()?)
    }

    fn row(&self, number: usize, matter: &Matter) -> Row<'a> {
        let item = self.premises.item(matter.index);
        let evidence = item.evidence.as_ref();
        let decisions = matter.rulings(self.premises).iter();
        Row {
            number,
            concern: matter.concern,
            head: ItemHead::of(self.premises, matter.index, self.lang),
            periods: matter.periods.iter().map(ToString::to_string).collect(),
            due: matter.due,
            finding: self.finding(matter).map(|finding| FindingRow {
                id: &finding.id.0,
                text: &finding.text,
                owner: &finding.owner,
                state: finding.state(),
            }),
            pace: matter
                .pace(self.premises, self.assessment)
                .map(|pace| PaceRow::of(&pace)),
            evidence_expected: evidence.map(|evidence| evidence.of(self.lang).to_owned()),
            decisions: decisions.map(|decision| order(*decision)).collect(),
            skipped: matter.skipped,
        }
    }
}

/// The decision as `duban decide` takes it.
fn order(decision: Decision) -> &'static str {
    match decision {
        Decision::Done => "done",
        Decision::Partly => "partly",
        Decision::NotDone => "not-done",
        Decision::Postponed => "postpone",
        Decision::NotApplicable => "not-applicable",
        Decision::Kept => "keep",
        Decision::Skipped => "skip",
    }
}

fn answer<'a>(knowing: &Knowing<'a>, queue: &Queue, state: WeekState) -> Answer<'a> {
    let premises = knowing.premises;
    let quiet = queue.quiet.iter();
    Answer {
        week: queue.week,
        as_of: queue.day,
        state,
        sign_from: sign_from(premises.calendar, queue.week),
        undecided: queue.undecided(),
        decided: queue.decided,
        skipped: queue.skipped(),
        confirmed: queue.confirmed,
        matters: (1..)
            .zip(&queue.matters)
            .map(|(number, matter)| knowing.row(number, matter))
            .collect(),
        quiet: quiet
            .map(|index| premises.item_ref(*index).to_string())
            .collect(),
    }
}
