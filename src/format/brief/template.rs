//! A brief's template, read with all its problems at once.

use super::super::gate::pass_prose;
use super::super::nearest::nearest;
use super::super::problem::{Problem, ProblemKind, Problems};
use super::super::source::{At, problem};
use super::LIMIT;
use crate::text::brief::{CLOSING, COMMENT, OPENING, Placeholder};

/// A template of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    pub(super) lines: Vec<Line>,
}

/// A line of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line(pub(super) Vec<Part>);

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words that stand as they are.
    Text(String),
    /// What is replaced.
    Value(Placeholder),
}

impl Brief {
    /// Whether it has the placeholder anywhere.
    pub(super) fn asks_for(&self, placeholder: Placeholder) -> bool {
        let mut parts = self.lines.iter().flat_map(|line| &line.0);
        parts.any(|part| *part == Part::Value(placeholder))
    }
}

/// Reads a template; `name` is the file's, for its problems.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_brief(name: &str, bytes: &[u8]) -> Result<Brief, Problems> {
    let wrong = |list| Problems {
        file: name.to_owned(),
        list,
    };
    let text = pass_prose(bytes).map_err(wrong)?;
    let mut reading = Reading {
        text,
        chars: 0,
        too_long: None,
        problems: Vec::new(),
    };
    let mut lines: Vec<Line> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if !line.starts_with(COMMENT) {
            lines.push(reading.line(n + 1, line));
        }
    }
    reading.length();
    let is_blank = |line: &Line| line.0.is_empty();
    lines.drain(..lines.iter().take_while(|line| is_blank(line)).count());
    while lines.last().is_some_and(is_blank) {
        lines.pop();
    }
    if lines.is_empty() && reading.problems.is_empty() {
        let what = ProblemKind::EmptyFile;
        reading.problems.push(problem(text, At::START, what));
    }
    if reading.problems.is_empty() {
        Ok(Brief { lines })
    } else {
        Err(wrong(reading.problems))
    }
}

struct Reading<'a> {
    text: &'a str,
    /// How many characters of its own the template has up to here.
    chars: usize,
    /// The line that is the first too much.
    too_long: Option<usize>,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn line(&mut self, number: usize, line: &str) -> Line {
        let chars: Vec<char> = line.trim_end().chars().collect();
        let mut parts = Vec::new();
        let mut words = String::new();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            let is_twice = chars.get(at + 1) == Some(&c);
            let is_brace = OPENING.contains(&c) || CLOSING.contains(&c);
            if !is_brace || is_twice || CLOSING.contains(&c) {
                words.push(c);
                at += if is_brace && is_twice { 2 } else { 1 };
                continue;
            }
            let rest = chars.get(at + 1..).unwrap_or_default();
            let Some(length) = rest.iter().position(|c| CLOSING.contains(c)) else {
                let what = ProblemKind::PlaceholderOpen(known());
                self.wrong(At::run(number, at + 1, chars.len() - at), what);
                break;
            };
            let name: String = rest.iter().take(length).collect();
            let place = At::run(number, at + 1, length + 2);
            if !words.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut words)));
            }
            parts.extend(self.placeholder(name.trim(), place).map(Part::Value));
            at += length + 2;
        }
        self.count(&words, &parts, number);
        if !words.is_empty() {
            parts.push(Part::Text(words));
        }
        Line(parts)
    }

    fn placeholder(&mut self, name: &str, at: At) -> Option<Placeholder> {
        let found = Placeholder::of_name(name);
        if found.is_none() {
            let known = known();
            let what = ProblemKind::UnknownPlaceholder {
                name: name.to_owned(),
                nearest: nearest(name, &known),
                known,
            };
            self.wrong(at, what);
        }
        found
    }

    /// Counts the template's own characters of a line.
    fn count(&mut self, last: &str, parts: &[Part], number: usize) {
        let texts = parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            Part::Value(_) => None,
        });
        let chars = texts.chain([last]).map(|text| text.chars().count());
        self.chars += chars.sum::<usize>() + 1;
        if self.chars > LIMIT {
            self.too_long.get_or_insert(number);
        }
    }

    fn length(&mut self) {
        if let Some(number) = self.too_long {
            let what = ProblemKind::TooLong {
                chars: self.chars,
                limit: LIMIT,
            };
            self.wrong(At::point(number, 1), what);
        }
    }

    fn wrong(&mut self, at: At, what: ProblemKind) {
        self.problems.push(problem(self.text, at, what));
    }
}

/// Every name that a template may use.
fn known() -> Vec<&'static str> {
    let names = Placeholder::ALL.into_iter().map(Placeholder::name);
    names.flat_map(|name| [name.en, name.zh]).collect()
}
