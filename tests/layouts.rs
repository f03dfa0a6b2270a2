//! Reports laid out for one receiver: an excerpt has the whole report's numbers for what it shows,
//! and says nothing of anything else.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{FRIDAY, LATER, amended_week, open_week, signed_week};
use duban::assess::{Totals, percent};
use duban::format::{Form, read_layout, write_report};
use duban::report::{Layout, RequirementReport, Section, StatusReport, contradictions};
use duban::text::Lang;
use duban::workspace::{Command, ReportAsked, Workspace, WorkspaceError};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use school::{Place, day, item, order, timeless, week};

fn layout(keys: &str) -> Layout {
    let text = format!("layout: mine\nreceiver: {{ zh: 街道, en: Street office }}\n{keys}\n");
    let read = read_layout("mine.yaml", text.as_bytes());
    read.expect("a layout")
}

fn asked() -> ReportAsked {
    ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang: Lang::Zh,
        with_background: true,
    }
}

fn whole(workspace: &Workspace) -> StatusReport {
    workspace.report_asked(asked()).expect("a report")
}

fn part(workspace: &Workspace, layout: &Layout) -> StatusReport {
    let report = workspace.report_laid_out(asked(), layout);
    report.expect("a report")
}

fn choosing(names: &[String]) -> Layout {
    layout(&format!("requirements: [{}]", names.join(", ")))
}

/// The requirements of a report, each with its name.
fn requirements(report: &StatusReport) -> Vec<(String, &RequirementReport)> {
    let checklists = report.checklists.iter();
    let requirements = checklists.flat_map(|checklist| {
        let named = move |one: &RequirementReport| format!("{}/{}", checklist.id, one.id);
        checklist
            .requirements
            .iter()
            .map(move |one| (named(one), one))
    });
    requirements.collect()
}

/// The sum of what those requirements count. Weights are in the items alone.
fn sum<'a>(all: impl Iterator<Item = &'a RequirementReport>) -> Totals {
    let mut sum = Totals::default();
    for one in all.map(|one| one.totals) {
        sum.required += one.required;
        sum.done += one.done;
        sum.late += one.late;
        sum.late_entered += one.late_entered;
        sum.overdue += one.overdue;
        sum.waived += one.waived;
    }
    sum.percent = percent(sum.done, sum.required);
    sum
}

fn unweighted(totals: Totals) -> Totals {
    Totals {
        weighted_percent: None,
        ..totals
    }
}

/// Holds an excerpt to the whole report.
fn compare(part: &StatusReport, whole: &StatusReport, names: &[String]) {
    let all = requirements(whole);
    let of = |name: &String| all.iter().find(|(known, _)| known == name);
    let chosen: Vec<&RequirementReport> = names.iter().filter_map(|n| Some(of(n)?.1)).collect();
    let shown = requirements(part);
    assert_eq!(shown.len(), chosen.len());
    for (name, one) in &shown {
        assert_eq!(Some(*one), of(name).map(|(_, one)| *one), "{name}");
    }
    assert_eq!(unweighted(part.totals), sum(chosen.iter().copied()));
    assert_eq!(part.summary.this.totals, part.totals);
    assert_eq!(contradictions(part), []);
    for checklist in &part.checklists {
        assert_eq!(
            unweighted(checklist.totals),
            sum(checklist.requirements.iter())
        );
    }
    let background = part.background.as_ref().expect("a background");
    assert_eq!(
        background.weeks.last().expect("the week").totals,
        part.totals
    );
    let items: Vec<String> = part
        .checklists
        .iter()
        .flat_map(|c| c.requirements.iter().map(move |r| (c, r)))
        .flat_map(|(c, r)| {
            r.items
                .iter()
                .map(move |item| format!("{}/{}", c.id, item.id))
        })
        .collect();
    let mut findings = whole.findings.clone();
    findings.retain(|finding| items.contains(&finding.item));
    assert_eq!(part.findings, findings);
    let mut plan = whole.plan.clone();
    plan.retain(|plan| items.contains(&plan.item));
    assert_eq!(part.plan, plan);
    let mut measures = whole.summary.measures.clone();
    measures.retain(|measure| items.contains(&measure.item));
    measures.sort_by_key(|m| items.iter().position(|item| *item == m.item));
    assert_eq!(part.summary.measures, measures);
    let lines = |report: &StatusReport| {
        let lines = report.notices.iter().flat_map(|notice| &notice.lines);
        let mut lines: Vec<_> = lines.filter(|l| items.contains(&l.item)).cloned().collect();
        lines.sort_by_key(|line| (line.item.clone(), line.due, line.reason.clone()));
        lines
    };
    assert_eq!(lines(part), lines(whole));
    let decisions = |report: &StatusReport| {
        let decisions = report.review.iter().flat_map(|review| &review.decisions);
        let kept = decisions.filter(|decision| items.contains(&decision.item));
        kept.cloned().collect::<Vec<_>>()
    };
    assert_eq!(decisions(part), decisions(whole));
    let all_decisions = part.review.iter().flat_map(|review| &review.decisions);
    assert_eq!(all_decisions.count(), decisions(part).len());
}

