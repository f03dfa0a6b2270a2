//! A report as CSV: two other readers find in it what the model says, and no cell is a formula.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty_cells.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;

use busy::{FRIDAY, LATER, amended_week, open_week, signed_week};
use duban::assess::percent;
use duban::format::{Form, write_report};
use duban::report::{ItemReport, StatusReport};
use duban::text::{Lang, visible, words};
use nasty::{NASTY, nasty_texts, shortened, with_texts};
use proptest::prelude::*;
use school::{Place, reported, week};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// A row by the headings of its columns.
type Row = BTreeMap<String, String>;

/// The headings that numbers and days stand under, in Chinese and in English.
const FIGURES: [[&str; 2]; 13] = [
    ["应办", "required"],
    ["已办", "done"],
    ["迟办", "late"],
    ["逾期", "overdue"],
    ["不适用", "waived"],
    ["完成率（%）", "percent"],
    ["时限", "due"],
    ["原时限", "first_due"],
    ["最近完成", "last_done"],
    ["指标数", "measure_value"],
    ["指标目标", "measure_target"],
    ["达成率（%）", "measure_percent"],
    ["督查日期", "inspected_on"],
];

fn report(place: &Place, now: &str, lang: Lang) -> StatusReport {
    let report = place.at(now).report(week("2022-W11"), None, lang);
    report.expect("a report")
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

fn written(report: &StatusReport) -> String {
    let bytes = write_report(report, Form::Csv).expect("CSV");
    String::from_utf8(bytes).expect("UTF-8")
}

fn without_mark(csv: &str) -> &str {
    csv.strip_prefix('\u{feff}').expect("a byte order mark")
}

/// The rows, heading first, as the csv crate reads them.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(without_mark(csv).as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(ToOwned::to_owned).collect())
        .collect()
}

fn by_heading(rows: &[Vec<String>]) -> Vec<Row> {
    let (heads, rows) = rows.split_first().expect("headings");
    let row = |row: &Vec<String>| heads.iter().cloned().zip(row.iter().cloned()).collect();
    rows.iter().map(row).collect()
}

