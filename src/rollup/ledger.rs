//! What roll-ups remember of those before; schema `duban.rollup-ledger/1`.

use super::heads::Heads;
use super::memory::FileMemory;

/// The schema's name.
pub const LEDGER_SCHEMA: &str = "duban.rollup-ledger/1";

/// What roll-ups remember.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RollUpLedger {
    /// The heads of schools' records.
    pub heads: Heads,
    /// What files say.
    pub files: FileMemory,
}
