//! A district of sixty made-up schools over four weeks, rolled up each Wednesday with its roster, its
//! signers and its ledger: everything that is wrong in it is found, and nothing else.

#[path = "support/school.rs"]
mod school;
#[path = "support/sixty.rs"]
mod sixty;

use serde_json::Value;
use sixty::{
    BROKEN, CUT, District, FORGED, LATE, MISSING, QUIET, SCHOOLS, TWICE, WEEK, WEEKS, id, name,
};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A Wednesday after all weeks.
const TODAY: &str = "2022-03-23";

#[test]
fn everything_that_is_wrong_with_a_districts_reports_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = std::env::var_os("DUBAN_DISTRICT").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(folder.path());
    let district = District::make(folder);
    let rolled_up = WEEKS.map(|(of, _)| roll_up_week(folder, of));

    let [first, before @ .., last] = &rolled_up;
    assert_eq!(records(first), [0, 59, 0], "the ledger is new");
    for report in before {
        assert_eq!(records(report), [59, 0, 0], "{}", report["week"]);
    }
    for report in [first].into_iter().chain(before) {
        assert_eq!(schools(&report["not_reported"]), ids(&MISSING[..1]));
        assert_eq!(schools(&report["late"]), ids(&[]));
        assert_eq!(counts(report), [59, 59, 0, 0]);
    }
    returns_of_the_last_week(last);
    files_of_the_last_week(&district, last);
    the_cut_record(last);
    whoever_reads_it_sees_it(folder, last);
    all_weeks_at_once_say_the_same(folder, &rolled_up);
}

fn returns_of_the_last_week(report: &Value) {
    let unusable = [&MISSING[..], &BROKEN, &[FORGED]].concat();
    assert_eq!(schools(&report["not_reported"]), ids(&unusable));
    assert_eq!(schools(&report["late"]), ids(&LATE));
    assert_eq!(schools(&report["nothing_to_report"]), ids(&QUIET));
    let in_time = SCHOOLS - unusable.len() - LATE.len() - QUIET.len();
    assert_eq!(report["returns"]["all"], SCHOOLS);
    assert_eq!(report["returns"]["reported"], in_time);
    // Who sent something that cannot be used is asked for something else than who sent nothing.
    let chased = report["not_reported"].as_array().expect("a list");
    let came = chased
        .iter()
        .filter(|school| school["set_aside"] != Value::Null);
    assert_eq!(
        came.filter_map(id_of).collect::<BTreeSet<_>>(),
        ids(&[&BROKEN[..], &[FORGED]].concat())
    );
}

fn files_of_the_last_week(district: &District, report: &Value) {
    let lying_there = fs::read_dir(district.reports(WEEK)).expect("the reports");
    let names = lying_there.map(|entry| entry.expect("a file").file_name());
    let files = names.filter(|name| !name.to_string_lossy().ends_with(".sig"));
    assert_eq!(counts(report), [files.count(), 50, TWICE.len(), 5]);

    let superseded = report["kept"]["superseded"].as_array().expect("a list");
    let superseded = superseded.iter().map(|file| file["school"].as_str());
    let superseded = superseded.map(|school| school.expect("an id").to_owned());
    assert_eq!(superseded.collect::<BTreeSet<_>>(), ids(&TWICE));

    let [cut_off, encoded, lying, none] = BROKEN;
    let text = fs::read_to_string(district.file(cut_off, WEEK)).expect("a text");
    let last_line = text.lines().count() as u64;
    let quarantined = report["kept"]["quarantined"].as_array().expect("a list");
    let told: Vec<[String; 3]> = quarantined.iter().map(why).collect();
    let expected = [
        (cut_off, "no-report", String::new()),
        (encoded, "no-report", "UTF-8".to_owned()),
        (FORGED, "signature", "altered".to_owned()),
        (lying, "contradicts", "已办".to_owned()),
        (none, "no-report", "schema".to_owned()),
    ];
    assert_eq!(told.len(), expected.len());
    for ([file, kind, detail], (school, of, told)) in told.iter().zip(expected) {
        assert_eq!(*file, format!("{}-{WEEK}.yaml", id(school)));
        assert_eq!(kind, of);
        assert!(detail.contains(&told), "{file}: {detail}");
    }
    // Where it is cut off, or where what is cut off there begins.
    let line = quarantined[0]["reason"]["detail"][0]
        .as_u64()
        .expect("a line");
    let last_item = last_line.saturating_sub(LINES_OF_AN_ITEM)..=last_line;
    assert!(last_item.contains(&line), "{line} of {last_line}");
}

/// More than the lines that an item takes in a report.
const LINES_OF_AN_ITEM: u64 = 60;

/// A file that was set aside: its name, the kind of the reason, and its details.
fn why(quarantined: &Value) -> [String; 3] {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let reason = &quarantined["reason"];
    let detail = reason["detail"].to_string();
    [
        text(&quarantined["file"]["name"]),
        text(&reason["why"]),
        detail,
    ]
}

fn the_cut_record(report: &Value) {
    assert_eq!(records(report), [49, 0, 1]);
    let breaks = report["records"]["breaks"].as_array().expect("a list");
    assert_eq!(breaks.len(), 1, "{breaks:?}");
    let broken = &breaks[0];
    assert_eq!(broken["school"], id(CUT));
    assert_eq!(broken["broken"]["fault"], "shrank");
    assert_eq!(broken["broken"]["found"]["week"], WEEK);
    assert_eq!(broken["broken"]["seen"]["week"], "2022-W10");
}

