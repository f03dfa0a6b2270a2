//! Reports in which every text that a person wrote is something that a reader could take for more.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use duban::report::StatusReport;
use serde_json::Value;

/// Texts that a browser, a spreadsheet, a terminal or a reader of Markdown could obey.
pub(crate) const NASTY: [&str; 16] = [
    "</script><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "[x](javascript:alert) ![y](https://z.example/p.png)",
    "a | b \\| c || d",
    "**b** _i_ `c` ~~s~~ <b>h</b> &amp; &#35;",
    "# h #",
    "> q",
    "- l\n- m\n\n---\n1. n",
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "a,b;c:d\\n\\,e\"f",
    "\u{202e}abc\u{1b}[31m\0\u{7}\u{feff}",
    "＝＋－＠ ｛done｝ {done} {{school}}",
    "https://x.example www.x.example a@x.example :smile: $x$ #12 @all",
    "[ref]: https://x.example",
    "\\",
    "   ",
];

/// The keys whose values a person wrote.
const WRITTEN: [&str; 13] = [
    "name",
    "text",
    "item_text",
    "owner",
    "reason",
    "note",
    "by",
    "signed_by",
    "title",
    "unit",
    "source",
    "cause",
    "action",
];

/// The report with a nasty text in place of everything that a person wrote.
pub(crate) fn nasty(report: &StatusReport, text: &str) -> StatusReport {
    let mut value = serde_json::to_value(report).expect("JSON");
    replace(&mut value, text);
    serde_json::from_value(value).expect("a report")
}

fn replace(value: &mut Value, text: &str) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(|one| replace(one, text)),
        Value::Object(all) => {
            for (key, one) in all {
                // The source of a finding is one of a few words; that of evidence is written.
                let is_word = matches!(one.as_str(), Some("self-check" | "inspection" | "review"));
                if one.is_string() && !is_word && WRITTEN.contains(&key.as_str()) {
                    *one = Value::from(text);
                } else {
                    replace(one, text);
                }
            }
        }
        _ => {}
    }
}
