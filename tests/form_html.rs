//! The report as a page, taken apart again: every number on it is the report's, and nothing that
//! somebody typed becomes anything but text.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{FRIDAY, LATER, amended_week, open_week, sign, signed_week};
use chrono::{Datelike, NaiveDate};
use duban::assess::Totals;
use duban::fact::FindingState;
use duban::format::{Form, write_report};
use duban::report::{ItemReport, StatusReport};
use duban::text::{Lang, visible, words};
use duban::workspace::ReportAsked;
use roxmltree::{Document, Node, ParsingOptions};
use school::{Place, order, timeless, week};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

fn report(place: &Place, now: &str, of: &str, lang: Lang) -> StatusReport {
    let asked = ReportAsked {
        week: week(of),
        as_of: None,
        lang,
        with_background: true,
    };
    place.at(now).report_asked(asked).expect("a report")
}

/// Reports with some of everything, and with nothing.
fn reports() -> &'static [StatusReport] {
    static REPORTS: OnceLock<Vec<StatusReport>> = OnceLock::new();
    REPORTS.get_or_init(of_all_kinds)
}

fn of_all_kinds() -> Vec<StatusReport> {
    let (open, signed, amended) = (open_week(), signed_week(), amended_week());
    let quiet = Place::new(&["taijiang-2022"]);
    let mut reports = vec![
        report(&Place::new(&[]), FRIDAY, "2022-W11", Lang::Zh),
        report(&open, FRIDAY, "2021-W52", Lang::En),
        report(&open, "2022-10-03 09:00", "2022-W40", Lang::Zh),
    ];
    for lang in Lang::ALL {
        reports.push(report(&amended, LATER, "2022-W11", lang));
        reports.push(report(&signed, FRIDAY, "2022-W11", lang));
        reports.push(report(&open, FRIDAY, "2022-W10", lang));
        reports.push(report(&quiet, FRIDAY, "2022-W11", lang));
    }
    reports
}

fn html(report: &StatusReport) -> String {
    let bytes = write_report(report, Form::Html).expect("a page");
    String::from_utf8(bytes).expect("UTF-8")
}

fn parse(html: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(html, options).expect("well-formed")
}

