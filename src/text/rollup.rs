//! What is said of many schools' reports.

pub mod figures;
pub mod files;
pub mod kept;
pub mod keys;
pub mod ledger;
pub mod page;
pub mod records;
pub mod rows;
pub mod screen;
pub mod sheet;
pub mod short;
