//! A document with its slips set right by stand-ins, so that the rest of it can still be held
//! against itself: one wrong word must not hide a contradiction elsewhere in the file.

use super::node::{Node, Value};
use super::problem::ProblemKind;
use super::shape::{Key, Shape, walk};
use super::source::At;
use crate::checklist::Fault;
use serde_json::{Map, Value as Json, json};

/// A document that has the right shape.
pub(super) struct Mended {
    pub(super) value: Json,
    /// Where a stand-in was put.
    places: Vec<At>,
    /// Whether a stand-in took the place of a name, or of something with names in it: what refers
    /// to those cannot be judged any more.
    is_lossy: bool,
}

/// Sets the slips of a document right.
pub(super) fn mend(text: &str, document: &Node, shape: &Shape) -> Mended {
    let mut mender = Mender {
        text,
        places: Vec::new(),
        is_lossy: false,
    };
    Mended {
        value: mender.node(document, shape),
        places: mender.places,
        is_lossy: mender.is_lossy,
    }
}

impl Mended {
    /// Whether a contradiction that was found in it is the author's, and no stand-in's.
    pub(super) fn vouches_for(&self, at: At, what: &ProblemKind) -> bool {
        let refers = matches!(
            what,
            ProblemKind::Fault(
                Fault::AfterUnknown(_) | Fault::ClauseUnused(_) | Fault::NoClause | Fault::Empty
            )
        );
        let of_cadence = matches!(what, ProblemKind::Fault(Fault::EventWithoutEvent));
        let is_doubtful = of_cadence || (refers && self.is_lossy);
        !is_doubtful && !self.places.contains(&at)
    }
}

struct Mender<'a> {
    text: &'a str,
    places: Vec<At>,
    is_lossy: bool,
}

impl Mender<'_> {
    fn node(&mut self, node: &Node, shape: &Shape) -> Json {
        match (&node.value, shape) {
            (_, Shape::Blank(_)) if node.is_blank() => "".into(),
            (_, Shape::Blank(shape)) => self.node(node, shape),
            (Value::List(list), Shape::List(element)) => {
                list.iter().map(|node| self.node(node, element)).collect()
            }
            (
                Value::Map(entries),
                Shape::Map(keys) | Shape::Open(keys) | Shape::Either(_, _, keys),
            ) => self.map(node.at, entries, keys),
            (Value::Map(entries), Shape::Named(key, value)) => self.named(entries, key, value),
            (Value::Text(_) | Value::Number(_) | Value::Flag(_), Shape::Either(_, scalar, _)) => {
                self.scalar(node, scalar)
            }
            _ => self.scalar(node, shape),
        }
    }

    fn map(&mut self, at: At, entries: &[(Node, Node)], keys: &[Key]) -> Json {
        let mut map = Map::new();
        for key in keys {
            let entry = entries.iter().find(|(name, _)| name.is(key.name));
            let value = match entry {
                Some((_, value)) if value.value != Value::Nothing => self.node(value, &key.shape),
                _ if key.is_required => self.stand_in(at, &key.shape),
                _ => continue,
            };
            map.insert(key.name.to_owned(), value);
        }
        map.into()
    }

    fn named(&mut self, entries: &[(Node, Node)], key_shape: &Shape, shape: &Shape) -> Json {
        let mut map = Map::new();
        for (key, value) in entries {
            if let Value::Text(name) = &key.value
                && walk(self.text, key, key_shape).is_empty()
            {
                let value = self.node(value, shape);
                map.entry(name.clone()).or_insert(value);
            }
        }
        map.into()
    }

    fn scalar(&mut self, node: &Node, shape: &Shape) -> Json {
        if node.value == Value::Nothing || !walk(self.text, node, shape).is_empty() {
            return self.stand_in(node.at, shape);
        }
        match (&node.value, shape) {
            (Value::Number(raw), Shape::Number(..) | Shape::Target) => {
                raw.parse::<u64>().map_or(Json::Null, Json::from)
            }
            (Value::Flag(raw), Shape::Flag) => raw.eq_ignore_ascii_case("true").into(),
            (Value::Text(raw) | Value::Number(raw) | Value::Flag(raw), _) => raw.clone().into(),
            _ => self.stand_in(node.at, shape),
        }
    }

    fn stand_in(&mut self, at: At, shape: &Shape) -> Json {
        self.places.push(at);
        match shape {
            Shape::Text => "-".into(),
            Shape::Id => {
                self.is_lossy = true;
                format!("stand-in-{}", self.places.len()).into()
            }
            Shape::InChecklist => {
                self.is_lossy = true;
                format!("stand-in/{}", self.places.len()).into()
            }
            Shape::Number(least, _) => (*least).max(1).into(),
            Shape::Date | Shape::Due => "2000-01-01".into(),
            Shape::Flag => false.into(),
            Shape::Word(words) => words().first().copied().into(),
            Shape::Target => 1.into(),
            Shape::Blank(shape) | Shape::Either(_, shape, _) => self.stand_in(at, shape),
            Shape::List(_) => {
                self.is_lossy = true;
                json!([])
            }
            Shape::Named(..) => json!({}),
            Shape::Map(keys) | Shape::Open(keys) => {
                self.is_lossy = true;
                self.map(at, &[], keys)
            }
        }
    }
}
