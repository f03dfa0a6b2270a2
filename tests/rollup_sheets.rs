//! A roll-up as CSV and as a workbook, both taken apart again: every number is the roll-up's, and
//! nothing that somebody typed becomes anything but text.

#[path = "support/bureau.rs"]
mod bureau;
#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;
#[path = "support/workbook.rs"]
mod workbook;

use bureau::{checked, district, nasty_checked, nothing};
use duban::format::{RollUpForm, write_rollup};
use duban::rollup::{
    Break, Fate, Rate, Returns, RollUpReport, SchoolLine, Spread, Standing, Standings,
};
use duban::text::rollup::{figures, files, ledger, page, records, sheet as words, short};
use duban::text::{Lang, Phrase, sheet, words as names};
use workbook::{Book, Cell, Rows, all_between};

fn csv(report: &RollUpReport) -> String {
    let bytes = write_rollup(report, RollUpForm::Csv).expect("CSV");
    String::from_utf8(bytes).expect("UTF-8")
}

/// The rows, heading first, as the csv crate reads them.
fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(ToOwned::to_owned).collect())
        .collect()
}

fn book(report: &RollUpReport) -> Book {
    let bytes = write_rollup(report, RollUpForm::Xlsx).expect("a workbook");
    Book { bytes }
}

fn word(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn count(number: u64) -> Cell {
    Cell::Number(number as f64)
}

fn rate(percent: Option<f64>) -> Cell {
    percent.map_or_else(|| word("–"), |percent| Cell::Number(percent / 100.0))
}

fn day(day: Option<chrono::NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, |day| Cell::Day(day.to_string()))
}

/// What the model says of a school, as a workbook has it.
fn of_school(line: &SchoolLine, report: &RollUpReport) -> Vec<Cell> {
    let (columns, lang) = (report.columns.len(), report.language);
    let mut cells = vec![
        word(&line.id),
        word(&line.name),
        word(names::school_kind(line.kind, lang)),
        word(line.district.as_deref().unwrap_or_default()),
        word(line.contact.as_deref().unwrap_or_default()),
        word(figures::returned(line.returned, lang)),
    ];
    let Some(of) = &line.figures else {
        cells.resize(24 + columns + 3 * report.measures.len(), Cell::Empty);
        return cells;
    };
    let signed = of.signed.as_ref();
    let gate = match of.gates_closed.as_slice() {
        [] => page::GATE_OPEN.of(lang).to_owned(),
        items => sheet::names(items, lang),
    };
    cells.push(day(Some(of.handed_in)));
    cells.push(count(of.days_late));
    cells.extend(of_rate(&of.rate));
    cells.push(line.change.map_or(Cell::Empty, Cell::Number));
    cells.extend([
        count(of.findings.open),
        count(of.findings.past_limit),
        count(of.findings.closed),
        word(gate),
        count(of.inspections),
        count(of.disagreements),
        signed.map_or(Cell::Empty, |signed| word(&signed.by)),
        day(signed.map(|signed| signed.on)),
        word(&of.file),
    ]);
    assert_eq!(of.requirements.0.len(), columns);
    cells.extend(of.requirements.0.iter().map(|of| rate(of.percent())));
    for measure in &report.measures {
        let mut given = of.measures.iter();
        match given.find(|given| given.item == measure.item) {
            None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]),
            Some(given) => cells.extend([
                count(given.value),
                given.of.map_or(Cell::Empty, count),
                rate(given.percent()),
            ]),
        }
    }
    cells
}

fn of_rate(of: &Rate) -> Vec<Cell> {
    let counts = [of.required, of.done, of.late, of.overdue, of.waived].map(count);
    counts.into_iter().chain([rate(of.percent)]).collect()
}

fn of_returns(of: &Returns, totals: &Rate) -> Vec<Cell> {
    let counts = [
        of.all,
        of.reported,
        of.nothing_to_report,
        of.late,
        of.not_reported,
    ];
    let counts = counts.map(count).into_iter();
    counts.chain(of_rate(totals)).collect()
}

