//! Every word that a user sees, in Chinese and in English, in one place.
//!
//! A text is a [`Phrase`] (fixed words) or a function of its parts with an exhaustive `match` on
//! the language, so that the compiler finds a missing one. No other module holds Chinese words.

mod bilingual;
pub mod brief;
pub mod calendar;
pub mod cli;
pub mod day;
pub mod errors;
pub mod facts;
pub mod format;
pub mod help;
pub mod ics;
pub mod inspection;
mod lang;
pub mod made_up;
pub mod markdown;
pub mod notice;
pub mod page;
mod phrase;
pub mod punctuation;
pub mod record;
pub mod refusal;
pub mod report;
pub mod rollup;
pub mod roster;
pub mod screen;
pub mod sheet;
pub mod signature;
mod visible;
pub mod words;

pub use bilingual::Bilingual;
pub use day::{DayError, key_twin, parse_day, parse_day_ahead, parse_week, to_ascii};
pub use lang::{Lang, UnknownLang};
pub use phrase::Phrase;
pub use visible::{visible, visible_json, visible_lines};
