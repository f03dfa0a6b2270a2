//! A roll-up as a page, taken apart again and opened in a real browser: every number on it is the
//! roll-up's, nothing that somebody typed becomes anything but text, and its tables sort.

#[path = "support/browser.rs"]
mod browser;
#[path = "support/bureau.rs"]
mod bureau;
#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use browser::{Browser, about, axe, console, found, sheets, squeezed, without_policy};
use bureau::{checked, district, many, nasty_checked, nasty_district, nothing, shared_id};
use duban::format::{RollUpForm, write_rollup};
use duban::rollup::{Fate, Rate, Returns, RollUpReport, Standings};
use duban::text::rollup::{figures, files, ledger, page as words, records, short};
use duban::text::{Lang, visible};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

fn html(report: &RollUpReport) -> String {
    let bytes = write_rollup(report, RollUpForm::Html).expect("a page");
    String::from_utf8(bytes).expect("UTF-8")
}

fn parse(html: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(html, options).expect("well-formed")
}

/// What can be read in an element, its white space made single spaces; parts are set apart.
fn text(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(Node::is_text);
    let parts: Vec<&str> = parts.filter_map(|part| part.text()).collect();
    let words = parts.iter().flat_map(|part| part.split_whitespace());
    words.collect::<Vec<&str>>().join(" ")
}

fn elements<'a, 'i>(page: &'a Document<'i>, tag: &'static str) -> Vec<Node<'a, 'i>> {
    let found = page.descendants().filter(move |of| of.has_tag_name(tag));
    found.collect()
}

/// The rows of the body of a table, each with its cells.
fn rows<'a, 'i>(page: &'a Document<'i>, id: &str) -> Vec<Vec<Node<'a, 'i>>> {
    let mut tables = elements(page, "table").into_iter();
    let Some(table) = tables.find(|of| of.attribute("id") == Some(id)) else {
        return Vec::new();
    };
    let body = table.children().filter(|of| of.has_tag_name("tbody"));
    let rows = body.flat_map(|body| body.children().filter(|of| of.has_tag_name("tr")));
    rows.map(|row| row.children().filter(Node::is_element).collect())
        .collect()
}

fn texts(page: &Document<'_>, id: &str) -> Vec<Vec<String>> {
    let rows = rows(page, id).into_iter();
    rows.map(|row| row.into_iter().map(text).collect())
        .collect()
}

fn grouped(number: u64) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1000), number % 1000),
    }
}

fn percent(percent: Option<f64>) -> String {
    percent.map_or("–".to_owned(), |percent| format!("{percent:.1}%"))
}

fn fraction(done: u64, required: u64) -> String {
    format!("{} / {}", grouped(done), grouped(required))
}

/// A rate with what it is made of.
fn rate(rate: &Rate) -> String {
    match rate.percent {
        None => "–".to_owned(),
        Some(_) => format!(
            "{} {}",
            percent(rate.percent),
            fraction(rate.done, rate.required)
        ),
    }
}

fn of_returns(returns: &Returns, totals: &Rate) -> Vec<String> {
    let counts = [
        returns.reported,
        returns.nothing_to_report,
        returns.late,
        returns.not_reported,
    ];
    let others = [totals.required, totals.late, totals.overdue, totals.waived];
    let first = fraction(returns.in_all(), returns.all);
    let counts = counts.map(grouped).into_iter();
    let others = others.map(grouped).into_iter();
    let first = std::iter::once(first).chain(counts);
    first.chain([rate(totals)]).chain(others).collect()
}

#[test]
fn the_first_figures_are_those_of_the_roll_up() {
    for lang in Lang::ALL {
        let report = district(lang);
        assert_eq!(report.returns.all, 9);
        assert_eq!(report.returns.not_reported, 2);
        let (page, has_roster) = (html(&report), true);
        let page = parse(&page);
        let all = text(page.root_element());
        for said in [
            figures::returns(&report.returns, has_roster, lang),
            figures::rate(&report.totals, lang),
            figures::files(&report.files, lang),
            figures::left_out(&report.left_out, lang).expect("something is left out"),
        ] {
            assert!(all.contains(&said), "{said}");
        }
        let cards: Vec<String> = elements(&page, "dl")
            .into_iter()
            .filter(|of| of.attribute("class") == Some("cards"))
            .flat_map(|of| of.descendants().filter(|of| of.has_tag_name("dd")))
            .filter(|of| of.attribute("class").is_none())
            .map(text)
            .collect();
        let figures = [
            fraction(report.returns.in_all(), report.returns.all),
            percent(report.totals.percent),
            grouped(report.totals.overdue),
            grouped(report.findings.past_limit),
            grouped(report.gates_closed),
        ];
        assert_eq!(cards, figures);
    }
}

