//! Reading the lists of an item, of which most have one part: memory for one is asked for, where the
//! standard reader asks for four and gives three back, a hundred thousand times over.

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Reads a list.
pub(super) fn read<'de, D, T>(deserializer: D) -> Result<Box<[T]>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_seq(Few(PhantomData))
}

struct Few<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
    type Value = Box<[T]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Box<[T]>, A::Error> {
        let Some(first) = parts.next_element()? else {
            return Ok(Box::default());
        };
        let mut list = Vec::with_capacity(1);
        list.push(first);
        while let Some(next) = parts.next_element()? {
            list.push(next);
        }
        Ok(list.into())
    }
}
