//! The forms of a status report, each with its file ending, and the way from a report to bytes.

use super::csv::csv;
use super::xlsx::xlsx;
use super::yaml::{WriteError, write};
use crate::report::StatusReport;
use crate::text::visible_json;

/// A form that a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// YAML, for machines and the careful reader.
    Yaml,
    /// JSON, with the same keys.
    Json,
    /// A workbook with the sheets that school offices keep.
    Xlsx,
    /// A row for each item, for a spreadsheet.
    Csv,
}

/// Why a report cannot be put into a form. None of duban's own is of the kind.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// As YAML.
    #[error(transparent)]
    Yaml(#[from] WriteError),
    /// As JSON.
    #[error("cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// As a workbook.
    #[error("cannot be written as a workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// As CSV.
    #[error("cannot be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
}

impl Form {
    /// Every form, the most used first.
    pub const ALL: [Self; 4] = [Self::Yaml, Self::Json, Self::Xlsx, Self::Csv];

    /// The form that a file ending asks for, whatever its case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        let ending = if ending == "yml" { "yaml" } else { &ending };
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// The ending of a file in this form, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The endings of all forms.
    #[must_use]
    pub fn endings() -> Vec<&'static str> {
        Self::ALL.iter().map(|form| form.ending()).collect()
    }

    /// Whether a terminal can show it.
    #[must_use]
    pub fn is_text(self) -> bool {
        match self {
            Self::Yaml | Self::Json | Self::Csv => true,
            Self::Xlsx => false,
        }
    }

    /// Whether it shows the weeks and days before, too.
    #[must_use]
    pub fn has_charts(self) -> bool {
        match self {
            Self::Xlsx => true,
            Self::Yaml | Self::Json | Self::Csv => false,
        }
    }
}

/// The report in a form.
///
/// # Errors
/// Where the report has no such form.
pub fn write_report(report: &StatusReport, form: Form) -> Result<Vec<u8>, FormError> {
    Ok(match form {
        Form::Yaml => write(report)?.into_bytes(),
        Form::Xlsx => xlsx(report)?,
        Form::Csv => csv(report)?,
        Form::Json => {
            let text = serde_json::to_string_pretty(report)?;
            (visible_json(&text).into_owned() + "\n").into_bytes()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found_by_its_ending() {
        for form in Form::ALL {
            let ending = form.ending();
            assert_eq!(Form::of_ending(ending), Some(form));
            assert_eq!(Form::of_ending(&ending.to_uppercase()), Some(form));
        }
        assert_eq!(Form::of_ending("yml"), Some(Form::Yaml));
        assert_eq!(Form::of_ending("docx"), None);
    }
}
