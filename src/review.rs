//! The weekly review: what needs a decision, and what the week adds up to before it is signed.
//!
//! Pure functions over [`assess::Premises`] and [`assess::Assessment`]: they judge nothing anew and
//! record nothing.
//!
//! [`assess::Premises`]: crate::assess::Premises
//! [`assess::Assessment`]: crate::assess::Assessment

mod asking;
mod change;
mod disagree;
mod figures;
#[cfg(test)]
mod life;
mod matter;
mod notices;
mod obstacle;
mod queue;
mod sample;
mod state;
mod summary;

pub use change::Change;
pub use disagree::{Disagreement, Own, disagreements, first_inspected};
pub use figures::{Figures, MeasureFigure};
pub use matter::Matter;
pub use notices::{Colour, NoticeLine, NoticeReason, OwnerNotice, notices};
pub use obstacle::{Obstacle, can_report_nothing};
pub use queue::{Queue, queue};
pub use sample::{Drawn, MOST_WEEKS, draw, sample};
pub use state::{WeekState, sign_from, week_state};
pub use summary::{Summary, summary};
