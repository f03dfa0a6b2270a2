//! How often an item is due.

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

/// How often an item is due. In YAML `once`, `daily`, `weekly`, `monthly`, `termly`, or
/// `{ each: exam }`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cadence {
    /// One time.
    Once,
    /// On every school day.
    Daily,
    /// In every week that has a school day.
    Weekly,
    /// In every month that has a school day.
    Monthly,
    /// In every term.
    Termly,
    /// Each time an event of this kind happens.
    Each(String),
}

impl Cadence {
    /// The cadences that are a single word in YAML.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("once", Self::Once),
        ("daily", Self::Daily),
        ("weekly", Self::Weekly),
        ("monthly", Self::Monthly),
        ("termly", Self::Termly),
    ];

    /// The cadence of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(name, _)| *name == word);
        found.map(|(_, cadence)| cadence.clone())
    }

    /// Whether it comes round by the calendar, so that a missed period is followed by the next.
    #[must_use]
    pub fn is_periodic(&self) -> bool {
        !matches!(self, Self::Once | Self::Each(_))
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Each(kind) => write!(f, "each {kind}"),
            other => {
                let word = Self::WORDS.iter().find(|(_, cadence)| cadence == other);
                f.write_str(word.map_or("", |(name, _)| name))
            }
        }
    }
}

impl Serialize for Cadence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Each(kind) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("each", kind)?;
                map.end()
            }
            word => serializer.collect_str(word),
        }
    }
}

impl<'de> Deserialize<'de> for Cadence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CadenceVisitor)
    }
}

struct CadenceVisitor;

impl<'de> Visitor<'de> for CadenceVisitor {
    type Value = Cadence;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("once, daily, weekly, monthly, termly, or { each: exam }")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Cadence, E> {
        Cadence::of_word(word).ok_or_else(|| E::invalid_value(de::Unexpected::Str(word), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cadence, A::Error> {
        match map.next_entry::<String, String>()? {
            Some((key, kind)) if key == "each" && map.next_key::<String>()?.is_none() => {
                Ok(Cadence::Each(kind))
            }
            _ => Err(de::Error::invalid_value(de::Unexpected::Map, &self)),
        }
    }
}