#[test]
fn whatever_is_chosen_has_the_whole_reports_numbers() {
    for (place, now) in [(amended_week(), LATER), (open_week(), FRIDAY)] {
        let workspace = place.at(now);
        let whole = whole(&workspace);
        let all: Vec<String> = requirements(&whole)
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let most = all.len();
        let some = proptest::sample::subsequence(all, 1..=most).prop_shuffle();
        let config = Config {
            cases: 12,
            failure_persistence: None,
            ..Config::default()
        };
        let checked = TestRunner::new(config).run(&some, |names| {
            let names = by_checklist(names);
            compare(&part(&workspace, &choosing(&names)), &whole, &names);
            Ok(())
        });
        checked.expect("every choice");
    }
}

/// The names with those of one checklist together, in the order in which the checklists come first.
fn by_checklist(names: Vec<String>) -> Vec<String> {
    let checklist = |name: &String| name.split('/').next().unwrap_or_default().to_owned();
    let order: Vec<String> = names.iter().map(checklist).collect();
    let mut names = names;
    names.sort_by_key(|name| order.iter().position(|one| *one == checklist(name)));
    names
}

#[test]
fn a_layout_chooses_headings_order_numbers_and_sections() {
    let workspace = signed_week().at(FRIDAY);
    let layout = layout(
        "title: { zh: 周报, en: Report }
requirements:
  - fengze-2020/B1
  - { requirement: taijiang-2022/5, heading: { zh: 重点部位, en: Key places } }
  - taijiang-2022/3
  - not-followed/7
sections: [plan]",
    );
    let report = part(&workspace, &layout);
    let said = report.layout.as_ref().expect("a layout");
    assert_eq!((said.id.as_str(), said.receiver.as_str()), ("mine", "街道"));
    assert_eq!(said.title.as_deref(), Some("周报"));
    let names = ["fengze-2020/B1", "taijiang-2022/5", "taijiang-2022/3"];
    assert_eq!(said.requirements, names);
    let shown = requirements(&report);
    let shown: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(shown, names);
    assert_eq!(requirements(&report)[1].1.title, "重点部位");
    assert!(!report.findings.is_empty() && !report.plan.is_empty());
    assert!(report.notices.is_empty() && report.events.is_empty());
    assert!(report.disagreements.is_empty() && report.anchors.is_empty());
    assert_eq!(
        said.left_out.len(),
        6,
        "and it is said that they are not there"
    );
    assert!(report.leaves_out(Section::Notices) && !report.leaves_out(Section::Plan));
    assert_eq!(report.background, None);
    let review = report.review.expect("a signature is never left out");
    assert!(review.signed_by.is_some() && review.decisions.is_empty());
    let whole = whole(&workspace);
    assert!(!whole.notices.is_empty() && !whole.events.is_empty());
    assert_eq!(whole.layout, None);
}

