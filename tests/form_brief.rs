//! A report as a brief: its numbers are the model's, it fits a page, and a school may write it itself.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;

use duban::format::{
    Form, FormError, FormOptions, brief_template, read_brief, render, write_report_with,
};
use duban::report::StatusReport;
use duban::text::Lang;
use duban::text::brief::Placeholder;
use school::week;
use std::sync::LazyLock;

const LIMIT: usize = 1_000;

fn report(lang: Lang) -> StatusReport {
    static REPORTS: LazyLock<[StatusReport; 2]> = LazyLock::new(|| {
        let place = busy::amended_week();
        Lang::ALL.map(|lang| {
            let report = place.at(busy::LATER).report(week("2022-W11"), None, lang);
            report.expect("a report")
        })
    });
    let reports = REPORTS.iter();
    let mut of_lang = reports.filter(|report| report.language == lang);
    of_lang.next().expect("both").clone()
}

fn by(report: &StatusReport, template: Option<&str>) -> Result<String, FormError> {
    let read = |text: &str| read_brief("brief.txt", text.as_bytes()).expect("a right template");
    let options = FormOptions {
        brief: template.map(read),
        ..FormOptions::default()
    };
    let written = write_report_with(report, Form::Brief, &options)?;
    Ok(String::from_utf8(written).expect("UTF-8"))
}

fn brief(report: &StatusReport) -> String {
    by(report, None).expect("a brief")
}

#[test]
fn every_number_is_the_models() {
    for lang in Lang::ALL {
        let report = report(lang);
        let template = "{required} {completed} {late} {overdue} {waived} {percent} {open_findings}";
        let said = by(&report, Some(template)).expect("a brief");
        let totals = &report.totals;
        let open = report
            .findings
            .iter()
            .filter(|f| f.closed.is_none())
            .count();
        let numbers = [
            totals.required,
            totals.done,
            totals.late,
            totals.overdue,
            totals.waived,
        ];
        let mut expected: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        expected.push(format!("{:.1}%", totals.percent.expect("a rate")));
        expected.push(open.to_string());
        assert_eq!(said, expected.join(" ") + "\n");
    }
}

/// The numbers of a text, in order.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let parts = text
        .split(|c| !is_part(c))
        .map(|part| part.trim_matches('.'));
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_sentences_have_the_models_numbers() {
    for lang in Lang::ALL {
        let report = report(lang);
        let of = |placeholder: &str| by(&report, Some(placeholder)).expect("a brief");
        let (totals, summary) = (&report.totals, &report.summary);
        let last = summary.last.as_ref().expect("a week before").totals.percent;
        let rate = |percent: Option<f64>| format!("{:.1}", percent.expect("a rate"));
        let mut done = numbers(&of("{done}"));
        let mut expected = vec![totals.required.to_string(), totals.done.to_string()];
        expected.extend([rate(totals.percent), rate(last)]);
        let more = [totals.late, totals.late_entered, totals.waived];
        expected.extend(more.iter().filter(|n| **n > 0).map(ToString::to_string));
        assert_eq!(std::mem::take(&mut done), expected, "{lang}");

        let all = report.checklists.iter().flat_map(|c| &c.requirements);
        let all = all.filter(|of| of.totals.required > 0);
        let (full, open): (Vec<_>, Vec<_>) =
            all.partition(|of| of.totals.done == of.totals.required);
        let said = of("{requirements}");
        assert_eq!(numbers(&said)[0], full.len().to_string());
        let named = open.iter().filter(|of| said.contains(&of.title)).count();
        assert_eq!(named, open.len().min(5), "{said}");

        let said = of("{findings}");
        let open: Vec<_> = report
            .findings
            .iter()
            .filter(|f| f.closed.is_none())
            .collect();
        assert!(
            open.iter().all(|finding| said.contains(&finding.id.0)),
            "{said}"
        );
        let ends = numbers(&said);
        let (raised, closed) = (summary.this.findings_opened, summary.this.findings_closed);
        assert!(
            ends.ends_with(&[raised.to_string(), closed.to_string()]),
            "{said}"
        );

        let said = numbers(&of("{missed}"));
        let in_time = totals.required - totals.done - totals.overdue;
        assert_eq!(said.first(), Some(&totals.overdue.to_string()));
        assert!(in_time == 0 || said.last() == Some(&in_time.to_string()));
    }
}

#[test]
fn a_brief_fits_a_page_whatever_happened() {
    for lang in Lang::ALL {
        let report = report(lang);
        assert!(brief(&report).chars().count() <= LIMIT);
        let mut much = report.clone();
        let items = much.checklists.iter_mut().flat_map(|c| &mut c.requirements);
        for item in items.flat_map(|r| &mut r.items) {
            item.overdue += 3;
            item.text = item.text.repeat(12);
        }
        let said = brief(&much);
        assert!(said.chars().count() <= LIMIT, "{said}");
        let cut = if lang == Lang::Zh {
            "详见周报"
        } else {
            "see the weekly report"
        };
        assert!(said.contains(cut), "what was left out is said: {said}");
        let last = said.trim_end().lines().last().expect("a line");
        assert!(
            last.contains("2022"),
            "it ends as the template does: {said}"
        );
    }
}