fn of_pool(of: &Rate, spread: &Spread, left_out: u64) -> Vec<Cell> {
    let mut cells = of_rate(of);
    cells.push(count(spread.schools));
    let rates = [
        spread.lowest,
        spread.lower_quarter,
        spread.median,
        spread.highest,
    ];
    cells.extend(rates.map(rate));
    cells.push(count(left_out));
    cells
}

/// The cells of CSV for those of a workbook.
fn in_csv(cell: &Cell, is_rate: bool) -> String {
    match cell {
        Cell::Text(text) if text == "–" => String::new(),
        Cell::Text(text) | Cell::Day(text) => text.clone(),
        Cell::Empty => String::new(),
        Cell::Number(number) if is_rate => format!("{:.1}", number * 100.0),
        Cell::Number(number) => number.to_string(),
    }
}

fn body(book: &Book, name: duban::text::Phrase, lang: Lang) -> Rows {
    let rows = book.rows(name.of(lang));
    rows.into_iter().skip(3).collect()
}

/// Numbers are compared to what a cell can hold of them.
fn assert_same(found: &[Vec<Cell>], expected: &[Vec<Cell>]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        let mut expected = expected.clone();
        expected.resize(found.len().max(expected.len()), Cell::Empty);
        for (n, (a, b)) in found.iter().zip(&expected).enumerate() {
            match (a, b) {
                (Cell::Number(a), Cell::Number(b)) if (a - b).abs() < 1e-9 => {}
                _ => assert_eq!(a, b, "column {n} of {expected:?}"),
            }
        }
    }
}

fn schools(report: &RollUpReport) -> Rows {
    let lines = report.schools.iter();
    lines.map(|line| of_school(line, report)).collect()
}

#[test]
fn csv_has_a_row_for_each_school_with_the_numbers_of_the_roll_up() {
    for lang in Lang::ALL {
        let report = district(lang);
        let text = csv(&report);
        assert_eq!(text.matches("\r\n").count(), report.schools.len() + 1);
        assert_eq!(text.matches('\n').count(), report.schools.len() + 1);
        let rows = read(&text);
        let (heads, rows) = rows.split_first().expect("headings");
        let numbers = 25 + report.columns.len();
        assert_eq!(heads.len(), numbers + 3 * report.measures.len());
        assert_eq!(heads[25..numbers], report.columns);
        assert!(!report.measures.is_empty(), "there are numbers");
        for (of, heads) in report.measures.iter().zip(heads[numbers..].chunks(3)) {
            let item = &of.item;
            let expected = match lang {
                Lang::Zh => ["现数", "目标值", "达成率（%）"].map(|of| format!("{item} {of}")),
                Lang::En => ["value", "target", "percent"].map(|of| format!("{item}_{of}")),
            };
            assert_eq!(heads, expected);
        }
        assert_eq!(heads[14], words::csv::PERCENT.of(lang));
        assert_eq!(rows.len() as u64, report.returns.all);
        for (row, cells) in rows.iter().zip(schools(&report)) {
            assert_eq!(row[0], report.week.to_string());
            for (n, cell) in cells.iter().enumerate() {
                let found = &row[n + 1];
                let is_share = n + 1 >= numbers && (n + 1 - numbers) % 3 == 2;
                let is_rate = n == 13 || (24..numbers - 1).contains(&n) || is_share;
                let expected = in_csv(cell, is_rate);
                // A change of 0 points is written as 0.0.
                let is_same = n == 14 && found.parse::<f64>().ok() == expected.parse().ok();
                assert!(is_same || *found == expected, "{n}: {found} {expected}");
            }
        }
    }
}

