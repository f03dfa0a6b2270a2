//! Items that are a number against a target.

use crate::text::Bilingual;
use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::Serializer;
use std::fmt;
use std::num::NonZeroU64;

/// What is counted, and up to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureSpec {
    /// What one of them is: people, samples.
    pub unit: Bilingual,
    /// The number to reach; typed in each time where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// How many the school can do on a school day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<NonZeroU64>,
}

/// The number to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A number that the directive gives.
    Number(u64),
    /// The school's pupils.
    Students,
    /// The school's staff.
    Staff,
    /// Pupils and staff.
    Everyone,
}

impl Target {
    /// The targets that come from the school's profile, by the word in YAML.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("students", Self::Students),
        ("staff", Self::Staff),
        ("everyone", Self::Everyone),
    ];
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self::Number(number) = self {
            return serializer.serialize_u64(*number);
        }
        let word = Self::WORDS.iter().find(|(_, target)| target == self);
        serializer.serialize_str(word.map_or("", |(word, _)| word))
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TargetVisitor)
    }
}

struct TargetVisitor;

impl Visitor<'_> for TargetVisitor {
    type Value = Target;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number above zero, or students, staff, everyone")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Target, E> {
        if number == 0 {
            return Err(E::invalid_value(de::Unexpected::Unsigned(0), &self));
        }
        Ok(Target::Number(number))
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Target, E> {
        Target::WORDS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, target)| *target)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Str(word), &self))
    }
}
