//! The words of findings, inspections and samples.

use super::By;
use crate::fact::Verdict;
use crate::text::Lang;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What to do with findings.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Finding {
    /// Raise one.
    Raise(FindingRaise),
    /// Say that it was put right.
    Fix(FindingFix),
    /// Say that one has seen that it is right.
    Verify(FindingVerify),
    /// Strike it off.
    Close(FindingClose),
    /// Open it again.
    Reopen(FindingReopen),
    /// Complete it, or move its limit.
    Update(FindingUpdate),
    /// List them.
    List(FindingList),
}

/// The words of `duban finding raise`.
#[derive(Debug, Args)]
pub struct FindingRaise {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) remedy: Remedy,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[arg(long, requires = "by")]
    pub(crate) inspection: bool,
    #[command(flatten)]
    pub(crate) by: By,
}

/// What is to be done about a finding.
#[derive(Debug, Args)]
pub(crate) struct Remedy {
    #[arg(long, value_name = "TEXT")]
    pub(crate) cause: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) action: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_name = "DAYS")]
    pub(crate) within: Option<String>,
}

/// The words of `duban finding fix`.
#[derive(Debug, Args)]
pub struct FindingFix {
    #[arg(value_name = "ID")]
    pub(crate) finding: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban finding verify`.
#[derive(Debug, Args)]
pub struct FindingVerify {
    #[arg(value_name = "ID")]
    pub(crate) finding: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
    #[arg(long)]
    pub(crate) close: bool,
}

/// The words of `duban finding close`.
#[derive(Debug, Args)]
pub struct FindingClose {
    #[arg(value_name = "ID")]
    pub(crate) finding: String,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban finding reopen`.
#[derive(Debug, Args)]
pub struct FindingReopen {
    #[arg(value_name = "ID")]
    pub(crate) finding: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban finding update`.
#[derive(Debug, Args)]
pub struct FindingUpdate {
    #[arg(value_name = "ID")]
    pub(crate) finding: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) cause: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) action: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(
        long,
        value_name = "DATE",
        allow_hyphen_values = true,
        requires = "note"
    )]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban finding list`.
#[derive(Debug, Args)]
pub struct FindingList {
    #[arg(long)]
    pub(crate) all: bool,
}

/// The words of `duban inspect`: one verdict, or a visit sheet of several.
#[derive(Debug, Args)]
pub struct Inspect {
    #[arg(value_name = "ITEM", required_unless_present = "from")]
    pub(crate) item: Option<String>,
    #[arg(value_enum, value_name = "VERDICT", required_unless_present = "from")]
    pub(crate) verdict: Option<Said>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[arg(long, value_name = "NAME", required_unless_present = "from")]
    pub(crate) by: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["item", "verdict", "on", "note", "by"])]
    pub(crate) from: Option<PathBuf>,
}

/// A verdict, as typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said(pub(crate) Verdict);

impl ValueEnum for Said {
    fn value_variants<'a>() -> &'a [Self] {
        const VERDICTS: [Said; 3] = [
            Said(Verdict::Pass),
            Said(Verdict::Partial),
            Said(Verdict::Fail),
        ];
        &VERDICTS
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        let value = clap::builder::PossibleValue::new(self.0.as_str());
        let value = value.alias(crate::text::words::verdict(self.0, Lang::Zh));
        Some(match self.0 {
            Verdict::Partial => value.alias("partly"),
            Verdict::Pass | Verdict::Fail => value,
        })
    }
}

/// The words of `duban sample`.
#[derive(Debug, Args)]
pub struct Sample {
    #[arg(long, value_name = "N")]
    pub(crate) items: String,
    #[arg(long, value_name = "S")]
    pub(crate) seed: Option<String>,
    #[arg(long, value_name = "N", requires_all = ["roster", "paths"])]
    pub(crate) schools: Option<String>,
    #[command(flatten)]
    pub(crate) visits: Visits,
}

/// What schools are drawn from, and where their sheets go.
#[derive(Debug, Args)]
pub(crate) struct Visits {
    #[arg(long, value_name = "FILE", requires = "schools")]
    pub(crate) roster: Option<PathBuf>,
    #[arg(value_name = "PATH", requires = "schools")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "schools")]
    pub(crate) signers: Option<PathBuf>,
    #[arg(long, value_name = "WEEK", requires = "schools")]
    pub(crate) week: Option<String>,
    #[arg(long, short, value_name = "FOLDER", requires = "schools")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "schools")]
    pub(crate) force: bool,
}
