//! The first sheet of a roll-up: who reported, the rates, the findings, the files, and the weeks
//! beside each other with their chart.

use super::tables::rate;
use crate::format::xlsx::chart::{Bars, Place, Points};
use crate::format::xlsx::page::{Cover, Page};
use crate::format::xlsx::styles::Styles;
use crate::format::xlsx::table::{Cell, Tone};
use crate::rollup::{Rate, Returns, RollUpReport};
use crate::text::rollup::{
    figures, ledger, page as titles, records as of_records, sheet as words, short,
};
use crate::text::{Phrase, sheet as heads};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// A name, and as many figures as a week has.
const WIDTHS: [u16; 14] = [19, 24, 10, 16, 12, 9, 9, 9, 9, 9, 9, 9, 9, 10];
/// The headings of what reported, and of the rate of that.
const RATES: [Phrase; 11] = [
    words::ALL,
    words::IN_TIME,
    words::NOTHING,
    words::LATE_COUNT,
    words::MISSING,
    heads::REQUIRED,
    heads::DONE,
    heads::LATE,
    heads::OVERDUE,
    heads::WAIVED,
    heads::PERCENT,
];
/// The column of the rates, from 0.
const PERCENT: u16 = 12;
/// The rows that the chart takes, and the height of one in pixels.
const ROOM: u32 = 15;
const ROW: u32 = 20;

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &RollUpReport,
    cover: &Cover<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut page = Page::begin(sheet, cover, styles, heads::SUMMARY)?;
    page.title(heads::SUMMARY, WIDTHS.to_vec())?;
    let top = page.row;
    standing(&mut page, report)?;
    records(&mut page, report)?;
    findings(&mut page, report)?;
    files(&mut page, report)?;
    weeks(&mut page, report)?;
    to_chase(&mut page, report)?;
    shared_ids(&mut page, report)?;
    sources(&mut page, report)?;
    page.allow_texts(2)?;
    page.keep_on_top(top, 0)
}

fn returns_and_rate(of: &Returns, totals: &Rate) -> impl Iterator<Item = Cell> + use<> {
    let returns = [
        of.all,
        of.reported,
        of.nothing_to_report,
        of.late,
        of.not_reported,
    ];
    returns.into_iter().map(Cell::Count).chain(rate(totals))
}

/// All schools, then district by district.
fn standing(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    let lang = page.lang();
    page.section(titles::STANDING)?;
    let names = [heads::WHAT, words::DUE];
    page.heads(&[&names[..], &RATES, &[words::CHANGE]].concat(), 1)?;
    let all = [
        Cell::word(titles::ALL_SCHOOLS.of(lang)),
        Cell::Day(Some(report.due)),
    ];
    let change = report.change().map_or(Cell::Empty, Cell::Points);
    let figures_of_all = returns_and_rate(&report.returns, &report.totals);
    let cells: Vec<Cell> = all
        .into_iter()
        .chain(figures_of_all)
        .chain([change])
        .collect();
    page.cells(&cells)?;
    for line in &report.districts {
        let name = line.district.as_deref();
        let name = name.unwrap_or(titles::NO_DISTRICT.of(lang));
        let name = [Cell::word(name), Cell::Empty].into_iter();
        let cells: Vec<Cell> = name
            .chain(returns_and_rate(&line.returns, &line.totals))
            .collect();
        page.cells(&cells)?;
    }
    page.remark(&figures::returns(
        &report.returns,
        report.roster.is_some(),
        lang,
    ))?;
    match figures::left_out(&report.left_out, lang) {
        Some(said) => page.remark(&said),
        None => Ok(()),
    }
}

/// A section of one row of counts.
fn counts(page: &mut Page<'_>, heading: Phrase, counts: &[(Phrase, u64)]) -> Result<(), XlsxError> {
    page.section(heading)?;
    let heads: Vec<Phrase> = counts.iter().map(|(head, _)| *head).collect();
    page.heads(&heads, 1)?;
    let cells: Vec<Cell> = counts.iter().map(|(_, n)| Cell::Count(*n)).collect();
    page.cells(&cells)
}

