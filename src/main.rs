//! The program: reads the command line, and hands over to the command line's face or the screen's.

use duban::cli::{self, Arguments, ColorChoice, Failure, Global, Session};
use duban::clock::Clock;
use duban::text::Lang;
use duban::tui::{self, ScreenError};
use std::io::IsTerminal;
use std::process::ExitCode;

/// What the program ends with when it is itself at fault.
const FAULT: u8 = 70;

fn main() -> ExitCode {
    std::panic::catch_unwind(start).unwrap_or(ExitCode::from(FAULT))
}

fn start() -> ExitCode {
    let locale = locale();
    let lang = said_language().unwrap_or(locale);
    let arguments = match cli::parse(std::env::args_os(), lang) {
        Ok(arguments) => arguments,
        Err(cli::ParseEnd::Shown(text)) => {
            anstream::print!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(cli::ParseEnd::Wrong(failure)) => return fail(&failure, lang),
    };
    match arguments.global.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    match Session::new(&arguments.global, Clock::System, locale) {
        Ok(session) => run(&session, arguments).unwrap_or_else(|f| fail(&f, session.lang())),
        Err(failure) => fail(&failure, lang),
    }
}

fn run(session: &Session, arguments: Arguments) -> Result<ExitCode, Failure> {
    match arguments.command {
        Some(command) => cli::run(session, command),
        None => screen(session, &arguments.global),
    }
}

/// Opens the screen.
fn screen(session: &Session, global: &Global) -> Result<ExitCode, Failure> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Failure::no_terminal(session.lang()));
    }
    let opening = tui::Opening {
        home: session.home()?.clone(),
        clock: session.clock(),
        today: session.today(),
        lang: session.lang(),
        appearance: appearance(global.color),
        editor: set("VISUAL")
            .or_else(|| set("EDITOR"))
            .unwrap_or_else(|| "vi".into()),
    };
    match tui::run(opening) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(ScreenError::Workspace(error)) => Err(Failure::workspace(&error, session.lang())),
        Err(ScreenError::Terminal(error)) => Err(Failure::terminal(&error, session.lang())),
    }
}

/// What a variable of the environment is set to, where it is.
fn set(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// How the screen is to look, by the command line and the environment.
fn appearance(color: ColorChoice) -> tui::Appearance {
    let has_colour = match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => set("NO_COLOR").is_none(),
    };
    let term = set("TERM").unwrap_or_default();
    let many = set("COLORTERM").is_some() || term.to_string_lossy().contains("256");
    tui::Appearance {
        scheme: (!has_colour).then_some(tui::Scheme::Plain),
        depth: if many {
            tui::Depth::Many
        } else {
            tui::Depth::Sixteen
        },
        chrome: None,
    }
}

fn fail(failure: &Failure, lang: Lang) -> ExitCode {
    anstream::eprint!("{}", failure.render(lang));
    failure.exit_code()
}

/// The language of the user's locale; Chinese where the system does not say, since most users read
/// it first.
fn locale() -> Lang {
    match sys_locale::get_locale() {
        Some(name) if name != "C" && name != "POSIX" => Lang::of_locale(&name),
        _ => Lang::Zh,
    }
}

/// The language named on the command line, looked for before it is parsed: even the message about
/// a wrong command line is in it.
fn said_language() -> Option<Lang> {
    let words = std::env::args_os();
    let words: Vec<String> = words.map(|w| w.to_string_lossy().into_owned()).collect();
    let mut pairs = words.iter().zip(words.iter().skip(1));
    let apart = pairs
        .find(|(option, _)| *option == "--lang")
        .map(|(_, value)| value.as_str());
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    apart.or(joined)?.parse().ok()
}
