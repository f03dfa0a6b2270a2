//! Texts ⇄ values: YAML and JSON in, a value or *all* problems out.
//!
//! A file that is right is read fast and typed. A file that is wrong is read a second time into a
//! tree that knows the place of everything, and held against a table of what is expected, so that
//! its author sees every problem at once, with line and column. Nothing here touches a disk: names
//! and bytes come in, texts go out.

mod brief;
mod cell;
mod checklist;
mod csv;
mod document;
mod embedded;
mod form;
mod gate;
mod holidays;
mod html;
mod ics;
mod layout;
mod markdown;
mod mend;
mod nearest;
mod node;
#[cfg(feature = "parquet")]
mod parquet;
mod problem;
mod render;
mod rollup;
mod rollup_csv;
mod rollup_form;
mod rollup_ledger;
mod rollup_page;
mod rollup_schools;
mod roster;
mod row;
mod say;
mod school;
mod shape;
mod signature;
mod signers;
mod source;
mod syntax;
mod visit;
mod written;
mod xlsx;
mod yaml;

pub use brief::{Brief, TooLong, brief_template, read_brief};
pub use checklist::{digest, lint, read_checklist};
pub use document::{read_unknown, read_written};
pub use embedded::{EMBEDDED, EMBEDDED_LAYOUTS};
pub use form::{Form, FormError, FormOptions, write_report, write_report_with};
pub use gate::Encoding;
pub use holidays::{HolidayYear, read_holidays};
pub use ics::DatesAs;
pub use layout::{lint_layout, read_layout};
#[cfg(feature = "parquet")]
pub use parquet::{ROW_TABLES, RowFile, row_files};
pub use problem::{Found, Problem, ProblemKind, Problems, Syntax, Wanted};
pub use render::render;
pub use rollup::{ROLLUP_SIZE_LIMIT, RollUpError, read_rollup};
pub use rollup_form::{RollUpForm, write_rollup};
pub use rollup_ledger::{LedgerError, read_ledger, write_ledger};
pub use roster::read_roster;
pub use school::{lint_school, read_school, write_school};
pub use signature::{NoSignature, PublicKey, REPORT_PURPOSE, ROLLUP_PURPOSE, Signature};
pub use signers::{AskElsewhere, Claim, SignedBy, SignerFault, Signers, read_signers};
pub use source::At;
pub use visit::{read_visit, visit_page, write_visit};
pub use written::{Written, written_as};
pub use yaml::{WriteError, write};
