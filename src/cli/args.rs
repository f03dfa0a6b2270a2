//! The command line's words. What they mean in either language is `text::help`'s.

mod checklist;
mod event;
mod finding;
mod layout;
mod notices;
mod plan;
mod review;
mod rollup;
mod screen;

pub(super) use checklist::{Checklist, ChecklistUpgrade};
pub(super) use event::Event;
pub(super) use finding::{
    Finding, FindingList, FindingRaise, FindingUpdate, Inspect, Remedy, Said, Sample, Visits,
};
pub(super) use layout::{Layout, Receiver, Sent};
pub(super) use notices::Notices;
pub(super) use plan::{Anchor, AnchorMove, Calendar, Postpone};
pub(super) use review::{About, Decide, Review};
pub(super) use rollup::RollUpFormat;
pub use rollup::Rollup;
pub use screen::{ScreenOptions, ThemeChoice, WidthChoice};

use crate::school::SchoolKind;
use crate::text::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "duban", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// How the screen is to be shown; a command takes no notice.
    #[command(flatten)]
    pub screen: ScreenOptions,
    /// The command; the screen where there is none.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    #[arg(
        long,
        global = true,
        env = "DUBAN_HOME",
        hide_env = true,
        value_name = "DIR"
    )]
    pub(crate) home: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) today: Option<String>,
    #[arg(long, global = true, value_name = "zh|en", value_parser = ["zh", "en"])]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    /// When to use colour.
    pub color: ColorChoice,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// Where the output can show it.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

// Deferred: of thirty commands only the one that is called is built.
/// The commands.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// Set the school up.
    Init(Init),
    /// How the school stands.
    Status(Status),
    /// What to tell whom.
    Notices(Notices),
    /// The school year, or one of its days.
    Calendar(Calendar),
    /// Tick items.
    Tick(Tick),
    /// Take ticks back.
    Untick(Untick),
    /// Say that items do not apply.
    Waive(Waive),
    /// Name who answers for items.
    Assign(Assign),
    /// Give items a later last day.
    Postpone(Postpone),
    /// Enter a number.
    Measure(Measure),
    /// Name evidence.
    Attach(Attach),
    /// Remark something.
    Note(Note),
    /// Examinations, incidents, arrivals.
    #[command(subcommand)]
    Event(Event),
    /// What is wrong, until it is struck off.
    #[command(subcommand)]
    Finding(Finding),
    /// An inspector's verdict.
    Inspect(Inspect),
    /// A random sample of items.
    Sample(Sample),
    /// The days that due dates are counted from.
    #[command(subcommand)]
    Anchor(Anchor),
    /// The weekly review.
    Review(Review),
    /// Decide what the review asks.
    #[command(subcommand)]
    Decide(Decide),
    /// What was recorded.
    Log(Log),
    /// Undo the last action.
    Undo(By),
    /// Do again what was undone.
    Redo(By),
    /// Write the status report.
    Report(Report),
    /// The reports that were sent.
    Sent(Sent),
    /// Many schools' reports as one.
    Rollup(Rollup),
    /// The checklists.
    #[command(subcommand)]
    Checklist(Checklist),
    /// The layouts of the report.
    #[command(subcommand)]
    Layout(Layout),
    /// Check the record, or a report against it.
    Verify(Verify),
    /// Copy the record.
    Backup(Backup),
    /// A shell's completions.
    Completions(Completions),
    /// The manual page.
    Man,
    /// The screen on a made-up school.
    Demo(Demo),
    /// A made-up school's life, for tests and pictures.
    #[command(hide = true)]
    Simulate(Simulate),
}

/// The words of `duban demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// How the screen is to be shown.
    #[command(flatten)]
    pub screen: ScreenOptions,
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
}

/// The words of `duban simulate`.
#[derive(Debug, Args)]
pub struct Simulate {
    #[arg(long, value_name = "DATE")]
    pub(crate) from: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) until: String,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long)]
    pub(crate) sign: bool,
}

/// The words of `duban init`.
#[derive(Debug, Args)]
pub struct Init {
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    #[arg(long)]
    pub(crate) id: Option<String>,
    #[arg(long)]
    pub(crate) district: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) students: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) staff: Option<u32>,
    #[arg(long = "checklist", value_name = "ID")]
    pub(crate) checklists: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[arg(long, short)]
    pub(crate) yes: bool,
}

/// A kind of school, as typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind(pub(crate) SchoolKind);

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        const KINDS: [Kind; 6] = [
            Kind(SchoolKind::Kindergarten),
            Kind(SchoolKind::Primary),
            Kind(SchoolKind::Secondary),
            Kind(SchoolKind::Vocational),
            Kind(SchoolKind::University),
            Kind(SchoolKind::Bureau),
        ];
        &KINDS
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        let chinese = crate::text::words::school_kind(self.0, Lang::Zh);
        Some(clap::builder::PossibleValue::new(self.0.as_str()).alias(chinese))
    }
}

