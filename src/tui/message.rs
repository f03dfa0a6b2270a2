//! What happens on the screen, and what the screen orders.

use super::board::Board;
use super::marks::Marks;
use super::model::List;
use super::tree::Row;
use crate::calendar::Week;
use crate::fact::{Fact, FindingId};
use crate::find::Filters;
use crate::keymap::Key;
use crate::school::School;
use crate::text::Lang;
use crate::workspace::{Command, MatterRef, View};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Something that happened.
#[derive(Debug, Clone)]
pub(super) enum Message {
    /// A key was pressed.
    Pressed(Key),
    /// Something was named rather than moved to.
    Chose(Chosen),
    /// Text was pasted.
    Pasted(String),
    /// The screen has another size: columns, rows.
    Resized(u16, u16),
    /// The left button was pressed at a column and row.
    Clicked(u16, u16),
    /// The left button was pressed twice in a short time at a column and row.
    DoubleClicked(u16, u16),
    /// The wheel was turned by so many lines, down is positive, at a column and row.
    Scrolled(i32, (u16, u16)),
    /// An order was carried out: what it recorded, what it revoked, and how things stand now.
    Carried {
        recorded: Vec<Fact>,
        revoked: Vec<Fact>,
        board: Arc<Board>,
    },
    /// What would be undone was not recorded here since the screen was opened.
    AskedToUndo(Vec<Fact>),
    /// Something could not be done: what, and what to do about it.
    Failed(String, Option<String>),
    /// The screen was drawn for the first time.
    Drawn,
    /// The terminal told what it looks like.
    Seen(Answer),
    /// The user's editor was closed, with this text in it.
    Edited(String),
    /// Something was copied: what, in words.
    Copied(String),
    /// A signed week was seen as it was signed.
    SeenAsSigned { week: Week, view: Box<View> },
    /// What matters to that week and those after it is at hand.
    Reached { week: Week, board: Arc<Board> },
    /// The school with everything at hand since that week.
    LookedBack { since: Week, view: Box<View> },
    /// Things stand otherwise: another program recorded something, or a day has passed.
    Changed(Arc<Board>),
    /// Entries of the record were read, the newest first.
    Listed {
        /// Before which place they are; the newest of all where `None`.
        before: Option<u64>,
        facts: Vec<Fact>,
        /// Whether there are no older ones.
        ended: bool,
    },
}

/// What can be named rather than moved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A line of the checklists.
    Row(Row),
    /// A matter of the review.
    Matter(MatterRef),
    Finding(FindingId),
    /// A list in the view of the findings.
    List(List),
    /// A day of the calendar.
    Day(NaiveDate),
    /// An entry of the record, by its place in what was read.
    Entry(usize),
    /// What the checklist is narrowed to, and what is marked.
    Several(Filters, Marks),
}

/// What a terminal told of itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    /// Whether its background is light.
    pub(super) is_light: Option<bool>,
    /// Whether it draws ambiguous characters in two cells.
    pub(super) is_wide: Option<bool>,
}

/// An order, and who gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) command: Command,
    /// Who, where it is not who keeps the record: an inspector, who verifies, who signs.
    pub(super) by: Option<String>,
}

impl From<Command> for Order {
    fn from(command: Command) -> Self {
        Self { command, by: None }
    }
}

impl Order {
    /// The order that somebody by that name gives.
    pub(super) fn by(command: Command, name: String) -> Self {
        Self {
            command,
            by: Some(name),
        }
    }
}

/// Something to be done outside the model.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Effect {
    /// Carry out an order.
    Execute(Order),
    /// Read evidence at a path or link, and attach it to the item.
    Attach {
        item: crate::assess::ItemIndex,
        source: String,
        on: chrono::NaiveDate,
    },
    /// Look at a signed week as it was signed.
    LookAsSigned { week: Week },
    /// Have what matters to that week at hand.
    Reach { week: Week },
    /// Look back as far as that week, once.
    Look { since: Week },
    /// Read entries of the record.
    List { before: Option<u64>, count: usize },
    /// Copy a text to the clipboard; what it is, in words.
    Copy { text: String, what: String },
    /// Copy the status report of a week to the clipboard.
    CopyReport { week: Week },
    /// Let the user write a text in an editor.
    Edit { text: String },
    /// Hand the terminal back to the shell until the program is resumed.
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
    /// Show the made-up school, and come back after it.
    Demo,
    /// Set the school up and open it.
    SetUp { school: Box<School>, lang: Lang },
    /// End.
    Quit,
}
