//! The words of `duban rollup`.

use clap::Args;
use std::path::PathBuf;

/// The words of `duban rollup`.
#[derive(Debug, Args)]
pub struct Rollup {
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "WEEK")]
    pub(crate) week: Option<String>,
}
