//! The command line's parser in the user's language, and the tables made from it.

use super::args::Arguments;
use super::failure::{Failure, Kind};
use super::usage;
use crate::text::{Lang, help as words};
use clap::{Arg, CommandFactory, FromArgMatches};
use std::ffi::OsString;

/// The parser, with every help text in `lang`.
#[must_use]
pub fn command(lang: Lang) -> clap::Command {
    let mut command = localised(Arguments::command(), "", lang);
    // Propagates the global options, so that every subcommand's help is translated.
    command.build();
    command
}

fn localised(command: clap::Command, path: &str, lang: Lang) -> clap::Command {
    let path = path.to_owned();
    let about = words::command(&path).of(lang);
    let command = command
        .about(about)
        .long_about(None::<&str>)
        .help_template(words::TEMPLATE.of(lang))
        .subcommand_help_heading(words::COMMANDS.of(lang))
        .disable_help_flag(true)
        .arg(help_flag(lang));
    let command = if path.is_empty() {
        command.disable_version_flag(true).arg(version_flag(lang))
    } else {
        command
    };
    let command = command.mut_args(|arg| localised_arg(arg, lang));
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        let path = path.trim_start().to_owned();
        command.mut_subcommand(name, |sub| localised(sub, &path, lang))
    })
}

fn localised_arg(arg: Arg, lang: Lang) -> Arg {
    let id = arg.get_id().to_string();
    let heading = if arg.is_positional() {
        words::ARGUMENTS
    } else {
        words::OPTIONS
    };
    let text = words::argument(&id).of(lang);
    arg.help(text)
        .long_help(None::<&str>)
        .help_heading(heading.of(lang))
}

fn help_flag(lang: Lang) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help(words::argument("help").of(lang))
}

fn version_flag(lang: Lang) -> Arg {
    Arg::new("version")
        .short('V')
        .long("version")
        .action(clap::ArgAction::Version)
        .help(words::argument("version").of(lang))
}

/// The arguments of the command line in `lang`.
///
/// # Errors
/// Wrong usage, in words; or the help or version text, which ends well.
pub fn parse(words: impl IntoIterator<Item = OsString>, lang: Lang) -> Result<Arguments, ParseEnd> {
    let matches = command(lang)
        .try_get_matches_from(words)
        .map_err(|error| end(&error, lang))?;
    Arguments::from_arg_matches(&matches).map_err(|error| end(&error, lang))
}

/// Why parsing ended without arguments.
#[derive(Debug)]
pub enum ParseEnd {
    /// The help or the version was asked for.
    Shown(String),
    /// Wrong usage.
    Wrong(Failure),
}

fn end(error: &clap::Error, lang: Lang) -> ParseEnd {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ParseEnd::Shown(error.render().to_string())
        }
        _ => {
            let (message, hint) = usage::say(error, lang);
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

fn rows(command: &clap::Command, path: &str, table: &mut String) {
    for sub in command.get_subcommands() {
        let path = format!("{path} {}", sub.get_name());
        if sub.has_subcommands() {
            rows(sub, &path, table);
            continue;
        }
        let usage = signature(sub);
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        table.push_str(&format!("| `{path}{usage}` | {about} |\n"));
    }
}

/// The positional arguments, as `ITEM… [LAST]`, and the options of the command's own.
fn signature(command: &clap::Command) -> String {
    let mut usage = String::new();
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first());
        let name = name.map_or_else(String::new, ToString::to_string);
        let many = arg.get_num_args().is_some_and(|n| n.max_values() > 1);
        let name = if many { format!("{name}…") } else { name };
        usage.push_str(&if arg.is_required_set() {
            format!(" {name}")
        } else {
            format!(" [{name}]")
        });
    }
    for arg in command.get_arguments().filter(|arg| !arg.is_positional()) {
        usage.push_str(&option(arg));
    }
    usage.replace('|', "\\|")
}

fn option(arg: &Arg) -> String {
    let Some(long) = arg
        .get_long()
        .filter(|_| !arg.is_global_set() && *arg.get_id() != "help")
    else {
        return String::new();
    };
    let takes = arg.get_action().takes_values();
    let value = arg.get_value_names().and_then(|names| names.first());
    let value = value.filter(|_| takes).map(|name| format!(" {name}"));
    format!(" [--{long}{}]", value.unwrap_or_default())
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
