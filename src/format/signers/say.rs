//! What is wrong with a list of signers, in words.

use super::SignerFault;
use super::line::kinds;
use crate::text::{Lang, signature as words};

impl SignerFault {
    /// What is wrong, and what to do about it.
    pub(in crate::format) fn say(&self, lang: Lang) -> (String, String) {
        let fixed = |pair: words::Pair| (pair.0.of(lang).to_owned(), pair.1.of(lang).to_owned());
        match self {
            Self::NoSigner => fixed(words::NO_SIGNER),
            Self::QuoteOpen => fixed(words::QUOTE_OPEN),
            Self::NoKey => fixed(words::NO_KEY),
            Self::UnknownKind(name) => words::unknown_kind(name, &kinds(), lang),
            Self::Certificate => fixed(words::CERTIFICATE),
            Self::BadKey => fixed(words::BAD_KEY),
            Self::OtherKind(kind) => words::other_kind(kind, lang),
            Self::Authority => fixed(words::AUTHORITY),
            Self::UnknownOption(name) => words::unknown_option(name, lang),
            Self::NoQuotes(name) => words::no_quotes(name, lang),
            Self::OptionTwice(name) => words::option_twice(name, lang),
            Self::BadMoment(text) => words::bad_moment(text, lang),
            Self::Backwards => fixed(words::BACKWARDS),
        }
    }
}
