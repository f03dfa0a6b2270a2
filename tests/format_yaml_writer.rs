//! What is written as YAML reads back the same, here and by readers of YAML 1.1.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use duban::format::{read_written, write};
use duban::text::Lang;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// Texts that one reader or another takes for something else.
fn awkward() -> Vec<String> {
    let mut texts: Vec<String> = "no No NO on off yes y Y n N true True false null Null ~ = << 0 012 0o17 0x1F 0b11 \
        1_000 +1 -1 1:30 190:20:30 1:30.5 1e3 1E3 .5 5. .inf -.inf +.INF .nan inf NaN 3.10 2022-03-14 \
        2022-3-4 2022-03-14T10:00:00Z @x %x `x - ? : # & * ! | > ' \" -x ?x :x #x &x *x !x |x >x 'x \"x \
        [ ] { } , [x {x ,x x: x# --- ... ---x \\ \\n {a:b} [a,b] a,b x:y 键：值 “引号” 🏫 é ..."
        .split(' ')
        .map(ToOwned::to_owned)
        .collect();
    texts.extend(
        [
            "",
            " ",
            "  x",
            "x  ",
            "\tx",
            "x\t",
            "a\tb",
            "x: y",
            "x #y",
            "- x",
            "? x",
            "x\n",
            "\nx",
            "a\nb",
            "a\n\nb",
            "a\n  b\n",
            "  a\nb",
            "a\r\nb",
            "a\rb",
            "a\n\n",
            "\n",
            "\n\n",
            "a \nb ",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{2029}b",
            "a\u{feff}b",
            "\u{feff}a",
            "a\u{a0}b",
            "\u{3000}全角",
            "\0",
            "a\u{1b}[2Jb",
            "\u{7f}",
            "\u{9f}",
            "\u{fffe}",
            "\u{fffd}",
            "\u{10ffff}",
            "--- x",
            "... x",
            "%YAML 1.1",
            "2022-03-14 10:00:00 +08:00",
            "a: b\nc: d",
            "# not a comment\nx",
            "key:",
            "!!str x",
            "*a b",
            "\\e",
            "'",
            "''",
            "\"\"",
            "'a' b",
            "\"a\" b",
            " \n ",
            "\t\n",
            "a\n\u{85}b",
            "a\n\tb",
            "\n  a",
            "a\n\0b",
            "é\u{301}",
        ]
        .map(ToOwned::to_owned),
    );
    texts.push("每天晨检，记录体温；".repeat(200));
    texts.push("a very long line of words ".repeat(200));
    texts.push("x".repeat(5_000));
    texts.push("每天晨检。\n".repeat(300));
    texts
}

/// Every awkward text as a value, as a key, in lists, in lists of maps and of lists.
type Everywhere = (
    BTreeMap<String, String>,
    Vec<String>,
    Vec<BTreeMap<String, Vec<String>>>,
    Vec<Vec<String>>,
);

fn everywhere(texts: &[String]) -> Everywhere {
    let map = texts.iter().map(|t| (t.clone(), t.clone())).collect();
    let maps = texts
        .iter()
        .map(|t| BTreeMap::from([(t.clone(), vec![t.clone()])]));
    let lists = texts.iter().map(|t| vec![t.clone(), t.clone()]).collect();
    (map, texts.to_vec(), maps.collect(), lists)
}

#[test]
fn awkward_texts_read_back_equal_everywhere() {
    let value = everywhere(&awkward());
    let written = write(&value).expect("written");
    assert_eq!(
        read_written::<Everywhere>("x", written.as_bytes()),
        Ok(value)
    );
    let hidden = |c: char| c.is_control() && c != '\n';
    assert!(!written.contains(hidden));
}

#[test]
fn each_awkward_text_reads_back_equal_alone() {
    for text in awkward() {
        let written = write(&text).expect("written");
        assert_eq!(
            read_written::<String>("x", written.as_bytes()),
            Ok(text),
            "{written:?}"
        );
    }
}

