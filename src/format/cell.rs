//! Texts as the cells of a spreadsheet: nothing in them is a formula, a control code or a line of
//! its own.

use crate::text::{punctuation, visible};
use std::borrow::Cow;

/// The most that a cell of a workbook holds, in UTF-16 code units.
const MOST: usize = 32_767;
/// The most lines in a cell of a workbook.
const MOST_LINES: usize = 250;

/// A text for a cell of a workbook: its lines are kept, control codes become visible, and what is
/// too long is cut where it can be seen.
pub(super) fn in_workbook(text: &str) -> Cow<'_, str> {
    let is_plain = text.len() < MOST && !text.contains(['\n', '\r', '\u{fffe}', '\u{ffff}']);
    if is_plain {
        return visible(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut safe = String::with_capacity(text.len());
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            safe.push(if n < MOST_LINES { '\n' } else { ' ' });
        }
        safe.push_str(&visible(line).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"));
    }
    Cow::Owned(cut(safe))
}

/// The text, or as much of it as a cell holds with a mark that something is missing.
fn cut(text: String) -> String {
    if text.encode_utf16().count() <= MOST {
        return text;
    }
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MOST
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.push('…');
    short
}

/// A text for a cell of CSV: in one line, and never a formula, whatever spreadsheet opens it. One
/// that parts cells at semicolons would begin another cell there.
pub(super) fn in_csv(text: &str) -> String {
    let text = visible(text);
    let cells: Vec<String> = text.split(';').map(apostrophed).collect();
    cells.join(";")
}

/// A text that a spreadsheet would calculate, behind an apostrophe.
fn apostrophed(text: &str) -> String {
    let is_mark = |c: char| punctuation::FORMULA.contains(c);
    let skipped = |c: char| c.is_whitespace() || matches!(c, '"' | '\u{fffd}' | '\u{200b}');
    if text.trim_start_matches(skipped).starts_with(is_mark) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_csv_is_never_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("\t@SUM(A1)", "' @SUM(A1)"),
            ("\r\n-2", "'  -2"),
            ("＝cmd|' /C calc'!A0", "'＝cmd|' /C calc'!A0"),
            ("体温 36.5;+1", "体温 36.5;'+1"),
            ("\u{1b}[2J=1", "\u{fffd}[2J=1"),
            ("\u{0}=1", "'\u{fffd}=1"),
            ("两人因病\n已返校", "两人因病 已返校"),
            ("3-14 已办", "3-14 已办"),
            ("", ""),
        ] {
            assert_eq!(in_csv(text), cell, "{text:?}");
        }
    }

    #[test]
    fn a_cell_of_a_workbook_keeps_its_lines_and_no_control_code() {
        assert_eq!(in_workbook("一\r\n二\r三"), "一\n二\n三");
        assert_eq!(in_workbook("a\u{1b}[2J\u{202e}b"), "a\u{fffd}[2J\u{fffd}b");
        assert_eq!(in_workbook("a\u{ffff}b\u{fffe}"), "a\u{fffd}b\u{fffd}");
        assert_eq!(in_workbook("=1+1"), "=1+1");
        let lines = "一\n".repeat(400);
        assert_eq!(in_workbook(&lines).matches('\n').count(), MOST_LINES - 1);
    }

    #[test]
    fn what_is_too_long_for_a_cell_is_cut_where_it_can_be_seen() {
        for long in ["字".repeat(MOST + 1), "🏫".repeat(20_000)] {
            let cell = in_workbook(&long);
            assert!(cell.encode_utf16().count() <= MOST && cell.ends_with('…'));
            assert!(cell.encode_utf16().count() >= MOST - 1);
        }
        let right = "字".repeat(MOST);
        assert_eq!(in_workbook(&right), right);
    }
}
