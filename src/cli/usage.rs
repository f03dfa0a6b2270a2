//! What is wrong with a command line, in the user's language.

use crate::text::{Lang, help as words};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, and what to do; `path` is the command that was meant.
pub(super) fn say(error: &clap::Error, path: &str, lang: Lang) -> (String, String) {
    let said = |kind| plain(&context(error, kind, lang));
    // One that may be left out stands in brackets.
    let arg = said(ContextKind::InvalidArg).replace(['[', ']'], "");
    let value = said(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => words::unknown_argument(&arg, lang),
        ErrorKind::InvalidSubcommand => {
            words::no_command(&said(ContextKind::InvalidSubcommand), lang)
        }
        ErrorKind::MissingRequiredArgument => words::missing(&arg, lang),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words::MISSING_SUBCOMMAND.of(lang).to_owned()
        }
        ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg) {
            same if same == arg => words::twice(&arg, lang),
            other => words::conflict(&arg, &other, lang),
        },
        ErrorKind::InvalidUtf8 => words::NOT_UTF8.of(lang).to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => words::no_value(&arg, lang),
        _ => words::bad_value(&value, &arg, lang),
    };
    (message, hint(error, path, lang))
}

fn hint(error: &clap::Error, path: &str, lang: Lang) -> String {
    let first = |kinds: &[ContextKind]| {
        let texts = kinds.iter().map(|kind| context(error, *kind, lang));
        texts.into_iter().find(|text| !text.is_empty())
    };
    let meant = first(&[
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]);
    match (meant, first(&[ContextKind::ValidValue])) {
        (Some(meant), _) => words::meant(&meant, lang),
        (None, Some(valid)) => words::instead(&valid, lang),
        (None, None) => words::see_help(path, lang),
    }
}

/// `<ITEM>...` as the help pages write it: `ITEM…`.
fn plain(text: &str) -> String {
    text.replace(['<', '>'], "").replace("...", "…")
}

fn context(error: &clap::Error, kind: ContextKind, lang: Lang) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => words::list(texts, lang),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            words::list(&texts, lang)
        }
        _ => String::new(),
    }
}
