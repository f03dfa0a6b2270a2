//! The sheets of a roll-up that are one table.

use crate::format::rollup_schools::{cells, columns, measure_columns, titles};
use crate::format::xlsx::table::{Cell, Column, Table, Tone};
use crate::rollup::{Fate, FileEntry, MeasurePace, MeasureSum, Rate, RollUpReport, Spread};
use crate::text::rollup::{files as of_files, sheet as words};
use crate::text::{Lang, sheet as heads};

/// The width of the column of a requirement, in digits.
const REQUIREMENT: u16 = 14;

pub(super) fn schools(report: &RollUpReport) -> Table {
    let known = columns(report).map(|c| Column::new(c.head, c.width));
    let requirements = titles(report).into_iter();
    let requirements = requirements
        .map(|(name, title)| Column::named(words::requirement(name, title), REQUIREMENT));
    let measures = measure_columns(report).map(|(of, head, _)| {
        let head = words::measure(&of.item, head, report.language);
        Column::named(words::requirement(&head, &of.text), REQUIREMENT)
    });
    let figures = requirements.chain(measures);
    let lines = report.schools.iter();
    Table {
        name: words::SCHOOLS,
        columns: known.chain(figures).collect(),
        frozen: 2,
        rows: lines.map(|line| cells(report, line)).collect(),
        none: Some(words::NO_SCHOOLS),
        pages: 2,
    }
}

/// The columns of a rate and of how the schools lie apart.
fn rate_columns() -> impl Iterator<Item = Column> {
    let columns = [
        (heads::REQUIRED, 8),
        (heads::DONE, 8),
        (heads::LATE, 8),
        (heads::OVERDUE, 8),
        (heads::WAIVED, 8),
        (heads::PERCENT, 9),
        (words::OF_SCHOOLS, 9),
        (words::LOWEST, 9),
        (words::LOWER_QUARTER, 9),
        (words::MEDIAN, 9),
        (words::HIGHEST, 9),
        (words::LEFT_OUT, 11),
    ];
    let columns = columns.into_iter();
    columns.map(|(head, width)| Column::new(head, width))
}

pub(super) fn rate(rate: &Rate) -> impl Iterator<Item = Cell> + use<> {
    let counts = [
        rate.required,
        rate.done,
        rate.late,
        rate.overdue,
        rate.waived,
    ];
    let counts = counts.into_iter().map(Cell::Count);
    counts.chain([Cell::Rate(rate.percent)])
}

fn pooled(of: &Rate, spread: &Spread, left_out: u64) -> impl Iterator<Item = Cell> + use<> {
    let rates = [
        spread.lowest,
        spread.lower_quarter,
        spread.median,
        spread.highest,
    ];
    rate(of)
        .chain([Cell::Count(spread.schools)])
        .chain(rates.map(Cell::Rate))
        .chain([Cell::Count(left_out)])
}

pub(super) fn requirements(report: &RollUpReport) -> Table {
    let first = [
        Column::new(heads::NUMBER, 19),
        Column::new(heads::HEADING, 36),
    ];
    let rows = report.requirements.iter().map(|of| {
        let name = [
            Cell::word(format!("{}/{}", of.checklist, of.id)),
            Cell::Text(of.title.clone()),
        ];
        let name = name.into_iter();
        name.chain(pooled(&of.rate, &of.spread, of.left_out))
            .collect()
    });
    Table {
        name: words::REQUIREMENTS,
        columns: first.into_iter().chain(rate_columns()).collect(),
        frozen: 2,
        rows: rows.collect(),
        none: Some(words::NO_REQUIREMENTS),
        pages: 1,
    }
}

