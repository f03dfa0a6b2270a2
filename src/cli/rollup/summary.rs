//! A roll-up in short: who reported, how it stands, and what became of every file.

use crate::cli::output::Output;
use crate::cli::row::bold;
use crate::rollup::{Fate, FileEntry, Records, RollUpReport, Standing, Unproved};
use crate::text::rollup::{figures, files as words, ledger, short};
use crate::text::{Lang, Phrase};

/// How many of the weakest requirements are named.
const WEAKEST: usize = 3;

/// What is said beside the report.
pub(super) struct Beside<'a> {
    /// Every file with what became of it.
    pub(super) fates: Vec<(&'a FileEntry, Fate)>,
    /// Where a ledger is used, how many files it knows.
    pub(super) known: Option<usize>,
    /// What else there is to say.
    pub(super) also: Option<&'a str>,
}

/// The summary as lines for a terminal.
pub(super) fn summary(report: &RollUpReport, beside: &Beside<'_>, lang: Lang) -> Output {
    let mut out = Output::new();
    out.styled(bold(), &short::heading(report, lang));
    let has_roster = report.roster.is_some();
    out.line(&figures::returns(&report.returns, has_roster, lang));
    out.line(&figures::rate(&report.totals, lang));
    out.line(&figures::findings(&report.findings, lang));
    out.line(&figures::gates(report, lang));
    out.line(&figures::files(&report.files, lang));
    if let Some(known) = beside.known {
        out.line(&ledger::known(known, lang));
    }
    if let Some(of) = &report.records {
        records(&mut out, report, of, lang);
    }

    let missing = report.not_reported.iter();
    let missing = missing.map(|school| short::not_reported(school, lang));
    section(&mut out, short::NOT_REPORTED, missing, lang);
    let late = report.late.iter().map(|school| short::late(school, lang));
    section(&mut out, short::LATE, late, lang);
    let shared = report.shared_ids.iter();
    let shared = shared.map(|of| short::shared_id(of, lang));
    section(&mut out, short::SHARED_IDS, shared, lang);
    let weakest = report.requirements.iter().take(WEAKEST);
    let weakest = weakest.map(short::requirement);
    section(&mut out, short::WEAKEST, weakest, lang);
    let weeks = report.weeks.iter().rev();
    let weeks = weeks.filter(|line| line.week != report.week);
    section(
        &mut out,
        short::WEEKS,
        weeks.map(|line| short::week(line, lang)),
        lang,
    );
    let sources = report.sources.iter().map(|source| source.name.clone());
    section(&mut out, short::SOURCES, sources, lang);
    fates(&mut out, &beside.fates, lang);
    if let Some(also) = beside.also {
        out.line("");
        out.line(also);
    }
    out
}

/// How the schools' records stand: those that are broken, and those of which earlier weeks are
/// known that they do not prove.
fn records(out: &mut Output, report: &RollUpReport, records: &Records, lang: Lang) {
    out.line(&ledger::records(records, lang));
    breaks(out, report, lang);
    let unproved = report.schools.iter().filter_map(|school| {
        let standing = school.record.as_ref()?;
        let is_told = matches!(standing, Standing::Unproved { why, .. } if *why != Unproved::First);
        is_told.then(|| ledger::school(&school.id, &school.name, standing, lang))
    });
    section(out, ledger::UNPROVED, unproved, lang);
}

/// The broken records, where there are any.
pub(super) fn breaks(out: &mut Output, report: &RollUpReport, lang: Lang) {
    let breaks = report.breaks();
    if breaks.is_empty() {
        return;
    }
    out.line("");
    out.styled(bold(), ledger::BREAKS.of(lang));
    for broken in breaks {
        out.line(&format!("  {}", ledger::broken(broken, lang)));
    }
    out.line(ledger::BREAKS_HINT.of(lang));
}

/// The files that do not count, and why.
fn fates(out: &mut Output, fates: &[(&FileEntry, Fate)], lang: Lang) {
    let line = |is_shown: fn(&Fate) -> bool| {
        let fates = fates.iter().filter(move |(_, fate)| is_shown(fate));
        fates.map(|(file, fate)| words::file(&file.name, fate, lang))
    };
    let quarantined = line(|fate| matches!(fate, Fate::Quarantined(_)));
    section(out, words::QUARANTINED, quarantined, lang);
    let superseded = line(|fate| matches!(fate, Fate::Superseded(_)));
    section(out, words::SUPERSEDED, superseded, lang);
}

/// Lines under a heading, where there are any.
fn section(out: &mut Output, heading: Phrase, lines: impl Iterator<Item = String>, lang: Lang) {
    for (n, line) in lines.enumerate() {
        if n == 0 {
            out.line("");
            out.line(heading.of(lang));
        }
        out.line(&format!("  {line}"));
    }
}
