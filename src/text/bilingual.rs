//! Texts that come with the data: `{ zh: …, en: … }`, or one plain string for both.

use super::Lang;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A text in both languages: one piece of memory for both, since a checklist has thousands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Bilingual {
    /// The Chinese text, and the English one behind it.
    both: Box<str>,
    /// Where the English one begins; `None` where the same text serves both languages.
    en: Option<u32>,
}

impl Bilingual {
    /// A text in both languages.
    #[must_use]
    pub fn new(zh: impl AsRef<str>, en: impl AsRef<str>) -> Self {
        let (zh, en) = (zh.as_ref(), en.as_ref());
        Self {
            both: [zh, en].concat().into(),
            en: Some(u32::try_from(zh.len()).unwrap_or(u32::MAX)),
        }
    }

    /// One text for both languages.
    #[must_use]
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self {
            both: text.as_ref().into(),
            en: None,
        }
    }

    fn parts(&self) -> (&str, Option<&str>) {
        let at = self.en.and_then(|at| usize::try_from(at).ok());
        match at.and_then(|at| self.both.split_at_checked(at)) {
            Some((zh, en)) => (zh, Some(en)),
            None => (&self.both, None),
        }
    }

    /// The text in `lang`.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        match (lang, self.parts()) {
            (Lang::En, (_, Some(en))) => en,
            (_, (zh, _)) => zh,
        }
    }

    /// The different texts it has: one or two.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (zh, en) = self.parts();
        std::iter::once(zh).chain(en)
    }
}

impl Serialize for Bilingual {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.parts() {
            (text, None) => serializer.serialize_str(text),
            (zh, Some(en)) => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("zh", zh)?;
                map.serialize_entry("en", en)?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Bilingual {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Texts)
    }
}

struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = Bilingual;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or { zh: …, en: … }")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Bilingual, E> {
        Ok(Bilingual::plain(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Bilingual, A::Error> {
        let pair = Pair::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Bilingual::new(pair.zh, pair.en))
    }
}

/// Both texts as the reader has them at hand.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair<'a> {
    #[serde(borrow)]
    zh: Cow<'a, str>,
    #[serde(borrow)]
    en: Cow<'a, str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_string_serves_both_languages() {
        let text: Bilingual = serde_json::from_str(r#""门岗""#).expect("a text");
        assert_eq!(text.of(Lang::Zh), "门岗");
        assert_eq!(text.of(Lang::En), "门岗");
        assert_eq!(serde_json::to_string(&text).expect("json"), r#""门岗""#);
    }

    #[test]
    fn one_language_of_a_pair_may_not_be_missing_nor_a_third_added() {
        for wrong in [r#"{"zh":"门岗"}"#, r#"{"zh":"门","en":"gate","fr":"x"}"#] {
            assert!(serde_json::from_str::<Bilingual>(wrong).is_err(), "{wrong}");
        }
    }
}