#[test]
fn whoever_is_missing_or_late_stands_there_with_whom_to_ask() {
    for lang in Lang::ALL {
        let report = district(lang);
        let page = html(&report);
        let page = parse(&page);
        let missing = texts(&page, "not-reported");
        assert_eq!(missing.len(), report.not_reported.len());
        for (row, school) in missing.iter().zip(&report.not_reported) {
            assert_eq!(row[0], format!("{} {}", school.name, school.id));
            assert_eq!(Some(&row[1]), school.district.as_ref());
            assert_eq!(row[2], school.contact.as_deref().unwrap_or("–"));
        }
        let late = texts(&page, "late");
        assert_eq!(late.len(), 1);
        assert_eq!(late[0][3], report.late[0].days_late.to_string());
    }
}

#[test]
fn an_id_under_which_several_names_came_in_is_told_with_them() {
    for lang in Lang::ALL {
        let mut report = district(lang);
        assert!(!html(&report).contains(words::SHARED_IDS.of(lang)));
        report.shared_ids = vec![shared_id()];
        let page = html(&report);
        let page = parse(&page);
        let said = elements(&page, "li").into_iter().map(text);
        let told = short::shared_id(&shared_id(), lang);
        assert_eq!(said.filter(|said| *said == told).count(), 1, "{told}");
    }
}

#[test]
fn every_school_has_its_figures() {
    for lang in Lang::ALL {
        let report = district(lang);
        let page = html(&report);
        let page = parse(&page);
        let rows = rows(&page, "school-list");
        assert_eq!(rows.len(), report.schools.len());
        for (row, line) in rows.iter().zip(&report.schools) {
            assert_eq!(row.len(), 13);
            let cells: Vec<String> = row.iter().map(|cell| text(*cell)).collect();
            assert_eq!(cells[0], format!("{} {}", line.name, line.id));
            assert_eq!(Some(&cells[1]), line.district.as_ref());
            assert_eq!(cells[2], figures::returned(line.returned, lang));
            let Some(of) = &line.figures else {
                assert!(cells[3..].iter().all(|cell| cell == "–"), "{cells:?}");
                continue;
            };
            assert_eq!(cells[3], rate(&of.rate));
            assert_eq!(
                row[3].attribute("title"),
                Some(&*figures::rate(&of.rate, lang))
            );
            let change = line.change.map_or("–".to_owned(), |change| {
                let signed = format!("{change:+.1}").replace('-', "−");
                signed.replace("+0.0", "0.0")
            });
            assert_eq!(cells[4], change);
            assert_eq!(cells[5], grouped(of.rate.late));
            assert_eq!(cells[6], grouped(of.rate.overdue));
            assert_eq!(cells[7], fraction(of.findings.past_limit, of.findings.open));
            let gates = row[8].attribute("data-v").expect("a number");
            assert_eq!(gates, of.gates_closed.len().to_string());
            let targets = of.measures.iter().filter(|measure| measure.of.is_some());
            let reached = targets.clone().filter(|m| Some(m.value) >= m.of);
            let (reached, targets) = (reached.count(), targets.count());
            if targets > 0 {
                assert_eq!(cells[9], format!("{reached} / {targets}"));
            }
            let inspected = cells[10].replace(['（', '）', '(', ')'], " ");
            let inspected: Vec<&str> = inspected.split_whitespace().collect();
            let counts = [of.inspections, of.disagreements].map(|n| n.to_string());
            assert_eq!(inspected, counts);
            if let Some(signed) = &of.signed {
                assert!(cells[11].starts_with(&signed.by));
            }
            let days = format!(" {} ", of.days_late);
            let said = format!("{} ", cells[12].replace('迟', " "));
            assert!(of.days_late == 0 || said.contains(&days), "{said}");
        }
    }
}

