//! What can be wrong with a file, as facts. How it is said is in `say`.

use super::gate::Encoding;
use super::signers::SignerFault;
use crate::checklist::Fault;
use crate::report::LayoutFault;
use crate::rollup::{RosterFault, VisitFault};
use crate::school::ProfileFault;

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line as it stands in the file, control characters made visible.
    pub quoted: String,
    /// How many characters are meant, from the column on.
    pub width: usize,
    /// What is wrong.
    pub what: ProblemKind,
}

/// All problems of one file, by place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {} problems", list.len())]
pub struct Problems {
    /// The file's name as the user knows it.
    pub file: String,
    /// The problems; empty where a check found none.
    pub list: Vec<Problem>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// More bytes than are read.
    TooLarge {
        /// The file's size.
        bytes: usize,
        /// What is read at most.
        limit: usize,
    },
    /// More entries than are read.
    TooMuch {
        /// How many there may be.
        entries: usize,
        /// What is read at most.
        limit: usize,
    },
    /// Not UTF-8.
    NotUtf8(Encoding),
    /// A character that shows nothing and does harm.
    InvisibleCharacter(char),
    /// No YAML.
    Syntax(Syntax),
    /// No JSON, in the reader's own words.
    Json(String),
    /// `：` in place of `: ` after a key.
    FullWidthColon,
    /// A key that is not known here.
    UnknownKey {
        /// The key.
        key: String,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
        /// All that are known.
        known: Vec<&'static str>,
    },
    /// A key that is not known here, in a file that a program wrote: another version of it, or a hand.
    NewKey(String),
    /// A schema that is not known here, in a file that a program wrote: a later version of it.
    NewSchema(String),
    /// A key that stands twice in one map.
    KeyTwice {
        /// The key.
        key: String,
        /// The line it stands on first.
        first: usize,
    },
    /// A key that must be there and is not.
    KeyMissing(&'static str),
    /// Nothing after a key or dash.
    Nothing,
    /// The whole file holds nothing.
    EmptyFile,
    /// A value of another kind than is meant.
    WrongType {
        /// What is meant.
        wanted: Wanted,
        /// What is there.
        found: Found,
    },
    /// A number outside its bounds.
    OutOfRange {
        /// As written.
        number: String,
        /// The least.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// A text that cannot be what is meant.
    BadText {
        /// What is meant.
        wanted: Wanted,
        /// The text.
        text: String,
    },
    /// A word that is none of those possible.
    BadWord {
        /// The word.
        word: String,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
        /// Those possible.
        known: Vec<&'static str>,
    },
    /// A checklist that contradicts itself.
    Fault(Fault),
    /// A profile that contradicts itself.
    Profile(ProfileFault),
    /// A layout that contradicts itself, or a checklist.
    Layout(LayoutFault),
    /// A roster that is none.
    Roster(RosterFault),
    /// A visit sheet that cannot be taken in as it is.
    Visit(VisitFault),
    /// A template asks for something that there is not.
    UnknownPlaceholder {
        /// What it asks for.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
        /// What there is.
        known: Vec<&'static str>,
    },
    /// A brace of a template that is not closed; with what there is.
    PlaceholderOpen(Vec<&'static str>),
    /// A template that is longer than what it is for may be.
    TooLong {
        /// How many characters it has.
        chars: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A line of a list of signers that is wrong.
    Signer(SignerFault),
    /// What the reader refuses for a reason of its own, in its words.
    Refused(String),
}

/// Why a text is no YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// A line that does not fit the indentation of those around it.
    Indentation,
    /// A tab in the indentation.
    Tab,
    /// A line without `: ` where a key is meant.
    NoColon,
    /// A second `: ` in a text without quotes.
    SecondColon,
    /// A quote that is never closed.
    QuoteOpen,
    /// Text after a closing quote.
    AfterQuote,
    /// An unknown `\` escape in double quotes.
    Escape,
    /// A bracket that is not closed, or not opened, or a missing comma between.
    Bracket,
    /// A `- ` after a key on the same line.
    DashAfterKey,
    /// A `#` that follows a value without a space.
    Comment,
    /// A character that cannot begin a text without quotes.
    Character(char),
    /// More than one document.
    Documents,
    /// Nested deeper than any file of ours.
    TooDeep,
    /// Aliases that repeat too much.
    TooManyAliases,
    /// Anything else, in the reader's words.
    Other(String),
}

/// What a place of a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Text.
    Text,
    /// Text, or `{ zh: …, en: … }`.
    Texts,
    /// An id.
    Id,
    /// The id of a checklist and one of something in it.
    InChecklist,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// `true` or `false`.
    Flag,
    /// One of a few words.
    Word,
    /// A due date.
    Due,
    /// A measure's target.
    Target,
    /// A cadence.
    Cadence,
    /// A list.
    List,
    /// Keys and values.
    Map,
}

/// What a place of a file holds instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Text.
    Text(String),
    /// A number, as written.
    Number(String),
    /// `true` or `false`, as written.
    Flag(String),
    /// A list.
    List,
    /// Keys and values.
    Map,
}
