//! The screen: a pure model, keys to messages, messages to effects, and one thin driver that
//! performs the effects and feeds their results back.
//!
//! The model never touches a disk or a clock, and the view only reads it. What is ticked shows as
//! ticked when the record has it, not before.

mod ambiguous;
mod at_school;
mod batch;
mod board;
mod cells;
mod cursor;
mod curtain;
mod driver;
mod editor;
mod event;
mod events;
mod field;
mod form;
mod frame;
mod hourglass;
mod keeper;
mod laid;
mod layout;
mod marks;
mod menu;
mod message;
mod model;
mod month;
mod overview;
mod palette;
mod place;
mod plain;
mod review;
mod rollup;
mod scene;
mod session;
mod setup;
mod shelf;
mod surface;
mod terminal;
mod theme;
mod tour;
mod tree;
mod update;
mod view;
mod visit;
mod wrap;
mod year;

#[cfg(test)]
mod tests;

pub use at_school::run;
pub use driver::{Opening, ScreenError};
pub use plain::run_plain;
pub use rollup::{RollUpOpening, run_rollup};
pub use theme::{Appearance, Chrome, Depth, Scheme};