#[test]
fn requirements_items_weeks_and_districts_are_the_roll_ups() {
    for lang in Lang::ALL {
        let report = district(lang);
        let page = html(&report);
        let page = parse(&page);
        let requirements = texts(&page, "requirement-list");
        assert_eq!(requirements.len(), report.requirements.len());
        for (row, of) in requirements.iter().zip(&report.requirements) {
            assert!(row[0].starts_with(&format!("{} {}", of.id, of.title)));
            let made_of = fraction(of.rate.done, of.rate.required);
            assert_eq!(row[1], format!("{} {made_of}", percent(of.rate.percent)));
            assert_eq!(
                row[2..4],
                [of.rate.late, of.rate.overdue].map(|n| n.to_string())
            );
            assert!(row[4].contains(&percent(of.spread.median)) || of.spread.schools == 0);
        }
        let items = report.requirements.iter().flat_map(|of| &of.items);
        let required = items.filter(|item| item.rate.required > 0).count();
        let tables = elements(&page, "table").into_iter();
        let of_items = tables.filter(|of| {
            of.attribute("class")
                .is_some_and(|c| c.contains("items-of"))
        });
        let shown = of_items.flat_map(|of| {
            of.descendants()
                .filter(|of| of.attribute("scope") == Some("row"))
        });
        assert_eq!(shown.count(), required);

        for (row, line) in texts(&page, "week-list")
            .iter()
            .zip(report.weeks.iter().rev())
        {
            assert_eq!(row[0], line.week.to_string());
            assert_eq!(row[2..], of_returns(&line.returns, &line.totals));
        }
        let districts = texts(&page, "district-list");
        assert_eq!(districts.len(), 2);
        for (row, line) in districts.iter().zip(&report.districts) {
            assert_eq!(Some(&row[0]), line.district.as_ref());
            assert_eq!(row[1..], of_returns(&line.returns, &line.totals));
        }
    }
}

#[test]
fn that_all_have_the_same_versions_is_said_only_where_it_is_so() {
    let mut report = district(Lang::En);
    let page = html(&report);
    let said = words::ONE_VERSION.of(Lang::En);
    assert!(report.versions.iter().any(|of| !of.others.is_empty()));
    assert!(!page.contains(said));
    // Another version, of which everything is compared, is another one still.
    report.left_out = Rate::default();
    assert!(!html(&report).contains(said));
    for of in &mut report.versions {
        of.others.clear();
    }
    assert!(html(&report).contains(said));
    report.versions.clear();
    assert!(!html(&report).contains(said));
}

#[test]
fn the_maps_have_a_cell_for_every_school_and_column() {
    let report = district(Lang::Zh);
    let page = html(&report);
    let page = parse(&page);
    let reported: Vec<_> = report
        .schools
        .iter()
        .filter_map(|line| Some((&line.name, line.figures.as_ref()?)))
        .collect();
    let heat = rows(&page, "heat-map");
    assert_eq!(heat.len(), reported.len());
    for (row, (name, of)) in heat.iter().zip(&reported) {
        assert_eq!(text(row[0]), **name);
        for (cell, counts) in row[1..].iter().zip(&of.requirements.0) {
            let said = text(*cell);
            match counts.percent() {
                None => assert_eq!(said, "–"),
                Some(percent) => {
                    let shown: f64 = said.parse().expect("a number, and not only a colour");
                    assert!((shown - percent).abs() <= 1.0, "{said} {percent}");
                }
            }
        }
        assert_eq!(row.len(), report.columns.len() + 1);
    }
    let measures = texts(&page, "measure-list");
    assert_eq!(measures.len(), report.measures.len());
    for (row, of) in measures.iter().zip(&report.measures) {
        assert_eq!(row[3], percent(of.percent));
        assert!(row[5].contains(&figures::measure(of, Lang::Zh)));
    }
    let map = texts(&page, "measure-map");
    assert_eq!(map[0].len(), report.measures.len() + 1);
}

#[test]
fn every_file_stands_there_with_what_became_of_it() {
    for lang in Lang::ALL {
        let report = district(lang);
        let page = html(&report);
        let page = parse(&page);
        let set_aside = texts(&page, "set-aside");
        let others = report.fates().into_iter();
        let others: Vec<_> = others.filter(|(_, fate)| *fate != Fate::Accepted).collect();
        assert_eq!(set_aside.len(), 3);
        for (file, fate) in others {
            let row = [file.name.clone(), files::fate(&fate, lang)];
            assert!(set_aside.contains(&row.to_vec()), "{row:?}");
        }
        assert_eq!(texts(&page, "accepted").len(), report.kept.rows.len());
    }
}

