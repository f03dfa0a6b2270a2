//! A document as a tree in which everything knows its place.

use super::source::At;
use crate::checklist::FaultStep as Step;

/// A value of a document, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) at: At,
    pub(super) value: Value,
}

/// What a [`Node`] holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing, `~` or `null`.
    Nothing,
    /// `true` or `false`, as written.
    Flag(String),
    /// A number, as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file, repeated keys included.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// The place of what `steps` lead to from here; of the last thing on the way that is there.
    pub(super) fn place(&self, steps: &[Step]) -> At {
        match steps
            .split_first()
            .and_then(|(step, rest)| Some((self.step(step)?, rest)))
        {
            Some(((_, value), rest)) => value.place(rest),
            None => self.at,
        }
    }

    /// As [`Self::place`], but the key in front of it where there is one.
    pub(super) fn key_place(&self, steps: &[Step]) -> At {
        match steps {
            [] => self.at,
            [last] => self.step(last).map_or(self.at, |(at, _)| at),
            [first, rest @ ..] => self.step(first).map_or(self.at, |(_, v)| v.key_place(rest)),
        }
    }

    fn step(&self, step: &Step) -> Option<(At, &Self)> {
        match (step, &self.value) {
            (Step::Index(n), Value::List(list)) => list.get(*n).map(|node| (node.at, node)),
            (Step::Key(key), Value::Map(entries)) => entries
                .iter()
                .find(|(k, _)| matches!(&k.value, Value::Text(text) if text == key))
                .map(|(k, value)| (k.at, value)),
            _ => None,
        }
    }
}
