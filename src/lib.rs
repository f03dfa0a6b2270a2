//! duban (督办): a directive checklist tracker for schools.
//!
//! A checklist says what a directive asks, a record says what happened, and [`assess`] turns the
//! two into a judgement that every screen, command and report shows. Imports run downward only:
//! the domain touches nothing outside; `format` and `record` are its edges; `workspace` and
//! `clock` the application; `cli` and `tui` its faces.

pub mod assess;
pub mod calendar;
pub mod checklist;
pub mod cli;
pub mod clock;
pub mod fact;
pub mod find;
pub mod format;
mod keymap;
pub mod record;
pub mod report;
pub mod review;
pub mod rollup;
pub mod school;
pub mod text;
pub mod tui;
pub mod workspace;
