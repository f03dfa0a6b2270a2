//! The table of a roll-up's schools, as a workbook and CSV have it.

use super::xlsx::{Cell, Tone};
use crate::rollup::{
    MeasureRow, MeasureSum, Returned, RollUpReport, SchoolFigures, SchoolLine, Standing,
};
use crate::text::page::list;
use crate::text::rollup::sheet::{self as heads, csv};
use crate::text::rollup::{figures, ledger, page, records};
use crate::text::{Lang, Phrase, sheet as report_heads, words};
use std::collections::HashMap;

/// A column.
pub(super) struct SchoolColumn {
    /// Its heading in a workbook.
    pub(super) head: Phrase,
    /// Its heading in CSV.
    pub(super) csv: Phrase,
    /// Its width, in digits.
    pub(super) width: u16,
    /// What stands in it.
    pub(super) cell: fn(&SchoolLine, &RollUpReport) -> Cell,
}

impl SchoolColumn {
    const fn new(
        [head, csv]: [Phrase; 2],
        width: u16,
        cell: fn(&SchoolLine, &RollUpReport) -> Cell,
    ) -> Self {
        Self {
            head,
            csv,
            width,
            cell,
        }
    }
}

/// The columns of every roll-up.
const COLUMNS: [SchoolColumn; 24] = [
    SchoolColumn::new([heads::ID, csv::ID], 14, |s, _| Cell::word(&s.id)),
    SchoolColumn::new([heads::SCHOOL, csv::SCHOOL], 22, |s, _| {
        Cell::Text(s.name.clone())
    }),
    SchoolColumn::new([heads::KIND, csv::KIND], 10, |s, report| {
        Cell::word(words::school_kind(s.kind, report.language))
    }),
    SchoolColumn::new([heads::DISTRICT, csv::DISTRICT], 10, |s, _| {
        optional(s.district.as_deref())
    }),
    SchoolColumn::new([heads::CONTACT, csv::CONTACT], 16, |s, _| {
        optional(s.contact.as_deref())
    }),
    SchoolColumn::new([heads::RETURNED, csv::RETURNED], 9, returned),
    SchoolColumn::new([heads::REPORTED_ON, csv::REPORTED_ON], 11, |s, _| {
        Cell::Day(s.figures.as_ref().map(|of| of.handed_in))
    }),
    SchoolColumn::new([heads::DAYS_LATE, csv::DAYS_LATE], 9, |s, _| {
        count(s, |of| of.days_late)
    }),
    SchoolColumn::new([report_heads::REQUIRED, csv::REQUIRED], 8, |s, _| {
        count(s, |of| of.rate.required)
    }),
    SchoolColumn::new([report_heads::DONE, csv::DONE], 8, |s, _| {
        count(s, |of| of.rate.done)
    }),
    SchoolColumn::new([report_heads::LATE, csv::LATE], 8, |s, _| {
        count(s, |of| of.rate.late)
    }),
    SchoolColumn::new([report_heads::OVERDUE, csv::OVERDUE], 8, |s, _| {
        count(s, |of| of.rate.overdue)
    }),
    SchoolColumn::new([report_heads::WAIVED, csv::WAIVED], 8, |s, _| {
        count(s, |of| of.rate.waived)
    }),
    SchoolColumn::new([report_heads::PERCENT, csv::PERCENT], 9, |s, _| {
        given(s, |of| Cell::Rate(of.rate.percent))
    }),
    SchoolColumn::new([heads::CHANGE, csv::CHANGE], 10, |s, _| {
        s.change.map_or(Cell::Empty, Cell::Points)
    }),
    SchoolColumn::new([heads::OPEN, csv::OPEN], 8, |s, _| {
        count(s, |of| of.findings.open)
    }),
    SchoolColumn::new([heads::PAST_LIMIT, csv::PAST_LIMIT], 8, |s, _| {
        count(s, |of| of.findings.past_limit)
    }),
    SchoolColumn::new([heads::CLOSED, csv::CLOSED], 8, |s, _| {
        count(s, |of| of.findings.closed)
    }),
    SchoolColumn::new([heads::GATE, csv::GATE], 16, |s, report| {
        given(s, |of| gate(of, report.language))
    }),
    SchoolColumn::new([heads::INSPECTIONS, csv::INSPECTIONS], 8, |s, _| {
        count(s, |of| of.inspections)
    }),
    SchoolColumn::new([heads::DISAGREEMENTS, csv::DISAGREEMENTS], 9, |s, _| {
        count(s, |of| of.disagreements)
    }),
    SchoolColumn::new([heads::SIGNED_BY, csv::SIGNED_BY], 10, |s, _| {
        let signed = s.figures.as_ref().and_then(|of| of.signed.as_ref());
        optional(signed.map(|signed| signed.by.as_str()))
    }),
    SchoolColumn::new([heads::SIGNED_ON, csv::SIGNED_ON], 11, |s, _| {
        let signed = s.figures.as_ref().and_then(|of| of.signed.as_ref());
        Cell::Day(signed.map(|signed| signed.on))
    }),
    SchoolColumn::new([heads::FILE, csv::FILE], 26, |s, _| {
        given(s, |of| Cell::Text(of.file.clone()))
    }),
];

