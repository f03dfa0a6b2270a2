//! The words of the weekly review.

use super::By;
use super::finding::Remedy;
use clap::{Args, Subcommand};

/// The words of `duban review`.
#[derive(Debug, Args)]
pub struct Review {
    #[arg(long, value_name = "WEEK")]
    pub(crate) week: Option<String>,
    #[command(flatten)]
    pub(crate) step: ReviewStep,
    #[arg(long, requires = "sign")]
    pub(crate) nothing_to_report: bool,
    #[arg(long, value_name = "TEXT", requires = "unlock")]
    pub(crate) reason: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// What to do with the week as a whole, one at a time; the queue where it is none.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct ReviewStep {
    #[arg(long)]
    pub(crate) confirm: bool,
    #[arg(long)]
    pub(crate) summary: bool,
    #[arg(long, value_name = "NAME", conflicts_with = "by")]
    pub(crate) sign: Option<String>,
    #[arg(long, requires = "reason")]
    pub(crate) unlock: bool,
}

/// A decision, each with what it needs.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Decide {
    /// It was done.
    Done(DecideDone),
    /// It was partly done.
    Partly(DecidePartly),
    /// It was not done.
    NotDone(DecideNotDone),
    /// It gets a later last day.
    Postpone(DecidePostpone),
    /// It does not apply.
    NotApplicable(DecideNotApplicable),
    /// It may stay as it is.
    Keep(DecideKeep),
    /// It is left undecided.
    Skip(DecideSkip),
}

/// What every decision has: about what, in which week, by whom.
#[derive(Debug, Args)]
pub(crate) struct About {
    #[arg(required = true, value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "WEEK")]
    pub(crate) week: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban decide done`.
#[derive(Debug, Args)]
pub struct DecideDone {
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[command(flatten)]
    pub(crate) about: About,
}

/// The words of `duban decide partly`.
#[derive(Debug, Args)]
pub struct DecidePartly {
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: String,
    #[command(flatten)]
    pub(crate) about: About,
}

/// The words of `duban decide not-done`.
#[derive(Debug, Args)]
pub struct DecideNotDone {
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[command(flatten)]
    pub(crate) remedy: Remedy,
    #[command(flatten)]
    pub(crate) about: About,
}

/// The words of `duban decide postpone`.
#[derive(Debug, Args)]
pub struct DecidePostpone {
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) to: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[command(flatten)]
    pub(crate) about: About,
}

/// The words of `duban decide not-applicable`.
#[derive(Debug, Args)]
pub struct DecideNotApplicable {
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[command(flatten)]
    pub(crate) about: About,
}

/// The words of `duban decide keep`.
#[derive(Debug, Args)]
pub struct DecideKeep {
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[command(flatten)]
    pub(crate) about: About,
}

/// The words of `duban decide skip`.
#[derive(Debug, Args)]
pub struct DecideSkip {
    #[command(flatten)]
    pub(crate) about: About,
}
