//! The one module that knows the YAML crates: `serde_yaml` reads fast and typed, `serde_saphyr`
//! knows places and writes so that readers of YAML 1.1 agree.

mod emitter;

use super::node::{Node, Value};
use super::problem::Syntax;
use super::source::At;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, SeqAccess};
use serde::{Serialize, de};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::granit_parser::ErrorKind;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Error, ExternalMessageSource, Location, Options, Spanned};
use std::fmt;

/// The deepest nesting that is read; a status report has nine levels.
const DEPTH: usize = 32;

/// How many parts of a file aliases may repeat; none of ours needs any.
const REPEATED: usize = 5_000;

/// A value that has no form in YAML. None of duban's own is of the kind.
#[derive(Debug, thiserror::Error)]
#[error("cannot be written as YAML: {0}")]
pub struct WriteError(#[from] serde_saphyr::ser_error::Error);

/// What the fast reader said, and where.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) at: At,
    pub(super) words: String,
}

/// Writes `value` as YAML. Long lines are not folded, so that Chinese text stays whole.
pub fn write<T: Serialize>(value: &T) -> Result<String, WriteError> {
    emitter::emit(value)
}

/// Reads what a program wrote.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Said> {
    serde_yaml::from_str(text).map_err(|error| said(&error))
}

/// Reads what a person wrote: a key with nothing after it is an error and not an empty list, a
/// repeated key is an error in maps of every kind, and `3.10` is no text.
pub(super) fn parse_strictly<T: DeserializeOwned>(text: &str) -> Result<T, Said> {
    let value: serde_yaml::Value = serde_yaml::from_str(text).map_err(|error| said(&error))?;
    if !is_plain(&value) {
        return Err(Said {
            at: At::START,
            words: "null or tag".to_owned(),
        });
    }
    serde_yaml::from_value(value).map_err(|error| said(&error))
}

fn is_plain(value: &serde_yaml::Value) -> bool {
    use serde_yaml::Value as Yaml;
    match value {
        Yaml::Null | Yaml::Tagged(_) => false,
        Yaml::Bool(_) | Yaml::Number(_) | Yaml::String(_) => true,
        Yaml::Sequence(list) => list.iter().all(is_plain),
        Yaml::Mapping(map) => map.iter().all(|(key, v)| is_plain(key) && is_plain(v)),
    }
}

fn said(error: &serde_yaml::Error) -> Said {
    let at = error
        .location()
        .map_or(At::START, |l| At::point(l.line(), l.column()));
    Said {
        at,
        words: shortened(&error.to_string()),
    }
}

/// What the reader says, without the place, which is said beside it, and without the whole list of
/// what it would have taken.
fn shortened(said: &str) -> String {
    let said = said.rsplit_once(" at line ").map_or(said, |(said, _)| said);
    let said = said
        .split_once(", expected one of ")
        .map_or(said, |(said, _)| said);
    said.to_owned()
}

/// The place where `text` is nested too deep or aliases repeat too much, if they do. Soon sure of
/// it, where the fast reader is not.
pub(super) fn excess(text: &str) -> Option<(At, Syntax)> {
    let is_excess = |what: &Syntax| matches!(what, Syntax::TooDeep | Syntax::TooManyAliases);
    fault(text).filter(|(_, what)| is_excess(what))
}

/// The place where `text` is no YAML, if it is none; found without building anything from it.
pub(super) fn fault(text: &str) -> Option<(At, Syntax)> {
    let error = serde_saphyr::from_str_with_options::<IgnoredAny>(text, options(text)).err()?;
    Some(syntax(&error))
}

/// The document as a tree with places.
pub(super) fn tree(text: &str) -> Result<Node, (At, Syntax)> {
    let raw: Spanned<Raw> =
        serde_saphyr::from_str_with_options(text, options(text)).map_err(|error| syntax(&error))?;
    Ok(node(raw, text))
}

/// What is looked at: nodes in proportion to the text, which has none without a character.
fn options(text: &str) -> Options {
    let nodes = text.len().max(2_000_000);
    serde_saphyr::options! {
        with_snippet: false,
        emit_comments: false,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        reject_unsupported_tags: true,
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: REPEATED },
        budget: serde_saphyr::budget! { max_depth: DEPTH, max_nodes: nodes, max_events: 2 * nodes, max_total_scalar_bytes: text.len().max(64 * 1024 * 1024) },
    }
}

