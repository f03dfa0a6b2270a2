//! A help page, laid out in the user's language: clap's own layout has English words in it.

use crate::text::{Lang, Phrase, help as words};
use clap::{Arg, Command};
use unicode_width::UnicodeWidthStr;

/// A row of a section: what to type, and what it means.
type Row = (String, String);

/// The help page of a command; `path` is its name with those above it, empty for the program.
pub(super) fn page(command: &Command, path: &str, lang: Lang) -> String {
    let about = command.get_about().map(ToString::to_string);
    let usage = usage(command, path, lang);
    let mut page = format!(
        "{}\n\n{}{usage}\n",
        about.unwrap_or_default(),
        words::USAGE.of(lang)
    );
    let options = command.get_arguments().filter(|arg| !arg.is_positional());
    let is_about_duban = |arg: &&Arg| matches!(arg.get_id().as_str(), "help" | "version");
    let (global, mut own): (Vec<&Arg>, Vec<&Arg>) =
        options.partition(|arg| arg.is_global_set() && !is_about_duban(arg));
    own.sort_by_key(is_about_duban);
    let listed = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let commands = listed.map(|sub| {
        let about = sub.get_about().map(ToString::to_string);
        (sub.get_name().to_owned(), about.unwrap_or_default())
    });
    let arguments = command.get_positionals().map(|arg| (value(arg), help(arg)));
    for (heading, rows) in [
        (words::ARGUMENTS, arguments.collect()),
        (words::COMMANDS, commands.collect()),
        (words::OPTIONS, own.into_iter().map(option).collect()),
        (
            words::GLOBAL_OPTIONS,
            global.into_iter().map(option).collect(),
        ),
    ] {
        section(heading, rows, lang, &mut page);
    }
    if path.is_empty() {
        page.push('\n');
        page.push_str(words::AFTER.of(lang));
    }
    page
}

/// How a command is written: `duban tick [OPTIONS] ITEM…`.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut usage = vec!["duban".to_owned()];
    usage.extend((!path.is_empty()).then(|| path.to_owned()));
    usage.push(words::ANY_OPTIONS.of(lang).to_owned());
    let required = command
        .get_arguments()
        .filter(|arg| arg.is_required_set() && !arg.is_positional());
    usage.extend(required.map(|arg| long(arg).unwrap_or_default()));
    usage.extend(command.get_positionals().map(positional));
    if command.has_subcommands() {
        let name = words::COMMAND.of(lang);
        usage.push(if path.is_empty() {
            format!("[{name}]")
        } else {
            name.to_owned()
        });
    }
    usage.join(" ")
}

/// A positional argument in a usage: `ITEM…`, `[REPORT]`.
pub(super) fn positional(arg: &Arg) -> String {
    let name = value(arg);
    if arg.is_required_set() {
        name
    } else {
        format!("[{name}]")
    }
}

/// An option with its value: `--on DATE`.
pub(super) fn long(arg: &Arg) -> Option<String> {
    let long = arg.get_long()?;
    let value = arg.get_action().takes_values().then(|| value(arg));
    Some(match value {
        Some(value) => format!("--{long} {value}"),
        None => format!("--{long}"),
    })
}

fn value(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(|names| names.first());
    let name = name.map_or_else(String::new, ToString::to_string);
    let count = arg.get_num_args().unwrap_or_default();
    match (count.min_values(), count.max_values()) {
        (0, _) if !arg.is_positional() => format!("[{name}]"),
        (_, 0 | 1) => name,
        _ => format!("{name}…"),
    }
}

fn option(arg: &Arg) -> Row {
    let short = match arg.get_short() {
        Some(short) => format!("-{short}, "),
        None => "    ".to_owned(),
    };
    (short + &long(arg).unwrap_or_default(), help(arg))
}

fn help(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

fn section(heading: Phrase, rows: Vec<Row>, lang: Lang, page: &mut String) {
    let Some(widest) = rows.iter().map(|(name, _)| name.width()).max() else {
        return;
    };
    page.push('\n');
    page.push_str(heading.of(lang));
    page.push('\n');
    for (name, meaning) in rows {
        let gap = " ".repeat(widest - name.width());
        page.push_str(&["  ", &name, &gap, "  ", &meaning, "\n"].concat());
    }
}
