//! A report as a workbook: another library and `soffice` find in it what the model says, it is set
//! up for the printer, and nothing in it calculates.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty_cells.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;
#[path = "support/workbook.rs"]
mod workbook;

use busy::{FRIDAY, LATER, amended_week, open_week, signed_week};
use chrono::NaiveDate;
use duban::assess::Totals;
use duban::fact::FindingState;
use duban::report::{FindingReport, ItemReport, LayoutReport, StatusReport};
use duban::text::{Lang, Phrase, sheet as heads, visible, words};
use duban::workspace::ReportAsked;
use nasty::{NASTY, nasty_texts, shortened, with_texts};
use proptest::prelude::*;
use school::{Place, reported, week};
use std::path::Path;
use std::process::{Command, Stdio};
use workbook::{Book, Cell, Rows, all_between};

const SHEETS: [Phrase; 4] = [heads::SUMMARY, heads::TASKS, heads::CHECKS, heads::FINDINGS];

fn report(place: &Place, now: &str, lang: Lang) -> StatusReport {
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang,
        with_background: true,
    };
    place.at(now).report_asked(asked).expect("a report")
}

fn situations() -> Vec<StatusReport> {
    let (open, signed, amended) = (open_week(), signed_week(), amended_week());
    let of = |lang| {
        [
            report(&open, FRIDAY, lang),
            report(&signed, FRIDAY, lang),
            report(&amended, LATER, lang),
        ]
    };
    Lang::ALL.into_iter().flat_map(of).collect()
}

fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.to_owned())
    }
}

fn count(count: u64) -> Cell {
    Cell::Number(f64::from(u32::try_from(count).expect("a small number")))
}

fn rate(percent: Option<f64>) -> Cell {
    percent.map_or_else(|| text("–"), |percent| Cell::Number(percent / 100.0))
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, |day| Cell::Day(day.to_string()))
}

fn rates(totals: &Totals) -> Vec<Cell> {
    let counts = [
        totals.required,
        totals.done,
        totals.late,
        totals.late_entered,
        totals.overdue,
        totals.waived,
    ];
    let rates = [totals.percent, totals.weighted_percent].map(rate);
    counts.map(count).into_iter().chain(rates).collect()
}

/// The rows under the headings of a sheet that is one table, and the place of each heading.
fn table(rows: &Rows) -> (Vec<String>, &[Vec<Cell>]) {
    let name = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        other => unreachable!("no heading: {other:?}"),
    };
    (rows[2].iter().map(name).collect(), &rows[3..])
}

/// The cell under a heading.
fn under<'a>(heads: &[String], row: &'a [Cell], head: Phrase, lang: Lang) -> &'a Cell {
    let at = heads.iter().position(|found| found == head.of(lang));
    &row[at.expect("the heading")]
}

fn items(report: &StatusReport) -> Vec<(&str, &ItemReport)> {
    let checklists = report.checklists.iter();
    let of = checklists.flat_map(|checklist| {
        let items = checklist.requirements.iter().flat_map(|r| &r.items);
        items.map(|item| (checklist.id.as_str(), item))
    });
    of.collect()
}

