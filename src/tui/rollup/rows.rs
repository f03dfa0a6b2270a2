//! The lines of the lists.

use super::column::{Column, compare};
use super::district::District;
use crate::find::Search;
use crate::keymap::RollUpView;
use crate::rollup::Returned;
use crate::text::rollup::{files, page, records, screen as words};
use crate::text::{Lang, Phrase};

/// A line of a list: what it is about, by its place in the roll-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A heading, and how many lines follow.
    Heading(Phrase, usize),
    School(usize),
    Requirement(usize),
    /// An item of a requirement.
    Item(usize, usize),
    /// A school on a requirement.
    On(usize, usize),
    /// A school without a report.
    Missing(usize),
    /// A school that was late.
    Late(usize),
    /// A record that is broken.
    Broken(usize),
    /// An id under which several names came in.
    Shared(usize),
    File(usize),
    Week(usize),
    District(usize),
}

/// How the schools are put in order: by which column, and whether the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) by: Column,
    pub(super) reversed: bool,
}

/// What is looked for, and in which language.
pub(super) struct Looked<'a> {
    pub(super) search: Option<&'a Search>,
    pub(super) lang: Lang,
}

impl Looked<'_> {
    fn finds(&self, texts: &[&str]) -> bool {
        self.search.is_none_or(|search| search.finds(texts))
    }

    fn school(&self, district: &District, school: usize) -> bool {
        district.report.schools.get(school).is_some_and(|school| {
            let of = school.district.as_deref().unwrap_or_default();
            let contact = school.contact.as_deref().unwrap_or_default();
            self.finds(&[&school.name, &school.id, of, contact])
        })
    }
}

/// The lines of a list.
pub(super) fn rows(
    district: &District,
    view: RollUpView,
    order: Order,
    looked: &Looked<'_>,
) -> Vec<Row> {
    let report = &district.report;
    match view {
        RollUpView::Schools => schools(district, order, looked),
        RollUpView::Requirements => {
            let all = report.requirements.iter().enumerate();
            let all = all.filter(|(_, of)| looked.finds(&[&of.title, &of.id, &of.checklist]));
            all.map(|(n, _)| Row::Requirement(n)).collect()
        }
        RollUpView::Returns => returns(district, looked),
        RollUpView::Files => {
            let all = district.files.iter().enumerate();
            let all = all.filter(|(_, (file, fate))| {
                looked.finds(&[&file.name, &files::fate(fate, looked.lang)])
            });
            all.map(|(n, _)| Row::File(n)).collect()
        }
        RollUpView::Weeks => weeks(district, looked),
        RollUpView::Requirement | RollUpView::School => Vec::new(),
    }
}

/// The schools, by a column.
fn schools(district: &District, order: Order, looked: &Looked<'_>) -> Vec<Row> {
    let all = &district.report.schools;
    let schools = all.iter().enumerate();
    let schools = schools.filter(|(n, _)| looked.school(district, *n));
    let mut keyed: Vec<_> = schools
        .map(|(n, school)| (order.by.key(school, &district.report), n))
        .collect();
    keyed.sort_by(|(a, _), (b, _)| compare(a.as_ref(), b.as_ref(), order.reversed));
    keyed.into_iter().map(|(_, n)| Row::School(n)).collect()
}

/// Whose record is broken, who took the same id, who did not report, who was late, who has nothing
/// to report.
fn returns(district: &District, looked: &Looked<'_>) -> Vec<Row> {
    let report = &district.report;
    let place = |id: &String| district.school(id).unwrap_or(usize::MAX);
    let missing = report.not_reported.iter().enumerate();
    let missing = missing.filter(|(_, school)| looked.school(district, place(&school.id)));
    let late = report.late.iter().enumerate();
    let late = late.filter(|(_, school)| looked.school(district, place(&school.id)));
    let nothing = district.returned(Returned::NothingToReport);
    let nothing = nothing.filter(|n| looked.school(district, *n));
    // A record may be broken of a school that is no longer on the roster.
    let broken = report.breaks().iter().enumerate();
    let broken = broken.filter(|(_, of)| {
        looked.finds(&[&of.name, &of.school]) || looked.school(district, place(&of.school))
    });
    let mut rows = Vec::new();
    headed(
        &mut rows,
        records::BROKEN_RECORDS,
        broken.map(|(n, _)| Row::Broken(n)),
    );
    let shared = report.shared_ids.iter().enumerate();
    let shared = shared.filter(|(_, of)| {
        looked.finds(&[&of.id, &of.name])
            || of.others.iter().any(|other| looked.finds(&[&other.name]))
    });
    headed(
        &mut rows,
        page::SHARED_IDS,
        shared.map(|(n, _)| Row::Shared(n)),
    );
    headed(
        &mut rows,
        words::NOT_REPORTED,
        missing.map(|(n, _)| Row::Missing(n)),
    );
    headed(
        &mut rows,
        words::REPORTED_LATE,
        late.map(|(n, _)| Row::Late(n)),
    );
    headed(&mut rows, words::NOTHING, nothing.map(Row::School));
    rows
}

fn weeks(district: &District, looked: &Looked<'_>) -> Vec<Row> {
    let report = &district.report;
    let weeks = report.weeks.iter().enumerate().rev();
    let weeks = weeks.filter(|(_, line)| looked.finds(&[&line.week.to_string()]));
    let mut rows: Vec<Row> = weeks.map(|(n, _)| Row::Week(n)).collect();
    let districts = report.districts.iter().enumerate();
    let districts = districts.filter(|(_, line)| {
        looked.finds(&[words::district(line.district.as_deref(), looked.lang)])
    });
    headed(
        &mut rows,
        words::DISTRICTS,
        districts.map(|(n, _)| Row::District(n)),
    );
    rows
}

/// The items of a requirement, and the schools on it; both the weakest first.
pub(super) fn of_requirement(district: &District, n: usize) -> Vec<Row> {
    let of = district.report.requirements.get(n);
    let items = of.map_or(0, |of| of.items.len());
    let mut rows = Vec::new();
    headed(
        &mut rows,
        words::ITEMS,
        (0..items).map(|item| Row::Item(n, item)),
    );
    let schools = district.weakest(n).into_iter();
    headed(
        &mut rows,
        words::WEAKEST,
        schools.map(|school| Row::On(school, n)),
    );
    rows
}

/// Lines under a heading, where there are any.
fn headed(rows: &mut Vec<Row>, heading: Phrase, lines: impl Iterator<Item = Row>) {
    let at = rows.len();
    rows.extend(lines);
    let count = rows.len() - at;
    if count > 0 {
        rows.insert(at, Row::Heading(heading, count));
    }
}
