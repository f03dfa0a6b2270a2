//! Problems as text for a terminal: `file:line:column: what`, the line, a caret, the remedy.

use super::problem::{Problem, Problems};
use crate::text::{Lang, visible};
use unicode_width::UnicodeWidthChar;

/// How many cells of a long line are shown before and after what is meant.
const MARGIN: usize = 60;

/// All problems in words, one after the other.
#[must_use]
pub fn render(problems: &Problems, lang: Lang) -> String {
    let name = visible(&problems.file);
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
    let (what, remedy) = (visible(&what), visible(&remedy));
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

#[cfg(test)]
mod tests {
    use super::super::problem::{ProblemKind, Syntax};
    use super::super::source::{At, problem};
    use super::*;

    fn rendered(text: &str, at: At) -> String {
        let what = ProblemKind::Syntax(Syntax::Tab);
        let file = "a\u{1b}[2J.yaml".to_owned();
        let list = vec![problem(text, at, what)];
        render(&Problems { file, list }, Lang::En)
    }

    #[test]
    fn the_caret_stands_under_two_cell_characters() {
        let said = rendered("门卫: 登记表", At::run(1, 5, 3));
        let expected = "\
a\u{fffd}[2J.yaml:1:5: a tab in the indentation
  1 | 门卫: 登记表
    |       ^^^^^^
    = use spaces
";
        assert_eq!(said, expected);
    }

    #[test]
    fn a_long_line_is_shown_around_what_is_meant() {
        let text = format!("{}X{}", "门".repeat(500), "卫".repeat(500));
        let said = rendered(&text, At::point(1, 501));
        let lines: Vec<&str> = said.lines().collect();
        let (before, after) = ("门".repeat(30), "卫".repeat(30));
        assert_eq!(lines[1], format!("  1 | …{before}X{after}…"));
        assert_eq!(lines[2], format!("    | {}^", " ".repeat(61)));
    }

    #[test]
    fn a_place_beyond_the_line_is_shown_at_its_end() {
        assert!(rendered("ab", At::point(1, 9)).contains("| ab\n    |   ^\n"));
        assert!(!rendered("ab", At::point(9, 1)).contains('^'));
    }
}