fn in_lang(heading: [&'static str; 2], lang: Lang) -> &'static str {
    let [zh, en] = heading;
    if lang == Lang::Zh { zh } else { en }
}

/// What the model says under the headings of [`FIGURES`].
fn figures(item: &ItemReport) -> [String; 13] {
    let number = |number: Option<u64>| number.map_or_else(String::new, |n| n.to_string());
    let rate = |rate: Option<f64>| rate.map_or_else(String::new, |rate| format!("{rate:.1}"));
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
    let measure = item.measure.as_ref();
    let inspected = item
        .inspections
        .iter()
        .map(|inspection| inspection.on)
        .max();
    [
        item.required.to_string(),
        item.done.to_string(),
        item.late.to_string(),
        item.overdue.to_string(),
        item.waived.to_string(),
        rate(percent(item.done, item.required)),
        day(item.due),
        day(item.first_due),
        day(item.completions.last().map(|last| last.on)),
        number(measure.map(|measure| measure.value)),
        number(measure.and_then(|measure| measure.of)),
        rate(measure.and_then(|measure| measure.percent)),
        day(inspected),
    ]
}

fn check(report: &StatusReport, rows: &[Row]) {
    let lang = report.language;
    let id = in_lang(["事项编号", "item_id"], lang);
    let status = in_lang(["状态", "status"], lang);
    let text = in_lang(["事项", "item"], lang);
    let mut rows = rows.iter();
    for checklist in &report.checklists {
        for item in checklist.requirements.iter().flat_map(|r| &r.items) {
            let row = rows.next().expect("a row for each item");
            assert_eq!(row[id], format!("{}/{}", checklist.id, item.id));
            assert_eq!(row[status], words::status(item.status, lang));
            assert_eq!(row[text], item.text);
            for (heading, figure) in FIGURES.into_iter().zip(figures(item)) {
                let heading = in_lang(heading, lang);
                assert_eq!(row[heading], figure, "{}, {heading}", row[id]);
            }
        }
    }
    assert_eq!(rows.next(), None);
}

#[test]
fn every_number_and_day_is_the_models() {
    for report in situations() {
        let rows = by_heading(&read(&written(&report)));
        check(&report, &rows);
        let lang = report.language;
        let sum = |heading| -> u64 {
            let heading = in_lang(heading, lang);
            rows.iter()
                .map(|row| row[heading].parse::<u64>().expect("a number"))
                .sum()
        };
        let totals = report.totals;
        let sums = FIGURES.map(|heading| heading).into_iter().take(5).map(sum);
        let of = [
            totals.required,
            totals.done,
            totals.late,
            totals.overdue,
            totals.waived,
        ];
        assert_eq!(sums.collect::<Vec<u64>>(), of);
        let school = in_lang(["学校", "school"], lang);
        let week = in_lang(["周次", "week"], lang);
        let as_of = in_lang(["截至", "as_of"], lang);
        for row in &rows {
            assert_eq!(row[school], report.school.name);
            assert_eq!(row[week], report.week.to_string());
            assert_eq!(row[as_of], report.as_of.to_string());
        }
    }
}

#[test]
fn what_stands_about_an_item_is_in_its_row() {
    let report = report(&amended_week(), LATER, Lang::Zh);
    let rows = by_heading(&read(&written(&report)));
    let row = |id: &str| {
        let mut rows = rows.iter();
        let id = format!("taijiang-2022/{id}");
        rows.find(|row| row["事项编号"] == id).expect("a row")
    };
    assert_eq!(row("5.10")["事项编号"], "taijiang-2022/5.10");
    let gate = row("0.4");
    assert_eq!(reported(&report, "0.4").findings.len(), 1);
    let finding = &reported(&report, "0.4").findings[0];
    let said = format!("{finding} 登记簿缺体温一栏（待整改）");
    assert_eq!(gate["存在问题"], said);
    assert_eq!((&*gate["督查"], &*gate["督查人"]), ("不合格", "督导员周敏"));
    assert!(gate["督查情况"].contains("登记簿缺体温"), "{gate:?}");
    let put_off = &row("3.5")["备注"];
    assert!(
        put_off.contains("延期至 2022-03-22：检测点周二才来"),
        "{put_off}"
    );
    assert!(row("5.11")["备注"].contains("不适用：停用"));
    assert!(row("3.3")["备注"].contains("还有 1,603 人"));
    assert_eq!(row("3.1")["佐证"], "晨检表.pdf");
    assert_eq!(
        row("3.3")["指标单位"],
        reported(&report, "3.3")
            .measure
            .as_ref()
            .expect("a measure")
            .unit
    );
}

#[test]
fn it_is_what_spreadsheets_take_for_csv() {
    for report in situations() {
        let csv = written(&report);
        let lines = without_mark(&csv).split("\r\n").count();
        let items = report.checklists.iter().flat_map(|c| &c.requirements);
        let items: usize = items.map(|requirement| requirement.items.len()).sum();
        assert_eq!(lines, items + 2);
        assert!(csv.ends_with("\r\n"));
        assert!(!csv.replace("\r\n", "").contains(['\r', '\n', '\u{0}']));
        let rows = read(&csv);
        let width = rows[0].len();
        assert!(rows.iter().all(|row| row.len() == width));
        assert_eq!(
            written(&report),
            csv,
            "the same report gives the same bytes"
        );
    }
}

#[test]
fn python_reads_the_same() {
    for report in situations() {
        let hard = with_texts(&report, &NASTY.map(ToOwned::to_owned));
        for report in [report, hard] {
            let csv = written(&report);
            let Some(found) = python(&csv) else {
                println!("skipped: no python3");
                return;
            };
            assert_eq!(found, read(&csv));
        }
    }
}

/// The rows as Python's csv module reads them.
fn python(csv: &str) -> Option<Vec<Vec<String>>> {
    let program = "import csv, io, json, sys\n\
        text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline='')\n\
        json.dump(list(csv.reader(text, strict=True)), sys.stdout)";
    let python = Command::new("python3")
        .args(["-c", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut python = python.ok()?;
    let mut input = python.stdin.take().expect("its input");
    input.write_all(csv.as_bytes()).expect("written to it");
    drop(input);
    let output = python.wait_with_output().expect("its output");
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).expect("rows"))
}

/// Whether a spreadsheet would calculate it, also one that parts cells at semicolons.
fn is_formula(cell: &str) -> bool {
    let begins = |cell: &str| {
        let cell = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
        cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    };
    cell.split(';').any(begins) || cell.starts_with(['\t', '\r', '\n'])
}

fn is_inert(report: &StatusReport) {
    let csv = written(report);
    for cell in read(&csv).iter().flatten() {
        assert!(!is_formula(cell), "{cell:?}");
        assert_eq!(visible(cell), *cell, "no control code");
    }
}

#[test]
fn no_cell_is_a_formula() {
    for report in situations() {
        is_inert(&report);
        let hard = with_texts(&report, &NASTY.map(ToOwned::to_owned));
        is_inert(&hard);
        let cells = read(&written(&hard)).concat();
        let apostrophed = |cell: &String| cell.starts_with("'=cmd|");
        assert!(
            cells.iter().any(apostrophed),
            "it was there to be made inert"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_makes_a_formula(
        texts in nasty_texts("[;,\"'\t =+@-]{0,4}"),
    ) {
        thread_local! {
            static REPORT: StatusReport = shortened(report(&amended_week(), LATER, Lang::En));
        }
        REPORT.with(|report| is_inert(&with_texts(report, &texts)));
    }
}