#[test]
fn the_tasks_have_every_number_day_and_id_of_the_model() {
    for report in situations() {
        let lang = report.language;
        let rows = Book::of(&report).rows(heads::TASKS.of(lang));
        let (names, rows) = table(&rows);
        let items = items(&report);
        assert_eq!(rows.len(), items.len());
        for (row, (checklist, item)) in rows.iter().zip(items) {
            for (head, cell) in [
                (heads::CHECKLIST, text(checklist)),
                (heads::NUMBER, text(&item.id)),
                (heads::TASK, text(&item.text)),
                (heads::LEAD, text(item.owner.as_deref().unwrap_or_default())),
                (heads::DUE, day(item.due)),
                (heads::REQUIRED, count(item.required)),
                (heads::DONE, count(item.done)),
                (heads::LATE, count(item.late)),
                (heads::OVERDUE, count(item.overdue)),
                (heads::WAIVED, count(item.waived)),
                (heads::STATUS, text(words::status(item.status, lang))),
            ] {
                let found = under(&names, row, head, lang);
                assert_eq!(found, &cell, "{}, {}", item.id, head.en);
            }
            let Some(measure) = &item.measure else {
                continue;
            };
            let Cell::Text(progress) = under(&names, row, heads::PROGRESS, lang) else {
                unreachable!("{} has a number", item.id);
            };
            let number = duban::text::facts::ratio(measure.value, measure.of);
            assert!(progress.starts_with(&number), "{progress}");
            let percent = measure.percent.map(|percent| format!("{percent:.1}%"));
            assert!(
                progress.contains(&percent.unwrap_or_default()),
                "{progress}"
            );
        }
    }
}

#[test]
fn self_check_and_inspection_stand_side_by_side() {
    for report in situations() {
        let lang = report.language;
        let rows = Book::of(&report).rows(heads::CHECKS.of(lang));
        let (names, rows) = table(&rows);
        let items = items(&report);
        assert_eq!(rows.len(), items.len());
        for (row, (_, item)) in rows.iter().zip(items) {
            let inspection = item.inspections.iter().max_by_key(|one| one.on);
            let verdict = inspection.map(|one| words::verdict(one.verdict, lang));
            let by = inspection.map(|one| one.by.as_str());
            for (head, cell) in [
                (heads::NUMBER, text(&item.id)),
                (heads::LOOKED_AT, text(&item.text)),
                (heads::SELF_CHECK, text(words::status(item.status, lang))),
                (heads::INSPECTION, text(verdict.unwrap_or_default())),
                (heads::INSPECTED_ON, day(inspection.map(|one| one.on))),
                (heads::INSPECTOR, text(by.unwrap_or_default())),
            ] {
                let found = under(&names, row, head, lang);
                assert_eq!(found, &cell, "{}, {}", item.id, head.en);
            }
            let problems = under(&names, row, heads::PROBLEM, lang);
            let found = report.findings.iter();
            let found = found.filter(|finding| item.findings.contains(&finding.id));
            for finding in found {
                let Cell::Text(problems) = problems else {
                    unreachable!("{} has a finding", item.id);
                };
                assert!(problems.contains(&format!("{} {}", finding.id, finding.text)));
            }
            assert_eq!(*problems == Cell::Empty, item.findings.is_empty());
        }
    }
}

#[test]
fn every_finding_is_in_the_ledger_of_rectification() {
    for report in situations() {
        let lang = report.language;
        let rows = Book::of(&report).rows(heads::FINDINGS.of(lang));
        let (names, rows) = table(&rows);
        assert_eq!(rows.len(), report.findings.len());
        assert!(rows.len() > 1);
        for (row, finding) in rows.iter().zip(&report.findings) {
            for (head, cell) in of_finding(finding, lang) {
                let found = under(&names, row, head, lang);
                assert_eq!(found, &cell, "{}, {}", finding.id, head.en);
            }
        }
    }
}

fn of_finding(finding: &FindingReport, lang: Lang) -> Vec<(Phrase, Cell)> {
    let is_closed = finding.state == FindingState::Closed;
    let closed = if is_closed { heads::YES } else { heads::NO };
    vec![
        (heads::NUMBER, text(&finding.id.to_string())),
        (heads::ITEM, text(&finding.item)),
        (heads::PROBLEM, text(&finding.text)),
        (
            heads::SOURCE,
            text(words::finding_source(finding.source, lang)),
        ),
        (
            heads::MEASURE,
            text(finding.action.as_deref().unwrap_or_default()),
        ),
        (heads::OWNER, text(&finding.owner)),
        (heads::FOUND_ON, day(Some(finding.raised.on))),
        (heads::LIMIT, day(Some(finding.due))),
        (
            heads::FIXED_ON,
            day(finding.fixed.as_ref().map(|seen| seen.on)),
        ),
        (heads::CLOSED, text(closed.of(lang))),
        (
            heads::CLOSED_ON,
            day(finding.closed.as_ref().map(|seen| seen.on)),
        ),
    ]
}

