//! `duban checklist list`, `show`, `lint`, `diff` and `upgrade`.

mod version;

use super::args::Checklist as Args;
use super::lint::check;
use super::output::Output;
use super::{Failure, Session};
use crate::checklist::Checklist;
use crate::format::lint;
use crate::text::{Lang, cli as words, words as names};
use crate::workspace::catalog::{self, Offer, Source};
use serde::Serialize;

/// A checklist on offer, for `--json`.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    version: u32,
    title: &'a str,
    items: usize,
    digest: &'a str,
    file: Option<String>,
}

pub(super) fn run(session: &Session, args: Args) -> Result<(), Failure> {
    match args {
        Args::List => list(session),
        Args::Show(args) => show(session, &args.id),
        Args::Lint(args) => check(session, &args.files, lint),
        Args::Diff(args) => version::diff(session, &args.id),
        Args::Upgrade(args) => version::upgrade(session, &args),
    }
}

fn list(session: &Session) -> Result<(), Failure> {
    let lang = session.lang();
    let offers = catalog::offers(session.home()?).map_err(|e| session.failure(&e))?;
    if session.is_json() {
        let rows: Vec<Row<'_>> = offers.iter().map(|offer| row(offer, lang)).collect();
        return session.print_json(&rows);
    }
    let mut out = Output::new();
    for offer in &offers {
        let title = offer.checklist.title.of(lang);
        let items = offer.checklist.items().count();
        let id = offer.checklist.id.as_str();
        out.line(&words::checklist_row(
            id,
            offer.checklist.version,
            title,
            items,
            lang,
        ));
    }
    session.finish(out)
}

fn row(offer: &Offer, lang: Lang) -> Row<'_> {
    Row {
        id: offer.checklist.id.as_str(),
        version: offer.checklist.version,
        title: offer.checklist.title.of(lang),
        items: offer.checklist.items().count(),
        digest: &offer.digest,
        file: match &offer.source {
            Source::Program => None,
            Source::File(path) => Some(path.display().to_string()),
        },
    }
}

fn show(session: &Session, said: &str) -> Result<(), Failure> {
    let lang = session.lang();
    let offers = catalog::offers(session.home()?).map_err(|e| session.failure(&e))?;
    let Some(offer) = offers
        .iter()
        .find(|offer| offer.checklist.id.as_str() == said)
    else {
        let known: Vec<&str> = offers.iter().map(|o| o.checklist.id.as_str()).collect();
        let words = crate::text::errors::no_checklist(said, &known, lang);
        return Err(Failure::input(words));
    };
    if session.is_json() {
        return session.print_json(&offer.checklist);
    }
    let mut out = Output::new();
    let bold = anstyle::Style::new().bold();
    out.styled(bold, offer.checklist.title.of(lang));
    let directive = &offer.checklist.directive;
    out.line(&format!(
        "{}  {}",
        directive.issuer.of(lang),
        directive.issued
    ));
    tree(&offer.checklist, lang, &mut out);
    session.finish(out)
}

fn tree(checklist: &Checklist, lang: Lang, out: &mut Output) {
    let bold = anstyle::Style::new().bold();
    for requirement in &checklist.requirements {
        out.line("");
        let title = requirement.title.of(lang);
        out.styled(bold, &format!("{}  {title}", requirement.id));
        for item in &requirement.items {
            out.line(&format!("  {:<6} {}", item.id.as_str(), item.text.of(lang)));
            let owner = item.owner.as_ref().map(|owner| checklist.role(owner));
            let owner = owner.as_ref().map_or("", |owner| owner.of(lang));
            let cadence = names::cadence(&item.cadence, lang);
            let clauses: Vec<&str> = item
                .clauses
                .iter()
                .map(crate::checklist::ClauseId::as_str)
                .collect();
            out.line(&format!(
                "         {cadence}  {owner}  {}",
                clauses.join(" ")
            ));
        }
    }
}