#[test]
fn numbers_are_chosen_in_their_order_and_without_their_requirement() {
    let place = open_week();
    let friday = &mut place.at(FRIDAY);
    let command = Command::MeasureItem {
        item: item(friday, "3.5"),
        value: 12,
        of: Some(12),
        rate: None,
        on: day("2022-03-18"),
        event: None,
    };
    order(friday, &command);
    let keys = "requirements: [taijiang-2022/5]
figures: [taijiang-2022/3.5, taijiang-2022/3.3, taijiang-2022/3.6]";
    let report = part(friday, &layout(keys));
    let whole = whole(friday);
    let named = |item: &str| {
        let mut all = whole.summary.measures.iter();
        all.find(|m| m.item == item).expect("a number").clone()
    };
    let chosen = ["taijiang-2022/3.5", "taijiang-2022/3.3"].map(named);
    assert_eq!(report.summary.measures, chosen);
    let none = part(friday, &layout("figures: []"));
    assert_eq!(none.summary.measures, []);
}

#[test]
fn every_form_is_headed_as_the_layout_says_and_denies_nothing_that_was_left_out() {
    let workspace = signed_week().at(FRIDAY);
    let keys = "title: 周报〔甲〕\nsections: []";
    let report = part(&workspace, &layout(keys));
    let write = |form| {
        let bytes = write_report(&report, form).expect("written");
        String::from_utf8(bytes).expect("UTF-8")
    };
    let (html, markdown) = (write(Form::Html), write(Form::Markdown));
    assert!(html.contains("周报〔甲〕") && html.contains("街道"));
    assert_eq!(
        html.matches("本报告未列").count(),
        5,
        "notices, decisions, plan, anchors, events"
    );
    assert!(
        markdown
            .lines()
            .next()
            .is_some_and(|line| line.ends_with("周报〔甲〕"))
    );
    assert!(!markdown.contains("三色提醒"));
    let whole = whole(&workspace);
    let whole = write_report(&whole, Form::Html).expect("written");
    assert!(
        !String::from_utf8(whole)
            .expect("UTF-8")
            .contains("本报告未列")
    );
}

#[test]
fn a_layout_without_choices_changes_no_number() {
    let workspace = amended_week().at(LATER);
    let mut report = part(&workspace, &layout(""));
    assert!(
        report
            .layout
            .take()
            .is_some_and(|l| l.requirements.is_empty())
    );
    let mut whole = whole(&workspace);
    whole.sent.clear();
    assert!(timeless(report) == timeless(whole));
}

#[test]
fn what_was_amended_about_other_requirements_is_left_out() {
    let workspace = amended_week().at(LATER);
    let report = part(&workspace, &layout("requirements: [taijiang-2022/3]"));
    let [amendment] = &report.amendments[..] else {
        panic!("{:?}", report.amendments)
    };
    let said: Vec<_> = amendment.changes.iter().map(|c| c.item.clone()).collect();
    assert_eq!(said, [Some("taijiang-2022/3.3".to_owned())]);
}

#[test]
fn what_comes_first_still_does_where_its_requirement_is_not_shown() {
    let checklist = "checklist: after
version: 1
title: t
directive: { issuer: i, issued: 2022-01-01 }
clauses: { c: clause }
requirements:
  - id: \"1\"
    title: first
    items: [{ id: \"1.1\", text: first, clauses: [c], cadence: once, lead: 9 }]
  - id: \"2\"
    title: then
    items:
      - { id: \"2.1\", text: then, clauses: [c], cadence: once, due: 2022-03-22, after: [\"1.1\"] }
";
    let place = Place::of(&["after"], |_| {});
    std::fs::create_dir_all(place.path().join("checklists")).expect("a folder");
    std::fs::write(place.path().join("checklists/after.yaml"), checklist).expect("written");
    let workspace = place.at(FRIDAY);
    let report = part(&workspace, &layout("requirements: [after/2]"));
    let [plan] = &report.plan[..] else {
        panic!("{:?}", report.plan)
    };
    assert_eq!(plan.item, "after/2.1");
    assert!(plan.reason.contains("after/1.1"), "{}", plan.reason);
}

#[test]
fn nothing_left_to_show_is_an_error() {
    let place = Place::new(&["taijiang-2022"]);
    let workspace = place.at(FRIDAY);
    let other = layout("requirements: [fengze-2020/A1]");
    let refused = workspace.report_laid_out(asked(), &other);
    assert!(matches!(refused, Err(WorkspaceError::NothingChosen(id)) if id.as_str() == "mine"));
}
