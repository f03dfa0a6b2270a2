//! Who reported, and the weeks and districts beside each other.

use super::Page;
use super::table::{Cell, Column, Table};
use crate::rollup::{Rate, Returns, SharedId};
use crate::text::facts::ratio;
use crate::text::rollup::{figures, page as words, short};
use crate::text::{Phrase, page};
use chrono::Datelike;

const CHASE: [(Phrase, Column, Option<Phrase>); 4] = [
    (words::SCHOOL, Column::Text, None),
    (words::DISTRICT, Column::Text, None),
    (words::CONTACT, Column::Text, None),
    (words::LAST_REPORTED, Column::Text, None),
];

const LATE: [(Phrase, Column, Option<Phrase>); 4] = [
    (words::SCHOOL, Column::Text, None),
    (words::CONTACT, Column::Text, None),
    (words::HANDED_IN, Column::Number, None),
    (words::DAYS_LATE, Column::Worst, None),
];

/// What [`of_returns`] and [`of_rate`] give, in that order.
const FIGURES: [(Phrase, Column, Option<Phrase>); 10] = [
    (words::IN_ALL, Column::Number, None),
    (words::IN_TIME, Column::Number, None),
    (words::NOTHING_TO_REPORT, Column::Number, None),
    (words::LATE_COUNT, Column::Worst, None),
    (words::MISSING_COUNT, Column::Worst, None),
    (page::RATE, Column::Number, Some(words::NOTE_RATE)),
    (page::REQUIRED, Column::Number, None),
    (words::LATE, Column::Worst, Some(words::NOTE_LATE)),
    (page::OVERDUE, Column::Worst, Some(words::NOTE_OVERDUE)),
    (page::WAIVED, Column::Number, None),
];

impl Page<'_> {
    /// The schools without a report. All of them: nobody is forgotten.
    pub(super) fn chase_table(&self) -> Table {
        let (report, lang) = (self.report, self.lang);
        let rows = report.not_reported.iter().map(|school| {
            let contact = school.contact.clone();
            let last = Cell::text(words::last_reported(school.last_reported, lang));
            vec![
                Cell::head(&school.name).below(&school.id),
                Cell::text(self.district(&school.district)),
                Cell::text(contact.unwrap_or_else(|| "–".to_owned())),
                match short::set_aside(school, lang) {
                    None => last,
                    Some(came) => last.below(came),
                },
            ]
        });
        let caption = self.t(words::NOT_REPORTED).to_owned();
        Table::new("not-reported", caption, &CHASE, lang).with(rows)
    }

    /// An id under which several names came in.
    pub(super) fn shared_id(&self, of: &SharedId) -> String {
        short::shared_id(of, self.lang)
    }

    /// The schools that were late.
    pub(super) fn late_table(&self) -> Table {
        let (report, lang) = (self.report, self.lang);
        let rows = report.late.iter().map(|school| {
            let contact = school.contact.clone();
            vec![
                Cell::head(&school.name).below(&school.id),
                Cell::text(contact.unwrap_or_else(|| "–".to_owned())),
                Cell::text(self.day(school.handed_in))
                    .by(&school.handed_in.num_days_from_ce())
                    .class(""),
                Cell::number(school.days_late),
            ]
        });
        let caption = self.t(words::LATE_SCHOOLS).to_owned();
        Table::new("late", caption, &LATE, lang).with(rows)
    }

    pub(super) fn district_table(&self) -> Table {
        let (report, lang) = (self.report, self.lang);
        let rows = report.districts.iter().map(|line| {
            let mut cells = vec![Cell::head(self.district(&line.district))];
            cells.extend(self.of_returns(&line.returns));
            cells.extend(self.of_rate(&line.totals));
            cells
        });
        let columns = [(words::DISTRICT, Column::Text, None)];
        let columns = [columns.as_slice(), &FIGURES].concat();
        let caption = self.t(words::DISTRICTS).to_owned();
        Table::new("district-list", caption, &columns, lang)
            .with(rows)
            .titled()
    }

    pub(super) fn week_table(&self) -> Table {
        let (report, lang) = (self.report, self.lang);
        let rows = report.weeks.iter().rev().map(|line| {
            let mut cells = vec![
                Cell::head(line.week.to_string()),
                Cell::text(self.day(line.due))
                    .by(&line.due.num_days_from_ce())
                    .class(""),
            ];
            cells.extend(self.of_returns(&line.returns));
            cells.extend(self.of_rate(&line.totals));
            cells
        });
        let columns = [
            (page::WEEK, Column::Text, None),
            (words::DUE, Column::Number, None),
        ];
        let columns = [columns.as_slice(), &FIGURES].concat();
        let caption = self.t(words::ALL_SCHOOLS).to_owned();
        Table::new("week-list", caption, &columns, lang)
            .with(rows)
            .titled()
    }

    fn of_returns(&self, returns: &Returns) -> [Cell; 5] {
        let has_roster = self.report.roster.is_some();
        let all = ratio(returns.in_all(), Some(returns.all));
        [
            Cell::text(all)
                .by(&returns.in_all())
                .class("")
                .explained(figures::returns(returns, has_roster, self.lang)),
            Cell::number(returns.reported),
            Cell::number(returns.nothing_to_report),
            Cell::number(returns.late),
            Cell::number(returns.not_reported),
        ]
    }

    fn of_rate(&self, rate: &Rate) -> [Cell; 5] {
        [
            Cell::rate(rate.percent, ratio(rate.done, Some(rate.required)))
                .explained(figures::rate(rate, self.lang)),
            Cell::number(rate.required),
            Cell::number(rate.late),
            Cell::number(rate.overdue),
            Cell::number(rate.waived),
        ]
    }
}
