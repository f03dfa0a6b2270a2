//! What happens on the screen, and what the screen orders.

use super::board::Board;
use super::key::Key;
use crate::fact::Fact;
use crate::school::School;
use crate::text::Lang;
use crate::workspace::Command;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug, Clone)]
pub(super) enum Message {
    /// A key was pressed.
    Pressed(Key),
    /// Text was pasted.
    Pasted(String),
    /// The screen has another size: columns, rows.
    Resized(u16, u16),
    /// The left button was pressed at a column and row.
    Clicked(u16, u16),
    /// The wheel was turned by so many lines, down is positive.
    Scrolled(i32),
    /// An order was carried out: what it recorded, what it revoked, and how things stand now.
    Carried {
        recorded: Vec<Fact>,
        revoked: Vec<Fact>,
        board: Arc<Board>,
    },
    /// Something could not be done: what, and what to do about it.
    Failed(String, Option<String>),
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

/// Something to be done outside the model.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Effect {
    /// Carry out an order.
    Execute(Command),
    /// Read evidence at a path or link, and attach it to the item.
    Attach {
        item: crate::assess::ItemIndex,
        source: String,
        on: chrono::NaiveDate,
    },
    /// Read entries of the record.
    List { before: Option<u64>, count: usize },
    /// Set the school up and open it.
    SetUp { school: Box<School>, lang: Lang },
    /// End.
    Quit,
}
