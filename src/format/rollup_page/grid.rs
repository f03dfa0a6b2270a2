//! Schools by columns, a coloured figure in each cell: the heat map of requirements, and that of
//! measures.

use crate::assess::{Totals, level, percent};
use crate::rollup::{ItemCounts, MeasureRow, RollUpReport, SchoolFigures, SchoolLine};
use crate::text::rollup::{figures, page as words};
use crate::text::{Lang, Phrase, facts::ratio, page, words::whole_percent};
use askama::Template;
use std::collections::HashMap;

/// How many schools a map shows.
pub(super) const SCHOOLS: usize = 200;

/// A map.
#[derive(Template)]
#[template(path = "grid.html", config = "src/format/rollup_page/askama.toml")]
pub(super) struct Grid {
    id: &'static str,
    caption: &'static str,
    row_name: &'static str,
    groups: Vec<Group>,
    rows: Vec<Row>,
    legend: Vec<(&'static str, &'static str)>,
    cut: Option<String>,
    notes_title: &'static str,
}

/// The columns of a checklist.
struct Group {
    checklist: String,
    title: String,
    columns: Vec<Column>,
}

struct Column {
    id: String,
    title: String,
}

struct Row {
    name: String,
    cells: Vec<Cell>,
}

#[derive(Clone, Default)]
struct Cell {
    text: String,
    class: &'static str,
    title: String,
}

/// The weakest schools with a report, and their figures.
fn reported(report: &RollUpReport) -> impl Iterator<Item = (&SchoolLine, &SchoolFigures)> {
    let schools = report.schools.iter();
    schools.filter_map(|line| Some((line, line.figures.as_ref()?)))
}

fn cut(report: &RollUpReport, forms: &[&str], lang: Lang) -> Option<String> {
    let all = reported(report).count();
    (all > SCHOOLS).then(|| words::cut(SCHOOLS, all, forms, lang))
}

/// Columns by their names, as `checklist/column`.
fn groups<'a>(
    report: &RollUpReport,
    columns: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (name, title) in columns {
        let (checklist, id) = name.split_once('/').unwrap_or(("", name));
        let column = Column {
            id: id.to_owned(),
            title: title.to_owned(),
        };
        match groups.last_mut() {
            Some(group) if group.checklist == checklist => group.columns.push(column),
            _ => groups.push(Group {
                title: title_of(report, checklist),
                checklist: checklist.to_owned(),
                columns: vec![column],
            }),
        }
    }
    groups
}

/// What a checklist is called.
fn title_of(report: &RollUpReport, checklist: &str) -> String {
    let mut versions = report.versions.iter();
    let version = versions.find(|version| version.checklist == checklist);
    version.map_or_else(|| checklist.to_owned(), |of| of.title.clone())
}

impl Grid {
    /// The rates of schools in every requirement; nothing where there are none.
    pub(super) fn of_requirements(report: &RollUpReport, lang: Lang) -> Option<Self> {
        let titles: HashMap<String, &str> = report
            .requirements
            .iter()
            .map(|of| (format!("{}/{}", of.checklist, of.id), of.title.as_str()))
            .collect();
        let title = |name: &String| titles.get(name).copied().unwrap_or_default();
        let columns = report
            .columns
            .iter()
            .map(|name| (name.as_str(), title(name)));
        let rows = reported(report).take(SCHOOLS).map(|(line, figures)| Row {
            name: line.name.clone(),
            cells: figures
                .requirements
                .0
                .iter()
                .map(|of| Cell::of_counts(*of, lang))
                .collect(),
        });
        let rows: Vec<Row> = rows.collect();
        let is_empty = rows.is_empty() || report.columns.is_empty();
        (!is_empty).then(|| Self {
            id: "heat-map",
            caption: words::HEAT_CAPTION.of(lang),
            row_name: words::SCHOOL.of(lang),
            groups: groups(report, columns),
            rows,
            legend: legend(words::NOTHING_IN_CELL, lang),
            cut: cut(report, words::WITH_SCHOOLS, lang),
            notes_title: words::NOTES.of(lang),
        })
    }

    /// The numbers of schools against their targets; nothing where there are none.
    pub(super) fn of_measures(report: &RollUpReport, lang: Lang) -> Option<Self> {
        let columns = report.measures.iter();
        let columns = columns.map(|of| (of.item.as_str(), of.text.as_str()));
        let rows = reported(report).take(SCHOOLS).map(|(line, figures)| {
            let given: HashMap<&str, &MeasureRow> = figures
                .measures
                .iter()
                .map(|measure| (measure.item.as_str(), measure))
                .collect();
            let cell = |item: &str| given.get(item).map(|given| Cell::of_measure(given));
            let cells = report.measures.iter().map(|of| cell(&of.item));
            Row {
                name: line.name.clone(),
                cells: cells.map(|cell| cell.unwrap_or_else(Cell::none)).collect(),
            }
        });
        (!report.measures.is_empty()).then(|| Self {
            id: "measure-map",
            caption: words::MEASURES_CAPTION.of(lang),
            row_name: words::SCHOOL.of(lang),
            groups: groups(report, columns),
            rows: rows.collect(),
            legend: legend(words::NO_NUMBER, lang),
            cut: cut(report, words::WITH_SCHOOLS, lang),
            notes_title: words::NOTES.of(lang),
        })
    }
}

/// The classes of levels, and what a cell without one means.
fn legend(none: Phrase, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let levels = page::legend(lang).into_iter();
    let levels = levels.take_while(|(class, _)| *class != "l0");
    levels.chain([("l0", none.of(lang))]).collect()
}

fn class(done: u64, required: u64) -> &'static str {
    let totals = Totals {
        required,
        done,
        ..Totals::default()
    };
    match level(&totals) {
        0 => "l0",
        1 => "l1",
        2 => "l2",
        3 => "l3",
        _ => "l4",
    }
}

impl Cell {
    fn none() -> Self {
        Self {
            text: "–".to_owned(),
            class: "l0",
            title: String::new(),
        }
    }

    fn of_counts(counts: ItemCounts, lang: Lang) -> Self {
        let rate = counts.percent();
        if rate.is_none() {
            return Self::none();
        }
        Self {
            text: whole(rate),
            class: class(counts.done, counts.required),
            title: figures::rate(&counts.into(), lang),
        }
    }

    fn of_measure(measure: &MeasureRow) -> Self {
        let given = ratio(measure.value, measure.of);
        let title = format!("{given} {}", measure.unit);
        let Some(of) = measure.of else {
            return Self {
                text: given,
                class: "l0",
                title,
            };
        };
        Self {
            text: percent(measure.value, of).map_or_else(|| "–".to_owned(), |p| whole(Some(p))),
            class: class(measure.value, of),
            title,
        }
    }
}

/// A rate in whole per cent, without the sign.
fn whole(rate: Option<f64>) -> String {
    whole_percent(rate).trim_end_matches('%').to_owned()
}