pub(super) fn items(report: &RollUpReport) -> Table {
    let first = [
        Column::new(heads::NUMBER, 19),
        Column::new(words::ITEM, 40),
        Column::new(heads::HEADING, 20),
    ];
    let rows = report.requirements.iter().flat_map(|of| {
        of.items.iter().map(|item| {
            let name = [
                Cell::word(format!("{}/{}", of.checklist, item.id)),
                Cell::Text(item.text.clone()),
                Cell::Text(heads::requirement(&of.id, &of.title)),
            ];
            let name = name.into_iter();
            name.chain(pooled(&item.rate, &item.spread, item.left_out))
                .collect()
        })
    });
    Table {
        name: words::ITEMS,
        columns: first.into_iter().chain(rate_columns()).collect(),
        frozen: 1,
        rows: rows.collect(),
        none: Some(words::NO_REQUIREMENTS),
        pages: 1,
    }
}

pub(super) fn measures(report: &RollUpReport) -> Table {
    let columns = [
        (heads::NUMBER, 19),
        (words::ITEM, 36),
        (words::UNIT, 8),
        (words::GIVEN, 9),
        (words::SUM, 10),
        (words::WITH_TARGET, 9),
        (words::SUM_WITH_TARGET, 10),
        (words::OF, 10),
        (words::SHARE, 9),
        (words::LEFT, 10),
        (words::LEFT_OUT, 11),
        (words::SINCE, 10),
        (words::IN_BOTH, 9),
        (words::BEFORE, 10),
        (words::NOW, 10),
        (words::ADDED, 9),
        (words::LEFT_OF_BOTH, 10),
        (words::WEEKS_LEFT, 9),
    ];
    Table {
        name: words::MEASURES,
        columns: columns.map(|(head, width)| Column::new(head, width)).into(),
        frozen: 1,
        rows: report.measures.iter().map(measure).collect(),
        none: Some(words::NO_MEASURES),
        pages: 1,
    }
}

fn measure(of: &MeasureSum) -> Vec<Cell> {
    let mut cells = vec![
        Cell::word(&of.item),
        Cell::Text(of.text.clone()),
        Cell::word(&of.unit),
        Cell::Count(of.schools),
        Cell::Count(of.value),
        Cell::Count(of.schools_with_target),
        Cell::Count(of.value_with_target),
        Cell::Count(of.of),
        Cell::Rate(of.percent),
        Cell::Count(of.left),
        Cell::Count(of.left_out),
    ];
    cells.extend(of.pace.as_ref().map_or_else(no_pace, pace));
    cells
}

fn pace(pace: &MeasurePace) -> [Cell; 7] {
    [
        Cell::word(pace.since.to_string()),
        Cell::Count(pace.schools),
        Cell::Count(pace.before),
        Cell::Count(pace.now),
        Cell::Added(pace.added),
        Cell::Count(pace.left),
        pace.weeks_left.map_or(Cell::Rate(None), Cell::Count),
    ]
}

fn no_pace() -> [Cell; 7] {
    [(); 7].map(|()| Cell::Empty)
}

pub(super) fn files(report: &RollUpReport) -> Table {
    let fates = report.fates();
    let rows = fates.iter();
    Table {
        name: words::FILES,
        columns: vec![
            Column::new(words::FILE, 44),
            Column::new(words::FATE, 10),
            Column::new(words::REASON, 60),
            Column::new(words::DIGEST, 40),
        ],
        frozen: 1,
        rows: rows
            .map(|(of, fate)| file(of, fate, report.language))
            .collect(),
        none: Some(words::NO_FILES),
        pages: 1,
    }
}

fn file(of: &FileEntry, fate: &Fate, lang: Lang) -> Vec<Cell> {
    let tone = match fate {
        Fate::Accepted => Tone::Good,
        Fate::Superseded(_) => Tone::Aside,
        Fate::Quarantined(_) => Tone::Bad,
    };
    let reason = match fate {
        Fate::Accepted => Cell::Empty,
        fate => Cell::Text(of_files::fate(fate, lang)),
    };
    vec![
        Cell::Text(of.name.clone()),
        Cell::Toned(tone, words::fate(fate).of(lang).to_owned()),
        reason,
        of.digest.clone().map_or(Cell::Empty, Cell::Text),
    ]
}