#[test]
fn the_sheet_of_schools_has_numbers_as_numbers_and_ids_as_texts() {
    for lang in Lang::ALL {
        let report = district(lang);
        let book = book(&report);
        let rows = body(&book, words::SCHOOLS, lang);
        assert_same(&rows, &schools(&report));
        let heads = &book.rows(words::SCHOOLS.of(lang))[2];
        for (head, name) in heads[24..].iter().zip(&report.columns) {
            assert!(matches!(head, Cell::Text(head) if head.starts_with(name)));
        }
        let items = report.measures.iter().flat_map(|of| [of; 3]);
        for (head, of) in heads[24 + report.columns.len()..].iter().zip(items) {
            assert!(
                matches!(head, Cell::Text(head) if head.starts_with(&of.item) && head.ends_with(&of.text))
            );
        }
    }
}

#[test]
fn requirements_and_items_are_there_the_weakest_first() {
    for lang in Lang::ALL {
        let report = district(lang);
        let book = book(&report);
        let (mut requirements, mut items) = (Vec::new(), Vec::new());
        for of in &report.requirements {
            let name = word(format!("{}/{}", of.checklist, of.id));
            let cells = of_pool(&of.rate, &of.spread, of.left_out);
            requirements.push([vec![name, word(&of.title)], cells].concat());
            for item in &of.items {
                let name = word(format!("{}/{}", of.checklist, item.id));
                let under = word(format!("{} {}", of.id, of.title));
                let cells = of_pool(&item.rate, &item.spread, item.left_out);
                items.push([vec![name, word(&item.text), under], cells].concat());
            }
        }
        assert!(items.len() > requirements.len());
        assert_same(&body(&book, words::REQUIREMENTS, lang), &requirements);
        assert_same(&body(&book, words::ITEMS, lang), &items);
    }
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn measures_have_their_sums_shares_and_pace() {
    for lang in Lang::ALL {
        let report = district(lang);
        assert!(report.measures.iter().any(|of| of.pace.is_some()));
        let lines = report.measures.iter().map(|of| {
            let mut cells = vec![
                word(&of.item),
                word(&of.text),
                word(&of.unit),
                count(of.schools),
                count(of.value),
                count(of.schools_with_target),
                count(of.value_with_target),
                count(of.of),
                rate(of.percent),
                count(of.left),
                count(of.left_out),
            ];
            if let Some(pace) = &of.pace {
                cells.extend([
                    word(pace.since.to_string()),
                    count(pace.schools),
                    count(pace.before),
                    count(pace.now),
                    Cell::Number(pace.added as f64),
                    count(pace.left),
                    pace.weeks_left.map_or_else(|| word("–"), count),
                ]);
            }
            cells
        });
        let lines: Rows = lines.collect();
        assert_same(&body(&book(&report), words::MEASURES, lang), &lines);
    }
}

#[test]
fn every_file_is_there_with_what_became_of_it() {
    for lang in Lang::ALL {
        let report = district(lang);
        let fates = report.fates();
        assert_eq!(fates.len() as u64, report.files.found);
        let lines = fates.iter().map(|(file, fate)| {
            let reason = match fate {
                Fate::Accepted => String::new(),
                fate => files::fate(fate, lang),
            };
            vec![
                word(&file.name),
                word(words::fate(fate).of(lang)),
                word(reason),
                word(file.digest.clone().unwrap_or_default()),
            ]
        });
        let lines: Rows = lines.collect();
        assert_same(&body(&book(&report), words::FILES, lang), &lines);
    }
}

#[test]
fn the_summary_has_the_figures_the_weeks_and_a_native_chart() {
    for lang in Lang::ALL {
        let report = district(lang);
        let book = book(&report);
        let rows = book.rows(sheet::SUMMARY.of(lang));
        let has = |cells: &[Cell]| rows.iter().any(|row| row.starts_with(cells));
        let due = day(Some(report.due));
        let all = vec![word(page::ALL_SCHOOLS.of(lang)), due];
        let figures = of_returns(&report.returns, &report.totals);
        assert!(has(&[all, figures].concat()));
        for line in &report.districts {
            let name = vec![word(line.district.clone().expect("a name")), Cell::Empty];
            assert!(has(
                &[name, of_returns(&line.returns, &line.totals)].concat()
            ));
        }
        for line in &report.weeks {
            let name = vec![word(line.week.to_string()), day(Some(line.due))];
            assert!(has(
                &[name, of_returns(&line.returns, &line.totals)].concat()
            ));
        }
        let of = &report.findings;
        let findings = [
            of.open,
            of.schools_open,
            of.past_limit,
            of.schools_past_limit,
            of.closed,
            report.gates_closed,
        ];
        assert!(has(&findings.map(count)));
        let of = &report.files;
        assert!(has(
            &[of.found, of.accepted, of.superseded, of.quarantined].map(count)
        ));
        for school in &report.not_reported {
            assert!(has(&[word(&school.id), word(&school.name)]));
        }
        let chart = book.part("xl/charts/chart1.xml");
        let ranges = all_between(&chart, "<c:f>", "</c:f>");
        let last = format!("$M${}", first_week(&rows, &report) + report.weeks.len());
        assert!(ranges.iter().any(|range| range.ends_with(&last)));
    }
}

/// The number of the row above the first week.
fn first_week(rows: &Rows, report: &RollUpReport) -> usize {
    let name = word(report.weeks[0].week.to_string());
    rows.iter().position(|row| row[0] == name).expect("a week")
}

#[test]
fn tables_are_filtered_frozen_and_printed_with_their_headings() {
    let report = district(Lang::Zh);
    let book = book(&report);
    assert_eq!(
        book.names(),
        ["汇总", "学校", "要求", "事项", "指标", "文件"]
    );
    for n in 2..=6 {
        let part = book.part(&format!("xl/worksheets/sheet{n}.xml"));
        assert!(part.contains("<autoFilter ref=\"A3:"), "{n}");
        assert!(part.contains("state=\"frozen\"") && part.contains("ySplit=\"3\""));
        assert!(part.contains("orientation=\"landscape\"") && part.contains("paperSize=\"9\""));
    }
    let workbook = book.part("xl/workbook.xml");
    assert_eq!(workbook.matches("_xlnm.Print_Titles").count(), 6);
}

#[test]
fn nothing_typed_becomes_a_formula_or_a_link() {
    for text in nasty::NASTY {
        let report = nasty_checked(text, Lang::Zh);
        let book = book(&report);
        for name in book.names() {
            assert!(book.formulas(&name).is_empty(), "{text:?} in {name}");
        }
        let parts = book.parts();
        assert!(!parts.iter().any(|part| part.contains("externalLink")));
        let sheets = parts
            .iter()
            .filter(|part| part.contains("worksheets/sheet"));
        assert!(sheets.clone().count() > 0);
        for part in sheets.filter(|part| !part.contains("_rels")) {
            assert!(!book.part(part).contains("hyperlink"), "{text:?}");
        }
        let rows = read(&csv(&report));
        assert_eq!(rows.len(), report.schools.len() + 1);
        // A number may be below nothing: that of the change is one.
        let cells = rows.iter().flatten();
        let texts = cells.filter(|cell| cell.parse::<f64>().is_err());
        for cell in texts.flat_map(|cell| cell.split(';')) {
            let first = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{fffd}');
            assert!(!first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
            assert!(!cell.contains(|c: char| c.is_control()), "{cell:?}");
        }
    }
}

/// The sheet of the schools and CSV: how each school's record stands, and why where it is not proved.
#[test]
fn with_a_ledger_every_school_has_how_its_record_stands() {
    for (lang, words_of) in [
        (Lang::Zh, ["断裂", "未证明", "已证明"]),
        (Lang::En, ["broken", "unproved", "proved"]),
    ] {
        let report = checked(lang);
        let rows = body(&book(&report), words::SCHOOLS, lang);
        let table = read(&csv(&report));
        assert_eq!(
            table[0].len(),
            27 + report.columns.len() + 3 * report.measures.len()
        );
        assert_eq!(table[0][25], words::csv::RECORD.of(lang));
        let mut found = Vec::new();
        for ((row, line), in_csv) in rows.iter().zip(&report.schools).zip(&table[1..]) {
            // A break of any week goes before how the record stands in this one.
            let broken = report.breaks_of(&line.id).into_iter().next();
            let broken = broken.map(|of| Standing::Broken(of.broken.clone()));
            let stands = broken.or_else(|| line.record.clone());
            let why = match &stands {
                None | Some(Standing::Proved { .. }) => String::new(),
                Some(standing) => ledger::standing(standing, lang),
            };
            let standing = stands.as_ref().map(|of| records::word(of).of(lang));
            let standing = standing.unwrap_or_default();
            assert_eq!(row[24..26], [word(standing), word(&why)]);
            assert_eq!(in_csv[25..27], [standing.to_owned(), why]);
            found.extend(stands.as_ref().map(|_| standing));
        }
        let broken = found.iter().filter(|word| **word == words_of[0]).count();
        assert_eq!(broken, 2, "one of them did not report");
        for word in words_of {
            assert!(found.contains(&word), "{word}");
        }
    }
}

#[test]
fn broken_records_are_in_the_summary() {
    for lang in Lang::ALL {
        let report = checked(lang);
        let rows = book(&report).rows(sheet::SUMMARY.of(lang));
        let row_of = |cells: &[Cell]| rows.iter().position(|row| row.starts_with(cells));
        assert!(row_of(&[4, 2, 1].map(count)).is_some());
        for of in report.breaks() {
            let Break { found, noticed, .. } = &of.broken;
            let cells = [
                word(&of.school),
                word(&of.name),
                word(found.week.to_string()),
                word("林老师 0591-8330"),
                day(Some(*noticed)),
            ];
            let row = row_of(&cells).expect("a row");
            assert_eq!(rows[row + 1][0], word(ledger::fault(&of.broken, lang)));
        }
        let said = |report: &RollUpReport, words: Phrase| {
            let rows = book(report).rows(sheet::SUMMARY.of(lang));
            rows.iter().any(|row| row[0] == word(words.of(lang)))
        };
        assert!(!said(&report, records::NONE_BROKEN));
        let mut unbroken = district(lang);
        assert!(!said(&unbroken, records::RECORDS));
        unbroken.enter(&Standings::default());
        assert!(said(&unbroken, records::NONE_BROKEN));
    }
}

#[test]
fn an_id_under_which_several_names_came_in_is_in_the_summary() {
    for lang in Lang::ALL {
        let mut report = district(lang);
        report.shared_ids = vec![bureau::shared_id()];
        let rows = book(&report).rows(sheet::SUMMARY.of(lang));
        let told = word(short::shared_id(&bureau::shared_id(), lang));
        assert!(rows.iter().any(|row| row[0] == told));
        // And beside the school, in the sheet and in CSV.
        let table = read(&csv(&report));
        let column = table[0]
            .iter()
            .position(|head| head == words::csv::OTHER_NAMES.of(lang));
        let column = column.expect("a column");
        let row = table.iter().find(|row| row[1] == bureau::shared_id().id);
        let other = &bureau::shared_id().others[0].name;
        assert!(row.expect("the school")[column].contains(other));
        let told = body(&book(&report), words::SCHOOLS, lang);
        assert!(
            told.iter()
                .flatten()
                .any(|cell| matches!(cell, Cell::Text(text) if text.contains(other)))
        );
    }
}

#[test]
fn a_roll_up_of_nothing_is_written_too() {
    for lang in Lang::ALL {
        let report = nothing(lang);
        assert_eq!(read(&csv(&report)).len(), 1);
        let rows = body(&book(&report), words::SCHOOLS, lang);
        assert_eq!(rows[0][0], word(words::NO_SCHOOLS.of(lang)));
    }
}
