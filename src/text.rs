//! Every word that a user sees, in Chinese and in English, in one place.
//!
//! A text is a [`Phrase`] (fixed words) or a function of its parts with an exhaustive `match` on
//! the language, so that the compiler finds a missing one. No other module holds Chinese words.

mod bilingual;
mod lang;
mod phrase;
pub mod record;

pub use bilingual::Bilingual;
pub use lang::{Lang, UnknownLang};
pub use phrase::Phrase;
