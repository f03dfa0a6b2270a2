//! What a line means: every figure with what it is made of.

use super::super::model::{Told, Tone};
use super::column::Column;
use super::district::District;
use super::model::{Model, school_of};
use super::rows::Row;
use crate::rollup::{Fate, RollUpReport, SchoolLine, Standing};
use crate::text::Lang;
use crate::text::rollup::{figures, files, ledger, records, screen as words, short};

/// From so many lines on there is room for every figure of a school.
const ROOMY: u16 = 8;

fn told(text: impl Into<String>, tone: Tone) -> Told {
    Told {
        text: text.into(),
        tone,
    }
}

/// What the chosen line means, in short: of a school, the figure under the cursor.
pub(super) fn about(model: &Model) -> Vec<Told> {
    let Some(row) = model.chosen() else {
        return Vec::new();
    };
    let (district, lang) = (&*model.district, model.lang);
    match row {
        Row::School(at) => {
            let Some(school) = district.report.schools.get(at) else {
                return Vec::new();
            };
            let mut lines = vec![head(school, lang)];
            lines.extend(explained(model.column, school, district, lang));
            if model.areas().about.height >= ROOMY {
                let others = all(school, &district.report).filter(|column| *column != model.column);
                lines.extend(others.flat_map(|column| explained(column, school, district, lang)));
            }
            lines
        }
        other => line(district, other, lang),
    }
}

/// Everything there is to say of the chosen line, with its title.
pub(super) fn in_full(model: &Model) -> Option<(String, Vec<Told>)> {
    let (district, lang) = (&*model.district, model.lang);
    let row = model.chosen()?;
    let Some(school) = school_of(district, row) else {
        let mut lines = line(district, row, lang);
        let title = lines.first().map(|line| line.text.clone())?;
        if lines.len() > 1 {
            lines.remove(0);
        }
        return Some((title, lines));
    };
    let school = district.report.schools.get(school)?;
    let mut lines = vec![told(words::known(school, lang), Tone::Heading)];
    if let Row::On(_, requirement) = row {
        lines.extend(on(district, row, requirement, lang));
    }
    lines.extend(
        all(school, &district.report).flat_map(|column| explained(column, school, district, lang)),
    );
    Some((school.name.clone(), lines))
}

/// The columns that explain everything known of a school: first that of its record, where that is
/// broken.
fn all(school: &SchoolLine, report: &RollUpReport) -> impl Iterator<Item = Column> + use<> {
    let has_figures = school.figures.is_some();
    let is_broken = !report.breaks_of(&school.id).is_empty();
    let columns = [
        Column::Record,
        Column::Returned,
        Column::Rate,
        Column::Change,
        Column::Before,
        Column::PastLimit,
        Column::Gate,
        Column::Signed,
        Column::Differ,
        Column::Record,
    ];
    let last = columns.len() - 1;
    let is_shown = move |(n, column): &(usize, Column)| match column {
        Column::Record => is_broken == (*n < last),
        Column::Returned | Column::Before => true,
        _ => has_figures,
    };
    let columns = columns.into_iter().enumerate().filter(is_shown);
    columns.map(|(_, column)| column)
}

/// What a figure is made of.
fn explained(column: Column, school: &SchoolLine, district: &District, lang: Lang) -> Vec<Told> {
    let report = &district.report;
    let is_broken = column == Column::Record && !report.breaks_of(&school.id).is_empty();
    let tone = if is_broken { Tone::Bad } else { Tone::Plain };
    let said = column.explained(school, report, lang).into_iter();
    said.map(|said| told(said, tone)).collect()
}

/// A school by its names, and whom to ask.
fn head(school: &SchoolLine, lang: Lang) -> Told {
    told(
        format!("{}  {}", school.name, words::known(school, lang)),
        Tone::Heading,
    )
}

fn line(district: &District, row: Row, lang: Lang) -> Vec<Told> {
    sentences(district, row, lang).unwrap_or_default()
}

/// What a line that is no school of the list means; nothing where it is no longer there.
fn sentences(district: &District, row: Row, lang: Lang) -> Option<Vec<Told>> {
    let report = &district.report;
    Some(match row {
        Row::Heading(name, count) => {
            vec![told(words::heading(name, count, lang), Tone::Heading)]
        }
        Row::School(_) => Vec::new(),
        Row::Requirement(n) => {
            let of = report.requirements.get(n)?;
            let name = format!("{}/{}  {}", of.checklist, of.id, of.title);
            titled(name, vec![figures::requirement(of, lang)])
        }
        Row::Item(n, item) => {
            let item = report.requirements.get(n)?.items.get(item)?;
            let said = figures::pooled(&item.rate, &item.spread, item.left_out, lang);
            titled(format!("{}  {}", item.id, item.text), vec![said])
        }
        Row::On(school, requirement) => {
            let mut lines = vec![head(report.schools.get(school)?, lang)];
            lines.extend(on(district, row, requirement, lang));
            lines
        }
        Row::Missing(n) => {
            let school = report.not_reported.get(n)?;
            let said = words::no_figure(lang).to_owned();
            titled(short::not_reported(school, lang), vec![said])
        }
        Row::Late(n) => {
            let school = report.late.get(n)?;
            let said = words::LATE_COUNTS.of(lang).to_owned();
            titled(short::late(school, lang), vec![said])
        }
        Row::Broken(n) => {
            let of = report.breaks().get(n)?;
            let standing = Standing::Broken(of.broken.clone());
            vec![
                told(short::named(&of.school, &of.name, lang), Tone::Heading),
                told(records::sentence(&standing, lang), Tone::Bad),
                told(ledger::BREAKS_HINT.of(lang), Tone::Plain),
            ]
        }
        Row::Shared(n) => {
            let of = report.shared_ids.get(n)?;
            let said = short::shared_id(of, lang);
            titled(short::named(&of.id, &of.name, lang), vec![said])
        }
        Row::File(n) => file(district, n, lang)?,
        Row::Week(n) => {
            let line = report.weeks.get(n)?;
            let said = words::week(line, district.has_roster(), lang);
            titled(line.week.to_string(), said)
        }
        Row::District(n) => {
            let line = report.districts.get(n)?;
            let name = words::district(line.district.as_deref(), lang);
            let said = words::of_district(line, district.has_roster(), lang);
            titled(name.to_owned(), said)
        }
    })
}

/// A file: its name, what became of it, its digest.
fn file(district: &District, n: usize, lang: Lang) -> Option<Vec<Told>> {
    let (file, fate) = district.files.get(n)?;
    let tone = match fate {
        Fate::Accepted => Tone::Good,
        Fate::Superseded(_) => Tone::Plain,
        Fate::Quarantined(_) => Tone::Bad,
    };
    let mut lines = vec![
        told(file.name.clone(), Tone::Heading),
        told(files::fate(fate, lang), tone),
    ];
    lines.extend(file.digest.as_ref().map(|digest| told(digest, Tone::Muted)));
    Some(lines)
}

/// A school's counts on a requirement.
fn on(district: &District, row: Row, requirement: usize, lang: Lang) -> Option<Told> {
    let counts = district.counts(school_of(district, row)?, requirement)?;
    Some(told(figures::rate(&counts.into(), lang), Tone::Plain))
}

fn titled(title: String, said: Vec<String>) -> Vec<Told> {
    let said = said.into_iter().map(|said| told(said, Tone::Plain));
    std::iter::once(told(title, Tone::Heading))
        .chain(said)
        .collect()
}
