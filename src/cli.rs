//! The command line: one file per command, all on the same workspace as the screen.

mod anchor;
mod args;
mod assign;
mod attach;
mod backup;
mod calendar;
mod checklist;
mod decide;
mod demo;
mod event;
mod failure;
mod finding;
mod help;
mod init;
mod inspect;
mod interrupt;
mod layout;
mod lint;
mod log;
mod measure;
mod note;
mod notices;
mod output;
mod page;
mod postpone;
mod progress;
mod report;
mod review;
mod rollup;
mod row;
mod sample;
mod sent;
mod session;
mod shell;
mod signed;
mod simulate;
mod status;
mod target;
mod tick;
mod undo;
mod usage;
mod verify;
mod waive;

pub use args::{
    Arguments, ColorChoice, Command, Demo, Global, Rollup, ScreenOptions, ThemeChoice, WidthChoice,
};
pub use failure::Failure;
pub use help::{ParseEnd, command, command_table, key_tables, parse};
pub use session::Session;

use std::process::ExitCode;

/// Carries a command out.
///
/// # Errors
/// [`Failure`], with what to print and the code to end with.
pub fn run(session: &Session, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Init(args) => init::run(session, &args),
        Command::Status(args) => return status::run(session, &args),
        Command::Notices(args) => notices::run(session, &args),
        Command::Calendar(args) => calendar::run(session, &args),
        Command::Tick(args) => tick::tick(session, args),
        Command::Untick(args) => tick::untick(session, args),
        Command::Waive(args) => waive::run(session, args),
        Command::Assign(args) => assign::run(session, args),
        Command::Postpone(args) => postpone::run(session, args),
        Command::Measure(args) => measure::run(session, &args),
        Command::Attach(args) => attach::run(session, &args),
        Command::Note(args) => note::run(session, args),
        Command::Event(args) => event::run(session, args),
        Command::Finding(args) => finding::run(session, args),
        Command::Inspect(args) => inspect::run(session, &args),
        Command::Sample(args) => sample::run(session, &args),
        Command::Anchor(args) => anchor::run(session, args),
        Command::Review(args) => review::run(session, &args),
        Command::Decide(args) => decide::run(session, args),
        Command::Log(args) => log::run(session, &args),
        Command::Undo(args) => undo::undo(session, &args),
        Command::Redo(args) => undo::redo(session, &args),
        Command::Report(args) => report::run(session, &args),
        Command::Sent(args) => sent::run(session, &args),
        Command::Rollup(args) => return rollup::run(session, &args),
        Command::Checklist(args) => checklist::run(session, args),
        Command::Layout(args) => layout::run(session, args),
        Command::Verify(args) => verify::run(session, &args),
        Command::Backup(args) => backup::run(session, &args),
        Command::Completions(args) => shell::completions(session, args.shell),
        Command::Man => shell::man(session),
        // The screen shows it: `main` opens that.
        Command::Demo(_) => Err(Failure::no_terminal(session.lang())),
        Command::Simulate(args) => simulate::run(session, &args),
    }?;
    Ok(ExitCode::SUCCESS)
}