/// The words of `duban status`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each option")]
pub struct Status {
    #[arg(
        value_name = "WHAT",
        requires = "explain",
        conflicts_with = "checklist"
    )]
    pub(crate) what: Option<String>,
    #[arg(long, conflicts_with_all = ["due", "all"])]
    pub(crate) overdue: bool,
    #[arg(long, conflicts_with = "all")]
    pub(crate) due: bool,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "ID")]
    pub(crate) checklist: Option<String>,
    #[arg(long)]
    pub(crate) check: bool,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) as_of: Option<String>,
    #[command(flatten)]
    pub(crate) view: StatusView,
}

/// What to show in place of the items, one at a time.
#[derive(Debug, Args)]
#[group(multiple = false, conflicts_with_all = ["overdue", "due", "all", "check"])]
#[expect(clippy::struct_excessive_bools, reason = "one for each option")]
pub(crate) struct StatusView {
    #[arg(long)]
    pub(crate) explain: bool,
    #[arg(long)]
    pub(crate) trend: bool,
    #[arg(long)]
    pub(crate) plan: bool,
    #[arg(long)]
    pub(crate) disagreements: bool,
}

/// The words of `duban tick`.
#[derive(Debug, Args)]
pub struct Tick {
    #[arg(required = true, value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) event: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban untick`.
#[derive(Debug, Args)]
pub struct Untick {
    #[arg(required = true, value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) event: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban waive`.
#[derive(Debug, Args)]
pub struct Waive {
    #[arg(required = true, value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "TEXT", required_unless_present = "lift")]
    pub(crate) reason: Option<String>,
    #[arg(long, conflicts_with = "reason")]
    pub(crate) lift: bool,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban assign`.
#[derive(Debug, Args)]
pub struct Assign {
    #[arg(required = true, value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) to: String,
    #[arg(long = "helper", value_name = "NAME")]
    pub(crate) helpers: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) due: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban measure`.
#[derive(Debug, Args)]
pub struct Measure {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(value_name = "VALUE")]
    pub(crate) value: String,
    #[arg(long, value_name = "N")]
    pub(crate) of: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) rate: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) event: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban attach`.
#[derive(Debug, Args)]
pub struct Attach {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(value_name = "FILE|URL")]
    pub(crate) source: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban note`.
#[derive(Debug, Args)]
pub struct Note {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// Who records it.
#[derive(Debug, Args)]
pub struct By {
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
}

/// The words of `duban log`.
#[derive(Debug, Args)]
pub struct Log {
    #[arg(value_name = "ITEM")]
    pub(crate) item: Option<String>,
    #[arg(long, short = 'n', value_name = "N", default_value_t = 30)]
    pub(crate) count: usize,
}

/// The words of `duban report`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each option")]
pub struct Report {
    #[arg(long, value_name = "WEEK")]
    pub(crate) week: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) as_of: Option<String>,
    #[arg(long, value_enum, value_name = "FORMAT", value_delimiter = ',')]
    pub(crate) format: Vec<Format>,
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
    #[arg(long)]
    pub(crate) background: bool,
    #[arg(long = "as", value_enum, value_name = "KIND", default_value_t = Entries::Events)]
    pub(crate) entries: Entries,
    /// The file of a key; empty where one is to be found.
    #[arg(long, value_name = "KEY", num_args = 0..=1, default_missing_value = "")]
    pub(crate) sign: Option<OsString>,
    #[command(flatten)]
    pub(crate) receiver: Receiver,
    #[arg(long, conflicts_with_all = ["week", "as_of", "format", "output", "force", "background", "sign", "layout", "sent_to"])]
    pub(crate) brief_template: bool,
    #[arg(long, conflicts_with_all = ["week", "as_of", "format", "output", "force", "background", "brief_template", "sign", "layout", "sent_to"])]
    pub(crate) schema: bool,
}

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Yaml,
    Json,
    Html,
    Xlsx,
    Csv,
    #[value(alias = "md")]
    Markdown,
    #[value(alias = "txt")]
    Brief,
    Ics,
}

/// What dates become in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Entries {
    Events,
    Tasks,
}

/// The words of `duban verify`.
#[derive(Debug, Args)]
pub struct Verify {
    #[arg(value_name = "REPORT")]
    pub(crate) report: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "report")]
    pub(crate) signers: Option<PathBuf>,
}

/// The words of `duban backup`.
#[derive(Debug, Args)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// The words of `duban completions`.
#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}
