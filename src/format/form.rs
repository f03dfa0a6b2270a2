//! The forms of a status report, each with its file ending, and the way from a report to bytes.

use super::brief::{Brief, TooLong, brief};
use super::csv::csv;
use super::html::page;
use super::ics::{DatesAs, calendar};
use super::markdown::markdown;
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
    /// A page to read, to print and to sign.
    Html,
    /// Markdown, for mail and chat.
    Markdown,
    /// A page of prose, for the office above.
    Brief,
    /// iCalendar, for a phone's calendar or its list of tasks.
    Ics,
    /// A workbook with the sheets that school offices keep.
    Xlsx,
    /// A row for each item, for a spreadsheet.
    Csv,
}

/// What is chosen about a form, beside the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormOptions {
    /// The template of a brief; the program's own where there is none.
    pub brief: Option<Brief>,
    /// What dates become in a calendar.
    pub dates: DatesAs,
}

/// Why a report cannot be put into a form.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// As YAML.
    #[error(transparent)]
    Yaml(#[from] WriteError),
    /// As JSON.
    #[error("cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// As a page.
    #[error("cannot be written as HTML: {0}")]
    Html(#[from] askama::Error),
    /// As a brief: its template says more than a brief may.
    #[error("{0}")]
    Brief(TooLong),
    /// As a calendar: the report was made without its dates.
    #[error("the report has no dates")]
    NoDates,
    /// As a workbook.
    #[error("cannot be written as a workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// As Parquet.
    #[cfg(feature = "parquet")]
    #[error("cannot be written as Parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// As CSV.
    #[error("cannot be written as CSV: {0}")]
    Csv(#[from] ::csv::Error),
}

impl Form {
    /// Every form, the most used first.
    pub const ALL: [Self; 8] = [
        Self::Yaml,
        Self::Json,
        Self::Html,
        Self::Xlsx,
        Self::Csv,
        Self::Markdown,
        Self::Brief,
        Self::Ics,
    ];

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
            Self::Markdown => "md",
            Self::Brief => "txt",
            Self::Ics => "ics",
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
            Self::Xlsx => false,
            Self::Yaml
            | Self::Json
            | Self::Html
            | Self::Csv
            | Self::Markdown
            | Self::Brief
            | Self::Ics => true,
        }
    }

    /// Whether it shows the weeks and days before, too.
    #[must_use]
    pub fn has_charts(self) -> bool {
        match self {
            Self::Html | Self::Xlsx => true,
            Self::Yaml | Self::Json | Self::Csv | Self::Markdown | Self::Brief | Self::Ics => false,
        }
    }

    /// Whether it shows what is due on which day: the report must have its dates.
    #[must_use]
    pub fn has_dates(self) -> bool {
        self == Self::Ics
    }
}

/// The report in a form, with nothing chosen about it.
///
/// # Errors
/// Where the report has no such form.
pub fn write_report(report: &StatusReport, form: Form) -> Result<Vec<u8>, FormError> {
    write_report_with(report, form, &FormOptions::default())
}

/// The report in a form.
///
/// # Errors
/// Where the report has no such form.
pub fn write_report_with(
    report: &StatusReport,
    form: Form,
    options: &FormOptions,
) -> Result<Vec<u8>, FormError> {
    Ok(match form {
        Form::Yaml => write(report)?.into_bytes(),
        Form::Xlsx => xlsx(report)?,
        Form::Csv => csv(report)?,
        Form::Json => {
            let text = serde_json::to_string_pretty(report)?;
            (visible_json(&text).into_owned() + "\n").into_bytes()
        }
        Form::Html => page(report)?.into_bytes(),
        Form::Markdown => markdown(report).into_bytes(),
        Form::Brief => {
            let own = options.brief.as_ref();
            brief(report, own).map_err(FormError::Brief)?.into_bytes()
        }
        Form::Ics => {
            let dates = report.dates.as_ref().ok_or(FormError::NoDates)?;
            calendar(report, dates, options.dates).into_bytes()
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
        assert_eq!(Form::of_ending("htm"), Some(Form::Html));
        assert_eq!(Form::of_ending("docx"), None);
    }
}
