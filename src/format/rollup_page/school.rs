//! School by school: the table that the meeting sorts.

use super::Page;
use super::table::{Cell, Column, Table};
use crate::rollup::{Returned, SchoolFigures, SchoolLine, Standing};
use crate::text::facts::ratio;
use crate::text::rollup::{figures, ledger, page as words, records as of_records};
use crate::text::{Phrase, page};
use chrono::Datelike;

/// How many schools the table shows.
const SCHOOLS: usize = 1000;

/// A column: its name, what it is, what it means.
type ColumnOf = (Phrase, Column, Option<Phrase>);

const COLUMNS: [ColumnOf; 14] = [
    (words::SCHOOL, Column::Text, None),
    (words::DISTRICT, Column::Text, None),
    (words::RETURNED, Column::Text, Some(words::NOTE_RETURNED)),
    (page::RATE, Column::Sorted, Some(words::NOTE_RATE)),
    (words::CHANGE, Column::Number, Some(words::NOTE_CHANGE)),
    (words::LATE, Column::Worst, Some(words::NOTE_LATE)),
    (page::OVERDUE, Column::Worst, Some(words::NOTE_OVERDUE)),
    (words::FINDINGS, Column::Worst, Some(words::NOTE_FINDINGS)),
    (words::GATE, Column::Words, Some(words::NOTE_GATE)),
    (words::TARGETS, Column::Number, Some(words::NOTE_TARGETS)),
    (words::INSPECTED, Column::Worst, Some(words::NOTE_INSPECTED)),
    (words::SIGNED, Column::Text, Some(words::NOTE_SIGNED)),
    (words::HANDED_IN, Column::Words, Some(words::NOTE_HANDED_IN)),
    (
        of_records::RECORD,
        Column::Words,
        Some(of_records::NOTE_RECORD),
    ),
];

impl Page<'_> {
    pub(super) fn school_table(&self) -> Table {
        let caption = self.t(words::SCHOOLS).to_owned();
        let has_districts = !self.report.districts.is_empty();
        let has_records = self.report.records.is_some();
        let mut columns = COLUMNS.to_vec();
        columns.retain(|(name, ..)| {
            (has_districts || *name != words::DISTRICT)
                && (has_records || *name != of_records::RECORD)
        });
        let schools = self.report.schools.iter();
        let rows = schools.map(|line| self.school(line, &columns));
        Table::new("school-list", caption, &columns, self.lang)
            .with_first(SCHOOLS, rows, words::WITH_SCHOOLS, self.lang)
            .titled()
    }

    fn school(&self, line: &SchoolLine, columns: &[ColumnOf]) -> Vec<Cell> {
        let mut cells = vec![Cell::head(&line.name).below(&line.id)];
        if !self.report.districts.is_empty() {
            cells.push(Cell::text(self.district(&line.district)));
        }
        cells.push(self.returned(line.returned));
        match &line.figures {
            None => cells.extend(unknown(columns.get(cells.len()..).unwrap_or_default())),
            Some(figures) => cells.extend(self.figures(line, figures)),
        }
        // Last, and told of who did not report as well.
        if let Some(standing) = self.report.worst_standing(line) {
            cells.truncate(columns.len() - 1);
            cells.push(self.record(&standing));
        }
        cells
    }

    fn returned(&self, returned: Returned) -> Cell {
        let class = match returned {
            Returned::Reported => "done",
            Returned::NothingToReport => "waived",
            Returned::Late => "partial",
            Returned::NotReported => "overdue",
        };
        Cell::text(figures::returned(returned, self.lang)).pill(class)
    }

    fn figures(&self, line: &SchoolLine, of: &SchoolFigures) -> [Cell; 10] {
        let rate = &of.rate;
        let findings = of.findings;
        let found = ratio(findings.past_limit, Some(findings.open));
        let inspected = words::inspected(of.inspections, of.disagreements, self.lang);
        [
            Cell::rate(rate.percent, ratio(rate.done, Some(rate.required)))
                .explained(figures::rate(rate, self.lang)),
            line.change.map_or_else(Cell::none, |change| {
                Cell::text(words::signed_points(change))
                    .by(&change)
                    .class("")
            }),
            Cell::number(rate.late),
            Cell::number(rate.overdue).class(bad(rate.overdue)),
            Cell::text(found)
                .by(&findings.past_limit)
                .class(bad(findings.past_limit)),
            self.gate(of),
            targets(of),
            Cell::text(inspected)
                .by(&of.disagreements)
                .class(bad(of.disagreements))
                .explained(figures::inspections(of, self.lang)),
            self.signed(of),
            self.handed_in(of),
        ]
    }

    fn gate(&self, of: &SchoolFigures) -> Cell {
        let closed = &of.gates_closed;
        if closed.is_empty() {
            return Cell::text(self.t(words::GATE_OPEN)).by(&0);
        }
        let names: Vec<String> = closed.iter().map(|name| self.item(name)).collect();
        Cell::text(words::gate_closed(closed.len(), self.lang))
            .pill("overdue")
            .below(page::list(&names, self.lang))
            .by(&closed.len())
    }

    fn signed(&self, of: &SchoolFigures) -> Cell {
        match &of.signed {
            None => Cell::text(self.t(words::UNSIGNED)).pill("not-due"),
            Some(signed) => Cell::text(&signed.by).below(self.day(signed.on)),
        }
    }

    /// How its record stands: those that are broken are the first when it is sorted.
    fn record(&self, standing: &Standing) -> Cell {
        let (order, class) = match standing {
            Standing::Broken(_) => (0, "overdue"),
            Standing::Unproved { .. } => (1, "not-due"),
            Standing::Proved { .. } => (2, "done"),
        };
        Cell::text(self.t(of_records::word(standing)))
            .pill(class)
            .by(&order)
            .explained(ledger::standing(standing, self.lang))
    }

    fn handed_in(&self, of: &SchoolFigures) -> Cell {
        let late = match of.days_late {
            0 => String::new(),
            days => words::days_late(days, self.lang),
        };
        Cell::text(self.day(of.handed_in))
            .below(late)
            .by(&of.handed_in.num_days_from_ce())
    }
}

/// The figures of a school without a report.
fn unknown(columns: &[ColumnOf]) -> impl Iterator<Item = Cell> {
    columns.iter().map(|(_, column, _)| match column {
        Column::Text | Column::Words => Cell::none().class("left"),
        Column::Worst | Column::Number | Column::Sorted => Cell::none(),
    })
}

/// The class of a number that ought to be nought.
fn bad(number: u64) -> &'static str {
    if number > 0 { "bad" } else { "" }
}

/// How many of the measures with a target reached it.
fn targets(of: &SchoolFigures) -> Cell {
    let targets = of.measures.iter().filter_map(|m| Some((m.value, m.of?)));
    let all = targets.clone().count();
    let reached = targets.filter(|(value, of)| value >= of).count();
    if all == 0 {
        return Cell::none();
    }
    #[expect(clippy::cast_precision_loss, reason = "a school has a few measures")]
    let share = reached as f64 / all as f64;
    Cell::text(format!("{reached} / {all}"))
        .by(&share)
        .class("")
}
