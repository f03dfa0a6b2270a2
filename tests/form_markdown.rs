//! A report as Markdown, taken apart by a reader of it: every number is the model's, and nothing that
//! a person wrote is markup.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;

use duban::assess::Totals;
use duban::format::{Form, write_report};
use duban::report::{ItemReport, StatusReport};
use duban::text::{Lang, visible};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use school::week;
use std::sync::LazyLock;

fn report(lang: Lang) -> StatusReport {
    static REPORTS: LazyLock<[StatusReport; 2]> = LazyLock::new(|| {
        let place = busy::amended_week();
        Lang::ALL.map(|lang| {
            let report = place.at(busy::LATER).report(week("2022-W11"), None, lang);
            report.expect("a report")
        })
    });
    let mut reports = REPORTS.iter().filter(|report| report.language == lang);
    reports.next().expect("both").clone()
}

fn written(report: &StatusReport) -> String {
    let bytes = write_report(report, Form::Markdown).expect("Markdown");
    String::from_utf8(bytes).expect("UTF-8")
}

/// What stands below a heading.
#[derive(Debug, Default)]
struct Part {
    level: usize,
    heading: String,
    paragraphs: Vec<String>,
    entries: Vec<String>,
    tables: Vec<Vec<Vec<String>>>,
}

/// The page as a reader sees it. There may be nothing in it but what the writer puts there itself.
fn read(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut said = String::new();
    // Everything that a reader may understand; the form of quotation marks is no markup.
    let all = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(text, all) {
        match event {
            Event::Text(text) => said.push_str(&text),
            Event::SoftBreak | Event::HardBreak => unreachable!("a text on two lines: {said}"),
            Event::Rule => {}
            Event::Start(tag) => {
                said.clear();
                match tag {
                    Tag::Heading { level, .. } => parts.push(Part {
                        level: level as usize,
                        ..Part::default()
                    }),
                    Tag::Table(_) => parts.last_mut().expect("a part").tables.push(Vec::new()),
                    Tag::TableHead | Tag::TableRow => {
                        let tables = &mut parts.last_mut().expect("a part").tables;
                        tables.last_mut().expect("a table").push(Vec::new());
                    }
                    Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::TableCell => {}
                    Tag::Strong => said.clear(),
                    other => unreachable!("markup: {other:?}"),
                }
            }
            Event::End(tag) => {
                let Some(part) = parts.last_mut() else {
                    continue;
                };
                match tag {
                    TagEnd::Heading(_) => part.heading.clone_from(&said),
                    TagEnd::Paragraph => part.paragraphs.push(said.clone()),
                    TagEnd::Item => part.entries.push(said.clone()),
                    TagEnd::TableCell => {
                        let rows = part.tables.last_mut().expect("a table");
                        rows.last_mut().expect("a row").push(said.clone());
                    }
                    _ => {}
                }
            }
            other => unreachable!("markup: {other:?}"),
        }
    }
    parts
}

fn items(report: &StatusReport) -> Vec<&ItemReport> {
    let requirements = report.checklists.iter().flat_map(|c| &c.requirements);
    requirements.flat_map(|r| &r.items).collect()
}

fn rate(percent: Option<f64>) -> String {
    percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent:.1}%"))
}

/// The parts below the heading of the second level at `place`.
fn section(parts: &[Part], place: usize) -> &[Part] {
    let starts: Vec<usize> = (0..parts.len()).filter(|n| parts[*n].level == 2).collect();
    let end = starts.get(place + 1).copied().unwrap_or(parts.len());
    &parts[starts[place]..end]
}

fn totals_row(totals: &Totals) -> Vec<String> {
    let numbers = [
        totals.required,
        totals.done,
        totals.late,
        totals.late_entered,
        totals.overdue,
        totals.waived,
    ];
    let mut row: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    row.push(rate(totals.percent));
    row
}

#[test]
fn the_figures_are_those_of_the_week_and_the_one_before() {
    for lang in Lang::ALL {
        let report = report(lang);
        let parts = read(&written(&report));
        let table = &section(&parts, 0)[0].tables[0];
        let last = report.summary.last.as_ref().expect("a week before");
        for (column, figures) in [(1, &report.summary.this), (2, last)] {
            let found: Vec<&str> = table.iter().map(|row| row[column].as_str()).collect();
            let totals = &figures.totals;
            let mut expected = vec![figures.week.to_string()];
            expected.extend(totals_row(totals));
            expected.push(rate(totals.weighted_percent));
            let counts = [
                figures.findings_opened,
                figures.findings_closed,
                figures.findings_open,
                figures.postponed,
            ];
            expected.extend(counts.iter().map(ToString::to_string));
            assert_eq!(found, expected, "{lang}");
        }
    }
}