/// Those of one with a ledger: how a record stands at worst, and why where it is not proved.
const RECORDS: [SchoolColumn; 2] = [
    SchoolColumn::new([heads::RECORD, csv::RECORD], 9, |s, report| {
        let standing = report.worst_standing(s);
        standing.map_or(Cell::Empty, |of| record(&of, report.language))
    }),
    SchoolColumn::new([heads::RECORD_SAID, csv::RECORD_SAID], 48, |s, report| {
        let standing = report.worst_standing(s);
        let told = standing.filter(|of| !matches!(of, Standing::Proved { .. }));
        told.map_or(Cell::Empty, |of| {
            Cell::Text(ledger::standing(&of, report.language))
        })
    }),
];

/// That of one in which several names came in under an id: the others.
const SHARED: [SchoolColumn; 1] = [SchoolColumn::new(
    [heads::OTHER_NAMES, csv::OTHER_NAMES],
    22,
    |s, report| {
        let mut shared = report.shared_ids.iter();
        let shared = shared.find(|of| of.id == s.id);
        shared.map_or(Cell::Empty, |of| {
            let others = of.others.iter().map(|other| other.name.clone());
            Cell::Text(list(&others.collect::<Vec<_>>(), report.language))
        })
    },
)];

/// The columns before those of the requirements.
pub(super) fn columns(report: &RollUpReport) -> impl Iterator<Item = &'static SchoolColumn> {
    let records = report.records.iter().flat_map(|_| &RECORDS);
    let is_any_shared = !report.shared_ids.is_empty();
    let shared = SHARED.iter().filter(move |_| is_any_shared);
    COLUMNS.iter().chain(records).chain(shared)
}

/// A column of a measure: its heading in a workbook, that in CSV, and what stands in it.
type MeasureFigure = (Phrase, Phrase, fn(&MeasureRow) -> Cell);

/// Those of each measure, after the columns of the requirements.
const MEASURE: [MeasureFigure; 3] = [
    (heads::VALUE, csv::VALUE, |of| Cell::Count(of.value)),
    (heads::TARGET, csv::TARGET, |of| {
        of.of.map_or(Cell::Empty, Cell::Count)
    }),
    (heads::SHARE, csv::SHARE, |of| Cell::Rate(of.percent())),
];

/// The columns of all measures: the measure, the heading in a workbook and that in CSV.
pub(super) fn measure_columns(
    report: &RollUpReport,
) -> impl Iterator<Item = (&MeasureSum, Phrase, Phrase)> {
    let measures = report.measures.iter();
    measures.flat_map(|of| MEASURE.map(|(head, csv, _)| (of, head, csv)))
}

fn measures(report: &RollUpReport, line: &SchoolLine) -> Vec<Cell> {
    let given = line.figures.iter().flat_map(|figures| &figures.measures);
    let given: HashMap<&str, &MeasureRow> = given.map(|of| (of.item.as_str(), of)).collect();
    let measures = report.measures.iter();
    let cells = measures.flat_map(|of| {
        let given = given.get(of.item.as_str());
        MEASURE.map(|(_, _, cell)| given.map_or(Cell::Empty, |of| cell(of)))
    });
    cells.collect()
}

/// The cells of a school: its columns, then its rate in each requirement, then its numbers.
pub(super) fn cells(report: &RollUpReport, line: &SchoolLine) -> Vec<Cell> {
    let cells = columns(report);
    let cells = cells.map(|column| (column.cell)(line, report));
    let rates = (0..report.columns.len()).map(|n| {
        given(line, |of| {
            let counts = of.requirements.0.get(n);
            Cell::Rate(counts.and_then(|counts| counts.percent()))
        })
    });
    let cells = cells.chain(rates);
    cells.chain(measures(report, line)).collect()
}

/// The requirements as the headings of columns, each with what it asks.
pub(super) fn titles(report: &RollUpReport) -> Vec<(&str, &str)> {
    let requirements = report.requirements.iter();
    let titles: HashMap<String, &str> = requirements
        .map(|of| (format!("{}/{}", of.checklist, of.id), of.title.as_str()))
        .collect();
    let columns = report.columns.iter().map(String::as_str);
    columns
        .map(|name| (name, titles.get(name).copied().unwrap_or_default()))
        .collect()
}

fn given(line: &SchoolLine, cell: impl Fn(&SchoolFigures) -> Cell) -> Cell {
    line.figures.as_ref().map_or(Cell::Empty, cell)
}

fn count(line: &SchoolLine, count: impl Fn(&SchoolFigures) -> u64) -> Cell {
    given(line, |of| Cell::Count(count(of)))
}

fn optional(word: Option<&str>) -> Cell {
    word.map_or(Cell::Empty, Cell::word)
}

fn returned(line: &SchoolLine, report: &RollUpReport) -> Cell {
    let tone = match line.returned {
        Returned::Reported => Tone::Good,
        Returned::NothingToReport => Tone::Aside,
        Returned::Late => Tone::Open,
        Returned::NotReported => Tone::Bad,
    };
    Cell::Toned(
        tone,
        figures::returned(line.returned, report.language).to_owned(),
    )
}

fn record(standing: &Standing, lang: Lang) -> Cell {
    let tone = match standing {
        Standing::Proved { .. } => Tone::Good,
        Standing::Unproved { .. } => Tone::Aside,
        Standing::Broken(_) => Tone::Bad,
    };
    Cell::Toned(tone, records::word(standing).of(lang).to_owned())
}

/// The items that close the gate, or that it is open.
fn gate(of: &SchoolFigures, lang: Lang) -> Cell {
    if of.gates_closed.is_empty() {
        return Cell::Toned(Tone::Good, page::GATE_OPEN.of(lang).to_owned());
    }
    let items = report_heads::names(&of.gates_closed, lang);
    Cell::Toned(Tone::Bad, items)
}
