//! The words about layouts of the report, and about who gets it.

use super::By;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What to do with layouts.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Layout {
    /// List those on offer.
    List,
    /// Print one.
    Show(LayoutId),
    /// Check files.
    Lint(LayoutLint),
}

/// The words of `duban layout show`.
#[derive(Debug, Args)]
pub struct LayoutId {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// The words of `duban layout lint`.
#[derive(Debug, Args)]
pub struct LayoutLint {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// Who gets a report.
#[derive(Debug, Args)]
pub(crate) struct Receiver {
    #[arg(long, value_name = "ID")]
    pub(crate) layout: Option<String>,
    #[arg(long, requires = "layout", conflicts_with = "sent_to")]
    pub(crate) sent: bool,
    #[arg(long, value_name = "NAME")]
    pub(crate) sent_to: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban sent`.
#[derive(Debug, Args)]
pub struct Sent {
    #[arg(long, value_name = "WEEK")]
    pub(crate) week: Option<String>,
}