/// Tags and attributes of a page, but for those that hold words.
fn skeleton(html: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let page = parse(html);
    let elements = || page.descendants().filter(Node::is_element);
    let tags = elements().map(|of| of.tag_name().name().to_owned());
    let attributes = elements().flat_map(|of| of.attributes().map(|a| a.name().to_owned()));
    (tags.collect(), attributes.collect())
}

#[test]
fn nothing_that_somebody_typed_becomes_more_than_text() {
    let plain = html(&checked(Lang::Zh));
    let (tags, attributes) = skeleton(&plain);
    for text in nasty::NASTY {
        let page = html(&nasty_checked(text, Lang::Zh));
        let (found, having) = skeleton(&page);
        assert!(found.is_subset(&tags), "{text}: {found:?}");
        assert!(having.is_subset(&attributes), "{text}: {having:?}");
        let parsed = parse(&page);
        assert_eq!(elements(&parsed, "script").len(), 1);
        for of in parsed.descendants().filter(|of| of.has_attribute("href")) {
            assert!(of.attribute("href").is_some_and(|to| to.starts_with('#')));
        }
        let shown = visible(text);
        let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(self::text(parsed.root_element()).contains(&words), "{text}");
    }
}

#[test]
fn the_only_script_is_the_one_that_the_policy_names() {
    for report in [district(Lang::Zh), nothing(Lang::En)] {
        let page = html(&report);
        let script = page.split_once("<script>").expect("a script").1;
        let script = script.split_once("</script>").expect("its end").0;
        let digest = BASE64_STANDARD.encode(Sha256::digest(script));
        let allowed = format!("script-src 'sha256-{digest}';");
        assert!(page.contains(&allowed), "{allowed}");
        assert!(page.contains("default-src 'none'"));
        let parsed = parse(&page);
        let with_event = parsed.descendants().flat_map(|of| of.attributes());
        assert!(!with_event.into_iter().any(|a| a.name().starts_with("on")));
        assert!(!parsed.descendants().any(|of| of.has_attribute("src")));
    }
}

#[test]
fn of_very_many_schools_the_weakest_are_shown_and_that_is_said() {
    let report = many(1100, Lang::Zh);
    let page = html(&report);
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    let page = parse(&page);
    assert_eq!(rows(&page, "school-list").len(), 1000);
    assert_eq!(rows(&page, "heat-map").len(), 200);
    assert_eq!(rows(&page, "not-reported").len(), 20);
    let cuts = elements(&page, "p").into_iter();
    let cuts = cuts.filter(|of| of.attribute("class") == Some("small cut"));
    let cuts: Vec<String> = cuts.map(text).collect();
    assert!(
        cuts[0].contains("1120") && cuts[0].contains("1000"),
        "{cuts:?}"
    );
    // Where the whole is: files are in none of CSV.
    let forms = [
        "XLSX、CSV、YAML、JSON",
        "XLSX、CSV、YAML、JSON",
        "XLSX、CSV、YAML、JSON",
        "XLSX、YAML、JSON",
    ];
    assert_eq!(cuts.len(), forms.len());
    for (cut, forms) in cuts.iter().zip(forms) {
        assert!(cut.contains(&format!("同一汇总的 {forms} 形式")), "{cut}");
    }
}

