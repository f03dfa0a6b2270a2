//! One line of the list: who, on what terms, which key.

use super::Bound;
use super::pattern::matches_list;
use crate::format::signature::{KINDS, PublicKey};
use crate::format::source::At;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use std::cmp::Ordering;

/// One who may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signer {
    /// The line, from 1.
    pub(super) line: usize,
    /// The key.
    pub(super) key: PublicKey,
    principals: String,
    terms: Terms,
}

/// On what terms somebody may sign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Terms {
    purposes: Option<String>,
    from: Option<Bound>,
    until: Option<Bound>,
}

/// What is wrong with a line, or the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignerFault {
    /// Nobody is on the list.
    NoSigner,
    /// A quote that is never closed.
    QuoteOpen,
    /// No key follows.
    NoKey,
    /// A kind of key that is not known, by its name.
    UnknownKind(String),
    /// A certificate in place of a key.
    Certificate,
    /// What should be the key is none.
    BadKey,
    /// The key is of another kind than is written before it.
    OtherKind(&'static str),
    /// Certificates of an authority are asked for.
    Authority,
    /// An option that is not known, by its name.
    UnknownOption(String),
    /// An option without its value in quotes.
    NoQuotes(String),
    /// An option that is there twice.
    OptionTwice(String),
    /// No moment.
    BadMoment(String),
    /// It is valid until before it is valid from.
    Backwards,
}

type Placed = (At, SignerFault);

impl Signer {
    /// The signer of a line; nothing where it is empty or a comment.
    pub(super) fn read(text: &str, line: usize) -> Result<Option<Self>, Vec<Placed>> {
        let mut rest = Rest::new(text, line);
        rest.skip_blank();
        if rest.text.is_empty() || rest.text.starts_with('#') {
            return Ok(None);
        }
        let one = |fault| vec![fault];
        let principals = rest.principals().map_err(one)?;
        let mut faults = Vec::new();
        let mut terms = Terms::default();
        if !rest.is_at_key() {
            let options = rest.options().map_err(one)?;
            terms.read(options, &mut faults);
        }
        match rest.key() {
            Ok(key) if faults.is_empty() => Ok(Some(Self {
                line,
                key,
                principals,
                terms,
            })),
            Ok(_) => Err(faults),
            Err(fault) => {
                faults.push(fault);
                Err(faults)
            }
        }
    }

    /// Whose key it is, as the list has it.
    pub(super) fn names(&self) -> &str {
        &self.principals
    }

    pub(super) fn is_for(&self, school: &str) -> bool {
        matches_list(school, &self.principals)
    }

    pub(super) fn may(&self, purpose: &str) -> bool {
        let purposes = self.terms.purposes.as_ref();
        purposes.is_none_or(|list| matches_list(purpose, list))
    }

    /// The same, said in so many words.
    pub(super) fn may_expressly(&self, purpose: &str) -> bool {
        self.terms.purposes.is_some() && self.may(purpose)
    }

    pub(super) fn is_valid_at(&self, at: DateTime<FixedOffset>) -> bool {
        let Terms { from, until, .. } = self.terms;
        let holds = |bound: Option<Bound>, is_kept: fn(Ordering) -> bool| {
            bound.is_none_or(|bound| bound.compare(at).is_some_and(is_kept))
        };
        holds(from, Ordering::is_ge) && holds(until, Ordering::is_le)
    }

    /// From when to when.
    pub(super) fn validity(&self) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
        let Terms { from, until, .. } = self.terms;
        (from.map(|b| b.moment), until.map(|b| b.moment))
    }
}

impl Terms {
    fn read(&mut self, mut options: Rest<'_>, faults: &mut Vec<Placed>) {
        let begin = options.at(options.text);
        loop {
            if let Err(fault) = self.read_one(&mut options) {
                faults.push(fault);
            }
            if !options.skip(',') {
                break;
            }
        }
        if !options.text.is_empty() {
            let fault = SignerFault::UnknownOption(options.text.to_owned());
            faults.push((options.at(options.text), fault));
        }
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until.moment <= from.moment
        {
            faults.push((begin, SignerFault::Backwards));
        }
    }

    fn read_one(&mut self, options: &mut Rest<'_>) -> Result<(), Placed> {
        let start = options.clone();
        let said = options.take(|c| !matches!(c, '=' | ',' | '"'));
        let value = options.skip('=').then(|| options.value()).flatten();
        if value.is_none() {
            // What stands in the place of a value.
            options.take(|c| c != ',');
        }
        self.set(said, value)
            .map_err(|fault| (start.at(said), fault))
    }

    fn set(&mut self, said: &str, value: Option<String>) -> Result<(), SignerFault> {
        let name = said.to_ascii_lowercase();
        if name == "cert-authority" {
            return Err(SignerFault::Authority);
        }
        if !["namespaces", "valid-after", "valid-before"].contains(&name.as_str()) {
            return Err(SignerFault::UnknownOption(said.to_owned()));
        }
        let value = value.ok_or_else(|| SignerFault::NoQuotes(name.clone()))?;
        let is_new = if name == "namespaces" {
            set(&mut self.purposes, value)
        } else {
            let bound = Bound::read(&value).ok_or(SignerFault::BadMoment(value))?;
            let place = if name == "valid-after" {
                &mut self.from
            } else {
                &mut self.until
            };
            set(place, bound)
        };
        is_new.then_some(()).ok_or(SignerFault::OptionTwice(name))
    }
}

/// Sets what is not set yet.
fn set<T>(place: &mut Option<T>, value: T) -> bool {
    let is_new = place.is_none();
    *place = Some(value);
    is_new
}

