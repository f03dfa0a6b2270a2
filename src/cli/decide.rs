//! `duban decide`: what the review asks, decided by the names of items and findings.

use super::args::{About, Decide};
use super::finding::text;
use super::output::Output;
use super::{Failure, Session, review};
use crate::assess::{ItemIndex, Premises, assess_week};
use crate::calendar::Week;
use crate::fact::{Decision, Entry, Fact, FindingId};
use crate::review::{Matter, Queue, queue};
use crate::text::cli::review as words;
use crate::text::{Lang, facts, to_ascii, words as names};
use crate::workspace::{Command, MatterRef, Refusal, ReviewRefusal, Ruling, Workspace};
use crate::workspace::{finding_id, resolve};

pub(super) fn run(session: &Session, args: Decide) -> Result<(), Failure> {
    let (ruling, about) = ruling(session, args)?;
    let mut workspace = session.open()?;
    let week = session.week(about.week.as_deref())?;
    let (_, matters) = asked(session, &workspace, week, &about.items)?;
    let command = Command::Decide {
        week,
        matters: matters.iter().flat_map(MatterRef::all_of).collect(),
        ruling,
    };
    let by = about.by.by.as_deref();
    let outcome = session.execute(&mut workspace, &command, by)?;
    let (queue, _) = asked(session, &workspace, week, &[])?;
    let lang = session.lang();
    let mut out = Output::new();
    for line in said(&outcome.recorded, lang) {
        out.line(&line);
    }
    out.line(&words::left(&queue, lang));
    session.finish(out)
}

/// The queue of the week, and the matters in it that have those names.
fn asked(
    session: &Session,
    workspace: &Workspace,
    week: Week,
    said: &[String],
) -> Result<(Queue, Vec<Matter>), Failure> {
    let view = review::view(session, workspace, week)?;
    let premises = view.premises();
    let queue = queue(&premises, &assess_week(&premises, week, view.day));
    let mut matters: Vec<Matter> = Vec::new();
    for name in said {
        let matter = named(&premises, &queue, name, session.lang())?;
        if !matters.contains(matter) {
            matters.push(matter.clone());
        }
    }
    Ok((queue, matters))
}

/// The matter that a name stands for: of an item its own, or else the one finding on it; of a
/// finding that of the finding.
fn named<'a>(
    premises: &Premises<'_>,
    queue: &'a Queue,
    said: &str,
    lang: Lang,
) -> Result<&'a Matter, Failure> {
    let not_asked = || Failure::input(words::not_asked(said, queue.week, lang));
    let index = match resolve(premises, &[said.to_owned()]) {
        Ok(found) => found.first().copied().ok_or_else(not_asked)?,
        Err(refusals) => {
            let unknown = matches!(refusals[..], [Refusal::UnknownItem { .. }]);
            return match finding_named(said).filter(|_| unknown) {
                Some(id) => of_finding(premises, queue, &id, lang)?.ok_or_else(not_asked),
                None => Err(Failure::refused(&refusals, lang)),
            };
        }
    };
    let of_item: Vec<&Matter> = of_item(queue, index).collect();
    let own = of_item.iter().find(|matter| matter.finding.is_none());
    match (own, &of_item[..]) {
        (Some(own), _) => Ok(own),
        (None, []) => Err(not_asked()),
        (None, [only]) => Ok(only),
        (None, several) => {
            let findings = several.iter().filter_map(|m| m.finding.as_ref());
            let findings: Vec<String> = findings.map(ToString::to_string).collect();
            let words = words::several_findings(said, &findings, lang);
            Err(Failure::input(words))
        }
    }
}

/// The id that a name gives, where it has the form of a finding's.
fn finding_named(said: &str) -> Option<FindingId> {
    let typed = to_ascii(said.trim()).to_uppercase();
    let digits = typed.strip_prefix('F')?;
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| finding_id(said))
}

fn of_finding<'a>(
    premises: &Premises<'_>,
    queue: &'a Queue,
    id: &FindingId,
    lang: Lang,
) -> Result<Option<&'a Matter>, Failure> {
    let history = premises.history;
    if history.finding(id).is_none() {
        let open = history.findings().iter().filter(|f| f.is_open());
        let refusal = ReviewRefusal::UnknownFinding {
            said: id.to_string(),
            open: open.map(|finding| finding.id.to_string()).collect(),
        };
        return Err(Failure::refused(&[refusal.into()], lang));
    }
    let mut matters = queue.matters.iter();
    Ok(matters.find(|matter| matter.finding.as_ref() == Some(id)))
}

fn of_item(queue: &Queue, index: ItemIndex) -> impl Iterator<Item = &Matter> {
    let matters = queue.matters.iter();
    matters.filter(move |matter| matter.index == index)
}

/// The decision with what it needs, and what it is about.
fn ruling(session: &Session, args: Decide) -> Result<(Ruling, About), Failure> {
    Ok(match args {
        Decide::Done(args) => {
            let on = args.on.as_deref().map(|on| session.day(on)).transpose()?;
            let note = args.note;
            (Ruling::Done { on, note }, args.about)
        }
        Decide::Partly(args) => (Ruling::Partly { note: args.note }, args.about),
        Decide::NotDone(args) => {
            let unsaid = || names::decision(Decision::NotDone, session.lang()).to_owned();
            let what = args.text.unwrap_or_else(unsaid);
            let finding = text(session, what, args.remedy)?;
            (Ruling::NotDone { finding }, args.about)
        }
        Decide::Postpone(args) => {
            let (to, reason) = (session.day_ahead(&args.to)?, args.reason);
            (Ruling::Postponed { to, reason }, args.about)
        }
        Decide::NotApplicable(args) => {
            let reason = args.reason;
            (Ruling::NotApplicable { reason }, args.about)
        }
        Decide::Keep(args) => (Ruling::Kept { note: args.note }, args.about),
        Decide::Skip(args) => (Ruling::Skipped, args.about),
    })
}

/// What was recorded, each once: what a decision brought about says that it was decided.
fn said(recorded: &[Fact], lang: Lang) -> Vec<String> {
    let item = |fact: &Fact| fact.subject.as_ref().map(|subject| subject.item.clone());
    let is_decision = |fact: &Fact| matches!(fact.entry, Entry::Reviewed { .. });
    let brought_about = recorded.iter().filter(|fact| !is_decision(fact)).map(item);
    let brought_about: Vec<_> = brought_about.collect();
    let told = recorded
        .iter()
        .filter(|fact| !is_decision(fact) || !brought_about.contains(&item(fact)));
    let mut lines: Vec<String> = told.map(|fact| facts::fact(fact, lang)).collect();
    lines.dedup();
    lines
}