/// The rows under a heading of the summary and its columns, to the next empty row.
fn section(rows: &Rows, heading: Phrase, lang: Lang) -> Vec<Vec<Cell>> {
    let mut rows = rows.iter();
    rows.find(|row| row[0] == text(heading.of(lang)))
        .expect("the heading");
    let rows = rows.skip(1);
    let some = rows.take_while(|row| row.iter().any(|cell| *cell != Cell::Empty));
    some.cloned().collect()
}

#[test]
fn the_summary_has_every_total_of_the_model() {
    for report in situations() {
        let lang = report.language;
        let rows = Book::of(&report).rows(heads::SUMMARY.of(lang));
        let mut overall = section(&rows, heads::OVERALL, lang).into_iter();
        let last = report.summary.last.as_ref().expect("a week before");
        for figures in [&report.summary.this, last] {
            let row = overall.next().expect("a week");
            assert_eq!(row[1], text(&figures.week.to_string()));
            assert_eq!(row[2..10], rates(&figures.totals));
            let more = [
                figures.findings_opened,
                figures.findings_closed,
                figures.findings_open,
                figures.postponed,
            ];
            assert_eq!(row[10..], more.map(|more| count(more as u64)));
        }
        for checklist in &report.checklists {
            let row = overall.next().expect("a checklist");
            assert_eq!(row[..2], [text(&checklist.id), text(&checklist.title)]);
            assert_eq!(row[2..10], rates(&checklist.totals));
        }
        assert_eq!(overall.next(), None);
        let mut by_requirement = section(&rows, heads::BY_REQUIREMENT, lang).into_iter();
        for checklist in &report.checklists {
            for requirement in &checklist.requirements {
                let row = by_requirement.next().expect("a requirement");
                let number = format!("{}/{}", checklist.id, requirement.id);
                assert_eq!(row[..2], [text(&number), text(&requirement.title)]);
                assert_eq!(row[2..10], rates(&requirement.totals));
            }
        }
        let all = by_requirement.next().expect("all");
        assert_eq!(all[2..10], rates(&report.totals));
        assert_eq!(by_requirement.next(), None);
    }
}

#[test]
fn the_summary_has_every_number_and_week_of_the_model() {
    for report in situations() {
        let lang = report.language;
        let rows = Book::of(&report).rows(heads::SUMMARY.of(lang));
        let measures = section(&rows, heads::MEASURES, lang);
        let number = |number: Option<u64>| number.map_or_else(|| text("–"), count);
        let expected: Vec<[Cell; 5]> = report
            .summary
            .measures
            .iter()
            .map(|figure| {
                [
                    text(&figure.item),
                    text(&figure.item_text),
                    number(figure.this),
                    number(figure.last),
                    number(figure.of),
                ]
            })
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(measures.len(), expected.len());
        for (row, expected) in measures.iter().zip(&expected) {
            assert_eq!(row[..5], *expected);
        }
        let weeks = section(&rows, heads::TREND, lang);
        let background = report.background.as_ref().expect("a background");
        assert_eq!(weeks.len(), background.weeks.len());
        for (row, week) in weeks.iter().zip(&background.weeks) {
            assert_eq!(row[0], text(&week.week.to_string()));
            assert_eq!(row[2..10], rates(&week.totals));
        }
    }
}

