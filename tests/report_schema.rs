//! The published schema of the status report, and reports of a few situations held against it: each
//! is right, and the same each time.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{FRIDAY, LATER, amended_week, open_week, signed_week};
use duban::format::write;
use duban::report::{StatusReport, contradictions, json_schema};
use duban::school::SchoolKind;
use duban::text::Lang;
use duban::workspace::{ReportAsked, layout_for};
use school::{Place, week};
use serde_json::Value;

const PUBLISHED: &str = include_str!("../src/report/duban.status-report-1.schema.json");

fn report(place: &Place, now: &str, of: &str, lang: Lang) -> StatusReport {
    let report = place.at(now).report(week(of), None, lang);
    report.expect("a report")
}

fn background(place: &Place) -> StatusReport {
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang: Lang::Zh,
        with_background: true,
    };
    let report = place.at(LATER).report_asked(asked).expect("a report");
    let background = report.background.as_ref().expect("a background");
    let last = background.weeks.last().expect("the week");
    assert_eq!((last.week, last.totals), (report.week, report.totals));
    assert!(background.days.iter().any(|day| day.done > 0));
    report
}

/// The report for the health authority, in another language than the school's.
fn laid_out(place: &Place) -> StatusReport {
    let workspace = place.at(LATER);
    let layout = layout_for(workspace.home(), "health", &workspace.view().adopted);
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang: Lang::En,
        with_background: false,
    };
    let report = workspace.report_laid_out(asked, &layout.expect("a layout"));
    report.expect("a report")
}

fn dates(place: &Place) -> StatusReport {
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang: Lang::Zh,
        with_background: false,
    };
    let report = place.at(LATER).report_with_dates(asked).expect("a report");
    assert!(report.dates.as_ref().is_some_and(|of| of.items.len() > 60));
    report
}

fn of_kind(kind: SchoolKind, checklists: &[&str]) -> StatusReport {
    let place = Place::of(checklists, |school| school.kind = kind);
    report(&place, FRIDAY, "2022-W11", Lang::Zh)
}

fn situations() -> Vec<(&'static str, StatusReport)> {
    let (open, signed, amended) = (open_week(), signed_week(), amended_week());
    let holidays = "2022-10-03 09:00";
    let week = "2022-W11";
    vec![
        ("amended", report(&amended, LATER, week, Lang::Zh)),
        ("in English", report(&amended, LATER, week, Lang::En)),
        ("signed", report(&signed, FRIDAY, week, Lang::Zh)),
        ("not reviewed", report(&open, FRIDAY, week, Lang::Zh)),
        ("with its background", background(&amended)),
        ("in a layout", laid_out(&amended)),
        ("with its dates", dates(&amended)),
        ("a past week", report(&open, FRIDAY, "2022-W10", Lang::Zh)),
        (
            "no adoption yet",
            report(&open, FRIDAY, "2021-W52", Lang::Zh),
        ),
        (
            "in the holidays",
            report(&open, holidays, "2022-W40", Lang::Zh),
        ),
        (
            "all quiet",
            of_kind(SchoolKind::Kindergarten, &["taijiang-2022"]),
        ),
        (
            "a bureau",
            of_kind(SchoolKind::Bureau, &["taijiang-2022", "fengze-2020"]),
        ),
        ("no checklist", of_kind(SchoolKind::University, &[])),
    ]
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let current = serde_json::to_string_pretty(&json_schema()).expect("JSON") + "\n";
    assert!(
        PUBLISHED.replace("\r\n", "\n") == current,
        "renew it: cargo run -- report --schema > src/report/duban.status-report-1.schema.json"
    );
}

#[test]
fn everything_in_the_schema_is_described() {
    let schema: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let mut open = vec![("the report", &schema)];
    let definitions = schema["$defs"].as_object().expect("definitions");
    open.extend(definitions.iter().map(|(name, of)| (name.as_str(), of)));
    for (name, definition) in open {
        assert!(definition["description"].is_string(), "{name}");
        let properties = definition["properties"].as_object();
        for (key, property) in properties.into_iter().flatten() {
            assert!(property["description"].is_string(), "{name}: {key}");
        }
    }
}