#[test]
fn broken_records_stand_near_the_top_and_unproved_ones_are_not_called_broken() {
    for (lang, named, unproved) in [
        (
            Lang::Zh,
            "台账断裂 2 所：第0小学、第8小学。以前的记录被改动或丢失。",
            "中间有签字的报告没有收到；上次见到的是 2022-W09 的 17 条",
        ),
        (
            Lang::En,
            "2 broken records: 第0小学, 第8小学. Earlier facts were changed or lost.",
            "it carries on from a signed report that was not seen; last seen: 17 facts in 2022-W09",
        ),
    ] {
        let report = checked(lang);
        let html = html(&report);
        let page = parse(&html);
        let sections = elements(&page, "section").into_iter();
        let ids: Vec<_> = sections.filter_map(|of| of.attribute("id")).collect();
        assert_eq!(ids[..3], ["standing", "records", "chase"]);
        let mut alerts = elements(&page, "p").into_iter();
        let alert = alerts.find(|of| of.attribute("class") == Some("alert"));
        let alert = text(alert.expect("an alert"));
        assert!(alert.starts_with(named), "{alert}");

        let broken = texts(&page, "broken-records");
        assert_eq!(broken.len(), 2);
        for (row, of) in broken.iter().zip(report.breaks()) {
            assert_eq!(row[0], format!("{} {}", of.name, of.school));
            assert_eq!(row[1], ledger::fault(&of.broken, lang));
            assert_eq!(row[2], of.broken.found.week.to_string());
            assert_eq!(row[4], "林老师 0591-8330");
        }
        let not_proved = texts(&page, "unproved-records");
        assert_eq!(not_proved.len(), 1, "a new school is only counted");
        assert_eq!(not_proved[0][0], "第1小学 school-00001");
        assert!(not_proved[0][1].starts_with(unproved), "{not_proved:?}");
        let all = text(page.root_element());
        for said in [
            records::NOT_BROKEN.of(lang),
            &records::first(&report, lang).expect("a new school"),
            &ledger::records(report.records.as_ref().expect("records"), lang),
        ] {
            assert!(all.contains(said), "{said}");
        }

        let rows = rows(&page, "school-list");
        for (row, line) in rows.iter().zip(&report.schools) {
            let cell = row.last().expect("a cell");
            // A break of another week goes before how it stands in this one.
            let standing = report.worst_standing(line);
            let word = standing.as_ref().map(|of| records::word(of).of(lang));
            assert_eq!(text(*cell), word.unwrap_or("–"));
            let title = standing.as_ref().map(|of| ledger::standing(of, lang));
            assert_eq!(cell.attribute("title"), title.as_deref());
        }
    }
}

#[test]
fn without_a_ledger_nothing_is_said_of_records_and_without_a_break_that_none_is_broken() {
    for lang in Lang::ALL {
        let without = html(&district(lang));
        for said in [
            "id=\"records\"",
            "class=\"alert\"",
            records::NOTE_RECORD.of(lang),
        ] {
            assert!(!without.contains(said), "{said}");
        }
        let mut report = district(lang);
        report.enter(&Standings::default());
        let page = html(&report);
        assert!(page.contains("id=\"records\"") && !page.contains("class=\"alert\""));
        assert!(page.contains(records::NONE_BROKEN.of(lang)));
    }
}

fn pages() -> Vec<(&'static str, RollUpReport)> {
    vec![
        ("checked.html", checked(Lang::Zh)),
        ("checked-en.html", checked(Lang::En)),
        ("zh.html", district(Lang::Zh)),
        ("en.html", district(Lang::En)),
        ("nothing.html", nothing(Lang::En)),
    ]
}

#[test]
fn the_browser_runs_the_script_and_has_nothing_to_complain_of() {
    let Some(browser) = Browser::find() else {
        return;
    };
    for (name, report) in pages() {
        let page = html(&report);
        let (dom, log) = browser.open(&browser.write(name, &page), &["--dump-dom"]);
        assert_eq!(console(&log), Vec::<&str>::new(), "{name}");
        assert_eq!(
            dom.contains("<button"),
            !report.schools.is_empty(),
            "{name}"
        );
        let other = page.replace("\"use strict\"", "\"use strict\" ");
        let (dom, log) = browser.open(&browser.write(name, &other), &["--dump-dom"]);
        assert!(!dom.contains("<button"), "another script does not run");
        assert_eq!(console(&log).len(), 1, "{log}");
    }
}

#[test]
fn no_request_leaves_the_page() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let typed = "<img src=\"http://probe.invalid/x.png\"><link rel=stylesheet \
        href=http://probe.invalid/x.css> url(http://probe.invalid/x)";
    let page = html(&nasty_district(typed, Lang::Zh));
    assert!(page.contains("probe.invalid"));
    assert!(!browser.asks("page.html", &page));
    let image = "<main><img src=\"http://probe.invalid/x.png\"/>";
    let broken = page.replace("<main>", image);
    assert!(!browser.asks("broken.html", &broken));
    assert!(
        browser.asks("open.html", &without_policy(&broken)),
        "requests are seen"
    );
}

