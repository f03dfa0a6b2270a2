//! The words of `duban rollup`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The words of `duban rollup`.
#[derive(Debug, Args)]
pub struct Rollup {
    #[arg(required_unless_present = "schema", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) roster: Option<PathBuf>,
    #[arg(long, value_name = "WEEK")]
    pub(crate) week: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) signers: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) ledger: Option<PathBuf>,
    #[arg(long, value_name = "SCHOOL", requires = "ledger")]
    pub(crate) accept: Vec<String>,
    #[arg(long, value_name = "DAYS", default_value_t = 0)]
    pub(crate) due: u32,
    #[arg(long, value_enum, value_name = "FORMAT", value_delimiter = ',')]
    pub(crate) format: Vec<RollUpFormat>,
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) rows: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
    /// Whether to open the screen on it.
    #[arg(long, conflicts_with_all = ["format", "output", "rows", "schema"])]
    pub screen: bool,
    #[arg(long)]
    pub(crate) schema: bool,
}

/// A form of the roll-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RollUpFormat {
    Yaml,
    Json,
    Html,
    Xlsx,
    Csv,
}