/// A value as the reader hands it over, before numbers get back their spelling.
enum Raw {
    Nothing,
    Flag,
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Flag)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = access.next_element()? {
            list.push(element);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = access.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

fn node(raw: Spanned<Raw>, text: &str) -> Node {
    let mut at = place(raw.referenced, text);
    let spelling = || slice(raw.defined, text).to_owned();
    let value = match raw.value {
        Raw::Nothing => Value::Nothing,
        Raw::Flag => Value::Flag(spelling()),
        Raw::Number => number(spelling()),
        Raw::Text(text) => Value::Text(text),
        Raw::List(list) => Value::List(list.into_iter().map(|e| node(e, text)).collect()),
        Raw::Map(entries) => {
            let entries = entries.into_iter();
            Value::Map(
                entries
                    .map(|(k, v)| (node(k, text), node(v, text)))
                    .collect(),
            )
        }
    };
    if let Value::Map(entries) = &value {
        // A map without braces begins where its first key does.
        let first = entries.first().map(|(key, _)| key.at);
        at = first
            .filter(|key| key.line == at.line && key.column == at.column)
            .unwrap_or(at);
    }
    Node { at, value }
}

/// A number, if the fast reader takes it for one too: they differ over `0X1F`.
fn number(spelling: String) -> Value {
    match serde_yaml::from_str(&spelling) {
        Ok(serde_yaml::Value::String(text)) => Value::Text(text),
        _ => Value::Number(spelling),
    }
}

fn slice(location: Location, text: &str) -> &str {
    let span = location.span();
    let range = span
        .byte_offset()
        .zip(span.byte_len())
        .and_then(|(start, length)| {
            let start = usize::try_from(start).ok()?;
            Some(start..start.checked_add(usize::try_from(length).ok()?)?)
        });
    range.and_then(|range| text.get(range)).unwrap_or("")
}

fn place(location: Location, text: &str) -> At {
    let on_line = slice(location, text).lines().next().unwrap_or("");
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).max(1);
    At::run(
        number(location.line()),
        number(location.column()),
        on_line.trim_end().chars().count(),
    )
}

/// The error of a text that is no YAML: where and what, without the crate's words where it can.
fn syntax(error: &Error) -> (At, Syntax) {
    let at = error.location().map_or(At::START, |l| place(l, ""));
    let what = match error {
        Error::ExternalMessage { source, .. } => match source.as_ref() {
            ExternalMessageSource::Parser(error) => parser(error.kind()),
            _ => Syntax::Other(error.to_string()),
        },
        Error::AliasError { error, .. } => syntax(error).1,
        Error::MultipleDocuments { .. } => Syntax::Documents,
        Error::UnknownAnchor { .. } => Syntax::Character('*'),
        Error::UnsupportedTag { .. } => Syntax::Character('!'),
        Error::Budget {
            breach: BudgetBreach::Depth { .. },
            ..
        } => Syntax::TooDeep,
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::RecursiveReferencesRequireWeakTypes { .. } => Syntax::TooManyAliases,
        other => Syntax::Other(other.to_string()),
    };
    (at, what)
}

fn parser(kind: &ErrorKind) -> Syntax {
    use ErrorKind as E;
    match kind {
        E::SimpleKeyExpected | E::InvalidSimpleKey => Syntax::NoColon,
        E::MappingValueNotAllowed => Syntax::SecondColon,
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::ExpectedDocumentStart
        | E::InvalidFlowScalarIndent => Syntax::Indentation,
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation => Syntax::Tab,
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::DocumentIndicatorInQuotedScalar => Syntax::QuoteOpen,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            Syntax::AfterQuote
        }
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => Syntax::Escape,
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::BlockEntryInFlowCollection
        | E::InvalidColonPlacement => Syntax::Bracket,
        E::CommentNotSeparated => Syntax::Comment,
        E::MissingAnchorOrAliasName => Syntax::Character('&'),
        E::BlockSequenceEntryNotAllowed => Syntax::DashAfterKey,
        E::UnexpectedCharacter { character } => Syntax::Character(*character),
        E::RecursionLimitExceeded => Syntax::TooDeep,
        other => Syntax::Other(other.to_string()),
    }
}
