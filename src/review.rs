//! The weekly review: what needs a decision, and what the week adds up to before it is signed.
//!
//! Pure functions over [`assess::Premises`] and [`assess::Assessment`]: they judge nothing anew and
//! record nothing.
//!
//! [`assess::Premises`]: crate::assess::Premises
//! [`assess::Assessment`]: crate::assess::Assessment

mod asking;
#[cfg(test)]
mod life;
mod matter;
mod queue;

pub use matter::Matter;
pub use queue::{Queue, queue};