#[test]
fn a_table_is_sorted_by_the_head_that_is_pressed() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let report = district(Lang::Zh);
    let drive = "<pre id=\"found\"></pre><script>onload = () => {\
        const table = document.getElementById('school-list');\
        const head = table.tHead.rows[0].cells[6];\
        const column = n => [...table.tBodies[0].rows].map(row => row.cells[n].textContent);\
        const states = [];\
        const look = () => states.push([head.getAttribute('aria-sort'), column(6)]);\
        look(); head.querySelector('button').click(); look();\
        head.querySelector('button').click(); look();\
        const sorted = [...table.tHead.rows[0].cells].filter(of => of.hasAttribute('aria-sort'));\
        const button = head.querySelector('button'); button.focus();\
        document.getElementById('found').textContent = JSON.stringify({ states, \
            sorted: sorted.length, focused: document.activeElement === button, \
            hint: !document.querySelector('.sort-hint').hidden });\
        };</script></body>";
    let page = without_policy(&html(&report)).replace("</body>", drive);
    let found = found(&browser.dom(&browser.write("sort.html", &page), 1280));
    let lines = report.schools.iter();
    let overdue = lines.filter_map(|line| Some(line.figures.as_ref()?.rate.overdue));
    let mut overdue: Vec<u64> = overdue.collect();
    assert!(overdue.iter().max() > overdue.iter().min());
    let shown = |overdue: &[u64]| {
        let numbers = overdue.iter().map(|n| grouped(*n));
        let missing = std::iter::repeat_n("–".to_owned(), 2);
        numbers.chain(missing).collect::<Vec<_>>()
    };
    assert_eq!(found["states"][0], json!([null, shown(&overdue)]));
    overdue.sort_unstable();
    overdue.reverse();
    assert_eq!(found["states"][1], json!(["descending", shown(&overdue)]));
    overdue.reverse();
    assert_eq!(found["states"][2], json!(["ascending", shown(&overdue)]));
    assert_eq!(found["sorted"], 1);
    assert_eq!([&found["focused"], &found["hint"]], [true, true]);
}

#[test]
fn axe_finds_no_barrier() {
    let (Some(browser), Some(axe)) = (Browser::find(), axe()) else {
        return;
    };
    for (name, report) in pages() {
        for width in [1280, 500] {
            let found = browser.checked(&axe, name, &html(&report), width);
            assert!(found["passes"].as_u64() > Some(15), "{name}: {found}");
            assert_eq!(found["violations"], json!([]), "{name}, {width}");
        }
    }
}

#[test]
fn nothing_is_wider_than_a_phone() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let mut pages = pages();
    let word = "x".repeat(300);
    pages.push(("long.html", nasty_checked(&word, Lang::Zh)));
    for (name, report) in pages {
        let found = browser.on_a_phone(name, &html(&report));
        assert_eq!(found["over"], 0, "{name}: {found}");
        assert_eq!(found["out"], json!([]), "{name}");
    }
}

#[test]
fn it_prints_on_a4_with_wide_tables_across() {
    let Some(browser) = Browser::find() else {
        return;
    };
    for (name, report) in pages() {
        let pdf = browser.print(&browser.write(name, &html(&report)));
        let (Some(sheets), Some(about)) = (sheets(&pdf), about(&pdf)) else {
            return;
        };
        assert!(about.contains("A4"), "{about}");
        let of = sheets.len();
        for (nth, sheet) in (1..).zip(&sheets) {
            let foot = match report.language {
                Lang::Zh => format!("第{nth}页，共{of}页"),
                Lang::En => format!("page{nth}of{of}"),
            };
            assert!(squeezed(sheet).ends_with(&foot), "{name}: {foot}");
        }
        let all = squeezed(&sheets.concat());
        for school in &report.schools {
            assert!(all.contains(&squeezed(&school.id)), "{}", school.id);
        }
        for item in report.requirements.iter().flat_map(|of| &of.items) {
            // A text of two lines has its neighbours between them.
            let begins: String = item.text.chars().take(8).collect();
            let is_shown = item.rate.required > 0;
            assert!(!is_shown || all.contains(&squeezed(&begins)), "{begins}");
        }
    }
}
