//! `duban checklist diff` and `upgrade`: the version followed, and the one on offer.

use super::super::args::ChecklistUpgrade;
use super::super::output::Output;
use super::super::row::bold;
use super::super::{Failure, Session};
use crate::checklist::{Aspect, Checklist, ChecklistId, Difference, ItemId};
use crate::text::Lang;
use crate::text::cli::checklist as words;
use crate::workspace::{Command, ReviewRefusal, Workspace, catalog};
use serde::Serialize;

/// How two versions differ, for `--json`.
#[derive(Serialize)]
struct Answer<'a> {
    checklist: &'a str,
    version: u32,
    offered: u32,
    /// Whether the content differs at all, be it in no item.
    differs: bool,
    added: Vec<Row<'a>>,
    removed: Vec<Row<'a>>,
    changed: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    item: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aspects: Vec<Aspect>,
}

pub(super) fn diff(session: &Session, said: &str) -> Result<(), Failure> {
    let workspace = session.open()?;
    let lang = session.lang();
    let id = followed(session, &workspace, said)?;
    let premises = workspace.premises();
    let adopted = premises.adopted.iter().find(|a| a.checklist.id == id);
    let Some(adopted) = adopted else {
        return Err(not_followed(session, &workspace, id));
    };
    let offer = catalog::offer(workspace.home(), &id).map_err(|e| session.failure(&e))?;
    let (ours, theirs) = (&*adopted.checklist, &offer.checklist);
    let difference = ours.difference(theirs);
    let differs = adopted.digest != offer.digest;
    if session.is_json() {
        return session.print_json(&answer(ours, theirs, &difference, differs, lang));
    }
    let mut out = Output::new();
    let versions = (ours.version, theirs.version);
    out.line(&words::versions(id.as_str(), versions.0, versions.1, lang));
    say(ours, theirs, &difference, lang, &mut out);
    if versions.1 <= versions.0 {
        out.line(words::no_later(differs, lang));
    } else {
        out.line("");
        out.line(&words::how_to_upgrade(id.as_str(), lang));
    }
    session.finish(out)
}

pub(super) fn upgrade(session: &Session, args: &ChecklistUpgrade) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let checklist = followed(session, &workspace, &args.id)?;
    let command = Command::UpgradeChecklist { checklist };
    session.execute_and_say(&mut workspace, &command, args.by.by.as_deref())
}

/// The id that was typed. A text that cannot be an id names no checklist that is followed.
fn followed(session: &Session, workspace: &Workspace, said: &str) -> Result<ChecklistId, Failure> {
    let known = known(workspace);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    said.parse().map_err(|_| {
        Failure::input(crate::text::errors::no_checklist(
            said,
            &known,
            session.lang(),
        ))
    })
}

fn known(workspace: &Workspace) -> Vec<String> {
    let adopted = workspace.premises().adopted.iter();
    adopted.map(|a| a.checklist.id.to_string()).collect()
}

fn not_followed(session: &Session, workspace: &Workspace, said: ChecklistId) -> Failure {
    let known = known(workspace);
    let refusal = ReviewRefusal::NotAdopted { said, known };
    Failure::refused(&[refusal.into()], session.lang())
}

fn say(ours: &Checklist, theirs: &Checklist, of: &Difference, lang: Lang, out: &mut Output) {
    if of.added.is_empty() && of.removed.is_empty() && of.changed.is_empty() {
        out.line(words::NO_DIFFERENCE.of(lang));
        return;
    }
    let line = |checklist: &Checklist, id: &ItemId, aspects: &[Aspect]| {
        let text = text(checklist, id, lang);
        let mut line = format!("  {:<6} {text}", id.as_str());
        if !aspects.is_empty() {
            let names = aspects.iter().map(|a| words::aspect(*a, lang).to_owned());
            let names = crate::text::help::list(&names.collect::<Vec<_>>(), lang);
            line.push_str(" · ");
            line.push_str(&names);
        }
        line
    };
    let mut group = |title: String, lines: Vec<String>| {
        if !lines.is_empty() {
            out.line("");
            out.styled(bold(), &title);
            for line in &lines {
                out.line(line);
            }
        }
    };
    let added = of.added.iter().map(|id| line(theirs, id, &[]));
    group(words::added(of.added.len(), lang), added.collect());
    let removed = of.removed.iter().map(|id| line(ours, id, &[]));
    group(words::removed(of.removed.len(), lang), removed.collect());
    let changed = of.changed.iter();
    let changed = changed.map(|(id, aspects)| line(theirs, id, aspects));
    group(words::changed(of.changed.len(), lang), changed.collect());
}

fn text<'a>(checklist: &'a Checklist, id: &ItemId, lang: Lang) -> &'a str {
    checklist.item(id).map_or("", |item| item.text.of(lang))
}

fn answer<'a>(
    ours: &'a Checklist,
    theirs: &'a Checklist,
    of: &'a Difference,
    differs: bool,
    lang: Lang,
) -> Answer<'a> {
    let row = |checklist: &'a Checklist, item: &'a ItemId, aspects: &[Aspect]| Row {
        item: item.as_str(),
        text: text(checklist, item, lang),
        aspects: aspects.to_vec(),
    };
    let changed = of.changed.iter();
    Answer {
        checklist: ours.id.as_str(),
        version: ours.version,
        offered: theirs.version,
        differs,
        added: of.added.iter().map(|id| row(theirs, id, &[])).collect(),
        removed: of.removed.iter().map(|id| row(ours, id, &[])).collect(),
        changed: changed.map(|(id, of)| row(theirs, id, of)).collect(),
    }
}