#[test]
fn the_signature_and_what_came_after_it_are_said() {
    let subtitle = |report: &StatusReport, sheet: Phrase| {
        let lang = report.language;
        let rows = Book::of(report).rows(sheet.of(lang));
        assert!(format!("{:?}", rows[0][0]).contains("青山小学"));
        match &rows[1][0] {
            Cell::Text(text) => text.clone(),
            other => unreachable!("{other:?}"),
        }
    };
    let open = report(&open_week(), FRIDAY, Lang::Zh);
    let amended = report(&amended_week(), LATER, Lang::Zh);
    for sheet in SHEETS {
        let said = "2022-W11 周（2022-03-14 至 2022-03-20）  截至 2022-03-18  未签字";
        assert_eq!(subtitle(&open, sheet), said);
        let said = subtitle(&amended, sheet);
        assert!(
            said.ends_with("林芳 2022-03-22 签字，签字后有改动"),
            "{said}"
        );
    }
    let mut laid_out = open.clone();
    laid_out.layout = Some(LayoutReport {
        id: "health".to_owned(),
        receiver: "区卫生健康局".to_owned(),
        title: Some("核酸检测周报".to_owned()),
        left_out: Vec::new(),
        requirements: Vec::new(),
    });
    let said = subtitle(&laid_out, SHEETS[0]);
    assert!(
        said.starts_with("核酸检测周报  报送：区卫生健康局  2022-W11"),
        "{said}"
    );
    let rows = Book::of(&amended).rows("汇总");
    let mut changes = rows.iter().skip_while(|row| row[0] != text("签字后的改动"));
    let Some(Cell::Text(said)) = changes.nth(1).map(|row| &row[0]) else {
        unreachable!("what was changed after signing");
    };
    let begins = "林芳 2022-03-21 解锁：门岗周四的登记簿找到了";
    assert!(said.starts_with(begins), "{said}");
}

/// The letters of a column, from 0.
fn column(at: usize) -> char {
    char::from(b'A' + u8::try_from(at).expect("a column"))
}

