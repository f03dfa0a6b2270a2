//! What is wrong with a text that is no YAML, in terms of what its author typed.
//!
//! The reader stops at the first error, and often a line late. Slips that show on their own line
//! (a full-width colon, a tab) are looked for first, all of them.

use super::problem::{Problem, ProblemKind, Syntax};
use super::source::{At, line, problem};

/// How many lines back the beginning of what is not closed is looked for.
const NEAR: usize = 50;

/// The problems of a text at which the reader stopped with `what` at `at`.
pub(super) fn explain(text: &str, at: At, what: Syntax) -> Vec<Problem> {
    let slips = slips(text);
    if slips
        .iter()
        .any(|slip| (at.line.saturating_sub(1)..=at.line).contains(&slip.line))
    {
        return slips;
    }
    let (at, what) = match what {
        Syntax::QuoteOpen => (opening_quote(text, at.line).unwrap_or(at), what),
        Syntax::Bracket => (opening_bracket(text, at.line).unwrap_or(at), what),
        Syntax::Documents => (second_document(text).unwrap_or(at), what),
        Syntax::SecondColon if colons(line(text, at.line)) < 2 => (at, Syntax::Indentation),
        _ => (at, what),
    };
    vec![problem(text, at, ProblemKind::Syntax(what))]
}

fn slips(text: &str) -> Vec<Problem> {
    let lines = text.lines().enumerate();
    let found = lines.filter_map(|(n, line)| {
        let tab = line.chars().position(|c| c == '\t');
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        if let Some(tab) = tab.filter(|tab| *tab < indent) {
            let what = ProblemKind::Syntax(Syntax::Tab);
            return Some(problem(text, At::point(n + 1, tab + 1), what));
        }
        let colon = full_width_colon(line)?;
        let what = ProblemKind::FullWidthColon;
        Some(problem(text, At::point(n + 1, colon + 1), what))
    });
    found.collect()
}

/// The full-width colon that stands where a key's colon should, by its position in `line`.
pub(super) fn full_width_colon(line: &str) -> Option<usize> {
    let (before, _) = line.split_once('\u{ff1a}')?;
    let key = before.trim_start_matches([' ', '-', '{', ',']).trim_end();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'');
    (!key.is_empty() && key.chars().all(is_key)).then(|| before.chars().count())
}

/// The place of the quote that was opened on or before `last` and never closed.
fn opening_quote(text: &str, last: usize) -> Option<At> {
    let lines: Vec<&str> = text.lines().take(last).collect();
    let numbered = lines.iter().enumerate().rev();
    numbered.take(NEAR).find_map(|(n, line)| {
        let column = odd_quote(line)?;
        Some(At::point(n + 1, column + 1))
    })
}

fn odd_quote(line: &str) -> Option<usize> {
    ['"', '\''].into_iter().find_map(|quote| {
        let opens = |(n, c): (usize, char)| {
            let before = n.checked_sub(1).and_then(|n| line.chars().nth(n));
            let at_start = before.is_none_or(|b| matches!(b, ' ' | '[' | '{' | ','));
            (c == quote && at_start).then_some(n)
        };
        let odd = line.matches(quote).count() % 2 == 1;
        let last = line.chars().enumerate().filter_map(opens).last();
        last.filter(|_| odd)
    })
}

/// The place of the bracket that was opened on or before `last` and not closed on its line.
fn opening_bracket(text: &str, last: usize) -> Option<At> {
    let lines: Vec<&str> = text.lines().take(last).collect();
    let numbered = lines.iter().enumerate().rev();
    numbered.take(NEAR).find_map(|(n, line)| {
        let mut open = Vec::new();
        for (column, c) in line.chars().enumerate() {
            match c {
                '[' | '{' => open.push(column),
                ']' | '}' => drop(open.pop()),
                _ => {}
            }
        }
        Some(At::point(n + 1, open.last()? + 1))
    })
}

fn second_document(text: &str) -> Option<At> {
    let mut marks = text.lines().enumerate().skip(1);
    let (n, _) = marks.find(|(_, line)| line.starts_with("---"))?;
    Some(At::run(n + 1, 1, 3))
}

/// How many `: ` a line has.
fn colons(line: &str) -> usize {
    line.matches(": ").count() + usize::from(line.trim_end().ends_with(':'))
}
