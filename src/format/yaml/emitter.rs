//! The layout of what is written: every map and list on lines of its own. A text that is plainly a
//! word is written as it is; what could be taken for something else is left to the library.

use super::WriteError;
use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};
use serde_saphyr::ser_error::Error;
use std::collections::HashMap;
use std::fmt::{Display, Write as _};

/// Words of letters that some reader takes for a truth value, for nothing or for no number.
const TAKEN: [&str; 13] = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity", "none",
];

/// A key that takes more bytes is marked as one: readers look for its colon within 1,024 characters.
const LONG: usize = 1_000;

/// The length of the longest of them.
const LONGEST_TAKEN: usize = 8;

/// How many columns a map or list stands further in than the one around it.
const STEP: usize = 2;

/// What stands before a line of a report.
const SPACES: &str = "                                ";

/// How long a week's report is, in bytes.
const USUAL: usize = 96 * 1024;

/// Writes a value as YAML, as the library would, at several times its pace.
pub(super) fn emit<T: Serialize>(value: &T) -> Result<String, WriteError> {
    let mut emitter = Emitter {
        out: String::with_capacity(USUAL),
        place: Place::Start,
        indent: 0,
        keys: HashMap::new(),
        texts: HashMap::new(),
    };
    value.serialize(&mut emitter)?;
    emitter.out.push('\n');
    Ok(emitter.out)
}

/// What stands before a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing: it is the document.
    Start,
    /// Nothing: it is a key.
    Name,
    /// The colon of its key.
    Colon,
    /// The dash of a list.
    Dash,
}

/// A text on its way.
struct Emitter {
    out: String,
    place: Place,
    /// The column of the map or list that is being written.
    indent: usize,
    /// What the library made of keys that were met before.
    keys: HashMap<String, String>,
    /// What it made of other texts.
    texts: HashMap<String, String>,
}

impl Emitter {
    fn word(&mut self, word: &str) {
        self.gap();
        self.out.push_str(word);
    }

    fn display(&mut self, value: impl Display) -> Result<(), Error> {
        self.gap();
        write!(self.out, "{value}").map_err(ser::Error::custom)
    }

    fn gap(&mut self) {
        if matches!(self.place, Place::Colon | Place::Dash) {
            self.out.push(' ');
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        if is_plainly_a_word(text) {
            self.out.push_str(text);
            return Ok(());
        }
        let is_key = self.place == Place::Name;
        let said = if is_key {
            &mut self.keys
        } else {
            &mut self.texts
        };
        if let Some(said) = said.get(text) {
            self.out.push_str(said);
            return Ok(());
        }
        let by_library = if is_key {
            key(text)?
        } else {
            left_to_the_library(&text)?
        };
        self.out.push_str(&by_library);
        said.insert(text.to_owned(), by_library);
        Ok(())
    }

    fn open(&mut self, is_list: bool) -> Result<Block<'_>, Error> {
        let further = match self.place {
            Place::Start => 0,
            Place::Colon if is_list => 0,
            Place::Colon | Place::Dash => STEP,
            Place::Name => return Err(ser::Error::custom("a key is no single text")),
        };
        Ok(Block {
            indent: self.indent + further,
            after: self.place,
            is_empty: true,
            is_list,
            emitter: self,
        })
    }
}

/// The value as the library writes it, in one line.
fn left_to_the_library<T: Serialize>(value: &T) -> Result<String, Error> {
    // A block scalar that begins with a tab is refused by the fast reader: quotes hold everything.
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    let mut said = serde_saphyr::to_string_with_options(value, options)?;
    said.truncate(said.trim_end_matches('\n').len());
    Ok(said)
}

/// A key as the library writes it; a long one as it writes other texts.
fn key(text: &str) -> Result<String, Error> {
    // Escaped, a byte takes up to four.
    if text.len() > LONG / 5 {
        return left_to_the_library(&text);
    }
    let mut said = left_to_the_library(&HashMap::from([(text, None::<u8>)]))?;
    said.truncate(said.trim_end_matches(": null").len());
    Ok(said)
}

/// Whether no reader can take the text for anything else: it begins with a letter, goes on with
/// letters, digits and harmless punctuation, and is none of the words that mean something.
fn is_plainly_a_word(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    begins && !text.ends_with(' ') && text.chars().all(is_harmless) && !is_taken(text)
}

fn is_taken(text: &str) -> bool {
    text.len() <= LONGEST_TAKEN && TAKEN.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// ASCII without marks that mean something; ideographs, which most of these texts are made of; the
/// marks of Chinese sentences, quotation marks, brackets.
fn is_harmless(character: char) -> bool {
    matches!(character,
        'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '-' | '_' | '/' | '.' | '(' | ')'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff0c}' | '\u{3002}' | '\u{3001}' | '\u{ff1b}' | '\u{ff1a}' | '\u{ff1f}' | '\u{ff01}'
        | '\u{ff08}' | '\u{ff09}' | '\u{201c}' | '\u{201d}' | '\u{300a}' | '\u{300b}' | '\u{b7}')
}

/// A map or a list on its way.
struct Block<'a> {
    emitter: &'a mut Emitter,
    indent: usize,
    /// What it stands after.
    after: Place,
    is_empty: bool,
    is_list: bool,
}

