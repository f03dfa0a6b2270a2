//! What a file is expected to hold, as a table, and the walk that holds a document against it.

use super::nearest::nearest;
use super::node::{Node, Value};
use super::problem::{Found, Problem, ProblemKind, Wanted};
use super::source::{At, problem};
use super::syntax::full_width_colon;
use crate::checklist::{Due, ItemId, ItemRef, Target};
use chrono::NaiveDate;

/// What a place may hold.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// Any text.
    Text,
    /// An id.
    Id,
    /// Two ids: `taijiang-2022/3`.
    InChecklist,
    /// A whole number within bounds.
    Number(u64, u64),
    /// A date.
    Date,
    /// `true` or `false`.
    Flag,
    /// One of some words.
    Word(fn() -> Vec<&'static str>),
    /// A due date.
    Due,
    /// A number, or whom to count.
    Target,
    /// A list.
    List(&'static Shape),
    /// Known keys.
    Map(&'static [Key]),
    /// Known keys, and others that are passed over.
    Open(&'static [Key]),
    /// Keys of the author's own, by their form and that of their values.
    Named(&'static Shape, &'static Shape),
    /// A scalar, or nothing yet: a place for others to fill in.
    Blank(&'static Shape),
    /// A scalar, or known keys.
    Either(Wanted, &'static Shape, &'static [Key]),
}

/// A known key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) is_required: bool,
}

/// A key that must be there.
pub(super) const fn required(name: &'static str, shape: Shape) -> Key {
    Key {
        name,
        shape,
        is_required: true,
    }
}

/// A key that may be left out.
pub(super) const fn optional(name: &'static str, shape: Shape) -> Key {
    Key {
        name,
        shape,
        is_required: false,
    }
}

/// A text, or `{ zh: …, en: … }`.
pub(super) const TEXTS: Shape = Shape::Either(
    Wanted::Texts,
    &Shape::Text,
    &[required("zh", Shape::Text), required("en", Shape::Text)],
);

/// All the ways in which `document` differs from `shape`.
pub(super) fn walk(text: &str, document: &Node, shape: &Shape) -> Vec<Problem> {
    let mut walk = Walk {
        text,
        problems: Vec::new(),
    };
    if document.value == Value::Nothing {
        walk.report(At::START, ProblemKind::EmptyFile);
    } else {
        walk.node(document, shape);
    }
    walk.problems
}

struct Walk<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn report(&mut self, at: At, what: ProblemKind) {
        self.problems.push(problem(self.text, at, what));
    }

    fn node(&mut self, node: &Node, shape: &Shape) {
        match (&node.value, shape) {
            (_, Shape::Blank(_)) if node.is_blank() => {}
            (_, Shape::Blank(shape)) => self.node(node, shape),
            (Value::Nothing, _) => self.report(node.at, ProblemKind::Nothing),
            (Value::List(list), Shape::List(element)) => {
                for node in list {
                    self.node(node, element);
                }
            }
            (Value::Map(entries), Shape::Map(keys) | Shape::Either(_, _, keys)) => {
                self.map(node.at, entries, keys, false);
            }
            (Value::Map(entries), Shape::Open(keys)) => self.map(node.at, entries, keys, true),
            (Value::Map(entries), Shape::Named(key, value)) => self.named(entries, key, value),
            (
                Value::Text(_) | Value::Number(_) | Value::Flag(_),
                Shape::Either(wanted, scalar, _),
            ) => {
                self.scalar(node, scalar, *wanted);
            }
            _ => self.scalar(node, shape, shape.wanted()),
        }
    }

    fn map(&mut self, at: At, entries: &[(Node, Node)], keys: &[Key], is_open: bool) {
        let is_there = |key: &Key| entries.iter().any(|(k, _)| k.is(key.name));
        let mut missing: Vec<&Key> = keys.iter().filter(|key| !is_there(key)).collect();
        for (n, (node, value)) in entries.iter().enumerate() {
            let Some(name) = self.key(node, entries.get(..n).unwrap_or_default()) else {
                continue;
            };
            if let Some(known) = keys.iter().find(|key| key.name == name) {
                self.value(node, value, &known.shape);
            } else if !is_open {
                // The key that was meant is not missing as well.
                let meant = self.unknown_key(node.at, name, &missing, keys);
                missing.retain(|key| Some(key.name) != meant);
            }
        }
        for key in missing.iter().filter(|key| key.is_required) {
            self.report(at, ProblemKind::KeyMissing(key.name));
        }
    }

    fn unknown_key(
        &mut self,
        at: At,
        key: &str,
        missing: &[&Key],
        keys: &[Key],
    ) -> Option<&'static str> {
        let free: Vec<&'static str> = missing.iter().map(|key| key.name).collect();
        let nearest = match (&free[..], keys) {
            ([only], [_]) => Some(*only),
            _ => nearest(key, &free),
        };
        let what = ProblemKind::UnknownKey {
            key: key.to_owned(),
            nearest,
            known: keys.iter().map(|key| key.name).collect(),
        };
        self.report(at, what);
        nearest
    }

    fn named(&mut self, entries: &[(Node, Node)], key_shape: &Shape, shape: &Shape) {
        for (n, (key, value)) in entries.iter().enumerate() {
            if self
                .key(key, entries.get(..n).unwrap_or_default())
                .is_some()
            {
                self.scalar(key, key_shape, key_shape.wanted());
                self.value(key, value, shape);
            }
        }
    }

    fn value(&mut self, key: &Node, value: &Node, shape: &Shape) {
        match (&value.value, shape) {
            (_, Shape::Blank(_)) => self.node(value, shape),
            (Value::Nothing, _) => self.report(key.at, ProblemKind::Nothing),
            _ => self.node(value, shape),
        }
    }

    /// The name of a key, if it is a text and not there before.
    fn key<'n>(&mut self, key: &'n Node, before: &[(Node, Node)]) -> Option<&'n str> {
        let Value::Text(name) = &key.value else {
            self.scalar(key, &Shape::Text, Wanted::Text);
            return None;
        };
        if let Some((first, _)) = before.iter().find(|(k, _)| k.is(name)) {
            let what = ProblemKind::KeyTwice {
                key: name.clone(),
                first: first.at.line,
            };
            self.report(key.at, what);
            return None;
        }
        Some(name)
    }

    fn scalar(&mut self, node: &Node, shape: &Shape, wanted: Wanted) {
        let what = match (&node.value, shape) {
            (Value::Text(text), _) => check_text(text, shape, wanted),
            (Value::Number(raw), Shape::Number(min, max)) => check_number(raw, *min, *max),
            (Value::Number(raw), Shape::Target) => check_number(raw, 1, u64::MAX),
            (Value::Flag(_), Shape::Flag) => None,
            (Value::Number(raw) | Value::Flag(raw), Shape::Word(words)) => check_word(raw, words()),
            (Value::Nothing, _) => Some(ProblemKind::Nothing),
            (value, _) => Some(wrong_type(value, wanted)),
        };
        match (what, &node.value) {
            (Some(ProblemKind::FullWidthColon), Value::Text(text)) => {
                let offset = full_width_colon(text).unwrap_or(0);
                let at = At::point(node.at.line, node.at.column + offset);
                self.report(at, ProblemKind::FullWidthColon);
            }
            (Some(what), _) => self.report(node.at, what),
            (None, _) => {}
        }
    }
}