impl Bound {
    /// `YYYYMMDD`, with `HHMM` or `HHMMSS`, and a `Z` where in UTC.
    fn read(text: &str) -> Option<Self> {
        let upper = text.to_ascii_uppercase();
        let digits = upper.strip_suffix("UTC").or(upper.strip_suffix('Z'));
        let is_utc = digits.is_some();
        let digits = digits.unwrap_or(&upper);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number = |from, to| digits.get(from..to)?.parse::<u32>().ok();
        let year = i32::try_from(number(0, 4)?).ok()?;
        let day = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)?;
        let moment = match digits.len() {
            8 => day.and_hms_opt(0, 0, 0),
            12 => day.and_hms_opt(number(8, 10)?, number(10, 12)?, 0),
            14 => day.and_hms_opt(number(8, 10)?, number(10, 12)?, number(12, 14)?),
            _ => None,
        }?;
        Some(Self { moment, is_utc })
    }
}

/// What is left of a line, and where it begins.
#[derive(Clone)]
struct Rest<'a> {
    text: &'a str,
    line: usize,
    column: usize,
}

impl<'a> Rest<'a> {
    fn new(text: &'a str, line: usize) -> Self {
        Self {
            text,
            line,
            column: 1,
        }
    }

    /// The place of a text that begins here.
    fn at(&self, text: &str) -> At {
        At::run(self.line, self.column, text.chars().count())
    }

    /// Goes on by so many bytes, which end between characters.
    fn advance(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.text.split_at_checked(bytes).unwrap_or((self.text, ""));
        self.text = rest;
        self.column += taken.chars().count();
        taken
    }

    fn take(&mut self, is_in: impl Fn(char) -> bool) -> &'a str {
        let end = self.text.find(|c| !is_in(c));
        self.advance(end.unwrap_or(self.text.len()))
    }

    fn skip(&mut self, c: char) -> bool {
        let is_there = self.text.starts_with(c);
        if is_there {
            self.advance(c.len_utf8());
        }
        is_there
    }

    fn skip_blank(&mut self) {
        self.take(is_blank);
    }

    /// The next word, without anything taken.
    fn word(&self) -> &'a str {
        let word = self.text.split(is_blank).next();
        word.unwrap_or_default()
    }

    /// The first word, which may have blanks in quotes.
    fn principals(&mut self) -> Result<String, Placed> {
        let mut principals = self.take(|c| !is_blank(c) && c != '"').to_owned();
        let quote = (self.at("\""), SignerFault::QuoteOpen);
        if self.skip('"') {
            principals.push_str(self.take(|c| c != '"'));
            if !self.skip('"') {
                return Err(quote);
            }
        }
        self.skip_blank();
        Ok(principals)
    }

    /// Whether the next word is the name of a kind of key, or looks like one.
    fn is_at_key(&self) -> bool {
        let word = self.word();
        let is_kind = |word: &str| KINDS.iter().any(|(name, _)| *name == word);
        word.is_empty() || is_kind(word) || is_certificate(word) || word == "ssh-dss"
    }

    /// The options, as a part of the line.
    fn options(&mut self) -> Result<Self, Placed> {
        let start = self.clone();
        let (mut is_quoted, mut is_escaped) = (false, false);
        let mut quote = start.at("\"");
        let mut end = self.text.len();
        for (n, (at, c)) in self.text.char_indices().enumerate() {
            if is_blank(c) && !is_quoted {
                end = at;
                break;
            }
            if c == '"' && !is_escaped {
                is_quoted = !is_quoted;
                quote.column = start.column + n;
            }
            is_escaped = c == '\\';
        }
        if is_quoted && end == self.text.len() {
            return Err((quote, SignerFault::QuoteOpen));
        }
        let text = self.advance(end);
        self.skip_blank();
        Ok(Self { text, ..start })
    }

    /// A value in quotes, in which `\"` is a quote.
    fn value(&mut self) -> Option<String> {
        if !self.skip('"') {
            return None;
        }
        let mut value = String::new();
        loop {
            value.push_str(self.take(|c| c != '"' && c != '\\'));
            if self.skip('"') {
                return Some(value);
            }
            if self.text.starts_with("\\\"") {
                self.advance(2);
                value.push('"');
            } else if self.skip('\\') {
                value.push('\\');
            } else {
                return None;
            }
        }
    }

    /// The key, by the name of its kind and its bytes; a comment may follow.
    fn key(mut self) -> Result<PublicKey, Placed> {
        let at = self.at(self.word());
        let name = self.take(|c| !is_blank(c));
        if name.is_empty() {
            return Err((at, SignerFault::NoKey));
        }
        if is_certificate(name) {
            return Err((at, SignerFault::Certificate));
        }
        if KINDS.iter().all(|(kind, _)| *kind != name) {
            return Err((at, SignerFault::UnknownKind(name.to_owned())));
        }
        self.skip_blank();
        let at = self.at(self.word());
        let written = self.word();
        if written.is_empty() {
            return Err((at, SignerFault::NoKey));
        }
        let blob = STANDARD.decode(written).ok();
        let key = blob.and_then(|blob| PublicKey::of_blob(&blob));
        let key = key.ok_or((at, SignerFault::BadKey))?;
        if key.name() == name {
            Ok(key)
        } else {
            Err((at, SignerFault::OtherKind(key.name())))
        }
    }
}

/// The kinds of keys that may sign.
pub(super) fn kinds() -> Vec<&'static str> {
    KINDS.iter().map(|(name, _)| *name).collect()
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r')
}

fn is_certificate(kind: &str) -> bool {
    kind.ends_with("-cert-v01@openssh.com")
}
