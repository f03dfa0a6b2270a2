//! The words about checklists.

use super::By;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What to do with checklists.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Checklist {
    /// List those on offer.
    List,
    /// Show one.
    Show(ChecklistId),
    /// Check a file.
    Lint(ChecklistLint),
    /// What another version changes.
    Diff(ChecklistId),
    /// Follow another version.
    Upgrade(ChecklistUpgrade),
}

/// The words of `duban checklist show` and `diff`.
#[derive(Debug, Args)]
pub struct ChecklistId {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// The words of `duban checklist upgrade`.
#[derive(Debug, Args)]
pub struct ChecklistUpgrade {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban checklist lint`.
#[derive(Debug, Args)]
pub struct ChecklistLint {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}