impl Node {
    /// Whether there is nothing to be read in it.
    pub(super) fn is_blank(&self) -> bool {
        match &self.value {
            Value::Nothing => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    pub(super) fn is(&self, key: &str) -> bool {
        matches!(&self.value, Value::Text(text) if text == key)
    }
}

impl Shape {
    fn wanted(&self) -> Wanted {
        match self {
            Self::Text => Wanted::Text,
            Self::Id => Wanted::Id,
            Self::InChecklist => Wanted::InChecklist,
            Self::Number(..) => Wanted::Number,
            Self::Date => Wanted::Date,
            Self::Flag => Wanted::Flag,
            Self::Word(_) => Wanted::Word,
            Self::Due => Wanted::Due,
            Self::Target => Wanted::Target,
            Self::List(_) => Wanted::List,
            Self::Map(_) | Self::Open(_) | Self::Named(..) => Wanted::Map,
            Self::Either(wanted, ..) => *wanted,
            Self::Blank(shape) => shape.wanted(),
        }
    }
}

/// What is wrong with a text at a place of that shape.
fn check_text(text: &str, shape: &Shape, wanted: Wanted) -> Option<ProblemKind> {
    let is_right = match shape {
        Shape::Text => true,
        Shape::Id => text.parse::<ItemId>().is_ok(),
        Shape::InChecklist => text.parse::<ItemRef>().is_ok(),
        Shape::Date => text.parse::<NaiveDate>().is_ok(),
        Shape::Due => text.parse::<Due>().is_ok(),
        Shape::Target => Target::WORDS.iter().any(|(word, _)| *word == text),
        Shape::Word(words) => return check_word(text, words()),
        _ if matches!(wanted, Wanted::Map | Wanted::List) && full_width_colon(text).is_some() => {
            return Some(ProblemKind::FullWidthColon);
        }
        _ => return Some(wrong_type(&Value::Text(text.to_owned()), wanted)),
    };
    let text = text.to_owned();
    (!is_right).then_some(ProblemKind::BadText { wanted, text })
}

fn check_word(word: &str, known: Vec<&'static str>) -> Option<ProblemKind> {
    let nearest = nearest(word, &known);
    let word = word.to_owned();
    (!known.contains(&word.as_str())).then_some(ProblemKind::BadWord {
        word,
        nearest,
        known,
    })
}

fn check_number(raw: &str, min: u64, max: u64) -> Option<ProblemKind> {
    let number = super::yaml::parse::<u64>(raw).ok();
    if number.is_some_and(|n| (min..=max).contains(&n)) {
        return None;
    }
    let number = raw.to_owned();
    Some(ProblemKind::OutOfRange { number, min, max })
}

fn wrong_type(value: &Value, wanted: Wanted) -> ProblemKind {
    let found = match value {
        Value::Nothing => return ProblemKind::Nothing,
        Value::Text(text) => Found::Text(text.clone()),
        Value::Number(raw) => Found::Number(raw.clone()),
        Value::Flag(raw) => Found::Flag(raw.clone()),
        Value::List(_) => Found::List,
        Value::Map(_) => Found::Map,
    };
    ProblemKind::WrongType { wanted, found }
}
