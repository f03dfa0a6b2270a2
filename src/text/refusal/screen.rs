//! What to do about a refusal on the screen, by its keys, where the command line has options.

use super::super::{Lang, Phrase};

/// A field with nothing in it.
#[must_use]
pub fn empty(field: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{field}”不能为空"),
        Lang::En => format!("“{field}” must not be empty"),
    }
}

/// A week is locked.
pub const UNLOCK: Phrase = Phrase::new(
    "先解锁：到周检视（3），更早的周按 [，再按 X",
    "unlock it first: in the weekly review (3), with [ for an earlier week, press X",
);
/// An occurrence is done already.
pub const TAKE_BACK: Phrase = Phrase::new(
    "要更正，在台账（6）里撤销那一条",
    "to correct it, undo its entry in the record (6)",
);
/// A number is wrong, or has reached its target.
pub const MEASURE: Phrase = Phrase::new(
    "数字有误就按 m 重填",
    "if the number is wrong, enter it again with m",
);
/// A target is missing or too small.
pub const TARGET: Phrase = Phrase::new("请改“目标”一栏", "change the number under `of`");
/// No event is open.
pub const OPEN_EVENT: Phrase = Phrase::new("先按 e 登记事件", "open one with e");
/// The item is waived already.
pub const LIFT: Phrase = Phrase::new("要恢复，按 w", "w makes it apply again");
/// A text is too long.
pub const ATTACH: Phrase = Phrase::new(
    "长的内容请放进文件，按 a 附上",
    "put longer texts in a file and attach it with a",
);
/// Nobody answers for a finding.
pub const OWNER: Phrase = Phrase::new("请填责任人", "name somebody under `owner`");
