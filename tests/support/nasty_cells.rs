//! Reports in which everything that a person can write is something else than it seems.

use duban::report::StatusReport;
use proptest::prelude::*;
use serde_json::Value;

/// Texts that become a formula, a link, markup or a control code where nobody takes care.
pub(crate) const NASTY: [&str; 22] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org\",\"点这里\")",
    "+86 591 1234",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "x;=1+1",
    "\"=1+1\"",
    "https://example.org",
    "</t></si><script>alert(1)</script>",
    "_x0041_ &amp; &P",
    "门卫\u{1b}[2J\u{0}\u{202e}登记",
    "一行\r\n=两行\r三行",
    "a\u{fffe}b\u{ffff}c",
    "1.10",
];

/// The keys under which stands what a person wrote.
const WRITTEN: [&str; 15] = [
    "name",
    "title",
    "text",
    "item_text",
    "owner",
    "helpers",
    "note",
    "by",
    "reason",
    "cause",
    "action",
    "unit",
    "source",
    "evidence_expected",
    "district",
];

/// The report with those texts in the place of everything that a person wrote.
pub(crate) fn with_texts(report: &StatusReport, texts: &[String]) -> StatusReport {
    let mut value = serde_json::to_value(report).expect("JSON");
    // Who found a finding is one of a few words.
    let sources: Vec<_> = report.findings.iter().map(|f| f.source).collect();
    let mut next = texts.iter().cycle();
    replace(&mut value, false, &mut next);
    for (finding, source) in value["findings"]
        .as_array_mut()
        .expect("findings")
        .iter_mut()
        .zip(sources)
    {
        finding["source"] = serde_json::to_value(source).expect("JSON");
    }
    serde_json::from_value(value).expect("a report")
}

fn replace<'a>(value: &mut Value, written: bool, texts: &mut impl Iterator<Item = &'a String>) {
    match value {
        Value::String(text) if written => text.clone_from(texts.next().expect("a text")),
        Value::Array(values) => values.iter_mut().for_each(|v| replace(v, written, texts)),
        Value::Object(map) => {
            for (key, value) in map {
                replace(value, WRITTEN.contains(&key.as_str()), texts);
            }
        }
        _ => {}
    }
}

/// The report with a few items of each requirement, so that many can be written in no time.
pub(crate) fn shortened(mut report: StatusReport) -> StatusReport {
    for checklist in &mut report.checklists {
        checklist.requirements.truncate(2);
        for requirement in &mut checklist.requirements {
            requirement.items.truncate(2);
        }
    }
    report
}

/// Texts put together from nasty ones, any others, and pieces of a pattern.
pub(crate) fn nasty_texts(pattern: &'static str) -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        prop::sample::select(NASTY.to_vec()).prop_map(ToOwned::to_owned),
        any::<String>(),
        pattern,
    ];
    let text = prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat());
    prop::collection::vec(text, 1..8)
}
