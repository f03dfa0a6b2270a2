//! What happens on the roll-up's screen, and what it orders.

use super::super::message as screen;
use super::district::District;
use crate::calendar::Week;
use crate::report::StatusReport;
use crate::rollup::FileEntry;
use crate::workspace::gathering::Lost;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug, Clone)]
pub(super) enum Message {
    /// On the terminal.
    Happened(screen::Message),
    /// The report of the school at that place was read again.
    Read {
        school: usize,
        found: Result<Box<StatusReport>, Lost>,
    },
    /// Another week was rolled up.
    Turned(Arc<District>),
}

/// Something to be done outside the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Effect {
    /// Read the report of the school at that place again.
    Read { school: usize, file: FileEntry },
    /// Roll another week up.
    Turn(Week),
    /// Hand the terminal back to the shell until the program is resumed.
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
    /// End.
    Quit,
}
