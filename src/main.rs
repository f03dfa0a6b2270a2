//! The program: reads the command line, and hands over to the command line's face or the screen's.

use duban::cli::{
    self, Arguments, ColorChoice, Command, Failure, Global, ScreenOptions, Session, ThemeChoice,
    WidthChoice,
};
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
        Some(Command::Demo(demo)) => {
            let options = demo.screen.or(arguments.screen);
            screen(session, &arguments.global, options, Some(&demo))
        }
        Some(Command::Rollup(rollup)) if rollup.screen => {
            rollup_screen(session, arguments.global.color, arguments.screen, &rollup)
        }
        Some(command) => cli::run(session, command),
        None => screen(session, &arguments.global, arguments.screen, None),
    }
}

/// Opens the screen; on a terminal that can only write line after line, the linear mode.
fn screen(
    session: &Session,
    global: &Global,
    options: ScreenOptions,
    demo: Option<&cli::Demo>,
) -> Result<ExitCode, Failure> {
    let is_terminal = has_terminal();
    let is_plain = options.plain || is_terminal && is_dumb();
    if !is_plain && !is_terminal {
        return Err(Failure::no_terminal(session.lang()));
    }
    let demo = demo.map(|demo| session.made_up(demo)).transpose()?;
    let (home, clock, today) = match &demo {
        Some(demo) => (demo.home(), demo.clock(), None),
        None => (session.home()?, session.clock(), session.today()),
    };
    let profile = session.profile().filter(|_| demo.is_none());
    let opening = tui::Opening {
        home: home.clone(),
        profile: profile.cloned(),
        clock,
        today,
        lang: session.lang(),
        appearance: appearance(global.color, options),
        editor: set("VISUAL")
            .or_else(|| set("EDITOR"))
            .unwrap_or_else(|| "vi".into()),
        demo,
    };
    let done = if is_plain {
        tui::run_plain(opening)
    } else {
        tui::run(opening)
    };
    ended(done, session.lang())
}

/// How a screen ended.
fn ended(done: Result<(), ScreenError>, lang: Lang) -> Result<ExitCode, Failure> {
    match done {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(ScreenError::Workspace(error)) => Err(Failure::workspace(&error, lang)),
        Err(ScreenError::Terminal(error)) => Err(Failure::terminal(&error, lang)),
    }
}

/// Opens the screen on a roll-up. A terminal that can only write line after line has none: there the
/// command without it says the same.
fn rollup_screen(
    session: &Session,
    color: ColorChoice,
    options: ScreenOptions,
    rollup: &cli::Rollup,
) -> Result<ExitCode, Failure> {
    let lang = session.lang();
    if options.plain || !has_terminal() || is_dumb() {
        return Err(Failure::no_rollup_screen(lang));
    }
    let opening = tui::RollUpOpening {
        rolled_up: session.rolled_up(rollup)?,
        lang,
        appearance: appearance(color, options),
    };
    ended(tui::run_rollup(opening), lang)
}

fn has_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether the terminal can only write line after line.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// What a variable of the environment is set to, where it is.
fn set(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// How the screen is to look, by the command line and the environment.
fn appearance(color: ColorChoice, options: ScreenOptions) -> tui::Appearance {
    let term = set("TERM").unwrap_or_default();
    let many = set("COLORTERM").is_some() || term.to_string_lossy().contains("256");
    tui::Appearance {
        scheme: scheme(color, options.theme, set("NO_COLOR").is_some()),
        depth: if many {
            tui::Depth::Many
        } else {
            tui::Depth::Sixteen
        },
        chrome: match options.ambiguous_width {
            WidthChoice::Auto => None,
            WidthChoice::Narrow => Some(tui::Chrome::Lines),
            WidthChoice::Wide => Some(tui::Chrome::Ascii),
        },
    }
}

/// Which colours, as far as it is said: on the command line, or else by `NO_COLOR`.
fn scheme(color: ColorChoice, theme: ThemeChoice, no_color: bool) -> Option<tui::Scheme> {
    match (color, theme) {
        (ColorChoice::Never, _) | (_, ThemeChoice::None) => Some(tui::Scheme::Plain),
        (_, ThemeChoice::Dark) => Some(tui::Scheme::Dark),
        (_, ThemeChoice::Light) => Some(tui::Scheme::Light),
        (_, ThemeChoice::Contrast) => Some(tui::Scheme::Contrast),
        (ColorChoice::Auto, ThemeChoice::Auto) if no_color => Some(tui::Scheme::Plain),
        (_, ThemeChoice::Auto) => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_that_is_said_stands_above_the_environment_and_no_colour_above_both() {
        use {ColorChoice as Color, ThemeChoice as Theme};
        for (color, theme, no_color, wanted) in [
            (Color::Auto, Theme::Auto, false, None),
            (Color::Auto, Theme::Auto, true, Some(tui::Scheme::Plain)),
            (Color::Always, Theme::Auto, true, None),
            (Color::Auto, Theme::Light, true, Some(tui::Scheme::Light)),
            (Color::Auto, Theme::None, false, Some(tui::Scheme::Plain)),
            (
                Color::Never,
                Theme::Contrast,
                false,
                Some(tui::Scheme::Plain),
            ),
        ] {
            assert_eq!(
                scheme(color, theme, no_color),
                wanted,
                "{color:?} {theme:?}"
            );
        }
    }
}