#[test]
fn what_readers_would_take_for_something_else_is_quoted() {
    for (text, written) in [
        ("晨检表有每个人的体温", "晨检表有每个人的体温"),
        ("gate log: names", "\"gate log: names\""),
        ("no", "\"no\""),
        ("=", "\"=\""),
        ("<<", "\"<<\""),
        ("012", "\"012\""),
        ("1:30", "\"1:30\""),
        ("190:20:30", "\"190:20:30\""),
        ("1_000", "\"1_000\""),
        ("2022-03-14", "\"2022-03-14\""),
        ("~", "\"~\""),
        ("", "\"\""),
        (" x", "\" x\""),
        ("a\nb", "\"a\\nb\""),
        ("a\u{85}b\u{2028}c\u{feff}", "\"a\\Nb\\Lc\\uFEFF\""),
        ("\0\u{1b}[2J\u{7f}", "\"\\0\\e[2J\\x7F\""),
    ] {
        assert_eq!(write(&text).expect("written"), format!("{written}\n"));
        let key = write(&BTreeMap::from([(text, 1)])).expect("written");
        assert_eq!(key, format!("{written}: 1\n"));
    }
}

/// Some hundred texts of any characters, the same in every run.
fn arbitrary() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let pieces = prop::collection::vec(prop::sample::select(awkward()), 1..4);
    let any = prop_oneof![
        any::<String>(),
        "[-+0-9:._eExob,TZ ]{1,12}",
        pieces.prop_map(|p| p.concat())
    ];
    let tree = |_| any.new_tree(&mut runner).expect("a text").current();
    (0..600).map(tree).collect()
}

#[test]
fn pyyaml_reads_what_is_written() {
    let mut texts = awkward();
    texts.extend(arbitrary());
    let value = everywhere(&texts);
    let written = write(&value).expect("written");
    let Some(read) = pyyaml(&written) else {
        println!("skipped: no python3 with PyYAML");
        return;
    };
    let read: Everywhere = serde_json::from_slice(&read).expect("the same shape");
    for (n, text) in texts.iter().enumerate() {
        let found = (&read.1[n], &read.2[n], &read.3[n]);
        assert_eq!(found, (text, &value.2[n], &value.3[n]));
    }
    assert_eq!(read, value);
}

#[test]
fn pyyaml_reads_reports_as_they_are() {
    let place = busy::amended_week();
    for lang in Lang::ALL {
        let report = place
            .at(busy::LATER)
            .report(school::week("2022-W11"), None, lang);
        let report = report.expect("a report");
        let Some(read) = pyyaml(&write(&report).expect("written")) else {
            println!("skipped: no python3 with PyYAML");
            return;
        };
        let read: serde_json::Value = serde_json::from_slice(&read).expect("JSON");
        assert_eq!(read, serde_json::to_value(&report).expect("JSON"));
    }
}

/// What Python's reader of YAML 1.1 makes of a text, as JSON.
fn pyyaml(text: &str) -> Option<Vec<u8>> {
    let has_yaml = Command::new("python3").args(["-c", "import yaml"]).output();
    has_yaml.ok().filter(|output| output.status.success())?;
    let program = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)";
    let mut python = Command::new("python3")
        .args(["-c", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3");
    let mut input = python.stdin.take().expect("its input");
    input.write_all(text.as_bytes()).expect("written to it");
    drop(input);
    let output = python.wait_with_output().expect("its output");
    assert!(output.status.success());
    Some(output.stdout)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads_back_equal(text in any::<String>(), key in any::<String>()) {
        let value = BTreeMap::from([(key, vec![text.clone(), text])]);
        let written = write(&value).expect("written");
        prop_assert_eq!(read_written("x", written.as_bytes()), Ok(value));
    }

    #[test]
    fn texts_of_awkward_pieces_read_back_equal(
        pieces in prop::collection::vec(prop::sample::select(awkward()), 1..4),
        between in prop::sample::select(vec!["", " ", "\n", ": ", " #", "\n\n", "  \n"]),
    ) {
        let text = pieces.join(between);
        let value = vec![BTreeMap::from([(text.clone(), text)])];
        let written = write(&value).expect("written");
        prop_assert_eq!(read_written("x", written.as_bytes()), Ok(value));
    }
}