/// What can be read in an element, its white space made single spaces.
fn text(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(Node::is_text);
    let unseen = |part: &Node<'_, '_>| part.ancestors().any(|of| of.has_tag_name("style"));
    let parts = parts.filter(|part| !unseen(part));
    let joined: String = parts.filter_map(|part| part.text()).collect();
    joined.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn by_id<'a, 'i>(page: &'a Document<'i>, id: &str) -> Option<Node<'a, 'i>> {
    page.descendants()
        .find(|node| node.attribute("id") == Some(id))
}

fn children<'a, 'i>(node: Node<'a, 'i>, tag: &'static str) -> Vec<Node<'a, 'i>> {
    let found = node.descendants().filter(move |of| of.has_tag_name(tag));
    found.collect()
}

/// The rows of a table's bodies, each with the text of its cells.
fn rows(table: Node<'_, '_>) -> Vec<Vec<String>> {
    let bodies = children(table, "tbody");
    let rows = bodies.iter().flat_map(|body| children(*body, "tr"));
    let cells = |row: Node<'_, '_>| row.children().filter(Node::is_element).map(text).collect();
    rows.map(cells).collect()
}

fn table(page: &Document<'_>, id: &str) -> Vec<Vec<String>> {
    by_id(page, id).map_or_else(Vec::new, rows)
}

fn percent(percent: Option<f64>) -> String {
    percent.map_or("–".to_owned(), |percent| format!("{percent:.1}%"))
}

fn figures(totals: &Totals) -> Vec<String> {
    let counts = [
        totals.required,
        totals.done,
        totals.late,
        totals.late_entered,
        totals.overdue,
        totals.waived,
    ];
    let counts = counts.iter().map(ToString::to_string);
    let rates = [totals.percent, totals.weighted_percent].map(percent);
    counts.chain(rates).collect()
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
    if head.is_empty() {
        tail.to_owned()
    } else {
        format!("{},{tail}", grouped(head.parse().expect("a number")))
    }
}

fn day(day: NaiveDate, report: &StatusReport) -> String {
    let same = day.year() == report.to.year();
    match (report.language, same) {
        (Lang::Zh, true) => format!("{}月{}日", day.month(), day.day()),
        (Lang::Zh, false) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        (Lang::En, true) => day.format("%-d %b").to_string(),
        (Lang::En, false) => day.format("%-d %b %Y").to_string(),
    }
}

fn attribute(node: Node<'_, '_>, name: &str) -> f64 {
    let value = node.attribute(name).expect(name);
    value.parse().expect("a number")
}

fn items(report: &StatusReport) -> Vec<(String, &ItemReport)> {
    let mut items = Vec::new();
    for checklist in &report.checklists {
        for item in checklist.requirements.iter().flat_map(|of| &of.items) {
            items.push((format!("{}/{}", checklist.id, item.id), item));
        }
    }
    items
}

/// Does something with every page.
fn on_every_page(check: impl Fn(&StatusReport, &Document<'_>)) {
    for report in reports() {
        let html = html(report);
        check(report, &parse(&html));
    }
}

#[test]
fn the_key_figures_are_the_totals() {
    on_every_page(|report, page| {
        let cards: Vec<String> = children(page.root_element(), "dd")
            .into_iter()
            .take(4)
            .map(text)
            .collect();
        let Totals {
            required,
            done,
            overdue,
            ..
        } = report.totals;
        let findings = report.findings.iter();
        let open = findings.filter(|finding| finding.state != FindingState::Closed);
        let expected = [
            percent(report.totals.percent),
            format!("{done} / {required}"),
            overdue.to_string(),
            open.count().to_string(),
        ];
        assert_eq!(cards, expected);
    });
}

#[test]
fn both_weeks_stand_with_all_their_figures() {
    on_every_page(|report, page| {
        let weeks = [Some(&report.summary.this), report.summary.last.as_ref()];
        let expected: Vec<Vec<String>> = weeks
            .into_iter()
            .flatten()
            .map(|week| {
                let others = [
                    week.postponed,
                    week.findings_opened,
                    week.findings_closed,
                    week.findings_open,
                ];
                let mut row = figures(&week.totals);
                row.extend(others.map(|n| n.to_string()));
                row
            })
            .collect();
        let rows = table(page, "weeks");
        let shown: Vec<Vec<String>> = rows.iter().map(|row| row[1..].to_vec()).collect();
        assert_eq!(shown, expected);
        let names = rows.iter().map(|row| row[0].clone());
        for (name, week) in names.zip(weeks.into_iter().flatten()) {
            assert!(name.ends_with(&week.week.to_string()), "{name}");
        }
    });
}

#[test]
fn the_chart_of_the_weeks_shows_their_rates() {
    on_every_page(|report, page| {
        let background = report.background.as_ref().expect("a background");
        let Some(trend) = by_id(page, "trend") else {
            assert!(background.weeks.is_empty() || background.days.is_empty());
            return;
        };
        let bars: Vec<Node<'_, '_>> = children(trend, "g");
        assert_eq!(bars.len(), background.weeks.len());
        for (bar, week) in bars.iter().zip(&background.weeks) {
            let rect = children(*bar, "rect")[0];
            let height = attribute(rect, "height") / 120.0 * 100.0;
            let rate = week.totals.percent.unwrap_or(0.0);
            assert!((height - rate).abs() < 0.02, "{height} {rate}");
            let foot = attribute(rect, "y") + attribute(rect, "height");
            assert!((foot - 136.0).abs() < 0.02, "{foot}");
            let said = text(*bar);
            let shown = week
                .totals
                .percent
                .map_or("–".into(), |p| format!("{p:.1}"));
            assert_eq!(text(children(*bar, "text")[0]), shown);
            for part in [
                week.week.to_string(),
                percent(week.totals.percent),
                week.totals.done.to_string(),
                week.totals.required.to_string(),
            ] {
                assert!(said.contains(&part), "{said}: {part}");
            }
        }
        let expected: Vec<Vec<String>> = background
            .weeks
            .iter()
            .map(|week| [vec![week.week.to_string()], figures(&week.totals)].concat())
            .collect();
        assert_eq!(table(page, "trend-numbers"), expected);
    });
}

#[test]
fn the_heat_map_shows_every_day() {
    on_every_page(|report, page| {
        let background = report.background.as_ref().expect("a background");
        let Some(heat) = by_id(page, "heat") else {
            assert!(background.weeks.is_empty() || background.days.is_empty());
            return;
        };
        let cells = children(heat, "g");
        assert_eq!(cells.len(), background.days.len());
        let mut places = BTreeSet::new();
        for (cell, day) in cells.iter().zip(&background.days) {
            let rect = children(*cell, "rect")[0];
            let row = day.day.weekday().num_days_from_monday();
            let at = (16 + 19 * row).to_string();
            assert_eq!(rect.attribute("y"), Some(at.as_str()));
            assert!(places.insert((rect.attribute("x"), rect.attribute("y"))));
            let shown = children(*cell, "text").first().map(|of| text(*of));
            if let Some(rate) = day.totals.percent {
                assert_eq!(shown, Some(words::whole_percent(Some(rate))));
                let title = text(children(*cell, "title")[0]);
                assert!(title.contains(&percent(Some(rate))), "{title}");
            }
        }
        let rows = table(page, "heat-numbers");
        assert_eq!(rows.len(), background.days.len());
        for (row, day) in rows.iter().zip(&background.days) {
            assert_eq!(row[0], day.day.to_string());
            assert_eq!(row[2..10], figures(&day.totals));
            assert_eq!(row[10], day.done.to_string());
        }
    });
}

#[test]
fn every_requirement_stands_with_its_totals_and_its_bar() {
    on_every_page(|report, page| {
        let rows = by_id(page, "requirements").map_or_else(Vec::new, |t| children(t, "tr"));
        let mut rows = rows.into_iter().skip(1);
        for checklist in &report.checklists {
            assert_eq!(text(rows.next().expect("a heading")), checklist.title);
            let of_all = checklist.requirements.iter();
            let mut expected: Vec<(String, Totals)> = of_all
                .map(|of| (format!("{} {}", of.id, of.title), of.totals))
                .collect();
            let total = if report.language == Lang::Zh {
                "合计"
            } else {
                "total"
            };
            expected.push((total.to_owned(), checklist.totals));
            for (name, totals) in expected {
                let row = rows.next().expect("a row");
                let cells: Vec<Node<'_, '_>> = row.children().filter(Node::is_element).collect();
                assert_eq!(text(cells[0]), name);
                let shown: Vec<String> = cells[1..9].iter().map(|cell| text(*cell)).collect();
                assert_eq!(shown, figures(&totals), "{name}");
                let bars = children(cells[9], "rect");
                let width = bars.last().map(|bar| attribute(*bar, "width"));
                assert_eq!(width, totals.percent, "{name}");
            }
        }
        assert_eq!(rows.next(), None);
    });
}

#[test]
fn every_number_against_a_target_stands_with_its_bar() {
    on_every_page(|report, page| {
        let figures: BTreeMap<&str, _> = report
            .summary
            .measures
            .iter()
            .map(|figure| (figure.item.as_str(), figure))
            .collect();
        let with_number: Vec<_> = items(report)
            .into_iter()
            .filter(|(name, item)| item.measure.is_some() || figures.contains_key(name.as_str()))
            .collect();
        let rows = by_id(page, "measure-list").map_or_else(Vec::new, |t| children(t, "tr"));
        let rows: Vec<_> = rows.into_iter().skip(1).collect();
        assert_eq!(rows.len(), with_number.len());
        for (row, (name, item)) in rows.iter().zip(with_number) {
            let cells: Vec<Node<'_, '_>> = row.children().filter(Node::is_element).collect();
            assert!(name.ends_with(&text(cells[0])), "{name}");
            assert_eq!(text(cells[1]), item.text);
            let last = figures.get(name.as_str()).and_then(|figure| figure.last);
            assert_eq!(text(cells[5]), last.map_or("–".to_owned(), grouped));
            let Some(measure) = &item.measure else {
                assert_eq!(text(cells[2]), "–");
                continue;
            };
            let of = measure
                .of
                .map_or(String::new(), |of| format!(" / {}", grouped(of)));
            let number = format!("{}{of} {}", grouped(measure.value), measure.unit);
            assert_eq!(text(cells[2]), number);
            assert_eq!(text(cells[3]), percent(measure.percent));
            let bars = children(cells[4], "rect");
            let width = bars.last().map(|bar| attribute(*bar, "width"));
            assert_eq!(width, measure.percent.map(|percent| percent.min(100.0)));
            if let Some(this) = figures.get(name.as_str()).and_then(|figure| figure.this) {
                assert_eq!(this, measure.value, "{name}");
            }
            let pace = text(cells[6]);
            for number in measure.pace.iter().flat_map(|pace| {
                let days = Some(u64::from(pace.days_left));
                [Some(pace.left), days, pace.needed, pace.rate]
            }) {
                let number = number.map_or(String::new(), grouped);
                assert!(pace.contains(&number), "{pace}: {number}");
            }
        }
    });
}

#[test]
fn every_item_stands_with_its_counts_and_all_that_was_said_about_it() {
    on_every_page(|report, page| {
        for (name, item) in items(report) {
            let row = by_id(page, &name).expect("a row");
            let cells: Vec<String> = row.children().filter(Node::is_element).map(text).collect();
            assert_eq!(cells[0], item.id);
            assert!(cells[1].starts_with(&item.text));
            assert_eq!(cells[2], words::status(item.status, report.language));
            let mut counts = vec![if item.required + item.done == 0 {
                "–".to_owned()
            } else {
                format!("{} / {}", item.done, item.required)
            }];
            for (zh, en, count) in [
                ("迟办", "late", item.late),
                ("逾期", "overdue", item.overdue),
                ("不适用", "waived", item.waived),
            ] {
                let word = if report.language == Lang::Zh { zh } else { en };
                counts.extend((count > 0).then(|| format!("{word} {count}")));
            }
            assert_eq!(cells[3], counts.join(" "), "{name}");
            let due = item.due.map_or(String::new(), |due| day(due, report));
            assert!(cells[4].starts_with(&due), "{name}");
            said_about(item, &cells, report);
        }
        let rows = page.descendants().filter(|node| node.has_tag_name("tr"));
        let of_items = rows.filter(|row| {
            let id = row.attribute("id");
            id.is_some_and(|id| id.contains('/'))
        });
        assert_eq!(of_items.count(), items(report).len());
    });
}

/// What there is about an item beside its counts is in its row.
fn said_about(item: &ItemReport, cells: &[String], report: &StatusReport) {
    let told = &cells[6];
    for name in item.owner.iter().chain(&item.helpers) {
        assert!(cells[5].contains(name.as_str()), "{name}");
    }
    for clause in &item.clauses {
        assert!(cells[1].contains(clause.as_str()), "{clause}");
    }
    let mut parts: Vec<String> = Vec::new();
    for done in &item.completions {
        parts.push(done.by.clone());
        parts.extend(done.late_entry.then(|| day(done.recorded, report)));
        parts.extend(done.finding.as_ref().map(ToString::to_string));
        let on = format!("{}", done.on.day());
        assert!(told.contains(&on), "{told}: {on}");
    }
    for read in &item.measurements {
        parts.extend([grouped(read.value), day(read.on, report), read.by.clone()]);
        parts.extend(read.of.map(grouped));
        parts.extend(read.rate.map(grouped));
    }
    if let Some(measure) = &item.measure {
        parts.extend([grouped(measure.value), day(measure.on, report)]);
        parts.extend(measure.percent.map(|of| percent(Some(of))));
    }
    for put_off in &item.postponements {
        parts.extend([day(put_off.to, report), put_off.reason.clone()]);
        parts.extend(put_off.first.map(|first| day(first, report)));
    }
    for inspection in &item.inspections {
        let verdict = words::verdict(inspection.verdict, report.language);
        parts.extend([verdict.to_owned(), inspection.by.clone()]);
        parts.extend(inspection.note.clone());
    }
    for waiver in &item.waivers {
        parts.extend([day(waiver.from, report), waiver.reason.clone()]);
        parts.extend(waiver.until.map(|until| day(until, report)));
        parts.extend(waiver.lifted_by.clone());
    }
    for evidence in &item.evidence {
        parts.extend([evidence.source.clone(), day(evidence.on, report)]);
        parts.extend(evidence.digest.clone());
        parts.extend(evidence.bytes.map(grouped));
    }
    parts.extend(item.notes.iter().map(|note| note.text.clone()));
    parts.extend(item.findings.iter().map(ToString::to_string));
    for part in parts {
        assert!(told.contains(&part), "{}: {told}: {part}", item.id);
    }
}

#[test]
fn what_is_overdue_comes_first_and_whole() {
    on_every_page(|report, page| {
        let overdue: Vec<_> = items(report)
            .into_iter()
            .filter(|(_, item)| item.overdue > 0)
            .collect();
        let rows = table(page, "overdue-items");
        assert_eq!(rows.len(), overdue.len());
        for (row, (name, item)) in rows.iter().zip(overdue) {
            assert!(name.ends_with(&row[0]));
            assert!(row[1].starts_with(&item.text));
            let count = row[2].split(['、', ',']).count();
            assert_eq!(count, item.missing.len(), "{}", row[2]);
        }
    });
}

#[test]
fn every_finding_stands_and_the_open_ones_first() {
    on_every_page(|report, page| {
        let rows = table(page, "finding-list");
        assert_eq!(rows.len(), report.findings.len());
        let mut closed = false;
        for row in &rows {
            let mut findings = report.findings.iter();
            let finding = findings.find(|of| of.id.to_string() == row[0]).expect("it");
            let is_closed = finding.state == FindingState::Closed;
            assert!(is_closed >= closed, "{}", row[0]);
            closed = is_closed;
            assert!(row[1].starts_with(&finding.text));
            for part in finding.cause.iter().chain(&finding.action) {
                assert!(row[2].contains(part.as_str()));
            }
            assert_eq!(row[3], finding.owner);
            let limit = [Some(finding.due), finding.first_due];
            for on in limit.into_iter().flatten() {
                assert!(row[4].contains(&day(on, report)), "{}", row[4]);
            }
            let seen = [&finding.fixed, &finding.verified, &finding.closed];
            for seen in seen.into_iter().flatten().chain([&finding.raised]) {
                assert!(row[5].contains(&day(seen.on, report)) && row[5].contains(&seen.by));
            }
            for note in &finding.notes {
                assert!(row[5].contains(&note.text));
            }
            for reopened in &finding.reopened {
                assert!(row[5].contains(&reopened.reason));
            }
        }
    });
}

#[test]
fn notices_decisions_amendments_and_the_record_are_whole() {
    on_every_page(|report, page| {
        let lines = report.notices.iter().map(|notice| notice.lines.len());
        assert_eq!(table(page, "notice-list").len(), lines.sum::<usize>());
        let decisions = report.review.iter().flat_map(|review| &review.decisions);
        let decided = table(page, "decisions");
        assert_eq!(decided.len(), decisions.clone().count());
        for (row, decision) in decided.iter().zip(decisions) {
            assert!(decision.item.ends_with(&row[0]));
            let said = words::decision(decision.decision, report.language);
            assert!(row[3].starts_with(said));
            assert_eq!(
                row[5],
                format!("{} {}", decision.by, day(decision.recorded, report))
            );
        }
        let of_amendments = report.amendments.iter();
        let changes = of_amendments.flat_map(|of| of.changes.iter().chain(&of.others));
        let entries: Vec<String> = changes.map(|change| change.entry.to_string()).collect();
        let tables = page.descendants().filter(|node| {
            let class = node.attribute("class");
            class.is_some_and(|class| class.starts_with("changes"))
        });
        let shown: Vec<String> = tables.flat_map(rows).map(|row| row[0].clone()).collect();
        assert_eq!(shown, entries);
        assert_eq!(table(page, "plan").len(), report.plan.len());
        assert_eq!(table(page, "anchors").len(), report.anchors.len());
        assert_eq!(table(page, "events").len(), report.events.len());
        assert_eq!(
            table(page, "disagreements").len(),
            report.disagreements.len()
        );
        let record = text(by_id(page, "record").expect("the record"));
        assert!(record.contains(&report.record.head));
        assert!(record.contains(&report.record.facts.to_string()));
        let proof = report.record.previous.iter().flat_map(|of| &of.proof);
        for hash in proof {
            assert!(record.contains(hash.as_str()));
        }
    });
}

/// What is text in a report and not a word of the schema, by its key.
const FREE: [&str; 20] = [
    "name",
    "district",
    "text",
    "item_text",
    "title",
    "cause",
    "action",
    "owner",
    "by",
    "note",
    "reason",
    "unit",
    "helpers",
    "what",
    "signed_by",
    "unlocked_by",
    "lifted_by",
    "evidence_expected",
    "holiday",
    "writer",
];

/// Calls it with every free text of a report.
fn free_texts(value: &mut Value, key: &str, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) if FREE.contains(&key) => change(text),
        Value::Array(all) => all.iter_mut().for_each(|one| free_texts(one, key, change)),
        Value::Object(map) => {
            // A moved day has a name of the checklist's, which words stand for.
            let is_anchor = map.contains_key("title") && map.contains_key("on");
            for (key, value) in map.iter_mut() {
                if !(is_anchor && key == "name") {
                    free_texts(value, key, change);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_text_of_the_report_is_on_the_page() {
    on_every_page(|report, page| {
        let shown = text(page.root_element());
        let mut report = serde_json::to_value(report).expect("JSON");
        free_texts(&mut report, "", &mut |text| {
            let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
            assert!(shown.contains(&text), "{text}");
        });
    });
}

#[test]
fn signature_and_seal_say_who_and_when_or_leave_room() {
    let signed = report(&signed_week(), FRIDAY, "2022-W11", Lang::Zh);
    let page = html(&signed);
    let block = text(by_id(&parse(&page), "signature").expect("a block"));
    assert!(
        block.contains("签字林芳") && block.contains("2022年3月18日"),
        "{block}"
    );
    let open = report(&open_week(), FRIDAY, "2022-W11", Lang::Zh);
    let page = html(&open);
    let block = text(by_id(&parse(&page), "signature").expect("a block"));
    assert!(
        !block.contains("林芳") && block.contains("未签字"),
        "{block}"
    );
    assert!(block.contains("盖章") && block.contains("年"), "{block}");
}

#[test]
fn nothing_to_report_is_said_at_the_top() {
    let place = Place::new(&[]);
    order(&mut place.at(FRIDAY), &sign(true));
    for (lang, said) in [(Lang::Zh, "零报告"), (Lang::En, "nothing to report")] {
        let report = report(&place, FRIDAY, "2022-W11", lang);
        let page = html(&report);
        let page = parse(&page);
        let header = children(page.root_element(), "header")[0];
        assert!(text(header).contains(said));
    }
}

/// Texts that something, somewhere, takes for more than text.
const NASTY: &str = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\
    \"'><b>&amp;&#60; {{7*7}} {% raw %} javascript:alert(1) http://probe.invalid/x \
    =cmd|' /C calc'!A0 [x](javascript:alert(1)) \\3c b /* */ } @import url(//probe.invalid) \
    ＝＋－＠ \u{202e}txet\u{2066} \u{1b}[31m \u{0}\u{7f}\u{9b} a\r\nb\tc\u{2028}d ]]> --> <!--";

/// The report with that text wherever somebody can have typed one.
fn with_text(report: &StatusReport, typed: &str) -> StatusReport {
    let mut value = serde_json::to_value(report).expect("JSON");
    free_texts(&mut value, "", &mut |text| typed.clone_into(text));
    serde_json::from_value(value).expect("a report")
}

/// Elements with the names of their attributes, in order.
fn shape(page: &Document<'_>) -> Vec<String> {
    let elements = page.descendants().filter(Node::is_element);
    let one = |node: Node<'_, '_>| {
        let names: Vec<&str> = node.attributes().map(|of| of.name()).collect();
        format!("{} {}", node.tag_name().name(), names.join(" "))
    };
    elements.map(one).collect()
}

#[test]
fn nothing_that_was_typed_becomes_anything_but_text() {
    for report in reports() {
        let (plain, nasty) = (
            html(&with_text(report, "x")),
            html(&with_text(report, NASTY)),
        );
        let (plain, page) = (parse(&plain), parse(&nasty));
        assert_eq!(shape(&page), shape(&plain));
        let as_text = visible(NASTY);
        let expected: Vec<&str> = as_text.split_whitespace().collect();
        assert!(text(page.root_element()).contains(&expected.join(" ")));
        let harmless = |c: char| c == '\n' || visible(&c.to_string()) == c.to_string();
        assert!(nasty.chars().all(harmless));
        let style = children(page.root_element(), "style")[0];
        let style = style.text().expect("a style");
        assert!(!style.contains(['<', '&']) && !style.contains("probe"));
        for node in page.descendants().filter(Node::is_element) {
            assert!(
                !["script", "img", "link", "iframe", "object"].contains(&node.tag_name().name())
            );
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(!name.starts_with("on") && !["src", "style", "action"].contains(&name));
                assert!(name != "href" || attribute.value().starts_with('#'));
            }
        }
    }
}

#[test]
fn the_page_is_built_for_all_readers() {
    on_every_page(|report, page| {
        let root = page.root_element();
        let lang = if report.language == Lang::Zh {
            "zh-CN"
        } else {
            "en"
        };
        assert_eq!(root.attribute("lang"), Some(lang));
        for landmark in ["header", "nav", "main", "footer", "h1", "title"] {
            let count = root.descendants().filter(|node| {
                let in_drawing = node.ancestors().any(|of| of.has_tag_name("svg"));
                node.has_tag_name(landmark) && !in_drawing
            });
            assert_eq!(count.count(), 1, "{landmark}");
        }
        let mut level = 0;
        for node in root.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            if let Some(of) = name.strip_prefix('h').and_then(|n| n.parse::<u32>().ok()) {
                assert!(of <= level + 1, "{}", text(node));
                level = of;
            }
            match name {
                "th" => assert!(node.attribute("scope").is_some(), "{}", text(node)),
                "table" => assert_eq!(children(node, "caption").len(), 1),
                "svg" => assert!(
                    node.attribute("role") == Some("img")
                        || node.attribute("aria-hidden").is_some()
                ),
                _ => {}
            }
        }
        let ids: Vec<&str> = root
            .descendants()
            .filter_map(|of| of.attribute("id"))
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
        for node in root.descendants() {
            for name in ["aria-labelledby", "href"] {
                for id in node.attribute(name).unwrap_or_default().split(' ') {
                    let id = id.trim_start_matches('#');
                    assert!(id.is_empty() || unique.contains(id), "{id}");
                }
            }
        }
    });
}

#[test]
fn the_same_report_gives_the_same_page() {
    for report in reports() {
        assert_eq!(html(report), html(report));
        let other = timeless(report.clone());
        let (one, other) = (html(report), html(&other));
        let both = one.lines().zip(other.lines());
        let differing = both.filter(|(a, b)| a != b).count();
        assert_eq!(differing, 1);
    }
}
