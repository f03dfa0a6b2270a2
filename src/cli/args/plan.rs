//! The words of planning: postponements, anchors, the calendar.

use super::By;
use clap::{Args, Subcommand};

/// The words of `duban postpone`.
#[derive(Debug, Args)]
pub struct Postpone {
    #[arg(required = true, value_name = "ITEM")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) to: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    #[arg(long, value_name = "ID")]
    pub(crate) event: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// What to do with anchors.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Anchor {
    /// List them.
    List,
    /// Move one.
    Move(AnchorMove),
}

/// The words of `duban anchor move`.
#[derive(Debug, Args)]
pub struct AnchorMove {
    #[arg(value_name = "ANCHOR")]
    pub(crate) anchor: String,
    #[arg(value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) to: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban calendar`.
#[derive(Debug, Args)]
pub struct Calendar {
    #[arg(value_name = "DAY", allow_hyphen_values = true)]
    pub(crate) day: Option<String>,
}