#[test]
fn every_sheet_is_set_up_for_screen_and_paper() {
    for report in situations() {
        let lang = report.language;
        let book = Book::of(&report);
        assert_eq!(book.names(), SHEETS.map(|sheet| sheet.of(lang)));
        let names = book.part("xl/workbook.xml");
        for (n, sheet) in SHEETS.iter().enumerate() {
            let name = sheet.of(lang);
            let quoted = if name.contains(' ') {
                format!("'{name}'")
            } else {
                name.to_owned()
            };
            let part = book.part(&format!("xl/worksheets/sheet{}.xml", n + 1));
            let rows = book.rows(name);
            let (last, width) = (rows.len(), column(rows[1].len() - 1));
            let top = if n == 0 { 2 } else { 3 };
            for wanted in [
                r#"<pageSetUpPr fitToPage="1"/>"#.to_owned(),
                r#"paperSize="9" fitToHeight="0" orientation="landscape""#.to_owned(),
                format!(r#"ySplit="{top}""#),
                r#"state="frozen""#.to_owned(),
                "&amp;P".to_owned(),
                "<oddFooter>&amp;L青山小学 ".to_owned(),
            ] {
                assert!(part.contains(&wanted), "{name}: {wanted}");
            }
            let filter = format!(r#"<autoFilter ref="A3:{width}{last}"/>"#);
            assert_eq!(part.contains(&filter), n > 0, "{name}: {filter}");
            assert!(names.contains(&format!(">{quoted}!$1:${top}<")), "{names}");
            assert!(
                names.contains(&format!(">{quoted}!$A$1:${width}${last}<")),
                "{names}"
            );
        }
    }
}

/// The values of a range as a chart names it: `汇总!$I$38:$I$56`.
fn range(rows: &Rows, named: &str) -> Vec<Cell> {
    let (_, range) = named.split_once('!').expect("a sheet");
    let (first, last) = range.split_once(':').expect("two cells");
    let place = |cell: &str| {
        let mut parts = cell.split('$').skip(1);
        let column = parts.next().expect("a column").as_bytes()[0] - b'A';
        let row: usize = parts.next().expect("a row").parse().expect("a number");
        (row - 1, usize::from(column))
    };
    let ((first, column), (last, _)) = (place(first), place(last));
    rows[first..=last]
        .iter()
        .map(|row| row[column].clone())
        .collect()
}

#[test]
fn the_charts_show_the_rates_of_the_model() {
    for report in situations() {
        let book = Book::of(&report);
        let rows = book.rows(heads::SUMMARY.of(report.language));
        let requirements = report.checklists.iter().flat_map(|c| &c.requirements);
        let requirements: Vec<(Cell, Option<f64>)> = requirements
            .map(|of| (text(&of.title), of.totals.percent))
            .collect();
        let weeks = &report.background.as_ref().expect("a background").weeks;
        let weeks = weeks.iter();
        let weeks: Vec<(Cell, Option<f64>)> = weeks
            .map(|of| (text(&of.week.to_string()), of.totals.percent))
            .collect();
        for (chart, points) in [(1, requirements), (2, weeks)] {
            let part = book.part(&format!("xl/charts/chart{chart}.xml"));
            let ranges = all_between(&part, "<c:f>", "</c:f>");
            let [name, categories, values] = ranges.as_slice() else {
                unreachable!("{ranges:?}");
            };
            let name = range(
                &rows,
                &format!("{name}:{}", name.split_once('!').expect("a sheet").1),
            );
            assert_eq!(name, [text(heads::PERCENT.of(report.language))]);
            let (names, rates): (Vec<Cell>, Vec<Cell>) = points
                .iter()
                .map(|(name, percent)| (name.clone(), rate(*percent)))
                .unzip();
            assert_eq!(range(&rows, categories), names);
            assert_eq!(range(&rows, values), rates);
            // A point without a rate has no label: its bar has no length and means nothing.
            let hidden = all_between(&part, "<c:dLbl><c:idx val=\"", "\"/><c:delete val=\"1\"/>");
            let without = points
                .iter()
                .enumerate()
                .filter(|(_, (_, percent))| percent.is_none());
            let without: Vec<String> = without.map(|(n, _)| n.to_string()).collect();
            assert_eq!(hidden, without);
            let drawing = book.part("xl/drawings/drawing1.xml");
            assert_eq!(all_between(&drawing, " descr=\"", "\"").len(), 2);
        }
    }
}

#[test]
fn without_a_background_there_is_one_chart_and_no_table_of_weeks() {
    let mut report = report(&open_week(), FRIDAY, Lang::Zh);
    report.background = None;
    let book = Book::of(&report);
    let charts = book
        .parts()
        .into_iter()
        .filter(|part| part.contains("charts/chart"));
    assert_eq!(charts.count(), 1);
    let rows = book.rows("汇总");
    assert!(rows.iter().all(|row| row[0] != text(heads::TREND.zh)));
}

#[test]
fn a_report_of_nothing_is_a_workbook_too() {
    let empty = Place::new(&[]).report(FRIDAY, "2022-W11");
    let book = Book::of(&empty);
    let rows = book.rows(heads::FINDINGS.zh);
    assert_eq!(rows[3][0], text(heads::NONE.zh));
    assert_eq!(book.rows(heads::TASKS.zh).len(), 3);
}

#[test]
fn ids_stay_as_they_are() {
    let mut report = report(&open_week(), FRIDAY, Lang::Zh);
    for (n, requirement) in report.checklists[0].requirements.iter_mut().enumerate() {
        for (m, item) in requirement.items.iter_mut().enumerate() {
            item.id = format!("{n}.{m}0");
        }
    }
    let book = Book::of(&report);
    let rows = book.rows(heads::TASKS.zh);
    assert_eq!(rows[4][1], text("0.10"));
    let part = book.part("xl/worksheets/sheet2.xml");
    assert!(part.contains(r#"numberStoredAsText="1""#));
    let ids = items(&report);
    let found = rows[3..].iter().map(|row| row[1].clone());
    assert!(found.eq(ids.iter().map(|(_, item)| text(&item.id))));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for report in situations() {
        let (first, again) = (Book::of(&report), Book::of(&report));
        assert!(first.bytes == again.bytes);
        let core = first.part("docProps/core.xml");
        let at = report.generated_at.to_utc().format("%Y-%m-%dT%H:%M:%SZ");
        assert!(core.contains(&format!(">{at}<")), "{core}");
    }
}

/// A text as a cell holds it.
fn in_cell(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text
        .split('\n')
        .map(|line| visible(line).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"));
    lines.collect::<Vec<String>>().join("\n")
}

fn is_inert(report: &StatusReport) {
    let book = Book::of(report);
    let lang = report.language;
    for (n, sheet) in SHEETS.iter().enumerate() {
        let name = sheet.of(lang);
        assert_eq!(book.formulas(name), Vec::<String>::new());
        let part = book.part(&format!("xl/worksheets/sheet{}.xml", n + 1));
        for calculating in [
            "<f",
            "<hyperlink",
            "t=\"str\"",
            "<dataValidation",
            "<oleObject",
        ] {
            assert!(!part.contains(calculating), "{calculating}");
        }
        for cell in book.rows(name).iter().flatten() {
            if let Cell::Text(text) = cell {
                assert_eq!(&in_cell(text), text);
            }
        }
    }
    let parts = book.parts();
    let outside = |part: &String| part.contains("externalLink") || part.contains("vba");
    assert!(!parts.iter().any(outside), "{parts:?}");
    let links = parts.iter().filter(|part| part.contains(".rels"));
    for part in links {
        assert!(!book.part(part).contains("External"), "{part}");
    }
    let rows = book.rows(heads::TASKS.of(lang));
    let (names, rows) = table(&rows);
    for (row, (_, item)) in rows.iter().zip(items(report)) {
        let found = under(&names, row, heads::TASK, lang);
        assert_eq!(found, &text(&in_cell(&item.text)));
    }
}

fn hard(report: &StatusReport) -> StatusReport {
    with_texts(report, &NASTY.map(ToOwned::to_owned))
}

#[test]
fn no_cell_is_a_formula_or_a_link() {
    for report in situations() {
        is_inert(&report);
        is_inert(&hard(&report));
    }
}

#[test]
fn what_is_too_long_for_a_cell_or_the_foot_is_cut() {
    let mut report = report(&open_week(), FRIDAY, Lang::Zh);
    report.school.name = "&P青山小学".repeat(200);
    report.checklists[0].requirements[0].items[0].text = "字".repeat(40_000);
    let book = Book::of(&report);
    let rows = book.rows(heads::TASKS.zh);
    let Cell::Text(cut) = &rows[3][2] else {
        unreachable!("a text");
    };
    assert_eq!(
        (cut.chars().count(), cut.chars().last()),
        (32_767, Some('…'))
    );
    let foot = all_between(
        &book.part("xl/worksheets/sheet2.xml"),
        "<oddFooter>",
        "</oddFooter>",
    );
    assert_eq!(foot[0].matches("&amp;P").count(), 1, "{foot:?}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_makes_a_formula(
        texts in nasty_texts("[<>&_x0-9\\t\\n =+@-]{0,6}"),
    ) {
        thread_local! {
            static REPORT: StatusReport = shortened(report(&amended_week(), LATER, Lang::En));
        }
        REPORT.with(|report| is_inert(&with_texts(report, &texts)));
    }
}

#[test]
fn every_part_is_xml_whatever_people_write() {
    let report = hard(&report(&amended_week(), LATER, Lang::Zh));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.xlsx");
    std::fs::write(&path, Book::of(&report).bytes).expect("written");
    let program = "import sys, zipfile, xml.dom.minidom as dom\n\
        book = zipfile.ZipFile(sys.argv[1])\n\
        for name in book.namelist(): dom.parseString(book.read(name))";
    let python = Command::new("python3")
        .args(["-c", program])
        .arg(path)
        .output();
    let Ok(output) = python else {
        println!("skipped: no python3");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// Whether `soffice` is there; where everything is tested, it has to be.
fn has_office() -> bool {
    let asked = Command::new("soffice").arg("--version").output();
    let is_there = asked.is_ok_and(|output| output.status.success());
    assert!(
        is_there || std::env::var_os("CI").is_none(),
        "no soffice, which .ci/run installs"
    );
    is_there
}

/// Has `soffice` write the file of that folder in another form.
fn convert(folder: &Path, file: &str, to: &str) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, file])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("soffice");
    assert!(output.status.success(), "{output:?}");
}

/// A cell as a spreadsheet shows it.
fn shown(cell: &Cell, is_rate: bool) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Day(day) => day.clone(),
        Cell::Number(number) if is_rate => format!("{:.1}%", number * 100.0),
        Cell::Number(number) => number.to_string(),
    }
}

#[test]
fn libreoffice_shows_every_cell_as_it_is() {
    if !has_office() {
        println!("skipped: no soffice");
        return;
    }
    let (amended, folder) = (amended_week(), tempfile::tempdir().expect("a folder"));
    for lang in Lang::ALL {
        let report = report(&amended, LATER, lang);
        for (name, report) in [("plain", &report), ("hard", &hard(&report))] {
            let (book, file) = (Book::of(report), format!("{name}-{lang}"));
            std::fs::write(folder.path().join(format!("{file}.xlsx")), &book.bytes)
                .expect("written");
            // Every sheet, as UTF-8, each cell as it is shown.
            let sheets =
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
            convert(folder.path(), &format!("{file}.xlsx"), sheets);
            for sheet in SHEETS {
                let path = folder.path().join(format!("{file}-{}.csv", sheet.of(lang)));
                let found = std::fs::read_to_string(&path).expect("a sheet");
                compare(&book.rows(sheet.of(lang)), &found, sheet);
            }
        }
    }
}

fn compare(rows: &Rows, csv: &str, sheet: Phrase) {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .flexible(true)
        .from_reader(csv.as_bytes());
    let found: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(found.len(), rows.len());
    for (found, row) in found.iter().zip(rows) {
        for (n, cell) in row.iter().enumerate() {
            let is_rate = sheet == heads::SUMMARY && [8, 9].contains(&n);
            let found = found.get(n).unwrap_or_default();
            assert_eq!(found, shown(cell, is_rate), "{} {row:?}", sheet.en);
        }
    }
}

#[test]
fn libreoffice_prints_it_with_its_text() {
    if !has_office() {
        println!("skipped: no soffice");
        return;
    }
    let (amended, folder) = (amended_week(), tempfile::tempdir().expect("a folder"));
    for lang in Lang::ALL {
        let report = report(&amended, LATER, lang);
        let file = format!("{lang}.xlsx");
        std::fs::write(folder.path().join(&file), Book::of(&report).bytes).expect("written");
        convert(folder.path(), &file, "pdf");
        let pdf = folder.path().join(format!("{lang}.pdf"));
        let read = Command::new("pdftotext")
            .args(["-layout"])
            .arg(&pdf)
            .arg("-")
            .output();
        let Ok(read) = read else {
            assert!(
                std::env::var_os("CI").is_none(),
                "no pdftotext, which .ci/run installs"
            );
            println!("skipped: no pdftotext");
            return;
        };
        let text = String::from_utf8(read.stdout).expect("UTF-8");
        let pages: Vec<&str> = text
            .split('\u{c}')
            .filter(|page| !page.trim().is_empty())
            .collect();
        assert!(pages.len() > 4);
        for page in pages {
            assert!(
                page.contains("2022-W11"),
                "the title is on every page: {page}"
            );
        }
        let gate = &reported(&report, "0.4").id;
        assert!(text.contains(gate.as_str()));
    }
}
