//! Many schools' reports as one, as data; schema `duban.rollup/1`.
//!
//! A roll-up is the set of its rows, one for each school and week, and of what became of every file.
//! Everything that is shown is worked out from these, so that rolling up roll-ups gives what rolling
//! up all reports at once does, in any order and any grouping.

mod counts;
mod document;
mod files;
mod gather;
mod heads;
mod inspection;
mod kept;
mod leading;
mod ledger;
mod memory;
mod pool;
mod roster;
mod row;
mod shape;
mod signature;
mod standing;

pub use counts::{Counts, ItemCounts, Rate};
pub use document::{
    AsOf, ChecklistVersions, DistrictLine, FileCounts, FileFate, FindingSum, ItemLeftOut,
    LateSchool, MeasurePace, MeasureSum, Partition, ROLLUP_SCHEMA, RateBefore, ReportRow, Returned,
    Returns, RollUpAsked, RollUpReport, RollUpSchema, RosterHeader, SchoolFigures, SchoolInWeek,
    SchoolLine, SchoolName, ToChase, VersionLine, WEEKS_BEFORE, WeekLine, rollup_json_schema,
};
pub use gather::{Accepted, Fate, FileEntry, Reason, RollUp};
pub use heads::{Acceptance, Heads, SeenHead, Writer};
pub use inspection::{
    Asked, Blank, Cause, Drawn, FillIn, Inspected, Inspection, ItemCause, ItemPoints, Lot,
    PickedItem, PlacedVisitFault, Points, Reported, Visit, VisitDraw, VisitFault, VisitItem,
    VisitSchema, newest_week, why,
};
pub use kept::{
    Implausible, Kept, KeptChecklist, KeptHead, KeptPrevious, KeptQuarantined, KeptRow,
    KeptSuperseded, Oddity, ShapeTable,
};
pub use leading::Why;
pub use ledger::{LEDGER_SCHEMA, RollUpLedger};
pub use memory::{Author, FileFault, FileMemory, KeptMemory, KnownFault, KnownRow, Met, Verdict};
pub use pool::{ItemPool, Pooled, RequirementPool, Spread, pool};
pub use roster::{Roster, RosterFault, RosterSchool};
pub use row::{ChecklistRow, FindingCounts, MeasureRow, Row, SchoolWeek, Signed};
pub use shape::{ItemShape, RequirementShape, Shape, Shapes};
pub use signature::SignatureFault;
pub use standing::{
    Break, BreakFault, BrokenRecord, KnownHead, Records, Standing, Standings, Unproved,
};
