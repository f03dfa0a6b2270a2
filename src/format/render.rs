//! Problems as text for a terminal: `file:line:column: what`, the line, a caret, the remedy.

use super::problem::{Problem, Problems};
use super::source::is_invisible;
use crate::text::Lang;
use unicode_width::UnicodeWidthChar;

/// How many cells of a long line are shown before and after what is meant.
const MARGIN: usize = 60;

/// All problems in words, one after the other.
#[must_use]
pub fn render(problems: &Problems, lang: Lang) -> String {
    let name = shown(&problems.name);
    let parts = problems.list.iter().map(|p| one(&name, p, lang));
    parts.collect::<Vec<_>>().join("\n")
}

fn one(name: &str, problem: &Problem, lang: Lang) -> String {
    let (what, remedy) = problem.what.say(lang);
    let Problem { line, column, .. } = problem;
    let gutter = " ".repeat(line.to_string().len());
    let excerpt = if problem.quoted.is_empty() {
        String::new()
    } else {
        let (quoted, before, under) = window(problem);
        let (indent, carets) = (" ".repeat(before), "^".repeat(under));
        format!("  {line} | {quoted}\n  {gutter} | {indent}{carets}\n")
    };
    let (what, remedy) = (shown(&what), shown(&remedy));
    format!("{name}:{line}:{column}: {what}\n{excerpt}  {gutter} = {remedy}\n")
}

/// The part of the line around what is meant, the cells in front of that, and the cells it takes.
fn window(problem: &Problem) -> (String, usize, usize) {
    let line: Vec<char> = problem.quoted.chars().collect();
    let start = problem.column.saturating_sub(1).min(line.len());
    let end = (start + problem.width).min(line.len());
    let (before, rest) = line.split_at(start);
    let (meant, after) = rest.split_at(end - start);
    let meant = fitting(meant.iter());
    let before: Vec<char> = fitting(before.iter().rev());
    let shown = fitting(after.iter());
    let end = if shown.len() < after.len() { "…" } else { "" };
    let cut = if before.len() < start { "…" } else { "" };
    let before: String = before.into_iter().rev().collect();
    let under = cells(meant.iter()).max(1);
    let indent = cells(before.chars().collect::<Vec<_>>().iter()) + cut.chars().count();
    let quoted = meant.into_iter().chain(shown).collect::<String>();
    (format!("{cut}{before}{quoted}{end}"), indent, under)
}

/// As many characters as fit the margin.
fn fitting<'a>(chars: impl Iterator<Item = &'a char>) -> Vec<char> {
    let mut used = 0;
    let fits = |c: &&char| {
        used += cell(**c);
        used <= MARGIN
    };
    chars.take_while(fits).copied().collect()
}

fn cells<'a>(chars: impl Iterator<Item = &'a char>) -> usize {
    chars.map(|c| cell(*c)).sum()
}

fn cell(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// A text from a file, safe to print.
fn shown(text: &str) -> String {
    let safe = |c: char| {
        if c == '\n' || c == '\t' || is_invisible(c) {
            '\u{fffd}'
        } else {
            c
        }
    };
    text.chars().map(safe).collect()
}
