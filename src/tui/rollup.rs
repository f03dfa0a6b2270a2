//! The roll-up's screen: a model of its own, on the same terminal, keys and themes as the school's.
//!
//! Keys become messages, messages change the model and order effects, and the view only reads it.
//! Nothing is written: reports are read again, and another week is rolled up from the same rows.

mod about;
mod column;
mod desk;
mod district;
mod layout;
mod message;
mod model;
mod rows;
mod sheet;
mod update;
mod view;

#[cfg(test)]
mod tests;

pub use desk::{RollUpOpening, run_rollup};
