//! Text from files and people never reaches the terminal as control codes, and is kept as it was.

use crate::home::Home;
use std::process::Output;

/// A sequence that clears the screen, one that begins with the single character CSI, a mark that
/// turns the direction of writing, and a line that pretends to be another one.
const NASTY: &str = "x\u{1b}[2Jy\u{9b}31mz\u{202e}w\u{7}\r\n错误：假的";

fn assert_harmless(output: &Output, what: &[&str]) {
    // What turns the direction of writing is left to readers of YAML.
    let is_yaml = what == ["report"];
    let is_turning = |c: &char| !is_yaml && ('\u{202a}'..='\u{202e}').contains(c);
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let bad = text
            .chars()
            .find(|c| c.is_control() && *c != '\n' || is_turning(c));
        assert_eq!(bad, None, "{name} of {what:?}");
        let mut lines = text.lines();
        assert!(lines.all(|line| line != "错误：假的"), "{name} of {what:?}");
    }
}

fn run(home: &Home, args: &[&str]) -> Output {
    let output = home.duban().args(args).output().expect("the program runs");
    assert_harmless(&output, args);
    output
}

#[test]
fn what_people_enter_is_shown_harmless_and_kept_as_it_was() {
    let home = Home::set_up();
    let evidence = home.beside("a\u{1b}[2Jb\u{9b}.txt");
    std::fs::write(&evidence, "x").expect("a file");
    let evidence = evidence.display().to_string();
    for args in [
        &["tick", "3.2", "--note", NASTY, "--by", NASTY][..],
        &["untick", "3.2", "--reason", NASTY],
        &["note", "3.2", NASTY],
        &["waive", "5.10", "--reason", NASTY],
        &["assign", "3.2", "--to", NASTY, "--helper", NASTY],
        &["attach", "3.2", &evidence],
        &["attach", "3.2", &format!("https://x/{NASTY}")],
        &["event", "open", "notice", NASTY],
        &["undo"],
        &["redo"],
        &["event", "list"],
        &["event", "list", "--json"],
        &["status", "--all"],
        &["status", "--all", "--json"],
        &["log"],
        &["log", "--json"],
        &["log", "3.2"],
        &["report"],
        &["report", "--json"],
        &["verify"],
        &["verify", "--json"],
    ] {
        assert_eq!(run(&home, args).status.code(), Some(0), "{args:?}");
    }
    let log = home.json(&["log"]);
    let notes: Vec<&str> = log
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|f| f["data"]["text"].as_str())
        .collect();
    assert_eq!(notes, [NASTY, NASTY]);
    let report = home.json(&["report"]);
    let item = report
        .pointer("/checklists/0/requirements/3/items/1")
        .expect("3.2");
    assert_eq!(item["owner"], NASTY);
    home.ok(&["report", "-o", "report.yaml"]);
    let yaml = std::fs::read_to_string(home.beside("report.yaml")).expect("a report");
    assert!(!yaml.contains(['\u{1b}', '\u{9b}', '\u{7}', '\r']));
    let read: serde_json::Value = serde_yaml::from_str(&yaml).expect("YAML");
    assert_eq!(
        read.pointer("/checklists/0/requirements/3/items/1"),
        Some(item)
    );
}

#[test]
fn what_is_typed_wrong_is_quoted_harmless() {
    let home = Home::set_up();
    for args in [
        &["tick", NASTY][..],
        &[NASTY],
        &["tick", "3.1", "--on", NASTY],
        &["report", "--week", NASTY],
        &["report", "--week", NASTY],
        &["measure", "3.3", NASTY],
        &["event", "open", NASTY, "x"],
        &["event", "close", NASTY],
        &["tick", "3.1", "--event", NASTY],
        &["attach", "3.1", NASTY],
        &["checklist", "show", NASTY],
        &["checklist", "lint", NASTY],
        &["verify", NASTY],
        &["backup", &format!("nowhere/{NASTY}")],
        &["status", "--checklist", NASTY],
        &["report", "-o", &format!("nowhere/{NASTY}.yaml")],
        &["report", "-o", &format!("x.{NASTY}")],
        &["init", "--kind", NASTY],
        &["completions", NASTY],
        &["--lang", NASTY],
        &["--nasty", NASTY],
        &[&format!("--{NASTY}")],
    ] {
        let output = run(&home, args);
        assert!(
            matches!(output.status.code(), Some(2 | 70)),
            "{args:?}: {output:?}"
        );
    }
    let mut command = home.start(env!("CARGO_BIN_EXE_duban"));
    command.args(["--home", NASTY, "status"]);
    assert_harmless(&command.output().expect("the program runs"), &["--home"]);
}

#[test]
fn a_file_with_control_codes_is_refused_harmless() {
    let home = Home::set_up();
    let escaped = serde_json::to_string(NASTY).expect("JSON");
    for (name, text) in [
        ("raw", format!("checklist: x\ntitle: \"{NASTY}\"\n")),
        (
            "escaped",
            format!("checklist: x\nversion: 1\ntitle: {escaped}\n"),
        ),
        ("as a key", format!("checklist: x\n{escaped}: 1\n")),
    ] {
        std::fs::write(home.beside("my.yaml"), &text).expect("written");
        let output = run(&home, &["checklist", "lint", "my.yaml"]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        run(&home, &["checklist", "lint", "my.yaml", "--json"]);
        home.write("checklists/my.yaml", &text);
        assert_eq!(
            run(&home, &["checklist", "list"]).status.code(),
            Some(2),
            "{name}"
        );
    }
    home.write(
        "school.yaml",
        format!("id: x\nname: {escaped}\nkind: primary\nchecklists: []\n"),
    );
    assert_eq!(run(&home, &["status"]).status.code(), Some(2));
    let report = std::fs::write(home.beside("report.yaml"), format!("schema: {escaped}\n"));
    report.expect("written");
    assert_eq!(
        run(&home, &["verify", "report.yaml"]).status.code(),
        Some(2)
    );
}

#[test]
fn the_terminals_own_colours_are_not_borrowed() {
    let home = Home::set_up();
    home.ok(&["waive", "5.10", "--reason", NASTY]);
    let output = home
        .duban()
        .args(["--color", "always", "status", "--all"])
        .output();
    let text = String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8");
    assert!(text.contains('\u{1b}'), "there are colours");
    assert!(
        !text.contains("\u{1b}[2J") && !text.contains('\u{9b}'),
        "but not the text's"
    );
}
