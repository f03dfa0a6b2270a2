//! Names of things in a checklist.

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;

/// A text that cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` cannot be an id: letters, digits, `.`, `-` and `_`, at most 64, beginning with a letter or digit"
)]
pub struct IdError(pub String);

/// Checks the form that all ids share. Ids become keys, file names and command-line words.
fn checked(text: &str) -> Result<&str, IdError> {
    let right = !text.is_empty()
        && text.chars().count() <= 64
        && text.starts_with(|c: char| c.is_alphanumeric())
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if right {
        Ok(text)
    } else {
        Err(IdError(text.to_owned()))
    }
}

/// Reads an id from whatever text the reader has at hand.
struct OfText<T>(PhantomData<T>);

impl<T: FromStr<Err = IdError>> Visitor<'_> for OfText<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// Facts, judgements and reports name the same things over and over: a clone costs no
        /// memory.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                checked(text).map(|text| Self(text.into()))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(OfText(PhantomData))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// The id of a checklist: `taijiang-2022`.
    ChecklistId;
    /// The number of a requirement: `3`.
    RequirementId;
    /// The id of an item: `3.1`.
    ItemId;
    /// A place in the directive's text: `T3.1`.
    ClauseId;
    /// A role at a school: `school-doctor`.
    RoleId;
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident: $part:ident: $id:ident, $part_doc:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name {
            /// The checklist.
            pub checklist: ChecklistId,
            #[doc = $part_doc]
            pub $part: $id,
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}/{}", self.checklist, self.$part)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let parts = text.split_once('/');
                let (checklist, part) = parts.ok_or_else(|| IdError(text.to_owned()))?;
                Ok(Self {
                    checklist: checklist.parse()?,
                    $part: part.parse()?,
                })
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.to_string()
            }
        }
    )*};
}

names! {
    /// An item of a checklist, written `taijiang-2022/3.1`.
    ItemRef: item: ItemId, "The item in it.";
    /// A requirement of a checklist, written `taijiang-2022/3`.
    RequirementRef: requirement: RequirementId, "The requirement in it.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_hold_no_spaces_paths_or_control_codes() {
        for right in ["3.1", "taijiang-2022", "A2.3", "学校_1"] {
            assert!(right.parse::<ItemId>().is_ok(), "{right}");
        }
        let long = "x".repeat(65);
        for wrong in ["", "3 1", "../x", "a/b", "a\u{1b}[2J", ".x", "-x", &long] {
            assert!(wrong.parse::<ItemId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_in_a_checklist_has_two_parts() {
        let name: ItemRef = "taijiang-2022/3.1".parse().expect("a name");
        assert_eq!(name.item.as_str(), "3.1");
        assert_eq!(name.to_string(), "taijiang-2022/3.1");
        for wrong in ["3.1", "a/b/c", "/3.1", "taijiang-2022/", ""] {
            assert!(wrong.parse::<RequirementRef>().is_err(), "{wrong}");
        }
    }
}
