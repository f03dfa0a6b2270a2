//! Problems in words.

use super::gate::Encoding;
use super::nearest::nearest;
use super::problem::{Found, ProblemKind, Syntax, Wanted};
use crate::checklist::Fault;
use crate::report::LayoutFault;
use crate::school::ProfileFault;
use crate::text::{Lang, Phrase, brief, format as words, inspection, roster};

impl ProblemKind {
    /// What is wrong, and what to do about it, in words.
    #[must_use]
    pub fn say(&self, lang: Lang) -> (String, String) {
        let fixed = |pair| fixed(pair, lang);
        match self {
            Self::TooLarge { bytes, limit } => words::too_large(lang, *bytes, *limit),
            Self::TooMuch { entries, limit } => words::too_much(lang, *entries, *limit),
            Self::NotUtf8(Encoding::Gb18030) => fixed(words::GB18030),
            Self::NotUtf8(Encoding::Utf16) => fixed(words::UTF_16),
            Self::NotUtf8(Encoding::Unknown) => fixed(words::NOT_UTF_8),
            Self::InvisibleCharacter(c) => words::invisible(lang, *c),
            Self::Syntax(syntax) => syntax.say(lang),
            Self::Json(said) => words::json(lang, said),
            Self::FullWidthColon => fixed(words::FULL_WIDTH_COLON),
            Self::UnknownKey {
                key,
                nearest,
                known,
            } => words::unknown_key(lang, key, *nearest, known),
            Self::NewKey(key) => words::new_key(lang, key),
            Self::NewSchema(schema) => words::new_schema(lang, schema),
            Self::KeyTwice { key, first } => words::key_twice(lang, key, *first),
            Self::KeyMissing(key) => words::key_missing(lang, key),
            Self::Nothing => fixed(words::NOTHING),
            Self::EmptyFile => fixed(words::EMPTY_FILE),
            Self::WrongType { wanted, found } => found.say(*wanted, lang),
            Self::OutOfRange { number, min, max } => words::out_of_range(lang, number, *min, *max),
            Self::BadText { wanted, text } => {
                words::bad_text(lang, text, wanted.phrase(), wanted.example())
            }
            Self::BadWord {
                word,
                nearest,
                known,
            } => words::bad_word(lang, word, *nearest, known),
            Self::Fault(fault) => say_fault(fault, lang),
            Self::Profile(fault) => say_profile_fault(fault, lang),
            Self::Layout(fault) => say_layout_fault(fault, lang),
            Self::Roster(fault) => roster::fault(fault, lang),
            Self::Visit(fault) => inspection::fault(fault, lang),
            Self::UnknownPlaceholder {
                name,
                nearest,
                known,
            } => brief::unknown(name, *nearest, known, lang),
            Self::PlaceholderOpen(known) => brief::not_closed(known, lang),
            Self::TooLong { chars, limit } => brief::too_long(*chars, *limit, lang),
            Self::Signer(fault) => fault.say(lang),
            Self::Refused(said) => words::refused(lang, said),
        }
    }
}

impl Syntax {
    fn say(&self, lang: Lang) -> (String, String) {
        let (what, remedy) = match self {
            Self::Indentation => words::INDENTATION,
            Self::Tab => words::TAB,
            Self::NoColon => words::NO_COLON,
            Self::SecondColon => words::SECOND_COLON,
            Self::QuoteOpen => words::QUOTE_OPEN,
            Self::AfterQuote => words::AFTER_QUOTE,
            Self::Escape => words::ESCAPE,
            Self::Bracket => words::BRACKET,
            Self::DashAfterKey => words::DASH_AFTER_KEY,
            Self::Comment => words::COMMENT,
            Self::Character(c) => return words::character(lang, *c),
            Self::Documents => words::DOCUMENTS,
            Self::TooDeep => words::TOO_DEEP,
            Self::TooManyAliases => words::TOO_MANY_ALIASES,
            Self::Other(said) => return words::refused(lang, said),
        };
        fixed((what, remedy), lang)
    }
}

impl Wanted {
    fn phrase(self) -> Phrase {
        match self {
            Self::Text => words::A_TEXT,
            Self::Texts => words::TEXTS,
            Self::Id => words::AN_ID,
            Self::InChecklist => words::IN_CHECKLIST,
            Self::Number => words::A_NUMBER,
            Self::Date => words::A_DATE,
            Self::Flag => words::A_FLAG,
            Self::Word => words::A_WORD,
            Self::Due => words::A_DUE_DATE,
            Self::Target => words::A_TARGET,
            Self::Cadence => words::A_CADENCE,
            Self::List => words::A_LIST,
            Self::Map => words::A_MAP,
        }
    }