#[test]
fn a_list_that_is_cut_says_how_many_there_are() {
    let report = report(Lang::Zh);
    let all = report.checklists.iter().flat_map(|c| &c.requirements);
    let items = all.flat_map(|r| &r.items).filter(|item| item.overdue > 0);
    let count = items.count();
    assert!(count > 5, "there is something to cut");
    let said = by(&report, Some("{逾期事项}")).expect("a brief");
    assert!(said.contains("（5）") && !said.contains("（6）"), "{said}");
    assert!(said.contains(&format!("等 {count} 项。")), "{said}");
}

#[test]
fn a_template_is_understood_in_either_language_and_with_full_width_braces() {
    let report = report(Lang::Zh);
    let (en, zh) = (
        "{school} {{x}} {week}",
        "# 说明\n\n｛学校｝ {{x}} { 周次 }\n\n",
    );
    assert_eq!(
        by(&report, Some(en)).expect("a brief"),
        "青山小学 {x} 2022年第11周\n"
    );
    assert_eq!(
        by(&report, Some(zh)).expect("a brief"),
        by(&report, Some(en)).expect("a brief")
    );
    for placeholder in Placeholder::ALL {
        let name = placeholder.name();
        let of = |name: &str| by(&report, Some(&format!("x{{{name}}}"))).expect("a brief");
        assert_eq!(of(name.zh), of(name.en));
    }
}

#[test]
fn a_line_with_nothing_to_say_is_left_out() {
    let mut report = report(Lang::En);
    report.school.district = None;
    let said = by(&report, Some("a\n{district}\n\nb {district}"));
    assert_eq!(said.expect("a brief"), "a\n\nb \n");
}

#[test]
fn everything_wrong_with_a_template_is_said_at_once_with_its_place() {
    let text = "周报：{校名}\n{donne} 和 {school\n";
    let problems = read_brief("brief.zh.txt", text.as_bytes()).expect_err("wrong");
    let places: Vec<_> = problems.list.iter().map(|p| (p.line, p.column)).collect();
    assert_eq!(places, [(1, 4), (2, 1), (2, 11)]);
    for lang in Lang::ALL {
        let said = render(&problems, lang);
        assert!(said.contains("brief.zh.txt:2:1"), "{said}");
        for placeholder in Placeholder::ALL {
            let known = said.matches(placeholder.name().en).count();
            assert!(known >= 3, "each says what there is: {said}");
        }
        assert!(said.contains(if lang == Lang::Zh {
            "改为“done”"
        } else {
            "write `done`"
        }));
    }
    let empty = read_brief("x", "# only this\n".as_bytes());
    assert_eq!(empty.expect_err("empty").list.len(), 1);
    let gbk = read_brief("x", b"\xd6\xd0\xce\xc4\n");
    assert!(render(&gbk.expect_err("GBK"), Lang::En).contains("GB"));
}

#[test]
fn a_template_that_is_too_long_says_by_how_much() {
    let long = "长".repeat(1_011);
    let problems = read_brief("x", format!("一\n{long}\n").as_bytes()).expect_err("too long");
    assert_eq!(problems.list[0].line, 2);
    assert!(render(&problems, Lang::Zh).contains("至少删去 14 字"));
    // It fits by itself, and not with what it asks for.
    let nearly = format!("{}{{school}}", "长".repeat(998));
    let error = by(&report(Lang::Zh), Some(&nearly)).expect_err("too long");
    let FormError::Brief(long) = error else {
        unreachable!("{error:?}")
    };
    assert_eq!((long.over, long.limit), (3, LIMIT));
}

#[test]
fn nothing_that_a_person_wrote_is_a_placeholder_or_a_control_code() {
    for text in nasty::NASTY {
        for lang in Lang::ALL {
            let report = nasty::nasty(&report(lang), text);
            let said = brief(&report);
            let harmless = |c: char| c == '\n' || !c.is_control() && c != '\u{202e}';
            assert!(said.chars().all(harmless), "{said:?}");
            let own = by(&report, Some("{school}")).unwrap_or_default();
            let shown = duban::text::visible(text);
            assert_eq!(own.trim_end(), shown.trim_end());
        }
    }
}

#[test]
fn the_programs_own_template_is_one_that_a_school_may_keep() {
    for lang in Lang::ALL {
        let report = report(lang);
        let own = by(&report, Some(brief_template(lang))).expect("a brief");
        assert_eq!(own, brief(&report));
        assert!(!own.contains('#'), "{own}");
    }
}