#[test]
fn the_totals_of_every_requirement_and_checklist_are_there() {
    for lang in Lang::ALL {
        let report = report(lang);
        let parts = read(&written(&report));
        let tables: Vec<_> = section(&parts, 1)
            .iter()
            .flat_map(|part| &part.tables)
            .collect();
        assert_eq!(tables.len(), report.checklists.len());
        for (table, checklist) in tables.iter().zip(&report.checklists) {
            let requirements = checklist.requirements.iter().map(|of| &of.totals);
            let expected = requirements.chain([&checklist.totals]).map(totals_row);
            let expected: Vec<_> = expected.collect();
            let found: Vec<_> = table[1..].iter().map(|row| row[1..].to_vec()).collect();
            assert_eq!(found, expected, "{lang}");
        }
    }
}

#[test]
fn what_is_overdue_open_or_measured_is_listed_one_by_one() {
    for lang in Lang::ALL {
        let report = report(lang);
        let parts = read(&written(&report));
        let overdue: Vec<_> = items(&report)
            .into_iter()
            .filter(|i| i.overdue > 0)
            .collect();
        let entries = &section(&parts, 2)[0].entries;
        assert_eq!(entries.len(), overdue.len());
        for (entry, item) in entries.iter().zip(overdue) {
            assert!(entry.contains(&item.text), "{entry}");
            assert!(entry.contains(&format!(" {} ", item.overdue)), "{entry}");
        }

        let mut open: Vec<_> = report
            .findings
            .iter()
            .filter(|f| f.closed.is_none())
            .collect();
        open.sort_by_key(|finding| finding.due);
        let rows = &section(&parts, 3)[0].tables[0][1..];
        assert_eq!(rows.len(), open.len());
        for (row, finding) in rows.iter().zip(open) {
            let due = finding.due.to_string();
            assert_eq!(
                row[..4],
                [&finding.id.0, &finding.text, &finding.owner, &due].map(Clone::clone)
            );
            let left = (finding.due - report.as_of).num_days().unsigned_abs();
            assert!(left == 0 || row[4].contains(&left.to_string()), "{row:?}");
        }

        let measured = items(&report)
            .into_iter()
            .filter_map(|i| i.measure.as_ref());
        let rows = &section(&parts, 4)[0].tables[0][1..];
        let expected: Vec<[String; 3]> = measured
            .map(|m| {
                let of = m.of.map_or_else(|| "–".to_owned(), |of| of.to_string());
                [m.value.to_string(), of, rate(m.percent)]
            })
            .collect();
        let found: Vec<_> = rows.iter().map(|row| row[1..4].to_vec()).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn every_item_has_its_row_with_its_numbers() {
    for lang in Lang::ALL {
        let report = report(lang);
        let parts = read(&written(&report));
        let last = parts
            .iter()
            .rposition(|part| part.level == 2)
            .expect("the items");
        let tables = parts[last..].iter().flat_map(|part| &part.tables);
        let rows: Vec<&Vec<String>> = tables.flat_map(|table| &table[1..]).collect();
        let items = items(&report);
        assert_eq!(rows.len(), items.len());
        for (row, item) in rows.iter().zip(items) {
            assert_eq!(row[0], format!("{} {}", item.id, item.text));
            assert_eq!(row[2], format!("{}/{}", item.done, item.required));
            let numbers = [item.late, item.overdue, item.waived].map(|n| n.to_string());
            assert_eq!(row[3..6], numbers);
            assert_eq!(row[6], item.owner.clone().unwrap_or_default());
        }
    }
}

#[test]
fn notices_plans_and_differences_are_all_there() {
    for lang in Lang::ALL {
        let report = report(lang);
        let parts = read(&written(&report));
        let all: Vec<&str> = parts
            .iter()
            .flat_map(|p| &p.entries)
            .map(String::as_str)
            .collect();
        let notices = report.notices.iter().flat_map(|notice| &notice.lines);
        let (mut count, mut expected) = (0, 0);
        for line in notices {
            expected += 1;
            let is_told =
                |entry: &&&str| entry.contains(&line.reason) && entry.starts_with(&line.item);
            count += usize::from(all.iter().any(|entry| is_told(&entry)));
        }
        assert!(expected > 3 && count == expected, "{count} of {expected}");
        for of in &report.plan {
            assert!(all.iter().any(|entry| entry.contains(&of.reason)));
        }
        let differ = report.disagreements.iter();
        assert!(differ.clone().count() > 0);
        for of in differ {
            assert!(all.iter().any(|entry| entry.contains(&of.inspection.by)));
        }
    }
}

#[test]
fn nothing_that_a_person_wrote_is_markup() {
    for text in nasty::NASTY {
        let report = nasty::nasty(&report(Lang::Zh), text);
        let page = written(&report);
        let parts = read(&page);
        let shown = visible(text);
        let rows = parts.iter().flat_map(|part| &part.tables).flatten();
        let mut rows = rows.filter(|row| row.len() == 8);
        assert!(rows.any(|row| row[6] == shown.trim()), "{text:?}\n{page}");
        for part in &parts {
            for table in &part.tables {
                let width = table[0].len();
                assert!(table.iter().all(|row| row.len() == width), "{text:?}");
            }
        }
        let harmless = |c: char| c == '\n' || !c.is_control() && c != '\u{202e}';
        assert!(page.chars().all(harmless));
    }
}

#[test]
fn the_same_report_gives_the_same_page() {
    let report = report(Lang::En);
    assert_eq!(written(&report), written(&report));
}