    /// How it is written, as an example.
    fn example(self) -> Phrase {
        match self {
            Self::Text => words::LIKE_TEXT,
            Self::Texts => words::LIKE_TEXTS,
            Self::Id | Self::Word => words::LIKE_ID,
            Self::InChecklist => words::LIKE_IN_CHECKLIST,
            Self::Number => words::LIKE_NUMBER,
            Self::Date => words::LIKE_DATE,
            Self::Flag => words::LIKE_FLAG,
            Self::Due => words::LIKE_DUE,
            Self::Target => words::LIKE_TARGET,
            Self::Cadence => words::LIKE_CADENCE,
            Self::List => words::LIKE_LIST,
            Self::Map => words::LIKE_MAP,
        }
    }

    /// Whether it is written as a text, so that quotes make one of a number.
    fn is_text(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Texts | Self::Id | Self::InChecklist
        )
    }
}

impl Found {
    fn say(&self, wanted: Wanted, lang: Lang) -> (String, String) {
        let (meant, example) = (wanted.phrase(), wanted.example());
        match self {
            Self::Number(raw) | Self::Flag(raw) if wanted.is_text() => {
                words::needs_quotes(lang, raw, meant)
            }
            Self::Text(text) | Self::Number(text) | Self::Flag(text) => {
                words::wrong_scalar(lang, text, meant, example)
            }
            Self::List => words::wrong_kind(lang, words::A_LIST, meant, example),
            Self::Map => words::wrong_kind(lang, words::A_MAP, meant, example),
        }
    }
}

fn say_fault(fault: &Fault, lang: Lang) -> (String, String) {
    let fixed = |pair| fixed(pair, lang);
    match fault {
        Fault::RequirementTwice(id) => words::id_twice(lang, id.as_str()),
        Fault::ItemTwice(id) => words::id_twice(lang, id.as_str()),
        Fault::ClauseUnknown(id) => words::clause_unknown(lang, id.as_str()),
        Fault::ClauseUnused(id) => words::clause_unused(lang, id.as_str()),
        Fault::NoClause => fixed(words::NO_CLAUSE),
        Fault::RoleUnknown(id) => words::role_unknown(lang, id.as_str()),
        Fault::AfterUnknown(id) => words::after_unknown(lang, id.as_str()),
        Fault::AfterCircle(id) => words::after_circle(lang, id.as_str()),
        Fault::EventWithoutEvent => fixed(words::EVENT_WITHOUT_EVENT),
        Fault::DueNotNeeded => fixed(words::DUE_NOT_NEEDED),
        Fault::WeightRange(weight) => words::out_of_range(lang, &weight.to_string(), 1, 5),
        Fault::EmptyText => fixed(words::EMPTY_TEXT),
        Fault::ControlCharacter => fixed(words::CONTROL_CHARACTER),
        Fault::VersionZero => fixed(words::VERSION_ZERO),
        Fault::Empty => fixed(words::EMPTY_LIST),
    }
}

fn say_profile_fault(fault: &ProfileFault, lang: Lang) -> (String, String) {
    match fault {
        ProfileFault::Backwards(from, to) => {
            words::backwards(lang, &from.to_string(), &to.to_string())
        }
        ProfileFault::TermTwice(id) => words::term_twice(lang, &id.to_string()),
        ProfileFault::AdoptedTwice(id) => words::adopted_twice(lang, id.as_str()),
        ProfileFault::Name => fixed(words::BAD_NAME, lang),
    }
}

fn say_layout_fault(fault: &LayoutFault, lang: Lang) -> (String, String) {
    match fault {
        LayoutFault::Text => fixed(words::BAD_NAME, lang),
        LayoutFault::Empty => fixed(words::EMPTY_CHOICE, lang),
        LayoutFault::Twice(name) => words::chosen_twice(lang, name),
        LayoutFault::NoRequirement {
            checklist,
            requirement,
            known,
        } => {
            let checklist = checklist.as_str();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let near = nearest(requirement, &known);
            words::no_requirement(lang, checklist, requirement, near, &known)
        }
        LayoutFault::NoFigure {
            checklist,
            item,
            known,
        } => {
            let checklist = checklist.as_str();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            words::no_figure(lang, checklist, item, nearest(item, &known), &known)
        }
    }
}

fn fixed((what, remedy): (Phrase, Phrase), lang: Lang) -> (String, String) {
    (what.of(lang).to_owned(), remedy.of(lang).to_owned())
}
