//! The command line's parser in the user's language, and the tables made from it.

use super::args::Arguments;
use super::failure::{Failure, Kind};
use super::page::{self, page};
use super::usage;
use crate::keymap;
use crate::text::screen::keys;
use crate::text::{Lang, help as words};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser};
use std::ffi::OsString;

/// The parser, with every help text in `lang`.
#[must_use]
pub fn command(lang: Lang) -> clap::Command {
    let flag = |name, short, action| Arg::new(name).short(short).long(name).action(action);
    let mut command = Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version));
    // Adds what was deferred, and to every subcommand the options of all.
    command.build();
    let command = localised(command, "", lang).after_long_help(words::AFTER.of(lang));
    with_pages(command, "", lang)
}

fn localised(command: clap::Command, path: &str, lang: Lang) -> clap::Command {
    let command = command
        .about(words::command(path).of(lang))
        .long_about(None::<&str>)
        .subcommand_value_name(words::COMMAND.of(lang))
        .mut_args(|arg| localised_arg(arg, path, lang));
    each_subcommand(command, path, |sub, path| localised(sub, path, lang))
}

/// The command and those below it, each with its help page.
fn with_pages(command: clap::Command, path: &str, lang: Lang) -> clap::Command {
    let page = page(&command, path, lang);
    let command = command.override_help(page);
    each_subcommand(command, path, |sub, path| with_pages(sub, path, lang))
}

fn each_subcommand(
    command: clap::Command,
    path: &str,
    change: impl Fn(clap::Command, &str) -> clap::Command,
) -> clap::Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |sub| change(sub, path.trim_start()))
    })
}

fn localised_arg(arg: Arg, path: &str, lang: Lang) -> Arg {
    let text = words::argument(path, arg.get_id().as_str()).of(lang);
    let arg = arg.help(text).long_help(None::<&str>);
    if !arg.get_action().takes_values() {
        return arg;
    }
    let english = arg.get_value_names().and_then(|names| names.first());
    let chinese = english
        .filter(|_| lang == Lang::Zh)
        .and_then(|name| words::value_name(arg.get_id().as_str(), name.as_str()));
    let arg = arg.hide_default_value(true).hide_possible_values(true);
    match chinese {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

/// The arguments of the command line in `lang`.
///
/// # Errors
/// Wrong usage, in words; or the help or version text, which ends well.
pub fn parse(words: impl IntoIterator<Item = OsString>, lang: Lang) -> Result<Arguments, ParseEnd> {
    use clap::error::ErrorKind;
    let words: Vec<OsString> = words.into_iter().collect();
    match Arguments::try_parse_from(&words) {
        Ok(arguments) => Ok(arguments),
        Err(error) if error.kind() == ErrorKind::DisplayVersion => Err(end(&error, "", lang)),
        Err(_) => parse_in(&words, lang),
    }
}

/// Parses anew with every text in `lang`. Making them costs more than most commands, and only help
/// and wrong usage show them.
fn parse_in(words: &[OsString], lang: Lang) -> Result<Arguments, ParseEnd> {
    let command = command(lang);
    let path = path_of(&command, words);
    let matches = command
        .try_get_matches_from(words)
        .map_err(|error| end(&error, &path, lang))?;
    Arguments::from_arg_matches(&matches).map_err(|error| end(&error, &path, lang))
}

/// The command that is meant, with those above it: the words that name one, in order.
fn path_of(command: &clap::Command, words: &[OsString]) -> String {
    let mut path = Vec::new();
    let mut command = command;
    for word in words.iter().skip(1) {
        if let Some(sub) = command.find_subcommand(word) {
            path.push(sub.get_name());
            command = sub;
        }
    }
    path.join(" ")
}

/// Why parsing ended without arguments.
#[derive(Debug)]
pub enum ParseEnd {
    /// The help or the version was asked for.
    Shown(String),
    /// Wrong usage.
    Wrong(Failure),
}

fn end(error: &clap::Error, path: &str, lang: Lang) -> ParseEnd {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            ParseEnd::Shown(error.render().to_string())
        }
        _ => {
            let (message, hint) = usage::say(error, path, lang);
            ParseEnd::Wrong(Failure::new(Kind::Input, message, Some(hint)))
        }
    }
}

/// The commands with what they do, as the README shows them.
#[must_use]
pub fn command_table(lang: Lang) -> String {
    let mut table = words::TABLE_HEAD.of(lang).to_owned();
    rows(&command(lang), "duban", &mut table);
    table
}

/// The keys of the screen with what they do, by where they work, as the README shows them.
#[must_use]
pub fn key_tables(lang: Lang) -> String {
    let table = |group: keymap::Group| {
        let rows = group.keys.into_iter().map(|(names, text)| {
            let names: Vec<String> = names.split(' ').map(|name| format!("`{name}`")).collect();
            format!("| {} | {text} |\n", names.join(" "))
        });
        let head = keys::TABLE_HEAD.of(lang);
        format!("**{}**\n\n{head}{}", group.place, rows.collect::<String>())
    };
    let tables: Vec<String> = keymap::groups(lang).into_iter().map(table).collect();
    tables.join("\n")
}

fn rows(command: &clap::Command, path: &str, table: &mut String) {
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let path = format!("{path} {}", sub.get_name());
        if sub.has_subcommands() {
            rows(sub, &path, table);
            continue;
        }
        let usage = signature(sub);
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        table.push_str(&["| `", &path, &usage, "` | ", &about, " |\n"].concat());
    }
}

/// The positional arguments, as `ITEM… [LAST]`, and the options of the command's own.
fn signature(command: &clap::Command) -> String {
    let options = command
        .get_arguments()
        .filter(|arg| !arg.is_positional() && !arg.is_global_set() && *arg.get_id() != "help");
    let options = options.filter_map(|arg| {
        let option = page::long(arg)?;
        Some(if arg.is_required_set() {
            option
        } else {
            format!("[{option}]")
        })
    });
    let parts = command
        .get_positionals()
        .map(page::positional)
        .chain(options);
    let usage: String = parts.flat_map(|part| [" ".to_owned(), part]).collect();
    usage.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(command: &clap::Command, check: &mut dyn FnMut(&clap::Command)) {
        check(command);
        for sub in command.get_subcommands() {
            visit(sub, check);
        }
    }

    #[test]
    fn every_command_and_option_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            visit(&command(lang), &mut |command| {
                let name = command.get_name();
                let about = command.get_about().map(ToString::to_string);
                assert!(
                    about.is_some_and(|about| !about.is_empty()),
                    "{name} {lang}"
                );
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string);
                    assert!(
                        help.is_some_and(|help| !help.is_empty()),
                        "{name} {} {lang}",
                        arg.get_id()
                    );
                }
            });
        }
    }

    #[test]
    fn the_parser_is_sound() {
        command(Lang::En).debug_assert();
    }
}