#[test]
fn reports_of_all_situations_are_right_by_the_published_schema() {
    let schema: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    for (name, report) in situations() {
        let json = serde_json::to_value(&report).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        let yaml = write(&report).expect("YAML");
        let read: StatusReport = serde_yaml::from_str(&yaml).expect("read back");
        assert_eq!(read, report, "{name}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let schema: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    let right = serde_json::to_value(&situations()[0].1).expect("JSON");
    assert!(validator.is_valid(&right));
    for (pointer, wrong) in [
        ("/schema", Value::from("duban.status-report/2")),
        ("/week", Value::from(11)),
        ("/totals/done", Value::from("many")),
        ("/school/kind", Value::from("school")),
        (
            "/checklists/0/requirements/0/items/0/status",
            Value::from("fine"),
        ),
        ("/findings", Value::from(vec!["one"])),
        ("/findings/0/state", Value::from("gone")),
        ("/review/state", Value::Null),
        ("/review/decisions/0/decision", Value::from("maybe")),
        ("/amendments/0/changes/0/entry", Value::from("the first")),
        ("/notices/0/colour", Value::from("green")),
        ("/generated_at", Value::Null),
    ] {
        let mut report = right.clone();
        *report.pointer_mut(pointer).expect(pointer) = wrong;
        assert!(!validator.is_valid(&report), "{pointer}");
    }
}

#[test]
fn no_key_but_those_of_the_schema_is_taken() {
    let schema: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    let right = serde_json::to_value(&situations()[0].1).expect("JSON");
    for pointer in [
        "",
        "/review",
        "/review/decisions/0",
        "/amendments/0/changes/0",
        "/findings/0",
        "/findings/0/raised",
        "/notices/0/lines/0",
        "/anchors/0/moved/0",
        "/summary/last",
        "/record/previous",
    ] {
        let mut report = right.clone();
        report.pointer_mut(pointer).expect(pointer)["grade"] = Value::from("A");
        assert!(!validator.is_valid(&report), "{pointer}");
    }
}

#[test]
fn the_same_facts_and_day_give_the_same_report() {
    for lang in Lang::ALL {
        let place = amended_week();
        let first = report(&place, LATER, "2022-W11", lang);
        let again = report(&place, "2022-03-22 23:59", "2022-W11", lang);
        let (first, again) = (write(&first).expect("YAML"), write(&again).expect("YAML"));
        assert_eq!(first.lines().count(), again.lines().count());
        let both = first.lines().zip(again.lines());
        let differing: Vec<&str> = both.filter(|(a, b)| a != b).map(|(a, _)| a).collect();
        assert_eq!(differing, ["generated_at: \"2022-03-22T09:00:00+08:00\""]);
    }
}

/// The places of every number that is a count of occurrences, as JSON pointers.
fn counts(value: &Value, at: &str, found: &mut Vec<String>) {
    let each: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(n, v)| (n.to_string(), v))
            .collect(),
        _ => return,
    };
    for (key, value) in each {
        let at = format!("{at}/{key}");
        // The week before and the days before stand for themselves.
        let is_other = at.starts_with("/summary/last") || at.starts_with("/background/days");
        let names = [
            "required",
            "done",
            "late",
            "late_entered",
            "overdue",
            "waived",
            "percent",
        ];
        if names.contains(&key.as_str()) && value.is_number() && !is_other {
            found.push(at.clone());
        }
        counts(value, &at, found);
    }
}

#[test]
fn every_report_agrees_with_itself() {
    for (name, report) in situations() {
        assert_eq!(contradictions(&report), [], "{name}");
    }
}

#[test]
fn no_count_can_be_changed_without_contradicting_another() {
    let report = background(&amended_week());
    let value = serde_json::to_value(&report).expect("JSON");
    let mut places = Vec::new();
    counts(&value, "", &mut places);
    // What is counted per day of the background and per week before stands alone.
    let last = report.background.as_ref().expect("weeks").weeks.len() - 1;
    let of_week = format!("/background/weeks/{last}/");
    places.retain(|at| !at.starts_with("/background/weeks") || at.starts_with(&of_week));
    assert!(places.len() > 500, "{}", places.len());
    for at in places {
        let mut altered = value.clone();
        let number = altered.pointer_mut(&at).expect("the place");
        let more = number.as_f64().expect("a number") + 1.0;
        *number = if number.is_u64() {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "small"
            )]
            Value::from(more as u64)
        } else {
            Value::from(more)
        };
        let altered: StatusReport = serde_json::from_value(altered).expect("a report");
        assert_ne!(contradictions(&altered), [], "{at}");
    }
}
