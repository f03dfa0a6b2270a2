//! The summary: the week beside the last, the rates by requirement and by week with their charts,
//! the numbers.

use super::chart::{Bars, Place, Points};
use super::page::{Cover, Page};
use super::styles::Styles;
use super::table::Cell;
use crate::assess::Totals;
use crate::report::{FiguresReport, MeasureFigureReport, StatusReport};
use crate::text::{Phrase, sheet as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// A number, a name, and as many figures as a week has.
const WIDTHS: [u16; 14] = [19, 42, 9, 9, 9, 9, 9, 9, 10, 10, 10, 9, 9, 9];
/// The headings of rates.
const RATES: [Phrase; 8] = [
    words::REQUIRED,
    words::DONE,
    words::LATE,
    words::LATE_ENTERED,
    words::OVERDUE,
    words::WAIVED,
    words::PERCENT,
    words::WEIGHTED,
];
/// The headings of what stands about findings and last days.
const MORE: [Phrase; 4] = [
    words::RAISED,
    words::STRUCK_OFF,
    words::STILL_OPEN,
    words::POSTPONED,
];
/// The columns that charts name their points by.
const NUMBER: u16 = 0;
const NAME: u16 = 1;
/// The height of a row between the charts, in pixels.
const ROW: u32 = 20;

pub(super) fn write(
    sheet: &mut Worksheet,
    report: &StatusReport,
    cover: &Cover<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mut page = Page::begin(sheet, cover, styles, words::SUMMARY)?;
    page.title(words::SUMMARY, WIDTHS.to_vec())?;
    let top = page.row;
    overall(&mut page, report)?;
    let charts = page.row + 1;
    let rooms = room(report);
    page.row = charts + rooms;
    page.sheet.set_page_breaks(&[page.row])?;
    let by_requirement = requirements(&mut page, report)?;
    measures(&mut page, report)?;
    let weeks = trend(&mut page, report)?;
    amendments(&mut page, report)?;
    for row in charts..charts + rooms {
        page.sheet.set_row_height_pixels(row, ROW)?;
    }
    let height = (rooms * ROW).saturating_sub(ROW / 2);
    let place = |column, width| Place {
        row: charts,
        column,
        width,
        height,
    };
    if let Some(points) = by_requirement {
        points.draw(&mut page, Bars::Across, &place(0, 698))?;
    }
    if let Some(points) = weeks {
        points.draw(&mut page, Bars::Up, &place(6, 560))?;
    }
    page.allow_texts(1)?;
    page.keep_on_top(top, 0)
}

/// How many rows the charts take.
fn room(report: &StatusReport) -> u32 {
    let all: usize = report.checklists.iter().map(|c| c.requirements.len()).sum();
    let all = u32::try_from(all).unwrap_or(u32::MAX);
    if all == 0 { 0 } else { all.clamp(10, 40) + 5 }
}

/// The week beside the last, and each checklist.
fn overall(page: &mut Page<'_>, report: &StatusReport) -> Result<(), XlsxError> {
    page.section(words::OVERALL)?;
    let heads = [[words::WHAT, words::WHICH].as_slice(), &RATES, &MORE];
    page.heads(&heads.concat(), 1)?;
    page.cells(&week(words::THIS_WEEK, &report.summary.this, page))?;
    if let Some(last) = &report.summary.last {
        page.cells(&week(words::LAST_WEEK, last, page))?;
    }
    for checklist in &report.checklists {
        let name = [
            Cell::word(&checklist.id),
            Cell::Text(checklist.title.clone()),
        ];
        page.cells(&with_rates(name, &checklist.totals))?;
    }
    Ok(())
}

fn week(name: Phrase, figures: &FiguresReport, page: &Page<'_>) -> Vec<Cell> {
    let name = [
        Cell::word(name.of(page.lang())),
        Cell::Text(figures.week.to_string()),
    ];
    let mut cells = with_rates(name, &figures.totals);
    let more = [
        figures.findings_opened,
        figures.findings_closed,
        figures.findings_open,
        figures.postponed,
    ];
    cells.extend(more.map(|count| Cell::Count(count.try_into().unwrap_or(u64::MAX))));
    cells
}

fn with_rates(name: [Cell; 2], totals: &Totals) -> Vec<Cell> {
    let rates = [totals.percent, totals.weighted_percent];
    let counts = totals.counts().into_iter().map(Cell::Count);
    let cells = name.into_iter().chain(counts);
    cells.chain(rates.map(Cell::Rate)).collect()
}

/// The rates by requirement, with those of all.
fn requirements(page: &mut Page<'_>, report: &StatusReport) -> Result<Option<Points>, XlsxError> {
    page.section(words::BY_REQUIREMENT)?;
    page.heads(
        &[[words::NUMBER, words::HEADING].as_slice(), &RATES].concat(),
        1,
    )?;
    let first = page.row;
    let mut rates = Vec::new();
    for checklist in &report.checklists {
        for requirement in &checklist.requirements {
            let number = format!("{}/{}", checklist.id, requirement.id);
            let name = [Cell::word(number), Cell::Text(requirement.title.clone())];
            page.cells(&with_rates(name, &requirement.totals))?;
            rates.push(requirement.totals.percent);
        }
    }
    let points = Points::of(
        [words::CHART_BY_REQUIREMENT, words::BY_REQUIREMENT],
        NAME,
        first,
        rates,
    );
    let name = [Cell::word(words::ALL.of(page.lang())), Cell::Empty];
    page.cells(&with_rates(name, &report.totals))?;
    Ok(points)
}

/// The numbers, as they stood at the end of the week and of the one before it.
fn measures(page: &mut Page<'_>, report: &StatusReport) -> Result<(), XlsxError> {
    if report.summary.measures.is_empty() {
        return Ok(());
    }
    page.section(words::MEASURES)?;
    page.heads(
        &[
            words::NUMBER,
            words::TASK,
            words::THIS_WEEK,
            words::LAST_WEEK,
            words::TARGET,
        ],
        1,
    )?;
    for figure in &report.summary.measures {
        page.cells(&measure(figure))?;
    }
    Ok(())
}

fn measure(figure: &MeasureFigureReport) -> [Cell; 5] {
    let number = |number: Option<u64>| number.map_or(Cell::Rate(None), Cell::Count);
    [
        Cell::word(&figure.item),
        Cell::Text(figure.item_text.clone()),
        number(figure.this),
        number(figure.last),
        number(figure.of),
    ]
}

/// The weeks up to this one.
fn trend(page: &mut Page<'_>, report: &StatusReport) -> Result<Option<Points>, XlsxError> {
    let Some(background) = &report.background else {
        return Ok(None);
    };
    if background.weeks.is_empty() {
        return Ok(None);
    }
    page.section(words::TREND)?;
    page.heads(&[[words::WEEK, words::DAYS].as_slice(), &RATES].concat(), 1)?;
    let first = page.row;
    let mut rates = Vec::new();
    for of in &background.weeks {
        let days = format!("{} – {}", of.week.monday(), of.week.sunday());
        let name = [Cell::word(of.week.to_string()), Cell::word(days)];
        page.cells(&with_rates(name, &of.totals))?;
        rates.push(of.totals.percent);
    }
    Ok(Points::of(
        [words::CHART_OF_WEEKS, words::TREND],
        NUMBER,
        first,
        rates,
    ))
}

fn amendments(page: &mut Page<'_>, report: &StatusReport) -> Result<(), XlsxError> {
    if report.amendments.is_empty() {
        return Ok(());
    }
    page.section(words::AMENDMENTS)?;
    for amendment in &report.amendments {
        page.remark(&words::amendment(amendment, page.lang()))?;
    }
    Ok(())
}
