//! The forms of a roll-up, each with its file ending, and the way from a roll-up to bytes.

use super::form::FormError;
use super::rollup_csv::rollup_csv;
use super::rollup_page::rollup_page;
use super::xlsx::rollup_xlsx;
use super::yaml::write;
use crate::rollup::RollUpReport;
use crate::text::visible_json;

/// A form that a roll-up can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RollUpForm {
    /// YAML, which can be rolled up again.
    Yaml,
    /// JSON, with the same keys, which can be rolled up again too.
    Json,
    /// A page for the meeting: to read, to sort, to print.
    Html,
    /// A workbook, to filter and to print.
    Xlsx,
    /// A row for each school, for whatever counts.
    Csv,
}

impl RollUpForm {
    /// Every form, the most used first.
    pub const ALL: [Self; 5] = [Self::Yaml, Self::Json, Self::Html, Self::Xlsx, Self::Csv];

    /// The form that a file ending asks for, whatever its case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        let ending = match ending.as_str() {
            "yml" => "yaml",
            "htm" => "html",
            ending => ending,
        };
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// The ending of a file in this form, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Json => "json",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Whether a terminal can show it.
    #[must_use]
    pub fn is_text(self) -> bool {
        match self {
            Self::Xlsx => false,
            Self::Yaml | Self::Json | Self::Html | Self::Csv => true,
        }
    }
}

/// The roll-up in a form.
///
/// # Errors
/// Where the roll-up has no such form.
pub fn write_rollup(report: &RollUpReport, form: RollUpForm) -> Result<Vec<u8>, FormError> {
    Ok(match form {
        RollUpForm::Yaml => write(report)?.into_bytes(),
        RollUpForm::Xlsx => rollup_xlsx(report)?,
        RollUpForm::Csv => rollup_csv(report)?,
        RollUpForm::Html => rollup_page(report)?.into_bytes(),
        RollUpForm::Json => {
            let text = serde_json::to_string_pretty(report)?;
            (visible_json(&text).into_owned() + "\n").into_bytes()
        }
    })
}
