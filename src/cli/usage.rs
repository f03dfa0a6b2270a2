//! What is wrong with a command line, in the user's language.

use crate::text::{Lang, help as words};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, and what to do.
pub(super) fn say(error: &clap::Error, lang: Lang) -> (String, String) {
    let said = |kind: ContextKind| context(error, kind);
    let arg = said(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => words::unknown_argument(&arg, lang),
        ErrorKind::InvalidSubcommand => {
            words::no_command(&said(ContextKind::InvalidSubcommand), lang)
        }
        ErrorKind::MissingRequiredArgument => words::missing(&arg, lang),
        ErrorKind::MissingSubcommand => words::MISSING_SUBCOMMAND.of(lang).to_owned(),
        ErrorKind::ArgumentConflict => words::conflict(&arg, &said(ContextKind::PriorArg), lang),
        _ => words::bad_value(&said(ContextKind::InvalidValue), &arg, lang),
    };
    (message, hint(error, lang))
}

fn hint(error: &clap::Error, lang: Lang) -> String {
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
        ContextKind::ValidValue,
    ]
    .into_iter()
    .map(|kind| context(error, kind))
    .find(|text| !text.is_empty());
    match suggested {
        Some(suggested) => words::instead(&suggested, lang),
        None => words::SEE_HELP.of(lang).to_owned(),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            texts.join(", ")
        }
        _ => String::new(),
    }
}