/// The terminal in both languages, the page and the table name every one of them.
fn whoever_reads_it_sees_it(folder: &Path, report: &Value) {
    let week = "reports/2022-W11";
    let files = report["kept"]["quarantined"].as_array().expect("a list");
    let files = files
        .iter()
        .filter_map(|file| file["file"]["name"].as_str());
    let schools = [&MISSING[..], &LATE, &BROKEN, &[FORGED, CUT]].concat();
    let names = schools.into_iter().map(name);
    let told: BTreeSet<String> = names.chain(files.map(str::to_owned)).collect();
    for form in [
        &["--lang", "zh"][..],
        &["--lang", "en"],
        &["--format", "html"],
    ] {
        // As far as the ledger knew it before.
        fs::copy(folder.join("before.json"), folder.join("again.json")).expect("a ledger");
        let shown = duban(folder, &[&[week, "--ledger", "again.json"], form].concat());
        let shown = String::from_utf8(shown.stdout).expect("a text");
        for told in &told {
            assert!(
                shown.contains(told.as_str()),
                "{form:?} does not name {told}"
            );
        }
    }
    let table = duban(folder, &[week, "--format", "csv"]).stdout;
    let table = String::from_utf8(table).expect("a text");
    assert_eq!(table.lines().count(), SCHOOLS + 1, "a row for each school");
}

/// Whether the weeks come one by one, all at once, or each as a roll-up of its own.
fn all_weeks_at_once_say_the_same(folder: &Path, by_week: &[Value; 4]) {
    let at_once = json(&duban(
        folder,
        &["reports", "--json", "--ledger", "once.json"],
    ));
    assert_eq!(at_once["records"], by_week[3]["records"]);
    let never = at_once["not_reported"].as_array().expect("a list").iter();
    let never = never.filter(|school| school["last_reported"] == Value::Null);
    assert_eq!(
        never.filter_map(id_of).collect::<BTreeSet<_>>(),
        ids(&MISSING[..1])
    );

    let documents = WEEKS.map(|(of, _)| format!("{of}.yaml"));
    let documents = documents.each_ref().map(String::as_str);
    let of_documents = json(&duban(folder, &[&documents[..], &["--json"]].concat()));
    for part in [
        "returns",
        "late",
        "totals",
        "files",
        "findings",
        "weeks",
        "districts",
        "requirements",
        "measures",
        "columns",
        "versions",
    ] {
        assert_eq!(at_once[part], of_documents[part], "{part}");
        // What comes of the weeks before, one of them alone does not know.
        if !["files", "weeks", "measures"].contains(&part) {
            assert_eq!(at_once[part], by_week[3][part], "{part}");
        }
    }
}

/// Rolls the reports of a week up, as a document too, with the ledger of the weeks before.
fn roll_up_week(folder: &Path, of: &str) -> Value {
    let ledger = folder.join("ledger.json");
    if of == WEEK {
        fs::copy(&ledger, folder.join("before.json")).expect("a ledger");
    }
    let (week, document) = (format!("reports/{of}"), format!("{of}.yaml"));
    duban(folder, &[&week, "--week", of, "--output", &document]);
    json(&duban(
        folder,
        &[&week, "--week", of, "--json", "--ledger", "ledger.json"],
    ))
}

/// `duban rollup` in the district's folder, with its roster and its signers.
fn duban(folder: &Path, args: &[&str]) -> Output {
    let mut duban = Command::new(env!("CARGO_BIN_EXE_duban"));
    duban
        .current_dir(folder)
        .env_clear()
        .env("TZ", "Asia/Shanghai");
    duban.args(["--today", TODAY, "rollup", "--roster", "roster.csv"]);
    // Roll-ups are the bureau's own, and unsigned.
    if args.iter().any(|arg| arg.starts_with("reports")) {
        duban.args(["--signers", "signers"]);
    }
    let output = duban.args(args).output().expect("the program runs");
    let is_before = WEEKS.iter().any(|(of, _)| *of != WEEK && args.contains(of));
    let finds_a_break = args.contains(&"--ledger") && !is_before;
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        output.status.code(),
        Some(i32::from(finds_a_break)),
        "{args:?}: {said}"
    );
    output
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("a roll-up")
}

/// How many records are proved, unproved and broken.
fn records(report: &Value) -> [u64; 3] {
    ["proved", "unproved", "broken"].map(|standing| {
        let number = &report["records"][standing];
        number.as_u64().expect("a number")
    })
}

/// How many files were found, accepted, superseded and set aside.
fn counts(report: &Value) -> [usize; 4] {
    ["found", "accepted", "superseded", "quarantined"].map(|fate| {
        let number = report["files"][fate].as_u64().expect("a number");
        usize::try_from(number).expect("a count")
    })
}

fn id_of(school: &Value) -> Option<String> {
    Some(school["id"].as_str()?.to_owned())
}

/// The schools of a list.
fn schools(list: &Value) -> BTreeSet<String> {
    list.as_array()
        .expect("a list")
        .iter()
        .filter_map(id_of)
        .collect()
}

fn ids(numbers: &[usize]) -> BTreeSet<String> {
    numbers.iter().copied().map(id).collect()
}