impl Block<'_> {
    /// Goes to where the next entry begins.
    fn next(&mut self) {
        match self.after {
            Place::Start if self.is_empty => {}
            Place::Dash if self.is_empty => self.emitter.out.push(' '),
            _ => self.line(),
        }
        self.is_empty = false;
    }

    fn line(&mut self) {
        let out = &mut self.emitter.out;
        out.push('\n');
        match SPACES.get(..self.indent) {
            Some(spaces) => out.push_str(spaces),
            None => out.extend(std::iter::repeat_n(' ', self.indent)),
        }
    }

    fn put<T: ?Sized + Serialize>(&mut self, value: &T, at: Place) -> Result<(), Error> {
        self.emitter.place = at;
        self.emitter.indent = self.indent;
        value.serialize(&mut *self.emitter)
    }

    fn key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Error> {
        self.next();
        let begin = self.emitter.out.len();
        self.put(key, Place::Name)?;
        if self.emitter.out.len() - begin > LONG {
            self.emitter.out.insert_str(begin, "? ");
            self.line();
        }
        self.emitter.out.push(':');
        Ok(())
    }

    fn element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        self.emitter.out.push('-');
        self.put(value, Place::Dash)
    }

    fn close(self) {
        if self.is_empty {
            self.emitter.place = self.after;
            self.emitter.word(if self.is_list { "[]" } else { "{}" });
        }
    }
}

impl<'a> Serializer for &'a mut Emitter {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Block<'a>;
    type SerializeTuple = Block<'a>;
    type SerializeTupleStruct = Block<'a>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Block<'a>;
    type SerializeStruct = Block<'a>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.display(value)
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.display(left_to_the_library(&value)?)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        // Within these the standard library writes a number as every reader of YAML has it.
        if (0.001..1e9).contains(&value.abs()) {
            return self.display(format_args!("{value:?}"));
        }
        self.display(left_to_the_library(&value)?)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.gap();
        self.text(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut block = self.open(false)?;
        block.key(variant)?;
        block.put(value, Place::Colon)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Block<'a>, Error> {
        self.open(true)
    }

    fn serialize_tuple(self, _: usize) -> Result<Block<'a>, Error> {
        self.open(true)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Block<'a>, Error> {
        self.open(true)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(ser::Error::custom("a variant with several values"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Block<'a>, Error> {
        self.open(false)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Block<'a>, Error> {
        self.open(false)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(ser::Error::custom("a variant with several values"))
    }
}

impl ser::SerializeSeq for Block<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Block<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTupleStruct for Block<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Block<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Error> {
        self.key(key)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.put(value, Place::Colon)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Block<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.key(key)?;
        self.put(value, Place::Colon)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn texts() -> impl Strategy<Value = String> {
        let words = prop::sample::select(TAKEN.to_vec()).prop_map(str::to_owned);
        let short = "[a-zA-Z0-9 .:/_~#*&!|>'\"%@`,?(){}\\[\\]\t\n-]{0,6}";
        prop_oneof![
            words,
            short,
            "[\u{4e00}-\u{4e40}\u{ff0c}\u{3002}\u{ff1a}\u{201c}\u{ff08}\u{ff09}a-z0-9 .#:-]{0,12}",
            any::<String>()
        ]
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            (0..10_000_u32).prop_map(|n| Value::from(f64::from(n) / 10.0)),
            texts().prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 48, 6, |inner| {
            let map = prop::collection::btree_map(texts(), inner.clone(), 0..5);
            prop_oneof![
                prop::collection::vec(inner, 0..5).prop_map(Value::from),
                map.prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_is_written_is_what_the_library_writes(value in values()) {
            let by_library = left_to_the_library(&value).unwrap() + "\n";
            prop_assert_eq!(emit(&value).unwrap(), by_library);
        }
    }

    #[test]
    fn words_that_mean_something_are_quoted_in_any_case() {
        for word in TAKEN {
            for word in [word.to_owned(), word.to_uppercase()] {
                assert_eq!(
                    emit(&word).unwrap(),
                    left_to_the_library(&word).unwrap() + "\n"
                );
            }
        }
    }

    #[test]
    fn what_has_no_form_is_refused() {
        use std::collections::BTreeMap;
        assert!(emit(&BTreeMap::from([(vec![1], 1)])).is_err());
        assert!(emit(&BTreeMap::from([(None::<()>, 1)])).is_ok());
    }
}
