//! The report as a page in a real browser: on screen, on a phone, on paper, and for those who
//! cannot see it.

#[path = "support/browser.rs"]
mod browser;
#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use browser::{Browser, about, axe, console, sheets, squeezed};
use busy::{FRIDAY, LATER, amended_week, open_week};
use duban::format::{Form, write_report};
use duban::report::StatusReport;
use duban::text::Lang;
use duban::workspace::{Command, ReportAsked};
use school::{Place, day, item, order, week};

/// A word without an end, and a remark that is longer than a phone is high.
fn long() -> String {
    format!(
        "{}{}",
        "x".repeat(900),
        "登记簿缺体温一栏，已经补上；".repeat(150)
    )
}

fn report(place: &Place, now: &str, lang: Lang) -> StatusReport {
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang,
        with_background: true,
    };
    place.at(now).report_asked(asked).expect("a report")
}

/// Pages of a week with everything in both languages, of one with a very long remark, and of one
/// with nothing.
fn pages() -> Vec<(&'static str, StatusReport)> {
    let amended = amended_week();
    let wordy = open_week();
    let now = &mut wordy.at(FRIDAY);
    let remark = Command::NoteItem {
        item: item(now, "3.3"),
        text: long(),
        on: day("2022-03-18"),
    };
    order(now, &remark);
    vec![
        ("zh.html", report(&amended, LATER, Lang::Zh)),
        ("en.html", report(&amended, LATER, Lang::En)),
        ("long.html", report(&wordy, FRIDAY, Lang::Zh)),
        ("nothing.html", report(&Place::new(&[]), FRIDAY, Lang::En)),
    ]
}

fn html(report: &StatusReport) -> String {
    let bytes = write_report(report, Form::Html).expect("a page");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn the_browser_has_nothing_to_complain_of() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let wrong = "<!DOCTYPE html><script>console.error('wrong')</script>";
    let (_, log) = browser.open(&browser.write("wrong.html", wrong), &["--dump-dom"]);
    assert_eq!(console(&log).len(), 1, "errors are seen: {log}");
    for (name, report) in pages() {
        let page = browser.write(name, &html(&report));
        let (dom, log) = browser.open(&page, &["--dump-dom"]);
        assert_eq!(console(&log), Vec::<&str>::new(), "{name}");
        assert!(dom.contains("</footer>") && dom.contains(&report.school.name));
    }
}

#[test]
fn no_request_leaves_the_page() {
    let Some(browser) = Browser::find() else {
        return;
    };
    let asks = |name: &str, html: &str| browser.asks(name, html);
    let image = "<!DOCTYPE html><img src=\"http://probe.invalid/x.png\">";
    assert!(asks("image.html", image), "requests are seen");
    let typed = "<img src=\"http://probe.invalid/x.png\"><link rel=stylesheet \
        href=http://probe.invalid/x.css> url(http://probe.invalid/x)";
    let place = Place::of(&["taijiang-2022"], |school| school.name = typed.into());
    let now = &mut place.at(FRIDAY);
    let remark = Command::NoteItem {
        item: item(now, "3.3"),
        text: typed.into(),
        on: day("2022-03-18"),
    };
    order(now, &remark);
    let page = html(&report(&place, FRIDAY, Lang::Zh));
    assert!(page.contains("probe.invalid"));
    assert!(!asks("page.html", &page));
    // The policy alone is enough, were something ever to become an element.
    let broken = page.replace("<main>", &format!("<main>{image}"));
    assert!(!asks("broken.html", &broken));
}

#[test]
fn nothing_is_wider_than_a_phone() {
    let Some(browser) = Browser::find() else {
        return;
    };
    for (name, report) in pages() {
        let found = browser.on_a_phone(name, &html(&report));
        assert_eq!(found["over"], 0, "{name}: {found}");
        assert_eq!(found["out"], serde_json::json!([]), "{name}");
    }
}

#[test]
fn it_prints_on_a4_with_selectable_text_and_numbered_sheets() {
    let Some(browser) = Browser::find() else {
        return;
    };
    for (name, report) in pages() {
        let pdf = browser.print(&browser.write(name, &html(&report)));
        let (Some(sheets), Some(about)) = (sheets(&pdf), about(&pdf)) else {
            return;
        };
        assert!(about.contains("A4"), "{about}");
        let all = squeezed(&sheets.concat());
        assert!(all.contains(&squeezed(&report.school.name)));
        let of = sheets.len();
        for (nth, sheet) in (1..).zip(&sheets) {
            let foot = match report.language {
                Lang::Zh => format!("第{nth}页，共{of}页"),
                Lang::En => format!("page{nth}of{of}"),
            };
            assert!(squeezed(sheet).ends_with(&foot), "{name}: {foot}");
            assert!(nth == 1 || squeezed(sheet).starts_with(&squeezed(&report.school.name)));
            assert!(
                !ends_with_a_heading(sheet, &report),
                "{name}, sheet {nth}:\n{sheet}"
            );
        }
        for checklist in &report.checklists {
            for requirement in &checklist.requirements {
                assert!(all.contains(&squeezed(&requirement.title)));
            }
        }
    }
}

/// Whether a heading, or the head of a table, is the last thing above the foot of a sheet.
fn ends_with_a_heading(sheet: &str, report: &StatusReport) -> bool {
    let lines: Vec<&str> = sheet
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let last = lines.iter().rev().nth(1).map_or("", |line| line.trim());
    let requirements = report.checklists.iter().flat_map(|of| &of.requirements);
    let mut headings = requirements.map(|of| format!("{} {}", of.id, of.title));
    let of_table = ["编号", "No.", "条", "Entry", "要求", "Requirement"];
    let is_section = last.starts_with("附件") || last.starts_with("Annex");
    let words = last.split_whitespace().count();
    is_section
        || headings.any(|heading| last.starts_with(&heading) && last.contains('·'))
        || of_table.iter().any(|head| last.starts_with(head)) && words > 3
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
            assert_eq!(
                found["violations"],
                serde_json::json!([]),
                "{name}, {width}"
            );
        }
    }
    let barred = html(&pages()[3].1).replace(" lang=\"en\"", "");
    let found = browser.checked(&axe, "barred.html", &barred, 1280);
    assert!(
        found.to_string().contains("html-has-lang"),
        "barriers are seen"
    );
}
