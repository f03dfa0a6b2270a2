//! Texts that come with the data: `{ zh: …, en: … }`, or one plain string for both.

use super::Lang;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

/// A text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Bilingual {
    zh: String,
    /// `None` where the same text serves both languages.
    en: Option<String>,
}

impl Bilingual {
    /// A text in both languages.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: Some(en.into()),
        }
    }

    /// One text for both languages.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            zh: text.into(),
            en: None,
        }
    }

    /// The text in `lang`.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.zh,
        }
    }

    /// The different texts it has: one or two.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.zh.as_str()).chain(self.en.as_deref())
    }
}

impl Serialize for Bilingual {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.en {
            None => serializer.serialize_str(&self.zh),
            Some(en) => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("zh", &self.zh)?;
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

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bilingual, A::Error> {
        let (mut zh, mut en) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            let slot = match key.as_str() {
                "zh" => &mut zh,
                "en" => &mut en,
                _ => return Err(de::Error::unknown_field(&key, &["zh", "en"])),
            };
            if slot.replace(map.next_value::<String>()?).is_some() {
                return Err(de::Error::custom(format_args!("duplicate key `{key}`")));
            }
        }
        Ok(Bilingual {
            zh: zh.ok_or_else(|| de::Error::missing_field("zh"))?,
            en: Some(en.ok_or_else(|| de::Error::missing_field("en"))?),
        })
    }
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
