//! The words of `duban event`.

use super::By;
use clap::{Args, Subcommand};

/// What to do with events.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Event {
    /// Begin one.
    Open(EventOpen),
    /// End one.
    Close(EventClose),
    /// List them.
    List,
}

/// The words of `duban event open`.
#[derive(Debug, Args)]
pub struct EventOpen {
    #[arg(value_name = "KIND")]
    pub(crate) kind: String,
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}

/// The words of `duban event close`.
#[derive(Debug, Args)]
pub struct EventClose {
    #[arg(value_name = "ID")]
    pub(crate) event: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) by: By,
}
