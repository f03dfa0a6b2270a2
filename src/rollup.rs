//! Many schools' reports as one, as data; schema `duban.rollup/1`.
//!
//! A roll-up is the set of its rows, one for each school and week, and of what became of every file.
//! Everything that is shown is worked out from these, so that rolling up roll-ups gives what rolling
//! up all reports at once does, in any order and any grouping.

mod counts;
mod gather;
mod kept;
mod pool;
mod roster;
mod row;
mod shape;
mod signature;

pub use counts::{Counts, ItemCounts};
pub use gather::{Accepted, Fate, FileEntry, Reason, RollUp};
pub use kept::{
    Implausible, Kept, KeptChecklist, KeptQuarantined, KeptRow, KeptSuperseded, Oddity, ShapeTable,
};
pub use pool::{ItemPool, Pooled, RequirementPool, Spread, pool};
pub use roster::{Roster, RosterFault, RosterSchool};
pub use row::{ChecklistRow, FindingCounts, MeasureRow, Row, SchoolWeek, Signed};
pub use shape::{ItemShape, RequirementShape, Shape, Shapes};
pub use signature::SignatureFault;