/// How the schools' records stand, where there is a ledger, and each that is broken with what speaks
/// against it.
fn records(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    let (Some(of), lang) = (&report.records, page.lang()) else {
        return Ok(());
    };
    let all = [
        (words::PROVED, of.proved),
        (words::UNPROVED, of.unproved),
        (words::BROKEN, of.broken),
    ];
    counts(page, of_records::OF_THIS_WEEK, &all)?;
    page.section(of_records::BROKEN_RECORDS)?;
    if of.breaks.is_empty() {
        return page.remark(of_records::NONE_BROKEN.of(lang));
    }
    page.heads(
        &[
            words::ID,
            words::SCHOOL,
            words::BY_WEEK,
            words::CONTACT,
            words::NOTICED,
        ],
        1,
    )?;
    for broken in &of.breaks {
        let mut schools = report.schools.iter();
        let school = schools.find(|school| school.id == broken.school);
        let contact = school.and_then(|school| school.contact.as_deref());
        page.cells(&[
            Cell::word(&broken.school),
            Cell::Toned(Tone::Bad, broken.name.clone()),
            Cell::word(broken.broken.found.week.to_string()),
            Cell::word(contact.unwrap_or_default()),
            Cell::Day(Some(broken.broken.noticed)),
        ])?;
        page.remark(&ledger::fault(&broken.broken, lang))?;
    }
    page.remark(of_records::CLEAR_UP.of(lang))
}

fn findings(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    let of = &report.findings;
    let all = [
        (words::OPEN, of.open),
        (words::SCHOOLS_OPEN, of.schools_open),
        (words::PAST_LIMIT, of.past_limit),
        (words::SCHOOLS_PAST_LIMIT, of.schools_past_limit),
        (words::CLOSED, of.closed),
        (words::GATES_CLOSED, report.gates_closed),
    ];
    counts(page, words::FINDINGS, &all)
}

fn files(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    let of = &report.files;
    let all = [
        (words::FOUND, of.found),
        (words::ACCEPTED, of.accepted),
        (words::SUPERSEDED, of.superseded),
        (words::QUARANTINED, of.quarantined),
    ];
    counts(page, titles::FILES, &all)
}

/// The weeks beside each other, and the chart of their rates under them, on a page of their own.
fn weeks(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    page.sheet.set_page_breaks(&[page.row])?;
    page.section(titles::WEEKS)?;
    let names = [heads::WEEK, words::DUE];
    page.heads(&[&names[..], &RATES].concat(), 1)?;
    let first = page.row;
    for line in &report.weeks {
        let name = [Cell::word(line.week.to_string()), Cell::Day(Some(line.due))];
        let figures = returns_and_rate(&line.returns, &line.totals);
        let cells: Vec<Cell> = name.into_iter().chain(figures).collect();
        page.cells(&cells)?;
    }
    let rates: Vec<Option<f64>> = report.weeks.iter().map(|w| w.totals.percent).collect();
    let Some(points) = Points::of([titles::TREND, titles::WEEKS], 0, first, rates) else {
        return Ok(());
    };
    let row = page.row + 1;
    for row in row..row + ROOM {
        page.sheet.set_row_height_pixels(row, ROW)?;
    }
    let place = Place {
        row,
        column: 0,
        width: 900,
        height: ROOM * ROW - ROW / 2,
    };
    page.row = row + ROOM;
    points.with_rates_in(PERCENT).draw(page, Bars::Up, &place)
}

/// The schools without a report, with whom to ask.
fn to_chase(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    let lang = page.lang();
    page.section(titles::NOT_REPORTED)?;
    if report.not_reported.is_empty() {
        return page.remark(titles::ALL_REPORTED.of(lang));
    }
    page.heads(
        &[
            words::ID,
            words::SCHOOL,
            words::DISTRICT,
            words::CONTACT,
            words::LAST_REPORTED,
        ],
        1,
    )?;
    for school in &report.not_reported {
        let last = titles::last_reported(school.last_reported, lang);
        let came = short::set_aside(school, lang);
        let last = came.map_or(last.clone(), |came| format!("{last}\n{came}"));
        page.cells(&[
            Cell::word(&school.id),
            Cell::Text(school.name.clone()),
            Cell::word(school.district.as_deref().unwrap_or_default()),
            Cell::word(school.contact.as_deref().unwrap_or_default()),
            Cell::Text(last),
        ])?;
    }
    Ok(())
}

/// The ids under which several schools may have reported.
fn shared_ids(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    let lang = page.lang();
    if report.shared_ids.is_empty() {
        return Ok(());
    }
    page.section(titles::SHARED_IDS)?;
    for shared in &report.shared_ids {
        page.remark(&short::shared_id(shared, lang))?;
    }
    Ok(())
}

/// The roll-ups that it was made of.
fn sources(page: &mut Page<'_>, report: &RollUpReport) -> Result<(), XlsxError> {
    if report.sources.is_empty() {
        return Ok(());
    }
    page.section(titles::FROM_ROLLUPS)?;
    for source in &report.sources {
        page.remark(&source.name)?;
    }
    Ok(())
}
