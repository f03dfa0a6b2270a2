//! What is said of many schools' reports.

pub mod files;
